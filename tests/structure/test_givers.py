"""Texts in articles whose titles do not name the OIC: who adopted, founded or numbered them says whose they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judged import block

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.title import read_title
from oic_reports.structure.report import NoReportError, build_reports

ARTICLES = {
    "en": ("Article 1", "The School of Wells shall be in Agadir.", "Article 2", "Its gates are open to all."),
    "fr": ("Article 1", "L'École des puits a son siège à Agadir.", "Article 2", "Ses portes sont ouvertes à tous."),
    "ar": (
        "المادة 1",
        "يكون مقر مدرسة الآبار في أغادير.",
        "المادة 2",
        "أبوابها مفتوحة للجميع.",
        "المادة 3",
        "تنشر المدرسة كتبها.",
    ),
}
TITLES = {
    "en": "Statute of the School of Wells",
    "fr": "Statut de l'École des puits",
    "ar": "النظام الأساسي لمدرسة الآبار",
}
ADOPTED = [
    ("en", "Approved at the 33rd Session of the Council of Foreign Ministers", 33),
    ("en", "Adopted and opened for signature by the 33rd Islamic Conference of Foreign Ministers", 33),
    ("fr", "Approuvé lors de la 33ème session du Conseil des ministres des Affaires étrangères", 33),
    ("ar", "المعتمد في الدورة الثالثة والثلاثين لمجلس وزراء الخارجية", 33),
]
# who founds, in the first article of a statute
FOUNDED = [
    ("en", "There is hereby established a School of Wells, which shall be a subsidiary organ of the OIC."),
    ("en", "The School is an organ within the framework of the Organisation of Islamic Cooperation."),
    ("fr", "L'École, instituée à Agadir, est un organe subsidiaire de l'OCI."),
    ("ar", "تؤسس مدرسة الآبار لتكون جهازا متفرعا من أجهزة منظمة التعاون الإسلامي."),
]


def build(*paragraphs):
    return build_reports(read_bytes("\n\n".join(paragraphs).encode(), "p.txt"))[0]


@pytest.mark.parametrize(("language", "line", "session"), ADOPTED)
def test_who_adopted_a_statute_says_whose_it_is(language, line, session):
    header = build(TITLES[language], line, *ARTICLES[language]).header
    assert (header.language, header.document_type, header.title) == (language, "statute", TITLES[language])
    assert (header.body_id, header.session) == ("cfm", session)


@pytest.mark.parametrize(("language", "sentence"), FOUNDED)
def test_a_first_article_founds_an_organ_of_the_oic(language, sentence):
    first, _, *rest = ARTICLES[language]
    header = build(TITLES[language], first, sentence, *rest).header
    assert (header.document_type, header.title, header.body_id) == ("statute", TITLES[language], None)


def test_a_session_heads_the_cover_of_a_statute_with_its_place_and_days():
    report = build(
        "Thirty-third Session of the Council of Foreign Ministers",
        "Agadir, Kingdom of Morocco\n4-6 May 2031",
        TITLES["en"],
        *ARTICLES["en"],
    )
    header = report.header
    assert (header.document_type, header.body_id, header.session) == ("statute", "cfm", 33)
    assert (header.date, header.date_end, header.city) == ("2031-05-04", "2031-05-06", "Agadir")


@pytest.mark.parametrize(
    ("language", "session"),
    [
        ("en", "33rd Session of the\nCouncil of Foreign Ministers"),
        ("en", "The Thirty-third Session of the OIC\nCouncil of Foreign Ministers"),
        ("fr", "33ème session du Conseil\ndes ministres des Affaires étrangères\n(Session des puits)"),
    ],
)
def test_a_session_above_a_statute_is_none_of_its_title(language, session):
    place = {"en": "Agadir, Morocco\n4 May 2031", "fr": "Agadir, Maroc\n4 mai 2031"}[language]
    header = build(f"{session}\n{place}\n{TITLES[language]}", *ARTICLES[language]).header
    assert (header.title, header.session, header.city) == (TITLES[language], 33, "Agadir")


@pytest.mark.parametrize(
    "above", ["Amendments of the Council of Foreign Ministers to the", "Report of the Council of Foreign Ministers"]
)
def test_lines_that_a_statute_only_goes_on_with_stay_in_a_title(above):
    titled = [replace(block(f"{above}\n{TITLES['en']}", "title"), subrole="title")]
    assert read_title(titled, "en") == f"{above} {TITLES['en']}"


def test_a_day_alone_above_the_title_of_a_statute_is_the_pages():
    line = ADOPTED[0][1]
    assert build("Tuesday 6 May 2031", TITLES["en"], line, *ARTICLES["en"]).header.date is None


def test_the_symbol_of_a_statute_says_whose_it_is_and_its_title_what_it_is():
    header = build("OIC/CFM-33/2031/STAT", TITLES["en"], *ARTICLES["en"]).header
    assert (header.document_type, header.symbol, header.title) == ("statute", "OIC/CFM-33/2031/STAT", TITLES["en"])


@pytest.mark.parametrize("language", TITLES)
def test_a_statute_of_which_nothing_says_whose_it_is_stays_refused(language):
    with pytest.raises(NoReportError):
        build(TITLES[language], *ARTICLES[language])


STATES = "The Member States of the Organisation of Islamic Cooperation,"


def test_who_adopted_a_convention_is_none_of_its_title():
    title = "Agreement on the Lending of Buckets"
    report = build(f"{title}\nadopted at the 4th Islamic Conference of Health Ministers", STATES, "Have agreed as follows:", *ARTICLES["en"])  # fmt: skip
    header = report.header
    assert (header.document_type, header.title, header.body_id, header.session) == ("convention", title, "mc-health", 4)


@pytest.mark.parametrize(
    "cover",
    [
        "PROTOCOL ON THE LENDING OF BUCKETS ADOPTED BY THE 4TH ISLAMIC CONFERENCE OF HEALTH MINISTERS AGADIR, KINGDOM OF MOROCCO 4-6 MAY 2031",
        "4th Session of the Islamic Conference of Health Ministers Agadir, Kingdom of Morocco 4-6 May 2031 Protocol on the Lending of Buckets",
    ],
)  # fmt: skip
def test_the_cover_of_a_convention_in_one_line_is_parted(cover):
    header = build(cover, STATES, "Have agreed as follows:", *ARTICLES["en"]).header
    assert (header.document_type, header.body_id, header.session) == ("convention", "mc-health", 4)
    assert header.title is not None
    assert header.title.lower() == "protocol on the lending of buckets"
    assert (header.date, header.date_end, header.city) == ("2031-05-04", "2031-05-06", "Agadir")


OTHERS = [
    # a bank, and an institution that is affiliated only
    ("Statute of the Bank of the Two Rivers", "Adopted by the Board of Governors at its 3rd annual meeting", "The Bank is established as an independent institution."),
    ("Statute of the Guild of Well Diggers", "Adopted by the General Assembly of the Guild", "The Guild is established as an institution affiliated to the Organisation of Islamic Cooperation."),
    ("Charter of the Federation of Wells", "Adopted by its founding congress", "The Federation is an affiliated organ of the OIC."),
    # the United Nations and their agencies
    ("Convention on the Law of Wells", "Adopted by the General Assembly of the United Nations at its 4th session", "States Parties shall dig."),
    ("Convention on the Keeping of Wells", "Adopted by the General Conference of UNESCO at its 33rd session", "In this Convention a well is a hole."),
    # another organisation's council of ministers, with a bare name below its letterhead
    ("League of Arab States\n\nStatute of the School of Wells", "Adopted by the Council of Foreign Ministers at its 33rd session", "The School is in Agadir."),
    ("Statute of the School of Wells", "Adopted by the Council of Foreign Ministers of the League of Arab States", "The School is in Agadir."),
    ("Protocol on Wells", "Adopted by the Conference of Heads of State of the African Union", "In this Protocol a well is a hole."),
    # a state, and its law on what the OIC adopted
    ("Law No. 4 of 2031 on the ratification of the Statute of the School of Wells", "adopted by the 33rd Session of the Council of Foreign Ministers", "The Statute is ratified."),
    ("Statute of the National Office of Wells", "Approved by the Council of Ministers of the Republic", "The Office is established as an organ of the Ministry, in cooperation with the OIC."),
    # two states of the OIC
    ("Agreement on Wells between the Republic of Mali and the Republic of Niger", "Concluded in Bamako on 4 May 2031", "The two Parties shall dig."),
    # the OIC's name inside another one
    ("Statute of the School of Wells", "Adopted by its pupils", "The School is a subsidiary organ of the OIC Youth Forum."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "adopted", "first"), OTHERS)
def test_statutes_and_conventions_of_others_stay_refused(title, adopted, first):
    number, _, *rest = ARTICLES["en"]
    with pytest.raises(NoReportError):
        build(title, adopted, number, first, *rest)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The School, unlike the House of Rain which is a subsidiary organ of the OIC, is private."),
        ("en", "The School is a private body and no subsidiary organ of the OIC."),
        ("en", "The Council of the School is an organ of the OIC Bank."),
        ("fr", "L'École est privée, à la différence de la Maison qui est un organe subsidiaire de l'OCI."),
        ("fr", "L'École n'est pas un organe subsidiaire de l'OCI."),
        ("ar", "لا تعد مدرسة الآبار جهازا متفرعا لمنظمة التعاون الإسلامي."),
    ],
)
def test_what_is_said_of_others_and_what_is_denied_founds_nothing(language, sentence):
    first, _, *rest = ARTICLES[language]
    with pytest.raises(NoReportError):
        build(TITLES[language], first, sentence, *rest)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "not yet adopted by the 33rd Session of the Council of Foreign Ministers of the OIC"),
        ("en", "to be approved at the 33rd Session of the Council of Foreign Ministers of the OIC"),
    ],
)
def test_a_statute_that_nobody_adopted_is_not_given(language, line):
    with pytest.raises(NoReportError):
        build(TITLES[language], line, *ARTICLES[language])
