"""What the shaped glyphs of a font stand for, by its own table of substitutions."""

from io import BytesIO

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from oic_reports.reading.pdf.font_program import _tell_program
from oic_reports.reading.pdf.substitutions import spell_glyphs

CHARACTERS = {0x644: "lam", 0xFEDD: "lam", 0x627: "alef", 0x628: "beh", 0x649: "yeh", 0x647: "heh", 0x41: "A"}
# names that say nothing, as where a program keeps none
SHAPED = ["s1", "s2", "s3", "s4", "s5", "s6"]


def build(rules):
    """A font of the letters above and six shaped glyphs, with these rules."""
    order = [".notdef", *dict.fromkeys(CHARACTERS.values()), *SHAPED]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(CHARACTERS)
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, rules)
    content = BytesIO()
    builder.save(content)
    return content.getvalue()


def spell(rules):
    found = spell_glyphs(TTFont(BytesIO(build(rules))))
    return {name: found[name] for name in SHAPED if name in found}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("feature init { sub beh by s1; sub lam by s2; } init;", {"s1": "ب", "s2": "ل"}),
        # a ligature of forms, and a form of it
        (
            """feature init { sub lam by s1; } init; feature fina { sub alef by s2; } fina;
            feature rlig { sub s1 s2 by s3; } rlig; feature ss01 { sub s3 by s4; } ss01;""",
            {"s1": "ل", "s2": "ا", "s3": "لا", "s4": "لا"},
        ),
        ("feature salt { sub heh from [s1 s2]; } salt;", {"s1": "ه", "s2": "ه"}),
        # rules beyond the reach of 16 bits
        ("feature init { lookup far useExtension { sub beh by s1; } far; } init;", {"s1": "ب"}),
        # the bare body of two letters is neither, nor is what is made of it
        (
            """feature init { sub beh by s1; } init; feature medi { sub yeh by s1; } medi;
            feature ss02 { sub s1 by s2; } ss02;""",
            {},
        ),
        # as long as the longest ligature that has a character of its own, and longer
        (
            """feature liga { sub beh beh beh by s1; sub lam lam by s5; } liga; feature rlig { sub s1 s1 by s2; } rlig;
            feature clig { sub s2 s2 s2 by s3; sub s2 s2 s2 beh by s4; } clig;""",
            {"s1": "ببب", "s2": "ب" * 6, "s3": "ب" * 18, "s5": "لل"},
        ),
    ],
)
def test_shaped_glyphs_are_spelled_by_the_rules_that_make_them(rules, expected):
    assert spell(rules) == expected


def test_damaged_rules_take_nothing_from_the_rest_of_a_program():
    font = TTFont(BytesIO(build("feature init { sub beh by s1; } init;")))
    table = font.getTableData("GSUB")
    font["GSUB"] = DefaultTable("GSUB")
    font["GSUB"].data = table[: len(table) // 2]
    content = BytesIO()
    font.save(content)
    order = font.getGlyphOrder()
    sound, damaged = (_tell_program(one, None, is_composite=True).names for one in (build(""), content.getvalue()))
    assert order.index("s1") not in damaged
    assert damaged == sound


def test_a_font_without_rules_spells_nothing():
    font = TTFont(BytesIO(build("feature init { sub beh by s1; } init;")))
    del font["GSUB"]
    assert spell_glyphs(font) == {}


def test_an_embedded_program_names_its_shaped_glyphs():
    content = build("feature init { sub beh by s1; } init; feature liga { sub lam alef by s2; } liga;")
    order = TTFont(BytesIO(content)).getGlyphOrder()
    names = _tell_program(content, None, is_composite=True).names
    assert (names[order.index("s1")], names[order.index("s2")]) == ("ب", "لا")
