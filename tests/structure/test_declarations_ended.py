"""What a declaration says without numbers is what the meeting decided, whatever is counted below the end of its text."""

from __future__ import annotations

import pytest
from extracts import outline, read

DECLARATIONS = {
    "en": (
        "Niamey Declaration on Public Libraries\n\n"
        "We, the Ministers of Culture of the Member States of the Organisation of Islamic Cooperation, meeting in "
        "Niamey on 4-5 May 2015 at the tenth session of the Islamic Conference of Culture Ministers,\n\n"
        "Recalling the resolutions of the Council of Foreign Ministers,\n\n"
        "We urge all Member States to open a library in each district;\n\n"
        "We thank the Republic of Niger for its hospitality.\n\n"
    ),
    "fr": (
        "Déclaration de Niamey sur les bibliothèques publiques\n\n"
        "Nous, Ministres de la Culture des Etats membres de l’Organisation de la Coopération islamique, réunis à "
        "Niamey les 4 et 5 mai 2015 pour la dixième session de la Conférence islamique des ministres de la Culture,\n\n"
        "Soulignant la place des bibliothèques,\n\n"
        "Soulignons que chaque quartier a droit à une bibliothèque ;\n\n"
        "Remercions la République du Niger de son accueil.\n\n"
    ),
    "ar": (
        "إعلان نيامي بشأن المكتبات العامة\n\n"
        "نحن وزراء الثقافة في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في نيامي يومي 4 و5 مايو 2015 في "
        "الدورة العاشرة للمؤتمر الإسلامي لوزراء الثقافة،\n\n"
        "إذ نستذكر قرارات مجلس وزراء الخارجية،\n\n"
        "نؤكد أن لكل حي حقا في مكتبة عامة؛\n\n"
        "نشكر جمهورية النيجر على حسن الضيافة.\n\n"
    ),
}
FORMULAS = {
    "en": "Done in Niamey, on 5 May 2015",
    "fr": "Fait à Niamey, le 5 mai 2015",
    "ar": "حرر في نيامي، في 5 مايو 2015",
}
BELOW = {
    "en": "Annex\n\n1. Libraries of the first year\n\n2. Libraries of the second year\n",
    "fr": "Annexe\n\n1. Bibliothèques de la première année\n\n2. Bibliothèques de la deuxième année\n",
    "ar": "ملحق\n\n1- مكتبات السنة الأولى\n\n2- مكتبات السنة الثانية\n",
}
COUNTED = {"en": "1/--Pages", "fr": "1/--Pages", "ar": "1/12 صفحة"}
SAID = ["preamble", "preamble", "operative", "operative"]


def roles(text):
    return [role for role, _ in outline(read(text), "preamble", "operative")]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("formula", [True, False])
def test_the_numbers_of_an_annex_make_no_preamble_of_what_is_declared(language, formula):
    end = f"{FORMULAS[language]}\n\n" if formula else ""
    assert roles(DECLARATIONS[language] + end + BELOW[language]) == SAID


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_formula_above_an_annex_is_a_signature(language):
    report = read(f"{DECLARATIONS[language]}{FORMULAS[language]}\n\n{BELOW[language]}")
    assert outline(report, "signature", "heading") == [("signature", FORMULAS[language])]


def test_a_list_that_says_nothing_below_the_formula_makes_no_preamble_either():
    listed = "1. Schools of the north\n\n2. Schools of the south\n"
    report = read(f"{DECLARATIONS['en']}{FORMULAS['en']}\n\n{listed}")
    assert [role for role, _ in outline(report, "preamble", "operative", "signature")][:5] == [*SAID, "signature"]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_pages_that_a_viewer_counts_are_no_paragraph(language):
    report = read(f"{DECLARATIONS[language]}{FORMULAS[language]}\n\n{COUNTED[language]}\n")
    assert roles(f"{DECLARATIONS[language]}{FORMULAS[language]}\n\n{COUNTED[language]}\n") == SAID
    assert [text for _, text in outline(report, "signature")] == [FORMULAS[language]]


def test_numbers_that_act_below_a_place_and_a_day_are_of_the_text():
    acting = "1. Invites the Member States to train librarians.\n\n2. Requests the Secretary General to follow up.\n"
    assert roles(f"{DECLARATIONS['en']}{FORMULAS['en']}\n\n{acting}")[-2:] == ["operative", "operative"]
    assert outline(read(f"{DECLARATIONS['en']}{FORMULAS['en']}\n\n{acting}"), "signature") == []


def test_a_sentence_with_a_place_and_a_day_signs_nothing():
    adopted = "Adopted in Niamey on 5 May 2015 the plan of the libraries and its budget"
    assert outline(read(f"{DECLARATIONS['en']}{adopted}\n\n{BELOW['en']}"), "signature") == []
