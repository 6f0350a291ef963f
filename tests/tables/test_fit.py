"""What tables cannot hold is put aside, document by document, with what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.tables.fit import Misfit, find_misfits, fit_report
from oic_reports.tables.tabulate import tabulate

TOO_LARGE = 1 << 63


@pytest.fixture
def extraction(extractions):
    return extractions[0]


def with_header(extraction, **facts):
    (report,) = extraction.reports
    return replace(extraction, reports=(replace(report, header=replace(report.header, **facts)),))


def with_block(extraction, **facts):
    (report,) = extraction.reports
    first, *rest = report.blocks
    return replace(extraction, reports=(replace(report, blocks=(replace(first, **facts), *rest)),))


def find_reject(extraction):
    """The reject of the one report of a file, that no table holds."""
    (report,) = extraction.reports
    misfit = fit_report(report)
    assert isinstance(misfit, Misfit)
    return misfit.reject(extraction, report.document_id)


def test_what_fits_becomes_rows_of_each_table(extraction, tables):
    (report,) = extraction.reports
    made = fit_report(report)
    assert find_misfits([extraction]) == {}
    for name in ("documents", "paragraphs", "flags"):
        assert made[name].to_pylist() == [
            row for row in tables[name].to_pylist() if row["document_id"] == report.document_id
        ]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"status": None}, "status"),
        ({"organisation": None, "status": None}, "organisation, status"),
        ({"organisation": None}, "organisation"),
    ],
)
def test_a_header_that_lacks_what_every_document_has(extraction, facts, named):
    reject = find_reject(with_header(extraction, **facts))
    assert (reject.stage, reject.reason) == ("check", "incomplete_header")
    assert reject.detail.endswith(f": {named}")
    assert (reject.file_name, reject.document_id) == (extraction.source.file_name, extraction.reports[0].document_id)


@pytest.mark.parametrize(
    "facts", [{"session": TOO_LARGE}, {"date": "2013-02-30"}, {"title": "\ud800"}, {"annex": "one"}]
)
def test_a_fact_that_no_column_holds(extraction, facts):
    reject = find_reject(with_header(extraction, **facts))
    assert (reject.stage, reject.reason) == ("check", "check_failed")
    assert reject.detail.encode()


@pytest.mark.parametrize("facts", [{"ordinal": TOO_LARGE}, {"role": None}, {"label": "\udcff"}, {"page_first": "x"}])
def test_a_paragraph_that_no_row_holds(extraction, facts):
    reject = find_reject(with_block(extraction, **facts))
    assert (reject.reason, "table paragraphs" in reject.detail) == ("check_failed", True)


def test_a_report_that_no_table_holds_is_no_row_of_any(extraction):
    (report,) = extraction.reports
    bad = replace(report, header=replace(report.header, status=None))
    with pytest.raises(ValueError, match="status"):
        tabulate([replace(extraction, reports=(bad,))])


def test_facts_of_a_file_that_no_row_holds(extraction):
    wrong = replace(extraction, reading=replace(extraction.reading, page_count=TOO_LARGE))
    (misfit,) = find_misfits([extraction, wrong, extraction]).values()
    assert misfit.reason == "check_failed"
