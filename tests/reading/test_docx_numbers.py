"""Word files: the numbers that a viewer shows and no file holds."""

from __future__ import annotations

import pytest
from word_parts import item, level, numbering, para, texts

from oic_reports.reading.docx_numbering import print_number


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("decimal", (1, 12), "1 12"),
        ("decimalZero", (1, 12), "01 12"),
        ("lowerLetter", (1, 26, 27, 28), "a z aa bb"),
        ("upperLetter", (2, 29), "B CC"),
        ("lowerRoman", (4, 40), "iv xl"),
        ("upperRoman", (9,), "IX"),
        ("arabicAlpha", (1, 2, 3, 28, 29), "أ ب ت ي أأ"),
        ("arabicAbjad", (1, 2, 3, 4, 5, 28), "أ ب ج د هـ غ"),
        ("hindiNumbers", (1, 20), "١ ٢٠"),
        ("numberInDash", (3,), "- 3 -"),
        ("none", (3,), ""),
        ("ordinalText", (3,), "3"),
        ("lowerLetter", (0, 900000), "0 900000"),
        ("upperRoman", (0, 900000), "0 900000"),
    ],
)
def test_kinds_of_numbers(kind, values, expected):
    assert " ".join(print_number(value, kind) for value in values) == expected


def test_labels_as_a_viewer_shows_them():
    lists = numbering(level(0, "decimal", "%1-"), level(1, "arabicAlpha", "(%2)"), level(2, "lowerRoman", "%1.%3"))
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d", level=2) + item("e") + item("f", level=1)
    assert texts(body, numbering=lists) == ["1- a", "(أ) b", "(ب) c", "1.i d", "2- e", "(أ) f"]


def test_gap_legal_numbers_and_levels_that_were_left_out():
    lists = numbering(
        level(0, "upperRoman", "%1.", '<w:suff w:val="nothing"/>'), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    assert texts(item("a", level=1) + item("b"), numbering=lists) == ["1.1 a", "II.b"]


def test_level_restarts_as_it_says():
    lists = numbering(
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3-", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(item("x", level=place) for place in (0, 1, 2, 1, 2, 0, 1, 2))
    assert [text[:2] for text in texts(body, numbering=lists)] == ["1.", "1)", "1-", "2)", "2-", "2.", "3)", "1-"]


def test_lists_of_one_definition_share_counters_until_one_starts_anew():
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for number, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    lists = numbering(level(0, "decimal", "%1."), nums=nums)
    body = "".join(item("x", number) for number in (1, 2, 3, 3))
    assert texts(body, numbering=lists) == ["1. x", "2. x", "5. x", "6. x"]


def test_lists_of_two_definitions_count_apart():
    lists = numbering(level(0, "decimal", "%1."), nums="") + (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "lowerLetter", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert texts(item("x") + item("y", 2) + item("z"), numbering=lists) == ["1. x", "a) y", "2. z"]


def test_level_replaced_by_a_list():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1:")}</w:lvlOverride>'
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert texts(item("x"), numbering=numbering(level(0, "decimal", "%1."), nums=nums)) == ["A: x"]


@pytest.mark.parametrize(("glyph", "shown"), [("\uf0b7", "•"), ("§", "•"), ("-", "-"), ("–", "-")])
def test_bullets(glyph, shown):
    assert texts(item("x"), numbering=numbering(level(0, "bullet", glyph))) == [f"{shown} x"]


def test_numbers_of_a_style_and_numbers_switched_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Point"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="Deep"/>'))
    point, sub, deep = (f'<w:pStyle w:val="{name}"/>' for name in ("Point", "Sub", "Deep"))
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    lists += '<w:num w:numId="0"><w:abstractNumId w:val="0"/></w:num>'
    lower = point + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = para("a", point) + para("b", sub) + para("c", point + off) + para("d", deep) + para("e", lower)
    assert texts(body, numbering=lists, styles=styles) == ["1. a", "2. b", "c", "2.1 d", "2.2 e"]


def test_default_style_is_that_of_paragraphs_without_one():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Usual">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = para("a") + para("b", '<w:pStyle w:val="Unknown"/>')
    assert texts(body, numbering=numbering(level(0, "decimal", "%1.")), styles=styles) == ["1. a", "2. b"]


def test_list_of_a_list_style():
    styles = (
        '<w:style w:type="numbering" w:styleId="Lists"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Lists"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "(%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(item("a"), numbering=lists, styles=styles) == ["(1) a"]


def test_number_without_text_is_shown_and_counted():
    assert texts(item("") + item("b"), numbering=numbering(level(0, "decimal", "%1."))) == ["1.", "2. b"]


def test_break_before_the_text_does_not_part_it_from_its_number():
    inner = '<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>'
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    assert texts(para(inner, number), numbering=numbering(level(0, "decimal", "%1."))) == ["1. a"]


def test_list_that_the_file_does_not_have_gives_no_number():
    assert texts(item("a", 4) + item("b", level=3), numbering=numbering(level(0, "decimal", "%1."))) == ["a", "b"]
