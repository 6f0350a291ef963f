"""A data home with a first release, made once for all tests that begin with one."""

from __future__ import annotations

import shutil

import pytest
from test_build import run

from oic_reports.settings import Settings


@pytest.fixture(scope="session")
def first_release(tmp_path_factory, root):
    """``processed/`` after the first run over the two reports; nobody may change it."""
    home = tmp_path_factory.mktemp("first")
    for folder in ("raw", "corrections"):
        shutil.copytree(root / folder, home / folder)
    run(Settings(data_home=home))
    return home / "processed"


@pytest.fixture
def published(first_release, settings):
    """The settings of a data home in which that run was."""
    shutil.copytree(first_release, settings.processed)
    return settings
