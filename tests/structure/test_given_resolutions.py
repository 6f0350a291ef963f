"""A resolution that a ministry's page gives below what it tells of the session."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TOLD = {
    "en": "Senegal hosted the 19th session of the OIC Council of Foreign Ministers, which was held in Dakar and ended on Friday.",
    "fr": "Le Sénégal a accueilli la 19e session du Conseil des ministres des Affaires étrangères de l’OCI, qui s’est tenue à Dakar.",
    "ar": "استضافت السنغال الدورة التاسعة عشرة لمجلس وزراء خارجية منظمة التعاون الإسلامي التي عقدت في داكار واختتمت يوم الجمعة.",
}
HEADLINES = {
    "en": "19th Session of OIC CFM – Resolutions",
    "fr": "19e session du CMAE de l’OCI – Résolutions",
    "ar": "الدورة التاسعة عشرة لمجلس وزراء الخارجية",
}
RESOLUTIONS = {
    "en": (
        "OIC Resolution No. 5/19-C on the Wells of the Sahel",
        "The Nineteenth Session of the Council of Foreign Ministers, held in Dakar, Republic of Senegal, from 9 to 11 May 1991,",
        "Recalling its resolutions,",
        "1. Invites all Member States to dig wells.",
        "2. Requests the Secretary General to follow the matter.",
    ),
    "fr": (
        "Résolution n° 5/19-C sur les puits du Sahel",
        "La Dix-neuvième session du Conseil des ministres des Affaires étrangères, réunie à Dakar, du 9 au 11 mai 1991,",
        "Rappelant ses résolutions,",
        "1. Invite les Etats membres à creuser des puits.",
        "2. Prie le Secrétaire général de suivre la question.",
    ),
    "ar": (
        "قرار رقم 5/19-ث بشأن آبار الساحل",
        "إن مجلس وزراء الخارجية في دورته التاسعة عشرة المنعقدة في داكار بجمهورية السنغال من 9 إلى 11 مايو 1991،",
        "إذ يستذكر قراراته السابقة،",
        "1- يدعو الدول الأعضاء إلى حفر الآبار.",
        "2- يطلب من الأمين العام متابعة الموضوع.",
    ),
}


def read(*paragraphs):
    return build_reports(
        read_bytes("\n\n".join(paragraphs).encode(), "page.txt"), ["https://foreign.example.sn/news/5"]
    )


@pytest.mark.parametrize("rule", [(), ("——–",)])
@pytest.mark.parametrize("language", RESOLUTIONS)
def test_what_a_page_tells_above_a_resolution_is_none_of_it(language, rule):
    (report,) = read(HEADLINES[language], TOLD[language], *rule, *RESOLUTIONS[language])
    header = report.header
    assert (header.document_type, header.title) == ("resolution", RESOLUTIONS[language][0])
    assert (header.body_id, header.session, header.city, header.date) == ("cfm", 19, "Dakar", "1991-05-09")
    assert [block.role for block in report.blocks if block.role != "boilerplate"] == [
        *("title", "preamble", "preamble", "operative", "operative")
    ]


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_a_resolution_inside_a_report_stays_in_it(language):
    title = {
        "en": "Final communiqué of the session",
        "fr": "Communiqué final de la session",
        "ar": "البيان الختامي للدورة",
    }
    reports = read(title[language], TOLD[language], *RESOLUTIONS[language])
    assert "press_lead" not in [block.subrole for report in reports for block in report.blocks]


def test_a_sentence_that_cites_a_resolution_gives_none():
    text = [TOLD["en"], "OIC Resolution No. 5/19-C asked for wells.", *RESOLUTIONS["en"][1:]]
    reports = read("Final communiqué of the 19th session of the Council of Foreign Ministers", *text)
    assert "press_lead" not in [block.subrole for report in reports for block in report.blocks]
