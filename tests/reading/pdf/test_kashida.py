"""Kashidas of the text, and those that stretch its lines."""

import pytest
from glyph_lines import make_page, set_line

from oic_reports.reading.pdf.kashida import are_kashidas_typed

PLAIN = "ةيرودلا ةنجللا لامعأ نم ريرقت"
DRAWN = "ةيرودلا ةنجللا لامـعأ نم ريرقت"
HEADING = "ةينـوناقلا تاءارـجإلا"


def make_lines(*texts):
    """A page of lines, one below the other."""
    return make_page([row for place, text in enumerate(texts) for row in set_line(text, baseline=100.0 + 20 * place)])


@pytest.mark.parametrize(
    ("texts", "is_typed"),
    [
        # headings alone are drawn out
        ([HEADING, *[PLAIN] * 4, HEADING, *[PLAIN] * 4], True),
        # lines of the whole breadth are: the text is justified so
        ([HEADING, *[PLAIN] * 4, HEADING, *[DRAWN] * 4], False),
        # a line or two of many
        ([*[PLAIN] * 9, DRAWN], True),
        # too few broad lines to tell
        ([PLAIN, HEADING, HEADING, HEADING], False),
        ([PLAIN] * 10, False),
        ([], False),
    ],
)
def test_kashidas_are_of_the_text_where_no_line_is_justified_with_them(texts, is_typed):
    assert are_kashidas_typed([make_lines(*texts)]) is is_typed
