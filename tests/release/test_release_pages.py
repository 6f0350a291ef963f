"""The pages for people: made of the data, in three languages, and small however large the release is."""

from __future__ import annotations

import csv
import json
import re

import pyarrow as pa
import pytest

from oic_reports.release.metadata.description import describe
from oic_reports.release.pages import print_pages
from oic_reports.release.templating import open_templates
from oic_reports.release.validation_page import print_validation
from oic_reports.release.views import make_views
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES, load_published, load_tables

# bytes that a telephone shows at once, and rows of one table of the page
BEARABLE = 400_000
MANY = 10_000


@pytest.fixture(scope="module")
def pages(whole, verdict, facts):
    with make_views(whole) as views:
        published = {**whole, **views}
        return print_pages(describe(facts, published, ()), published, verdict)


def test_readme_and_codebook_are_there_in_each_language(pages):
    for language, ending in (("en", ""), ("ar", ".ar"), ("fr", ".fr")):
        assert language in LANGUAGES
        readme, codebook = pages[f"README{ending}.md"], pages[f"codebook{ending}.md"]
        assert "2026.11.0" in readme
        for row in load_vocabulary("warnings"):
            assert f"`{row['value']}`" in codebook
            assert row[f"advice_{language}"] in codebook
        for table in load_published().values():
            assert table.meaning[language] in codebook
            assert table.meaning[language] in readme
            assert all(f"| `{field.name}` |" in codebook for field in table.fields)
        assert "built-in" not in readme + codebook
    assert "| الإنجليزية | 1 |" in pages["README.ar.md"]
    assert "| Groupe de contact sur le Mali | 2 |" in pages["README.fr.md"]


def test_the_readme_tells_the_warnings_that_hold_and_no_other(pages):
    assert "(`draft`) | 1 | 0 |" in pages["README.md"]
    assert "`machine_translation`" not in pages["README.md"]


def test_each_column_leads_to_its_vocabulary(pages):
    for ending in ("", ".ar", ".fr"):
        text = pages[f"codebook{ending}.md"]
        links = set(re.findall(r"\]\(#([tv]-[a-z_]+)\)", text))
        anchors = set(re.findall(r'<a id="([tv]-[a-z_]+)"></a>', text))
        assert links <= anchors
        assert {"v-roles", "v-bodies", "v-warnings", "t-documents"} <= links


def test_how_often_a_column_is_empty_is_counted(pages):
    of_documents = pages["codebook.md"].partition('<a id="t-documents">')[2].partition('<a id="t-meetings">')[0]
    lines = {line.split("|")[1].strip(): line for line in of_documents.splitlines() if line.startswith("| `")}
    # one of the two reports has a symbol, both a date, none a session; a document has always an id
    assert "| text | 50 % |" in lines["`symbol`"]
    assert "| text | 100 % |" in lines["`session_kind`"]
    assert "| text | never |" in lines["`work_id`"]


def test_units_are_in_the_language_of_the_page(pages):
    assert "(unit: code points)" in pages["codebook.md"]
    assert "(الوحدة: نقاط ترميز (Unicode))" in pages["codebook.ar.md"]
    assert "(unité : points de code (Unicode))" in pages["codebook.fr.md"]
    named = {row["value"] for row in load_vocabulary("unit_names")}
    assert {field.unit for table in load_published().values() for field in table.fields if field.unit} <= named


def test_the_report_of_the_checks_stays_small(whole, verdict, facts):
    def repeat(name, **changed):
        rows = whole[name].to_pylist() or [dict.fromkeys(whole[name].column_names)]
        many = [{**rows[n % len(rows)], **{key: make(n) for key, make in changed.items()}} for n in range(MANY)]
        return pa.Table.from_pylist(
            many, schema=pa.schema([field.with_nullable(nullable=True) for field in whole[name].schema])
        )

    tables = {
        **whole,
        "documents": repeat(
            "documents", document_id=lambda n: f"en-{n:05}-report", title=lambda _: "A long title " * 40
        ),
        "rejects": repeat(
            "rejects",
            file_name=lambda n: f"{n}.pdf",
            reason=lambda n: ("no_report", "news")[n % 2],
            detail=lambda _: "word " * 200,
        ),
        "repairs": repeat("repairs", repair_kind=lambda _: "glyph_misread"),
    }
    page = print_validation(open_templates(), describe(facts, tables, ()), tables, verdict)
    assert len(page.encode()) < BEARABLE
    assert "The 200 of 10000 with most flags" in page
    assert "no_report: 5000" in page
    assert "the first 200 of 10000" in page
    assert 'name="viewport"' in page
    assert "@media (max-width: 40rem)" in page


def test_the_last_round_is_told_in_words_and_as_data(pages):
    told = json.loads(pages["accuracy.json"])
    rows = [row for row in csv.DictReader(pages["accuracy.csv"].splitlines()) if row["set"] == "first_sight"]
    last = [row for row in rows if row["round"] == max((row["round"] for row in rows), key=int)]
    assert len(told["measures"]) == len(last)
    assert all(set(measure["name"]) == set(measure["on"]) == set(LANGUAGES) for measure in told["measures"])
    stated = next(row for row in last if (row["stage"], row["language"]) == ("stated", "all"))
    share = f"{100 * float(stated['share']):.0f} ("
    assert f"| facts stated | Of facts that we state: are they true? | {share}" in pages["README.md"]
    assert "| données fournies |" in pages["README.fr.md"]


def test_a_release_without_views_has_its_pages_all_the_same(whole, verdict, facts):
    pages = print_pages(describe(facts, whole, ()), whole, verdict)
    assert "`corpus`" not in pages["codebook.md"]
    assert "No warning holds" in pages["README.md"]
    assert set(load_tables()) == set(whole)
