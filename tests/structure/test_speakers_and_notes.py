"""Who speaks by his own words, where a meeting stands above a speech, notes that nobody signs, releases without a title."""

import pytest
from judged import build

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

SAID = {
    "en": (
        "Speech of our guest of honour, Dr. Adam Keita\n\nThe floor was then given to Dr. Adam Keita, who said:\n\n"
        "In the name of God, ladies and gentlemen,\n\nI come to your evening {capacity}, and I thank our host for his kindness.\n\n"
        "The wells of which you asked were dug by many hands, and I shall answer your questions on them.\n\nThank you.\n"
    ),
    "fr": (
        "Discours de notre invité, le Dr Adam Keita\n\nLa parole fut ensuite donnée au Dr Keita :\n\nMesdames et Messieurs,\n\n"
        "Je viens à votre soirée {capacity}, et je remercie notre hôte de sa bonté.\n\n"
        "Les puits dont vous m’avez parlé ont été creusés par bien des mains.\n\nJe vous remercie.\n"
    ),
    "ar": (
        "((كلمة ضيف الأمسية الدكتور آدم كيتا))\n\nثم أعطيت الكلمة للدكتور آدم كيتا، فقال:\n\nبسم الله الرحمن الرحيم.\n\n"
        "إخوتي الأعزاء، لقد جئت إلى أمسيتكم {capacity}، وأشكر مضيفنا على كرمه.\n\n"
        "والآبار التي سألتم عنها حفرتها أيد كثيرة، وسأجيب عن أسئلتكم فيها.\n\nوالسلام عليكم ورحمة الله وبركاته.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "capacity", "title"),
    [
        ("en", "in my capacity as Secretary General of the OIC", "Speech of our guest of honour, Dr. Adam Keita"),
        ("fr", "en ma qualité de Secrétaire général de l’OCI", "Discours de notre invité, le Dr Adam Keita"),
        ("ar", "بوصفي أمينا عاما لمنظمة المؤتمر الإسلامي", "كلمة ضيف الأمسية الدكتور آدم كيتا"),
    ],
)
def test_who_says_that_he_speaks_for_the_oic_does(language, capacity, title):
    header = build(SAID[language].format(capacity=capacity)).header
    assert (header.document_type, header.title) == ("speech", title)


@pytest.mark.parametrize(
    ("language", "capacity"),
    [
        ("en", "in my capacity as Secretary General of the League of Arab States"),
        ("en", "as did the Secretary General of the OIC"),
        ("en", "and quote “in my capacity as Secretary General of the OIC”"),
        ("fr", "en ma qualité de Secrétaire général de la Francophonie"),
        ("ar", "بوصفي أمينا عاما لجامعة الدول العربية"),
        ("ar", "بوصفه أمينا عاما لمنظمة المؤتمر الإسلامي"),
    ],
)
def test_who_speaks_for_another_or_tells_of_another_does_not(language, capacity):
    with pytest.raises(NoReportError):
        build(SAID[language].format(capacity=capacity))


def test_an_assistant_secretary_general_may_have_his_department_before_the_oics_name():
    text = (
        "كلمة السفير آدم كيتا الأمين العام المساعد للشؤون الثقافية بمنظمة التعاون {name}\n\nأصحاب المعالي والسعادة،\n\n"
        "أشكر مضيفنا على كرمه، وأذكر أن الآبار حفرتها أيد كثيرة.\n\nوالسلام عليكم ورحمة الله وبركاته.\n"
    )
    assert build(text.format(name="الإسلامي")).header.document_type == "speech"
    # a misprint of many sites
    assert build(text.format(name="الإسلامية")).header.document_type == "speech"
    with pytest.raises(NoReportError):
        build(text.replace("بمنظمة التعاون {name}", "بجامعة الدول العربية"))


OCCASION = (
    "Statement of H.E. Dr. Adam Keita, Secretary General of the Organisation of Islamic Cooperation, at the Conference on Wells\n"
    "The International Conference on Wells,\nNiamey, Niger, May 8 – 9, 2014\nExcellencies, Ladies and Gentlemen,\n"
    "It gives me joy to see you gathered in Niamey, and I bid all of you welcome to the wells of this country.\n"
    "My first words of thanks go to those who dig them, and to our Organisation that counts them.\n"
)


@pytest.mark.parametrize("day", ["", "Date: 08/05/2014\n"])
def test_a_meeting_above_its_place_and_days_is_no_body_that_acts(day):
    report = build(OCCASION.replace("\n", f"\n{day}", 1))
    header = report.header
    assert (header.document_type, header.date, header.date_end) == ("speech", "2014-05-08", "2014-05-09")
    assert header.city == "Niamey"
    assert header.title == OCCASION.split("\n", maxsplit=1)[0]
    assert (
        next(block.text for block in report.blocks if block.role == "operative")
        == "Excellencies, Ladies and Gentlemen,"
    )


def test_a_body_that_acts_above_where_it_was_held_begins_the_text():
    report = build(
        "RESOLUTION NO. 3/40-POL ON WELLS\n\nThe Council of Foreign Ministers of the OIC,\nheld in Niamey, Niger, on 8 and 9 May 2014,\n"
        "Recalling the resolutions on wells;\n1. Calls upon the Member States to dig wells.\n2. Thanks the host.\n"
    )
    first = next(block for block in report.blocks if block.role == "preamble")
    assert first.text.startswith("The Council of Foreign Ministers of the OIC,")


NOTE = (
    "Thirty-fifth session\nItem 26 of the provisional agenda\n\nNote verbale dated 8 August 1990 from the Permanent Mission\n"
    "of Jordan to the United Nations addressed to the Secretary-General\n\n"
    "The Permanent Mission of Jordan to the United Nations, which presents its compliments to the Secretary-General of the United "
    "Nations, has the honour to send him what the Islamic Conference of Ministers for Foreign Affairs adopted.\n\n{front}\n\n"
    "An Extraordinary Session of the Islamic Conference of Foreign Ministers was convened in Amman on 11 and 12 July 1990.\n\n"
    "The Conference decided that the wells should be counted and called upon the Member States to count them.\n\n"
    "The Conference decided to report on them to the General Assembly of the United Nations.\n"
)


def test_a_session_below_a_note_that_nobody_signed_is_the_text_that_it_carries():
    report = build(
        NOTE.format(front="Second Extraordinary Session of Ministers of\nForeign Affairs\nAmman, 11 to 12 July 1990")
    )
    header = report.header
    assert (header.body_id, header.session, header.date, header.date_end) == ("cfm", 2, "1990-07-11", "1990-07-12")
    letter = [block.text for block in report.blocks if block.subrole == "covering_letter"]
    assert any("presents its compliments" in text for text in letter)


def test_a_note_without_a_session_below_it_is_the_states():
    with pytest.raises(NoReportError) as refused:
        build(NOTE.format(front="The wells of Jordan\nAmman, 11 to 12 July 1990").replace("An Extraordinary", "No"))
    assert refused.value.reason == "other_organisation"


OWN = "https://www.oic-oci.org/topic/?t_id=100"
UNTITLED = (
    "{day}Une réunion extraordinaire du Comité exécutif s’est tenue au niveau des Ministres des Affaires étrangères, ce mercredi 10 "
    "juin 2020, à l’initiative du Secrétariat général de l’Organisation de la Coopération Islamique (OCI).\n\n"
    "Le Secrétaire général a rappelé que l’Organisation compte les puits. De tels actes, a-t-il fait valoir, sont utiles.\n\n"
    "Il a rendu hommage aux pays et aux organisations internationales qui ont creusé des puits, et les a invités à en creuser.\n\n"
    "Le Comité a décidé de compter les puits et a demandé aux Etats membres de les entretenir.\n"
)


def test_a_text_below_the_labelled_day_of_the_oics_own_site_is_a_release():
    def read_type(day):
        return build_reports(read_bytes(UNTITLED.format(day=day).encode(), "page.txt"), [OWN])[0].header.document_type

    assert read_type("Date: 10/06/2020\n\n") == "press_release"
    # a report that lost its title has no such day
    assert read_type("") is None


@pytest.mark.parametrize(
    ("text", "closes"),
    [("wells. |", True), ("والآبار.. |", True), ("wells |", False), ("the wells, |", False), ("No. 5. | Wells", False)],
)
def test_the_edge_of_a_cell_behind_a_sentence_leaves_it_closed(text, closes):
    assert is_closed(text) is closes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the Committee held the Twenty Third Meeting of its Follow-up Committee", "en"),
        ("le Comité a tenu la 23ème réunion de son comité de suivi", "fr"),
    ],
)
def test_meetings_of_its_own_committee_are_no_sessions_of_a_body(text, language):
    assert find_sessions(text, language) == []
    assert find_sessions(text, language, of_sub_bodies=True)[0].number == 23
