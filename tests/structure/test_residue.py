from __future__ import annotations

import pytest

from oic_reports.structure.lines.residue import is_residue


@pytest.mark.parametrize(
    "line",
    [
        "HomeOIC HeadquartersSitemap",
        "Do You Yahoo!?",
        "Tired of spam? Yahoo! Mail has the best spam protection around http://mail.example.com",
        "printerprinter frinedly version",
        "Home | News | Contact us",
        "Share on Facebook",
        "الرئيسية | اتصل بنا",
        "Accueil > Actualités",
        "© 2017 All rights reserved",
        "2016 © Orchards.example Privacy Policy | Terms of Use | Letters",
        "Print",
        "Accueil Vergers Sommets Écoles عربي English",
        "Home Orchards Schools Rivers العربية",
        "A propos  Conseil général  Résolutions  Vergers",
        "About us Statutes Resolutions Orchards",
        "من نحن الأمانة العامة القرارات البساتين",
        "الرئيسية عن المنظمة الدول الأعضاء البساتين القرارات",
        "الرئيسية الأمانة العامة البساتين الوثائق",
        "This is a non-UN document. It is printed here so that readers of the orchards find it.",
    ],
)
def test_residue_of_sites(line):
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "Final Communique",
        "This is a non-aligned document. It was printed for the readers of the orchards.",
        "The Contact Group on Mali",
        "The Meeting called on the media to share news of it.",
        "نيويورك 25 سبتمبر 2013",
        "",
        "2017",
        "Political Affairs:",
        "Home gardens and Orchards of Schools العربية",
        "الرئيسية للبساتين في الدول الأعضاء والقرارات",
        "الرئيسية التي تعنى بها الدول الأعضاء البساتين",
        "A propos de la Résolution sur les Vergers",
        "About the Resolutions on Orchards and Schools",
        "About Orchards",
        "من نحن في المجلس نشكر المدارس",
        "الرئيسية في المجلس تشكر المدارس",
    ],
)
def test_no_residue(line):
    assert not is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "الرئيسية عن المنظمة الأمين العام الإدارات الوثائق اتصل بنا",
        "الرئيسية القمم المؤتمرات البيانات اتصل بنا",
        "Statement Details",
        "Détails du communiqué",
        "تفاصيل البيان",
    ],
)
def test_rows_of_arabic_links_and_names_of_a_sites_page_are_residue(line):
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "الرئيسية الأمين العام يدين الاعتداء على المسجد الأقصى اتصل بنا",
        "Détails des travaux de la Commission sur les puits",
        "Statement on Details of the Fund",
    ],
)
def test_headlines_and_titles_with_such_words_are_none(line):
    assert not is_residue(line)
