"""The pages in a real browser: what a reader does, and that nothing is asked of anybody else."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from urllib.parse import urlsplit

import pyarrow.parquet as pq
import pytest
from demonstration import AXE
from PIL import Image

from oic_reports.release.folding import fold_text, strip_clitics

PAGES = {
    "start": "index.html",
    "home": "en/index.html",
    "home in Arabic": "ar/index.html",
    "reports": "fr/reports.html",
    "body": "ar/bodies/cg-somalia.html",
    "reader, printed": "ar/reports/ar-2019-03-26-cg-jammu-kashmir-final-communique.html",
    "reader, notes": "fr/reports/en-2023-03-17-cg-somalia-report.html",
    "reader, hostile": "en/reports/en-2015-06-04-cg-yemen-report.html",
    "together": "en/together/2023-03-17-cg-somalia-report.html",
    "search": "ar/search.html?q=القدس",
    "files": "fr/files.html",
    "fields": "ar/fields.html",
    "values": "fr/values.html",
    "quality": "en/quality.html",
    "changes": "fr/changes.html",
}
NARROW = {"width": 360, "height": 740}


class Watched:
    """A page, and what went wrong on it: what it said to the console, and what it asked of others."""

    def __init__(self, page, address):
        self.page, self.address, self.wrong, self.aborted = page, address, [], []
        page.on("console", lambda message: message.type in {"error", "warning"} and self.wrong.append(message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: request.url.startswith((address, "blob:")) or self.wrong.append(request.url))
        page.on("requestfailed", self._note_failure)
        page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))

    def _note_failure(self, request):
        self.wrong.append(f"failed: {request.url}")
        if request.failure == "net::ERR_ABORTED":
            self.aborted.append(self.wrong[-1])

    def open(self, name):
        # a page that is left while it still loads lets go of what it asked for
        self.page.wait_for_load_state("networkidle")
        self.page.goto(self.address + name)
        self.page.wait_for_load_state("networkidle")
        if urlsplit(self.page.url).path != urlsplit(self.address + name).path:
            # a page that leads on to another one (the start to a language) lets go of what it still loads
            self.wrong = [fault for fault in self.wrong if fault not in self.aborted]
        return self.page

    def search(self, name):
        page = self.open(name)
        page.wait_for_selector("#state[data-ended=true]")
        return page


@pytest.fixture
def watched(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], locale="en-GB")
    watched = Watched(context.new_page(), address)
    yield watched
    context.close()
    assert watched.wrong == []


def hits(page):
    return page.eval_on_selector_all("#results code", "all => all.map(one => one.textContent)")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_fits_a_phone_and_is_accessible(name, browser, address):
    # the policy of the page keeps tests' scripts out too
    context = browser.new_context(bypass_csp=True, viewport=NARROW, reduced_motion="reduce")
    watched = Watched(context.new_page(), address)
    page = watched.open(PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    told = [(fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in {"serious", "critical"}]
    assert told == []
    assert watched.wrong == []
    context.close()


@pytest.mark.parametrize("name", ["fields", "values", "home in Arabic"])
def test_no_table_must_be_pushed_aside_on_a_phone(name, browser, address):
    context = browser.new_context(viewport=NARROW)
    page = Watched(context.new_page(), address).open(PAGES[name])
    tables = ".scroll:has(table)"
    assert page.locator(tables).count() > 0
    assert page.eval_on_selector_all(tables, "all => all.filter(one => one.scrollWidth > one.clientWidth).length") == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(scheme, browser, address):
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = Watched(context.new_page(), address).open(PAGES["home"])
    page.add_script_tag(path=AXE)
    assert page.evaluate("axe.run({runOnly: ['color-contrast']})")["violations"] == []
    context.close()


@pytest.mark.parametrize("query", ["القدس", "القُدْس", "قدس", "والقدس", "لِلْقُدْسِ"])
def test_arabic_is_found_however_it_is_written(query, watched):
    page = watched.search(f"en/search.html?q={query}")
    assert "ar-2018-04-12-cg-palestine-report/para_1" in hits(page)
    assert "القُدْس" in page.eval_on_selector_all("#results mark", "all => all.map(one => one.textContent)")


def test_hamza_makes_no_difference(watched):
    page = watched.search("ar/search.html?q=شؤون الاوقاف")
    assert hits(page) == ["ar-2018-04-12-cg-palestine-report/para_3"]
    assert page.locator("#results p[lang=ar]").first.get_attribute("dir") == "rtl"


def test_accents_and_capitals_make_no_difference(watched):
    page = watched.search("fr/search.html?q=INTEGRITE")
    assert hits(page) == ["fr-2023-03-17-cg-somalia-report/para_1"]


def test_a_phrase_stands_together(watched):
    assert hits(watched.search('en/search.html?q="federal institutions"')) != []
    assert hits(watched.search('en/search.html?q="institutions federal"')) == []
    assert hits(watched.search("en/search.html?q=institutions federal")) != []


def search_plainly(query, rows):
    """Ids of paragraphs that hold the words of a question, one text after the other."""
    phrases = re.findall('"([^"]+)"', query)
    beginnings = [strip_clitics(word) for word in fold_text(re.sub('"[^"]+"', " ", query)).split()]
    found = []
    for row in rows:
        folded = fold_text(row["text"])
        words = [strip_clitics(word) for word in folded.split()]
        if all(any(word.startswith(one) for word in words) for one in beginnings) and all(
            f" {fold_text(phrase)} " in f" {folded} " for phrase in phrases
        ):
            found.append(row["paragraph_id"])
    return found


def test_the_index_finds_what_reading_every_text_finds(watched, demonstration):
    rows = pq.read_table(demonstration / "paragraphs.parquet", columns=["paragraph_id", "text"]).to_pylist()
    page = watched.open("en/search.html")
    chance = random.Random(3)
    worded = [row["text"] for row in rows if fold_text(row["text"])]
    for number in range(40):
        words = fold_text(chance.choice(worded)).split()
        at = chance.randrange(len(words))
        query = (
            f'"{" ".join(words[at : at + 3])}" {words[0][:3]}',
            words[at][: 1 + number % 5],
            f"{words[at]} {chance.choice(words)}",
        )[number % 3]
        page.evaluate("document.querySelector('#state').dataset.ended = 'false'")
        page.fill("#q", query)
        page.press("#q", "Enter")
        page.wait_for_selector("#state[data-ended=true]")
        expected = search_plainly(query, rows)
        assert int(page.get_attribute("#state", "data-found")) == len(expected), query
        assert hits(page) == expected[:25], query


def test_filters_are_in_the_address_and_narrow_what_is_found(watched):
    page = watched.search("en/search.html?q=somalia")
    everywhere = set(hits(page))
    page.select_option("select[name=from]", "2023")
    page.wait_for_url("**/search.html?q=somalia&from=2023")
    page.wait_for_selector("#state[data-ended=true]")
    found = set(hits(page))
    assert found < everywhere
    assert all(name.startswith("en-2023") for name in found)
    page.select_option("select[name=role]", "title")
    page.wait_for_url("**&role=title")
    page.wait_for_selector("#state[data-ended=true]")
    assert len(hits(page)) == 1
    page.reload()
    page.wait_for_selector("#state[data-ended=true]")
    assert len(hits(page)) == 1
    assert page.input_value("select[name=from]") == "2023"


def test_a_question_is_asked_by_typing(watched):
    page = watched.open("en/search.html")
    page.fill("#q", "embassies")
    page.wait_for_selector("#state[data-ended=true]")
    assert hits(page) == ["en-2023-03-17-cg-somalia-report/para_3"]
    page.click("#results a")
    page.wait_for_url("**/en/reports/en-2023-03-17-cg-somalia-report.html#para_3")


def test_search_says_that_it_cannot_read_its_files(browser, address):
    for unread in ("index.json", "*.words", "*.texts"):
        page = browser.new_context().new_page()
        page.route(f"**/search/{unread}", lambda route: route.abort())
        page.goto(f"{address}en/search.html?q=somalia")
        page.locator("#state", has_text="Search could not read its files").wait_for()
        page.context.close()


def test_results_are_a_csv_without_formulas(watched):
    page = watched.search("en/search.html?q=HYPERLINK")
    with page.expect_download() as saved:
        page.click("#csv")
    text = saved.value.path().read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["paragraph_id"] == "en-2015-06-04-cg-yemen-report/para_2"
    assert row["text"].startswith("'=HYPERLINK(")


def test_a_mark_of_the_picture_leads_to_its_paragraphs(watched):
    page = watched.open("en/index.html")
    page.locator("svg.coverage a[href*='body=cg-yemen']").click()
    page.wait_for_selector("#state[data-ended=true]")
    assert "body=cg-yemen&from=2015&to=2015&language=en" in page.url
    assert {name.partition("/")[0] for name in hits(page)} == {"en-2015-06-04-cg-yemen-report"}


def test_a_mark_is_hit_beside_its_shape(watched):
    page = watched.open("en/index.html")
    mark = page.locator("svg.coverage a[href*='body=cg-yemen']")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box["width"] >= 24
    shown = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    # what is hit beside the shape is not seen, and the line of the year above it is
    beside, above, inside = (
        shown.getpixel((shown.width // 2 + x, shown.height // 2 + y)) for x, y in ((12, 0), (0, -6), (0, 0))
    )
    assert len({beside, above, inside}) == 3
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/search.html?body=cg-yemen**")
    page.wait_for_selector("#state[data-ended=true]")


@pytest.mark.parametrize(("language", "sign"), [("en", 1), ("ar", -1)])
def test_on_a_phone_the_picture_begins_with_the_newest_year(browser, address, language, sign):
    context = browser.new_context(viewport=NARROW)
    page = Watched(context.new_page(), address).open(f"{language}/index.html")
    inside = page.locator(".picture").bounding_box()
    for shown in (page.locator(".coverage .year").last, page.locator(".coverage .label").first):
        box = shown.bounding_box()
        assert inside["x"] <= box["x"]
        assert box["x"] + box["width"] <= inside["x"] + inside["width"]
    assert page.evaluate("document.querySelector('.picture').scrollLeft") * sign > 0
    context.close()


def test_the_picture_of_the_printed_page_is_there(watched):
    page = watched.open(PAGES["reader, printed"])
    picture = page.locator("#para_1 .crop img")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    page.click("[data-switch=no-crops]")
    assert not picture.is_visible()


def test_a_paragraph_is_cited_and_copied(watched):
    page = watched.open(PAGES["reader, notes"])
    page.click("#para_3 summary")
    page.click("#para_3 [data-act=cite]")
    page.locator("#sheet figure button").first.click()
    page.wait_for_selector("#told.shown")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "Organisation of Islamic Cooperation. «\xa0REPORT OF THE MEETING OF THE CONTACT GROUP ON SOMALIA\xa0» (Nouakchott,"
    )
    assert ", paragraphe 3. Dans\xa0: " in copied
    assert "Version 2026.11.0, 2026-11-20. en-2023-03-17-cg-somalia-report/para_3. http://127.0.0.1" in copied
    assert copied.endswith("#para_3")


def test_a_citation_is_in_one_script_and_what_was_done_is_told_above_it(watched):
    page = watched.open(PAGES["reader, notes"].replace("fr/", "ar/"))
    page.click("#para_3 summary")
    page.click("#para_3 [data-act=cite]")
    assert "(Nouakchott, Mauritania, 2023-03-17), paragraph 3. In: " in page.text_content("#sheet pre")
    page.locator("#sheet figure button").first.click()
    page.wait_for_selector("#sheet #told.shown")


def test_an_error_report_names_the_id(watched):
    page = watched.open(PAGES["reader, notes"])
    page.click("#para_1 summary")
    page.click("#para_1 [data-act=error]")
    assert "en-2023-03-17-cg-somalia-report/para_1" in page.text_content("#sheet pre")
    letter = page.get_attribute("#sheet a[href^='mailto:']", "href")
    assert re.match(r"mailto:errors@example\.org\?subject=en-2023-03-17-cg-somalia-report%2Fpara_1&", letter)


def test_a_paragraph_is_downloaded(watched):
    page = watched.open(PAGES["reader, notes"])
    page.click("#para_3 summary")
    with page.expect_download() as saved:
        page.click("#para_3 [data-act=download]")
    content = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert content["paragraph_id"] == "en-2023-03-17-cg-somalia-report/para_3"
    assert content["repairs"][0]["repair_kind"] == "note_mark"


def test_the_language_is_switched_and_the_place_kept(watched):
    page = watched.open(f"{PAGES['reader, notes']}#para_2")
    page.click(".languages a[lang=ar]")
    page.wait_for_url("**/ar/reports/en-2023-03-17-cg-somalia-report.html#para_2")
    assert page.get_attribute("html", "dir") == "rtl"
    assert page.get_attribute("#para_2 .words", "dir") == "ltr"
    page = watched.search("en/search.html?q=yemen&from=2015")
    page.click(".languages a[lang=fr]")
    page.wait_for_selector("#state[data-ended=true]")
    assert page.url.endswith("/fr/search.html?q=yemen&from=2015")


def test_the_first_page_is_in_the_language_of_the_reader(browser, address):
    context = browser.new_context(locale="ar-EG")
    page = context.new_page()
    page.goto(address)
    page.wait_for_url("**/ar/index.html")
    context.close()


def test_pages_are_read_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["reader, printed"])
    assert page.locator("#para_6 .words").is_visible()
    assert not page.locator("[data-act=cite]").first.is_visible()
    context.close()


def test_hostile_words_are_shown_as_they_are(watched):
    page = watched.open(PAGES["reader, hostile"])
    assert '<script>alert("never run")</script>' in page.text_content("#para_1")
    assert page.locator("#para_1 .words img, #para_1 .words script").count() == 0
    found = watched.search("en/search.html?q=never run")
    assert '<script>alert("never run")</script>' in found.text_content("#results p")


def test_everything_is_reached_by_the_keyboard(watched):
    page = watched.open(PAGES["reader, notes"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("#para_3 summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#para_3 details').open")
    page.focus("#para_3 [data-act=cite]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#sheet[open]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.act") == "cite"
