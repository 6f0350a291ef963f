"""The index of words: what its files say is what stands in the texts, and what has not changed keeps its file."""

from __future__ import annotations

import json
import zlib
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.release.folding import fold_text, strip_clitics
from oic_reports.site import search_index
from oic_reports.site.release_contents import Holdings, NoReleaseError
from oic_reports.site.search_index import Segment, plan_segments, put_index
from oic_reports.site.shown_texts import measure_head as measure_texts
from oic_reports.site.shown_texts import pack_texts
from oic_reports.site.site_folder import SiteFolder
from oic_reports.site.word_index import index_words, measure_head

WORDS = st.sampled_from(
    [
        "القدس",
        "والقدس",
        "قدس",
        "وزير",
        "الوزراء",
        "security",
        "securities",
        "council",
        "réunion",
        "œuvre",
        "2019",
        "١٩",
        "𐤀",
        "a",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=300).map(" ".join), max_size=12)


class Numbers:
    """Reads varints, as the script of the pages does."""

    def __init__(self, content, at):
        self.content, self.at = content, at

    def read(self):
        value, bits = 0, 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 127) << bits
            bits += 7
            if byte < 128:
                return value


def read_index(content):
    """Key to paragraph to positions."""
    head, words, places, positions = (int.from_bytes(content[at : at + 4], "little") for at in range(16, 32, 4))
    assert 32 + head + words + places + positions == len(content)
    at = Numbers(content, 32 + head)
    where, which = Numbers(content, at.at + words), Numbers(content, at.at + words + places)
    end, key, found, number = where.at, b"", {}, 0
    while at.at < end:
        shared, added = at.read(), at.read()
        assert shared == 0 or number % 64
        key = key[:shared] + content[at.at : at.at + added]
        at.at += added
        places_end, positions_end = where.at + at.read(), which.at + at.read()
        row, of_word = 0, {}
        while where.at < places_end:
            value = where.read()
            row += value >> 1
            position, standing = 0, []
            for _ in range(1 if value & 1 else where.read()):
                position += which.read()
                standing.append(position)
            of_word[row] = standing
        assert (where.at, which.at) == (places_end, positions_end)
        found[key.decode()] = of_word
        number += 1
    return found


@given(TEXTS)
def test_every_word_is_found_where_it_stands(texts):
    expected = {}
    for row, text in enumerate(texts):
        for position, word in enumerate(fold_text(text).split()):
            stripped = strip_clitics(word)
            key = f"{stripped}\t{word.removesuffix(stripped)}"
            expected.setdefault(key, {}).setdefault(row, []).append(position)
        role = "\ttitle\t" if row % 3 == 0 else "\toperative\t"
        expected.setdefault(role, {})[row] = [len(fold_text(text).split())]
    found = read_index(index_words((text, "operative" if row % 3 else "title") for row, text in enumerate(texts)))
    assert found == expected
    assert list(found) == sorted(found, key=str.encode)


def test_a_word_of_many_bytes_and_far_places_is_found():
    far = ["needle " + "x" * 300, *[""] * 20_000, "hay " * 5_000 + "needle"]
    found = read_index(index_words((text, "operative") for text in far))
    assert found["needle\t"] == {0: [0], 20_001: [5_000]}
    assert "x" * 300 + "\t" in found


def test_the_head_says_where_blocks_begin(tmp_path):
    path = tmp_path / "x.words"
    path.write_bytes(index_words((" ".join(f"word{number}" for number in range(999)), "title") for _ in range(3)))
    content = path.read_bytes()
    blocks, head = (int.from_bytes(content[at : at + 4], "little") for at in (12, 16))
    assert (blocks, measure_head(path)) == (16, 32 + head)


def read_texts(content):
    """The blocks of a file, unpacked, after the paragraphs that its head says of each."""
    blocks, head = (int.from_bytes(content[at : at + 4], "little") for at in (8, 12))
    numbers, found, at = Numbers(content, 16), [], 16 + head
    for _ in range(blocks):
        rows, size = numbers.read(), numbers.read()
        found.append((rows, json.loads(zlib.decompress(content[at : at + size]))))
        at += size
    assert (numbers.at, at) == (16 + head, len(content))
    return found


def test_a_block_holds_paragraphs_of_one_report(tmp_path):
    long = [(f"para_{number}", None, "ar", f"نص {number}") for number in range(150)]
    path = tmp_path / "x.texts"
    path.write_bytes(pack_texts([({"id": "a"}, long), ({"id": "none"}, []), ({"id": "b"}, long[:1])]))
    found = read_texts(path.read_bytes())
    assert [(rows, block["id"], len(block["paragraphs"])) for rows, block in found] == [
        (64, "a", 64),
        (64, "a", 64),
        (22, "a", 22),
        (1, "b", 1),
    ]
    assert [tuple(one) for _, block in found[:3] for one in block["paragraphs"]] == long
    assert measure_texts(path) == 16 + int.from_bytes(path.read_bytes()[12:16], "little")


def test_files_end_with_reports_and_stay_where_one_is_added():
    reports = [f"en-report-{number}" for number in range(4_000)]
    counts = [50] * len(reports)
    before = list(plan_segments(reports, counts))
    assert [segment.first for segment in before[1:]] == [segment.end for segment in before[:-1]]
    assert before[-1].end == sum(counts)
    assert all(segment.end - segment.first <= 65_536 + 50 for segment in before)
    after = list(plan_segments(["en-report-", *reports], [7, *counts]))
    moved = {Segment(segment.first - 7, segment.end - 7) for segment in after}
    assert len(moved & set(before)) >= len(before) - 2


def write_release(folder, reports):
    """What of a release the index is made from: ids, and texts by report."""
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps({"version": "1"}), encoding="utf-8")
    (folder / "SHA256SUMS").write_text("", encoding="utf-8")
    facts = {
        "title": "A title",
        "language": "en",
        "date": date(2019, 3, 1),
        "body_id": "cfm",
        "document_type": "report",
    }
    documents = [{"document_id": name, "title_supplied": None, **facts} for name in reports]
    pq.write_table(pa.Table.from_pylist(documents), folder / "documents.parquet")
    names = ("document_id", "eid", "label", "role", "text_language", "text")
    schema = pa.schema([(name, pa.string()) for name in names])
    rows = [
        (name, f"para_{number}", f"{number}.", "operative", "en", text)
        for name, texts in reports.items()
        for number, text in enumerate(texts, 1)
    ]
    table = pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema=schema)
    pq.write_table(table, folder / "paragraphs.parquet")
    return Holdings(folder)


@pytest.fixture
def small_files(monkeypatch):
    monkeypatch.setattr(search_index, "_FEWEST", 4)
    monkeypatch.setattr(search_index, "_MOST", 6)
    monkeypatch.setattr(search_index, "_ONE_IN", 2)
    monkeypatch.setattr(search_index, "_BATCH", 3)


@pytest.mark.usefixtures("small_files")
def test_files_of_unchanged_reports_are_not_written_again(tmp_path):
    reports = {f"r{number}": [f"text {number} {row}" for row in range(number % 4)] for number in range(40)}
    site = SiteFolder(tmp_path / "site")
    put_index(write_release(tmp_path / "first", reports), site)
    site.close()
    files = len(list((tmp_path / "site/search").glob("*.words")))
    assert site.written == 2 * files + 2
    reports["r20"] = ["another text"]
    again = SiteFolder(tmp_path / "site")
    put_index(write_release(tmp_path / "second", reports), again)
    again.close()
    assert again.written <= 7 < files
    listed = json.loads((tmp_path / "site/search/index.json").read_text())
    kept = {path.name for path in (tmp_path / "site/search").iterdir()} - {"index.json", "reports.json"}
    assert {segment[kind]["file"] for segment in listed["segments"] for kind in ("words", "texts")} == kept
    assert listed["paragraphs"][20] == 1
    assert sum(segment["rows"] for segment in listed["segments"]) == sum(map(len, reports.values()))


def test_paragraphs_out_of_order_are_told(tmp_path):
    holdings = write_release(tmp_path / "release", {"a": ["x"], "b": ["y"]})
    table = pq.read_table(holdings.folder / "paragraphs.parquet")
    pq.write_table(table.take([1, 0]), holdings.folder / "paragraphs.parquet")
    with pytest.raises(NoReleaseError, match="not in the order"):
        put_index(holdings, SiteFolder(tmp_path / "site"))


@pytest.mark.usefixtures("small_files")
def test_what_is_shown_and_asked_of_reports_is_that_of_the_release(tmp_path):
    reports = {f"r{number}": [f"text {number} {row}" for row in range(number % 4)] for number in range(40)}
    put_index(write_release(tmp_path / "release", reports), SiteFolder(tmp_path / "site"))
    folder = tmp_path / "site/search"
    shown = [
        (block["id"], paragraph[3])
        for segment in json.loads((folder / "index.json").read_text())["segments"]
        for _, block in read_texts((folder / segment["texts"]["file"]).read_bytes())
        for paragraph in block["paragraphs"]
    ]
    assert shown == [(name, text) for name, texts in reports.items() for text in texts]
    filters = json.loads((folder / "reports.json").read_text())
    assert filters["year"] == {"values": ["2019"], "of": [0] * 40}
    assert set(filters) == {"language", "year", "body", "type"}


def test_a_release_without_paragraphs_has_an_index(tmp_path):
    holdings = write_release(tmp_path / "release", {"a": []})
    put_index(holdings, SiteFolder(tmp_path / "site"))
    assert json.loads((tmp_path / "site/search/index.json").read_text()) == {"segments": [], "paragraphs": [0]}
