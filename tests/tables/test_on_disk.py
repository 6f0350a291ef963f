"""What is added to a table on disk stands there in its order, wherever it was taken from."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from oic_reports.tables import on_disk
from oic_reports.tables.document_rows import Rows
from oic_reports.tables.on_disk import TableWriter, read_table

TABLE = pa.concat_tables(
    [
        pa.table({"name": pa.array([f"a{number}" for number in range(30)]), "number": list(range(30))}),
        pa.table({"name": pa.array([None, *(f"b{number}" for number in range(29))]), "number": list(range(30, 60))}),
    ]
)
OTHER = TABLE.slice(7)


def write(path, parts):
    writer = TableWriter(path, TABLE.schema)
    for part in parts:
        writer.add(part)
    writer.close()
    return read_table(path)


def test_rows_come_as_they_were_added(tmp_path, monkeypatch):
    monkeypatch.setattr(on_disk, "_BATCH", 16)
    monkeypatch.setattr(on_disk, "_PIECES", 3)
    draw = random.Random(3)
    for _ in range(200):
        parts, place = [], 0
        for _ in range(draw.randrange(30)):
            table = draw.choice((TABLE, TABLE, OTHER))
            # most follow those before them
            first = place if draw.random() < 0.8 else draw.randrange(20)
            rows = Rows(table, first, min(draw.randrange(6), table.num_rows - first))
            parts.append(rows if draw.random() < 0.8 else rows.take())
            place = (first + rows.num_rows) % 40
        expected = pa.concat_tables([TABLE.slice(0, 0), *(p.take() if isinstance(p, Rows) else p for p in parts)])
        assert write(tmp_path / "table.arrow", parts).to_pylist() == expected.to_pylist()


def test_rows_that_follow_each_other_are_taken_at_once(tmp_path, monkeypatch):
    taken = []
    take = Rows.take
    monkeypatch.setattr(Rows, "take", lambda rows: (taken.append(rows.num_rows), take(rows))[1])
    each = [Rows(TABLE, place, 1) for place in range(60)]
    assert write(tmp_path / "table.arrow", each).equals(TABLE)
    assert taken == [60]
    write(tmp_path / "table.arrow", [*each[:20], TABLE.slice(0, 1), *each[30:40], *each[:5], Rows(OTHER, 5, 2)])
    assert taken[1:] == [20, 10, 5, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Rows(TABLE, 0, 3), Rows(TABLE, 4, 3)),
        (Rows(TABLE, 3, 3), Rows(TABLE, 0, 3)),
        (Rows(TABLE, 0, 3), Rows(TABLE, 0, 3)),
        (Rows(TABLE, 0, 3), Rows(OTHER, 3, 3)),
    ],
)
def test_what_does_not_follow_is_not_joined(first, second):
    assert first.join(second) is None
    assert first.join(Rows(TABLE, 3, 2)) == (Rows(TABLE, 0, 5) if first.first == 0 else None)
