"""The accuracy card of a release: how right reports were read that nobody had looked at before."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings

_FILE = "accuracy.csv"
_FIRST_SIGHT = "first_sight"
_ALL = "all"
_COLUMNS = (_ALL, "ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: its name, the question that it answers, and a cell for all languages and for each."""

    name: str
    asked: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Card:
    """The last round at first sight: its day (ISO), number of pages, columns of cells, and what was measured."""

    day: str
    pages: str
    columns: Sequence[str]
    rows: Sequence[Measured]


def read_card(holdings: Holdings, words: Words) -> Card | None:
    """The card in the language of ``words``; None where the release has none."""
    path = holdings.folder / _FILE
    if not path.is_file():
        return None
    rows = [row for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()) if row["set"] == _FIRST_SIGHT]
    if not rows:
        return None
    last = max(rows, key=lambda row: int(row["round"]))["round"]
    told = {(row["stage"], row["language"]): row for row in rows if row["round"] == last}
    stages = list(dict.fromkeys(stage for stage, _ in told))
    first = told[stages[0], _ALL]
    return Card(
        first["day"],
        first["pages"],
        [words[column] if column == _ALL else words.name("languages", column) for column in _COLUMNS],
        [
            Measured(
                words.name("accuracy_stages", stage),
                words.question("accuracy_stages", stage),
                [_print_share(told.get((stage, column)), words) for column in _COLUMNS],
            )
            for stage in stages
        ],
    )


def _print_share(row: dict[str, str] | None, words: Words) -> str:
    """Percent, the 95 % interval, and the number of cases: ``98 (94–99), 135``."""
    if row is None:
        return "–"
    share, low, high = (words.number(round(100 * float(row[name]))) for name in ("share", "low", "high"))
    return f"{share} ({low}–{high}), {words.number(int(row['cases']))}"
