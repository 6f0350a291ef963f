"""A host's name of a file, printed again at the head of a line that holds the text; reports on a programme."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = [
    (
        (
            "OIC PROGRAMME OF ACTION 2031 PROGRESS REPORT 2033 - Library of Gao\n←\n→\nPage content transcription\n"
            "If your browser does not render page correctly, please read the page content below"
        ),
        "OIC PROGRAMME OF ACTION-2031 PROGRESS REPORT 2033",
        (
            "FOREWORD The Organisation of Islamic Cooperation adopted its programme in Dakar. This report tells what has come "
            "of it in the villages, in the towns and on the rivers.\n1. The wells were counted, and each was given a keeper.\n"
            "2. The dams were mended, and the canals that lead from them were cleaned."
        ),
        "report",
    ),
    (
        (
            "OCI PLAN D’ACTION POUR LES PUITS RAPPORT D’ETAPE 2033 | Bibliothèque de Gao\nTranscription du contenu de la page\n"
            "Si votre navigateur ne rend pas la page correctement, lisez le contenu ci-dessous"
        ),
        "OCI - PLAN D’ACTION POUR LES PUITS RAPPORT D’ETAPE 2033",
        (
            "AVANT-PROPOS L’Organisation de la Coopération islamique a adopté son plan à Dakar. Le présent rapport dit ce qui "
            "en est advenu dans les villages.\n1. Les puits ont été comptés, et chacun a reçu son gardien.\n"
            "2. Les barrages ont été réparés, et les canaux nettoyés."
        ),
        "report",
    ),
    (
        "DECLARATION OF DAKAR ON THE WELLS OF THE SAHEL - Library of Gao\nTranscript",
        "DECLARATION OF DAKAR ON THE WELLS OF THE SAHEL",
        (
            "We, the Ministers of Water of the Member States of the Organisation of Islamic Cooperation, meeting in Dakar, "
            "declare that the wells of the Sahel are ours to keep.\n1. We shall count them.\n2. We shall mend them."
        ),
        "declaration",
    ),
]


@pytest.mark.parametrize(("head", "title", "text", "kind"), PAGES)
def test_the_name_of_a_file_is_parted_from_the_text_that_it_heads(head, title, text, kind):
    (report,) = build_reports(read_bytes(f"{head}\n{title} {text}\n".encode(), "page.txt"), [])
    assert (report.header.title, report.header.document_type) == (title, kind)
    above = head.split("\n")
    assert [block.text for block in report.blocks if block.role == "boilerplate"] == above


def test_a_line_that_only_begins_as_the_name_does_stays_whole():
    text = "OIC PROGRAMME OF WELLS AND CANALS FOREWORD " + PAGES[0][2].partition(" ")[2]
    page = f"OIC PROGRAMME OF ACTION - Library of Gao\nTranscript\n{text}\n"
    reports = build_reports(read_bytes(page.encode(), "page.txt"), [])
    assert not any(block.text == "OIC PROGRAMME OF" for report in reports for block in report.blocks)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("OIC TEN-YEAR PROGRAMME OF ACTION FOR THE WELLS", "programme"),
        ("OIC TEN-YEAR PROGRAMME OF ACTION FOLLOW-UP REPORT", "report"),
        ("برنامج العمل العشري لمنظمة التعاون الإسلامي التقرير المرحلي", "report"),
        ("برنامج العمل العشري لمنظمة التعاون الإسلامي", "programme"),
    ],
)
def test_a_report_on_a_programme_is_a_report(title, kind):
    text = {"O": "1. Wells shall be dug.\n\n2. Dams shall be built.", "ب": "1- تحفر الآبار.\n\n2- تبنى السدود."}[
        title[0]
    ]
    (report,) = build_reports(read_bytes(f"{title}\n\n{text}\n".encode(), "page.txt"), [])
    assert report.header.document_type == kind
