from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.language.characters import unfold_line
from oic_reports.model import Line, Reading
from oic_reports.reading.html import read_html
from oic_reports.reading.markdown import read_markdown
from oic_reports.reading.raised import calls_note, count_shown, lift_marks, wrap_figure
from oic_reports.reading.reader import read_bytes
from oic_reports.report_json import dump_reading, parse_reading
from oic_reports.resources import load_vocabulary


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


def test_there_is_no_power_of_a_share():
    for text in ("3%", "٢٥٪", "12 %"):
        assert calls_note(text)


def test_the_era_of_a_year_and_the_letter_of_a_resolution_are_no_measures():
    for text in ("و١٤٥١هـ", "1451 هـ", "سنة 1453ه", "٢/٥٠-م", "12/48 - س"):
        assert calls_note(text)
    for text in ("٥٠٠م", "500 م", "٣ كم", "2031", "ه"):
        assert not calls_note(text)


def test_a_figure_is_short_and_of_digits_or_signs():
    assert [wrap_figure(text) is not None for text in ("1", " 12 ", "(3)", "**", "st", "1234", "1,2", "")] == [
        *(True, True, True, True),
        *(False, False, False, False),
    ]


def test_text_without_raised_figures_stays():
    assert lift_marks(Line("rapport¹ 2", 1)) == Line("rapport¹ 2", 1)


def test_the_longest_word_of_a_measure_is_seen_whole():
    longest = max((row["form"] for name in ("units", "measures") for row in load_vocabulary(name)), key=len)
    assert not calls_note(f"40 {longest} ")
    assert calls_note(f"40 x{longest}")


@pytest.mark.parametrize(
    ("inner", "text", "raw"),
    [
        (
            "<sup>1</sup>The o\ufb03ce<sup>2</sup> of \ufb01nance <sup>3</sup> \ufb02ew",
            "1 The office of finance flew",
            3,
        ),
        ("\ufe8d\ufedf\ufee4\ufea0\ufee0\ufeb2<sup>4</sup> \ufed3\ufef2 \ufe9f\ufeaa\ufe93", "المجلس في جدة", 3),
        ('\ufb01nal<sup><a href="#\ufb01n">5</a></sup> o\ufb03ce', "final office", 2),
    ],
)
def test_what_was_folded_keeps_its_place_beside_marks(inner, text, raw):
    left_out = Counter()
    (line,) = read_html(f"<p>{inner}</p>", left_out)
    assert line.text == text
    assert len(line.decoded) == raw
    assert line.marks
    # each change undone in its place gives the page's own words
    plain = unicodedata.normalize("NFC", re.sub(r"<sup>.*?</sup>(?: (?= ))?", "", inner.replace("<sup>1</sup>", "1 ")))
    assert unfold_line(line) == plain.replace("  ", " ")
    assert left_out["markup"] == len(f"<p>{inner}</p>".replace(" ", "")) - count_shown(line)


def test_html_in_markdown_keeps_its_marks():
    lines = read_markdown("<div>\nThe report<sup>1</sup> is here.\n</div>\n", Counter())
    assert [(line.text, [mark.text for mark in line.marks]) for line in lines] == [("The report is here.", ["¹"])]


def test_marks_survive_the_wire():
    reading = read_bytes(
        b"<html><body><p>The Meeting noted the report<sup>1</sup> of the States.</p></body></html>", "x"
    )
    assert isinstance(reading, Reading)
    assert reading.lines[0].marks
    assert parse_reading(dump_reading(reading)) == reading
    assert dict(reading.left_out)["markup"] == 44


def test_a_text_that_was_kept_before_there_were_marks_is_read():
    reading = read_bytes(b"The Meeting noted the report of the States.\n", "x.txt")
    values = dump_reading(reading)
    del values["converter"]
    values["lines"] = [line[:-1] for line in values["lines"]]
    assert parse_reading(values) == reading
    values["lines"] = [line[:-1] for line in values["lines"]]
    with pytest.raises(UnreadableFileError, match="not as declared"):
        parse_reading(values)
