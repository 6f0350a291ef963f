import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.numbered_texts import Kinds
from oic_reports.reading.pdf.signs_apart import (
    find_carried,
    find_lifted,
    find_stray,
    hides_letters,
    names_clusters,
    pass_to_alefs,
    set_on_line,
    widen_carried,
)

WORD = [("ب", 64.0, 70.0), ("ر", 58.0, 64.0), ("ل", 52.0, 58.0)]


def lift(layer):
    return find_lifted(layer, Kinds.of(layer.texts))


@pytest.mark.parametrize(
    ("glyph", "is_named"),
    [
        (("بُ", 59.0, 62.0, 96.0), True),
        (("بُ", 46.0, 52.0), False),  # beside the letters
        (("\u064f", 59.0, 62.0, 96.0), False),
        (("بُ", 59.0, 62.0, 80.0), False),  # on another line
    ],
)
def test_a_sign_that_is_named_as_its_cluster_lies_over_a_letter(glyph, is_named):
    assert names_clusters(make_layer([*WORD, glyph])) is is_named


@pytest.mark.parametrize(
    ("letter", "baseline", "is_hidden"), [("¡", 96.0, True), ("ر", 96.0, False), (" ", 96.0, False), ("¡", 80.0, False)]
)
def test_what_stands_under_the_sign_of_a_cluster_is_its_letter(letter, baseline, is_hidden):
    # wherever in the order of painting
    layer = make_layer([("بُ", 59.0, 62.0, baseline), *WORD[:1], ("ر", 52.0, 58.0), (letter, 58.0, 64.0)])
    assert hides_letters(layer) is is_hidden


def stray(rows, height=3.0, off=8.0):
    """The strays of some rows above which a line stands; of their letters the ink is so high, and so far off."""
    layer = make_layer([*WORD, *rows])
    measured = find_stray(layer, lambda glyphs: (np.full(len(glyphs), height), np.full(len(glyphs), off)))
    return measured.tolist()


SIGNS = [("ت", 80.0, 82.0, 120.0), ("\u064f", 80.0, 82.0, 120.0), ("أُ", 60.0, 62.0, 118.5)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (SIGNS, [3, 4, 5]),
        ([*SIGNS, ("ر", 70.0, 76.0, 120.0)], []),  # signs of this line
        ([("\u064f", 59.0, 62.0, 97.0)], []),
        ([("أ", 60.0, 62.0, 118.5)], []),  # no sign is named
    ],
)
def test_signs_of_a_line_without_letters_are_those_of_another_page(rows, found):
    assert stray(rows) == found


@pytest.mark.parametrize("ink", [{"height": 9.0}, {"off": 0.0}])
def test_a_line_of_one_letter_with_its_sign_is_a_line(ink):
    assert stray(SIGNS, **ink) == []


def test_a_letter_at_the_place_of_its_hamza_is_set_on_its_line():
    # a line of 12 points at 100, and one at 130 whose first letter stands where its hamza is painted
    layer = make_layer([*WORD, ("أ", 71.0, 74.0, 120.5), *[(*row, 130.0) for row in WORD]])
    lifted, levels = lift(layer)
    assert (lifted, levels.tolist()) == ([3], [130.0])
    set_on_line(layer, lifted, levels, np.array([7.0]))
    assert layer.baseline[3] == 120.5  # as high as a letter: no part of one
    set_on_line(layer, lifted, levels, np.array([2.5]))
    assert layer.baseline[3] == 130.0


@pytest.mark.parametrize(("left", "taken"), [(69.5, True), (66.0, False)])
def test_a_letter_takes_the_place_of_its_body(left, taken):
    layer = make_layer([("أ", 71.0, 74.0, 120.5), ("ا", left, left + 2.0, 130.0), *[(*row, 130.0) for row in WORD]])
    lifted, levels = lift(layer)
    set_on_line(layer, lifted, levels, np.array([2.5]))
    assert bool(layer.left[0] == left) is taken
    assert layer.baseline[0] == 130.0


@pytest.mark.parametrize(
    "row",
    [
        ("أ", 71.0, 74.0, 127.0),  # hardly off its line
        ("إ", 71.0, 74.0, 132.0),  # nor this one
        ("أ", 71.0, 74.0, 112.0),  # too far above it
        ("أ", 78.0, 84.0, 120.5),  # beside no letter
        ("إ", 71.0, 74.0, 120.5),  # its hamza is painted below the line
    ],
)
def test_letters_that_stand_elsewhere_stay(row):
    assert lift(make_layer([row, *[(*each, 130.0) for each in WORD]]))[0] == []


def test_a_line_of_its_own_is_none_of_hamzas():
    # small print close above a line
    layer = make_layer(
        [("أ", 71.0, 74.0, 124.0), *[(*each, 124.0) for each in WORD], *[(*each, 130.0) for each in WORD]]
    )
    assert lift(layer)[0] == []


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


# a word whose second letter, of 6 points, has the place of its sign: 2 points broad, in a hole
HELD = [
    ("ب", 64.0, 70.0),
    ("ة", 60.0, 62.0, 102.0),
    ("\u064f", 60.0, 62.0, 102.0),
    ("ك", 49.0, 55.0),
    ("ل", 43.0, 49.0),
]


def widen(rows, height=2.0):
    layer = make_layer(rows)
    carried = find_carried(layer, Kinds.of(layer.texts))
    widen_carried(layer, carried, np.full(len(carried), height))
    return [(layer.left[place], layer.right[place], layer.baseline[place]) for place, _ in carried]


def test_a_letter_in_the_place_of_its_sign_gets_its_line_and_room():
    assert widen(HELD) == [(58.0, 64.0, 100.0)]
    merged = [HELD[0], ("ة\u064f", 60.0, 62.0, 102.0), *HELD[3:]]
    assert widen(merged) == [(58.0, 64.0, 100.0)]


@pytest.mark.parametrize(
    "row",
    [
        ("ة", 62.8, 64.0, 102.0),  # it touches its neighbour: the font sets letters one above the other
        ("ة", 58.0, 62.0, 102.0),  # as broad as a letter
    ],
)
def test_a_letter_that_a_font_sets_off_its_line_stays(row):
    sign = ("\u064f", *row[1:])
    assert widen([HELD[0], row, sign, *HELD[3:]]) == [row[1:]]


def test_other_letters_are_not_asked_about():
    assert widen(HELD, height=7.0) == [(60.0, 62.0, 102.0)]
    # on a line of its own, without a sign beside it, or with a glyph of its own
    assert widen([*HELD, *[("ب", left, left + 6.0, 102.0) for left in (20.0, 26.0, 32.0)]]) == []
    assert widen([HELD[0], HELD[1], *HELD[3:], HELD[2]]) == []
    assert widen([*HELD, ("ة", 58.0, 64.0)]) == []


def test_a_hamza_below_its_line_and_one_beside_a_sign():
    low = make_layer([("إ", 71.0, 74.0, 133.0), *[(*row, 130.0) for row in WORD]])
    assert lift(low)[0] == [0]
    label = make_layer([("أ", 71.0, 74.0, 120.5), ("-", 67.0, 70.0, 130.0), *[(*row, 130.0) for row in WORD[2:]]])
    assert lift(label)[0] == [0]


def test_a_letter_in_the_place_of_its_sign_high_over_the_line_is_set_on_it():
    # no hole is left where the letter's body has no character, and reaches over its place
    rows = [("ر", 62.0, 70.0), ("ا\u064b", 60.0, 62.0, 92.0), ("،", 52.0, 60.0), ("ل", 46.0, 52.0)]
    assert widen(rows) == [(60.0, 62.0, 100.0)]


def test_the_room_beside_an_alef_is_a_blank():
    rows = [("-", 64.0, 70.0), ("أ\u064e", 58.0, 60.0, 102.0), ("ك", 49.0, 55.0), ("ل", 43.0, 49.0)]
    assert widen(rows) == [(58.0, 60.0, 102.0)]
