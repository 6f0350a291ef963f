"""Every check has a control: tables that it must reject, and the clean tables that it must not."""

from __future__ import annotations

import copy
import re
from datetime import date

import pyarrow as pa
import pytest

from oic_reports.checks.quarantine import quarantine
from oic_reports.checks.rules import load_rules
from oic_reports.checks.run import run_checks
from oic_reports.checks.suites import (
    SuiteError,
    _make_suite,
    check_table,
    derive_expectations,
    load_suite,
    run_expectations,
)
from oic_reports.checks.verdict import Verdict
from oic_reports.feed.compare import make_feed
from oic_reports.release.id_history import extend_history
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT, drop_documents
from oic_reports.tables.schema import load_tables

AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"
BOX = {"paragraph_id": f"{AR}/para_1", "seq": 1, "page": 1, "x0": 10.0, "top": 10.0, "x1": 90.0, "bottom": 20.0}
REJECT = {
    "source_id": "src-0000000000000000",
    "reject_seq": 1,
    "file_name": "reports/x.txt",
    "stage": "read",
    "reason": "no_report",
    "detail": "nothing in it",
    "document_id": None,
}

CHANGE = {
    **dict.fromkeys(field.name for field in load_tables()["changes"].fields),
    "change_seq": 1,
    "from_version": "2026.10.0",
    "to_version": "2026.11.0",
    "table_name": "paragraphs",
    "row_key": f"{AR}/para_99",
    "document_id": AR,
    "change": "withdrawn",
    "cause": "withdrawal",
}


@pytest.fixture(scope="module")
def clean(tables):
    return {
        **tables,
        "id_history": extend_history(None, tables, "2026.11.0"),
        "changes": make_feed(None, {}, "2026.11.0"),
    }


def as_rows(tables):
    rows = {name: table.to_pylist() for name, table in tables.items()}
    rows["boxes"].append(dict(BOX))
    rows["changes"].append(dict(CHANGE))
    source = copy.deepcopy(rows["sources"][0]) | {"source_id": REJECT["source_id"], "outcome": "rejected"}
    rows["sources"].append(source)
    rows["rejects"].append(dict(REJECT))
    mark = {"flag": "note_mark", "paragraph_id": f"{AR}/para_1", "start": 3, "end": 3, "surface": "1", "note": "1"}
    document = next(row for row in rows["documents"] if row["document_id"] == AR)
    document["flag_count"] += 1
    rows["flags"].append(dict(rows["flags"][0]) | mark | {"flag_seq": document["flag_count"]})
    return rows


def to_tables(rows):
    """Tables of rows, types as declared but nothing required, so that a missing value can be looked at."""
    tables = {}
    for name, table in load_tables().items():
        schema = pa.schema([pa.field(field.name, field.type) for field in to_arrow_schema(table)])
        tables[name] = pa.Table.from_pylist(rows[name], schema=schema)
    return tables


def paragraph(rows, eid, document_id=AR):
    return next(row for row in rows["paragraphs"] if row["paragraph_id"] == f"{document_id}/{eid}")


def put(table, column, value, where=0):
    def change(rows):
        rows[table][where][column] = value

    return change


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


def test_which_rows_fail_is_asked_where_some_do(clean, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "oic_reports.checks.suites._make_suite",
        lambda table, listed: asked.append([entry["meta"]["name"] for entry in listed]) or _make_suite(table, listed),
    )
    table, rows = load_tables()["paragraphs"], as_rows(clean)
    assert all(result.success for result in check_table(table, to_tables(rows)["paragraphs"]))
    (every,) = asked
    rows["paragraphs"][1]["role"] = "nonsense"
    failed = [result.name for result in check_table(table, to_tables(rows)["paragraphs"]) if not result.success]
    assert failed
    assert asked[1:] == [every, [name for name in every if name in failed]]


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


def test_a_rule_about_one_document_looks_at_nothing_else():
    others = {name for name in load_tables() if name not in OF_ONE_DOCUMENT} | {"previous_documents"}
    for rule in load_rules():
        if rule.is_of_one:
            assert others.isdisjoint(re.findall(r"(?:from|join)\s+(\w+)", rule.query)), rule.name
    assert sum(rule.is_of_one for rule in load_rules()) > 10


def test_what_looks_at_one_document_is_asked_of_the_fresh_ones_alone(clean, monkeypatch):
    """Each document has a fault of its own; what looks at all of them, keys too, is asked of all."""
    rows = as_rows(clean)
    for document_id in (AR, EN):
        paragraph(rows, "para_1", document_id)["role"] = "nonsense"
        paragraph(rows, "para_4", document_id)["char_count"] = 1
    rows["paragraphs"].append(copy.deepcopy(rows["paragraphs"][0]))
    tables = to_tables(rows)
    whole = run_checks(tables, None)
    assert set(whole.rejected_documents) == {AR, EN}
    fresh = run_checks(tables, None, {AR})
    assert [result.name for result in fresh.results] == [result.name for result in whole.results]
    assert [result.evaluated for result in fresh.results] == [result.evaluated for result in whole.results]
    assert fresh.rejected_documents[EN] == whole.rejected_documents[EN]
    assert [reason.split(":")[0] for reason in fresh.rejected_documents[AR]] == ["paragraphs.schema.key"]
    assert run_checks(clean, None, {AR, EN}) == run_checks(clean, None)


def test_repairs_that_do_not_lead_to_the_text(clean):
    rows = as_rows(clean)
    paragraph(rows, "para_4")["text"] += "x"
    verdict = run_checks(to_tables(rows), None)
    assert any("rule.repairs_lead_to_text" in reason for reason in verdict.rejected_documents[AR])


def test_a_value_that_no_vocabulary_knows_puts_one_document_aside(clean):
    rows = as_rows(clean)
    paragraph(rows, "para_4")["subrole"] = "no such value"
    verdict = run_checks(to_tables(rows), None)
    assert list(verdict.rejected_documents) == [AR]
    assert verdict.release_failures == ()


@pytest.mark.parametrize("table", sorted(load_tables()))
def test_what_the_schema_implies_is_derived_and_rejects(table, clean):
    declared = load_tables()[table]
    derived = {e["meta"]["name"] for e in derive_expectations(declared)}
    rows = as_rows(clean)
    for field in declared.fields:
        if field.values and rows[table]:
            rows[table][0][field.name] = "no such value"
    rows[table].append(copy.deepcopy(rows[table][-1]))
    required = [
        field.name for field in declared.fields if not field.nullable and field.name not in declared.primary_key
    ]
    extra = copy.deepcopy(rows[table][-1]) | dict.fromkeys(required)
    rows[table].append(extra)
    results = {r.name: r for r in check_table(declared, to_tables(rows)[table])}
    assert f"{table}.schema.key" in derived
    failed = {name for name, result in results.items() if not result.success}
    expected = {f"{table}.schema.key"} | {f"{table}.schema.{name}.required" for name in required}
    expected |= {f"{table}.schema.{field.name}.vocabulary" for field in declared.fields if field.values}
    assert expected <= failed


def test_an_empty_table_and_a_wrong_column_are_rejected(clean):
    empty = {result.name: result for result in check_table(load_tables()["documents"], clean["documents"].slice(0, 0))}
    assert not empty["documents.schema.rows"].success
    dropped = {
        result.name: result for result in check_table(load_tables()["documents"], clean["documents"].drop(["title"]))
    }
    assert not dropped["documents.schema.columns"].success
    assert not dropped["documents.schema.types"].success


def test_an_unknown_expectation_is_an_error_not_a_silence(clean, monkeypatch):
    suite = load_suite("documents")
    suite["expectations"].append(
        {
            "type": "expect_the_unexpected",
            "kwargs": {},
            "meta": {"name": "documents.x", "why": "y", "blocks": "release"},
        }
    )
    monkeypatch.setattr("oic_reports.checks.suites.load_suite", lambda _: suite)
    with pytest.raises(SuiteError, match=r"documents\.x"):
        check_table(load_tables()["documents"], clean["documents"])


def test_failing_documents_become_rejects_and_the_others_go_on(clean):
    rows = as_rows(clean)
    paragraph(rows, "para_1")["text"] = "مقر الأ□م"
    paragraph(rows, "para_1")["text_raw"] = "مقر الأ□م"
    paragraph(rows, "para_1")["char_count"] = 9
    tables = to_tables(rows)
    verdict = run_checks(tables, None)
    assert list(verdict.rejected_documents) == [AR]
    assert verdict.release_failures == ()
    kept = quarantine(tables, verdict)
    assert kept["documents"].column("document_id").to_pylist() == [EN]
    assert {row["document_id"] for row in kept["paragraphs"].to_pylist()} == {EN}
    assert {row["document_id"] for row in kept["flags"].to_pylist()} == {EN}
    assert kept["repairs"].num_rows == 0
    assert kept["meetings"].column("meeting_id").to_pylist() == ["cg-mali-2017-09-20"]
    reject = next(row for row in kept["rejects"].to_pylist() if row["document_id"] == AR)
    assert (reject["stage"], reject["reason"]) == ("check", "check_failed")
    assert "no_lost_glyphs" in reject["detail"]
    outcome = {row["source_id"]: row["outcome"] for row in kept["sources"].to_pylist()}
    assert outcome[reject["source_id"]] == "rejected"
    kept["id_history"] = extend_history(None, kept, "2026.11.0")
    again = run_checks(kept, None)
    assert [result.name for result in again.results if not result.success] == []


def test_when_all_documents_fail_the_release_stops(clean):
    rows = as_rows(clean)
    for row in rows["paragraphs"]:
        row["text"] = "□"
    tables = to_tables(rows)
    kept = quarantine(tables, run_checks(tables, None))
    kept["id_history"] = extend_history(None, kept, "2026.11.0")
    assert {failure.name for failure in run_checks(kept, None).release_failures} >= {"documents.schema.rows"}


def test_a_verdict_comes_back_from_json(clean):
    verdict = run_checks(clean, None)
    assert Verdict.from_json(verdict.to_json()) == verdict


def test_a_long_table_is_checked_by_parts_with_the_same_result(clean, monkeypatch):
    """Faults in several parts: a value of no vocabulary, a missing one, a key that stands twice in two parts."""
    rows = as_rows(clean)
    rows["paragraphs"][1]["role"] = "nonsense"
    rows["paragraphs"][-1]["role"] = "nonsense"
    rows["paragraphs"][7]["text_language"] = None
    rows["paragraphs"][-2]["paragraph_id"] = rows["paragraphs"][0]["paragraph_id"]
    tables = to_tables(rows)
    whole = run_checks(tables, None)
    monkeypatch.setattr("oic_reports.checks.suites._BATCH", 5)
    parts = run_checks(tables, None)
    assert whole.rejected_documents
    assert parts.rejected_documents == whole.rejected_documents
    by_name = [sorted(verdict.results, key=lambda result: (result.table, result.name)) for verdict in (whole, parts)]
    for one, other in zip(*by_name, strict=True):
        assert (one.name, one.success, one.unexpected, sorted(one.keys), sorted(one.documents), one.blocks) == (
            other.name,
            other.success,
            other.unexpected,
            sorted(other.keys),
            sorted(other.documents),
            other.blocks,
        )
