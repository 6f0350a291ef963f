"""The title of a page: that of the text with the site's name, above the text's own title."""

import pytest
from extracts import EXTRACTS, read

TITLES = {
    "en": ("THE BANJUL DECLARATION", "Archive of the Sahel"),
    "fr": ("DÉCLARATION DE BANJUL", "Archives du Sahel"),
    "ar": ("إعلان بانجول", "مكتبة الساحل"),
}
BODIES = {
    "en": "We, the Ministers of Labour of the Member States of the OIC, gathered at the Fourth Session of the Islamic "
    "Conference of Labour Ministers,\n\nDeclare as follows:\n\n1. We welcome the new wells.\n\n2. We invite all to dig.\n",
    "fr": "Nous, ministres du Travail des États membres de l’OCI, réunis à l’occasion de la quatrième session de la "
    "Conférence islamique des ministres du Travail,\n\nDéclarons ce qui suit :\n\n1. Nous saluons les nouveaux "
    "puits.\n\n2. Nous invitons tous à creuser.\n",
    "ar": "نحن وزراء العمل في الدول الأعضاء في منظمة التعاون الإسلامي المجتمعين في الدورة الرابعة للمؤتمر الإسلامي لوزراء "
    "العمل،\n\nنعلن ما يلي:\n\n1. نرحب بالآبار الجديدة.\n\n2. ندعو الجميع إلى الحفر.\n",
}


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("mark", [" - ", " | ", " :: ", " – "])
def test_a_title_with_the_name_of_a_site_above_the_text_is_the_pages(language, mark):
    title, site = TITLES[language]
    report = read(f"{title}{mark}{site}\n\n{title}\n\n{BODIES[language]}")
    assert report.header.title == title
    assert report.blocks[0].role == "boilerplate"


def test_a_wrapped_title_below_is_known_again():
    title = "REPORT OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS"
    below = "REPORT OF THE FOURTH SESSION OF\nTHE ISLAMIC CONFERENCE\nOF LABOUR MINISTERS"
    report = read(EXTRACTS["en"].format(f"{title} - Archive of the Sahel\n\n{below}\n\nBANJUL, GAMBIA\n4-5 MAY 2013"))
    assert (report.header.title, report.header.date, report.header.city) == (title, "2013-05-04", "Banjul")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        # what stands behind the dash is of the text
        ("THE BANJUL DECLARATION - Fourth Session of the Islamic Conference of Labour Ministers", ""),
        # the title does not stand again, or all of it does
        ("THE BANJUL DECLARATION - Wells for All", ""),
        ("THE BANJUL DECLARATION - Wells for All", "THE BANJUL DECLARATION - Wells for All\n\n"),
    ],
)
def test_a_title_with_a_dash_is_no_page_title(above, below):
    report = read(f"{above}\n\n{below}{BODIES['en']}")
    assert report.blocks[0].role == "title"
    assert report.blocks[0].text.startswith(above)


def test_the_path_to_a_page_is_no_title_of_the_text():
    report = read(EXTRACTS["en"].format("Labour Report - Sahelbay\nHome / Documents / Labour Report"))
    assert report.blocks[0].subrole != "site_navigation"
