"""The short line that ends a preamble (``Hereby:``) is part of it; a heading that ends with a colon is none."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "en": (
        "DECLARATION OF THE THIRD ISLAMIC CONFERENCE OF MINISTERS OF FISHERIES\n\nMuscat, 4-5 March 2012\n\n"
        "We, the Ministers of Fisheries of the Member States of the Organisation of Islamic Cooperation, meeting in Muscat on 4-5 March 2012;\n\n"
        "Recalling the resolutions of earlier sessions on the fishing grounds;\n\n{line}\n\n"
        "1. Reaffirm our will to protect the fishing grounds of the Member States.\n\n"
        "2. Call upon the Member States to train their young fishermen.\n"
    ),
    "fr": (
        "DÉCLARATION DE LA TROISIÈME CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA PÊCHE\n\nMascate, 4-5 mars 2012\n\n"
        "Nous, les Ministres de la pêche des États membres de l’Organisation de la Coopération islamique, réunis à Mascate les 4 et 5 mars 2012 ;\n\n"
        "Rappelant les résolutions des sessions précédentes sur les zones de pêche ;\n\n{line}\n\n"
        "1. Réaffirmons notre volonté de protéger les zones de pêche des États membres.\n\n"
        "2. Appelons les États membres à former leurs jeunes pêcheurs.\n"
    ),
    "ar": (
        "إعلان المؤتمر الإسلامي الثالث لوزراء الثروة السمكية\n\nمسقط، 4-5 مارس 2012\n\n"
        "نحن وزراء الثروة السمكية في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في مسقط يومي 4 و5 مارس 2012؛\n\n"
        "وإذ نستذكر قرارات الدورات السابقة بشأن مناطق الصيد؛\n\n{line}\n\n"
        "1. نؤكد من جديد عزمنا على حماية مناطق الصيد في الدول الأعضاء.\n\n"
        "2. ندعو الدول الأعضاء إلى تدريب صياديها الشباب.\n"
    ),
}


def find_role(language, line):
    report = build_reports(read_bytes(PAGES[language].format(line=line).encode(), "x.txt"))[0]
    return next(block.role for block in report.blocks if block.text_raw == line)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Hereby :"), ("en", "Do hereby:"), ("fr", "Décidons :"), ("ar", "قررنا:")],
)
def test_a_short_ending_is_of_the_preamble(language, line):
    assert find_role(language, line) == "preamble"


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Fishing grounds:"), ("fr", "Zones de pêche :"), ("ar", "مناطق الصيد:")]
)
def test_a_subject_with_a_colon_is_no_ending(language, line):
    assert find_role(language, line) == "heading"
