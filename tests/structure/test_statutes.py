"""Charters, statutes and conventions of the OIC: texts in articles, by their title; those of others stay refused."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

ARTICLES = {
    "en": ("Article 1", "The House of Maps shall be in Jeddah.", "Article 2", "1. Its doors are open to all."),
    "fr": (
        "ARTICLE I",
        "La Maison des cartes a son siège à Djeddah.",
        "ARTICLE II",
        "1- Ses portes sont ouvertes à tous.",
    ),
    "ar": ("المادة الأولى", "يكون مقر دار الخرائط في جدة.", "المادة الثانية", "1 - أبوابها مفتوحة للجميع."),
}
OURS = [
    ("en", "CHARTER OF THE ORGANISATION OF ISLAMIC COOPERATION", "statute"),
    ("en", "Rules of Procedure of the OIC Meetings on Maps", "statute"),
    ("en", "OIC Convention on the Keeping of Maps", "convention"),
    ("en", "Framework Agreement on Maps among the Member States of the OIC", "convention"),
    ("fr", "STATUTS DE L’ACADÉMIE INTERNATIONALE DU FIQH ISLAMIQUE", "statute"),
    ("fr", "Accord-cadre sur les cartes entre les États membres de l’OCI", "convention"),
    ("ar", "ميثاق منظمة التعاون الإسلامي", "statute"),
    ("ar", "معاهدة منظمة المؤتمر الإسلامي لحفظ الخرائط", "convention"),
    ("ar", "اتفاقية حفظ الخرائط بين الدول الأعضاء في منظمة التعاون الإسلامي", "convention"),
]
OTHERS = [
    ("en", "Charter of the League of Arab States"),
    ("en", "Law on the Keeping of Maps"),
    ("en", "Agreement between the Republic of Mali and the Republic of Niger"),
    ("fr", "Statuts de l’Union africaine"),
    ("fr", "Loi n° 12 portant ratification de la Charte de l’OCI"),
    ("ar", "ميثاق جامعة الدول العربية"),
    ("ar", "قانون حفظ الخرائط"),
]


def build(*paragraphs):
    return build_reports(read_bytes("\n\n".join(paragraphs).encode(), "p.txt"))[0]


@pytest.mark.parametrize(("language", "title", "document_type"), OURS)
def test_a_text_in_articles_is_of_the_organisation_whose_its_title_says_it_is(language, title, document_type):
    report = build(title, *ARTICLES[language])
    assert (report.header.document_type, report.header.title) == (document_type, title)
    assert report.header.document_type_source == "title"
    roles = [block.role for block in report.blocks]
    assert roles == ["title", "heading", "operative", "heading", "operative"]


@pytest.mark.parametrize(("language", "title"), OTHERS)
def test_a_law_of_a_state_and_the_charter_of_another_organisation_are_refused(language, title):
    with pytest.raises(NoReportError):
        build(title, *ARTICLES[language])


BROKEN_OFF = [
    (
        "en",
        "Charter of the Organisation of Islamic Cooperation",
        ("We, the Member States of the Organisation of Islamic Cooperation;", "Guided by the wells of our fathers;", "Recalling the roads that they built;"),
    ),
    (
        "fr",
        "Charte de l’Organisation de la coopération islamique",
        ("Nous, les États membres de l’Organisation de la coopération islamique ;", "Guidés par les puits de nos pères ;", "Rappelant les routes qu’ils ont tracées ;"),
    ),
    (
        "fr",
        "CHARTE DE L'OCI (2008)",
        ("Nous, Etats membres de l'Organisation de la coopération islamique ;", "Guidés par les puits de nos pères ;", "Rappelant les routes qu’ils ont tracées ;"),
    ),
    (
        "ar",
        "ميثاق منظمة التعاون الإسلامي",
        ("نحن الدول الأعضاء في منظمة التعاون الإسلامي؛", "إذ نستلهم آبار آبائنا؛", "وإذ نستذكر الطرق التي شقوها؛"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "lines"), BROKEN_OFF, ids=("en", "fr", "fr without article", "ar"))
def test_a_charter_may_break_off_before_its_articles(language, title, lines):
    page = "\n\n".join((title, *lines))
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"))
    assert (report.header.language, report.header.document_type) == (language, "statute")


def test_those_who_speak_may_go_on_with_the_first_participle_of_a_charter():
    states = "إن ممثلي جمهورية مالي والمملكة المغربية، المجتمعين في جدة، {}يشيرون إلى ما حفروه من آبار في القرى."
    title = BROKEN_OFF[-1][1]
    assert build(title, states.format("إذ ")).header.document_type == "statute"
    with pytest.raises(NoReportError):
        build(title, states.format(""))


def test_the_title_that_a_page_has_of_another_document_gives_a_charter_no_type():
    language, title, lines = BROKEN_OFF[-1]
    above = 'البيان الختامي لمؤتمر القمة الإسلامي العاشر\n\nالمصدر: "منظمة المؤتمر الإسلامي، جدة"'
    page = "\n\n".join((above, title, *lines))
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"))
    assert (report.header.language, report.header.document_type) == (language, "statute")


@pytest.mark.parametrize(
    "lines",
    [
        # a sentence of a story, one participle, and no States
        ("The Member States signed the charter in Niamey.", "Guided by a porter, they left.", "Recalling the heat, they drank."),
        ("We, the Member States of the Organisation of Islamic Cooperation;", "Guided by the wells of our fathers;"),
        ("We, the ministers of the OIC;", "Guided by the wells of our fathers;", "Recalling the roads that they built;"),
    ],
)  # fmt: skip
def test_a_charter_without_articles_has_a_preamble(lines):
    page = "\n\n".join((BROKEN_OFF[0][1], *lines))
    try:
        document_type = build_reports(read_bytes(page.encode(), "page.txt"))[0].header.document_type
    except NoReportError:
        document_type = None
    assert document_type != "statute"


def test_who_tells_of_the_charter_prints_no_articles():
    with pytest.raises(NoReportError):
        build(
            "Charter of the Organisation of Islamic Cooperation",
            "The charter was drawn up in Jeddah by jurists who had little time, and was typed by one clerk.",
            "Article 1",
            "It begins with the goals of the Organisation, which scholars have read in many ways since.",
        )


@pytest.mark.parametrize(
    "around",
    [
        "This Charter was published in the Official Gazette of the Republic.",
        "The treaty will be read again, he said, adding that maps get old.",
    ],
)
def test_a_gazette_and_a_newspaper_print_charters_as_their_own(around):
    with pytest.raises(NoReportError):
        build("Charter of the Organisation of Islamic Cooperation", *ARTICLES["en"], around)


def test_a_charter_stands_below_the_names_of_a_forum_in_whatever_it_is_printed():
    report = build("Forum of the Faculty", "Treaties and Charters", OURS[0][1], *ARTICLES["en"])
    assert [(block.role, block.text) for block in report.blocks][1] == ("title", OURS[0][1])


def test_what_an_article_is_about_stands_below_its_number_in_one_heading():
    seat, seat_text, doors, doors_text = ARTICLES["fr"]
    report = build(OURS[4][1], f"{seat}\nDu siège", seat_text, f"{doors}\nDes portes", doors_text)
    headings = [block.text for block in report.blocks if block.role == "heading"]
    assert headings == [f"{seat}\nDu siège", f"{doors}\nDes portes"]


def test_a_resolution_that_adopts_a_statute_is_a_resolution():
    report = build(
        "Resolution No. 3/5-C on the Statute of the House of Maps",
        "The Islamic Conference of Foreign Ministers, meeting in Dakar on 3 May 2031,",
        "Recalling the Charter of the OIC;",
        "1. Adopts the Statute of the House of Maps.",
        "2. Thanks those who wrote it.",
        "Statute of the OIC House of Maps",
        *ARTICLES["en"],
    )
    assert report.header.document_type == "resolution"
