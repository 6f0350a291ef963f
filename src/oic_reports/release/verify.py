"""Whether the tables of a release are what it declares of them; what is damaged becomes a line, never a traceback.

The schema is the one that the release itself declares in ``datapackage.json``: an old release is judged by its own. All
that can be asked of a release is in ``proof``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from oic_reports.checks.rules import check_repairs
from oic_reports.release.checksums import check_checksums
from oic_reports.release.fingerprint import digest_rows
from oic_reports.release.load import read_release_table
from oic_reports.tables.arrow import TYPES
from oic_reports.tables.on_disk import let_go
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import load_tables

if TYPE_CHECKING:
    import duckdb

_TWICE = "select 1 from keys group by {columns} having count(*) > 1 limit 1"
_LOST = "select distinct {named} from own where {given} and not exists (select 1 from theirs where {match})"


@dataclass(frozen=True, slots=True)
class Written:
    """What a release was written of just now: tables, ``digest_rows`` of some, and where large ones may lie unpacked.

    Rows that are read back as they were need not be printed once more for their digest, and who asks for them next
    finds them unpacked.
    """

    tables: Mapping[str, pa.Table]
    digests: Mapping[str, str]
    unpacked: Path

    def digest(self, name: str, table: pa.Table) -> str:
        """``digest_rows`` of a table that was read back."""
        known = self.digests.get(name)
        return known if known is not None and table.equals(self.tables[name]) else digest_rows(table)


def verify_files(directory: Path, written: Written | None = None) -> list[str]:
    """What is wrong with a release's files, whether it is listed or not; ``written`` where it was written just now."""
    return [*check_checksums(directory), *check_tables(directory, written)]


def check_tables(directory: Path, written: Written | None = None) -> Iterator[str]:
    """What is wrong with the tables: among themselves, and between them and ``datapackage.json``."""
    try:
        resources = _read_resources(directory)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield f"datapackage.json cannot be used: {type(error).__name__}: {error}"
        return
    # one database for all questions: to open one takes longer than to answer most of them
    with ExitStack() as stack:
        own = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oic-reports-verify-")))
        database = stack.enter_context(open_database({}))
        yield from _check_all(directory, resources, written or Written({}, {}, own), own, database)


def _check_all(
    directory: Path,
    resources: dict[str, dict[str, Any]],
    written: Written,
    own: Path,
    database: duckdb.DuckDBPyConnection,
) -> Iterator[str]:
    tables: dict[str, pa.Table] = {}
    for name, resource in resources.items():
        try:
            # what is no table of the dataset itself nobody asks for again
            unpacked = written.unpacked if name in load_tables() else own
            table = read_release_table(directory / f"{name}.parquet", unpacked)
        except (OSError, pa.ArrowException) as error:
            yield f"{name}.parquet cannot be read: {str(error)[:200]}"
            continue
        found = list(_check_table(name, table, resource["schema"], database))
        yield from found
        if not found:
            tables[name] = table
            yield from _check_rows(name, table, resource, written)
        yield from _check_csv(directory / f"{name}.csv.gz", table, resource["schema"])
    yield from _check_references(tables, resources, database)
    if {"paragraphs", "repairs"} <= set(tables):
        yield from _check_repairs(tables)


def _check_rows(name: str, table: pa.Table, resource: dict[str, Any], written: Written) -> Iterator[str]:
    if table.num_rows != resource["rowCount"]:
        yield f"{name} has {table.num_rows} rows; datapackage.json says {resource['rowCount']}"
    # releases before schema 2.2 do not tell it
    told = resource.get("rowsSha256")
    if told is not None and told != written.digest(name, table):
        yield f"{name}: the rows are not those of datapackage.json: rowsSha256 is another one"


def _read_resources(directory: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    csv = {row["name"]: row for row in package["resources"] if row["format"] == "csv"}
    if any(not {"schema", "rowCount"} <= row.keys() for row in csv.values()):
        msg = "a table without schema or rowCount"
        raise ValueError(msg)
    for row in package["resources"]:
        told = csv.get(str(row["name"]).removesuffix("-parquet"), {})
        if any(row.get(key) != told.get(key) for key in ("schema", "rowCount", "rowsSha256")):
            msg = f"{row['name']} is described otherwise than its CSV file"
            raise ValueError(msg)
    return csv


def _check_table(
    name: str, table: pa.Table, schema: dict[str, Any], database: duckdb.DuckDBPyConnection
) -> Iterator[str]:
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
    if not _is_key(database, table.select(schema["primaryKey"])):
        yield f"{name}: the primary key is not unique"


def _is_key(database: duckdb.DuckDBPyConnection, columns: pa.Table) -> bool:
    """Whether no row stands twice; what that takes of memory is limited."""
    return not _ask(database, _TWICE.format(columns=_quote(columns.column_names)), {"keys": columns})


def _ask(database: duckdb.DuckDBPyConnection, question: str, tables: Mapping[str, pa.Table]) -> list[tuple[Any, ...]]:
    """The rows that answer a question about some tables, which the database knows as long as it takes."""
    for name, table in tables.items():
        database.register(name, table)
    try:
        rows: list[tuple[Any, ...]] = database.execute(question).fetchall()
        return rows
    finally:
        for name in tables:
            database.unregister(name)
        let_go()


def _check_csv(path: Path, table: pa.Table, schema: dict[str, Any]) -> list[str]:
    """Whether the CSV holds the same rows as the Parquet file; it is read piece by piece."""
    types = {field["name"]: TYPES[field["type"]] for field in schema["fields"]}
    rows, different = 0, set[str]()
    try:
        with (
            pa.input_stream(str(path), compression="gzip") as stream,
            pacsv.open_csv(
                stream,
                parse_options=pacsv.ParseOptions(newlines_in_values=True),
                convert_options=pacsv.ConvertOptions(
                    column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""]
                ),
            ) as pieces,
        ):
            columns = pieces.schema.names
            for piece in pieces:
                part = table.slice(rows, piece.num_rows)
                rows += piece.num_rows
                if columns != table.column_names or part.num_rows != piece.num_rows:
                    break
                different |= {n for n in columns if not _are_equal(piece.column(n), part.column(n))}
                let_go()
    except (OSError, pa.ArrowException) as error:
        return [f"{path.name} cannot be read: {str(error)[:200]}"]
    if columns != table.column_names or rows != table.num_rows:
        return [f"{path.name} has other columns or another number of rows than the Parquet file"]
    listed = [name for name in columns if name in different]
    return [f"{path.name} differs from the Parquet file in {', '.join(listed)}"] if listed else []


def _check_references(
    tables: dict[str, pa.Table], resources: dict[str, dict[str, Any]], database: duckdb.DuckDBPyConnection
) -> list[str]:
    problems = []
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            target = key["reference"]["resource"]
            if name not in tables or target not in tables:
                continue
            theirs = tables[target].select(key["reference"]["fields"])
            lost = _find_lost(database, tables[name].select(key["fields"]), theirs)
            if lost:
                problems.append(f"{name}: {', '.join(lost[:5])} is not in {target}")
    return problems


def _find_lost(database: duckdb.DuckDBPyConnection, rows: pa.Table, known: pa.Table) -> list[str]:
    """Keys that refer to nothing, each by its first column, sorted; one that is not given is no reference."""
    own, theirs = rows.column_names, known.column_names
    asked = _LOST.format(
        named=_quote(own),
        given=" and ".join(f'"{name}" is not null' for name in own),
        match=" and ".join(f'own."{name}" = theirs."{other}"' for name, other in zip(own, theirs, strict=True)),
    )
    return sorted({str(row[0]) for row in _ask(database, asked, {"own": rows, "theirs": known})})


def _quote(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _are_equal(found: pa.Array, expected: pa.ChunkedArray) -> bool:
    return bool(pa.chunked_array([found]).equals(expected))


def _check_repairs(tables: dict[str, pa.Table]) -> list[str]:
    """Whether each repair names what stands in ``text_raw``, and all of them lead from there to ``text``."""
    wrong = check_repairs(tables).keys
    return [f"paragraphs: repairs do not lead from text_raw to text in {', '.join(wrong[:5])}"] if wrong else []
