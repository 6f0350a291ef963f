"""What paints the characters of a page: its text objects, each with a matrix and a size for all that it paints."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, number_runs
from oic_reports.reading.pdf.real_glyphs import SPACE
from oic_reports.reading.pdf.textpage import TextPage

# points of the smallest font, and of nothing; degrees off the level of what stands askew, of a stamp on a level page,
# and of what is level
_SMALLEST = 0.5
_NOTHING = 0.01
_SLANTED = 10.0
_STAMPED = 3.0
_LEVEL = 0.2
# points of a size that no font to be read has; sizes of such a font that its glyphs are at least as high
_NOMINAL = 2.0
_HIGHER = 3.0


@dataclass(frozen=True, slots=True)
class Painters:
    """The text objects of a page, 0 for none: address, matrix and font size (as shown) of each.

    ``member`` is the painter of each character. What one object paints has one matrix and one size.
    """

    objects: Integers
    matrices: Floats
    sizes: Floats
    member: Integers


def find_painters(text: TextPage, codes: Integers, is_real: Booleans) -> Painters:
    """The painters of the characters of a page."""
    addresses = np.zeros(len(codes), np.int64)
    real = np.flatnonzero(is_real)
    addresses[real] = text.read_objects(real.tolist())
    objects, member = number_runs(addresses)
    # PDFium gives some blanks the matrix of nothing: of an object's characters one with ink tells
    samples = np.zeros(len(objects), np.int64)
    ink = is_real & (codes != SPACE)
    for chosen in (~is_real, is_real, ink):
        places = np.flatnonzero(chosen)[::-1]
        samples[member[places]] = places
    matrices = text.read_matrices(samples.tolist())
    sizes = np.abs(text.read_sizes(samples.tolist())) * np.hypot(matrices[:, 2], matrices[:, 3])
    return Painters(objects, matrices, np.maximum(sizes, _SMALLEST), member)


@dataclass(frozen=True, slots=True)
class Moved:
    """Characters that stood in the space of a form: which, its scale, and their origins there and here."""

    places: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    scale: Floats = field(default_factory=lambda: np.zeros(0))
    before: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    after: Floats = field(default_factory=lambda: np.zeros((0, 2)))

    def move(self, ink: Floats, places: Integers) -> Floats:
        """The ink (left, right, bottom and top) of characters at some places, in the space of the page."""
        moved = ink.copy()
        rows = np.flatnonzero(np.isin(places, self.places))
        own = np.searchsorted(self.places, places[rows])
        for edge, axis in enumerate((0, 0, 1, 1)):
            moved[rows, edge] = self.after[own, axis] + self.scale[own] * (ink[rows, edge] - self.before[own, axis])
        return moved


def put_into_forms(origins: Floats, boxes: Floats, painters: Painters, is_real: Booleans) -> Moved:
    """Set what PDFium leaves in the space of a form (an n-up page, a stamp) into that of the page.

    It leaves it where the file says what the glyphs of an object mean together (``ActualText``): they have one origin,
    and the object's matrix has another one. It changes ``origins`` and ``boxes``, and tells what was moved.
    """
    real = np.flatnonzero(is_real)
    member = painters.member[real]
    wanted = painters.matrices[member, 4:6]
    off = np.hypot(*(wanted - origins[real]).T) > painters.sizes[member]
    spread = np.zeros(len(painters.objects), np.bool_)
    first = np.full((len(painters.objects), 2), np.nan)
    first[member[::-1]] = origins[real[::-1]]
    spread[member[(np.abs(origins[real] - first[member]) > _NOTHING).any(axis=1)]] = True
    chosen = real[off & ~spread[member] & (painters.objects[member] != 0)]
    own = painters.member[chosen]
    scale = np.hypot(painters.matrices[own, 2], painters.matrices[own, 3])
    start = origins[chosen]
    origins[chosen] = painters.matrices[own, 4:6]
    for edges, axis in (((0, 2), 0), ((1, 3), 1)):
        for edge in edges:
            boxes[chosen, edge] = origins[chosen, axis] + scale * (boxes[chosen, edge] - start[:, axis])
    return Moved(chosen, scale, start, origins[chosen])


def measure_sizes(painters: Painters, boxes: Floats, is_glyph: Booleans) -> Floats:
    """The font size of each character; that of the page's other fonts where a font's own says nothing.

    A font of pictures (Type 3) has a space of its own: at a size of one point it may paint letters as high as those
    beside them. ``boxes`` are left, top, right and bottom of each character, ``is_glyph`` tells those that paint.
    """
    sizes = painters.sizes[painters.member]
    small = is_glyph & (sizes < _NOMINAL)
    if not small.any() or small[is_glyph].all():
        return sizes
    heights = np.abs(boxes[:, 1] - boxes[:, 3])
    usual = np.median(sizes[is_glyph & ~small])
    for size in np.unique(sizes[small]).tolist():
        if (heights[small & (sizes == size)] > _HIGHER * size).any():
            sizes[sizes == size] = usual
    return sizes


def find_turns(matrices: Floats) -> Integers:
    """The angle of each glyph in steps of 90 degrees, clockwise."""
    quarter = np.round(np.arctan2(matrices[:, 1], matrices[:, 0]) / (np.pi / 2)).astype(np.int64)
    return (-90 * quarter) % 360


def find_slanted(painters: Painters) -> Booleans:
    """Which painters paint askew, as words across a page and stamps do.

    A crooked scan leans less, but then all of it does: where most characters stand level, those that lean a little are
    a stamp.
    """
    angles = np.arctan2(painters.matrices[:, 1], painters.matrices[:, 0])
    lean = np.abs(angles - np.round(angles / (np.pi / 2)) * (np.pi / 2))
    is_level = np.count_nonzero((lean < np.radians(_LEVEL))[painters.member]) * 2 > len(painters.member)
    slanted: Booleans = lean > np.radians(_STAMPED if is_level else _SLANTED)
    return slanted
