"""What is said when a release is refused: the cause last, short."""

from __future__ import annotations

import pytest

from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.release.refusal import explain_refusal
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.schema import load_tables

AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"
PUBLISHED = {AR: "src-1111111111111111", EN: "src-2222222222222222"}


def fail(name, keys=(), blocks="release"):
    return CheckResult(name, "t", "e", "A reason.", blocks, False, 1, len(keys), tuple(keys))  # noqa: FBT003


def rejected(**row):
    facts = {"source_id": "src-2222222222222222", "reject_seq": 1, "file_name": "reports/x.txt", "stage": "structure"}
    row = facts | {"reason": "rule_failed", "detail": "IndexError in structure/x.py, line 7", "document_id": None} | row
    return {"rejects": to_arrow_table(load_tables()["rejects"], [row])}


NONE = {"rejects": to_arrow_table(load_tables()["rejects"], [])}


def test_nothing_to_say():
    assert explain_refusal(Verdict(()), NONE, {}) is None


def test_a_lost_report_comes_last_with_the_reject_of_its_file():
    said = explain_refusal(
        Verdict((fail("documents.schema.rows"), fail("rule.published_stay_published", [EN]))), rejected(), PUBLISHED
    )
    assert said == (
        "2 checks stop this release, the last one stays as it is: documents.schema.rows does not hold:"
        " A reason.;"
        f" rule.published_stay_published: {EN} was published and would be missing: reports/x.txt is rejected: rule_failed:"
        " IndexError in structure/x.py, line 7"
    )


def test_the_reject_of_the_document_itself_goes_before_that_of_its_file():
    tables = rejected(source_id="src-3333333333333333", document_id=EN, reason="incomplete_header", detail="no type")
    said = explain_refusal(Verdict((fail("rule.published_stay_published", [EN]),)), tables, PUBLISHED)
    assert "reports/x.txt is rejected: incomplete_header: no type" in said


def test_a_report_whose_file_is_gone():
    said = explain_refusal(Verdict((fail("rule.published_stay_published", [AR]),)), rejected(), PUBLISHED)
    assert f"{AR} was published and its file is gone: restore it" in said


@pytest.mark.parametrize(
    ("count", "more"), [(3, ""), (4, " (1 of them are not named)"), (90, " (87 of them are not named)")]
)
def test_it_stays_short(count, more):
    said = explain_refusal(Verdict(tuple(fail(f"x.y{n}", ["a", "b", "c", "d"]) for n in range(count))), NONE, {})
    assert said.startswith(
        f"{count} checks stop this release, the last one stays as it is{more}: x.y2 does not hold: A reason. (a, b, c)"
    )
    assert len(said) < 300


def test_a_long_detail_and_many_lost_reports_are_cut():
    tables = rejected(detail="x" * 5000)
    keys = [EN, AR, *(f"en-2001-01-{day:02}-cfm-report" for day in range(1, 31))]
    said = explain_refusal(Verdict((fail("rule.published_stay_published", keys),)), tables, PUBLISHED)
    assert "(and 29 more)" in said
    assert len(said) < 1000
