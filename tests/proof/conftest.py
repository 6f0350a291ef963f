from __future__ import annotations

import shutil
from datetime import date

import pytest

from oic_reports.jobs.build import check
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.publish import publish
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
