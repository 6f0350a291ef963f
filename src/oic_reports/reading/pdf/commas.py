"""Commas of recognised Arabic, told by their shape: the Arabic model of Tesseract knows no Arabic comma.

It takes a comma for a full stop, a colon, a quote or a hamza. The sign at the end of a word (its left) is looked at: a
point is about as wide as high, a comma higher; a colon is two points, a semicolon a comma over a point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from oic_reports.reading.pdf.arrays import Booleans
from oic_reports.reading.pdf.scan import DARK
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.worth import measure_usual

RULE = "ocr.comma"
# left, top, right, bottom
Part = tuple[int, int, int, int]
_DIGITS = re.compile(r"\$?\d+(?:[.,:]\d+)*[.,:;؛،]?")
_SIGNS = ".,:;؛،"
_ENDS = re.compile("(?P<word>.*[\u0621-\u064a\\d)%])(?P<sign>[.,:;؛»'،\"]|ء)$")
# heights of a word within which its sign, or a quote, stands at its left; share of its height that a sign has at most
# and at least
_BESIDE = 0.28
_INSIDE = 0.3
_QUOTE = 0.7
_MOST = 0.6
_LEAST = 0.05
# how much higher than wide a comma is: from 1.6 to 2.2, a point up to 1.35; share of a height by which twins differ, by
# which digits begin lower than others, and that each has
_TALL = 1.5
_ALIKE = 0.2
_LOWER = 0.25
_HALF = 0.5


def settle_commas(words: Sequence[Word], image: Image.Image) -> list[Word]:
    """The words, with the signs that end them as they look; ``image`` is the picture in which they stand."""
    greys = np.asarray(image)
    return [_settle(word, greys) for word in words]


def _settle(word: Word, greys: np.ndarray) -> Word:
    if _DIGITS.fullmatch(word.text):
        return _settle_number(word, greys)
    match = _ENDS.match(word.text)
    if match is None:
        return word
    bare, sign = match.group("word", "sign")
    if sign == "ء" and (not measure_usual(bare, "ar") or measure_usual(word.text, "ar")):
        return word
    told = tell_sign(_cut(word, greys, _QUOTE if sign == "»" else _INSIDE)) or ("،" if sign in {"ء", "»"} else sign)
    return word if told == sign else _change(word, bare + told)


def _settle_number(word: Word, greys: np.ndarray) -> Word:
    """A number with the sign after it, which may have been read as its first digit, stands at its left."""
    height = word.bottom - word.top
    top, bottom = max(int(word.top - _BESIDE * height), 0), int(word.bottom + _BESIDE * height) + 1
    left = max(int(word.left - _BESIDE * height), 0)
    parts = find_parts(greys[top:bottom, left : int(word.right) + 3] < DARK)
    highest = max((bottom - top for _, top, _, bottom in parts), default=0)
    top = min((part[1] for part in parts if part[3] - part[1] == highest), default=0)
    high = sorted(part for part in parts if part[1] < top + _LOWER * highest and part[3] - part[1] > _HALF * highest)
    signs = [
        part for part in parts if part not in high and part[0] < high[0][0] and part[3] - part[1] > _LEAST * height
    ]
    digits = sum(map(str.isdigit, word.text))
    told = _tell_column(signs) if signs and 0 <= digits - len(high) <= 1 else None
    if told is None:
        return word
    return _change(word, word.text.lstrip("$")[digits - len(high) :].rstrip(_SIGNS) + told)


def _change(word: Word, text: str) -> Word:
    before = word.text if word.before is None else word.before
    return replace(word, text=text, before=before, rule=word.rule or RULE)


def _cut(word: Word, greys: np.ndarray, inside: float) -> Booleans:
    """The ink about the end of a word."""
    height = word.bottom - word.top
    left, right = int(word.left - _BESIDE * height), int(word.left + inside * height) + 1
    top, bottom = int(word.top), int(word.bottom + _BESIDE * height) + 1
    part: Booleans = greys[max(top, 0) : bottom, max(left, 0) : right] < DARK
    return part


def tell_sign(ink: Booleans) -> str | None:
    """The sign whose parts are the leftmost whole ones in a piece of a line; None where none is."""
    height = len(ink)
    parts = [part for part in find_parts(ink) if _LEAST * height < part[3] - part[1] < _MOST * height]
    if not parts:
        return None
    first, *others = sorted(parts)
    if any(_is_twin(first, other) for other in others):
        return "»"
    return _tell_column(parts)


def _tell_column(parts: Sequence[Part]) -> str | None:
    """The sign that the leftmost part is, with what stands above or below it."""
    first = min(parts)
    column = sorted((part for part in parts if part[0] < first[2] and first[0] < part[2]), key=lambda part: part[1])
    if any(part[2] - part[0] > _TALL * (part[3] - part[1]) for part in column):
        # a hyphen
        return None
    is_tall = [part[3] - part[1] > _TALL * (part[2] - part[0]) for part in column]
    return {(False,): ".", (True,): "،", (False, False): ":", (True, False): "؛"}.get(tuple(is_tall))


def _is_twin(one: Part, other: Part) -> bool:
    """Whether two parts stand side by side at one height."""
    high = one[3] - one[1]
    return (
        other[0] >= one[0] + 1
        and max(abs(one[1] - other[1]), abs(one[3] - other[3])) <= _ALIKE * high
        and (other[0] > one[0] + (one[2] - one[0]) // 2)
    )


def find_parts(ink: Booleans) -> list[Part]:
    """The boxes of connected parts that touch no edge (left, top, right, bottom; half-open pixels)."""
    left = np.array(ink)
    height, width = left.shape
    found = []
    for y, x in zip(*np.nonzero(ink), strict=True):
        if not left[y, x]:
            continue
        left[y, x] = False
        stack, x0, y0, x1, y1 = [(int(y), int(x))], int(x), int(y), int(x), int(y)
        while stack:
            row, column = stack.pop()
            x0, x1, y0, y1 = min(x0, column), max(x1, column), min(y0, row), max(y1, row)
            for r in range(max(row - 1, 0), min(row + 2, height)):
                for c in range(max(column - 1, 0), min(column + 2, width)):
                    if left[r, c]:
                        left[r, c] = False
                        stack.append((r, c))
        if x0 > 0 and y0 > 0 and x1 < width - 1 and y1 < height - 1:
            found.append((x0, y0, x1 + 1, y1 + 1))
    return found
