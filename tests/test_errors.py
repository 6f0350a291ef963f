"""What is foreseen is told in a sentence, caught once in the command and once in the flow; never by a traceback."""

from __future__ import annotations

import ast
import logging
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from founding import copy_founding

from oic_reports.cli import main
from oic_reports.errors import ForeseenError, describe_cause, describe_end
from oic_reports.jobs.build import build
from oic_reports.release.index import Entry, say_listed
from oic_reports.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "oic_reports"
# verdicts on one file, one text, one address or one value: they become rejects and outcomes, and never stop a run
VERDICTS = {
    "DoubtError", "FetchError", "GoneError", "LeftAloneError", "MissingValueError", "NoReportError", "NoSandboxError",
    "NotAsDeclaredError", "SettingError",
    "RefusedError", "TransientError", "UnreadableFileError", "_AnyCharacterError", "_RecognitionError",
}  # fmt: skip
STALE = (
    "- {id: x, action: set_fact, document_id: ar-2013-09-25-cg-mali-report, field: status, expect: final, value: draft,"
    " reason: it was read wrong, reported: 2026-11-28}\n"
)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    copy_founding(home)
    build(Settings(data_home=home), date(2026, 11, 28), lambda _: None)
    return home


@pytest.fixture
def say(published, monkeypatch, capsys):
    """Run a command on a published dataset: its exit status, and what it says on standard error."""

    def run(*arguments, **environment):
        for name, value in {"DATA_HOME": str(published), **environment}.items():
            monkeypatch.setenv(f"OIC_REPORTS_{name}", value)
        status = main(arguments)
        return status, capsys.readouterr().err

    return run


def assert_one_line(said, words):
    assert said.startswith("oic-reports: ")
    assert said.count("\n") == 1, said
    assert words in said


@pytest.mark.parametrize(
    ("arguments", "environment", "status", "words"),
    [
        (["rebuild-check"], {"RAW_URL": "nowhere://bucket"}, 1, "nowhere://bucket cannot be opened"),
        (["sweep"], {"LEAVES_URL": "nowhere://bucket"}, 1, "nowhere://bucket cannot be opened"),
        (["rebuild-check"], {"WORKERS": "many"}, 64, "OIC_REPORTS_WORKERS: "),
        (["mark-release", "2000.1.0", "--also-at", "https://a.example"], {}, 2, "has no release 2000.1.0"),
        (["withdraw", "en-2000-01-01-cfm-report", "--reason", "x"], {}, 2, "en-2000-01-01-cfm-report"),
        (["verify", "no/such/folder", "--key", "no/such/key"], {}, 1, ""),
    ],
)
def test_a_command_says_why_it_stopped(say, arguments, environment, status, words):
    got, said = say(*arguments, **environment)
    assert got == status, said
    assert_one_line(said, words)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda _: "[]",
        lambda content: content.replace('"releases"', '"others"'),
        lambda content: content.replace('"version": "', '"version": "x', 1),
    ],
)
def test_a_damaged_index_is_said(published, say, damage):
    path = published / "processed" / "versions.json"
    content = path.read_text(encoding="utf-8")
    path.write_text(damage(content), encoding="utf-8")
    try:
        status, said = say("rebuild-check")
    finally:
        path.write_text(content, encoding="utf-8")
    assert status == 1
    assert_one_line(said, "versions.json")


def test_a_release_that_is_gone_is_said(published, say):
    (directory,) = (published / "processed").glob("20*")
    directory.rename(published / "aside")
    try:
        status, said = say("rebuild-check")
    finally:
        (published / "aside").rename(directory)
    assert status == 1
    assert_one_line(said, directory.name)


def test_a_stale_correction_is_said(published, say):
    path = published / "corrections" / "stale.yaml"
    path.write_text(STALE, encoding="utf-8")
    try:
        status, said = say("rebuild-check")
    finally:
        path.unlink()
    assert status == 1
    assert_one_line(said, "corrections/stale.yaml, row 1: x is stale")


def test_what_stops_a_run_is_foreseen():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error") and node.name not in VERDICTS:
                name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
                assert issubclass(getattr(import_module(name), node.name), ForeseenError), node.name


def test_a_flow_says_it_in_one_line():
    from flows.stops import _OneLine

    record = logging.LogRecord("x", logging.ERROR, "x", 1, "Encountered an exception", (), None)
    error = ForeseenError("it is damaged: restore it")
    record.exc_info = (ForeseenError, error, None)
    assert _OneLine().filter(record)
    assert (record.getMessage(), record.exc_info) == ("stopped: it is damaged: restore it", None)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (3, "ended with status 3"),
        (-6, "was ended by SIGABRT"),
        (-9, "was ended by SIGKILL"),
        (-11, "was ended by SIGSEGV"),
        (-40, "was ended by signal 40"),
    ],
)
def test_how_a_process_ended_is_told_in_words(status, words):
    assert describe_end(status) == words


def test_a_cause_is_told_without_the_number_of_the_system(tmp_path):
    with pytest.raises(OSError, match="Errno") as caught:
        (tmp_path / "datapackage.json").read_text()
    assert describe_cause(caught.value) == "datapackage.json: No such file or directory"
    assert describe_cause(OSError("cut short")) == "cut short"
    assert describe_cause(ValueError("no JSON")) == "no JSON"


@pytest.mark.parametrize(
    "command", [["diff", "2000.1.0", "2000.1.1"], ["site", "2000.1.0"], ["rollback", "2000.1.0"], ["diff", "x", "y"]]
)
def test_a_release_that_nobody_has_is_answered_by_those_there_are(published, say, command):
    (here,) = (path.name for path in (published / "processed").glob("20*"))
    status, said = say(*command)
    assert status in {1, 64}
    assert_one_line(said, f"the newest first: {here}")
    assert "Errno" not in said


def test_of_many_releases_the_newest_are_offered():
    entries = [Entry(f"2026.11.{number}", "2026-11-28", "2", "1", "0", "x", 1, 1, None) for number in range(400)]
    assert say_listed(entries).endswith("2026.11.399, 2026.11.398, 2026.11.397, 2026.11.396, 2026.11.395, …")
    assert say_listed([]) == "none is listed"


def test_days_before_today_are_no_age(say):
    status, said = say("sweep", "--days", "-1")
    assert status == 64
    assert_one_line(said, "--days is at least 0")
