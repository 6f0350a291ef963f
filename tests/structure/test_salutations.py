"""Lines that address listeners and say no more, greetings among them."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.body.body_start import is_salutation
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.report import build_reports


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


SAID = (
    "I was glad to find the road to the library open again, for it is the only one by which the carts can bring us the "
    "paper that the printers need.\nThe printers, for their part, have kept their word."
)
PRINTED = ["Excellencies,", "Honourable Guests,", "Ladies and Gentlemen,"]


def list_salutations(text, name):
    (report,) = build_reports(read_bytes(text.encode(), name), ["https://www.oic-oci.org/topic/?t_id=100"])
    return [block.text for block in report.blocks if block.text.startswith(("Excellenc", "Honour", "Ladies"))]


def test_each_salutation_in_a_paragraph_of_its_own_is_a_block():
    lines = "\n".join(PRINTED)
    assert list_salutations(f"Speech of the Secretary General\n\n{lines}\n{SAID}\n", "page.txt") == PRINTED


def test_salutations_in_one_paragraph_of_a_page_are_one_block():
    lines = "<br>".join(PRINTED)
    said = SAID.replace("\n", "</p><p>")
    page = f"<html><body><h1>Speech of the Secretary General</h1><p>{lines}</p><p>{said}</p></body></html>"
    assert list_salutations(page, "page.html") == [" ".join(PRINTED)]
