"""A region's glyphs to lines of cells from left to right: doubles and fillers gone, marks on letters, blanks found."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.doubles import TWIN, Sign, drop_components, drop_doubles
from oic_reports.reading.pdf.even_columns import Lane
from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.glyph_text import ALEFS_AND_WASLA, LAM, TATWEEL, is_mark
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, find_level
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.lines import group_lines
from oic_reports.reading.pdf.signs_apart import pass_to_alefs
from oic_reports.reading.pdf.spaces import find_spaces
from oic_reports.reading.pdf.vowel_signs import attach_marks
from oic_reports.reading.raised import RAISED, RAISES_ALL

_KAF = "ك"
# font sizes between letters of a stretched word
_STRETCHED = 0.2
# points of nothing
_NOTHING = 0.01
# word processors raise by a third of a letter's size and set 58 to 70 % of it, browsers set five sixths; some step down
# to the next size that has a name, and raise by two fifths
_SMALLER = 0.85
_LIFTED = 0.15
_HARDLY_SMALLER = 0.9
_LIFTED_HIGH = 0.3
_DIGITS = frozenset(map(chr, RAISES_ALL))
_UNSTRETCHED = frozenset("%)]»+=±×÷")
_STOPS = frozenset("،؛؟")
# font sizes by which a letter lies under the sign right of its left edge, and within which signs of a run stand; signs
# of numbers and addresses
_UNDER = 0.08
_CLOSE = 0.3
_IN_RUNS = frozenset(",./:@_-")


@dataclass(slots=True)
class VisualLine:
    """One line: ``cells`` from left to right (a letter with its marks, a ligature, a raised number, or one blank).

    ``lefts`` and ``rights`` are their edges.

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
    ``lanes`` are the places of the white lanes between columns, ``even`` those between columns of one breadth.
    ``has_typed_kashidas``: the few there are were typed, not put in to stretch lines. ``turns_groups``: numbers in
    groups begin on the right. ``are_marks_alike``: each vowel sign stands at one distance from its letter
    (``vowel_signs``).
    """

    fillers: frozenset[str] = frozenset()
    mark_direction: int = 0
    mark_bias: dict[str, float] = field(default_factory=dict)
    lanes: tuple[float, ...] = ()
    even: tuple[Lane, ...] = ()
    has_typed_kashidas: bool = False
    turns_groups: bool = False
    are_marks_alike: bool = False

    def limit_to(self, texts: AbstractSet[str]) -> Profile:
        """What of the profile bears on pages whose glyphs have these texts."""
        has_marks = any(map(is_mark, texts))
        return Profile(
            self.fillers & texts,
            self.mark_direction if has_marks else 0,
            self.mark_bias if has_marks else {},
            self.lanes,
            self.even,
            self.has_typed_kashidas and any(not text.strip(TATWEEL) for text in texts),
            self.turns_groups and any(map(str.isdecimal, texts)),
            has_marks and self.are_marks_alike,
        )


def build_lines(layer: GlyphLayer, index: LayerIndex, region: Integers, profile: Profile) -> list[VisualLine]:
    """The lines of one region from the top."""
    (lines,) = build_regions(layer, index, [region], profile)
    return lines


def build_regions(
    layer: GlyphLayer, index: LayerIndex, regions: Sequence[Integers], profile: Profile
) -> list[list[VisualLine]]:
    """The lines of each region from the top, looked at together; regions share no glyphs."""
    grouped = [_group_region(layer, index, region) for region in regions]
    if not any(grouped):
        return [[] for _ in regions]
    rows = GlyphRows.of([line for lines in grouped for line in lines])
    attached = _attach(layer, index, profile)
    if layer.starts.size:
        layer = replace(layer, left=layer.starts)
    lefts = np.round(layer.left[rows.glyphs], 2)
    # a kashida without width at the edge of a letter stands left of it
    flat = index.tell(TATWEEL.__eq__, rows.glyphs)
    lefts[flat & (layer.right[rows.glyphs] - layer.left[rows.glyphs] < _NOTHING)] -= _NOTHING
    rows, layer = _keep_runs(layer, index, _put_lam_alefs_right(layer, index, rows.sort(rows.glyphs, lefts)))
    is_ink = index.is_ink[rows.glyphs] > 0
    ink = drop_doubles(layer, drop_components(layer, rows.pick(is_ink), attached, index.left_out), index.left_out)
    sizes = ink.find_middles(layer.size[ink.glyphs])
    # the width of a filler stays with the word that it stretches: gaps are measured with it
    spaces = find_spaces(layer, index, ink, rows.pick(~is_ink), sizes)
    keep = _find_kept(layer, index, ink, profile, spaces)
    raised = _find_raised(layer, index, ink, sizes)
    joined = iter(_join_cells(layer, ink, spaces, keep, raised, attached, sizes))
    return [[line for line in islice(joined, len(lines)) if line.cells] for lines in grouped]


def _group_region(layer: GlyphLayer, index: LayerIndex, region: Integers) -> list[Integers]:
    """The glyphs of each line of a region from the top; no line where it has no letter."""
    region = np.setdiff1d(region, index.copies, assume_unique=True) if index.copies.size else region
    glyphs = region[index.is_base[region] | (index.is_ink[region] == 0)]
    return group_lines(layer, glyphs, index.is_ink) if index.is_base[glyphs].any() else []


def _join_cells(
    layer: GlyphLayer,
    ink: GlyphRows,
    spaces: Booleans,
    keep: Booleans,
    raised: Booleans,
    attached: dict[int, list[Sign]],
    sizes: Floats,
) -> list[VisualLine]:
    """The lines of the glyphs that are kept, with a blank before each that a space precedes; a line may be empty."""
    glyphs = ink.glyphs.tolist()
    texts = [layer.texts[glyph] for glyph in glyphs]
    left, right = layer.left[ink.glyphs], layer.right[ink.glyphs]
    lefts, rights, reaches = left.tolist(), right.tolist(), ink.accumulate(right).tolist()
    levels = ink.find_levels(layer).tolist()
    is_special = raised | ~keep
    if attached or layer.rules:
        is_special |= np.array(
            [glyph in attached or bool(layer.rules and layer.rules[glyph]) for glyph in glyphs], np.bool_
        )
    specials = ink.count(is_special).tolist()
    breaks = np.flatnonzero(spaces)
    stops = np.searchsorted(breaks, ink.bounds).tolist()
    ends = breaks.tolist()
    lines: list[VisualLine] = []
    for number, (start, end) in enumerate(pairwise(ink.bounds.tolist())):
        line = VisualLine([], [], [], levels[number], float(sizes[number]))
        if specials[number]:
            for place in range(start, end):
                if spaces[place] and line.cells and line.cells[-1] != " ":
                    line.add(" ", reaches[place - 1], lefts[place])
                if keep[place]:
                    signs = attached.get(glyphs[place])
                    _add_glyph(line, layer, glyphs[place], signs, (lefts[place], rights[place]))
                    if raised[place]:
                        _raise_last(line)
            line.drop_last_blank()
        else:
            begin = start
            for stop in (*ends[stops[number] : stops[number + 1]], end):
                line.cells += texts[begin:stop]
                line.lefts += lefts[begin:stop]
                line.rights += rights[begin:stop]
                if stop < end:
                    line.add(" ", reaches[stop - 1], lefts[stop])
                begin = stop
        lines.append(line)
    return lines


def _attach(layer: GlyphLayer, index: LayerIndex, profile: Profile) -> dict[int, list[Sign]]:
    """Signs with their places, by the index of their letter."""
    found: dict[int, list[Sign]] = {}
    if index.marks.size:
        bases = index.is_base & ~index.unmapped
        if index.rtl.any():
            # a vowel sign stands on a letter, never on the full stop beside it
            bases &= index.rtl
        direction, bias, are_alike = profile.mark_direction, profile.mark_bias, profile.are_marks_alike
        letters = attach_marks(layer, bases, index.marks, direction, bias, are_alike=are_alike)
        for mark, letter in zip(index.marks.tolist(), letters.tolist(), strict=True):
            middle = float(layer.left[mark] + layer.right[mark]) / 2
            found.setdefault(letter, []).append((layer.texts[mark], middle))
        pass_to_alefs(layer, index.is_base, found)
    return found


def _find_raised(layer: GlyphLayer, index: LayerIndex, ink: GlyphRows, sizes: Floats) -> Booleans:
    """The digits of lines that are smaller than the letters and stand above them: marks of notes, powers."""
    is_small = layer.size[ink.glyphs] < _HARDLY_SMALLER * sizes[ink.line]
    least = np.where(layer.size[ink.glyphs] < _SMALLER * sizes[ink.line], _LIFTED, _LIFTED_HIGH)
    found = is_small & index.tell(_DIGITS.__contains__, ink.glyphs)
    for line in np.unique(ink.line[found]).tolist():
        own = slice(*ink.bounds[line : line + 2].tolist())
        glyphs = ink.glyphs[own]
        level = find_level(layer, glyphs[~is_small[own]])
        found[own] &= level - layer.baseline[glyphs] > least[own] * sizes[line]
    return found


def _raise_last(line: VisualLine) -> None:
    """Show the last cell of a line as a raised digit; several beside each other are one cell, read from the left."""
    line.cells[-1] = line.cells[-1].translate(RAISES_ALL)
    before = len(line.cells) - 2
    is_alone = before < 0 or line.cells[before][-1] not in RAISED or before in line.rules or before + 1 in line.rules
    if not is_alone:
        line.cells[before] += line.cells.pop()
        line.rights[before] = line.rights.pop()
        line.lefts.pop()


def _add_glyph(
    line: VisualLine, layer: GlyphLayer, glyph: int, signs: list[Sign] | None, edges: tuple[float, float]
) -> None:
    text = _add_marks(layer, layer.texts[glyph], glyph, signs) if signs else layer.texts[glyph]
    if layer.rules and layer.rules[glyph]:
        line.raws[len(line.cells)] = _add_marks(layer, layer.raws[glyph], glyph, signs or [])
        line.rules[len(line.cells)] = layer.rules[glyph]
    line.add(text, *edges)


def _put_lam_alefs_right(layer: GlyphLayer, index: LayerIndex, rows: GlyphRows) -> GlyphRows:
    """Glyphs from left to right; a lam and an alef at one place are a ligature, whose alef stands left of its lam."""
    first, second = rows.glyphs[:-1], rows.glyphs[1:]
    swapped = rows.is_inner[1:] & index.tell(LAM.__eq__, first) & index.tell(ALEFS_AND_WASLA.__contains__, second)
    swapped &= layer.left[second] - layer.left[first] < TWIN * layer.size[first]
    places = np.flatnonzero(swapped & (layer.right[second] < layer.right[first]))
    if not places.size:
        return rows
    glyphs = rows.glyphs.copy()
    glyphs[places], glyphs[places + 1] = rows.glyphs[places + 1], rows.glyphs[places]
    return replace(rows, glyphs=glyphs)


def _keep_runs(layer: GlyphLayer, index: LayerIndex, rows: GlyphRows) -> tuple[GlyphRows, GlyphLayer]:
    """Glyphs from left to right, with what lies under a number, or a Latin word, behind it, and where they stand then.

    Where a font lacks Latin letters a program may paint those of another one over the Arabic word beside: the signs of
    a run are painted one after the other, and none of another word stands between them.
    """
    first, second = rows.glyphs[:-1], rows.glyphs[1:]
    intrudes = rows.is_inner[1:] & (index.rtl[first] | (index.is_ink[first] == 0)) & index.tell(_is_of_run, second)
    intrudes &= layer.right[first] - layer.left[second] > _UNDER * layer.size[second]
    places = np.flatnonzero(intrudes)
    if not places.size:
        return rows, layer
    glyphs = rows.glyphs.tolist()
    left, right = layer.left.copy(), layer.right.copy()
    for place in (places + 1).tolist():
        start, end = rows.bounds[rows.line[place] : rows.line[place] + 2].tolist()
        own = glyphs[start:end]
        glyphs[start:end], last, under = _put_together(layer, own, own.index(int(rows.glyphs[place])))
        for blank in under:
            if not index.is_ink[blank]:
                left[blank], right[blank] = (
                    layer.right[last],
                    layer.right[last] + layer.right[blank] - layer.left[blank],
                )
    return replace(rows, glyphs=np.array(glyphs, np.int64)), replace(layer, left=left, right=right)


def _is_of_run(text: str) -> bool:
    return text.isascii() and (text.isalnum() or text in _IN_RUNS)


def _put_together(layer: GlyphLayer, glyphs: list[int], place: int) -> tuple[list[int], int, list[int]]:
    """Glyphs of a line from the left with a run together, its last one, and what lay between its signs, behind it.

    ``place`` is that of a sign of the run.
    """
    glyph = glyphs[place]
    run = [glyph]
    for step in (-1, 1):
        known = set(glyphs)
        while (following := run[0] - 1 if step < 0 else run[-1] + 1) in known and _is_of_run(layer.texts[following]):
            beside = run[0] if step < 0 else run[-1]
            left, right = (following, beside) if step < 0 else (beside, following)
            if not abs(layer.left[right] - layer.right[left]) < _CLOSE * layer.size[glyph]:
                break
            run = [following, *run] if step < 0 else [*run, following]
    within = [number for number, own in enumerate(glyphs) if own in run]
    between = glyphs[within[0] : within[-1] + 1]
    members = set(run)
    under = [own for own in between if own not in members]
    return [*glyphs[: within[0]], *run, *under, *glyphs[within[-1] + 1 :]], run[-1], under


def _find_kept(layer: GlyphLayer, index: LayerIndex, ink: GlyphRows, profile: Profile, spaces: Booleans) -> Booleans:
    """Which glyphs stay: not those that stretch a word between two Arabic letters, however they are mapped.

    A kashida at the end of a word is of the text: the abbreviation of Hijri is written with one.
    """

    def is_filler(text: str) -> bool:
        return not text.strip(TATWEEL) or text == UNMAPPED or text in profile.fillers

    keep = np.ones(len(ink.glyphs), np.bool_)
    suspects = index.tell(is_filler, ink.glyphs)
    for place in np.flatnonzero(suspects).tolist():
        suspects[place] = not (index.unmapped[ink.glyphs[place]] and int(ink.glyphs[place]) in layer.tall)
    for place in np.flatnonzero(suspects).tolist():
        start, end = ink.bounds[ink.line[place] : ink.line[place] + 2].tolist()
        before = place - 1
        while before >= start and suspects[before]:
            before -= 1
        after = place + 1
        while after < end and suspects[after]:
            after += 1
        is_apart = before < start or spaces[before + 1]
        is_joined = after < end and not spaces[place + 1 : after + 1].any()
        # of several at the end of a word one was typed
        is_another = is_joined and is_apart and place + 1 < after and not profile.has_typed_kashidas
        is_another &= bool(index.rtl[ink.glyphs[min(after, end - 1)]])
        if is_another or (is_joined and layer.texts[ink.glyphs[after]] in _STOPS):
            # a line is stretched at the end of a word, or behind its comma; nobody writes one there
            keep[place] = False
            index.left_out["kashida"] += 1
            continue
        if is_apart and after < end and spaces[after + 1 : end].any() and not profile.has_typed_kashidas:
            # one that stretches the blank behind a sign that is joined to nothing; behind a number it may be a dash
            joint = layer.texts[ink.glyphs[after]]
            if joint in _UNSTRETCHED and is_joined:
                keep[place] = False
                index.left_out["kashida"] += 1
                continue
        if before < start or after >= end:
            continue
        if not index.rtl[ink.glyphs[[before, after]]].all():
            continue
        if profile.has_typed_kashidas and not layer.texts[ink.glyphs[place]].strip(TATWEEL):
            # the one between a lam and a kaf is the font's own all the same
            kaf, lam = (layer.texts[glyph] for glyph in ink.glyphs[[before, after]])
            if kaf[:1] != _KAF or lam[-1:] != LAM:
                continue
        gaps = layer.left[ink.glyphs[before + 1 : after + 1]] - layer.right[ink.glyphs[before:after]]
        size = float(layer.size[ink.glyphs[place]])
        if float(gaps.max()) < _STRETCHED * size and not spaces[before + 1 : after + 1].any():
            keep[place] = False
            index.left_out["kashida"] += 1
            index.left_out["unmapped"] += bool(index.unmapped[ink.glyphs[place]])
    return keep


def _add_marks(layer: GlyphLayer, text: str, glyph: int, marks: list[Sign]) -> str:
    """A letter with its marks, each once; on a lam-alef glyph a mark right of the middle is the lam's."""
    middle = (layer.left[glyph] + layer.right[glyph]) / 2
    for signs, place in marks:
        known = unicodedata.normalize("NFD", text)
        new = "".join(sign for sign in signs if sign not in known)
        is_lams = len(text) > 1 and text[0] == "ل" and not is_mark(text[1]) and place > middle
        text = text[0] + new + text[1:] if is_lams else text + new
    return text
