import numpy as np
from glyph_lines import make_layer, make_page, set_line

from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.page import learn_profile, read_page_lines

LINES = ["he Meeting of Ministers", "was held in Niamey and", "thanked its host."]


def read(capital, lines, size=34.0, base=114.0):
    """The texts of a page that begins with a large capital beside two lines, and where its lines begin."""
    rows = [(capital, 50.0, 72.0, base)]
    for number, text in enumerate(lines):
        rows += set_line(text, 75.0 if number < 2 else 50.0, 100.0 + 14.0 * number)
    layer = make_layer(rows)
    layer.size = np.array([size, *[12.0] * (len(rows) - 1)])
    page = GlyphPage(1, 595.0, 842.0, [layer])
    found, _ = read_page_lines(page, learn_profile([page])[0], is_rtl_document=False)
    return [line.text for line in found], [line.left for line in found]


def test_a_drop_cap_begins_the_first_line_beside_it():
    texts, lefts = read("T", LINES)
    assert texts == ["The Meeting of Ministers", *LINES[1:]]
    assert lefts == [50.0] * 3


def test_a_drop_cap_may_be_a_word():
    assert read("A", ["meeting of Ministers", *LINES[1:]])[0][0] == "A meeting of Ministers"
    assert read("A", ["fter the meeting", *LINES[1:]])[0][0] == "After the meeting"


def test_a_large_letter_beside_one_line_is_none():
    texts, _ = read("T", [LINES[0]], size=24.0, base=100.0)
    assert texts[0] != "The Meeting of Ministers"


def test_letters_of_a_large_title_are_none():
    rows = [
        ("W", 50.0, 70.0, 114.0),
        ("A", 71.0, 90.0, 114.0),
        *set_line(LINES[0], 93.0),
        *set_line(LINES[1], 93.0, 114.0),
    ]
    layer = make_layer(rows)
    layer.size = np.array([34.0, 34.0, *[12.0] * (len(rows) - 2)])
    page = make_page([])
    page.layers = [layer]
    found, _ = read_page_lines(page, learn_profile([page])[0], is_rtl_document=False)
    assert "A" not in found[0].text.replace("WA", "")
