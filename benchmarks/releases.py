"""How right releases are read, by what a release is like (``tests/structure/composed/releases.py``).

More than half of the public pages of the organisation are releases, statements and speeches. Here kinds, frames of
sites, datelines, orders, endings and forms are crossed, with texts of others that are like them.
``python benchmarks/releases.py --seeds 2`` prints, by each value of each dimension and by the worst pairs of values,
how many judgements (ours or not) are right, stated facts true, printed facts stated, headers wholly right and blocks
right; ``--only ar-speech`` takes pages whose name contains that, ``--show`` prints the differences, ``--keep FOLDER``
keeps the pages.
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

from composed.releases import Release, list_releases, write_release  # noqa: E402
from first_sight import FACTS, Score, judge_page  # noqa: E402

_SHARES = (
    *(("stated_true", "stated"), ("printed_stated", "printed"), ("headers_right", "headers")),
    *(("blocks_right", "blocks"), ("judged_right", "judged")),
)
_HEADS = ("pages", "true", "stated", "header", "blocks", "judged")
_DIMENSIONS = tuple(name for name in Release.__dataclass_fields__ if name != "seed")
# pairs of values that are printed: those of so many pages with the fewest headers right
_WORST, _FEWEST = 15, 6

Judged = Sequence[tuple[Release, Score]]


def judge_releases(folder: Path, releases: Sequence[Release]) -> list[tuple[Release, Score]]:
    """Compose, read and judge pages: release and score of each."""
    judged = []
    for release in releases:
        page = write_release(folder, release)
        judged.append((release, judge_page(page, json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))))
    return judged


def share_by(judged: Judged, *dimensions: str) -> dict[str, Counter[str]]:
    """The sums of counts by the values of dimensions; a page that is refused is a header that is not right."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for release, score in judged:
        value = " × ".join(str(asdict(release)[dimension]) for dimension in dimensions) or "all"
        sums[value].update({**score.counts, "pages": 1, "headers": int(release.is_ours)})
    return sums


def count_wrong_facts(judged: Judged) -> Counter[str]:
    """How often each fact is wrong."""
    names = (line.split(":")[0] for _, score in judged for line in score.differences)
    return Counter(name for name in names if name in FACTS)


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1, help="rounds of pages of each language and kind")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pages there")
    options = parser.parse_args()
    releases = [release for release in list_releases(options.seeds, options.start) if options.only in release.name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        judged = judge_releases(folder, releases)
    if options.show:
        for release, score in judged:
            for line in score.differences:
                print(f"{release.name} {line}")
    print(f"{'':<40}" + "".join(f"{head:>9}" for head in _HEADS))
    _print_sums("all pages", share_by(judged))
    for dimension in _DIMENSIONS:
        _print_sums(dimension, share_by(judged, dimension))
    pairs: dict[str, Counter[str]] = {}
    for pair in combinations(_DIMENSIONS, 2):
        pairs |= {value: sums for value, sums in share_by(judged, *pair).items() if sums["headers"] >= _FEWEST}
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
    counts = item[1]
    right, whole = counts["headers_right"] + counts["judged_right"], counts["headers"] + counts["judged"]
    return 100 * right / whole if whole else 100.0


def _share(sums: Counter[str], part: str, whole: str) -> float:
    return 100 * sums[part] / sums[whole] if sums[whole] else 100.0


if __name__ == "__main__":
    sys.exit(main())
