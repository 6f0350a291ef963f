from __future__ import annotations

import shutil
from datetime import date

import pytest

from oic_reports.checks.verdict import Verdict
from oic_reports.jobs.build import check
from oic_reports.proof import remade
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.parquet import read_parquet
from oic_reports.release.publish import publish
from oic_reports.release.write import write_release
from oic_reports.tables.schema import load_schema_version

VERSION = "2026.11.0"


@pytest.fixture(scope="session")
def facts():
    from importlib.metadata import version

    return ReleaseFacts(VERSION, date(2026, 11, 24).isoformat(), load_schema_version(), version("oic-reports"))


@pytest.fixture(scope="session")
def checked(tables):
    """The checked tables of the two reports, and what the checks said."""
    return check(tables, None, VERSION)


@pytest.fixture(scope="session")
def sound(checked, facts, tmp_path_factory):
    """A sound release in a folder of releases; nobody may change it."""
    kept, verdict = checked
    return publish(kept, verdict, tmp_path_factory.mktemp("sound") / "processed", facts=facts).directory


@pytest.fixture(scope="session")
def write_once(sound, tmp_path_factory):
    """``write_release``, that makes the files of the sound release's tables once and copies them from then on."""
    tables = {path.stem: read_parquet(path) for path in sound.glob("*.parquet")}
    verdict = Verdict.from_json((sound / "validation.json").read_text(encoding="utf-8"))
    made = {}

    def write(folder, facts, given, told):
        is_sound = told == verdict and given.keys() == tables.keys()
        if not is_sound or not all(given[name].equals(tables[name], check_metadata=True) for name in tables):
            write_release(folder, facts, given, told)
            return
        if facts not in made:
            made[facts] = tmp_path_factory.mktemp("made")
            write_release(made[facts], facts, given, told)
        shutil.copytree(made[facts], folder, dirs_exist_ok=True)

    return write


@pytest.fixture
def remade_once(write_once, monkeypatch):
    """For damages that leave the tables as they are: what is made anew of these is the same each time."""
    monkeypatch.setattr(remade, "write_release", write_once)


@pytest.fixture
def listed(sound, tmp_path):
    """A copy beside its list."""
    shutil.copytree(sound.parent, tmp_path / "processed")
    return tmp_path / "processed" / VERSION


@pytest.fixture
def alone(sound, tmp_path):
    """A copy as somebody downloads it: the folder alone."""
    shutil.copytree(sound, tmp_path / VERSION)
    return tmp_path / VERSION
