"""A long table is written group by group, and memory holds one of them."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from oic_reports.release import parquet
from oic_reports.release.facts import ReleaseFacts
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.schema import load_tables

FACTS = ReleaseFacts("2026.12.0", "2026-12-01", "1.0.0", "0.1.0")
ROWS = 8_000


@pytest.fixture
def counting():
    """A pool that counts what is held from now on."""
    usual = pa.default_memory_pool()
    pool = pa.proxy_memory_pool(usual)
    pa.set_memory_pool(pool)
    yield pool
    pa.set_memory_pool(usual)


def test_a_group_is_let_go_before_the_next_one(tmp_path, monkeypatch, counting):
    monkeypatch.setattr(parquet, "_ROW_GROUP", ROWS)
    table = load_tables()["paragraphs"]
    schema = pa.schema([pa.field(field.name, field.type) for field in to_arrow_schema(table)])
    text = pa.array(["a text of some length " * 50] * ROWS)
    columns = [text if field.name == "text" else pa.nulls(ROWS, field.type) for field in schema]
    group = pa.table(columns, schema=schema)
    # what is not in one piece is put together for each group
    content = pa.concat_tables([group.slice(0, ROWS // 2), group.slice(ROWS // 2)] * 4)
    before = counting.bytes_allocated()
    parquet.write_parquet(tmp_path / "paragraphs.parquet", table, content, FACTS)
    assert pq.read_metadata(tmp_path / "paragraphs.parquet").num_row_groups == 4
    held = (counting.max_memory() - before) / group.nbytes
    assert 1 < held < 1.6, held
