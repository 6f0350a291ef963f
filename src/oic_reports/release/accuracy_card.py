"""How right reports are read, as measured: ``schemas/accuracy.csv``, which ``benchmarks/accuracy.py`` makes."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass

from oic_reports.release.metadata.wording import find_label
from oic_reports.resources import find_declared, load_vocabulary, load_words
from oic_reports.tables.schema import LANGUAGES

CSV = "accuracy.csv"
JSON = "accuracy.json"
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


def print_accuracy() -> dict[str, str]:
    """File name to content: the whole card as CSV, as it was made, and its last round as JSON, in words, for pages."""
    rows, day = _load_last()
    measures = [
        {
            "name": {language: _name(stage, column, language) for language in LANGUAGES},
            "value": _print_share(rows[stage, column]),
            "cases": int(rows[stage, column]["cases"]),
            "on": {
                language: load_words("release", language)["accuracy_measured"].format(**rows[stage, column])
                for language in LANGUAGES
            },
        }
        for stage in _STAGES
        for column in _COLUMNS
        if (stage, column) in rows
    ]
    told = {"made_by": "python benchmarks/accuracy.py", "day": day, "measures": measures}
    return {CSV: _read(), JSON: json.dumps(told, ensure_ascii=False, indent=1) + "\n"}


def load_card(language: str) -> Card:
    """The last round at first sight, in the words of one language."""
    rows, day = _load_last()
    asked = {row["value"]: row[f"asked_{language}"] for row in load_vocabulary("accuracy_stages")}
    measured = tuple(
        Measured(
            find_label("accuracy_stages", stage, language),
            asked[stage],
            tuple(_print_cell(rows.get((stage, column))) for column in _COLUMNS),
        )
        for stage in _STAGES
    )
    return Card(day, int(rows["judged", "all"]["pages"]), measured)


def _read() -> str:
    return (find_declared("schemas") / CSV).read_text(encoding="utf-8")


def _load_last() -> tuple[dict[tuple[str, str], dict[str, str]], str]:
    """The last round by stage and language, and its day."""
    rows = [row for row in csv.DictReader(_read().splitlines()) if row["set"] == "first_sight"]
    last = max(rows, key=lambda row: int(row["round"]))
    return {(row["stage"], row["language"]): row for row in rows if row["round"] == last["round"]}, last["day"]


def _name(stage: str, column: str, language: str) -> str:
    """``facts stated, Arabic``; of all languages the stage alone."""
    name = find_label("accuracy_stages", stage, language)
    if column == _COLUMNS[0]:
        return name
    return f"{name}{'،' if language == 'ar' else ','} {find_label('languages', column, language)}"


def _print_share(row: dict[str, str]) -> str:
    share, low, high = (round(_ALL * float(row[name])) for name in ("share", "low", "high"))
    return f"{share} % ({low}–{high})"


def _print_cell(row: dict[str, str] | None) -> str:
    return f"{_print_share(row).replace(' %', '')}, {row['cases']}" if row else "–"
