"""The facts of the specimens that were written for stated facts, and of the flags that they must raise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

SPECIMENS = Path(__file__).resolve().parents[2] / "specimens" / "structure" / "open"
TRUTHS = sorted(SPECIMENS.glob("*_14.json"))


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_stated_facts(path):
    truth = json.loads(path.read_text(encoding="utf-8"))
    file = path.with_suffix(".txt")
    report = build_reports(read_bytes(file.read_bytes(), file.name))[0]
    facts = truth["document"]
    assert {name: getattr(report.header, name) for name in facts} == facts
    assert set(truth["flags_any"]) <= {flag.flag for flag in report.flags}
