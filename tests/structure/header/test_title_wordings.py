"""Wordings of titles: the facts they tell, where they end, and which of two says more."""

from __future__ import annotations

import pytest
from printed_facts import MET, THANKED, compare, facts_of


@pytest.mark.parametrize(
    ("language", "facts", "title"),
    [
        ("en", {"city": "Riyadh"}, "Resolution of the Riyadh Arab-Islamic Summit"),
        ("en", {"city": "Doha"}, "Final Communiqué of the Doha Emergency Arab-Islamic Summit"),
        ("fr", {"city": "Riyadh"}, "Résolution issue du Sommet arabo-islamique extraordinaire de Riyad"),
        ("fr", {"city": "Jeddah"}, "Communiqué final du Sommet islamique de Djeddah"),
        ("ar", {"city": "Doha"}, "البيان الختامي لقمة الدوحة العربية الإسلامية الطارئة"),
        # what a title is on, or what it follows up, is no place of the meeting
        ("en", {"city": None}, "Statement on the Madrid Summit"),
        ("en", {"city": None}, "Report in follow-up to the Makkah Summit"),
        ("fr", {"city": None}, "Déclaration sur le Sommet de Madrid"),
        (
            "en",
            {"resolution_number": "10/11-P(IS)"},
            "The Summit (March 13-14, 2008) Resolution No.10/11-P (IS) on fish",
        ),
        ("en", {"resolution_number": "41/21-P", "document_type": "resolution"}, "Res. No. 41/21-P"),
    ],
)
def test_facts_of_titles(language, facts, title):
    compare(language, facts, ("title", "title", title), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("language", "lines", "title"),
    [
        ("en", "DAKAR DECLARATION\nSIXTH ISLAMIC SUMMIT CONFERENCE\n(SESSION OF UNITY)", "DAKAR DECLARATION"),
        ("en", "DAKAR DECLARATION\nOF THE SIXTH ISLAMIC SUMMIT", None),
        ("en", "FINAL COMMUNIQUE\n46TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS", None),
        ("fr", "DECLARATION DE\nDAKAR\nTroisième session\nde la Conférence islamique", "DECLARATION DE DAKAR"),
        ("fr", "RESOLUTION\nSUR\nLA PALESTINE\nADOPTÉE PAR\nLE SOMMET", "RESOLUTION SUR LA PALESTINE"),
        ("fr", "Textes\nTranscription\nDECLARATION DE DAKAR", "DECLARATION DE DAKAR"),
        ("fr", "RAPPORT\nDE LA SESSION DU COMCEC\nRAPPORT DE LA SESSION DU COMCEC", "RAPPORT DE LA SESSION DU COMCEC"),
        ("ar", "إعلان داكار\nالصادر عن الدورة السادسة لمؤتمر القمة الإسلامي", "إعلان داكار"),
        ("ar", "إعلان داكار\nدورة: {الوحدة والتضامن}", "إعلان داكار"),
        ("ar", "تقرير اجتماع الخبراء\nللدورة السادسة لمؤتمر القمة الإسلامي", None),
    ],
)
def test_lines_of_a_title(language, lines, title):
    """``None``: all of them, joined."""
    expected = title or lines.replace("\n", " ")
    compare(language, {"title": expected}, ("title", "title", lines), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        # a name, with what it was on, or before its place or day
        ("Report of the Contact Group Meeting on Chad", None),
        ("FINAL COMMUNIQUE OF THE EXPERT COMMITTEE MEETING FOR NIGER", None),
        ("Communiqué of the Ministerial Committee meeting in Dakar", "Communiqué of the Ministerial Committee meeting"),
        ("Report of the Contact Group Meeting on 3 May 2009, Dakar", "Report of the Contact Group Meeting"),
        ("Communiqué of the Special Meeting on Chad, held in Dakar", "Communiqué of the Special Meeting on Chad"),
        ("Communiqué of the open-ended special meeting at Dakar", "Communiqué of the open-ended special meeting"),
        # what those do who meet
        ("Declaration of the Labour Ministers meeting in Dakar", "Declaration of the Labour Ministers"),
        ("DECLARATION OF THE LABOUR MINISTERS MEETING IN DAKAR", "DECLARATION OF THE LABOUR MINISTERS"),
        ("Declaration of the Ministers of Labour, meeting in Dakar", "Declaration of the Ministers of Labour"),
    ],
)
def test_a_meeting_by_name_is_a_part_of_the_title(printed, title):
    compare("en", {"title": title or printed}, ("title", "title", printed), ("operative", None, THANKED["en"]))


@pytest.mark.parametrize(
    ("language", "printed", "title"),
    [
        # what a text is about is a part of its title, and the place before it stays with it
        ("en", "Communiqué of the Special Session held in Dakar on the floods in Chad", None),
        ("fr", "Communiqué final de la session extraordinaire tenue à Dakar sur les inondations", None),
        ("ar", "البيان الختامي للاجتماع الطارئ المنعقد في داكار بشأن الفيضانات", None),
        ("en", "Communiqué of the Special Session held in Dakar on 5 May", "Communiqué of the Special Session"),
        ("en", "Communiqué of the Session held in Dakar on Monday, 5 May 2003", "Communiqué of the Session"),
        ("en", "Communiqué of the Session held in Dakar on the margins of the fair", "Communiqué of the Session"),
        ("fr", "Communiqué de la session tenue à Dakar en marge de la foire", "Communiqué de la session"),
        ("ar", "البيان الختامي للاجتماع الطارئ المنعقد في داكار على هامش المعرض", "البيان الختامي للاجتماع الطارئ"),
    ],
)
def test_a_subject_behind_the_place_is_a_part_of_the_title(language, printed, title):
    compare(language, {"title": title or printed}, ("title", "title", printed), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Organisation of Islamic Cooperation"),
        ("fr", "Organisation de la Coopération Islamique"),
        ("ar", "منظمة التعاون الإسلامي"),
    ],
)
def test_the_letterhead_of_the_organisation_is_no_title(language, name):
    below = ("operative", None, THANKED[language])
    compare(language, {"title": None}, ("title", "title", name), below)
    compare(language, {"title": f"{name} 2020"}, ("title", "title", f"{name} 2020"), below)


# Titles on one line with what is not of them


@pytest.mark.parametrize(
    ("language", "line", "title"),
    [
        (
            "fr",
            "Déclaration de Gao soumise à la 49ème session du Conseil « Juste milieu, clef de la paix » 16-17 mars 2023",
            "Déclaration de Gao",
        ),
        ("fr", "Déclaration de Gao présentée au Conseil des ministres", "Déclaration de Gao"),
        ("en", "Gao Declaration submitted to the 49th Session of the Council", "Gao Declaration"),
        ("ar", "إعلان غاو المقدم إلى الدورة التاسعة والأربعين", "إعلان غاو"),
        ("fr", "RAPPORT DU SOMMET « Unité et bien commun de tous » 16 mars 2023", None),
        (
            "fr",
            "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET Session « Connectivité et bien commun »",
            "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session of the Islamic Summit (Session of Unity and Peace)",
            "Final Communiqué of the Tenth Session of the Islamic Summit",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session under the theme “Water, Bread and Peace”",
            "Final Communiqué of the Tenth Session",
        ),
        (
            "ar",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي «دورة الوحدة والسلام والتنمية»",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي",
        ),
        (
            "en",
            "FINAL COMMUNIQUÉ 10th ISLAMIC SUMMIT CONFERENCE (GAO SUMMIT: WATER, BREAD AND PEACE)",
            "FINAL COMMUNIQUÉ 10th ISLAMIC SUMMIT CONFERENCE",
        ),
        (
            "fr",
            "Communiqué final de la dixième session du Sommet islamique (Sommet de Gao : l’eau, le pain et la paix)",
            "Communiqué final de la dixième session du Sommet islamique",
        ),
        (
            "ar",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي (قمة غاو: الماء والخبز والسلام)",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session of the Islamic Summit (OIC Summit)",
            "Final Communiqué of the Tenth Session of the Islamic Summit (OIC Summit)",
        ),
        ("en", "Statement on “Water, Bread and Peace”", "Statement on “Water, Bread and Peace”"),
        (
            "en",
            "Resolution of the Tenth Session on “Water, Bread and Peace”",
            "Resolution of the Tenth Session on “Water, Bread and Peace”",
        ),
    ],
)
def test_a_title_ends_where_its_line_goes_on_with_theme_or_receiver(language, line, title):
    blocks = (("title", "title", line), ("preamble", None, MET[language]), ("operative", None, THANKED[language]))
    compare(language, {"title": title} if title else {}, *blocks)
    assert facts_of(language, *blocks).title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("PROJET DE COMMUNIQUE FINAL", "PROJET DE COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET"),
        ("LE COMMUNIQUE FINAL", "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET"),
    ],
)
def test_of_two_titles_that_of_a_draft_says_more(above, title):
    session = "DE LA SEIZIEME SESSION DU SOMMET"
    blocks = [("title", "title", f"{above}\n{session}"), ("title", "title", f"COMMUNIQUE FINAL\n{session}")]
    compare("fr", {"title": title}, *blocks, ("preamble", None, MET["fr"]), ("operative", None, THANKED["fr"]))


PAGES_TITLES = [
    (
        "en",
        "5th Conference on Food - speech of the Secretary General",
        "SPEECH OF H.E. THE SECRETARY GENERAL OF THE OIC AT THE FIFTH CONFERENCE ON FOOD",
    ),
    (
        "fr",
        "4 RESOLUTIONS -6 SSESION-CONFERENCE SUR LA FEMME",
        "RESOLUTIONS DE LA SIXIEME CONFERENCE MINISTERIELLE SUR LE ROLE DES FEMMES",
    ),
    ("ar", "المؤتمر الخامس للأغذية - كلمة الأمين العام", "كلمة معالي الأمين العام لمنظمة التعاون الإسلامي أمام المؤتمر الخامس للأغذية"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "called", "title"), PAGES_TITLES)
def test_a_title_below_other_lines_goes_before_what_the_page_calls_it(language, called, title):
    below = ("operative", None, THANKED[language])
    placed = ("header", "place_date", "Dakar, 5 May 2031")
    assert facts_of(language, ("title", "title", called), placed, ("title", "title", title), below).title == title


@pytest.mark.parametrize(
    "above",
    [
        # of another type, a type of its own, a draft
        "REPORT AND RESOLUTIONS OF THE FIFTH CONFERENCE",
        "DRAFT FINAL COMMUNIQUE OF THE FIFTH CONFERENCE",
    ],
)
def test_a_title_that_opens_with_its_type_stays_above_another(above):
    below = ("operative", None, THANKED["en"])
    placed = ("header", "place_date", "Dakar, 5 May 2031")
    title = facts_of("en", ("title", "title", above), placed, ("title", "title", "FINAL COMMUNIQUE"), below).title
    assert title is not None
    assert title.startswith(above)
