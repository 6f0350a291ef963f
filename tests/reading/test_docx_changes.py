"""Word files: what was changed, hidden or computed."""

from __future__ import annotations

import pytest
from word_parts import item, level, numbering, para, read, run, texts


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
