"""Offices in the OIC and its organs: whose they are, what is spoken in them, and what is done in them on a day."""

from __future__ import annotations

import pytest
from judged import build

from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.officers import find_actor, find_own_office
from oic_reports.structure.ours.judgement import NoReportError


def read_type(text: str) -> str | None:
    """The type of a text that is the OIC's; None where it is refused."""
    try:
        return build(text).header.document_type
    except NoReportError:
        return None


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        ("H.E. the Secretary General of the OIC", "en", "Secretary General of the OIC"),
        ("the OIC Assistant Secretary-General for Trees", "en", "OIC Assistant Secretary-General"),
        ("Coordinator General, COMSTECH", "en", "Coordinator General, COMSTECH"),
        ("the Chairperson of the IPHRC", "en", "Chairperson of the IPHRC"),
        ("the Secretary General, Dr. Azeddine Laraki", "en", "Secretary General, Dr. Azeddine Laraki"),
        ("la Directrice générale du SESRIC", "fr", "Directrice générale du SESRIC"),
        (
            "Secrétaire général adjoint chargé des arbres, de l’OCI",
            "fr",
            "Secrétaire général adjoint chargé des arbres, de l’OCI",
        ),
        ("معالي الأمين العام لمجمع الفقه الإسلامي الدولي", "ar", "الأمين العام لمجمع الفقه الإسلامي الدولي"),
        ("الدكتور حامد الغابد (الأمين العام)", "ar", "الأمين العام"),
    ],
)
def test_an_office_is_ours_by_the_organ_or_the_holder_beside_it(text, language, office):
    found = find_own_office(text, language)
    assert found is not None
    assert text[found.start : found.end].strip() == office


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the Secretary General of the Arab League, who met Dr. Azeddine Laraki", "en"),
        ("the Secretary General of the OIC Youth Forum", "en"),
        ("the Chairman of the OIC", "en"),
        ("the former Secretary General of the OIC", "en"),
        ("the Permanent Representative of Niger to the OIC", "en"),
        ("Dr. Azeddine Laraki, Minister of Orchards", "en"),
        ("le Secrétaire général des Nations unies à l’OCI", "fr"),
        ("الأمين العام لجامعة الدول العربية لدى منظمة التعاون الإسلامي", "ar"),
    ],
)
def test_an_office_of_others_is_not_ours(text, language):
    assert find_own_office(text, language) is None


def test_holders_are_known_in_each_language():
    people = {
        language: {r["person_id"] for r in load_vocabulary("officers") if r["language"] == language}
        for language in ("ar", "en", "fr")
    }
    assert people["ar"] == people["en"] == people["fr"]


@pytest.mark.parametrize(
    ("sentence", "language", "acts"),
    [
        ("H.E. Mr. Hissein Brahim Taha, Secretary General of the OIC, received a gardener.", "en", True),
        ("A delegation of the General Secretariat of the OIC visited an orchard.", "en", True),
        ("The Foreign Minister of Niger received the Secretary General of the OIC.", "en", False),
        ("The OIC Member States planted trees.", "en", False),
        ("Le Secrétaire général de l’OCI a reçu un jardinier.", "fr", True),
        ("Les ministres des pays de l’OCI ont planté des arbres.", "fr", False),
        ("استقبل معالي الأمين العام لمنظمة التعاون الإسلامي بستانيا.", "ar", True),
        ("استقبل وزير الزراعة الأمين العام لمنظمة التعاون الإسلامي.", "ar", False),
    ],
)
def test_who_acts_stands_first(sentence, language, acts):
    assert (find_actor(sentence, language) is not None) == acts


DEEDS = {
    "en": "The Secretary General of the OIC, Mr. Hissein Brahim Taha, received the keeper of the orchards at his office {day}.\n\nThey spoke of trees.\n",
    "fr": "Le Secrétaire général de l’OCI, M. Hissein Brahim Taha, a reçu le gardien des vergers dans son bureau {day}.\n\nIls ont parlé d’arbres.\n",
    "ar": "استقبل معالي الأمين العام لمنظمة التعاون الإسلامي السيد حسين إبراهيم طه حارس البساتين في مكتبه {day}.\n\nوجرى الحديث عن الأشجار.\n",
}


@pytest.mark.parametrize(
    ("language", "day", "release"),
    [
        ("en", "on 12 March 2022", True),
        ("en", "on Tuesday", False),
        ("en", "on 12 March 2022, the agency said in a statement", False),
        ("fr", "le mardi 15 mars 2022", True),
        ("fr", "mardi", False),
        ("ar", "يوم الثلاثاء 15 مارس 2022", True),
    ],
)
def test_what_an_officer_does_is_a_release_where_its_day_is_printed_in_full(language, day, release):
    assert read_type(DEEDS[language].format(day=day)) == ("press_release" if release else None)


def test_what_a_conference_does_or_an_officer_will_do_is_no_deed():
    assert (
        read_type("The Islamic Conference of Health Ministers received a gardener on 12 March 2022.\n\nHe spoke.\n")
        is None
    )
    assert (
        read_type("The OIC Secretary General will open an orchard on 12 March 2022.\n\nTrees will be planted.\n")
        is None
    )
    session = "The IPHRC of the OIC {did} on 12 March 2022, in the presence of gardeners from all over the valley.\n\nIt spoke of trees.\n"
    assert read_type(session.format(did="concluded its third session")) is None
    assert read_type(session.format(did="planted trees in Jeddah")) == "press_release"


def test_a_release_line_above_a_headline_of_ours_makes_a_page_the_oics():
    told = "خبر صحافي\n\n{head}\n\nجدة، 17 مايو 2017\n\nبدأ الخبراء اليوم 17 مايو 2017 في مقر البساتين في مدينة جدة غرس الأشجار التي قدمها أهل الوادي، وذلك في إطار برامج منظمة التعاون الإسلامي التي تتواصل حتى الخريف.\n\nوأضاف أن الغرس يستمر.\n"
    assert read_type(told.format(head="منظمة التعاون الإسلامي\nتغرس الأشجار")) == "press_release"
    assert read_type(told.format(head="وزارة الزراعة\nتغرس الأشجار")) is None


SPOKEN = "Excellencies,\n\nLadies and Gentlemen,\n\n{voice} The OIC meets again in spring, and I thank you for the orchards.\n"


@pytest.mark.parametrize(
    ("voice", "speech"),
    [
        ("The General Secretariat has counted the trees.", True),
        ("You find the trees in my report.", True),
        ("Our Organisation has grown.", True),
        ("Our Organisation has grown. I thank the Secretary General for his report.", False),
        ("Our Organisation has grown, and my country with it.", False),
        ("The trees have grown.", False),
    ],
)
def test_an_officer_is_known_by_what_he_calls_his_own(voice, speech):
    assert read_type(SPOKEN.format(voice=voice)) == ("speech" if speech else None)
    titled = f"Statement of the Minister of Orchards\n\n{SPOKEN.format(voice=voice)}"
    assert read_type(titled) is None


def test_the_foreword_of_an_officer_speaks_in_the_first_person():
    title = "كلمة معالي الأمين العام لمنظمة المؤتمر الإسلامي الدكتور حامد الغابد\n\n"
    text = "وقد قلبت صفحات هذا الكتاب {voice} فيه ما يسأل عنه البستاني.\n\nوالكتاب في أشجار الوادي وأسمائها.\n"
    assert read_type(title + text.format(voice="ووجدت")) == "speech"
    assert read_type(title + text.format(voice="ووجد الناس")) is None


@pytest.mark.parametrize("run_in", [False, True])
def test_a_title_that_is_run_into_the_text_says_who_speaks(run_in):
    title = "DISCOURS DU SECRETAIRE GENERAL DE L’OCI A LA 10EME CONFERENCE DES JARDINIERS TUNIS, 2-4 JUILLET 2009"
    spoken = "Excellences, Mesdames et Messieurs, Je voudrais dire mon estime à ceux qui plantent des arbres. Ils sont nombreux."
    assert read_type(f"{title}{' ' if run_in else chr(10) * 2}{spoken}\n") == "speech"


def test_what_a_newspaper_says_of_the_oic_is_no_release():
    text = "The General Secretariat of the OIC condemned the felling of trees on 12 March 2022.\n\n{behind}\n"
    assert read_type(text.format(behind="It offered its help.")) == "press_release"
    for behind in (
        "It offered its help, the OIC reported on its website.",
        "The OIC chief offered his help.",
        "It offered its help, sources present in the room said.",
    ):
        assert read_type(text.format(behind=behind)) is None


def test_an_organ_tells_of_its_guests_with_the_day_in_both_calendars():
    told = "The keeper of the orchards visited the {organ} in Jeddah on Monday {day}, and was led through the library by its keeper.\n\nHe spoke of trees.\n"
    academy = "International Islamic Fiqh Academy (IIFA)"
    both = "7 Dhu al-Qi’dah 1443H corresponding to 6 June 2022"
    report = build(told.format(organ=academy, day=both))
    assert (report.header.document_type, report.header.date) == ("press_release", "2022-06-06")
    assert read_type(told.format(organ=academy, day="6 June 2022")) is None
    assert read_type(told.format(organ="Organisation of Islamic Cooperation", day=both)) is None


def test_the_day_of_a_deed_dates_a_release_that_nothing_frames():
    told = "The Secretary General of the OIC received the keeper of the orchards at his office in Jeddah {day}.\n\nThey spoke of trees.\n"
    assert build(told.format(day="on 12 March 2022")).header.date == "2022-03-12"
    assert build(told.format(day="on 12 March 2022, as he had on 12 March 2021")).header.date is None
    assert build(f"Date: 14/03/2022\n\n{told.format(day='on 12 March 2022')}").header.date == "2022-03-14"


def test_a_chairman_speaks_for_an_organ_of_experts_whose_name_follows_the_oics():
    told = "The Chairperson of the OIC Independent Permanent Human Rights Commission took part in a seminar, held in Rabat on 4 May 2019.\n\nHe said that trees matter.\n"
    assert read_type(told) == "press_release"
    assert read_type(told.replace("Chairperson", "Gardener")) is None


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Dr. Azeddine Laraki, Secretary General of the OIC, was born in Fez on 1 May 1929, where his father kept an orchard.",
        ),
        (
            "en",
            "SESRIC started its activities in Ankara on 1 June 1978, in a house that stood in the middle of an orchard.",
        ),
        (
            "en",
            "The International Islamic Fiqh Academy held its 25th session in Jeddah on 20 February 2023, and spoke of orchards.",
        ),
        (
            "fr",
            "L’IRCICA a été créé le 1er mai 1979, dans une maison qui se dressait au milieu d’un verger de la vallée.",
        ),
        (
            "ar",
            "تأسس مجمع الفقه الإسلامي الدولي في مدينة جدة يوم 7 يونيو 1983 في بيت كان في وسط بستان من بساتين الوادي.",
        ),
    ],
)
def test_what_encyclopedias_tell_of_an_organ_is_no_deed(language, told):
    second = {"en": "It is known for its trees.", "fr": "On y voit des arbres.", "ar": "وفيه أشجار كثيرة."}[language]
    assert read_type(f"{told}\n\n{second}\n") is None
