"""Which printed days and cities are those of a meeting of the register, and which are of something else."""

from __future__ import annotations

import pytest
from meeting_texts import COUNCIL, read


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
