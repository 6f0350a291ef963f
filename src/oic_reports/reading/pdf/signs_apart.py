"""Hamzas and other signs that are painted apart from their letters: whose they are, and on which line these stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, number_tenths
from oic_reports.reading.pdf.doubles import TWIN, Sign
from oic_reports.reading.pdf.glyph_text import ALEF, ALEFS, HAMZAS, LAM, has_hamza, is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.numbered_texts import Kinds

_HAMZA_BELOW = "إ"
# font sizes by which a part stands off its line, at least below it, and to a letter beside it; the height of its ink
_OFF_LINE = (0.3, 1.3)
_BELOW_LINE = 0.2
_BESIDE = 0.5
_FLAT = 0.4
# font sizes from the middle of a hamza to that of the body of its letter
_BODY = 0.3
# font sizes to the letters of a line beside a sign; breadth of a sign; room that its letter leaves; off one baseline
_NEAR = 1.5
_NARROW = 0.25
_HOLE = 0.1
_SAME = 0.02
# points of one height
_NOTHING = 0.01
# font sizes from the middle of an alef to its side
_STEM = 0.15
# font sizes off its line at which no letter stands
_HIGH = 0.5
# font sizes between glyphs of one line, and by which a sign is clear of the baseline
_REACH = 0.62
_CLEAR = 0.1
# letters at one height that are a line
_OWN_LINE = 3


def find_lifted(layer: GlyphLayer, kinds: Kinds) -> tuple[list[int], Floats]:
    """The letters with a hamza that stand off the nearest line of letters beside them, and that line's baseline.

    Where a file says what the glyphs of a letter mean together (``ActualText``), PDFium gives the letter at the place
    of the glyph that is painted first, which may be the hamza. Hamzas stand over their line, but for those of ``إ``.
    ``kinds`` are those of its texts.
    """
    lettered = kinds.tell(has_hamza)
    if not lettered.any():
        return [], np.zeros(0)
    suspects = np.flatnonzero(lettered & ~_stand_on_lines(layer, kinds.tell(is_rtl) & ~lettered))
    if not suspects.size:
        return [], np.zeros(0)
    # the letter of a label has only a sign beside it
    others = np.flatnonzero(kinds.tell(lambda text: text != " " and not is_mark(text)) & ~lettered)
    found: list[int] = []
    lines: list[float] = []
    for place in suspects.tolist():
        size = float(layer.size[place])
        below = layer.baseline[others] - layer.baseline[place]
        is_low = layer.texts[place] == _HAMZA_BELOW
        off, least = (-below, _BELOW_LINE) if is_low else (below, _OFF_LINE[0])
        gap = np.maximum(layer.left[others] - layer.right[place], layer.left[place] - layer.right[others])
        near = (least * size < off) & (off < _OFF_LINE[1] * size) & (gap < _BESIDE * size)
        if near.any():
            found.append(place)
            lines.append(float(layer.baseline[others[near]][np.argmin(off[near])]))
    return found, np.array(lines)


def names_clusters(layer: GlyphLayer) -> bool:
    """Whether a glyph that is named as a letter with a vowel sign is painted over another letter, beside it in order.

    A character map has one text for a glyph: some programs give a sign, and its letter too, that of the cluster in
    which they came first. ``أُ`` is then each ``أ`` of the file, and each damma.
    """
    for place, text in enumerate(layer.texts):
        if len(text) < 2 or not is_mark(text[-1]) or not is_rtl(text[0]):  # noqa: PLR2004  (a letter and its sign)
            continue
        middle, size = float(layer.left[place] + layer.right[place]) / 2, float(layer.size[place])
        beside = [other for other in range(place - 2, place + 3) if 0 <= other < len(layer.texts) and other != place]
        for other in beside:
            is_letter = is_rtl(layer.texts[other]) and not is_mark(layer.texts[other][0])
            is_under = layer.left[other] < middle < layer.right[other]
            if is_letter and is_under and abs(layer.baseline[other] - layer.baseline[place]) < size:
                return True
    return False


def hides_letters(layer: GlyphLayer) -> bool:
    """Whether what stands under the sign of such a cluster is no Arabic letter: the cluster's letter has no character.

    PDFium gives the number of its code as a character then, and in right-to-left text it does not say so of those
    whose character has no direction of its own (``¡``).
    """
    kinds = Kinds.of(layer.texts)
    clusters = np.flatnonzero(kinds.tell(lambda text: len(text) > 1 and is_rtl(text[0]) and is_mark(text[-1])))
    others = np.flatnonzero(kinds.tell(lambda text: not text.isspace() and not is_rtl(text) and not is_mark(text)))
    middles = (layer.left[clusters] + layer.right[clusters])[:, None] / 2
    is_under = (layer.left[others] < middles) & (middles < layer.right[others])
    off = layer.baseline[others] - layer.baseline[clusters][:, None]
    return bool((is_under & (off > _NOTHING) & (off < layer.size[others])).any())


def find_stray(layer: GlyphLayer, measure: Callable[[Integers], tuple[Floats, Floats]]) -> Integers:
    """Letters with vowel signs, and these, of lines on which nothing but the ink of signs is painted.

    Browsers paint what reaches over the edge of a page, of a line that stands on the next one, on both of them: of a
    line with few signs some of these alone, each named with its letter. ``measure`` gives for some glyphs how high
    their ink is, and how far off their baseline it is, in points.
    """
    kinds = Kinds.of(layer.texts)
    marks = kinds.tell(is_mark)
    marked = kinds.tell(is_rtl) & (kinds.tell(lambda text: is_mark(text[1:])) | _find_beside(layer, marks))
    suspects = np.flatnonzero(marked & ~marks)
    if not suspects.size:
        return suspects
    others = np.flatnonzero(kinds.tell(lambda text: not text.isspace()) & ~marked & ~marks)
    suspects = suspects[~_share_line(layer, suspects, others)]
    if not suspects.size:
        return suspects
    height, off = measure(suspects)
    size = layer.size[suspects]
    is_sign = (height < _FLAT * size) & (off > _CLEAR * size)
    stray = suspects[is_sign]
    stray = stray[~_share_line(layer, stray, suspects[~is_sign])]
    signs = np.flatnonzero(marks)
    signs = signs[_share_line(layer, signs, stray)]
    return np.union1d(stray, signs[~_share_line(layer, signs, np.concatenate([others, suspects[~is_sign]]))])


def _share_line(layer: GlyphLayer, glyphs: Integers, others: Integers) -> Booleans:
    """Which of some glyphs stand within a line's height of one of the others."""
    levels = np.unique(layer.baseline[others])
    if not levels.size:
        return np.zeros(len(glyphs), np.bool_)
    after = np.searchsorted(levels, layer.baseline[glyphs])
    near = levels[np.clip(np.stack([after - 1, after]), 0, len(levels) - 1)]
    found: Booleans = np.abs(near - layer.baseline[glyphs]).min(axis=0) < _REACH * layer.size[glyphs]
    return found


def _stand_on_lines(layer: GlyphLayer, counted: Booleans) -> Booleans:
    """Which glyphs stand at a height at which several of those that count do."""
    levels, member, _ = number_tenths(layer.baseline)
    is_line: Booleans = np.bincount(member[counted], minlength=len(levels)) >= _OWN_LINE
    return is_line[member]


def set_on_line(layer: GlyphLayer, lifted: list[int], levels: Floats, heights: Floats) -> None:
    """Set lifted letters whose ink is only that of a part (heights in points) on their line.

    The letter's body may be a glyph of its own beside it: they stand in one place, and one of them goes as a double.
    """
    middles = (layer.left + layer.right) / 2
    for place, level, height in zip(lifted, levels.tolist(), heights.tolist(), strict=True):
        size = float(layer.size[place])
        if height >= _FLAT * size:
            continue
        layer.baseline[place] = level
        body = unicodedata.normalize("NFD", layer.texts[place])[0]
        near = (np.abs(layer.baseline - level) < _SAME * size) & (np.abs(middles - middles[place]) < _BODY * size)
        bodies = [other for other in np.flatnonzero(near).tolist() if layer.texts[other] == body]
        if len(bodies) == 1:
            layer.left[place], layer.right[place] = layer.left[bodies[0]], layer.right[bodies[0]]


def find_carried(layer: GlyphLayer, kinds: Kinds) -> list[tuple[int, float]]:
    """The letters with vowel signs that stand a little off a line, alone in their place, and the line's baseline.

    Where a file gives the text of a letter and its sign (``ActualText``) to both of their glyphs, PDFium leaves out the
    second: if the sign is painted first, the letter has the place and breadth of its sign. ``kinds`` are those of its
    texts.
    """
    texts = layer.texts
    marks = kinds.tell(is_mark)
    letters = kinds.tell(is_rtl) & ~marks
    marked = letters & kinds.tell(lambda text: len(text) > 1 and is_mark(text[1:]))
    if not marks.any() and not marked.any():
        return []
    suspects = (marked | letters & _find_beside(layer, marks)) & ~_stand_on_lines(layer, letters & ~marked)
    if not suspects.any():
        return []
    middles = (layer.left + layer.right) / 2
    bare = np.flatnonzero(letters & ~marked)
    found = []
    for place in np.flatnonzero(suspects).tolist():
        text, size = texts[place], float(layer.size[place])
        off = np.abs(layer.baseline - layer.baseline[place])
        beside = bare[(np.abs(middles[bare] - middles[place]) < _NEAR * size) & (bare != place)]
        near = beside[(_SAME * size < off[beside]) & (off[beside] < _OFF_LINE[1] * size)]
        if not near.size or (off[beside] <= _SAME * size).any():
            continue
        # the letter itself, if it has a glyph of its own there
        covers = (layer.left <= middles[place]) & (middles[place] <= layer.right) & (off < _OFF_LINE[1] * size)
        covers[place] = False
        if not any(texts[other][:1] == text[0] for other in np.flatnonzero(covers).tolist()):
            found.append((place, float(layer.baseline[near[np.argmin(off[near])]])))
    return found


def _find_beside(layer: GlyphLayer, marks: Booleans) -> Booleans:
    """Which glyphs a vowel sign comes before or after in the stream, at their height."""
    level = np.abs(np.diff(layer.baseline)) < _NOTHING
    found = np.zeros(len(marks), np.bool_)
    found[1:] |= level & marks[:-1]
    found[:-1] |= level & marks[1:]
    return found


def widen_carried(layer: GlyphLayer, carried: list[tuple[int, float]], heights: Floats) -> None:
    """Give letters that stand in the place of their sign (heights of ink in points) their line, and room around it.

    A letter reaches to the glyph on its right, blanks too, and as far to the left from the middle of its sign.
    """
    for (place, level), height in zip(carried, heights.tolist(), strict=True):
        size = float(layer.size[place])
        if height >= _FLAT * size or layer.right[place] - layer.left[place] > _NARROW * size:
            continue
        middle = float(layer.left[place] + layer.right[place]) / 2
        row = np.flatnonzero((np.abs(layer.baseline - level) < _SAME * size) & (layer.left > middle))
        row = row[row != place]
        reach = float(layer.left[row].min()) - middle if row.size else 0.0
        if abs(layer.baseline[place] - level) > _HIGH * size:
            # no letter stands so far off its line
            layer.baseline[place] = level
        # an alef is narrow: what is beside it is a blank
        reach = min(reach, _STEM * size) if layer.texts[place][0] in ALEFS else reach
        # letters that a font sets off the line touch their neighbours
        if _HOLE * size < reach - (float(layer.right[place]) - middle) and reach < size:
            layer.baseline[place] = level
            layer.left[place], layer.right[place] = middle - reach, middle + reach


def pass_to_alefs(layer: GlyphLayer, is_base: Booleans, attached: dict[int, list[Sign]]) -> None:
    """Give the hamzas that stand on a lam to the alef of its ligature; it changes ``attached``.

    No lam has a hamza. The alef may be a glyph without width at the lam's end, or lost: then it is added.
    """
    for lam in [letter for letter in attached if letter >= 0 and layer.texts[letter] == LAM]:
        hamzas = [sign for sign in attached[lam] if sign[0] in HAMZAS]
        if not hamzas:
            continue
        reach = TWIN * float(layer.size[lam])
        near = np.abs(layer.left - layer.left[lam]) < reach
        near &= is_base & (np.abs(layer.baseline - layer.baseline[lam]) < reach)
        alefs = [place for place in np.flatnonzero(near).tolist() if layer.texts[place] == ALEF]
        attached[lam] = [sign for sign in attached[lam] if sign not in hamzas]
        if alefs:
            attached.setdefault(alefs[0], []).extend(hamzas)
        else:
            attached[lam] += [(ALEF + sign, middle) for sign, middle in hamzas]
