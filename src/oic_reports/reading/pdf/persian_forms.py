"""Persian forms of Arabic letters: whether the author wrote them, or the map of a font names other letters by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from oic_reports.reading.pdf.coded_words import CodedWord
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import PERSIAN, UNJOINED
from oic_reports.reading.pdf.glyphs import Code

_YEHS = frozenset("يى")
_PERSIAN_YEH = "ی"


def settle_persian(codes: FontCodes, words: Sequence[CodedWord], learnt: Mapping[Code, str]) -> dict[Code, str]:
    """What was learnt, without the Persian letters that the author wrote, and with yehs as they are painted.

    Args:
        codes: the file's fonts.
        words: words in logical order, letters with their codes.
        learnt: what words tell of codes.
    """
    authors = _find_authors(words) | _find_final_authors(codes, words)
    return {code: _choose_yeh(codes, code, text) for code, text in learnt.items() if code not in authors}


def _find_authors(words: Sequence[CodedWord]) -> set[Code]:
    """The codes of Persian letters that the author wrote: the font has the Arabic letter in the same form, too.

    A map that names a letter by its Persian form does so for all that is printed in that form (initial or medial).
    """
    forms: dict[tuple[int, str], set[bool]] = defaultdict(set)
    persian: dict[Code, tuple[str, set[bool]]] = {}
    for word in words:
        for place, (text, code) in enumerate(word):
            if code is None:
                continue
            if place + 1 == len(word):
                # of final yehs a font may hold several, with dots and without them
                continue
            form = place > 0 and word[place - 1][0][-1:] not in UNJOINED
            if text in PERSIAN:
                persian.setdefault(code, (text, set()))[1].add(form)
            else:
                forms[code[0], text].add(form)
    return {
        code for code, (text, own) in persian.items() if any(own & forms[code[0], letter] for letter in PERSIAN[text])
    }


def _find_final_authors(codes: FontCodes, words: Sequence[CodedWord]) -> set[Code]:
    """The codes of final Persian yehs that the author wrote: the font has the Arabic one that looks the same as well.

    One has dots, and one has none, so a map that names the one by the Persian letter may name the other rightly.
    """
    finals: dict[Code, tuple[str, set[bool]]] = {}
    for word in words:
        text, code = word[-1] if word else ("", None)
        if code is not None and (text in _YEHS or text == _PERSIAN_YEH):
            joined = len(word) > 1 and word[-2][0][-1:] not in UNJOINED
            finals.setdefault(code, (text, set()))[1].add(joined)
    named = {(code[0], text, form) for code, (text, forms) in finals.items() for form in forms}
    return {
        code
        for code, (text, forms) in finals.items()
        if text == _PERSIAN_YEH and any((code[0], _choose_yeh(codes, code, ""), form) in named for form in forms)
    }


def _choose_yeh(codes: FontCodes, code: Code, text: str) -> str:
    """The letter of a final yeh: with dots or without them, as it is painted; ``text`` where that is not known."""
    program = codes.find_program(code)
    if (text and text not in _YEHS) or codes.find_raw(code) not in PERSIAN or code[1] not in program.painted:
        return text
    return "ى" if code[1] in program.single else "ي"
