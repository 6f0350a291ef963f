"""Signs of comparison are read as they are painted, and turned with the text around them."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from oic_reports.reading.pdf.bidi import order_line
from oic_reports.reading.pdf.painted_signs import _find_upper_side
from oic_reports.reading.reader import read_bytes

FILE = Path(__file__).parents[2] / "specimens" / "pdf" / "wsy_signs" / "cmp1.pdf"


def draw(*rows):
    return np.array([[sign == "#" for sign in row] for row in rows])


OPENS_RIGHT = draw("....##", "..##..", "##....", "..##..", "....##")


@pytest.mark.parametrize(
    ("ink", "side"),
    [
        (OPENS_RIGHT, 0),
        (OPENS_RIGHT[:, ::-1], 1),
        (np.vstack([OPENS_RIGHT, draw("......", "######")]), 0),
        (np.vstack([OPENS_RIGHT[:, ::-1], draw("......", "######")]), 1),
        # a sign of membership is round
        (draw("....######", ".####.....", "##........", "##########", "##........", ".####.....", "....######"), 0),
        (draw("..##..", "##..##"), None),
        (draw("......", "......"), None),
    ],
)
def test_the_upper_arm_tells_to_which_side_a_sign_opens(ink, side):
    assert _find_upper_side(ink) == side


@pytest.mark.parametrize(
    ("shown", "is_rtl", "text"),
    [
        ("40 > ىرقلا", True, "القرى < 40"),
        ("250 ≥ حلملا", True, "الملح ≤ 250"),
        ("salt < 250", False, "salt < 250"),
        ("5 < ph ةجردلا", True, "الدرجة 5 < ph"),
        ("س ∋ ك", True, "ك ∈ س"),
        ("k ∈ s", False, "k ∈ s"),
    ],
)
def test_painted_signs_are_turned_in_right_to_left_text_alone(shown, is_rtl, text):
    _, cells = order_line(list(shown), is_rtl=is_rtl, has_shapes=True)
    assert "".join(cells) == text


def test_signs_that_were_not_looked_at_stay_as_they_are_named():
    _, cells = order_line(list("40 > ىرقلا"), is_rtl=True)
    assert "".join(cells) == "القرى > 40"


def test_signs_that_cannot_be_told_are_flagged():
    content = FILE.read_bytes()
    assert "doubtful_letters" not in read_bytes(content, "report.pdf").notes
    document = pypdfium2.PdfDocument(content)
    document[0].set_rotation(90)
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read_bytes(buffer.getvalue(), "report.pdf")
    assert any("<" in line.text or ">" in line.text for line in reading.lines)
    assert "doubtful_letters" in reading.notes
