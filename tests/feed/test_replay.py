"""The old release and the feed give the new one, row for row, whatever changed.

At every commit four pairs of states are drawn of each table; `make nightly` draws a hundred.
"""

from __future__ import annotations

import pyarrow as pa
import pytest
from altering import AR, EN, NEW, OLD, alter, say_more, with_history, without_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oic_reports.feed import compare
from oic_reports.feed.compare import Earlier, make_feed, open_both
from oic_reports.feed.replay import check_replay, replay_table
from oic_reports.tables.arrow import TYPES
from oic_reports.tables.schema import load_tables

# of all types and many keys; the others are replayed by the same code
TABLES = ("documents", "sources", "document_sources", "paragraphs", "boxes", "flags", "meetings")
VALUES = {
    "string": st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
    "integer": st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
    "number": st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
    "boolean": st.one_of(st.none(), st.booleans()),
    "date": st.one_of(st.none(), st.dates()),
}


def loose(name):
    """The schema of a table in which anything may be missing but its key."""
    table = load_tables()[name]
    return pa.schema(
        [pa.field(each.name, TYPES[each.type], each.name not in table.primary_key) for each in table.fields]
    )


@st.composite
def two_states(draw, name):
    """Two states of a table over the same few keys."""
    table = load_tables()[name]
    order = [field.name for field in table.fields]

    def draw_rows():
        chosen = draw(st.sets(st.integers(1, 6), max_size=5))
        rows = []
        for number in chosen:
            row = {field.name: draw(VALUES[field.type]) for field in table.fields}
            for field in table.fields:
                if field.name in table.primary_key:
                    row[field.name] = number if field.type == "integer" else f"en-{number}"
            rows.append(row)
        ordered = (*table.sort, *table.primary_key)
        rows.sort(key=lambda row: tuple((row[each] is not None, row[each]) for each in ordered))
        return pa.Table.from_pylist(rows, schema=loose(name)).select(order)

    before, after = draw_rows(), draw_rows()
    # some rows stay as they are
    if draw(st.booleans()) and before.num_rows:
        after = before
    return before, after


@pytest.mark.parametrize("name", TABLES)
def test_any_two_states(name, request):
    others = {other: loose(other).empty_table() for other in load_tables()}
    del others["changes"]

    @settings(max_examples=request.config.getoption("--states"), suppress_health_check=list(HealthCheck))
    @given(two_states(name))
    def replay(states):
        before, after = states
        feed = make_feed(Earlier(OLD, others | {name: before}), others | {name: after}, NEW)
        assert replay_table(name, others | {name: before}, feed, after.schema).equals(after)
        assert list(check_replay(others | {name: before}, others | {name: after, "changes": feed})) == []

    replay()


@pytest.fixture(scope="module")
def old(tables):
    return with_history(tables)


@pytest.fixture(scope="module")
def new(tables, old):
    """A document withdrawn, two texts read otherwise, one paragraph gone."""
    changed = say_more(without_document(tables, AR, "withdrawn"), f"{EN}/para_2", f"{EN}/para_9")
    changed = alter(changed, "paragraphs", lambda row: None if row["eid"] == "para_14" else row)
    return with_history(changed, old, NEW)


def test_all_tables_of_two_releases(old, new):
    feed = make_feed(Earlier(OLD, old), new, NEW)
    assert feed.num_rows
    for name in new:
        assert replay_table(name, old, feed).equals(new[name].cast(replay_table(name, old, feed).schema)), name


def test_a_release_of_an_older_schema(old, new):
    """A table and some columns less: what is new in the schema has that cause, and nothing else has."""
    older = {name: table for name, table in old.items() if name != "document_sources"}
    older["documents"] = older["documents"].drop_columns(["title", "session"])
    older["id_history"] = older["id_history"].drop_columns(["came_from", "id_relation", "retired_text_sha256"])
    feed = make_feed(Earlier(OLD, older), new, NEW)
    for name in new:
        assert replay_table(name, older, feed).equals(new[name].cast(replay_table(name, older, feed).schema)), name
    told = {(row["table_name"], row["changed_columns"]) for row in feed.to_pylist() if row["cause"] == "schema"}
    assert ("document_sources", None) in told
    assert {columns for name, columns in told if name == "documents"} <= {"title", "session", "title session", None}
    texts = [row for row in feed.to_pylist() if row["table_name"] == "paragraphs"]
    assert texts
    assert all(row["cause"] != "schema" for row in texts)


def test_equal_releases_and_a_first_one_have_no_feed(old):
    assert make_feed(Earlier(OLD, old), old, NEW).num_rows == 0
    assert make_feed(None, old, OLD).num_rows == 0


def test_a_feed_that_does_not_lead_there_is_found(old, new):
    feed = make_feed(Earlier(OLD, old), new, NEW)
    (wrong,) = check_replay(old, {**new, "changes": feed.filter(pa.compute.not_equal(feed["row_key"], f"{EN}/para_2"))})
    assert wrong.startswith("changes: replayed, it gives other rows of paragraphs: en-")


def test_numbers_and_disk_are_the_same(old, new, tmp_path, monkeypatch):
    feed = make_feed(Earlier(OLD, old), new, NEW)
    monkeypatch.setattr("oic_reports.feed.compare._SOME", 3)
    assert make_feed(Earlier(OLD, old), new, NEW).equals(feed)
    assert feed["change_seq"].to_pylist() == list(range(1, feed.num_rows + 1))
    assert make_feed(Earlier(OLD, old), new, NEW, tmp_path).equals(feed)


def test_rows_that_are_known_to_be_the_same_need_not_be_compared(tables, monkeypatch):
    before = with_history(tables)
    changed = say_more(before, *[name for name in before["paragraphs"]["paragraph_id"].to_pylist() if name[:2] == "ar"])
    asked = []
    monkeypatch.setattr(compare, "open_both", lambda *sides: asked.append(sides) or open_both(*sides))
    for later in (changed, without_document(before, AR, "check_failed")):
        after = with_history(later, before)
        whole = make_feed(Earlier(OLD, before), after, NEW)
        assert whole.num_rows
        assert make_feed(Earlier(OLD, before), after, NEW, same={EN}).equals(whole)
        for side in asked.pop():
            assert EN not in side["paragraphs"]["document_id"].to_pylist()
            assert EN in side["documents"]["document_id"].to_pylist()
