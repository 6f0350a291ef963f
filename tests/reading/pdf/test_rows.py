from itertools import pairwise

from printed import make_line

from oic_reports.reading.pdf.table_lines import mark_tables


def make_row(baseline, *cells, size=12.0, **more):
    """A row of a table from cells of (text, left, right)."""
    parts = tuple(make_line(text, baseline, left=left, right=right, size=size) for text, left, right in cells)
    lanes = tuple((a.right, b.left) for a, b in pairwise(parts))
    text = " ".join(part.text for part in parts)
    values = {"left": parts[0].left, "right": parts[-1].right, "lanes": lanes, "parts": parts, "size": size, **more}
    return make_line(text, baseline, **values)


def texts(lines):
    return [(line.text, line.flow, line.hint) for line in lines]


def test_cells_that_wrap_are_read_cell_by_cell():
    rows = [
        make_row(100.0, ("Head of delegation", 70.0, 200.0), ("State", 300.0, 340.0)),
        make_row(130.0, ("Minister of", 70.0, 150.0), ("Mali", 300.0, 330.0)),
        make_line("Foreign Affairs", 144.0, left=70.0, right=170.0),
        make_row(174.0, ("Ambassador", 70.0, 150.0), ("Niger", 300.0, 330.0)),
    ]
    assert texts(mark_tables(rows)) == [
        ("Head of delegation State", "starts", "table"),
        ("Minister of", "starts", "table"),
        ("Foreign Affairs", "continues", "table"),
        ("Mali", "continues", "table"),
        ("Ambassador Niger", "starts", "table"),
    ]


def test_lines_as_far_apart_as_rows_are_no_rest_of_a_cell():
    rows = [
        make_row(100.0, ("One", 70.0, 100.0), ("Mali", 300.0, 330.0)),
        make_row(115.0, ("Two", 70.0, 100.0), ("Niger", 300.0, 330.0)),
        make_line("Three", 130.0, left=70.0, right=100.0),
        make_row(145.0, ("Four", 70.0, 100.0), ("Chad", 300.0, 330.0)),
    ]
    assert [line.text for line in mark_tables(rows)] == ["One Mali", "Two Niger", "Three", "Four Chad"]


def test_a_paragraph_below_a_table_is_none_of_it():
    rows = [make_row(100.0 + 20 * n, ("Name", 70.0, 110.0), ("Mali", 300.0, 330.0)) for n in range(3)]
    after = make_line("The Meeting agreed on what follows.", 156.0, left=70.0, right=330.0)
    assert texts(mark_tables([*rows, after]))[-1] == (after.text, None, None)


def test_cells_run_from_right_to_left_in_an_arabic_row():
    rows = [make_row(100.0 + 20 * n, ("2,500,000", 70.0, 130.0), ("قطر", 300.0, 330.0), is_rtl=True) for n in range(3)]
    assert [line.text for line in mark_tables(rows)] == ["قطر 2,500,000"] * 3
