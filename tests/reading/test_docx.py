from __future__ import annotations

import io
import zipfile
from collections import Counter

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.docx import read_docx
from oic_reports.reading.docx_numbering import print_number
from oic_reports.reading.kinds import DOCX
from oic_reports.reading.reader import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}


def part(root, inner):
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{inner}</w:{root}>'


def pack(parts, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def make_parts(body, **others):
    """The parts of a file: the inside of the body, and the inside of other parts by name (``numbering=...``)."""
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{KINDS.get(name, name)}" Target="{name}.xml"/>' for name in others
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        **{f"word/{name}.xml": part(roots.get(name, name), inner) for name, inner in others.items()},
    }


def read(body, **others):
    left_out: Counter[str] = Counter()
    text = read_docx(pack(make_parts(body, **others)), left_out)
    return text, left_out


def show(body, **others):
    """Text and hint of each line that is not blank."""
    return [(line.text, line.hint) for line in read(body, **others)[0].lines if line.text]


def texts(body, **others):
    return [text for text, _ in show(body, **others)]


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if inner.startswith('<') else run(inner)}</w:p>"


def item(text, number=1, level=0):
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place, kind, text, more=""):
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def cell(*paragraphs):
    return f"<w:tc><w:tcPr/>{''.join(map(para, paragraphs))}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def refuse(content):
    with pytest.raises(UnreadableFileError) as caught:
        read_docx(content, Counter())
    return caught.value.reason


# --- paragraphs


def test_paragraphs_are_apart_and_breaks_continue_them():
    text, _ = read(para("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>") + "<w:p/>" + para("three"))
    assert [(line.number, line.text, line.flow) for line in text.lines] == [
        (1, "one", "starts"),
        (2, "two", "continues"),
        (3, "", None),
        (4, "three", "starts"),
    ]


def test_two_breaks_and_a_page_break_begin_a_paragraph():
    text, _ = read(para('<w:r><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t><w:br w:type="page"/><w:t>c</w:t></w:r>'))
    assert [(line.text, line.flow) for line in text.lines if line.text] == [
        ("a", "starts"),
        ("b", "starts"),
        ("c", "starts"),
    ]


def test_signs_without_text():
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0D8"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert texts(para(inner)) == ["a b-cd➢•"]


def test_sign_that_is_not_known_is_no_silence():
    text, _ = read(para('<w:r><w:t>a</w:t><w:sym w:font="Webdings" w:char="F0D8"/></w:r>'))
    assert [line.text for line in text.lines] == ["a\ufffd"]
    assert text.notes == ("lost_signs",)


def test_blanks_at_the_ends_count_only_where_they_are_kept():
    assert texts(para("<w:r><w:t>one </w:t></w:r>" + run("two ") + run("three"))) == ["onetwo three"]


def test_what_wraps_text_is_transparent():
    inner = (
        f'<w:hyperlink w:anchor="x">{run("link")}</w:hyperlink><w:smartTag>{run(" tag")}</w:smartTag>'
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>"
    )
    assert texts(f"<w:sdt><w:sdtContent>{para(inner)}</w:sdtContent></w:sdt>") == ["link tag control"]


def test_strict_files_are_read_alike():
    parts = make_parts(item("text"), numbering=numbering(level(0, "decimal", "%1.")))
    strict = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts.items()
    }
    assert [line.text for line in read_docx(pack(strict), Counter()).lines] == ["1. text"]


def test_large_initial_belongs_to_its_word():
    assert texts(para("T", '<w:framePr w:dropCap="drop"/>') + para("he Group met.")) == ["The Group met."]


def test_headings_by_style_outline_and_name():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Titre1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Level"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Titre1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = "".join(para(name, f'<w:pStyle w:val="{name}"/>') for name in ("Titre1", "Own", "Level", "Plain", "Loop"))
    body += para("Direct", '<w:outlineLvl w:val="0"/>') + para("Text")
    assert [text for text, hint in show(body, styles=styles) if hint == "heading"] == [
        "Titre1",
        "Own",
        "Level",
        "Direct",
    ]


# --- tables


def test_rows_of_data_are_lines():
    body = table(
        row(cell("State"), cell("Amount")), row(cell("Niger"), cell("40", "000")), row(cell("Total"), cell(""))
    )
    assert show(body) == [("State Amount", "table"), ("Niger 40 000", "table"), ("Total", "table")]


def test_layout_tables_give_paragraphs():
    long = "The Group met again. " * 12
    assert show(table(row(cell("one", "two")))) == [("one", None), ("two", None)]
    assert show(table(row(cell("Left"), cell(long, "after")))) == [
        ("Left", None),
        (long.strip(), None),
        ("after", None),
    ]
    assert show(table(row(cell(long)), row(cell("a"), cell("b")), row(cell("c")))) == [
        (long.strip(), None),
        ("a b", "table"),
        ("c", None),
    ]
    nested = f"<w:tc>{table(row(cell('a'), cell('b')))}</w:tc>"
    assert show(table(row(cell("Left"), nested))) == [("Left", None), ("a b", "table")]


def test_a_text_and_its_translation_are_read_one_after_the_other():
    left = "The Meeting thanked the Sudan for the wells that it has dug."
    right = "La réunion a remercié le Soudan pour les puits de la frontière."
    assert show(table(row(cell(left), cell(right)), row(cell(left, "in 2018"), cell(right)))) == [
        (left, None),
        (left, None),
        ("in 2018", None),
        (right, None),
        (right, None),
    ]


def test_number_in_a_cell_stands_before_its_text():
    long = "The Group met again. " * 12
    assert show(table(row(cell("1."), cell(long, "after")))) == [(f"1. {long}".strip(), None), ("after", None)]
    assert show(table(row(cell("1."), cell("")))) == [("1.", None)]


def test_numbers_in_cells_go_on_in_order():
    body = table(*(row(f"<w:tc>{item(text)}</w:tc>", cell("x")) for text in ("a", "b"))) + item("c")
    assert texts(body, numbering=numbering(level(0, "decimal", "%1."))) == ["1. a x", "2. b x", "3. c"]


def test_deleted_and_hidden_rows_are_left_out():
    deleted, hidden = (row(cell("c"), cell("d"), properties=f"<w:{mark}/>") for mark in ("del", "hidden"))
    text, left_out = read(table(row(cell("a"), cell("b")), deleted, hidden))
    assert [line.text for line in text.lines] == ["a b"]
    assert (left_out["deleted"], left_out["hidden"]) == (2, 2)
    assert text.notes == ("tracked_changes",)


def test_inserted_row_is_a_change():
    assert read(table(row(cell("a"), properties="<w:ins/>")))[0].notes == ("tracked_changes",)
    assert read(table(row(cell("a"))))[0].notes == ()


def test_rows_and_cells_in_content_controls():
    inside = f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    body = table(f"<w:sdt><w:sdtContent>{row(cell('a'), inside)}</w:sdtContent></w:sdt>")
    assert show(body) == [("a b", "table")]


# --- automatic numbers


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


# --- changes, hidden text, fields


def test_changes_are_read_as_accepted():
    inner = (
        f"<w:r><w:t>The </w:t></w:r><w:ins>{run('second ')}</w:ins>"
        "<w:del><w:r><w:delText>first </w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('item')}</w:moveTo>"
    )
    text, left_out = read(para(run("On ") + inner.replace("<w:t>The ", '<w:t xml:space="preserve">the ')))
    assert [line.text for line in text.lines] == ["On the second item"]
    assert left_out["deleted"] == len("firstgone")
    assert text.notes == ("tracked_changes",)
    assert read(para("untouched"))[0].notes == ()


def test_deleted_end_joins_two_paragraphs_under_one_number():
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = para("a ", f"{number}<w:rPr><w:del/></w:rPr>") + para("b", number) + para("c", number)
    assert texts(body, numbering=numbering(level(0, "decimal", "%1."))) == ["1. a b", "2. c"]


@pytest.mark.parametrize("mark", ["ins", "del"])
def test_changed_end_is_a_change(mark):
    text, _ = read(para("a") + para("b", f"<w:rPr><w:{mark}/></w:rPr>"))
    assert [line.text for line in text.lines if line.text] == ["a", "b"]
    assert text.notes == ("tracked_changes",)


def test_paragraphs_that_were_moved_away_are_left_out():
    text, left_out = read(f"<w:moveFrom>{para('gone')}</w:moveFrom><w:moveTo>{para('here')}</w:moveTo>")
    assert [line.text for line in text.lines] == ["here"]
    assert left_out["deleted"] == len("gone")


def test_hidden_styles_of_paragraph_and_run_undo_each_other():
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{kind}"><w:rPr><w:vanish/></w:rPr></w:style>'
        for kind in ("paragraph", "character")
    )
    inner = run("a") + run("b", '<w:rStyle w:val="character"/>')
    assert texts(para(inner, '<w:pStyle w:val="paragraph"/>'), styles=styles) == ["b"]


def test_hidden_ends_of_fields_are_ends():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>"
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    inner = run("a") + hidden.format(begin + "<w:instrText>X</w:instrText>") + run("b")
    text, left_out = read(para(inner + hidden.format(separate) + run("c") + hidden.format(end) + run("d")))
    assert [line.text for line in text.lines] == ["acd"]
    assert left_out["markup"] == len("Xb")


def test_hidden_text_is_counted():
    styles = (
        '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = para(
        run("a", "<w:vanish/>")
        + run("b", '<w:vanish w:val="0"/>')
        + run("c", '<w:rStyle w:val="Secret"/>')
        + run("d", '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>')
        + '<w:r><w:rPr><w:vanish/></w:rPr><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    ) + para("eff", '<w:pStyle w:val="Hidden"/>')
    text, left_out = read(body, styles=styles)
    assert [line.text for line in text.lines] == ["bd"]
    assert left_out["hidden"] == len("ac•eff")


def test_hidden_paragraph_takes_no_number():
    hidden = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    body = para(run("a", "<w:vanish/>"), hidden) + item("b")
    assert texts(body, numbering=numbering(level(0, "decimal", "%1."))) == ["1. b"]


def field(code, result):
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def test_fields_give_their_result_and_pages_nothing():
    inner = (
        run("a ")
        + field("REF x", run("b ") + field(" PAGE \\* MERGEFORMAT", run("77")) + run("c "))
        + f'<w:fldSimple w:instr="DATE">{run("d")}</w:fldSimple><w:fldSimple w:instr=" numpages ">{run("99")}</w:fldSimple>'
    )
    text, left_out = read(para(inner))
    assert [line.text for line in text.lines] == ["a b c d"]
    assert left_out["markup"] == len("REFx" + "PAGE\\*MERGEFORMAT" + "77" + "DATE" + "numpages" + "99")


def test_field_goes_on_over_paragraphs():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    code = para(begin) + para(run("code") + separate + run("one")) + para(run("two") + end + run(" three"))
    assert texts(code) == ["one", "two three"]


def test_text_boxes_are_read_once_after_their_paragraph():
    box = f"<w:txbxContent>{para('box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(para(f"<w:r>{both}</w:r>" + run("text"))) == ["text", "box"]
    fallback = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(para(f"<w:r>{fallback}</w:r>" + run("text"))) == ["text", "box"]


def test_text_box_in_the_code_of_a_field_is_no_code():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    box = f"<w:r><w:pict><w:txbxContent>{para('box')}</w:txbxContent></w:pict></w:r>"
    assert texts(para(run("a") + begin + box) + para(run("code") + end + run("b"))) == ["a", "box", "b"]


def test_comments_are_counted():
    body = para("<w:commentRangeStart/>" + run("text") + "<w:r><w:commentReference/></w:r>")
    text, left_out = read(body, comments=f"<w:comment>{para('my view')}</w:comment>")
    assert [line.text for line in text.lines] == ["text"]
    assert left_out["comments"] == len("myview")


# --- headers, footers, notes


def section(*references):
    named = "".join(f'<w:{kind}Reference r:id="{name}"/>' for kind, name in references)
    return f"<w:sectPr>{named}</w:sectPr>"


def test_headers_stand_before_and_footers_after_each_text_once():
    first = para("a", section(("header", "header1"), ("footer", "footer1")))
    body = first + para("b") + section(("header", "header1"), ("header", "header2"))
    page = para(run("Page ") + f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>')
    lines = show(body, header1=para("OIC/X/REP"), header2=para("OIC/X/REP") + para("DRAFT"), footer1=page)
    assert lines == [
        ("OIC/X/REP", "running_header"),
        ("DRAFT", "running_header"),
        ("a", None),
        ("b", None),
        ("Page", "page_mark"),
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("- 4 -", "page_mark"),
        ("Page 2 of 5", "page_mark"),
        ("صفحة 3 من 9", "page_mark"),
        ("OIC/X – page 2", "running_header"),
        ("Pages of Mali", "running_header"),
    ],
)
def test_numbers_of_pages_are_page_marks(text, hint):
    assert show(para("a") + section(("footer", "footer1")), footer1=para(text))[1] == (text, hint)


def test_notes_stand_after_their_paragraph_with_their_mark():
    notes = "".join(f'<w:footnote w:id="{n}">{para(f" note {n}")}{para("more")}</w:footnote>' for n in (2, 3))
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = para(run("a") + refer.format(3)) + para(run("b") + refer.format(2)) + para("c")
    text, _ = read(body, footnotes=notes)
    assert [(line.text, line.hint, line.flow) for line in text.lines if line.text] == [
        ("a", None, "starts"),
        ("1 note 3", "footnote", "starts"),
        ("more", "footnote", "continues"),
        ("b", None, "starts"),
        ("2 note 2", "footnote", "starts"),
        ("more", "footnote", "continues"),
        ("c", None, "starts"),
    ]


def test_marks_of_notes_follow_the_settings_and_the_author():
    notes = f'<w:endnote w:id="1">{para("x")}</w:endnote><w:endnote w:id="2">{para("* y")}</w:endnote>'
    refer = '<w:r><w:endnoteReference w:id="1"/><w:endnoteReference w:customMarkFollows="1" w:id="2"/></w:r>'
    assert texts(para(run("a") + refer), endnotes=notes) == ["a", "i x", "* y"]
    settings = '<w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>'
    assert texts(para(run("a") + refer), endnotes=notes, settings=settings) == ["a", "A x", "* y"]


def test_mark_of_the_author_is_not_counted():
    notes = f'<w:footnote w:id="1">{para("* x")}</w:footnote><w:footnote w:id="2">{para("y")}</w:footnote>'
    refer = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:footnoteReference w:id="2"/></w:r>'
    assert texts(para(run("a") + refer), footnotes=notes) == ["a", "* x", "1 y"]


def test_note_that_refers_to_itself_ends():
    refer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{para(run("x") + refer)}</w:footnote>'
    assert texts(para(run("a") + refer), footnotes=note) == ["a", "1 x"]


def test_earlier_section_is_not_shown():
    inner = f"<w:sectPrChange>{section(('header', 'header1'))}</w:sectPrChange>"
    assert texts(para("a") + f"<w:sectPr>{inner}</w:sectPr>", header1=para("old")) == ["a"]


def test_note_of_a_row_stands_after_the_row():
    refer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = table(row(f"<w:tc>{para(run('a') + refer)}</w:tc>", cell("b")))
    lines = show(body, footnotes=f'<w:footnote w:id="1">{para("note")}</w:footnote>')
    assert lines == [("a b", "table"), ("1 note", "footnote")]


# --- files that are refused


def test_reading_says_what_was_read():
    body = para("The Meeting reaffirmed its commitment to the unity of the country.") + para("<w:ins><w:r/></w:ins>")
    reading = read_bytes(pack(make_parts(body)), "x.txt")
    assert (reading.reader, reading.media_type, reading.encoding, reading.language) == ("docx", DOCX, None, "en")
    assert reading.notes == ("tracked_changes",)
    assert dict(reading.left_out)["deleted"] == 0


def test_missing_and_double_and_broken_parts_are_damage():
    parts = make_parts(para("a") + section(("header", "header1")), header1=para("h"), styles="")
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/document.xml"})) == "damaged_file"
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/header1.xml"})) == "damaged_file"
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/styles.xml"})) == "damaged_file"
    assert refuse(pack({**parts, "word/_rels/document.xml.rels": "<R/>"})) == "damaged_file"
    assert refuse(pack({**parts, "word/document.xml": "<w:document"})) == "damaged_file"
    assert refuse(pack({**parts, "word/document.xml": part("document", "")})) == "damaged_file"
    buffer = io.BytesIO(pack(parts))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", parts["word/document.xml"])
    assert refuse(buffer.getvalue()) == "damaged_file"


def test_file_cut_short_is_damage_not_another_kind():
    content = pack(make_parts(para("text " * 400)))
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(content[:-40], "x.docx")
    assert caught.value.reason == "damaged_file"


def test_flipped_bytes_are_damage():
    content = pack(make_parts(para("one two three")), zipfile.ZIP_STORED)
    assert refuse(content.replace(b"one two", b"two one")) == "damaged_file"


def test_part_with_a_password_is_encrypted():
    content = bytearray(pack(make_parts(para("a"))))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(signature, at + 4)
    assert refuse(bytes(content)) == "encrypted"


def test_bombs_are_too_large():
    assert refuse(pack(make_parts(para("a" * 4_000_000)))) == "too_large"


def test_parts_are_too_large_together(monkeypatch):
    named = section(("header", "header1"))
    parts = make_parts(para("a", named) + named, header1=para("h"))
    size = sum(len(content) for name, content in parts.items() if name.startswith("word/"))
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size)
    assert [line.text for line in read_docx(pack(parts), Counter()).lines] == ["h", "", "a"]
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size - 1)
    assert refuse(pack(parts)) == "too_large"


def test_entities_are_refused_and_never_opened(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    parts = make_parts(para("&x;"))
    declared = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{secret}">]>'
    parts["word/document.xml"] = parts["word/document.xml"].replace("?>", "?>" + declared, 1)
    assert refuse(pack(parts)) == "damaged_file"


def test_outside_targets_are_not_followed():
    parts = make_parts(para("a") + section(("header", "header1")), header1=para("h"))
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace('Target="', 'TargetMode="External" Target="')
    assert refuse(pack(parts)) == "damaged_file"
    parts[rels] = parts[rels].replace('TargetMode="External" Target="', 'Target="../word/')
    assert [line.text for line in read_docx(pack(parts), Counter()).lines] == ["h", "", "a"]


@pytest.mark.parametrize("body", [para("a") + '<w:altChunk r:id="x"/>', para('<w:subDoc r:id="x"/>')])
def test_bound_in_files_are_refused_not_lost(body):
    assert refuse(pack(make_parts(body))) == "reader_failed"


def test_deep_nesting_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 600 + para("a") + "</w:sdtContent></w:sdt>" * 600
    assert refuse(pack(make_parts(deep))) == "damaged_file"


def test_picture_without_text_needs_recognition():
    assert refuse(pack(make_parts(para("<w:r><w:drawing/></w:r>")))) == "ocr_needed"
    assert refuse(pack(make_parts("<w:p/>"))) == "no_report"


def test_note_that_is_missing_is_damage():
    assert refuse(pack(make_parts(para('<w:r><w:footnoteReference w:id="9"/></w:r>')))) == "damaged_file"
