"""Glyphs by PDFium: fast, the default source.

PDFium turns right-to-left segments into logical order, mirrors their brackets and takes ligatures apart; what is used
here is where each glyph stands (``textpage``), and the order is made anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2

from oic_reports.errors import UnreadableFileError
from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.reading.pdf.accents import settle_accents
from oic_reports.reading.pdf.annotations import paint_annotations
from oic_reports.reading.pdf.clusters import merge_characters
from oic_reports.reading.pdf.glyph_text import is_mark
from oic_reports.reading.pdf.glyphs import UNMAPPED, Booleans, Floats, GlyphLayer, GlyphPage, Integers, Label, turn_back
from oic_reports.reading.pdf.hidden import CORE, Glyphs, count_causes, find_hidden
from oic_reports.reading.pdf.objects import Overview, look_at_objects, read_modes
from oic_reports.reading.pdf.raster import FIRST_LOOK, Raster, render_small
from oic_reports.reading.pdf.ruling_lines import read_edges
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.signs_apart import find_carried, find_lifted, set_on_line, widen_carried
from oic_reports.reading.pdf.textpage import TextPage

_NEWLINES = (10, 13)
# code points as PDFium gives them: a blank, a hyphen at the end of a line, no character
_SPACE = 32
_HYPHEN = 2
_NOT_CHARACTER = 0xFFFE
_PRIVATE = (0xE000, 0xF8FF)
_BULLETS = [ord(sign) for sign in SYMBOL_BULLETS]
# text rendering mode 3 (ISO 32000-1, 9.3.6); glyphs of a page that is read
_INVISIBLE_MODE = 3
_MOST_GLYPHS = 200_000
# glyphs whose mode tells that of the page; points of the smallest font, and of nothing
_SAMPLE = 16
_SMALLEST = 0.5
_NOTHING = 0.01
# font sizes of a high glyph, and of a sign over the line; page widths beyond the page; font sizes to the next glyph of
# a line; degrees off the level
_HIGH = 0.12
_OVER = 0.35
_BEYOND = 0.5
_NEXT = 2.0
_SLANTED = 10.0


def open_document(content: bytes | Path) -> pypdfium2.PdfDocument:
    """Open a file.

    Raises:
        UnreadableFileError: ``encrypted`` or ``damaged_file``.
    """
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFileError("encrypted", "the PDF asks for a password") from error
        raise UnreadableFileError("damaged_file", f"no PDF that can be opened: {error}") from error


class PdfiumSource:
    """The glyphs of a document that is open."""

    name = "pdfium"

    def __init__(self, document: pypdfium2.PdfDocument, labels: Mapping[int, Label] | None = None) -> None:
        """Keep the document; pages are loaded one at a time. ``labels`` are those of its characters (``mending``)."""
        self._document = document
        self._annotations: dict[int, Counter[str]] = {}
        self._labels = labels or {}

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self._document)

    def __iter__(self) -> Iterator[GlyphPage]:
        """All pages, one after the other; none is kept."""
        for number in range(1, self.page_count + 1):
            yield self.read_page(number)

    def load_page(self, number: int) -> pypdfium2.PdfPage:
        """One page (1-based), to be closed by the caller.

        Raises:
            pypdfium2.PdfiumError: the page cannot be loaded.
        """
        return self._load(number)[0]

    def leaves_out(self, number: int) -> bool:
        """Whether a page that was loaded has annotations that are not read."""
        return bool(self._annotations.get(number))

    def _load(self, number: int) -> tuple[pypdfium2.PdfPage, Counter[str]]:
        """A page with the text of its annotations, and what was left out of them."""
        page = self._document[number - 1]
        left_out: Counter[str] = Counter()
        if paint_annotations(page, left_out):
            page.close()
            page = self._document[number - 1]
        # a second look finds nothing to paint and no stamp
        self._annotations[number] = self._annotations.get(number, Counter()) | left_out
        return page, self._annotations[number]

    def read_page(self, number: int, *, looks: bool = True) -> GlyphPage:
        """The glyphs of one page (1-based); a page that cannot be loaded has no size and no glyph.

        With ``looks`` the page is rendered, and what it does not show is left out.
        """
        try:
            page, left_out = self._load(number)
        except pypdfium2.PdfiumError:
            return GlyphPage(number, 0.0, 0.0, [], {"damaged_page": 1})
        try:
            found = _read_page(page, number, self._labels, looks=looks)
            found.left_out.update(left_out)
            return found
        finally:
            page.close()


@dataclass(slots=True)
class _Found:
    """The glyphs of a page, where hidden ones stand, and how the page looks."""

    layers: list[GlyphLayer] = field(default_factory=list)
    is_invisible: bool = False
    hidden: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    raster: Raster | None = None


def _read_page(page: pypdfium2.PdfPage, number: int, labels: Mapping[int, Label], *, looks: bool) -> GlyphPage:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        # a crop box outside the media box: nothing of the page is shown
        return GlyphPage(number, 0.0, 0.0, [], {"damaged_page": 1})
    overview = look_at_objects(page)
    text = TextPage(page)
    try:
        count = min(text.count, _MOST_GLYPHS)
        left_out: Counter[str] = Counter()
        found = _read_glyphs(text, count, page, overview, left_out, labels, looks=looks) if count else _Found()
    finally:
        text.close()
    if looks and not count:
        # a text may be drawn as shapes
        found.raster = render_small(page, FIRST_LOOK)
    ruled = overview.path_count
    rules = _read_rules(page) if ruled or overview.has_forms else np.zeros((0, 4))
    shown = GlyphPage(
        number, width, height, found.layers, dict(left_out), found.is_invisible, overview.image_share, ruled, rules
    )
    shown.hidden, shown.raster = found.hidden, found.raster
    return shown


def _read_rules(page: pypdfium2.PdfPage) -> Floats:
    """The straight lines of the page as it is shown."""
    ends = read_edges(page)
    first, second = to_shown(page, ends[:, :2]), to_shown(page, ends[:, 2:])
    return np.concatenate([np.minimum(first, second), np.maximum(first, second)], axis=1)


def _read_glyphs(
    text: TextPage,
    count: int,
    page: pypdfium2.PdfPage,
    overview: Overview,
    left_out: Counter[str],
    labels: Mapping[int, Label],
    *,
    looks: bool,
) -> _Found:
    codes = text.read_codes(count)
    origins, boxes = text.read_origins(range(count)), text.read_boxes(range(count))
    keep = _find_real(text, codes)
    painters = _find_painters(text, codes, keep)
    sizes = painters.sizes[painters.member]
    if overview.has_forms:
        _put_into_forms(origins, boxes, painters, keep)
    unmapped = _find_unmapped(text, codes, keep)
    unmapped |= _find_raised_blanks(text, codes, keep, origins, sizes)
    if labels:
        unmapped &= ~np.isin(codes, list(labels))
    turns = _find_turns(painters.matrices)[painters.member]
    points = to_shown(page, origins)
    corners = [to_shown(page, boxes[:, picked]) for picked in ((0, 3), (2, 1))]
    on_page = _find_on_page(page, points, sizes, left_out)
    left_out["off_page"] += int(np.count_nonzero(keep & ~on_page & (codes != _SPACE)))
    keep &= on_page
    slanted = keep & _find_slanted(painters.matrices)[painters.member] & (codes != _SPACE)
    if 2 * np.count_nonzero(slanted) < np.count_nonzero(keep & (codes != _SPACE)):
        left_out["slanted"] += int(np.count_nonzero(slanted))
        keep &= ~slanted
    found = _Found()
    if looks:
        outlined = (turns + page.get_rotation()) % 360
        glyphs = _outline(keep, codes, points, corners, sizes, outlined, painters.objects[painters.member])
        causes, found.raster = find_hidden(page, glyphs, overview)
        left_out.update(count_causes(causes))
        left_out["without_ink"] += int(causes["no_ink"].size) if "no_ink" in causes else 0
        gone = np.concatenate([rows for cause, rows in causes.items() if cause != "no_ink"] or [np.zeros(0, np.int64)])
        found.hidden = points[glyphs.places[gone]]
        keep[glyphs.places[gone]] = False
    rotation = page.get_rotation()
    for turn in sorted(set(turns[keep].tolist())):
        chosen = np.flatnonzero(keep & (turns == turn))
        shown_turn = (turn + rotation) % 360
        layer, places = _make_layer(
            codes, unmapped, points, corners, sizes, chosen, shown_turn, page.get_size(), left_out, labels
        )
        _measure_marks(text, page, layer, places)
        _set_lifted_on_line(text, layer, places)
        layer.tall = _find_tall(text, layer, places)
        found.layers.append(layer)
    found.is_invisible = _is_invisible(painters.objects[painters.member[keep & (codes != _SPACE)]])
    return found


def _outline(
    keep: Booleans,
    codes: Integers,
    points: Floats,
    corners: list[Floats],
    sizes: Floats,
    turns: Integers,
    objects: Integers,
) -> Glyphs:
    """Where the ink of each glyph should be: blanks have none."""
    places = np.flatnonzero(keep & (codes != _SPACE))
    boxes = np.hstack([np.minimum(*corners), np.maximum(*corners)])[places]
    cores = boxes.copy()
    x, y = points[places, 0], points[places, 1]
    rise = CORE * sizes[places]
    for turn, edge, base, sign in ((0, 1, y, -1), (90, 2, x, 1), (180, 3, y, 1), (270, 0, x, -1)):
        upright = turns[places] == turn
        cores[upright, edge] = (base + sign * rise)[upright]
        cores[upright, (edge + 2) % 4] = base[upright]
    printed = codes[places].tolist()
    letters = {code: chr(code).isalnum() for code in set(printed)}
    is_letter = np.fromiter(map(letters.__getitem__, printed), np.bool_, len(printed))
    return Glyphs(places, objects[places], cores, boxes, sizes[places], is_letter)


@dataclass(frozen=True, slots=True)
class _Painters:
    """The text objects of a page, 0 for none: address, matrix and font size (as shown) of each.

    ``member`` is the painter of each character. What one object paints has one matrix and one size.
    """

    objects: Integers
    matrices: Floats
    sizes: Floats
    member: Integers


def _find_painters(text: TextPage, codes: Integers, is_real: Booleans) -> _Painters:
    addresses = np.zeros(len(codes), np.int64)
    real = np.flatnonzero(is_real)
    addresses[real] = text.read_objects(real.tolist())
    starts = np.flatnonzero(np.diff(addresses, prepend=-1))
    objects, runs = np.unique(addresses[starts], return_inverse=True)
    member = np.repeat(runs, np.diff(starts, append=len(addresses)))
    # PDFium gives some blanks the matrix of nothing: of an object's characters one with ink tells
    samples = np.zeros(len(objects), np.int64)
    ink = is_real & (codes != _SPACE)
    for chosen in (~is_real, is_real, ink):
        places = np.flatnonzero(chosen)[::-1]
        samples[member[places]] = places
    matrices = text.read_matrices(samples.tolist())
    sizes = np.abs(text.read_sizes(samples.tolist())) * np.hypot(matrices[:, 2], matrices[:, 3])
    return _Painters(objects, matrices, np.maximum(sizes, _SMALLEST), member)


def _put_into_forms(origins: Floats, boxes: Floats, painters: _Painters, is_real: Booleans) -> None:
    """Set what PDFium leaves in the space of a form (an n-up page, a stamp) into that of the page.

    It leaves it where the file says what the glyphs of an object mean together (``ActualText``): they have one origin,
    and the object's matrix has another one. It changes ``origins`` and ``boxes``.
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


def _find_real(text: TextPage, codes: Integers) -> Booleans:
    """Which characters are glyphs of the page, not line ends and blanks that PDFium adds."""
    real = ~np.isin(codes, _NEWLINES)
    blanks = np.flatnonzero(codes == _SPACE)
    real[blanks[text.find_generated(blanks.tolist())]] = False
    return real


def _find_unmapped(text: TextPage, codes: Integers, keep: Booleans) -> Booleans:
    """Which glyphs have no character; a hyphen at a line's end is marked by PDFium with a control character."""
    unmapped: Booleans = keep & (
        (codes < _SPACE) | (codes == ord(UNMAPPED)) | (codes >= _PRIVATE[0]) & (codes <= _PRIVATE[1])
    )
    unmapped &= ~np.isin(codes, _BULLETS)
    suspects = np.flatnonzero(keep & (codes != _SPACE))
    errors = text.find_map_errors(suspects.tolist())
    unmapped[suspects[errors]] = True
    hyphens = np.flatnonzero(np.isin(codes, (_HYPHEN, _NOT_CHARACTER)))
    unmapped[hyphens] = text.find_map_errors(hyphens.tolist())
    return unmapped


def _find_raised_blanks(text: TextPage, codes: Integers, keep: Booleans, origins: Floats, sizes: Floats) -> Booleans:
    """Which blanks paint something over the line: signs whose character map names them by the blank."""
    found = np.zeros(len(codes), np.bool_)
    blanks = np.flatnonzero(keep & (codes == _SPACE))
    ink = text.read_ink(blanks.tolist())
    # a blank that paints nothing has the box of its font, or one without height
    over = ink[:, 2] - origins[blanks, 1] > _OVER * sizes[blanks]
    found[blanks[over & (ink[:, 3] - ink[:, 2] > _NOTHING)]] = True
    return found


def _find_turns(matrices: Floats) -> Integers:
    """The angle of each glyph in steps of 90 degrees, clockwise."""
    quarter = np.round(np.arctan2(matrices[:, 1], matrices[:, 0]) / (np.pi / 2)).astype(np.int64)
    return (-90 * quarter) % 360


def _find_slanted(matrices: Floats) -> Booleans:
    """Which glyphs stand askew, as words across a page and stamps do; a crooked scan leans less."""
    angles = np.arctan2(matrices[:, 1], matrices[:, 0])
    slanted: Booleans = np.abs(angles - np.round(angles / (np.pi / 2)) * (np.pi / 2)) > np.radians(_SLANTED)
    return slanted


def _find_on_page(page: pypdfium2.PdfPage, points: Floats, sizes: Floats, left_out: Counter[str]) -> Booleans:
    """Which glyphs belong to the page: those on it, and those that go on beyond its left or right edge.

    A line that is too long for its page is cut where it is shown; its text is whole all the same.
    """
    width, height = page.get_size()
    x, y = points[:, 0], points[:, 1]
    in_rows = (y > 0) & (y < height + sizes) & np.isfinite(x) & np.isfinite(y)
    shown = in_rows & (x > -sizes) & (x < width + 1)
    near = in_rows & (x > -_BEYOND * width) & (x < (1 + _BEYOND) * width)
    for place in np.flatnonzero(in_rows & ~near).tolist():
        # a line is whole however far it goes
        if place and near[place - 1] and abs(y[place] - y[place - 1]) < _NOTHING:
            near[place] = abs(x[place] - x[place - 1]) < _NEXT * sizes[place]
    near &= ~_find_apart(near & ((x < 0) | (x > width)), near, points, sizes)
    left_out["beyond_edge"] += int(np.count_nonzero(near & ~shown))
    kept: Booleans = np.asarray(near, np.bool_)
    return kept


def _find_apart(beyond: Booleans, near: Booleans, points: Floats, sizes: Floats) -> Booleans:
    """Which glyphs beyond an edge are of no line that is shown: marks for cutting, what was cropped away."""
    apart = np.zeros(len(beyond), np.bool_)
    x, y = points[:, 0], points[:, 1]
    for level in np.unique(np.round(y[beyond])).tolist():
        row = np.flatnonzero(near & (np.abs(y - level) < 1))
        row = row[np.argsort(x[row], kind="stable")]
        # what stands close together is one piece of the row, from its first glyph on
        pieces = np.cumsum(np.diff(x[row], prepend=x[row[0]]) > _NEXT * sizes[row])
        shown = set(pieces[~beyond[row]].tolist())
        apart[row[[piece not in shown for piece in pieces.tolist()]]] = True
    return apart & beyond


def _make_layer(
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
    changed = {code: label for code, label in labels.items() if label.rule and label.text != label.raw}
    if any(code in changed for code in codes):
        layer.raws, layer.rules = list(layer.texts), [""] * len(codes)
        for place, code in enumerate(codes):
            if code in changed:
                layer.raws[place] = layer.texts[place].replace(changed[code].text, changed[code].raw, 1)
                layer.rules[place] = changed[code].rule


def _measure_marks(glyphs: TextPage, page: pypdfium2.PdfPage, layer: GlyphLayer, places: Integers) -> None:
    """Put the extent of its ink for the advance of each vowel sign: signs have none, and lie beside their origin."""
    signs = {text for text in set(layer.texts) if is_mark(text)}
    if not signs:
        return
    marks = np.array([place for place, text in enumerate(layer.texts) if text in signs], np.int64)
    ink = glyphs.read_ink(places[marks].tolist())
    first = turn_back(to_shown(page, ink[:, [0, 3]]), layer.turn, page.get_size())
    second = turn_back(to_shown(page, ink[:, [1, 2]]), layer.turn, page.get_size())
    left, right = np.minimum(first[:, 0], second[:, 0]), np.maximum(first[:, 0], second[:, 0])
    known = right > left
    layer.left[marks[known]], layer.right[marks[known]] = left[known], right[known]


def _set_lifted_on_line(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> None:
    """Set letters that stand where their hamza, or another sign of theirs, is painted on their line."""
    lifted, levels = find_lifted(layer)
    if lifted:
        set_on_line(layer, lifted, levels, _measure_heights(glyphs, layer, places[lifted]))
    carried = find_carried(layer)
    if carried:
        widen_carried(layer, carried, _measure_heights(glyphs, layer, places[[place for place, _ in carried]]))


def _measure_heights(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> Floats:
    """How high the ink of some glyphs is across their line, in points."""
    ink = glyphs.read_ink(places.tolist())
    return np.abs(ink[:, 3] - ink[:, 2]) if layer.turn in {0, 180} else np.abs(ink[:, 1] - ink[:, 0])


def _find_tall(glyphs: TextPage, layer: GlyphLayer, places: Integers) -> frozenset[int]:
    """Glyphs without a character whose ink is higher than that of a kashida, which lies on the line."""
    if UNMAPPED not in layer.texts:
        return frozenset()
    lost = np.array([place for place, text in enumerate(layer.texts) if text == UNMAPPED], np.int64)
    extents = _measure_heights(glyphs, layer, places[lost])
    return frozenset(lost[extents > _HIGH * layer.size[lost]].tolist())


def _is_invisible(objects: Integers) -> bool:
    """Whether the text is painted in the invisible mode, by the objects of a sample of its glyphs."""
    modes = read_modes(objects[:: max(1, objects.size // _SAMPLE)].tolist())
    return bool(modes) and sum(mode == _INVISIBLE_MODE for mode in modes) > len(modes) / 2
