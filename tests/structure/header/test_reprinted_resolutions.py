"""Resolutions that an agency gives below a lead of its own, and the sentence with which they begin."""

import pytest
from fronts_read import front, read_facts

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.clauses import read_clauses
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.report import build_reports


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


REPRINTED = {
    "en": (
        "Niamey (XNA) – The Council of Foreign Ministers of the Organization of Islamic Cooperation (OIC), which met on Friday to talk "
        "of wells, {adopted} the resolution that follows:\n\n"
        "The Council of Foreign Ministers of the Organization of Islamic Cooperation (OIC), convening in its ninth extraordinary "
        "session, at the request of three States, at the Palace of Congresses in Niamey, on Friday, 6 May 2011;\n\n"
        "Recalling the promises of the donors;\n\nReaffirming the rights of the herdsmen;\n\n"
        "1. Calls for new wells.\n\n2. Requests the Secretary General to follow them up.\n"
    ),
    "fr": (
        "Niamey (XNA) – Le Conseil des ministres des Affaires étrangères de l’Organisation de la coopération islamique (OCI), qui s’est "
        "tenu vendredi pour parler de puits, a {adopted} la résolution qui suit :\n\n"
        "Le Conseil des ministres des Affaires étrangères de l’Organisation de la coopération islamique (OCI), réuni en sa 9ᵉ session "
        "extraordinaire, à la demande de trois États, au Palais des congrès à Niamey, le vendredi 6 mai 2011 ;\n\n"
        "Rappelant les promesses des donateurs ;\n\nRéaffirmant les droits des bergers ;\n\n"
        "1. Appelle à creuser des puits ;\n\n2. Demande au Secrétaire général d’en assurer le suivi.\n"
    ),
    "ar": (
        "نيامي (خنا) – {adopted} مجلس وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي القرار التالي:\n\n"
        "إن مجلس وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي، المنعقد في دورته الاستثنائية التاسعة، بناء على طلب ثلاث دول، "
        "بقصر المؤتمرات في نيامي، يوم الجمعة 6 مايو 2011؛\n\n"
        "إذ يستذكر وعود المانحين؛\n\nوإذ يؤكد حقوق الرعاة؛\n\n"
        "1. يدعو إلى حفر الآبار.\n\n2. يطلب من الأمين العام متابعة ذلك.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "adopted", "status"),
    [
        ("en", "adopted", "adopted"),
        ("en", "made public", "unknown"),
        ("fr", "adopté", "adopted"),
        ("fr", "rendu public", "unknown"),
        ("ar", "اعتمد", "adopted"),
        ("ar", "أصدر", "unknown"),
    ],
)
def test_a_resolution_below_the_lead_of_an_agency_says_what_it_is(language, adopted, status):
    report = read(REPRINTED[language].format(adopted=adopted))
    header = report.header
    assert (header.document_type, header.body_id, header.session) == ("resolution", "cfm", 9)
    assert (header.city, header.date, header.status) == ("Niamey", "2011-05-06", status)
    assert [block.subrole for block in report.blocks if "XNA" in block.text or "خنا" in block.text] == ["press_lead"]


@pytest.mark.parametrize("language", REPRINTED)
@pytest.mark.parametrize("headline", ["", "XNA\n\n"])
def test_a_lead_without_a_dateline_stands_right_above_the_preamble(language, headline):
    adopted = {"en": "adopted", "fr": "adopté", "ar": "اعتمد"}[language]
    lead, _, text = REPRINTED[language].format(adopted=adopted).partition(" – ")[2].partition("\n\n")
    report = read(f"{headline}{lead}\n\n{text}")
    assert (report.header.document_type, report.header.city, report.header.date) == (
        "resolution",
        "Niamey",
        "2011-05-06",
    )
    assert next(block for block in report.blocks if block.text.startswith(lead[:20])).subrole == "press_lead"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Council, meeting in its ninth session, at the request of Mali made at the Summit in Doha, on 6 May 2011,"),
        ("fr", "Le Conseil, réuni en sa neuvième session, à la demande du Mali, au Sommet tenu à Doha, le 6 mai 2011,"),
        ("ar", "إن المجلس، المنعقد في دورته التاسعة، بناء على طلب مالي، في القمة المنعقدة في الدوحة، يوم 6 مايو 2011،"),
    ],
)  # fmt: skip
def test_who_asked_for_a_meeting_may_name_another(language, sentence):
    passage = read_clauses(sentence, language, "first_sentence", 1)
    assert "2011" not in passage.own


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "The Council, meeting in its ninth session, at the request of Mali, on Friday, 6 May 2011, to consider", "6 May 2011"),
        ("en", "The Council, meeting in its ninth session, at the request of Mali, on 3 Jumada II 1432 H (6 May 2011), to consider", "6 May 2011"),
        ("fr", "Le Conseil, réuni en sa neuvième session, à la demande du Mali, le vendredi 6 mai 2011, pour examiner", "6 mai 2011"),
        ("ar", "إن المجلس، وقد اجتمع في دورته التاسعة، استجابة لطلب مالي والنيجر، يوم الجمعة 6 مايو 2011، للنظر في", "6 مايو 2011"),
    ],
)  # fmt: skip
def test_a_day_between_commas_behind_who_asked_is_that_of_the_meeting(language, sentence, day):
    assert day in read_clauses(sentence, language, "first_sentence", 1).own


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The Council, meeting in its ninth session, at the request of Mali, on 6 May 2011 in a letter, to consider",
        ),
        (
            "en",
            "The Council, meeting in its ninth session, at the request of Mali, received on 6 May 2011, to consider",
        ),
        ("ar", "إن المجلس، وقد اجتمع في دورته التاسعة، استجابة لطلب مالي، المرسل يوم 6 مايو 2011، للنظر في"),
    ],
)
def test_a_day_on_which_somebody_asked_is_none_of_the_meeting(language, sentence):
    assert "2011" not in read_clauses(sentence, language, "first_sentence", 1).own


@pytest.mark.parametrize(
    ("language", "facts", "lines"),
    [
        front(
            f"figures that a translation lost, {language}",
            language,
            {"session": None, "session_kind": "extraordinary", "date": "2011-05-01", "date_precision": "month", "city": "Niamey"},
            ("text", sentence),
        )
        for language, sentence in (
            (
                "en",
                "The Council of Foreign Ministers of the OIC, convening in its 6th extraordinary session in Niamey, on May 2011, XNUMX;",
            ),
            (
                "fr",
                "Le Conseil des ministres des Affaires étrangères de l’OCI, réuni en sa 6ᵉ session extraordinaire à Niamey, le 2011 mai XNUMX ;",
            ),
        )
    ],
)  # fmt: skip
def test_a_figure_beside_one_that_was_lost_may_have_changed_places(language, facts, lines):
    assert read_facts(language, lines, facts) == facts


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [("réuni en sa 7ᵉ session", "fr", 7), ("1ʳᵉ session", "fr", 1), ("the 44ᵗʰ session", "en", 44)],
)
def test_the_letters_of_an_ordinal_may_be_raised(text, language, number):
    assert [found.number for found in find_sessions(text, language)] == [number]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Le sommet extraordinaire arabe et islamique, qui s’est achevé lundi 9 mai 2011 à Niamey, a adopté la résolution suivante :", True),
        # the meeting of which the lead tells is not the one that begins its sentence
        ("Le comité issu du Sommet islamique extraordinaire, qui s’est achevé lundi 9 mai 2011 à Niamey, a adopté la résolution suivante :", False),
    ],
)  # fmt: skip
def test_a_lead_tells_in_a_relative_clause_when_its_meeting_ended(lead, day):
    text = (
        f"Niamey (XNA.- {lead}\n\nNous, dirigeants de l’Organisation de la coopération islamique, rassemblés pour parler de puits ;\n\n"
        "Rappelant les promesses des donateurs ;\n\nRéaffirmant les droits des bergers ;\n\n1. Appelons à creuser des puits ;\n"
    )
    assert (read(text).header.date == "2011-05-09") == day


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "At the request of Mali, on 1 May 2011, the Council met in Dakar on 6 May 2011.", "6 May 2011"),
        ("en", "At the request of Mali, on 1 May 2011, the Council held a meeting in Dakar on 6-7 May 2011.", "6-7 May 2011"),
        ("fr", "À la demande du Mali, le 1er mai 2011, le Conseil s’est réuni à Dakar le 6 mai 2011.", "6 mai 2011"),
        ("ar", "بناء على طلب مالي، بتاريخ 1 مايو 2011، عقد المجلس اجتماعا في دكار يوم 6 مايو 2011.", "6 مايو 2011"),
    ],
)  # fmt: skip
def test_a_day_behind_who_asked_is_that_of_the_request_where_the_meeting_has_its_own(language, sentence, day):
    own = read_clauses(sentence, language, "first_sentence", 1).own
    assert day in own
    assert own.count("2011") == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "At the request of Mali in its note verbale, on 1 May 2011, the Council met in Dakar."),
        ("fr", "À la demande du Mali, transmise par lettre, en date du 1er mai 2011, le Conseil s’est réuni à Dakar."),
        ("ar", "بناء على طلب مالي في رسالتها، بتاريخ 1 مايو 2011، عقد المجلس اجتماعا في دكار."),
    ],
)
def test_a_day_behind_a_letter_is_none_of_the_meeting(language, sentence):
    assert "2011" not in read_clauses(sentence, language, "first_sentence", 1).own


def test_a_day_of_what_a_meeting_was_about_does_not_take_its_own():
    sentence = "At the request of Mali, on 6 May 2011, the Council met in Dakar to discuss the raid of 1 May 2011."
    own = read_clauses(sentence, "en", "first_sentence", 1).own
    assert "6 May 2011" in own
    assert "1 May" not in own
