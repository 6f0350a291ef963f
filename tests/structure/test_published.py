"""Pages of first-sight rounds that are known as the OIC's own are published: no check of a document puts them aside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from oic_reports.checks.run import run_checks
from oic_reports.errors import UnreadableFileError
from oic_reports.jobs.assemble import assemble
from oic_reports.jobs.read import describe_source
from oic_reports.model import Extraction, ReadingFacts
from oic_reports.own_sites import list_addresses
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

ROUNDS = Path(__file__).resolve().parents[1] / "specimens" / "structure" / "rounds"
# what a page lost, so that its document is put aside: signs that nothing restores; and decimals (1.1, 2.1) below lines
# without numbers, which count anew below no heading: a known fault
PUT_ASIDE = {
    "20-fr06": {"documents.title_clean", "paragraphs.no_lost_glyphs"},
    "43-fr03": {"rule.numbering_without_gaps"},
}


def read_page(truth):
    (page,) = (path for path in truth.parent.glob(f"{truth.stem}.*") if path != truth)
    source = describe_source(page, json.loads(truth.read_text(encoding="utf-8")).get("address"))
    source = replace(source, received="2026-11-24", how_obtained="test", media_type="text/html", rights_note="ours")
    try:
        reading = read_bytes(page.read_bytes(), page.name)
        return Extraction(source, ReadingFacts.of(reading), build_reports(reading, list_addresses(source)))
    except (NoReportError, UnreadableFileError):
        return None


@pytest.fixture(scope="module")
def pages():
    """Extractions by round and page, of the OIC's own pages that are accepted."""
    truths = [path for path in sorted(ROUNDS.glob("*/*.json")) if json.loads(path.read_text(encoding="utf-8"))["ours"]]
    read = {f"{path.parent.name}-{path.stem}": read_page(path) for path in truths}
    return {name: extraction for name, extraction in read.items() if extraction is not None}


@pytest.fixture(scope="module")
def put_aside(pages, tmp_path_factory):
    """By page: the checks of its documents that fail, or the reject that its facts made of it."""
    corrections = tmp_path_factory.mktemp("corrections")
    assembled = assemble(pages.values(), None, corrections, tmp_path_factory.mktemp("tables"))
    of_source = {extraction.source.source_id: name for name, extraction in pages.items()}
    found = {
        of_source[row["source_id"]]: {row["reason"]}
        for row in assembled.tables["rejects"].to_pylist()
        if not row["reason"].startswith("duplicate")
    }
    documents = {row["document_id"]: of_source[row["source_id"]] for row in assembled.tables["documents"].to_pylist()}
    for check in run_checks(assembled.tables, None).results:
        for document in check.documents:
            found.setdefault(documents[document], set()).add(check.name)
    return found


def test_pages_of_ours_are_published(pages, put_aside):
    assert len(pages) > 250
    assert put_aside == PUT_ASIDE
