"""All checks of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from oic_reports.checks.rules import check_rules
from oic_reports.checks.suites import check_table
from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.tables.schema import load_tables
from oic_reports.tables.tabulate import WRITTEN_AT_PUBLISHING


def run_checks(tables: Mapping[str, pa.Table], previous: Mapping[str, pa.Table] | None) -> Verdict:
    """Check every table that is there, and the rules across them.

    Args:
        tables: the tables of this run; what is written at publishing may be missing, every other declared one must be
            there.
        previous: the tables of the last release, or None.

    Raises:
        SuiteError: a suite cannot be used as it is written.
        KeyError: a declared table is missing.
    """
    results: list[CheckResult] = []
    for name, table in load_tables().items():
        if name in WRITTEN_AT_PUBLISHING and name not in tables:
            continue
        results += check_table(table, tables[name])
    documents = set(tables["documents"].column("document_id").to_pylist())
    return Verdict(tuple(_attribute(result, documents) for result in (*results, *check_rules(tables, previous))))


def _attribute(result: CheckResult, documents: set[str]) -> CheckResult:
    """A result that names only documents that are there: nobody else can be put aside for it."""
    return replace(result, documents=tuple(name for name in result.documents if name in documents))
