"""Lines that address listeners and say no more, greetings among them."""

import pytest

from oic_reports.model import Line
from oic_reports.structure.body.body_start import is_salutation
from oic_reports.structure.lines.printed_lines import drop_blank


def salutes(text, language):
    (line,) = drop_blank([Line(text, 1)], language)
    return is_salutation(line)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Honorables Ministres,", "fr"),
        ("Honorables Collègues,", "fr"),
        ("Assalamou Alaykoum Warahmatullahi Wabarakatuh", "fr"),
        ("Assalamu Alaikum Wa Rahmatullahi Wa Barakatuh", "en"),
        ("As-salamu alaykum", "en"),
    ],
)
def test_a_greeting_addresses_listeners(text, language):
    assert salutes(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Assalam Hospital in Gao, to which the Honourable Ministers of Health will travel on the second day", "en"),
        ("Réunion des honorables représentants de la société civile", "fr"),
    ],
)
def test_a_line_that_names_listeners_or_a_greeting_addresses_nobody(text, language):
    assert not salutes(text, language)
