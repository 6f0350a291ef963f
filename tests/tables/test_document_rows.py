"""Pieces of a table end where documents do, and few of them change with one document."""

from __future__ import annotations

import pyarrow as pa
import pytest

from oic_reports.tables import document_rows
from oic_reports.tables.document_rows import cut_rows


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(document_rows, "_PIECE", 32)
    monkeypatch.setattr(document_rows, "_MOST", 64)


def make_table(names):
    ids = [f"{name}/p_{number}" for name in names for number in range(5)]
    return pa.table({"paragraph_id": pa.array(ids, pa.string())})


def list_pieces(table):
    return [tuple(piece["paragraph_id"].to_pylist()) for piece in cut_rows(table)]


NAMES = [f"en-{number:03}" for number in range(200)]


def test_one_document_more_alters_one_piece():
    before, after = list_pieces(make_table(NAMES)), list_pieces(make_table([*NAMES[:90], "en-089b", *NAMES[90:]]))
    assert len(before) > 20
    assert len(set(after) - set(before)) <= 2
    assert sum(before, ()) == tuple(make_table(NAMES)["paragraph_id"].to_pylist())
    documents = [{name.partition("/")[0] for name in piece} for piece in before]
    assert sum(map(len, documents)) == len(set().union(*documents))


def test_how_a_table_lies_in_memory_does_not_tell():
    table = make_table(NAMES)
    cut = pa.concat_tables([table.slice(start, 3) for start in range(0, table.num_rows, 3)])
    assert list_pieces(cut) == list_pieces(table)


def test_no_piece_is_too_long():
    whole = make_table(["en-1"]), pa.table({"meeting_id": list(range(200))}), make_table([])
    assert [[piece.num_rows for piece in cut_rows(table)] for table in whole] == [[5], [64, 64, 64, 8], [0]]
    long = pa.table({"paragraph_id": [f"en-1/p_{number}" for number in range(150)]})
    assert [piece.num_rows for piece in cut_rows(long)] == [64, 64, 22]
