"""Of what each document of a run was made, and which documents therefore have the rows of the last release.

A document's rows follow from its leaf, its name, the corrections of it, what copies and earlier paragraphs told, and
the code. Where all of these are as they were when the last release was made, the rows are taken from there, and what
is asked of one document alone is not asked again: it held then. The note that tells so is made anew where it is
missing; it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.correcting.correction_rows import Correction
from oic_reports.model import Extraction, Report
from oic_reports.release.checksums import FILE, hash_of
from oic_reports.tables.document_rows import Rows, RowsByDocument

_NOTE = "made.parquet"
_SCHEMA = pa.schema([("document_id", pa.string()), ("mark", pa.string()), ("is_kept", pa.bool_())])


@dataclass(slots=True)
class MadeOf:
    """The marks of the documents of a run, and those whose rows were taken from the last release."""

    marks: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Known:
    """The marks of the documents of the last release, and their rows."""

    marks: Mapping[str, str] = field(default_factory=dict)
    rows: RowsByDocument | None = None

    def find(self, document_id: str, mark: str) -> dict[str, Rows] | None:
        """Where the rows of a document stand, by table; None where it was made of something else, or is not there."""
        if self.rows is None or self.marks.get(document_id) != mark or document_id not in self.rows:
            return None
        return self.rows.find(document_id)


def mark_report(key: str, extraction: Extraction, number: int, corrections: Sequence[Correction]) -> str:
    """The sha256, as hex digits, of all that the rows of a named report follow from, but code and earlier paragraphs.

    Args:
        key: the leaf key of its file.
        extraction: the named card of its file.
        number: its place there, from 0.
        corrections: the rows that name it.
    """
    report: Report = extraction.reports[number]
    facts = (key, number, report.document_id, report.source_id, report.header.collection_id, report.flags)
    # whether a row may be stale is told by what its source takes the place of
    told = (facts, bool(extraction.source.revises), corrections)
    return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


def write_made(folder: Path, made: MadeOf, said: Mapping[str, str] | None = None) -> None:
    """Leave the marks in a folder, whole or not at all, with what is said of them."""
    rows = {
        "document_id": list(made.marks),
        "mark": list(made.marks.values()),
        "is_kept": [name in made.kept for name in made.marks],
    }
    table = pa.table(rows, schema=_SCHEMA).replace_schema_metadata(said)
    aside = folder / f".{_NOTE}"
    pq.write_table(table, aside)
    aside.replace(folder / _NOTE)


def read_made(folder: Path) -> MadeOf:
    """The marks that ``write_made`` left.

    Raises:
        OSError, pa.ArrowException: they are missing or damaged.
    """
    return _parse(pq.read_table(folder / _NOTE))


def keep_made(folder: Path, made: MadeOf, directory: Path, code: str) -> None:
    """Note of what the documents of a release were made, and by which code."""
    folder.mkdir(parents=True, exist_ok=True)
    write_made(folder, made, _say(directory, code))


def find_known(folder: Path, directory: Path, tables: Mapping[str, pa.Table], code: str) -> Known:
    """What is known of the documents of a release; nothing where it was made by other code, or is another one."""
    table = _read_note(folder, directory, code)
    return Known() if table is None else Known(_parse(table).marks, RowsByDocument(tables))


def is_of_code(folder: Path, directory: Path, code: str) -> bool:
    """Whether a release was made by this code, as far as a note tells."""
    return _read_note(folder, directory, code) is not None


def _read_note(folder: Path, directory: Path, code: str) -> pa.Table | None:
    """The note about a release; None where it is missing or damaged, or about another release or code."""
    try:
        table = pq.read_table(folder / _NOTE)
    except (OSError, pa.ArrowException):
        return None
    said = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
    return table if table.column_names == _SCHEMA.names and said == _say(directory, code) else None


def _say(directory: Path, code: str) -> dict[str, str]:
    sums = directory / FILE
    return {"sums": hash_of(sums) if sums.is_file() else "", "code": code}


def _parse(table: pa.Table) -> MadeOf:
    names, marks, kept = (column.to_pylist() for column in table.columns)
    return MadeOf(dict(zip(names, marks, strict=True)), {n for n, k in zip(names, kept, strict=True) if k})
