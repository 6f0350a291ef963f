"""The examples of docs/correcting.md do what the page says; ``…`` stands for what differs from day to day."""

from __future__ import annotations

import re
import shlex

import pytest

from oic_reports.cli import main
from oic_reports.correcting.correction_rows import load_corrections
from oic_reports.sources.inbox import INBOX

ADDRESS = "https://example.org/communique"
# what the other steps are about, and what holds no word of a report: locks, the record of who runs, rows of addresses
ELSEWHERE = {
    "reports",
    "recognised",
    INBOX,
    "versions.json",
    ".lock",
    ".run",
    "catalogue.csv",
    "sites.csv",
    "discovery.csv",
}


def read_examples(root):
    page = (root / "docs" / "correcting.md").read_text(encoding="utf-8")
    for block in re.findall(r"```console\n\$ \.venv/bin/oic-reports (.*?)```", page, re.DOTALL):
        line, _, said = block.partition("\n")
        yield shlex.split(line), said


def test_every_hand_has_its_example(root):
    assert {arguments[0] for arguments, _ in read_examples(root)} == {"correct", "sidecar", "supersede", "withdraw"}


def test_examples(root, published, command, received):
    (published / "raw" / "inbox" / "report.pdf").write_bytes(b"%PDF-1.7")
    received("reports/2026/older.txt", b"The Meeting agreed on what follows, and on more.", url=ADDRESS)
    received("reports/2026/newer.txt", b"The Meeting agreed.", url=ADDRESS)
    before = len(load_corrections(published / "corrections"))
    for arguments, expected in read_examples(root):
        status, said = command(*arguments)
        pattern = re.escape(expected).replace("…", ".*")
        assert re.fullmatch(pattern, said), said
        assert status == (2 if said.startswith("oic-reports: ") else 0)
    rows = load_corrections(published / "corrections")[before:]
    assert [row.action for row in rows] == ["replace", "sic", "set_fact", "withdraw"]


@pytest.mark.usefixtures("nursed")
def test_taking_down_names_every_place_that_may_hold_a_text(root, home, monkeypatch):
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(home))
    assert main(["build"]) == main(["site"]) == 0
    page = (root / "docs" / "correcting.md").read_text(encoding="utf-8")
    steps = page.partition("## Taking down")[2]
    places = {f"{path.parent.name}/{path.name}/" for name in ("raw", "processed") for path in (home / name).iterdir()
              if path.name not in ELSEWHERE and not path.name.startswith("20")}  # fmt: skip
    assert {"processed/.work/", "processed/site/"} <= places
    assert [place for place in sorted(places) if f"`{place}`" not in steps] == []


@pytest.mark.parametrize("option", ["--url", "--how-obtained", "--received", "--rights-note", "--note", "--symbol"])
def test_what_a_sidecar_holds_can_be_told(command, option):
    assert option in command("sidecar", "--help")[1]
