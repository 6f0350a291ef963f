from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from oic_reports.cli import main
from oic_reports.resources import find_declared, load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
COMMAND = str(Path(sys.executable).parent / "oic-reports")
REPORTS = sorted((ROOT / "raw" / "reports").glob("*.txt"))
SPECIMENS = sorted(path for path in (ROOT / "tests" / "specimens").iterdir() if path.is_file() and path.suffix != ".md")
SCHEMA = json.loads((find_declared("schemas") / "read.schema.json").read_text(encoding="utf-8"))


def run(*arguments, **environment):
    return subprocess.run(
        [COMMAND, *map(str, arguments)], capture_output=True, check=False, env={**os.environ, **environment}
    )


def test_read_prints_one_object_whatever_the_locale():
    answer = run("read", REPORTS[0], LC_ALL="C")
    assert (answer.returncode, answer.stderr) == (0, b"")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(answer.stdout))


@pytest.mark.usefixtures("nursed")
@pytest.mark.parametrize("path", [*REPORTS, *SPECIMENS], ids=lambda path: path.stem)
def test_read_prints_one_object_as_its_schema_says(path, capfd):
    assert main(["read", str(path)]) == 0
    said = capfd.readouterr()
    assert said.err == ""
    document = json.loads(said.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert {"acts", "references"}.isdisjoint(document["blocks"][0])


def test_read_as_text():
    lines = run("read", REPORTS[1], "--format", "text").stdout.decode().split("\n\n")
    assert lines[2].startswith("i. The Meeting restated its firm commitment")
    assert "HomeOIC" not in lines[0]
    assert len(lines) == 16


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty_file"),
        ("binary.txt", bytes(range(256)) * 9, "not_text"),
        ("x.pdf", b"%PDF-1.4", "damaged_file"),
        (
            "page.html",
            b"<html><body><p>The office is open on all of the days of the week.</p></body></html>",
            "no_report",
        ),
    ],
)
def test_a_refused_file(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    answer = run("read", tmp_path / name)
    assert answer.returncode == 2
    document = json.loads(answer.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert document["rejected"]["reason"] == reason
    assert reason in {row["value"] for row in load_vocabulary("reject_reasons")}
    assert answer.stderr.count(b"\n") == 1
    assert b"Traceback" not in answer.stderr


def test_the_line_stays_one_whatever_a_file_is_called(tmp_path, capsys):
    name = tmp_path / "two\nlines.txt"
    name.write_text("no report")
    assert main(["read", str(name)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("oic-reports: ")
    assert len(said.splitlines()) == 1


def test_a_file_that_is_not_there(tmp_path):
    answer = run("read", tmp_path / "gone.txt")
    assert (answer.returncode, json.loads(answer.stdout)["rejected"]["reason"]) == (2, "file_unreadable")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    answer = run("read", tmp_path / "pipe.txt")
    assert (answer.returncode, json.loads(answer.stdout)["rejected"]["reason"]) == (2, "file_unreadable")
    assert b"pipe" in answer.stderr


def test_reading_loads_neither_prefect_nor_great_expectations():
    code = (
        "import sys; from oic_reports.cli import main; main(['read', sys.argv[1]]);"
        "print([m for m in ('prefect', 'great_expectations', 'pandas', 'pyarrow') if m in sys.modules], file=sys.stderr)"
    )
    answer = subprocess.run([sys.executable, "-c", code, str(REPORTS[0])], capture_output=True, text=True, check=True)
    assert answer.stderr.strip() == "[]"


def test_a_reader_that_has_seen_enough():
    answer = subprocess.run(f"{COMMAND} read '{REPORTS[0]}' | head -c 10", shell=True, capture_output=True, check=False)  # noqa: S602
    assert answer.stderr == b""


def test_verify_the_current_release(capfd):
    current = json.loads((ROOT / "processed" / "versions.json").read_text())["latest"]
    # in this process, which may have loaded by now what takes seconds
    assert main(["verify", str(ROOT / "processed" / current)]) == 0
    assert capfd.readouterr().err == ""


def test_verify_what_is_no_release(tmp_path):
    answer = run("verify", tmp_path)
    assert answer.returncode == 1
    assert b"does not verify" in answer.stderr


@pytest.mark.usefixtures("nursed")
def test_build_and_rebuild_check(home, monkeypatch, capfd):
    built = run("build", OIC_REPORTS_DATA_HOME=str(home))
    assert built.returncode == 0, built.stderr
    assert b"published version" in built.stdout
    # the next ones in this process, which has loaded by now what takes them seconds
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(home))
    assert main(["build"]) == 0
    assert "nothing to publish" in capfd.readouterr().out
    assert main(["rebuild-check"]) == 0
    (home / "corrections" / "2026-11-mali.yaml").unlink()
    capfd.readouterr()
    assert main(["rebuild-check"]) == 1
    assert "flags.parquet differs" in capfd.readouterr().out


def test_another_wording_of_a_corrected_report_is_read_without_the_corrections(tmp_path):
    text = REPORTS[0].read_text(encoding="utf-8")
    assert "ندائه" in text
    (tmp_path / "x.txt").write_text(text.replace("ندائه", "نداءه"), encoding="utf-8")
    answer = run("read", tmp_path / "x.txt")
    assert answer.returncode == 0
    document = json.loads(answer.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    (flag,) = [flag for flag in document["flags"] if flag["flag"] == "correction_stale"]
    assert "mali-2013-call" in flag["note"]
    assert answer.stderr.decode().count("\n") == 1
    assert "mali-2013-call" in answer.stderr.decode()


def test_lines_are_printed_of_a_file_that_is_no_report(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("The office is open on all days of the week.\nAnd it is closed in the night.", encoding="utf-8")
    done = run("read", str(path), "--format", "lines")
    assert done.returncode == 0
    head, *rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert [dict(zip(head, row, strict=True))["text"] for row in rows] == path.read_text(encoding="utf-8").splitlines()
    assert all(dict(zip(head, row, strict=True))["rule"] for row in rows)
    path.write_bytes(b"")
    assert run("read", str(path), "--format", "lines").returncode == 2


def test_the_catalogue_is_checked(tmp_path, monkeypatch, capfd):
    assert main(["catalogue"]) == 0
    assert "154 active" in capfd.readouterr().out
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("catalogue.csv", "sites.csv"):
        raw.joinpath(name).write_bytes((ROOT / "raw" / name).read_bytes())
    damaged = (raw / "catalogue.csv").read_text(encoding="utf-8").replace(",active,", ",alive,", 1)
    (raw / "catalogue.csv").write_text(damaged, encoding="utf-8")
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(tmp_path))
    assert main(["catalogue"]) == 1
    assert "catalogue.schema.state.vocabulary" in capfd.readouterr().out
    (raw / "sites.csv").unlink()
    assert main(["catalogue"]) == 1
    assert "sites.csv" in capfd.readouterr().err


def test_several_files_are_lines_of_json_and_a_refused_one_stops_none(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_bytes(REPORTS[1].read_bytes())
    (tmp_path / "a" / "one.txt.json").write_text("{}")
    (tmp_path / "a" / "Thumbs.db").write_bytes(b"x")
    (tmp_path / "a" / "empty.txt").write_bytes(b"")
    answer = run("read", tmp_path / "a", REPORTS[0])
    assert answer.returncode == 2
    rows = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [Path(row["file"]).name for row in rows] == ["empty.txt", "one.txt", REPORTS[0].name]
    assert rows[0]["rejected"]["reason"] == "empty_file"
    assert rows[1]["document"]["language"] == "en"
    assert answer.stderr.decode().splitlines()[-1] == "oic-reports: 2 read, 1 refused"


def test_an_inbox_is_read_without_what_is_ours_there(tmp_path, monkeypatch, capfd):
    inbox = tmp_path / "raw" / "inbox"
    (inbox / "from somebody").mkdir(parents=True)
    for name in ("README.md", "left.md", "from somebody/README.md"):
        (inbox / name).write_text("# Inbox\n")
    (inbox / "from somebody" / "report.txt").write_bytes(REPORTS[0].read_bytes())
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(tmp_path))
    assert main(["read", str(inbox)]) == 0
    assert "1 read, 0 refused" in capfd.readouterr().err
    # elsewhere such a name is a file like any other
    monkeypatch.delenv("OIC_REPORTS_DATA_HOME")
    assert main(["read", str(inbox / "from somebody")]) == 2


def test_text_of_several_files_has_the_name_of_each():
    text = run("read", *REPORTS, "--format", "text").stdout.decode()
    assert [line for line in text.splitlines() if line.startswith("== ")] == [f"== {path}" for path in REPORTS]
    assert "\x1b[" not in text


@pytest.mark.parametrize(
    "arguments", [(), ("nonsense",), ("read",), ("read", "--format", "xml", "x"), ("prune", "--keep", "0")]
)
def test_a_wrong_call_is_no_refusal(arguments):
    answer = run(*arguments)
    assert answer.returncode == 64
    assert answer.stderr.decode().splitlines()[-1].startswith("oic-reports")


def test_colours_are_for_terminals():
    from oic_reports.commands.show import print_report

    blocks = [
        {"role": "title", "label": None, "text": "Final Communiqué"},
        {"role": "operative", "label": "1.", "text": "The meeting was held."},
        {"role": "boilerplate", "label": None, "text": "Share this"},
    ]
    assert print_report({"blocks": blocks}, coloured=False) == "Final Communiqué\n\n1. The meeting was held.\n"
    assert print_report({"blocks": blocks}, coloured=True) == (
        "\x1b[1mFinal Communiqué\x1b[0m\n\n\x1b[36m1.\x1b[0m The meeting was held.\n"
    )


def test_paragraphs_that_are_unsure_are_marked_for_readers_behind_their_text():
    from oic_reports.commands.show import print_report

    blocks = [
        {"role": "operative", "label": "1.", "text": text, "structure_confidence": confidence}
        for text, confidence in (("Sure.", "high"), ("Likely.", "medium"), ("Doubtful.", "low"), ("Unrated.", None))
    ]
    assert print_report({"blocks": blocks}, coloured=False).split("\n\n") == [
        "1. Sure.",
        "1. Likely.",
        "1. Doubtful. [edges or role unsure]",
        "1. Unrated.\n",
    ]


def test_the_version_is_of_code_schema_and_python():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert run("--version").stdout.decode().startswith(f"oic-reports {version}, schema ")


def list_loaded(home, *arguments):
    """The modules that a command has loaded when it ends."""
    code = (
        "import sys; from oic_reports.cli import main\n"
        f"try: main({list(arguments)!r})\n"
        "except SystemExit: pass\n"
        "print('loaded:', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=home)
    return set(run.stdout.rpartition("loaded:")[2].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["read", "report.txt"]])
def test_a_command_loads_only_what_it_needs(arguments, tmp_path):
    (tmp_path / "report.txt").write_bytes(REPORTS[0].read_bytes())
    loaded = list_loaded(tmp_path, *arguments)
    assert "oic_reports.cli" in loaded
    # what takes longer to load than a short report to read; a reader's own libraries are loaded by its process alone
    slow = {"prefect", "great_expectations", "pandas", "numpy", "pyarrow", "duckdb", "pydantic", "lxml", "pdfplumber"}
    assert not loaded & slow
