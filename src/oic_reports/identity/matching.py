"""Paragraphs keep their ids when a document is read again: an id follows its text, whatever the number before it.

Who cites an id cites a text. A number may be misread, moved by a paragraph that was found before it, or lost; so blocks
are matched with the published ones by what they say, in this order:

1. the same raw text, or the same words (``fold_words``), as often as both have them, in their order;
2. texts that are alike, the most alike first: of one number or kind, or standing between the same neighbours;
3. one number, or one kind between the same neighbours, where a part of the text is the other one (a paragraph that was
   split or joined), or much of it is alike (a page that was read badly).

What matches nothing has a new id: that of its number if nobody had it, else the number with a suffix (``para_6-2``). A
retired id goes back to its own text alone, by the hash that its tombstone has.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from oic_reports.identity.compared_words import fold_words
from oic_reports.identity.registry import KnownBlock
from oic_reports.model import Block

# per cent of likeness of two readings of one paragraph
_ALIKE = 85.0
# the same where number and place say that it is one: a page that was read badly. Of two paragraphs of one report one
# pair in a hundred is more than 59 % alike, one in a thousand 67 %
_ALIKE_IN_PLACE = 72.0
# per cent of likeness of a text with the part of another one that is most like it, and letters that make this telling
_CONTAINED = 90.0
_LEAST_PART = 24
# places of a text that a paragraph of a long document is looked for around its own
_AROUND = 400
_COUNTED = re.compile(
    r"^(?P<stem>(?:[a-z]+__p|heading|item|table|fn|runhead|pagemark|annex|signature|boilerplate|.+__item|.+__p))_(?P<count>\d+)(?:-\d+)?$"
)


def keep_eids(
    blocks: Sequence[Block],
    known: Sequence[KnownBlock],
    minted: frozenset[str],
    retired: Mapping[str, str | None] | None = None,
) -> tuple[Block, ...]:
    """Give blocks the eids under which their texts were published.

    Args:
        blocks: the named blocks of one document.
        known: its published blocks.
        minted: every eid that this document ever had; a new block never takes one of them.
        retired: those that are out of use, with the hash of the text that each had (``mark_text``), if it is known.
    """
    chosen = _Matcher(blocks, known).match() if known else {}
    marks = {mark: eid for eid, mark in (retired or {}).items() if mark}
    taken = {known[place].eid for place in chosen.values()} | minted
    renamed: dict[str, str] = {}
    for place, block in enumerate(blocks):
        proposed = _follow_parent(block, renamed)
        if place in chosen:
            eid = known[chosen[place]].eid
        elif marks and (own := marks.pop(mark_text(block.text), None)) is not None:
            eid = own
        else:
            eid = _next_free(proposed, taken)
        taken.add(eid)
        renamed[block.eid] = eid
    return tuple(
        _rename(block, renamed[block.eid], renamed.get(block.parent, block.parent) if block.parent else None)
        for block in blocks
    )


def mark_text(text: str) -> str:
    """The sha256, as hex digits, of the folded words of a text, by which a retired id finds it again."""
    return hashlib.sha256(" ".join(fold_words(text)).encode()).hexdigest()


def is_part(part: str, whole: str) -> bool:
    """Whether a folded text is a part of a longer one, as far as two readings of it may differ."""
    from rapidfuzz import fuzz  # noqa: PLC0415  (only where a text was published before)

    return _LEAST_PART <= len(part) < len(whole) and fuzz.partial_ratio(part, whole, score_cutoff=_CONTAINED) > 0


def fold(text: str) -> str:
    """A text as its words are compared; one without words as it is."""
    return " ".join(fold_words(text)) or text


@dataclass(slots=True)
class _Text:
    eid: str
    stem: str
    is_counted: bool
    raw: str
    words: str


class _Matcher:
    """New blocks and published ones of one document, by their places."""

    def __init__(self, blocks: Sequence[Block], known: Sequence[KnownBlock]) -> None:
        self._new = [_describe(block.eid, block.text_raw, block.text) for block in blocks]
        self._old = [_describe(block.eid, block.text_raw, block.text) for block in known]
        self._chosen: dict[int, int] = {}
        self._used: set[int] = set()
        self._places: list[int] = []

    def match(self) -> dict[int, int]:
        """Place of a new block to that of the published one."""
        self._match_same(lambda text: text.raw)
        self._match_same(lambda text: text.words)
        if len(self._chosen) < len(self._new) and len(self._used) < len(self._old):
            pairs = sorted(self._list_pairs())
            for is_sure in (True, False):
                for unlike, _, _, new, old in pairs:
                    if new in self._chosen or old in self._used:
                        continue
                    if is_sure == (-unlike >= _ALIKE) and self._fits(new, old, is_sure=is_sure):
                        self._choose(new, old)
        return self._chosen

    def _match_same(self, key: Callable[[_Text], Hashable]) -> None:
        """Texts that are the same: where they stand as often in both, in their order, else those of one eid first."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, texts, done in ((0, self._new, self._chosen.keys()), (1, self._old, self._used)):
            for place, text in enumerate(texts):
                if place not in done:
                    groups[key(text)][side].append(place)
        for new, old in groups.values():
            if len(new) != len(old):
                by_eid = {self._old[place].eid: place for place in old}
                for place in [place for place in new if self._new[place].eid in by_eid]:
                    self._choose(place, by_eid[self._new[place].eid])
                    new.remove(place)
                    old.remove(by_eid[self._new[place].eid])
            for one, other in zip(new, old, strict=False):
                self._choose(one, other)

    def _list_pairs(self) -> Iterator[tuple[float, bool, int, int, int]]:
        """Pairs that are alike, or of one eid: by likeness, then of one eid, then near each other."""
        from rapidfuzz import fuzz  # noqa: PLC0415  (only where a text was published before)

        waiting = [place for place in range(len(self._old)) if place not in self._used]
        scale = len(self._old) / len(self._new)
        for new, text in enumerate(self._new):
            if new in self._chosen:
                continue
            first = bisect_left(waiting, new * scale - _AROUND)
            last = bisect_left(waiting, new * scale + _AROUND)
            for old in waiting[first:last]:
                other = self._old[old]
                likeness = fuzz.ratio(text.words, other.words, score_cutoff=_ALIKE_IN_PLACE)
                if not likeness and self._fits(new, old, is_sure=False):
                    is_one_part = is_part(text.words, other.words) or is_part(other.words, text.words)
                    likeness = _ALIKE_IN_PLACE if is_one_part else 0
                if likeness:
                    yield -likeness, text.eid != other.eid, abs(new - old), new, old

    def _fits(self, new: int, old: int, *, is_sure: bool) -> bool:
        """Whether what is said beside the texts allows that two blocks are one."""
        text, other = self._new[new], self._old[old]
        if text.eid == other.eid and not text.is_counted:
            return True
        of_one_kind = text.is_counted and other.is_counted and text.stem == other.stem
        return (is_sure and of_one_kind) or ((is_sure or of_one_kind) and self._is_in_order(new, old))

    def _is_in_order(self, new: int, old: int) -> bool:
        """Whether a pair stands between the matches before and behind it."""
        at = bisect_left(self._places, new)
        before = self._chosen[self._places[at - 1]] if at else -1
        behind = self._chosen[self._places[at]] if at < len(self._places) else len(self._old)
        return before < old < behind

    def _choose(self, new: int, old: int) -> None:
        self._chosen[new] = old
        self._used.add(old)
        insort(self._places, new)


def _describe(eid: str, raw: str, text: str) -> _Text:
    counted = _COUNTED.match(eid)
    # two readings differ in white space, and a text without words is one by its kind
    packed = " ".join(raw.split()) or f"{eid}:"
    return _Text(eid, counted.group("stem") if counted else eid, counted is not None, packed, fold(text))


def _follow_parent(block: Block, renamed: Mapping[str, str]) -> str:
    """The proposed eid, below the eid that its parent has now."""
    parent = block.parent
    if not parent or parent not in renamed or not block.eid.startswith(f"{parent}__"):
        return block.eid
    return renamed[parent] + block.eid.removeprefix(parent)


def _rename(block: Block, eid: str, parent: str | None) -> Block:
    """A block with an id and that of its parent; as it is where it has both, as nearly all of a new report have."""
    return block if (block.eid, block.parent) == (eid, parent) else replace(block, eid=eid, parent=parent)


def _next_free(eid: str, taken: set[str]) -> str:
    """The eid, or the next count of its kind, or the number with a suffix, that nobody has or had."""
    counted = _COUNTED.match(eid)
    form = f"{counted.group('stem')}_{{}}" if counted else f"{eid}-{{}}"
    number = 1 if counted else 2
    while eid in taken:
        eid, number = form.format(number), number + 1
    return eid
