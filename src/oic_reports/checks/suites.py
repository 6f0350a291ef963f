"""Great Expectations: what the schema implies, and what ``expectations/<table>.json`` adds, in one run per table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from oic_reports.checks.gx_library import load_library, open_frames
from oic_reports.checks.verdict import OF_DOCUMENTS, CheckResult
from oic_reports.errors import ForeseenError
from oic_reports.resources import find_declared
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.on_disk import let_go
from oic_reports.tables.schema import TableSchema, load_inputs

if TYPE_CHECKING:
    import pandas as pd

# keys that a message names
_MOST_KEYS = 50
# rows that become a data frame at once: a paragraph takes some 3 kB there
_BATCH = 16_384
# expectations that cannot be asked of one row after the other
_OF_ALL_ROWS = frozenset({"expect_column_values_to_be_unique", "expect_compound_columns_to_be_unique"})


class SuiteError(ForeseenError):
    """A suite cannot be used as it is written; the message names its file."""


def load_suite(table: str) -> dict[str, Any]:
    """The suite of a table as JSON values.

    A check of a published table blocks a document or the release; one of a file kept by hand (``schemas/inputs.yaml``)
    blocks a row, which is then not fetched, or the release of all of them.

    Raises:
        SuiteError: the file is missing, no JSON, or an expectation has no name, reason or level of blocking.
    """
    path = find_declared("expectations") / f"{table}.json"
    try:
        suite: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        msg = f"expectations/{table}.json is missing: each table has a suite"
        raise SuiteError(msg) from error
    except json.JSONDecodeError as error:
        msg = f"expectations/{table}.json is no valid JSON: {error}"
        raise SuiteError(msg) from error
    levels = {"row", "release"} if table in load_inputs() else {"document", "release"}
    for expectation in suite["expectations"]:
        meta = expectation.get("meta", {})
        if not meta.get("name") or not meta.get("why") or meta.get("blocks") not in levels:
            msg = f"expectations/{table}.json: {expectation.get('type')} needs meta with name, why and blocks"
            raise SuiteError(msg)
    return suite


def derive_expectations(table: TableSchema) -> Iterator[dict[str, Any]]:
    """What the declared schema implies: columns, required values, vocabularies, keys, and that there are rows.

    A missing value, one that no vocabulary knows, and a key that stands twice are one document's trouble, where rows
    belong to documents; the rest is that of all.
    """
    of_rows = "document" if table.primary_key[0] in OF_DOCUMENTS else "release"

    def expect(kind: str, name: str, why: str, blocks: str = "release", **kwargs: object) -> dict[str, Any]:
        meta = {"name": f"{table.name}.schema.{name}", "why": why, "blocks": blocks}
        return {"type": kind, "kwargs": kwargs, "meta": meta}

    names = [field.name for field in table.fields]
    yield expect(
        "expect_table_columns_to_match_ordered_list", "columns", "The columns are those declared.", column_list=names
    )
    if not table.may_be_empty:
        yield expect("expect_table_row_count_to_be_between", "rows", "The table is not empty.", min_value=1)
    if len(table.primary_key) == 1:
        kind, key = "expect_column_values_to_be_unique", {"column": table.primary_key[0]}
        yield expect(kind, "key", "The primary key is unique.", of_rows, **key)
    else:
        kind = "expect_compound_columns_to_be_unique"
        yield expect(kind, "key", "The primary key is unique.", of_rows, column_list=list(table.primary_key))
    for field in table.fields:
        if not field.nullable:
            kind = "expect_column_values_to_not_be_null"
            yield expect(kind, f"{field.name}.required", "The value is required.", of_rows, column=field.name)
        if field.vocabulary:
            kind = "expect_column_values_to_be_in_set"
            why = f"The values are those of the vocabulary {field.vocabulary}."
            name = f"{field.name}.vocabulary"
            yield expect(kind, name, why, of_rows, column=field.name, value_set=list(field.values))


def check_types(table: TableSchema, found: pa.Table) -> CheckResult:
    """Whether the Arrow types are those declared: lost when the table becomes a data frame, so compared before."""
    declared = to_arrow_schema(table)
    wrong = tuple(
        field.name
        for field in declared
        if field.name not in found.column_names or found.schema.field(field.name).type != field.type
    )
    return CheckResult(
        name=f"{table.name}.schema.types",
        table=table.name,
        expectation="arrow_types_as_declared",
        why="The types are those declared.",
        blocks="release",
        success=not wrong,
        evaluated=len(declared),
        unexpected=len(wrong),
        keys=wrong,
    )


def check_table(table: TableSchema, found: pa.Table, asked: pa.Table | None = None) -> list[CheckResult]:
    """All expectations of one table.

    Args:
        table: what is declared.
        found: the table.
        asked: the rows of which is asked what can be asked of one row alone; of the others it is known that it holds.
            None: all rows.

    Raises:
        SuiteError: the library did not take every expectation of the file (it drops unknown types without a word).
    """
    types = check_types(table, found)
    listed = [*derive_expectations(table), *load_suite(table.name)["expectations"]]
    if set(found.column_names) != {field.name for field in table.fields}:
        # the other expectations speak of columns that are not there
        listed = listed[:1]
    return [types, *run_expectations(table, found, listed, asked)]


def run_expectations(
    table: TableSchema, found: pa.Table, listed: list[dict[str, Any]], asked: pa.Table | None = None
) -> list[CheckResult]:
    """Expectations of one table, a short one in one call; failing rows are named by ``table.primary_key``.

    Raises:
        SuiteError: as in ``check_table``.
    """
    is_short = asked is None and found.num_rows <= _BATCH
    parts = [(found, listed)] if is_short else _part(table, found, found if asked is None else asked, listed)
    by_name: dict[str, list[CheckResult]] = {entry["meta"]["name"]: [] for entry in listed}
    for part, entries in parts:
        for outcome in _validate(table, part, entries):
            result = _judge(table, outcome, found.num_rows)
            by_name[result.name].append(result)
        let_go()
    return [_add(by_name[entry["meta"]["name"]] or [_hold(table, entry, found.num_rows)]) for entry in listed]


def _part(
    table: TableSchema, found: pa.Table, asked: pa.Table, listed: list[dict[str, Any]]
) -> Iterator[tuple[pa.Table, list[dict[str, Any]]]]:
    """A long table by parts, each with the expectations to ask of it: memory holds one part as a data frame.

    What looks at one row at a time is asked of each part; whether keys are unique, of the key's columns alone; what is
    said of the table as such, of the first part.
    """
    of_keys = [entry for entry in listed if entry["type"] in _OF_ALL_ROWS]
    of_table = [entry for entry in listed if entry["type"].startswith("expect_table_")]
    of_rows = [entry for entry in listed if entry not in of_keys and entry not in of_table]
    if of_table:
        yield found.slice(0, 1), of_table
    if of_keys:
        yield found.select(list(table.primary_key)), of_keys
    for start in range(0, asked.num_rows, _BATCH):
        yield asked.slice(start, _BATCH), of_rows


def _hold(table: TableSchema, entry: Mapping[str, Any], rows: int) -> CheckResult:
    """The result of a check that no row had to be asked."""
    meta = entry["meta"]
    return CheckResult(meta["name"], table.name, entry["type"], meta["why"], meta["blocks"], True, rows, 0)  # noqa: FBT003


def _add(results: list[CheckResult]) -> CheckResult:
    """The results of one check on all parts of a table."""
    first = results[0]
    return replace(
        first,
        blocks="release" if any(result.blocks == "release" for result in results) else first.blocks,
        why=next((result.why for result in results if result.why != first.why), first.why),
        success=all(result.success for result in results),
        unexpected=sum(result.unexpected for result in results),
        keys=tuple(key for result in results for key in result.keys)[:_MOST_KEYS],
        documents=tuple(dict.fromkeys(name for result in results for name in result.documents)),
    )


def _validate(table: TableSchema, found: pa.Table, listed: list[dict[str, Any]]) -> Iterator[Any]:
    """The outcome of each expectation. Which rows fail is asked only where some do: it costs most of a question."""
    batch = open_frames().get_batch(batch_parameters={"dataframe": _to_frame(found)})
    held = batch.validate(_make_suite(table, listed), result_format={"result_format": "BOOLEAN_ONLY"}).results
    failed = {outcome.expectation_config.meta["name"] for outcome in held if not outcome.success}
    yield from (outcome for outcome in held if outcome.success)
    if not failed:
        return
    columns = list(table.primary_key) if set(table.primary_key) <= set(found.column_names) else []
    result_format = {
        "result_format": "COMPLETE",
        "unexpected_index_column_names": columns,
        "exclude_unexpected_values": True,
        "include_unexpected_rows": False,
    }
    asked = [entry for entry in listed if entry["meta"]["name"] in failed]
    yield from batch.validate(_make_suite(table, asked), result_format=result_format).results


def _make_suite(table: TableSchema, listed: list[dict[str, Any]]) -> Any:  # noqa: ANN401  (loaded late)
    suite = load_library().ExpectationSuite(name=table.name, expectations=listed)
    if len(suite.expectations) != len(listed):
        taken = {expectation.meta["name"] for expectation in suite.expectations}
        lost = [entry["meta"]["name"] for entry in listed if entry["meta"]["name"] not in taken]
        msg = f"expectations/{table.name}.json: unknown expectation type or twice the same one: {', '.join(lost)}"
        raise SuiteError(msg)
    return suite


def _to_frame(found: pa.Table) -> pd.DataFrame:
    """A data frame in which whole numbers stay whole beside nulls; dates are ISO strings, which sort as dates do."""
    import pandas as pd  # noqa: PLC0415  (slow to import)

    for place, field in enumerate(found.schema):
        if pa.types.is_date(field.type):
            found = found.set_column(place, field.name, found.column(place).cast(pa.string()))
    whole = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = found.to_pandas(types_mapper=whole.get)
    return frame


def _judge(table: TableSchema, outcome: Any, rows: int) -> CheckResult:  # noqa: ANN401  (the library gives no type)
    config = outcome.expectation_config
    fault = outcome.exception_info or {}
    raised = fault.get("raised_exception") or any(
        isinstance(info, Mapping) and info.get("raised_exception") for info in fault.values()
    )
    keys = tuple(_list_keys(outcome.result.get("unexpected_index_list") or []))
    documents: tuple[str, ...] = ()
    if config.meta["blocks"] == "row":
        documents = tuple(dict.fromkeys(keys))
    elif table.primary_key[0] in OF_DOCUMENTS:
        documents = tuple(dict.fromkeys(key.split("|")[0].split("/")[0] for key in keys))
    return CheckResult(
        name=config.meta["name"],
        table=table.name,
        expectation=config.type,
        why=config.meta["why"] + (" The check itself failed." if raised else ""),
        blocks="release" if raised else config.meta["blocks"],
        success=bool(outcome.success),
        evaluated=rows,
        unexpected=int(outcome.result.get("unexpected_count") or 0),
        keys=keys[:_MOST_KEYS],
        documents=documents,
    )


def _list_keys(found: list[Mapping[str, Any]]) -> Iterator[str]:
    """Keys of rows, their columns joined by a bar; the library gives one dict a row, or one of lists."""
    for entry in found:
        columns = [value if isinstance(value, list) else [value] for value in entry.values()]
        for row in zip(*columns, strict=True):
            yield "|".join(str(value) for value in row)
