import pytest

from oic_reports.reading.pdf.code_order import CodeOrder
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_evidence import look_at_font, part_signs, tell_code
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import NAMED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry


def make_codes(raws, program, told=None):
    """One font of these maps, its program, and what was told of it."""
    font = FontEntry(1, {}, raws, program, has_map=True, width=4)
    return FontCodes([font], {(0, code): (text, NAMED) for code, text in (told or {}).items()})


def list_parted(raws, names, told, hamzated=frozenset(), high=frozenset()):
    """What a font of these maps and glyph names tells of letters with signs, beyond what it told before."""
    codes = make_codes(raws, FontProgram(names, hamzated=hamzated, high=high), told)
    part_signs(codes, 0)
    assert codes.suspects == [code for code in codes.told if code[1] not in told]
    return {code: text for (_, code), (text, _) in codes.told.items() if code not in told}


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [("أ", "\u0654", ("\u0654", NAMED)), ("لإ", "\u0655", ("\u0655", NAMED)), ("ا", "\u0654", None), ("أ", "أ", None)],
)
def test_a_hamza_that_is_mapped_to_its_whole_letter_is_told_by_its_name(raw, name, told):
    font = FontEntry(1, {}, {9: raw}, FontProgram({9: name}, frozenset({9})), has_map=True, width=4)
    assert tell_code(font, 9, CodeOrder(font.raws), is_arabic=True) == told


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        ("+", "", "\u0640"),
        ("4", "", "\u0640"),
        (UNMAPPED, "", "\u0640"),
        ("\u02d8", "", "\u0640"),
        # signs that may be bars: a full stop, a dash, a hyphen by its name
        (".", "", None),
        ("–", "", None),
        (UNMAPPED, "-", "-"),
    ],
)
def test_a_bar_on_the_line_that_is_called_by_a_high_sign_is_a_kashida(raw, name, told):
    program = FontProgram({9: name} if name else {}, frozenset({9}), flat=frozenset({9}))
    font = FontEntry(1, {}, {9: raw}, program, has_map=True, width=4)
    found = tell_code(font, 9, CodeOrder(font.raws), is_arabic=True)
    assert (found and found[0]) == told


def test_a_font_that_lends_signs_may_lend_a_kashida():
    codes = make_codes({1: "•", 9: UNMAPPED}, FontProgram({}, frozenset({1, 9}), flat=frozenset({9})))
    look_at_font(codes, 0, is_rtl=True, is_of_clusters=False)
    assert codes.find_text((0, 9)) == "\u0640"


@pytest.mark.parametrize(
    ("raw", "name", "high", "told"),
    [
        ("سُ", "\u064f", False, "\u064f"),
        ("سُّ", "\u0651\u064f", False, "\u0651\u064f"),
        ("سُ", "", True, "\u064f"),
        ("سُ", "", False, None),
        ("سُ", "س", True, None),
        ("سأ", "", True, None),
    ],
)
def test_a_vowel_sign_that_is_mapped_to_its_cluster(raw, name, high, told):
    program = FontProgram({9: name} if name else {}, frozenset({9}), high=frozenset({9} if high else ()))
    font = FontEntry(1, {}, {9: raw}, program, has_map=True, width=4)
    found = tell_code(font, 9, CodeOrder(font.raws), is_arabic=True)
    assert (found and found[0]) == told


@pytest.mark.parametrize(
    ("raw", "name", "high", "low", "told"),
    [
        ("أ", "", True, False, "\u0654"),
        ("آ", "", True, False, "\u0653"),
        ("إ", "", False, True, "\u0655"),
        # a private character is no name
        ("أ", "\uf022", True, False, "\u0654"),
        # a letter on its line, one with a name, a sign with a vowel, and one that stands where it cannot
        ("أ", "", False, False, None),
        ("أ", "أ", True, False, None),
        ("أَ", "", True, False, "\u064e"),
        ("إ", "", True, False, None),
        ("ؤ", "", True, False, None),
    ],
)
def test_a_hamza_that_is_mapped_to_its_alef_is_told_by_where_it_is_painted(raw, name, high, low, told):
    shapes = {kind: frozenset({9}) for kind, is_so in (("high", high), ("low", low)) if is_so}
    font = FontEntry(1, {}, {9: raw}, FontProgram({9: name} if name else {}, **shapes), has_map=True, width=4)
    found = tell_code(font, 9, CodeOrder(font.raws), is_arabic=True)
    assert (found and found[0]) == told


@pytest.mark.parametrize(("high", "told"), [({9}, "\u064f"), ({8}, "ص"), ((), "صُ")])
def test_a_sign_whose_cluster_lost_a_byte_is_told_by_where_it_is_painted(high, told):
    program = FontProgram({}, high=frozenset(high))
    font = FontEntry(1, {}, {9: "\u0635\u354f"}, program, has_map=True, width=4)
    found = tell_code(font, 9, CodeOrder(font.raws), is_arabic=True)
    assert found is not None
    assert found[0] == told


def test_where_hamzas_are_painted_apart_alefs_have_none():
    raws = {1: "\u0654", 2: "أ", 3: "لآ", 4: "ا", 5: "ب", 6: "ؤ", 7: "إ"}
    assert list_parted(raws, {}, {1: "\u0654"}) == {2: "ا", 3: "لا", 7: "ا"}
    # a glyph that is named with its hamza has it; what a rule told already stays
    assert list_parted(raws, {2: "أ", 3: "لا"}, {1: "\u0654", 7: "ب"}) == {3: "لا"}


def test_an_alef_that_is_composed_with_a_hamza_keeps_it():
    raws = {1: "\u0654", 2: "أ", 3: "إ"}
    assert list_parted(raws, {}, {1: "\u0654"}, hamzated=frozenset({3})) == {2: "ا"}


def test_where_vowel_signs_are_painted_apart_letters_have_none():
    raws = {1: UNMAPPED, 2: "عِ", 3: "بَ", 4: "أَِ", 5: "ج", 6: "\u0650", 7: UNMAPPED}
    # a sign that is named nowhere else stays with its letter
    assert list_parted(raws, {}, {1: "\u0650"}) == {2: "ع", 4: "أَ"}
    assert list_parted(raws, {}, {1: "\u0650", 7: "\u064e"}) == {2: "ع", 3: "ب", 4: "أ"}
    # a cluster of signs is one glyph
    assert list_parted({1: "أ\u0651", 2: "\u064f\u0651"}, {}, {1: "\u0651"}) == {}
    # one that its map names is painted for itself
    assert list_parted(raws, {}, {6: "\u0650"}) == {}


@pytest.mark.parametrize("told", [{}, {1: "\u064b"}, {1: "ا"}])
def test_where_none_is_painted_apart_alefs_keep_theirs(told):
    assert list_parted({1: "\u0654", 2: "أ", 3: "لآ"}, {}, told) == {}


def test_what_is_painted_over_an_alef_is_its_sign_not_another_alef():
    raws = {1: "\u0654", 2: "آ", 3: "أ\u064e", 4: "\u064e", 5: "لأ", 6: "أ"}
    found = list_parted(raws, {}, {1: "\u0654"}, high=frozenset({1, 2, 3, 4, 5}))
    assert found == {2: "\u0653", 3: "\u0654\u064e", 5: "لا", 6: "ا"}


def test_the_map_of_a_font_tells_the_order_of_a_ligature():
    codes = make_codes({1: "لم", 2: "ب", 3: "ال", 4: "fi"}, FontProgram({}))
    look_at_font(codes, 0, is_rtl=True, is_of_clusters=True)
    assert {code: text for (_, code), (text, _) in codes.told.items()} == {1: "لم", 3: "لا"}
    assert codes.suspects == list(codes.told)
