"""Tables as Parquet: the same bytes for the same table and the locked pyarrow.

zstd level 9, row groups of 65,536 rows, dictionaries for columns with few values and never for text: measured in
docs/decisions/0006-file-formats.md.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.tables.schema import TableSchema

# rows of a group, which a reader unpacks at once
_ROW_GROUP = 65_536
_FREE_TEXT = frozenset({"text", "text_raw", "from_text", "to_text", "surface", "expected", "note", "detail", "title"})


def write_parquet(path: Path, table: TableSchema, content: pa.Table) -> None:
    """Write one table; its rows are in the declared order, and the file says so."""
    names = [field.name for field in table.fields]
    few = [field.name for field in table.fields if field.type == "string" and field.name not in _FREE_TEXT]
    with pq.ParquetWriter(
        path,
        content.schema,
        compression="zstd",
        compression_level=9,
        use_dictionary=few,
        write_page_index=True,
        sorting_columns=[pq.SortingColumn(names.index(name)) for name in table.sort],
        store_schema=True,
    ) as writer:
        # one group at a time, so that its bytes do not tell how the table lay in memory, and memory holds one
        for start in range(0, max(content.num_rows, 1), _ROW_GROUP):
            writer.write_table(content.slice(start, _ROW_GROUP).combine_chunks(), row_group_size=_ROW_GROUP)
