"""How much of the hand-checked reports comes out as annotated: one row a report, and every difference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oic_reports.jobs.read import read_document
from oic_reports.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FILES = {"seed_ar_2013": "000_9e80b411712b49da.txt", "seed_en_2017": "004_a7ed7ae033aefd8a.txt"}
OF_A_BLOCK = ("eid", "role", "label", "ordinal", "numbering", "text_raw", "text")
OF_A_REPAIR = ("raw_start", "raw_end", "from", "to", "kind", "confidence")


def read_pairs() -> Iterator[tuple[str, Any, Any]]:
    """Each gold report: its name, what is annotated, and what the code makes of the file."""
    for name, file in FILES.items():
        gold = json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        yield name, gold, read_document(ROOT / "raw" / "reports" / file, Settings(data_home=ROOT))


def measure() -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """Language of each gold report, and by stage how many are right of how many."""
    for _, gold, found in read_pairs():
        document, told = found["document"], gold["document"]
        pairs = list(zip(gold["blocks"], found["blocks"], strict=False))
        # where a fact was found is no fact of the report
        facts = [key for key in document if key in told and not key.endswith(("_evidence", "_source", "_seq"))]
        stated = [key for key in facts if document[key] is not None]
        printed = [key for key in facts if told[key] is not None]
        expected = [[r[key] for key in OF_A_REPAIR] for block in gold["blocks"] for r in block["repairs"]]
        made = [[r[key] for key in OF_A_REPAIR] for block in found["blocks"] for r in block["repairs"]]
        yield (
            document["language"],
            {
                "header": (int(all(document[key] == told[key] for key in {*stated, *printed})), 1),
                "stated": (sum(document[key] == told[key] for key in stated), len(stated)),
                "printed": (sum(document[key] == told[key] for key in printed), len(printed)),
                "blocks": (sum(all(a.get(k) == b[k] for k in OF_A_BLOCK) for a, b in pairs), len(gold["blocks"])),
                "repairs": (sum(r in made for r in expected), len(expected)),
            },
        )


def main() -> None:
    """Print the figures and the differences."""
    print("gold                 blocks right  header facts right  repairs right")
    for name, gold, found in read_pairs():
        blocks, document = found["blocks"], found["document"]
        pairs = list(zip(gold["blocks"], blocks, strict=False))
        right = sum(all(a.get(key) == b[key] for key in OF_A_BLOCK) for a, b in pairs)
        facts = [key for key in document if key in gold["document"]]
        wrong = [key for key in facts if document[key] != gold["document"][key]]
        expected = [[r[key] for key in OF_A_REPAIR] for block in gold["blocks"] for r in block["repairs"]]
        made = [[r[key] for key in OF_A_REPAIR] for block in blocks for r in block["repairs"]]
        print(
            f"{name:20} {right:>6} of {len(gold['blocks']):<3} {len(facts) - len(wrong):>9} of {len(facts):<6}"
            f"{sum(r in expected for r in made):>8} of {len(expected)}"
            f" ({sum(r not in expected for r in made)} too many)"
        )
        for key in wrong:
            print(f"    {key}: found {document[key]!r}, annotated {gold['document'][key]!r}")
        for a, b in pairs:
            for key in OF_A_BLOCK:
                if a.get(key) != b[key]:
                    print(f"    {a['eid']}.{key}: found {b[key]!r}, annotated {a.get(key)!r}")


if __name__ == "__main__":
    main()
