"""The box of a page: its own or inherited from the page tree, cropped, turned; lines stand where they are shown."""

import pytest
from drawn import make_page

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.plumber import PlumberSource

# 20 points below the top of A4, which is beyond the top of Letter
HIGH = "BT /F1 10 Tf 1 0 0 1 60 822 Tm (OIC/CFM-49/2031/FC) Tj 1 0 0 1 60 700 Tm (The Meeting agreed on this.) Tj ET"
TURNED = "BT /F1 10 Tf 0 1 -1 0 300 60 Tm (The Meeting agreed on this report.) Tj ET"
A4 = "/MediaBox[0 0 595 842]"
A3 = "/MediaBox[0 0 842 1191]"


def read_boxes(content):
    return [(line.text, line.box) for line in read_pdf(content).lines]


@pytest.mark.parametrize("keys", [A4, "/MediaBox[595 842 0 0]", "/MediaBox[0 0 595 842]/Rotate 0"])
def test_an_inherited_box_is_as_good_as_the_own_one(keys):
    assert read_boxes(make_page(HIGH, box="", tree=keys)) == read_boxes(make_page(HIGH, box=A4))


def test_all_text_of_a_big_page_is_read():
    content = "BT /F1 12 Tf 1 0 0 1 700 1100 Tm (The Meeting agreed.) Tj ET"
    [(text, box)] = read_boxes(make_page(content, box="", tree=A3))
    assert text == "The Meeting agreed."
    assert (box.x0, box.bottom) == (700, pytest.approx(91 + 0.24 * 12, abs=0.1))


def test_a_crop_box_is_inherited_too_and_ends_at_the_media_box():
    tree = "/MediaBox[0 0 595 842]/CropBox[-50 -50 500 832]"
    [(text, box), _] = read_boxes(make_page(HIGH, box="", tree=tree))
    assert text == "OIC/CFM-49/2031/FC"
    assert (box.x0, box.top) == (60, pytest.approx(832 - 822 - 8, abs=0.1))


def test_an_inherited_turn_is_followed():
    tree = "/MediaBox[0 0 595 842]/Rotate 90"
    [(text, box)] = read_boxes(make_page(TURNED, box="", tree=tree))
    assert text == "The Meeting agreed on this report."
    assert (box.x0, box.bottom) == (60, pytest.approx(300 + 2.4, abs=0.1))


def test_a_bigger_unit_makes_a_bigger_page():
    # every viewer scales such a page as a whole
    plain, bigger = read_boxes(make_page(HIGH, box=A4)), read_boxes(make_page(HIGH, box=f"{A4}/UserUnit 2"))
    assert [text for text, _ in bigger] == [text for text, _ in plain]
    for (_, box), (_, other) in zip(plain, bigger, strict=True):
        assert (other.x0, other.bottom) == pytest.approx((2 * box.x0, 2 * box.bottom), abs=0.2)


def test_a_page_of_which_nothing_is_shown_is_not_read_as_empty():
    with pytest.raises(UnreadableFileError, match="page 1") as refused:
        read_pdf(make_page(HIGH, box="/MediaBox[0 0 595 842]/CropBox[700 900 800 1000]"))
    assert refused.value.reason == "damaged_file"


def test_a_page_of_no_size_is_shown_as_letter():
    low = "BT /F1 10 Tf 1 0 0 1 60 700 Tm (The Meeting agreed on this.) Tj ET"
    [(_, box)] = read_boxes(make_page(low, box="/MediaBox[0 0 0 0]"))
    assert (box.x0, box.bottom) == (60, pytest.approx(792 - 700 + 2.4, abs=0.1))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_both_sources_see_a_cropped_page_alike(turn):
    matrix = {0: "1 0 0 1 60 700", 90: "0 1 -1 0 300 160", 180: "-1 0 0 -1 400 700", 270: "0 -1 1 0 300 600"}[turn]
    content = make_page(
        f"BT /F1 10 Tf {matrix} Tm (Meeting) Tj ET",
        box="",
        tree=f"/MediaBox[10 20 595 842]/CropBox[30 50 500 800]/Rotate {turn}",
    )
    (first,), (second,) = (
        source.read_page(1).layers for source in (PdfiumSource(open_document(content)), PlumberSource(content))
    )
    assert first.texts == second.texts
    assert first.left == pytest.approx(second.left, abs=0.01)
    assert first.baseline == pytest.approx(second.baseline, abs=0.01)


def test_both_sources_leave_out_lines_above_and_below_the_page():
    content = make_page(
        "BT /F1 10 Tf 1 0 0 1 60 850 Tm (of the page before) Tj 1 0 0 1 60 700 Tm (Meeting) Tj"
        " 1 0 0 1 60 -30 Tm (of the next one) Tj ET"
    )
    for source in (PdfiumSource(open_document(content)), PlumberSource(content)):
        (layer,) = source.read_page(1).layers
        assert "".join(layer.texts) == "Meeting"


def test_what_was_cropped_away_is_left_out_and_a_line_that_crosses_the_edge_is_whole():
    content = (
        "BT /F1 8 Tf 1 0 0 1 -60 400 Tm (CROP MARK 12) Tj 1 0 0 1 60 700 Tm (The Meeting agreed on this.) Tj"
        " 1 0 0 1 500 600 Tm (what goes on beyond the edge of it) Tj ET"
    )
    reading = read_pdf(make_page(content, box="/MediaBox[-90 -90 685 932]/CropBox[0 0 595 842]"))
    assert [line.text for line in reading.lines] == [
        "The Meeting agreed on this.",
        "what goes on beyond the edge of it",
    ]
    assert reading.left_out["off_page"] == len("CROPMARK12")
