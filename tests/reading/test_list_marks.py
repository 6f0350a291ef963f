"""Lists of pages are numbered as a browser shows them, and cost what they are long."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import html as lxml_html

from oic_reports.reading.html import read_html
from oic_reports.reading.list_marks import ListMarks

ITEM = "<li>text of an item</li>"


def read(markup):
    return [line.text.split(" ")[0] for line in read_html(f"<body>{markup}</body>", Counter()) if line.text]


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        (f"<ol reversed>{ITEM * 3}</ol>", ["3.", "2.", "1."]),
        (f'<ol start="5">{ITEM}<li value="8">x y</li>{ITEM}</ol>', ["5.", "8.", "9."]),
        (f"<ol>{ITEM}</ol><ol>{ITEM}</ol>", ["1.", "1."]),
        (f'<ol style="list-style: none">{ITEM}</ol>', ["text"]),
    ],
)
def test_numbers_are_those_that_a_browser_shows(markup, numbers):
    assert read(markup) == numbers


def test_a_text_set_as_a_heading_is_no_heading():
    said = "The Group called upon all parties to refrain from any act that may lead to escalation.<br>"
    prose = f"<h2>{said * 3}</h2>"
    assert {line.hint for line in read_html(prose, Counter()) if line.text} == {None}
    assert [line.hint for line in read_html("<h2>Final Communiqué</h2>", Counter())] == ["heading"]


def read_lines(markup):
    return [line.text for line in read_html(f"<body>{markup}</body>", Counter()) if line.text]


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        (f'<ol type="a">{ITEM * 2}</ol>', ["a.", "b."]),
        (f'<ol type="A">{ITEM}<li type="i">x y</li></ol>', ["A.", "ii."]),
        (f'<ol type="a" start="0">{ITEM * 2}</ol>', ["0.", "a."]),
        (f'<ol type="i" start="3999">{ITEM * 2}</ol>', ["mmmcmxcix.", "4000."]),
        (f'<ol><li style="list-style-type: none">text of an item</li>{ITEM}</ol>', ["text", "2."]),
    ],
)
def test_letters_and_roman_numbers_have_an_end(markup, numbers):
    assert read(markup) == numbers


@pytest.mark.parametrize("item", ["3) wells of the coast", "(b) dams", "iv. puits de la côte", "أ- آبار الساحل"])
def test_an_item_that_prints_its_number_shows_no_other(item):
    assert read_lines(f"<ol><li>{item}</li></ol>") == [item]
    assert read_lines(f"<ul><li>{item}</li></ul>") == [item]


@pytest.mark.parametrize(("lead", "shown"), [(" " * 36, "7) wells"), (" " * 39, "1. 7) wells")])
def test_a_number_is_looked_for_at_the_head_of_an_item(lead, shown):
    assert read_lines(f"<ol><li>{lead}7) wells</li></ol>") == [shown]


@pytest.mark.parametrize("item", ["wells of the coast", "puits de la côte", "آبار الساحل"])
def test_an_item_of_the_text_has_a_bullet(item):
    assert read_lines(f"<ul><li>{item}</li></ul>") == [f"• {item}"]


@pytest.mark.parametrize(("length", "mark"), [(199, "•"), (200, "x")])
def test_an_item_that_is_a_whole_text_has_none(length, mark):
    assert read_lines(f"<ul><li>{'x' * length}</li></ul>")[0][0] == mark


@pytest.mark.parametrize(
    "markup",
    [
        '<ul><li><a href="/wells">wells</a> of the coast</li></ul>',
        "<ul><li><p>wells of the coast</p></li></ul>",
        "<ul><li>wells<br>of the coast</li></ul>",
        "<aside><ul><li>wells of the coast</li></ul></aside>",
        "<ul><li>- wells of the coast</li></ul>",
    ],
    ids=["link", "paragraph", "line", "aside", "a mark of its own"],
)
def test_other_lists_have_no_bullets(markup):
    assert not [line for line in read_lines(markup) if line.startswith("•")]


@pytest.mark.parametrize(
    ("tag", "mark"), [("nav", ""), ("header", ""), ("footer", ""), ("aside", ""), ("section", "• ")]
)
def test_lists_at_the_edges_of_a_page_have_no_marks(tag, mark):
    page = lxml_html.fromstring(f"<{tag}><ul><li>wells of the coast</li></ul></{tag}>")
    assert ListMarks().find(page.find(".//li")) == mark


LONG = "Exhorte les États membres à creuser des puits dans chaque village et à les entretenir ; " * 3


@pytest.mark.parametrize(
    ("markup", "is_list"),
    [
        (f"<p>4. PRENDRE les mesures ci-après :</p>\n<ul><li>{LONG}</li><li>Courte.</li></ul>", True),
        (f"<div>4. To take these steps:<ul><li>{LONG}</li></ul></div>", True),
        (f"<p>Le Groupe a clos ses travaux.</p><ul><li>{LONG}</li><li>Courte.</li></ul>", False),
        (f"<p>Suivez-nous :</p><ul><li><a href='/'>{LONG}</a></li></ul>", False),
    ],
)
def test_long_items_are_a_list_below_what_leads_to_them(markup, is_list):
    assert ("•" in "".join(read_lines(markup))) == is_list
