import pytest

from oic_reports.reading.pdf.false_maps import find_false_fonts, is_another_letter, is_false_map
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry


@pytest.mark.parametrize(
    ("raws", "is_false"),
    [
        ({1: "7", 2: UNMAPPED, 3: UNMAPPED}, False),  # what the map names is right
        ({1: "4", 2: UNMAPPED, 3: UNMAPPED}, True),
        ({1: UNMAPPED, 2: UNMAPPED, 3: UNMAPPED}, True),  # it names nothing: blanks have no code either
    ],
)
def test_a_code_without_a_character_does_not_contradict_its_map(raws, is_false):
    codes = FontCodes([FontEntry(1, {}, raws, FontProgram({}), has_map=True, width=4)])
    decided = {(0, 1): "7", (0, 2): "ب", (0, 3): "ر"}
    assert is_false_map(codes, 0, decided, {(0, 1): 2, (0, 2): 9, (0, 3): 9}) is is_false


@pytest.mark.parametrize(("learnt", "fonts"), [("بتح", {0}), ("بت8", set()), ("بتf", set()), ("بت\u0640", set())])
def test_a_font_whose_figures_are_letters_is_false(learnt, fonts):
    codes = FontCodes([FontEntry(1, {}, {1: "4", 2: "7", 3: "9"}, FontProgram({}), has_map=True, width=4)])
    assert find_false_fonts(codes, {(0, code): text for code, text in enumerate(learnt, 1)}) == fonts


@pytest.mark.parametrize(
    ("learnt", "fonts"), [("بتح", {0}), ("بت", set()), ("\u064e\u064f\u0650", set()), ("بت\u0640", set())]
)
def test_a_font_whose_points_are_letters_is_false(learnt, fonts):
    codes = FontCodes([FontEntry(1, {}, {1: "&", 2: ")", 3: ","}, FontProgram({}), has_map=True, width=4)])
    assert find_false_fonts(codes, {(0, code): text for code, text in enumerate(learnt, 1)}) == fonts


@pytest.mark.parametrize(
    ("raw", "text", "is_another"),
    [
        ("ب", "ت", True),
        ("m", "n", True),
        ("A", "fi", True),
        ("ا", "أ", False),  # a hamza is often left out
        ("ى", "ي", False),
        ("4", "ب", False),  # a figure is no letter
        ("ی", "ي", False),
        (UNMAPPED, "ب", False),
    ],
)
def test_a_letter_that_words_contradict_is_another(raw, text, is_another):
    assert is_another_letter(raw, text) is is_another
