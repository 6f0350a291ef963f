"""Text that a page holds and does not show: painted white on white, clipped away, under a picture or a bar, and so on.

What is shown is seen by rendering, not by rules about operators: a glyph is hidden where the page looks the same
without it. A first look, rendered small, finds glyphs on a ground of one grey; how they are painted, and what is
painted over them, finds more; a second look, rendered larger with and without them, decides. The cause is then named,
and what has none that is known (a font that this machine cannot draw) stays in the text.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, number_runs
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.library import declare
from oic_reports.reading.pdf.objects import IMAGE, PATH, TEXT, Overview, Painted, list_objects, read_modes
from oic_reports.reading.pdf.raster import FIRST_LOOK, SECOND_LOOK, Raster, measure_difference, render_small
from oic_reports.reading.pdf.shown import to_shown

_ADDRESS, _HANDLE = ctypes.c_size_t, ctypes.c_void_p
_get_fill = declare(pdfium_c.FPDFPageObj_GetFillColor, ctypes.c_int, _HANDLE, *[_ADDRESS] * 4)
_get_stroke = declare(pdfium_c.FPDFPageObj_GetStrokeColor, ctypes.c_int, _HANDLE, *[_ADDRESS] * 4)

# text rendering modes (ISO 32000-1, 9.3.6): strokes alone; paints nothing
_STROKED = frozenset({1, 5})
_INVISIBLE = frozenset({3, 7})
# points of type that no one reads, and the same as a share of the height of a page (2 points of A4); of 255, what is
# as good as transparent, and how far a grey is from its ground at most to be lost in it
_TINY = 2.0
_TINY_SHARE = 0.0024
_TRANSPARENT = 13
_LOST = 16
# glyphs without ink that are worth a second look; share of an object's glyphs that stand on its colour; font sizes of
# the height of small letters; share of a page that the image of a scan covers; points by which a cover may fall short
_RUN = 3
_PAIR = 2
_MOSTLY = 0.8
CORE = 0.5
_SCAN = 0.3
_SHORT = 1.0
_BESIDE = 0.3
_MOST_SEGMENTS = 16
_FAR = 1e6


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of a page that may be text, one row each, in the order of painting.

    ``places`` are their indexes in PDFium's text page, ``objects`` the addresses of the text objects that paint them
    (0 for none). ``cores`` are the boxes of their small letters and ``boxes``
    those of their whole height (left, top, right, bottom in points from the top-left corner of the page as it is
    shown), ``sizes`` are points; ``is_letter`` tells letters and digits, whose ink fills their core.
    """

    places: Integers
    objects: Integers
    cores: Floats
    boxes: Floats
    sizes: Floats
    is_letter: Booleans


def find_hidden(page: pypdfium2.PdfPage, glyphs: Glyphs, overview: Overview) -> tuple[dict[str, Integers], Raster]:
    """Rows of the glyphs that are not shown, by cause, and the page as it was rendered.

    Causes: ``invisible``, ``transparent``, ``tiny``, ``layer_off``, ``covered``, ``clipped``, ``same_colour``; ``cut``
    where hardly more than an edge is seen of letters that stand outside of their clip; ``no_ink`` where none is known:
    such glyphs are named, but not to be left out. Invisible text over the picture of a scan, or over ink that no
    visible text gives, is what was recognised there: it is not hidden.
    """
    raster = render_small(page, FIRST_LOOK)
    if not glyphs.places.size:
        return {}, raster
    known, member = number_runs(glyphs.objects)
    causes: dict[str, Integers] = {}
    is_invisible = np.array([mode in _INVISIBLE for mode in read_modes(known.tolist())])[member]
    has_ink = raster.find_edges(np.where(glyphs.is_letter[:, None], glyphs.cores, glyphs.boxes))
    tiny = glyphs.sizes < _find_tiny(page)
    painted: Painted | None = None
    if is_invisible.any():
        painted = list_objects(page)
        beside = _find_beside_scan(page, painted, glyphs, member, is_invisible, has_ink)
        causes["invisible"] = np.flatnonzero(beside)
    causes["tiny"] = np.flatnonzero(tiny & ~is_invisible)
    # a line that goes on beyond the edge is whole in the file
    width, height = page.get_size()
    inside = (glyphs.boxes[:, 0] >= 0) & (glyphs.boxes[:, 2] <= width) & (glyphs.cores[:, 1] >= 0)
    is_open = ~(is_invisible | tiny) & inside & (glyphs.cores[:, 3] <= height)
    cut = _find_cut(page, glyphs, member, is_open & ~has_ink)
    causes["cut"] = np.flatnonzero(cut)
    is_open &= ~cut
    suspect = is_open & _find_runs(member, glyphs.is_letter, ~has_ink)
    suspect |= is_open & ~has_ink & _find_between(glyphs, suspect)
    if overview.has_art:
        # text of its own colour and nothing else covers nothing
        painted = painted or list_objects(page)
        suspect |= is_open & _find_covered(page, painted, glyphs)
    if suspect.any():
        painted = painted or list_objects(page)
        chosen = np.flatnonzero(np.isin(member, np.unique(member[suspect])) & is_open)
        unseen = np.zeros(len(member), np.bool_)
        unseen[chosen] = _look_again(page, glyphs, chosen)
        # a glyph without ink of its own among others that have some is a part of their letters
        runs = _find_runs(member, glyphs.is_letter, unseen)
        styles: dict[int, _Style] = {}
        named: dict[int, str] = {}
        for row in np.flatnonzero(unseen & (~glyphs.is_letter | runs)).tolist():
            handle = int(glyphs.objects[row])
            style = styles.get(handle) or styles.setdefault(handle, _Style.of(handle))
            named[row] = style.name_cause(page, painted, glyphs, row, raster)
        _add_kin(glyphs, member, raster, named, styles)
        for row, cause in named.items():
            causes[cause] = np.append(causes.get(cause, np.zeros(0, np.int64)), row)
    return {cause: rows for cause, rows in causes.items() if rows.size}, raster


def _find_cut(page: pypdfium2.PdfPage, glyphs: Glyphs, member: Integers, bare: Booleans) -> Booleans:
    """Which glyphs are of objects that are seen in part, and all of whose letters have their cores outside the clip.

    Browsers paint what reaches over the edge of a page, of a line that stands on the next one, on both of them: single
    letters, of which a hamza is seen. ``bare`` have no ink in their cores.
    """
    rows = np.flatnonzero(bare & glyphs.is_letter & (glyphs.objects != 0))
    is_cut = np.zeros(len(member), np.bool_)
    clips: dict[int, Floats] = {}
    for row in rows.tolist():
        handle = int(glyphs.objects[row])
        if handle not in clips:
            clips[handle] = _find_shown_clip(page, ctypes.cast(handle, pdfium_c.FPDF_PAGEOBJECT))
        clip = clips[handle]
        is_cut[row] = _is_outside(glyphs.cores[row], clip) and not _is_outside(glyphs.boxes[row], clip)
    letters = np.bincount(member, glyphs.is_letter)
    is_whole: Booleans = (np.bincount(member, is_cut) == letters) & (letters > 0)
    return is_whole[member]


def _add_kin(
    glyphs: Glyphs, member: Integers, raster: Raster, named: dict[int, str], styles: Mapping[int, _Style]
) -> None:
    """Name the other glyphs of an object in the colour of the page of which some letters are not seen.

    Such words may stand upon shown ones: the page is not the same without them there, but no one reads them. ``named``
    grows.
    """
    lost = Counter(int(member[row]) for row, cause in named.items() if cause == "same_colour" and glyphs.is_letter[row])
    for number in [number for number, count in lost.items() if count >= _RUN]:
        rows = np.flatnonzero(member == number)
        grey = styles[int(glyphs.objects[rows[0]])].grey
        grounds = np.array([_find_ground(raster, glyphs.boxes[row]) for row in rows.tolist()])
        is_lost = np.abs(grounds - grey) <= 2 * _LOST
        if np.count_nonzero(is_lost) < _MOSTLY * len(rows):
            continue
        # a run of letters on another ground is read there; one or two stand on letters that are shown
        edges = np.flatnonzero(np.diff(~is_lost, prepend=False, append=False))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            is_lost[start:end] = end - start < _RUN
        named.update((row, "same_colour") for row in rows[is_lost].tolist() if row not in named)


def _find_tiny(page: pypdfium2.PdfPage) -> float:
    """Points below which type on a page is not meant to be read; a small page may be a big one scaled down."""
    return min(_TINY, _TINY_SHARE * float(page.get_height()))


def shows_all(page: pypdfium2.PdfPage, cores: Floats, raster: Raster, overview: Overview) -> bool:
    """Whether a page surely shows all of its text: the quick answer, by words.

    ``cores`` are the boxes of the small letters of words (left, top, right, bottom in points).
    """
    if not cores.size:
        return True
    if (cores[:, 3] - cores[:, 1]).min() / CORE < _find_tiny(page):
        return False
    if not raster.find_edges(cores).all():
        return False
    if not overview.has_art:
        return _INVISIBLE.isdisjoint(read_modes(overview.handles))
    painted = list_objects(page)
    texts = np.flatnonzero(painted.kinds == TEXT)
    if not _INVISIBLE.isdisjoint(read_modes(painted.handles[place] for place in texts.tolist())):
        return False
    _, boxes = _find_covers(page, painted, float(np.median(cores[:, 3] - cores[:, 1])) / CORE)
    middles = (cores[:, :2] + cores[:, 2:]) / 2
    return not _find_overlaps(middles, boxes).any()


def drop_hidden(layer: GlyphLayer, hidden: Floats) -> GlyphLayer:
    """A layer of another source without the glyphs at some origins (points); the layer itself where there are none."""
    if not hidden.size or not layer.texts:
        return layer
    known = {(round(x), round(y)) for x, y in hidden.tolist()}
    known |= {(x + right, y + down) for x, y in known for right in (-1, 0, 1) for down in (-1, 0, 1)}
    places = zip(layer.left.tolist(), layer.baseline.tolist(), strict=True)
    kept = [glyph for glyph, (x, y) in enumerate(places) if (round(x), round(y)) not in known]
    return layer.pick(np.array(kept, np.int64))


def _find_runs(member: Integers, is_letter: Booleans, has_none: Booleans) -> Booleans:
    """Letters without ink that follow one another, or are all that an object has."""
    letters = np.flatnonzero(is_letter)
    found = np.zeros(len(member), np.bool_)
    lacks = has_none[letters]
    if not lacks.any():
        return found
    starts = np.flatnonzero(np.diff(lacks.astype(np.int8), prepend=0, append=0))
    for start, end in zip(starts[::2].tolist(), starts[1::2].tolist(), strict=True):
        if end - start >= _RUN:
            found[letters[start:end]] = True
    counts = np.bincount(member[letters])
    bare = np.bincount(member[letters], lacks)
    found[letters] |= ((counts == bare) & (counts >= _PAIR))[member[letters]]
    return found


def _find_between(glyphs: Glyphs, suspect: Booleans) -> Booleans:
    """Signs whose neighbouring letters of their line are suspect: they share the fate of a line."""
    letters = np.flatnonzero(glyphs.is_letter)
    found = np.zeros(len(suspect), np.bool_)
    if not suspect.any():
        return found
    signs = np.flatnonzero(~glyphs.is_letter)
    after = np.searchsorted(letters, signs)
    beside = letters[np.clip(np.stack([after - 1, after]), 0, len(letters) - 1)]
    is_far = np.abs(glyphs.cores[beside][:, :, [1, 3]] - glyphs.cores[signs][None, :, [1, 3]]).max(axis=2) > _SHORT
    is_far &= np.abs(glyphs.cores[beside][:, :, [0, 2]] - glyphs.cores[signs][None, :, [0, 2]]).max(axis=2) > _SHORT
    found[signs] = (suspect[beside] | is_far).all(axis=0) & ~is_far.all(axis=0)
    return found


def _to_shown_boxes(page: pypdfium2.PdfPage, bounds: Floats) -> Floats:
    """Boxes of the page's own space (left, bottom, right, top) as they are shown (left, top, right, bottom)."""
    first, second = to_shown(page, bounds[:, [0, 1]]), to_shown(page, bounds[:, [2, 3]])
    return np.hstack([np.minimum(first, second), np.maximum(first, second)])


def _find_beside_scan(
    page: pypdfium2.PdfPage,
    painted: Painted,
    glyphs: Glyphs,
    member: Integers,
    is_invisible: Booleans,
    has_ink: Booleans,
) -> Booleans:
    """Which invisible glyphs stand neither on the picture of a scan nor on ink that only they tell."""
    width, height = page.get_size()
    images = _to_shown_boxes(page, painted.bounds[painted.kinds == IMAGE])
    areas = (images[:, 2] - images[:, 0]) * (images[:, 3] - images[:, 1])
    middles = (glyphs.cores[:, :2] + glyphs.cores[:, 2:]) / 2
    on_scan = np.zeros(len(middles), np.bool_)
    # slices of one scan count together
    if areas.sum() > _SCAN * width * height:
        for left, top, right, bottom in images.tolist():
            on_scan |= (
                (middles[:, 0] >= left) & (middles[:, 0] <= right) & (middles[:, 1] >= top) & (middles[:, 1] <= bottom)
            )
    # an object is judged as a whole: its letters need not stand on letters that are shown
    on_text = _find_overlaps(middles, glyphs.cores[~is_invisible])
    doubtful = is_invisible & ~on_scan & (on_text | ~has_ink)
    shares = np.bincount(member, doubtful) / np.bincount(member)
    return is_invisible & ~on_scan & (shares >= _BESIDE)[member]


def _find_overlaps(points: Floats, boxes: Floats) -> Booleans:
    """Which points lie in one of the boxes, to a point."""
    found = np.zeros(len(points), np.bool_)
    if not boxes.size:
        return found
    for place in range(0, len(points), 256):
        x, y = points[place : place + 256, 0, None], points[place : place + 256, 1, None]
        inside = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
        found[place : place + 256] = inside.any(axis=1)
    return found


def _find_covered(page: pypdfium2.PdfPage, painted: Painted, glyphs: Glyphs) -> Booleans:
    """Which glyphs lie under something large enough that is painted after them."""
    covered = np.zeros(len(glyphs.objects), np.bool_)
    covers, boxes = _find_covers(page, painted, float(np.median(glyphs.sizes)))
    if not covers.size:
        return covered
    orders = dict(zip(painted.handles, range(len(painted.handles)), strict=True))
    order = np.array([orders.get(handle, len(orders)) for handle in glyphs.objects.tolist()], np.int64)
    cores = glyphs.cores
    for place, (left, top, right, bottom) in zip(covers.tolist(), boxes.tolist(), strict=True):
        covered |= (
            (order < place)
            & (cores[:, 0] >= left - _SHORT)
            & (cores[:, 2] <= right + _SHORT)
            & (cores[:, 1] >= top - _SHORT)
            & (cores[:, 3] <= bottom + _SHORT)
        )
    return covered


def _find_covers(page: pypdfium2.PdfPage, painted: Painted, size: float) -> tuple[Integers, Floats]:
    """Order and box of pictures and filled shapes of few lines that follow some text and could cover letters of a size.

    Rules are thinner than the letters that they stand under, and art has many lines.
    """
    texts = np.flatnonzero(painted.kinds == TEXT)
    covers = np.flatnonzero((painted.kinds == IMAGE) | (painted.kinds == PATH))
    covers = covers[covers > texts[0]] if texts.size else covers[:0]
    bounds = painted.bounds[covers]
    large = np.minimum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) > CORE * size
    covers = np.array([place for place in covers[large].tolist() if _can_cover(painted, place)], np.int64)
    boxes = [painted.bounds[place] for place in covers.tolist()]
    clips = [_find_clip(ctypes.cast(painted.handles[place], pdfium_c.FPDF_PAGEOBJECT)) for place in covers.tolist()]
    shown = [
        [max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])]
        for box, clip in zip(boxes, clips, strict=True)
    ]
    return covers, _to_shown_boxes(page, np.array(shown, np.float64).reshape(-1, 4))


def _can_cover(painted: Painted, place: int) -> bool:
    item = ctypes.cast(painted.handles[place], pdfium_c.FPDF_PAGEOBJECT)
    if pdfium_c.FPDFPageObj_HasTransparency(item):
        return False
    if painted.kinds[place] == IMAGE:
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke)
    return fill.value != 0 and pdfium_c.FPDFPath_CountSegments(item) <= _MOST_SEGMENTS


def _look_again(page: pypdfium2.PdfPage, glyphs: Glyphs, chosen: Integers) -> Booleans:
    """Which of some glyphs the page looks the same without; a glyph beside hidden letters shares their fate."""
    objects = np.unique(glyphs.objects[chosen]).tolist()
    boxes = glyphs.boxes[chosen]
    part = np.hstack([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    whole = render_small(page, SECOND_LOOK, part=part)
    difference = measure_difference(whole, render_small(page, SECOND_LOOK, objects, part))
    left, top, right, bottom = difference.find_pixels(boxes)
    shown = np.array(
        [
            (difference.greys[t:b, le:r] > _LOST).any()
            for le, t, r, b in zip(left.tolist(), top.tolist(), right.tolist(), bottom.tolist(), strict=True)
        ],
        np.bool_,
    )
    return ~shown


@dataclass(frozen=True, slots=True)
class _Style:
    """How an object of text is painted: its handle, mode, red, green, blue and opacity (0 to 255)."""

    handle: int
    mode: int
    colour: tuple[int, int, int]
    opacity: int

    @classmethod
    def of(cls, handle: int) -> _Style:
        (mode,) = read_modes((handle,))
        values = np.zeros(4, np.uint32)
        if handle:
            start = values.ctypes.data
            (_get_stroke if mode in _STROKED else _get_fill)(handle, start, start + 4, start + 8, start + 12)
        red, green, blue, opacity = values.tolist()
        return cls(handle, mode, (red, green, blue), opacity)

    @property
    def grey(self) -> float:
        """How light the colour is (0 to 255)."""
        return 0.30 * self.colour[0] + 0.59 * self.colour[1] + 0.11 * self.colour[2]

    def name_cause(self, page: pypdfium2.PdfPage, painted: Painted, glyphs: Glyphs, row: int, raster: Raster) -> str:
        """Why a glyph that the page looks the same without is not seen."""
        item = ctypes.cast(self.handle, pdfium_c.FPDF_PAGEOBJECT)
        if self.opacity <= _TRANSPARENT:
            return "transparent"
        if _has_mark(item, "OC"):
            return "layer_off"
        if self.handle in painted.handles:
            later = np.arange(len(painted.handles)) > painted.handles.index(self.handle)
            covers = later & ((painted.kinds == IMAGE) | (painted.kinds == PATH))
            middle = (glyphs.cores[row, :2] + glyphs.cores[row, 2:]) / 2
            if _find_overlaps(middle[None], _to_shown_boxes(page, painted.bounds[covers])).any():
                return "covered"
        if _is_outside(glyphs.boxes[row], _find_shown_clip(page, item)):
            return "clipped"
        ground = _find_ground(raster, glyphs.cores[row])
        if abs(ground - self.grey) <= 2 * _LOST:
            return "same_colour"
        return "no_ink"


def _has_mark(item: Any, name: str) -> bool:  # noqa: ANN401  (ctypes)
    for place in range(max(pdfium_c.FPDFPageObj_CountMarks(item), 0)):
        mark = pdfium_c.FPDFPageObj_GetMark(item, place)
        buffer = (ctypes.c_ushort * 32)()
        length = ctypes.c_ulong()
        known = pdfium_c.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        if known and bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", "replace") == name:
            return True
    return False


def _is_outside(box: Floats, clip: Floats) -> bool:
    """Whether a box lies outside another one."""
    left, top, right, bottom = clip.tolist()
    return bool(box[2] <= left or box[0] >= right or box[3] <= top or box[1] >= bottom)


def _find_shown_clip(page: pypdfium2.PdfPage, item: Any) -> Floats:  # noqa: ANN401  (ctypes)
    """The box that an object is clipped to, as the page is shown."""
    found: Floats = _to_shown_boxes(page, _find_clip(item)[None])[0]
    return found


def _find_clip(item: Any) -> Floats:  # noqa: ANN401  (ctypes)
    """The box that all paths which clip an object share (left, bottom, right, top); curves count by their ends."""
    shared = np.array([-_FAR, -_FAR, _FAR, _FAR])
    clip = pdfium_c.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(pdfium_c.FPDFClipPath_CountPaths(clip) if clip else 0, 0)):
        points = []
        for place in range(max(pdfium_c.FPDFClipPath_CountPathSegments(clip, path), 0)):
            segment = pdfium_c.FPDFClipPath_GetPathSegment(clip, path, place)
            if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
                points.append((x.value, y.value))
        corners = np.array(points or [(_FAR, _FAR)])
        shared[:2] = np.maximum(shared[:2], corners.min(axis=0))
        shared[2:] = np.minimum(shared[2:], corners.max(axis=0))
    return shared


def _find_ground(raster: Raster, box: Floats) -> float:
    left, top, right, bottom = (int(edge[0]) for edge in raster.find_pixels(box[None]))
    inside = raster.greys[top:bottom, left:right]
    return float(np.median(inside)) if inside.size else 255.0


def count_causes(causes: dict[str, Integers]) -> Counter[str]:
    """How many glyphs are left out, by ``hidden_<cause>``; those without a known cause are not.

    What is cut to slivers was not hidden: its line stands on another page.
    """
    counts = {cause: int(rows.size) for cause, rows in causes.items() if cause != "no_ink"}
    cut = counts.pop("cut", 0)
    return Counter({f"hidden_{cause}": count for cause, count in counts.items()} | {"off_page": cut})
