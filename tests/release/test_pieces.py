"""What is known of pieces of tables is not made again, and the bytes are those of a release that is made whole."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from test_last_release import alter, repeat

from oic_reports.release import jsonl
from oic_reports.release.checksums import list_files
from oic_reports.release.csv_files import write_csv
from oic_reports.release.fingerprint import digest_rows, digest_tables
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.release.publish import publish
from oic_reports.release.views import make_views
from oic_reports.release.whole_parts import WHOLE_PARTS
from oic_reports.tables import document_rows

NAMES = ("documents", "paragraphs", "flags", "id_history", "corpus", "warnings")
CODE = "code"
# what is made of each piece of paragraphs
KINDS = {"lines", "csv", "csv with its head", "sheet paragraphs", "words"}


@pytest.fixture(scope="module")
def many(whole):
    return repeat(whole, 6)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(document_rows, "_PIECE", 32)
    monkeypatch.setattr(jsonl, "_EVERY", 4)


@pytest.fixture
def made(monkeypatch):
    """The kinds of what is made, and the pieces that it is made of."""
    found = []

    def watch(self, kind, rows, make, original=Pieces.make):
        def note():
            found.append((kind, rows))
            return make()

        return original(self, kind, rows, note)

    monkeypatch.setattr(Pieces, "make", watch)
    return found


def write(folder, facts, tables, pieces=NOTHING_KEPT):
    folder.mkdir()
    with make_views(tables) as views:
        every = {**tables, **views}
        for name in NAMES:
            write_csv(folder / f"{name}.csv.gz", every[name], pieces)
        for part in WHOLE_PARTS.values():
            part(folder, facts, every, pieces)
        (folder / "digests").write_text("\n".join(digest_rows(every[name], pieces) for name in NAMES))
        (folder / "fingerprint").write_text(digest_tables(tables, pieces).fingerprint)
    pieces.settle()
    return {name: path.read_bytes() for name, path in list_files(folder).items()}


def list_changes(tables):
    names = tables["documents"].column("document_id").to_pylist()
    paragraphs = tables["paragraphs"].column("paragraph_id").to_pylist()
    source = tables["documents"].column("source_id")[0].as_py()
    yield alter(tables, "paragraphs", ("paragraph_id", paragraphs[0]), ("label", "99."))
    yield alter(tables, "paragraphs", ("paragraph_id", paragraphs[-1]), ("text", "Another text."))
    # the corpus alone tells these of each paragraph
    yield alter(tables, "documents", ("document_id", names[3]), ("city", "Elsewhere"))
    yield alter(tables, "sources", ("source_id", source), ("url", "https://elsewhere.example/"))
    for gone in (names[0], names[5], names[-1]):
        kept = ("documents", "paragraphs", "flags")
        yield {
            **tables,
            **{name: tables[name].filter(pc.not_equal(tables[name]["document_id"], gone)) for name in kept},
        }


def test_the_bytes_are_those_of_files_that_are_made_whole(many, facts, tmp_path, made):
    open_pieces = partial(Pieces, tmp_path / "pieces", CODE)
    write(tmp_path / "first", facts, many, open_pieces())
    pieces = list(document_rows.cut_rows(many["paragraphs"]))
    assert len(pieces) > 4
    assert {kind for kind, _ in made} > KINDS
    for number, tables in enumerate(list_changes(many)):
        whole = write(tmp_path / f"whole-{number}", facts, tables)
        made.clear()
        assert write(tmp_path / f"taken-{number}", facts, tables, open_pieces()) == whole, number
        of_paragraphs = [rows for kind, rows in made if kind == "sheet paragraphs"]
        assert len(of_paragraphs) <= 2
        # and so that each change is asked of the same state
        write(tmp_path / f"back-{number}", facts, many, open_pieces())
    made.clear()
    write(tmp_path / "again", facts, many, open_pieces())
    assert made == []


def test_a_release_that_takes_pieces_is_one_that_is_made_anew(whole, verdict, facts, tmp_path, made):
    later = replace(facts, version="2026.12.0", released="2026-12-01")
    note = alter(whole, "sources", ("source_id", whole["sources"]["source_id"][0].as_py()), ("rights_note", "changed"))
    found = {}
    for name in ("taken", "anew"):
        pieces = Pieces(tmp_path / name / "pieces", CODE)
        publish(whole, verdict, tmp_path / name, facts=facts, pieces=pieces)
        made.clear()
        directory = publish(
            note, verdict, tmp_path / name, facts=later, pieces=pieces, is_same_code=True, force=name == "anew"
        ).directory
        found[name] = {path: file.read_bytes() for path, file in list_files(directory).items()}
        assert ("sheet paragraphs" in {kind for kind, _ in made}) == (name == "anew")
    assert found["taken"] == found["anew"]


@pytest.mark.parametrize("damage", ["cut off", "altered", "size", "empty", "missing"])
def test_a_damaged_piece_costs_time_alone(many, facts, tmp_path, damage, made):
    whole = write(tmp_path / "first", facts, many, Pieces(tmp_path / "pieces", CODE))
    for path in [path for path in (tmp_path / "pieces").rglob("*") if path.is_file()]:
        content = path.read_bytes()
        damaged = {
            "cut off": content[:-3],
            "altered": content[:-1] + bytes([content[-1] ^ 1]),
            "empty": b"",
            # behind the checksum stands the size of what was packed
            "size": content[:4] + bytes([content[4] ^ 1]) + content[5:],
        }
        path.unlink()
        if damage in damaged:
            path.write_bytes(damaged[damage])
    first = len(made)
    assert write(tmp_path / "again", facts, many, Pieces(tmp_path / "pieces", CODE)) == whole
    assert len(made) == 2 * first
    # what was made again lies there again
    write(tmp_path / "third", facts, many, Pieces(tmp_path / "pieces", CODE))
    assert len(made) == 2 * first


def test_what_two_releases_do_not_ask_for_goes(tmp_path):
    rows = pa.table({"document_id": ["a", "b"]})

    def ask(*kinds, code=CODE):
        found = []
        pieces = Pieces(tmp_path, code)
        for kind in kinds:
            pieces.make(kind, [rows], lambda kind=kind: found.append(kind) or kind.encode())
        pieces.settle()
        return found

    assert ask("x", "y") == ["x", "y"]
    assert ask("x", "y") == []
    assert ask("x") == []
    assert ask("x", "y") == ["y"]
    assert ask("x", code="other code") == ["x"]


def test_a_run_that_publishes_nothing_takes_nothing_away(tmp_path):
    rows = pa.table({"document_id": ["a"]})
    settled = Pieces(tmp_path, CODE)
    settled.make("x", [rows], lambda: b"x")
    settled.settle()
    Pieces(tmp_path, CODE).make("y", [rows], lambda: b"y")
    last = Pieces(tmp_path, CODE)
    assert last.make("x", [rows], lambda: b"made again") == b"x"
    assert last.make("y", [rows], lambda: b"made again") == b"y"


def test_what_rows_say_tells_and_not_how_they_lie_in_memory(tmp_path):
    garbage = pa.Array.from_buffers(pa.int64(), 3, [pa.py_buffer(b"\x05"), pa.array([1, 77, 3]).buffers()[1]])
    plain = pa.table({"n": pa.array([1, None, 3]), "t": ["a", "b", "c"]})
    same = [
        pa.table({"n": garbage, "t": ["a", "b", "c"]}),
        pa.concat_tables([plain.slice(0, 1), plain.slice(1)]),
        pa.concat_tables([plain, plain]).slice(3),
    ]
    others = [
        pa.table({"n": pa.array([1, 3, None]), "t": ["a", "b", "c"]}),
        pa.table({"n": pa.array([1, None, 3], pa.int32()), "t": ["a", "b", "c"]}),
        pa.table({"m": pa.array([1, None, 3]), "t": ["a", "b", "c"]}),
        pa.table({"n": pa.array([1, None, 3]), "t": ["ab", "", "c"]}),
        plain.slice(0, 2),
    ]
    pieces = Pieces(tmp_path, CODE)
    pieces.make("x", [plain], lambda: b"known")
    assert [pieces.make("x", [table], lambda: b"made") for table in same] == [b"known"] * 3
    assert [pieces.make("x", [table], lambda: b"made") for table in others] == [b"made"] * 5
