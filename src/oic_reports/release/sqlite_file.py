"""``oic-reports.sqlite``: every table with its keys, the codebook, and a full-text search.

No reader of SQLite knows a tokeniser for Arabic, so the index holds folded words (``folding``), twice: as they are
spelled, and without article and clitics. A question is folded in SQL alone: the table ``folding`` has what each letter
becomes, and ``saved_queries`` the statement that does it. The index keeps words, not texts; its rows are those of
``paragraphs``. Written in one pass, so that the same rows give the same bytes.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

import pyarrow as pa

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.folding import fold_and_strip, fold_text
from oic_reports.release.metadata.abstract import TITLE, print_abstract
from oic_reports.release.metadata.holdings import count_holdings
from oic_reports.release.metadata.rights import load_rights
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.tables.schema import LANGUAGES, TableSchema, load_published

FILE = "oic-reports.sqlite"
_TYPES = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text"}
# where in the file the number of the library that wrote it stands (sqlite.org/fileformat.html, 1.3)
_WRITER = slice(96, 100)
# rows that are written at once
_ROWS = 4_096
# bytes of words that are held before they are written: by default one, and what is put together often leaves the file
# half empty
_WORDS = 32 << 20
_WORDS_OF_TEXT = pa.schema([("folded", pa.string()), ("stripped", pa.string())])
# code points that a question may be written in: Latin, marks, punctuation, Arabic and its presentation forms
_WRITTEN = (
    (0x20, 0x250), (0x2B0, 0x370), (0x600, 0x700), (0x750, 0x780), (0x1E00, 0x1F00), (0x2000, 0x2070), (0xFB00, 0xFF00),
)  # fmt: skip
# its seat matters, so the statement folds it
_LEFT = "ئ"


def write_sqlite(
    folder: Path,
    facts: ReleaseFacts,
    tables: Mapping[str, pa.Table],
    pieces: Pieces = NOTHING_KEPT,
) -> None:
    """Write the database.

    Raises:
        OSError: the disk is full.
    """
    path = folder / FILE
    with _say_full(path), closing(sqlite3.connect(path, isolation_level=None)) as database:
        # a file that nobody else sees, and that is made anew if the machine fails
        database.executescript("pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off; begin;")
        for name, table in load_published().items():
            if name in tables and name != "corpus":
                database.execute(_declare(table))
                _fill(database, name, len(table.fields), _list_rows(tables[name]))
        _describe(database, facts, tables)
        _index(database, tables["paragraphs"], pieces)
        database.execute("commit")
    with path.open("r+b") as file:
        file.seek(_WRITER.start)
        file.write(bytes(_WRITER.stop - _WRITER.start))


@contextmanager
def _say_full(path: Path) -> Iterator[None]:
    """A full disk is what it is for every other file: SQLite has a word of its own for it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error


def _declare(table: TableSchema) -> str:
    lines = [f'"{field.name}" {_TYPES[field.type]}{"" if field.nullable else " not null"}' for field in table.fields]
    lines.append(f"primary key ({_quote(table.primary_key)})")
    lines += [
        f"foreign key ({_quote(key.fields)}) references {_quote([key.to_table])} ({_quote(key.to_fields)})"
        for key in table.foreign_keys
        if key.to_table != "corpus"
    ]
    return f"create table {_quote([table.name])} (\n  " + ",\n  ".join(lines) + "\n)"


def _quote(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _fill(database: sqlite3.Connection, name: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
    places = ", ".join("?" * columns)
    database.executemany(f'insert into "{name}" values ({places})', rows)  # noqa: S608  (a name out of schemas/)


def _list_rows(table: pa.Table) -> Iterator[tuple[object, ...]]:
    for batch in table.to_batches(max_chunksize=_ROWS):
        columns = [column.to_pylist() for column in batch.columns]
        dates = [place for place, field in enumerate(table.schema) if pa.types.is_date(field.type)]
        for place in dates:
            columns[place] = [day.isoformat() if isinstance(day, date) else None for day in columns[place]]
        yield from zip(*columns, strict=True)


def _describe(database: sqlite3.Connection, facts: ReleaseFacts, tables: Mapping[str, pa.Table]) -> None:
    """What the release is, what each column means, and what is asked often."""
    database.execute("create table release (name text primary key, value text not null)")
    said = {
        "title": TITLE["en"],
        "description": print_abstract(count_holdings(tables), "en"),
        "version": facts.version,
        "released": facts.released,
        "schema_version": facts.schema_version,
        "licence": load_rights().of_data,
    }
    _fill(database, "release", len(("name", "value")), list(said.items()))
    meanings = ", ".join(f"meaning_{language} text not null" for language in LANGUAGES)
    database.execute(
        f"create table codebook (table_name text not null, column_name text not null, type text not null, {meanings},"
        " example text, primary key (table_name, column_name))"
    )
    codebook = [
        (table.name, field.name, field.type, *(field.meaning[language] for language in LANGUAGES), field.example)
        for table in load_published().values()
        if table.name in tables
        for field in table.fields
    ]
    _fill(database, "codebook", len(LANGUAGES) + 4, codebook)
    database.execute("create table folding (letter text primary key, folded text not null)")
    _fill(database, "folding", len(("letter", "folded")), list(_list_letters()))
    database.execute("create table saved_queries (name text primary key, sql text not null)")
    search = files("oic_reports.release").joinpath("search.sql").read_text(encoding="utf-8")
    _fill(database, "saved_queries", len(("name", "sql")), [("search", search)])
    if "corpus" in tables:
        database.execute(_view_corpus(tables))


def _list_letters() -> Iterator[tuple[str, str]]:
    """What becomes of each letter that does not stay as it is; what is no part of a word becomes a blank."""
    for first, end in _WRITTEN:
        for letter in map(chr, range(first, end)):
            if letter == _LEFT:
                continue
            # between two letters that stay, to tell what goes from what parts words
            folded = fold_text(f"x{letter}x")[1:-1]
            if folded != letter:
                yield letter, folded


def _view_corpus(tables: Mapping[str, pa.Table]) -> str:
    """The corpus as a question to the tables: its rows need not be here twice."""
    columns = []
    for field in load_published()["corpus"].fields:
        of = next(name for name in ("paragraphs", "documents", "sources") if field.name in tables[name].column_names)
        columns.append(f'{of}."{field.name}"')
    return (
        f"create view corpus as select {', '.join(columns)} from paragraphs join documents using (document_id)"  # noqa: S608  (names out of schemas/)
        " join sources using (source_id)"
    )


def _index(database: sqlite3.Connection, paragraphs: pa.Table, pieces: Pieces) -> None:
    database.execute("create index paragraphs_of_document on paragraphs (document_id, seq)")
    database.execute(
        "create virtual table search using fts5(folded, stripped, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    database.execute("insert into search (search, rank) values ('hashsize', ?)", [_WORDS])
    words = _list_words(paragraphs, pieces)
    database.executemany("insert into search (rowid, folded, stripped) values (?, ?, ?)", words)
    database.execute("insert into search (search) values ('optimize')")


def _list_words(paragraphs: pa.Table, pieces: Pieces) -> Iterator[tuple[int, str, str]]:
    """Row, folded words, and the stripped ones where they are others."""
    row = 0
    for part in pieces.cut(paragraphs):
        known = pa.ipc.open_stream(pieces.make("words", [part], partial(_fold, part.select(["text"]))))
        for batch in known:
            for folded, stripped in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                row += 1
                yield row, folded, "" if stripped == folded else stripped


def _fold(texts: pa.Table) -> bytes:
    """Folded and stripped words of texts, as a stream of Arrow."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, _WORDS_OF_TEXT) as stream:
        for batch in texts.to_batches(max_chunksize=_ROWS):
            stream.write_batch(pa.record_batch(list(fold_and_strip(batch.column(0))), schema=_WORDS_OF_TEXT))
    return bytes(sink.getvalue())
