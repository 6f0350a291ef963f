"""Document symbols: raw and normalised, and what their parts say.

Grammar and damage as seen in print: parts parted by slashes, blanks inside, doubled slashes, a final full stop that is
noise, ``RES-FINAL`` and ``DRAFT-REP`` glued (OIC documents of 1996 to 2024).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from oic_reports.model import Block
from oic_reports.resources import load_vocabulary
from oic_reports.structure.lines.marks import find_annex, find_symbol

# bodies whose session is a part of its own behind them
_COUNTING = frozenset({"COMCEC", "COMIAC", "COMSTECH"})


@dataclass(frozen=True, slots=True)
class SymbolFacts:
    """A symbol as printed and normalised, and the facts in its parts (None or empty where it says nothing)."""

    raw: str | None = None
    symbol: str | None = None
    document_type: str | None = None
    status: str | None = None
    status_evidence: str | None = None
    body_id: str | None = None
    session: int | None = None
    year: int | None = None
    has_trailing_dot: bool = False
    annex_raw: str | None = None
    annex: int | None = None
    parts: tuple[str, ...] = field(default=())
    seq: int | None = None


def normalise_symbol(raw: str) -> str:
    """The symbol without damage: capitals, no blanks at slashes, single slashes, plain hyphens, no final full stop."""
    plain = re.sub("[–—]", "-", raw)
    plain = re.sub(r"\s*/+\s*", "/", plain)
    plain = re.sub(r"\s*-\s*", "-", plain)
    plain = re.sub(r"\.\s+", ".", plain)
    return re.sub(r"\s+", " ", plain).strip(" .,;:/").upper()


def read_symbol(blocks: Sequence[Block]) -> SymbolFacts:
    """The first symbol and the first annex label of the header blocks and running headers."""
    raw = annex = seq = None
    for place, block in enumerate(blocks, 1):
        if block.role not in {"header", "title", "running_header"}:
            continue
        for line in block.text.split("\n"):
            if raw is None and (raw := find_symbol(line)):
                seq = place
            annex = annex or find_annex(line)
    annex_raw, annex_number = annex or (None, None)
    if raw is None:
        return SymbolFacts(annex_raw=annex_raw, annex=annex_number)
    symbol = normalise_symbol(raw)
    return replace(_interpret(raw, symbol, annex_raw, annex_number), seq=seq)


def _interpret(raw: str, symbol: str, annex_raw: str | None, annex: int | None) -> SymbolFacts:
    codes = {row["code"]: row for row in load_vocabulary("symbol_codes")}
    of_sessions = [row for row in codes.values() if row["kind"] == "counted_body"]
    facts: dict[str, tuple[str, str]] = {}
    parts = tuple(symbol.split("/"))
    topic = session = None
    last_part = ""
    for part in parts[1:] if len(parts) > 1 else parts:
        for piece in (part.upper(), *re.split(r"[-. ]", part.upper())):
            row = codes.get(piece.strip())
            if row and row["kind"] == "topic":
                topic = row["value"]
            elif row and row["kind"] == "document_type" and "body" in facts and facts["body"][1] == part:
                # ``COMCEC-FC/17-33/REP``: behind a body in one part stands its follow-up committee, no type
                continue
            elif row:
                facts.setdefault(row["kind"], (row["value"], part))
        if last_part in _COUNTING and (counted_part := re.match(r"(\d{1,2})-\d{2}(?!\d)", part)):
            # ``OIC/COMCEC/38-22/REP``: the session, and the year
            session = session or int(counted_part.group(1))
        last_part = part.upper()
        numbered = re.match(r"(?:I?CFM|SUMMIT|SUM|IS|COMCEC|COMIAC)-(\d{1,2})(?!\d)", part.upper())
        session = session or (int(numbered.group(1)) if numbered else None)
        counted = next((row for row in of_sessions if part.upper().startswith(row["code"])), None)
        if counted:
            # the Extraordinary Islamic Summit counts its sessions by itself
            facts["body"] = (counted["value"], part)
            count = re.match(r"-(\d{1,2})(?!\d)", part[len(counted["code"]) :])
            session = session or (int(count.group(1)) if count else None)
    years = [int(y) for y in re.findall(r"(?<!\d)((?:19[6-9]|20[0-4])\d)(?!\d)", symbol)]
    status, status_part = facts.get("status", (None, None))
    return SymbolFacts(
        raw=raw,
        symbol=symbol,
        document_type=facts["document_type"][0] if "document_type" in facts else None,
        status=status,
        status_evidence=f"symbol:{status_part}" if status_part else None,
        body_id=f"cg-{topic}" if topic else facts["body"][0] if "body" in facts else None,
        session=session,
        year=years[0] if years else None,
        has_trailing_dot=raw.endswith("."),
        annex_raw=annex_raw,
        annex=annex,
        parts=parts,
    )
