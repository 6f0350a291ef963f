import numpy as np
from glyph_lines import make_layer

from oic_reports.reading.pdf.glyph_rows import GlyphRows

ROWS = GlyphRows.of([np.array([3, 1, 2]), np.array([], np.int64), np.array([0, 4])])


def test_each_line_keeps_its_own_glyphs_and_its_own_sums():
    assert [line.tolist() for line in ROWS] == [[3, 1, 2], [], [0, 4]]
    assert ROWS.is_inner.tolist() == [False, True, True, False, True]
    assert ROWS.count(np.array([True, False, True, False, True])).tolist() == [2, 0, 1]
    assert ROWS.accumulate(np.array([2.0, 1.0, 3.0, 1.0, 0.0])).tolist() == [2.0, 2.0, 3.0, 1.0, 1.0]
    assert ROWS.find_middles(np.array([5.0, 1.0, 9.0, 4.0, 7.0])).tolist() == [5.0, 0.0, 7.0]


def test_sorting_and_picking_stay_inside_lines():
    values = np.array([5.0, 1.0, 9.0, 7.0, 4.0])
    assert [line.tolist() for line in ROWS.sort(values)] == [[1, 3, 2], [], [4, 0]]
    assert [line.tolist() for line in ROWS.pick(values > 4)] == [[3, 2], [], [0]]


def test_the_level_of_a_line_is_that_of_most_of_its_glyphs():
    layer = make_layer([(letter, 0.0, 1.0, height) for letter, height in zip("abcde", (7, 3, 3, 9, 7), strict=True)])
    rows = GlyphRows.of([np.array([3, 1, 2]), np.array([0, 4])])
    assert rows.find_levels(layer).tolist() == [3.0, 7.0]
