import numpy as np
import pytest
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.stacked import find_order, find_starts, settle_stacked


def in_order(layer):
    return np.arange(len(layer.texts))


def stack(*more, baseline=100.0):
    """A line of words whose last letters (on the left) climb, each word to heights of its own, and what is given more."""
    rows = set_line("وعلم وعلم وعلم وعلم. ", baseline=baseline)
    heights = {place: 2.3 + 0.7 * place for place, row in enumerate(rows) if row[0] in {"و", "ع"}}
    return [(*row[:3], baseline - heights.get(place, 0.0)) for place, row in enumerate(rows)] + list(more)


def test_letters_above_their_line_are_set_on_it():
    layer = make_layer([*stack(), *stack(baseline=118.0)])
    kept = settle_stacked(layer, in_order(layer))
    assert len(kept) == len(layer.texts)
    half = len(layer.texts) // 2
    assert layer.baseline.tolist() == [100.0] * half + [118.0] * half


def test_a_few_lifted_signs_are_no_stacked_font():
    layer = make_layer([*set_line("ملعو " * 40), ("أ", 900.0, 906.0, 95.0)])
    settle_stacked(layer, in_order(layer))
    assert layer.baseline[-1] == 95.0


def test_the_line_of_a_cell_beside_others_stays():
    layer = make_layer([*set_line("ملعو ملعو"), *set_line("كتاب", left=150.0, baseline=95.0), *set_line("ملعو", 200.0)])
    settle_stacked(layer, in_order(layer))
    assert np.count_nonzero(layer.baseline == 95.0) == 4


@pytest.mark.parametrize("body", ["ب", UNMAPPED, ";"])
def test_dots_give_their_text_to_the_body_and_go(body):
    dots = [(body, 120.0, 126.0, 100.0), ("ب", 122.5, 123.5, 102.0)]
    layer = make_layer([*stack(), *dots])
    kept = settle_stacked(layer, in_order(layer))
    assert len(layer.texts) - 1 not in kept
    assert layer.texts[-2] == "ب"


def test_two_letters_of_one_name_both_stay():
    layer = make_layer([*stack(), ("ب", 120.0, 126.0, 100.0), ("ب", 126.0, 131.0, 97.0)])
    assert len(settle_stacked(layer, in_order(layer))) == len(layer.texts)


def test_a_bow_under_the_next_word_begins_behind_the_blank_that_is_painted_before_it():
    # "رس لا" from the left: alef, lam, blank, a seen whose bow reaches under both, reh
    rows = [("ا", 10.0, 13.0), ("ل", 13.0, 17.0), (" ", 17.0, 20.0), ("س", 8.0, 28.0), ("ر", 28.0, 33.0)]
    layer = make_layer(rows)
    assert find_starts(layer, in_order(layer)).tolist() == [10.0, 13.0, 17.0, 20.0, 28.0]


@pytest.mark.parametrize(
    "rows",
    [
        [("ا", 10.0, 13.0), ("ل", 13.0, 17.0)],  # none reaches over another
        [("ل", 13.0, 17.0), ("ا", 10.0, 13.0)],  # painted from the right
        [("إ", 12.0, 13.0), ("لإ", 10.0, 17.0)],  # a part of a ligature
        [("3", 12.0, 13.0), ("س", 10.0, 17.0)],  # a figure
    ],
)
def test_other_letters_begin_at_their_left_edge(rows):
    layer = make_layer(rows)
    starts = find_starts(layer, in_order(layer))
    assert starts.size == 0 or starts.tolist() == layer.left.tolist()


def test_the_order_of_painting_is_that_of_objects_and_from_left_to_right_in_each():
    # the first object is given turned round, the second one paints before it
    layer = make_layer([("ر", 30.0, 33.0), ("س", 20.0, 28.0), ("ا", 5.0, 8.0), ("ل", 10.0, 14.0)])
    assert find_order(layer, np.array([0, 0, 1, 1]), np.array([7, 3])).tolist() == [2, 3, 1, 0]
