"""Prove a release offline, from its own files; what is damaged becomes a line, never a traceback.

The schema is the one that the release itself declares in ``datapackage.json``: an old release is proved by its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from oic_reports.release.checksums import check_checksums
from oic_reports.release.index import DamagedIndexError, load_index
from oic_reports.tables.arrow import TYPES


def verify(directory: Path) -> list[str]:
    """Everything that is wrong with a release; an empty list proves it."""
    if not directory.is_dir():
        return [f"{directory} is no folder"]
    return [*verify_files(directory), *_check_index(directory)]


def verify_files(directory: Path) -> list[str]:
    """What is wrong with a release's files, whether it is listed or not."""
    problems = check_checksums(directory)
    try:
        resources = _read_resources(directory)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return [*problems, f"datapackage.json cannot be used: {type(error).__name__}: {error}"]
    tables: dict[str, pa.Table] = {}
    for name, schema in resources.items():
        try:
            table = pq.read_table(directory / f"{name}.parquet")
        except (OSError, pa.ArrowException) as error:
            problems.append(f"{name}.parquet cannot be read: {str(error)[:200]}")
            continue
        found = list(_check_table(name, table, schema))
        problems += found
        if not found:
            tables[name] = table
        problems += _check_csv(directory / f"{name}.csv.gz", table, schema)
    problems += _check_references(tables, resources)
    if {"paragraphs", "repairs"} <= set(tables):
        problems += _check_repairs(tables)
    return problems


def _read_resources(directory: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    return {row["name"]: row["schema"] for row in package["resources"] if row["format"] == "csv"}


def _check_table(name: str, table: pa.Table, schema: dict[str, Any]) -> Iterator[str]:
    expected = [(field["name"], TYPES[field["type"]]) for field in schema["fields"]]
    found = [(field.name, field.type) for field in table.schema]
    if found != expected:
        yield f"{name}.parquet does not have the columns and types of datapackage.json"
        return
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        column = table.column(field["name"])
        if constraints.get("required") and column.null_count:
            yield f"{name}.{field['name']}: {column.null_count} required values are missing"
        if "enum" in constraints:
            allowed = pa.array(constraints["enum"], pa.string())
            strange = pc.unique(column.drop_null().filter(pc.invert(pc.is_in(column.drop_null(), allowed)))).to_pylist()
            if strange:
                yield f"{name}.{field['name']}: values outside the vocabulary: {', '.join(map(str, strange[:5]))}"
    keys = table.select(schema["primaryKey"]).to_pylist()
    if len({tuple(row.values()) for row in keys}) != len(keys):
        yield f"{name}: the primary key is not unique"


def _check_csv(path: Path, table: pa.Table, schema: dict[str, Any]) -> list[str]:
    """Whether the CSV holds the same rows as the Parquet file."""
    types = {field["name"]: TYPES[field["type"]] for field in schema["fields"]}
    try:
        with pa.input_stream(str(path), compression="gzip") as stream:
            read = pacsv.read_csv(
                stream,
                parse_options=pacsv.ParseOptions(newlines_in_values=True),
                convert_options=pacsv.ConvertOptions(
                    column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""]
                ),
            )
    except (OSError, pa.ArrowException) as error:
        return [f"{path.name} cannot be read: {str(error)[:200]}"]
    if read.column_names != table.column_names or read.num_rows != table.num_rows:
        return [f"{path.name} has other columns or another number of rows than the Parquet file"]
    different = [name for name in table.column_names if read.column(name).to_pylist() != table.column(name).to_pylist()]
    return [f"{path.name} differs from the Parquet file in {', '.join(different)}"] if different else []


def _check_references(tables: dict[str, pa.Table], resources: dict[str, dict[str, Any]]) -> list[str]:
    problems = []
    for name, schema in resources.items():
        for key in schema.get("foreignKeys", []):
            target = key["reference"]["resource"]
            if name not in tables or target not in tables:
                continue
            known = {tuple(row.values()) for row in tables[target].select(key["reference"]["fields"]).to_pylist()}
            rows = (tuple(row.values()) for row in tables[name].select(key["fields"]).to_pylist())
            lost = sorted({str(row[0]) for row in rows if None not in row and row not in known})
            if lost:
                problems.append(f"{name}: {', '.join(lost[:5])} is not in {target}")
    return problems


def _check_repairs(tables: dict[str, pa.Table]) -> list[str]:
    """Whether repairs applied to ``text_raw`` give ``text``."""
    repairs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in tables["repairs"].to_pylist():
        repairs[row["paragraph_id"]].append(row)
    wrong = []
    for row in tables["paragraphs"].select(["paragraph_id", "text", "text_raw"]).to_pylist():
        text = row["text_raw"]
        for repair in sorted(repairs[row["paragraph_id"]], key=lambda r: r["raw_start"], reverse=True):
            text = text[: repair["raw_start"]] + repair["to_text"] + text[repair["raw_end"] :]
        if text != row["text"]:
            wrong.append(row["paragraph_id"])
    return [f"paragraphs: repairs do not lead from text_raw to text in {', '.join(wrong[:5])}"] if wrong else []


def _check_index(directory: Path) -> list[str]:
    """Whether ``versions.json`` beside the folder lists it."""
    try:
        entries = load_index(directory.resolve().parent)
    except DamagedIndexError as error:
        return [str(error)]
    if not any(entry.version == directory.resolve().name for entry in entries):
        return [f"versions.json does not list {directory.resolve().name}: it is no release"]
    return []
