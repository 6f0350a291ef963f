"""The characters of one direction of writing as a layer of glyphs: texts, places, labels, what stands off its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.accents import settle_accents
from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.clusters import merge_characters
from oic_reports.reading.pdf.glyph_text import SHADDA, is_mark
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, Label, turn_back
from oic_reports.reading.pdf.numbered_texts import Kinds
from oic_reports.reading.pdf.painters import Moved
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.signs_apart import find_carried, find_lifted, find_stray, set_on_line, widen_carried
from oic_reports.reading.pdf.textpage import TextPage

# font sizes of a high glyph, of nothing, and between two signs of one letter; glyphs that tell what they are called
_HIGH = 0.12
_NEAR = 0.001
_BESIDE = 0.5
_SEVERAL = 2


def make_layer(
    codes: Integers,
    unmapped: Booleans,
    points: Floats,
    corners: list[Floats],
    sizes: Floats,
    chosen: Integers,
    turn: int,
    shown: tuple[float, float],
    left_out: Counter[str],
    labels: Mapping[int, Label],
) -> tuple[GlyphLayer, Integers]:
    """The layer, and the index on the page of each of its glyphs."""
    origin = turn_back(points[chosen], turn, shown)
    first, second = (turn_back(corner[chosen], turn, shown) for corner in corners)
    left = np.minimum(first[:, 0], second[:, 0])
    right = np.maximum(first[:, 0], second[:, 0])
    size = sizes[chosen]
    printed = codes[chosen]
    texts, places, ends, folded = merge_characters(printed, unmapped[chosen], labels, origin, left, right, size)
    left_out["presentation_forms"] += folded
    picked = np.array(places, np.int64)
    left_edge = np.where(np.abs(origin[picked, 0] - left[picked]) < size[picked], origin[picked, 0], left[picked])
    layer = GlyphLayer(texts, left_edge, np.maximum(np.array(ends), left_edge), origin[picked, 1], size[picked], turn)
    settle_accents(layer)
    if labels:
        _put_labels(layer, printed[picked].tolist(), labels)
    return layer, chosen[picked]


def _put_labels(layer: GlyphLayer, codes: list[int], labels: Mapping[int, Label]) -> None:
    """Note the code of each glyph in its font, what its map gave, and what put it right."""
    layer.codes = [labels[code].code if code in labels else (-1, code) for code in codes]
    own = {code: labels[code] for code in set(codes) if code in labels}
    changed = {code: label for code, label in own.items() if label.rule and label.text != label.raw}
    if changed:
        layer.raws, layer.rules = list(layer.texts), [""] * len(codes)
        for place, code in enumerate(codes):
            if code in changed:
                layer.raws[place] = layer.texts[place].replace(changed[code].text, changed[code].raw, 1)
                layer.rules[place] = changed[code].rule


def measure_marks(
    glyphs: TextPage, page: pypdfium2.PdfPage, layer: GlyphLayer, places: Integers, settled: Integers, moved: Moved
) -> None:
    """Put the extent of its ink for the advance of each vowel sign: signs have none, and lie beside their origin.

    ``places`` are those of the layer's glyphs on the page, ``settled`` those whose letter the file tells (``spans``),
    ``moved`` what stood in the space of a form.
    """
    signs = {text for text in set(layer.texts) if is_mark(text)}
    if not signs:
        return
    marks = np.array([place for place, text in enumerate(layer.texts) if text in signs], np.int64)
    if settled.size:
        marks = marks[~np.isin(places[marks], settled)]
    ink = moved.move(glyphs.read_ink(places[marks].tolist()), places[marks])
    settle_single_signs(layer.texts, marks, ink / layer.size[marks, None])
    join_halves(layer, marks, ink)
    first = turn_back(to_shown(page, ink[:, [0, 3]]), layer.turn, page.get_size())
    second = turn_back(to_shown(page, ink[:, [1, 2]]), layer.turn, page.get_size())
    left, right = np.minimum(first[:, 0], second[:, 0]), np.maximum(first[:, 0], second[:, 0])
    known = right > left
    layer.left[marks[known]], layer.right[marks[known]] = left[known], right[known]


def settle_single_signs(texts: list[str], marks: Integers, ink: Floats) -> None:
    """Name a glyph of a vowel that a file calls by a shadda and the vowel by the vowel alone.

    PDFium divides the ink of such a glyph among the two signs. Where shaddas are painted over some of these glyphs, by
    glyphs of their own, none of them holds one. It changes ``texts``: both places get the vowel, which a letter has
    once.

    Args:
        texts: those of a layer's glyphs.
        marks: the places of vowel signs, in order.
        ink: left, right, bottom and top of their ink in font sizes.
    """
    pairs: dict[str, list[int]] = {}
    for row in _find_halves(marks, ink):
        signs = texts[marks[row] : marks[row] + 2]
        if signs.count(SHADDA) == 1:
            pairs.setdefault(signs[signs[0] == SHADDA], []).append(row)
    within = {row + step for rows in pairs.values() for row in rows for step in (0, 1)}
    alone = [row for row, place in enumerate(marks.tolist()) if texts[place] == SHADDA and row not in within]
    for vowel, rows in pairs.items():
        if sum(any(_is_over(ink[row], ink[row + 1], ink[other]) for other in alone) for row in rows) >= _SEVERAL:
            for row in rows:
                texts[marks[row]] = texts[marks[row + 1]] = vowel


def join_halves(layer: GlyphLayer, marks: Integers, ink: Floats) -> None:
    """Give both signs of one glyph (``َّ``) its whole ink: either half may lie over the letter beside its own.

    Args:
        layer: the glyphs.
        marks: the places of vowel signs, in order.
        ink: left, right, bottom and top of their ink in points; it is changed.
    """
    for row in _find_halves(marks, ink / layer.size[marks, None]):
        ink[row : row + 2, 0] = ink[row : row + 2, 0].min()
        ink[row : row + 2, 1] = ink[row : row + 2, 1].max()


def _find_halves(marks: Integers, ink: Floats) -> list[int]:
    """The rows of signs that are one glyph with the sign behind them, by their ink in font sizes."""
    beside = np.flatnonzero(np.diff(marks) == 1)
    first, second = ink[beside], ink[beside + 1]
    is_one = (np.abs(first[:, 2:] - second[:, 2:]) < _NEAR).all(axis=1)
    is_one &= np.minimum(np.abs(first[:, 1] - second[:, 0]), np.abs(first[:, 0] - second[:, 1])) < _NEAR
    found: list[int] = beside[is_one].tolist()
    return found


def _is_over(first: Floats, second: Floats, sign: Floats) -> bool:
    """Whether the ink of a sign stands over that of a glyph in two parts: at its place, and near it in height."""
    left, right = min(first[0], second[0]), max(first[1], second[1])
    return bool(left < (sign[0] + sign[1]) / 2 < right and abs(first[2] - sign[2]) < _BESIDE)


def drop_stray(
    glyphs: TextPage, layer: GlyphLayer, places: Integers, left_out: Counter[str]
) -> tuple[GlyphLayer, Integers]:
    """A layer without the signs of lines that stand on other pages, and the place of each glyph."""

    def measure(suspects: Integers) -> tuple[Floats, Floats]:
        """How high the ink of some glyphs is, and how far off their baseline."""
        first, axis = (2, 1) if layer.turn in {0, 180} else (0, 0)
        edges = glyphs.read_ink(places[suspects].tolist())[:, first : first + 2]
        off = edges - glyphs.read_origins(places[suspects].tolist())[:, axis, None]
        return np.abs(edges[:, 1] - edges[:, 0]), np.where(off[:, 0] * off[:, 1] > 0, np.abs(off).min(axis=1), 0.0)

    stray = find_stray(layer, measure)
    if not stray.size:
        return layer, places
    left_out["off_page"] += int(stray.size)
    kept = np.setdiff1d(np.arange(len(places)), stray)
    return layer.pick(kept), places[kept]


def set_lifted_on_line(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> None:
    """Set letters that stand where their hamza, or another sign of theirs, is painted on their line."""
    kinds = Kinds.of(layer.texts)
    lifted, levels = find_lifted(layer, kinds)
    if lifted:
        set_on_line(layer, lifted, levels, _measure_heights(glyphs, layer, places[lifted]))
    carried = find_carried(layer, kinds)
    if carried:
        widen_carried(layer, carried, _measure_heights(glyphs, layer, places[[place for place, _ in carried]]))


def _measure_heights(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> Floats:
    """How high the ink of some glyphs is across their line, in points."""
    ink = glyphs.read_ink(places.tolist())
    return np.abs(ink[:, 3] - ink[:, 2]) if layer.turn in {0, 180} else np.abs(ink[:, 1] - ink[:, 0])


def find_tall(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> frozenset[int]:
    """Glyphs without a character whose ink is higher than that of a kashida, which lies on the line."""
    if UNMAPPED not in layer.texts:
        return frozenset()
    lost = np.array([place for place, text in enumerate(layer.texts) if text == UNMAPPED], np.int64)
    extents = _measure_heights(glyphs, layer, places[lost])
    return frozenset(lost[extents > _HIGH * layer.size[lost]].tolist())


def find_borne(layer: GlyphLayer, places: Integers, bearers: Integers) -> frozenset[int]:
    """Glyphs of a letter and its sign that the file says to be these: a letter, whatever it is painted over.

    ``places`` are those of the layer's glyphs on the page, ``bearers`` those of such letters (``spans``).
    """
    found = np.flatnonzero(np.isin(places, bearers)).tolist() if bearers.size else []
    return frozenset(place for place in found if is_mark(layer.texts[place][1:]))
