"""Blanks that were lost between words, or put into one."""

from __future__ import annotations

import pytest
from cleaned import clean, kinds


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("في هذا الا جتماع أمس", "في هذا الاجتماع أمس", "ar"),
        ("منظمة التعاون الإ سلامي", "منظمة التعاون الإسلامي", "ar"),
        ("دعم الأممالمتحدة له", "دعم الأمم المتحدة له", "ar"),
        ("المتحدةفي جدة", "المتحدة في جدة", "ar"),
        ("the Conferencewas held", "the Conference was held", "en"),
        ("Determiningto act", "Determining to act", "en"),
        ("the Organi sation met", "the Organisation met", "en"),
        ("sur laquestion posée", "sur la question posée", "fr"),
    ],
)
def test_blanks_that_were_lost_or_added(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert kinds(draft) == ["spacing"]


@pytest.mark.parametrize(
    ("raw", "expected", "language"),
    [
        ("prendre théla nuit", "thé la", "fr"),
        ("IN THECONFERENCE HALL", "THE CONFERENCE", "en"),
        ("وزراء الخار جية", "الخارجية", "ar"),
    ],
)
def test_blanks_that_nothing_proves_are_flagged(raw, expected, language):
    draft = clean(raw, language)
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.expected) for flag in draft.flags] == [("suspect_word", expected)]


def test_a_word_that_its_author_writes_again_and_again_is_meant():
    assert clean("the Conferencewas held", "en", ["Conferencewas", "Conferencewas"]).sorted_repairs == ()


@pytest.mark.parametrize(
    ("raw", "language", "parted", "is_sure"),
    [
        pytest.param("the groupwas there", "en", "group was", True, id="five letters before a word of three"),
        pytest.param("the treewas there", "en", "tree was", False, id="four letters before a word of three"),
        pytest.param("the reportof it", "en", "report of", True, id="six letters before a word of two"),
        pytest.param("the groupof it", "en", "group of", False, id="five letters before a word of two"),
        pytest.param("thegroup met", "en", "the group", True, id="five letters behind an article"),
        pytest.param("thetree fell", "en", "the tree", False, id="four letters behind an article"),
        pytest.param("ofgroups met", "en", "of groups", True, id="six letters behind a word of two"),
        pytest.param("the reportis there", "en", "report is", False, id="a word that others are written to"),
        pytest.param("رئيسالجمهورية", "ar", "رئيس الجمهورية", True, id="four letters before an article"),
        pytest.param("المجلسالأعلى", "ar", "المجلس الأعلى", True, id="four letters behind an article, ar"),
        pytest.param("لجنةمن", "ar", "لجنة من", True, id="two letters behind a teh marbuta"),
        pytest.param("مدينةو", "ar", "مدينة و", False, id="a letter behind a teh marbuta"),
    ],
)
def test_two_words_that_were_joined_are_parted_where_that_is_sure(raw, language, parted, is_sure):
    draft = clean(raw, language)
    if is_sure:
        assert parted in draft.text
        assert [(repair.rule, repair.confidence) for repair in draft.sorted_repairs] == [
            ("spacing.joined_words", "medium")
        ]
        return
    assert (draft.text, draft.sorted_repairs) == (raw, ())
    assert [(flag.rule, flag.surface, flag.expected) for flag in draft.flags] == [
        ("spacing.joined_words", parted.replace(" ", ""), parted)
    ]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("عقدالاجتماع", id="three letters before an article"),
        pytest.param("مجلسالأمن", id="three letters behind an article"),
    ],
)
def test_short_parts_around_an_article_may_be_those_of_a_name(raw):
    draft = clean(raw)
    assert (draft.text, draft.sorted_repairs, draft.flags) == (raw, (), ())


def test_what_is_written_together_three_times_is_meant():
    again = "the Conferencewas held, the Conferencewas"
    assert clean(again, "en").text == again.replace("wa", " wa")
    draft = clean(f"{again}, the Conferencewas", "en")
    assert (draft.sorted_repairs, draft.flags) == ((), ())


def test_a_parted_word_is_joined_by_its_own_rule():
    (repair,) = clean("الا جتماع").sorted_repairs
    assert (repair.rule, repair.confidence) == ("spacing.parted_word", "medium")
