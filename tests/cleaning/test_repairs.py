"""Marks of a markup language are no text, and what is right stays as it is."""

from __future__ import annotations

import pytest
from cleaned import clean


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("**The Meeting** agreed", "The Meeting agreed"),
        ("** The Meeting **", "The Meeting"),
        ("__Final__ text", "Final text"),
        ("## Report", "Report"),
        ("*** ***", "*** ***"),
        ("2 ** 3 is 8", "2 ** 3 is 8"),
        ("Name: ______ Date: ____", "Name: ______ Date: ____"),
        ("a footnote* of it", "a footnote* of it"),
    ],
)
def test_markup(raw, clean_form):
    assert clean(raw, "en").text == clean_form


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("عقد دورته الـ 45 في جدة", "ar"),
        ("وفاز بـ«الجائزة» وبـ(الثانية)", "ar"),
        ("أ- نص، ب- نص، جـ- نص، هـ- نص", "ar"),
        ("في 5 رجب 1434هـ الموافق 15 مايو", "ar"),
        ("السيد پرویز مشرف والسيد چنگیز", "ar"),
        ("السيد شہباز شریف والسيد آصف علی زرداری", "ar"),
        ("كل شىء بطىء وملىء", "ar"),
        ("صلاحالدين وعبدالمقصود ونصرالله", "ar"),
        ("call **kwargs and v2__final and __init__ here", "en"),
        ("2**3 is 8 and 3**2 is 9", "en"),
        ("see www.example.org/page.php?id=3&lang=en", "en"),
        ("Why?Because it is so", "en"),
        ("M. Lamontagne et Mme Desforges", "fr"),
        ("Kidal and Lasalmane", "en"),
    ],
)
def test_what_is_right_is_not_repaired(text, language):
    assert clean(text, language).sorted_repairs == ()


def test_a_bold_mark_without_its_pair_is_flagged_at_an_edge():
    draft = clean("**The Meeting agreed", "en")
    assert draft.text == "**The Meeting agreed"
    assert [flag.flag for flag in draft.flags] == ["markup_artefact"]
