"""A paragraph under repair: changes are made to the current text and logged against the raw one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oic_reports.model import Block, Confidence, Flag, Repair

_RANK: dict[Confidence, int] = {"low": 0, "medium": 1, "high": 2}


def apply_repairs(text_raw: str, repairs: tuple[Repair, ...]) -> str:
    """The text that repairs (offsets into ``text_raw``, not overlapping) lead to.

    Raises:
        ValueError: a repair does not fit ``text_raw``, or two overlap.
    """
    pieces: list[str] = []
    position = 0
    for repair in sorted(repairs, key=lambda r: (r.raw_start, r.raw_end)):
        if repair.raw_start < position or text_raw[repair.raw_start : repair.raw_end] != repair.before:
            msg = f"the repair at {repair.raw_start} ({repair.before!r} to {repair.after!r}) does not fit the raw text"
            raise ValueError(msg)
        pieces += (text_raw[position : repair.raw_start], repair.after)
        position = repair.raw_end
    return "".join(pieces) + text_raw[position:]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the raw text and what stands for it now; ``kind`` is empty where nothing was changed."""

    raw_start: int
    raw_end: int
    text: str
    kind: str = ""
    rules: tuple[str, ...] = ()
    confidence: Confidence = "high"


class Draft:
    """The current text of a paragraph, its repairs so far and its flags (offsets into the current text)."""

    def __init__(self, text_raw: str) -> None:
        self.text_raw = text_raw
        self._pieces = [_Piece(0, len(text_raw), text_raw)] if text_raw else []
        self._flags: list[tuple[int, int, Flag]] = []
        self._whole: list[Flag] = []

    @classmethod
    def of(cls, block: Block) -> Draft:
        """The draft of a block that was repaired before: its repairs and flags stand."""
        draft = cls(block.text_raw)
        # from the end, so that offsets into the raw text hold while it changes
        for r in reversed(block.repairs):
            draft.change(r.raw_start, r.raw_end, r.after, kind=r.kind, rule=r.rule, confidence=r.confidence)
        for flag in block.flags:
            if flag.start is None or flag.end is None:
                draft._whole.append(flag)
            else:
                draft._flags.append((flag.start, flag.end, flag))
        return draft

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(piece.text for piece in self._pieces)

    def change(self, start: int, end: int, after: str, *, kind: str, rule: str, confidence: Confidence) -> None:
        """Put ``after`` for the current text ``[start, end)``; repairs that it touches become one with it."""
        if self.text[start:end] == after:
            return
        before, inner, behind = self._part(start, end)
        raw_start = inner[0].raw_start if inner else (before[-1].raw_end if before else 0)
        raw_end = inner[-1].raw_end if inner else raw_start
        offset = sum(len(piece.text) for piece in before)
        text = "".join(piece.text for piece in inner)
        whole = text[: start - offset] + after + text[end - offset :]
        earlier = [piece for piece in inner if piece.kind]
        rules = tuple(dict.fromkeys([*(name for piece in earlier for name in piece.rules), rule]))
        least = min([confidence, *(piece.confidence for piece in earlier)], key=lambda c: _RANK[c])
        changed = self.text_raw[raw_start:raw_end] != whole
        made = _Piece(raw_start, raw_end, whole, kind, rules, least) if changed else _Piece(raw_start, raw_end, whole)
        self._pieces = [*before, made, *behind]
        self._move_flags(start, end, len(after) - (end - start))

    def _part(self, start: int, end: int) -> tuple[list[_Piece], list[_Piece], list[_Piece]]:
        """The pieces before, in and behind ``[start, end)``; an unchanged piece is cut, a changed one stays whole."""
        before: list[_Piece] = []
        inner: list[_Piece] = []
        behind: list[_Piece] = []
        position = 0
        for piece in self._pieces:
            first, last = position, position + len(piece.text)
            position = last
            if last <= start and not (first == last == start and inner):
                before.append(piece)
            elif first >= end:
                behind.append(piece)
            elif piece.kind:
                inner.append(piece)
            else:
                cut_start, cut_end = max(start, first) - first, min(end, last) - first
                if cut_start:
                    before.append(_Piece(piece.raw_start, piece.raw_start + cut_start, piece.text[:cut_start]))
                middle = _Piece(piece.raw_start + cut_start, piece.raw_start + cut_end, piece.text[cut_start:cut_end])
                inner += [middle] if middle.text else []
                if cut_end < len(piece.text):
                    behind.append(_Piece(piece.raw_start + cut_end, piece.raw_end, piece.text[cut_end:]))
        return before, inner, behind

    def _move_flags(self, start: int, end: int, shift: int) -> None:
        moved = []
        for flag_start, flag_end, flag in self._flags:
            if flag_start >= end:
                moved.append((flag_start + shift, flag_end + shift, flag))
            elif flag_end <= start:
                moved.append((flag_start, flag_end, flag))
        self._flags = moved

    def flag(self, start: int, end: int, flag: Flag) -> None:
        """Attach a flag to the current text ``[start, end)``; a later change of that stretch takes it away."""
        self._flags.append((start, end, flag))

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of the whole paragraph, then those of a stretch with offsets into the text as it is now."""
        text = self.text
        placed = (
            replace(flag, start=start, end=end, surface=flag.surface or text[start:end])
            for start, end, flag in sorted(self._flags, key=lambda item: (item[0], item[1], item[2].flag))
        )
        return (*self._whole, *placed)

    @property
    def sorted_repairs(self) -> tuple[Repair, ...]:
        """The repairs in the order of the raw text."""
        return tuple(
            Repair(
                piece.raw_start,
                piece.raw_end,
                self.text_raw[piece.raw_start : piece.raw_end],
                piece.text,
                piece.kind,
                "+".join(piece.rules),
                piece.confidence,
            )
            for piece in self._pieces
            if piece.kind
        )
