"""How right reports are understood: blocks, roles, labels and header facts of the specimens in ``tests/specimens``.

``make bench-structure`` prints, by language, for the specimens that the rules were written on (``open``) and for those
that were kept unread (``held``): F1 of the blocks, the share of these whose role, label, ordinal and parent are right,
the share of header facts that are right, of refusals that are right, of wanted flags that are raised, and of parts of
collections; then how long structure takes beside reading. ``--show`` prints every difference of the open ones;
``--write-known`` writes the differences down that the tests hold to be known.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports
from oic_reports.structure.segment import segment_parts

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from truth import FACTS, SPECIMENS, Tally, judge, write_known  # noqa: E402  (the tests compare as this does)


def score(folder: Path, *, show: bool) -> None:
    """Print the figures of one folder by language."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (file,) = (other for other in folder.glob(f"{path.stem}.*") if other.suffix != ".json")
        judge(file, gold, tallies[path.name[:2]])
    head = ("blocks F1", "role", "label", "parent", "header", "worst fact", "refusals", "flags", "parts")
    print(f"\n{folder.name:<8}" + "".join(f"{name:>12}" for name in head))
    for language, tally in sorted(tallies.items()):
        (hits, wanted), given = tally.counts["found"], tally.counts["given"][1]
        wanted += tally.counts["missing"][1]
        f1 = 200 * hits / max(wanted + given, 1)
        worst = min(FACTS, key=lambda fact: float(tally.share(fact).replace("-", "100")))
        columns = (f"{f1:.1f}", tally.share("role"), tally.share("label"), tally.share("parent"), tally.share(*FACTS))
        columns += (f"{worst[:7]} {tally.share(worst)}"[-12:],)
        columns += (tally.share("refusals"), tally.share("flags"), tally.share("parts"))
        print(f"{language:<8}" + "".join(f"{value:>12}" for value in columns))
    if show:
        for _, tally in sorted(tallies.items()):
            for line in tally.differences:
                print(f"  {line}")


def time_structure() -> None:
    """Print how long structure takes beside reading, on the same files, once everything is loaded."""
    texts = [path for path in sorted((SPECIMENS / "open").iterdir()) if path.suffix != ".json"]
    pages = sorted((ROOT / "tests" / "specimens" / "pdf").glob("*/[aef]*1.pdf"))
    print("\nCPU seconds                reading   structure   with cleaning and header")
    for name, paths in (("text, pages, Word files", texts), ("PDF files", pages)):
        for is_counted in (False, True):
            reading = structure = whole = 0.0
            for path in paths:
                started = time.process_time()
                try:
                    lines = read_bytes(path.read_bytes(), path.name)
                except UnreadableFileError:
                    continue
                between = time.process_time()
                segment_parts(lines)
                segmented = time.process_time()
                try:
                    build_reports(lines)
                except NoReportError:
                    continue
                reading += between - started
                structure += segmented - between
                whole += time.process_time() - segmented
            if is_counted:
                print(f"{name:<24}{reading:>10.2f}{structure:>12.2f}{whole:>27.2f}")


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every difference of the open specimens")
    parser.add_argument("--open", action="store_true", help="the open specimens only")
    parser.add_argument("--write-known", action="store_true", help="write the known differences and end")
    options = parser.parse_args()
    if options.write_known:
        write_known()
        return 0
    score(SPECIMENS / "open", show=options.show)
    if not options.open:
        score(SPECIMENS / "held", show=False)
        time_structure()
    return 0


if __name__ == "__main__":
    sys.exit(main())
