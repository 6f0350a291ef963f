from __future__ import annotations

import pytest

from oic_reports.cleaning.corrections import CorrectionError, apply_corrections, load_corrections
from oic_reports.cleaning.draft import apply_repairs

AR = "ar-2013-09-25-cg-mali-report"


def rows(tmp_path, text):
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    return load_corrections(tmp_path)


def correct(extractions, corrections):
    return {r.document_id: r for e in apply_corrections(extractions, corrections) for r in e.reports}


def row(**keys):
    keys = {"id": "x", "reason": "seen on the page", "reported": "2026-11-24", **keys}
    return "- {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}\n"


def test_a_replacement_is_a_logged_repair(extractions, tmp_path):
    text = row(action="replace", paragraph_id=f"{AR}/para_4", expect="كيتا", replace="كايتا")
    report = correct(extractions, rows(tmp_path, text))[AR]
    (block,) = [b for b in report.blocks if b.eid == "para_4"]
    assert "كايتا" in block.text
    assert apply_repairs(block.text_raw, block.repairs) == block.text
    last = block.repairs[-1]
    assert (last.before, last.after, last.kind) == ("كيता", "كايتا", "correction")
    assert "corrected" in {flag.flag for flag in block.flags}
    (sic,) = [flag for flag in block.flags if flag.flag == "sic"]
    assert block.text[sic.start : sic.end] == sic.surface == "ابراهيم"


def test_a_fact_is_set_and_flagged(extractions, tmp_path):
    text = row(action="set_fact", document_id=AR, field="status", expect="draft", value="final")
    report = correct(extractions, rows(tmp_path, text))[AR]
    assert report.header.status == "final"
    assert "corrected" in {flag.flag for flag in report.flags}


def test_a_withdrawn_document_is_a_reject(extractions, tmp_path):
    results = apply_corrections(extractions, rows(tmp_path, row(action="withdraw", document_id=AR)))
    rejects = [reject for e in results for reject in e.rejects]
    assert [(r.reason, r.document_id) for r in rejects] == [("withdrawn", AR)]
    assert AR not in {r.document_id for e in results for r in e.reports}


@pytest.mark.parametrize(
    "keys",
    [
        {"action": "replace", "paragraph_id": f"{AR}/para_4", "expect": "not there", "replace": "x"},
        {"action": "replace", "paragraph_id": f"{AR}/para_99", "expect": "x", "replace": "y"},
        {"action": "set_fact", "document_id": AR, "field": "status", "expect": "final", "value": "draft"},
    ],
)
def test_a_stale_row_stops(extractions, tmp_path, keys):
    with pytest.raises(CorrectionError, match="stale"):
        correct(extractions, rows(tmp_path, row(**keys)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {action: replace", "no valid YAML"),
        ("action: replace", "list of rows"),
        (row(action="invent"), "needs an action"),
        (row(action="withdraw"), "document_id"),
        (row(action="withdraw", document_id=AR, extra="x"), "extra"),
        (row(action="set_fact", document_id=AR, field="colour", expect="a", value="b"), "no header field"),
        (row(action="withdraw", document_id=AR) * 2, "stand twice"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, text, message):
    with pytest.raises(CorrectionError, match=message):
        rows(tmp_path, text)


def test_rows_of_documents_that_are_not_here_wait(extractions, tmp_path):
    text = row(action="withdraw", document_id="en-1999-01-01-cfm-report")
    assert len(correct(extractions, rows(tmp_path, text))) == 2
