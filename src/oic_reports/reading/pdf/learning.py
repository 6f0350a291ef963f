"""What doubtful codes of a file mean, learnt from words of a sample of its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from oic_reports.reading.pdf.coded_words import CodedLayers, CodedWord, collect_words, count_inside, may_be_letter
from oic_reports.reading.pdf.false_maps import find_false_fonts
from oic_reports.reading.pdf.folded_bytes import complete_pairs
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import HAMZAS, PLAIN, TATWEEL, drop_hamzas, has_arabic
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code
from oic_reports.reading.pdf.hamza_signs import find_carriers, find_hamzas
from oic_reports.reading.pdf.lam_alefs import find_lam_alefs
from oic_reports.reading.pdf.learnt_map import learn_map
from oic_reports.reading.pdf.ligatures import collect_latin_words, learn_ligatures
from oic_reports.reading.pdf.persian_forms import settle_persian
from oic_reports.reading.pdf.placed_signs import find_bodies, find_bullets, find_tanwins

# share of the uses of a code from which it mostly stands in a kind of place
_MOSTLY = 0.5
# points that stand at the edges of words, and how often one is painted that tells
_POINTS = frozenset(",;:!?\"'()[]«»،؛؟")
_AGAIN = 3


@dataclass(frozen=True, slots=True)
class Lesson:
    """What pages tell of doubtful codes.

    ``letters`` are those that codes stand for. ``points`` are codes that were taken for kashidas and are none. ``lost``
    are those of which nothing tells what they mean.
    """

    letters: dict[Code, str]
    points: AbstractSet[Code]
    lost: AbstractSet[Code]


def learn_arabic(codes: FontCodes, layers: CodedLayers) -> Lesson:
    """What Arabic words tell of a file's codes.

    Args:
        codes: the file's fonts, with what they tell themselves.
        layers: layers of pages that were read with labels, each with its lines.
    """
    words: list[CodedWord] = []
    everywhere: Counter[Code] = Counter()
    for layer, lines in layers:
        words += collect_words(layer, lines)
        everywhere.update(layer.codes)
    inside, attached = (_find_mostly(kind, everywhere) for kind in count_inside(words))
    # a sign that mostly stands apart from letters is what it looks like; one that is nothing may stand anywhere
    strange = {code for word in words for text, code in word if code and may_be_letter(text)} | attached
    learnt = learn_map([word for word in words if all(code is None or code in strange for _, code in word)])
    # what stretches words stands inside them, and its outline is a bar where the font shows it
    learnt = {
        code: letters
        for code, letters in learnt.items()
        if letters != TATWEEL or (code in inside and code[1] not in codes.find_program(code).painted)
    }
    learnt |= find_lam_alefs(words, learnt)
    learnt = settle_persian(codes, words, learnt)
    learnt |= complete_pairs(codes, learnt)
    may_be = {code for code in codes.suspects if _may_be_hamza(codes, code)}
    learnt |= find_hamzas(layers, may_be, codes.find_hamzas() | learnt)
    learnt |= find_carriers(layers, codes.find_hamzas() | learnt)
    # where a font paints hamzas apart, none is part of another glyph
    apart = {number for (number, _), text in (codes.find_hamzas() | learnt).items() if text in HAMZAS}
    learnt |= {code: drop_hamzas(text) for code, text in learnt.items() if code[0] in apart and text not in HAMZAS}
    learnt |= find_tanwins(codes, words)
    learnt |= find_bodies(codes, [layer for layer, _ in layers])
    # a flat glyph without a character that mostly ends words stretches none: it is a point, if no line is drawn of it,
    # and it is not longer than points are
    drawn = _find_mostly(_count_drawn(layers), everywhere)
    points = {
        code
        for code in codes.told
        if codes.find_text(code) == TATWEEL
        and codes.find_raw(code) == UNMAPPED
        and everywhere[code] > 0
        and code not in inside | drawn
        and code[1] not in codes.find_program(code).long
    }
    unknown = set(codes.suspects) - set(learnt) - (set(codes.told) - points)
    lost = {code for code in unknown if _is_lost(codes.find_raw(code), code, attached, inside)}
    # no point stands between letters again and again; where a map is false, not once
    least = 1 if find_false_fonts(codes, learnt) else _AGAIN
    lost |= {code for code in unknown & inside if codes.find_raw(code) in _POINTS and everywhere[code] >= least}
    return Lesson(learnt | find_bullets(layers, is_rtl=True), points, lost)


def learn_latin(codes: FontCodes, layers: CodedLayers) -> Lesson:
    """What words of English and French tell of a file's codes; see ``learn_arabic``."""
    words = [word for layer, lines in layers for word in collect_latin_words(layer, lines)]
    learnt = {code: text for code, text in learn_ligatures(words).items() if codes.find_raw(code) != text}
    unknown = set(codes.suspects) - set(learnt) - set(codes.told)
    lost = {code for code in unknown if codes.find_raw(code) == UNMAPPED}
    return Lesson(learnt | find_bullets(layers, is_rtl=False), frozenset(), lost)


def _find_mostly(kind: Counter[Code], everywhere: Counter[Code]) -> set[Code]:
    """The codes that mostly stand in a kind of place, by how often they do, and how often they are painted at all."""
    return {code for code, number in kind.items() if number and number >= _MOSTLY * everywhere[code]}


def _count_drawn(layers: CodedLayers) -> Counter[Code]:
    """How often each code is painted between two of its own: lines are drawn of such glyphs."""
    drawn: Counter[Code] = Counter()
    for layer, _ in layers:
        triples = zip(layer.codes, layer.codes[1:], layer.codes[2:], strict=False)
        drawn.update(code for before, code, after in triples if before == code == after)
    return drawn


def _may_be_hamza(codes: FontCodes, code: Code) -> bool:
    """Whether a code may be a sign that is painted apart: its map says nothing that stands at an Arabic letter."""
    if code in codes.told and codes.find_text(code) != UNMAPPED:
        return False
    raw = codes.find_raw(code)
    return raw == UNMAPPED or (len(raw) == 1 and raw.isascii() and raw.isalnum())


def _is_lost(raw: str, code: Code, attached: AbstractSet[Code], inside: AbstractSet[Code]) -> bool:
    """Whether a code that stays unknown is a lost sign: it has no character, or one that stands in Arabic words."""
    # a digit may stand beside a letter, and none stands between two
    is_in_word = code in (inside if raw.isdigit() else attached)
    return raw == UNMAPPED or (is_in_word and not has_arabic(raw) and raw not in PLAIN)
