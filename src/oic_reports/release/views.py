"""What follows from the tables and is published beside them: ``corpus``, ``translations`` (declared as ``views``).

They grow on disk, as large tables do, and are mapped from there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.release.documents import DocumentShelf, Row
from oic_reports.release.pairing import pair_paragraphs
from oic_reports.release.vocabularies import make_vocabularies
from oic_reports.release.warnings import make_warnings
from oic_reports.tables.arrow import to_arrow_schema, to_arrow_table
from oic_reports.tables.on_disk import TableWriter, find_table, read_table
from oic_reports.tables.schema import TableSchema, load_views

# rows that are made at once
_ROWS = 16_384


@contextmanager
def make_views(tables: Mapping[str, pa.Table], without: Collection[str] = ()) -> Iterator[dict[str, pa.Table]]:
    """The views of tables, but those that are left out; they are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="oic-reports-views-") as folder:
        yield lay_out_views(Path(folder), tables, without)


def lay_out_views(folder: Path, tables: Mapping[str, pa.Table], without: Collection[str] = ()) -> dict[str, pa.Table]:
    """The views of tables, but those that are left out, as tables on disk in a folder."""
    makers = {
        "corpus": _make_corpus,
        "translations": _make_translations,
        "warnings": make_warnings,
        "vocabularies": make_vocabularies,
    }
    made = {}
    for name, view in load_views().items():
        if name in without:
            continue
        path = find_table(folder, name)
        writer = TableWriter(path, to_arrow_schema(view))
        for rows in makers[name](view, tables):
            writer.add(rows)
        writer.close()
        made[name] = read_table(path)
    return made


def _make_corpus(view: TableSchema, tables: Mapping[str, pa.Table]) -> Iterator[pa.Table]:
    """Paragraphs in their order, each with the columns of its document and the address of its source."""
    paragraphs, documents, sources = tables["paragraphs"], tables["documents"], tables["sources"]
    of_document = pc.index_in(paragraphs["document_id"], documents["document_id"].combine_chunks())
    of_source = pc.index_in(documents["source_id"], sources["source_id"].combine_chunks())
    schema = to_arrow_schema(view)
    for start in range(0, paragraphs.num_rows, _ROWS):
        places = of_document.slice(start, _ROWS)
        # in a damaged release a paragraph may be of no document
        rows, places = paragraphs.slice(start, _ROWS).filter(places.is_valid()), places.drop_null()
        columns = []
        for field in schema:
            if field.name in rows.column_names:
                columns.append(rows[field.name])
            elif field.name in documents.column_names:
                columns.append(documents[field.name].take(places))
            else:
                columns.append(sources[field.name].take(of_source.take(places)))
        yield pa.table(columns, schema=schema)


def _make_translations(view: TableSchema, tables: Mapping[str, pa.Table]) -> Iterator[pa.Table]:
    """Pairs of paragraphs, by the languages of the pair, then by work."""
    works = sorted(_find_works(tables["documents"]).items())
    languages = sorted({language for _, places in works for language in places})
    shelf = DocumentShelf(tables, ["paragraph_id", "seq", "eid", "role", "subrole", "ordinal", "char_count"])
    for language, other in combinations(languages, 2):
        rows: list[Row] = []
        for work, places in works:
            if {language, other} <= places.keys():
                found = pair_paragraphs(shelf.list_paragraphs(places[language]), shelf.list_paragraphs(places[other]))
                rows += [{"work_id": work, "language": language, "other_language": other, **row} for row in found]
            if len(rows) >= _ROWS:
                yield to_arrow_table(view, rows)
                rows = []
        yield to_arrow_table(view, rows)


def _find_works(documents: pa.Table) -> dict[str, dict[str, int]]:
    """Work to language to the place of its document, of works that are there in more than one language."""
    works: dict[str, dict[str, int]] = {}
    for place, row in enumerate(documents.select(["work_id", "language"]).to_pylist()):
        works.setdefault(row["work_id"], {})[row["language"]] = place
    return {work: places for work, places in works.items() if len(places) > 1}
