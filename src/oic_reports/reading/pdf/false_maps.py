"""Maps of fonts that are false: what words or recognition tell of their codes contradicts what the maps say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import PERSIAN, TATWEEL, drop_hamzas, fold_text, has_arabic, is_mark
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code

_TO_SHAPE = str.maketrans("ىة", "يه")
# share of what was recognised that a map says at least, weighed by use; codes of a font that name figures or Latin
# letters, and are Arabic ones
_AGREED = 0.5
_SEVERAL = 3


def is_false_map(codes: FontCodes, number: int, decided: Mapping[Code, str], uses: Mapping[Code, int]) -> bool:
    """Whether what was recognised contradicts most of what a font's map says, weighed by use.

    A code without a character contradicts nothing, unless the map names none at all.

    Args:
        codes: the file's fonts.
        number: the font.
        decided: what recognition tells of codes.
        uses: how often each code was painted where that was looked at.
    """
    raws = codes.fonts[number].raws
    alike = told = 0
    names_none = all(raw == UNMAPPED for raw in raws.values())
    for code, raw in raws.items():
        letters = decided.get((number, code), UNMAPPED)
        if letters.isalnum() and (names_none or raw != UNMAPPED):
            told += uses[number, code]
            alike += uses[number, code] * (drop_hamzas(fold_text(raw)) == drop_hamzas(letters))
    return alike < _AGREED * told


def find_false_fonts(codes: FontCodes, learnt: Mapping[Code, str]) -> frozenset[int]:
    """The fonts in which figures, Latin letters and points are names of Arabic letters: their others may be false, too.

    A vowel sign that is named by a point says nothing: fonts have more of those than a program may know.

    Args:
        codes: the file's fonts.
        learnt: what words tell of codes.
    """
    false: Counter[int] = Counter()
    for code, text in learnt.items():
        raw = codes.find_raw(code)
        is_letter = len(text) == 1 and has_arabic(text) and text != TATWEEL
        is_named = len(raw) == 1 and raw.isascii() and (raw.isalnum() or not is_mark(text))
        false[code[0]] += is_letter and is_named
    return frozenset(number for number, count in false.items() if count >= _SEVERAL)


def is_another_letter(raw: str, text: str) -> bool:
    """Whether a map gives a code one letter, and words another, which is not the same without its hamza.

    A ligature of Latin letters, named by one letter, is another, too.

    Args:
        raw: what the map says.
        text: what words tell.
    """
    if len(raw) == 1 and raw.isalpha() and len(text) > 1 and text.isascii():
        return True
    letters = [sign for sign in (raw, text) if len(sign) == 1 and sign.isalpha() and sign not in {TATWEEL, *PERSIAN}]
    return len(letters) == 2 and raw.isascii() == text.isascii() and _bare(raw) != _bare(text)  # noqa: PLR2004


def _bare(letter: str) -> str:
    """A letter without its hamza, final ones of one shape as one."""
    return drop_hamzas(letter).translate(_TO_SHAPE)
