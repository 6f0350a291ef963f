"""Each damage of a release is found: with the sums as they were, with new sums, and, of rows, with all else made anew."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest
from damages import FORMS, LISTED, ROWS, SAID

from oic_reports.checks.verdict import Verdict
from oic_reports.proof.metadata import check_index, read_package
from oic_reports.proof.prove import find_problems, prove
from oic_reports.release.checksums import check_checksums, write_checksums
from oic_reports.release.files import list_parts
from oic_reports.release.parquet import read_parquet
from oic_reports.release.write import write_release
from oic_reports.tables.schema import load_tables

# of what agrees with itself after all is made anew, nothing in the release tells: only a signature does
NOT_TOLD = {
    "a date is changed",
    "a date is emptied",
    "a status is changed",
    "a type is changed",
    "a title is changed",
    "a symbol is changed",
    "an address is changed",
    "the hash of a source is changed",
    "a source is of another day",
    "a meeting moves",
    "an id is older than it is",
    "a flag is of another kind",
}


def test_there_are_about_a_hundred_damages():
    assert len(ROWS) + len(SAID) + len(LISTED) + len(FORMS) > 98


def test_a_sound_release_is_consistent_beside_its_list_and_alone(listed, alone):
    for folder in (listed, alone):
        proof = prove(folder)
        assert (proof.problems, proof.vouched, proof.not_asked) == ((), None, ())
    shutil.move(alone, alone.with_name("download"))
    assert prove(alone.with_name("download")).problems == ()


@pytest.mark.usefixtures("remade_once")
@pytest.mark.parametrize("damage", [*ROWS, *SAID, *FORMS])
def test_damage_is_found_with_old_and_with_new_sums(alone, damage):
    ({**ROWS, **SAID, **FORMS}[damage])(alone)
    assert check_checksums(alone)
    write_checksums(alone)
    assert check_checksums(alone) == []
    assert next(find_problems(alone), None), damage


@pytest.mark.parametrize("damage", LISTED)
def test_damage_of_the_list_is_found(listed, damage):
    LISTED[damage](listed)
    assert any("versions.json" in problem for problem in check_index(listed, read_package(listed)))


@pytest.mark.parametrize("damage", [name for name in ROWS if name not in NOT_TOLD])
def test_damage_of_rows_is_found_when_all_else_is_made_anew(alone, facts, tmp_path, damage):
    ROWS[damage](alone)
    tables = {name: read_parquet(alone / f"{name}.parquet") for name in load_tables()}
    verdict = Verdict.from_json((alone / "validation.json").read_text(encoding="utf-8"))
    forged = tmp_path / "forged"
    forged.mkdir()
    write_release(forged, replace(facts, without=list_parts()), tables, verdict)
    assert check_checksums(forged) == []
    assert next(find_problems(forged), None), damage


def test_what_nothing_tells_is_found_by_a_hash(alone, facts, tmp_path):
    from oic_reports.release.checksums import hash_of

    known = hash_of(alone / "SHA256SUMS")
    assert prove(alone, sums=known).vouched
    ROWS["a status is changed"](alone)
    tables = {name: read_parquet(alone / f"{name}.parquet") for name in load_tables()}
    verdict = Verdict.from_json((alone / "validation.json").read_text(encoding="utf-8"))
    forged = tmp_path / "forged"
    forged.mkdir()
    write_release(forged, replace(facts, without=list_parts()), tables, verdict)
    assert any("not the one that was given" in problem for problem in prove(forged, sums=known).problems)


def test_what_is_no_release(alone, tmp_path):
    assert prove(tmp_path / "nothing").problems == (f"{tmp_path / 'nothing'} is no folder",)
    (tmp_path / "empty").mkdir()
    assert prove(tmp_path / "empty", key="x", sums="y").problems
    # the folder above is a likely slip
    above = alone.parent
    assert prove(above).problems == (f"{above} is no release: give the folder that holds its SHA256SUMS",)
    (alone / "paragraphs.parquet").write_bytes(b"PAR1")
    assert any("paragraphs.parquet cannot be read" in line for line in find_problems(alone))


def test_a_release_without_its_sums_is_one_all_the_same(alone):
    (alone / "SHA256SUMS").unlink()
    assert prove(alone).problems == ("SHA256SUMS cannot be read: No such file or directory",)


def test_a_release_of_other_code_is_judged_by_what_it_says_itself(alone):
    path = alone / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["codeVersion"] = "0.0.1"
    path.write_text(json.dumps(described), encoding="utf-8")
    write_checksums(alone)
    proof = prove(alone)
    assert proof.problems == ()
    assert "only the code say" in proof.not_asked[0]
    (alone / "README.md").write_text("Version 2026.11.9", encoding="utf-8")
    write_checksums(alone)
    assert any("README.md does not say" in problem for problem in prove(alone).problems)
