"""What a backfill is about: each condition holds and refuses, and what does not exist is refused before anything is done."""

from __future__ import annotations

import pytest

from oic_reports.jobs.selection import Selection, SelectionError, list_passed_over

ROW = {
    "document_id": "ar-2013-09-25-cg-mali-report",
    "language": "ar",
    "body_id": "cg-mali",
    "date": "2013-09-25",
    "date_end": "2013-09-27",
    "source_id": "src-9e80b411712b49da",
}
FILE = "reports/oicun/2013-abc/report.pdf"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, True),
        ({"since": "2013-09-27"}, True),
        ({"since": "2013-09-28"}, False),
        ({"until": "2013-09-25"}, True),
        ({"until": "2013-09-24"}, False),
        ({"language": "ar"}, True),
        ({"language": "fr"}, False),
        ({"body": "cg-mali"}, True),
        ({"body": "cfm"}, False),
        ({"source": "src-9e80b411712b49da"}, True),
        ({"source": "src-0000000000000000"}, False),
        ({"source": "oicun"}, True),
        ({"source": "2013-abc"}, False),
        ({"document": "ar-2013-09-25-cg-mali-report"}, True),
        ({"document": "ar-2013-09-25-cg-mali-report-2"}, False),
        ({"language": "ar", "body": "cfm"}, False),
    ],
)
def test_what_is_held(condition, expected):
    assert Selection(**condition).holds_row(ROW, FILE) is expected


def test_a_report_without_a_date_is_in_no_period():
    row = ROW | {"date": None, "date_end": None}
    assert not Selection(until="2030-01-01").holds_row(row, FILE)
    assert Selection(language="ar").holds_row(row, FILE)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"body": "nonsense"}, "no body is called nonsense"),
        ({"since": "2013-02-31"}, "since=2013-02-31 is no day"),
        ({"since": "2014-01-01", "until": "2013-01-01"}, "since=2014-01-01 is after until=2013-01-01"),
        ({"source": "nowhere"}, "no source is called nowhere"),
    ],
)
def test_what_cannot_be_is_refused_at_once(root, condition, said):
    with pytest.raises(SelectionError, match=said):
        Selection(**condition).check(root / "raw")


@pytest.mark.parametrize(
    "condition", [{}, {"body": "cfm"}, {"source": "oicun"}, {"source": "2026"}, {"source": "src-0000000000000000"}]
)
def test_what_may_be_is_not_refused(root, condition):
    Selection(**condition).check(root / "raw")


@pytest.mark.parametrize(
    "condition", [{"document": "fr-2013-09-25-cg-mali-report"}, {"source": "src-0000000000000000"}]
)
def test_one_that_no_file_gives_is_refused_when_all_is_read(tables, condition):
    with pytest.raises(SelectionError, match="nothing was published"):
        Selection(**condition).check_found(tables)


def test_one_that_is_there(tables):
    (row, *_) = tables["documents"].to_pylist()
    Selection(document=row["document_id"], source=row["source_id"]).check_found(tables)


def test_by_force_only_what_is_selected_is_read_anew(tables):
    (english,) = [row["source_id"] for row in tables["documents"].to_pylist() if row["language"] == "en"]
    assert list_passed_over(Selection(language="ar"), tables) == {english}
    assert list_passed_over(Selection(body="cfm"), tables) == set(tables["documents"].column("source_id").to_pylist())
    assert list_passed_over(Selection(), tables) == list_passed_over(Selection(language="ar"), None) == set()
