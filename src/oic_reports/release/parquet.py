"""Tables as Parquet: the same bytes for the same table and the locked pyarrow.

zstd level 3, row groups of 65,536 rows, small pages, dictionaries for columns with few values and never for text,
statistics and page index: measured in decisions 0006, 0033 and 0043. The file says what it is: name, version and
licence of the dataset, meaning of the table and of each column, and, for pandas, which types keep whole numbers whole
where some are missing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.metadata.abstract import TITLE
from oic_reports.release.metadata.rights import load_rights
from oic_reports.tables.schema import LANGUAGES, FieldSchema, TableSchema

# rows of a group, which a reader unpacks at once
_ROW_GROUP = 65_536
# bytes of a page before compression, and values between two looks at them: who looks one paragraph up, as the pages
# of the dataset do, unpacks a page. Pages of 1 MiB would make the files a fifteenth smaller and that eight times slower
_PAGE = 131_072
_LOOKS = 128
_FREE_TEXT = frozenset({"text", "text_raw", "from_text", "to_text", "surface", "expected", "note", "detail", "title"})
# the types of pandas that can miss a value; without a word pandas makes numbers of one kind into another
_PANDAS = {
    "string": "object",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "timestamp[s][pyarrow]",
}
_OF_PANDAS = {"string": "unicode", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date"}


def write_parquet(path: Path, table: TableSchema, content: pa.Table, facts: ReleaseFacts) -> None:
    """Write one table; its rows are in the declared order, and the file says so."""
    names = [field.name for field in table.fields]
    few = [field.name for field in table.fields if field.type == "string" and field.name not in _FREE_TEXT]
    schema = describe_schema(table, content.schema, facts)
    with pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=3,
        use_dictionary=few,
        write_page_index=True,
        data_page_size=_PAGE,
        write_batch_size=_LOOKS,
        sorting_columns=[pq.SortingColumn(names.index(name)) for name in table.sort],
        store_schema=True,
    ) as writer:
        # one group at a time, so that its bytes do not tell how the table lay in memory, and memory holds one; a table
        # without rows has no group, since some readers cannot read an empty one
        for start in range(0, content.num_rows, _ROW_GROUP):
            _write_group(writer, content.slice(start, _ROW_GROUP), schema)


def _write_group(writer: pq.ParquetWriter, rows: pa.Table, schema: pa.Schema) -> None:
    """Write a group, of which nothing is held when the next one comes."""
    part = rows.combine_chunks()
    writer.write_table(pa.table(part.columns, schema=schema), row_group_size=_ROW_GROUP)


def read_parquet(path: Path) -> pa.Table:
    """A table of a release as it was before it was written: without what the file says of itself."""
    return strip_descriptions(pq.read_table(path))


def strip_descriptions(table: pa.Table) -> pa.Table:
    """A table whose schema holds names and types alone."""
    plain = pa.schema([field.remove_metadata() for field in table.schema])
    return pa.table(table.columns, schema=plain)


def describe_schema(table: TableSchema, schema: pa.Schema, facts: ReleaseFacts) -> pa.Schema:
    """A schema with what it means: of each field, of the table, of the dataset."""
    fields = [
        field.with_metadata(_describe_field(declared)) for field, declared in zip(schema, table.fields, strict=True)
    ]
    said = {
        "dataset": "oic-reports",
        "title": TITLE["en"],
        "version": facts.version,
        "released": facts.released,
        "schema_version": facts.schema_version,
        "licence": load_rights().of_data,
        "table": table.name,
        **{_name("description", language): table.meaning[language] for language in LANGUAGES},
        # for readers that know no metadata of columns
        "columns": json.dumps({field.name: field.meaning["en"] for field in table.fields}, ensure_ascii=False),
        "pandas": json.dumps(_describe_for_pandas(table)),
    }
    return pa.schema(fields, metadata=said)


def _describe_field(field: FieldSchema) -> dict[str, str]:
    said = {_name("description", language): field.meaning[language] for language in LANGUAGES}
    return {**said, "unit": field.unit} if field.unit else said


def _name(key: str, language: str) -> str:
    return key if language == "en" else f"{key}_{language}"


def _describe_for_pandas(table: TableSchema) -> dict[str, object]:
    """The metadata that pandas writes into its own files (pandas.pydata.org, "Parquet" of the developer's guide)."""
    columns = [
        {
            "name": field.name,
            "field_name": field.name,
            "pandas_type": _OF_PANDAS[field.type],
            "numpy_type": _PANDAS[field.type],
            "metadata": None,
        }
        for field in table.fields
    ]
    return {"index_columns": [], "column_indexes": [], "columns": columns, "creator": {}, "pandas_version": "3.0.0"}
