"""``warnings``: why to take care with a document or a paragraph.

Which warning holds where follows from the tables by a rule of ``schemas/vocabularies/warnings.csv``: a question in SQL
for ``document_id`` and ``paragraph_id`` (null: the whole document), published with the codebook, so that anyone can
ask it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from oic_reports.resources import load_vocabulary
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import TableSchema

# rows that are made at once
_ROWS = 16_384
_ORDERED = """
select w.document_id, w.paragraph_id, w.warning,
       row_number() over (partition by w.document_id order by p.seq nulls first, w.place) as warning_seq
from ({rules}) as w left join paragraphs as p using (paragraph_id)
order by w.document_id, warning_seq
"""
_ASKED = ("documents", "document_sources", "paragraphs", "flags", "repairs")


def make_warnings(view: TableSchema, tables: Mapping[str, pa.Table]) -> Iterator[pa.Table]:
    """The rows of the view, by document, then by paragraph."""
    rules = " union ".join(
        f"select document_id, paragraph_id, '{row['value']}' as warning, {place} as place from ({row['rule']})"  # noqa: S608  (words of our own vocabulary)
        for place, row in enumerate(load_vocabulary("warnings"))
    )
    with open_database({name: tables[name] for name in _ASKED}) as connection:
        answer = connection.execute(_ORDERED.format(rules=rules))
        columns = [column[0] for column in answer.description or ()]
        while rows := answer.fetchmany(_ROWS):
            yield to_arrow_table(view, (dict(zip(columns, row, strict=True)) for row in rows))
