"""How right the facts of fronts are read, by what a front is like (``tests/structure/composed/fronts.py``).

Real pages show few fronts each. Here types of texts, kinds of meetings, orders of covers, line breaks, writings of days
and places, frames of sites and layouts are crossed, and what each page prints is known.
``python benchmarks/fronts.py --seeds 2`` prints, by each value of each dimension and by the worst pairs of values, how
many stated facts are true and printed facts stated, how many headers are wholly right, and which facts are wrong;
``--only ar-speech`` takes pages whose name contains that, ``--show`` prints the differences, ``--keep FOLDER`` keeps
the pages.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.fronts import Front, list_fronts, write_front  # noqa: E402
from first_sight import FACTS, Score, judge_page  # noqa: E402

_SHARES = (
    *(("stated_true", "stated"), ("printed_stated", "printed"), ("headers_right", "headers")),
    *(("blocks_right", "blocks"), ("judged_right", "judged")),
)
_HEADS = ("pages", "true", "stated", "header", "blocks", "judged")
_DIMENSIONS = tuple(name for name in Front.__dataclass_fields__ if name != "seed")
# pairs of values that are printed: those of so many pages with the fewest headers right
_WORST, _FEWEST = 15, 6

Judged = Sequence[tuple[Front, Score]]


def judge_fronts(folder: Path, fronts: Sequence[Front]) -> list[tuple[Front, Score]]:
    """Compose, read and judge pages: front and score of each."""
    judged = []
    for front in fronts:
        page = write_front(folder, front)
        judged.append((front, judge_page(page, json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))))
    return judged


def share_by(judged: Judged, *dimensions: str) -> dict[str, Counter[str]]:
    """The sums of counts by the values of dimensions; a page that is refused is a header that is not right."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for front, score in judged:
        value = " × ".join(str(asdict(front)[dimension]) for dimension in dimensions) or "all"
        sums[value].update({**score.counts, "pages": 1, "headers": 1})
    return sums


def count_wrong_facts(judged: Judged) -> Counter[str]:
    """How often each fact is wrong."""
    names = (line.split(":")[0] for _, score in judged for line in score.differences)
    return Counter(name for name in names if name in FACTS)


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1, help="pages of each language, type and order")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pages there")
    options = parser.parse_args()
    fronts = [front for front in list_fronts(options.seeds, options.start) if options.only in front.name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        judged = judge_fronts(folder, fronts)
    if options.show:
        for front, score in judged:
            for line in score.differences:
                print(f"{front.name} {line}")
    print(f"{'':<40}" + "".join(f"{head:>9}" for head in _HEADS))
    _print_sums("all pages", share_by(judged))
    for dimension in _DIMENSIONS:
        _print_sums(dimension, share_by(judged, dimension))
    pairs: dict[str, Counter[str]] = {}
    for pair in combinations(_DIMENSIONS, 2):
        pairs |= {value: sums for value, sums in share_by(judged, *pair).items() if sums["pages"] >= _FEWEST}
    _print_sums("worst pairs", dict(sorted(pairs.items(), key=_rank)[:_WORST]))
    print("facts that are wrong")
    for name, number in count_wrong_facts(judged).most_common():
        print(f"  {name:<38}{number:>9}")
    return 0


def _print_sums(name: str, sums: Mapping[str, Counter[str]]) -> None:
    print(name)
    for value, counts in sorted(sums.items(), key=_rank):
        shares = (_share(counts, part, whole) for part, whole in _SHARES)
        print(f"  {value:<38}{counts['pages']:>9}" + "".join(f"{share:>9.1f}" for share in shares))


def _rank(item: tuple[str, Counter[str]]) -> float:
    return _share(item[1], "headers_right", "headers")


def _share(sums: Counter[str], part: str, whole: str) -> float:
    return 100 * sums[part] / sums[whole] if sums[whole] else 100.0


if __name__ == "__main__":
    sys.exit(main())
