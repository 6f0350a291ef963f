"""Which printed numbers are those of a session of the register, and which texts only speak of one."""

from __future__ import annotations

import pytest
from meeting_texts import COUNCIL, names, read


@pytest.mark.parametrize(
    ("language", "title", "days", "other", "own"),
    [
        (
            "en",
            "REPORT OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            "Bamako, 25-27 June 2001",
            "1. The Minister told of the twenty-eighth session of the Chamber of Millers.",
            "1. The Minister told of the twenty-eighth session of the Islamic Conference of Foreign Ministers.",
        ),
        (
            "fr",
            "RAPPORT DE LA CONFERENCE ISLAMIQUE DES MINISTRES DES AFFAIRES ETRANGERES",
            "Bamako, 25-27 juin 2001",
            "1. Le Ministre a parlé de la vingt-huitième session de l’Union des meuniers.",
            "1. Le Ministre a parlé de la vingt-huitième session de la Conférence.",
        ),
        (
            "ar",
            "تقرير المؤتمر الإسلامي لوزراء الخارجية",
            "باماكو، 25-27 يونيو 2001",
            "1. تحدث الوزير عن الدورة الثامنة والعشرين لاتحاد أصحاب المطاحن.",
            "1. تحدث الوزير عن الدورة الثامنة والعشرين للمؤتمر الإسلامي لوزراء الخارجية.",
        ),
    ],
)
def test_the_number_of_anothers_session_is_no_sign(language, title, days, other, own):
    front = (("title", "title", title), ("header", "place_date", days))
    assert read(language, *front, ("operative", None, other))[0].session is None
    assert read(language, *front, ("operative", None, own))[0].session == 28


def test_a_guest_that_counts_its_own_sessions_is_no_sign():
    front = (
        ("title", "title", "REPORT OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS"),
        ("header", "place_date", "Bamako, 25-27 June 2001"),
    )
    told = "1. The Minister recalled that UNESCO had dealt with wells (its twenty-eighth session)."
    assert read("en", *front, ("operative", None, told))[0].session is None


@pytest.mark.parametrize(
    ("title", "session"),
    [
        ("REPORT OF THE SESSIONAL COMMITTEE OF THE COMCEC", None),
        ("REPORT OF THE COMCEC", 34),
    ],
)
def test_a_committee_in_the_days_of_a_session_is_not_the_session(title, session):
    header, _ = read(
        "en",
        ("title", "title", title),
        ("header", "place_date", "Istanbul, 26 November 2018"),
        ("operative", None, "1. The papers of the thirty-fourth session of the COMCEC were handed out."),
    )
    assert header.session == session


@pytest.mark.parametrize(
    ("told", "session"),
    [
        ("1. The papers of the thirty-fourth session were handed out.", 34),
        ("1. On the eve of the thirty-fourth session of the COMCEC papers were handed out.", None),
        (
            "1. Papers of the COMCEC (its thirty-fourth session) were read by guests from the Council of Foreign Ministers.",
            34,
        ),
        ("1. Those of the Council of Foreign Ministers spoke of the thirty-fourth session in the hall.", None),
    ],
)
def test_what_the_sentence_says_beside_a_number(told, session):
    title, place = ("title", "title", "REPORT OF THE COMCEC"), ("header", "place_date", "Istanbul, 26 November 2018")
    assert read("en", title, place, ("operative", None, told))[0].session == session


@pytest.mark.parametrize(("word", "session"), [("third session", None), ("third extraordinary session", 3)])
def test_an_extraordinary_summit_is_not_counted_with_the_ordinary_ones(word, session):
    header, _ = read(
        "en",
        ("title", "title", "DECLARATION OF THE EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT CONFERENCE"),
        ("header", "place_date", "Makkah, 7-8 December 2005"),
        ("operative", None, f"1. The Summit had before it the papers of the {word} of the Islamic Summit."),
    )
    assert (header.body_id, header.session) == ("eis", session)


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        (
            "en",
            "REPORT OF THE EXPERTS ON THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "1. The ministers passed these texts in Abidjan on 10-11 July 2017.",
        ),
        (
            "en",
            "REPORT ON THE IMPLEMENTATION OF THE DECISIONS OF THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "1. The ministers passed these texts in Abidjan on 10-11 July 2017.",
        ),
        (
            "en",
            "REPORT ON THE DECISIONS TAKEN BY THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "1. The ministers passed these texts in Abidjan on 10-11 July 2017.",
        ),
        (
            "fr",
            "RAPPORT SUR LES DECISIONS ADOPTEES PAR LA 44ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            "1. Les ministres avaient remis ces textes à Abidjan les 10 et 11 juillet 2017.",
        ),
        (
            "ar",
            "تقرير بشأن القرارات الصادرة عن الدورة الرابعة والأربعين لمجلس وزراء الخارجية",
            "1. سلمت هذه النصوص للوزراء في أبيدجان يومي 10 و11 يوليو 2017.",
        ),
        (
            "fr",
            "RAPPORT DU COMITE DE SUIVI DE LA 44ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            "1. Les ministres avaient remis ces textes à Abidjan les 10 et 11 juillet 2017.",
        ),
        (
            "ar",
            "تقرير الاجتماع التحضيري للدورة الرابعة والأربعين لمجلس وزراء الخارجية",
            "1. سلمت هذه النصوص للوزراء في أبيدجان يومي 10 و11 يوليو 2017.",
        ),
    ],
)
def test_days_of_a_session_are_not_those_of_a_text_that_prepares_it_or_looks_back(language, title, told):
    header, flags = read(language, ("title", "title", title), ("operative", None, "1."), ("operative", None, told))
    assert "chosen_by_register" not in names(flags)
    assert (header.date, header.city) == (None, None)


@pytest.mark.parametrize(
    "title",
    [
        "RESOLUTION NO. 3 ON THE IMPLEMENTATION OF THE PLAN FOR WELLS\nFORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
        "REPORT OF THE EXPERTS ADOPTED BY THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
    ],
)
def test_what_a_session_adopted_is_of_its_days(title):
    told = ("operative", None, "1. The ministers passed these texts in Abidjan, 10-11 July 2017.")
    header, _ = read("en", ("title", "title", title), ("operative", None, "1. Thanks."), told)
    assert (header.session, header.date, header.city) == (44, "2017-07-10", "Abidjan")


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("en", COUNCIL[2], "1. The millers will meet in Abidjan on 10-11 July 2017."),
        (
            "fr",
            "RESOLUTIONS DE LA 44ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            "1. La fête se tiendra à Abidjan les 10 et 11 juillet 2017.",
        ),
    ],
)
def test_what_is_planned_is_told_by_others(language, title, told):
    header, _ = read(language, ("title", "title", title), ("operative", None, "1."), ("operative", None, told))
    assert (header.date, header.city) == (None, None)
