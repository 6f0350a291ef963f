"""Letters that a file lost, or shows as a sign: repaired where one word fits, flagged otherwise."""

from __future__ import annotations

import pytest
from cleaned import clean, kinds


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("منظ□ة التعاون الإسلامي", "منظمة التعاون الإسلامي"),
        ("في منظمة التعا □ ن الإسلامي أمس", "في منظمة التعاون الإسلامي أمس"),
        ("للأ□م المتحدة", "للأمم المتحدة"),
        ("وحدتها و □ لامة أراضيها", "وحدتها وسلامة أراضيها"),
        ("بمقر الأ\ufffdم المتحدة", "بمقر الأمم المتحدة"),
        ("□ مم المتحدة", "□ مم المتحدة"),
        ("مجلس وزراء الخار□ية", "مجلس وزراء الخارجية"),
        ("إلى الأمين العا□ لمنظمة التعاون الإسلامي", "إلى الأمين العام لمنظمة التعاون الإسلامي"),
    ],
)
def test_lost_letter_in_a_phrase(raw, clean_form):
    assert clean(raw).text == clean_form


def test_lost_letter_in_a_word_that_only_one_word_fits():
    draft = clean("أكد الاجتم□ع التزامه")
    assert draft.text == "أكد الاجتماع التزامه"
    assert [(r.kind, r.confidence) for r in draft.sorted_repairs] == [("glyph_loss", "medium")]


@pytest.mark.parametrize("raw", ["زار □قر المؤتمر", "كلمة □□□ أخرى", "شيء □ آخر"])
def test_more_than_one_word_fits_so_it_is_flagged(raw):
    draft = clean(raw)
    assert draft.text == raw
    assert "lost_glyph_unresolved" in {flag.flag for flag in draft.flags}


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the training of clerks,\ufffdof porters", "the training of clerks, of porters", "en"),
        ("des greffiers;\ufffdpuis des huissiers", "des greffiers; puis des huissiers", "fr"),
        # no word stands behind it, no letter does, or no mark that a blank follows before it
        ("the training of clerks,\ufffdqzx porters", "the training of clerks,\ufffdqzx porters", "en"),
        ("3,\ufffd5 per cent", "3,\ufffd5 per cent", "en"),
        ("the training of clerks.\ufffdof porters", "the training of clerks.\ufffdof porters", "en"),
    ],
)
def test_a_lost_sign_behind_a_comma_is_its_blank(raw, clean_form, language):
    assert clean(raw, language).text == clean_form


def test_one_lost_sign_may_be_a_lam_alef():
    assert clean("جمهورية بنغ\ufffdديش").text == "جمهورية بنغلاديش"
    # two words fit
    assert clean("جدول ا\ufffdعمال").text == "جدول ا\ufffdعمال"


def test_lost_letters_in_french():
    assert clean("la R\ufffdunion du Secr\ufffdtariat", "fr").text == "la Réunion du Secrétariat"
    assert clean("l\ufffdOrganisation", "fr").text == "l’Organisation"


@pytest.mark.parametrize("unit", ["□ ", "الأ□م ", "كति ", "x□y "])
def test_a_paragraph_that_is_damaged_all_over_is_flagged_as_a_whole(unit):
    draft = clean(unit * 400)
    assert draft.sorted_repairs == ()
    (flag,) = draft.flags
    assert flag.flag in {"lost_glyph_unresolved", "foreign_letter_unresolved"}
    assert flag.note.startswith("400 ")


def test_a_sign_behind_a_whole_word_is_no_letter_of_it():
    assert clean("la Réunion □ est close", "fr").sorted_repairs == ()


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the K?ngdom was br?nging tents w?th speed", "the Kingdom was bringing tents with speed", "en"),
        ("la R?union des mus?es, sa coop?ration", "la Réunion des musées, sa coopération", "fr"),
        ("l?Organisation", "l’Organisation", "fr"),
        ("شكر الاجتم?ع على التعا?ن", "شكر الاجتماع على التعاون", "ar"),
    ],
)
def test_question_marks_inside_words(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert set(kinds(draft)) == {"glyph_loss"}


@pytest.mark.parametrize(
    ("raw", "language"), [("in C?te d’Ivoire", "en"), ("Mr. Zhu?rquan", "en"), ("قال زث?طع", "ar"), ("الحك?مة", "ar")]
)
def test_a_question_mark_that_more_words_fit_or_none_is_flagged(raw, language):
    draft = clean(raw, language)
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["lost_glyph_unresolved"]
