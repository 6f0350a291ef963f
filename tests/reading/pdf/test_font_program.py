import pytest
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdftypes import PDFStream

from oic_reports.reading.pdf.font_program import FontProgram, _spell, read_program


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("uni0644.init", "ل"),
        ("uni06440645", "لم"),
        ("u0644_u0645.initial.lamMeem", "لم"),
        ("u064a_u0646.final.yehNoon", "ين"),
        ("afii57444", "ل"),
        ("glyph00012", ""),
        ("zero", "0"),
        ("f_f_i", "ffi"),
    ],
)
def test_letters_of_glyph_names(name, letters):
    spelled = _spell(name)
    assert spelled == letters or (name.startswith("afii") and "\u0600" < spelled < "\u0700")


class CidFont(PDFCIDFont):
    """A composite font with nothing but its program."""

    def __init__(self, program):
        self.descriptor = {"FontFile3": PDFStream({}, program)}


@pytest.mark.parametrize("program", [b"\x01\x00\x04\x01\x00", b"\x01\x00\x04\x01\x00\x01\x01\x01", b"OTTO\x00", b""])
def test_a_font_that_is_cut_says_nothing(program):
    assert read_program(CidFont(program), None) == FontProgram({})
