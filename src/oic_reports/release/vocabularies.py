"""``vocabularies``: what each value of a published column is called in the three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from oic_reports.resources import load_vocabulary
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.schema import LANGUAGES, TableSchema, load_published


def list_vocabularies() -> list[str]:
    """The vocabularies that a published column refers to, by name."""
    return sorted({field.labels for table in load_published().values() for field in table.fields if field.labels})


def make_vocabularies(view: TableSchema, _tables: Mapping[str, pa.Table]) -> Iterator[pa.Table]:
    """The rows of the view, by vocabulary, in the order in which each lists its values."""
    yield to_arrow_table(
        view,
        (
            {
                "vocabulary": name,
                "value_seq": place,
                "value": row.get("value", row.get("body_id")),
                **{f"label_{language}": row.get(language, row.get(f"name_{language}")) for language in LANGUAGES},
            }
            for name in list_vocabularies()
            for place, row in enumerate(load_vocabulary(name), 1)
        ),
    )
