"""Covers whose lines are broken by wraps: days, places and names of organisations are what they are together."""

import pytest
from extracts import EXTRACTS, outline, read

COVERS = {
    "en": (
        "FINAL COMMUNIQUE OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS\n{}",
        [
            ("DAKAR, REPUBLIC OF SENEGAL\nTUESDAY, 5 - THURSDAY, 7\nNOVEMBER 2013", "2013-11-05", "2013-11-07"),
            ("DAKAR, REPUBLIC OF\nSENEGAL 30 APRIL -\n2 MAY 2013", "2013-04-30", "2013-05-02"),
            # a month alone stays a month
            ("DAKAR, REPUBLIC OF SENEGAL\nNOVEMBER 2013", "2013-11-01", None),
        ],
    ),
    "fr": (
        "COMMUNIQUÉ FINAL DE LA QUATRIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DU TRAVAIL\n{}",
        [
            ("DAKAR, RÉPUBLIQUE DU SÉNÉGAL\n5-7\nNOVEMBRE 2013", "2013-11-05", "2013-11-07"),
            ("DAKAR, RÉPUBLIQUE DU\nSÉNÉGAL 5-7 NOVEMBRE\n2013", "2013-11-05", "2013-11-07"),
        ],
    ),
    "ar": (
        "البيان الختامي للدورة الرابعة للمؤتمر الإسلامي لوزراء العمل\n{}",
        [
            ("داكار، جمهورية السنغال\nالثلاثاء 5 - الخميس 7\nنوفمبر 2013", "2013-11-05", "2013-11-07"),
            ("داكار، جمهورية\nالسنغال 5-7 نوفمبر\n2013", "2013-11-05", "2013-11-07"),
        ],
    ),
}


@pytest.mark.parametrize(
    ("language", "place", "first", "last"),
    [(language, *case) for language, (_, cases) in COVERS.items() for case in cases],
)
def test_days_that_a_wrap_parts_from_their_month_are_days(language, place, first, last):
    header = read(EXTRACTS[language].format(COVERS[language][0].format(place))).header
    assert (header.date, header.date_end, header.city) == (first, last, "Dakar")


def test_the_name_of_the_organisation_may_be_wrapped():
    page = EXTRACTS["en"].format(
        "Organisation of Islamic\nCooperation\n\nFINAL COMMUNIQUE OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF "
        "LABOUR MINISTERS\n\nDAKAR, REPUBLIC OF SENEGAL\n5-7 NOVEMBER 2013"
    )
    headers = outline(read(page), "header")
    assert headers[0] == ("header", "Organisation of Islamic\nCooperation")


def test_the_number_of_a_resolution_above_its_subject_is_no_dateline():
    page = (
        "RESOLUTION No 10/44-ORG\nsur les puits\ndes villages\n(Session de la paix et du travail)\nDAKAR, RÉPUBLIQUE DU "
        "SÉNÉGAL\n3-5 novembre 2012\n\nLa Conférence islamique des ministres du Travail,\n\nRappelant la Charte ;\n\n"
        "1) Invite les États membres à creuser.\n\n2) Prie le Secrétaire général de suivre la question.\n"
    )
    header = read(page).header
    assert header.title == "RESOLUTION No 10/44-ORG sur les puits des villages"
    assert (header.resolution_number_raw, header.date, header.city) == ("10/44-ORG", "2012-11-03", "Dakar")


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [
        ("en", "FINAL COMMUNIQUE OF THE FOURTEENTH SESSION OF THE\nAL-QUDS\nCOMMITTEE", "BANJUL, GAMBIA"),
        ("fr", "COMMUNIQUÉ FINAL DE LA QUATORZIÈME SESSION DU COMITÉ\nAL-QODS", "BANJUL, GAMBIE"),
        ("ar", "البيان الختامي للدورة الرابعة عشرة للجنة\nالقدس", "بانجول، جمهورية غامبيا"),
    ],
)
def test_a_city_that_ends_the_name_of_a_body_is_no_place(language, title, place):
    header = read(EXTRACTS[language].format(f"{title}\n{place}")).header
    assert (header.body_id, header.city) == ("al-quds", "Banjul")
    assert header.title == title.replace("\n", " ")


def test_a_city_below_the_whole_name_of_a_body_is_its_place():
    header = read(EXTRACTS["en"].format("FINAL COMMUNIQUE OF THE AL-QUDS COMMITTEE\nFEZ, MOROCCO")).header
    assert (header.body_id, header.city) == ("al-quds", "Fez")
