"""Every check has a control: tables that it must reject, and the clean tables that it must not."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from control_tables import AR, CHANGE, EN, REJECT, as_rows, paragraph, put, to_tables

from oic_reports.checks.rules import load_rules
from oic_reports.checks.run import run_checks
from oic_reports.checks.suites import load_suite, run_expectations
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT, drop_documents
from oic_reports.tables.schema import load_tables


def text(value):
    def change(rows):
        row = paragraph(rows, "para_1")
        row["text"] = row["text_raw"] = value
        row["char_count"] = len(value)

    return change


def swap_dates(table):
    def change(rows):
        rows[table][0]["date"], rows[table][0]["date_end"] = date(2014, 1, 2), date(2014, 1, 1)

    return change


def span(table, **values):
    def change(rows):
        rows[table][-1].update(values)

    return change


def told(**values):
    """A row of the feed."""
    return lambda rows: rows["changes"].append(CHANGE | {"change_seq": 2} | values)


def silent_copy(rows):
    """The same document once more, from another file, and no word of it."""
    for name in ("documents", "paragraphs"):
        for row in [row for row in rows[name] if row["document_id"] == AR]:
            named = {"document_id": f"{AR}-2"} | ({"source_id": REJECT["source_id"]} if name == "documents" else {})
            if name == "paragraphs":
                named["paragraph_id"] = f"{AR}-2/{row['eid']}"
            rows[name].append(copy.deepcopy(row) | named)


# name of the check -> what breaks it
SUITE_CONTROLS = {
    "documents.id_grammar": put("documents", "document_id", "Report of Mali"),
    "documents.work_id_grammar": put("documents", "work_id", "x"),
    "documents.symbol_grammar": put("documents", "symbol", "OIC//X"),
    "documents.title_not_blank": put("documents", "title", "---"),
    "documents.title_clean": put("documents", "title", "تقرير □"),
    "documents.date_not_before_oic": put("documents", "date", date(1434, 1, 1)),
    "documents.date_end_not_before_oic": put("documents", "date_end", date(1950, 1, 1)),
    "documents.ends_after_start": swap_dates("documents"),
    "documents.country_code": put("documents", "country_iso2", "USA"),
    "documents.annex_range": put("documents", "annex", 2013),
    "documents.has_paragraphs": put("documents", "paragraph_count", 0),
    "documents.meeting_id_grammar": put("documents", "meeting_id", "Mali 2013"),
    "documents.body_id_grammar": put("documents", "body_id", "Contact Group"),
    "meetings.id_grammar": put("meetings", "meeting_id", "Mali 2013"),
    "meetings.date_not_before_oic": put("meetings", "date", date(1900, 1, 1)),
    "meetings.ends_after_start": swap_dates("meetings"),
    "meetings.name_ar_is_arabic": put("meetings", "name_ar", "Mali"),
    "sources.id_grammar": put("sources", "source_id", "file-1"),
    "sources.sha256_hex": put("sources", "sha256", "abc"),
    "sources.bytes_not_negative": put("sources", "bytes", -1),
    "sources.file_below_raw": put("sources", "file_name", "../etc/passwd"),
    "sources.url_scheme": put("sources", "url", "javascript:alert(1)"),
    "sources.media_type_grammar": put("sources", "media_type", "text"),
    "sources.lines_not_negative": put("sources", "line_count", -1),
    "document_sources.likeness_is_share": put("document_sources", "likeness", 1.5),
    "document_sources.lacks_is_share": put("document_sources", "lacks", -0.1),
    "document_sources.adds_is_share": put("document_sources", "adds", 2.0),
    "paragraphs.id_grammar": put("paragraphs", "paragraph_id", "para 1"),
    "paragraphs.eid_grammar": put("paragraphs", "eid", "Para 1"),
    "paragraphs.no_presentation_forms": text("ﺍﻻﺟﺘﻤﺎﻉ"),
    "paragraphs.no_lost_glyphs": text("مقر الأ□م"),
    "paragraphs.no_invisible_characters": text("نص\u200f آخر"),
    "paragraphs.no_loose_spaces": text("two  blanks"),
    "paragraphs.no_mojibake": text("the Meetingâ€™s"),
    "paragraphs.no_markup_left": text("<p>text</p>"),
    "paragraphs.ordinal_range": put("paragraphs", "ordinal", 2013),
    "paragraphs.char_count_range": put("paragraphs", "char_count", 200_001),
    "paragraphs.lines_in_order": span("paragraphs", line_first=5, line_last=4),
    "paragraphs.pages_in_order": span("paragraphs", page_first=5, page_last=4),
    "boxes.page_from_one": put("boxes", "page", 0),
    "boxes.left_of_right": span("boxes", x0=90.0, x1=10.0),
    "boxes.top_above_bottom": span("boxes", top=20.0, bottom=10.0),
    "repairs.starts_in_text": put("repairs", "raw_start", -1),
    "repairs.ends_after_start": span("repairs", raw_start=5, raw_end=4),
    "repairs.rule_named": put("repairs", "rule", "by hand"),
    "repairs.not_lossy_forms": put("repairs", "to_text", "□"),
    "flags.starts_in_text": span("flags", start=-1, end=3),
    "flags.ends_after_start": span("flags", start=3, end=2),
    "flags.rule_named": put("flags", "rule", "?"),
    "rejects.detail_not_blank": put("rejects", "detail", "..."),
    "rejects.source_id_grammar": put("rejects", "source_id", "x"),
    "id_history.id_grammar": put("id_history", "id", "x"),
    "id_history.version_grammar": put("id_history", "first_version", "v1"),
    "changes.from_version_grammar": told(from_version="v1"),
    "changes.to_version_grammar": told(to_version="v1"),
    "id_history.retired_version_grammar": put("id_history", "retired_version", "v1"),
}


def drop(table, **match):
    def change(rows):
        rows[table] = [row for row in rows[table] if any(row[key] != value for key, value in match.items())]

    return change


def renumber(rows):
    paragraph(rows, "para_3")["ordinal"] = 30


def reorder(rows):
    paragraph(rows, "para_3")["seq"] = 99


def item(rows):
    row = copy.deepcopy(paragraph(rows, "para_3"))
    row |= {"eid": "para_3__point_c", "paragraph_id": f"{AR}/para_3__point_c", "role": "list_item", "seq": 18}
    rows["paragraphs"].append(row | {"ordinal": 3, "parent_eid": "para_3", "numbering": "alpha-latin-lower"})


def without_body(rows):
    for row in rows["paragraphs"]:
        if row["document_id"] == AR and row["role"] in {"preamble", "operative"}:
            row["role"] = "annex"


def in_english(rows):
    for row in rows["paragraphs"]:
        if row["document_id"] == AR:
            row["text"] = "The Meeting agreed"


def flag_off(rows):
    row = next(row for row in rows["flags"] if row["start"] is not None)
    row["start"] += 1
    row["end"] += 1


RULE_CONTROLS = {
    "paragraph_sequence": reorder,
    "numbering_without_gaps": renumber,
    "items_without_gaps": item,
    "counts_agree": put("documents", "repair_count", 99),
    "document_has_body": without_body,
    "text_is_not_blank": text("  "),
    "letters_of_the_language": in_english,
    "arabic_words_unmixed": text("الاجتماत"),
    "date_not_after_receipt": put("documents", "date", date(2031, 1, 1)),
    "source_was_described": put("sources", "sha256", None),
    "ids_are_composed": put("documents", "work_id", "2013-09-25-cg-mali-statement"),
    "parents_exist": put("paragraphs", "parent_eid", "para_77"),
    "char_count_is_length": put("paragraphs", "char_count", 3),
    "flags_inside_text": flag_off,
    "repairs_fit_raw_text": put("repairs", "from_text", "xx"),
    "every_source_accounted_for": drop("rejects", reject_seq=1),
    "withdrawn_is_not_told": told(old_text="x"),
    "published_stay_published": drop("documents", document_id=EN),
    "foreign_key_documents_source_id": put("documents", "source_id", "src-1111111111111111"),
    "foreign_key_documents_meeting_id": put("documents", "meeting_id", "cg-mali-1999-01-01"),
    "foreign_key_documents_collection_id": put("documents", "collection_id", "en-0000-00-00-oic-document-collection"),
    "foreign_key_paragraphs_document_id": put("paragraphs", "document_id", "ar-0000-00-00-oic-document"),
    "document_has_its_source": put("document_sources", "relation", "near_copy"),
    "near_duplicates_are_told": silent_copy,
    "foreign_key_document_sources_document_id": put("document_sources", "document_id", "ar-1999-01-01-cfm-report"),
    "foreign_key_document_sources_source_id": put("document_sources", "source_id", "src-1111111111111111"),
    "foreign_key_boxes_paragraph_id": put("boxes", "paragraph_id", f"{AR}/para_99"),
    "foreign_key_repairs_paragraph_id": put("repairs", "paragraph_id", f"{AR}/para_99"),
    "foreign_key_flags_document_id": put("flags", "document_id", "ar-0000-00-00-oic-document"),
    "foreign_key_flags_paragraph_id": put("flags", "paragraph_id", f"{AR}/para_99"),
    "foreign_key_rejects_source_id": put("rejects", "source_id", "src-1111111111111111"),
}


def test_every_expectation_has_a_control():
    named = {e["meta"]["name"] for name in load_tables() for e in load_suite(name)["expectations"]}
    assert named == set(SUITE_CONTROLS)


def test_every_rule_has_a_control():
    assert {rule.name for rule in load_rules()} == set(RULE_CONTROLS)


def test_clean_tables_pass_every_check(clean):
    verdict = run_checks(to_tables(as_rows(clean)), clean)
    assert [result.name for result in verdict.results if not result.success] == []
    assert len(verdict.results) > 190
    # a control is shown to its own check alone: here each check is one of those of a run
    assert {*SUITE_CONTROLS, *(f"rule.{name}" for name in RULE_CONTROLS)} <= {result.name for result in verdict.results}
    assert verdict.rejected_documents == {}


@pytest.mark.parametrize("name", sorted(SUITE_CONTROLS))
def test_each_expectation_rejects_its_control(name, clean):
    rows = as_rows(clean)
    SUITE_CONTROLS[name](rows)
    table = load_tables()[name.split(".")[0]]
    asked = [entry for entry in load_suite(table.name)["expectations"] if entry["meta"]["name"] == name]
    (result,) = run_expectations(table, to_tables(rows)[table.name], asked)
    assert not result.success
    assert result.unexpected == 1


@pytest.mark.parametrize("name", sorted(RULE_CONTROLS))
def test_each_rule_rejects_its_control(name, clean, monkeypatch):
    from oic_reports.checks.rules import check_rules

    rows = as_rows(clean)
    RULE_CONTROLS[name](rows)
    changed = to_tables(rows)
    (rule,) = (rule for rule in load_rules() if rule.name == name)
    monkeypatch.setattr("oic_reports.checks.rules.load_rules", lambda: (rule,))
    results = {result.name: result for result in check_rules(changed, clean)}
    assert not results[f"rule.{name}"].success
    if rule.is_of_one:
        # asked of the document that breaks it alone, it finds the same; of the other one, nothing
        broken = set(results[f"rule.{name}"].documents)
        for kept in ({AR, EN} - broken, broken):
            asked = {table: drop_documents(changed[table], kept) for table in OF_ONE_DOCUMENT}
            again = {result.name: result for result in check_rules(changed, clean, asked)}[f"rule.{name}"]
            # a row of a document that is nowhere is nobody's, and asked always
            is_found = kept is not broken or name == "foreign_key_paragraphs_document_id"
            assert again.keys == (results[f"rule.{name}"].keys if is_found else ())
