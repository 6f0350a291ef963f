"""Two pages on one sheet."""

import pytest
from glyph_lines import make_layer, make_page, set_line

from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.sheets import part_sheet

SHEET = (842.0, 595.0)
HEADER = "REPORT OF THE GROUP"


def set_halves(header=HEADER, numbers=("1", "2"), shift=0.0):
    """A cover on the left and a page of text on the right, with what each has at its edges."""
    rows = [*set_line("THE GROUP OF EXPERTS", 90, 120), *set_line("FINAL REPORT", 120, 180)]
    for number in range(12):
        rows += set_line("the meeting agreed on this and on that", 471, 80 + 18 * number)
    for half, number in ((0.0, numbers[0]), (421.0 + shift, numbers[1])):
        rows += [*set_line(header, half + 60, 30), *set_line(number, half + 200, 570)]
    return rows


def count_parts(rows, size=SHEET, *, is_rtl=False):
    layer = make_layer(rows)
    return [int(part.size) for part in part_sheet(layer, LayerIndex.of(layer), size, is_rtl=is_rtl)]


def test_each_page_of_a_sheet_is_read_by_itself():
    page = make_page(set_halves(), *SHEET)
    lines, _ = read_page_lines(page, learn_profile([page])[0], is_rtl_document=False)
    texts = [line.text for line in lines]
    assert texts[:4] == [HEADER, "THE GROUP OF EXPERTS", "FINAL REPORT", "1"]
    assert texts[4:] == [HEADER, *["the meeting agreed on this and on that"] * 12, "2"]


def test_a_header_or_numbers_that_follow_each_other_tell():
    assert len(count_parts(set_halves(numbers=("7", "7")))) == 2
    assert len(count_parts(set_halves(header="", numbers=("7", "8")))) == 2


@pytest.mark.parametrize(
    "rows",
    [
        set_halves(header="", numbers=("7", "9")),
        set_halves(header="A B", numbers=("", "")),
        set_halves(shift=6.0),
        [*set_halves(), *set_line("a line over both of the halves of it", 350, 400)],
    ],
)
def test_what_is_wide_and_no_sheet_is_one_page(rows):
    assert len(count_parts(rows)) == 1


def test_a_page_that_is_not_wide_is_no_sheet():
    assert len(count_parts(set_halves(), (842.0, 800.0))) == 1


def test_the_right_half_comes_first_in_arabic():
    halves = count_parts(set_halves())
    assert count_parts(set_halves(), is_rtl=True) == halves[::-1]
    assert halves[0] < halves[1]
