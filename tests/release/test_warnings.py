"""Each warning is found where its rule says, and nowhere else; each vocabulary of a published column is in the release."""

from __future__ import annotations

import pyarrow as pa
import pytest

from oic_reports.release.views import make_views
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES, load_published

AR = "ar-2013-09-25-cg-mali-report"
NOT_OF_FLAGS = {
    # warning: table, column and value by which the first row brings it about
    "draft": ("documents", "status", "draft"),
    "status_unknown": ("documents", "status", "unknown"),
    "type_unknown": ("documents", "document_type", "unknown"),
    "date_uncertain": ("documents", "date_precision", "year"),
    "weak_fact": ("documents", "date_source", "signature"),
    "near_duplicate": ("document_sources", "relation", "older_version"),
    "other_language": ("paragraphs", "text_language", "fr"),
    "not_of_the_report": ("paragraphs", "role", "page_mark"),
    "repair_uncertain": ("repairs", "confidence", "low"),
}


def find(tables):
    with make_views(tables) as views:
        return views["warnings"].to_pylist()


def put(tables, name, column, value):
    table = tables[name]
    place = table.column_names.index(column)
    values = [value, *table.column(column).to_pylist()[1:]]
    field = table.schema.field(place)
    return {**tables, name: table.set_column(place, field, pa.array(values, field.type))}


def test_the_warnings_of_the_two_reports(whole):
    found = [
        (row["document_id"][:2], row["warning"], (row["paragraph_id"] or "").split("/")[-1]) for row in find(whole)
    ]
    assert ("ar", "draft", "") in found
    assert ("en", "status_unknown", "") in found
    assert ("ar", "not_of_the_report", "runhead_1") in found
    assert [where for of, warning, where in found if (of, warning) == ("ar", "author_error")] == [
        *("para_4", "para_6", "para_8", "para_10"),
    ]
    assert not {warning for _, warning, _ in found} & {"recognised_text", "damaged_signs", "incomplete", "weak_fact"}


def test_warnings_are_counted_by_document_the_whole_first(whole):
    rows = find(whole)
    for document in {row["document_id"] for row in rows}:
        of_one = [row for row in rows if row["document_id"] == document]
        assert [row["warning_seq"] for row in of_one] == list(range(1, len(of_one) + 1))
        assert [row["paragraph_id"] is None for row in of_one] == sorted(
            (row["paragraph_id"] is None for row in of_one), reverse=True
        )


@pytest.mark.parametrize("warning", [row["value"] for row in load_vocabulary("warnings")])
def test_each_rule_finds_what_it_is_for(whole, warning):
    rule = next(row["rule"] for row in load_vocabulary("warnings") if row["value"] == warning)
    quiet = {**whole, "flags": whole["flags"].slice(0, 1)}
    changes = [NOT_OF_FLAGS[warning]] if warning in NOT_OF_FLAGS else []
    changes += [
        ("flags", "flag", row["value"]) for row in load_vocabulary("flag_values") if f"'{row['value']}'" in rule
    ]
    assert changes
    for change in changes:
        # the first document is the Arabic one
        assert any(row["warning"] == warning and row["document_id"] == AR for row in find(put(quiet, *change))), change


def test_every_flag_that_is_no_remark_leads_to_a_warning():
    rules = " ".join(row["rule"] for row in load_vocabulary("warnings"))
    remarks = {
        # what was mended, and how a document is printed
        *(
            "glyph_loss",
            "foreign_script",
            "glyph_misread",
            "markup_artefact",
            "letter_form",
            "line_wrapped",
            "corrected",
        ),
        *("running_header_mid_text", "duplicate_of", "symbol_trailing_dot", "note_mark", "tracked_changes"),
        *("encoding_declared_wrong", "encoding_detected", "mojibake_undone", "correction_stale"),
        # what is not printed, and is empty in ``documents``
        *("no_symbol", "no_title", "no_document_type", "no_numbered_paragraph"),
        # paragraphs of their own role
        *("concatenated_menu", "site_boilerplate"),
    }
    told = {row["value"] for row in load_vocabulary("flag_values") if f"'{row['value']}'" in rules}
    assert {row["value"] for row in load_vocabulary("flag_values")} - told == remarks


def test_warnings_have_advice_in_three_languages():
    for row in load_vocabulary("warnings"):
        assert all(row[language] and row[f"advice_{language}"] for language in LANGUAGES), row["value"]


def test_every_vocabulary_of_a_column_is_in_the_release(whole):
    with make_views(whole) as views:
        rows = views["vocabularies"].to_pylist()
    held = {row["vocabulary"] for row in rows}
    assert held == {field.labels for table in load_published().values() for field in table.fields if field.labels}
    assert {"roles", "flag_values", "bodies", "warnings"} <= held
    known = {(row["vocabulary"], row["value"]) for row in rows}
    for table in load_published().values():
        for field in table.fields:
            assert {(field.vocabulary, value) for value in field.values} <= known
