import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.hamzas import find_lifted, has_hamza, pass_to_alefs, set_on_line
from oic_reports.reading.pdf.layer_index import LayerIndex

WORD = [("ب", 64.0, 70.0), ("ر", 58.0, 64.0), ("ل", 52.0, 58.0)]


@pytest.mark.parametrize(("text", "found"), [("أ", True), ("آ", True), ("إ", True), ("ا", False), ("لأ", False)])
def test_letters_with_a_hamza(text, found):
    assert has_hamza(text) is found


def test_a_letter_at_the_place_of_its_hamza_is_set_on_its_line():
    # a line of 12 points at 100, and one at 130 whose first letter stands where its hamza is painted
    layer = make_layer([*WORD, ("أ", 71.0, 74.0, 120.5), *[(*row, 130.0) for row in WORD]])
    lifted, levels = find_lifted(layer)
    assert (lifted, levels.tolist()) == ([3], [130.0])
    set_on_line(layer, lifted, levels, np.array([7.0]))
    assert layer.baseline[3] == 120.5  # as high as a letter: no part of one
    set_on_line(layer, lifted, levels, np.array([2.5]))
    assert layer.baseline[3] == 130.0


@pytest.mark.parametrize(
    "row",
    [
        ("أ", 71.0, 74.0, 127.0),  # hardly off its line
        ("أ", 71.0, 74.0, 112.0),  # too far above it
        ("أ", 78.0, 84.0, 120.5),  # beside no letter
        ("إ", 71.0, 74.0, 120.5),  # its hamza is painted below the line
    ],
)
def test_letters_that_stand_elsewhere_stay(row):
    assert find_lifted(make_layer([row, *[(*each, 130.0) for each in WORD]]))[0] == []


def test_a_line_of_its_own_is_none_of_hamzas():
    # small print close above a line
    layer = make_layer(
        [("أ", 71.0, 74.0, 124.0), *[(*each, 124.0) for each in WORD], *[(*each, 130.0) for each in WORD]]
    )
    assert find_lifted(layer)[0] == []


def give(rows, sign="\u0654"):
    layer = make_layer(rows)
    attached = {0: [(sign, 60.0), ("\u064e", 61.0)]}
    pass_to_alefs(layer, LayerIndex.of(layer).is_base, attached)
    return {layer.texts[letter]: "".join(text for text, _ in signs) for letter, signs in attached.items()}


def test_the_hamza_of_a_lam_is_that_of_the_alef_at_its_end():
    assert give([("ل", 52.0, 58.0), ("ا", 52.0, 52.0)]) == {"ل": "\u064e", "ا": "\u0654"}
    assert give([("ل", 52.0, 58.0), ("ا", 52.0, 52.0)], sign="\u0655") == {"ل": "\u064e", "ا": "\u0655"}


def test_an_alef_that_is_lost_is_added_with_its_hamza():
    assert give([("ل", 52.0, 58.0), ("ا", 44.0, 48.0)]) == {"ل": "\u064eا\u0654"}


def test_a_hamza_of_another_letter_stays():
    assert give([("و", 52.0, 58.0), ("ا", 52.0, 52.0)]) == {"و": "\u0654\u064e"}
