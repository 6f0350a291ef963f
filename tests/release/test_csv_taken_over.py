"""Members of the last release's CSV files are taken where their rows are the same, and no others."""

from __future__ import annotations

from functools import partial

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from test_last_release import alter, repeat

from oic_reports.release import csv_files, gzip_files
from oic_reports.release.checksums import write_checksums
from oic_reports.release.csv_files import write_csv
from oic_reports.release.gzip_files import find_members, list_members
from oic_reports.release.last_release import open_last
from oic_reports.release.views import make_views
from oic_reports.tables import document_rows
from oic_reports.tables.schema import load_published

NAMES = ("documents", "paragraphs", "flags", "corpus", "warnings")


@pytest.fixture(scope="module")
def many(whole):
    return repeat(whole, 6)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(document_rows, "_PIECE", 32)


def write(folder, tables, earlier=None):
    folder.mkdir()
    last = open_last(*earlier, tables) if earlier else None
    with make_views(tables) as views:
        for name in NAMES:
            write_csv(folder / f"{name}.csv.gz", {**tables, **views}[name], last)
    write_checksums(folder)
    return {name: (folder / f"{name}.csv.gz").read_bytes() for name in NAMES}


@pytest.fixture
def printed(monkeypatch):
    """The columns of each piece that is printed."""
    found = []

    def watch(table, print_csv=csv_files.print_csv):
        found.append(tuple(table.column_names))
        return print_csv(table)

    monkeypatch.setattr(csv_files, "print_csv", watch)
    return found


def list_changes(tables):
    names = tables["documents"].column("document_id").to_pylist()
    paragraphs = tables["paragraphs"].column("paragraph_id").to_pylist()
    source = tables["documents"].column("source_id")[0].as_py()
    yield tables
    yield alter(tables, "paragraphs", ("paragraph_id", paragraphs[0]), ("label", "99."))
    yield alter(tables, "paragraphs", ("paragraph_id", paragraphs[-1]), ("label", "99."))
    # the corpus alone tells these of each paragraph
    yield alter(tables, "documents", ("document_id", names[3]), ("city", "Elsewhere"))
    yield alter(tables, "sources", ("source_id", source), ("url", "https://elsewhere.example/"))
    for gone in (names[0], names[5], names[-1]):
        kept = ("documents", "paragraphs", "flags")
        yield {
            **tables,
            **{name: tables[name].filter(pc.not_equal(tables[name]["document_id"], gone)) for name in kept},
        }
    yield {**tables, "paragraphs": pa.concat_tables([tables["paragraphs"].slice(0, 0), tables["paragraphs"]])}


def test_the_bytes_are_those_of_files_that_are_made_whole(many, tmp_path, printed):
    write(tmp_path / "first", many)
    pieces = len(find_members(tmp_path / "first" / "paragraphs.csv.gz"))
    assert pieces > 4
    for number, tables in enumerate(list_changes(many)):
        whole = write(tmp_path / f"whole-{number}", tables)
        printed.clear()
        assert write(tmp_path / f"taken-{number}", tables, (tmp_path / "first", many)) == whole, number
        assert printed.count(tuple(tables["paragraphs"].column_names)) < pieces
        if tables is many:
            # of this view the last release's rows are not at hand: they are printed, and found by what they say
            assert set(printed) == {tuple(field.name for field in load_published()["warnings"].fields)}


def test_a_member_is_found_without_being_unpacked(many, tmp_path):
    write(tmp_path / "first", many)
    for name in NAMES:
        path = tmp_path / "first" / f"{name}.csv.gz"
        assert find_members(path) == [place for _, place in list_members(path)]


def test_a_file_with_more_members_than_pieces_is_not_taken(many, tmp_path, monkeypatch):
    monkeypatch.setattr(csv_files, "open_packed", partial(gzip_files.open_packed, member=5_000))
    first = write(tmp_path / "first", many)
    assert write(tmp_path / "again", many, (tmp_path / "first", many)) == first
