"""Which column of a right-to-left page is read first, where its paragraphs are numbered."""

import numpy as np
import pytest
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.column_order import goes_on_rightwards
from oic_reports.reading.pdf.columns import split_columns
from oic_reports.reading.pdf.layer_index import LayerIndex

TEXT = "رقم هذا نص عمود كامل"[::-1]


def lay_out(left, right):
    """A layer of two columns with a line for each label, and the glyphs of the rows of each."""
    rows, columns = [], ([], [])
    for column, labels, place in ((columns[0], left, 50.0), (columns[1], right, 320.0)):
        for number, label in enumerate(labels):
            line = set_line(f"{TEXT} {label}", left=place, baseline=100.0 + 15 * number, advance=8.0)
            column.append([len(rows) + glyph for glyph, row in enumerate(line) if row[0] != " "])
            rows += line
    return make_layer(rows), *([np.array(row) for row in column] for column in columns)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["(1)", "نص", "(2)"], ["نص", "(3)"], True),
        (["-8", "-9"], ["-10", "-11"], True),
        ([".8", ".9"], [".10"], True),
        # as right-to-left columns go
        (["(3)", "(4)"], ["(1)", "(2)"], False),
        # one is a number like another; a number that is missing; one without a sign of a label
        (["(1)"], ["(2)", "(3)"], False),
        (["(1)", "(2)"], ["(4)"], False),
        (["1", "2"], ["3"], False),
        (["(1)", "(2)"], ["نص"], False),
        (["(1)", "(2)"], ["2024-"], False),
    ],
)
def test_numbers_that_go_on_in_the_right_column(left, right, expected):
    assert goes_on_rightwards(*lay_out(left, right)) is expected


@pytest.mark.parametrize(
    ("left", "right", "first"), [(["(1)", "(2)"], ["(3)"], "left"), (["(4)", "(5)"], ["(1)"], "right")]
)
def test_the_column_that_begins_is_read_first(left, right, first):
    layer, _, _ = lay_out([*left, *["نص"] * 5], [*right, *["نص"] * 6])
    regions = split_columns(layer, LayerIndex.of(layer), is_rtl=True)
    assert ["left" if layer.left[region].min() < 100 else "right" for region in regions] == [
        first,
        "right" if first == "left" else "left",
    ]
