"""Checks of the files that people keep by hand in ``raw/``: the catalogue, its sites, its rules of discovery.

All cells are text here, so that a bad date is a finding and not a crash; what a column's type demands of that text is
derived from ``schemas/inputs.yaml``. Addresses stand in their canonical form where they have one. A check that blocks a
``row`` leaves that row out of the fetch; one that blocks the ``release`` leaves out all. ``CheckResult.documents`` are
the addresses of the failing rows, all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa

from oic_reports.checks.rules import derive_foreign_keys, read_rules, run_rules
from oic_reports.checks.suites import derive_expectations, load_suite, run_expectations
from oic_reports.checks.verdict import CheckResult
from oic_reports.resources import load_vocabulary
from oic_reports.sources.catalogue import canonical_address, read_rows, tidy_address
from oic_reports.tables.schema import TableSchema, load_inputs

PATTERNS = "rule.link_patterns_compile"
_OF_BOTH = "rule.addresses_are_valid"
_OF_RULES = frozenset({_OF_BOTH, "rule.index_on_its_site", "rule.foreign_key_discovery_site"})
# keys that a message names
_MOST_KEYS = 50
# the column that names a row of a finding; a site has no address
_NAMED_BY = {"catalogue": "address", "sites": "site", "discovery": "index_address"}
_ADDRESS_COLUMNS = ("address", "archive_address", "printer_address", "duplicate_of", "index_address")
_HELD = ("address", "archive_address", "printer_address", "other_languages")
# a declared type as a pattern of its text, and as the form of a calendar
_TYPES = {"date": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "number": r"^[0-9]+(?:\.[0-9]+)?$"}
_CALENDAR = "%Y-%m-%d"


def check_inputs(catalogue_folder: Path) -> list[CheckResult]:
    """Everything that must hold of ``catalogue.csv``, ``sites.csv`` and ``discovery.csv`` of a folder.

    Raises:
        CatalogueError: a file cannot be read as a table; its message says where.
        SuiteError: a suite cannot be used as it is written.
    """
    return check_input_tables(read_input_tables(catalogue_folder))


def is_of_rules(result: CheckResult) -> bool:
    """Whether a check is about rules of discovery."""
    return result.table == "discovery" or result.name in _OF_RULES


def is_of_rows(result: CheckResult) -> bool:
    """Whether a check is about rows of the catalogue."""
    return result.name == _OF_BOTH or not is_of_rules(result)


def bad_addresses(results: Iterable[CheckResult]) -> dict[str, str]:
    """Canonical address (of a catalogue row, or of an index page) to why it is not fetched, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for result in results:
        if not result.success and result.blocks == "row":
            for address in result.documents:
                found[address].append(f"{result.name}: {result.why}")
    return {address: " ".join(reasons) for address, reasons in sorted(found.items())}


def read_input_tables(folder: Path) -> dict[str, pa.Table]:
    """The three files as tables of text, columns as declared; a missing ``discovery.csv`` is an empty one.

    Raises:
        CatalogueError: as in ``check_inputs``.
    """
    tables = {}
    for name, table in load_inputs().items():
        columns = [field.name for field in table.fields]
        path = folder / f"{name}.csv"
        rows = [] if table.may_be_empty and not path.exists() else read_rows(path, columns, table.primary_key)
        schema = pa.schema([pa.field(column, pa.string()) for column in columns])
        tables[name] = pa.Table.from_pylist([_tidy_row(row) for _, row in rows], schema=schema)
    return tables


def check_input_tables(tables: Mapping[str, pa.Table]) -> list[CheckResult]:
    """The checks over the tables of ``read_input_tables``: suites, rules across rows, patterns.

    Raises:
        SuiteError: as in ``check_inputs``.
    """
    results: list[CheckResult] = []
    declared = {name: replace(table, primary_key=(_NAMED_BY[name],)) for name, table in load_inputs().items()}
    for name, table in load_inputs().items():
        listed = [*derive_text_expectations(table), *load_suite(name)["expectations"]]
        results += run_expectations(declared[name], tables[name], listed)
    rules = (*read_rules("inputs", ("row", "release")), *derive_foreign_keys(declared, "row"))
    return [*results, *run_rules(rules, {**tables, **_derive_tables(tables)}), check_patterns(tables["discovery"])]


def derive_text_expectations(table: TableSchema) -> Iterator[dict[str, Any]]:
    """What the schema implies for columns of text; what speaks of values blocks rows, but in the table of sites."""
    level = "release" if table.name == "sites" else "row"
    for expectation in derive_expectations(table):
        of_values = not expectation["type"].startswith("expect_table_")
        yield {**expectation, "meta": {**expectation["meta"], "blocks": level if of_values else "release"}}
    for field in table.fields:
        meta = {
            "name": f"{table.name}.schema.{field.name}.type",
            "why": f"The value is a {field.type}.",
            "blocks": level,
        }
        if field.type in _TYPES:
            kwargs = {"column": field.name, "regex": _TYPES[field.type]}
            yield {"type": "expect_column_values_to_match_regex", "kwargs": kwargs, "meta": meta}
        if field.type == "date":
            kwargs = {"column": field.name, "strftime_format": _CALENDAR}
            meta = {**meta, "name": f"{table.name}.schema.{field.name}.calendar", "why": "The day is in the calendar."}
            yield {"type": "expect_column_values_to_match_strftime_format", "kwargs": kwargs, "meta": meta}


def check_patterns(discovery: pa.Table) -> CheckResult:
    """Whether each ``link_pattern`` is a regular expression of Python."""
    wrong = [row["index_address"] for row in discovery.to_pylist() if not is_pattern(row["link_pattern"] or "")]
    return CheckResult(
        name=PATTERNS,
        table="discovery",
        expectation="python_rule",
        why="A link pattern is a regular expression of Python.",
        blocks="row",
        success=not wrong,
        evaluated=discovery.num_rows,
        unexpected=len(wrong),
        keys=tuple(wrong[:_MOST_KEYS]),
        documents=tuple(dict.fromkeys(wrong)),
    )


def is_pattern(text: str) -> bool:
    """Whether a text is a regular expression of Python."""
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _tidy_row(row: Mapping[str, str | None]) -> dict[str, str | None]:
    return {name: tidy_address(value) if name in _ADDRESS_COLUMNS else value for name, value in row.items()}


def _list_addresses(cell: str | None) -> Iterator[str]:
    for address in (cell or "").split():
        yield tidy_address(address) or ""


def _derive_tables(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """What the rules ask of besides: every address with its host (null: no valid one), hosts of sites, known bodies."""
    addresses = [
        (row["address"], kind, row["site"], address, _find_host(address))
        for row in tables["catalogue"].to_pylist()
        for kind in _HELD
        for address in (_list_addresses(row[kind]) if kind == "other_languages" else [row[kind]])
        if address
    ]
    indexes = [(row["index_address"], row["site"]) for row in tables["discovery"].to_pylist() if row["index_address"]]
    addresses += [(index, "index_address", site, index, _find_host(index)) for index, site in indexes]
    hosts = [(row["site"], host) for row in tables["sites"].to_pylist() for host in (row["hosts"] or "").split()]
    bodies = [(row["body_id"],) for row in load_vocabulary("bodies")]
    return {
        "addresses": _to_table(("owner", "kind", "site", "address", "host"), addresses),
        "site_hosts": _to_table(("site", "host"), hosts),
        "bodies": _to_table(("body_id",), bodies),
    }


def _find_host(address: str) -> str | None:
    """Host and port of an address, None where it is not valid."""
    try:
        return urlsplit(canonical_address(address)).netloc
    except ValueError:
        return None


def _to_table(columns: Sequence[str], rows: Sequence[tuple[str | None, ...]]) -> pa.Table:
    schema = pa.schema([pa.field(column, pa.string()) for column in columns])
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], schema=schema)
