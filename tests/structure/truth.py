"""What comes of a specimen beside its truth: blocks, roles, labels, header facts, refusals, flags, parts.

A block counts where its text is whole, white space and marks aside. Residue of sites is compared as one text: where one
menu ends and the next begins is no fact of the report.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from oic_reports.jobs.read import read_trusted

SPECIMENS = Path(__file__).resolve().parents[1] / "specimens" / "structure"
KNOWN = SPECIMENS / "known_differences.csv"
FACTS = (
    "document_type",
    "body_id",
    "symbol",
    "annex",
    "status",
    "level",
    "title",
    "date",
    "date_end",
    "calendar",
    "date_precision",
    "city",
    "country_iso2",
    "session",
    "session_kind",
    "meeting_id",
    "resolution_number",
    "venue",
    "dateline_date",
    "dateline_city",
)
PART_FACTS = ("document_type", "resolution_number", "title", "date", "session", "language")
OF_A_BLOCK = ("role", "label", "ordinal", "parent")

Block = Mapping[str, Any]


@dataclass
class Tally:
    """Right ones of all, by what was looked at."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    differences: list[str] = field(default_factory=list)

    def add(self, name: str, *, is_right: bool, difference: str = "") -> None:
        """Count one; a difference is kept to be shown."""
        self.counts[name][0] += is_right
        self.counts[name][1] += 1
        if not is_right and difference:
            self.differences.append(difference)

    def share(self, *names: str) -> str:
        """The share of right ones as a percentage, or a dash where there was none."""
        right = sum(self.counts[name][0] for name in names)
        total = sum(self.counts[name][1] for name in names)
        return f"{100 * right / total:.1f}" if total else "-"


def normalise(text: str | None) -> str:
    """A text as it is compared: one line, NFC, no direction marks."""
    return " ".join(unicodedata.normalize("NFC", re.sub("[\u200b-\u200f\ufeff]", "", text or "")).split())


def judge(path: Path, gold: Mapping[str, Any], tally: Tally) -> None:
    """Compare what comes of a file with its gold."""
    found = read_trusted(path)
    name = path.name
    if gold["rejected"]:
        rejected = found.get("rejected")
        reason = rejected.get("reason") if isinstance(rejected, Mapping) else None
        tally.add("refusals", is_right=reason in gold["rejected"], difference=f"{name}: refused for {reason}")
        return
    if "rejected" in found:
        tally.add("refusals", is_right=False, difference=f"{name}: {found['rejected']}")
        for block in gold["blocks"]:
            if block["role"] != "boilerplate":
                tally.add("missing", is_right=False)
        return
    tally.add("refusals", is_right=True)
    document, blocks = found["document"], found["blocks"]
    assert isinstance(document, Mapping)
    assert isinstance(blocks, Sequence)
    for fact in FACTS:
        if fact in gold["document"]:
            allowed = [gold["document"][fact], *gold.get(f"{fact}_any", []), *gold["document"].get(f"{fact}_any", [])]
            allowed += [gold[f"{fact}_alt"]] if f"{fact}_alt" in gold else []
            value = document.get(fact)
            right = value in allowed or (
                isinstance(value, str) and normalise(value) in [normalise(str(other)) for other in allowed]
            )
            tally.add(fact, is_right=right, difference=f"{name}: {fact} {value!r}, gold {allowed[0]!r}")
    _judge_blocks(name, gold, blocks, tally)
    raised = {flag["flag"] for flag in found["flags"]} | {f["flag"] for block in blocks for f in block["flags"]}
    for flag in gold.get("flags_any") or []:
        tally.add("flags", is_right=flag in raised, difference=f"{name}: flag {flag} is not raised")
    _judge_parts(name, gold, found, tally)


def _judge_blocks(name: str, gold: Mapping[str, Any], blocks: Sequence[Block], tally: Tally) -> None:
    wanted = [(place, block) for place, block in enumerate(gold["blocks"]) if block["role"] != "boilerplate"]
    # headers and footers that a Word file keeps apart are not in the gold
    furniture = ("boilerplate", "running_header", "page_mark") if name.endswith(".docx") else ("boilerplate",)
    given = [block for block in blocks if block["role"] not in furniture]
    pairs = _pair(gold, given)
    eids = {id(gold["blocks"][place]): block["eid"] for place, block in pairs.items()}
    for place, block in wanted:
        other = pairs.get(place)
        text = f"{block['label'] or ''} {block['text']}"[:90]
        tally.add("found", is_right=other is not None, difference=f"{name}: no block [{block['role']}] {text}")
        if other is None:
            continue
        role_right = other["role"] == block["role"]
        tally.add("role", is_right=role_right, difference=f"{name}: {other['role']}, gold {block['role']}: {text}")
        labels = [block["label"], block.get("label_alt")]
        label_right = other["label"] in labels and other["ordinal"] == block.get("ordinal", other["ordinal"])
        tally.add(
            "label",
            is_right=label_right,
            difference=f"{name}: {other['label']!r} {other['ordinal']}, gold {block['label']!r}: {text}",
        )
        if block["parent"] is not None:
            # a place in the truth, or an eid
            is_place = isinstance(block["parent"], int)
            expected = eids.get(id(gold["blocks"][block["parent"]])) if is_place else block["parent"]
            parent_right = expected is not None and other["parent"] == expected
            tally.add("parent", is_right=parent_right, difference=f"{name}: parent {other['parent']}: {text}")
    matched = {id(block) for block in pairs.values()}
    for block in given:
        extra = id(block) not in matched
        tally.add("given", is_right=not extra, difference=f"{name}: extra [{block['role']}] {block['text'][:90]!r}")


def _pair(gold: Mapping[str, Any], given: Sequence[Block]) -> dict[int, Block]:
    """Blocks of the gold and blocks given that have one text, in order: place in the gold to block given."""
    wanted = [(place, block) for place, block in enumerate(gold["blocks"]) if block["role"] != "boilerplate"]
    known: dict[str, int] = {}
    first = [known.setdefault(_key(block), len(known)) for _, block in wanted]
    for (_, block), number in zip(wanted, first, strict=True):
        if block.get("text_alt"):
            known.setdefault(_key({**block, "text": block["text_alt"]}), number)
        if block.get("label_alt"):
            known.setdefault(_key({**block, "label": block["label_alt"]}), number)
    second = [known.get(_key(block), -1) for block in given]
    pairs: dict[int, Block] = {}
    for tag, a, a_end, b, _ in LCSseq.opcodes(first, second):
        if tag == "equal":
            for step in range(a_end - a):
                pairs[wanted[a + step][0]] = given[b + step]
    return pairs


def _key(block: Block) -> str:
    """What tells a block: its text, a label included, so that a label that was not parted is no other text."""
    return re.sub(r"[\s\W_]", "", normalise(f"{block['label'] or ''}{block['text']}")).lower()


def _judge_parts(name: str, gold: Mapping[str, Any], found: Mapping[str, Any], tally: Tally) -> None:
    wanted, given = gold.get("parts") or [], found.get("parts") or []
    if len(wanted) != len(given):
        tally.differences.append(f"{name}: {len(given)} parts, gold {len(wanted)}")
    for place, part in enumerate(wanted):
        other = given[place]["document"] if place < len(given) else {}
        for fact in PART_FACTS:
            if fact in part["document"]:
                right = normalise(str(other.get(fact))) == normalise(str(part["document"][fact]))
                text = f"{name}: part {place} {fact} {other.get(fact)!r}, gold {part['document'][fact]!r}"
                tally.add("parts", is_right=right, difference=text)
    for _ in given[len(wanted) :]:
        tally.add("parts", is_right=False)


def judge_specimen(truth: Path) -> Tally:
    """Compare the specimen beside a truth with it."""
    (file,) = (other for other in truth.parent.glob(f"{truth.stem}.*") if other.suffix != ".json")
    tally = Tally()
    judge(file, json.loads(truth.read_text(encoding="utf-8")), tally)
    return tally


def load_known() -> dict[str, set[str]]:
    """The differences that are known and left, by specimen."""
    known: dict[str, set[str]] = defaultdict(set)
    with KNOWN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known[row["specimen"]].add(row["difference"])
    return known


def write_known() -> None:
    """Write down every difference of the open specimens, and the number of those of each held one."""
    with KNOWN.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("specimen", "difference"))
        for truth in sorted(SPECIMENS.glob("*/*.json")):
            differences = judge_specimen(truth).differences
            name = f"{truth.parent.name}/{truth.stem}"
            shown = sorted(set(differences)) if truth.parent.name == "open" else [str(len(differences))]
            writer.writerows((name, difference) for difference in shown)
