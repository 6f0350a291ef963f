"""The title of a report and of the resolutions beside it, above the one resolution that a page gives."""

import pytest
from covers_read import ACTS

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

COVERS = [
    (
        "en",
        "REPORT AND RESOLUTIONS ON CULTURAL AFFAIRS OF THE ELEVENTH ISLAMIC SUMMIT",
        "RESOLUTION NO. 5/11-C\nON WELLS",
    ),
    ("fr", "RAPPORT ET RÉSOLUTIONS DU ONZIÈME SOMMET ISLAMIQUE", "RÉSOLUTION N° 5/11-C\nSUR LES PUITS"),
    ("ar", "تقرير وقرارات مؤتمر القمة الإسلامي الحادي عشر", "قرار رقم 5/11-ث\nبشأن الآبار"),
]


@pytest.mark.parametrize(("language", "collection", "resolution"), COVERS)
def test_the_resolution_gives_type_title_and_number(language, collection, resolution):
    page = f"{collection}\n\nDAKAR\n\n{resolution}\n\n{ACTS[language]}"
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert (report.header.document_type, report.header.title) == ("resolution", resolution.replace("\n", " "))


@pytest.mark.parametrize(("language", "collection", "resolution"), COVERS)
def test_without_a_resolution_it_is_the_title_of_a_report(language, collection, resolution):
    said = {"en": "1. The Conference met.\n\n2. It thanked its host for the wells.\n"}
    said["fr"] = "1. La Conférence s’est réunie.\n\n2. Elle a remercié son hôte pour les puits.\n"
    said["ar"] = "1- اجتمع المؤتمر في المدينة.\n\n2- شكر المؤتمر البلد المضيف على الآبار.\n"
    (report,) = build_reports(read_bytes(f"{collection}\n\n{said[language]}".encode(), "page.txt"), [])
    assert (report.header.document_type, report.header.title) == ("report", collection)
