"""What several tests share: settings in a temporary home, the two reports, tables of them."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import hypothesis
import pytest
from founding import copy_founding

from oic_reports.correcting.applying import apply_corrections
from oic_reports.correcting.correction_rows import load_corrections
from oic_reports.identity.identify import identify
from oic_reports.isolation import fresh
from oic_reports.isolation.extraction import extract_file
from oic_reports.settings import Settings
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.raw_store import list_store
from oic_reports.tables.tabulate import tabulate

ROOT = Path(__file__).resolve().parents[1]

# no test may reach a server of the caller's, or tell anybody anything
for _name in [name for name in os.environ if name.startswith(("PREFECT_", "OIC_REPORTS_"))]:
    del os.environ[_name]
os.environ["DO_NOT_TRACK"] = "1"

# how long an example takes says how busy the machine is
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser):
    parser.addoption("--nightly", action="store_true", help="collect tests/nightly too, which takes long")
    parser.addoption("--mutations", type=int, default=60, help="changed files in test_any_input")
    parser.addoption("--kills", type=int, default=4, help="points at which a run is killed, and a fetch")
    parser.addoption("--addresses", type=int, default=1_000, help="addresses of each run in test_many")
    parser.addoption("--histories", type=int, default=12, help="random histories in test_histories")
    parser.addoption("--states", type=int, default=4, help="pairs of states of each table in test_replay")


def pytest_ignore_collect(collection_path, config):
    if collection_path.name == "nightly" and not config.getoption("--nightly"):
        return True
    return None


def pytest_collection_finish():
    """Thousands of tests and their libraries stay to the end: looks for garbage need not go over them each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


def pytest_unconfigure():
    """At the end everything is let go as without that."""
    gc.unfreeze()


@pytest.fixture(scope="session")
def kills(request):
    return request.config.getoption("--kills")


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def nursery():
    """A nursery for the tests of this process (see ``nursed``)."""
    opened = fresh.Nursery()
    assert opened.is_ready
    yield opened
    opened.close()


@pytest.fixture
def nursed(nursery, monkeypatch):
    """Files are read in children that one nursery forks for all tests: for those that are not about how children start.

    What a child of its own gives is the same (tests/isolation), and takes twenty times as long. A child has the
    environment that this process had at first.
    """
    monkeypatch.setattr(fresh, "_open", [nursery])
    monkeypatch.setattr(fresh, "_users", 1)


@pytest.fixture
def home(tmp_path):
    """A data home with the two reports and their corrections."""
    return copy_founding(tmp_path / "home")


@pytest.fixture
def settings(home):
    return Settings(data_home=home)


@pytest.fixture(scope="session")
def extractions(tmp_path_factory):
    """The two reports, read, named and corrected."""
    settings = Settings(data_home=copy_founding(tmp_path_factory.mktemp("founding")))
    read = [extract_file(stored.path, stored.source, settings) for stored in list_store(FolderStore(settings.raw))]
    return apply_corrections(identify(read, None), load_corrections(settings.corrections))


@pytest.fixture(scope="session")
def tables(extractions):
    """Their tables, without ``id_history``."""
    return tabulate(extractions)
