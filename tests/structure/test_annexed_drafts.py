"""A draft that is the annex of another text, whose name stands above it; leads that are wrapped."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXTS = {
    "en": "We, the Kings and Heads of State, declare:\n\n1. We shall dig wells.\n\n2. We shall build dams on all rivers.\n",
    "fr": "Nous, Rois et Chefs d’Etat, déclarons :\n\n1. Nous creuserons des puits.\n\n2. Nous ferons des barrages.\n",
    "ar": "نحن ملوك ورؤساء الدول الأعضاء في منظمة التعاون الإسلامي، وقد اجتمعنا في داكار،\n\nنعلن ما يلي:\n\n1- سنحفر الآبار في القرى.\n\n2- سنبني السدود على الأنهار.\n",
}
COVERS = [
    ("en", "Annex 3", "Final communiqué of the Islamic Summit", "Text of the draft declaration of Dakar"),
    ("en", "ANNEX NO. (3)", "FINAL COMMUNIQUÉ OF THE ISLAMIC SUMMIT", "DRAFT DAKAR DECLARATION"),
    ("en", "Annex 3", "Final communiqué of the Islamic Summit", "Draft Dakar Declaration"),
    ("fr", "Annexe III", "Communiqué final du Sommet islamique", "Projet de déclaration de Dakar"),
    ("ar", "المرفق الرقم (3)", "البيان الختامي لمؤتمر القمة الإسلامي", "نص مشروع إعلان داكار"),
    ("ar", "مرفق رقم 3", "البيان الختامي لمؤتمر القمة الإسلامي", "مشروع إعلان داكار"),
]


def read(*lines):
    (report,) = build_reports(read_bytes("\n".join(lines).encode(), "page.txt"), [])
    return report


@pytest.mark.parametrize(("language", "label", "above", "title"), COVERS)
def test_what_the_annex_is_of_is_no_title_of_it(language, label, above, title):
    report = read(label, above, title, "", TEXTS[language])
    header = report.header
    assert (header.document_type, header.status, header.title) == ("declaration", "draft", title)
    assert [block.text for block in report.blocks if block.role == "header"][-1] == above


@pytest.mark.parametrize(("language", "label", "above", "title"), COVERS)
def test_a_title_of_one_type_is_whole_below_an_annex(language, label, above, title):
    report = read(label, above, "", TEXTS[language])
    assert report.header.document_type == "final_communique"
    assert report.header.title == above


@pytest.mark.parametrize(
    ("lead", "body", "session"),
    [
        (
            (
                "Dakar, 9 May: Following is the text of the Dakar Declaration\nadopted on Monday by the 22nd session of the "
                "Islamic Conference\nof Foreign Ministers held here:"
            ),
            "cfm",
            22,
        ),
        (
            (
                "DAKAR (AFP) - Voici le texte de la déclaration\nadoptée par la 22e session de la Conférence islamique\n"
                "des ministres des Affaires étrangères :"
            ),
            "cfm",
            22,
        ),
    ],
)
def test_a_lead_that_is_wrapped_is_one(lead, body, session):
    text = TEXTS["fr" if "Voici" in lead else "en"]
    report = read("The Wells Weekly", "", lead, "", text)
    (block,) = [block for block in report.blocks if block.subrole == "press_lead" and "22" in block.text]
    assert block.text == lead.replace("\n", " ")
    assert (report.header.body_id, report.header.session) == (body, session)


@pytest.mark.parametrize(
    ("language", "lead", "status"),
    [
        ("en", "Following is the text of the Dakar Declaration adopted Monday by the 22nd Islamic Summit:", "adopted"),
        ("en", "Following is the text of the Dakar Declaration read on Monday to the 22nd Islamic Summit:", "unknown"),
        (
            "fr",
            "Voici le texte de la Déclaration de Dakar adoptée lundi par la 22e session du Sommet islamique :",
            "adopted",
        ),
        (
            "fr",
            "Voici le texte de la Déclaration de Dakar lue lundi devant la 22e session du Sommet islamique :",
            "unknown",
        ),
        ("ar", "وفيما يلي نص إعلان داكار الذي اعتمده مؤتمر القمة الإسلامي الثاني والعشرون:", "adopted"),
        ("ar", "وفيما يلي نص إعلان داكار الذي تلاه رئيس مؤتمر القمة الإسلامي الثاني والعشرين:", "unknown"),
    ],
)
def test_a_lead_may_say_that_the_text_below_it_was_adopted(language, lead, status):
    assert read("The Wells Weekly", "", lead, "", TEXTS[language]).header.status == status
