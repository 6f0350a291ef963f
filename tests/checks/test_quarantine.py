"""Documents that fail are put aside as rejects, and the others go on."""

from __future__ import annotations

from control_tables import AR, EN, as_rows, paragraph, to_tables

from oic_reports.checks.quarantine import quarantine
from oic_reports.checks.run import run_checks
from oic_reports.checks.verdict import Verdict
from oic_reports.release.id_history import extend_history


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
