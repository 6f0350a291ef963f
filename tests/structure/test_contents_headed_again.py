"""Contents whose first row comes again below them with its label, as the heading of the text."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "fr": (
        (
            "OIC/COMCEC-FC-28/2012\n\nRAPPORT DU SECRETARIAT GENERAL DE L’OCI A LA VINGT-HUITIEME SESSION DU COMCEC\n\n"
            "ISTANBUL, REPUBLIQUE DE TURQUIE\n\n8-11 octobre 2012\n\n"
        ),
        "-: TABLES DES MATIERES :-",
        ["I. Avant-propos 2", "II. Les puits 5", "III. Les canaux 9", "VI. Les barrages 17"],
        ["I. AVANT-PROPOS", "II. LES PUITS"],
        [
            "1. Le Secrétariat a compté tous les puits de la région et les a décrits un par un.",
            "2. Il en a trouvé neuf, dont trois que personne ne connaissait encore.",
            "3. Chaque puits a sa corde, et chaque corde a son gardien dans le village.",
        ],
    ),
    "en": (
        (
            "OIC/COMCEC-FC-28/2012\n\nREPORT OF THE OIC GENERAL SECRETARIAT TO THE TWENTY-EIGHTH SESSION OF THE COMCEC\n\n"
            "ISTANBUL, REPUBLIC OF TURKEY\n\n8-11 October 2012\n\n"
        ),
        "TABLE OF CONTENTS",
        ["I. Foreword 2", "II. The wells 5", "III. The canals 9", "VI. The dams 17"],
        ["I. FOREWORD", "II. THE WELLS"],
        [
            "1. The Secretariat counted all wells of the region and described each of them.",
            "2. It found nine of them, three of which nobody had known before.",
            "3. Each well has its rope, and each rope its keeper in the village.",
        ],
    ),
}


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize("language", PAGES)
def test_contents_end_where_their_first_row_comes_again_with_its_label(language, joint):
    cover, heading, rows, headings, text = PAGES[language]
    body = [headings[0], *text[:2], headings[1], text[2]]
    (report,) = build_reports(read_bytes((cover + joint.join([heading, *rows, *body])).encode(), "page.txt"), [])
    blocks = [block for block in report.blocks if block.role in {"heading", "table", "operative"}]
    assert [(block.role, block.label) for block in blocks[:5]] == [
        ("heading", None),
        *(("table", label) for label in ("I.", "II.", "III.", "VI.")),
    ]
    assert [block.role for block in blocks[5:]] == ["heading", "operative", "operative", "heading", "operative"]


def test_a_number_that_counts_nothing_above_it_is_no_label_of_a_row():
    cover, heading, rows, headings, text = PAGES["en"]
    rows = [rows[0], "1. April 2013 4", rows[1]]
    (report,) = build_reports(
        read_bytes((cover + "\n".join([heading, *rows, headings[0], *text])).encode(), "p.txt"), []
    )
    labels = [block.label for block in report.blocks if block.role == "table"]
    assert labels[0] == "I."
    assert labels[-1] == "II."
