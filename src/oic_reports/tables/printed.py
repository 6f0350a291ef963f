"""Rows of tables as lines of JSON and of CSV, a column at a time: the same bytes as one value after the other.

What a row's line holds is joined by Arrow, which knows nothing of JSON: numbers with a fraction are printed by Python,
once for each value that there is, and so are texts with a character that JSON spells out (a control character).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.tables.on_disk import let_go

# rows that are printed at once
_ROWS = 16_384
# what JSON spells otherwise than it stands, but for quotation marks and backslashes
_SPELT = r"[\x00-\x1f]"

Print = Callable[[pa.Array], pa.Array]


def print_json(table: pa.Table) -> Iterator[tuple[pa.RecordBatch, pa.Array]]:
    """The rows, part by part, each with its line: an object with its keys sorted, as ``json.dumps`` prints it."""
    names = sorted(table.column_names)
    for batch in table.to_batches(max_chunksize=_ROWS):
        parts: list[pa.Array | str] = ["{"]
        for place, name in enumerate(names):
            parts.append(f"{', ' if place else ''}{json.dumps(name, ensure_ascii=False)}: ")
            parts.append(pc.fill_null(_print_column(batch.column(name), _spell, _quote_day), "null"))
        yield batch, _join([*parts, "}\n"])
        let_go()


def print_csv(table: pa.Table) -> Iterator[pa.Array]:
    """The lines of a CSV file, part by part, without its header: RFC 4180, CRLF, strings quoted, null empty."""
    for batch in table.to_batches(max_chunksize=_ROWS):
        parts: list[pa.Array | str] = []
        for place, column in enumerate(batch.columns):
            parts += [","] if place else []
            parts.append(pc.fill_null(_print_column(column, _double, lambda day: day), ""))
        yield _join([*parts, "\r\n"])
        let_go()


def list_bytes(lines: pa.Array) -> memoryview:
    """The bytes of lines, one after the other as they lie in memory; the array begins at its first value."""
    buffer = lines.buffers()[2]
    return memoryview(buffer) if buffer is not None else memoryview(b"")


def _join(parts: list[pa.Array | str]) -> pa.Array:
    """Line by line, the parts one after the other."""
    values = [pa.scalar(part, pa.large_string()) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*values, pa.scalar("", pa.large_string()))


def _print_column(column: pa.Array, print_text: Print, print_day: Print) -> pa.Array:
    kind = column.type
    if pa.types.is_string(kind):
        return print_text(column.cast(pa.large_string()))
    if pa.types.is_floating(kind):
        distinct = column.dictionary_encode()
        printed = pa.array([json.dumps(value) for value in distinct.dictionary.to_pylist()], pa.large_string())
        return printed.take(distinct.indices)
    printed = column.cast(pa.large_string())
    return print_day(printed) if pa.types.is_date(kind) else printed


def _quote_day(days: pa.Array) -> pa.Array:
    return _join(['"', days, '"'])


def _double(texts: pa.Array) -> pa.Array:
    return _join(['"', pc.replace_substring(texts, '"', '""'), '"'])


def _spell(texts: pa.Array) -> pa.Array:
    escaped = pc.replace_substring(pc.replace_substring(texts, "\\", "\\\\"), '"', '\\"')
    quoted = _join(['"', escaped, '"'])
    spelt = pc.fill_null(pc.match_substring_regex(texts, _SPELT), fill_value=False)
    if not spelt.true_count:
        return quoted
    others = [json.dumps(text, ensure_ascii=False) for text in texts.filter(spelt).to_pylist()]
    return pc.replace_with_mask(quoted, spelt, pa.array(others, pa.large_string()))
