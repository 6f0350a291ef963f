"""Suites: what the schema implies, which rows fail, and that an unknown expectation is no silence."""

from __future__ import annotations

import copy

import pytest
from control_tables import as_rows, to_tables

from oic_reports.checks.run import run_checks
from oic_reports.checks.suites import SuiteError, _make_suite, check_table, derive_expectations, load_suite
from oic_reports.tables.schema import load_tables


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
