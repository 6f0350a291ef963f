"""Glyphs of one vowel sign that a file calls by a shadda and its vowel."""

import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.layers import join_halves, settle_single_signs

# halves of the ink of a glyph in two parts, and the ink of a sign of its own over it, in font sizes
GLYPH = [(0.0, 0.1, 0.7, 0.85), (0.1, 0.2, 0.7, 0.85)]
OVER = (0.02, 0.18, 0.55, 0.7)


def move(ink, x):
    return [(left + x, right + x, bottom, top) for left, right, bottom, top in ink]


def settle(signs, ink):
    texts = list(signs)
    settle_single_signs(texts, np.arange(len(texts)), np.array(ink))
    return "".join(texts)


def test_where_shaddas_are_painted_over_some_all_are_the_vowel_alone():
    ink = [*GLYPH, OVER, *move(GLYPH, 3), *move([OVER], 3), *move(GLYPH, 6)]
    assert settle("\u064e\u0651\u0651" * 2 + "\u064e\u0651", ink) == "\u064e\u064e\u0651" * 2 + "\u064e\u064e"


@pytest.mark.parametrize(
    "ink",
    [
        # no shadda of its own stands over them, or over one only
        [*GLYPH, *move([OVER], 9), *move(GLYPH, 3), *move([OVER], 12), *move(GLYPH, 6)],
        [*GLYPH, OVER, *move(GLYPH, 3), *move([OVER], 9), *move(GLYPH, 6)],
        # two glyphs, one over the other
        [*[(0.0, 0.2, 0.7, 0.85), (0.0, 0.2, 0.85, 1.0), OVER] * 2, *move(GLYPH, 6)],
    ],
)
def test_shaddas_with_their_vowels_stay(ink):
    signs = "\u064e\u0651\u0651" * 2 + "\u064e\u0651"
    assert settle(signs, ink) == signs


@pytest.mark.parametrize(
    ("second", "edges"),
    [
        (GLYPH[1], [[0.0, 0.2]] * 2),
        # a glyph of its own, higher, and one beside a gap
        ((0.1, 0.2, 0.85, 1.0), [[0.0, 0.1], [0.1, 0.2]]),
        ((0.15, 0.25, 0.7, 0.85), [[0.0, 0.1], [0.15, 0.25]]),
    ],
)
def test_both_signs_of_one_glyph_have_its_whole_ink(second, edges):
    layer = make_layer([("\u064e", 0.0, 1.0), ("\u0651", 0.0, 1.0)])
    ink = np.array([GLYPH[0], second]) * 12.0
    join_halves(layer, np.arange(2), ink)
    assert (ink[:, :2] / 12.0).round(3).tolist() == edges
