"""Lines around releases: datelines, numbers, captions, notes of a press office, places and days at the end."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

STATED = {
    "en": "The General Secretariat of the Organisation of Islamic Cooperation (OIC) condemned the closing of the schools in the valley.",
    "fr": "Le Secrétariat général de l’Organisation de la Coopération islamique (OCI) a condamné la fermeture des écoles de la vallée.",
    "ar": "أدانت الأمانة العامة لمنظمة التعاون الإسلامي بأشد العبارات إغلاق المدارس في الوادي وقطع الطرق المؤدية إليها.",
}
MORE = {
    "en": "The Secretary General offered the help of the Organisation to the teachers and to their families.",
    "fr": "Le Secrétaire général a offert l’aide de l’Organisation aux enseignants et à leurs familles.",
    "ar": "وعرض الأمين العام مساعدة المنظمة على المعلمين وعلى أسرهم في جميع القرى.",
}
HEADLINE = {
    "en": "OIC Condemns the Closing of Schools in the Valley",
    "fr": "L’OCI condamne la fermeture des écoles de la vallée",
    "ar": "منظمة التعاون الإسلامي تدين إغلاق المدارس في الوادي",
}
RELEASE = {"en": "Press Release", "fr": "Communiqué de presse", "ar": "بيان صحفي"}
LANGUAGES = ("en", "fr", "ar")


def build(*parts):
    return build_reports(read_bytes("\n\n".join(parts).encode(), "x.txt"))[0]


@pytest.mark.parametrize(
    ("language", "dateline", "date", "city"),
    [
        ("en", "Dakar, 4 May 2019 – ", "2019-05-04", "Dakar"),
        ("en", "Dakar: ", None, "Dakar"),
        ("en", "(Valleywire- OIC) Dakar, 4 May 2019: ", "2019-05-04", "Dakar"),
        ("fr", "Djeddah, le 4 mai 2019 – ", "2019-05-04", "Jeddah"),
        ("fr", "Djeddah – ", None, "Jeddah"),
        ("ar", "جدة، 4 مايو 2019: ", "2019-05-04", "Jeddah"),
        ("ar", "جدة - ", None, "Jeddah"),
    ],
)
def test_a_release_has_the_day_and_place_of_its_own_dateline(language, dateline, date, city):
    header = build(HEADLINE[language], dateline + STATED[language], MORE[language]).header
    assert (header.date, header.city) == (date, city)


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Jeddah, 4 May 2019"), ("fr", "Djeddah, le 4 mai 2019"), ("ar", "جدة، 4 مايو 2019")]
)
def test_place_and_day_may_stand_at_the_end_or_above(language, line):
    for parts in (
        (HEADLINE[language], STATED[language], MORE[language], line),
        (RELEASE[language], HEADLINE[language], line, STATED[language], MORE[language]),
    ):
        header = build(*parts).header
        assert (header.date, header.city) == ("2019-05-04", "Jeddah")


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "FOR IMMEDIATE RELEASE"),
        ("en", "Type: Press Release"),
        ("en", "The Secretary General at the meeting (Photo: OIC)"),
        ("fr", "Pour diffusion immédiate"),
        ("fr", "Le Secrétaire général pendant la réunion (Photo : OCI)"),
        ("ar", "للنشر الفوري"),
        ("ar", "الأمين العام خلال الاجتماع (تصوير: إدارة الإعلام)"),
    ],
)
def test_marks_and_captions_are_no_part_of_a_headline(language, mark):
    assert build(mark, HEADLINE[language], STATED[language], MORE[language]).header.title == HEADLINE[language]


@pytest.mark.parametrize(
    ("language", "number"), [("en", "No. 12/2019"), ("en", "PR/12/2019"), ("fr", "N° 12/2019"), ("ar", "رقم: 12/2019")]
)
def test_the_number_below_the_word_for_a_release_is_no_part_of_its_headline(language, number):
    report = build(RELEASE[language], number, HEADLINE[language], STATED[language], MORE[language])
    assert (report.header.title, report.header.document_type) == (HEADLINE[language], "press_release")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_may_stand_above_the_word_for_a_release(language):
    assert (
        build(HEADLINE[language], RELEASE[language], STATED[language], MORE[language]).header.title
        == HEADLINE[language]
    )


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", ("Notes to editors: The OIC is the second largest intergovernmental organisation.",)),
        (
            "en",
            (
                "About the OIC",
                "The OIC has 57 Member States; its headquarters are in Jeddah, and it was founded in 1969.",
            ),
        ),
        ("fr", ("Notes aux rédacteurs : l’OCI est la deuxième organisation intergouvernementale.",)),
        ("ar", ("عن منظمة التعاون الإسلامي", "تضم المنظمة سبعا وخمسين دولة عضوا ومقرها في مدينة جدة.")),
    ],
)
def test_what_a_press_office_adds_is_put_aside(language, notes):
    report = build(HEADLINE[language], STATED[language], MORE[language], *notes)
    assert [block.role for block in report.blocks if block.text in notes] == ["boilerplate"] * len(notes)


def test_what_others_say_of_the_organisation_is_not_put_aside():
    # a newspaper explains it without a label
    with pytest.raises(NoReportError):
        build(
            "OIC condemns closing of schools",
            "The OIC on Monday condemned the closing of schools, the agency reported.",
            "The Saudi-based body, which has 57 member states, was founded in 1969.",
        )


@pytest.mark.parametrize(
    ("title", "is_ours"),
    [
        ("Statement by the Chairman of the 46th Session of the Council of Foreign Ministers of the OIC", True),
        ("Statement by the Chairman of the African Group at the OIC Council of Foreign Ministers", False),
        ("Statement by the Minister of Foreign Affairs of Azania at the 46th Session of the OIC Council", False),
    ],
)
def test_who_chairs_a_session_speaks_for_it(title, is_ours):
    speech = (
        "Excellencies, Ladies and Gentlemen,",
        "It is an honour for my country to take the floor before you, and I thank you for your trust in us.",
        "The agenda before us is long, and the peoples whom we serve will judge us by what we carry out of it.",
    )
    if is_ours:
        assert build(title, *speech).header.document_type in {"speech", "statement"}
    else:
        with pytest.raises(NoReportError):
            build(title, *speech)


@pytest.mark.parametrize(
    ("language", "headline", "text"),
    [
        ("en", "United Nations Secretary-General Meets the Secretary General of the OIC", "The United Nations Secretary-General met today with the Secretary General of the Organisation of Islamic Cooperation."),
        ("en", "President of the Republic of Chad Meets OIC Delegation", "His Excellency the President of the Republic of Chad received on 4 May 2019 a delegation of the Organisation of Islamic Cooperation."),
        ("fr", "Le Directeur général de l’ICESCO reçoit le ministre", "Rabat – Le Directeur général de l’ICESCO a reçu le 4 mai 2019 le ministre de la Culture, en présence d’un délégué de l’OCI."),
        ("ar", "رئيس جمهورية تشاد يستقبل وفدا من منظمة التعاون الإسلامي", "استقبل فخامة رئيس جمهورية تشاد، يوم 4 مايو 2019، بالقصر وفدا من منظمة التعاون الإسلامي."),
        ("ar", "الأمين العام للأمم المتحدة يلتقي الأمين العام لمنظمة التعاون الإسلامي", "التقى الأمين العام للأمم المتحدة، يوم 4 مايو 2019، الأمين العام لمنظمة التعاون الإسلامي."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("has_kicker", [True, False])
def test_what_others_release_of_the_organisation_is_theirs(language, headline, text, has_kicker):
    above = (RELEASE[language], headline) if has_kicker else (headline,)
    with pytest.raises(NoReportError):
        build(*above, text, MORE[language])


def test_the_united_nations_in_a_release_of_ours_take_nothing_from_it():
    text = "The Secretary General of the Organisation of Islamic Cooperation (OIC) received on 4 May 2019 the Deputy of the United Nations Secretary-General."
    header = build(RELEASE["en"], "OIC Secretary General Receives a Guest", text, MORE["en"]).header
    assert header.document_type == "press_release"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "OIC Press Release",
            "The United Nations Secretary-General received the OIC Secretary General on 4 May 2019.",
        ),
        (
            "fr",
            "Communiqué de presse de l’OCI",
            "Le Secrétaire général de l’ONU a reçu le Secrétaire général de l’OCI.",
        ),
        (
            "ar",
            "بيان صحفي لمنظمة التعاون الإسلامي",
            "استقبل الأمين العام للأمم المتحدة الأمين العام لمنظمة التعاون الإسلامي يوم 4 مايو 2019.",
        ),
    ],
)
def test_who_received_the_oic_takes_nothing_from_a_release_that_says_it_is_the_oics(language, title, text):
    assert build(title, text, MORE[language]).header.document_type == "press_release"


@pytest.mark.parametrize(
    "text",
    [
        "Jeddah, 5 June 2014 - The OIC Contact Group on Mali met in Bamako on 3 June 2014.\n\nThe Contact Group thanked Mali for its hospitality.",
        "Djeddah, le 5 juin 2014 - Le Groupe de contact sur le Mali s’est réuni à Bamako le 3 juin 2014.\n\nLe Groupe a remercié le Mali de son accueil.",
        "جدة، 5 يونيو 2014 - اجتمع فريق الاتصال المعني بمالي في باماكو يوم 3 يونيو 2014.\n\nوشكر الفريق مالي على حسن الضيافة.",
    ],
)
def test_a_short_sentence_behind_a_dateline_has_the_day_of_the_meeting_that_it_tells_of(text):
    heads = {"J": "OIC Press Release", "D": "Communiqué de presse de l’OCI", "ج": "بيان صحفي"}
    (report,) = build_reports(read_bytes(f"{heads[text[0]]}\n\n{text}\n".encode(), "page.txt"))
    assert (report.header.date, report.header.city) == ("2014-06-03", "Bamako")


def test_the_meeting_that_a_short_release_announces_has_its_own_day_and_place():
    text = "Jeddah, 5 June 2014 - The OIC Contact Group on Mali will meet in Bamako on 10 June 2014.\n\nThe Secretary General will attend."
    (report,) = build_reports(read_bytes(f"OIC Press Release\n\n{text}\n".encode(), "page.txt"))
    assert (report.header.date, report.header.city) == ("2014-06-10", "Bamako")
