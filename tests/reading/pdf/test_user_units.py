"""Pages with a unit of their own are measured in points, as all others."""

import zlib

import pytest
from drawn import make_page, make_stream

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.user_units import read_units

CONTENT = "BT /F1 6 Tf 1 0 0 1 30 350 Tm (The Meeting agreed on this.) Tj ET"


def read_line(keys):
    [line] = read_pdf(make_page(CONTENT, box=f"/MediaBox[0 0 297 421]{keys}")).lines
    return line


def test_the_boxes_of_a_page_are_points_whatever_its_unit():
    plain, doubled = read_line(""), read_line("/UserUnit 2")
    assert doubled.text == plain.text
    assert (doubled.box.x0, doubled.box.top) == (60.0, pytest.approx(2 * plain.box.top, abs=0.1))
    assert doubled.box.x1 == pytest.approx(2 * plain.box.x1, abs=0.2)


@pytest.mark.parametrize(
    ("keys", "units"), [("/UserUnit 2.5", {1: 2.5}), ("/UserUnit 1", {}), ("/UserUnit -1", {}), ("", {})]
)
def test_the_units_of_pages(keys, units):
    assert read_units(make_page(CONTENT, box=f"/MediaBox[0 0 297 421]{keys}")) == units


def test_a_unit_in_a_packed_object_is_looked_for():
    packed = zlib.compress(b"3 0 <</Type/Page/UserUnit 2>>")
    stream = b"5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    assert looks_at_pages(b"%PDF-1.7\n" + stream)
    # a stream of something else, and one that is no such stream at all
    assert not looks_at_pages(b"%PDF-1.7\n" + stream.replace(b"/ObjStm", b"/XObject"))
    assert not looks_at_pages(b"%PDF-1.7\n/ObjStm stream\nnothing of it")
    assert not looks_at_pages(make_stream("nothing"))


def looks_at_pages(content):
    """Whether the dictionaries of a content's pages are looked at."""
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("oic_reports.reading.pdf.user_units._read_units", asked.append)
        read_units(content)
    return bool(asked)
