"""Where the meeting was, by title and header lines: cities, states, venues."""

import pytest
from fronts_read import front, read_facts


@pytest.mark.parametrize(
    ("language", "facts", "lines"),
    [
        front(
            "a state tells which of two cities",
            "en",
            {"city": "Tripoli (Lebanon)", "country_iso2": "LB", "date": "1974-02-01"},
            ("title", "FINAL COMMUNIQUE OF THE SECOND ISLAMIC CONFERENCE OF FOREIGN MINISTERS"),
            ("place_date", "TRIPOLI, LEBANON\n1 FEBRUARY 1974"),
        ),
        front(
            "a city as Egyptians write it",
            "ar",
            {"city": "Bandar Seri Begawan", "country_iso2": "BN"},
            ("title", "البيان الختامي للدورة العشرين لمجلس وزراء الخارجية"),
            ("place_date", "بندر سيري بيجوان، بروناي دار السلام\n3 مايو 1993"),
        ),
        front(
            "a city as Syrians write it",
            "ar",
            {"city": "Bandar Seri Begawan", "country_iso2": "BN"},
            ("title", "البيان الختامي للدورة العشرين لمجلس وزراء الخارجية"),
            ("place_date", "بندر سري بيغوان، بروناي دار السلام\n3 مايو 1993"),
        ),
        front(
            "the full name of a state in brackets",
            "en",
            {"city": "Nouakchott", "country_iso2": "MR", "date": "2023-03-16"},
            ("title", "FINAL COMMUNIQUE OF THE 49TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
            ("place_date", "NOUAKCHOTT (ISLAMIC REPUBLIC OF MAURITANIA)\n16-17 MARCH 2023"),
        ),
        front(
            "the full name of a state is no venue",
            "en",
            {"city": "Kismayu", "country_iso2": "SO", "venue": None},
            ("title", "REPORT OF THE OIC CONTACT GROUP ON SOMALIA"),
            ("place_date", "KISMAYU, FEDERAL REPUBLIC OF SOMALIA, 3 May 2019"),
        ),
        front(
            "a venue stands before its city",
            "en",
            {"city": "Jeddah", "country_iso2": "SA", "venue": "King Abdulaziz Conference Center"},
            ("title", "REPORT OF THE OIC CONTACT GROUP ON SOMALIA"),
            ("place_date", "King Abdulaziz Conference Center, Jeddah, 3 May 2019"),
        ),
        front(
            "where what a title is about happened is no place",
            "en",
            {"city": None, "date": None},
            ("title", "Statement of the OIC Executive Committee on the attack in Beirut on 4 August 2020"),
        ),
        front(
            "where another session is to be held is no place",
            "en",
            {"city": None, "session": 19, "body_id": "cfm"},
            ("title", "RESOLUTION NO. 4/19-ORG\nON THE HOLDING OF THE TWENTY-SECOND SESSION IN KAMPALA"),
            ("text", "The Islamic Conference of Foreign Ministers, meeting at its present session,"),
        ),
        front(
            "two cities are told, none is taken",
            "en",
            {"city": None, "date": "2022-03-22"},
            ("title", "FINAL COMMUNIQUE OF THE COUNCIL OF FOREIGN MINISTERS"),
            ("place_date", "Islamabad, 22 March 2022"),
            ("text", "The Council of Foreign Ministers met in Lahore on 22 March 2022."),
        ),
        front(
            "a city that only its state tells, fr",
            "fr",
            {"city": "Moundou", "country_iso2": "TD"},
            ("title", "RAPPORT DU GROUPE DE CONTACT SUR LE SAHEL"),
            ("place_date", "MOUNDOU, REPUBLIQUE DU TCHAD\n5 mai 2014"),
        ),
        front(
            "a city that no list knows, ar",
            "ar",
            {"city": None, "country_iso2": "TD"},
            ("title", "تقرير فريق الاتصال المعني بمنطقة الساحل"),
            ("place_date", "موندو، جمهورية تشاد\n5 مايو 2014"),
        ),
        front(
            "a state behind a low dash",
            "ar",
            {"city": "Doha", "session": None},
            ("title", "البيان الختامي لفريق الاتصال المعني بفلسطين"),
            ("place_date", "الدوحة ـ دولة قطر"),
        ),
        front(
            "the kind of a state in brackets",
            "fr",
            {"city": "Doha", "country_iso2": "QA"},
            ("title", "Communiqué final du Groupe de contact sur la Palestine"),
            ("place_date", "Doha (Etat du Qatar), le 3 mai 2012"),
        ),
        front(
            "a state without a city",
            "en",
            {"city": None, "country_iso2": "QA", "date": "2012-05-03"},
            ("title", "Final communique of the Contact Group on Palestine"),
            ("text", "The Contact Group on Palestine was held in the State of Qatar on 3 May 2012."),
        ),
        front(
            "a city in what a preamble is moved by",
            "en",
            {"city": None, "country_iso2": None, "date": None},
            ("title", "DECLARATION ON THE SITUATION IN SREBRENICA"),
            (
                "text",
                "We, the Ministers of Foreign Affairs of the OIC, moved by the massacre in Sarajevo on 5 February 1994,",
            ),
        ),
        front(
            "a declaration named for the city of its line",
            "en",
            {"city": "Jeddah", "date": "2017-12-05"},
            ("title", "JEDDAH DECLARATION"),
            ("place_date", "Jeddah, 5 December 2017"),
            ("text", "We, the Ministers of Health,"),
        ),
        front(
            "a declaration named for a city",
            "en",
            {"city": None},
            ("title", "JEDDAH DECLARATION ON HEALTH"),
            ("text", "We, the Ministers of Health,"),
        ),
        front(
            "a declaration named for a city, fr",
            "fr",
            {"city": None, "body_id": "is"},
            ("title", "DECLARATION DE DAKAR DU SOMMET ISLAMIQUE"),
            ("text", "Nous, Chefs d’Etat,"),
        ),
        front(
            "a city at the end of a title",
            "en",
            {"city": "New York", "date": "2013-09-25"},
            ("title", "FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI, New York, 25 September 2013"),
        ),
        front(
            "a state with an apostrophe",
            "en",
            {"city": "Abidjan", "date": "2017-07-10"},
            (
                "title",
                "REPORT OF THE SECRETARY GENERAL SUBMITTED TO THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            ),
            ("place_date", "ABIDJAN, REPUBLIC OF COTE D’IVOIRE\n10-11 JULY 2017"),
        ),
        front(
            "another spelling of a city, fr",
            "fr",
            {"city": "Tashkent", "date": "2016-10-18"},
            ("title", "RAPPORT DU GROUPE DE CONTACT SUR LE YEMEN"),
            ("place_date", "Tachkent (Ouzbékistan), 18 octobre 2016"),
        ),
        front(
            "a city named as its state, fr",
            "fr",
            {"city": None, "country_iso2": "KW", "date": "2015-05-27"},
            ("title", "RAPPORT DU GROUPE DE CONTACT SUR LE YEMEN"),
            ("place_date", "Koweït, le 27 mai 2015"),
        ),
        front(
            "a city before the day, ar",
            "ar",
            {"date": "2013-09-25", "city": "New York"},
            ("title", "تقرير اجتماع فريق الاتصال المعني بمالي"),
            ("place_date", "نيويورك في 25 أيلول/سبتمبر 2013"),
        ),
        front(
            "a city between the commas of a title",
            "ar",
            {"city": "Casablanca", "country_iso2": "MA", "session": 7, "resolution_number": "3/7-س(ق.أ)"},
            (
                "title",
                "الدورة السابعة لمؤتمر القمة الإسلامي، الدار البيضاء، المملكة المغربية، القرارات السياسية، القرار الرقم 3/7 - س (ق.أ)",
            ),
        ),
        front(
            "a state behind a hyphen, fr",
            "fr",
            {"session": 37, "body_id": "cfm", "city": "Dushanbe"},
            (
                "title",
                "RESOLUTIONS SUR LES AFFAIRES POLITIQUES\nADOPTEES PAR LA TRENTE-SEPTIEME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
            ),
            ("place_date", "DOUCHANBE-REPUBLIQUE DU TADJIKISTAN"),
        ),
        front(
            "a state behind a dash of a title",
            "ar",
            {"city": "Dakar", "country_iso2": "SN", "session": 6, "date": "1991-12-09"},
            ("title", "(تابع) مؤتمر القمة الإسلامي السادس في داكار - السنغال 9 - 11 ديسمبر 1991 - البيان الختامي"),
        ),
        front(
            "the state of a city with a second name",
            "en",
            {"city": "Makkah", "session": 3, "body_id": "eis"},
            (
                "title",
                "RECOMMENDATIONS OF THE OIC COMMISSION OF EMINENT PERSONS\nPRESENTED AT THE THIRD EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT CONFERENCE",
            ),
            ("place_date", "MAKKAH AL-MUKARRAMAH - KINGDOM OF SAUDI ARABIA\n5-6 DHUL QAIDAH 1426H (7-8 DECEMBER 2005)"),
        ),
    ],
)
def test_a_front_tells_where(language, facts, lines):
    assert read_facts(language, lines, facts) == facts


@pytest.mark.parametrize(
    ("language", "line", "city"),
    [
        ("ar", "مؤتمر وزراء الخارجية الإسلامي الحادي عشر، تونس، الجمهورية التونسية، القرارات الثقافية", "Tunis"),
        ("ar", "مؤتمر القمة الإسلامي الخامس، الكويت، دولة الكويت", "Kuwait City"),
        ("ar", "مؤتمر وزراء الخارجية الإسلامي الحادي عشر للنظر في أوضاع تونس، الجمهورية التونسية", None),
    ],
)
def test_a_city_named_as_its_state_may_stand_between_commas(language, line, city):
    assert read_facts(language, [("title", line)], ["city"]) == {"city": city}
