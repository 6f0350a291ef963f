"""When the meeting was, by title and header lines."""

import pytest
from fronts_read import front, read_facts


@pytest.mark.parametrize(
    ("language", "facts", "lines"),
    [
        front(
            "days at the end of a title",
            "en",
            {"city": "Jeddah", "date": "2012-05-05", "date_end": "2012-05-06"},
            (
                "title",
                "Final Communique of the Extraordinary Session of the Council of Foreign Ministers held in Jeddah, Kingdom of Saudi Arabia, on 5-6 May 2012",
            ),
        ),
        front(
            "two days are told, none is taken",
            "en",
            {"date": None, "city": "Islamabad"},
            ("title", "FINAL COMMUNIQUE OF THE COUNCIL OF FOREIGN MINISTERS"),
            ("place_date", "Islamabad, 22 March 2022"),
            ("text", "The Council of Foreign Ministers met in Islamabad on 29 March 2022."),
        ),
        front(
            "days glued to the month, ar",
            "ar",
            {"city": "Kuwait City", "date": "1987-01-26", "date_end": "1987-01-29", "session": 5},
            ("title", "(تابع) مؤتمر القمة الإسلامي الخامس في الكويت- دولة الكويت 26- 29 يناير1987- البيان الختامي"),
        ),
        front(
            "a day below what a meeting was beside",
            "en",
            {"date": "2017-09-19", "body_id": "cg-rohingya"},
            (
                "title",
                "DECLARATION OF THE CONTACT GROUP ON ROHINGYA MUSLIMS OF MYANMAR\nHELD ON THE SIDELINES OF THE ANNUAL COORDINATION MEETING\n19 SEPTEMBER 2017",
            ),
        ),
        front(
            "a day of which the meeting speaks is not its own",
            "en",
            {"date": "2012-05-03"},
            ("title", "Final communique of the Contact Group on Palestine, Doha, 3 May 2012"),
            ("text", "The Contact Group on Palestine met to consider the events of 15 May 2011."),
        ),
        front(
            "the day of posting gives way to the opening, fr",
            "fr",
            {"date": "2014-08-12"},
            ("title", "Communiqué final de la réunion extraordinaire du Comité exécutif"),
            ("place_date", "Date: 14/08/2014"),
            ("text", "Le Comité exécutif s’est réuni à Djeddah le 12 août 2014."),
        ),
        front(
            "the day of posting gives way to the opening, en",
            "en",
            {"date": "2014-08-12", "city": "Jeddah"},
            ("title", "Final Communique of the Expanded Extraordinary Meeting of the Ministerial Executive Committee"),
            ("other", "Date: 14/08/2014"),
            ("text", "The Executive Committee held an expanded extraordinary meeting in Jeddah on 12 August 2014."),
        ),
        front(
            "days in two calendars",
            "en",
            {"city": "Putrajaya", "session": 10, "date": "2003-10-16"},
            (
                "title",
                "RESOLUTIONS ON MUSLIM COMMUNITIES AND MINORITIES\nADOPTED BY THE 10TH SESSION OF THE ISLAMIC SUMMIT CONFERENCE\n(SESSION OF KNOWLEDGE AND MORALITY)",
            ),
            ("place_date", "PUTRAJAYA - MALAYSIA\n20-21 SHAABAN 1424H (16-17 OCTOBER 2003)"),
        ),
        front(
            "the day of a letter is not the meeting's",
            "en",
            {"letter_date": "2014-03-03", "date": "2014-02-21"},
            ("covering_letter", "Letter dated 3 March 2014 from the Permanent Representative of Guinea"),
            ("title", "Final communique of the Contact Group on Mali"),
            ("place_date", "Conakry, 21 February 2014"),
        ),
        front(
            "days behind the state of a title, ar",
            "ar",
            {"city": "Casablanca", "country_iso2": "MA", "date": "1994-12-10", "date_end": "1994-12-12", "session": 22},
            (
                "title",
                "مؤتمر وزراء الخارجية الإسلامي الثاني والعشرين في الدار البيضاء- المملكة المغربية 10-12 ديسمبر 1994- البيان الختامي",
            ),
        ),
        front(
            "days in two calendars, ar",
            "ar",
            {"city": "Makkah", "date": "2012-08-14", "session": 4, "body_id": "eis"},
            (
                "title",
                'البيان الختامي\nالصادر عن الدورة الرابعة لمؤتمر القمة الإسلامي الاستثنائي\n"تعزيز التضامن الإسلامي" مكة المكرمة',
            ),
            ("place_date", "26-27 رمضان 1433هـ\n14-15 أغسطس 2012م"),
        ),
        front(
            "days behind the city of a title",
            "en",
            {"date": "2004-06-14"},
            ("title", "Report of the Thirty-first Islamic Conference of Foreign Ministers, Istanbul, 14-16 June 2004"),
        ),
        front(
            "a month",
            "en",
            {"date": "2010-05-01", "date_precision": "month"},
            ("title", "Report of the Contact Group on Mali, May 2010"),
        ),
        front(
            "a month in the title, the day in the text",
            "en",
            {"date": "2010-05-18", "date_precision": "day"},
            ("title", "Report of the Contact Group on Mali, May 2010"),
            ("text", "The Contact Group on Mali met in Dushanbe on 18 May 2010."),
        ),
    ],
)
def test_a_front_tells_when(language, facts, lines):
    assert read_facts(language, lines, facts) == facts
