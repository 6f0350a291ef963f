"""What became of paragraphs stands in their history: split, merged, renumbered, retired with the mark of their text."""

from __future__ import annotations

import pyarrow as pa
import pytest

from oic_reports.identity.matching import mark_text
from oic_reports.release.id_history import extend_history

EN = "en-2017-09-20-cg-mali-report"
NEXT = "2026.11.1"


def alter(tables, change):
    rows = [row for row in map(change, tables["paragraphs"].to_pylist()) if row]
    return {**tables, "paragraphs": pa.Table.from_pylist(rows, schema=tables["paragraphs"].schema)}


@pytest.fixture(scope="module")
def joined(tables):
    """The fifth paragraph is read as a part of the fourth, and the sixth has another number."""
    texts = {row["paragraph_id"]: row["text"] for row in tables["paragraphs"].to_pylist()}

    def change(row):
        if row["paragraph_id"] == f"{EN}/para_4":
            return row | {"text": f"{row['text']} {texts[f'{EN}/para_5']}"}
        if row["paragraph_id"] == f"{EN}/para_6":
            return row | {"ordinal": 5}
        return None if row["paragraph_id"] == f"{EN}/para_5" else row

    return alter(tables, change)


def tell(history, eid):
    return next(row for row in history.to_pylist() if row["id"] == f"{EN}/{eid}")


def test_merged_renumbered_and_split_again(tables, joined):
    first = extend_history(None, tables, "2026.11.0")
    second = extend_history(first, joined, NEXT, tables["paragraphs"])
    merged = tell(second, "para_5")
    assert (merged["id_relation"], merged["replaced_by"], merged["retired_version"]) == ("merged", f"{EN}/para_4", NEXT)
    text = next(row["text"] for row in tables["paragraphs"].to_pylist() if row["paragraph_id"] == f"{EN}/para_5")
    assert merged["retired_text_sha256"] == mark_text(text)
    assert tell(second, "para_6")["id_relation"] == "renumbered"
    assert tell(second, "para_4")["id_relation"] is None
    # made anew from itself it is the same
    assert extend_history(second, joined, NEXT, joined["paragraphs"]).equals(second)
    third = extend_history(second, tables, "2026.11.2", joined["paragraphs"])
    split = tell(third, "para_5")
    assert (split["id_relation"], split["came_from"]) == ("split", f"{EN}/para_4")
    assert (split["replaced_by"], split["retired_text_sha256"], split["retired_version"]) == (None, None, None)


def test_a_document_that_is_gone_keeps_the_marks_of_its_texts(tables):
    first = extend_history(None, tables, "2026.11.0")
    left = alter(tables, lambda row: None if row["document_id"] == EN else row)
    documents = left["documents"].filter(pa.compute.not_equal(left["documents"]["document_id"], EN))
    second = extend_history(first, {**left, "documents": documents}, NEXT, tables["paragraphs"])
    gone = tell(second, "para_5")
    assert (gone["id_relation"], gone["replaced_by"], gone["retired_version"]) == (None, None, NEXT)
    assert len(gone["retired_text_sha256"]) == 64
