"""Where words end on a line of glyphs: blanks that are painted, and gaps that are wide enough.

Producers paint blanks, or move to the next word, or both; justified lines stretch them, tight ones let letters overlap
them, and letter-spaced lines have gaps everywhere. So a gap counts beside the usual gap between letters of its line.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.glyph_text import LAM, is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, find_middle
from oic_reports.reading.pdf.layer_index import LayerIndex

# in font sizes, if nothing else is said: gaps that a painted blank makes a space, a narrow one, none at all (points);
# the share of a blank that letters cover; how far letters may lie over a wide blank, and over one that must be; gaps
# that are a space without a painted blank, and in a text that has none
_OPEN = 0.03
_FLAT = 0.12
_NOTHING = 0.05
_COVERED = 0.75
_OVERLAP = -0.3
_WIDE_BLANK = 0.12
_TOUCHES = -0.1
_GAP = 0.2
_GAP_WITHOUT_BLANKS = 0.1
# in font sizes: a gap between the letters of two words that were set closer, and how far off them their blank is
_HARDLY = 0.01
_BESIDE = 0.05
# the share of a blank's width that a gap has where the blank was left out
_NEARLY = 0.85
# gaps inside a lam-alef; how far off its line a part of a letter stands, and its width; moves for each painted blank
_LAM_ALEF = 0.45
_OFF = 0.1
_FEW_MOVES = 2
_RARE = 0.2
_PART = 0.6
# blanks between letters of a spaced line, the share of its gaps and of letters that it has, and how much wider those
# between its words are
_LEAST_SPACED = 6
_SPACED = 0.75
_WIDER = 1.6
# gaps of a line that tell which is usual; share of those of a letter-spaced line that are none
_LEAST_GAPS = 4
_MOST_FLAT = 0.4
_HAMZAS = frozenset("أإآ")
_TEH_MARBUTA = "ة"
_WAW = "و"
_MADDA = "آ"


def find_spaces(layer: GlyphLayer, index: LayerIndex, ink: GlyphRows, blanks: GlyphRows, sizes: Floats) -> Booleans:
    """For each glyph of ``ink`` whether a blank stands before it; the first of a line has none.

    Args:
        layer: the glyphs.
        index: what kind each glyph is.
        ink: the glyphs of lines from left to right, without blanks.
        blanks: the blanks of the same lines from left to right.
        sizes: the font size of each line in points.
    """
    left, right = layer.left[ink.glyphs], layer.right[ink.glyphs]
    size = sizes[ink.line]
    inner = ink.is_inner
    gaps = np.full(len(left), -np.inf)
    gaps[1:] = left[1:] - ink.accumulate(right)[:-1]
    painted = _sum_blanks(layer, ink, blanks, gaps, sizes)
    is_bare = inner & (painted == 0)
    is_inside = np.zeros(len(left), np.bool_)
    is_inside[1:] = inner[1:] & _pair_up(index.tell(lambda text: text[0].isalnum(), ink.glyphs))
    usual = _find_usual_gaps(gaps, ink, is_bare & is_inside, sizes)
    # a line of TeX may hold a blank or two and move on between all other words
    moves = ink.count(is_bare & (gaps > _GAP_WITHOUT_BLANKS * size + usual[ink.line]))
    is_painted = painted > 0
    has_blanks = (blanks.lengths > 0) & (moves <= _FEW_MOVES * ink.count(is_painted))
    # where nearly all lines have blanks, an Arabic one without is a single word: its letters may stand apart
    is_arabic = 2 * ink.count(index.rtl[ink.glyphs]) > ink.lengths
    are_rare = np.count_nonzero(~has_blanks & (moves > 0)) < _RARE * len(has_blanks)
    has_blanks |= (blanks.lengths == 0) & is_arabic & are_rare
    flat = inner & (painted > 0) & (painted <= _NOTHING)
    least = _find_least_gap(layer, blanks, gaps[flat] / size[flat])
    enough = (np.where(has_blanks, least, _GAP_WITHOUT_BLANKS) * sizes + usual)[ink.line]
    are_few = 2 * ink.count(is_bare & (gaps > enough)) < ink.count(is_painted)
    if are_few.any():
        is_parted = are_few[ink.line] & _find_parted(layer, index, ink, sizes)
        enough = np.where(is_parted, _LAM_ALEF * size, enough)
    is_space = (gaps > enough) | (painted > _NOTHING) & (gaps > _OPEN * size) | is_painted & (gaps > _FLAT * size)
    is_space |= (painted > _WIDE_BLANK * size) & (gaps > _OVERLAP * size)
    is_end = index.tell(_ends_word, ink.glyphs)
    if is_end.any():
        # what follows it is another word, whether a blank is painted or lost
        is_letter = index.tell(lambda text: text[0].isalpha() and is_rtl(text), ink.glyphs)
        is_space[1:] |= is_end[1:] & is_letter[:-1] & (gaps[1:] > _TOUCHES * size[1:])
    is_space &= inner
    is_space &= ~_find_lone_waws(layer, ink, gaps, sizes, is_space & (painted == 0))
    for line in np.flatnonzero(ink.count(is_space) >= np.maximum(_LEAST_SPACED, _SPACED * (ink.lengths - 1))).tolist():
        own = slice(*ink.bounds[line : line + 2].tolist())
        is_space[own][1:] = _join_letters(layer, ink.glyphs[own], gaps[own][1:], is_space[own][1:])
    return is_space


def _find_lone_waws(
    layer: GlyphLayer, ink: GlyphRows, gaps: Floats, sizes: Floats, is_bare_space: Booleans
) -> Booleans:
    """Glyphs before which no word ends though there is a gap without a blank: the *and* that is written to its word."""
    found = np.zeros(len(ink.glyphs), np.bool_)
    is_narrow = is_bare_space & (gaps < _GAP * sizes[ink.line])
    for place in np.flatnonzero(is_narrow).tolist():
        end = ink.bounds[ink.line[place] + 1]
        is_first = place + 1 == end or gaps[place + 1] > _GAP_WITHOUT_BLANKS * sizes[ink.line[place]]
        left = layer.texts[ink.glyphs[place - 1]]
        found[place] = layer.texts[ink.glyphs[place]] == _WAW and is_first and left[0].isalpha() and is_rtl(left)
    return found


def _find_least_gap(layer: GlyphLayer, blanks: GlyphRows, flat: Floats) -> float:
    """The gap in font sizes that is a space where blanks are painted: a little less than a narrow font's blank.

    Where hardly a blank has a width, it is told by the gaps (``flat``, in font sizes) in which those without one stand.
    """
    widths = layer.right[blanks.glyphs] - layer.left[blanks.glyphs]
    wide = widths > _NOTHING * layer.size[blanks.glyphs]
    has_widths = np.count_nonzero(wide) >= _LEAST_SPACED
    measured = widths[wide] / layer.size[blanks.glyphs][wide] if has_widths else flat
    if len(measured) < _LEAST_SPACED:
        return _GAP
    narrow = float(np.quantile(measured, 0.25))
    return min(_GAP, max(_GAP_WITHOUT_BLANKS, _NEARLY * narrow))


def _ends_word(text: str) -> bool:
    return _TEH_MARBUTA in text


def _join_letters(layer: GlyphLayer, ink: Integers, gaps: Floats, is_space: Booleans) -> Booleans:
    """The blanks of a line on which they stand between all letters: only where they are wider than usual."""
    usual = find_middle(gaps[is_space])
    wide: Booleans = np.asarray(gaps > _WIDER * usual, np.bool_)
    letters = sum(layer.texts[glyph].isalpha() for glyph in ink.tolist())
    return wide if wide.any() and letters >= _SPACED * len(ink) else is_space


def _find_parted(layer: GlyphLayer, index: LayerIndex, ink: GlyphRows, sizes: Floats) -> Booleans:
    """Glyphs that a gap parts from others of their letter: a lam from the alef left of it, a part of a letter.

    Some fonts paint the alef's stem with a glyph that has no character, and its hamza alone carries the letter. A glyph
    off the line is part of a letter whose body may have no character. A madda is broader than the alef below it, which
    keeps the next letter away; before it a word may begin.
    """
    inner = ink.is_inner[1:]
    is_hamza = index.tell(lambda text: text[0] in _HAMZAS, ink.glyphs)
    is_lam = index.tell(LAM.__eq__, ink.glyphs)
    size = sizes[ink.line]
    widths = layer.right[ink.glyphs] - layer.left[ink.glyphs]
    off = np.abs(layer.baseline[ink.glyphs] - ink.find_levels(layer)[ink.line]) > _OFF * size
    part = off & (widths < _PART * size) & index.rtl[ink.glyphs]
    part &= (5 * ink.count(part) < ink.lengths)[ink.line]
    found = np.zeros(len(ink.glyphs), np.bool_)
    has_madda = index.tell(lambda text: _MADDA in text, ink.glyphs)
    found[1:] = inner & (is_hamza[:-1] & is_lam[1:] | part[1:] | part[:-1] | has_madda[1:])
    return found


def _sum_blanks(layer: GlyphLayer, ink: GlyphRows, blanks: GlyphRows, gaps: Floats, sizes: Floats) -> Floats:
    """For each glyph the width of the blanks that are painted between it and the one before, by their middles.

    A blank that lies on a glyph is not between two: producers leave the blank at a line's end where the line ends. Nor
    is one under a number whose figures touch: it parts that from the word beside.
    """
    widths = np.zeros(len(ink.glyphs))
    if not blanks.glyphs.size:
        return widths
    left, right = layer.left[ink.glyphs], layer.right[ink.glyphs]
    start, end = layer.left[blanks.glyphs], layer.right[blanks.glyphs]
    middles, wanted = ink.accumulate((left + right) / 2), (start + end) / 2
    places = np.zeros(len(start), np.int64)
    for (first, last), (begin, stop) in zip(
        pairwise(ink.bounds.tolist()), pairwise(blanks.bounds.tolist()), strict=True
    ):
        places[begin:stop] = first + np.searchsorted(middles[first:last], wanted[begin:stop], side="right")
    inside = (places < ink.bounds[blanks.line + 1]) & (places > ink.bounds[blanks.line])
    places, start, end, line = places[inside], start[inside], end[inside], blanks.line[inside]
    places = _settle_flat(places, end - start, gaps, sizes[line], ink.bounds[line] + 1, ink.bounds[line + 1] - 1)
    covered = np.maximum(0.0, np.minimum(end, right[places]) - np.maximum(start, left[places]))
    covered = np.maximum(covered, np.minimum(end, right[places - 1]) - np.maximum(start, left[places - 1]))
    width = np.maximum(end - start, _NOTHING / 10)
    free = covered < _COVERED * width
    painted = blanks.glyphs[inside]
    for place in np.flatnonzero(~free & (end - start > _WIDE_BLANK * sizes[line])).tolist():
        edges, size = (float(start[place]), float(end[place])), float(sizes[line[place]])
        free[place] = _follows_letter(layer, ink.glyphs, int(places[place]), edges[1], size) or _is_kerned(
            layer, ink.glyphs, int(places[place]), int(painted[place]), edges, size
        )
    for place in np.flatnonzero(free & (gaps[places] < _HARDLY * sizes[line])).tolist():
        beside = ink.glyphs[places[place] - 1 : places[place] + 1].tolist()
        free[place] = not all(layer.texts[glyph].isdecimal() for glyph in beside)
    np.add.at(widths, places[free], width[free])
    return widths


def _follows_letter(layer: GlyphLayer, glyphs: Integers, place: int, edge: float, size: float) -> bool:
    """Whether a blank begins where an Arabic letter ends, though the number behind it was painted over it.

    ``place`` is that of the letter, which stands right of the blank; ``edge`` is the right one of the blank.
    """
    letter, number = layer.texts[glyphs[place]], layer.texts[glyphs[place - 1]]
    is_beside = abs(float(layer.left[glyphs[place]]) - edge) < _OPEN * size
    return is_beside and number.isdigit() and letter[0].isalpha() and is_rtl(letter)


def _is_kerned(
    layer: GlyphLayer, glyphs: Integers, place: int, blank: int, edges: tuple[float, float], size: float
) -> bool:
    """Whether a letter was set closer to the word before it, over the blank that was painted between the two.

    The blank is painted after the one and before the other, and begins or ends where one of them does; between Arabic
    letters there is hardly a gap, between others one that tells. ``place`` is that of the letter on its right,
    ``edges`` are the left and the right one of the blank.
    """
    left, right = int(glyphs[place - 1]), int(glyphs[place])
    are_arabic = all(layer.texts[glyph][0].isalpha() and is_rtl(layer.texts[glyph]) for glyph in (left, right))
    is_between = min(left, right) < blank < max(left, right)
    is_apart = float(layer.left[right] - layer.right[left]) > (_HARDLY if are_arabic else _OPEN) * size
    off = min(abs(float(layer.right[left]) - edges[0]), abs(float(layer.left[right]) - edges[1]))
    return is_between and is_apart and off < _BESIDE * size


def _settle_flat(
    places: Integers, widths: Floats, gaps: Floats, size: Floats, first: Integers, last: Integers
) -> Integers:
    """The places of blanks; one without width that stands in no gap moves to the wider one beside it.

    ``first`` and ``last`` are those of the gaps of each one's line.
    """
    is_lost = (widths < _NOTHING) & (gaps[places] < _FLAT * size)
    if not is_lost.any():
        return places
    beside = np.clip(np.stack([places - 1, places + 1]), first, last)
    wider = np.argmax(gaps[beside], axis=0)
    return np.where(is_lost, beside[wider, np.arange(len(places))], places)


def _pair_up(is_so: Booleans) -> Booleans:
    """Whether a glyph and the one before it are so, for all but the first."""
    pairs: Booleans = is_so[1:] & is_so[:-1]
    return pairs


def _find_usual_gaps(gaps: Floats, ink: GlyphRows, is_bare: Booleans, sizes: Floats) -> Floats:
    """The gap between letters of a word on each letter-spaced line, 0 on others.

    ``is_bare`` are letters and figures without a blank before them, and with another one.
    """
    bare = ink.pick(is_bare)
    usual = bare.find_middles(gaps[is_bare])
    # on a spaced line nearly all letters stand apart
    flat = ink.count(is_bare & (gaps <= _OPEN * sizes[ink.line]))
    is_spaced = (bare.lengths >= _LEAST_GAPS) & (flat <= _MOST_FLAT * bare.lengths)
    return np.where(is_spaced & (usual > _OPEN * sizes), usual, 0.0)
