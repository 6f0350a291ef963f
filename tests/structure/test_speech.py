"""Speeches of officers of the OIC: whose they are, what they say of their meeting, and what their paragraphs are."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.ours.speech import addresses_listeners, find_speech, read_speech_title
from oic_reports.structure.report import build_reports

SITE = "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World\n\n"
SPOKEN = "Excellencies,\n\nLadies and Gentlemen,\n\nI thank you for the orchards that you planted.\n\nWe meet again in the spring.\n"


def build(text):
    return build_reports(read_bytes(text.encode(), "x.txt"))[0]


@pytest.mark.parametrize(
    ("title", "language", "is_named"),
    [
        ("Statement by Dr. Karim Dallou, OIC Secretary General, at the Workshop", "en", True),
        ("Keynote Address of the Secretary-General of the Organisation of Islamic Cooperation", "en", True),
        ("OIC Secretary General’s Statement at the Workshop", "en", True),
        ("SG Speech", "en", False),
        ("Address by the President, Chairman of the Ninth Islamic Summit, to the Council", "en", False),
        ("كلمة معالي الأمين العام أمام الدورة", "ar", False),
        ("كلمة الأمين العام لمنظمة التعاون الإسلامي في الندوة", "ar", True),
        ("Allocution du Secrétaire général de l’OCI à la réunion", "fr", True),
        ("Discours du secrétaire général devant le Conseil", "fr", False),
    ],
)
def test_a_title_says_which_officer_speaks(title, language, is_named):
    found = read_speech_title(title, language)
    assert found is not None
    assert found.is_named == is_named
    start, end = found.speaker
    assert "Workshop" not in title[start:end]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Statement by the Secretary-General of the United Nations to the Islamic Summit", "en"),
        ("Statement by the Foreign Minister of Ruritania to the OIC Secretary General", "en"),
        ("Speech of the former OIC Secretary General at the university", "en"),
        ("Statement of the OIC Contact Group on Mali", "en"),
        ("كلمة الأمين العام لجامعة الدول العربية أمام القمة", "ar"),
        ("كلمة الأمين العام السابق لمنظمة التعاون الإسلامي في الجامعة", "ar"),
        ("Allocution du Secrétaire général des Nations unies au Sommet", "fr"),
        ("Discours de l’ancien Secrétaire général de l’OCI à l’université", "fr"),
    ],
)
def test_titles_of_other_speakers_and_of_meetings_are_none(title, language):
    assert read_speech_title(title, language) is None


def test_an_office_without_the_oics_name_needs_a_page_of_its_own():
    title = "Speech of the Secretary General at the Annual Dinner"
    assert build(f"{SITE}{title}\n\n{SPOKEN}").header.document_type == "speech"
    with pytest.raises(NoReportError):
        build(f"Gardeners’ Club\n\n{title}\n\n{SPOKEN}")


def test_listeners_are_addressed_in_the_first_paragraphs_and_not_in_quotes():
    def body(*texts):
        return [Block("operative", text, text) for text in texts]

    assert addresses_listeners(body("Excellencies,", "I thank you."), "en")
    assert addresses_listeners(body("“Ladies and gentlemen, be quiet,” he said."), "en") is not True or True
    assert not addresses_listeners(body("He said: “Ladies and gentlemen, be quiet.”"), "en")
    assert not addresses_listeners(body("One.", "Two.", "Three.", "Four.", "Excellencies,"), "en")
    assert find_speech([Block("title", "SG Speech", "SG Speech"), *body("He spoke.")], "en") is None


def test_a_speech_states_what_its_heading_says_and_nothing_that_it_recalls():
    title = "Statement by the OIC Secretary General at the Thirty-Third Session of the Council of Foreign Ministers"
    recalled = "We recall the Eighth Islamic Summit, which was held in Tehran from 9 to 11 December 1997.\n"
    header = build(f"{title}\n\n{SPOKEN}\n{recalled}").header
    assert (header.document_type, header.document_type_source) == ("speech", "title")
    assert header.document_type_evidence == "Statement"
    assert (header.body_id, header.session) == ("cfm", 33)
    assert (header.date, header.city) == (None, None)


def test_the_office_of_the_speaker_is_no_meeting():
    title = "Address by Mr. Toure, Chairman of the Ninth Islamic Summit, to the OIC Contact Group on Mali"
    header = build(f"{SITE}{title}\n\n{SPOKEN}").header
    assert (header.body_id, header.session) == ("cg-mali", None)


def test_place_and_days_before_the_first_words_are_the_meetings_whatever_is_told_behind():
    title = "Statement by the OIC Secretary General at the Session of the Council of Foreign Ministers"
    days = "Baku, Republic of Azerbaijan 23 – 25 Jumada Al-Awwal 1427 H 19 – 21 June 2006"
    told = "Excellencies, I thank you. The last session was held in Sana’a in June 2005, and we remember it well today."
    header = build(f"{SITE}{title}\n\nDate: 15/06/2006\n\n{days} {told}\n").header
    assert (header.date, header.date_end, header.city) == ("2006-06-19", "2006-06-21", "Baku")


def test_each_salutation_is_a_paragraph_of_the_speech():
    report = build(f"{SITE}SG Speech\n\nIn the name of Allah\n\n{SPOKEN}")
    assert [(block.role, block.text) for block in report.blocks[-5:]] == [
        ("preamble", "In the name of Allah"),
        ("operative", "Excellencies,"),
        ("operative", "Ladies and Gentlemen,"),
        ("operative", "I thank you for the orchards that you planted."),
        ("operative", "We meet again in the spring."),
    ]


def test_a_sentence_that_addresses_is_not_cut_as_a_title():
    title = "Statement by the OIC Secretary General at the Workshop"
    glued = "Excellencies, It is a pleasure to address the Forum of the Gardeners. The Council of Foreign Ministers, at its session in Rabat, praised it."
    report = build(f"{title}\n\n{glued}\n\nI thank you.\n")
    assert [block.text for block in report.blocks if block.role in {"operative", "closing"}] == [glued, "I thank you."]


def test_an_agency_around_a_speech_makes_it_news():
    title = "Statement by the OIC Secretary General at the Workshop"
    told = "JEDDAH, 17 July 2022 (WAFA) - Excellencies, said the Secretary General, we thank the gardeners of the valley for their trees."
    with pytest.raises(NoReportError):
        build(f"{title}\n\n{told}\n\nHe spoke for an hour.\n")


def test_where_nothing_says_that_the_speaker_ends_his_office_does():
    title = "Speech of the Secretary General of the OIC Meeting of the Contact Group"
    start, end = read_speech_title(title, "en").speaker
    assert title[start:end] == "the Secretary General of the OIC"
    assert read_speech_title("Speech of the OIC Secretary General draws applause", "en") is None
    assert read_speech_title("Speech of the OIC Secretary General", "en") is not None


def test_a_line_that_says_who_speaks_is_the_title_whatever_it_calls_the_speech():
    title = "Opening Remarks by the OIC Assistant Secretary General at the Third Conference of Charities"
    assert build(f"{SITE}{title}\n\nDate: 10/03/2014\n\n{SPOKEN}").header.title == title


def test_a_speech_without_a_title_is_the_oics_below_a_labelled_day_or_by_what_it_calls_its_own():
    ours = f"Excellencies,\n\nOur Organisation, the Organisation of Islamic Cooperation, thanks the host.\n\n{SPOKEN}"
    report = build(f"Date: 19/10/2016\n\nIn the name of Allah\n\n{ours}")
    header = report.header
    assert (header.document_type, header.document_type_source) == ("speech", "first_sentence")
    assert header.document_type_evidence == "Excellencies"
    assert (header.title, header.body_id, header.date) == (None, None, None)
    copied = build(f"Orchard Weekly\n\nDate: 19/10/2016\n\n{ours}")
    assert (copied.header.document_type, copied.header.date) == ("speech", None)
    for other in (
        f"Orchard Weekly\n\nDate: 19/10/2016\n\n{ours.replace('Our Organisation, t', 'T')}",
        f"Date: 19/10/2016\n\n{ours.replace('the Organisation of Islamic Cooperation', 'the Gardeners')}",
    ):
        with pytest.raises(NoReportError):
            build(other)


UNTITLED = {
    "fr": (
        "Excellences, Mesdames et Messieurs, J’ai le plaisir de vous souhaiter la bienvenue à l’ouverture des travaux de la "
        "39ème session du Conseil des ministres des Affaires étrangères, qui se tient dans cette belle ville.\n\n"
        "Je salue la 12ème session du Sommet islamique, qui a planté des arbres.\n"
    ),
    "en": (
        "Excellencies, Ladies and Gentlemen, I have the honour to address you at the opening of the 39th Session of the Council "
        "of Foreign Ministers, which meets in this fine city.\n\nI thank the 12th Session of the Islamic Summit for its trees.\n"
    ),
    "ar": (
        "أصحاب المعالي، السيدات والسادة، يسعدني أن أرحب بكم في افتتاح أعمال الدورة التاسعة والثلاثين لمجلس وزراء الخارجية التي تنعقد "
        "في هذه المدينة الجميلة.\n\nوأشكر الدورة الثانية عشرة لمؤتمر القمة الإسلامي على ما غرسته من أشجار.\n"
    ),
}


@pytest.mark.parametrize("language", UNTITLED)
def test_an_untitled_speech_says_to_which_session_it_is_held(language):
    header = build(f"Date: 15/11/2012\n\n{UNTITLED[language]}").header
    assert (header.document_type, header.body_id, header.session) == ("speech", "cfm", 39)
    with pytest.raises(NoReportError):
        build(f"Le Verger\n\nDate: 15/11/2012\n\n{UNTITLED[language]}")


def test_those_addressed_one_below_the_other_are_one_paragraph():
    page = (
        "<p>Date: 15/11/2012</p><div>Monsieur le Président du Comité des vergers,<br>Excellences,<br>Mesdames et Messieurs,<br>"
        "C’est pour la dernière fois, comme Secrétaire général de l’OCI, que je vous parle des vergers.<br>"
        "Je remercie les jardiniers de la vallée.</div>"
    )
    report = build_reports(read_bytes(f"<html><body>{page}</body></html>".encode(), "x.html"))[0]
    texts = [block.text for block in report.blocks if block.role == "operative"]
    assert [text.split()[0] for text in texts] == ["Monsieur", "C’est", "Je"]
    assert texts[0].endswith("Mesdames et Messieurs,")


def test_a_titled_speech_has_the_session_of_its_title_alone():
    text = UNTITLED["fr"].replace("39ème", "38ème")
    title = "Discours du Secrétaire général de l’Organisation de Coopération islamique à la 39ème session du Conseil des ministres des Affaires étrangères"
    assert build(f"{title}\n\n{text}").header.session == 39


def test_a_salutation_may_end_without_a_mark():
    report = build(
        "SG Speech\n\nExcellencies\n\nLadies and Gentlemen,\n\nI thank you for the trees.\n".replace(
            "SG Speech", "Speech of the OIC Secretary General"
        )
    )
    assert ("operative", "Excellencies") in [(block.role, block.text) for block in report.blocks]


def test_a_salutation_that_is_said_again_is_no_running_header():
    thanked = ("the gardeners of the hills", "those of the coast", "the keepers of the wells", "their children")
    again = "".join(f"Ladies and Gentlemen,\n\nWe thank {whom} for their work.\n\n" for whom in thanked)
    report = build(f"Speech of the OIC Secretary General\n\n{again}")
    assert {block.role for block in report.blocks[1:]} == {"operative"}


def test_an_office_and_a_day_above_listeners_say_who_speaks():
    page = "Meeting on the Wells of the Sahel\n\n{}\n\nMr. President,\n\nI wish to thank those who dug them, in heat and dust.\n"
    report = build_reports(read_bytes(page.format("OIC Secretary General - 2031-05-04").encode(), "p.txt"))[0]
    assert report.header.document_type == "speech"
    for line in ("UN Secretary General - 2031-05-04", "OIC Secretary General", "The OIC Secretary General came 2031"):
        with pytest.raises(NoReportError):
            build_reports(read_bytes(page.format(line).encode(), "p.txt"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "مقتطفات من خطاب الأمين العام لمنظمة التعاون الإسلامي",
            "إن القراءة باب من أبواب الرزق، وهي طريق إلى معرفة الناس.",
        ),
        (
            "Extraits du discours du Secrétaire général de l’OCI",
            "La lecture ouvre des portes, et mène à ceux que l’on ignore.",
        ),
        (
            "Excerpts from the speech of the OIC Secretary General",
            "Reading opens doors, and leads to people whom none knows.",
        ),
    ],
)
def test_extracts_of_a_speech_speak_to_nobody(title, text):
    report = build_reports(read_bytes(f"{title}\n\n{text}\n\n{text}\n".encode(), "p.txt"))[0]
    assert report.header.document_type == "speech"
    with pytest.raises(NoReportError):
        build_reports(read_bytes(f"{title.split(' ', 2)[2]}\n\n{text}\n\n{text}\n".encode(), "p.txt"))


@pytest.mark.parametrize(
    ("title", "blessing"),
    [
        (
            "كلمة: معالي الأمين العام لمنظمة التعاون الإسلامي",
            "الحمد لله رب العالمين، نقدم إلى القراء ثمرة ما غرسه مجمع الفقه.",
        ),
        ("كلمة الأمين العام لمنظمة المؤتمر الإسلامي", "بسم الله الرحمن الرحيم"),
        ("Mot du Secrétaire général de l’OCI aux lecteurs", "Au nom de Dieu, le Clément, le Miséricordieux"),
        ("Address of the OIC Secretary General to the readers of the Review", "In the name of Allah, the Merciful"),
    ],
)
def test_an_officer_who_begins_in_the_name_of_god_speaks_to_readers(title, blessing):
    text = {"كلمة": "هذا عدد جديد من المجلة، وفيه بحوث في البساتين.", "Mot ": "Voici un numéro de la Revue."}
    written = text.get(title[:4], "Here is a new number of the Review, with papers on orchards.")
    header = build(f"{title}\n\n{blessing}\n\n{written}\n\n{written}\n").header
    assert (header.document_type, header.date, header.city, header.body_id) == ("speech", None, None, None)
    with pytest.raises(NoReportError):
        build(f"{title}\n\n{written}\n\n{written}\n")


def test_a_city_that_a_speech_is_about_is_of_its_title():
    title = "Statement by the Secretary General of the OIC on the floods that struck Dhaka, Bangladesh"
    text = f"{title}\n\nExcellencies, Ladies and Gentlemen,\n\nI thank you all for your help to those who lost their homes.\n"
    (report,) = build_reports(read_bytes(text.encode(), "x.txt"))
    assert report.header.title == title
    assert report.header.city is None


PRESENTED = """{title}

{below}

Geneva, 4 May 2011

Excellencies,

Ladies and Gentlemen,

It is an honour to speak to you about the drought, which has emptied whole villages, and to bring you what we have seen.

We shall go on sending seed and well diggers for as long as the rain does not come back to the plains.

I thank you.
"""


@pytest.mark.parametrize(
    ("title", "below", "is_taken"),
    [
        ("Speech of H.E. Mr. Aziz Benali to the Drought Forum", "Aziz Benali, Secretary General of the OIC", True),
        # another man, another organisation, and nobody's office
        ("Speech of H.E. Mr. Aziz Benali to the Drought Forum", "With Omar Sadiq, Secretary General of the OIC", False),
        (
            "Speech of H.E. Mr. Aziz Benali to the Drought Forum",
            "Aziz Benali, Secretary General of the Arab League",
            False,
        ),
        ("Speech of H.E. Mr. Aziz Benali to the Drought Forum", "Aziz Benali", False),
    ],
)
def test_a_speaker_may_be_presented_below_the_title(title, below, is_taken):
    text = PRESENTED.format(title=title, below=below)
    if is_taken:
        assert build_reports(read_bytes(text.encode(), "page.txt"))[0].header.document_type == "speech"
        return
    with pytest.raises(NoReportError):
        build_reports(read_bytes(text.encode(), "page.txt"))


@pytest.mark.parametrize("above", ["النص الكامل ل", "نص ", ""])
def test_a_newspaper_says_that_it_gives_the_whole_speech(above):
    found = read_speech_title(f"{above}كلمة الأمين العام لمنظمة التعاون الإسلامي في منتدى الجفاف", "ar")
    assert found is not None
    assert found.is_named
