"""Hidden text is left out and counted by its cause; what is shown stays, however it is painted."""

import pytest
from drawn import make_page, make_stream

from oic_reports.reading.pdf.document import read_pdf

BEFORE = "BT /F1 11 Tf 72 700 Td (1. The Meeting agreed on the report of the Group.) Tj ET "
WORDS = "(9. The Meeting agreed to pay one dollar only.)"
SHOWN = f"BT /F1 11 Tf 72 660 Td {WORDS} Tj ET "
AFTER = "BT /F1 11 Tf 72 620 Td (2. The Meeting decided to meet again.) Tj ET "
BAR = "0 0 0 rg 60 650 300 24 re f "
RESOURCES = (
    "/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R/X 7 0 R>>/ExtGState<</G 8 0 R/M 9 0 R>>"
    "/Properties<</L 10 0 R>>>>"
)
# a dark picture, a form with text, no opacity, a blend that darkens, a layer that is switched off
MORE = (
    make_stream(
        "\x30\x60\x60\x30", "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8"
    ),
    make_stream(SHOWN, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"),
    "<</ca 0/CA 0>>",
    "<</BM/Multiply>>",
    "<</Type/OCG/Name(Draft)>>",
)
CATALOG = "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>"
HIDDEN = {
    "same_colour": f"1 g {SHOWN} 0 g ",
    "same_colour, all but": f"0.99 0.98 1 rg {SHOWN} 0 g ",
    "same_colour, black on black": f"{BAR}{SHOWN} ",
    "same_colour, in a form": "1 g /X Do 0 g ",
    "same_colour, upon a line that is shown": f"BT /F1 11 Tf 150 664 Td (3. They took note.) Tj ET 1 g {SHOWN} 0 g ",
    "invisible": f"3 Tr {SHOWN} 0 Tr ",
    "invisible, over the text that is shown": f"3 Tr {SHOWN.replace('660', '700')} 0 Tr ",
    "clipped": f"q 0 0 50 50 re W n {SHOWN} Q ",
    "clipped, by a path to nothing": f"q 72 655 0 0 re W n {SHOWN} Q ",
    "covered, by a bar": f"{SHOWN} {BAR} 0 g ",
    "covered, by a white box with other words on it": f"{SHOWN} 1 g 60 650 300 24 re f 0 g "
    "BT /F1 11 Tf 72 660 Td (3. The Meeting thanked its hosts for the welcome.) Tj ET ",
    "covered, by a picture": f"{SHOWN} q 300 0 0 24 60 650 cm /I Do Q ",
    "clipped, each sign by itself": "q 0 0 50 50 re W n "
    + "".join(f"BT /F1 11 Tf {72 + 7 * place} 660 Td ({sign}) Tj ET " for place, sign in enumerate(WORDS[1:-1]))
    + "Q ",
    "tiny": f"BT /F1 1 Tf 72 660 Td {WORDS} Tj ET ",
    "tiny, by its matrix": f"BT /F1 12 Tf .1 0 0 .1 72 660 Tm {WORDS} Tj ET ",
    "transparent": f"q /G gs {SHOWN} Q ",
    "layer_off": f"/OC /L BDC {SHOWN} EMC ",
}
SEEN = {
    "plain": SHOWN,
    "white on dark": f"0 .3 .2 rg 60 650 300 24 re f 1 g {SHOWN} 0 g ",
    "white on a picture": f"q 300 0 0 24 60 650 cm /I Do Q 1 g {SHOWN} 0 g ",
    "light grey": f".75 g {SHOWN} 0 g ",
    "highlighted after it was written": f"{SHOWN} q /M gs 1 1 0 rg 60 650 300 24 re f Q 0 g ",
    "underlined": f"{SHOWN} 72 657 220 1 re f ",
    "in an empty frame": f"{SHOWN} 60 650 300 24 re S ",
    "clipped to its cell": f"q 60 650 300 24 re W n {SHOWN} Q ",
    "outlined": f"1 Tr {SHOWN} 0 Tr ",
    "small print": f"BT /F1 5 Tf 72 660 Td {WORDS} Tj ET ",
    "in a form": "/X Do ",
    "on a white ground": f"1 g 60 650 300 24 re f 0 g {SHOWN} ",
}


def read(content):
    text = read_pdf(make_page(BEFORE + content + AFTER, *MORE, box=RESOURCES, catalog=CATALOG), trusts_layers=True)
    return [line.text for line in text.lines], text.left_out, text.notes


@pytest.mark.parametrize("case", HIDDEN)
def test_hidden_text_is_left_out_counted_and_noted(case):
    lines, left_out, notes = read(HIDDEN[case])
    assert not any("dollar" in line for line in lines)
    assert lines[0].startswith("1. The Meeting agreed on the report")
    assert lines[-1].startswith("2. The Meeting decided")
    assert left_out[f"hidden_{case.split(',')[0]}"] == 37
    assert "hidden_text" in notes


@pytest.mark.parametrize("case", SEEN)
def test_what_is_shown_stays(case):
    lines, left_out, notes = read(SEEN[case])
    assert "9. The Meeting agreed to pay one dollar only." in lines
    assert not any(kind.startswith("hidden") for kind in +left_out)
    assert "hidden_text" not in notes


def test_the_edge_of_a_letter_that_its_clip_cuts_is_no_text():
    # what reaches over the edge of a page, of a line that stands on the next one
    letter = "BT /F1 11 Tf 72 660 Td (d) Tj ET "
    lines, left_out, notes = read(f"q 0 667 595 100 re W n {letter} Q ")
    assert [line[:2] for line in lines] == ["1.", "2."]
    assert left_out["off_page"] == 1
    assert "hidden_text" not in notes
    # half of it can be read
    assert "d" in read(f"q 0 663 595 100 re W n {letter} Q ")[0]


def test_blanks_of_hidden_words_part_no_shown_ones():
    shown = "BT /F1 11 Tf 150 660 Td (3.Theytooknoteofit.) Tj ET "
    lines, _, _ = read(f"{shown} 1 g {SHOWN} 0 g ")
    assert "3.Theytooknoteofit." in lines


def test_words_under_a_bar_leave_the_rest_of_their_line():
    lines, _, _ = read(f"{SHOWN} 0 g 220 655 40 16 re f ")
    [line] = [line for line in lines if line.startswith("9.")]
    assert "dollar" not in line
    assert line.endswith("only.")


def test_a_recognised_layer_over_a_scan_is_not_hidden():
    scan = f"q 595 0 0 842 0 0 cm /I Do Q 3 Tr {SHOWN} 0 Tr "
    lines, left_out, _ = read(scan)
    assert "9. The Meeting agreed to pay one dollar only." in lines
    assert left_out["hidden_invisible"] == 0
