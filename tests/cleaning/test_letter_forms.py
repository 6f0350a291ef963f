"""Letters of another script or another form, and misread ones; the author's spelling stays."""

from __future__ import annotations

import pytest
from cleaned import clean, kinds


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [("كيता", "كيتا"), ("الاجتमاع", "الاجتماع"), ("اجتماعμ", "اجتماعμ"), ("مقदيشو", "مقديشو"), ("الأмن", "الأمن")],
)
def test_foreign_letters_in_an_arabic_word(raw, clean_form):
    draft = clean(f"قال {raw} أمس")
    assert draft.text == f"قال {clean_form} أمس"


def test_foreign_letter_without_a_fitting_word_is_flagged():
    draft = clean("قال زثطधقع أمس")
    assert draft.sorted_repairs == ()
    assert {flag.flag for flag in draft.flags} == {"foreign_letter_unresolved"}


@pytest.mark.parametrize("text", ["والـUN في", "مجموعة G5 و(OIC)", "COVID-19 وباء", "في نيويورك (New York)"])
def test_latin_names_are_no_damage(text):
    draft = clean(text)
    assert "foreign_script" not in kinds(draft)
    assert "foreign_letter_unresolved" not in {flag.flag for flag in draft.flags}


@pytest.mark.parametrize(
    ("raw", "clean_form", "kind"),
    [
        ("إرسىكا", "إرسيكا", "glyph_misread"),
        ("رئىس المجلس", "رئيس المجلس", "glyph_misread"),
        ("إلىجانب ذلك", "إلى جانب ذلك", "spacing"),
        ("الاجتمـــاع", "الاجتماع", "letter_form"),
        ("سيادة کل دولة", "سيادة كل دولة", "letter_form"),
        ("بین الدول", "بين الدول", "letter_form"),
    ],
)
def test_letter_forms(raw, clean_form, kind):
    draft = clean(raw)
    assert draft.text == clean_form
    assert kinds(draft) == [kind]


@pytest.mark.parametrize("text", ["1434 هـ الموافق", "على مستوى الوزراء", "مدى الحياة", "الجرحى والمرضى"])
def test_right_forms_are_left_alone(text):
    assert clean(text).sorted_repairs == ()


def test_misread_letter_in_a_phrase_of_a_damaged_document():
    draft = clean("مقر الأأم المتحدة", around=["نص □ تالف"])
    assert draft.text == "مقر الأمم المتحدة"
    assert kinds(draft) == ["glyph_misread"]


def test_the_same_in_an_undamaged_document_is_flagged_only():
    draft = clean("مقر الأأم المتحدة")
    assert draft.sorted_repairs == ()
    (flag,) = draft.flags
    assert (flag.flag, flag.surface, flag.expected) == ("suspect_word", "الأأم", "الأمم")


@pytest.mark.parametrize("text", ["فريق الإتصال المعني بمالي", "الامم المتحدة", "الأمانه العامة"])
def test_authors_spelling_is_never_repaired(text):
    assert clean(text, around=["نص □ تالف"]).text == text


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("وإذ هنا المؤتمر الحكومة الجديدة، حثها", "وإذ هنأ المؤتمر الحكومة الجديدة، حثها"),
        ("هنا الاجتماع فخامة الرئيس", "هنأ الاجتماع فخامة الرئيس"),
        ("وهنا الاجتماع فخامة الرئيس", "وهنأ الاجتماع فخامة الرئيس"),
        ("كما أشاذ المؤتمر بالجهود", "كما أشاد المؤتمر بالجهود"),
        ("وقد اشتنكر الاجتماع الهجوم", "وقد استنكر الاجتماع الهجوم"),
        ("وافق المجلس خلال مداواته حول الأمر", "وافق المجلس خلال مداولاته حول الأمر"),
        ("اتفق المشاركون أثناء مباحتاتهم بشأن الأمر", "اتفق المشاركون أثناء مباحثاتهم بشأن الأمر"),
        ("قرر المؤتمر عقب مناقشاتته حول الأمر", "قرر المؤتمر عقب مناقشاته حول الأمر"),
    ],
)
def test_words_that_cannot_stand_where_they_stand(raw, clean_form):
    draft = clean(raw, around=["نص □ تالف"])
    assert draft.text == clean_form
    assert [repair.kind for repair in draft.sorted_repairs] == ["glyph_misread"]
    sound = clean(raw)
    assert sound.text == raw
    assert [flag.flag for flag in sound.flags] == ["suspect_word"]
    assert sound.flags[0].expected in clean_form


@pytest.mark.parametrize(
    "text",
    [
        "عقد الاجتماع هنا في نيويورك",
        "من هنا الاجتماع",
        "خلال مداواته للجرحى",
        "وهنا في جدة",
        "خلال محاولاته في المجلس",
        "خلال مناقشته بشأن الأمر",
        "وإذ اكد المؤتمر أهمية الأمر",
        "كما حدد الاجتماع موعدا",
        "وقد بدا المؤتمر ناجحا",
    ],
)
def test_the_same_words_elsewhere_are_right(text):
    draft = clean(text, around=["نص □ تالف"])
    assert (draft.sorted_repairs, draft.flags) == ((), ())


def test_a_persian_name_is_not_half_converted():
    draft = clean("السيد شہباز شریف وصل", around=["في بین الدول کل شيء", "التی"])
    assert draft.text == "السيد شہباز شریف وصل"
    assert [flag.surface for flag in draft.flags] == ["شریف"]


def test_persian_letters_of_a_name_change_where_the_text_writes_all_its_words_so():
    assert clean("السيد روحانی", around=["فی المؤتمر"]).text == "السيد روحاني"
    draft = clean("السيد روحانی", around=["في المؤتمر"])
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["letter_form"]


def test_an_alef_maksura_inside_an_unknown_word_is_flagged():
    draft = clean("قال زثطىقع أمس")
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.expected) for flag in draft.flags] == [("suspect_word", "زثطيقع")]
