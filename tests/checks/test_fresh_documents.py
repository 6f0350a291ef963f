"""What looks at one document is asked of the fresh ones alone."""

from __future__ import annotations

import copy
import re

from control_tables import AR, EN, as_rows, paragraph, to_tables

from oic_reports.checks.rules import load_rules
from oic_reports.checks.run import run_checks
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT
from oic_reports.tables.schema import load_tables


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
