"""How right reports are read, as measured: ``schemas/accuracy.csv``, which ``benchmarks/accuracy.py`` makes."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from oic_reports.release.metadata.wording import find_label
from oic_reports.resources import find_declared, load_vocabulary

FILE = "accuracy.csv"
_STAGES = ("judged", "header", "stated", "printed", "blocks", "bounds_found", "bounds_given")
_COLUMNS = ("all", "ar", "en", "fr")  # as the pages head them
_ALL = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """One stage in words, and a cell for all languages and for each: ``98 (94–99), 135``."""

    stage: str
    asked: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The last round at first sight."""

    day: str
    pages: int
    rows: tuple[Measured, ...]


def print_accuracy() -> str:
    """The whole card as CSV, as it was made."""
    return (find_declared("schemas") / FILE).read_text(encoding="utf-8")


def load_card(language: str) -> Card:
    """The last round at first sight, in the words of one language."""
    rows = [row for row in csv.DictReader(print_accuracy().splitlines()) if row["set"] == "first_sight"]
    last = max(rows, key=lambda row: int(row["round"]))["round"]
    told = {(row["stage"], row["language"]): row for row in rows if row["round"] == last}
    asked = {row["value"]: row[f"asked_{language}"] for row in load_vocabulary("accuracy_stages")}
    measured = tuple(
        Measured(
            find_label("accuracy_stages", stage, language),
            asked[stage],
            tuple(_print_cell(told.get((stage, column))) for column in _COLUMNS),
        )
        for stage in _STAGES
    )
    judged = told["judged", "all"]
    return Card(judged["day"], int(judged["pages"]), measured)


def _print_cell(row: dict[str, str] | None) -> str:
    if row is None:
        return "–"
    share, low, high = (round(_ALL * float(row[name])) for name in ("share", "low", "high"))
    return f"{share} ({low}–{high}), {row['cases']}"
