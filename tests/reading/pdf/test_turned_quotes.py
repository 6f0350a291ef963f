import numpy as np
import pypdfium2
import pytest
from read_specimens import get_content

from oic_reports.reading.pdf.textpage import TextPage
from oic_reports.reading.pdf.turned_quotes import turn_quotes_back


def turn(text, *, is_rtl_file=False):
    codes = np.array([ord(sign) for sign in text])
    return "".join(map(chr, turn_quotes_back(codes, is_rtl_file=lambda: is_rtl_file).tolist()))


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        # PDFium turned what stands behind Arabic letters, marks and numbers not counted
        ("سماه ”الدار“ أمس", "سماه “الدار” أمس"),
        ("قال: ’نعم‘ 12 “", "قال: ‘نعم’ 12 ”"),
        # and nothing behind Latin ones
        ("سماه IDB “Unity” أمس", "سماه IDB “Unity” أمس"),
        ("the “House” here", "the “House” here"),
        # at the beginning of a line the whole line tells
        ("”الدار“ أمس", "“الدار” أمس"),
        ("“Unity” for all", "“Unity” for all"),
        ("أمس\r\n“Unity” for all", "أمس\r\n“Unity” for all"),
        ("أمس «الدار»", "أمس «الدار»"),
    ],
)
def test_quotation_marks_are_those_that_the_map_names(given, meant):
    assert turn(given) == meant


def test_a_file_that_is_read_from_the_right_has_such_lines():
    assert turn("’90 and”", is_rtl_file=True) == "‘90 and”"
    assert turn("’90 and”") == "’90 and”"


@pytest.mark.parametrize(("name", "is_rtl"), [("typ_amiri/v1", True), ("fpdf_amiri/v1", False)])
def test_whether_a_file_is_read_from_the_right(name, is_rtl):
    with pypdfium2.PdfDocument(get_content(name)) as document:
        page = TextPage(document[0])
        assert page.is_rtl_file() is is_rtl
        page.close()
