"""Which way a bracket opens in right-to-left text.

Character maps of fonts disagree: some name a bracket by its shape, others by its meaning. Spacing and balance in
logical order tell which it is, whatever the map said.
"""

from __future__ import annotations

from collections.abc import Sequence

OPENING = "([{«‹"
CLOSING = ")]}»›"
MIRRORED = dict(zip(OPENING + CLOSING, CLOSING + OPENING, strict=True))
TURNED_PAIRS = ("<>", "≤≥", "∈∋", "∉∌", "⊂⊃", "⊆⊇", "≪≫")
TURNED_SIGNS = {sign: pair[not place] for pair in TURNED_PAIRS for place, sign in enumerate(pair)}
_AFTER_CLOSING = ".,;:،؛!؟?" + CLOSING


def find_shapes(cells: Sequence[str]) -> list[str]:
    """The cells of a line from left to right, its pairs of brackets turned the way they look.

    A pair that hugs what it encloses looks like ``(2017)`` in either direction, whatever the character map says.
    """
    texts = list(cells)
    if MIRRORED.keys().isdisjoint(texts):
        return texts
    opened: dict[int, int] = {}
    for place, text in enumerate(texts):
        kind = OPENING.find(text) if text in OPENING else CLOSING.find(text)
        if len(text) != 1 or kind < 0:
            continue
        before = opened.get(kind)
        if before is not None and place - before > 1 and texts[place - 1] != " ":
            texts[before], texts[place] = OPENING[kind], CLOSING[kind]
            del opened[kind]
        elif place + 1 < len(texts) and texts[place + 1] != " ":
            opened[kind] = place
        else:
            opened.pop(kind, None)
    return texts


def hug_islands(cells: Sequence[str], levels: Sequence[int]) -> list[str]:
    """The cells of a left-to-right line, brackets that enclose right-to-left words turned the way they look.

    PDFium turns the one that it takes for a part of those words. A bracket that opens them has a blank, or nothing, on
    its left, one that closes them a blank or a stop on its right.

    Args:
        cells: the cells from left to right.
        levels: the level of each (``find_ltr_levels``); brackets inside the words have their own.
    """
    texts = list(cells)
    if MIRRORED.keys().isdisjoint(texts):
        return texts
    for place, text in enumerate(texts):
        if text not in MIRRORED or levels[place]:
            continue
        opening, closing = (text, MIRRORED[text]) if text in OPENING else (MIRRORED[text], text)
        before = texts[place - 1] if place else " "
        after = texts[place + 1] if place + 1 < len(texts) else " "
        begins, ends = place > 0 and levels[place - 1] > 0, place + 1 < len(texts) and levels[place + 1] > 0
        if ends and not begins and (before == " " or before in MIRRORED):
            texts[place] = opening
        elif begins and not ends and (after == " " or after in _AFTER_CLOSING or after in MIRRORED):
            texts[place] = closing
    return texts


def turn_signs(cells: Sequence[str], is_rtl: Sequence[bool]) -> list[str]:
    """The cells of a line with its signs of comparison, given as they are painted, turned in right-to-left text."""
    return [TURNED_SIGNS.get(text, text) if turned else text for text, turned in zip(cells, is_rtl, strict=True)]


def settle_brackets(cells: Sequence[str], is_rtl: Sequence[bool]) -> list[str]:
    """The cells of a line in logical order with each right-to-left bracket turned the way it opens.

    Args:
        cells: the cells in logical order.
        is_rtl: for each cell whether it stands in right-to-left text; brackets of Latin text are right as they are.
    """
    texts = list(cells)
    if MIRRORED.keys().isdisjoint(texts):
        return texts
    for place, text in enumerate(texts):
        if text not in MIRRORED or not is_rtl[place]:
            continue
        opening, closing = (text, MIRRORED[text]) if text in OPENING else (MIRRORED[text], text)
        before = texts[place - 1] if place else " "
        after = texts[place + 1] if place + 1 < len(texts) else " "
        opens = before == " " or before in OPENING
        closes = after == " " or after in _AFTER_CLOSING
        if opens and not closes:
            texts[place] = opening
        elif closes and not opens:
            texts[place] = closing
        elif (side := _find_open_side(texts, place)) is not None:
            texts[place] = opening if side else closing
        else:
            so_far = "".join(texts[:place])
            texts[place] = closing if so_far.count(opening) > so_far.count(closing) else opening
    return texts


def _find_open_side(texts: Sequence[str], place: int) -> bool | None:
    """Whether the run of brackets about a place opens; None where what stands before and behind it does not tell.

    Whichever way they are named: ``word»)،`` closes both, though the line that opens them is another.
    """
    start = end = place
    while start and texts[start - 1] in MIRRORED:
        start -= 1
    while end + 1 < len(texts) and texts[end + 1] in MIRRORED:
        end += 1
    if start == end:
        return None
    begins = start == 0 or texts[start - 1] == " "
    ends = end + 1 == len(texts) or texts[end + 1] == " " or texts[end + 1] in _AFTER_CLOSING
    return None if begins == ends else begins
