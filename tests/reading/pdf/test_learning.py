"""What pages tell of doubtful codes: those that nothing tells are lost signs where they stand as no sign does."""

import pytest
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.coded_words import part_lines
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import NAMED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.learning import learn_arabic

CODE = (0, 7)


def find_lost(line, sign):
    """The lost codes of a line, as it is seen, in which a sign has a code that is doubtful."""
    layer = make_layer(set_line(line))
    layer.codes = [CODE if text == sign else (-1, ord(text)) for text in layer.texts]
    codes = FontCodes([FontEntry(1, {}, {CODE[1]: sign}, FontProgram({}), has_map=True, width=4)], suspects=[CODE])
    return learn_arabic(codes, [(layer, list(part_lines(layer)))]).lost


@pytest.mark.parametrize(
    ("line", "sign", "is_lost"),
    [
        # letters that make no words with any other
        ("ثغ,ظض شخ,ضث خث,غظ", ",", True),
        ('ثغ"ظض شخ"ضث خث"غظ', '"', True),
        # between words, or twice only
        ("ثغ ,ظض شخ ,ضث خث ,غظ", ",", False),
        ("ثغ,ظض شخ,ضث خثغظ", ",", False),
        # words are joined by a hyphen, and stops stand in abbreviations
        ("ثغ-ظض شخ-ضث خث-غظ", "-", False),
        ("ثغ.ظض شخ.ضث خث.غظ", ".", False),
    ],
)
def test_a_point_again_and_again_inside_words_is_a_lost_letter(line, sign, is_lost):
    assert find_lost(line, sign) == ({CODE} if is_lost else set())


@pytest.mark.parametrize(("line", "is_point"), [("ةياهن __________", False), ("_ةياهن _رخآ _اضيأ", True)])
def test_a_flat_glyph_of_which_a_line_is_drawn_is_no_point(line, is_point):
    layer = make_layer(set_line(line))
    layer.codes = [CODE if text == "_" else (-1, ord(text)) for text in layer.texts]
    layer.texts = ["\u0640" if text == "_" else text for text in layer.texts]
    codes = FontCodes([FontEntry(1, {}, {CODE[1]: UNMAPPED}, FontProgram({}), has_map=True, width=4)])
    codes.tell(CODE, "\u0640", NAMED)
    assert learn_arabic(codes, [(layer, list(part_lines(layer)))]).points == ({CODE} if is_point else set())


@pytest.mark.parametrize("is_long", [False, True])
def test_a_bar_that_is_longer_than_a_point_is_a_kashida_at_the_end_of_a_word_too(is_long):
    layer = make_layer(set_line("25 _ب"))
    layer.codes = [CODE if text == "_" else (-1, ord(text)) for text in layer.texts]
    layer.texts = ["\u0640" if text == "_" else text for text in layer.texts]
    program = FontProgram({}, long=frozenset({CODE[1]} if is_long else ()))
    codes = FontCodes([FontEntry(1, {}, {CODE[1]: UNMAPPED}, program, has_map=True, width=4)])
    codes.tell(CODE, "\u0640", NAMED)
    assert learn_arabic(codes, [(layer, list(part_lines(layer)))]).points == (set() if is_long else {CODE})
