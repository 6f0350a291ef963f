"""Titles without what a site adds: its name, a day in brackets, the language of a file, the law around a charter."""

import pytest

from oic_reports.model import Block
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.sure_title import is_sure_title
from oic_reports.structure.header.title import read_title
from oic_reports.structure.report import build_reports

BODY = {
    "en": (
        "The Ninth Session of the Islamic Summit Conference was held in Doha, State of Qatar, on 12 and 13 November 2000.\n\n"
        "1. The Conference noted the wells of the Member States.\n\n2. The Conference thanked the host.\n"
    ),
    "fr": (
        "La Neuvième session de la Conférence islamique au sommet s’est tenue à Doha, Etat du Qatar, les 12 et 13 novembre "
        "2000.\n\n1. La Conférence a pris note des puits des Etats membres.\n\n2. La Conférence a remercié l’hôte.\n"
    ),
    "ar": (
        "عقدت الدورة التاسعة لمؤتمر القمة الإسلامي في الدوحة، دولة قطر، يومي 12 و13 نوفمبر 2000.\n\n"
        "1. أحاط المؤتمر علما بآبار الدول الأعضاء.\n\n2. وشكر المؤتمر الدولة المضيفة.\n"
    ),
}


def read_title_of(front, language="en"):
    return build_reports(read_bytes(f"{front}\n\n{BODY[language]}".encode(), "page.txt"))[0].header.title


@pytest.mark.parametrize(
    ("front", "language", "title"),
    [
        (
            "Doha Final Communique on Wells - Textnest\nHome / Files / Doha Final Communique on Wells",
            "en",
            "Doha Final Communique on Wells",
        ),
        (
            "Communiqué final de Doha | Monpapier\nAccueil > Documents > Communiqué final de Doha",
            "fr",
            "Communiqué final de Doha",
        ),
        ("بيان الدوحة الختامي | مكتبتي\nالرئيسية » الملفات » بيان الدوحة الختامي", "ar", "بيان الدوحة الختامي"),
        # no line prints the words before the dash by themselves: they may be the title's
        ("Doha Final Communique on Wells - Textnest", "en", "Doha Final Communique on Wells - Textnest"),
        # what names a text, an organisation or a place is no site
        (
            "Doha Declaration - Final Communique\nHome / Files / Doha Declaration",
            "en",
            "Doha Declaration - Final Communique",
        ),
    ],
)
def test_the_name_of_a_site_is_cut_where_the_page_prints_the_title_without_it(front, language, title):
    assert read_title_of(front, language) == title


@pytest.mark.parametrize(
    ("front", "language", "title"),
    [
        ("Doha Declaration (12 Kasım 2000)", "en", "Doha Declaration"),
        ("Déclaration de Doha (12 nopember 2000)", "fr", "Déclaration de Doha"),
        ("Doha Declaration [12-13 November 2000]", "en", "Doha Declaration"),
        ("Doha Declaration (English)", "en", "Doha Declaration"),
        ("Déclaration de Doha (en arabe)", "fr", "Déclaration de Doha"),
        ("إعلان الدوحة (بالعربية)", "ar", "إعلان الدوحة"),
        # a year, an acronym or words are the title's
        ("Doha Declaration (OIC)", "en", "Doha Declaration (OIC)"),
        ("Doha Declaration (Wells for 12 Peoples)", "en", "Doha Declaration (Wells for 12 Peoples)"),
    ],
)
def test_a_day_or_a_language_in_brackets_is_no_part_of_a_title(front, language, title):
    assert read_title_of(front, language) == title


@pytest.mark.parametrize(
    ("title", "language", "is_sure"),
    [
        ("News and Press Releases", "en", False),
        ("Press Releases & Statements", "en", False),
        ("Actualités et communiqués de presse", "fr", False),
        ("أخبار وبيانات صحفية", "ar", False),
        ("Wells Committee English Report", "en", False),
        ("Comité des puits Rapport en anglais", "fr", False),
        ("لجنة الآبار تقرير باللغة الإنجليزية", "ar", False),
        ("Press Release", "en", True),
        ("Report and Resolutions on Wells", "en", True),
        ("Final Report of the English-speaking Committee", "en", True),
        ("Declaration on the English Language", "en", True),
        ("Communiqué de presse", "fr", True),
        ("Rapport sur la langue arabe", "fr", True),
        ("بيان صحفي", "ar", True),
    ],
)
def test_a_column_of_a_site_and_the_language_of_a_file_make_no_title(title, language, is_sure):
    assert is_sure_title(title, language, is_given_by_others=False) is is_sure


@pytest.mark.parametrize(
    ("lines", "language", "title"),
    [
        (
            "Law of the Republic of Example dated 3 May 2012 No. 12\nTo ratify what was signed in Niamey\nTHE CHARTER of the OIC",
            "en",
            "THE CHARTER of the OIC",
        ),
        (
            "Décret du Président de la République n° 12 du 3 mai 2012\nCHARTE de l’Organisation de la Coopération Islamique",
            "fr",
            "CHARTE de l’Organisation de la Coopération Islamique",
        ),
        ("قانون جمهورية المثال رقم 12\nميثاق منظمة التعاون الإسلامي", "ar", "ميثاق منظمة التعاون الإسلامي"),
        # no law stands above it
        ("Revised text\nTHE CHARTER of the OIC", "en", "Revised text THE CHARTER of the OIC"),
        ("Declaration on the Law of the Wells", "en", "Declaration on the Law of the Wells"),
    ],
)
def test_the_title_of_a_charter_begins_below_the_law_that_ratifies_it(lines, language, title):
    assert read_title([Block("title", lines, lines, subrole="title", language=language)], language) == title


def test_a_title_in_double_brackets_is_stated_without_them():
    assert read_title_of("((بيان الدوحة الختامي))", "ar") == "بيان الدوحة الختامي"
    assert read_title_of("(Doha Declaration)") == "(Doha Declaration)"


def test_what_a_report_of_an_officer_is_on_did_not_meet():
    text = (
        "OIC/CFM-40/2013/WELLS/SG-REP\n\nRAPPORT DU\n\nSECRETAIRE-GENERAL\n\nSUR LA\n\nCommission Permanente et Indépendante des "
        "Droits de l’Homme de l’OCI\n\nSOUMIS A\n\nLA QUARANTIEME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES\n\n"
        "CONAKRY, REPUBLIQUE DE GUINEE\n\n9-11 DECEMBRE 2013\n\n1. Le Secrétariat général a suivi les travaux de la Commission.\n\n"
        "2. Le Secrétaire général a remercié les Etats membres de l’OCI de leur appui.\n"
    )
    header = build_reports(read_bytes(text.encode(), "page.txt"))[0].header
    assert (header.body_id, header.session, header.meeting_id) == ("cfm", 40, "cfm-40")
