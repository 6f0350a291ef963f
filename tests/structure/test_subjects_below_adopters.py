"""A title in two, with who adopted the text between the number or the type and the subject."""

import pytest
from covers_read import ACTS

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

COVERS = [
    ("en", "RESOLUTION NO. 5/11-C", "ADOPTED BY THE ELEVENTH ISLAMIC SUMMIT CONFERENCE", "ON THE WELLS OF THE SAHEL"),
    ("en", "RESOLUTIONS", "ADOPTED BY THE\nELEVENTH ISLAMIC SUMMIT CONFERENCE", "ON THE WELLS OF THE SAHEL"),
    ("fr", "RÉSOLUTION N° 5/11-C", "ADOPTÉE PAR LA ONZIÈME CONFÉRENCE ISLAMIQUE AU SOMMET", "SUR LES PUITS DU SAHEL"),
    ("ar", "القرار رقم 5/11-س", "الصادر عن مؤتمر القمة الإسلامي الحادي عشر", "بشأن آبار الساحل"),
]


def read(*lines, joint="\n"):
    (report,) = build_reports(read_bytes(joint.join(lines).encode(), "page.txt"), [])
    return report


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize(("language", "number", "adopters", "subject"), COVERS)
def test_the_subject_below_who_adopted_a_text_goes_on_with_its_title(language, number, adopters, subject, joint):
    report = read(number, adopters, subject, "", ACTS[language], joint=joint)
    assert report.header.title == f"{number} {subject}"
    assert [(block.role, block.text) for block in report.blocks[:3]] == [
        ("title", number),
        ("header", adopters),
        ("title", subject),
    ]
    assert (report.header.body_id, report.header.session) == ("is", 11)


def test_a_title_that_is_whole_has_no_subject_below_who_adopted_it():
    report = read("DAKAR DECLARATION", "ADOPTED BY THE ISLAMIC SUMMIT CONFERENCE", "ON MONDAY", "", ACTS["en"])
    assert report.header.title == "DAKAR DECLARATION"


def test_the_name_of_who_adopted_it_may_go_on():
    report = read("RESOLUTION NO. 5/11-C", "ADOPTED BY THE CONFERENCE", "ON WELLS", "", ACTS["en"])
    assert [block.role for block in report.blocks[:2]] == ["title", "header"]
