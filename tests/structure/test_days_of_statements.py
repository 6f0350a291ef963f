"""The own day and place of a statement or a release, whatever a site prints around it."""

import pytest
from test_own_datelines import HEADLINE, MORE, RELEASE, STATED, build

from oic_reports.structure.ours.deeds import read_deed_day

GROUPS = {
    "en": (
        "Statement of the OIC Group in Geneva on the Closing of Mills",
        "The Group of Ambassadors of the Organisation of Islamic Cooperation (OIC) condemns the closing of the mills.",
    ),
    "fr": (
        "Déclaration du Groupe de l’OCI à Genève sur la fermeture des moulins",
        "Le Groupe des Ambassadeurs de l’Organisation de la Coopération islamique (OCI) condamne cette fermeture.",
    ),
    "ar": (
        "بيان مجموعة منظمة التعاون الإسلامي في جنيف بشأن إغلاق المطاحن",
        "تدين مجموعة سفراء منظمة التعاون الإسلامي إغلاق المطاحن على النهر.",
    ),
}
MORE_OF_GROUP = {
    "en": "The Group calls upon the Security Council to free the mills without delay.",
    "fr": "Le Groupe appelle le Conseil de sécurité à rouvrir les moulins sans délai.",
    "ar": "وتدعو المجموعة مجلس الأمن إلى فتح المطاحن دون إبطاء.",
}
DATELINES = {"en": "Geneva, 4 May 2019: ", "fr": "Genève, le 4 mai 2019 : ", "ar": "جنيف، 4 مايو 2019: "}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_statement_of_a_group_has_the_day_of_its_dateline(language):
    title, first = GROUPS[language]
    header = build(title, DATELINES[language] + first, MORE_OF_GROUP[language]).header
    assert (header.title, header.date, header.city) == (title, "2019-05-04", "Geneva")


@pytest.mark.parametrize(
    ("language", "title", "first"),
    [
        (
            "en",
            "OIC Declaration on Mills",
            "Geneva, 4 May 2019: We, the Kings and Heads of State of the OIC, declare that mills are free.",
        ),
        (
            "fr",
            "Déclaration de l’OCI sur les moulins",
            "Genève, le 4 mai 2019 : Nous, Rois et Chefs d’État de l’OCI, déclarons que les moulins sont libres.",
        ),
    ],
)
def test_a_dateline_above_what_those_who_met_declare_is_a_newspapers(language, title, first):
    assert build(title, first, MORE_OF_GROUP[language]).header.date is None


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_brackets_of_a_wire_that_names_the_oic_are_no_agencys(language, form):
    line = {"en": "Jeddah, 4 May 2019: ", "fr": "Djeddah, 4 mai 2019 : ", "ar": "جدة، 4 مايو 2019: "}[language]
    header = build(HEADLINE[language], f"(Valleywire- OIC) {line}{STATED[language]}", MORE[language], form=form).header
    assert (header.date, header.city) == ("2019-05-04", "Jeddah")


def test_the_day_of_a_wire_is_parted_from_that_of_the_release_below_a_headline():
    report = build(
        HEADLINE["en"], "date 2024-10-13 (MENAFN- OIC) Jeddah, 10 October, 2024", STATED["en"], MORE["en"], form="html"
    )
    assert (report.header.date, report.header.city) == ("2024-10-10", "Jeddah")
    assert [block.text for block in report.blocks if block.subrole == "place_date"] == ["Jeddah, 10 October, 2024"]


@pytest.mark.parametrize(
    ("language", "city", "name"),
    [
        ("en", "Jeddah", "The Organisation of Islamic Cooperation (OIC)"),
        ("fr", "Djeddah", "L’Organisation de la Coopération islamique (OCI)"),
    ],
)
def test_the_acronym_behind_the_name_of_the_oic_is_no_agencys(language, city, name):
    stated = {"en": " condemned the closing of the mills.", "fr": " a condamné la fermeture des moulins."}[language]
    header = build(HEADLINE[language], f"{city} – {name}{stated}", MORE[language]).header
    assert (header.city, header.dateline_raw) == ("Jeddah", None)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_own_line_of_a_release_goes_before_the_day_on_which_a_blog_posted_it(language):
    posted = {
        "en": "Written by Reader on 5 May 2019",
        "fr": "Écrit par Lecteur le 5 mai 2019",
        "ar": "كتبه قارئ في 5 مايو 2019",
    }
    line = {"en": "Jeddah, 4 May 2019", "fr": "Djeddah, le 4 mai 2019", "ar": "جدة، 4 مايو 2019"}
    header = build(posted[language], HEADLINE[language], line[language], STATED[language], MORE[language]).header
    assert (header.date, header.city) == ("2019-05-04", "Jeddah")


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("Date: 9/20/2016", "2016-09-20"),
        ("Date: 20/9/2016", "2016-09-20"),
        ("Type: Press Release\n\nDate: 20/09/2016", "2016-09-20"),
    ],
)
def test_figures_of_which_one_is_no_month_say_which_is_the_day(label, date):
    assert build(RELEASE["en"], HEADLINE["en"], label, STATED["en"], MORE["en"]).header.date == date


@pytest.mark.parametrize(
    ("language", "sentence", "iso"),
    [
        (
            "en",
            "The Secretary General of the OIC concluded today, 24 March 2022, a visit of two days to Chad.",
            "2022-03-24",
        ),
        (
            "en",
            "The Secretary General of the OIC welcomed today, Thursday, 24 March 2022, the envoy of Chad.",
            "2022-03-24",
        ),
        (
            "fr",
            "Le Secrétaire général de l’OCI a reçu aujourd’hui, jeudi 24 mars 2022, l’envoyé du Tchad.",
            "2022-03-24",
        ),
        ("ar", "استقبل الأمين العام لمنظمة التعاون الإسلامي اليوم (24 مارس 2022) مبعوث تشاد.", "2022-03-24"),
        ("en", "The Secretary General of the OIC sent three officers to follow the vote held on 9 October 2024.", None),
        ("fr", "Le Secrétaire général de l’OCI a envoyé trois agents suivre le vote tenu le 9 octobre 2024.", None),
        ("en", "The Secretary General of the OIC welcomed the accord signed on 24 March 2022.", None),
        ("en", "The Secretary General of the OIC condemned the attack of 24 March 2022.", None),
        ("ar", "رحب الأمين العام لمنظمة التعاون الإسلامي بالاتفاق الموقع في 24 مارس 2022.", None),
    ],
)
def test_the_day_of_a_deed_is_today_and_not_that_of_what_was_held(language, sentence, iso):
    day = read_deed_day(sentence, language)
    assert (day.iso if day else None) == iso


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Secretary General of the OIC is following the drought that has lasted since 4 March 2019."),
        ("en", "The Secretary General of the OIC asked for the gates to be opened before Monday, 4 March 2019."),
        ("en", "The Secretary General of the OIC asked for answers by 4 March 2019."),
        ("en", "The Secretary General of the OIC will visit the valley on Monday 4 March 2019."),
        ("en", "The Secretary General of the OIC invited the states to the fair due to open on 4 March 2019."),
        ("fr", "Le Secrétaire général de l’OCI suit la sécheresse qui dure depuis le 4 mars 2019."),
        ("fr", "Le Secrétaire général de l’OCI a demandé l’ouverture des portes avant le 4 mars 2019."),
        ("fr", "Le Secrétaire général de l’OCI se rendra dans la vallée le 4 mars 2019."),
        ("ar", "يتابع الأمين العام لمنظمة التعاون الإسلامي الجفاف المستمر منذ 4 مارس 2019."),
        ("ar", "طلب الأمين العام لمنظمة التعاون الإسلامي فتح الأبواب قبل يوم 4 مارس 2019."),
        ("ar", "سيزور الأمين العام لمنظمة التعاون الإسلامي الوادي يوم 4 مارس 2019."),
    ],
)
def test_a_day_that_bounds_a_time_or_is_yet_to_come_is_not_that_of_a_deed(language, sentence):
    assert read_deed_day(sentence, language) is None


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_below_the_label_of_its_type_a_statement_has_its_headline(language):
    label = {"en": "Type: Statement", "fr": "Type : Déclaration", "ar": "النوع: بيان"}[language]
    header = build(label, HEADLINE[language], STATED[language], MORE[language], form="html").header
    assert header.title == HEADLINE[language]
