"""A data home with a first release, made once for all tests that begin with one."""

from __future__ import annotations

import json
import shutil

import pytest
from founding import copy_founding
from test_build import run

from oic_reports.checks import suites
from oic_reports.settings import Settings


@pytest.fixture(scope="session")
def check_once():
    """``run_expectations``, that asks the same of the same rows once: of the two reports it would over and over."""
    run_expectations = suites.run_expectations
    known = {}

    def run(table, found, listed, asked=None):
        given = (found,) if asked is None else (found, asked)
        answers = known.setdefault((table.name, len(given), json.dumps(listed)), [])
        for rows, results in answers:
            if all(one.equals(other) for one, other in zip(rows, given, strict=True)):
                return list(results)
        answers.append((given, run_expectations(table, found, listed, asked)))
        return list(answers[-1][1])

    return run


@pytest.fixture(autouse=True)
def _read_and_check_at_once(nursed, check_once, monkeypatch):
    """What is asked here is what becomes of readings and of what checks say."""
    monkeypatch.setattr(suites, "run_expectations", check_once)


@pytest.fixture(scope="session")
def first_release(tmp_path_factory):
    """``processed/`` after the first run over the two reports; nobody may change it."""
    home = tmp_path_factory.mktemp("first")
    copy_founding(home)
    run(Settings(data_home=home))
    return home / "processed"


@pytest.fixture
def published(first_release, settings):
    """The settings of a data home in which that run was."""
    shutil.copytree(first_release, settings.processed)
    return settings
