"""The pages of a release: links, what a policy forbids, printed pages beside paragraphs, and what is written again."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from demonstration import find_raw

from oic_reports.site.coverage import draw_coverage
from oic_reports.site.marked_text import Span, mark_text, show_repairs
from oic_reports.site.names import UnsafeIdError, check_id
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, NoReleaseError
from oic_reports.site.shown_report import count_sureness
from oic_reports.site.site_pages import build_site
from oic_reports.tables.schema import LANGUAGES

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "analysis.ipynb"
HOSTILE = "en-2015-06-04-cg-yemen-report"
PRINTED = "ar-2019-03-26-cg-jammu-kashmir-final-communique"


class Links(HTMLParser):
    """Addresses that a page asks for or leads to, its ids, levels of headings, and what a policy forbids."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.ids, self.forbidden, self.levels = [], set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.targets += [given[name] for name in ("href", "src") if given.get(name)]
        self.ids |= {given["id"]} if "id" in given else set()
        self.forbidden += [name for name in given if name == "style" or name.startswith("on")]
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
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


def test_headings_begin_with_one_and_leave_no_level_out(parsed):
    for name, page in parsed.items():
        assert page.levels[:1] == [1], name
        assert all(below - above <= 1 for above, below in itertools.pairwise(page.levels)), (name, page.levels)


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
    rows = Holdings(demonstration).rows("paragraphs")
    operative = [row["structure_confidence"] for row in rows if row["role"] == "operative"]
    sure = answer.stdout.partition(" paragraphs  sure")[2]
    assert ["operative", str(len(operative)), str(operative.count("high"))] in [
        line.split() for line in sure.splitlines()
    ]


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


def test_calls_of_notes_lead_to_them_and_back(site):
    text = (site / "en" / "reports" / "en-2023-03-17-cg-somalia-report.html").read_text(encoding="utf-8")
    # [^1] in the file
    (called,) = re.findall(r'Mogadishu\.<sup><a href="#([^"]+)" role="doc-noteref">1</a></sup>', text)
    note = text[text.index(f'id="{called}"') :]
    assert re.search(r'href="#para_3" role="doc-backlink">↩ called from <bdi>3\.</bdi>', note)
    assert re.search(rf'href="#{called}" title="[^"]+"><bdi lang="en" dir="ltr">1</bdi>', note)


def test_an_arrow_leads_to_what_was_put_in_and_points_as_the_page_is_read(site):
    assert [Words(language)["becomes"] for language in ("en", "ar", "fr")] == ["→", "←", "→"]
    page = (site / "en" / "reports" / "en-2023-03-17-cg-somalia-report.html").read_text(encoding="utf-8")
    # the mark of a note is taken out, and nothing put in its place
    assert '<del dir="auto">[^1]</del> <span class="soft">' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unsure_paragraph_is_marked_in_words_and_how_many_are_sure_is_told(site, demonstration, language):
    name = f"{language}-2023-03-17-cg-somalia-report"
    rows = [row for row in Holdings(demonstration).rows("paragraphs") if row["document_id"] == name]
    words = Words(language)
    page = (site / language / "reports" / f"{name}.html").read_text(encoding="utf-8")
    low = [row["eid"] for row in rows if row["structure_confidence"] == "low"]
    mark = f"{words['sureness']}{words['colon']} {words.name('confidences', 'low')}</span>"
    marked = [part.partition('"')[0] for part in page.split('" id="')[1:] if mark in part]
    assert low
    assert marked == low
    line = page.partition('<p class="soft sureness">')[2].partition("</p>")[0]
    counts = {value: sum(row["structure_confidence"] == value for row in rows) for value in ("high", "medium", "low")}
    told = [f"{words.name('confidences', value)} <bdi>{words.number(count)}</bdi>" for value, count in counts.items()]
    assert " · ".join(told) in line
    assert "fields.html#paragraphs.structure_confidence" in line


def test_a_release_that_does_not_tell_how_sure_it_is_has_no_line_about_it():
    assert count_sureness([{"eid": "p1"}, {"eid": "p2", "structure_confidence": None}], Words("en")) == []
