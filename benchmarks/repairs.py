"""Letters are damaged at random in texts that are right: how many come back right, are flagged, or come back wrong.

The texts are the gold of the Arabic report and the specimens in Arabic; each trial damages one letter of one paragraph,
which is then cleaned alone, so that the rest of its document cannot help.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

from oic_reports.cleaning.clean import clean_text
from oic_reports.language.attested import Evidence

ROOT = Path(__file__).resolve().parents[1]
TRIALS = 600
DEVANAGARI = dict(zip("اتمنلركبسد", "ातमनलरकबसद", strict=True))
BOX = "\u25a1"


def load_texts() -> list[str]:
    """Right paragraphs in Arabic."""
    gold = json.loads((ROOT / "tests" / "gold" / "seed_ar_2013.json").read_text(encoding="utf-8"))
    texts = [block["text"] for block in gold["blocks"] if block["language"] == "ar"]
    for path in sorted((ROOT / "tests" / "specimens").glob("ar_*.txt")):
        texts += path.read_text(encoding="utf-8").splitlines()
    return [text for text in texts if len(text) > 50 and "\n" not in text]  # noqa: PLR2004  (whole sentences)


def damage(text: str, kind: str, chance: random.Random) -> str:
    """The text with one letter lost, lost with blanks around it, or read as Devanagari."""
    letters = [i for i, c in enumerate(text) if "ء" <= c <= "ي" and (kind != "foreign letter" or c in DEVANAGARI)]
    if kind == "foreign letter":
        letters = [i for i in letters if text[i - 1 : i].isalpha() or text[i + 1 : i + 2].isalpha()]
    place = chance.choice(letters)
    before, after = text[:place], text[place + 1 :]
    if kind == "foreign letter":
        return before + DEVANAGARI[text[place]] + after
    if kind == "lost letter":
        return before + BOX + after
    left = " " if before[-1:].isalpha() else ""
    right = " " if after[:1].isalpha() else ""
    return f"{before}{left}{BOX}{right}{after}"


def main() -> None:
    """Print one row a kind of damage."""
    chance = random.Random(20261124)  # noqa: S311  (the same trials each time)
    texts = load_texts()
    print(f"damage (one letter, {TRIALS} trials)      right  flagged  wrong")
    for kind in ("lost letter", "lost letter in blanks", "foreign letter"):
        outcome: Counter[str] = Counter()
        for _ in range(TRIALS):
            text = chance.choice(texts)
            damaged = damage(text, kind, chance)
            draft = clean_text(damaged, Evidence("ar", [damaged]))
            unresolved = any(flag.flag.endswith("_unresolved") for flag in draft.flags)
            right = draft.text == clean_text(text, Evidence("ar", [text])).text
            outcome["right" if right else "flagged" if unresolved else "wrong"] += 1
        print(f"{kind:36} {outcome['right']:>8} {outcome['flagged']:>8} {outcome['wrong']:>6}")


if __name__ == "__main__":
    main()
