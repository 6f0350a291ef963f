"""Each cause is proved by hashes and keys, and told of the rows it touched alone; what nothing proves is null."""

from __future__ import annotations

from itertools import pairwise

import pytest
from altering import AR, EN, NEW, OLD, alter, append, say_more, with_history, with_keys, without_document

from oic_reports.feed.compare import Earlier, make_feed


@pytest.fixture(scope="module")
def old(tables):
    return with_keys(with_history(tables), ar="1", en="2")


def compare(old, new):
    """Causes by table and key."""
    feed = make_feed(Earlier(OLD, old), new, NEW).to_pylist()
    return {(row["table_name"], row["row_key"]): row for row in feed}


def causes(found, table):
    return {row["cause"] for (name, _), row in found.items() if name == table}


def test_another_key_is_another_reading(old):
    found = compare(old, with_keys(say_more(old, f"{EN}/para_2"), ar="1", en="3"))
    row = found["paragraphs", f"{EN}/para_2"]
    assert (row["change"], row["cause"], row["changed_columns"]) == (
        "changed",
        "re_extraction",
        "text text_raw char_count",
    )
    assert row["new_text"] == f"{row['old_text']} And more."
    assert causes(found, "sources") == {"re_extraction"}
    assert len(found) == 2


def test_the_same_key_proves_no_reading(old):
    found = compare(old, say_more(old, f"{EN}/para_2", column="text"))
    assert causes(found, "paragraphs") == {None}


def test_raw_text_of_one_file_differs_by_reading_alone_even_without_keys(old):
    bare = {**old, "sources": old["sources"].drop_columns(["extraction_key"])}
    found = compare(bare, say_more(bare, f"{EN}/para_2"))
    assert causes(found, "paragraphs") == {"re_extraction"}
    assert causes(compare(bare, say_more(bare, f"{EN}/para_2", column="text")), "paragraphs") == {None}


def test_a_file_with_another_hash_was_revised(old):
    other = "src-ffffffffffffffff"

    def move(row):
        return row | {"source_id": other} if row.get("document_id") == EN else row

    source = old["sources"].to_pylist()[0]
    new = append(alter(say_more(old, f"{EN}/para_2"), "documents", move), "sources", source | {"source_id": other})
    found = compare(old, new)
    assert causes(found, "paragraphs") == causes(found, "documents") == {"source_revised"}
    assert found["sources", other]["cause"] == "new_source"


def test_a_document_of_a_new_file(old):
    source = {row["document_id"]: row["source_id"] for row in old["documents"].to_pylist()}[EN]
    before = alter(without_document(old, EN), "sources", lambda row: None if row["source_id"] == source else row)
    before = alter(before, "id_history", lambda row: None if row["id"].startswith(EN) else row)
    found = compare(before, old)
    assert {row["cause"] for row in found.values()} == {"new_source"}
    assert {row["change"] for row in found.values()} == {"added"}
    assert found["paragraphs", f"{EN}/para_1"]["new_text"].startswith("The Meeting")


def test_a_document_of_a_file_that_was_known_is_not_guessed_at(old):
    assert causes(compare(without_document(old, EN), old), "paragraphs") == {None}
    rejected = without_document(old, EN, "withdrawn")
    assert causes(compare(rejected, old), "paragraphs") == {"correction"}


def test_a_withdrawal_tells_no_word(old):
    tables = {name: table for name, table in old.items() if name != "id_history"}
    found = compare(old, with_history(without_document(tables, EN, "withdrawn"), old, NEW))
    gone = [row for row in found.values() if row["change"] == "withdrawn"]
    assert {row["cause"] for row in gone} == {"withdrawal"}
    assert {row["table_name"] for row in gone} >= {"documents", "paragraphs", "document_sources", "flags"}
    words = {row["text"] for row in old["paragraphs"].to_pylist() if row["document_id"] == EN}
    told = " ".join(str(value) for row in found.values() for value in row.values())
    assert not [text for text in words if text in told]
    assert {row["old_text"] for row in gone} == {row["old_values"] for row in gone} == {None}
    assert causes(found, "id_history") == {"withdrawal"}


def test_a_document_that_another_version_took_the_place_of(old):
    found = compare(old, without_document(old, EN, "superseded_version"))
    assert causes(found, "documents") == causes(found, "paragraphs") == {"source_revised"}


def correct(tables, paragraph_id, *, seq=90):
    """A text corrected: a repair and a flag more, and the text with them."""
    repair = {"paragraph_id": paragraph_id, "seq": seq, "raw_start": 0, "raw_end": 1, "from_text": "T", "to_text": "t"}
    tables = append(
        tables, "repairs", repair | {"repair_kind": "correction", "rule": "correction", "confidence": "high"}
    )
    flag = {"document_id": paragraph_id.split("/")[0], "flag_seq": 900 + seq, "paragraph_id": paragraph_id}
    tables = append(tables, "flags", flag | {"flag": "corrected", "severity": "info", "rule": "correction.text"})
    return say_more(tables, paragraph_id, column="text")


def test_a_correction_is_told_of_its_paragraph_alone(old):
    found = compare(old, correct(old, f"{EN}/para_2"))
    assert causes(found, "paragraphs") == causes(found, "repairs") == causes(found, "flags") == {"correction"}


def test_a_correction_and_a_reading_of_one_paragraph_are_two_causes(old):
    both = correct(say_more(old, f"{EN}/para_2", f"{EN}/para_5"), f"{EN}/para_2")
    found = compare(old, with_keys(both, ar="1", en="3"))
    assert found["paragraphs", f"{EN}/para_2"]["cause"] is None
    assert found["paragraphs", f"{EN}/para_5"]["cause"] == "re_extraction"
    # beside a paragraph that was read otherwise, a corrected one is corrected
    apart = correct(say_more(old, f"{EN}/para_5"), f"{EN}/para_2")
    assert compare(old, with_keys(apart, ar="1", en="3"))["paragraphs", f"{EN}/para_2"]["cause"] == "correction"


def test_the_same_correction_once_more_is_a_correction(old):
    once = correct(old, f"{EN}/para_2")
    found = compare(once, correct(once, f"{EN}/para_2", seq=91))
    assert causes(found, "paragraphs") == causes(found, "repairs") == causes(found, "flags") == {"correction"}


def set_fact(tables, name, value):
    flag = {"document_id": AR, "flag_seq": 900, "flag": "corrected", "severity": "info", "rule": f"correction.{name}"}
    tables = append(tables, "flags", flag)
    return alter(tables, "documents", lambda row: row | {name: value} if row["document_id"] == AR else row)


def test_a_corrected_fact(old):
    found = compare(old, set_fact(old, "status", "final"))
    assert found["documents", AR]["cause"] == "correction"
    other = alter(old, "documents", lambda row: row | {"city": "X"} if row["document_id"] == AR else row)
    assert compare(old, other)["documents", AR]["cause"] is None
    assert compare(old, set_fact(other, "status", "final"))["documents", AR]["cause"] is None
    assert compare(old, with_keys(other, ar="9", en="2"))["documents", AR]["cause"] == "re_extraction"


def test_counts_follow_from_what_is_counted(old):
    def count(row):
        return row | {"repair_count": 99} if row["document_id"] == EN else row

    found = compare(old, alter(correct(old, f"{EN}/para_2"), "documents", count))
    assert found["documents", EN]["cause"] == "correction"
    assert compare(old, alter(old, "documents", count))["documents", EN]["cause"] is None


def test_a_meeting_changes_with_its_documents(old):
    meeting = {row["document_id"]: row["meeting_id"] for row in old["documents"].to_pylist()}[AR]
    new = alter(old, "meetings", lambda row: row | {"city": "X"} if row["meeting_id"] == meeting else row)
    assert compare(old, new)["meetings", meeting]["cause"] is None
    assert compare(old, set_fact(new, "city", "X"))["meetings", meeting]["cause"] == "correction"


def test_a_flag_of_likeness_comes_from_the_other_document(old):
    flag = {"document_id": AR, "flag_seq": 900, "flag": "near_duplicate_of", "severity": "warning"}
    flag |= {"rule": "identity.likeness", "note": f"{EN} (likeness 0.50)"}
    source = {row["document_id"]: row["source_id"] for row in old["documents"].to_pylist()}[EN]
    before = alter(without_document(old, EN), "sources", lambda row: None if row["source_id"] == source else row)
    assert compare(before, append(old, "flags", flag))["flags", f"{AR} 900"]["cause"] == "new_source"
    assert compare(old, append(old, "flags", flag))["flags", f"{AR} 900"]["cause"] is None


def test_a_printed_number_that_changed(old):
    new = alter(old, "paragraphs", lambda row: row | {"ordinal": 77} if row["paragraph_id"] == f"{EN}/para_3" else row)
    row = compare(old, new)["paragraphs", f"{EN}/para_3"]
    assert (row["change"], row["old_values"], row["new_values"]) == ("renumbered", '{"ordinal":3}', '{"ordinal":77}')


def test_rows_stand_by_table_and_key(old):
    feed = make_feed(Earlier(OLD, old), correct(set_fact(old, "status", "final"), f"{EN}/para_2"), NEW).to_pylist()
    names = ["documents", "meetings", "sources", "document_sources", "paragraphs", "boxes", "repairs", "flags"]
    order = [(names.index(row["table_name"]), row["row_key"]) for row in feed]
    assert all(one <= other for one, other in pairwise(order))
