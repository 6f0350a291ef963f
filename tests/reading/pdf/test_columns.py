import numpy as np
import pytest
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.columns import _has_edges, split_columns
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import Piece

WORDS = "the meeting agreed on this"


def regions_of(rows, *, is_rtl=False):
    layer = make_layer(rows)
    regions = split_columns(layer, LayerIndex.of(layer), is_rtl=is_rtl)
    return [sorted({layer.texts[i] for i in region if layer.texts[i].isupper()}) for region in regions]


def set_column(left, first, mark, rows=6, shift=0.0):
    return [
        glyph
        for number in range(rows)
        for glyph in set_line(mark + WORDS[:24], left=left, baseline=first + shift + 15 * number, advance=5.0)
    ]


def test_two_columns_under_a_title():
    title = set_line("T" + WORDS * 3, left=150.0, baseline=60.0, advance=5.0)
    rows = [*title, *set_column(50.0, 100.0, "L"), *set_column(320.0, 100.0, "R", shift=4.0)]
    assert regions_of(rows) == [["T"], ["L"], ["R"]]
    assert regions_of(rows, is_rtl=True) == [["T"], ["R"], ["L"]]


def test_rows_painted_across_columns_are_parted_too():
    rows = []
    for number in range(6):
        rows += set_line("L" + WORDS[:24], left=50.0, baseline=100.0 + 15 * number, advance=5.0)
        rows += set_line("R" + WORDS[:24], left=320.0, baseline=100.0 + 15 * number, advance=5.0)
    assert regions_of(rows) == [["L"], ["R"]]


def test_three_columns():
    rows = [*set_column(40.0, 100.0, "A"), *set_column(220.0, 100.0, "B"), *set_column(400.0, 100.0, "C")]
    assert regions_of(rows) == [["A"], ["B"], ["C"]]


def test_hanging_labels_make_no_column():
    rows = []
    for number in range(8):
        rows += set_line(f"{number}.", left=50.0, baseline=100.0 + 15 * number)
        rows += set_line("A" + WORDS * 2, left=90.0, baseline=100.0 + 15 * number, advance=5.0)
    assert len(regions_of(rows)) == 1


def test_figures_beside_names_are_a_table_not_columns():
    rows = []
    for number in range(8):
        rows += set_line("A" + WORDS[:20], left=50.0, baseline=100.0 + 15 * number)
        rows += set_line("2500000 118 59 426", left=320.0, baseline=100.0 + 15 * number)
    assert len(regions_of(rows)) == 1


def test_all_glyphs_are_in_one_region():
    layer = make_layer([*set_column(50.0, 100.0, "L"), *set_column(320.0, 100.0, "R")])
    regions = split_columns(layer, LayerIndex.of(layer), is_rtl=False)
    assert sorted(np.concatenate(regions).tolist()) == list(range(len(layer.texts)))


def test_a_few_rows_are_columns_where_other_pages_have_their_lane():
    rows = [*set_column(50.0, 100.0, "L", rows=5), *set_column(320.0, 100.0, "R", rows=2)]
    assert regions_of(rows) == [["L", "R"]]
    layer = make_layer(rows)
    regions = split_columns(layer, LayerIndex.of(layer), is_rtl=False, lanes=[300.0])
    assert [{layer.texts[i] for i in region if layer.texts[i].isupper()} for region in regions] == [{"L"}, {"R"}]


def test_short_cells_are_no_column():
    cells = [("MALI", "bread"), ("CHAD", "water and tents"), ("IRAQ", "tents"), ("OMAN", "schools"), ("IRAN", "wells")]
    rows = []
    for number, (name, what) in enumerate(cells):
        rows += set_line(name, left=50.0, baseline=100.0 + 15 * number)
        rows += set_line(what, left=250.0, baseline=100.0 + 15 * number)
    assert len(regions_of(rows)) == 1


def test_ragged_columns_share_no_edge():
    rows = []
    for number in range(8):
        rows += set_line("L" + (WORDS * 2)[: 36 - number % 5], left=50.0, baseline=100.0 + 15 * number, advance=7.0)
        words = "R" + (WORDS * 2)[: 26 + number % 4]
        rows += set_line(words, left=520.0 - 7.0 * len(words), baseline=100.0 + 15 * number, advance=7.0)
    assert regions_of(rows) == [["L"], ["R"]]


def test_columns_that_stand_close_are_told_by_their_edges():
    def set_column(left, right, texts):
        rows = []
        for number, text in enumerate(texts):
            gap = (right - left - 6.0 * len(text.replace(" ", ""))) / text.count(" ")
            rows += set_line(text, left, 100.0 + 16.0 * number, blank=gap)
        return rows

    texts = ["the states of the region met", "again in the spring of this", "year and agreed on a survey"] * 3
    rows = set_column(70, 250, texts) + set_column(257, 437, texts)
    layer = make_layer(rows)
    regions = split_columns(layer, LayerIndex.of(layer), is_rtl=False)
    assert [round(float(layer.left[region].min())) for region in regions] == [70, 257]
    ragged = [
        row
        for number, text in enumerate(texts)
        for row in set_line(text + " with all of its members", 70, 100.0 + 16.0 * number, blank=9.0 + number)
    ]
    layer = make_layer(ragged)
    assert len(split_columns(layer, LayerIndex.of(layer), is_rtl=False)) == 1


def test_headings_and_last_lines_of_paragraphs_leave_a_column_one():
    short = [
        glyph
        for number in range(7)
        for glyph in set_line("R" + WORDS[:11], left=320.0, baseline=100.0 + 30 * number, advance=5.0)
    ]
    long = [
        glyph
        for number in range(6)
        for glyph in set_line("R" + WORDS * 2, left=320.0, baseline=115.0 + 30 * number, advance=5.0)
    ]
    assert regions_of([*set_column(50.0, 100.0, "L", rows=13), *short, *long]) == [["L"], ["R"]]


def test_a_list_that_is_set_in_makes_no_column_of_its_own():
    # ten points part the columns (0.83 font sizes), and thirty of the list that is set in
    rows = []
    for number in range(14):
        is_list = 4 <= number < 9
        rows += set_line("L" + "meeting" * 6, left=50.0, baseline=100.0 + 15 * number, advance=5.0)
        mark, text, left = ("I", "agreed" * 6, 295.0) if is_list else ("R", "agreed" * 7, 275.0)
        rows += set_line(mark + text, left=left, baseline=100.0 + 15 * number, advance=5.0)
    assert regions_of(rows) == [["L"], ["I", "R"]]


def set_filled(mark, left, right, baseline, blanks=5):
    """A line over a whole column: its last letter ends at the right."""
    text = mark + "states of the region met again"[: 3 * (right - left) // 16]
    gap = (right - left - 5.0 * len(text.replace(" ", ""))) / max(text.count(" "), 1)
    return set_line(text, left=left, baseline=baseline, advance=5.0, blank=gap)


def test_columns_of_which_a_third_of_the_lines_is_short_are_told_by_both_edges():
    # ten points part them; lines of the right one are set in, in the left one end early
    rows = []
    for number in range(16):
        is_short = number % 3 == 0
        rows += set_filled("L", 50, 150 if is_short else 210, 100.0 + 15 * number)
        rows += set_filled("R", 240 if is_short else 220, 380, 100.0 + 15 * number)
    assert regions_of(rows) == [["L"], ["R"]]


@pytest.mark.parametrize(
    ("ends", "starts", "are_edges"), [(20, 5, True), (13, 13, True), (5, 15, True), (13, 10, False), (10, 10, False)]
)
def test_one_edge_tells_or_both_together(ends, starts, are_edges):
    # of twenty rows so many end, and begin, at the lane
    def piece(left, right):
        return Piece(left, right, 0.0, np.zeros(0, np.int64))

    band = [
        [
            piece(50, 200 if number < ends else 100 + 4 * number),
            piece(210 if 20 - number <= starts else 230 + 4 * number, 400),
        ]
        for number in range(20)
    ]
    assert _has_edges(band, 205.0) is are_edges


@pytest.mark.parametrize(("start", "found"), [(200.0, [["T"], ["H", "L"], ["G", "R"]]), (197.0, None)])
def test_headings_whose_words_stand_further_apart_than_columns_are_parted_with_them(start, found):
    rows = [*set_line("T" + WORDS * 2, left=120.0, baseline=60.0, advance=5.0)]
    # words of the left heading are stretched to its margin, and the gap at the lane is narrower
    rows += [*set_line("Hon", 50.0, 82.0, 7.3), *set_line("harvests", 190.0 - 8 * 7.3, 82.0, 7.3)]
    rows += set_line("Gon the planting", left=start, baseline=82.0, advance=7.3, blank=14.0)
    rows += [*set_column(50.0, 100.0, "L", rows=9), *set_column(200.0, 107.0, "R", rows=9)]
    # a line over both columns does not begin where the right one does
    assert regions_of(rows) == (found or [["G", "H", "T"], ["L"], ["R"]])
