"""A headline above a text, in which somebody acts, is no title of it."""

import pytest
from extracts import EXTRACTS, read

from oic_reports.structure.header.sure_title import is_headline


@pytest.mark.parametrize(
    ("language", "line", "is_title"),
    [
        pytest.param("en", "OIC summit communiqué urges aid for schools, 3rd add", False, id="a document acts, en"),
        pytest.param(
            "en",
            "Final communiqué of the Islamic summit condemns attacks on schools",
            False,
            id="a document acts behind the name of its meeting, en",
        ),
        pytest.param("fr", "Le communiqué final de l’OCI condamne les attaques", False, id="a document acts, fr"),
        pytest.param("ar", "البيان الختامي للقمة الإسلامية يدين الهجمات على المدارس", False, id="a document acts, ar"),
        pytest.param(
            "en", "Final communiqué of the Islamic Summit on the calls for aid", True, id="a noun in the subject, en"
        ),
        pytest.param(
            "en", "Resolution on the State which condemns its schools", True, id="a relative clause in the subject, en"
        ),
        pytest.param(
            "fr", "Résolution sur la présente demande d’adhésion", True, id="a noun like a verb in the subject, fr"
        ),
        pytest.param(
            "ar", "البيان الختامي للقمة الإسلامية بشأن ما يدين القانون", True, id="a relative clause in the subject, ar"
        ),
    ],
)
def test_a_line_in_which_a_document_acts_is_no_title(language, line, is_title):
    assert read(EXTRACTS[language].format(line)).header.title == (line if is_title else None)


DECLARING = {
    "en": "We, the Ministers of Labour of the Member States of the OIC, meeting in Baku from 25 to 26 April 2013, agree"
    " on the following:\n\n1. To protect every worker.\n\n2. To thank the host.\n\n3. To meet again.",
    "fr": "Nous, ministres du Travail des États membres de l’OCI, réunis à Bakou du 25 au 26 avril 2013, convenons de ce"
    " qui suit :\n\n1. Protéger tout travailleur.\n\n2. Remercier le pays hôte.\n\n3. Se réunir de nouveau.",
    "ar": "نحن وزراء العمل في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في باكو من 25 إلى 26 أبريل 2013، اتفقنا على ما"
    " يلي:\n\n1- حماية كل عامل.\n\n2- شكر البلد المضيف.\n\n3- الاجتماع من جديد.",
}


@pytest.mark.parametrize(
    ("language", "headline", "lead"),
    [
        ("en", "OIC ministers decide to open an office", "Below is the whole text of the Baku Declaration:"),
        ("fr", "Travail : les ministres de l’OCI décident d’ouvrir un bureau", "Voici le texte de la déclaration :"),
        ("ar", "وزراء العمل في دول التعاون الإسلامي يصدرون إعلان باكو", "وخرج المؤتمر بإعلان باكو وفيمايلي نصه:"),
        (
            "ar",
            "وزراء العمل في دول التعاون الإسلامي ينهون مؤتمرهم بإعلان باكو",
            "وخرج المؤتمر بإعلان باكو وفيما يلي نصه:",
        ),
    ],
)
def test_a_headline_in_which_those_who_met_act_is_no_title(language, headline, lead):
    report = read(f"{headline}\n\n{lead}\n\n{DECLARING[language]}\n")
    assert report.header.title is None
    assert [block.subrole for block in report.blocks if block.text == lead] == ["press_lead"]


@pytest.mark.parametrize(
    ("title", "language", "is_one"),
    [
        ("OIC decides to open an office in Tripoli", "en", True),
        ("Decisions of the Council of Foreign Ministers", "en", False),
        ("Le Conseil décide d’ouvrir un bureau", "fr", True),
        ("Les ministres annoncent une réunion", "fr", True),
        ("Décisions du Conseil des ministres", "fr", False),
        ("وزراء البيئة ينهون مؤتمرهم بإصدار إعلان الرباط", "ar", True),
        ("الوزراء يعتمدون إعلان الرباط", "ar", True),
        ("القادة يدعون إلى وقف القتال في بيان", "ar", True),
        ("اليونان في بيان ختامي", "ar", False),
    ],
)
def test_something_acts_in_a_headline(title, language, is_one):
    assert is_headline(title, language) == is_one
