"""Lines that name a type of document: titles, and headlines that are none."""

import pytest
from judged import block

from oic_reports.structure.ours.typed_titles import find_title_of_type


@pytest.mark.parametrize(
    ("line", "language", "is_title"),
    [
        pytest.param("FINAL COMMUNIQUÉ OF THE OIC", "en", True, id="a type in capitals"),
        pytest.param(
            "Sixth Islamic Summit Conference in the old port city of Dakar, Senegal - Final Communiqué",
            "en",
            True,
            id="a type at the end",
        ),
        pytest.param("Pakistan welcomes the communiqué of the OIC", "en", False, id="a verb before the type"),
        pytest.param("Niamey summit: draft communiqué insists on wells", "en", False, id="a verb behind the type"),
        pytest.param(
            "What the many delegates from all countries said of the communiqué and of the weather in the hills",
            "en",
            False,
            id="a type far from both ends",
        ),
        pytest.param("A story", "en", False, id="no type"),
        pytest.param(
            "OIC Summit ends with the adoption of a final communiqué", "en", False, id="an end with an adoption, en"
        ),
        pytest.param("Ministers meet on the Makkah Declaration", "en", False, id="a meeting on a document, en"),
        pytest.param(
            "Fin du sommet de l’OCI avec l’approbation du communiqué final et d’un plan d’action",
            "fr",
            False,
            id="an end with an approval, fr",
        ),
        pytest.param("Le sommet de l’OCI clos par une déclaration", "fr", False, id="closed by a document, fr"),
        pytest.param("ختام القمة الإسلامية باعتماد البيان الختامي", "ar", False, id="a close with an adoption, ar"),
        pytest.param("القمة الإسلامية تنتهي بإعلان إسطنبول", "ar", False, id="an end with a document, ar"),
        pytest.param("Text of the Makkah Declaration", "en", True, id="the text of a document, en"),
        pytest.param("Conference of Ministers Final Communiqué", "en", True, id="a type behind a body, en"),
        pytest.param("Published Resolutions", "en", True, id="a participle that publishes, en"),
        pytest.param("Réunion du Groupe de contact Communiqué final", "fr", True, id="a type behind a body, fr"),
        pytest.param("Excerpts from the Final Communiqué", "en", True, id="excerpts, en"),
        pytest.param("OIC Contact Group on Mali – Final Communiqué", "en", True, id="a type behind a dash, en"),
        pytest.param("Texte intégral de la Déclaration de Dakar", "fr", True, id="the whole text of a document, fr"),
        pytest.param("Projet de communiqué final", "fr", True, id="a draft, fr"),
        pytest.param("12ème sommet de l’OCI : communiqué final", "fr", True, id="a type behind a colon, fr"),
        pytest.param("مشروع البيان الختامي", "ar", True, id="a draft, ar"),
        pytest.param("القمة الإسلامية الثانية عشرة: البيان الختامي", "ar", True, id="a type behind a colon, ar"),
    ],
)
def test_a_line_is_the_title_of_a_document(line, language, is_title):
    found = find_title_of_type([block(line, "title"), block("Text.")], language)
    assert (found is not None) == is_title
    # nothing below the first paragraph is a title
    assert find_title_of_type([block("Text."), block(line, "title")], language) is None


@pytest.mark.parametrize(("before", "is_title"), [(30, True), (31, False)])
def test_the_type_stands_early_in_a_title_or_late(before, is_title):
    early = "x" * (before - 1) + " Communiqué " + "y" * 80
    late = "y" * 80 + " Communiqué " + "x" * (before - 1)
    for line in (early, late):
        assert (find_title_of_type([block(line, "title"), block("Text.")], "en") is not None) == is_title
