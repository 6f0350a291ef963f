"""Word files: paragraphs, tables, what stands above and below the text."""

from __future__ import annotations

from collections import Counter

import pytest
from word_parts import (
    R,
    W,
    cell,
    item,
    level,
    make_parts,
    numbering,
    pack,
    para,
    read,
    row,
    run,
    section,
    show,
    table,
    texts,
)

from oic_reports.reading.docx import read_docx


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
