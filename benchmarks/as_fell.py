"""The blocks of rounds at first sight as the code of the day made them, and whether a careful reader makes them so.

``as_fell_blocks.csv`` has one row a block that was not put aside: ``start`` and ``length`` count letters and digits
(``squeeze``) from the first line of the page on, ``begins`` are its first letters, ``right`` is 1 where edges and role
are the truth's, 0 where they are not, and empty where no truth lists such a block (a running header). It is written
when a round is recorded first, and never again: rules are mended for a page later, and what they make of it then tells
nothing of pages that nobody has seen. The rows of rounds 14 to 44 were made afterwards, by the code of each round's
day.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from first_sight import fits_block, is_furniture, squeeze

from oic_reports.jobs.read import read_trusted
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.learnt.settling import ASIDE
from oic_reports.structure.report import list_parts

TABLE = Path(__file__).parent / "as_fell_blocks.csv"
# letters of a block by which its place is known again
BEGINS = 8
# letters by which a block is found on its page, at its start
_FOUND = 30


class Fallen(NamedTuple):
    """One block as it fell; ``right`` is None where no truth says."""

    round: str
    page: str
    start: int
    length: int
    begins: str
    role: str
    has_label: bool
    right: bool | None


def add_round(name: str, folder: Path) -> None:
    """Add the blocks of a round as they are read now; those of a round that the table has stay as they fell."""
    if TABLE.exists() and name in {row.round for row in load_fallen()}:
        return
    rows: list[Fallen] = []
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if not truth["ours"]:
            continue
        (file,) = (other for other in folder.glob(f"{path.stem}.*") if other.suffix != ".json")
        address = truth.get("address")
        found = read_trusted(file, address)
        parts = list_parts(read_bytes(file.read_bytes(), file.name), [address] if address else [])
        texts = [line.text for part in parts for paragraph in part.paragraphs for line in paragraph.lines]
        rows += list_fallen(name, path.stem, texts, found, truth)
    add_fallen(rows)


def list_fallen(
    name: str, page: str, texts: Sequence[str], found: Mapping[str, Any], truth: Mapping[str, Any]
) -> Iterator[Fallen]:
    """The blocks of a page that was taken, as ``oic-reports read`` gives them; ``texts``: those of its lines."""
    whole = "".join(map(squeeze, texts))
    wanted = [block for block in truth["blocks"] if block["role"] != "boilerplate"]
    place = 0
    for block in cast("Sequence[Mapping[str, Any]]", found.get("blocks", [])):
        text = squeeze(block["text_raw"])
        at = whole.find(text[:_FOUND], place) if text else -1
        if at < 0:
            continue
        place = at + len(text)
        if block["role"] in ASIDE:
            continue
        label = squeeze(block["label"] or "")
        start = at - len(label) if label and not text.startswith(label) and whole.endswith(label, 0, at) else at
        yield Fallen(
            name,
            page,
            start,
            place - start,
            whole[start : start + BEGINS],
            block["role"],
            bool(label),
            _tell_right(block, wanted, has_front=truth.get("front", True)),
        )


def _tell_right(block: Mapping[str, Any], wanted: Sequence[Mapping[str, Any]], *, has_front: bool) -> bool | None:
    fitting = [other for other in wanted if fits_block(block, other)]
    roles = {role for other in fitting for role in (other["role"], *other.get("role_any", ()))}
    is_above = not has_front and block["role"] in {"title", "header"}
    if is_above or "boilerplate" in roles or (is_furniture(block) and not fitting):
        return None
    return block["role"] in roles


def load_fallen() -> list[Fallen]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Fallen(
                row["round"],
                row["page"],
                int(row["start"]),
                int(row["length"]),
                row["begins"],
                row["role"],
                row["has_label"] == "1",
                None if row["right"] == "" else row["right"] == "1",
            )
            for row in csv.DictReader(file)
        ]


def add_fallen(rows: Sequence[Fallen]) -> None:
    """Add rows to the table."""
    known = load_fallen() if TABLE.exists() else []
    whole = sorted([*known, *rows], key=lambda row: (row.round, row.page, row.start))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Fallen._fields)
        for row in whole:
            right = "" if row.right is None else int(row.right)
            writer.writerow((*row[:6], int(row.has_label), right))
