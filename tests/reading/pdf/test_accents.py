import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.accents import settle_accents


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ([("r", 10.0, 14.0), ("e", 14.0, 20.0), ("\u00b4", 14.5, 19.0)], ["r", "e", "\u0301"]),
        # drawn before its letter
        ([("\u02c6", 14.5, 19.0), ("o", 14.0, 20.0)], ["\u0302", "o"]),
        ([("a", 14.0, 20.0), ("\u00af", 14.5, 19.0)], ["a", "\u0304"]),
        ([("g", 14.0, 20.0), ("\u02d8", 14.5, 19.0)], ["g", "\u0306"]),
        ([("I", 14.0, 20.0), ("\u02d9", 14.5, 19.0)], ["I", "\u0307"]),
        ([("\u02c7", 14.5, 19.0), ("r", 14.0, 20.0)], ["\u030c", "r"]),
        # a letter that lost its dot for the accent, and one that has none
        ([("\u0131", 14.0, 18.0), ("\u00af", 14.5, 17.5)], ["i", "\u0304"]),
        ([("\u0131", 14.0, 18.0), ("\u00af", 18.5, 22.5)], ["\u0131", "\u00af"]),
        # beside a letter, and over one that takes none
        ([("e", 14.0, 20.0), ("\u00b4", 20.5, 25.0)], ["e", "\u00b4"]),
        ([("t", 14.0, 20.0), ("\u00b8", 14.5, 19.0)], ["t", "\u0327"]),
        ([("x", 14.0, 20.0), ("`", 14.5, 19.0)], ["x", "`"]),
    ],
)
def test_an_accent_over_its_letter_is_a_mark(glyphs, expected):
    layer = make_layer(glyphs)
    settle_accents(layer)
    assert layer.texts == expected
