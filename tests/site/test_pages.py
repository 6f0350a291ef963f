from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError

import pytest
from demonstration import find_raw

from oic_reports.resources import find_declared, load_vocabulary, load_words
from oic_reports.site import site_pages
from oic_reports.site.coverage import draw_coverage
from oic_reports.site.marked_text import Span, mark_text, show_repairs
from oic_reports.site.names import UnsafeIdError, check_id, name_place, name_places, name_venue
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import NoReleaseError
from oic_reports.site.rendering import break_name
from oic_reports.site.serving import open_server
from oic_reports.site.site_pages import build_site
from oic_reports.site.together import align, find_pairs
from oic_reports.tables.schema import LANGUAGES

SITE = Path(site_pages.__file__).parent
NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "analysis.ipynb"
HOSTILE = "en-2015-06-04-cg-yemen-report"
PRINTED = "ar-2019-03-26-cg-jammu-kashmir-final-communique"


class Links(HTMLParser):
    """Addresses that a page asks for or leads to, its ids, and what a policy forbids."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.ids, self.forbidden = [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.targets += [given[name] for name in ("href", "src") if given.get(name)]
        self.ids |= {given["id"]} if "id" in given else set()
        self.forbidden += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.forbidden.append(tag)


@pytest.fixture(scope="module")
def parsed(site):
    return {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if "data" not in path.parts}


def test_every_link_leads_somewhere(site, parsed):
    for path, page in parsed.items():
        for target in page.targets:
            name, _, place = target.partition("#")
            if re.match(r"https?:|mailto:", name):
                continue
            found = (path.parent / name.partition("?")[0]).resolve() if name else path
            assert found.is_file(), f"{path.relative_to(site)} leads to {target}"
            if place and found in parsed:
                assert place in parsed[found].ids, f"{path.relative_to(site)} leads to {target}"


def test_nothing_that_the_policy_forbids_is_on_a_page(parsed):
    assert {path: page.forbidden for path, page in parsed.items() if page.forbidden} == {}


def test_what_is_loaded_is_the_sites_own(parsed):
    for page in parsed.values():
        outside = [target for target in page.targets if target.startswith(("http", "//"))]
        assert all(
            target.startswith(("https://reports.example.org/", "https://paper.example.org/")) for target in outside
        )


def test_pages_are_in_three_languages(site):
    for language in LANGUAGES:
        text = (site / language / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
        assert Words(language)["gaps"] in text


def test_every_word_is_used():
    words = load_words("site", "en")
    used = "".join(path.read_text(encoding="utf-8") for path in [*SITE.rglob("*.jinja"), *SITE.glob("*.py")])
    # parts of names that are put together
    composed = ("fact_", "warning_", "status_", "gap_", "nav_", "crops_")
    assert [key for key in words if key not in used and not key.startswith(composed)] == []


def test_hostile_words_stay_text(site):
    for language in LANGUAGES:
        text = (site / language / "reports" / f"{HOSTILE}.html").read_text(encoding="utf-8")
        assert "&lt;script&gt;alert(" in text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "=HYPERLINK(&#34;" in text


def test_the_printed_page_stands_beside_the_paragraph(site):
    text = (site / "ar" / "reports" / f"{PRINTED}.html").read_text(encoding="utf-8")
    pictures = re.findall(r'<img src="\.\./\.\./(crops/[0-9a-f/]+\.png)" width="\d+" height="\d+"', text)
    assert len(pictures) > 10
    assert all((site / picture).read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_without_the_file_the_page_says_so(demonstration, tmp_path):
    built = build_site(demonstration, tmp_path / "site")
    assert built.crops_missing == 2
    text = (tmp_path / "site" / "en" / "reports" / f"{PRINTED}.html").read_text(encoding="utf-8")
    assert Words("en")["crops_no_file"] in text
    assert "<figure" not in text


def test_a_file_that_is_another_one_is_not_drawn(demonstration, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 something else")
    built = build_site(demonstration, tmp_path / "site", find_raw=lambda _: other)
    assert built.crops_missing == 2


def test_what_has_not_changed_is_not_written_again(demonstration, tmp_path):
    first = build_site(demonstration, tmp_path / "site")
    again = build_site(demonstration, tmp_path / "site")
    assert first.written == first.files == again.files
    assert again.written == 0
    page = tmp_path / "site" / "en" / "reports" / f"{HOSTILE}.html"
    page.unlink()
    assert build_site(demonstration, tmp_path / "site").written == 1
    assert page.is_file()


def test_the_same_release_gives_the_same_bytes(demonstration, site, tmp_path):
    again = tmp_path / "again"
    build_site(demonstration, again, find_raw=find_raw(demonstration), contact="errors@example.org")
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []


def test_a_page_that_no_longer_belongs_goes(demonstration, tmp_path):
    out = tmp_path / "site"
    build_site(demonstration, out)
    listed = json.loads((out / ".site.json").read_text())
    (out / "en" / "old.html").write_text("old")
    (out / "kept.txt").write_text("not ours")
    (out / ".site.json").write_text(json.dumps(listed | {"en/old.html": "x"}))
    build_site(demonstration, out)
    assert not (out / "en" / "old.html").exists()
    assert (out / "kept.txt").exists()


def test_a_folder_that_is_no_release_is_refused(tmp_path):
    with pytest.raises(NoReleaseError):
        build_site(tmp_path, tmp_path / "site")


def test_the_current_release_is_shown_where_none_is_named(demonstration, tmp_path):
    from oic_reports.jobs.show import make_site
    from oic_reports.settings import Settings

    settings = Settings(data_home=demonstration.parents[1], site_contact="errors@example.org")
    built = make_site(settings, out=tmp_path / "site")
    assert built.crops_missing == 0
    assert json.loads((tmp_path / "site" / "release.json").read_text())["version"] == demonstration.name
    with pytest.raises(NoReleaseError, match="make dataset"):
        make_site(Settings(data_home=tmp_path))


def test_what_is_measured_is_asked_in_words(site):
    for row in load_vocabulary("accuracy_stages")[:3]:
        for language in LANGUAGES:
            text = (site / language / "index.html").read_text(encoding="utf-8")
            assert f'{row[language]}<span class="soft">{row[f"asked_{language}"]}</span>' in text


def test_files_of_which_there_are_many_are_found_in_the_list_of_all(site):
    text = (site / "en" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="files.html#documents/[a-z0-9-]+\.md">Documents as Markdown</a>', text)


def test_a_warning_and_its_flag_are_told_once(site):
    text = (site / "en" / "reports" / f"{PRINTED}.html").read_text(encoding="utf-8")
    told = text[text.index('class="told-of"') :].partition("</ul>")[0]
    assert told.count("<li") == 1
    assert "two ways of reading the file give different texts" in told


def test_the_notebook_of_analysis_tells_verbs_of_three_languages(demonstration):
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    program = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    answer = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "RELEASE": str(demonstration)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    verbs = {tuple(line.split()) for line in answer.stdout.partition(" verb ")[2].partition(" flag ")[0].splitlines()}
    # of "أَكَّدَ" and "أكد", "It called for" and "The Meeting called for", "La Réunion s'est félicitée"
    assert {("ar", "أكد", "2"), ("en", "called", "2"), ("fr", "félicitée", "1")} <= verbs


def test_a_first_page_is_light(site):
    loaded = sum((site / "static" / name).stat().st_size for name in ("site.css", "site.js", "mark.svg"))
    # what pages of many reports have more is the picture: 80 marks of 200 bytes, and 60 years of 250
    assert all(loaded + (site / name / "index.html").stat().st_size < 70_000 for name in LANGUAGES)


def test_the_picture_of_many_bodies_is_that_of_the_first():
    documents = {
        f"{body}-{year}-{language}": {
            "body_id": f"body-{body}", "body": f"Contact Group on Country {body}", "meeting_id": None,
            "language": language, "date": date(year, 5, 1), "paragraph_count": 20,
        }
        for body in range(30)
        for year in range(1969 + body, 2027)
        for language in LANGUAGES
    }  # fmt: skip
    holdings = SimpleNamespace(documents=documents, meetings={})
    for language in LANGUAGES:
        words = Words(language)
        short, whole = draw_coverage(holdings, words, 200), draw_coverage(holdings, words)
        assert [lane.slug for lane in short.lanes] == ["body-0"]
        assert (short.left_out, len(whole.lanes), whole.left_out) == (29, 30, 0)
        assert len(draw_coverage(holdings, words, 400).lanes) == 2
        assert len(draw_coverage(holdings, words, 1).lanes) == 1


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".x", "a..b"])
def test_an_id_that_is_no_name_is_refused(name):
    with pytest.raises(UnsafeIdError):
        check_id(name)


def test_spans_that_overlap_are_cut_at_each_others_ends():
    marked = mark_text("a<b>c", [Span(0, 3, "x", "one"), Span(2, 5, "y", "two"), Span(4, 9, "z", "outside")], {})
    assert marked == (
        '<mark class="x" title="one">a&lt;</mark><mark class="x y" title="one; two">b</mark>'
        '<mark class="y" title="two">&gt;c</mark>'
    )


def test_repairs_are_shown_where_they_were_made():
    repairs = [{"raw_start": 1, "raw_end": 3, "to_text": "<"}, {"raw_start": 4, "raw_end": 4, "to_text": "x"}]
    before, after = show_repairs("a>>bc", repairs)
    assert before == "a<del>&gt;&gt;</del>bc"
    assert after == "a<ins>&lt;</ins>b<ins>x</ins>c"


def rows(document, *eids):
    return [
        {
            "paragraph_id": f"{document}/{eid}",
            "eid": eid,
            "role": "operative",
            "label": None,
            "text": eid,
            "text_language": "en",
        }
        for eid in eids
    ]


def lay_out(*versions, pairs=None):
    """Eid and the eids of each cell, line by line."""
    named = [rows(f"d{number}", *eids) for number, eids in enumerate(versions)]
    lines = align(named, find_pairs(named, pairs))
    return [(line.eid, *([piece.eid for piece in cell] for cell in line.cells)) for line in lines]


def pair(eid, first=0, second=1):
    return {"paragraph_id": f"d{first}/{eid}", "other_paragraph_id": f"d{second}/{eid}"}


def test_without_a_table_of_pairs_versions_stand_side_by_side_by_their_numbers():
    assert lay_out(["p_1", "para_1", "para_2", "para_3"], ["p_1", "p_2", "para_1", "para_3", "end"]) == [
        (None, ["p_1"], ["p_1", "p_2"]),
        ("para_1", ["para_1"], ["para_1"]),
        (None, ["para_2"], []),
        ("para_3", ["para_3"], ["para_3"]),
        (None, [], ["end"]),
    ]


def test_versions_stand_side_by_side_as_the_release_pairs_them():
    found = lay_out(
        ["title", "p_1", "para_1", "para_2"], ["title", "para_1", "p_1"], pairs=[pair("title"), pair("p_1")]
    )
    assert found == [
        ("title", ["title"], ["title"]),
        (None, [], ["para_1"]),
        ("p_1", ["p_1"], ["p_1"]),
        (None, ["para_1", "para_2"], []),
    ]


def test_what_two_of_three_versions_have_stands_beside_a_gap():
    found = lay_out(
        ["para_1", "para_2", "para_3"],
        ["para_1", "para_3"],
        ["para_1", "para_2", "para_3", "end"],
        pairs=[pair("para_1"), pair("para_1", 0, 2), pair("para_2", 0, 2), pair("para_3"), pair("para_3", 1, 2)],
    )
    assert found == [
        ("para_1", ["para_1"], ["para_1"], ["para_1"]),
        ("para_2", ["para_2"], [], ["para_2"]),
        ("para_3", ["para_3"], ["para_3"], ["para_3"]),
        (None, [], [], ["end"]),
    ]


def test_numbers_that_two_versions_print_in_another_order_do_not_cross():
    found = lay_out(["para_1", "para_2", "para_3"], ["para_2", "para_3", "para_1"])
    assert [line[0] for line in found if line[0]] == ["para_2", "para_3"]


def test_three_versions_in_three_orders_lose_no_paragraph():
    versions = ["para_1", "para_2", "x"], ["para_2", "para_3", "y"], ["para_3", "para_1", "z"]
    found = lay_out(*versions)
    for place, version in enumerate(versions, start=1):
        assert [eid for line in found for eid in line[place]] == list(version)


def test_calls_of_notes_lead_to_them_and_back(site):
    text = (site / "en" / "reports" / "en-2023-03-17-cg-somalia-report.html").read_text(encoding="utf-8")
    # [^1] in the file
    (called,) = re.findall(r'Mogadishu\.<sup><a href="#([^"]+)" role="doc-noteref">1</a></sup>', text)
    note = text[text.index(f'id="{called}"') :]
    assert re.search(r'href="#para_3" role="doc-backlink">↩ called from <bdi>3\.</bdi>', note)
    assert re.search(rf'href="#{called}" title="[^"]+"><bdi lang="en" dir="ltr">1</bdi>', note)


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [("bytes=0-3", 206, "bytes 0-3/"), ("bytes=-4", 206, "bytes "), ("bytes=9-", 206, "bytes 9-"), (None, 200, None)],
)
def test_parts_of_files_are_served(address, demonstration, asked, status, told):
    url = f"{address}data/{demonstration.name}/paragraphs.parquet"
    content = (demonstration / "paragraphs.parquet").read_bytes()
    request = urllib.request.Request(url, headers={"Range": asked} if asked else {})  # noqa: S310  (loopback)
    with urllib.request.urlopen(request) as answer:  # noqa: S310  (loopback)
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        body = answer.read()
        if told:
            assert answer.headers["Content-Range"].startswith(told)
    expected = {"bytes=0-3": content[:4], "bytes=-4": content[-4:], "bytes=9-": content[9:], None: content}
    assert body == expected[asked]


def test_an_answer_does_not_wait_until_its_head_has_come(site):
    """Nagle's algorithm would hold back what follows a head, and browsers tell late that they have a head alone."""
    told = []
    with open_server(site, 0) as server:

        class Watched(server.RequestHandlerClass.func):
            def do_GET(self):  # noqa: N802  (as the base class has it)
                told.append(self.connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
                super().do_GET()

        server.RequestHandlerClass = partial(Watched, directory=str(site))
        threading.Thread(target=server.handle_request, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/release.json") as answer:
            assert json.load(answer)["version"]
    assert told == [1]


def test_folders_are_not_listed(address):
    with pytest.raises(HTTPError, match="404"):
        urllib.request.urlopen(f"{address}data/")  # noqa: S310  (loopback)


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here: apt install nodejs")
def test_a_page_folds_as_the_release_does(tmp_path):
    """The vectors of schemas/search_folding.csv, and what Python makes of each letter that a report may hold."""
    import csv

    from oic_reports.release.folding import fold_text, strip_text

    text = (find_declared("schemas") / "search_folding.csv").read_text(encoding="utf-8")
    vectors = [(row["text"], row["folded"], row["stripped"]) for row in csv.DictReader(text.splitlines())]
    letters = [
        chr(code)
        for code in [*range(0x20, 0x2FF), *range(0x600, 0x780), *range(0x2000, 0x2100), *range(0xFB50, 0xFF00)]
    ]
    odd = ["ووو", "ئٔو", "ئو وو", "و-و", "a\u0301é İı", "𝟙𝟚x", "ﷺ", "١٢٣۴", "\ud83d\ude00 x", "ؤو"]
    samples = [*letters, *odd, *(f"x{letter}y {letter}و" for letter in letters)]
    vectors += [(sample, fold_text(sample), strip_text(fold_text(sample))) for sample in samples]
    # modules are told by their name
    shutil.copy(SITE / "static" / "folding.js", tmp_path / "folding.mjs")
    (tmp_path / "vectors.json").write_text(json.dumps(vectors), encoding="utf-8")
    script = tmp_path / "check.mjs"
    script.write_text(
        'import { readFileSync } from "node:fs"; import { foldText, stripText } from "./folding.mjs";'
        f'const vectors = JSON.parse(readFileSync({json.dumps(str(tmp_path / "vectors.json"))}, "utf8"));'
        "const wrong = vectors.filter(([text, folded, stripped]) => foldText(text) !== folded || stripText(folded) !== stripped);"
        "console.log(JSON.stringify(wrong.map(([text, folded]) => [text, folded, foldText(text)])));",
        encoding="utf-8",
    )
    answer = subprocess.run(["node", str(script)], capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout) == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_name_of_a_place_is_one_that_the_vocabulary_has(language):
    forms = {
        (row[column], row["form"])
        for name, column in (("cities", "city"), ("venues", "venue"))
        for row in load_vocabulary(name)
        if row["language"] == language
    }
    assert name_places(language).items() <= forms


def test_places_are_told_in_the_language_of_the_page():
    row = {"venue": "UN Headquarters", "city": "Geneva", "country_iso2": "CH"}
    assert [name_venue(row, Words(language)) for language in ("en", "ar", "fr")] == [
        "UN Headquarters",
        "مقر الأمم المتحدة",
        "Siège des Nations Unies",
    ]
    assert name_place(row, Words("fr")) == "Genève, Suisse"
    assert name_venue(row | {"venue": "Hall of a Town"}, Words("ar")) == "Hall of a Town"
    assert name_venue(row | {"venue": None}, Words("fr")) == ""


def test_a_french_colon_has_its_blank(site):
    page = (site / "fr" / "bodies" / "cg-somalia.html").read_text(encoding="utf-8")
    assert "Rapports\u00a0: 4" in page
    assert not re.search(r"[a-zé]: \d", page)


def test_an_arrow_leads_to_what_was_put_in_and_points_as_the_page_is_read(site):
    assert [Words(language)["becomes"] for language in ("en", "ar", "fr")] == ["→", "←", "→"]
    page = (site / "en" / "reports" / "en-2023-03-17-cg-somalia-report.html").read_text(encoding="utf-8")
    # the mark of a note is taken out, and nothing put in its place
    assert '<del dir="auto">[^1]</del> <span class="soft">' in page


def test_a_line_may_end_within_a_name_and_nothing_else_is_let_in():
    assert str(break_name("near_<b>_x")) == "near_<wbr>&lt;b&gt;_<wbr>x"


def test_values_are_told_in_the_language_of_the_page_first(site):
    for language in LANGUAGES:
        page = (site / language / "values.html").read_text(encoding="utf-8")
        assert re.findall(r'<td lang="(..)"', page)[0] == language


def test_no_word_has_the_name_of_something_else():
    assert [key for key in load_words("site", "en") if hasattr(Words, key) or key in {"language", "direction"}] == []


def test_french_signs_stay_on_the_line_of_their_word():
    words = Words("fr")
    assert all(" :" not in words[key] and "« " not in words[key] for key in words)
    assert words["most"] == "maximum\u00a0:"
