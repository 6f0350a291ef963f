from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.errors import UnreadableFileError
from oic_reports.language.identification import decide_language, find_language_switch
from oic_reports.language.plausibility import add_counts, count_words, is_mostly_arabic

TEXTS = {
    "ar": "أكد الاجتماع التزامه بوحدة البلاد وسلامة أراضيها وحث جميع الدول على ذلك من خلال ما ورد في القرار.",
    "en": "The Meeting reaffirmed its commitment to the unity of the country and called on all of the States.",
    "fr": "La Réunion a réaffirmé son attachement à l'unité du pays et a appelé tous les États membres à le soutenir.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_our_languages(language):
    verdict = decide_language([TEXTS[language]])
    assert verdict.language == language
    assert verdict.direction == ("rtl" if language == "ar" else "ltr")
    assert not verdict.is_mixed


@pytest.mark.parametrize(
    "text",
    [
        "Toplantı bu konuda ve bir kez daha tüm üye devletler için bu kararın önemini vurguladı ve destek olarak çağrıda bulundu.",
        "اجلاس نے اس بات پر زور دیا کہ تمام رکن ممالک کے لیے یہ ضروری ہے اور اس کی حمایت کی جائے گی۔",
        "La reunión reafirmó su compromiso con los principios de la Carta y pidió a los Estados que se unan en este asunto.",
        "Собрание подтвердило свою приверженность единству страны и призвало все государства к этому делу.",
    ],
)
def test_other_languages_are_refused_not_misread(text):
    with pytest.raises(UnreadableFileError) as caught:
        decide_language([text])
    assert caught.value.reason == "language_unsupported"


def test_reversed_letters_are_refused_and_told():
    with pytest.raises(UnreadableFileError) as caught:
        decide_language([TEXTS["ar"][::-1]])
    assert caught.value.reason == "language_undecided"
    assert "reversed" in caught.value.detail


def test_two_languages_in_one_file():
    assert decide_language([TEXTS["en"]] * 3 + [TEXTS["fr"]]).is_mixed


def test_hardly_any_words():
    with pytest.raises(UnreadableFileError) as caught:
        decide_language(["The Meeting"])
    assert caught.value.reason == "no_report"


def test_arabic_with_few_stop_words_is_told_by_its_article():
    lines = ["أكد الاجتماع التزامه بوحدة البلاد وسلامة أراضيها", "رحب الاجتماع بالتقدم المحرز وأشاد بالجهود المبذولة"]
    assert decide_language(lines).language == "ar"


def test_a_file_goes_over_to_the_language_that_comes_next():
    english = ["The Meeting thanked the Sudan for the wells that it has dug."] * 3
    french = ["La réunion a remercié le Soudan pour les puits de la frontière."] * 3
    arabic = ["شكر الاجتماع السودان على الآبار التي حفرها على طول الحدود."] * 3
    assert find_language_switch(french + english + arabic, "fr") == (3, "en")
    assert find_language_switch(english + arabic, "en") == (3, "ar")
    assert find_language_switch(english + arabic + english, "en") is None


@given(st.lists(st.text("the la في،.é 1ً\n"), max_size=8))
def test_words_of_lines_are_those_of_the_text(lines):
    assert add_counts(lines) == count_words("\n".join(lines))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("قرار the", True),
        ("قرار resolution", False),
        ("The text", False),
        ("é", False),
        ("1, 2 — 3", None),
        ("", None),
        ("текст", None),
        ("قر ab", False),
    ],
)
def test_of_which_script_a_line_has_more_letters(line, expected):
    assert is_mostly_arabic(line) is expected
