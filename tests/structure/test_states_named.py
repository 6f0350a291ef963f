"""Member states: every form of each name is found in a sentence, and what looks like one is none."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from vocabulary_rows import KINDS, LANGUAGES, list_rows

from oic_reports.language.states import find_states, fold_name
from oic_reports.resources import load_vocabulary

MEMBERS = [
    "AE",
    "AF",
    "AL",
    "AZ",
    "BD",
    "BF",
    "BH",
    "BJ",
    "BN",
    "CI",
    "CM",
    "DJ",
    "DZ",
    "EG",
    "GA",
    "GM",
    "GN",
    "GW",
    "GY",
    "ID",
    "IQ",
    "IR",
    "JO",
    "KG",
    "KM",
    "KW",
    "KZ",
    "LB",
    "LY",
    "MA",
    "ML",
    "MR",
    "MV",
    "MY",
    "MZ",
    "NE",
    "NG",
    "OM",
    "PK",
    "PS",
    "QA",
    "SA",
    "SD",
    "SL",
    "SN",
    "SO",
    "SR",
    "SY",
    "TD",
    "TG",
    "TJ",
    "TM",
    "TN",
    "TR",
    "UG",
    "UZ",
    "YE",
]
STATE_SENTENCES = {
    "ar": ("شارك في الاجتماع {}، وغيرها.", "وفد ({})", "رحب الاجتماع بجهود {} في هذا الشأن"),
    "en": ("The delegation of {}, among others, spoke.", "({})", "{}’s commitment", "Mr X ({}); Chair"),
    "fr": ("La délégation de {}, entre autres, a parlé.", "({})", "le cas d’{} et d’autres"),
}


# Member states


def test_there_are_57_member_states_each_with_one_short_name_in_each_language():
    assert len(MEMBERS) == 57
    short = [(row["iso2"], row["language"]) for row in load_vocabulary("member_states") if row["kind"] == "short"]
    assert sorted(short) == sorted((iso2, language) for iso2 in MEMBERS for language in LANGUAGES)
    assert {row["kind"] for row in load_vocabulary("member_states")} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_common_locale_data_are_forms(language):
    territories = Locale.parse(language).territories
    forms = {(row["iso2"], row["form"]) for row in list_rows("member_states", language)}
    assert [iso2 for iso2 in MEMBERS if (iso2, territories[iso2]) not in forms] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_state_is_found_in_a_sentence(language):
    missed = []
    for row in list_rows("member_states", language):
        printed = {row["form"], row["form"].upper(), row["form"].replace("’", "'")}
        for form in printed:
            for sentence in STATE_SENTENCES[language]:
                start = sentence.index("{")
                expected = [(row["iso2"], start, start + len(form))]
                if find_states(sentence.format(form), language) != expected:
                    missed.append((row["iso2"], sentence.format(form)))
    assert missed == []


@pytest.mark.parametrize("particle", ["و", "ف", "ب", "ل", "ك", "ول", "وب"])
def test_arabic_particles_stand_before_every_form(particle):
    missed = []
    for row in list_rows("member_states", "ar"):
        form = row["form"]
        if particle.endswith("ل") and form.startswith("ال"):
            form = form[1:]  # the article loses its alef after ل: للسودان
        start = 4 + len(particle)
        if find_states(f"جاء {particle}{form}.", "ar") != [(row["iso2"], start, start + len(form))]:
            missed.append(particle + form)
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_57_member_states_in_one_list_without_a_miss(language):
    short = [row for row in list_rows("member_states", language) if row["kind"] == "short"]
    separator = "، " if language == "ar" else ", "
    text = separator.join(row["form"] for row in short)
    assert [found.iso2 for found in find_states(text, language)] == [row["iso2"] for row in short]
    assert [text[found.start : found.end] for found in find_states(text, language)] == [row["form"] for row in short]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Niger, Nigeria and the Republic of Mali", "en", ["Niger", "Nigeria", "Republic of Mali"]),
        ("Somalia and Guinea-Bissau", "en", ["Somalia", "Guinea-Bissau"]),
        ("Guinea - Bissau; Guinea; Guinea\nBissau", "en", ["Guinea - Bissau", "Guinea", "Guinea\nBissau"]),
        ("Papua New Guinea, Equatorial Guinea, the Gulf of Guinea", "en", []),
        ("Sudan and South Sudan", "en", ["Sudan"]),
        ("the Malian army, Nigerians, Somalis, a sultan of Omani birth", "en", []),
        ("COTE D'IVOIRE, TURKIYE, TÜRKİYE, Turkıye", "en", ["COTE D'IVOIRE", "TURKIYE", "TÜRKİYE", "Turkıye"]),
        ("Iran (Islamic Republic of), Iraq", "en", ["Iran (Islamic Republic of)", "Iraq"]),
        ("République de Guinée équatoriale, Soudan du Sud", "fr", []),
        ("l’Égypte, l'EGYPTE, d’Égypte", "fr", ["Égypte", "EGYPTE", "Égypte"]),
        ("la République du Soudan et la République du Soudan du Sud", "fr", ["République du Soudan"]),
        ("سلطنة عمان وسلطنة عُمان وعُمان", "ar", ["سلطنة عمان", "سلطنة عُمان", "عُمان"]),
        ("اجتماع في عمان وعمّان", "ar", []),
        ("السودان وجنوب السودان", "ar", ["السودان"]),
        ("غينيا الاستوائية وغينيا بيساو وغينيا", "ar", ["غينيا بيساو", "غينيا"]),
        ("اتحاد المغرب العربي والمغرب", "ar", ["المغرب"]),
        ("للسودان وللمملكة المغربية", "ar", ["لسودان", "لمملكة المغربية"]),
        ("السُّودان وتُونِس", "ar", ["السُّودان", "تُونِس"]),
        ("الشعب الماليّ والتونسيّ، تونسِيون", "ar", []),
        ("الامارات العربية المتحده", "ar", ["الامارات العربية المتحده"]),
    ],
)
def test_states_and_what_looks_like_them(text, language, names):
    assert [text[found.start : found.end] for found in find_states(text, language)] == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_look_alikes_are_no_states_though_they_hold_the_name_of_one(language):
    for row in list_rows("state_look_alikes", language):
        assert find_states(f"({row['form']})", language) == [], row["form"]
        words = row["form"].split(" ")
        pieces = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
        pieces += row["form"].split("-")
        assert any(find_states(piece, language) for piece in pieces), row["form"]


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold_name(text)) == len(text)
