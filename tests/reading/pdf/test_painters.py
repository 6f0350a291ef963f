"""Sizes of fonts that say nothing, and ink that stands in the space of a form."""

import numpy as np

from oic_reports.reading.pdf.painters import Moved, Painters, measure_sizes


def make_painters(*sizes):
    """A painter of each size, with one character."""
    count = len(sizes)
    return Painters(
        np.arange(1, count + 1), np.tile([1.0, 0, 0, 1, 0, 0], (count, 1)), np.array(sizes), np.arange(count)
    )


def measure(sizes, heights):
    boxes = np.array([[0.0, height, 5.0, 0.0] for height in heights])
    return measure_sizes(make_painters(*sizes), boxes, np.ones(len(sizes), np.bool_)).tolist()


def test_glyphs_of_a_bitmap_font_are_as_large_as_those_beside_them():
    # its full stop, too, which is low
    assert measure([12.0, 1.0, 1.0, 12.0], [13.0, 13.0, 1.2, 13.0]) == [12.0] * 4


def test_tiny_glyphs_stay_tiny():
    assert measure([12.0, 1.0, 1.0], [13.0, 1.2, 1.2]) == [12.0, 1.0, 1.0]
    assert measure([1.0, 1.0], [13.0, 13.0]) == [1.0, 1.0]


def test_ink_in_a_form_is_set_into_the_page():
    moved = Moved(np.array([3]), np.array([0.5]), np.array([[10.0, 20.0]]), np.array([[400.0, 300.0]]))
    ink = np.array([[1.0, 2.0, 3.0, 4.0], [12.0, 16.0, 18.0, 26.0]])
    assert moved.move(ink, np.array([2, 3])).tolist() == [[1.0, 2.0, 3.0, 4.0], [401.0, 403.0, 299.0, 303.0]]
    assert Moved().move(ink, np.array([2, 3])).tolist() == ink.tolist()
