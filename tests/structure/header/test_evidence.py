"""Each fact quotes its words and names its paragraph; what disagrees or is weak is none, and a flag says why."""

from __future__ import annotations

import pytest

from oic_reports.language.dates import find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Block, Header
from oic_reports.structure.header.header import read_header
from oic_reports.structure.header.inheritance import inherit
from oic_reports.structure.header.letter_date import find_letter_date
from oic_reports.structure.header.meetings import name_meeting
from oic_reports.structure.header.title import read_title
from oic_reports.structure.lines.resolutions import find_number
from oic_reports.structure.names.clauses import read_clauses, split_sentences
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.evidence import BLANK
from oic_reports.structure.names.sessions import find_sessions, strip_ordinals

NUMBERED = "The Meeting thanked the host."
FACTS = ("document_type", "body", "level", "status", "date", "place", "session", "resolution_number")


def make(role, text, subrole=None, language="en"):
    return Block(role, text, text, subrole=subrole, language=language)


def read(*blocks, language="en"):
    return read_header(blocks, language)


def test_every_fact_quotes_its_words_and_its_paragraph():
    header, _ = read(
        make("header", "OIC/CFM-37/2010/POL/RES/FINAL", "symbol"),
        make("title", "RESOLUTION NO. 4/37-POL\nON THE SITUATION IN MOSTAR", "title"),
        make(
            "preamble",
            "The Thirty-seventh Session of the Council of Foreign Ministers, held in Dushanbe on 18 May 2010,",
        ),
        make("operative", NUMBERED),
    )
    cited = {
        name: (getattr(header, f"{name}_source"), getattr(header, f"{name}_evidence"), getattr(header, f"{name}_seq"))
        for name in FACTS
    }
    assert cited == {
        "document_type": ("title", "RESOLUTION", 2),
        "body": ("first_sentence", "Council of Foreign Ministers", 3),
        "level": ("body_level", "body:cfm", None),
        "status": ("symbol", "symbol:FINAL", 1),
        "date": ("first_sentence", "18 May 2010", 3),
        "place": ("first_sentence", "in Dushanbe", 3),
        "session": ("first_sentence", "Thirty-seventh", 3),
        "resolution_number": ("title", "4/37-POL", 2),
    }


@pytest.mark.parametrize(
    ("flag", "absent", "blocks"),
    [
        (
            "date_conflict",
            "date",
            [
                ("header", "place_date", "Islamabad, 22 March 2022"),
                ("preamble", None, "The Council of Foreign Ministers met in Islamabad on 29 March 2022."),
            ],
        ),
        (
            "place_conflict",
            "city",
            [
                ("header", "place_date", "Islamabad, 22 March 2022"),
                ("preamble", None, "The Council of Foreign Ministers met in Lahore on 22 March 2022."),
            ],
        ),
        (
            "session_conflict",
            "session",
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
                ("preamble", None, "The 45th Session of the Council of Foreign Ministers met in Dhaka."),
            ],
        ),
        (
            # the number of a resolution, with the acronym behind it, says its session once
            "session_conflict",
            "session",
            [
                ("title", "title", "RESOLUTION NO. 3/45- COMIAC ON THE PROTECTION OF SHRINES"),
                ("preamble", None, "The Eleventh Session of the Standing Committee on Information, meeting in Dakar,"),
            ],
        ),
        (
            "place_unsure",
            "city",
            [
                (
                    "preamble",
                    None,
                    "The Executive Committee held a meeting to discuss the floods in Beirut on 4 August 2020.",
                )
            ],
        ),
        (
            "date_unsure",
            "date",
            [
                (
                    "preamble",
                    None,
                    "The Executive Committee held a meeting to discuss the floods in Beirut on 4 August 2020.",
                )
            ],
        ),
        (
            "body_unsure",
            "body_id",
            [("title", "title", "RESOLUTION NO. 4/19-ORG\nON THE AL-QUDS COMMITTEE"), ("operative", None, NUMBERED)],
        ),
    ],
)
def test_what_disagrees_or_is_weak_is_null_and_flagged(flag, absent, blocks):
    header, flags = read(*(make(role, text, subrole) for role, subrole, text in blocks))
    assert getattr(header, absent) is None
    assert flag in {one.flag for one in flags}


def test_a_session_that_only_a_number_says_may_be_reversed_in_arabic():
    blocks = (
        make("title", "قرار رقم 38/15-س\nبشأن المدارس", "title", "ar"),
        make("preamble", "إن المؤتمر الإسلامي لوزراء الخارجية المنعقد في جدة،", None, "ar"),
    )
    header, flags = read(*blocks, language="ar")
    assert header.session is None
    assert "session_unsure" in {one.flag for one in flags}


def test_the_symbol_settles_which_part_of_a_number_is_the_session():
    header, _ = read(
        make("header", "OIC/CFM-38/2011/POL/RES", "symbol", "ar"),
        make("title", "قرار رقم 38/15-س\nبشأن المدارس", "title", "ar"),
        make("preamble", "إن المؤتمر الإسلامي لوزراء الخارجية المنعقد في جدة،", None, "ar"),
        language="ar",
    )
    assert (header.session, header.resolution_number) == (38, "15/38-س")


def test_clauses_of_other_meetings_are_blank_and_places_stay():
    sentence = "Pursuant to the decision of the session held in Tunis, the Conference met in Rabat on 3 May 1990."
    passage = read_clauses(sentence, "en", "first_sentence", 1)
    assert len(passage.own) == len(sentence)
    assert passage.own.strip(BLANK) == "the Conference met in Rabat on 3 May 1990."
    assert passage.is_finite


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegates praised the host.",
        "The Meeting noted that the Tenth Session was held in Dakar.",
        "The match was held on Sunday.",
    ],
)
def test_sentences_that_tell_of_no_meeting_of_ours(sentence):
    assert read_clauses(sentence, "en", "first_sentence", 1) is None


def test_a_title_before_a_name_ends_no_sentence():
    text = "It was opened by H.E. Mr. A. Diallo. The Conference met."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "It was opened by H.E. Mr. A. Diallo.",
        "The Conference met.",
    ]


REST = "The Council of Foreign Ministers held an extraordinary session in Islamabad, and agreed on what follows."


@pytest.mark.parametrize(
    ("language", "dateline", "date", "city"),
    [
        ("en", "ISLAMABAD, 19 December 2021 (APP): ", "2021-12-19", "Islamabad"),
        ("en", "JEDDAH, 3 March (UNA) - ", None, "Jeddah"),
        ("ar", "الإثنين 20 صفر 1440 هـ الموافق 29 أكتوبر 2018 مقديشو ( وكالة ) ــ ", "2018-10-29", "Mogadishu"),
        ("fr", "Djeddah, 1er décembre 2020 (UNA) - ", "2020-12-01", "Jeddah"),
    ],
)
def test_datelines(language, dateline, date, city):
    found = find_dateline(dateline + REST, language, 4)
    assert (found.date, found.city, found.seq) == (date, city, 4)
    assert (dateline + REST)[found.end :] == REST


@pytest.mark.parametrize(
    "text", ["Jeddah, 3 March 2014", REST, "DAKAR, SENEGAL\n13-14 March 2008", "The Group (OIC) - " + REST]
)
def test_what_is_no_dateline(text):
    assert find_dateline(text, "en", 1) is None


def test_the_day_of_a_covering_letter_is_kept_apart():
    blocks = (
        make("boilerplate", "Letter dated 17 January 2002 from the Permanent Representative", "covering_letter"),
        make("title", "FINAL COMMUNIQUE OF THE ANNUAL COORDINATION MEETING", "title"),
        make("operative", NUMBERED),
    )
    assert find_letter_date(blocks, "en") == "2002-01-17"
    header, _ = read(*blocks)
    assert (header.date, header.letter_date) == (None, "2002-01-17")


def test_what_the_cover_says_is_cited_as_the_covers():
    cover = Header(
        "en", session=34, session_kind="ordinary", session_source="title", session_evidence="34th", session_seq=2
    )
    own = inherit(Header("en"), cover)
    assert (own.session, own.session_kind, own.session_source, own.session_evidence, own.session_seq) == (
        34, "ordinary", "collection", "34th", None,
    )  # fmt: skip
    kept = inherit(Header("en", session=35, session_source="title"), cover)
    assert (kept.session, kept.session_source) == (35, "title")


DAY = "2014-08-12"


@pytest.mark.parametrize(
    ("body_id", "session", "kind", "day", "expected"),
    [
        ("cfm", 44, "ordinary", DAY, "cfm-44"),
        ("cfm", 3, "extraordinary", DAY, "cfm-ex-3"),
        ("cfm", None, "extraordinary", DAY, "cfm-ex-2014-08-12"),
        ("eis", 3, "extraordinary", DAY, "eis-3"),
        ("excom", None, "extraordinary", DAY, "excom-ex-2014-08-12"),
        ("acm", None, None, DAY, "acm-2014"),
        ("cg-mali", None, None, DAY, "cg-mali-2014-08-12"),
        ("cg-mali", None, None, None, None),
    ],
)
def test_ids_of_meetings(body_id, session, kind, day, expected):
    header = Header("en", body_id=body_id, session_kind=kind, date=day, date_precision="day" if day else None)
    assert name_meeting(header, session) == expected


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "the 45thSession of the Council", [45]),
        ("en", "XIV Session and Third Extraordinary Summit", [14, 3]),
        ("en", "the fourteenth meeting", [14]),
        ("fr", "13èmeSommet islamique", [13]),
        ("fr", "Le Conseil a tenu la cinquante et unième session", [51]),
        ("fr", "Le Comité de la conférence", []),
        ("ar", "مؤتمر وزراء الخارجية الإسلامي الحادي والعشرين", [21]),
        ("ar", "المؤتمر الإسلامي العشرون", [20]),
        ("ar", "الدورة الستون للمجلس", [60]),
        ("en", "the sixtieth session", [60]),
        ("en", "the Third Meeting of the Follow-up Committee", []),
    ],
)
def test_sessions_in_words_and_figures(language, text, numbers):
    assert [found.number for found in find_sessions(text, language)] == numbers


def test_an_ordinal_inside_a_name_is_no_part_of_it():
    assert strip_ordinals("المؤتمر الإسلامي السادس لوزراء الصحة", "ar") == "المؤتمر الإسلامي لوزراء الصحة"
    assert strip_ordinals("(13èmeSommet islamique)", "fr") == "(Sommet islamique)"


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("الدورة السابعة، القرارات السياسية، القرار الرقم 3/7 - س (ق.أ)", "3/7-س(ق.أ)"),
        ("مؤتمر القمة- القرار الرقم 7/ 3 س (ق أ)", "7/3-س(قأ)"),
        ("قرار رقم 9 /20 - أت", "9/20-أت"),
        ("القرار الرقم 2/8- أ.ف (ق.إ)", "2/8-أ.ف(ق.إ)"),
        ("Political Affairs: Resolution No. 4/37 – POL on Mostar", "4/37-POL"),
    ],
)
def test_the_number_in_a_title_that_holds_more(text, normal):
    assert find_number(text).number.normal == normal


def test_a_resolution_that_a_title_cites_is_not_its_own():
    assert find_number("Report pursuant to Resolution No. 3/7-P of the Summit") is None


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("24-25/5/2010", "ar", [("2010-05-24", "2010-05-25")]),
        ("2010/5/24م", "ar", [("2010-05-24", None)]),
        ("1431/6/4هـ", "ar", [("2010-05-18", None)]),
        ("13/04/2016", "en", [("2016-04-13", None)]),
        ("03/04/2016", "en", []),
        ("03/04/2016", "fr", [("2016-04-03", None)]),
        ("15/38/2010-POL 99/99/2010", "fr", []),
    ],
)
def test_dates_in_numbers_alone(text, language, found):
    assert [(one.iso, one.iso_end) for one in find_numeric_dates(text, language)] == found


def test_countries_that_are_no_member_states():
    found = find_countries("Geneva, Switzerland; Dakar, Senegal; United Nations; South Sudan", "en")
    assert [one.iso2 for one in found] == ["CH", "SN", "SS"]


@pytest.mark.parametrize(
    ("language", "printed", "title"),
    [
        ("en", "RESOLUTIONS\nON TRADE\nADOPTED BY THE 34TH SESSION\n(SESSION OF PEACE)", "RESOLUTIONS ON TRADE"),
        (
            "en",
            "Final Communiqué\nof the Contact Group on Mali\nBy Ahmed Karim",
            "Final Communiqué of the Contact Group on Mali",
        ),
        ("en", "REPORT OF THE MEETING\nOIC/CG-MALI/2019/REP\nDakar, 3 May 2019", "REPORT OF THE MEETING"),
        ("fr", "RESOLUTIONS SUR LE COMMERCE\nADOPTÉES PAR LA 34ème SESSION", "RESOLUTIONS SUR LE COMMERCE"),
        (
            "ar",
            "قرار رقم 3/7-س\nبشأن القدس\nيشكر الدول التي أطلقت حملة لإنقاذ القدس الشريف.",
            "قرار رقم 3/7-س بشأن القدس",
        ),
        ("ar", "البيان الختامي\nلفريق الاتصال\nالمصدر: المنظمة، جدة", "البيان الختامي لفريق الاتصال"),
    ],
)
def test_a_title_holds_the_title(language, printed, title):
    assert read_title([make("title", printed, "title", language)], language) == title
