"""Which way the numbers of a document are set whose groups blanks part."""

import pytest
from glyph_lines import make_page, set_line

from oic_reports.reading.pdf.figure_groups import are_groups_turned, tell_order
from oic_reports.reading.pdf.page import learn_profile, read_page_lines


def set_lines(*visuals):
    return [row for number, visual in enumerate(visuals) for row in set_line(visual, baseline=100.0 + 20 * number)]


@pytest.mark.parametrize(
    ("seen", "order"),
    [
        ("000 800 9", "turned"),
        ("115 902 16", "turned"),
        ("17 345 620", "straight"),
        ("980 000", "straight"),
        ("731 905", "either"),
        ("12 1400 150", "none"),
    ],
)
def test_in_which_order_groups_are_a_number(seen, order):
    assert tell_order(seen.split()) == order


@pytest.mark.parametrize(
    ("visuals", "expected"),
    [
        (["000 800 9 غلبم", "620 345 17 غلبم"], True),
        # one may be two numbers, or a slip
        (["000 800 9 غلبم", "731 905 غلبم"], False),
        # both ways: nothing is told
        (["000 800 9 غلبم", "620 345 17 غلبم", "2 400 000 غلبم"], False),
        # the parts of a symbol, and numbers of two columns, are no groups
        (["000-12 غلبم", "000/800-9 غلبم"], False),
        (["000       12 غلبم", "000       15 غلبم"], False),
    ],
)
def test_what_tells_that_groups_begin_on_the_right(visuals, expected):
    assert are_groups_turned([make_page(set_lines(*visuals))]) is expected


def test_a_number_that_may_be_read_either_way_follows_the_others_of_its_document():
    visuals = ["000 800 9 غلبم", "620 345 17 غلبم", "905 731 غلبم"]
    page = make_page(set_lines(*visuals))
    lines, _ = read_page_lines(page, learn_profile([page])[0], is_rtl_document=True)
    assert [line.text for line in lines] == ["مبلغ 9 800 000", "مبلغ 17 345 620", "مبلغ 731 905"]
