"""The card of accuracy: how often each stage is right, by language, with the number of cases and an interval.

``python benchmarks/accuracy.py`` prints it; ``--write`` writes ``schemas/accuracy.csv``, from which releases and the
site tell it. Two sets, which say different things: ``gold``, the two reports that the rules were written on (it shows
that nothing has become worse), and ``first_sight``, pages that nobody had looked at, as they fell when the code first
met them (it shows what to expect of a new one). Of the latter each round stands for the code of its day; the last one
also by language.

Intervals are Wilson's at 95 %. Facts and paragraphs of one page are not independent, so cases are counted for as many
as they are worth: divided by the design effect of their pages, and where all or none are right, for the number of
pages.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from gold import measure

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = Path(__file__).parent / "first_sight.csv"
CARD = ROOT / "schemas" / "accuracy.csv"
# of the normal distribution, for 95 %
Z = 1.959964
# stage: what of a page's counts is right, and of how many
OF_PAGES = {
    "judged": ("judged_right", "judged"),
    "header": ("headers_right", "headers"),
    "stated": ("stated_true", "stated"),
    "printed": ("printed_stated", "printed"),
    "blocks": ("blocks_right", "blocks"),
    "bounds_found": ("bounds_right", "blocks"),
    "bounds_given": ("bounds_right", "blocks_given"),
}
LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the card; ``round`` and ``day`` are empty for ``gold``, ``language`` is ``all`` for all of them."""

    set: str
    round: str
    day: str
    language: str
    stage: str
    pages: int
    cases: int
    right: int
    share: float
    low: float
    high: float


def make_card() -> list[Row]:
    """All rows of the card."""
    return [*_judge_gold(), *_judge_rounds()]


def _judge_gold() -> Iterator[Row]:
    for language, counts in measure():
        for stage, (right, cases) in counts.items():
            if cases:
                yield _row(("gold", "", "", language, stage), [(right, cases)])


def _judge_rounds() -> Iterator[Row]:
    with ROUNDS.open(encoding="utf-8", newline="") as file:
        pages = list(csv.DictReader(file))
    rounds = sorted({page["round"] for page in pages}, key=int)
    for number in rounds:
        of_round = [page for page in pages if page["round"] == number]
        day = max(page["day"] for page in of_round)
        for language in ("all", *LANGUAGES) if number == rounds[-1] else ("all",):
            chosen = [_parse(page["first"]) for page in of_round if language in ("all", page["language"])]
            for stage, (right, cases) in OF_PAGES.items():
                counted = [(page.get(right, 0), page[cases]) for page in chosen if page.get(cases)]
                if counted:
                    yield _row(("first_sight", number, day, language, stage), counted)


def _parse(counts: str) -> dict[str, int]:
    """Counts by name, of ``blocks=6 blocks_right=5 …``."""
    return {name: int(number) for name, number in (word.split("=") for word in counts.split())}


def _row(named: tuple[str, str, str, str, str], counted: Sequence[tuple[int, int]]) -> Row:
    right, cases = sum(pair[0] for pair in counted), sum(pair[1] for pair in counted)
    low, high = find_interval(counted)
    return Row(*named, len(counted), cases, right, round(right / cases, 4), round(low, 4), round(high, 4))


def find_interval(counted: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Wilson's interval of a share, of right ones and cases by page."""
    right, cases, pages = sum(pair[0] for pair in counted), sum(pair[1] for pair in counted), len(counted)
    share = right / cases
    if right in (0, cases):
        # pages that agree do not tell how much they scatter
        worth = float(pages) if pages > 1 else float(cases)
    else:
        scatter = sum((a - share * b) ** 2 for a, b in counted) / cases**2
        variance = scatter * pages / (pages - 1) if pages > 1 else 0.0
        worth = cases / max(1.0, variance / (share * (1 - share) / cases))
    middle = share + Z**2 / (2 * worth)
    half = Z * math.sqrt(share * (1 - share) / worth + Z**2 / (4 * worth**2))
    whole = 1 + Z**2 / worth
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def print_card(rows: Iterable[Row]) -> str:
    """The card as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Row))
    writer.writerows(astuple(row) for row in rows)
    return text.getvalue()


def main() -> None:
    """Print the card, and write it if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write schemas/accuracy.csv")
    card = print_card(make_card())
    print(card, end="")
    if parser.parse_args().write:
        CARD.write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
