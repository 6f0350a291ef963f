"""Each damage of a feed is found where the release before lies beside it, with old and with new sums."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from damages import AR, EN, drop, put, rows

from oic_reports.checks.verdict import Verdict
from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.jobs.build import check
from oic_reports.proof.metadata import read_package
from oic_reports.proof.prove import find_problems, prove
from oic_reports.proof.replayed import check_feed
from oic_reports.release.checksums import check_checksums, write_checksums
from oic_reports.release.files import list_parts
from oic_reports.release.publish import publish
from oic_reports.release.write import write_release

NEXT = "2026.11.1"


def alter(table, change):
    return pa.Table.from_pylist([row for row in map(change, table.to_pylist()) if row], schema=table.schema)


@pytest.fixture(scope="module")
def two(tables, checked, facts, tmp_path_factory):
    """Two releases: in the second one the file of a report was read by other code, and two of its texts differ."""
    processed = tmp_path_factory.mktemp("two") / "processed"
    first, verdict = checked
    publish(first, verdict, processed, facts=facts)

    def read_otherwise(row):
        if row["paragraph_id"] not in {f"{EN}/para_3", f"{EN}/para_5"}:
            return row
        text = f"{row['text']} And more."
        return row | {"text": text, "text_raw": text, "char_count": len(text)}

    second = {**tables, "paragraphs": alter(tables["paragraphs"], read_otherwise)}
    earlier = Earlier(facts.version, first)
    kept, verdict = check(second, first, NEXT, lambda left: make_feed(earlier, left, NEXT))
    assert publish(kept, verdict, processed, facts=replace(facts, version=NEXT)).is_new
    return processed


@pytest.fixture
def release(two, tmp_path):
    shutil.copytree(two, tmp_path / "processed")
    return tmp_path / "processed" / NEXT


def find(column, value):
    """Place of the first row of the feed with a value."""
    return lambda table: table.column(column).to_pylist().index(value)


def at(place, column, value):
    return lambda table: put(column, value, place(table))(table)


TEXT = find("row_key", f"{EN}/para_3")
DAMAGES = {
    "a cause is another one": at(TEXT, "cause", "correction"),
    "a cause is not told": at(TEXT, "cause", None),
    "a change is dropped": lambda table: drop(TEXT(table))(table),
    "the last change is dropped": lambda table: table.slice(0, table.num_rows - 1),
    "all changes are dropped": lambda table: table.slice(0, 0),
    "an old text is another one": at(TEXT, "old_text", "Another text."),
    "an old text is not told": at(TEXT, "old_text", None),
    "a new text is another one": at(TEXT, "new_text", "Another text."),
    "old values are others": at(TEXT, "old_values", '{"char_count":1}'),
    "new values are others": at(TEXT, "new_values", '{"char_count":1}'),
    "values are no JSON": at(TEXT, "new_values", "{"),
    "a kind is another one": at(TEXT, "change", "withdrawn"),
    "columns are others": at(TEXT, "changed_columns", "text"),
    "another table": at(TEXT, "table_name", "documents"),
    "another paragraph": at(TEXT, "row_key", f"{AR}/para_3"),
    "another document": at(TEXT, "document_id", AR),
    "it begins elsewhere": at(TEXT, "from_version", "2026.10.0"),
    "it leads elsewhere": at(TEXT, "to_version", "2026.12.0"),
    "a relation is invented": at(TEXT, "related_ids", f"{EN}/para_4"),
}


def test_two_releases_are_consistent_and_the_second_one_alone_says_what_was_not_asked(release):
    assert prove(release).problems == ()
    assert prove(release).not_asked == ()
    shutil.rmtree(release.parent / "2026.11.0")
    proof = prove(release)
    assert proof.problems == ()
    assert proof.not_asked == ("whether its changes lead here from 2026.11.0: that release is not beside it",)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_feed_is_found_with_old_and_with_new_sums(release, damage):
    rows("changes", DAMAGES[damage])(release)
    assert check_checksums(release)
    write_checksums(release)
    assert check_checksums(release) == []
    assert any(check_feed(release, read_package(release), is_of_this_code=True)), damage


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_feed_is_found_when_all_else_is_made_anew(release, facts, tmp_path, damage):
    rows("changes", DAMAGES[damage])(release)
    tables = {path.stem: pq.read_table(path) for path in release.glob("*.parquet")}
    verdict = Verdict.from_json((release / "validation.json").read_text(encoding="utf-8"))
    shutil.rmtree(release)
    release.mkdir()
    # what a release may be without says nothing of its feed
    made = replace(facts, version=NEXT, previous=facts.version, without=list_parts())
    write_release(release, made, tables, verdict)
    assert check_checksums(release) == []
    assert any(check_feed(release, read_package(release), is_of_this_code=True)), damage


def test_the_earlier_release_is_another_one(release):
    """The feed is damaged as seen from there."""
    rows("paragraphs", put("text", "Another text.", 20))(release.parent / "2026.11.0")
    assert any("replayed, it gives other rows of paragraphs" in problem for problem in find_problems(release))
