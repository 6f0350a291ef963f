import numpy as np
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.regions import find_regions
from oic_reports.reading.pdf.ruled import RuledTable

NONE = np.zeros((0, 4))
PROSE = "The delegates thanked the host of their meeting"


def cell(text, left, baseline):
    return set_line(text, left, baseline, blank=4.0)


def read(*lines, rules=NONE, lanes=(), is_rtl=False):
    """The regions of a page: rows of cells (each the texts of its lines) for a table, None for other text."""
    layer = make_layer([glyph for line in lines for glyph in line])
    index = LayerIndex.of(layer)
    found = []
    for region in find_regions(layer, index, rules, is_rtl=is_rtl, lanes=lanes):
        if isinstance(region, RuledTable):
            found.append(
                [
                    ["".join(layer.texts[g] for g in cell.glyphs if layer.texts[g] != " ") for cell in row]
                    for row in region.rows
                ]
            )
        else:
            found.append(None)
    return found


def words(*rows):
    return [list(row) for row in rows]


def test_rows_whose_cells_wrap_end_where_all_columns_break():
    lines = [
        *(cell("Mali", 70, 112), cell("Minister of", 170, 100), cell("Foreign Affairs", 170, 114)),
        *(cell("Niger", 70, 140), cell("Ambassador", 170, 140)),
        *(cell("Republic of", 70, 168), cell("Head of the", 170, 168), cell("Chad", 70, 182), cell("office", 170, 182)),
    ]
    assert read(*lines) == [
        words(
            ["Mali", "MinisterofForeignAffairs"],
            ["Niger", "Ambassador"],
            ["RepublicofChad", "Headoftheoffice"],
        )
    ]


def test_even_lines_are_rows_and_a_line_without_a_first_cell_goes_on():
    lines = [
        *(cell("One", 70, 100), cell("Mali and its", 170, 100)),
        *(cell("Two", 70, 114), cell("Niger", 170, 114)),
        cell("and Chad", 170, 128),
        *(cell("Three", 70, 142), cell("Togo", 170, 142)),
    ]
    assert read(*lines) == [words(["One", "Maliandits"], ["Two", "NigerandChad"], ["Three", "Togo"])]


def test_columns_of_prose_are_no_table():
    left = [cell(PROSE, 70, 100 + 14 * n + 8 * (n > 3)) for n in range(9)]
    right = [cell(PROSE, 390, 100 + 14 * n + 8 * (n > 5)) for n in range(9)]
    assert read(*left, *right) == [None, None]


def test_columns_that_break_at_one_height_by_chance_are_no_table():
    lines = [cell(PROSE, left, 100 + 14 * n + 8 * (n // 4)) for left in (70, 390) for n in range(16)]
    assert read(*lines) == [None, None]


def test_a_table_of_prose_has_cells_of_different_length():
    lines = []
    for row, (left, right) in enumerate(((1, 3), (2, 1), (3, 2), (1, 2))):
        top = 100 + 60 * row
        lines += [cell(PROSE, 70, top + 14 * n) for n in range(left)]
        lines += [cell(PROSE, 390, top + 14 * n) for n in range(right)]
    ((rows),) = read(*lines)
    assert [len(row) for row in rows] == [2] * 4


def test_a_list_with_hanging_labels_is_no_table():
    lines = [line for n in range(5) for line in (cell(f"{n}.", 70, 100 + 20 * n), cell(PROSE, 110, 100 + 20 * n))]
    assert read(*lines) == [None]


def test_a_lane_that_the_document_has_parts_text():
    lines = [line for n in range(4) for line in (cell("Mali", 70, 100 + 20 * n), cell("Niger", 300, 100 + 20 * n))]
    assert len(read(*lines)[0]) == 4
    assert read(*lines, lanes=(200.0,))[0] is None


def test_rules_part_rows_where_white_does_not():
    texts = (("Mali", "Head of", 1), ("Niger", "Envoy of", 1))
    lines, top = [], 100
    for name, office, more in texts:
        lines += [cell(name, 70, top), cell(office, 170, top), cell("state", 170, top + 14 * more)]
        top += 28
    rules = np.array([(60, y, 260, y) for y in (88, 118, 146)], np.float64)
    assert read(*lines, rules=rules) == [words(["Mali", "Headofstate"], ["Niger", "Envoyofstate"])]


def test_rules_below_the_head_only_leave_rows_to_their_lines():
    lines = []
    for name, cost, top in (
        ("Action", "Cost", 100),
        ("Wells", "30", 130),
        ("Pumps", "40", 144),
        ("Dams of", "50", 158),
    ):
        lines += [cell(name, 70, top), cell(cost, 170, top)]
    lines.append(cell("the north", 70, 172))
    xs, ys = (60.0, 160.0, 260.0), (88.0, 112.0, 180.0)
    rules = np.array([*((60, y, 260, y) for y in ys), *((x, 88, x, 180) for x in xs)], np.float64)
    expected = words(["Action", "Cost"], ["Wells", "30"], ["Pumps", "40"], ["Damsofthenorth", "50"])
    assert read(*lines, rules=rules) == [expected]


def test_text_above_and_below_a_table_stays_around_it():
    table = [line for n in range(4) for line in (cell("Mali", 70, 200 + 20 * n), cell("Niger", 300, 200 + 20 * n))]
    above = [cell(PROSE, 70, 100 + 14 * n) for n in range(3)]
    below = [cell(PROSE, 70, 320 + 14 * n) for n in range(3)]
    found = read(*above, *table, *below)
    assert [region is None for region in found] == [True, False, True]


def test_the_last_line_of_a_paragraph_above_a_table_is_none_of_its_cells():
    lines = [
        set_line("An advance of two million has been released from this fund", 70, 86, blank=4.0),
        set_line("and shared as follows:", 70, 100, blank=4.0),
        *(cell("Country", 70, 114), cell("Tents", 250, 114), cell("Amount", 400, 114)),
        *(cell("Chad", 70, 128), cell("2400", 250, 128), cell("600000", 400, 128)),
        *(cell("Niger", 70, 142), cell("1100", 250, 142), cell("380000", 400, 142)),
    ]
    assert read(*lines) == [
        None,
        words(["Country", "Tents", "Amount"], ["Chad", "2400", "600000"], ["Niger", "1100", "380000"]),
    ]


def test_two_rows_of_three_columns_are_a_table_where_a_cell_wraps():
    head = [*cell("Activity", 70, 100), *cell("Body", 230, 100), *cell("When", 390, 100)]
    row = [*cell("Training of young", 70, 124), *cell("Agency", 230, 124), *cell("May", 390, 124)]
    rest = cell("delegates", 70, 138)
    assert read(head, row, rest) == [
        words(["Activity", "Body", "When"], ["Trainingofyoungdelegates", "Agency", "May"]),
    ]
    assert read(head, row) == [None]
    # two columns may be names below each other's office
    assert read(*(line for line in (cell("Ali", 70, 100), cell("Omar", 300, 100), cell("Minister of", 70, 124))),
                cell("Ambassador", 300, 124), cell("Trade", 70, 138)) == [None]  # fmt: skip


def make_close_table(lefts):
    """Rows of a name, a sum and a share; sums begin at these places, the longest name ends eight points before."""
    names = ("Fuel", "Hire of a hall a day", "Travel and", "Paper", "Post")
    lines = []
    for number, (name, left) in enumerate(zip(names, lefts, strict=True)):
        baseline = 100.0 + 32 * number
        lines += [cell(name, 70, baseline), cell("1400", left, baseline), cell("35%", 290, baseline)]
    return [*lines, cell("lodging", 70, 177.0)]


def test_a_column_close_to_the_longest_cell_before_it_is_told_by_its_edge():
    (table,) = read(*make_close_table([188.0] * 5))
    assert table[1:3] == words(["Hireofahalladay", "1400", "35%"], ["Travelandlodging", "1400", "35%"])


def test_without_an_edge_a_narrow_lane_is_the_blank_of_a_cell():
    (table,) = read(*make_close_table([192.0, 188.0, 196.0, 190.0, 194.0]))
    assert table[1] == ["Hireofahalladay1400", "35%"]


def test_labels_of_one_column_part_no_table():
    def column(left, first, labels):
        lines = []
        for number in range(9):
            baseline = first + 15.0 * number
            if number % 3 == 0:
                lines.append(set_line(f"{labels + number // 3}.", left, baseline))
            text = "the host thanked delegates who met"[: 34 - number % 3]
            lines.append(set_line(text, left + 25, baseline, 5.5, 3.5))
        return lines

    lines = [*column(50.0, 100.0, 1), *column(320.0, 107.0, 4)]
    assert set(read(*lines, lanes=[300.0])) == {None}


def test_a_column_is_told_by_few_rows_with_a_wide_gap_where_all_stand_at_its_edge():
    lines = []
    for row, (text, amount) in enumerate(
        (("Reserves of 3 400", "4 200"), ("Banks", "1 850"), ("Reserves of 1 400", "20"), ("Maps of routes", "975"))
    ):
        top = 100 + 34 * row
        lines += [
            cell(f"Mali{row}", 70, top),
            cell("Office of", 150, top),
            cell(text, 250, top),
            cell(amount, 354, top),
        ]
        lines += [cell("grain", 150, top + 13), cell("of the north", 250, top + 13)]
    ((rows),) = read(*lines)
    assert rows[0] == ["Mali0", "Officeofgrain", "Reservesof3400ofthenorth", "4200"]


def test_words_that_are_stretched_to_the_margins_of_a_cell_are_one_cell():
    lines = []
    for row, name in enumerate(("Mali", "Niger", "Chad", "Togo")):
        top = 100 + 34 * row
        lines += [
            cell(name, 70, top),
            cell("the office of", 170, top),
            cell("grain", 170, top + 13),
            cell("14", 300, top),
        ]
    # a line of the first cell goes to both of its margins
    lines[0:1] = [cell("The", 70, 100), cell("far", 105, 100), cell("Mali", 135, 100)]
    ((rows),) = read(*lines)
    assert rows[0] == ["ThefarMali", "theofficeofgrain", "14"]


def test_rows_that_stand_hardly_further_apart_than_lines_end_where_all_columns_break():
    texts = (
        (("Republic of", "Mali"), ("Grain",)),
        (("Chad",), ("Office", "of grain")),
        (("State of", "Libya"), ("Oil",)),
    )
    lines = []
    for row, columns in enumerate(texts):
        for left, column in zip((70, 170), columns, strict=True):
            lines += [cell(text, left, 100 + 29 * row + 14 * line) for line, text in enumerate(column)]
    ((rows),) = read(*lines)
    assert rows == words(["RepublicofMali", "Grain"], ["Chad", "Officeofgrain"], ["StateofLibya", "Oil"])


def test_columns_of_one_breadth_that_stand_level_by_chance_are_no_table():
    lines = [
        cell("The delegates of all", left, 100 + 14 * n + 6 * (n > 2)) for left in (70, 210, 350) for n in range(5)
    ]
    lines += [
        cell("The delegates of all", left, 190 + shift + 14 * n)
        for left, shift in ((70, 0), (210, 5), (350, 9))
        for n in range(9)
    ]
    assert read(*lines) == [None, None, None]
