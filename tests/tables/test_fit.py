"""What tables cannot hold is put aside, document by document, with what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.tables.fit import put_aside_misfits
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


def test_what_fits_stays_as_it_is(extraction):
    assert put_aside_misfits(extraction) is extraction


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"document_type": None}, "document_type"),
        ({"document_type": None, "status": None}, "document_type, status"),
        ({"organisation": None}, "organisation"),
    ],
)
def test_a_header_that_lacks_what_every_document_has(extraction, facts, named):
    put_aside = put_aside_misfits(with_header(extraction, **facts))
    (reject,) = put_aside.rejects
    assert put_aside.reports == ()
    assert (reject.stage, reject.reason) == ("check", "incomplete_header")
    assert reject.detail.endswith(f": {named}")
    assert (reject.file_name, reject.document_id) == (extraction.source.file_name, extraction.reports[0].document_id)


@pytest.mark.parametrize(
    "facts", [{"session": TOO_LARGE}, {"date": "2013-02-30"}, {"title": "\ud800"}, {"annex": "one"}]
)
def test_a_fact_that_no_column_holds(extraction, facts):
    (reject,) = put_aside_misfits(with_header(extraction, **facts)).rejects
    assert (reject.stage, reject.reason) == ("check", "check_failed")
    assert reject.detail.encode()


@pytest.mark.parametrize("facts", [{"ordinal": TOO_LARGE}, {"role": None}, {"label": "\udcff"}, {"page_first": "x"}])
def test_a_paragraph_that_no_row_holds(extraction, facts):
    (reject,) = put_aside_misfits(with_block(extraction, **facts)).rejects
    assert (reject.reason, "table paragraphs" in reject.detail) == ("check_failed", True)


def test_the_other_documents_of_a_file_stay(extraction):
    (report,) = extraction.reports
    bad = replace(report, document_id="ar-0000-00-00-oic-document", header=replace(report.header, document_type=None))
    kept = put_aside_misfits(replace(extraction, reports=(report, bad)))
    assert [kept.document_id for kept in kept.reports] == [report.document_id]
    assert [reject.document_id for reject in kept.rejects] == [bad.document_id]


def test_facts_of_a_file_that_no_row_holds(extraction):
    odd = replace(extraction, reading=replace(extraction.reading, page_count=TOO_LARGE))
    kept = put_aside_misfits(odd)
    assert (kept.reports, [reject.reason for reject in kept.rejects]) == ((), ["check_failed"])
    tables = tabulate([kept])
    assert tables["sources"].column("outcome").to_pylist() == ["rejected"]
