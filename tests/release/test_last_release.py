"""What did not change comes from the last release, and the bytes are those of a release that is made whole."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from oic_reports.release import archive, write
from oic_reports.release.checksums import list_files
from oic_reports.release.last_release import open_last
from oic_reports.release.views import make_views
from oic_reports.release.write import write_published

DAMAGED = ("documents-markdown.zip", "documents-akoma-ntoso.zip")


def alter(tables, name, key, value):
    """The tables with another value in the first row of a table whose key is given."""
    table = tables[name]
    place, (column, changed) = table.column(key[0]).to_pylist().index(key[1]), value
    values = table.column(column).to_pylist()
    values[place] = changed
    at = table.column_names.index(column)
    field = table.schema.field(at)
    return {**tables, name: table.set_column(at, field, pa.array(values, field.type))}


def repeat(tables, times):
    """The tables with each document again and again, under ids of its own."""
    made = {name: [] for name in ("documents", "paragraphs")}
    for name, rows in made.items():
        table = tables[name]
        for number in range(times):
            copy = table
            for column in {"document_id", "work_id", "paragraph_id", "collection_id"} & set(table.column_names):
                at = copy.column_names.index(column)
                told = copy.column(column)
                said = pc.replace_substring_regex(told, r"^([^/]*)", rf"\1-{number + 1}")
                copy = copy.set_column(at, copy.schema.field(at), said)
            rows.append(copy)
    joined = {name: pa.concat_tables(rows) for name, rows in made.items()}
    joined = {
        name: table.sort_by([("language", "ascending"), ("document_id", "ascending")]) for name, table in joined.items()
    }
    return {**tables, **joined}


@pytest.fixture(scope="module")
def many(whole):
    return repeat(whole, 6)


@pytest.fixture(params=["loose", "packed"])
def form(request, monkeypatch):
    monkeypatch.setattr(archive, "MOST_LOOSE", 1_000 if request.param == "loose" else 1)
    # what is made whole each time is not in question here
    monkeypatch.setattr(write, "WHOLE_PARTS", {})
    return request.param


@pytest.fixture
def printed(monkeypatch):
    """The documents that are printed, by the module that prints them."""
    found = []

    def watch(shelf, first, end, read=archive.DocumentShelf.read):
        for document in read(shelf, first, end):
            found.append(document.facts["document_id"])
            yield document

    monkeypatch.setattr(archive.DocumentShelf, "read", watch)
    return found


def read_all(folder):
    return {name: path.read_bytes() for name, path in list_files(folder).items()}


def make(folder, facts, tables, verdict, earlier=None):
    folder.mkdir()
    last = open_last(earlier[0], earlier[1], tables) if earlier else None
    with make_views(tables) as views:
        write_published(folder, facts, {**tables, **views}, verdict, last)
    return read_all(folder)


def list_changes(tables):
    first = tables["documents"].column("document_id")[0].as_py()
    paragraph = next(row for row in tables["paragraphs"].to_pylist() if row["document_id"] == first)
    source = tables["documents"].column("source_id")[0].as_py()
    yield tables, set()
    yield alter(tables, "documents", ("document_id", first), ("city", "Elsewhere")), {first}
    yield alter(tables, "paragraphs", ("paragraph_id", paragraph["paragraph_id"]), ("text", "Another text.")), {first}
    of_source = pc.equal(tables["documents"]["source_id"], source)
    others = set(tables["documents"].filter(of_source)["document_id"].to_pylist())
    yield alter(tables, "sources", ("source_id", source), ("file_name", "renamed.pdf")), others
    gone = {
        name: tables[name].filter(pc.not_equal(tables[name]["document_id"], first))
        for name in ("documents", "paragraphs")
    }
    yield {**tables, **gone}, set()


def test_the_bytes_are_those_of_a_release_that_is_made_whole(many, facts, verdict, tmp_path, form, printed):
    make(tmp_path / "first", facts, many, verdict)
    later = replace(facts, version="2026.12.0", released="2026-12-01", previous=facts.version)
    for number, (tables, changed) in enumerate(list_changes(many)):
        earlier = (tmp_path / "first", many)
        whole = make(tmp_path / f"whole-{number}", later, tables, verdict)
        printed.clear()
        assert make(tmp_path / f"taken-{number}", later, tables, verdict, earlier) == whole
        last = open_last(*earlier, tables)
        assert set(tables["documents"]["document_id"].to_pylist()) - last.unchanged == changed
        # a changed one is read with those of its piece, at most; most are not read at all
        assert changed <= set(printed)
        assert len(set(printed)) < many["documents"].num_rows or len(changed) > 1
        if not changed and tables is many:
            assert printed == []


@pytest.mark.parametrize("form", ["packed"], indirect=True)
@pytest.mark.parametrize("name", DAMAGED)
def test_a_file_that_is_damaged_or_missing_costs_time_alone(many, facts, verdict, tmp_path, form, name):
    whole = make(tmp_path / "first", facts, many, verdict)
    path = tmp_path / "first" / name
    content = path.read_bytes()
    for number, damaged in enumerate((content[:-3], content[:200] + bytes([content[200] ^ 1]) + content[201:], None)):
        path.unlink()
        if damaged is not None:
            path.write_bytes(damaged)
        assert make(tmp_path / f"again-{number}", facts, many, verdict, (tmp_path / "first", many)) == whole
        path.write_bytes(content)


@pytest.mark.parametrize("form", ["loose"], indirect=True)
def test_a_loose_file_that_was_altered_is_not_taken(many, facts, verdict, tmp_path, form):
    whole = make(tmp_path / "first", facts, many, verdict)
    page = next((tmp_path / "first" / "documents").glob("*.md"))
    page.write_bytes(page.read_bytes().replace(b"a", b"e", 1))
    assert make(tmp_path / "again", facts, many, verdict, (tmp_path / "first", many)) == whole
    shutil.rmtree(tmp_path / "first" / "documents")
    assert make(tmp_path / "third", facts, many, verdict, (tmp_path / "first", many)) == whole
    (tmp_path / "first" / "SHA256SUMS").unlink()
    assert make(tmp_path / "fourth", facts, many, verdict, (tmp_path / "first", many)) == whole
