"""Agreements of the OIC's states on pages that broke their titles, paragraphs and articles."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

PAGES = {
    "en": "{title}\n\nSign in to read on\n\nTranscription\n\nPREAMBLE The Governments of the Member States of {whose}, {parties} Mindful of "
    "the wells of the valley; Desiring to plant trees in common; {agree} ARTICLE 1 The Garden is founded.\n",
    "fr": "{title}\n\nConnectez-vous pour lire\n\nTranscription\n\nPRÉAMBULE Les Gouvernements des États membres de {whose}, {parties} "
    "Conscients du prix des puits de la vallée ; Désireux de planter ensemble des arbres ; {agree} ARTICLE 1 Le Jardin est créé.\n",
    "ar": "{title}\n\nأخبار البساتين\n\nديباجة\n\nإن حكومات الدول الأعضاء في {whose}، {parties} إذ تدرك قيمة آبار الوادي؛ وإذ ترغب في غرس الأشجار "
    "معا؛ {agree}\n\nالمادة الأولى\n",
}
OURS = {
    "en": {
        "title": "Garden",
        "whose": "the Organisation of Islamic Cooperation",
        "parties": "Parties to this Statute,",
        "agree": "",
    },
    "fr": {
        "title": "Jardin",
        "whose": "l’Organisation de la coopération islamique",
        "parties": "Parties au présent Statut,",
        "agree": "",
    },
    "ar": {"title": "الحديقة", "whose": "منظمة التعاون الإسلامي", "parties": "الأطراف في هذه الاتفاقية؛", "agree": ""},
}


def read_type(text: str) -> str | None:
    """The type of a page, ``refused`` where it is taken for another's."""
    try:
        (report,) = build_reports(read_bytes(text.encode(), "x.txt"), ["https://orchards.example/garden"])
    except NoReportError:
        return "refused"
    return report.header.document_type


@pytest.mark.parametrize(
    ("language", "change", "kind"),
    [
        ("en", {}, "statute"),
        ("en", {"title": "AGREEMENT ON GARDENS", "parties": "", "agree": "Have agreed as follows:"}, "convention"),
        ("en", {"parties": "", "agree": "Have agreed as follows:"}, "refused"),
        ("en", {"parties": "", "agree": "Heard much of gardens."}, "refused"),
        ("en", {"whose": "the African Union"}, "refused"),
        ("fr", {}, "statute"),
        (
            "fr",
            {"title": "ACCORD SUR LES JARDINS", "parties": "", "agree": "Sont convenus de ce qui suit :"},
            "convention",
        ),
        ("fr", {"parties": "", "agree": "Sont convenus de ce qui suit :"}, "refused"),
        ("fr", {"whose": "l’Union africaine"}, "refused"),
        ("ar", {}, "convention"),
        ("ar", {"title": "اتفاقية البساتين", "parties": "", "agree": "قد اتفقت على ما يلي:"}, "convention"),
        ("ar", {"whose": "جامعة الدول العربية"}, "refused"),
    ],
)
def test_states_of_the_oic_that_agree_make_a_text_its_own(language, change, kind):
    assert read_type(PAGES[language].format(**{**OURS[language], **change})) == kind


def test_who_tells_that_states_agreed_is_no_party():
    told = (
        "Wells for the valley\n\nThe Member States of the Organisation of Islamic Cooperation have agreed to plant trees, an official "
        "said on Monday. The ministers, he said, were mindful of the wells.\n"
    )
    assert read_type(told) == "refused"


def test_a_reporter_around_an_agreement_makes_a_story_of_it():
    page = PAGES["en"].format(**OURS["en"])
    assert read_type(f"{page}\nA spokesman told reporters that the garden was small.\n") == "refused"
