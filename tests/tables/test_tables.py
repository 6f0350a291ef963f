from __future__ import annotations

import random

import pyarrow as pa
import pytest
import yaml

from oic_reports.resources import find_declared, load_vocabulary
from oic_reports.tables.arrow import to_arrow_schema, to_arrow_table
from oic_reports.tables.on_disk import let_go, read_tables, write_tables
from oic_reports.tables.schema import LANGUAGES, load_published, load_tables
from oic_reports.tables.tabulate import tabulate

AR = "ar-2013-09-25-cg-mali-report"


def test_every_field_is_described_once_in_three_languages_and_used():
    described = yaml.safe_load((find_declared("schemas") / "fields.yaml").read_text(encoding="utf-8"))
    used = {field.name for table in load_published().values() for field in table.fields}
    assert used == set(described)
    for table in load_published().values():
        assert all(table.meaning[language] for language in LANGUAGES)
        for field in table.fields:
            assert all(field.meaning[language].strip() for language in LANGUAGES), field.name
            assert any("\u0600" <= character <= "\u06ff" for character in field.meaning["ar"])


def test_vocabularies_have_meanings_and_no_value_twice():
    names = {field.vocabulary for table in load_published().values() for field in table.fields if field.vocabulary}
    for name in names:
        rows = load_vocabulary(name)
        assert len({row["value"] for row in rows}) == len(rows), name
        assert all(row["en"] and row["ar"] and row["fr"] for row in rows), name


def test_keys_and_orders_name_fields_that_are_there():
    tables = load_published()
    for table in tables.values():
        names = {field.name for field in table.fields}
        assert set(table.primary_key) | set(table.sort) <= names
        for key in table.foreign_keys:
            assert set(key.fields) <= names
            assert set(key.to_fields) <= {field.name for field in tables[key.to_table].fields}


def test_tables_are_exactly_as_declared(tables):
    assert set(tables) == set(load_tables()) - {"id_history", "changes"}
    for name, table in tables.items():
        assert table.schema == to_arrow_schema(load_tables()[name])


def test_the_two_reports_in_numbers(tables):
    assert {name: table.num_rows for name, table in tables.items()} == {
        "documents": 2,
        "meetings": 2,
        "sources": 2,
        "document_sources": 2,
        "paragraphs": 35,
        "boxes": 0,
        "repairs": 10,
        "flags": 23,
        "rejects": 0,
    }
    document = tables["documents"].to_pylist()[0]
    assert (document["document_id"], document["work_id"]) == (AR, AR[3:])
    assert (document["operative_count"], document["paragraph_count"], document["repair_count"]) == (10, 17, 10)
    meeting = tables["meetings"].to_pylist()[0]
    assert (meeting["meeting_id"], meeting["parent_meeting_id"]) == ("cg-mali-2013-09-25", "acm-2013")
    assert meeting["name_fr"] == "Groupe de contact sur le Mali"


def test_any_order_of_extractions_gives_the_same_tables(extractions, tables):
    shuffled = list(extractions)
    random.Random(3).shuffle(shuffled)
    assert tabulate(shuffled[::-1]) == tables


def test_rows_are_sorted_as_declared(tables):
    for name, table in tables.items():
        order = load_tables()[name].sort
        keys = [tuple(row[column] for column in order) for row in table.to_pylist()]
        assert keys == sorted(keys)


def test_a_column_that_is_not_declared_is_refused():
    with pytest.raises(ValueError, match="no column colour"):
        to_arrow_table(load_tables()["boxes"], [{"colour": "red"}])


def test_a_required_value_that_is_missing_is_refused():
    row = {"source_id": "src-1", "file_name": None, "outcome": "rejected"}
    with pytest.raises(ValueError, match="file_name"):
        to_arrow_table(load_tables()["sources"], [row])


def test_staged_tables_come_back(tables, tmp_path):
    write_tables(tmp_path, tables)
    assert read_tables(tmp_path) == tables


def test_an_empty_stage_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="run the step before"):
        read_tables(tmp_path)


def test_arrow_types():
    schema = to_arrow_schema(load_tables()["documents"])
    assert schema.field("date").type == pa.date32()
    assert not schema.field("document_id").nullable


def test_a_table_that_was_let_go_is_still_there(tables, tmp_path):
    write_tables(tmp_path, tables)
    mapped = read_tables(tmp_path)
    let_go()
    assert all(mapped[name].equals(tables[name]) for name in tables)
