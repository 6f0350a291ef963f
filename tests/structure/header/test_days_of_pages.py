"""Days that a page prints with a label: several are a meeting's, one on a page of an organ is the day of its release."""

from __future__ import annotations

import pytest

from oic_reports.own_sites import prints_month_first
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.report import build_reports

TOLD = {
    "en": "The Committee of the Organisation of Islamic Cooperation heard its experts on the drying of figs and thanked its hosts.",
    "fr": "Le Comité de l'Organisation de la coopération islamique a entendu ses experts sur le séchage des figues et remercié ses hôtes.",
    "ar": "استمعت اللجنة التابعة لمنظمة التعاون الإسلامي إلى خبرائها في تجفيف التين وشكرت مضيفيها.",
}  # fmt: skip
TITLES = {
    "en": "Report of the Third Session of the Islamic Conference of Health Ministers",
    "fr": "Rapport de la troisième session de la Conférence islamique des ministres de la Santé",
    "ar": "تقرير الدورة الثالثة للمؤتمر الإسلامي لوزراء الصحة",
}
DAYS = [
    ("en", "Date: 10-12 May 2031", ("2031-05-10", "2031-05-12")),
    ("en", "Dates : from 30 April to 2 May 2031", ("2031-04-30", "2031-05-02")),
    ("en", "Date: 10 and 11 May 2031 Venue: Rabat, Morocco", ("2031-05-10", "2031-05-11")),
    ("fr", "Date : du 10 au 12 mai 2031", ("2031-05-10", "2031-05-12")),
    ("fr", "Date: 10-12 mai 2031", ("2031-05-10", "2031-05-12")),
    ("ar", "التاريخ : 29 أبريل - 01 مايو 2031", ("2031-04-29", "2031-05-01")),
    ("ar", "التاريخ: من 10 إلى 12 مايو 2031", ("2031-05-10", "2031-05-12")),
]
POSTED = [
    ("en", "Date: 10 May 2031"),
    ("en", "Date: 10/05/2031"),
    ("en", "Date: 10 May 2031 - 12 comments"),
    ("en", "Date: 10 May - 12 comments 2031"),
    ("fr", "Date : 10 mai 2031 à 14h30"),
    ("ar", "التاريخ: 10 مايو 2031"),
]


def read(*paragraphs, address="https://example.com/1"):
    return build_reports(read_bytes("\n\n".join(paragraphs).encode(), "p.txt"), [address])[0]


@pytest.mark.parametrize(("language", "line", "days"), DAYS)
def test_labelled_days_are_those_of_the_meeting(language, line, days):
    said = [f"{number}. {TOLD[language]}" for number in (1, 2, 3)]
    report = read(TITLES[language], line, *said)
    assert (report.header.date, report.header.date_end) == days
    assert any((block.role, block.subrole, block.text) == ("header", "place_date", line) for block in report.blocks)


@pytest.mark.parametrize(("language", "line"), POSTED)
def test_a_labelled_day_of_a_site_is_none_of_a_meeting(language, line):
    said = [f"{number}. {TOLD[language]}" for number in (1, 2, 3)]
    assert read(TITLES[language], line, *said).header.date is None


RELEASES = {
    "en": "The Independent Permanent Human Rights Commission (IPHRC) of the OIC today handed its library to the town's readers.",
    "fr": "La Commission permanente et indépendante des droits de l'homme (CPIDH) de l'OCI a remis aujourd'hui ses livres aux lecteurs.",
    "ar": "أعربت الهيئة الدائمة المستقلة لحقوق الإنسان التابعة لمنظمة التعاون الإسلامي اليوم عن أسفها لإغلاق المكتبة.",
}  # fmt: skip
SESSIONS = {
    "en": "The Independent Permanent Human Rights Commission (IPHRC) of the OIC concluded its regular session this week.",
    "fr": "La Commission permanente et indépendante des droits de l'homme (CPIDH) de l'OCI a conclu sa session ordinaire.",
    "ar": "اختتمت الهيئة الدائمة المستقلة لحقوق الإنسان التابعة لمنظمة التعاون الإسلامي دورتها العادية بحضور أعضائها وعدد من ضيوفها، وشكرت من أعان على عقدها من الدول.",
}
HEADLINES = {
    "en": "IPHRC Hands its Library to Readers",
    "fr": "La CPIDH remet ses livres aux lecteurs",
    "ar": "الهيئة الدائمة المستقلة لحقوق الإنسان تسلم كتبها",
}
COMMISSION = "https://oic-iphrc.org/en/press_details/?id=1"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("figures", "day"), [("3/18/2031", "2031-03-18"), ("3/4/2031", "2031-03-04")])
def test_the_commissions_site_prints_the_month_first(language, figures, day):
    label = "التاريخ:" if language == "ar" else "Date: "
    report = read(HEADLINES[language], f"{label}{figures}", RELEASES[language], RELEASES[language], address=COMMISSION)
    assert (report.header.date, report.header.date_raw) == (day, figures)
    told = read(HEADLINES[language], f"{label}{figures}", SESSIONS[language], RELEASES[language], address=COMMISSION)
    assert told.header.date is None


def test_only_the_commissions_site_is_known_to_print_the_month_first():
    assert prints_month_first("oic-iphrc.org")
    assert not prints_month_first("www.oic-oci.org")
    assert not prints_month_first("example.com")


PORTAL = (
    "Highlands + 1 more",
    "OIC Asks for Seeds for the Highlands",
    "Format",
    "News and Press Release",
    "Source",
    "OIC",
)
ASKED = "The Secretary General of the Organisation of Islamic Cooperation has asked the Member States for seeds."


def test_a_portals_labels_are_no_title_and_its_day_of_posting_no_date():
    labels = ("Posted", "7 May 2031", "Originally published", "6 May 2031", "View original")
    header = read(*PORTAL, *labels, ASKED, ASKED).header
    assert (header.document_type, header.title, header.date) == ("press_release", PORTAL[1], "2031-05-06")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the one hundred and twenty-fifth session"),
        ("fr", "la cent vingt-cinquième session"),
        ("ar", "الدورة الخامسة والعشرين بعد المئة للمجلس"),
        ("ar", "الدورة المائة والخمسون للمجلس"),
    ],
)
def test_the_end_of_an_ordinal_above_a_hundred_is_none(language, text):
    assert find_sessions(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "a hundred guests; the fifth session"), ("fr", "pour cent : la cinquième session"), ("ar", "الدورة الخامسة بعد المداولات")],
)  # fmt: skip
def test_other_hundreds_change_no_ordinal(language, text):
    assert [found.number for found in find_sessions(text, language)] == [5]
