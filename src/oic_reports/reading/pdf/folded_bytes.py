"""Character maps in which the two bytes of a character were laid over each other: a dash comes out as the digit 3.

Ghostscript 10 reads the ranges of a map (``<0065> <0066> <FE90>``) so: of the first character it makes one byte
(``FE | 90``), the others count on from it. ``2013`` is ``33`` then, ``201C`` and ``201D`` are ``<`` and ``=``; of the
final and the initial form of an Arabic letter, which stand in one range, it makes thorn and y with a diaeresis.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import fold_text, has_arabic
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code

# what comes out of signs of two bytes: digits, which have another width than true ones, and others
_DIGITS = {"3": "–", "4": "—", "8": "‘", "9": "’"}
_SIGNS = {"<": "“", "=": "”"}
_PAIR = ("8", "9")
_ONE_BYTE = "\u00ff"
# digits of one width that are enough to tell it, and what it may differ by, as a share
_ENOUGH_DIGITS = 3
# letters and digits that tell a row, and the share of all that stand in it
_ROW = 10
_MOST_IN_ROW = 0.9
_ALIKE = 0.03
# what comes out of final and initial forms, of which the former are even and the latter odd, and of a form behind one
# that is odd; the letter before these in Unicode
_FINAL, _INITIAL, _AFTER = "\u00fe", "\u00ff", "\u0100"
_BEFORE = "\u00fd"
_RANGES = {(_FINAL, _INITIAL), (_INITIAL, _AFTER)}
# how far the code of an isolated form may stand before that of the final one, and that of a medial one behind it
_ISOLATED = (1, 2)
_MEDIAL = (2, 3, 4)
# the ligatures of lam and alef, and how many codes apart those of a font stand at most
_LAM_ALEFS = frozenset({"لا", "لأ", "لإ", "لآ"})
_BESIDE = 12
# pairs of forms with a medial one behind them that are none by chance
_SEVERAL = 3


def find_folded(raws: Mapping[int, str], advances: Mapping[int, float]) -> dict[int, str]:
    """The codes of a font whose characters are two bytes laid over each other, and what they were.

    Args:
        raws: texts by code, as the map has them.
        advances: widths by code.
    """
    if any(has_arabic(fold_text(raw)) for raw in raws.values()):
        return dict(_find_forms(raws))
    return _find_quotes(raws) | _find_signs(raws, advances)


def _find_quotes(raws: Mapping[int, str]) -> dict[int, str]:
    """A pair of quotes: signs of comparison that follow each other, off the row in which a font keeps ASCII."""
    offsets = Counter(
        code - ord(raw) for code, raw in raws.items() if len(raw) == 1 and raw.isascii() and raw.isalnum()
    )
    usual, number = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    if number < max(_ROW, _MOST_IN_ROW * offsets.total()):
        return {}
    named = Counter(raws.values())
    opening = [code for code, raw in raws.items() if raw == "<" and raws.get(code + 1) == "="]
    is_pair = len(opening) == 1 and all(named[sign] == 1 for sign in _SIGNS)
    if not is_pair or opening[0] - ord("<") == usual or raws.get(opening[0] + 2) == ">":
        return {}
    return {opening[0]: _SIGNS["<"], opening[0] + 1: _SIGNS["="]}


def _find_signs(raws: Mapping[int, str], advances: Mapping[int, float]) -> dict[int, str]:
    """Dashes and quotes, told by a digit that is named twice, once with another width than most digits have.

    Where the map has no character of two bytes, both signs of comparison are quotes then, unless they stand beside
    others of their row. Where it has some, only ranges were laid over: the two single quotes, whose codes follow each
    other.
    """
    digits = {code: raw for code, raw in raws.items() if len(raw) == 1 and raw.isdecimal() and code in advances}
    widths = Counter(advances[code] for code in digits)
    usual, number = max(widths.items(), key=lambda item: item[1], default=(0.0, 0))
    if number < _ENOUGH_DIGITS:
        return {}
    others = {code: raw for code, raw in digits.items() if abs(advances[code] - usual) > _ALIKE * usual}
    # figures of an old style have widths of their own, and are named once
    is_named_twice = any(raw in others.values() for code, raw in digits.items() if code not in others)
    if not is_named_twice or any(raw not in _DIGITS for raw in others.values()):
        return {}
    named = Counter(raws.values())
    is_of_bytes = all(raw <= _ONE_BYTE or raw == UNMAPPED for raw in raws.values())
    if not is_of_bytes and not (tuple(others.values()) == _PAIR and max(others) - min(others) == 1):
        return {}
    signs = {code: raw for code, raw in raws.items() if raw in _SIGNS and named[raw] == 1}
    if len(signs) < len(_SIGNS) or any(raws.get(code - 1) == ";" or raws.get(code + 1) == ">" for code in signs):
        signs = {}
    return {code: (_DIGITS | _SIGNS)[raw] for code, raw in (others | signs).items()}


def _find_forms(raws: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Forms of Arabic letters, told by those of the same letter beside them, as fonts keep the forms of one together.

    A font whose codes are in the order of use does not: there, and for a form without the other one, ``UNMAPPED``.
    """
    if any(raw == _FINAL and raws.get(code - 1) == _BEFORE for code, raw in raws.items()):
        # a font of all letters
        return
    pairs = {code for code, raw in raws.items() if raw == _FINAL and raws.get(code + 1) == _INITIAL}
    known = {code: _tell_letters(raws, code) for code in pairs}
    are_together = _are_together(known.values())
    for code, raw in raws.items():
        if code in pairs or code - 1 in pairs:
            isolated, medial, _ = known[code if code in pairs else code - 1]
            yield code, (isolated or medial or UNMAPPED) if are_together else UNMAPPED
        elif raw == _INITIAL and raws.get(code + 1) == _AFTER:
            letters = _tell_lam_alef(raws, code)
            yield from ((code, letters), (code + 1, letters))
        elif raw == _FINAL or (raw in {_INITIAL, _AFTER} and raws.get(code - 1) != _INITIAL):
            yield code, UNMAPPED


def complete_pairs(codes: FontCodes, learnt: Mapping[Code, str]) -> dict[Code, str]:
    """The codes that stand in one range with one whose letter was learnt: they are forms of that letter.

    Args:
        codes: the file's fonts, with what they tell themselves.
        learnt: what words tell of codes.
    """
    found = {}
    for (number, code), text in learnt.items():
        for first, other in ((code, code + 1), (code - 1, code - 1)):
            raws = [codes.fonts[number].raws.get(place, "") for place in (first, first + 1)] if number >= 0 else []
            is_lost = codes.told.get((number, other), ("", ""))[0] == UNMAPPED
            if tuple(raws) in _RANGES and is_lost and (number, other) not in learnt:
                found[number, other] = text
    return found


def _tell_lam_alef(raws: Mapping[int, str], code: int) -> str:
    """The lam-alef of two forms whose first one is odd, where the others stand beside it; else ``UNMAPPED``."""
    beside = {fold_text(raws.get(code + step, "")) for step in range(-_BESIDE, _BESIDE + 1)} & _LAM_ALEFS
    left = sorted(_LAM_ALEFS.difference(map(fold_text, raws.values())))
    return left[0] if beside and len(left) == 1 else UNMAPPED


def _are_together(pairs: Collection[tuple[str, str, int]]) -> bool:
    """Whether a font keeps the forms of a letter together, by what stands beside pairs of them (``_tell_letters``).

    One pair between an isolated and a medial form of one letter tells so, where no other stands between two; or several
    that all have a medial form so far behind them.
    """
    both = [isolated == medial for isolated, medial, _ in pairs if isolated and medial]
    steps = {step for _, _, step in pairs}
    return all(both) and (any(both) or (len(pairs) >= _SEVERAL and len(steps) == 1 and steps != {0}))


def _tell_letters(raws: Mapping[int, str], final: int) -> tuple[str, str, int]:
    """The letters of the isolated form before a final one and of the medial form behind it; empty where there is none.

    The third is how far behind it the medial form stands, 0 for none.
    """
    isolated = [letter for step in _ISOLATED if (letter := _find_letter(raws.get(final - step, ""), "isolated"))]
    medial = [(letter, step) for step in _MEDIAL if (letter := _find_letter(raws.get(final + step, ""), "medial"))]
    return (isolated or [""])[0], *(medial or [("", 0)])[0]


def _find_letter(raw: str, form: str) -> str:
    """The letter of a presentation form of one kind, or of a letter by itself, which is isolated; empty for others."""
    if len(raw) != 1:
        return ""
    if unicodedata.decomposition(raw).startswith(f"<{form}>"):
        return fold_text(raw)
    return raw if form == "isolated" and unicodedata.bidirectional(raw) == "AL" and fold_text(raw) == raw else ""
