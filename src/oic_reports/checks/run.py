"""All checks of a run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import pyarrow as pa

from oic_reports.checks.rules import check_rules
from oic_reports.checks.suites import check_table
from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT, drop_documents
from oic_reports.tables.schema import load_tables
from oic_reports.tables.tabulate import WRITTEN_AT_PUBLISHING


def run_checks(
    tables: Mapping[str, pa.Table], previous: Mapping[str, pa.Table] | None, kept: Collection[str] = ()
) -> Verdict:
    """Check every table that is there, and the rules across them.

    Args:
        tables: the tables of this run; what is written at publishing may be missing, every other declared one must be
            there.
        previous: the tables of the last release, or None.
        kept: documents of which is not asked what looks at one document: it holds, since their rows are those of the
            last release, which the same code has checked.

    Raises:
        SuiteError: a suite cannot be used as it is written.
        KeyError: a declared table is missing.
    """
    results: list[CheckResult] = []
    asked = {name: drop_documents(tables[name], kept) for name in OF_ONE_DOCUMENT} if kept else {}
    for name, table in load_tables().items():
        if name in WRITTEN_AT_PUBLISHING and name not in tables:
            continue
        results += check_table(table, tables[name], asked.get(name))
    documents = set(tables["documents"].column("document_id").to_pylist())
    results += check_rules(tables, previous, asked)
    return Verdict(tuple(_attribute(result, documents) for result in results))


def _attribute(result: CheckResult, documents: set[str]) -> CheckResult:
    """A result that names only documents that are there: nobody else can be put aside for it."""
    return replace(result, documents=tuple(name for name in result.documents if name in documents))
