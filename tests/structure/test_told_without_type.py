"""Prose that tells what the OIC or its organ did and calls itself nothing: a press release, whoever frames it."""

import pytest
from test_own_datelines import MORE

from oic_reports.model import Block
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.estimated import name_form
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.report import build_reports

TOLD = {
    "en": "The Secretary General of the OIC opened a garden of herbs in Dakar, where gardeners of nine states had met.",
    "fr": "Le Secrétaire général de l’OCI a ouvert à Dakar un jardin d’herbes, où des jardiniers de neuf États étaient venus.",
    "ar": "افتتح الأمين العام لمنظمة التعاون الإسلامي في داكار حديقة للأعشاب قدم إليها بستانيون من تسع دول.",
}
FRAMES = ("quotes or sources", "announces a meeting", "page of news", "day of a newspaper", "statement told by others")


def name(language, *texts, signs=(), **changes):
    blocks = [Block("operative", text, text, **changes) for text in texts]
    return name_form([Sign(sign, "") for sign in signs], blocks, language)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_of_news_makes_no_other_form_of_what_is_told(language, frame):
    assert name(language, TOLD[language], MORE[language], signs=[frame]) == "press_release"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The members of the Governing Board of IRCICA met at the seat of the Centre to look at its roofs."),
        ("fr", "Les membres du Conseil d’administration de l’IRCICA ont parcouru les toits du Centre."),
        ("ar", "اجتمع أعضاء مجلس إدارة إرسيكا في مقر المركز لمعاينة سقوفه."),
    ],
)
def test_an_organ_of_ours_that_is_no_body_of_a_meeting_is_told_of_too(language, text):
    assert name(language, text) == "press_release"


@pytest.mark.parametrize(
    ("language", "text", "signs"),
    [
        ("en", TOLD["en"], ["participles of a preamble"]),
        ("en", TOLD["en"], ["says what the OIC is"]),
        ("en", TOLD["en"], ["form of a law or a treaty in articles"]),
        ("en", "Below is the text of the statement that the ministers of the OIC issued in Doha:", ["page of news"]),
        ("en", "The gardeners of nine states met in Dakar and spoke of herbs.", []),
        ("fr", "Voici le texte intégral de la déclaration des ministres de l’OCI :", ["day of a newspaper"]),
        (
            "ar",
            "في ما يأتي النص الحرفي للبيان الذي أصدره وزراء منظمة التعاون الإسلامي في الدوحة:",
            ["day of a newspaper"],
        ),
    ],
)
def test_what_a_meeting_says_what_is_given_below_and_what_others_did_is_none(language, text, signs):
    assert name(language, text, MORE[language], signs=signs) is None


def test_numbered_paragraphs_tell_no_release():
    assert name("en", TOLD["en"], MORE["en"], ordinal=1) is None


OWN = {
    "en": "https://oic-iphrc.org/en/press_details/?id=5",
    "fr": "https://oic-iphrc.org/fr/press_details/?id=5",
    "ar": "https://oic-iphrc.org/ar/press_details/?id=5",
}
HEADLINE = {
    "en": "OIC Independent Permanent Human Rights Commission Condemns the Closing of Wells",
    "fr": "La Commission permanente indépendante des droits de l’homme de l’OCI condamne la fermeture des puits",
    "ar": "الهيئة الدائمة المستقلة لحقوق الإنسان لمنظمة التعاون الإسلامي تدين إغلاق الآبار",
}
AGREED = {
    "en": (
        "The heads of its sections sat together in the small hall on Monday and looked at what the year had brought. The Commission thanked them for their work in the libraries of nine towns.",
        "At the end they agreed on the following:",
        "• To print the atlas of wells.",
        "• To buy two lamps.",
    ),
    "fr": (
        "Les chefs de section se sont retrouvés dans la petite salle et ont relu le bilan de l’année.",
        "Ils ont ensuite convenu de ce qui suit :",
        "• Imprimer l’atlas des puits.",
        "• Acheter deux lampes.",
    ),
    "ar": (
        "التقى رؤساء الأقسام في القاعة الصغيرة ونظروا فيما جاءت به السنة.",
        "واتفقوا في الختام على ما يلي:",
        "• طبع أطلس الآبار.",
        "• شراء مصباحين.",
    ),
}


def read(address, *parts):
    return build_reports(read_bytes("\n\n".join(parts).encode(), "x.txt"), [address])[0].header


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_an_organ_tells_of_itself_on_its_own_site_is_a_release_though_something_was_agreed(language):
    header = read(OWN[language], HEADLINE[language], "Date: 9/20/2016", *AGREED[language])
    assert (header.document_type, header.date) == ("press_release", "2016-09-20")


MET = {
    "en": "The Commission of the Organisation of Islamic Cooperation met in Jeddah and spoke of wells.",
    "fr": "La Commission de l’Organisation de la coopération islamique s’est réunie à Djeddah et a parlé des puits.",
    "ar": "اجتمعت هيئة منظمة التعاون الإسلامي في جدة وتحدثت عن الآبار في الدول الأعضاء.",
}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_text_on_such_a_site_that_has_numbers_or_a_type_is_none(language):
    _, lead, *items = AGREED[language]
    numbered = (f"{place}. {item[2:]}" for place, item in enumerate(items, 1))
    title = {"en": "DECLARATION ON WELLS", "fr": "DÉCLARATION SUR LES PUITS", "ar": "إعلان الآبار"}[language]
    assert read(OWN[language], MET[language], lead, *numbered).document_type != "press_release"
    assert read(OWN[language], title, MET[language], lead, *items).document_type == "declaration"
