from pathlib import Path

import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.vowel_signs import (
    are_set_alike,
    attach_marks,
    decide_direction,
    measure_bias,
    measure_offsets,
    vote_direction,
)

SHADDA = "\u0651"


def attach(rows, direction=0, bias=None):
    layer = make_layer(rows)
    is_base = np.array([text != SHADDA for text in layer.texts])
    marks = np.flatnonzero(~is_base)
    letters = attach_marks(layer, is_base, marks, direction, bias or {})
    return [layer.texts[letter] if letter >= 0 else None for letter in letters.tolist()]


def test_a_mark_goes_to_the_letter_over_which_it_stands():
    assert attach([("ر", 50.0, 54.0), (SHADDA, 57.0, 59.0), ("ك", 54.0, 62.0)]) == ["ك"]


def test_the_usual_side_of_a_font_decides_between_two():
    rows = [("ة", 50.0, 54.0), (SHADDA, 52.6, 54.6), ("و", 53.2, 58.0)]
    assert attach(rows, bias={SHADDA: -0.4}) == ["و"]
    assert attach(rows, bias={SHADDA: 0.4}) == ["ة"]


def test_a_mark_far_from_every_letter_is_nobody_s():
    assert attach([("ر", 50.0, 54.0), (SHADDA, 300.0, 302.0)]) == [None]


def test_the_vote_of_a_page():
    rows = []
    for place in range(6):
        left = 50.0 + 10 * place
        rows += [("ب", left, left + 8.0), (SHADDA, left + 3.0, left + 5.0)]
    layer = make_layer(rows)
    is_base = np.array([text != SHADDA for text in layer.texts])
    before, after = vote_direction(layer, is_base, np.flatnonzero(~is_base))
    assert decide_direction(before, after) == -1
    assert decide_direction(after, before) == 1
    assert decide_direction(1.0, 1.0) == 0


def test_the_bias_is_measured_where_a_mark_stands_alone_over_a_letter():
    rows = [("ب", 50.0, 60.0), (SHADDA, 51.5, 53.5), ("ت", 90.0, 100.0)]
    layer = make_layer(rows)
    is_base = np.array([text != SHADDA for text in layer.texts])
    assert measure_bias(layer, is_base, np.flatnonzero(~is_base)) == {SHADDA: [-0.25]}


@pytest.mark.parametrize(("name", "is_noted"), [("gs_lo_naskh_kash/d1", True), ("lo_docx/ar1", False)])
def test_a_vowel_sign_without_a_character_is_noted(name, is_noted):
    content = (Path(__file__).parents[2] / "specimens" / "pdf" / f"{name}.pdf").read_bytes()
    assert ("lost_signs" in read_pdf(content).notes) == is_noted


def set_signs(places):
    """A layer of letters of several breadths, each with a sign behind it at a place from its left edge."""
    rows = []
    left = 300.0
    for place, offset in enumerate(places):
        breadth = 3.0 + 2 * (place % 4)
        left -= breadth
        rows += [("ب", left, left + breadth), (SHADDA, left + offset, left + offset + 2.0)]
    return make_layer(rows)


@pytest.mark.parametrize(
    ("places", "are_alike"),
    [
        ([1.8] * 9, True),
        # over the middle of each letter; too few; at the letter's edge, where the file itself sets them
        ([0.5 + place % 4 for place in range(9)], False),
        ([1.8] * 7, False),
        ([0.0] * 9, False),
    ],
)
def test_signs_at_one_distance_from_their_letters_are_set_alike(places, are_alike):
    layer = set_signs(places)
    marks = np.arange(1, len(layer.texts), 2)
    is_base = np.array([text != SHADDA for text in layer.texts])
    assert are_set_alike(measure_offsets(layer, is_base, marks)) is are_alike


def test_signs_that_are_set_alike_are_of_the_letter_before_them():
    # it lies over the letter that is painted before its own
    layer = make_layer([("و", 60.0, 66.0), ("ت", 57.0, 60.0), (SHADDA, 60.5, 62.5)])
    is_base, marks = np.array([True, True, False]), np.array([2])
    assert attach_marks(layer, is_base, marks, 0, {}).tolist() == [0]
    assert attach_marks(layer, is_base, marks, 0, {}, are_alike=True).tolist() == [1]
