"""Files made to harm their reader: each ends as a reject with a reason, in bounded time and memory."""

import zlib
from collections import Counter
from pathlib import Path

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, read_isolated
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.second import SecondReader

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)


def make_pdf(*objects):
    """A file of objects 1, 2, 3 …, the first of them the catalogue."""
    out = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def make_stream(content, keys=b""):
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (keys, len(content), content)


FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
ROOT = b"<</Type /Catalog /Pages 2 0 R>>"


def make_page(content, size=b"595 842", keys=b""):
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>> %s>>"
    return make_pdf(ROOT, b"<</Type /Pages /Kids [3 0 R] /Count 1>>", page % (size, keys), content, FONT)


TEXT = "The Meeting agreed on the report of the Contact Group."
SENTENCE = b"BT /F 12 Tf 50 700 Td (The Meeting agreed on the report of the Contact Group.) Tj ET "
HOSTILE = {
    "zero bytes": b"",
    "five bytes": b"%PDF-",
    "header only": b"%PDF-1.7\n%%EOF\n",
    "no PDF": b"%PDF-1.4 this is only a text that says so " * 20,
    "no pages": make_pdf(ROOT, b"<</Type /Pages /Kids [] /Count 0>>"),
    "pages that hold themselves": make_pdf(ROOT, b"<</Type /Pages /Kids [2 0 R] /Count 9>>"),
    "more pages said than there are": make_pdf(ROOT, b"<</Type /Pages /Kids [] /Count 99999999>>"),
    "a stream that holds itself": make_page(make_stream(b"/X Do", b"")),
    "a bomb": make_page(make_stream(zlib.compress(b"0 0 m " * 20_000_000), b"/Filter /FlateDecode")),
    "an enormous page without text": make_page(make_stream(b"0 0 1 rg 0 0 14400 14400 re f"), b"14400 14400"),
    "figures that are none": make_page(make_stream(b"BT /F 1e99 Tf nan inf Td (text) Tj ET")),
}


def reason_of(path):
    with pytest.raises(UnreadableFileError) as refused:
        read_isolated(path, LIMITS)
    return refused.value.reason


@pytest.mark.parametrize("name", HOSTILE)
def test_a_reject_with_a_reason(name, tmp_path):
    path = tmp_path / "hostile.pdf"
    path.write_bytes(HOSTILE[name])
    assert reason_of(path) in {"empty_file", "damaged_file", "no_report", "too_large", "memory_limit", "time_limit"}


def test_the_second_reader_may_fail_on_what_the_first_one_reads():
    # pdfminer asserts that a code in octal is one of a byte
    content = make_page(make_stream(SENTENCE + b"BT /F 12 Tf 50 680 Td (\\535) Tj ET "))
    document = open_document(content)
    (page,) = PdfiumSource(document)
    profile, is_rtl = learn_profile([page])
    lines, _ = read_page_lines(page, profile, is_rtl_document=is_rtl)
    assert lines[0].text == TEXT
    assert SecondReader(content).read_page(page, profile, is_rtl_document=is_rtl) == (None, Counter())


def test_text_painted_thousands_of_times_over_itself_is_read_once(tmp_path):
    path = tmp_path / "again.pdf"
    path.write_bytes(make_page(make_stream(zlib.compress(SENTENCE * 20_000), b"/Filter /FlateDecode")))
    assert [line.text for line in read_isolated(path, LIMITS).lines] == [TEXT]


def test_a_file_with_a_password():
    assert reason_of(FOLDER / "hostile" / "encrypted.pdf") == "encrypted"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_read_whole(share, tmp_path):
    content = (FOLDER / "wk" / "d5.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(content[: int(share * len(content))])
    assert reason_of(path) in {"damaged_file", "no_report", "ocr_needed", "ocr_missing"}


def test_damaged_bytes_never_crash_the_reader(tmp_path):
    content = bytearray((FOLDER / "wk" / "d5.pdf").read_bytes())
    for step in range(6):
        for place in range(step, len(content), 97):
            content[place] ^= 0x55 + step
        path = tmp_path / f"{step}.pdf"
        path.write_bytes(bytes(content))
        assert reason_of(path) != "reader_failed"


def test_text_outside_the_page_is_left_out_and_counted(tmp_path):
    hidden = SENTENCE.replace(b"50 700", b"-900 700")
    path = tmp_path / "off.pdf"
    path.write_bytes(make_page(make_stream(SENTENCE + hidden)))
    reading = read_isolated(path, LIMITS)
    assert len(reading.lines) == 1
    assert dict(reading.left_out)["off_page"] > 20
    assert "text_off_page" in reading.notes


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turn, tmp_path):
    path = tmp_path / "turned.pdf"
    matrix = {90: b"0 1 -1 0 300 100", 180: b"-1 0 0 -1 500 700", 270: b"0 -1 1 0 300 700"}[turn]
    content = SENTENCE.replace(b"50 700 Td", matrix + b" Tm")
    path.write_bytes(make_page(make_stream(content), keys=b"/Rotate %d" % turn))
    (line,) = read_isolated(path, LIMITS).lines
    assert line.text == TEXT
    assert line.box.x1 - line.box.x0 > 5 * (line.box.bottom - line.box.top)
