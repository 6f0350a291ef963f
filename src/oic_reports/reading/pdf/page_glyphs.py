"""All that a page of PDFium's text holds, as layers of glyphs: one for each direction of writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import LAM
from oic_reports.reading.pdf.glyphs import GlyphLayer, Label
from oic_reports.reading.pdf.hidden import CORE, Glyphs, count_causes, find_hidden
from oic_reports.reading.pdf.layers import (
    drop_stray,
    find_borne,
    find_tall,
    make_layer,
    measure_marks,
    set_lifted_on_line,
)
from oic_reports.reading.pdf.objects import Overview, read_modes
from oic_reports.reading.pdf.painters import (
    Moved,
    Painters,
    find_painters,
    find_slanted,
    find_turns,
    measure_sizes,
    put_into_forms,
)
from oic_reports.reading.pdf.raster import Raster
from oic_reports.reading.pdf.real_glyphs import (
    SPACE,
    find_on_page,
    find_painted_blanks,
    find_real,
    find_unmapped,
    read_signs,
)
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.spans import settle_spans
from oic_reports.reading.pdf.stacked import find_order, find_starts, settle_stacked
from oic_reports.reading.pdf.textpage import TextPage
from oic_reports.reading.pdf.unseen_alefs import Unseen, add_unseen, find_unseen
from oic_reports.reading.pdf.unseen_blanks import UnseenBlanks, add_blanks, find_blanks

# text rendering mode 3 (ISO 32000-1, 9.3.6); glyphs whose mode tells that of the page
_INVISIBLE_MODE = 3
_SAMPLE = 16


@dataclass(slots=True)
class PageGlyphs:
    """The glyphs of a page, where hidden ones stand, and how the page looks."""

    layers: list[GlyphLayer] = field(default_factory=list)
    is_invisible: bool = False
    hidden: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    raster: Raster | None = None


def read_glyphs(
    text: TextPage,
    count: int,
    page: pypdfium2.PdfPage,
    overview: Overview,
    left_out: Counter[str],
    labels: Mapping[int, Label],
    *,
    looks: bool,
) -> PageGlyphs:
    """The glyphs of the first ``count`` characters; ``left_out`` grows by what is not of the page, by kind."""
    codes = read_signs(text, count)
    origins, boxes = text.read_origins(range(count)), text.read_boxes(range(count))
    keep = find_real(text, codes)
    painters = find_painters(text, codes, keep)
    sizes = measure_sizes(painters, boxes, keep & (codes != SPACE))
    moved = put_into_forms(origins, boxes, painters, keep) if overview.has_forms else Moved()
    bearers, signs = settle_spans(overview, painters, origins, boxes, keep, codes)
    unmapped = find_unmapped(text, codes, keep)
    unmapped |= find_painted_blanks(text, codes, keep, origins, sizes)
    if labels:
        unmapped &= ~np.isin(codes, [code for code in set(codes.tolist()) if code in labels])
    turns = find_turns(painters.matrices)[painters.member]
    points = to_shown(page, origins)
    corners = [to_shown(page, boxes[:, picked]) for picked in ((0, 3), (2, 1))]
    on_page = find_on_page(page, points, sizes, left_out)
    left_out["off_page"] += int(np.count_nonzero(keep & ~on_page & (codes != SPACE)))
    keep &= on_page
    slanted = keep & find_slanted(painters)[painters.member] & (codes != SPACE)
    if 2 * np.count_nonzero(slanted) < np.count_nonzero(keep & (codes != SPACE)):
        left_out["slanted"] += int(np.count_nonzero(slanted))
        keep &= ~slanted
    found = PageGlyphs()
    if looks:
        outlined = (turns + page.get_rotation()) % 360
        glyphs = _outline(keep, codes, points, corners, sizes, outlined, painters.objects[painters.member])
        causes, found.raster = find_hidden(page, glyphs, overview)
        left_out.update(count_causes(causes))
        left_out["without_ink"] += int(causes["no_ink"].size) if "no_ink" in causes else 0
        gone = np.concatenate([rows for cause, rows in causes.items() if cause != "no_ink"] or [np.zeros(0, np.int64)])
        found.hidden = points[glyphs.places[gone]]
        keep[glyphs.places[gone]] = False
        # the blanks of words that are not shown part none of those beneath
        if gone.size:
            bare = np.setdiff1d(glyphs.objects[gone], glyphs.objects[keep[glyphs.places]])
            keep &= (codes != SPACE) | ~np.isin(painters.objects[painters.member], bare[bare != 0])
    orders = {handle: number for number, handle in enumerate(overview.handles)}
    ranks = np.array([orders.get(handle, -1) for handle in painters.objects.tolist()], np.int64)
    beyond = _find_beyond(page, overview, painters, codes, keep) if _has_lams(codes) else None
    for turn in sorted(set(turns[keep].tolist())):
        chosen = np.flatnonzero(keep & (turns == turn))
        shown_turn = (turn + page.get_rotation()) % 360
        layer, places = make_layer(
            codes, unmapped, points, corners, sizes, chosen, shown_turn, page.get_size(), left_out, labels
        )
        layer, places = _settle(*drop_stray(text, layer, places, left_out), painters.member, ranks)
        measure_marks(text, page, layer, places, signs, moved)
        set_lifted_on_line(text, layer, places)
        layer.tall = find_tall(text, layer, places) | find_borne(layer, places, bearers)
        if beyond:
            add_unseen(layer, beyond[0], page, shown_turn)
            add_blanks(layer, beyond[1], page, shown_turn)
        found.layers.append(layer)
    found.is_invisible = _is_invisible(painters.objects[painters.member[keep & (codes != SPACE)]])
    return found


def _settle(layer: GlyphLayer, places: Integers, member: Integers, ranks: Integers) -> tuple[GlyphLayer, Integers]:
    """A layer whose letters stand on their lines and begin where they are read, and the place of each glyph.

    ``member`` is the painter of each glyph of the page, ``ranks`` tell when each of these paints.
    """
    order = find_order(layer, member[places], ranks)
    kept = settle_stacked(layer, order)
    if len(kept) < len(places):
        layer, places = layer.pick(kept), places[kept]
        order = find_order(layer, member[places], ranks)
    layer.starts = find_starts(layer, order)
    return layer, places


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
    places = np.flatnonzero(keep & (codes != SPACE))
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


def _find_beyond(
    page: pypdfium2.PdfPage, overview: Overview, painters: Painters, codes: Integers, keep: Booleans
) -> tuple[Unseen, UnseenBlanks]:
    """What is in none of PDFium's characters; of ``keep`` it takes those that stand for blanks that are found."""
    blanks = find_blanks(overview, painters.objects, painters.member, codes, keep)
    keep &= ~blanks.guessed
    return find_unseen(page, overview, painters.objects), blanks


def _has_lams(codes: Integers) -> bool:
    return bool((codes == ord(LAM)).any())


def _is_invisible(objects: Integers) -> bool:
    """Whether the text is painted in the invisible mode, by the objects of a sample of its glyphs."""
    modes = read_modes(objects[:: max(1, objects.size // _SAMPLE)].tolist())
    return bool(modes) and sum(mode == _INVISIBLE_MODE for mode in modes) > len(modes) / 2
