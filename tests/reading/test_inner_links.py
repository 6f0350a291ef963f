"""Contents that are links to places of their own page."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes

ROWS = (("1", "The Care of Wells"), ("2", "The Sharing of Rivers"), ("3", "The Training of Divers"))
TEXT = "<p>The Council met in Niamey and spoke of wells, of rivers and of divers.</p>"


def read(body):
    page = f"<html><head><title>Wells</title></head><body>{body}</body></html>"
    return [(line.text, line.hint) for line in read_bytes(page.encode(), "page.html").lines if line.text]


def link(target, text, block="p", behind=""):
    return f'<{block}><a href="#{target}">{text}</a>{behind}</{block}>'


def place(target):
    return f'<p><a name="{target}"></a><b>Resolution {target}</b></p>'


def find_rows(body):
    return [text for text, hint in read(body) if hint == "contents"]


@pytest.mark.parametrize("block", ["p", "li", "div", "td"])
def test_links_to_places_below_are_contents(block):
    rows = "".join(link(target, text, block) for target, text in ROWS)
    rows = (
        f"<table>{rows.replace('<td>', '<tr><td>').replace('</td>', '</td></tr>')}</table>" if block == "td" else rows
    )
    found = find_rows(rows + "".join(place(target) for target, _ in ROWS) + TEXT)
    assert found == [text for _, text in ROWS]


def test_a_page_may_have_lost_its_end_with_the_places():
    assert find_rows("".join(link(target, text) for target, text in ROWS) + TEXT) == [text for _, text in ROWS]


def test_what_stands_behind_the_link_in_its_cell_is_of_the_row():
    rows = "".join(
        f'<tr><td><p><a href="#{target}">Resolution No. {target}/7-C</a></p><p>On {text}</p></td></tr>'
        for target, text in ROWS
    )
    assert len(find_rows(f"<table>{rows}</table>{TEXT}")) == 2 * len(ROWS)


def test_two_links_are_no_contents():
    assert find_rows("".join(link(target, text) for target, text in ROWS[:2]) + TEXT) == []


def test_links_back_to_the_top_list_nothing():
    top = "".join(place(target) for target, _ in ROWS)
    assert find_rows(top + TEXT + "".join(link(target, text) for target, text in ROWS)) == []


def test_a_link_below_the_places_and_one_to_the_top_are_no_rows():
    two = "".join(link(target, text) for target, text in ROWS[:2])
    assert find_rows(two + place("1") + TEXT + link("9", "Back to where it began")) == []
    assert find_rows(two + TEXT + link("top", "Back to the top")) == []


def test_places_with_an_id_are_of_the_site():
    headings = "".join(f'<h2 id="{target}">{text}</h2>' for target, text in ROWS)
    assert find_rows("".join(link(target, text, "li") for target, text in ROWS) + headings + TEXT) == []


def test_links_inside_a_sentence_are_none():
    rows = "".join(f'<p>It asked for <a href="#{target}">{text}</a> again.</p>' for target, text in ROWS)
    assert find_rows(rows + TEXT) == []


def test_numbers_of_pages_are_none():
    assert find_rows("".join(link(target, f"p. {target}") for target, _ in ROWS) + TEXT) == []
