"""Which characters of PDFium's text are glyphs of the page, which of them have no character, which are on the page."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import numpy as np
import pypdfium2

from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import fold_text, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.textpage import TextPage
from oic_reports.reading.pdf.turned_quotes import turn_quotes_back

_NEWLINES = (10, 13)
# code points as PDFium gives them: a tab, a blank, a hyphen at the end of a line, no character
_TAB = ord("\t")
SPACE = 32
_HYPHEN = 2
_NOT_CHARACTER = 0xFFFE
_PRIVATE = (0xE000, 0xF8FF)
_BULLETS = [ord(sign) for sign in SYMBOL_BULLETS]
# points of nothing; font sizes of a sign over the line, and points below which none is; font sizes that bars are high
# (blanks have nominal boxes of a thousandth); page widths beyond the page; font sizes to the next glyph of a line
_NOTHING = 0.01
_OVER = 0.35
_THINNEST, _BAR = 0.02, 0.15
_LEAST_OVER = 0.1
_BEYOND = 0.5
_NEXT = 2.0

# some letters of a page run from right to left; none, and each glyph has a character; there are others
Letters = Literal["rtl", "plain", "doubtful"]


def read_signs(text: TextPage, count: int) -> Integers:
    """The first ``count`` characters as code points, quotation marks as the maps name them.

    The tab is a blank: Qt's maps name that by it.
    """
    codes = text.read_codes(count)
    codes[codes == _TAB] = SPACE
    return turn_quotes_back(codes, is_rtl_file=text.is_rtl_file)


def find_real(text: TextPage, codes: Integers) -> Booleans:
    """Which characters are glyphs of the page, not line ends and blanks that PDFium adds."""
    real = np.ones(len(codes), np.bool_)
    added = np.flatnonzero((codes == SPACE) | np.isin(codes, _NEWLINES))
    real[added[text.find_generated(added.tolist())]] = False
    # the code of a glyph that no map names comes out as the character of its number
    ends = np.flatnonzero(real & np.isin(codes, _NEWLINES))
    ink = text.read_ink(ends.tolist())
    real[ends[ink[:, 3] - ink[:, 2] <= _LEAST_OVER]] = False
    return real


def find_unmapped(text: TextPage, codes: Integers, keep: Booleans) -> Booleans:
    """Which glyphs have no character; a hyphen at a line's end is marked by PDFium with a control character."""
    unmapped: Booleans = keep & (
        (codes < SPACE) | (codes == ord(UNMAPPED)) | (codes >= _PRIVATE[0]) & (codes <= _PRIVATE[1])
    )
    if unmapped.any():
        unmapped &= ~np.isin(codes, _BULLETS)
    suspects = np.flatnonzero(keep & (codes != SPACE))
    errors = text.find_map_errors(suspects.tolist())
    unmapped[suspects[errors]] = True
    hyphens = np.flatnonzero((codes == _HYPHEN) | (codes == _NOT_CHARACTER))
    unmapped[hyphens] = text.find_map_errors(hyphens.tolist())
    return unmapped


def find_painted_blanks(text: TextPage, codes: Integers, keep: Booleans, origins: Floats, sizes: Floats) -> Booleans:
    """Which blanks paint something: signs over the line that a map names by the blank, and bars on it.

    A kashida that no map names, with the code of the tab, comes out as one.
    """
    found = np.zeros(len(codes), np.bool_)
    blanks = np.flatnonzero(keep & (codes == SPACE))
    ink = text.read_ink(blanks.tolist())
    # a blank that paints nothing has the box of its font, or one without height
    over = ink[:, 2] - origins[blanks, 1] > _OVER * sizes[blanks]
    height = ink[:, 3] - ink[:, 2]
    is_bar = (height > _THINNEST * sizes[blanks]) & (height < _BAR * sizes[blanks])
    found[blanks[(over & (height > _NOTHING)) | is_bar]] = True
    return found


def find_on_page(page: pypdfium2.PdfPage, points: Floats, sizes: Floats, left_out: Counter[str]) -> Booleans:
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


def tell_letters(text: TextPage, count: int) -> Letters:
    """Which letters the first characters of a page have, at a glance."""
    codes = text.read_codes(count)
    signs = list(map(chr, set(codes.tolist())))
    if any(map(is_rtl, signs)):
        return "rtl"
    if any(fold_text(sign) == UNMAPPED for sign in signs):
        return "doubtful"
    real = find_real(text, codes)
    if text.find_map_errors(np.flatnonzero(real & (codes != SPACE)).tolist()).any():
        return "doubtful"
    blanks = np.flatnonzero(real & (codes == SPACE)).tolist()
    ink = text.read_ink(blanks)
    over = ink[:, 2] - text.read_origins(blanks)[:, 1] > _LEAST_OVER
    return "doubtful" if (over & (ink[:, 3] - ink[:, 2] > _NOTHING)).any() else "plain"
