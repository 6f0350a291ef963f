"""Hamzas and maddas that a font paints apart and whose map names them by something else: a figure, or nothing.

Such a code stands at an alef wherever it is painted, and the words about it exist with one of the three signs.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from oic_reports.reading.pdf.coded_words import CodedLayers, Lines
from oic_reports.reading.pdf.glyph_text import ALEF, TATWEEL
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code, GlyphLayer
from oic_reports.reading.pdf.usual_words import measure_word

# madda, hamza above, hamza below
_SIGNS = ("\u0653", "\u0654", "\u0655")
# font sizes from the middle of a sign to that of its alef, across and along the line
_BESIDE = 0.3
_OFF_LINE = 1.3
# share of the uses of a code that are at an alef, of its words that exist with one of the signs, and of these that do
# with its own; letters beyond two a word that are evidence, for the first sign of a
# font and for the others; how many times that of the second sign
_NEARLY_ALL = 0.8
_KNOWN = 0.35
_CONVINCING = 0.6
_LEAST_WEIGHT = 8
_ENOUGH_FOR_LAST = 2
_SHORT = 2
_MARGIN = 1.5
# letters that carry hamzas; words that tell which of them one without a character is
_CARRIERS = ("ا", "و", "ي")
_LEAST_WORDS = 3


def find_hamzas(
    layers: CodedLayers,
    doubtful: AbstractSet[Code],
    learnt: Mapping[Code, str],
) -> dict[Code, str]:
    """Of some codes without a character that can be right, those that are a hamza or madda, and which one.

    Args:
        layers: layers with their lines: glyphs from the left, and whether a blank stands before each.
        doubtful: the codes.
        learnt: what others are known to mean.
    """
    uses: dict[Code, int] = defaultdict(int)
    words: dict[Code, set[tuple[str, str]]] = defaultdict(set)
    at_alef: dict[Code, int] = defaultdict(int)
    for layer, lines in layers:
        signs = [glyph for glyph, code in enumerate(layer.codes) if code in doubtful]
        alefs = _list_alefs(layer, lines, doubtful, learnt) if signs else []
        middles = (layer.left + layer.right) / 2
        places = np.array([glyph for glyph, _, _ in alefs], np.int64)
        for sign in signs:
            uses[layer.codes[sign]] += 1
            size = float(layer.size[sign])
            apart = np.abs(middles[places] - middles[sign])
            apart[np.abs(layer.baseline[places] - layer.baseline[sign]) > _OFF_LINE * size] = np.inf
            if apart.size and apart.min() < _BESIDE * size:
                at_alef[layer.codes[sign]] += 1
                words[layer.codes[sign]].add(alefs[int(apart.argmin())][1:])
    found: dict[Code, str] = {}
    known = [(code, sign) for code, sign in learnt.items() if sign in _SIGNS]
    signs_of_alefs = [code for code, number in uses.items() if at_alef[code] >= _NEARLY_ALL * number]
    # the second time only signs that a font has not got yet: of those that are left few words do
    for least in (_LEAST_WEIGHT, _ENOUGH_FOR_LAST):
        for code in signs_of_alefs:
            taken = {sign for (font, _), sign in (*found.items(), *known) if font == code[0]}
            if code not in found and (least == _LEAST_WEIGHT or taken):
                told = _choose(words[code], least, [sign for sign in _SIGNS if sign not in taken])
                if told:
                    found[code] = told
    return found


def find_carriers(layers: CodedLayers, learnt: Mapping[Code, str]) -> dict[Code, str]:
    """The codes without a character that hamzas stand on each time: the alef, waw or yeh with which the words exist.

    Args:
        layers: layers with their lines: glyphs from the left, and whether a blank stands before each.
        learnt: what codes are known to mean, the hamzas among them.
    """
    uses: Counter[Code] = Counter()
    words: dict[Code, set[tuple[str, str, str]]] = defaultdict(set)
    for layer, lines in layers:
        texts = [learnt.get(code, text) for code, text in zip(layer.codes, layer.texts, strict=True)]
        hamzas = np.array([glyph for glyph, text in enumerate(texts) if text in _SIGNS[1:]], np.int64)
        if not hamzas.size or UNMAPPED not in texts:
            continue
        middles = (layer.left[hamzas] + layer.right[hamzas]) / 2
        for ink, spaces in lines:
            for part in np.split(ink, [place for place, is_space in enumerate(spaces) if is_space]):
                glyphs = [glyph for glyph in part.tolist()[::-1] if texts[glyph] not in _SIGNS]
                lost = [place for place, glyph in enumerate(glyphs) if texts[glyph] == UNMAPPED]
                uses.update(layer.codes[glyphs[place]] for place in lost)
                if len(lost) != 1:
                    continue
                glyph = glyphs[lost[0]]
                over = (layer.left[glyph] <= middles) & (middles <= layer.right[glyph])
                over &= np.abs(layer.baseline[hamzas] - layer.baseline[glyph]) < _OFF_LINE * layer.size[glyph]
                if np.count_nonzero(over) == 1:
                    spelled = ["".join(filter(str.isalpha, texts[each])) for each in glyphs]
                    before, behind = "".join(spelled[: lost[0]]), "".join(spelled[lost[0] + 1 :])
                    words[layer.codes[glyph]].add((before, texts[int(hamzas[over][0])], behind))
    found = {
        code: _choose_carrier(cases) for code, cases in words.items() if len(cases) >= _NEARLY_ALL * uses[code] > 0
    }
    return {code: letter for code, letter in found.items() if letter}


def _choose_carrier(words: AbstractSet[tuple[str, str, str]]) -> str:
    """The letter with which all words exist that a hamza stands in; empty where they do with another, or are few."""
    fits = [
        letter
        for letter in _CARRIERS
        if all(
            measure_word(f"{before}{unicodedata.normalize('NFC', letter + sign)}{behind}")
            for before, sign, behind in words
        )
    ]
    return fits[0] if len(fits) == 1 and len(words) >= _LEAST_WORDS else ""


def _list_alefs(
    layer: GlyphLayer,
    lines: Lines,
    doubtful: AbstractSet[Code],
    learnt: Mapping[Code, str],
) -> list[tuple[int, str, str]]:
    """The alefs of a layer: glyph, the letters of its word before it and it, and those behind it."""
    found = []
    for ink, spaces in lines:
        for part in np.split(ink, [place for place, is_space in enumerate(spaces) if is_space]):
            glyphs = [glyph for glyph in part.tolist()[::-1] if layer.codes[glyph] not in doubtful]
            known = (learnt.get(layer.codes[glyph], layer.texts[glyph]) for glyph in glyphs)
            texts = ["".join(sign for sign in text if sign.isalpha() and sign != TATWEEL) for text in known]
            for place, text in enumerate(texts):
                if text.endswith(ALEF):
                    found.append((glyphs[place], "".join(texts[: place + 1]), "".join(texts[place + 1 :])))
    return found


def _choose(words: AbstractSet[tuple[str, str]], least: int, signs: Sequence[str]) -> str:
    """The sign with which most words exist; empty where none convinces."""
    weights: dict[str, float] = dict.fromkeys(signs, 0.0)
    total = known = 0.0
    for before, behind in words:
        weight = max(len(before) + len(behind) - _SHORT, 0)
        total += weight
        usual = {sign: measure_word(unicodedata.normalize("NFC", before + sign) + behind) for sign in signs}
        most = max(usual.values(), default=0.0)
        known += weight * (most > 0)
        for sign, share in usual.items():
            weights[sign] += weight * (share > 0 and share == most)
    best, second = sorted((0.0, 0.0, *weights.values()), reverse=True)[:2]
    is_sure = known >= _KNOWN * total and best >= max(_CONVINCING * known, _MARGIN * second, least)
    return next(sign for sign in signs if weights[sign] == best) if is_sure else ""
