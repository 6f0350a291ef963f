"""Text in form fields and typed onto a page is read in its place; stamps and what is hidden are not."""

import pytest
from drawn import make_page, make_stream

from oic_reports.reading.pdf.document import read_pdf

BODY = "BT /F1 11 Tf 72 700 Td (The Meeting agreed on the report of the Group.) Tj ET"
SYMBOL = "OIC/ICFM-58/2031/RES"
APPEARANCE = make_stream(
    f"BT /F1 11 Tf 2 4 Td ({SYMBOL}) Tj ET",
    "/Type/XObject/Subtype/Form/BBox[0 0 200 16]/Resources<</Font<</F1 5 0 R>>>>",
)
FIELD = "/FT/Tx/T(symbol)"


def read(keys, body=BODY, appearance=APPEARANCE):
    annotation = f"<</Type/Annot/Rect[350 790 550 806]{keys}>>"
    content = make_page(
        body, annotation, appearance, box="/MediaBox[0 0 595 842]/Annots[6 0 R]", catalog="/AcroForm<</Fields[6 0 R]>>"
    )
    text = read_pdf(content)
    return [line.text for line in text.lines], text


@pytest.mark.parametrize(
    "keys",
    [
        f"/Subtype/FreeText/Contents({SYMBOL})/F 4/AP<</N 7 0 R>>",
        f"/Subtype/Widget{FIELD}/V({SYMBOL})/F 4/AP<</N 7 0 R>>",
    ],
    ids=["free text", "field"],
)
def test_text_of_an_annotation_is_read_where_it_stands(keys):
    lines, text = read(keys)
    assert lines == [SYMBOL, "The Meeting agreed on the report of the Group."]
    assert text.lines[0].box.x0 == pytest.approx(352, abs=0.5)
    assert text.lines[0].box.bottom == pytest.approx(842 - 794 + 0.24 * 11, abs=0.5)


@pytest.mark.parametrize("flags", [2, 32])
def test_an_annotation_that_is_hidden_is_not_read(flags):
    lines, _ = read(f"/Subtype/FreeText/Contents({SYMBOL})/F {flags}/AP<</N 7 0 R>>")
    assert lines == ["The Meeting agreed on the report of the Group."]


def test_a_stamp_is_counted_and_not_read():
    lines, text = read("/Subtype/Stamp/F 4/AP<</N 7 0 R>>")
    assert lines == ["The Meeting agreed on the report of the Group."]
    assert text.left_out["stamp"] == 1


def test_text_without_an_appearance_is_noted():
    _, text = read(f"/Subtype/FreeText/Contents({SYMBOL})/F 4")
    assert text.left_out["annotation"] == len(SYMBOL)
    assert "unread_ink" in text.notes


def test_words_that_a_reviewer_strikes_out_are_left_out():
    line = make_stream("1 0 0 rg 0 0 60 1 re f", "/Type/XObject/Subtype/Form/BBox[0 0 60 1]")
    keys = "/Subtype/StrikeOut/F 4/QuadPoints[72 708 132 708 72 698 132 698]/AP<</N 7 0 R>>"
    annotation = f"<</Type/Annot/Rect[72 703 132 704]{keys}>>"
    content = make_page(BODY, annotation, line, box="/MediaBox[0 0 595 842]/Annots[6 0 R]")
    text = read_pdf(content)
    assert [line.text for line in text.lines] == ["agreed on the report of the Group."]
    assert "tracked_changes" in text.notes
