"""Commas, points and hamzas that recognition confuses: told by their shapes."""

import numpy as np
import pytest
from PIL import Image

from oic_reports.reading.pdf.commas import settle_commas, tell_sign
from oic_reports.reading.pdf.tesseract import Word


def draw(*boxes, size=(40, 60)):
    """Ink in boxes (left, top, right, bottom) of a picture."""
    ink = np.zeros(size[::-1], np.bool_)
    for left, top, right, bottom in boxes:
        ink[top:bottom, left:right] = True
    return ink


DOT, LOW_DOT, COMMA = (5, 20, 11, 27), (5, 34, 11, 40), (5, 20, 11, 31)
LETTER = (20, 5, 39, 45)


@pytest.mark.parametrize(
    ("boxes", "sign"),
    [
        ([DOT, LETTER], "."),
        ([COMMA, LETTER], "،"),
        ([DOT, LOW_DOT], ":"),
        ([COMMA, LOW_DOT], "؛"),
        ([(5, 10, 10, 22), (12, 10, 17, 22)], "»"),
        ([(5, 24, 16, 28)], None),
        ([LETTER], None),
    ],
)
def test_a_sign_is_told_by_its_shape(boxes, sign):
    assert tell_sign(draw(*boxes)) == sign


def settle(text, *boxes, left=10.0, width=40.0):
    greys = np.where(draw(*boxes, size=(80, 70)), 0, 255).astype(np.uint8)
    (found,) = settle_commas([Word(text, left, 10.0, left + width, 50.0, (1, 1, 1), 90.0)], Image.fromarray(greys))
    return found.text


DIGITS = [(24, 20, 30, 48), (34, 20, 40, 48)]


@pytest.mark.parametrize(
    ("given", "boxes", "text"),
    [
        ("الإنسانية»", [(10, 34, 16, 46), (30, 12, 60, 48)], "الإنسانية،"),
        ("النظرء", [(10, 34, 16, 46), (30, 12, 60, 48)], "النظر،"),
        ("النظر.", [(10, 40, 16, 46), (30, 12, 60, 48)], "النظر."),
        ("شيء", [(10, 34, 16, 46), (30, 12, 60, 48)], "شيء"),
        ("22", [(10, 34, 16, 46), *DIGITS], "22،"),
        ("622", [(10, 34, 16, 46), *DIGITS], "22،"),
        ("$22", [(10, 30, 16, 40), (10, 42, 15, 47), *DIGITS], "22؛"),
        ("22", DIGITS, "22"),
        ("4.2", [(24, 20, 30, 48), (32, 44, 35, 48), (38, 20, 44, 48)], "4.2"),
    ],
)
def test_commas_are_told_from_points_and_hamzas(given, boxes, text):
    assert settle(given, *boxes) == text
