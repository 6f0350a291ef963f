"""Statements of organs of the OIC: who speaks, who tells of it, and on which day it was issued."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import kind_of_front_line
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

SITE = "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World\n\n"
TEXT = "The General Secretariat of the Organisation of Islamic Cooperation condemned the closing of schools in the valley and called upon the authorities to open them.\n\nThe Secretary General offered his help to the teachers.\n"
MESSAGE = "I extend my greetings to the peoples of the Member States on this day, on which we remember how much our villages and our cities owe to the orchards.\n\nI call on the Member States to plant orchards.\n"


def build(text):
    return build_reports(read_bytes(text.encode(), "x.txt"))[0].header


def test_the_day_above_a_statement_on_the_oics_own_page_is_its_day():
    header = build(f"{SITE}OIC condemns the closing of schools in the valley\n\nDate: 14/03/2016\n\n{TEXT}")
    assert (header.document_type, header.date, header.date_source) == ("press_release", "2016-03-14", "header")
    assert header.title == "OIC condemns the closing of schools in the valley"


def test_the_day_below_the_word_for_a_release_is_its_day():
    header = build(f"OIC Press Release\n\n14 March 2001\n\nThe Secretariat on the schools of the valley\n\n{TEXT}")
    assert (header.document_type, header.date) == ("press_release", "2001-03-14")
    assert header.title == "The Secretariat on the schools of the valley"


def test_the_day_of_another_site_is_not_that_of_the_statement():
    assert build(f"Posted on 14 March 2016\n\nOIC condemns the closing of schools\n\n{TEXT}").date is None


def test_two_days_above_a_statement_are_none():
    assert build(f"{SITE}Date: 14/03/2016\n\nDate: 16/03/2016\n\nOIC condemns the closing\n\n{TEXT}").date is None


@pytest.mark.parametrize("label", ["Updated: 16/03/2016", "Posted 16 March 2016", "Last modified\n\n16/03/2016"])
def test_the_day_on_which_a_page_was_changed_is_none_beside_that_of_the_statement(label):
    page = f"{SITE}Date: 14/03/2016\n\n{label}\n\nOIC condemns the closing\n\n{TEXT}"
    assert build(page).date == "2016-03-14"


def test_a_message_of_the_secretary_general_is_a_statement():
    header = build(f"{SITE}Message of the Secretary General of the OIC on the occasion of Tree Day\n\n{MESSAGE}")
    assert header.document_type == "press_release"


@pytest.mark.parametrize(
    "text",
    [
        # before listeners, by an officer who is one no longer
        f"{SITE}Message of the former Secretary General of the OIC to the Conference\n\nMr. Chairman,\n\n{MESSAGE}",
        # of another organisation's Secretary General
        f"Message of the Secretary General of the United Nations on Tree Day\n\n{MESSAGE}",
        # told by an agency
        f"OIC condemns\n\nJEDDAH, 17 July 2022 (WAFA) - {TEXT}",
    ],
)
def test_a_speech_and_what_an_agency_tells_are_none(text):
    with pytest.raises(NoReportError):
        build(text)


def test_the_oics_own_agency_may_send_its_statement():
    assert build(f"OIC condemns\n\nJEDDAH, 17 July 2022 (UNA) - {TEXT}").document_type == "press_release"


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("OIC General Secretariat condemns bombing of a market in Mogadishu", "en", "title"),
        ("Islamabad hosts the ministers of health", "en", "title"),
        ("جدة تستضيف اجتماع الوزراء", "ar", "title"),
        ("OIC General Secretariat, Jeddah", "en", "place_date"),
        ("Islamabad, 5 May 2010", "en", "place_date"),
    ],
)
def test_a_headline_is_no_place_line(line, language, kind):
    assert kind_of_front_line(line, language) == kind


def test_a_statement_that_tells_of_a_meeting_has_not_the_day_of_the_page():
    told = TEXT.replace(
        "The General",
        "The Fourth Ministerial Conference on the Role of Women was opened today in Jakarta by the General",
        1,
    )
    header = build(f"{SITE}Opening in Jakarta\n\nDate: 14/03/2016\n\n{told}")
    assert (header.body_id, header.date) == ("mc-women", None)


def test_the_menu_of_the_oics_own_site_stands_for_its_motto():
    menu = "Home\n\nAbout the OIC\n\nMember States\n\nOrgans\n\nNews\n\n"
    text = "The Sixth Islamic Conference of Health Ministers of the Organisation of Islamic Cooperation opened today in Jeddah, which hosts it on 6-7 December 2017.\n\nThe Minister of Health spoke of vaccines.\n"
    page = "<html><body><ul>{}</ul><p>{}</p></body></html>"
    entries = "".join(f"<li><a>{entry}</a></li>" for entry in menu.split("\n") if entry)
    paragraphs = "</p><p>".join(text.strip().split("\n\n"))
    header = build_reports(read_bytes(page.format(entries, paragraphs).encode(), "x.html"))[0].header
    assert (header.document_type, header.body_id) == ("press_release", "mc-health")
    with pytest.raises(NoReportError):
        build_reports(read_bytes(page.format("<li>Shop</li>", paragraphs).encode(), "x.html"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Home > Press releases",
            "The OIC Independent Permanent Human Rights Commission (IPHRC) concluded its third regular session in Jakarta on 9 May 2014.\n\nThe Commission spoke of orchards and of schools.\n\nThe Commission recommended that schools plant trees.",
        ),
        (
            "Accueil > Communiqués de presse",
            "La Commission indépendante permanente des droits de l’homme (CIPDH) de l’OCI a achevé sa troisième session à Djakarta le 9 mai 2014.\n\nLa Commission s’est penchée sur les vergers et les écoles.\n\nLa Commission a recommandé de planter des arbres.",
        ),
        (
            "الرئيسية > بيانات صحفية",
            "اختتمت الهيئة الدائمة المستقلة لحقوق الإنسان لمنظمة التعاون الإسلامي دورتها الثالثة في جاكرتا يوم 9 مايو 2014.\n\nونظرت الهيئة في أحوال البساتين والمدارس.\n\nوأوصت الهيئة بغرس الأشجار.",
        ),
    ],
    ids=["en", "fr", "ar"],
)
def test_a_press_release_may_begin_with_the_end_of_a_session(line, told):
    header = build(f"{line}\n\n{told}\n")
    assert (header.document_type, header.body_id) == ("press_release", "iphrc")
    assert (header.session, header.city, header.date) == (3, "Jakarta", "2014-05-09")


def test_the_end_of_a_session_alone_makes_no_press_release():
    told = "The Human Rights Commission of Ruritania concluded its third session in Jakarta on 9 May 2014.\n\nIt spoke of orchards.\n"
    with pytest.raises(NoReportError):
        build(f"Home > Press releases\n\n{told}")
    ours = told.replace(
        "The Human Rights Commission of Ruritania", "The OIC Independent Permanent Human Rights Commission"
    )
    with pytest.raises(NoReportError):
        build(f"Home > Regions > Asia\n\n{ours}")


def test_a_label_before_the_day_does_not_make_a_page_the_oics_own():
    assert build(f"Orchard Weekly\n\nDate: 14/03/2001\n\n{TEXT}").date is None


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General of the United Nations welcomed the final communiqué of the Islamic Summit of the OIC and called for talks.\n\nHe thanked the host.\n",
        "The UN Secretary-General condemned the felling of trees and praised what the Organisation of Islamic Cooperation said of it.\n\nHe thanked the host.\n",
        "The Secretary General condemned the felling of trees in the valley, which many families had asked him to do for years.\n\nHe thanked the club.\n",
        "The Ambassador met the Secretary General of the Organisation of Islamic Cooperation in his office and gave him a letter.\n\nThe Secretary General praised the Ambassador.\n",
    ],
)
def test_the_secretary_general_of_others_and_one_whom_nobody_names_state_nothing_of_ours(text):
    with pytest.raises(NoReportError):
        build(f"A story of trees\n\n{text}")


def test_a_message_of_the_united_nations_on_the_oics_own_page_is_not_the_oics():
    with pytest.raises(NoReportError):
        build(f"{SITE}Message of the United Nations Secretary-General on Tree Day\n\n{MESSAGE}")


def test_the_dateline_of_a_release_goes_before_the_day_of_its_page():
    told = "Jeddah, 12 March 2019: The General Secretariat of the Organisation of Islamic Cooperation condemned the closing of schools in the valley.\n\nIt offered its help.\n"
    header = build(f"{SITE}OIC condemns the closing of schools\n\nDate: 14/03/2019\n\n{told}")
    assert (header.date, header.date_source, header.date_seq) == ("2019-03-12", "first_sentence", 5)
    assert header.date_evidence.startswith("Jeddah, 12 March 2019")
    # what the text itself begins with is its own on any page; below an agency's it is refused
    assert build(f"OIC condemns the closing of schools\n\n{told}").date == "2019-03-12"


def test_the_day_stands_first_on_pages_with_the_oics_motto():
    header = build(f"{SITE}OIC condemns the closing of schools in the valley\n\nDate: 04/03/2016\n\n{TEXT}")
    assert header.date == "2016-03-04"
    release = build(f"OIC Press Release\n\nDate: 04/03/2016\n\nThe Secretariat on the schools of the valley\n\n{TEXT}")
    assert release.date is None


def test_a_labelled_day_alone_stands_above_the_oics_own_releases():
    told = "The Ministers of Foreign Affairs of the Organisation of Islamic Cooperation held today, 22 September 2006, their annual coordination meeting in New York.\n\nThe Ministers thanked the host.\n"
    assert build(f"Date: 22/09/2006\n\n{told}").document_type == "press_release"
    for above in (
        "Organisation of Islamic Cooperation",
        "English   Français   العربية\n\nOrganisation of Islamic Cooperation",
    ):
        assert build(f"{above}\n\nDate: 22/09/2006\n\n{told}").document_type == "press_release"
    for other in (
        f"Orchard Weekly\n\nDate: 22/09/2006\n\n{told}",
        f"Organisation of Islamic Cooperation\nOrchard Weekly\n\nDate: 22/09/2006\n\n{told}",
        f"Date: 22/09/2006\n\n{told} A diplomat told reporters so.\n",
    ):
        with pytest.raises(NoReportError):
            build(other)


UNDER_DAY = {
    "fr": (
        "Date: 22/01/2019\n\nLe Comité ad hoc de l'Organisation de la Coopération islamique (OCI) sur les vergers s'est réuni ce "
        "mardi à Djeddah. La prochaine session, qui se tiendra à Banjul, sera consacrée aux jardins, a-t-il été dit.\n\n"
        "Le président du Comité a remercié les jardiniers. Il faut des arbres, a-t-il ajouté.\n"
    ),
    "en": (
        "Date: 22/01/2019\n\nThe ad hoc Committee of the Organisation of Islamic Cooperation (OIC) on orchards met in Jeddah on "
        "Tuesday. The next session will be held in Banjul.\n\nTrees are wanted, he said.\n"
    ),
    "ar": (
        "التاريخ: 22/01/2019\n\nعقدت اللجنة الخاصة لمنظمة التعاون الإسلامي المعنية بالبساتين اجتماعا في جدة مساء اليوم. وستعقد الدورة "
        "المقبلة في بانجول.\n\nوقال وزير الزراعة إن الأشجار مطلوبة.\n"
    ),
}


@pytest.mark.parametrize("language", UNDER_DAY)
def test_a_release_quotes_who_spoke_and_names_the_weekday(language):
    header = build(UNDER_DAY[language])
    assert (header.document_type, header.date) == ("press_release", "2019-01-22")


@pytest.mark.parametrize(
    ("language", "more"),
    [
        ("fr", "Les travaux ont bien avancé, selon une source proche du dossier.\n"),
        ("fr", "Par notre correspondant à Djeddah.\n"),
        ("en", "Talks went well, sources said.\n"),
        ("ar", "وقال متحدث باسم الوزارة إن الأشجار قليلة.\n"),
    ],
)
def test_what_a_reporter_tells_under_a_day_is_news(language, more):
    with pytest.raises(NoReportError):
        build(f"{UNDER_DAY[language]}\n{more}")


def test_a_short_sentence_in_which_the_oic_states_something_begins_the_text():
    told = "The OIC welcomed the planting of trees in the valley.\n\nIt thanked the gardeners.\n"
    header = build(f"{SITE}Date: 14/03/2016\n\n{told}")
    assert (header.document_type, header.title) == ("press_release", None)


def test_a_full_stop_may_end_a_dateline_with_a_day():
    told = "Jeddah, 12 March 2019. The Independent Permanent Human Rights Commission of the OIC condemned the closing of schools in the valley and of all the roads that lead to them.\n\nIt offered its help.\n"
    header = build(f"Home > Press releases\n\nThe Commission on the schools\n\n{told}")
    assert header.document_type == "press_release"
    header = build(
        f"{SITE}OIC on the schools\n\n{told.replace('Independent Permanent Human Rights Commission', 'General Secretariat')}"
    )
    assert header.date == "2019-03-12"
    # no day: a sentence of one word
    undated = told.replace("Jeddah, 12 March 2019.", "Jeddah.")
    assert build(f"{SITE}OIC on the schools\n\n{undated}").date is None


@pytest.mark.parametrize(
    "told",
    [
        "date 2021-12 Le Secrétaire général de l'Organisation de coopération islamique (OCI), Hissein Taha, a condamné l'incendie des vergers.",
        "Hissein Taha, Secrétaire général de l'OCI, a vivement condamné l'incendie des vergers de la vallée.",
        "date 2021-12-07 Hissein Taha, Secretary General of the OIC, condemned the burning of the orchards of the valley.",
    ],
)
def test_who_states_may_be_named_first_and_the_day_of_a_copy_before_him(told):
    report = build_reports(read_bytes(f"{told}\n\nIl offre son aide aux jardiniers de la vallée.\n".encode(), "x.txt"))[
        0
    ]
    assert report.header.document_type == "press_release"
    body = [block for block in report.blocks if block.role == "operative"]
    assert not body[0].text.startswith("date")
    assert report.header.date is None


def test_the_listing_of_an_event_is_no_report():
    text = "The Council of Foreign Ministers of the OIC met in Jeddah on 22 May 2008.\n\nThe Council noted the report.\n\nIt thanked the gardeners.\n"
    assert build(f"The Council on orchards\n\n{text}").date == "2008-05-22"
    with pytest.raises(NoReportError):
        build(f"The Council on orchards\n\nDate: 22 May 2008\n\nVenue: Jeddah\n\n{text}")


def test_the_way_to_a_page_is_no_title():
    title = "L’OCI condamne l’incendie des vergers de la vallée"
    text = "L’OCI a condamné l’incendie des vergers de la vallée.\n\nElle a offert son aide aux jardiniers.\n"
    assert build(f"AccueilActualitéMonde{title}\n\n{title}\n\n{text}").title == title
