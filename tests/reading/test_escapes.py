import pytest

from oic_reports.reading.escapes import undo_escapes


def test_letters_that_were_escaped_twice_in_a_page_are_escaped_once():
    page = "<p>La R&amp;eacute;union s'est f&amp;eacute;licit&#233;e &amp;#171;</p>"
    assert undo_escapes(page, "text/html") == "<p>La R&eacute;union s'est f&eacute;licit&#233;e &#171;</p>"


def test_references_in_plain_text_are_letters():
    assert undo_escapes("R&eacute;solution &#1602;&#x0631;", "text/plain") == "Résolution قر"


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_two_references_may_be_meant(media_type):
    text = "write &amp;eacute; or &amp;amp; for them"
    assert undo_escapes(text, media_type) == text
