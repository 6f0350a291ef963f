"""What the register of meetings says to the facts of a text: which printed sign is the meeting's, and which is not."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise

import pytest

from oic_reports.model import Block
from oic_reports.resources import load_vocabulary
from oic_reports.structure.header.header import read_header
from oic_reports.structure.names.bodies import describe_body
from oic_reports.structure.names.known_meetings import find_meeting_on, find_session_of, list_known_meetings


def read(language, *blocks):
    return read_header([Block(role, text, text, subrole=subrole) for role, subrole, text in blocks], language)


def names(flags):
    return {flag.flag for flag in flags}


TITLE = ("title", "title", "FINAL COMMUNIQUE OF THE TENTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE")


def test_each_session_stands_once_in_order_with_its_source_and_a_city_of_the_list():
    cities = {(row["city"], row["country_iso2"]) for row in load_vocabulary("cities")}
    rows = load_vocabulary("known_meetings")
    keys = [(row["body_id"], row["session_kind"], int(row["session"])) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert describe_body(row["body_id"]), row
        assert row["session_kind"] in {"ordinary", "extraordinary"}, row
        assert (row["city"], row["country_iso2"]) in cities, row
        assert row["source"].startswith(("http://", "https://")), row
    for meeting in list_known_meetings():
        assert meeting.first <= meeting.last, meeting
        assert meeting.last.toordinal() - meeting.first.toordinal() < 14, meeting
    counted = [one for one in list_known_meetings() if not one.is_extraordinary or one.body_id == "eis"]
    for _, sessions in groupby(counted, key=lambda one: one.body_id):
        for earlier, later in pairwise(sessions):
            assert (earlier.session, earlier.last) < (later.session, later.first), later
            assert earlier.last < later.first, later


def test_a_meeting_is_found_by_its_number_and_by_its_days():
    meeting = find_session_of("is", 10, is_extraordinary=False)
    assert meeting == find_meeting_on("is", "2003-10-16", "2003-10-17")
    assert meeting is not None
    assert (meeting.first, meeting.city, meeting.country_iso2) == (date(2003, 10, 16), "Putrajaya", "MY")
    assert find_session_of("is", 99, is_extraordinary=False) is None
    assert find_meeting_on("is", "2003-08-16") is None
    # two days apart papers of one session are of one session; a week apart they are not
    assert find_meeting_on("is", "2003-10-14") == meeting
    assert find_meeting_on("is", "2003-10-10") is None


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


def test_a_sentence_of_a_press_lead_is_read_over_its_lines():
    header, _ = read(
        "en",
        ("boilerplate", "press_lead", "Kuala Lumpur: Following is the text of the declaration"),
        ("boilerplate", "press_lead", "adopted by the 27th session of the Islamic Conference"),
        ("boilerplate", "press_lead", "of Foreign Ministers held here:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert (header.body_id, header.session) == ("cfm", 27)


def test_lines_of_a_press_lead_that_each_say_a_thing_stay_apart():
    header, _ = read(
        "en",
        ("boilerplate", "press_lead", "Kuala Lumpur: Following is the text of the declaration adopted by ministers."),
        (
            "boilerplate",
            "press_lead",
            "of the 27th session of the Islamic Conference of Foreign Ministers a book tells.",
        ),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert header.document_type != "report"


def fill(number):
    return [("operative", None, f"{place}. The delegations took note of the paper.") for place in range(1, number + 1)]


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


COUNCIL = ("title", "title", "RESOLUTIONS OF THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS")


@pytest.mark.parametrize(("place", "day"), [("Niamey, Niger", None), ("Abidjan, Côte d’Ivoire", "2017-07-10")])
def test_the_days_of_a_session_are_not_those_of_a_text_that_is_of_another_place(place, day):
    told = ("operative", None, "1. The papers were handed out on 10-11 July 2017.")
    header, _ = read("en", COUNCIL, ("header", "place_date", place), told)
    assert (header.session, header.city, header.date) == (44, place.split(",", maxsplit=1)[0], day)


@pytest.mark.parametrize(("place", "day"), [("Ankara, Turkey", None), ("Istanbul, Turkey", "2018-11-26")])
def test_another_city_of_the_country_is_another_place(place, day):
    title = ("title", "title", "REPORT OF THE THIRTY-FOURTH SESSION OF THE COMCEC")
    told = ("operative", None, "1. The papers were handed out on 26-29 November 2018.")
    assert read("en", title, ("header", "place_date", place), told)[0].date == day


@pytest.mark.parametrize(("state", "day"), [("Republic of Niger", None), ("Republic of Turkey", "2018-11-26")])
def test_another_country_is_another_place(state, day):
    title = ("title", "title", "REPORT OF THE THIRTY-FOURTH SESSION OF THE COMCEC")
    told = ("operative", None, "1. The papers were handed out on 26-29 November 2018.")
    assert read("en", title, ("header", "place_date", state), told)[0].date == day


@pytest.mark.parametrize(
    ("language", "title", "event", "own"),
    [
        (
            "en",
            "RESOLUTIONS OF THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "1. The Council deplored the flood of 10 July 2017 and mourned its victims.",
            "1. The Council passed its papers on 10 July 2017, Abidjan being its host.",
        ),
        (
            "fr",
            "RESOLUTIONS DE LA 44ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            "1. Le Conseil déplore le naufrage du 11 juillet 2017.",
            "1. Le Conseil a distribué ses textes les 10 et 11 juillet 2017.",
        ),
        (
            "ar",
            "قرارات الدورة الرابعة والأربعين لمجلس وزراء الخارجية",
            "1. أعرب المجلس عن أسفه لفيضان 10 يوليو 2017.",
            "1. وزعت أوراق المجلس في أبيدجان يوم 10 يوليو 2017.",
        ),
    ],
)
def test_one_day_of_a_session_is_its_own_beside_its_city_alone(language, title, event, own):
    assert read(language, ("title", "title", title), ("operative", None, event))[0].date is None
    assert read(language, ("title", "title", title), ("operative", None, own))[0].date == "2017-07-10"


@pytest.mark.parametrize(("other", "day"), [("and from Tehran ", None), ("", "2017-07-10")])
def test_beside_two_cities_a_day_is_of_neither(other, day):
    told = f"1. Those who wrote from Abidjan {other}on 10 July 2017 were thanked."
    assert read("en", COUNCIL, ("operative", None, told))[0].date == day


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ("10-11 July 2017", "2017-07-10"),
        ("9-11 July 2017", None),
    ],
)
def test_a_range_in_a_sentence_is_of_the_days_of_the_session(days, day):
    told = ("operative", None, f"1. The papers of the guests were handed out on {days}.")
    assert read("en", COUNCIL, told)[0].date == day


@pytest.mark.parametrize(("days", "day"), [("25-27 November 2008", None), ("21-24 October 2008", "2008-10-21")])
def test_a_range_may_leave_out_a_day_of_the_session(days, day):
    title = ("title", "title", "REPORT OF THE TWENTY-FOURTH SESSION OF THE COMCEC")
    assert read("en", title, ("operative", None, f"1. Papers were handed out on {days}."))[0].date == day
    # two days of five may be of anything
    told = ("operative", None, "1. Millers had spoken on 22-23 October 2008.")
    assert read("en", title, told)[0].date is None


@pytest.mark.parametrize(
    ("subject", "day"),
    [("THE FLOOD OF 10 JULY 2017", None), ("WELLS", None)],
)
def test_a_day_in_what_a_title_is_about_is_not_the_meetings(subject, day):
    title = (
        f"RESOLUTION NO. 3/44-C ON {subject}\nADOPTED BY THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"
    )
    assert read("en", ("title", "title", title), ("operative", None, "1. Thanks the millers."))[0].date == day


@pytest.mark.parametrize(
    ("subject", "rest", "city"),
    [
        ("THE WELLS OF ABIDJAN", "", None),
        ("THE WELLS OF ABIDJAN", ", 10-11 JULY 2017", "Abidjan"),
    ],
)
def test_a_city_in_what_a_title_is_about_is_not_the_meetings(subject, rest, city):
    title = f"RESOLUTION NO. 3/44-C ON {subject}{rest}\nADOPTED BY THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"
    assert read("en", ("title", "title", title), ("operative", None, "1. Thanks the millers."))[0].city == city


@pytest.mark.parametrize(
    ("title", "line", "precision"),
    [
        ("REPORT ON THE FLOODS OF JULY 2017\nFORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS", "Papers", None),
        ("FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS", "Printed, July 2017", "month"),
    ],
)
def test_a_month_in_a_title_is_of_its_subject(title, line, precision):
    header, _ = read("en", ("title", "title", title), ("signature", None, line))
    assert header.date_precision == precision


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on 11 July 2017", None),
        ("11 July 2017", None),
        ("11 July 2017, 10:20", None),
        ("10-11 July 2017", "2017-07-10"),
        ("Abidjan, 11 July 2017", "2017-07-11"),
    ],
)
def test_the_day_on_which_a_site_posted_a_text_is_not_the_meetings(line, day):
    told = ("operative", None, "1. Thanks the millers.")
    site = ("boilerplate", "site_navigation", "Home")
    assert read("en", site, COUNCIL, ("header", "place_date", line), told)[0].date == day


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


def lead(text):
    return ("boilerplate", "press_lead", text)


def test_a_fact_of_joined_lines_is_quoted_of_the_line_in_which_it_begins():
    header, _ = read(
        "en",
        lead("Following is the text of the declaration"),
        lead("adopted by the 27th session of the"),
        lead("Council of Foreign Ministers held"),
        lead("in Kuala Lumpur"),
        lead("on 27-30 June 2000:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert header.document_type_seq == 1
    assert (header.session_evidence, header.session_seq) == ("27th", 2)
    assert (header.place_evidence, header.place_seq) == ("in Kuala Lumpur", 4)
    assert (header.date_evidence, header.date_seq) == ("27-30 June 2000", 5)


def test_many_short_lines_and_a_sentence_before_move_no_quotation():
    lines = ("The millers went home. Following is", "the text", "of the", "long", "and", "solemn", "declaration")
    header, _ = read(
        "en",
        *map(lead, lines),
        lead("adopted by the Council of Foreign Ministers at its session held in Doha"),
        lead("on 15-17 March 1998:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert (header.place_evidence, header.place_seq) == ("in Doha", 8)
    assert (header.date_evidence, header.date_seq) == ("15-17 March 1998", 9)


@pytest.mark.parametrize(("lines", "is_read"), [(39, True), (41, False)])
def test_of_a_long_lead_the_beginning_is_looked_at(lines, is_read):
    told = lead("Those who had come to Abidjan on 10-11 July 2017 went home.")
    header, _ = read("en", COUNCIL, *[lead("The millers went home.")] * lines, told)
    assert (header.city == "Abidjan") == is_read
