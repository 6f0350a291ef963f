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


AGREED = {
    "en": (
        "Protocol on the Lending of Maps",
        "The Governments of the Member States of the Organisation of Islamic Cooperation (OIC), signatory to this Protocol,",
        "Mindful of the maps that were lost;",
        "Have agreed as follows:",
    ),
    "fr": (
        "Protocole sur le prêt des cartes",
        "Les Gouvernements des États membres de l’Organisation de la coopération islamique, parties au présent Protocole,",
        "Songeant aux cartes perdues ;",
        "Sont convenus de ce qui suit :",
    ),
    "ar": (
        "بروتوكول إعارة الخرائط",
        "إن حكومات الدول الأعضاء في منظمة التعاون الإسلامي الموقعة على هذا البروتوكول؛",
        "وحرصا على ما ضاع من الخرائط؛",
        "قد اتفقت على ما يلي:",
    ),
}


@pytest.mark.parametrize("language", AGREED)
def test_the_member_states_that_agree_say_whose_a_convention_is_where_its_title_does_not(language):
    title, *recitals = AGREED[language]
    header = build(title, *recitals).header
    assert (header.language, header.document_type, header.document_type_source) == (language, "convention", "title")
    assert (header.title, header.body_id, header.session, header.date, header.city) == (title, None, None, None, None)
    with pytest.raises(NoReportError):
        build(title, *recitals[1:], *ARTICLES[language])


@pytest.mark.parametrize("language", AGREED)
def test_without_a_title_they_call_it_by_its_type(language):
    _, *recitals = AGREED[language]
    header = build(*recitals).header
    assert (header.document_type, header.document_type_source, header.title) == ("convention", "first_sentence", None)
    assert header.document_type_evidence in recitals[0]


@pytest.mark.parametrize(
    ("language", "states"),
    [
        ("en", "The Governments of the Member States of the Islamic Conference, signatory to this Protocol,"),
        ("fr", "Les Gouvernements des États membres de la Conférence islamique, signataires du présent Protocole,"),
        ("ar", "إن حكومات الدول الأعضاء في المؤتمر الإسلامي، الموقعة على هذا البروتوكول؛"),
    ],
)
def test_the_name_of_the_oic_may_be_short_where_they_agree(language, states):
    title, _, recital, _ = AGREED[language]
    assert build(title, states, recital).header.title == title


@pytest.mark.parametrize(
    "opening",
    [
        # others who agree: of another organisation, of institutions, two governments of which each is a member
        "The Governments of the Member States of the League of Arab States, signatory to this Protocol,",
        "The Governments of the Member States of the OIC Youth Forum, signatory to this Protocol,",
        "The Governments of the Member States of the OIC Lamplighters’ Union, signatory to this Protocol,",
        "The Government of Ruritania and the Government of Strelsau, member states of the OIC, parties to this Protocol,",
        # together with the members of another one
        "The Member States of the OIC and the Member States of the Economic Cooperation Organization, parties to this Protocol,",
        # what is told of them, and what is quoted
        "The Member States of the OIC, parties to this Protocol, have lent few maps.",
        "The Member States of the OIC, parties to this Protocol or that, lend maps.",
        "The Member States of the OIC are parties to this Protocol, and have been for years.",
        "The Member States of the OIC, parties to this Protocol since 2031, seldom read it.",
        "“The Governments of the Member States of the OIC, signatory to this Protocol”: so it begins.",
    ],
)
def test_others_that_agree_and_what_is_told_of_those_who_do_are_none(opening):
    title, states, recital, _ = AGREED["en"]
    assert build(title, states, recital).header.document_type == "convention"
    # of what recitals follow on, a paper has none
    below = recital if "since" not in opening else "In this paper I ask why."
    with pytest.raises(NoReportError):
        build(title, opening, below)


@pytest.mark.parametrize(
    "law", ["Law No. 12 of 2031 on the Ratification of a Protocol", "Decree approving the Protocol on Maps"]
)
def test_a_law_that_ratifies_what_the_member_states_agreed_is_a_states(law):
    with pytest.raises(NoReportError) as caught:
        build(law, *AGREED["en"][1:])
    assert caught.value.reason == "other_organisation"
    with pytest.raises(NoReportError):
        build(law, *AGREED["en"])


@pytest.mark.parametrize(
    ("language", "law"),
    [
        ("en", "Law No. 12 of 2031"),
        ("fr", "Décret n° 31-12 du 4 mai 2031 portant publication d’un accord"),
        ("ar", "مرسوم رقم 12 لسنة 2031"),
        # an act with its year, a gazette, the words with which a law is published
        ("en", "Maps Act, 2031"),
        ("en", "STATUTORY INSTRUMENTS"),
        ("en", "The Ruritania Gazette"),
        ("fr", "JOURNAL OFFICIEL DE LA RURITANIE"),
        ("ar", "قرار رئيس جمهورية روريتانيا رقم 12"),
        ("ar", "الجريدة الرسمية لمملكة روريتانيا"),
    ],
)
def test_below_a_law_a_convention_is_a_part_of_it(language, law):
    title = {"en": OURS[3][1], "fr": OURS[5][1], "ar": OURS[8][1]}[language]
    assert build(title, *ARTICLES[language]).header.document_type == "convention"
    with pytest.raises(NoReportError):
        build(law, title, *ARTICLES[language])


def test_the_day_on_which_a_page_was_called_up_is_none_of_a_convention():
    title, *recitals = AGREED["en"]
    assert build("Thursday 29 October 2020", title, *recitals).header.date is None


def test_a_page_that_runs_title_and_preamble_into_one_line_is_parted():
    title, states, *recitals = AGREED["en"]
    report = build(
        " ".join(
            (
                title.upper(),
                "PREAMBLE",
                states,
                *recitals,
                "ARTICLE 1 For the purpose of this Protocol a map is a sheet.",
            )
        )
    )
    assert [(block.role, block.text) for block in report.blocks[:2]] == [
        ("title", title.upper()),
        ("heading", "PREAMBLE"),
    ]
    assert report.blocks[2].text.startswith(states[:-1])
    headed = " ".join(("General Secretariat of the House", title.upper(), "PREAMBLE", states, *recitals))
    assert build(headed, "1. Maps are lent.", "2. Maps are given back.").blocks[0].text == headed
    other = states.replace("Organisation of Islamic Cooperation (OIC)", "League of Arab States")
    with pytest.raises(NoReportError):
        build(" ".join((title.upper(), "PREAMBLE", other, *recitals)))


def test_what_a_viewer_says_of_its_page_stands_between_a_title_and_the_title():
    title, *recitals = AGREED["fr"]
    viewer = "Voyez la page ci-dessous"
    report = build(f"{title}\n→\n{viewer}\n{title}", *recitals)
    assert report.header.title == title
    assert [block.text for block in report.blocks if block.role == "title"] == [title]


def test_other_papers_that_a_host_lists_above_a_convention_are_the_hosts():
    title, *recitals = AGREED["en"]
    report = build(
        title, "Similar documents", "Agreement on Wells", "Rules of Other Guilds", "Transcription", title, *recitals
    )
    listed = [block.role for block in report.blocks if block.text in {"Agreement on Wells", "Rules of Other Guilds"}]
    assert listed == ["boilerplate", "boilerplate"]
    assert report.header.title == title


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The Convention on the Keeping of Maps is a treaty of 2031, which has two articles."),
        ("fr", "La Convention sur les cartes est un traité de 2031, qui compte deux articles."),
        ("ar", "تعريف: معاهدة حفظ الخرائط معاهدة وقعت عام 2031، ولها مادتان."),
    ],
)
def test_who_says_what_a_convention_is_lists_its_articles(language, told):
    title = {"en": OURS[2][1], "fr": OURS[5][1], "ar": OURS[7][1]}[language]
    assert build(title, *ARTICLES[language]).header.document_type == "convention"
    with pytest.raises(NoReportError):
        build(title, told, *ARTICLES[language])
    # below the number of an article it is the convention's own
    articles = ARTICLES[language]
    assert build(title, articles[0], told, *articles[2:]).header.document_type == "convention"


@pytest.mark.parametrize("contest", ["Strelsau Law Moot Court 2031", "All names in this case are fictitious."])
def test_a_convention_that_a_contest_made_up_is_none(contest):
    _, *recitals = AGREED["en"]
    assert build(*recitals, *ARTICLES["en"]).header.document_type == "convention"
    with pytest.raises(NoReportError):
        build(contest, *recitals, *ARTICLES["en"])


def test_a_president_decides_on_a_convention_whose_states_agree_in_other_words():
    title = "معاهدة منظمة المؤتمر الإسلامي لحفظ الخرائط"
    states = (
        "إن الدول الأعضاء في منظمة المؤتمر الإسلامي،",
        "عملا بما ورثته من الخرائط،",
        "قد اتفقت على إبرام هذه المعاهدة:",
    )
    assert build(title, *states, *ARTICLES["ar"]).header.document_type == "convention"
    with pytest.raises(NoReportError) as caught:
        build(
            "قرار رئيس جمهورية روريتانيا رقم 12 لسنة 2031",
            "بشأن معاهدة منظمة المؤتمر الإسلامي",
            title,
            *states,
            *ARTICLES["ar"],
        )
    assert caught.value.reason == "other_organisation"
