"""How well blocks are told apart, by the outline of a text (``tests/structure/composed/outlines.py``).

Real pages show few outlines each. Here each nesting of headings, paragraphs and lists meets each layout in three
languages and two kinds of text, with labels drawn anew for each seed, and what a composed text holds is known.
``python benchmarks/outlines.py --seeds 2`` prints blocks right (edges, role and label) in percent by shape and by
layout, and the labels that go wrong most; ``--only ar-resolution`` takes texts whose name contains that, ``--show``
prints the differences, ``--keep FOLDER`` keeps the pages. ``--real`` takes the forms of real texts instead (statutes,
speeches, annexes, tables: ``composed/outlines_real.py``). ``make bench-structure`` runs it; a test runs some.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.outlines import Outline, list_outlines, write_outline  # noqa: E402
from composed.outlines_real import RealOutline, list_real_outlines, write_real_outline  # noqa: E402
from first_sight import Score, judge_page  # noqa: E402

# labels that are printed: those under which most blocks are wrong
_WORST = 20

AnyOutline = Outline | RealOutline
Judged = Sequence[tuple[AnyOutline, str, Score]]


def judge_outlines(folder: Path, outlines: Sequence[AnyOutline]) -> list[tuple[AnyOutline, str, Score]]:
    """Compose, read and judge texts: outline, labels and score of each."""
    judged = []
    for outline in outlines:
        is_real = isinstance(outline, RealOutline)
        page = write_real_outline(folder, outline) if is_real else write_outline(folder, outline)
        truth = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        judged.append((outline, truth["labels"], judge_page(page, truth)))
    return judged


def share_by(judged: Judged, key: Callable[[AnyOutline, str], str]) -> dict[str, tuple[int, int]]:
    """Blocks right and blocks, by a key of outline and labels."""
    shares: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for outline, labels, score in judged:
        shares[key(outline, labels)][0] += score.counts["blocks_right"]
        shares[key(outline, labels)][1] += score.counts["blocks"]
    return {name: (right, whole) for name, (right, whole) in shares.items()}


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1, help="texts of each outline")
    parser.add_argument("--only", default="", help="texts whose name contains this")
    parser.add_argument("--real", action="store_true", help="the forms of real texts")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--keep", type=Path, help="the folder in which the pages stay")
    options = parser.parse_args()
    listed: Sequence[AnyOutline] = (list_real_outlines if options.real else list_outlines)(options.seeds)
    outlines = [outline for outline in listed if options.only in outline.name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        judged = judge_outlines(folder, outlines)
    if options.show:
        for outline, labels, score in judged:
            for line in score.differences:
                print(f"{outline.name} [{labels}] {line}")
    layouts = list(dict.fromkeys(outline.layout for outline in outlines))
    print(f"{'':<32}" + "".join(f"{layout:>24}" for layout in (*layouts, "all")))
    for shape in dict.fromkeys(outline.shape for outline in outlines):
        rows = [row for row in judged if row[0].shape == shape]
        by_layout = share_by(rows, lambda outline, _: outline.layout) | share_by(rows, lambda *_: "all")
        print(f"{shape:<32}" + "".join(_print_share(by_layout.get(layout), 24) for layout in (*layouts, "all")))
    for name in ("language", "kind", "layout"):
        for key, share in share_by(judged, lambda outline, _, name=name: getattr(outline, name)).items():
            print(f"{key:<32}{_print_share(share, 24)}")
    print(f"{'all':<32}{_print_share(share_by(judged, lambda *_: 'all').get('all'), 24)}")
    by_labels = share_by(judged, lambda outline, labels: f"{outline.language} {labels}")
    worst = sorted(by_labels.items(), key=lambda item: item[1][0] - item[1][1])[:_WORST]
    for key, (right, whole) in worst:
        print(f"  {key}: {whole - right} of {whole} wrong")
    return 0


def _print_share(share: tuple[int, int] | None, width: int) -> str:
    return f"{100 * share[0] / share[1]:>{width}.1f}" if share else f"{'-':>{width}}"


if __name__ == "__main__":
    sys.exit(main())
