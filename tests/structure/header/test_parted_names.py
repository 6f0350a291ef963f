"""Names of organs that the name of the organisation parts, and pages of covers that a viewer numbers."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.report import build_reports


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        (
            "La Conférence ministérielle de l’Organisation de Coopération islamique (OCI) sur le rôle de la femme",
            "fr",
            "mc-women",
        ),
        ("la deuxième Conférence ministérielle de l'OCI sur le rôle des femmes", "fr", "mc-women"),
        ("Le Comité permanent de l’OCI pour la coopération économique et commerciale", "fr", "comcec"),
        ("the Ministerial Conference of the OIC on the Role of Women", "en", "mc-women"),
        ("the Permanent of the OIC for orchards", "en", None),
        ("المؤتمر الوزاري في منظمة التعاون الإسلامي المعني بالمرأة", "ar", "mc-women"),
    ],
)
def test_the_organisation_may_part_the_name_of_its_organ(text, language, body):
    found = find_body(text, language)
    assert (found.body_id if found else None) == body


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("l’Organisation de Coopération islamique", True),
        ("l’Organisation de la Coopération islamique", True),
        ("l’Organisation de coopération économique", False),
    ],
)
def test_the_french_article_may_be_left_out(text, is_named):
    assert names_organisation(text, "fr") == is_named


def test_a_viewer_prints_a_page_number_before_the_cover_that_it_runs_together():
    cover = "OIC/CFM-31/2004/REP.FINAL\n\nRAPPORT DE LA 31ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES\n\nRabat, Royaume du Maroc\n\n4-6 mai 2004\n\n"
    page = (
        "34\n0 OIC/CFM-31/2004/REP.FINAL\n\nRAPPORT DE LA 31ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES\n\n"
        "Embed Size (px)\n\nCitation preview\n\n0\n\n"
    )
    text = "1- La trente et unième session du Conseil des ministres des Affaires étrangères s’est tenue à Rabat du 4 au 6 mai 2004.\n\n2- Le Conseil a planté des arbres.\n"
    report = build_reports(read_bytes((page + cover + text).encode(), "x.txt"))[0]
    symbols = [block for block in report.blocks if block.role == "header" and block.subrole == "symbol"]
    assert [block.text for block in symbols] == ["OIC/CFM-31/2004/REP.FINAL"]
