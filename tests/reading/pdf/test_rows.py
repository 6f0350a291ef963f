from itertools import pairwise

from printed import make_line

from oic_reports.reading.pdf.flow import mark_flow
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


LEFT, MIDDLE, RIGHT = (
    ("Office of the Permanent", 70.0, 190.0),
    ("Distr.: Limited", 230.0, 300.0),
    ("Original", 400.0, 440.0),
)


def list_joined(*lines):
    return [(line.text, line.joins) for line in mark_tables(lines)]


def test_cells_of_a_cover_that_wrap_are_read_cell_by_cell():
    row = make_row(100.0, LEFT, MIDDLE, RIGHT, margins=(70.0, 520.0))
    first = make_line("Representative to", 114.0, left=70.0, right=160.0, first_word=75.0)
    second = make_line("Geneva", 128.0, left=70.0, right=110.0, first_word=65.0)
    title = make_line("Note by the Observer", 170.0, left=200.0, right=400.0)
    assert list_joined(row, first, second, title) == [
        ("Office of the Permanent", False),
        ("Representative to", True),
        ("Geneva", True),
        ("Distr.: Limited", True),
        ("Original", True),
        ("Note by the Observer", False),
    ]
    assert all(line.hint is None for line in (row, first, second, title))


def test_a_line_below_a_cell_in_which_it_would_have_fitted_is_its_own():
    row = make_row(100.0, LEFT, RIGHT, margins=(70.0, 520.0))
    below = make_line("Representative to", 114.0, left=70.0, right=160.0, first_word=75.0)
    assert list_joined(row, below) == [(row.text, False), (below.text, False)]


def test_all_cells_of_a_cover_may_wrap():
    first = make_row(100.0, LEFT, ("Distr.:", 230.0, 270.0), ("Original:", 310.0, 350.0), margins=(70.0, 400.0))
    words = (("Mission", 70.0, 130.0), ("Restricted", 230.0, 290.0), ("Portuguese", 310.0, 370.0))
    second = make_row(114.0, *words)
    for part in second.parts:
        part.first_word = part.right - part.left
    joined = list_joined(first, second)
    assert joined[:2] == [("Office of the Permanent", False), ("Mission", True)]
    assert [text for text, _ in joined[2:]] == ["Distr.:", "Restricted", "Original:", "Portuguese"]
    # two rows of full cells are two rows
    full = make_row(100.0, LEFT, ("Limited", 230.0, 270.0), ("English", 310.0, 350.0), margins=(70.0, 400.0))
    second = make_row(114.0, *words)
    for part in second.parts:
        part.first_word = part.right - part.left
    assert list_joined(full, second) == [(full.text, False), (second.text, False)]


def test_cells_that_are_set_flush_right_or_centred_wrap_too():
    for left, right in ((110.0, 190.0), (90.0, 170.0)):
        row = make_row(100.0, LEFT, RIGHT, margins=(60.0, 520.0))
        row.parts[1].left = 230.0
        below = make_line("Representative", 114.0, left=left, right=right, first_word=80.0)
        assert list_joined(row, below)[1] == ("Representative", True)


def test_a_line_that_is_stretched_to_its_margins_is_no_row():
    words = (("forty-seventh", 70.0, 190.0), ("session", 230.0, 300.0), ("of", 400.0, 440.0))
    row = make_row(100.0, *words, margins=(70.0, 440.0))
    below = make_line("Senior Officials", 114.0, left=70.0, right=160.0, first_word=75.0)
    assert list_joined(row, below) == [(row.text, False), (below.text, False)]


def test_a_row_goes_on_where_its_cells_do():
    row = make_row(100.0, LEFT, MIDDLE, margins=(70.0, 330.0))
    below = make_line("Representative to", 114.0, left=70.0, right=160.0, first_word=75.0)
    lines = [row, below]
    mark_flow([lines])
    assert [line.flow for line in lines] == ["starts", "continues", "continues"]
