"""A paragraph under repair: changes are made to the current text and logged against the raw one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from oic_reports.model import Block, Confidence, Flag, Repair

_RANK: dict[Confidence, int] = {"low": 0, "medium": 1, "high": 2}


def apply_repairs(text_raw: str, repairs: Iterable[Repair]) -> str:
    """The text that repairs (offsets into ``text_raw``, not overlapping) lead to.

    Raises:
        ValueError: as in ``apply_changes``.
    """
    return apply_changes(text_raw, ((r.raw_start, r.raw_end, r.before, r.after) for r in repairs))


def apply_changes(text_raw: str, changes: Iterable[tuple[int, int, str, str]]) -> str:
    """The text that changes lead to: the code points ``[start, end)``, equal to the third, become the fourth.

    Two that put something in at one place stand in their order.

    Raises:
        ValueError: a change does not fit ``text_raw``, or two overlap.
    """
    pieces: list[str] = []
    position = 0
    for start, end, before, after in sorted(changes, key=lambda change: change[:2]):
        if start < position or text_raw[start:end] != before:
            msg = f"the repair at {start} ({before!r} to {after!r}) does not fit the raw text"
            raise ValueError(msg)
        pieces += (text_raw[position:start], after)
        position = end
    return "".join(pieces) + text_raw[position:]


@dataclass(frozen=True, slots=True)
class Edit:
    """``after`` is to stand for the text ``[start, end)``; what kind of damage that is, by which rule, how surely."""

    start: int
    end: int
    after: str
    kind: str
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the raw text and what stands for it now; ``kind`` is empty where nothing was changed."""

    raw_start: int
    raw_end: int
    text: str
    kind: str = ""
    rules: tuple[str, ...] = ()
    confidence: Confidence = "high"

    def cut(self, start: int, end: int) -> _Piece:
        """The part ``[start, end)`` of a piece that was not changed."""
        return _Piece(self.raw_start + start, self.raw_start + end, self.text[start:end])


class Draft:
    """The current text of a paragraph, its repairs so far and its flags (offsets into the current text).

    ``line_ends`` are the places in the current text of the blanks that stand for the end of a printed line.
    """

    def __init__(self, text_raw: str, line_ends: Sequence[int] = ()) -> None:
        """Begin with what was read; ``line_ends`` are offsets into it."""
        self.text_raw = text_raw
        self.text = text_raw
        self._pieces = [_Piece(0, len(text_raw), text_raw)] if text_raw else []
        self._flags: dict[tuple[int, int, Flag], None] = {}
        self._whole: list[Flag] = []
        self.line_ends = tuple(line_ends)

    @classmethod
    def of(cls, block: Block) -> Draft:
        """The draft of a block that was repaired before: its repairs and flags stand."""
        draft = cls(block.text_raw, block.line_ends)
        draft.edit(Edit(r.raw_start, r.raw_end, r.after, r.kind, r.rule, r.confidence) for r in block.repairs)
        for flag in block.flags:
            if flag.start is None or flag.end is None:
                draft._whole.append(flag)
            else:
                draft.flag(flag.start, flag.end, flag)
        return draft

    def change(self, start: int, end: int, after: str, *, kind: str, rule: str, confidence: Confidence) -> None:
        """Put ``after`` for the current text ``[start, end)``; repairs that it touches become one with it."""
        self.edit([Edit(start, end, after, kind, rule, confidence)])

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make several changes, all given by offsets into the text as it is now, in one walk over it.

        Repairs that a change touches become one with it. A change of something to itself is none.

        Raises:
            ValueError: two changes overlap.
        """
        ordered = sorted((e for e in edits if self.text[e.start : e.end] != e.after), key=lambda e: (e.start, e.end))
        if not ordered:
            return
        if any(after.start < before.end for before, after in pairwise(ordered)):
            msg = "two changes of one text overlap"
            raise ValueError(msg)
        waiting = self._pieces[::-1]
        done: list[_Piece] = []
        position = place = 0
        while place < len(ordered):
            position = _pass_over(waiting, done, position, ordered[place].start)
            first = position
            inner: list[_Piece] = []
            group: list[Edit] = []
            # a repaired piece stays whole: changes that touch the same one are made together
            while place < len(ordered) and (not group or ordered[place].start < position):
                group.append(ordered[place])
                position = _take(waiting, inner, position, ordered[place].end)
                place += 1
            done.append(self._make(first, inner, group, done))
        self._pieces = [*done, *reversed(waiting)]
        self.text = "".join(piece.text for piece in self._pieces)
        self._move(ordered)

    def _make(self, first: int, inner: Sequence[_Piece], group: Sequence[Edit], done: Sequence[_Piece]) -> _Piece:
        """The one piece that some changes make of the pieces they touch (the first begins at ``first``)."""
        raw_start = inner[0].raw_start if inner else (done[-1].raw_end if done else 0)
        raw_end = inner[-1].raw_end if inner else raw_start
        old = "".join(piece.text for piece in inner)
        new, position = "", 0
        for edit in group:
            new += old[position : edit.start - first] + edit.after
            position = edit.end - first
        new += old[position:]
        if self.text_raw[raw_start:raw_end] == new:
            return _Piece(raw_start, raw_end, new)
        earlier = [piece for piece in inner if piece.kind]
        rules = [*(name for piece in earlier for name in piece.rules), *(edit.rule for edit in group)]
        certain = [*(piece.confidence for piece in earlier), *(edit.confidence for edit in group)]
        least = min(certain, key=lambda confidence: _RANK[confidence])
        return _Piece(raw_start, raw_end, new, group[-1].kind, tuple(dict.fromkeys(rules)), least)

    def _move(self, edits: Sequence[Edit]) -> None:
        """Flags and line ends keep their place in the changed text; those of a changed stretch go."""
        ends = [edit.end for edit in edits]
        shifts = [0, *accumulate(len(edit.after) - (edit.end - edit.start) for edit in edits)]

        def find_shift(start: int, end: int) -> int | None:
            index = bisect_right(ends, start)
            return None if index < len(edits) and edits[index].start < end else shifts[index]

        self._flags = {
            (start + shift, end + shift, flag): None
            for start, end, flag in self._flags
            if (shift := find_shift(start, end)) is not None
        }
        self.line_ends = tuple(
            place + shift for place in self.line_ends if (shift := find_shift(place, place + 1)) is not None
        )

    def flag(self, start: int, end: int, flag: Flag) -> None:
        """Attach a flag to the current text ``[start, end)``; once; a later change of that stretch takes it away."""
        self._flags[start, end, flag] = None

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


def _pass_over(waiting: list[_Piece], done: list[_Piece], position: int, start: int) -> int:
    """Move the pieces that end at or before ``start``, and an unchanged one's part before it; where the next begins."""
    while waiting and position + len(waiting[-1].text) <= start:
        piece = waiting.pop()
        done.append(piece)
        position += len(piece.text)
    if waiting and position < start and not waiting[-1].kind:
        piece = waiting.pop()
        done.append(piece.cut(0, start - position))
        waiting.append(piece.cut(start - position, len(piece.text)))
        position = start
    return position


def _take(waiting: list[_Piece], inner: list[_Piece], position: int, end: int) -> int:
    """Move the pieces that begin before ``end``, an unchanged one only up to it; where the next begins."""
    while waiting and position < end:
        piece = waiting.pop()
        if not piece.kind and position + len(piece.text) > end:
            waiting.append(piece.cut(end - position, len(piece.text)))
            piece = piece.cut(0, end - position)
        inner.append(piece)
        position += len(piece.text)
    return position
