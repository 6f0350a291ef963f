"""How right openings are read that a program composes, and texts of others refused (``tests/structure/composed``).

``python benchmarks/openings.py --count 300 --seed 1`` prints the shares of ``first_sight.py`` by language, for texts of
the organisation and for as many of others; ``--run-in`` composes pages of the organisation whose lines were run
together, and judges the blocks of their covers too. ``--show`` prints every difference, ``--keep FOLDER`` keeps the
pages.
``make bench-structure`` runs it; a test runs a few of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.pages import write_page  # noqa: E402
from composed.run_in import write_run_in_page  # noqa: E402
from first_sight import Score, judge_page, print_shares  # noqa: E402

LANGUAGES = ("ar", "en", "fr")


def run(folder: Path, count: int, seed: int, *, ours: bool, run_in: bool = False) -> dict[str, list[tuple[str, Score]]]:
    """Compose and judge pages, as many in each language: name and score of each."""
    scores: dict[str, list[tuple[str, Score]]] = defaultdict(list)
    for number in range(count // len(LANGUAGES)):
        for language in LANGUAGES:
            place = seed * 10_000 + number
            page = (
                write_run_in_page(folder, language, place) if run_in else write_page(folder, language, place, ours=ours)
            )
            truth = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
            scores[language].append((page.name, judge_page(page, truth)))
    return scores


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--run-in", action="store_true", help="pages whose lines were run together")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pages there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(exist_ok=True)
        kinds = ((True, "texts of the organisation"), (False, "texts of others"))
        for ours, name in kinds[:1] if options.run_in else kinds:
            scores = run(folder, options.count, options.seed, ours=ours, run_in=options.run_in)
            print(name)
            print_shares({language: [score for _, score in found] for language, found in scores.items()})
            if options.show:
                for found in scores.values():
                    print("\n".join(f"  {page} {line}" for page, score in found for line in score.differences))
    return 0


if __name__ == "__main__":
    sys.exit(main())
