from __future__ import annotations

from collections import Counter

import pytest

from oic_reports.model import Reading
from oic_reports.reading.html import read_html
from oic_reports.reading.markdown import read_markdown
from oic_reports.reading.raised import calls_note, lift_marks, wrap_figure
from oic_reports.reading.read import read_bytes
from oic_reports.reading.wire import dump_reading, parse_reading


def lifted(inner, read=read_html):
    """Text, marks and hint of the first line of a page."""
    line = read(f"<p>{inner}</p>" if read is read_html else inner, Counter())[0]
    return line.text, [(mark.start, mark.text) for mark in line.marks], line.hint


@pytest.mark.parametrize(
    ("inner", "text", "marks"),
    [
        ("rapport<sup>1</sup> final", "rapport final", [(7, "¹")]),
        ("rapport <sup>12</sup> final", "rapport final", [(7, " ¹²")]),
        ("التقرير<sup>3</sup>،", "التقرير،", [(7, "³")]),
        ("التقرير<sup>٣</sup>", "التقرير", [(7, "٣")]),
        ("in 2025.<sup>1</sup> It", "in 2025. It", [(8, "¹")]),
        ("«plan»<sup>(2)</sup>", "«plan»", [(6, "(2)")]),
        ("seated<sup>*</sup>", "seated", [(6, "*")]),
        ("one<sup>1</sup> and two<sup>2</sup>.", "one and two.", [(3, "¹"), (11, "²")]),
        ('pledges<a href="#_ftn2" name="_ftnref2">[2]</a> made', "pledges made", [(7, "[2]")]),
        ('en 2018<sup><a href="#fn1">1</a></sup>', "en 2018", [(7, "¹")]),
        ('in 2018<a href="#fn1"><sup>1</sup></a> it', "in 2018 it", [(7, "¹")]),
        # no marks
        ("its 21<sup>st</sup> year", "its 21st year", []),
        ("le 1<sup>er</sup> mai, n<sup>o</sup> 4", "le 1er mai, no 4", []),
        ("300 km<sup>2</sup>", "300 km²", []),
        ("40 mètres<sup>2</sup>", "40 mètres²", []),
        ("40 متر<sup>2</sup>", "40 متر²", []),
        ("10<sup>6</sup> trees", "10⁶ trees", []),
        ("in 2018<sup>1</sup> it", "in 2018¹ it", []),
        ('see <a href="#p2">2</a> here', "see 2 here", []),
        ('report<a href="/page/2">2</a>', "report2", []),
        ("a<sub>2</sub>", "a2", []),
    ],
)
def test_raised_figures_of_a_page(inner, text, marks):
    assert lifted(inner)[:2] == (text, marks)


def test_a_line_that_begins_with_a_raised_figure_is_a_note():
    assert lifted("<sup>1</sup>Adopted in Islamabad.") == ("1 Adopted in Islamabad.", [], "footnote")
    assert lifted('<a href="#_ftnref2" name="_ftn2">[2]</a> As at 30 April.') == ("[2] As at 30 April.", [], "footnote")
    assert lifted('<a href="#top">2</a>')[2] == "link"
    assert lifted("<b>1</b> Adopted")[2] is None


def test_raised_figures_in_markdown():
    assert lifted("The report<sup>1</sup> is here.", read_markdown) == ("The report is here.", [(10, "¹")], None)
    assert lifted("The 21<sup>st</sup> of May", read_markdown)[0] == "The 21st of May"
    assert lifted("It is <sup>open", read_markdown)[0] == "It is open"


def test_what_calls_a_note():
    assert [calls_note(text) for text in ("rapport", "year.", "aid »", "km", "m", "Metres", "2018", "")] == [
        *(True, True, True),
        *(False, False, False, False, False),
    ]


def test_a_figure_is_short_and_of_digits_or_signs():
    assert [wrap_figure(text) is not None for text in ("1", " 12 ", "(3)", "**", "st", "1234", "1,2", "")] == [
        *(True, True, True, True),
        *(False, False, False, False),
    ]


def test_text_without_raised_figures_stays():
    assert lift_marks("rapport¹ 2") == ("rapport¹ 2", ())


def test_marks_survive_the_wire():
    reading = read_bytes(
        b"<html><body><p>The Meeting noted the report<sup>1</sup> of the States.</p></body></html>", "x"
    )
    assert isinstance(reading, Reading)
    assert reading.lines[0].marks
    assert parse_reading(dump_reading(reading)) == reading
    assert dict(reading.left_out)["markup"] == 44
