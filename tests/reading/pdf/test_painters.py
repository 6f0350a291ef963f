"""Sizes of fonts that say nothing, and ink that stands in the space of a form."""

import numpy as np

from oic_reports.reading.pdf.painters import Moved, Painters, find_slanted, measure_sizes


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


def lean(*degrees):
    """Whether each of some painters, of ten characters each, paints askew."""
    angles = np.radians(degrees)
    matrices = np.column_stack([np.cos(angles), np.sin(angles), -np.sin(angles), np.cos(angles), *[0 * angles] * 2])
    count = len(degrees)
    return find_slanted(
        Painters(np.arange(1, count + 1), matrices, np.full(count, 12.0), np.repeat(np.arange(count), 10))
    ).tolist()


def test_a_stamp_leans_less_than_words_across_a_page():
    assert lean(0, 0, -6, 90, 45) == [False, False, True, False, True]
    # a crooked scan leans as a whole
    assert lean(4, 4, 5, -4, 45) == [False, False, False, False, True]
    # figures on a level page that are a little off
    assert lean(0, 0, 1) == [False, False, False]
