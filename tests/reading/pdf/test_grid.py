import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.grid import GridCell, find_grids
from oic_reports.reading.pdf.ruled import TableCell, _join_headless, is_laid_out_from_left


def rules(xs, ys, *more):
    """The rules of a table: upright at ``xs``, across at ``ys``, and others as (x0, top, x1, bottom)."""
    across = [(xs[0], y, xs[-1], y) for y in ys]
    upright = [(x, ys[0], x, ys[-1]) for x in xs]
    return np.array([*across, *upright, *more], np.float64).reshape(-1, 4)


def places(grid):
    return [(cell.row, cell.column) for cell in grid.cells]


def test_fields_between_rules_are_cells():
    (grid,) = find_grids(rules([70, 100, 200], [300, 320, 350]))
    assert places(grid) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (grid.left, grid.top, grid.right, grid.bottom) == (70, 300, 200, 350)
    assert (grid.cells[-1].left, grid.cells[-1].top) == (100, 320)


def test_fields_without_a_rule_between_them_are_one_cell():
    table = rules([70, 200], [300, 320, 350], (100, 320, 100, 350))
    assert places(find_grids(table)[0]) == [(0, 0), (1, 0), (1, 1)]


def test_pieces_of_a_rule_are_one():
    table = rules([70, 100, 200], [300, 350])
    pieces = [(x, 320.4, x + 8.0, 320.4) for x in range(70, 200, 10)]
    assert len(places(find_grids(np.concatenate([table, np.array(pieces)]))[0])) == 4


def test_a_double_rule_is_one():
    assert len(places(find_grids(rules([70, 100, 103, 200], [300, 302, 320, 350]))[0])) == 4


def test_a_table_open_at_its_sides_has_its_outer_columns():
    across = [(70, y, 300, y) for y in (300, 320, 340)]
    table = np.array([*across, (150, 300, 150, 340), (220, 300, 220, 340)], np.float64)
    assert len(places(find_grids(table)[0])) == 6


def test_frames_and_single_rules_are_no_tables():
    assert find_grids(rules([70, 500], [100, 700])) == []
    assert find_grids(rules([70, 500], [100, 300, 700])) == []
    assert find_grids(np.array([(70, 100, 500, 100), (70, 700, 500, 700)], np.float64)) == []
    assert find_grids(np.zeros((0, 4))) == []


def test_tables_that_do_not_touch_are_two():
    both = np.concatenate([rules([70, 100, 200], [300, 320, 350]), rules([70, 100, 200], [500, 520, 550])])
    assert [grid.top for grid in find_grids(both)] == [300, 500]


HEAD = ["الدولة", "المعلن", "المسدد"]
NAMED = [["الأولى", "400", "75%"], ["الثانية", "250", "40%"]]


@pytest.mark.parametrize(
    ("rows", "is_from_left"),
    [
        ([HEAD, *NAMED], True),
        (NAMED, True),
        ([HEAD, *(row[::-1] for row in NAMED)], False),
        ([HEAD, NAMED[0], ["الثانية", "لا شيء", "40%"]], False),
        ([HEAD, NAMED[0]], False),
        ([HEAD, *NAMED, ["ملاحظة تمتد على الأعمدة"]], False),  # a line across all columns
        ([["ملاحظة", "15", "1"], ["أخرى", "16", "2"]], False),  # remarks behind numbers that count
        ([["مدفوع", "500", "1-"], ["غير مدفوع", "300", "2-"]], False),
        ([["مدفوع", "500", "(1)"], ["غير مدفوع", "300", "(2)"]], False),
        ([["مدفوع", "500", "2013"], ["غير مدفوع", "300", "2012"]], False),  # years that fall
        ([["مدفوع", "500", "03/04/2013"], ["غير مدفوع", "300", "01/04/2013"]], False),  # days
        ([["مدفوع", "500", "1"], ["غير مدفوع", "300", "2"], ["المجموع", "800", ""]], False),  # a sum has no number
        ([row[:2] for row in [HEAD, *NAMED]], False),
        ([["م", "القرار", "النسبة"], *([str(n), "شراء أجهزة", f"{90 - n}%"] for n in (1, 2, 3))], True),
        ([["م", "القرار", "الموعد"], *([str(n), "شراء أجهزة", "تونس"] for n in (1, 3, 4))], False),
        # another number than that of the row
        ([["الترتيب", "القرار", "الدولة"], *([str(n), "شراء أجهزة", "تونس"] for n in (1, 2, 3))], False),
        ([["م", "القرار", "م"], *([str(n), "شراء أجهزة", str(n)] for n in (1, 2, 3))], False),
    ],
)
def test_a_table_whose_names_stand_left_of_figures_is_laid_out_from_the_left(rows, is_from_left):
    assert is_laid_out_from_left(rows) is is_from_left


def frame(left, top, right, bottom):
    """The rules of a frame round a page."""
    edges = [(left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom)]
    return [*edges, (right, top, right, bottom)]


def test_the_frame_of_a_page_that_a_table_runs_over_is_no_cell_of_it():
    grids = find_grids(rules([10, 150, 250, 400], [300, 320, 340, 360], *frame(30, 40, 500, 780)))
    (grid,) = grids
    for one in grid.cells:
        inside = [
            other
            for other in grid.cells
            if other is not one
            and (one.left <= other.left and other.right <= one.right)
            and (one.top <= other.top and other.bottom <= one.bottom)
        ]
        assert inside == []
    assert {(cell.top, cell.bottom) for cell in grid.cells if cell.left == 250} >= {(300, 320), (320, 340), (340, 360)}
    assert grid.right == 400


def test_a_frame_that_no_table_touches_leaves_the_table_as_it_is():
    (grid,) = [one for one in find_grids(rules([70, 150, 250], [300, 320, 340], *frame(30, 40, 500, 780))) if one]
    assert (grid.left, grid.top, grid.right, grid.bottom) == (70, 300, 250, 340)


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        # words in a gap of a stretched line go to the words beside them, not to figures
        (["5", "to", "from"], ["5", "from to"]),
        # between two cells of words, or of figures, nothing tells
        (["each", "to", "from"], ["each", "to", "from"]),
        (["5", "to", "7"], ["5", "to", "7"]),
    ],
)
def test_words_under_no_head_are_of_the_cell_of_words_beside_them(texts, joined):
    rows = [
        (sign, 10.0 + 50 * place + 5 * n, 15.0 + 50 * place + 5 * n)
        for place, text in enumerate(texts)
        for n, sign in enumerate(text)
    ]
    layer = make_layer(rows)
    glyphs = iter(range(len(rows)))
    cells = [
        TableCell(GridCell(1, place, 50.0 * place, 0, 50.0 * place + 50, 20), np.array([next(glyphs) for _ in text]))
        for place, text in enumerate(texts)
    ]
    head = [TableCell(GridCell(0, place, 0, 0, 0, 0), np.array([0])) for place in (0, 2)]
    found = _join_headless(layer, head, cells)
    signs = [sorted(layer.texts[glyph] for glyph in cell.glyphs.tolist()) for cell in found]
    assert signs == [sorted(text.replace(" ", "")) for text in joined]
