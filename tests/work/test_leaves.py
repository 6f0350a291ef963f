"""Leaves: made once, the same bytes, made again where they are damaged, of another code, or the machine was at fault."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date

import pytest

from oic_reports.errors import ForeseenError
from oic_reports.identity.copies import mark_text
from oic_reports.jobs.build import build, list_files, open_leaves
from oic_reports.model import Extraction, Reject, Source
from oic_reports.release.load import load_current
from oic_reports.work import keys, make
from oic_reports.work.keys import identify_code, make_key
from oic_reports.work.leaf import HEAD_BYTES, DamagedLeafError, dump_leaf, parse_blocks, parse_card, parse_head
from oic_reports.work.leaf_store import LeafStore
from oic_reports.work.make import Made, Shelf, check_sample, make_leaves

SOURCE = Source("src-0", "reports/x.txt", "0" * 64, 1)

pytestmark = pytest.mark.usefixtures("nursed")


@pytest.fixture
def leaves(tmp_path):
    return LeafStore(tmp_path / "leaves", "code")


def count(made):
    return made.made, made.found, made.refused


def list_leaves(settings):
    return sorted(path for path in settings.leaves.rglob("*") if path.is_file() and len(path.name) == 64)


def test_a_leaf_is_the_extraction(extractions, leaves):
    for extraction in extractions:
        leaf = dump_leaf(extraction, is_passing=False)
        head = parse_head(leaf)
        card = parse_card(head, leaf[HEAD_BYTES : HEAD_BYTES + head.card])
        blocks = parse_blocks(head, leaf[HEAD_BYTES + head.card :])
        described = card.describe(extraction.source)
        assert described.reading == extraction.reading
        again = tuple(
            replace(report, blocks=own, marks=None) for report, own in zip(described.reports, blocks, strict=True)
        )
        assert again == extraction.reports
        assert dump_leaf(replace(described, reports=again), is_passing=False) == leaf


def key_of(extraction, *, is_passing=False):
    leaf = dump_leaf(extraction, is_passing=is_passing)
    head = parse_head(leaf)
    return parse_card(head, leaf[HEAD_BYTES : HEAD_BYTES + head.card]).describe(extraction.source).key


def test_the_published_key_follows_what_was_read_and_nothing_else(extractions):
    extraction = extractions[0]
    key = key_of(extraction)
    report = extraction.reports[0]
    elsewhere = replace(
        extraction, source=replace(extraction.source, file_name="reports/y.txt", url="http://a.example")
    )
    assert key_of(elsewhere) == key
    # what is derived for comparisons may be derived otherwise
    assert (
        key_of(replace(extraction, reports=(replace(report, marks=mark_text(report)), *extraction.reports[1:]))) == key
    )
    first, *others = report.blocks
    for other in (
        replace(report, blocks=(replace(first, text=f"{first.text}."), *others)),
        replace(report, header=replace(report.header, city="Elsewhere")),
    ):
        assert key_of(replace(extraction, reports=(other, *extraction.reports[1:]))) != key
    assert key_of(replace(extraction, reading=replace(extraction.reading, line_count=1))) != key
    refused = Reject(SOURCE.source_id, SOURCE.file_name, "structure", "no_report", "nothing in it")
    assert key_of(Extraction(SOURCE, rejects=(refused,))) != key_of(Extraction(SOURCE))
    assert key_of(extraction, is_passing=True) is None


def test_other_code_with_the_same_result_publishes_the_same_key(settings, tmp_path):
    files = list_files(settings)
    stores = [LeafStore(tmp_path / "leaves", code) for code in ("one", "two")]
    shelves = [Shelf(files, settings, store) for store in stores]
    one, two = ([card.key for card in shelf.list_cards()] for shelf in shelves)
    assert one == two
    assert len(set(one)) == len(files)
    assert all(one)


def test_what_is_there_is_not_made_again(settings):
    files, leaves = list_files(settings), open_leaves(settings)
    assert count(make_leaves(files, settings, leaves)) == (2, 0, 0)
    assert count(make_leaves(files, settings, leaves)) == (0, 2, 0)
    assert count(make_leaves(files, settings, leaves, force=True)) == (2, 0, 0)


@pytest.mark.parametrize(
    "damage",
    [lambda leaf: leaf[:-1], lambda leaf: leaf[:10], lambda _: b"", lambda leaf: leaf[:60] + b"x" + leaf[61:]],
)
def test_a_damaged_leaf_is_made_again(settings, damage):
    files, leaves = list_files(settings), open_leaves(settings)
    make_leaves(files, settings, leaves)
    path = list_leaves(settings)[0]
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert make_leaves(files, settings, leaves).made == 1
    assert path.read_bytes() == whole


def test_paragraphs_that_are_damaged_are_made_again_when_they_are_loaded(settings):
    files, leaves = list_files(settings), open_leaves(settings)
    make_leaves(files, settings, leaves)
    shelf = Shelf(files, settings, leaves)
    for path in list_leaves(settings):
        path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    for card in shelf.list_cards():
        assert shelf.load(card).reports[0].blocks
        assert shelf.load_report(card, 0) == shelf.load(card).reports[0]


def test_damage_is_said():
    leaf = dump_leaf(Extraction(SOURCE), is_passing=False)
    with pytest.raises(DamagedLeafError):
        parse_head(b"something else" * 10)
    with pytest.raises(DamagedLeafError):
        parse_card(parse_head(leaf), leaf[HEAD_BYTES:])


def test_what_the_machine_is_to_blame_for_is_tried_again(settings, monkeypatch):
    files, leaves = list_files(settings), open_leaves(settings)
    late = Reject(SOURCE.source_id, SOURCE.file_name, "read", "time_limit", "not done")
    with monkeypatch.context() as patched:
        patched.setattr(make, "extract_file", lambda _, source, *__: Extraction(source, rejects=(late,)))
        assert count(make_leaves(files, settings, leaves)) == (2, 0, 2)
        shelf = Shelf(files, settings, leaves)
        assert [card.rejects[0].reason for card in shelf.list_cards()] == ["time_limit"] * 2
        assert shelf.has_passing
    assert count(make_leaves(files, settings, leaves)) == (2, 0, 0)


def test_a_refusal_is_kept(settings, leaves):
    refused = Reject(SOURCE.source_id, SOURCE.file_name, "structure", "no_report", "nothing in it")
    key = make_key(SOURCE, None, "code")
    leaves.put(key, dump_leaf(Extraction(SOURCE, rejects=(refused,)), is_passing=False))
    moved = replace(SOURCE, file_name="reports/y.txt")
    assert leaves.find_card(key).describe(moved).rejects == (replace(refused, file_name="reports/y.txt"),)


def test_the_key_follows_what_reading_uses(tmp_path):
    key = make_key(SOURCE, tmp_path, "code")
    for same in ({"received": "2026-01-01"}, {"file_name": "reports/other/y.TXT"}):
        assert make_key(replace(SOURCE, **same), tmp_path, "code") == key
    for other in ({"sha256": "1" * 64}, {"declared_encoding": "cp1256"}, {"file_name": "reports/x.html"}):
        assert make_key(replace(SOURCE, **other), tmp_path, "code") != key
    # the site decides whose a text is; a page may say it only where nobody else does
    at, own = (
        make_key(replace(SOURCE, url=url), tmp_path, "code") for url in ("http://a.example", "http://oic-oci.org/1")
    )
    assert make_key(replace(SOURCE, url="http://b.example"), tmp_path, "code") == at
    assert len({key, at, own}) == 3
    assert make_key(SOURCE, tmp_path, "another") != key
    (tmp_path / f"{SOURCE.sha256}.json").write_text("{}")
    assert make_key(SOURCE, tmp_path, "code") != key


def test_the_code_of_the_key_is_all_that_a_child_loads(root):
    import subprocess
    import sys

    program = (
        "import sys, oic_reports.isolation.nursery as n; n._warm();"
        "print(*(m.__file__ for k, m in sys.modules.items() if k.startswith('oic_reports.') and m.__file__))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    package = root / "src" / "oic_reports"
    names = {path.removeprefix(f"{package}/").split("/")[0] for path in loaded}
    # what looks into patterns is loaded where they are not kept yet
    seldom = "pattern_starts.py"
    assert names - {"nursery.py", seldom} == set(keys._STAGES) - {"__init__.py", seldom}
    assert seldom in keys._STAGES


def test_leaves_of_another_code_are_swept_by_age(settings, tmp_path):
    leaf = dump_leaf(Extraction(SOURCE), is_passing=False)
    for code in ("old", "new"):
        store = LeafStore(tmp_path / "leaves", code)
        store.put("ab" * 32, leaf)
        store.touch(1_000_000)
    day = 86_400
    assert store.sweep(30, 1_000_000 + 29 * day) == 0
    assert store.sweep(30, 1_000_000 + 31 * day) == 1
    assert [path.name for path in (tmp_path / "leaves").iterdir()] == ["new"]


def test_leaves_in_an_object_store(settings):
    leaves = LeafStore("memory://leaves", identify_code())
    files = list_files(settings)
    assert count(make_leaves(files, settings, leaves)) == (2, 0, 0)
    assert count(make_leaves(files, settings, leaves)) == (0, 2, 0)
    shelf = Shelf(files, settings, leaves)
    assert [len(shelf.load(card).reports[0].blocks) > 10 for card in shelf.list_cards()] == [True, True]


def test_a_run_in_which_nothing_changed_looks_at_nothing(settings, home, monkeypatch):
    def run():
        return build(settings, date(2026, 11, 24), lambda _: None)

    assert run().is_new
    with monkeypatch.context() as patched:
        patched.setattr("oic_reports.jobs.build.assemble_stage", None)
        unchanged = run()
        assert (unchanged.is_new, unchanged.version, unchanged.documents) == (False, "2026.11.0", 2)
    # a correction, a sidecar, a release that was touched: each is a change
    rows = home / "corrections" / "2026-11-mali.yaml"
    rows.write_text(rows.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("oic_reports.jobs.build.assemble_stage", None)
        with pytest.raises(TypeError):
            run()
    assert not run().is_new
    (load_current(settings.processed).directory / "SHA256SUMS").write_text("")
    with monkeypatch.context() as patched:
        patched.setattr("oic_reports.jobs.build.assemble_stage", None)
        with pytest.raises(TypeError):
            run()


def test_batches_add_up():
    one, other = Made(1, 2, 3, ((0.1, "a"),)), Made(10, 20, 30, ((0.5, "b"),))
    assert one + other == Made(11, 22, 33, ((0.5, "b"), (0.1, "a")))


def test_what_was_made_anew_counts_once(settings):
    files, leaves = list_files(settings), open_leaves(settings)
    make_leaves(files, settings, leaves)
    anew = make_leaves(files[:1], settings, leaves, force=True)
    whole = anew.and_all(make_leaves(files, settings, leaves))
    assert (whole.made, whole.found, whole.refused) == (1, len(files) - 1, 0)
    assert whole.slowest == anew.slowest


def test_a_sample_is_made_anew_and_compared(settings, monkeypatch):
    files, leaves = list_files(settings), open_leaves(settings)
    turns = [int(stored.source.sha256[:8], 16) % 100 for stored in files]
    assert check_sample(files, settings, leaves, turns[0]) == []
    make_leaves(files, settings, leaves)
    assert check_sample(files, settings, leaves, turns[0]) == []
    whole = {path: path.read_bytes() for path in list_leaves(settings)}
    # another machine has read something else
    late = Reject(SOURCE.source_id, SOURCE.file_name, "structure", "no_report", "nothing in it")
    with monkeypatch.context() as patched:
        patched.setattr(make, "extract_file", lambda _, source, *__: Extraction(source, rejects=(late,)))
        make_leaves(files, settings, leaves, force=True)
    named = check_sample(files, settings, leaves, turns[0])
    assert named == [stored.source.file_name for stored, turn in zip(files, turns, strict=True) if turn == turns[0]]
    assert sum(path.read_bytes() == content for path, content in whole.items()) == len(named)


def test_a_busy_machine_never_takes_a_sound_leaf_away(settings, monkeypatch):
    files, leaves = list_files(settings), open_leaves(settings)
    make_leaves(files, settings, leaves)
    whole = {path: path.read_bytes() for path in list_leaves(settings)}
    late = Reject(SOURCE.source_id, SOURCE.file_name, "read", "time_limit", "not done")
    with monkeypatch.context() as patched:
        patched.setattr(make, "extract_file", lambda _, source, *__: Extraction(source, rejects=(late,)))
        make_leaves(files, settings, leaves, force=True)
        for stored in files:
            assert check_sample([stored], settings, leaves, int(stored.source.sha256[:8], 16) % 100) == []
    assert {path: path.read_bytes() for path in list_leaves(settings)} == whole
    # one that cannot be loaded is not sound
    path = list_leaves(settings)[0]
    path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    with monkeypatch.context() as patched:
        patched.setattr(make, "extract_file", lambda _, source, *__: Extraction(source, rejects=(late,)))
        make_leaves(files, settings, leaves, force=True)
    assert path.read_bytes() != whole[path]
    assert make_leaves(files, settings, leaves).made == 1


def test_files_whose_names_are_printed_alike_are_all_listed(settings):
    files = list_files(settings)
    alike = [replace(stored, source=replace(stored.source, file_name="reports/x.txt")) for stored in files]
    assert len(list(Shelf(alike, settings, open_leaves(settings)).list_cards())) == len(files)


@pytest.mark.parametrize("place", ["leaves", "stage"])
def test_a_disk_that_refuses_is_said_in_a_sentence(settings, place):
    """A file stands where a folder belongs, which no owner of the machine can write into either."""
    folder = getattr(settings, place)
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    with pytest.raises(
        ForeseenError, match=r"cannot be written .*mend its owner, mode or free space; the last release stays"
    ):
        build(settings, date(2026, 11, 24), lambda _: None)


def test_a_full_disk_is_said_and_leaves_no_half_leaf(settings, monkeypatch):
    def fill(path, content):
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.write_bytes", fill)
        with pytest.raises(ForeseenError, match="No space left on device"):
            build(settings, date(2026, 11, 24), lambda _: None)
    assert [path for path in settings.leaves.rglob("*") if path.is_file()] == []
    assert build(settings, date(2026, 11, 24), lambda _: None).is_new


def test_an_object_store_is_not_swept(settings, monkeypatch, capsys):
    from oic_reports.cli import main

    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(settings.data_home))
    assert main(["sweep", "--days", "0"]) == 0
    monkeypatch.setenv("OIC_REPORTS_LEAVES_URL", "memory://leaves")
    assert main(["sweep"]) == 2
    assert "rule of age" in capsys.readouterr().err
