"""Lists of pages are numbered as a browser shows them, and cost what they are long."""

from __future__ import annotations

from collections import Counter

import pytest

from oic_reports.reading.html import read_html

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
