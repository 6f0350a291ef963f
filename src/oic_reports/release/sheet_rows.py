"""Rows of a sheet as XML, a column at a time: the bytes that the library writes cell by cell, in less time.

In a column most values stand again and again: each is printed once a part, and Arrow puts the cells of a row together.
Two faults of the library are not repeated: a text between ``<r>`` and ``</r>`` is text, no markup, and of two codes
that share a line below both are told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name

# UTF-16 units of a cell that a spreadsheet holds
_CELL = 32_767
_CUT = " […cut: the whole text is in the Parquet and csv.gz files]"
# points of a line, and lines of a row that still leaves others in sight; the text is whole in its cell
LINE, MOST_LINES = 15, 12
# what a spreadsheet takes for a formula where somebody types it
LEADING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
# the first day that all spreadsheets count alike, and the day that they count from
FIRST_DAY = date(1900, 3, 1)
_DAY_ZERO = date(1899, 12, 30)
# signs that XML cannot hold are told by their code, and so is what looks like a code (ECMA-376, ST_Xstring)
_LIKE_A_CODE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
# what ids and codes are made of
_CODE = r"^[0-9A-Za-z][0-9A-Za-z._/:#|-]*$"
# stands for the number of a row; no text of a cell has it, nor what a row ends with
_NUMBER = "\x00"
_END = "</row>"
_NO_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Styles:
    """Numbers of the styles of a workbook; ``text`` by whether it is Arabic, and whether it begins as a formula."""

    plain: int
    day: int
    text: Mapping[tuple[bool, bool], int]


def print_rows(batch: pa.RecordBatch, widths: Sequence[int], styles: Styles) -> pa.Array:
    """The XML of each row, as high as its texts need within reason; a value that is null has no cell.

    The number of a row is left out, so that this follows from its values alone: ``number_rows`` fills it in. A sheet
    without numbers would do by its standard, but common readers (openxlsx of R) then read it wrong, without a word.

    Args:
        batch: the rows, of which none is without any value.
        widths: characters of each column.
        styles: of the workbook.
    """
    lines = np.ones(batch.num_rows, np.int64)
    cells: list[pa.Array] = [None] * batch.num_columns
    for (_, width), places in _group_alike(batch, widths).items():
        columns = [batch.column(place) for place in places]
        for place, (printed, high) in zip(places, _print_alike(columns, width, styles), strict=True):
            cell = _join([f'<c r="{xl_col_to_name(place)}{_NUMBER}', printed])
            cells[place] = pc.fill_null(cell, "")
            np.maximum(lines, high, where=batch.column(place).is_valid(), out=lines)
    heights = ["", *(f' ht="{LINE * high}" customHeight="1"' for high in range(2, MOST_LINES + 1))]
    high = pa.array(heights, pa.large_string()).take(pa.array(np.minimum(lines, MOST_LINES) - 1))
    return _join([f'<row r="{_NUMBER}"', high, ">", *cells, _END])


def number_rows(printed: bytes, first: int) -> bytes:
    """Rows of ``print_rows`` with their numbers, the first one's from 1."""
    end = _END.encode()
    rows = printed.split(end)
    return end.join(row.replace(_NUMBER.encode(), b"%d" % number) for number, row in enumerate(rows, first))


def _join(parts: Sequence[pa.Array | str]) -> pa.Array:
    """Row by row, the parts one after the other; null where one is."""
    values = [pa.scalar(part, pa.large_string()) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*values, pa.scalar("", pa.large_string()))


def _group_alike(batch: pa.RecordBatch, widths: Sequence[int]) -> dict[tuple[pa.DataType, int], list[int]]:
    """The places of columns that print a value alike: those of one type and width."""
    groups: dict[tuple[pa.DataType, int], list[int]] = {}
    for place, key in enumerate(zip(batch.schema.types, widths, strict=True)):
        groups.setdefault(key, []).append(place)
    return groups


def _print_alike(
    columns: Sequence[pa.Array], width: int, styles: Styles
) -> Iterator[tuple[pa.Array, npt.NDArray[np.int64]]]:
    """Columns of one type and width: of each, what stands in its cells behind their numbers, and their lines."""
    known = pa.concat_arrays(columns).dictionary_encode()
    printed, lines = _print_values(known.dictionary, width, styles)
    rows = len(columns[0])
    for start in range(0, len(known), rows):
        places = known.indices.slice(start, rows)
        high = lines[places.fill_null(0)] if len(lines) else np.ones(rows, np.int64)
        yield printed.take(places), high


def _print_values(values: pa.Array, width: int, styles: Styles) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """What stands in the cell of each value behind its number, and the lines that it takes.

    Ids and codes, which most values are, are put together by Arrow; others are looked at one by one.
    """
    if not pa.types.is_string(values.type):
        printed = [_print_value(value, styles) for value in values.to_pylist()]
        return pa.array(printed, pa.large_string()), np.ones(len(values), np.int64)
    others = pc.invert(_are_codes(values))
    texts = values.filter(others).to_pylist()
    start = f'" s="{styles.text[False, False]}" t="inlineStr"><is><t>'
    printed = _join([start, values.cast(pa.large_string()), "</t></is></c>"])
    spelt = pa.array([_print_value(text, styles) for text in texts], pa.large_string())
    # of a code, characters are bytes
    lines = -(-pc.binary_length(values).to_numpy().astype(np.int64) // width)
    lines[others.to_numpy(zero_copy_only=False)] = [count_lines(text, width) for text in texts]
    return pc.replace_with_mask(printed, others, spelt), lines


def _are_codes(values: pa.Array) -> pa.Array:
    """Which texts need no style of their own, nothing that XML spells otherwise, and no cut."""
    told = pc.and_(pc.match_substring_regex(values, _CODE), pc.less(pc.binary_length(values), _CELL))
    return pc.and_not(told, pc.match_substring(values, "_x"))


def _print_value(value: object, styles: Styles) -> str:
    """What stands in a cell behind its number: the rest of its first tag, its content, its end."""
    if isinstance(value, str):
        text = cut_text(value)
        style = styles.text[is_arabic(text), is_guarded(text)]
        printed = _escape(text)
        # the one white space at whose edges readers look; a control sign is written as its code
        kept = ' xml:space="preserve"' if printed[:1].isspace() or printed[-1:].isspace() else ""
        return f'" s="{style}" t="inlineStr"><is><t{kept}>{printed}</t></is></c>'
    if isinstance(value, bool):
        return f'" s="{styles.plain}" t="b"><v>{value:d}</v></c>'
    if not isinstance(value, date):
        return f'" s="{styles.plain}"><v>{value:.16G}</v></c>'
    if value < FIRST_DAY:
        return f'" s="{styles.plain}" t="inlineStr"><is><t>{value.isoformat()}</t></is></c>'
    return f'" s="{styles.day}"><v>{(value - _DAY_ZERO).days}</v></c>'


def _escape(text: str) -> str:
    coded = _LIKE_A_CODE.sub("_x005F_", text) if "_x" in text else text
    return escape(_NO_XML.sub(lambda sign: f"_x{ord(sign.group()):04X}_", coded))


def cut_text(text: str) -> str:
    """A text that fits into a cell, which counts UTF-16 units; where it is cut, it says so."""
    # no character has more than two units
    if 2 * len(text) <= _CELL or len(text) + sum(character > "\uffff" for character in text) <= _CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_CELL - len(_CUT))].decode("utf-16-le", errors="ignore")
    return kept + _CUT


def count_lines(value: object, width: int) -> int:
    """How many lines a value takes in a column, about; few programs work that out when they open a file."""
    if not isinstance(value, str) or (len(value) <= width and "\n" not in value):
        return 1
    return sum(max(1, math.ceil(len(line) / width)) for line in value.split("\n"))


def is_arabic(text: str) -> bool:
    """Whether the first letter of a text is an Arabic one."""
    letter = _FIRST_LETTER.search(text)
    return letter is not None and _ARABIC.match(letter.group()) is not None


def is_guarded(text: str) -> bool:
    """Whether a text begins as a formula does."""
    return text.lstrip(" \u00a0").startswith(LEADING)
