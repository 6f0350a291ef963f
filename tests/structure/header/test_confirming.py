"""What the register of meetings says to the facts of a text: it chooses among printed signs, and adds none."""

from __future__ import annotations

import pytest
from meeting_texts import TITLE, fill, names, read


def test_days_and_place_are_taken_that_the_register_has_however_weak_the_words_are():
    text = "The Kings and Heads of State had before them, on 16-17 October 2003 and in Putrajaya, the agenda of the Summit."
    header, flags = read("en", TITLE, ("operative", None, "Order of business."), ("operative", None, text))
    assert (header.date, header.date_end, header.date_seq) == ("2003-10-16", "2003-10-17", 3)
    assert (header.city, header.country_iso2, header.place_evidence) == ("Putrajaya", "MY", "Putrajaya")
    chosen = [flag for flag in flags if flag.flag == "chosen_by_register"]
    assert [flag.rule for flag in chosen] == ["header.date", "header.place"]
    assert all(flag.severity == "info" and "session 10 of the Islamic Summit" in flag.note for flag in chosen)
    assert "no_date" not in names(flags)


@pytest.mark.parametrize(
    "text",
    [
        "The Heads of State had before them, on 16-17 October 2004 and in Putrajaya, the agenda of the Summit.",
        "The Heads of State recalled what was said in Doha on 12-13 November 2000.",
    ],
)
def test_days_that_the_register_does_not_have_stay_what_they_were(text):
    header, flags = read("en", TITLE, ("operative", None, "Order of business."), ("operative", None, text))
    assert (header.date, header.city) == (None, None)
    assert "chosen_by_register" not in names(flags)


def test_nothing_is_stated_that_the_text_does_not_print():
    header, flags = read("en", TITLE, ("operative", None, "The Heads of State discussed what unites the Muslim world."))
    assert (header.session, header.date, header.city, header.country_iso2) == (10, None, None, None)
    assert "no_date" in names(flags)


@pytest.mark.parametrize(
    ("language", "title", "line", "city"),
    [
        (
            "fr",
            "RESOLUTIONS ADOPTEES PAR LA 38ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            "Les textes remis aux délégations d’Astana, la capitale, datent du 28 au 30 juin 2011.",
            "Astana",
        ),
        (
            "ar",
            "البيان الختامي للدورة الثالثة والثلاثين للمؤتمر الإسلامي لوزراء الخارجية",
            "وزعت الوثائق على الوفود، باكو، من 19 إلى 21 يونيو 2006.",
            "Baku",
        ),
    ],
)
def test_in_each_language(language, title, line, city):
    header, _ = read(language, ("title", "title", title), ("operative", None, line))
    assert header.city == city
    assert header.date is not None


def test_of_days_that_disagree_none_is_taken():
    lines = ("header", "place_date", "Putrajaya, Malaysia\n16-17 October 2003\n3 December 2003")
    header, flags = read("en", TITLE, lines, ("operative", None, "1. The Summit met."))
    assert header.date is None
    assert "date_conflict" in names(flags)


@pytest.mark.parametrize("place_and_days", ["Putrajaya, Malaysia\n5 March 2011", "Dakar, Senegal\n16-17 October 2003"])
def test_a_fact_that_the_register_contradicts_stays_with_a_warning(place_and_days):
    header, flags = read(
        "en", TITLE, ("header", "place_date", place_and_days), ("operative", None, "1. The Summit met.")
    )
    assert None not in {header.session, header.date, header.city}
    unlisted = next(flag for flag in flags if flag.flag == "meeting_unlisted")
    assert unlisted.severity == "warning"
    assert "2003-10-16" in unlisted.note


@pytest.mark.parametrize(
    "sentence",
    [
        "1. The Summit welcomed the joint declaration signed in Moscow on 17 October 2003 by both Presidents.",
        "1. The Summit thanked those who had come together on 14 October 2003 to speak of wells.",
    ],
)
def test_what_happened_elsewhere_or_a_day_before_gives_no_day(sentence):
    header, _ = read("en", TITLE, ("operative", None, sentence))
    assert (header.date, header.city) == (None, None)


def test_a_text_that_the_register_contradicts_twice_keeps_its_facts_with_a_warning():
    lines = ("header", "place_date", "Dakar, Senegal\n5 March 2011")
    header, flags = read("en", TITLE, lines, ("operative", None, "1. The Summit met."))
    assert (header.session, header.date, header.city) == (10, "2011-03-05", "Dakar")
    unlisted = next(flag for flag in flags if flag.flag == "meeting_unlisted")
    assert unlisted.severity == "warning"


def test_a_meeting_that_prepares_a_session_bears_its_number_and_keeps_its_own_day():
    lines = ("header", "place_date", "Putrajaya, Malaysia\n11 August 2003")
    header, flags = read("en", TITLE, lines, ("operative", None, "1. The Summit met."))
    assert header.date == "2003-08-11"
    assert not names(flags) & {"date_conflict", "meeting_unlisted"}


def test_the_session_is_that_of_day_and_place_where_the_text_prints_it():
    blocks = (
        ("title", "title", "GENERAL REPORT OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS"),
        ("header", "place_date", "Tashkent, 18-19 October 2016"),
        (
            "operative",
            None,
            "1. The papers of the Council (its forty-third session) were handed out by the secretariat.",
        ),
    )
    header, flags = read("en", *blocks)
    assert (header.session, header.session_seq, header.meeting_id) == (43, 3, "cfm-43")
    assert "chosen_by_register" in names(flags)
    header, _ = read("en", *blocks[:2], ("operative", None, "1. The papers of the Council were handed out."))
    assert header.session is None


def test_a_number_whose_day_is_that_of_another_session_carries_a_warning():
    header, flags = read(
        "en",
        ("title", "title", "REPORT OF THE FORTY-FIRST SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
        ("header", "place_date", "Tashkent, Uzbekistan\n18-19 October 2016"),
        ("operative", None, "1. Papers of the Council of Foreign Ministers were handed out."),
    )
    assert (header.session, header.date, header.city) == (41, "2016-10-18", "Tashkent")
    unlisted = next(flag for flag in flags if flag.flag == "meeting_unlisted")
    assert "the day is of session 43" in unlisted.note


def test_an_extraordinary_summit_called_by_the_ordinary_ones_name_keeps_its_day():
    header, _ = read(
        "en",
        ("title", "title", "DECLARATION OF THE THIRD SESSION OF THE ISLAMIC SUMMIT CONFERENCE"),
        ("header", "place_date", "Mecca, Saudi Arabia\n7-8 December 2005"),
        ("operative", None, "1. The Summit met."),
    )
    assert header.date == "2005-12-07"


def test_the_city_of_a_bank_or_a_street_is_no_place():
    text = (
        "On 16-17 October 2003 the delegations were housed in Putrajaya Street; papers came from the Bank of Putrajaya."
    )
    header, _ = read("en", TITLE, ("operative", None, text))
    assert header.city is None


def test_a_meeting_below_a_session_is_not_the_session():
    header, flags = read(
        "en",
        ("title", "title", "REPORT OF THE TENTH MEETING OF THE FOLLOW-UP COMMITTEE OF THE COMCEC"),
        ("operative", None, "The papers were handed out on 22-25 October 1994 in Istanbul."),
    )
    assert "chosen_by_register" not in names(flags)
    assert header.meeting_id != "comcec-10"


@pytest.mark.parametrize(("paragraphs", "is_read"), [(2, True), (20, True), (39, True), (45, False)])
def test_below_the_opening_the_days_tell_that_the_meeting_is_spoken_of(paragraphs, is_read):
    last = ("operative", None, "The texts were passed on 16-17 October 2003 by those who had come to Putrajaya.")
    header, _ = read("en", TITLE, *fill(paragraphs), last)
    assert (header.date == "2003-10-16", header.city == "Putrajaya") == (is_read, is_read)


def test_below_the_opening_the_number_alone_tells_nothing():
    last = ("operative", None, "The guests of the tenth session had come to Putrajaya before.")
    assert read("en", TITLE, *fill(1), last)[0].city == "Putrajaya"
    assert read("en", TITLE, *fill(5), last)[0].city is None


@pytest.mark.parametrize(("day", "is_unlisted"), [("20 July 2003", False), ("5 July 2003", True)])
def test_a_quarter_of_a_year_parts_what_prepares_a_session_from_what_does_not(day, is_unlisted):
    lines = ("header", "place_date", f"Putrajaya, Malaysia\n{day}")
    header, flags = read("en", TITLE, lines, ("operative", None, "1. The Summit met."))
    assert header.date is not None
    assert ("meeting_unlisted" in names(flags)) == is_unlisted


def test_a_paragraph_without_an_end_is_read_to_its_reach():
    text = "word " * 400 + "on 16-17 October 2003 in Putrajaya the Summit ended."
    assert read("en", TITLE, ("operative", None, "Agenda."), ("operative", None, text))[0].date is None
