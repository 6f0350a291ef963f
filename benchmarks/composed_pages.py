"""Pages that a program composed, read and judged: what ``fronts.py`` and ``releases.py`` print of theirs."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from itertools import combinations
from pathlib import Path
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from first_sight import FACTS, Score, judge_page

_SHARES = (
    *(("stated_true", "stated"), ("printed_stated", "printed"), ("headers_right", "headers")),
    *(("blocks_right", "blocks"), ("judged_right", "judged")),
)
_HEADS = ("pages", "true", "stated", "header", "blocks", "judged")
# pairs of values that are printed: those of so many pages of ours, with the fewest headers and judgements right
_WORST, _FEWEST = 15, 6


class Page(Protocol):
    """What one composed page is like: a dataclass of its dimensions, and the seed that the rest is drawn by."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""


P = TypeVar("P", bound=Page)


class Judged(NamedTuple, Generic[P]):
    """A page, what was read of it, and whether it is the organisation's own."""

    page: P
    score: Score
    is_ours: bool


def judge_pages(folder: Path, pages: Sequence[P], write: Callable[[Path, P], Path]) -> list[Judged[P]]:
    """Compose, read and judge pages; ``write`` puts one into a folder, with its truth beside it."""
    judged = []
    for page in pages:
        path = write(folder, page)
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        judged.append(Judged(page, judge_page(path, truth), bool(truth["ours"])))
    return judged


def share_by(judged: Sequence[Judged[P]], *dimensions: str) -> dict[str, Counter[str]]:
    """The sums of counts by the values of dimensions; a page of ours that is refused is a header that is not right."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for page, score, is_ours in judged:
        value = " × ".join(str(asdict(page)[dimension]) for dimension in dimensions) or "all"
        sums[value].update({**score.counts, "pages": 1, "headers": int(is_ours)})
    return sums


def run(description: str | None, list_pages: Callable[[int, int], list[P]], write: Callable[[Path, P], Path]) -> int:
    """Print the shares of the pages that are asked for; ``list_pages`` takes the number of seeds and the first."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seeds", type=int, default=1, help="how many times each page is composed")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pages there")
    options = parser.parse_args()
    pages = [page for page in list_pages(options.seeds, options.start) if options.only in page.name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        judged = judge_pages(folder, pages, write)
    if options.show:
        for page, score, _ in judged:
            for line in score.differences:
                print(f"{page.name} {line}")
    _print_judged(judged)
    return 0


def _print_judged(judged: Sequence[Judged[P]]) -> None:
    dimensions = [field.name for field in fields(judged[0].page) if field.name != "seed"] if judged else []
    print(f"{'':<40}" + "".join(f"{head:>9}" for head in _HEADS))
    _print_sums("all pages", share_by(judged))
    for dimension in dimensions:
        _print_sums(dimension, share_by(judged, dimension))
    pairs: dict[str, Counter[str]] = {}
    for pair in combinations(dimensions, 2):
        pairs |= {value: sums for value, sums in share_by(judged, *pair).items() if sums["headers"] >= _FEWEST}
    _print_sums("worst pairs", dict(sorted(pairs.items(), key=_rank)[:_WORST]))
    print("facts that are wrong")
    names = (line.split(":")[0] for _, score, _ in judged for line in score.differences)
    for name, number in Counter(name for name in names if name in FACTS).most_common():
        print(f"  {name:<38}{number:>9}")


def _print_sums(name: str, sums: Mapping[str, Counter[str]]) -> None:
    print(name)
    for value, counts in sorted(sums.items(), key=_rank):
        shares = (_share(counts, part, whole) for part, whole in _SHARES)
        print(f"  {value:<38}{counts['pages']:>9}" + "".join(f"{share:>9.1f}" for share in shares))


def _rank(item: tuple[str, Counter[str]]) -> float:
    counts = item[1]
    right, whole = counts["headers_right"] + counts["judged_right"], counts["headers"] + counts["judged"]
    return 100 * right / whole if whole else 100.0


def _share(sums: Counter[str], part: str, whole: str) -> float:
    return 100 * sums[part] / sums[whole] if sums[whole] else 100.0
