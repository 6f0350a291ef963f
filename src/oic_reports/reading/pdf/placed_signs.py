"""Signs that are told by where they are painted: over the alefs that end words, beside a bar, or before a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from oic_reports.reading.pdf.coded_words import CodedLayers, CodedWord
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import ALEF, TATWEEL, has_arabic, is_mark
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code, GlyphLayer

_TANWIN = "\u064b"
_BULLET = "•"
# share of the uses of a sign that are over an alef; glyphs that words, and lines, have at least that tell
_NEARLY_ALL = 0.8
_SEVERAL = 3


def find_tanwins(codes: FontCodes, words: Iterable[CodedWord]) -> dict[Code, str]:
    """The lost codes that are painted over the alefs that end words: no sign but that of the accusative is.

    Args:
        codes: the file's fonts.
        words: words in logical order, letters with their codes.
    """
    over: Counter[Code] = Counter()
    uses: Counter[Code] = Counter()
    for word in words:
        for place, (text, code) in enumerate(word):
            if text == UNMAPPED and code is not None and code[1] in codes.find_program(code).high:
                uses[code] += 1
                beside = {word[place - 1][0] if place else "", word[place + 1][0] if place + 1 < len(word) else ""}
                over[code] += len(word) > _SEVERAL and place >= len(word) - 2 and ALEF in beside
    return {code: _TANWIN for code, number in over.items() if number > 1 and number >= _NEARLY_ALL * uses[code]}


def find_bodies(codes: FontCodes, layers: Iterable[GlyphLayer]) -> dict[Code, str]:
    """The lost codes that are always painted beside a bar that is mapped to a letter: the letter is theirs.

    Where a letter is painted as a bar and its body, a program may name the first of them alone.
    """
    beside: dict[Code, set[str]] = defaultdict(set)
    for layer in layers:
        raws = [_find_bar(codes, code) for code in layer.codes]
        for place, text in enumerate(layer.texts):
            if text == UNMAPPED and layer.codes[place][0] >= 0:
                near = {raw for raw in raws[max(place - 1, 0) : place + 2] if raw}
                beside[layer.codes[place]].add(near.pop() if len(near) == 1 else "")
    return {code: raws.pop() for code, raws in beside.items() if len(raws) == 1 and raws != {""}}


def _find_bar(codes: FontCodes, code: Code) -> str:
    """The Arabic letter that the map gives to a bar; empty for other codes."""
    if codes.find_text(code) != TATWEEL:
        return ""
    raw = codes.find_raw(code)
    return raw if has_arabic(raw) and raw != TATWEEL and not is_mark(raw) else ""


def find_bullets(layers: CodedLayers, *, is_rtl: bool) -> dict[Code, str]:
    """The lost codes that stand first in their lines, before a blank, and nowhere else.

    Args:
        layers: layers with their lines.
        is_rtl: whether lines begin on the right.
    """
    first: Counter[Code] = Counter()
    uses: Counter[Code] = Counter()
    for layer, lines in layers:
        for glyphs, spaces in lines if UNMAPPED in layer.texts else ():
            order, is_apart = glyphs.tolist(), [*spaces[1:], False]
            if is_rtl:
                order, is_apart = order[::-1], list(spaces[::-1])
            lost = [place for place, glyph in enumerate(order) if layer.texts[glyph] == UNMAPPED]
            uses.update(layer.codes[order[place]] for place in lost)
            if 0 in lost and len(order) > _SEVERAL and is_apart[0]:
                first[layer.codes[order[0]]] += 1
    return {code: _BULLET for code, number in first.items() if number > 1 and number == uses[code]}
