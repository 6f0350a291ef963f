"""Objects put anew at the end of a file."""

import zlib

import pypdfium2
import pytest
from drawn import make_page, make_stream
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSKeyword

from oic_reports.reading.pdf.increment import append_objects, write_stream, write_value

PAGE = make_page("BT /F1 12 Tf 60 700 Td (first) Tj ET")
TRAILER = {"Size": 6, "Root": PDFObjRef(None, 1)}


def read_text(content):
    document = pypdfium2.PdfDocument(content)
    return document[0].get_textpage().get_text_range()


def test_the_last_object_of_a_number_is_read_and_the_bytes_before_it_stay():
    changed = append_objects(PAGE, {4: make_stream("BT /F1 12 Tf 60 700 Td (second) Tj ET")}, TRAILER)
    assert changed.startswith(PAGE)
    assert (read_text(PAGE), read_text(changed)) == ("first", "second")


def test_a_new_object_makes_the_file_larger_and_can_be_referred_to():
    page = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 9 0 R/MediaBox[0 0 595 842]>>"
    changed = append_objects(PAGE, {9: write_stream(b"BT /F1 12 Tf 60 700 Td (third) Tj ET"), 3: page}, TRAILER)
    assert read_text(changed) == "third"
    assert b"/Size 10" in changed[len(PAGE) :]


def test_an_update_may_follow_an_update():
    once = append_objects(PAGE, {4: make_stream("BT /F1 12 Tf 60 700 Td (second) Tj ET")}, TRAILER)
    twice = append_objects(once, {5: b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"}, TRAILER)
    assert read_text(twice) == "second"
    assert pypdfium2.PdfDocument(twice)[0].get_textpage().count_chars() == len("second")


def test_a_file_whose_end_names_no_cross_reference_is_left_alone():
    assert append_objects(PAGE[: PAGE.index(b"startxref")], {4: b"null"}, TRAILER) is None


def test_a_stream_holds_its_content_compressed():
    written = write_stream(b"0 g " * 100)
    packed = written.split(b"stream\n", 1)[1].removesuffix(b"\nendstream")
    assert zlib.decompress(packed) == b"0 g " * 100
    assert b"/Length %d " % len(packed) in written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, b"null"),
        (True, b"true"),
        (7, b"7"),
        (0.5, b"0.5"),
        (2.0, b"2"),
        (b"\x01(", b"<0128>"),
        (PDFObjRef(None, 12), b"12 0 R"),
        (LIT("A B#/"), b"/A#20B#23#2F"),
        (PSKeyword(b"endobj"), b"endobj"),
        ([1, [2]], b"[1 [2]]"),
        ({"Kids": [PDFObjRef(None, 3)]}, b"<< /Kids [3 0 R] >>"),
    ],
)
def test_values_are_written_as_a_file_holds_them(value, written):
    assert write_value(value) == written


def test_what_is_no_value_of_a_file_is_refused():
    with pytest.raises(TypeError, match="no value of a PDF"):
        write_value(object())
