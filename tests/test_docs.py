"""The documentation is true: its commands exist, its examples run on the current release, its links lead somewhere."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from oic_reports.commands import COMMANDS
from oic_reports.errors import UnreadableFileError
from oic_reports.tables.schema import load_tables

ROOT = Path(__file__).resolve().parents[1]
MADE = {ROOT / "docs" / "reference", ROOT / "docs" / "project"}
WRITTEN = [path for path in sorted((ROOT / "docs").rglob("*.md")) if path.parent not in MADE]
READMES = [ROOT / "README.md", ROOT / "README.ar.md", ROOT / "README.fr.md"]
PAGES = [*sorted(ROOT.glob("*.md")), *WRITTEN]
CURRENT = ROOT / "processed" / json.loads((ROOT / "processed" / "versions.json").read_text())["latest"]
EXAMPLES = [ROOT / "docs" / "using-the-data.md", CURRENT / "README.md"]


def blocks_of(path, language):
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", EXAMPLES, ids=["using the data", "release README"])
def test_python_examples_run(path):
    examples = blocks_of(path, "python")
    assert len(examples) == 2
    for example in examples:
        answer = subprocess.run(
            [sys.executable, "-c", example], cwd=CURRENT, capture_output=True, text=True, check=False
        )
        assert answer.returncode == 0, answer.stderr
        assert "para_1" in answer.stdout or "shape: (" in answer.stdout


@pytest.mark.parametrize("path", EXAMPLES, ids=["using the data", "release README"])
def test_sql_examples_run(path, monkeypatch):
    monkeypatch.chdir(CURRENT)
    examples = blocks_of(path, "sql")
    assert examples
    for example in examples:
        assert duckdb.sql(example).fetchall()


def test_the_notebook_runs():
    cells = json.loads((ROOT / "docs" / "analysis.ipynb").read_text(encoding="utf-8"))["cells"]
    program = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "RELEASE": str(CURRENT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "Contact Group on Mali" in answer.stdout
    assert "/para_1" in answer.stdout


def test_the_example_of_the_readme_runs():
    (example,) = blocks_of(ROOT / "README.md", "python")
    answer = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "/para_1" in answer.stdout, answer.stderr


@pytest.fixture(scope="module")
def made_pages():
    """The pages that `make docs` makes, as if they lay there."""
    spec = importlib.util.spec_from_file_location("made_pages", ROOT / "docs" / "made_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {(ROOT / "docs" / name).resolve() for name in module.print_pages(ROOT / "docs")}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path, made_pages):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8")):
        leads = (path.parent / target).resolve()
        assert leads in made_pages or leads.exists(), target


def test_make_targets_that_are_named_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for path in PAGES:
        for target in re.findall(
            r"`make ([a-z-]+)`|^\$ make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


def test_make_says_what_each_target_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    answer = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = {line.split()[0] for line in answer.stdout.splitlines() if "  " in line}
    assert told == set(re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE))


def test_commands_that_are_named_exist():
    for path in PAGES:
        named = set(re.findall(r"(?:`|bin/)oic-reports ([a-z][a-z-]+)", path.read_text(encoding="utf-8")))
        assert named <= COMMANDS.keys(), path


def test_every_command_has_its_module():
    modules = {path.stem for path in (ROOT / "src" / "oic_reports" / "commands").glob("*.py")}
    assert modules - {"__init__", "failure", "show"} == {name.replace("-", "_") for name in COMMANDS}


def test_every_reject_reason_is_in_the_vocabulary():
    from oic_reports.resources import load_vocabulary

    declared = {row["value"] for row in load_vocabulary("reject_reasons")}
    fetched = {row["value"] for row in load_vocabulary("fetch_reasons")}
    used: dict[bool, set[str]] = {True: set(), False: set()}
    for path in (ROOT / "src").rglob("*.py"):
        reasons = set(re.findall(r'reason = "([a-z_]+)"', path.read_text(encoding="utf-8")))
        used[path.parent.name == "sources" and path.name not in {"sidecar.py", "store.py"}] |= reasons
    assert all(used.values())
    assert used[False] <= declared
    assert used[True] <= fetched
    assert issubclass(UnreadableFileError, Exception)


def test_every_flag_that_code_gives_is_in_the_vocabulary():
    from oic_reports.resources import load_vocabulary

    declared = {row["value"] for row in load_vocabulary("flag_values")}
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r'Flag\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8")))
    assert len(used) > 10
    assert used <= declared


def test_the_changelog_names_the_current_release():
    assert f"### {CURRENT.name}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_readme_names_every_table():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in load_tables())


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_each_readme_is_of_the_current_release(path):
    readme = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\b20\d\d\.\d+\.\d+\b", readme))
    assert named == {CURRENT.name}
    assert f"processed/{CURRENT.name}" in readme
    assert len(readme.splitlines()) <= 100


def test_the_tutorial_cites_the_current_release():
    (cited,) = re.findall(r"^> Version ([\d.]+),", EXAMPLES[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert cited == CURRENT.name


def test_what_the_readme_says_is_in_it_is_in_it():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^\*\*In it today\*\*(.*?)\n\n", readme, re.DOTALL | re.MULTILINE)
    query = "SELECT count(*), count(*) FILTER (role = 'operative') FROM '{}'"
    paragraphs, operative = duckdb.execute(query.format(CURRENT / "paragraphs.parquet")).fetchone()
    (documents,) = duckdb.execute(f"SELECT count(*) FROM '{CURRENT / 'documents.parquet'}'").fetchone()
    with (ROOT / "raw" / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        awaited = sum(row["state"] == "active" for row in csv.DictReader(file))
    assert f" {documents} reports" in shown
    assert f"{paragraphs} paragraphs, {operative} of them" in " ".join(shown.split())
    assert f"[{awaited} known addresses]" in shown
    for path in READMES:
        assert f"[{awaited} " in path.read_text(encoding="utf-8")


def test_the_paragraph_that_the_readmes_show_is_published():
    query = f"SELECT label, text FROM '{CURRENT / 'paragraphs.parquet'}' WHERE paragraph_id = ?"
    label, text = duckdb.execute(query, ["ar-2013-09-25-cg-mali-report/para_1"]).fetchone()
    for path in READMES:
        readme = path.read_text(encoding="utf-8")
        assert f"| {text} |" in readme
        assert f"`{label}`" in readme


def test_the_index_of_decisions_has_each_with_its_title():
    index = (ROOT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert f"- [{title}]({path.name})" in index
