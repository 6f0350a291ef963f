"""A region's glyphs to lines of cells from left to right: doubles and fillers gone, marks on letters, blanks found."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from oic_reports.reading.pdf.folding import is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, Booleans, Floats, GlyphLayer, Integers, find_level, find_middle
from oic_reports.reading.pdf.lines import group_lines
from oic_reports.reading.pdf.marks import attach_marks
from oic_reports.reading.pdf.spaces import find_spaces
from oic_reports.reading.raised import TO_RAISED

Sign = tuple[str, float]
_TATWEEL = "\u0640"
# font sizes between the same sign drawn twice
_TWIN = 0.12
_ALEFS = frozenset("اأإآٱ")
# font sizes between letters of a stretched word; share of a width inside another; font sizes: a raised sign, parts of
# one letter one above the other, slack
_STRETCHED = 0.2
_CONTAINED = 0.75
_RAISED = 0.05
# word processors raise by a third of a letter's size and set 58 to 70 % of it
_SMALLER = 0.8
_LIFTED = 0.15
_DIGITS = frozenset("0123456789")
_APART = 0.03
_PARTS = 0.8
_SLACK = 0.02


@dataclass(slots=True)
class VisualLine:
    """One line: ``cells`` from left to right (a letter with its marks, a ligature, or one blank), with their edges.

    ``left``, ``right``, ``baseline`` and ``size`` are points; ``size`` is the median of its glyphs.
    Where characters were put right, ``raws`` are the cells by place as the file's maps give them, with ``rules``.
    """

    cells: list[str]
    lefts: list[float]
    rights: list[float]
    baseline: float
    size: float
    raws: dict[int, str] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)

    def add(self, cell: str, left: float, right: float) -> None:
        """Add a cell at the right."""
        self.cells.append(cell)
        self.lefts.append(left)
        self.rights.append(right)

    def insert_blank(self, place: int) -> None:
        """Put a blank without width before a cell."""
        edge = self.lefts[place]
        self.cells.insert(place, " ")
        self.lefts.insert(place, edge)
        self.rights.insert(place, edge)
        for known in (self.raws, self.rules):
            moved = {key + (key >= place): value for key, value in known.items()}
            known.clear()
            known.update(moved)

    def part(self, start: int, end: int) -> VisualLine:
        """The cells from one place up to another."""
        within = range(start, end)
        return VisualLine(
            self.cells[start:end],
            self.lefts[start:end],
            self.rights[start:end],
            self.baseline,
            self.size,
            {place - start: raw for place, raw in self.raws.items() if place in within},
            {place - start: rule for place, rule in self.rules.items() if place in within},
        )

    def drop_last_blank(self) -> None:
        """Take a blank at the end away."""
        if self.cells and self.cells[-1] == " ":
            for column in (self.cells, self.lefts, self.rights):
                column.pop()

    @property
    def left(self) -> float:
        """The left edge of the ink."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """The right edge of the ink."""
        return max(self.rights)


@dataclass(slots=True)
class Profile:
    """What a sample of the document's pages told.

    ``fillers`` are signs that only stretch words; ``mark_direction`` says on which side of its letter a mark stands in
    the stream, ``mark_bias`` how far from a letter's middle each sign usually stands, in widths of the letter.
    ``lanes`` are the places of the white lanes between columns. ``has_typed_kashidas``: the few there are were typed,
    not put in to stretch lines.
    """

    fillers: frozenset[str] = frozenset()
    mark_direction: int = 0
    mark_bias: dict[str, float] = field(default_factory=dict)
    lanes: tuple[float, ...] = ()
    has_typed_kashidas: bool = False


@dataclass(slots=True)
class LayerIndex:
    """A layer's glyphs by kind, found once."""

    is_base: Booleans
    is_ink: Floats
    marks: Integers
    rtl: Booleans
    unmapped: Booleans
    copies: Integers
    left_out: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, layer: GlyphLayer) -> LayerIndex:
        """Look at each different text once."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(layer.texts))}
        places = np.array(list(map(numbers.__getitem__, layer.texts)), np.int64)
        marked = np.array([is_mark(text) for text in numbers], np.bool_)[places]
        ink = np.array([text != " " for text in numbers], np.float64)[places]
        rtl = np.array([is_rtl(text) for text in numbers], np.bool_)[places]
        unmapped = np.array([text == UNMAPPED for text in numbers], np.bool_)[places]
        copies = _find_copies(layer, places, ~marked & (ink > 0))
        ink[copies] = 0.0
        index = cls(~marked & (ink > 0), ink, np.flatnonzero(marked), rtl, unmapped, copies)
        index.left_out["double"] += len(copies)
        return index


def _find_copies(layer: GlyphLayer, kinds: Integers, is_base: Booleans) -> Integers:
    """Glyphs that repeat a letter painted at another height, over it or under it.

    Where a font paints a letter of several parts, some producers give the whole cluster's text to each of them.
    """
    letters = np.flatnonzero(is_base)
    off = _find_off_lines(layer, letters)
    if not off.size:
        return off
    middles = (layer.left + layer.right) / 2
    copies: list[int] = []
    for glyph in off.tolist():
        alike = letters[kinds[letters] == kinds[glyph]]
        height = np.abs(layer.baseline[alike] - layer.baseline[glyph])
        size = np.minimum(layer.size[alike], layer.size[glyph])
        alike = alike[(height > _APART * size) & (height < _PARTS * size)]
        slack = _SLACK * layer.size[glyph]
        over = (layer.left[alike] - slack <= middles[glyph]) & (middles[glyph] <= layer.right[alike] + slack)
        under = (layer.left[glyph] - slack <= middles[alike]) & (middles[alike] <= layer.right[glyph] + slack)
        for other in alike[over | under].tolist():
            is_narrower = layer.right[glyph] - layer.left[glyph] < layer.right[other] - layer.left[other]
            copies.append(glyph if is_narrower else other)
    return np.unique(np.array(copies, np.int64))


def _find_off_lines(layer: GlyphLayer, letters: Integers) -> Integers:
    """The letters at a height near which more others stand: parts of letters, superscripts."""
    heights, member, counts = np.unique(np.round(layer.baseline[letters], 1), return_inverse=True, return_counts=True)
    if not letters.size:
        return letters
    size = find_middle(layer.size[letters])
    apart = np.abs(heights[:, None] - heights[None, :])
    near = (apart > _APART * size) & (apart < _PARTS * size)
    is_off: Booleans = np.asarray((near & (counts[None, :] > counts[:, None])).any(axis=1), np.bool_)
    return letters[is_off[member]]


def build_lines(layer: GlyphLayer, index: LayerIndex, region: Integers, profile: Profile) -> list[VisualLine]:
    """The lines of one region from the top."""
    region = np.setdiff1d(region, index.copies, assume_unique=True) if index.copies.size else region
    glyphs = region[index.is_base[region] | (index.is_ink[region] == 0)]
    if not glyphs.size or not index.is_base[glyphs].any():
        return []
    groups = group_lines(layer, glyphs, index.is_ink)
    attached = _attach(layer, index, profile)
    return [line for group in groups if (line := _build_line(layer, index, group, attached, profile)) is not None]


def _attach(layer: GlyphLayer, index: LayerIndex, profile: Profile) -> dict[int, list[Sign]]:
    """Signs with their places, by the index of their letter."""
    found: dict[int, list[Sign]] = {}
    if index.marks.size:
        letters = attach_marks(
            layer, index.is_base & ~index.unmapped, index.marks, profile.mark_direction, profile.mark_bias
        )
        for mark, letter in zip(index.marks.tolist(), letters.tolist(), strict=True):
            middle = float(layer.left[mark] + layer.right[mark]) / 2
            found.setdefault(letter, []).append((layer.texts[mark], middle))
    return found


def _build_line(
    layer: GlyphLayer, index: LayerIndex, group: Integers, attached: dict[int, list[Sign]], profile: Profile
) -> VisualLine | None:
    order = _put_lam_alefs_right(layer, group[np.lexsort((group, np.round(layer.left[group], 2)))])
    ink = _drop_components(layer, order[index.is_ink[order] > 0], attached, index.left_out)
    ink = _drop_doubles(layer, ink, index.left_out)
    blanks = order[index.is_ink[order] == 0]
    size = find_middle(layer.size[ink])
    # the width of a filler stays with the word that it stretches: gaps are measured with it
    spaces = find_spaces(layer, ink, blanks, size)
    keep = _drop_fillers(layer, index, ink, profile, spaces)
    line = VisualLine([], [], [], 0.0, size)
    left, right = layer.left[ink].tolist(), layer.right[ink].tolist()
    raised = _find_raised(layer, ink, size)
    is_plain = not attached and not layer.rules and not raised
    cells, lefts, rights = line.cells, line.lefts, line.rights
    reach = left[0]
    for place, glyph in enumerate(ink.tolist()):
        start, end = left[place], right[place]
        if spaces[place] and cells and cells[-1] != " ":
            line.add(" ", reach, start)
        reach = max(reach, end)
        if not keep[place]:
            continue
        if is_plain:
            cells.append(layer.texts[glyph])
            lefts.append(start)
            rights.append(end)
        else:
            _add_glyph(line, layer, glyph, attached.get(glyph), (start, end))
            if glyph in raised:
                line.cells[-1] = line.cells[-1].translate(TO_RAISED)
    line.drop_last_blank()
    if not line.cells:
        return None
    line.baseline = find_level(layer, ink)
    return line


def _find_raised(layer: GlyphLayer, ink: Integers, size: float) -> frozenset[int]:
    """The digits of a line that are smaller than its letters and stand above them: marks of notes, powers."""
    is_small = layer.size[ink] < _SMALLER * size
    if not is_small.any():
        return frozenset()
    level = find_level(layer, ink[~is_small])
    is_high = level - layer.baseline[ink] > _LIFTED * size
    return frozenset(glyph for glyph in ink[is_small & is_high].tolist() if layer.texts[glyph] in _DIGITS)


def _add_glyph(
    line: VisualLine, layer: GlyphLayer, glyph: int, signs: list[Sign] | None, edges: tuple[float, float]
) -> None:
    text = _add_marks(layer, layer.texts[glyph], glyph, signs) if signs else layer.texts[glyph]
    if layer.rules and layer.rules[glyph]:
        line.raws[len(line.cells)] = _add_marks(layer, layer.raws[glyph], glyph, signs or [])
        line.rules[len(line.cells)] = layer.rules[glyph]
    line.add(text, *edges)


def _put_lam_alefs_right(layer: GlyphLayer, order: Integers) -> Integers:
    """Glyphs from left to right; a lam and an alef at one place are a ligature, whose alef stands left of its lam."""
    places = [place for place in range(len(order) - 1) if layer.texts[order[place]] == "ل"]
    for place in places:
        lam, alef = order[place], order[place + 1]
        is_near = layer.left[alef] - layer.left[lam] < _TWIN * layer.size[lam]
        if is_near and layer.texts[alef] in _ALEFS and layer.right[alef] < layer.right[lam]:
            order[[place, place + 1]] = alef, lam
    return order


def _drop_doubles(layer: GlyphLayer, ink: Integers, left_out: Counter[str]) -> Integers:
    """Without the copies that a fake bold paints a little aside, and without twins of a letter at one place."""
    left = layer.left[ink]
    close = np.flatnonzero(np.diff(left) < _TWIN * layer.size[ink[1:]]) + 1
    if not close.size:
        return ink
    drop: set[int] = set()
    for place in close.tolist():
        before = place - 1
        while before > 0 and before in drop:
            before -= 1
        first, second = int(ink[before]), int(ink[place])
        if left[place] - left[before] >= _TWIN * layer.size[second]:
            continue
        loser = _pick_double(layer, first, second, left[place] - left[before])
        if loser is not None:
            drop.add(place if loser == second else before)
    left_out["double"] += len(drop)
    return np.delete(ink, sorted(drop)) if drop else ink


def _drop_components(
    layer: GlyphLayer, ink: Integers, attached: dict[int, list[Sign]], left_out: Counter[str]
) -> Integers:
    """Without the parts of a letter that a font paints apart.

    Producers give the text of a whole cluster to each of its glyphs, or to one: a hamza or a vowel sign painted over a
    letter then carries a letter too. It is dropped, and its signs go to the letter that it is painted over.
    """
    left, right = layer.left[ink], layer.right[ink]
    middles = (left + right) / 2
    level = find_level(layer, ink)
    drop: list[int] = []
    for place in _find_covered(left, right, middles):
        glyph = int(ink[place])
        for other in (place - 2, place - 1, place + 1, place + 2):
            if not 0 <= other < len(ink) or other in drop:
                continue
            covering = int(ink[other])
            if layer.texts[covering] == UNMAPPED or not left[other] <= middles[place] <= right[other]:
                continue
            is_narrow = right[place] - left[place] < _CONTAINED * (right[other] - left[other])
            signs = _find_signs(layer.texts[glyph])
            bare = layer.texts[covering].rstrip(_find_signs(layer.texts[covering]))
            is_same = layer.texts[glyph].rstrip(signs) == bare
            is_off = (
                abs(layer.baseline[glyph] - level) > abs(layer.baseline[covering] - level) + _RAISED * layer.size[glyph]
            )
            if layer.texts[glyph] == UNMAPPED or (is_narrow and (is_same or signs)) or (is_same and is_off):
                drop.append(place)
                found = [*attached.pop(glyph, []), *([(signs, float(middles[place]))] if signs else [])]
                attached.setdefault(covering, []).extend(found)
                break
    left_out["double"] += len(drop)
    return np.delete(ink, drop) if drop else ink


def _find_covered(left: Floats, right: Floats, middles: Floats) -> list[int]:
    """Places whose middle lies over a neighbour, up to two places away."""
    covered = np.zeros(len(left), np.bool_)
    for step in (1, 2):
        covered[step:] |= middles[step:] <= right[:-step]
        covered[:-step] |= middles[:-step] >= left[step:]
    return np.flatnonzero(covered).tolist()


def _find_signs(text: str) -> str:
    """The combining marks at the end of a glyph's text."""
    end = len(text)
    while end and unicodedata.combining(text[end - 1]):
        end -= 1
    return text[end:]


def _pick_double(layer: GlyphLayer, first: int, second: int, offset: float) -> int | None:
    a, b = layer.texts[first], layer.texts[second]
    if abs(layer.baseline[first] - layer.baseline[second]) > _TWIN * layer.size[second]:
        return None
    width = layer.right[second] - layer.left[second]
    if a == b and ((width > 2 * offset and width > 0.1 * layer.size[second]) or offset < 0.05 * layer.size[second]):
        return second
    if len(a) == len(b) == 1 and a != b:
        if unicodedata.normalize("NFD", a)[0] == b:
            return second
        if unicodedata.normalize("NFD", b)[0] == a:
            return first
    return None


def _drop_fillers(
    layer: GlyphLayer, index: LayerIndex, ink: Integers, profile: Profile, spaces: list[bool]
) -> list[bool]:
    """Which glyphs stay: not those that stretch a word between two Arabic letters, however they are mapped.

    A kashida at the end of a word is of the text: the abbreviation of Hijri is written with one.
    """
    texts = [layer.texts[glyph] for glyph in ink.tolist()]
    keep = [True] * len(texts)
    fillers = {text for text in set(texts) if text == UNMAPPED or text in profile.fillers}
    if not profile.has_typed_kashidas:
        fillers |= {text for text in set(texts) if not text.strip(_TATWEEL)}
    if not fillers:
        return keep
    suspects = [
        place
        for place, text in enumerate(texts)
        if text in fillers and not (text == UNMAPPED and int(ink[place]) in layer.tall)
    ]
    for place in suspects:
        before = place - 1
        while before >= 0 and before in suspects:
            before -= 1
        after = place + 1
        while after < len(texts) and after in suspects:
            after += 1
        if before < 0 or after >= len(texts):
            continue
        neighbours = ink[[before, after]]
        if not index.rtl[neighbours].all():
            continue
        gaps = layer.left[ink[before + 1 : after + 1]] - layer.right[ink[before:after]]
        size = float(layer.size[ink[place]])
        if gaps.size and float(gaps.max()) < _STRETCHED * size and not any(spaces[before + 1 : after + 1]):
            keep[place] = False
            index.left_out["kashida"] += 1
    return keep


def _add_marks(layer: GlyphLayer, text: str, glyph: int, marks: list[Sign]) -> str:
    """A letter with its marks, each once; on a lam-alef glyph a mark right of the middle is the lam's."""
    middle = (layer.left[glyph] + layer.right[glyph]) / 2
    for signs, place in marks:
        new = "".join(sign for sign in signs if sign not in text)
        is_lams = len(text) > 1 and text[0] == "ل" and not is_mark(text[1]) and place > middle
        text = text[0] + new + text[1:] if is_lams else text + new
    return text
