"""The line that ends a post of a weblog: what stands below it is another post's."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXTS = {
    "en": (
        "Dakar Declaration on the Wells",
        (
            "We, the Ministers of Water of the Member States of the Organisation of Islamic Cooperation, meeting in Dakar, Republic "
            "of Senegal, on 9 and 10 May 2011, declare as follows:"
        ),
        "We shall count the wells of each village, and we shall see to it that none of them falls dry before the rains come back.",
        "We shall pay those who keep the wells.",
    ),
    "fr": (
        "Déclaration de Dakar sur les puits",
        (
            "Nous, Ministres de l’eau des Etats membres de l’Organisation de la Coopération islamique, réunis à Dakar, République "
            "du Sénégal, les 9 et 10 mai 2011, déclarons ce qui suit :"
        ),
        "Nous compterons les puits de chaque village, et nous veillerons à ce qu’aucun ne se tarisse avant le retour des pluies.",
        "Nous paierons ceux qui gardent les puits.",
    ),
    "ar": (
        "إعلان داكار بشأن الآبار",
        (
            "نحن وزراء المياه في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في داكار بجمهورية السنغال يومي 9 و10 مايو 2011، "
            "نعلن ما يلي:"
        ),
        "سنحصي آبار كل قرية من القرى، وسنحرص على ألا ينضب أي منها قبل عودة الأمطار في الموسم القادم.",
        "سندفع أجور من يحرسون الآبار.",
    ),
}
OTHER = {
    "en": ("On cats", "The cat slept until noon yesterday."),
    "fr": ("Des chats", "Le chat a dormi hier jusqu’à midi."),
    "ar": ("عن القطط", "نامت القطة أمس حتى الظهر."),
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Posted by Sam at 10:42 AM | Permalink | Comments (3)"),
        ("en", "Filed under: Water | Leave a comment"),
        ("fr", "10:42 Publié dans Eau | Lien permanent | Commentaires (3) | Imprimer"),
        ("fr", "Posté par Sami | Lien permanent"),
        ("ar", "نشر في مياه | رابط دائم | تعليقات (3)"),
    ],
)
def test_below_the_line_that_ends_a_post_another_one_begins(language, line):
    page = "\n\n".join([*TEXTS[language], line, *OTHER[language]])
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert [block.text for block in report.blocks if block.role == "boilerplate"] == [line, *OTHER[language]]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Posted in each village, the keepers shall report once a year."),
        ("fr", "Publié dans chaque village, le compte sera affiché au puits."),
    ],
)
def test_a_sentence_ends_no_post(language, line):
    page = "\n\n".join([*TEXTS[language], line])
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert report.blocks[-1].role == "operative"


@pytest.mark.parametrize(
    ("language", "column", "headline"),
    [
        ("en", "STATEMENT", "OIC: the wells of the Sahel shall be counted"),
        ("fr", "Communiqué", "OCI : les puits du Sahel seront comptés"),
        ("ar", "بيان", "منظمة التعاون الإسلامي: آبار الساحل ستحصى"),
    ],
)
def test_the_name_of_a_column_above_a_headline_is_no_title(language, column, headline):
    page = "\n\n".join([f"{column}\n{headline}", *TEXTS[language][1:]])
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert report.blocks[0].text == column
    assert report.blocks[0].role == "boilerplate"
    assert report.header.title in {headline, None}


def test_a_type_above_the_name_of_its_meeting_is_of_the_title():
    page = "\n\n".join(["DECLARATION\nOIC Ministers of Water: Dakar Meeting", *TEXTS["en"][1:]])
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert report.blocks[0].role == "title"
