"""Character maps whose bytes were written wrongly: the characters of a ligature come out as Chinese ones.

Ghostscript 10 writes the maps (ToUnicode, UTF-16) of ligatures so: ``fi`` (``00660069``) loses its first byte and ends
in a null (``66006900``), ``لإ`` (``06440625``) repeats the second byte (``06444425``). The bytes tell what was meant.
Of three letters the last two may be added up (``ffi`` as ``6600cf00``).
"""

from __future__ import annotations

import re
from itertools import pairwise

from oic_reports.reading.pdf.glyphs import UNMAPPED

_ARABIC_ROW = 0x06
# Chinese characters, and what stands beside them in Unicode: no report has one
_FOREIGN = re.compile("[\u2e80-\ua4cf]")
# signs that letters come out as behind one from hamza to hah, and the last bytes of Arabic letters and vowel signs
_SIGN = re.compile("[\u2121-\u2d52]")
_LETTERS = range(0x21, 0x53)
# last bytes of the letters, signs and digits of Arabic and Persian; others of their row are of languages of no report
_USUAL = frozenset((*range(0x0C, 0x0D), *range(0x1B, 0x20), *range(0x21, 0x56), *range(0x60, 0x72)))
_PERSIAN = frozenset((0x7E, 0x86, 0x98, 0xA9, 0xAF, 0xBE, 0xC0, 0xC1, 0xCC, *range(0xF0, 0xFA)))


def has_foreign(text: str) -> bool:
    """Whether a text has a character that may come from a map written wrongly."""
    if _FOREIGN.search(text):
        return True
    return bool(_SIGN.search(text)) and any(_repeats_byte(*sorted(map(ord, pair))) for pair in pairwise(text))


def _repeats_byte(letter: int, sign: int) -> bool:
    """Whether a sign is what comes out of a second Arabic letter: ``تي`` is written as the first one and U+2A4A."""
    return letter >> 8 == _ARABIC_ROW and sign >> 8 == letter & 0xFF and sign & 0xFF in _LETTERS


def decode_shifted(text: str) -> str | None:
    """What the text of a code was before its bytes were shifted; None where they were not.

    ``UNMAPPED`` where the bytes give a letter that neither Arabic nor Persian has: more of them was lost.
    """
    if not has_foreign(text):
        return None
    points = [ord(sign) for sign in text]
    if all(not point & 0xFF and chr(point >> 8).isalpha() for point in points):
        return _part_sum("".join(chr(point >> 8) for point in points))
    found = points[:1]
    for point in points[1:]:
        if found[-1] >> 8 != _ARABIC_ROW or point >> 8 != found[-1] & 0xFF:
            return None
        found.append(_ARABIC_ROW << 8 | point & 0xFF)
    if any(point & 0xFF not in _USUAL | _PERSIAN for point in found[1:]):
        return UNMAPPED
    return "".join(map(chr, found)) if len(found) > 1 else None


def _part_sum(letters: str) -> str:
    """The letters of a ligature of which the last one may be the sum of two: the first again, and another one."""
    last = ord(letters[-1]) - ord(letters[0])
    is_sum = len(letters) > 1 and letters[-1].isupper() and ord("a") <= last <= ord("z")
    return letters[:-1] + letters[0] + chr(last) if is_sum else letters
