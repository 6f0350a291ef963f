"""Which body met, and at which session, by title and header lines."""

import pytest
from fronts_read import front, read_facts


@pytest.mark.parametrize(
    ("language", "facts", "lines"),
    [
        front(
            "an extraordinary summit, en",
            "en",
            {"session": 3, "body_id": "eis", "session_kind": "extraordinary", "meeting_id": "eis-3"},
            ("title", "FINAL COMMUNIQUE OF THE THIRD EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT"),
        ),
        front(
            "an extraordinary session of ministers, en",
            "en",
            {"session": 17, "body_id": "cfm", "session_kind": "extraordinary", "meeting_id": "cfm-ex-17"},
            ("title", "Resolution of the 17th Extraordinary Session of the Council of Foreign Ministers"),
        ),
        front(
            "two numbers are told, none is taken",
            "en",
            {"session": None},
            ("title", "FINAL COMMUNIQUE OF THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
            ("text", "The 45th Session of the Council of Foreign Ministers was held in Dhaka on 5 May 2018."),
        ),
        front(
            "a number of a resolution that is not the session's",
            "ar",
            {"session": None, "resolution_number": "15/38-س"},
            ("title", "قرار رقم 15/38-س\nبشأن المدارس"),
            ("text", "إن المؤتمر الإسلامي لوزراء الخارجية المنعقد في جدة،"),
        ),
        front(
            "a number of a resolution that agrees with the session",
            "ar",
            {"session": 38, "resolution_number": "15/38-س"},
            ("title", "قرار رقم 38/15- س\nبشأن المدارس"),
            ("text", "إن مجلس وزراء الخارجية في دورته الثامنة والثلاثين المنعقدة في أستانا،"),
        ),
        front(
            "a number inside the name of a conference",
            "ar",
            {"body_id": "mc-health", "session": 6},
            ("title", "البيان الختامي للمؤتمر الإسلامي السادس لوزراء الصحة"),
        ),
        front(
            "a number behind the name of a conference",
            "ar",
            {"body_id": "cfm", "session": 21},
            ("title", "البيان الختامي لمؤتمر وزراء الخارجية الإسلامي الحادي والعشرين"),
        ),
        front(
            "a roman number with its ending, fr",
            "fr",
            {"session": 14, "body_id": "is"},
            ("title", "COMMUNIQUE FINAL DE LA XIVème SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET"),
        ),
        front(
            "a number with its ending, fr",
            "fr",
            {"session": 13, "body_id": "is"},
            ("title", "COMMUNIQUE FINAL DU 13ème Sommet islamique"),
        ),
        front(
            "a roman number without an ending",
            "en",
            {"session": 14, "body_id": "is"},
            ("title", "FINAL COMMUNIQUE OF THE XIV SESSION OF THE ISLAMIC SUMMIT CONFERENCE"),
        ),
        front(
            "the number of a resolution of a summit, ar",
            "ar",
            {"city": "Makkah", "session": 3, "body_id": "is", "resolution_number": "7/3-س(قأ)"},
            (
                "title",
                "(تابع) مؤتمر القمة الإسلامي الثالث في مكة المكرمة- القرارات السياسية- القرار الرقم 7/ 3 س (ق أ)",
            ),
        ),
        front(
            "a number of two words, ar",
            "ar",
            {"city": "Casablanca", "session": 22, "body_id": "cfm", "resolution_number": "27/22-س"},
            (
                "title",
                "مؤتمر وزراء الخارجية الإسلامي الثاني والعشرين، الدار البيضاء، المملكة المغربية، القرارات السياسية، القرار الرقم 27/22-س",
            ),
        ),
        front(
            "a number before the name of a summit, ar",
            "ar",
            {"city": "Tehran", "session": 8, "body_id": "is", "resolution_number": "2/8-أ.ف(ق.إ)"},
            (
                "title",
                "(تابع) الدورة الثامنة لمؤتمر القمة الإسلامي، طهران، الجمهورية الإسلامية الإيرانية، القرارات الثقافية، القرار الرقم 2/8- أ.ف (ق.إ)",
            ),
        ),
        front(
            "an extraordinary summit, ar",
            "ar",
            {"session": 3, "session_kind": "extraordinary", "body_id": "eis", "meeting_id": "eis-3"},
            ("title", "البيان الختامي للدورة الاستثنائية الثالثة لمؤتمر القمة الإسلامي"),
        ),
        front(
            "an extraordinary session of ministers, fr",
            "fr",
            {"session": 3, "session_kind": "extraordinary", "body_id": "cfm", "meeting_id": "cfm-ex-3"},
            (
                "title",
                "Communiqué final de la troisième session extraordinaire du Conseil des ministres des Affaires étrangères",
            ),
        ),
        front(
            "an extraordinary session of ministers, ar",
            "ar",
            {"session": 14, "session_kind": "extraordinary", "body_id": "cfm", "meeting_id": "cfm-ex-14"},
            ("title", "البيان الختامي للدورة الاستثنائية الرابعة عشرة لمجلس وزراء الخارجية"),
        ),
        front(
            "the body that met, not the one that was thanked",
            "en",
            {"body_id": "cfm", "level": "ministerial"},
            ("title", "FINAL COMMUNIQUE"),
            (
                "text",
                "The Islamic Conference of Foreign Ministers met in Rabat from 2 to 4 May 1990 and thanked the Al-Quds Committee.",
            ),
        ),
        front(
            "bodies that were only thanked",
            "en",
            {"body_id": None},
            ("title", "FINAL COMMUNIQUE"),
            ("text", "The Meeting thanked the Council of Foreign Ministers and Al-Quds Committee."),
        ),
        front(
            "the session that officials prepared is not theirs",
            "en",
            {"city": "Jeddah", "session": None, "body_id": "som", "meeting_id": "som-2014-05-12"},
            (
                "title",
                "REPORT OF THE SENIOR OFFICIALS MEETING PREPARATORY TO THE 41ST SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            ),
            ("place_date", "JEDDAH, 12 MAY 2014"),
        ),
        front(
            "an extraordinary session in the symbol of its resolution",
            "en",
            {"session": 17, "session_kind": "extraordinary", "body_id": "cfm"},
            ("title", "RESOLUTION NO. 1/EX-17-CFM\nON AFGHANISTAN"),
            (
                "text",
                "The 17th Extraordinary Session of the Council of Foreign Ministers, held in Islamabad on 19 December 2021,",
            ),
        ),
        front(
            "an extraordinary summit in the symbol of its resolution",
            "en",
            {"document_type": "resolution", "resolution_number": "3/4-EX(IS)", "session": 4},
            ("title", "RESOLUTION NO. 3/4-EX (IS)\nON MYANMAR"),
            (
                "text",
                "The Fourth Extraordinary Session of the Islamic Summit Conference, held in Makkah on 14-15 August 2012,",
            ),
        ),
        front(
            "a number of tens, ar",
            "ar",
            {"city": "Istanbul", "session": 20, "resolution_number": "9/20-أت"},
            (
                "title",
                "مؤتمر وزراء الخارجية الإسلامي العشرين في اسطنبول، الجمهورية التركية، القرارات التنظيمية، القرار الرقم 9/20 - أت",
            ),
        ),
        front(
            "a session named in what was heard is another",
            "ar",
            {"session": 22, "resolution_number": "27/22-س"},
            ("title", "قرار رقم 27/ 22 - س\nحول\nالتضامن الاسلامي مع شعوب الساحل"),
            (
                "text",
                "إن المؤتمر الاسلامي الثاني والعشرين لوزراء الخارجية المنعقد في الدار البيضاء بالمملكة المغربية في الفترة من 8-10 رجب 1415 هـ، الموافق 10-12 ديسمبر 1994 م،",
            ),
            (
                "text",
                "اذ إطلع على تقرير الاجتماع التشاوري الذي عقدته لجنة التضامن في إسلام أباد بتاريخ 9 سبتمبر 1994 م على هامش الدورة الاستثنائية السابعة،",
            ),
        ),
        front(
            "the session that a report goes to is not its own",
            "en",
            {"session": None, "body_id": "cg-mali"},
            ("title", "REPORT OF THE CONTACT GROUP ON MALI TO THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
        ),
        front(
            "a number of units and tens, ar",
            "ar",
            {"city": "Conakry", "session": 23, "date": "1995-12-09"},
            (
                "title",
                "(تابع) مؤتمر وزراء الخارجية الإسلامي الثالث والعشرين في كوناكري- جمهورية غنيا 9-12 ديسمبر 1995- البيان الختامي",
            ),
        ),
        front(
            "a number in words",
            "en",
            {"city": "Istanbul", "session": 31},
            ("title", "Report of the Thirty-first Islamic Conference of Foreign Ministers, Istanbul, 14-16 June 2004"),
        ),
    ],
)
def test_a_front_tells_which_session(language, facts, lines):
    assert read_facts(language, lines, facts) == facts
