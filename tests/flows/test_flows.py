"""The flows as Prefect sees them: parameters, deployments, a whole run by hand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from prefect.logging import disable_run_logger
from rich.text import Text

from oic_reports.release.publish import Published
from oic_reports.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pipeline():
    from flows.pipeline import pipeline

    return pipeline


def test_every_parameter_is_typed_and_described(pipeline):
    from prefect.utilities.callables import parameter_schema

    properties = parameter_schema(pipeline).properties
    assert set(properties) == {
        "since",
        "until",
        "language",
        "body",
        "source",
        "document",
        "force",
        "dry_run",
        "download",
    }
    assert all(field.get("description") for field in properties.values())


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_date_that_is_none_breaks_the_schema(pipeline, name):
    from prefect.utilities.callables import parameter_schema

    field = parameter_schema(pipeline).properties[name]
    pattern = next(choice["pattern"] for choice in field["anyOf"] if "pattern" in choice)
    assert re.search(pattern, "2013-01-31")
    assert not [
        bad for bad in ("yesterday", "2013-13-01", "2013-1-1", "01/02/2013", "2013-01-01x") if re.search(pattern, bad)
    ]


def test_what_is_said_of_a_refused_value_is_whole(pipeline):
    """Prefect's command prints the pattern as marked up text."""
    from prefect.utilities.callables import parameter_schema

    choices = [choice for field in parameter_schema(pipeline).properties.values() for choice in field.get("anyOf", [])]
    patterns = [choice["pattern"] for choice in choices if "pattern" in choice]
    assert len(patterns) == 4
    assert [Text.from_markup(pattern).plain for pattern in patterns] == patterns


def test_deployments():
    declared = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert {deployment["name"] for deployment in declared} == {"nightly", "backfill"}
    nightly = next(deployment for deployment in declared if deployment["name"] == "nightly")
    assert nightly["schedules"][0]["cron"]


def test_flows_are_thin():
    for path in (ROOT / "flows").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 110, path.name


def test_prefect_stays_in_flows_and_slow_libraries_in_their_step():
    for path in (ROOT / "src").rglob("*.py"):
        assert not re.search(r"^\s*(?:from|import) prefect", path.read_text(encoding="utf-8"), re.MULTILINE), path
    code = "import sys, flows.pipeline; print([m for m in ('great_expectations', 'duckdb', 'wordfreq') if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert answer.stdout.strip() == "[]"


@pytest.mark.slow
def test_make_dataset_runs_alone_whatever_is_inherited(home, tmp_path):
    """As a user runs it, with a stranger's Prefect settings around: a dead server, a profile, a broken home."""
    stranger = {
        "PREFECT_API_URL": "http://127.0.0.1:9/api",
        "PREFECT_PROFILE": "production",
        "PREFECT_HOME": str(tmp_path / "theirs"),
        "PYTHONPATH": str(tmp_path),
        "OIC_REPORTS_DATA_HOME": str(home),
    }
    (tmp_path / "yaml.py").write_text("raise RuntimeError('a module of the caller was imported')")
    command = ["make", "--no-print-directory", "dataset"]
    answer = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, **stranger}, timeout=600
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert "published version 20" in answer.stdout
    assert f"The release is in {home}/processed/20" in answer.stdout
    assert "2 documents with 35 paragraphs" in answer.stdout
    assert not (tmp_path / "theirs").exists()
    # that a run was stopped is what the command ends with, too
    stopped = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **stranger, "OIC_REPORTS_WORKERS": "0"},
        timeout=600,
    )
    assert stopped.returncode != 0
    assert "stopped: OIC_REPORTS_WORKERS" in stopped.stderr


STOPPED = """
import pathlib, sys
from flows.own_server import serve_run
from flows.pipeline import main, pipeline
from oic_reports.jobs.fetch import FetchStoppedError
with serve_run():
    try:
        pipeline(download=True)
    except FetchStoppedError as error:
        print("STOPPED", error)
    pathlib.Path(sys.argv[1]).unlink()
    print("ENDED", main())
"""


@pytest.mark.slow
def test_a_run_that_is_stopped_says_why(home, prefect_home):
    """Two of them, by one server: nothing is fetched, yet what is there is published and shown; a report is gone."""
    received = home / "raw" / "reports" / "000_9e80b411712b49da.txt"
    said = {"PREFECT_HOME": str(prefect_home), "OIC_REPORTS_DATA_HOME": str(home), "OIC_REPORTS_SITE": "true"}
    answer = subprocess.run(
        [sys.executable, "-c", STOPPED, str(received)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **said},
    )
    assert "STOPPED nothing was fetched: say who asks" in answer.stdout, answer.stderr[-2000:]
    (release,) = (home / "processed").glob("20*")
    pages = home / "processed" / "site"
    assert json.loads((pages / "release.json").read_text())["version"] == release.name
    assert len(list((pages / "ar" / "reports").glob("*.html"))) == 2
    assert (pages / "data" / release.name / "SHA256SUMS").read_bytes() == (release / "SHA256SUMS").read_bytes()
    assert "ENDED 1" in answer.stdout
    why = answer.stderr.rpartition("stopped:")[2]
    assert "published_stay_published" in why
    assert "Traceback" not in why


def test_pages_that_cannot_be_made_take_no_release_back(tmp_path):
    from flows.publish import _show

    published = Published("2026.11.0", tmp_path, is_new=True, message="", documents=0, paragraphs=0)
    with disable_run_logger():
        _show(Settings(data_home=tmp_path), published)
    assert not (tmp_path / "processed" / "site").exists()


def test_a_wrong_setting_is_one_line_and_starts_no_server(monkeypatch, capsys):
    from flows import fetch, pipeline

    monkeypatch.setenv("OIC_REPORTS_WORKERS", "0")
    for module in (pipeline, fetch):
        assert module.main() == 1
        said = capsys.readouterr()
        assert said.err.strip() == "stopped: OIC_REPORTS_WORKERS: '0' must be above 0"
        assert said.out == ""


@pytest.mark.parametrize(
    ("outcomes", "last"), [(("left", "filed", "left"), "left in the inbox: 2; "), (("filed",), "as it was")]
)
def test_what_stays_in_the_inbox_is_told_at_the_end(tmp_path, outcomes, last):
    from types import SimpleNamespace

    from flows.steps import _end
    from oic_reports.sources.fetch_report import FetchReport
    from oic_reports.sources.inbox import Taken

    report = FetchReport(None, None, taken=[Taken("x", outcome, None, "why") for outcome in outcomes])
    watch = SimpleNamespace(report=report, settings=Settings(data_home=tmp_path), end=lambda *_: None)
    with disable_run_logger():
        ended = _end(
            watch,
            Published(None, None, is_new=False, message="nothing", documents=0, paragraphs=0, account=("as it was",)),
            "unchanged",
        )
    assert ended.account[-1].startswith(last)
