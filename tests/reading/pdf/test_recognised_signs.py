"""Signs that recognition takes for others: put right where a line shows which, and logged."""

import pytest
from recognised_words import word

from oic_reports.reading.pdf.recognised_signs import put_right, settle_apostrophes


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (["s’est", "l'OCI", "d'une"], ["s’est", "l’OCI", "d’une"]),
        (["s'est", "l'OCI", "d'une"], ["s'est", "l'OCI", "d'une"]),
        (["s’est", "l'a", "l'b", "l'c", "l'd"], ["s’est", "l'a", "l'b", "l'c", "l'd"]),
    ],
)
def test_a_page_has_one_kind_of_apostrophe(given, settled):
    found = settle_apostrophes([word(text, 100.0) for text in given])
    assert [w.text for w in found] == settled
    assert all((w.rule == "ocr.apostrophe") == (w.text != text) for w, text in zip(found, given, strict=True))


@pytest.mark.parametrize(
    ("given", "text", "rule"),
    [
        ("-5 أعرب الاجتماع", "5- أعرب الاجتماع", "ocr.label"),
        ("جدة، 7-3 ديسمبر 2028", "جدة، 3-7 ديسمبر 2028", "ocr.range"),
        ("الفقرات 137-120.", "الفقرات 120-137.", "ocr.range"),
        ("في الفترة 6/6/2029-2،", "في الفترة 2-6/6/2029،", "ocr.range"),
        ("خطة العمل (2031-2027)", "خطة العمل (2027-2031)", "ocr.range"),
    ],
)
def test_what_the_engine_takes_for_something_else_is_put_right_and_logged(given, text, rule):
    found, changes = put_right(given)
    assert found == text
    (change,) = changes
    assert change.rule == rule
    assert given[change.start : change.start + len(change.before)] == change.before


@pytest.mark.parametrize(
    "text",
    [
        "شيء من ذلك",
        "يومي 3-7 ديسمبر",
        "الأعوام 2027-31",
        "القرار 12/48-س",
        "على الرقم 966-12-6515222",
        "الوثيقة OIC/CFM-48-12",
        "بنسبة 12.5-3.5",
        "الدورة 5-5",
    ],
)
def test_a_line_without_a_turned_label_or_range_stays(text):
    assert put_right(text) == (text, ())
