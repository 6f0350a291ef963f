"""Quotation marks that PDFium turns round in right-to-left text.

The Unicode standard mirrors brackets and guillemets there (UAX #9, rule L4; ``Bidi_Mirrored``), but neither ``“ ”``
nor ``‘ ’``: what the character map names is what was typed, ``“…”`` by some programs and ``”…“`` by others. PDFium has
them in its table of mirrored signs. It parts a line into segments of one direction, and turns the signs of neutral ones
that follow a right-to-left one: read backwards, that tells which marks it turned.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import groupby

import numpy as np

from oic_reports.reading.pdf.arrays import Integers

_TURNED = {ord(sign): ord(other) for sign, other in ("“”", "”“", "‘’", "’‘")}
_QUOTES = list(_TURNED)
_LINE_ENDS = frozenset("\r\n")
# classes of characters (UAX #9, table 4) of a segment that has a direction; weak ones leave that of the line as it is
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_WEAK = frozenset(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"))


def turn_quotes_back(codes: Integers, *, is_rtl_file: Callable[[], bool]) -> Integers:
    """The code points of a page with the quotation marks that its maps name.

    Args:
        codes: the characters in PDFium's order.
        is_rtl_file: whether the file asks to be read from right to left (``ViewerPreferences``), as PDFium then does.
    """
    places = np.flatnonzero(np.isin(codes, _QUOTES)).tolist()
    if not places:
        return codes
    text = "".join(map(chr, codes.tolist()))
    turned = codes.copy()
    from_right = is_rtl_file()
    for place in places:
        if _is_turned(text, place, is_rtl_file=from_right):
            turned[place] = _TURNED[int(codes[place])]
    return turned


def _is_turned(text: str, place: int, *, is_rtl_file: bool) -> bool:
    """Whether the segment of a neutral sign runs from right to left: by the letter before it, else by the line."""
    start = place
    while start and text[start - 1] not in _LINE_ENDS:
        start -= 1
        if (strong := _STRONG.get(unicodedata.bidirectional(text[start]))) is not None:
            return strong == "R"
    end = place
    while end < len(text) and text[end] not in _LINE_ENDS:
        end += 1
    segments = [kind for kind, _ in groupby(map(_find_direction, text[start:end]))]
    return is_rtl_file or 0 < segments.count("R") >= segments.count("L")


def _find_direction(character: str) -> str:
    """``R`` or ``L``, ``W`` for what has a weak direction (a number, a mark), ``N`` for neutral signs."""
    kind = unicodedata.bidirectional(character)
    return _STRONG.get(kind) or ("W" if kind in _WEAK else "N")
