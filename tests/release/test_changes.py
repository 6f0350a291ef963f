"""What differs between two states of the tables is told document by document, with its reason."""

from __future__ import annotations

import pyarrow as pa
import pytest

from oic_reports.release.changes import find_changes

ARABIC = "ar-2013-09-25-cg-mali-report"
ENGLISH = "en-2017-09-20-cg-mali-report"


def alter(tables, name, change):
    """The tables with each row of one changed; None leaves it out."""
    rows = [row for row in map(change, tables[name].to_pylist()) if row is not None]
    return {**tables, name: pa.Table.from_pylist(rows, schema=tables[name].schema)}


def without(tables, document_id):
    for name in ("documents", "paragraphs", "flags"):
        tables = alter(tables, name, lambda row: None if row["document_id"] == document_id else row)
    return alter(tables, "repairs", lambda row: None if row["paragraph_id"].startswith(document_id) else row)


def test_equal_tables_have_no_change(tables):
    assert find_changes(tables, tables) == []


def test_a_first_release_is_all_new(tables):
    changes = find_changes(None, tables)
    assert [(change.document_id, change.kind, change.why) for change in changes] == [
        (ARABIC, "new", "a new file"),
        (ENGLISH, "new", "a new file"),
    ]
    assert sum(change.added for change in changes) == tables["paragraphs"].num_rows


def test_one_paragraph_of_one_document(tables):
    first = f"{ENGLISH}/para_1"
    after = alter(tables, "paragraphs", lambda row: row | {"text": "x"} if row["paragraph_id"] == first else row)
    (change,) = find_changes(tables, after)
    assert (change.document_id, change.kind, change.added, change.removed, change.altered) == (
        ENGLISH,
        "changed",
        0,
        0,
        1,
    )
    assert str(change).startswith(f"changed: {ENGLISH}: 1 paragraphs changed (code, ")


@pytest.mark.parametrize("column", ["label", "role", "page_first", "text_raw"])
def test_every_column_of_a_paragraph_counts(tables, column):
    value = 99 if column == "page_first" else "list_item"
    after = alter(tables, "paragraphs", lambda row: row | {column: value} if row["seq"] == 2 else row)
    assert {change.altered for change in find_changes(tables, after)} == {1}


def test_a_fact_of_a_header(tables):
    after = alter(tables, "documents", lambda row: row | {"city": "X"} if row["document_id"] == ARABIC else row)
    (change,) = find_changes(tables, after)
    assert (change.document_id, change.facts, change.altered) == (ARABIC, ("city",), 0)


def test_counts_alone_are_no_fact(tables):
    assert find_changes(tables, alter(tables, "documents", lambda row: row | {"flag_count": 99})) == []


def test_a_repair_less(tables):
    after = {**tables, "repairs": tables["repairs"].slice(1)}
    (change,) = find_changes(tables, after)
    assert "flags or repairs" in str(change)


def test_a_document_that_goes(tables):
    (change,) = find_changes(tables, without(tables, ARABIC))
    assert (change.kind, change.why) == ("gone", "its file gives it no more, or is gone")


def test_a_document_that_comes_from_a_file_that_was_known(tables):
    (change,) = find_changes(without(tables, ARABIC), tables)
    assert (change.kind, change.why) == ("new", "its file was known, and gives it now")


def test_a_newer_version_of_a_file(tables):
    def move(row):
        return row | {"source_id": "src-0"} if row["document_id"] == ENGLISH else row

    (change,) = find_changes(tables, alter(tables, "documents", move))
    assert change.facts == ("source_id",)
    assert change.why.startswith("a newer version of its file: src-0 in place of src-")


def test_a_leaf_that_was_made_anew(tables):
    def with_key(key):
        return alter(tables, "sources", lambda row: row | {"extraction_key": key})

    after = alter(with_key("b"), "paragraphs", lambda row: row | {"text": "x"} if row["seq"] == 1 else row)
    assert {change.why for change in find_changes(with_key("a"), after)} == {
        "its file was read by other code or vocabularies"
    }
    # a release from before keys were published tells nothing of reading
    assert {change.why for change in find_changes(with_key(None), after)} == {
        "code, vocabularies, corrections or other documents"
    }


def test_a_correction(tables):
    repair = tables["repairs"].to_pylist()[-1]
    rows = [*tables["repairs"].to_pylist(), repair | {"seq": 99, "rule": "correction", "repair_kind": "correction"}]
    after = {**tables, "repairs": pa.Table.from_pylist(rows, schema=tables["repairs"].schema)}
    assert {change.why for change in find_changes(tables, after)} == {"corrections"}
