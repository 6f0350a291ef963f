"""Glyphs that say again what another one says: imitated bold, twins of a letter, parts of a letter painted apart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.glyph_text import ALEFS, LAM, has_hamza
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, find_middle

# a sign, or several, and where it stands
Sign = tuple[str, float]
# font sizes between the same sign drawn twice, and at one place
TWIN = 0.12
_SAME_PLACE = 0.05
# share of a width inside another; font sizes of a raised sign
_CONTAINED = 0.75
_REACH = 0.02
_RAISED = 0.05
# breadths of the usual alef that a lam-alef has
_BROAD = 1.4


def drop_doubles(layer: GlyphLayer, rows: GlyphRows, left_out: Counter[str]) -> GlyphRows:
    """Without the copies that a fake bold paints a little aside, and without twins of a letter at one place."""
    left = layer.left[rows.glyphs]
    close = rows.is_inner
    close[1:] &= np.diff(left) < TWIN * layer.size[rows.glyphs[1:]]
    kept = np.ones(len(left), np.bool_)
    for start, end in _list_marked(rows, close):
        ink = rows.glyphs[start:end]
        drop = _find_doubles(layer, ink, left[start:end], np.flatnonzero(close[start:end]).tolist())
        left_out["double"] += len(drop)
        kept[[start + place for place in drop]] = False
    return rows if kept.all() else rows.pick(kept)


def _list_marked(rows: GlyphRows, marked: Booleans) -> list[tuple[int, int]]:
    """Start and end of the lines with a glyph that is marked."""
    return [
        (start, end)
        for (start, end), number in zip(pairwise(rows.bounds.tolist()), rows.count(marked).tolist(), strict=True)
        if number
    ]


def _find_doubles(layer: GlyphLayer, ink: Integers, left: Floats, close: list[int]) -> set[int]:
    """The places of a line that are doubles, of those close to the glyph before."""
    drop: set[int] = set()
    for place in close:
        before = place - 1
        while before > 0 and before in drop:
            before -= 1
        first, second = int(ink[before]), int(ink[place])
        if left[place] - left[before] >= TWIN * layer.size[second]:
            continue
        loser = _pick_double(layer, first, second, left[place] - left[before])
        if loser is not None:
            drop.add(place if loser == second else before)
    return drop


def _pick_double(layer: GlyphLayer, first: int, second: int, offset: float) -> int | None:
    a, b = layer.texts[first], layer.texts[second]
    if abs(layer.baseline[first] - layer.baseline[second]) > TWIN * layer.size[second]:
        return None
    width = layer.right[second] - layer.left[second]
    is_one_place = offset < _SAME_PLACE * layer.size[second]
    if a == b and ((width > 2 * offset and width > 0.1 * layer.size[second]) or is_one_place):
        return None if _are_two(layer, first, second) else second
    base = _find_base(a)
    if base and base == _find_base(b) and a != b and is_one_place:
        # a letter, and its whole cluster once more
        return first if len(a) < len(b) else second
    if len(a) == len(b) == 1 and a != b:
        if unicodedata.normalize("NFD", a)[0] == b:
            return second
        if unicodedata.normalize("NFD", b)[0] == a:
            return first
    return None


def _are_two(layer: GlyphLayer, first: int, second: int) -> bool:
    """Whether glyphs of one text are two forms of a letter on one line: neither is a copy or a part of the other.

    A copy is as broad as its original, and a part lies within its letter, or off the line; of two letters that a font
    sets one over the other each reaches out on its side.
    """
    size = float(layer.size[second])
    reach = [float(edges[second] - edges[first]) / size for edges in (layer.left, layer.right)]
    reaches_out = min(reach) > _REACH or max(reach) < -_REACH
    return reaches_out and abs(reach[1] - reach[0]) > TWIN and bool(layer.baseline[first] == layer.baseline[second])


def drop_components(
    layer: GlyphLayer, rows: GlyphRows, attached: dict[int, list[Sign]], left_out: Counter[str]
) -> GlyphRows:
    """Without the parts of a letter that a font paints apart.

    Producers give the text of a whole cluster to each of its glyphs, or to one: a hamza or a vowel sign painted over a
    letter then carries a letter too. It is dropped, and its signs go to the letter that it is painted over. An alef
    that stands nowhere beside it is a letter of its own, over the tail of another; a lam over an alef that is too
    broad for one is that of a lam-alef, and goes to it.
    """
    covered = _find_covered(layer, rows)
    kept = np.ones(len(covered), np.bool_)
    levels = rows.find_levels(layer)
    for start, end in _list_marked(rows, covered):
        ink, level = rows.glyphs[start:end], float(levels[rows.line[start]])
        drop = _find_components(layer, ink, level, np.flatnonzero(covered[start:end]).tolist(), attached, left_out)
        left_out["double"] += len(drop)
        kept[[start + place for place in drop]] = False
    return rows if kept.all() else rows.pick(kept)


def _find_covered(layer: GlyphLayer, rows: GlyphRows) -> Booleans:
    """Glyphs whose middle lies over a neighbour, up to two places away."""
    left, right = layer.left[rows.glyphs], layer.right[rows.glyphs]
    middles = (left + right) / 2
    covered = np.zeros(len(left), np.bool_)
    for step in (1, 2):
        beside = rows.line[step:] == rows.line[:-step]
        covered[step:] |= beside & (middles[step:] <= right[:-step])
        covered[:-step] |= beside & (middles[:-step] >= left[step:])
    return covered


def _find_components(
    layer: GlyphLayer,
    ink: Integers,
    level: float,
    covered: list[int],
    attached: dict[int, list[Sign]],
    left_out: Counter[str],
) -> list[int]:
    """The places of a line that are parts of the letters beside them, of those that lie over a neighbour.

    ``level`` is the baseline that most glyphs of the line share.
    """
    left, right = layer.left[ink].tolist(), layer.right[ink].tolist()
    baselines = layer.baseline[ink].tolist()
    glyphs = ink.tolist()
    drop: list[int] = []

    def is_lone(place: int) -> bool:
        """Whether no glyph that touches one has its letter."""
        base, slack = _find_base(layer.texts[glyphs[place]]), TWIN * float(layer.size[glyphs[place]])
        near = [each for each in range(max(0, place - 2), min(place + 3, len(glyphs))) if each != place]
        touching = [each for each in near if left[each] < right[place] + slack and right[each] > left[place] - slack]
        return all(_find_base(layer.texts[glyphs[each]]) != base for each in touching)

    for place in covered:
        glyph, text = glyphs[place], layer.texts[glyphs[place]]
        middle = (left[place] + right[place]) / 2
        signs = _find_signs(text)
        for other in (place - 2, place - 1, place + 1, place + 2):
            if not 0 <= other < len(glyphs) or other in drop:
                continue
            covering = layer.texts[glyphs[other]]
            if covering == UNMAPPED or not left[other] <= middle <= right[other]:
                continue
            width, inside = right[place] - left[place], min(right[place], right[other]) - max(left[place], left[other])
            # a letter with signs that reaches over its neighbour, on the same line, is no sign over it
            is_beside = inside <= _CONTAINED * width and baselines[place] == baselines[other]
            is_letter = _find_base(text) in ALEFS or is_beside
            # the file says that this is a letter with its sign: beside the same letter it is another one
            is_borne = bool(signs) and glyph in layer.tall
            is_cluster = bool(signs) and not is_borne and not (is_letter and is_lone(place))
            is_narrow = width < _CONTAINED * (right[other] - left[other])
            # one of two letters that a font sets close reaches a little over the other; a hamza is a part of its letter
            is_inside = inside > _CONTAINED * width and not (text == covering and _are_two(layer, glyph, glyphs[other]))
            is_narrow &= bool(signs) or text == UNMAPPED or has_hamza(text) or is_inside
            is_same = _find_base(text) == _find_base(covering) and not (is_borne and is_beside)
            # the alef of a ligature once more, as the piece of it that is painted apart
            is_same |= text in ALEFS and covering == LAM + text
            is_off = abs(baselines[place] - level) > abs(baselines[other] - level) + _RAISED * float(layer.size[glyph])
            # one as wide as what it lies under is a letter that the map lost: the lower one of two stacked
            is_part = text == UNMAPPED and right[place] - left[place] < right[other] - left[other]
            if is_part or (is_narrow and (is_same or is_cluster)) or (is_same and is_off):
                drop.append(place)
                if is_cluster and _find_base(text) == LAM and is_lone(place) and _is_lam_alef(layer, glyphs[other]):
                    layer.texts[glyphs[other]] = LAM + covering
                left_out["unmapped"] += text == UNMAPPED
                # on a line with vowel signs it is one, not a dot of the letter
                left_out["unmapped_mark"] += text == UNMAPPED and not attached.keys().isdisjoint(glyphs)
                found = [*attached.pop(glyph, []), *([(signs, middle)] if signs else [])]
                attached.setdefault(glyphs[other], []).extend(found)
                break
    return drop


def _is_lam_alef(layer: GlyphLayer, glyph: int) -> bool:
    """Whether a glyph that is called an alef is as broad as one of lam and alef: the lam's sign carries its name."""
    if layer.texts[glyph] not in ALEFS:
        return False
    alefs = [place for place, text in enumerate(layer.texts) if text in ALEFS and layer.size[place] > 0]
    breadths = (layer.right[alefs] - layer.left[alefs]) / layer.size[alefs]
    return bool(layer.right[glyph] - layer.left[glyph] > _BROAD * find_middle(breadths) * layer.size[glyph])


def _find_base(text: str) -> str:
    """A glyph's text without the combining marks at its end."""
    return text.rstrip(_find_signs(text))


def _find_signs(text: str) -> str:
    """The combining marks at the end of a glyph's text."""
    end = len(text)
    while end and unicodedata.combining(text[end - 1]):
        end -= 1
    return text[end:]
