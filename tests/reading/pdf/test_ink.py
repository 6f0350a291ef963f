"""Print that no line accounts for is seen: proved by hiding lines from the count."""

from pathlib import Path

import pytest
from drawn import make_page

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.ink import FEW_UNREAD, count_unread, measure_read
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.raster import FIRST_LOOK, render_small

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
SOUND = [
    "chromium/en1",
    "lo_docx/ar1",
    "xelatex/fr1",
    "lo_2col/d4",
    "chr_naskh_just/d1",
    "typst/ar1",
    "wsy_kufi_just/d2",
]


def look(name):
    source = PdfiumSource(open_document((FOLDER / f"{name}.pdf").read_bytes()))
    page = source.read_page(1)
    profile, is_rtl = learn_profile([page])
    lines, _ = read_page_lines(page, profile, is_rtl_document=is_rtl)
    return page.raster, [line.box for line in lines]


@pytest.mark.parametrize("name", SOUND)
def test_all_print_of_a_sound_page_is_accounted_for(name):
    raster, boxes = look(name)
    assert count_unread(raster, boxes) < FEW_UNREAD


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("hidden", ["every second line", "a paragraph", "all but the first"])
def test_lines_that_are_hidden_from_the_reader_are_unread(name, hidden):
    raster, boxes = look(name)
    left = {"every second line": boxes[::2], "a paragraph": boxes[:4] + boxes[9:], "all but the first": boxes[:1]}
    assert count_unread(raster, left[hidden]) >= FEW_UNREAD


def test_a_page_without_any_line_is_about_as_unread_as_it_was_read():
    raster, boxes = look("lo_docx/ar1")
    assert count_unread(raster, []) == pytest.approx(measure_read(boxes), rel=0.25)


DRAWN = {
    "a frame and rules": "40 40 500 760 re S " + "".join(f"60 {y} m 520 {y} l S " for y in range(100, 700, 14)),
    "a grid": "".join(f"60 {y} 30 14 re S " for y in range(100, 700, 14)),
    "a filled block": "60 200 300 300 re f ",
    "an emblem": "260 700 40 40 re f 255 690 50 4 re f 270 745 20 8 re f ",
}


@pytest.mark.parametrize("case", DRAWN)
def test_rules_frames_and_blocks_are_no_print_of_lines(case):
    page = open_document(make_page(DRAWN[case]))[0]
    assert count_unread(render_small(page, FIRST_LOOK), []) < FEW_UNREAD


def draw_shapes(rows):
    """Rows of small shapes, as letters are that a program drew and did not write."""
    return "".join(
        f"{80 + 6 * column} {700 - 16 * row} 2 8 re f {80 + 6 * column} {703 - 16 * row} 4 1.5 re f "
        for row in range(rows)
        for column in range(70)
        if column % 7
    )


TITLE = "BT /F1 12 Tf 80 760 Td (The Meeting agreed on the report of the Contact Group.) Tj ET "


def test_drawn_lines_beside_the_text_are_noted():
    text = read_pdf(make_page(TITLE + draw_shapes(3)))
    assert "unread_ink" in text.notes
    assert [line.text for line in text.lines] == ["The Meeting agreed on the report of the Contact Group."]


@pytest.mark.parametrize("title", [TITLE, ""])
def test_a_page_whose_print_is_mostly_unread_is_not_read(title):
    with pytest.raises(UnreadableFileError, match="unread_ink") as refused:
        read_pdf(make_page(title + draw_shapes(30)))
    assert refused.value.reason == "ocr_needed"


def test_a_page_that_holds_some_drawn_lines_and_nothing_else_is_not_read():
    assert read_pdf(make_page(TITLE + draw_shapes(3))).lines
    with pytest.raises(UnreadableFileError, match="unread_ink"):
        read_pdf(make_page(draw_shapes(3)))
    # an emblem alone is no text
    assert not read_pdf(make_page(DRAWN["an emblem"])).lines


class Recogniser:
    engine = "none 1"

    def __init__(self, lines):
        self.lines = lines

    def read_page(self, document, page, *, is_rtl):
        del document, page, is_rtl
        return self.lines


def test_recognition_adds_the_lines_that_the_layer_lacks():
    other = "BT /F1 12 Tf 80 500 Td (2. It decided to meet again.) Tj ET "
    source = PdfiumSource(open_document(make_page(TITLE + other)))
    page = source.read_page(1)
    lines, _ = read_page_lines(page, learn_profile([page])[0], is_rtl_document=False)
    text = read_pdf(make_page(TITLE + draw_shapes(30)), Recogniser(lines))
    assert [line.text for line in text.lines] == [
        "The Meeting agreed on the report of the Contact Group.",
        "2. It decided to meet again.",
    ]
    assert text.ocr_pages == (1,)
