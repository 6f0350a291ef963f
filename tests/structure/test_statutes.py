"""Charters, statutes and conventions of the OIC: texts in articles, by their title; those of others stay refused."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.resources import load_pattern
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


OPENED = {
    "en": (
        "OIC Covenant on the Rights of Gardeners",
        (
            "Adopted and opened for signature, ratification and accession by the Fortieth Islamic Conference of Foreign Ministers "
            "held in Niamey, Niger, from 3 to 5 May 2031"
        ),
    ),
    "fr": (
        "Pacte de l’OCI sur les droits des jardiniers",
        (
            "Adopté et ouvert à la signature et à la ratification par la quarantième Conférence islamique des Ministres des "
            "Affaires étrangères, tenue à Niamey, Niger, du 3 au 5 mai 2031"
        ),
    ),
    "ar": (
        "عهد حقوق البستاني في منظمة التعاون الإسلامي",
        (
            "اعتمد وفتح باب التوقيع والتصديق عليه من قبل المؤتمر الإسلامي الأربعين لوزراء الخارجية المنعقد في نيامي، النيجر، خلال "
            "الفترة من 3 إلى 5 مايو 2031"
        ),
    ),
}


@pytest.mark.parametrize("language", OPENED)
def test_who_adopted_a_convention_and_opened_it_for_signature_gives_its_meeting(language):
    title, opened = OPENED[language]
    report = build(f"{title}\n{opened}", *ARTICLES[language])
    assert [block.role for block in report.blocks[:2]] == ["title", "header"]
    header = report.header
    assert (header.title, header.document_type, header.status) == (title, "convention", "adopted")
    assert (header.body_id, header.session, header.city) == ("cfm", 40, "Niamey")
    assert (header.date, header.date_end) == ("2031-05-03", "2031-05-05")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Adopted children and the gardens in which they play"),
        ("fr", "Adoptés et élevés dans les jardins des États membres"),
        ("ar", "اعتمد البستانيون على ماء النهر من قديم"),
    ],
)
def test_a_line_that_says_of_nobody_that_he_adopted_a_text_goes_on_with_the_title(language, line):
    assert load_pattern("adopted_line", language).match(line) is None


def test_a_title_that_a_page_prints_above_the_wrapped_one_counts_once():
    report = build(
        "Charter of the Organization of Islamic Cooperation",
        "Charter of the\nOrganisation of Islamic Cooperation",
        *ARTICLES["en"],
    )
    assert [(block.role, block.subrole) for block in report.blocks[:2]] == [
        ("title", "title"),
        ("title", "title_repeat"),
    ]
    assert report.header.title == "Charter of the Organization of Islamic Cooperation"
