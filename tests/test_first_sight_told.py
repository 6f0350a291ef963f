"""What documents say of pages at first sight is what ``first_sight.csv`` holds: the last rounds, not the best one."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# as many rounds as the READMEs speak of
LAST = 4
# the columns of the table: share of the first in the second
SHARES = (
    (("stated_true",), ("stated",)),
    (("printed_stated",), ("printed",)),
    (("headers_right",), ("headers",)),
    (("blocks_right",), ("blocks",)),
    (("bounds_right", "bounds_right"), ("blocks", "blocks_given")),
    (("judged_right",), ("judged",)),
)
TRUE, STATED, HEADERS, BLOCKS, F1, JUDGED = range(len(SHARES))


def measure(column: str) -> dict[int, list[float]]:
    """By round, the shares in percent."""
    rounds: dict[int, Counter[str]] = defaultdict(Counter)
    with (ROOT / "benchmarks" / "first_sight.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rounds[int(row["round"])]["pages"] += 1
            for pair in row[column].split():
                name, number = pair.split("=")
                rounds[int(row["round"])][name] += int(number)
    return {
        name: [100 * sum(counts[each] for each in part) / sum(counts[each] for each in whole) for part, whole in SHARES]
        for name, counts in sorted(rounds.items())
    }


def span(rounds: dict[int, list[float]], column: int) -> tuple[int, int]:
    """The lowest and the highest share of the last rounds, as documents print them."""
    told = [rounds[name][column] for name in sorted(rounds)[-LAST:]]
    return round(min(told)), round(max(told))


def list_table() -> dict[int, list[float]]:
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+): [^|]*\|((?: [\d.]+ \|){6})$", quality, re.MULTILINE)
    return {int(name): [float(cell) for cell in cells.split("|")[:-1]] for name, cells in rows}


def test_every_round_is_in_the_table_as_it_fell():
    assert list_table() == {
        name: [pytest.approx(share, abs=0.51) for share in shares] for name, shares in measure("first").items()
    }


def test_what_mended_classes_give_now():
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    last, cells = re.search(
        r"^\| the same pages of rounds 1 to (\d+) now[^|]*\|(.*)\|$", quality, re.MULTILINE
    ).groups()
    now = {name: shares for name, shares in measure("now").items() if name <= int(last)}
    spans = [f"{round(min(told))} to {round(max(told))}" for told in zip(*now.values(), strict=True)]
    assert [cell.strip() for cell in cells.split("|")] == spans


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("README.md", "{} to {} %"),
        ("README.fr.md", "{} à {} %"),
        ("README.ar.md", "من {} إلى {} %"),
        ("docs/quality.md", "{} to {} %"),
    ],
)
def test_the_readmes_and_the_page_of_quality_tell_the_last_rounds(name, form):
    readme = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    rounds = measure("first")
    missing = [
        told for column in (TRUE, HEADERS, BLOCKS, JUDGED) if (told := form.format(*span(rounds, column))) not in readme
    ]
    assert missing == [], f"{name} tells other rounds than the last {LAST}"
