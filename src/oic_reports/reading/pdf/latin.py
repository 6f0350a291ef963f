"""Pages without right-to-left letters, by PDFium's own text: its lines are right where a page is simple.

Its text is asked for at once, and only the edges of words by glyph: ten times faster than glyph by glyph. A page is
simple where its lines run down the page one after the other, upright, at one scale, and every sign has a character;
columns, tables and everything else goes the other way. ``tests/reading/pdf/test_latin.py`` holds that both ways agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.asides import crosses_words
from oic_reports.reading.pdf.hidden import CORE, shows_all
from oic_reports.reading.pdf.ink import FEW_UNREAD, count_unread
from oic_reports.reading.pdf.objects import look_at_objects
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.raster import FIRST_LOOK, render_small
from oic_reports.reading.pdf.ruling_lines import read_edges
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.textpage import TextPage

_UNSURE = re.compile(
    "[`^~\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02c9-\u02cb\u02d8-\u02dd"
    "\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0590-\u08ff\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufb00-\ufffd\uffff]"
)
# behind a hyphen at the end of a line PDFium leaves the line break out; else it is a glyph without a character
_HYPHEN_INSIDE = re.compile("[\x02\ufffe](?![\r\n]|\\Z)")
_WORD = re.compile(r"\S+")
# French sets a narrow blank here, which TeX moves by and PDFium does not see; some maps name the Greek question mark
_NARROW_BLANK = re.compile(r"(?<=[^\W_])[;\u037e:!?»]|(?<=«)\S")
# words in which a blank may be lost: long ones, and such with a comma inside; they begin where a word does, or with the
# figures behind one
_MAY_BE_TWO = re.compile(r"(?:(?<![^\W_])|(?<=[^\W\d_])(?=\d))[^\W_]{14,}+|(?<![^\W\d_])[^\W\d_]{3,}+[,;][^\W\d_]{3,}+")
# words with a letter that many fonts lack: it is painted in another font, often behind those that follow it
_OF_TWO_FONTS = re.compile(r"(?<!\S)\S*[\u0100-\u1eff]\S*")
_BREAK = re.compile(r"\r\n|\r|\n")
# font sizes of a gap inside a line, of a raised glyph, of a line distance, of a narrow blank, of one inside a
# word, of none between words; rules of a table; characters of a label; lines that begin with a number
_WIDE = 2.2
_RAISED = 0.12
_SPACED = 0.5
_NARROW = 0.1
_GAP = 0.2
_TOUCHING = 0.02
_FEW_RULED = 6
_LABEL = 6
_MARGIN_NUMBERS = 3
_BARS = frozenset("|¦│")
# font sizes of a gap between cells; lines whose gaps stand one below the other
_CELL_GAP = 0.8
_ALIGNED_LINES = 3
# words of one letter; more, and hardly any other, are one word whose letters are set apart
_MOST_SINGLE = 5
# how PDFium marks a hyphen at the end of a line; hyphens by other names
_HYPHENS = "\x02\ufffe\u2010\u2011"


def read_simple_page(page: pypdfium2.PdfPage, number: int) -> list[PageLine] | None:
    """The lines of a simple page, or None where the page is not simple."""
    if page.get_rotation():
        return None
    text_page = TextPage(page)
    try:
        text = text_page.read_text()
        if not text or _UNSURE.search(text):
            return None
        hyphens = [match.start() for match in _HYPHEN_INSIDE.finditer(text)]
        if hyphens and not _end_lines(text_page, hyphens):
            return None
        return _read(text_page, text, hyphens, page, number)
    finally:
        text_page.close()


def _end_lines(glyphs: TextPage, hyphens: list[int]) -> bool:
    """Whether what comes behind each hyphen stands lower: there a line ends."""
    here, behind = (glyphs.read_origins([place + step for place in hyphens])[:, 1] for step in (0, 1))
    lower = here - behind > _SPACED * np.abs(glyphs.read_matrices(hyphens)[:, 3] * glyphs.read_sizes(hyphens))
    return bool(lower.all()) and not glyphs.find_map_errors(hyphens).any()


def _read(
    glyphs: TextPage, text: str, hyphens: list[int], page: pypdfium2.PdfPage, number: int
) -> list[PageLine] | None:
    spans = _find_lines(text, hyphens)
    words = [
        (start + match.start(), start + match.end())
        for start, end in spans
        for match in _WORD.finditer(text[start:end])
    ]
    overview = look_at_objects(page)
    if not words or overview.path_count >= _FEW_RULED or _has_margin_marks(text, spans):
        return None
    first = np.array([start for start, _ in words], np.int64)
    last = np.array([end - 1 for _, end in words], np.int64)
    origins, ends, sizes = _fetch(glyphs, first, last)
    if sizes is None:
        return None
    if _has_narrow_blank(glyphs, text) or _has_gap_inside(glyphs, text) or _runs_back(glyphs, text):
        return None
    left, _, _, top = page.get_bbox()
    width, height = page.get_size()
    x, y = origins[:, 0] - left, top - origins[:, 1]
    inside = (x >= 0) & (x <= width) & (y > 0) & (y <= height)
    reach = ends - left
    if not inside.all():
        return None
    if overview.has_art and crosses_words(_read_level_rules(page), x, reach, y, sizes):
        return None
    cores = np.column_stack([x, y - CORE * sizes, reach, y])
    written = [any(map(str.isalnum, text[start:end])) for start, end in words]
    raster = render_small(page, FIRST_LOOK)
    if not shows_all(page, cores[written], raster, overview):
        return None
    printed_words = _Words(x.tolist(), y.tolist(), reach.tolist(), sizes.tolist())
    shown = (number, width, height)
    lines: list[PageLine] = []
    gaps: list[list[tuple[float, float]]] = []
    place = 0
    shown_text = _write_hyphens(text)
    for start, end in spans:
        printed = shown_text[start:end].split()
        own = printed_words.pick(place, place + len(printed))
        line = _make_line(printed, own, shown)
        if line is None:
            return None
        place += len(printed)
        lines.append(line)
        gaps.append(_find_gaps(own, line.size))
    if _are_aligned(gaps):
        return None
    # headers and footers may be painted first; two lines at one height are columns
    lines.sort(key=lambda line: line.baseline)
    if any(after.baseline < before.baseline + _SPACED * after.size for before, after in pairwise(lines)):
        return None
    margins = (min(line.left for line in lines), max(line.right for line in lines))
    for line in lines:
        line.margins = margins
    if overview.has_art and count_unread(raster, [line.box for line in lines]) >= FEW_UNREAD:
        return None
    return lines


def _find_gaps(words: _Words, size: float) -> list[tuple[float, float]]:
    """The gaps of a line that may part cells of a table."""
    pairs = zip(words.rights, words.lefts[1:], strict=False)
    return [(right, left) for right, left in pairs if left - right > _CELL_GAP * size]


def _are_aligned(lines: Sequence[Sequence[tuple[float, float]]]) -> bool:
    """Whether gaps of several lines, one after the other, stand one below the other: rows of a table, or columns."""
    run: list[tuple[float, float]] = []
    depth = 0
    for gaps in lines:
        shared = [
            (max(a[0], b[0]), min(a[1], b[1])) for a in gaps for b in run if min(a[1], b[1]) - max(a[0], b[0]) > 0
        ]
        depth = depth + 1 if shared else min(len(gaps), 1)
        run = shared or list(gaps)
        if depth >= _ALIGNED_LINES:
            return True
    return False


def _find_lines(text: str, hyphens: list[int]) -> list[tuple[int, int]]:
    """Start and end of each line that is not blank; some hyphens end lines too."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    breaks += [(place + 1, place + 1) for place in hyphens]
    starts = [0, *(end for _, end in sorted(breaks))]
    ends = [*(start for start, _ in sorted(breaks)), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _write_hyphens(text: str) -> str:
    """The text of a page with one sign for all hyphens."""
    for sign in _HYPHENS:
        text = text.replace(sign, "-")
    return text


def _read_level_rules(page: pypdfium2.PdfPage) -> Floats:
    ends = read_edges(page)
    first, second = to_shown(page, ends[:, :2]), to_shown(page, ends[:, 2:])
    return np.hstack([np.minimum(first, second), np.maximum(first, second)])


def _has_gap_inside(glyphs: TextPage, text: str) -> bool:
    """Whether PDFium lost a blank: glyphs of what it gives as a word stand as far apart as words do."""
    places = [place for match in _MAY_BE_TWO.finditer(text) for place in range(*match.span())]
    if not places:
        return False
    boxes, sizes = glyphs.read_boxes(places), glyphs.read_sizes(places)
    sizes = np.abs(glyphs.read_matrices(places)[:, 0] * sizes)
    is_next = np.diff(places) == 1
    gaps = np.where(is_next, boxes[1:, 0] - boxes[:-1, 2], 0.0)
    return bool((gaps > _GAP * sizes[1:]).any())


def _runs_back(glyphs: TextPage, text: str) -> bool:
    """Whether a letter of a word stands left of the one before it: PDFium gives them as they are painted."""
    words = [range(*match.span()) for match in _OF_TWO_FONTS.finditer(text)]
    places = [place for word in words for place in word]
    if not places:
        return False
    numbers = np.repeat(np.arange(len(words)), [len(word) for word in words])
    return bool((np.diff(glyphs.read_origins(places)[:, 0])[np.diff(numbers) == 0] < 0).any())


def _has_narrow_blank(glyphs: TextPage, text: str) -> bool:
    """Whether a sign stands off the letter beside it without a blank in the text."""
    places = np.array([match.start() for match in _NARROW_BLANK.finditer(text)], np.int64)
    if not places.size:
        return False
    origins, _, sizes = _fetch(glyphs, places, places)
    _, ends, _ = _fetch(glyphs, places - 1, places - 1)
    return sizes is not None and bool((origins[:, 0] - ends > _NARROW * sizes).any())


def _has_margin_marks(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether lines begin with bare numbers, or bars stand among the words: they may be of the margin."""
    words = [text[start:end].split() for start, end in spans]
    bare = sum(line[0].isdecimal() for line in words)
    return bare >= _MARGIN_NUMBERS or any(word in _BARS for line in words for word in (line[0], line[-1]))


def _fetch(glyphs: TextPage, first: Integers, last: Integers) -> tuple[Floats, Floats, Floats | None]:
    """Origins of the first letters, right edges of the last ones, sizes; sizes are None where glyphs are turned."""
    places = first.tolist()
    origins, ends = glyphs.read_origins(places), glyphs.read_boxes(last.tolist())[:, 2]
    matrices = glyphs.read_matrices(places)
    if np.abs(matrices[:, 1]).max() > 0.01 or matrices[:, 0].min() <= 0:  # noqa: PLR2004
        return origins, ends, None
    return origins, ends, np.abs(glyphs.read_sizes(places)) * np.abs(matrices[:, 3])


@dataclass(frozen=True, slots=True)
class _Words:
    """Where words stand: left edge, baseline, right edge and font size of each, in points."""

    lefts: list[float]
    heights: list[float]
    rights: list[float]
    sizes: list[float]

    def pick(self, start: int, end: int) -> _Words:
        """The words of one line."""
        return _Words(self.lefts[start:end], self.heights[start:end], self.rights[start:end], self.sizes[start:end])


def _make_line(words: list[str], places: _Words, shown: tuple[int, float, float]) -> PageLine | None:
    """A line of words; None where they do not follow one another on one baseline with usual gaps.

    ``shown`` are the number, width and height of the page.
    """
    lefts, rights, heights, sizes = places.lefts, places.rights, places.heights, places.sizes
    size = sorted(sizes)[len(sizes) // 2]
    if size <= 0 or max(heights) - min(heights) > _RAISED * size or max(sizes) - min(sizes) > _RAISED * size:
        return None
    gaps = [left - right for left, right in zip(lefts[1:], rights, strict=False)]
    # a tab after a label may be wide
    inner = gaps[1:] if len(words) > 1 and len(words[0]) <= _LABEL else gaps
    if any(right < left for left, right in zip(lefts, rights, strict=True)):
        return None
    # words that touch are one, over whose letters a blank was painted
    if max(inner, default=0.0) > _WIDE * size or min(gaps, default=size) < _TOUCHING * size:
        return None
    if sum(len(word) == 1 for word in words) > _MOST_SINGLE and sum(map(len, words)) < 2 * len(words):
        return None
    number, width, height = shown
    return PageLine(
        text=unicodedata.normalize("NFC", " ".join(words)),
        page=number,
        left=lefts[0],
        right=rights[-1],
        baseline=heights[0],
        size=size,
        is_rtl=False,
        first_word=rights[0] - lefts[0],
        region=0,
        turn=0,
        page_width=width,
        page_height=height,
        rtl_letters=0,
    )
