"""Rows of data are read as one line each; rows that lay out a page are not."""

from collections import Counter

import pytest

from oic_reports.reading.html import read_html

PROSE = "The experts looked at the wells of the coast and asked for a survey of them all in the spring. "


def read(*cells):
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return [line.text for line in read_html(f"<body><table><tr>{row}</tr></table></body>", Counter()) if line.text]


@pytest.mark.parametrize(
    "cells", [("Wells", "12 March", "Niamey"), ("Puits", "12 mars"), ("الآبار", "12 مارس", "نيامي")]
)
def test_short_cells_are_one_line(cells):
    (line,) = read(*cells)
    assert [line.find(cell) >= 0 for cell in cells] == [True] * len(cells)


@pytest.mark.parametrize(("length", "lines"), [(199, 1), (200, 2)])
def test_a_cell_of_prose_has_two_hundred_characters(length, lines):
    text = (PROSE * 4)[: length - 1] + "."
    assert len(read("Wells of the coast", text)) == lines


@pytest.mark.parametrize(("number", "lines"), [("12", 1), ("(12", 1), ("(   123", 1), ("(    123", 2), ("Wells", 2)])
def test_a_number_beside_prose_is_one_line(number, lines):
    text = (PROSE * 4).strip()
    assert len(read(number, text)) == lines


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (("Wells<br>of the coast", "Dams"), ["Wells", "of the coast", "Dams"]),
        (("<table><tr><td><p>Wells</p></td></tr></table>", "<p>Dams</p><p>Rain</p>"), ["Wells", "Dams", "Rain"]),
    ],
)
def test_cells_that_hold_lines_or_tables_lay_out_a_page(cells, lines):
    assert read(*cells) == lines


def test_one_filled_cell_is_no_row_of_data():
    assert read("", "<p>Wells</p><p>Dams</p>") == ["Wells", "Dams"]
    assert len(read("1", "<p>Wells</p><p>Dams</p>")) == 1
