"""Sentences near the top of a text that tell of another meeting than its own."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


def read(language, *blocks):
    return read_header([Block(role, text, text, subrole=subrole) for role, subrole, text in blocks], language)[0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The present report deals with the period from the Annual Coordination Meeting of Foreign Ministers, which took place in New York on 23 September 2003, to March 2004.",
        ),
        ("en", "I met the President in Vienna in November 2003 and spoke with the Council of Foreign Ministers."),
        ("en", "He gave an account of the meeting of the Al-Quds Committee held in Agadir, Kingdom of Morocco."),
        ("fr", "Il a rendu compte de la réunion du Comité Al-Qods tenue à Agadir, Royaume du Maroc."),
        ("ar", "وقدم الأمين العام عرضا عن اجتماع لجنة القدس المنعقد في أغادير بالمملكة المغربية."),
    ],
)
def test_what_is_told_of_another_meeting_is_no_fact(language, sentence):
    header = read(language, ("operative", None, sentence))
    assert (header.city, header.date) == (None, None)


def test_a_sentence_on_another_body_than_the_titles_opens_nothing():
    header = read(
        "en",
        ("title", "title", "FINAL COMMUNIQUE OF THE SECOND MINISTERIAL MEETING OF THE EXECUTIVE COMMITTEE"),
        (
            "operative",
            None,
            "The 3rd Extraordinary Islamic Summit held in Makkah decided to set up a Committee. Having consulted the Foreign Minister of Yemen, Chairman of the 32nd Session of the Council, the Secretary General convened the Second Ministerial Meeting of the Executive Committee in Jeddah on 10 April 2007.",
        ),
    )
    assert (header.body_id, header.city, header.date) == ("excom", "Jeddah", "2007-04-10")


def test_those_who_speak_may_be_named_as_their_conference_is():
    header = read(
        "en",
        (
            "preamble",
            None,
            "We, the Ministers of Tourism of the OIC, gathered in Baku, Azerbaijan, on the occasion of the Ninth Session of the Islamic Conference of Tourism Ministers,",
        ),
    )
    assert (header.body_id, header.session, header.city) == ("mc-tourism", 9, "Baku")


def test_a_city_before_the_word_for_a_summit_is_its_place():
    header = read(
        "en",
        (
            "title",
            "title",
            "The 9th Doha Summit of OIC (November 12-13, 2000). Resolution No 7/9-P(IS) on the wells of the valley",
        ),
        ("preamble", None, "Recalling the Charter;"),
    )
    assert (header.body_id, header.session, header.city) == ("is", 9, "Doha")
    assert header.resolution_number == "7/9-P(IS)"


@pytest.mark.parametrize(
    ("language", "lead", "city", "session"),
    [
        ("ar", "نشرنا أمس القسم الأول من البيان الختامي وهذا هو القسم الأخير من البيان الختامي للقمة الإسلامية الثامنة بطهران:", "Tehran", 8),
        ("en", "The following is the full text of the final communique of the Eighth Islamic Summit in Tehran:", "Tehran", 8),
    ],
)  # fmt: skip
def test_a_lead_names_the_document_that_follows(language, lead, city, session):
    header = read(language, ("boilerplate", "press_lead", lead), ("operative", None, "The Summit thanked its host."))
    assert (header.document_type, header.body_id, header.session) == ("final_communique", "is", session)
    assert header.city == city


@pytest.mark.parametrize(
    ("language", "group", "body_id"),
    [
        ("en", "Contact Group on Myanmar Muslim Rohingya Minority", "cg-rohingya"),
        ("en", "Contact Group on the Muslims of Rohingya", "cg-rohingya"),
        ("en", "Contact Group on the Republic of Yemen", "cg-yemen"),
        ("en", "Contact Group on Guinea Bissau", "cg-guinea-bissau"),
        ("fr", "Groupe de contact sur la République du Yémen", "cg-yemen"),
        ("ar", "فريق الاتصال المعني بمسلمي الروهنجيا", "cg-rohingya"),
        ("en", "Contact Group on Orchards", "cg-orchards"),
    ],
)
def test_a_contact_group_is_known_by_its_state_or_its_people(language, group, body_id):
    assert read(language, ("title", "title", group)).body_id == body_id


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        (["Files > 2000 > Ninth Islamic Summit"], None),
        (["OIC Press Release", "Opening of the Coordination Meeting"], "Opening of the Coordination Meeting"),
        (["COMMUNIQUE FINAL DE LA RÉUNION\nDES MINISTRES", "COMMUNIQUE FINAL DE LA REUNION DES\nMINISTRES"], None),
    ],
)
def test_a_title_is_no_path_no_word_for_a_release_and_stands_once(title, read_as):
    blocks = [("title", "title", text) for text in title]
    expected = read_as or (title[0].replace("\n", " ") if len(title) > 1 else None)
    assert read("fr" if "COMMUNIQUE" in title[0] else "en", *blocks).title == expected


def test_a_letter_with_an_accent_ends_no_symbol():
    header = read("fr", ("header", "symbol", "OIC/ACM-2013/FC - Réunion annuelle de coordination"))
    assert header.symbol == "OIC/ACM-2013/FC"
