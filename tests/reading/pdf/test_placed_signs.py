import numpy as np
import pytest

from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import NAMED, UNMAPPED, GlyphLayer
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.placed_signs import find_bodies, find_bullets, find_tanwins

LOST, BAR = (0, 1), (0, 2)


def make_codes(raws, high=frozenset(), told=None):
    font = FontEntry(1, {}, raws, FontProgram({}, high=high), has_map=True, width=4)
    return FontCodes([font], told or {})


def make_layer(glyphs):
    """A layer of glyphs: texts with codes."""
    edges = np.arange(len(glyphs), dtype=float)
    layer = GlyphLayer([text for text, _ in glyphs], edges, edges + 1, np.zeros(len(glyphs)), np.ones(len(glyphs)))
    layer.codes = [code for _, code in glyphs]
    return layer


@pytest.mark.parametrize(
    ("words", "high", "is_found"),
    [
        (["شكرا?", "كتابا?"], True, True),
        (["شكرا?", "كتابا?"], False, False),  # it does not lie as high as a sign
        (["شكرا?"], True, False),
        (["شكرا?", "كا?تب"], True, False),
        (["شكرا?", "كتب?"], True, False),
    ],
)
def test_what_is_painted_over_the_alefs_that_end_words_is_a_tanwin(words, high, is_found):
    codes = make_codes({1: UNMAPPED}, high=frozenset({1} if high else ()))
    spelled = [[(UNMAPPED, LOST) if sign == "?" else (sign, None) for sign in word] for word in words]
    assert find_tanwins(codes, spelled) == ({LOST: "\u064b"} if is_found else {})


@pytest.mark.parametrize(("mapped", "found"), [("ح", {LOST: "ح"}), ("\u0640", {}), ("-", {})])
def test_the_body_of_a_letter_has_the_letter_of_its_bar(mapped, found):
    codes = make_codes({1: UNMAPPED, 2: mapped}, told={BAR: ("\u0640", NAMED)})
    layer = make_layer([("\u0640", BAR), (UNMAPPED, LOST), ("ب", (0, 3))])
    assert find_bodies(codes, [layer]) == found


def test_a_body_that_is_painted_alone_too_has_no_letter():
    codes = make_codes({1: UNMAPPED, 2: "ح"}, told={BAR: ("\u0640", NAMED)})
    layer = make_layer([("\u0640", BAR), (UNMAPPED, LOST), ("ب", (0, 3)), (UNMAPPED, LOST)])
    assert find_bodies(codes, [layer]) == {}


@pytest.mark.parametrize(
    ("lines", "is_rtl", "is_found"),
    [
        (["? abc", "? def"], False, True),
        (["? abc"], False, False),
        (["?abc", "?def"], False, False),
        (["? abc", "? d?f"], False, False),
        (["abc ?", "def ?"], True, True),
        (["abc ?", "def ?"], False, False),
    ],
)
def test_what_stands_first_in_lines_and_nowhere_else_is_a_bullet(lines, is_rtl, is_found):
    layers = []
    for line in lines:
        glyphs = line.replace(" ", "")
        layer = make_layer([(UNMAPPED, LOST) if sign == "?" else (sign, (0, ord(sign))) for sign in glyphs])
        spaces = [before == " " for before, sign in zip(f"x{line}", line, strict=False) if sign != " "]
        layers.append((layer, [(np.arange(len(glyphs)), spaces)]))
    assert find_bullets(layers, is_rtl=is_rtl) == ({LOST: "•"} if is_found else {})
