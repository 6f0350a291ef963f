"""What is given to a session, by those who drew it up elsewhere; what calls itself by no listed type; its status."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

# title, status, place and days of the session, who met elsewhere, an act
GIVEN = {
    "en": (
        "RECOMMENDATIONS OF THE GROUP OF ENGINEERS OF THE OIC\n\nTO THE SIXTH EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT",
        "(Final and approved)",
        "NIAMEY, REPUBLIC OF THE NIGER\n\n4-5 MAY 2011",
        "Made up of nine members, the Group met in Kuala Lumpur from 2 to 4 February 2011 and heard the millers.",
        "1. The Conference called upon the Member States to count their wells.\n\n2. The Conference thanked the Group.",
    ),
    "fr": (
        (
            "RECOMMANDATIONS DU GROUPE DES INGENIEURS DE L’OCI\n\nA LA 6ème SESSION EXTRAORDINAIRE DE LA CONFERENCE "
            "ISLAMIQUE AU SOMMET"
        ),
        "(Définitif et adopté)",
        "NIAMEY, REPUBLIQUE DU NIGER\n\n4-5 MAI 2011",
        "Composé de neuf membres, le Groupe s’est réuni à Kuala Lumpur du 2 au 4 février 2011 et a entendu les meuniers.",
        "1. La Conférence a invité les Etats membres à compter leurs puits.\n\n2. La Conférence a remercié le Groupe.",
    ),
    "ar": (
        "توصيات هيئة المهندسين لمنظمة التعاون الإسلامي\n\nإلى الدورة الاستثنائية السادسة لمؤتمر القمة الإسلامي",
        "(نهائي)",
        "نيامي، جمهورية النيجر\n\n4-5 مايو 2011",
        "وقد اجتمعت الهيئة المؤلفة من تسعة أعضاء في كوالالمبور من 2 إلى 4 فبراير 2011 واستمعت إلى أصحاب المطاحن.",
        "1- دعا المؤتمر الدول الأعضاء إلى إحصاء آبارها.\n\n2- شكر المؤتمر الهيئة.",
    ),
}


def read(*paragraphs):
    report, *more = build_reports(read_bytes("\n\n".join(paragraphs).encode(), "page.txt"))
    assert not more
    return report.header


@pytest.mark.parametrize("language", GIVEN)
def test_the_session_says_where_and_when(language):
    title, status, place, met, act = GIVEN[language]
    header = read(status, title, place, met, act)
    assert header.title == " ".join(title.split())
    assert (header.body_id, header.session, header.city) == ("eis", 6, "Niamey")
    assert (header.date, header.date_end) == ("2011-05-04", "2011-05-05")
    assert header.status == "final"
    # a verb tells that somebody met, and yet the text calls itself by another name than a report
    assert header.document_type is None


@pytest.mark.parametrize("language", GIVEN)
def test_without_a_place_on_its_front_the_text_says_where_its_authors_met(language):
    title, _, _, met, act = GIVEN[language]
    header = read(title, met, act)
    assert header.city == "Kuala Lumpur"
    assert header.status == "unknown"


CONTRADICTED = {
    "en": (
        "REPORT OF THE GROUP OF ENGINEERS OF THE ISLAMIC SUMMIT CONFERENCE",
        "The Sixth Session of the Islamic Summit Conference met in Kuala Lumpur from 2 to 4 February 2011.",
        "NIAMEY, REPUBLIC OF THE NIGER\n\n4-5 MAY 2011",
    ),
}


def test_a_meeting_that_the_text_names_is_no_meeting_of_its_authors():
    title, met, place = CONTRADICTED["en"]
    header = read(title, place, met, "1. The Conference thanked the host.")
    assert header.date is None
    given = read(
        f"{title} TO THE SIXTH SESSION OF THE ISLAMIC SUMMIT", place, met, "1. The Conference thanked the host."
    )
    # the session says of itself that it met elsewhere
    assert given.date is None


SAID = {
    "en": (
        (
            "The Islamic Summit met in Dakar on 9 June 2015 and the points below are those of the leaders of the Organisation of "
            "Islamic Cooperation:"
        ),
        [
            "WE CALL upon all states to open the wells.",
            "We welcome the help of Niger.",
            "We ask the Secretary General to act.",
        ],
        [
            "The Summit called upon all states.",
            "The Summit welcomed the help of Niger.",
            "It asked the Secretary General to act.",
        ],
    ),
    "fr": (
        (
            "Le Sommet islamique a eu lieu à Dakar le 9 juin 2015 et les points ci-après sont ceux des Chefs d’Etat de "
            "l’Organisation de la Coopération islamique ;"
        ),
        [
            "APPELONS les Etats à ouvrir les puits.",
            "SALUONS l’aide du Niger.",
            "CHARGEONS le Secrétaire général d’agir.",
        ],
        [
            "Le Sommet a appelé les Etats.",
            "Le Sommet a salué l’aide du Niger.",
            "Il a chargé le Secrétaire général d’agir.",
        ],
    ),
    "ar": (
        "اجتمع مؤتمر القمة الإسلامي في داكار يوم 9 يونيو 2015 والنقاط أدناه هي نقاط قادة منظمة التعاون الإسلامي:",
        ["ندعو الدول كافة إلى فتح الآبار.", "نرحب بعون النيجر.", "نكلف الأمين العام بمتابعة الأمر."],
        [
            "دعا المؤتمر الدول كافة إلى فتح الآبار.",
            "رحب المؤتمر بعون النيجر.",
            "كلف المؤتمر الأمين العام بمتابعة الأمر.",
        ],
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_what_leaders_say_as_we_reports_nothing(language):
    lead, said, told = SAID[language]
    assert read(lead, *(f"- {one}" for one in said)).document_type is None
    assert read(lead, *(f"{n}- {one}" for n, one in enumerate(told, 1))).document_type == "report"
    # prose on a meeting says nothing of what it is
    assert read(lead, *(f"- {one}" for one in told)).document_type is None


def test_a_status_is_a_line_by_itself():
    title, _, place, met, act = GIVEN["en"]
    for line in ("Final remarks of the engineers", "Final and other wells"):
        assert read(line, title, place, met, act).status == "unknown"
