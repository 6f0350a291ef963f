import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.reading.pdf.latin import _MAY_BE_TWO, _has_gap_inside, _make_line, _runs_back, _Words, read_simple_page
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
FILES = sorted(path for stem in ("en1", "fr1", "d4", "d5") for path in FOLDER.glob(f"*/{stem}.pdf"))
# that of typst fills its first column only
COLUMNS = [FOLDER / "lo_2col" / "d4.pdf", FOLDER / "wsy_2col" / "d4.pdf"]


def read_both(path):
    source = PdfiumSource(open_document(path.read_bytes()))
    for number in range(1, source.page_count + 1):
        page = source.load_page(number)
        simple = read_simple_page(page, number)
        page.close()
        glyphs = source.read_page(number)
        profile, _ = learn_profile([glyphs])
        yield simple, read_page_lines(glyphs, profile, is_rtl_document=False)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_fast_way_agrees_with_the_other(path):
    for simple, slow in read_both(path):
        if simple is None:
            continue
        assert [line.text for line in simple] == [line.text for line in slow]
        for fast_line, line in zip(simple, slow, strict=True):
            assert abs(fast_line.left - line.left) < 0.6
            assert abs(fast_line.right - line.right) < 0.6
            assert abs(fast_line.baseline - line.baseline) < 0.6


def test_the_fast_way_is_taken_for_most_plain_pages():
    pages = [simple is not None for path in FILES if "2col" not in str(path) for simple, _ in read_both(path)]
    assert sum(pages) > 0.6 * len(pages)


@pytest.mark.parametrize(("producer", "end"), [("lualatex", "27 Septem-"), ("typst", "conveyed its condo-")])
def test_a_hyphen_behind_which_the_library_leaves_the_line_break_out_ends_a_line(producer, end):
    lines = [line.text for simple, _ in read_both(FOLDER / producer / "en1.pdf") for line in simple]
    assert any(line.endswith(end) for line in lines)


@pytest.mark.parametrize("path", COLUMNS, ids=lambda path: path.parent.name)
def test_columns_are_not_simple(path):
    assert all(simple is None for simple, _ in read_both(path))


def test_arabic_pages_are_not_simple():
    assert all(simple is None for simple, _ in read_both(FOLDER / "lo_docx" / "ar1.pdf"))


class Spaced:
    """Glyphs 6 points wide at a size of 12, each ``gaps[place]`` points behind the one before."""

    def __init__(self, gaps):
        self._left = np.cumsum([0.0, *(6.0 + gap for gap in gaps)])

    def read_boxes(self, places):
        return np.array([[self._left[place], 0.0, self._left[place] + 6.0, 0.0] for place in places])

    def read_sizes(self, places):
        return np.full(len(places), 12.0)

    def read_matrices(self, places):
        return np.tile([1.0, 0, 0, 1, 0, 0], (len(places), 1))


@pytest.mark.parametrize(
    ("text", "wide", "is_lost"),
    [
        ("underlinesurname", 8, True),
        ("market,harbour", 6, True),
        ("underlinesurname", None, False),
        ("underline surname", 9, False),
        ("sky,sea", 3, True),
        ("4,500", 1, False),
    ],
)
def test_a_blank_that_the_library_lost_shows_as_a_gap_inside_a_word(text, wide, is_lost):
    gaps = [5.0 if place == wide else 0.0 for place in range(len(text) - 1)]
    assert _has_gap_inside(Spaced(gaps), text) is is_lost


@pytest.mark.parametrize(("left", "is_simple"), [(96.0, True), (93.5, True), (93.1, False), (93.0, False)])
def test_a_blank_that_is_painted_over_a_letter_parts_no_words(left, is_simple):
    words = _Words([60.0, left], [100.0, 100.0], [93.0, 120.0], [12.0, 12.0])
    assert (_make_line(["inter", "val"], words, (1, 595.0, 842.0)) is not None) is is_simple


class Painted:
    """Glyphs at these origins along their line."""

    def __init__(self, lefts):
        self._lefts = lefts

    def read_origins(self, places):
        return np.array([[self._lefts[place], 0.0] for place in places])


@pytest.mark.parametrize(
    ("text", "lefts", "is_back"),
    [
        ("aộ b", [6, 0, 12, 18], True),
        ("aộ b", [0, 6, 12, 18], False),
        # the next line begins further left
        ("ộa\nộb", [60, 66, 0, 0, 6], False),
        # letters that each font has are painted in their order
        ("aô b", [6, 0, 12, 18], False),
    ],
)
def test_a_letter_of_another_font_may_be_painted_behind_the_next_one(text, lefts, is_back):
    assert _runs_back(Painted(lefts), text) is is_back


@given(st.text("aé1_,; ", max_size=60))
def test_words_that_may_be_two_are_those_of_any_beginning(text):
    anywhere = re.compile(r"[^\W_]{14,}|[^\W\d_]{3,}[,;][^\W\d_]{3,}")
    assert [match.span() for match in _MAY_BE_TWO.finditer(text)] == [match.span() for match in anywhere.finditer(text)]
