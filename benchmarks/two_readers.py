"""How far two careful readers agree on pages that neither had seen: what a machine can be asked at most.

``python benchmarks/two_readers.py FIRST SECOND`` takes two folders with a truth in JSON for each page (the form is that
of ``first_sight.py``; the pages lie in FIRST) and prints, in the columns of that benchmark, by language:

- what the second reader gets where the first one is the truth,
- what our reader gets where the first one is the truth, where the second one is, and where it is judged only by what
  both say alike: facts of the same value, blocks with the same bounds, role and label.

Both readers had the same guide and did not see each other's answers. ``--show`` prints what they differ in.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from first_sight import FACTS, Page, Score, compare, judge_page, print_shares, squeeze

from oic_reports.jobs.read import read_trusted


def load(folder: Path) -> dict[str, Page]:
    """The truths of a folder by page."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def squeeze_page(path: Path, address: str | None) -> str:
    """The letters and digits of a page, as the blocks that we read say them one after the other."""
    found: Any = read_trusted(path, address)
    lines = found.get("blocks")
    if lines is None:
        lines = [{"text_raw": re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))}]
    return "".join(squeeze(block.get("label") or "") + squeeze(block["text_raw"]) for block in lines)


def as_read(truth: Page, page: str) -> dict[str, Any]:
    """A truth in the form of what our reader gives, its blocks with all their letters.

    A block whose first or last words are not found behind those of the block before has only these.
    """
    if not truth["ours"]:
        return {"rejected": {"reason": "foreign"}}
    blocks = []
    place = 0
    for block in truth["blocks"]:
        begins, ends = squeeze(block["begins"]), squeeze(block["ends"])
        start = page.find(begins, place)
        last = page.find(ends, max(start, start + len(begins) - len(ends)))
        whole = page[start : last + len(ends)] if 0 <= start <= last else begins + ends
        place = start + len(begins) if start >= 0 else place
        blocks.append({"role": block["role"], "label": block.get("label"), "text_raw": whole})
    return {"document": truth["document"], "blocks": blocks}


def keep_agreed(first: Page, second: Page, page: str) -> Page | None:
    """The first truth without what the second one says otherwise; nothing if they differ on whose the text is."""
    if first["ours"] != second["ours"]:
        return None
    if not first["ours"]:
        return first
    given = as_read(second, page)
    document = {
        name: value
        for name, value in first["document"].items()
        if name in FACTS and name in second["document"] and not _differ(first, given, {name: value}, [])
    }
    blocks = [block for block in first["blocks"] if not _differ(first, given, {}, [block])]
    return {**first, "document": document, "blocks": blocks}


def _differ(truth: Page, given: Mapping[str, Any], document: Page, blocks: Sequence[Page]) -> bool:
    return bool(compare(given, {**truth, "document": document, "blocks": blocks}).differences)


def main() -> int:
    """Print the agreement of two readers, and ours with each of them and with both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--show", action="store_true", help="print what the readers differ in")
    options = parser.parse_args()
    first, second = load(options.first), load(options.second)
    pages = sorted(first.keys() & second.keys())
    files = {page: next(f for f in options.first.glob(f"{page}.*") if f.suffix != ".json") for page in pages}
    texts = {page: squeeze_page(files[page], first[page].get("address")) for page in pages}
    agreed = {page: keep_agreed(first[page], second[page], texts[page]) for page in pages}

    def total(judge: Callable[[str], Score | None]) -> None:
        groups: dict[str, list[Score]] = defaultdict(list)
        for page in pages:
            score = judge(page)
            if score is not None:
                groups[first[page]["language"]].append(score)
                if options.show and judge is between:
                    print("\n".join(f"  {page} {line}" for line in score.differences))
        print_shares(groups)

    def between(page: str) -> Score:
        return compare(as_read(second[page], texts[page]), first[page])

    print("the second reader by the first")
    total(between)
    print("we by the first")
    total(lambda page: judge_page(files[page], first[page]))
    print("we by the second")
    total(lambda page: judge_page(files[page], {**second[page], "address": first[page].get("address")}))
    print("we by what both say (F1 counts what only one of them has as given)")
    total(lambda page: judge_page(files[page], both) if (both := agreed[page]) is not None else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
