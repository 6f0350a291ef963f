"""The number of a resolution and its subject, in lines of their own or in one."""

import pytest
from covers_read import ACTS, TITLES, read

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports


@pytest.mark.parametrize(
    ("number", "subject", "language"),
    [
        ("قرار رقم 5/11-س", "بشأن دعم المدارس في القرى البعيدة", "ar"),
        ("قرار رقم 5/11-س", "بشأن\nدعم المدارس\nفي القرى البعيدة", "ar"),
        ("RESOLUTION NO. 5/11-C", "THE SCHOOLS OF THE VILLAGES", "en"),
        ("RESOLUTION N° 5/11-C", "LES ECOLES DES VILLAGES", "fr"),
    ],
)
def test_a_number_apart_from_its_subject_is_a_header(number, subject, language):
    assert read(f"{number}\n\n{subject}\n\n{ACTS[language]}")[:2] == [("number", number), ("title", subject)]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("RESOLUTION NO. 5/11-C\n\nON THE SCHOOLS OF THE VILLAGES", "en"),
        ("RESOLUTION N° 5/11-C\n\nSUR LES ECOLES DES VILLAGES", "fr"),
        ("قرار رقم 5/11-س\nبشأن دعم المدارس في القرى البعيدة", "ar"),
        ("RESOLUTION NO. 5/11-C\nTHE SCHOOLS OF THE VILLAGES", "en"),
    ],
    ids=["on", "sur", "one paragraph", "one paragraph in English"],
)
def test_a_number_that_its_subject_goes_on_with_is_of_the_title(title, language):
    found = read(f"{title}\n\n{ACTS[language]}")
    assert found[0] == ("title", title.replace("\n\n", "\n"))


@pytest.mark.parametrize(
    "above", ["", "أرشيف النيل\n\nمؤتمر القمة الإسلامي الحادي عشر، داكار\n\nالمصدر: منظمة التعاون الإسلامي\n\n"]
)
def test_the_word_that_leads_to_a_subject_may_stand_alone(above):
    found = read(f"{above}قرار رقم 5/11-س\n\nبشأن\n\nدعم المدارس\n\n{ACTS['ar']}")
    assert [line for line in found if line[0] in {"number", "title"}] == [
        ("number", "قرار رقم 5/11-س"),
        ("title", "بشأن\nدعم المدارس"),
    ]


def test_a_number_with_the_word_alone_and_no_subject_is_one_title():
    found = read(f"قرار رقم 5/11-س\n\nبشأن\n\n{ACTS['ar']}")
    assert "number" not in dict(found)


@pytest.mark.parametrize(
    ("page", "title", "language"),
    [
        ("RESOLUTION NO. 5/11-C -ELEVENTH ISLAMIC SUMMIT CONFERENCE", TITLES["en"], "en"),
        ("Resolution: The Wells of the Sahel", TITLES["en"], "en"),
        ("RÉSOLUTION N° 5/11-C - ONZIÈME CONFÉRENCE ISLAMIQUE AU SOMMET", TITLES["fr"], "fr"),
        ("Résolution : les puits du Sahel", TITLES["fr"], "fr"),
        ("قرار رقم 5/11-س - مؤتمر القمة الإسلامي الحادي عشر", TITLES["ar"], "ar"),
        ("قرار بشأن آبار الساحل", TITLES["ar"], "ar"),
    ],
)
def test_the_title_with_number_and_subject_is_the_texts_own(page, title, language):
    held = {"en": "Dakar, 13-14 March 2008", "fr": "Dakar, 13-14 mars 2008", "ar": "داكار، 13-14 مارس 2008"}
    cover = f"{page}\n\n{held[language]}\n\n{title}\n\n{ACTS[language]}"
    assert ("page_title", page) in read(cover)
    (report,) = build_reports(read_bytes(cover.encode(), "x.txt"))
    assert report.header.title == title


@pytest.mark.parametrize(
    "page",
    ["Resolution on the Schools of the Sahel", "RESOLUTION NO. 6/11-C -ELEVENTH ISLAMIC SUMMIT CONFERENCE"],
    ids=["another subject", "another number"],
)
def test_a_title_of_another_text_is_no_name_of_the_page(page):
    cover = f"{page}\n\nDakar, 13-14 March 2008\n\n{TITLES['en']}\n\n{ACTS['en']}"
    assert "page_title" not in dict(read(cover))
