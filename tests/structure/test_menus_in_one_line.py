"""Links of a site that stand in one line are never a title, nor run into one; who adopted a text is none of it."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.sure_title import is_sure_title
from oic_reports.structure.lines.menus import holds_menu
from oic_reports.structure.lines.residue import is_residue
from oic_reports.structure.report import build_reports

BODY = (
    "The General Secretariat of the Organization of Islamic Cooperation (OIC) condemned on Monday the closing of wells."
)


def _read(text: str, name: str = "page.txt"):
    return build_reports(read_bytes(text.encode(), name))[0]


@pytest.mark.parametrize(
    "line",
    [
        "الرئيسية عن المنظمة الأجهزة المؤتمرات الإعلام en | fr | ar",
        "الرئيسية عن المجمع القرارات والتوصيات الأخبار الإصدارات",
        "الرئيسية أخبار المنظمة مكتبة الصور الوثائق اتصل بنا",
        "الأمانة العامة الرئيسية من نحن الأنشطة اتصل بنا العربية | English",
        "COMSTECH Accueil À propos Programmes Prix Bourses Médias Contact",
        "Accueil L’OCI Organes et institutions Actualités Documents Contact FR | EN | AR",
        "Accueil • Présentation • Le Comité • Documents • Contact",
        "OIC Home About Us Organs Conferences Documents Contact Us",
        "Organs | News | Member States | Contact us",
        "PRESS RELEASE / Events and Conferences",
        "Actualités > Communiqués > Palestine",
        "بيانات صحفية / أخبار وفعاليات",
    ],
)
def test_links_in_one_line_are_of_the_site(line):
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "OIC Home Ministers Conference Final Communique",
        "Accueil des réfugiés au Tchad : contact avec les autorités",
        "الأجهزة الرئيسية عن المنظمة في دورتها الثالثة",
        "الرئيسية للمنظمة في مجال البحث العلمي من أجل التنمية",
        "Contact Group on Jammu and Kashmir | Final Communiqué | Dakar | 2008",
        "PRESS RELEASE / COMMUNIQUÉ DE PRESSE",
        "Press Release / OIC condemns attack",
        "RESOLUTIONS / POLITICAL AFFAIRS",
        "OIC Statement Print Share",
        "Follow-up Committee on Search and Rescue",
    ],
)
def test_titles_with_such_words_or_marks_are_none(line):
    assert not is_residue(line)
    assert not holds_menu(line)


@pytest.mark.parametrize(
    ("title", "language", "is_sure"),
    [
        ("Home About us OIC Condemns the Closing of Wells", "en", False),
        ("OIC Condemns the Closing of Wells Print Share Search", "en", False),
        ("Accueil À propos L’OCI condamne la fermeture des puits", "fr", False),
        ("الرئيسية من نحن المنظمة تدين إغلاق الآبار", "ar", False),
        ("COMSTECH", "fr", False),
        ("COMSTECH Statement on Wells", "en", True),
        ("OIC Condemns the Search for Wells and Calls for Contact", "en", True),
        ("L’OCI salue l’accueil des réfugiés", "fr", True),
    ],
)
def test_a_title_with_links_run_into_it_is_not_stated(title, language, is_sure):
    assert is_sure_title(title, language, is_given_by_others=False) is is_sure


def test_the_way_to_a_page_is_no_beginning_of_its_headline():
    page = f"""<html><body><div class="way">PRESS RELEASE / Events and Conferences</div>
    <h1>OIC Condemns the Closing of Wells</h1><p>{BODY}</p></body></html>"""
    assert _read(page, "page.html").header.title == "OIC Condemns the Closing of Wells"


@pytest.mark.parametrize("adopted", ["ADOPTED\nBY THE ELEVENTH SESSION", "ADOPTED BY\nTHE ELEVENTH SESSION"])
def test_the_verb_that_leads_to_who_adopted_a_text_is_none_of_its_title(adopted):
    report = _read(
        f"DECLARATION\nON\nPOLITICAL AFFAIRS\n{adopted}\nOF THE ISLAMIC SUMMIT CONFERENCE\n\nDAKAR, SENEGAL\n13-14 MARCH 2008\n\n"
        "The Eleventh Session of the Islamic Summit Conference,\n\n"
        "Recalling its resolutions,\n\n1. Calls upon all states to dig wells.\n\n2. Requests the Secretary General to report.\n"
    )
    assert report.header.title == "DECLARATION ON POLITICAL AFFAIRS"
    adopted_by = next(block for block in report.blocks if block.subrole == "adopted_by")
    assert adopted_by.text.startswith("ADOPTED")
    assert "ELEVENTH SESSION" in adopted_by.text


def test_who_wrote_an_article_is_a_byline_still():
    blocks = _read(f"OIC Condemns the Closing of Wells\n\nBy John Carpenter\n\n{BODY}\n").blocks
    assert not any("Carpenter" in block.text for block in blocks if block.role in {"title", "operative"})
