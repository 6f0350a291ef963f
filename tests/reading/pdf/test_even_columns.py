"""Columns of one breadth that lines over all of them cut into bands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.reading.pdf.even_columns import cut_bands, find_even_lanes
from oic_reports.reading.pdf.row_pieces import Piece

STARTS = (70.0, 230.0, 390.0)
KNOWN = [(210.0, 230.0), (370.0, 390.0)]
NOTHING = np.zeros(0, np.int64)


def piece(left, right, height):
    return Piece(left, right, height, NOTHING)


def set_band(top, *counts, starts=STARTS, breadth=140.0):
    """Rows of lines that fill their columns, ``counts`` in each."""
    return [
        [
            piece(start, start + breadth, top + 14.0 * line)
            for start, count in zip(starts, counts, strict=True)
            if line < count
        ]
        for line in range(max(counts))
    ]


def title(height, breadth=300.0):
    return [piece(300.0 - breadth / 2, 300.0 + breadth / 2, height)]


def order_of(rows, lanes, *, is_rtl=False):
    """Left edge, first height and number of rows of each region."""
    return [
        (round(region[0][0].left), round(region[0][0].height), len(region))
        for region in cut_bands(rows, lanes, is_rtl=is_rtl)
    ]


def test_titles_over_columns_cut_them_into_bands():
    rows = [title(60), *set_band(80, 2, 2, 1), title(120), *set_band(140, 3, 2, 2), title(190), *set_band(210, 3, 3, 3)]
    lanes = find_even_lanes(rows)
    assert lanes == [(210.0, 230.0), (370.0, 390.0)]
    assert order_of(rows, lanes) == [
        (150, 60, 1), (70, 80, 2), (230, 80, 2), (390, 80, 1),
        (150, 120, 1), (70, 140, 3), (230, 140, 2), (390, 140, 2),
        (150, 190, 1), (70, 210, 3), (230, 210, 3), (390, 210, 3),
    ]  # fmt: skip
    assert order_of(rows, lanes, is_rtl=True)[1:4] == [(390, 80, 1), (230, 80, 2), (70, 80, 2)]


def test_a_title_in_the_middle_column_beside_which_nothing_goes_on_is_over_all():
    rows = [*set_band(80, 3, 3, 2), title(136, 80.0), *set_band(160, 4, 4, 4)]
    assert [region[:2] for region in order_of(rows, find_even_lanes(rows))][3:5] == [(260, 136), (70, 160)]
    # where other columns go on, or nothing of them is left, it is of its column
    rows[3] = [piece(70.0, 210.0, 136.0), *title(136, 80.0), piece(390.0, 530.0, 136.0)]
    assert [region[:2] for region in order_of(rows, find_even_lanes(rows))] == [(70, 80), (230, 80), (390, 80)]
    rows = [*set_band(80, 6, 6, 6), title(164, 80.0), *set_band(178, 0, 1, 0)]
    assert len(order_of(rows, find_even_lanes(rows))) == 3


def test_a_few_lines_are_columns_where_other_pages_have_their_lanes():
    rows = [*set_band(80, 2, 2, 1)]
    assert find_even_lanes(rows) == []
    assert find_even_lanes(rows, KNOWN) == KNOWN
    # cells that stand elsewhere, and lines over the whole breadth
    assert find_even_lanes(set_band(80, 2, 2, 1, starts=(60.0, 240.0, 400.0), breadth=120.0), KNOWN) == []
    assert find_even_lanes([title(80), title(94)], KNOWN) == []


@pytest.mark.parametrize(
    ("starts", "breadth"),
    [
        # columns of other breadths, words that stand as far apart as columns, and cells that their text does not fill
        ((70.0, 160.0, 390.0), 80.0),
        ((70.0, 120.0, 170.0), 40.0),
        ((70.0, 230.0, 390.0), 60.0),
    ],
)
def test_other_rows_have_no_even_lanes(starts, breadth):
    rows = [
        title(60, 460.0),
        title(74, 460.0),
        *set_band(88, 8, 8, 8, starts=starts, breadth=breadth),
        title(210, 460.0),
    ]
    assert find_even_lanes(rows) == []


EDGES = st.one_of(st.sampled_from([70.0, 71.5, 230.0, 232.0, 391.0, 394.0]), st.floats(50.0, 500.0))


@given(st.lists(st.lists(st.tuples(EDGES, st.floats(1.0, 200.0)), min_size=1, max_size=4), min_size=1, max_size=30))
def test_all_pieces_of_a_page_are_in_its_regions(rows):
    placed = [
        sorted((piece(left, left + breadth, 60.0 + 14.0 * number) for left, breadth in row), key=lambda own: own.left)
        for number, row in enumerate(rows)
    ]
    for lanes in (find_even_lanes(placed), find_even_lanes(placed, KNOWN), KNOWN):
        regions = cut_bands(placed, lanes, is_rtl=False)
        kept = [own for region in regions for row in region for own in row]
        assert sorted(map(id, kept)) == sorted(id(own) for row in placed for own in row)


def test_places_that_stand_a_little_further_apart_each_time_are_even():
    starts = (70.0, 231.5, 394.5)
    rows = set_band(80, 8, 8, 8, starts=starts)
    assert len(find_even_lanes(rows)) == 2


def test_a_stretched_blank_in_a_lane_does_not_part_a_line():
    rows = set_band(80, 8, 8, 8)
    lanes = find_even_lanes(rows)
    line = [piece(70.0, 218.0, 220.0), piece(226.0, 530.0, 220.0)]
    assert order_of([*rows, line], lanes)[3:] == [(70, 220, 1)]
    # a letter that reaches into it does
    line = [piece(70.0, 213.0, 220.0), piece(229.0, 370.0, 220.0)]
    assert len(order_of([*rows, line], lanes)) == 3


def test_labels_that_hang_before_lines_set_in_stand_in_no_lane():
    rows = set_band(60, 16, 16, starts=(92.0, 332.0), breadth=190.0)
    lanes = find_even_lanes(rows)
    assert lanes == [(282.0, 332.0)]
    # the lines of both columns are set in, and each third has its number before them, on the second column's edge
    labelled = [
        [row[0], piece(308.0, 318.0, row[0].height), row[1]] if not number % 3 else row
        for number, row in enumerate(rows)
    ]
    assert find_even_lanes(labelled) == []
