"""What a page says above a text that it gives, in full or in part, is no title of the document (decision 0054)."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

BODY = {
    "en": "1. The Contact Group on Mali of the OIC met in Niamey on 4 June 2016.\n\n2. The Meeting welcomed the wells.\n\n"
    "3. The Meeting requested the Secretary General to follow the matter.\n",
    "fr": "1. Le Groupe de contact de l’OCI sur le Mali s’est réuni à Niamey le 4 juin 2016.\n\n2. La Réunion a salué les puits."
    "\n\n3. La Réunion a demandé au Secrétaire général de suivre la question.\n",
    "ar": "1. عقد فريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي اجتماعه في نيامي يوم 4 يونيو 2016.\n\n"
    "2. رحب الاجتماع بالآبار.\n\n3. طلب الاجتماع من الأمين العام متابعة الأمر.\n",
}


def read(head, language):
    (report,) = build_reports(read_bytes(f"{head}\n\n{BODY[language]}".encode(), "page.txt"))
    return report.header


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("Full text of the final communiqué of the OIC Contact Group on Mali", "en"),
        ("Final communiqué of the OIC Contact Group on Mali (full text)", "en"),
        ("Niamey Declaration of the OIC Contact Group on Mali (document)", "en"),
        ("(Continued) OIC Contact Group on Mali, final communiqué", "en"),
        ("Texte intégral : communiqué final du Groupe de contact de l’OCI sur le Mali", "fr"),
        ("Communiqué final du Groupe de contact de l’OCI sur le Mali - texte intégral", "fr"),
        ("(Suite) Groupe de contact de l’OCI sur le Mali, communiqué final", "fr"),
        ("النص الكامل للبيان الختامي لفريق الاتصال المعني بمالي", "ar"),
        ("البيان الختامي لفريق الاتصال المعني بمالي (وثيقة)", "ar"),
        ("(تابع) فريق الاتصال المعني بمالي، نيامي، البيان الختامي", "ar"),
    ],
)
def test_what_heads_a_page_is_no_title_and_still_names_the_type(head, language):
    header = read(head, language)
    assert header.title is None
    assert header.document_type in {"final_communique", "declaration"}


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("Final communiqué of the OIC Contact Group on Mali", "en"),
        ("Final communiqué of the OIC Contact Group on Mali (wells)", "en"),
        ("Communiqué final du Groupe de contact de l’OCI sur le Mali", "fr"),
        ("البيان الختامي لفريق الاتصال المعني بمالي", "ar"),
    ],
)
def test_what_the_text_calls_itself_is_its_title(head, language):
    assert read(head, language).title == head


def test_the_documents_own_title_below_that_of_the_page_is_kept():
    head = "(Continued) Tenth Session of the OIC Contact Group on Mali, reports\n\nSource: OIC\n\nNiamey Declaration on Wells"
    assert read(head, "en").title == "Niamey Declaration on Wells"


@pytest.mark.parametrize(
    ("head", "language", "title"),
    [
        ("The Fourteenth Session of the Islamic Summit Conference", "en", None),
        ("Quatorzième session de la Conférence islamique au sommet", "fr", None),
        ("الدورة الرابعة عشرة لمؤتمر القمة الإسلامي", "ar", None),
        *[
            (named, language, named)
            for named, language in [
                ("Final Communiqué of the Fourteenth Session of the Islamic Summit Conference", "en"),
                ("Communiqué final de la quatorzième session de la Conférence islamique au sommet", "fr"),
                ("البيان الختامي للدورة الرابعة عشرة لمؤتمر القمة الإسلامي", "ar"),
            ]
        ],
    ],
)
def test_the_name_of_a_session_alone_is_no_title_and_gives_its_facts(head, language, title):
    header = read(head, language)
    assert header.title == title
    assert (header.body_id, header.session) == ("is", 14)
