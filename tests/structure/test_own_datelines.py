"""Days before the first words of a release: in a city that no list has, alone, in figures, in brackets."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

STATED = {
    "en": "The General Secretariat of the Organisation of Islamic Cooperation (OIC) condemned the closing of the mills on the river.",
    "fr": "Le Secrétariat général de l’Organisation de la Coopération islamique (OCI) a condamné la fermeture des moulins du fleuve.",
    "ar": "أدانت الأمانة العامة لمنظمة التعاون الإسلامي بأشد العبارات إغلاق المطاحن على النهر وقطع الطرق المؤدية إليها.",
}
MORE = {
    "en": "The Secretary General offered the help of the Organisation to the millers and to their families.",
    "fr": "Le Secrétaire général a offert l’aide de l’Organisation aux meuniers et à leurs familles.",
    "ar": "وعرض الأمين العام مساعدة المنظمة على أصحاب المطاحن وعلى أسرهم في جميع القرى.",
}
HEADLINE = {
    "en": "OIC Condemns the Closing of Mills on the River",
    "fr": "L’OCI condamne la fermeture des moulins du fleuve",
    "ar": "منظمة التعاون الإسلامي تدين إغلاق المطاحن على النهر",
}
RELEASE = {"en": "Press Release", "fr": "Communiqué de presse", "ar": "بيان صحفي"}


def build(*parts, form="txt"):
    text = "\n\n".join(parts) if form == "txt" else "".join(f"<p>{part}</p>" for part in parts)
    return build_reports(read_bytes(text.encode(), f"x.{form}"))[0]


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize(
    ("language", "dateline", "date", "city"),
    [
        ("en", "Zerendi, 30 March 2017: ", "2017-03-30", None),
        ("en", "Zerendi, March 30, 2017 - ", "2017-03-30", None),
        ("en", "30 March 2017: ", "2017-03-30", None),
        ("en", "(30 March 2017) ", "2017-03-30", None),
        ("en", "Thursday, 30 March 2017: ", "2017-03-30", None),
        ("en", "17/09/2012 | ", "2012-09-17", None),
        ("en", "JEDDAH (2 March 2019) – ", "2019-03-02", "Jeddah"),
        ("en", "Abu Dhabi, United Arab Emirates, 2nd March 2019: ", "2019-03-02", "Abu Dhabi"),
        ("fr", "Zerendi, le 30 mars 2017 : ", "2017-03-30", None),
        ("fr", "Le 30 mars 2017 – ", "2017-03-30", None),
        ("fr", "30/03/2017 – ", "2017-03-30", None),
        ("fr", "Djeddah (Arabie saoudite), 2 mars 2019 – ", "2019-03-02", "Jeddah"),
        ("ar", "مظفر آباد 30 مارس 2017: ", "2017-03-30", None),
        ("ar", "30 مارس 2017: ", "2017-03-30", None),
        ("ar", "الخميس 30 مارس 2017 - ", "2017-03-30", None),
        ("ar", "جدة (2 مارس 2019): ", "2019-03-02", "Jeddah"),
    ],
)
def test_a_day_before_what_the_oic_does_is_the_day_of_the_release(language, dateline, date, city, form):
    for above in ((HEADLINE[language],), (RELEASE[language], HEADLINE[language])):
        header = build(*above, dateline + STATED[language], MORE[language], form=form).header
        assert (header.title, header.date, header.city) == (HEADLINE[language], date, city)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        (
            "en",
            "Zerendi, 30 March 2017: The Prime Minister received the Secretary General of the OIC and spoke of mills.",
        ),
        (
            "en",
            "30 March 2017: the day on which the mills closed is remembered by the Organisation of Islamic Cooperation.",
        ),
        (
            "en",
            "Since 30 March 2017: The OIC has condemned the closing of the mills on the river and all that came of it.",
        ),
        ("en", "Timeline of the crisis, 30 March 2017: The OIC condemned the closing of the mills on the river."),
        ("en", "Before Friday, 30 March 2017: " + STATED["en"]),
        ("en", "Updated, 30 March 2017: " + STATED["en"]),
        ("en", "Photo, 30 March 2017: The Secretary General of the OIC opened the mills on the river with the mayor."),
        ("ar", "آخر تحديث 30 مارس 2017: " + STATED["ar"]),
        ("ar", "نشر في 30 مارس 2017: " + STATED["ar"]),
        ("fr", "Le 30 mars 2017 : voilà le jour que l’OCI commémore chaque année dans les moulins du fleuve."),
        ("ar", "منذ 30 مارس 2017: " + STATED["ar"]),
    ],
)
def test_a_day_before_what_others_do_or_inside_a_phrase_is_none(language, first):
    assert build(RELEASE[language], HEADLINE[language], first, MORE[language]).header.date is None


@pytest.mark.parametrize(
    ("language", "dateline"), [("fr", "Zerendi, 30 mars 2017 (MEUNES) – "), ("ar", "مظفر آباد 30 مارس 2017 (ونا) - ")]
)
def test_a_day_with_the_name_of_an_agency_is_that_of_its_despatch(language, dateline):
    with pytest.raises(NoReportError):
        build(HEADLINE[language], dateline + STATED[language], MORE[language])


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("tail", [" - 2017-09-19", " – 19/09/2017", " | 2017-09-19", " (19/09/2017)"])
def test_a_day_in_figures_behind_a_headline_is_no_part_of_it_though_it_comes_again(language, tail):
    header = build(HEADLINE[language] + tail, HEADLINE[language], STATED[language], MORE[language]).header
    assert header.title == HEADLINE[language]
