"""Copies of a file in which codes of its fonts have characters of their own."""

from pathlib import Path

import pypdfium2
import pytest
from drawn import make_file, make_stream

from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.labels import FontFile, is_lost, is_private

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"
MAP = "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <0041> <42> <{second}> endbfchar"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 65/LastChar 67/Widths[600 600 600]/ToUnicode 6 0 R>>"


def make_font_file(font=FONT, second="0042", form=""):
    """A page that shows the codes A, B, C; ``form`` is a form with resources of its own."""
    resources = "/Resources<</Font<</F1 5 0 R>>" + ("/XObject<</Fm 7 0 R>>" if form else "") + ">>"
    return make_file(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R{resources}/Contents 4 0 R/MediaBox[0 0 595 842]>>",
        make_stream("BT /F1 12 Tf 60 700 Td (ABC) Tj ET" + (" /Fm Do" if form else "")),
        font,
        make_stream(f"begincmap {MAP.format(second=second)} endcmap"),
        *(
            [make_stream(form, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F2 8 0 R>>>>")]
            * bool(form)
        ),
        *([FONT.replace("Helvetica", "Courier")] * bool(form)),
    )


def read_text(content):
    return pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()


def test_a_labelled_code_has_a_character_of_its_own_and_the_others_keep_theirs():
    file = FontFile(make_font_file(second="0041"))
    content, labels = file.write([(0, 0x42)])
    (sign,) = labels
    assert labels == {sign: (0, 0x42)}
    assert is_private(chr(sign))
    assert read_text(content)[:2] == f"A{chr(sign)}"


def test_fonts_of_one_program_and_map_share_their_labels(monkeypatch):
    program = FontProgram({})
    monkeypatch.setattr("oic_reports.reading.pdf.labels.read_program", lambda *_: program)
    form = "BT /F2 12 Tf 60 600 Td (B) Tj ET"
    file = FontFile(make_font_file(form=form))
    content, labels = file.write([(0, 0x42), (1, 0x42)])
    (sign,) = labels
    assert read_text(content).count(chr(sign)) == 2
    # programs that are two may name their codes otherwise
    monkeypatch.undo()
    assert len(FontFile(make_font_file(form=form)).write([(0, 0x42), (1, 0x42)])[1]) == 2


def test_a_label_is_no_character_that_the_file_has():
    file = FontFile(make_font_file(second="E000"))
    _, labels = file.write([(0, 0x41)])
    assert list(labels) == [0xE001]


def test_a_code_that_is_painted_and_has_no_character_is_unmapped():
    (font,) = FontFile(make_font_file(second="0000")).fonts
    assert (font.raws[0x41], font.raws[0x42]) == ("A", UNMAPPED)


def test_fonts_of_forms_are_found_once():
    fonts = FontFile(make_font_file(form="BT /F2 12 Tf 60 600 Td (AB) Tj ET")).fonts
    assert [font.object_number for font in fonts] == [5, 8]


@pytest.mark.parametrize(("encoding", "count"), [("Identity-H", 1), ("UniJIS-UCS2-H", 0)])
def test_composite_fonts_have_labels_where_their_codes_are_glyph_numbers(encoding, count):
    descendant = (
        "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering"
    )
    font = f"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/{encoding}{descendant}(Identity)/Supplement 0>>>>]/ToUnicode 6 0 R>>"
    assert len(FontFile(make_font_file(font)).fonts) == count


def test_the_font_of_a_recogniser_whose_codes_are_characters_has_none():
    """Tesseract's font without glyphs maps all 65,536 codes to themselves."""
    descendant = (
        "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering"
    )
    font = f"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H{descendant}(Identity)/Supplement 0>>>>]/ToUnicode 6 0 R>>"
    whole = make_font_file(font).replace(
        b"2 beginbfchar <41> <0041> <42> <0042> endbfchar", b"1 beginbfrange <0000> <FFFF> <0000> endbfrange   "
    )
    assert FontFile(whole).fonts == []


@pytest.mark.parametrize("text", ["", "\0", "\x1b", UNMAPPED, "\ue123", "\uffff", "\ud800"])
def test_what_is_no_character_is_lost(text):
    assert is_lost(text)


@pytest.mark.parametrize("text", ["a", " ", "\u0640", "لا", "\u00ad"])
def test_characters_are_not_lost(text):
    assert not is_lost(text)


def test_a_copy_of_a_real_file_reads_as_before():
    content = (SPECIMENS / "fpdf_amiri" / "d1.pdf").read_bytes()
    file = FontFile(content)
    code = next(
        (number, code) for number, font in enumerate(file.fonts) for code, raw in font.raws.items() if raw == "م"
    )
    copy, labels = file.write([code])
    (sign,) = labels
    assert sorted(read_text(copy).replace(chr(sign), "م")) == sorted(read_text(content))
