"""Indexes without a heading whose rows are numbered, and the numbers of rows in odd places."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.body.index_rows import group_rows
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

ENACTED = {
    "en": (
        "The Thirty-sixth Session of the Council of Foreign Ministers of the OIC, (Session of Orchards),\n\nheld in Damascus, Syrian "
        "Arab Republic, on 23-25 May 2009,\n\nRecalling the resolutions on wells adopted before;\n\nMindful of the "
        "drought of the last years;\n\n1. Calls on Member States to share their maps of wells;\n\n2. Requests a report "
        "on the matter.\n"
    ),
    "fr": (
        "La Trente-sixième session du Conseil des ministres des Affaires étrangères de l'OCI, (Session des vergers),\n\ntenue à "
        "Damas, République arabe syrienne, du 23 au 25 mai 2009,\n\nRappelant les résolutions adoptées sur les puits ;\n\n"
        "Consciente de la sécheresse des dernières années ;\n\n1. Invite les Etats membres à partager leurs cartes des "
        "puits ;\n\n2. Demande un rapport à ce sujet.\n"
    ),
}
ROWS = {
    "en": "1. Resolution No. 1/36-W on the Wells of\n\nthe coast 4\n\n2. Resolution No. 2/36-W on Orchards\n\n"
    "3 RESOLUTION NO.3/36-W on planting\n\na tree beside each school\n\n",
    "fr": "1. Résolution N° 1/36-W sur les puits de\n\nla côte 4\n\n2. Résolution N° 2/36-W sur les vergers\n\n"
    "3 RESOLUTION N° 3/36-W sur la plantation\n\nd'un arbre près de chaque école\n\n",
}


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))


@pytest.mark.parametrize("language", ROWS)
def test_numbered_rows_above_who_acts_are_an_index(language):
    (report,) = read(ROWS[language] + ENACTED[language])
    assert [block.label for block in report.blocks if block.role == "table"] == ["1.", "2.", "3"]
    assert {block.role for block in report.blocks if block.label is None} <= {"preamble"}


def test_numbered_acts_that_name_resolutions_are_no_index():
    text = ENACTED["en"].replace("1. Calls", "1. Decides as follows; calls")
    (report,) = read(text)
    assert not [block for block in report.blocks if block.role == "table"]


@pytest.mark.parametrize(("wrapped", "is_index"), [(3, True), (4, False)])
def test_a_body_above_a_participle_acts_over_a_few_lines(wrapped, is_index):
    head, _, acts = ENACTED["en"].partition("held in")
    session = "\n\n".join(["held in Damascus", *["in the hall of wells"] * (wrapped - 1)])
    participles = acts[acts.index("Recalling") :]
    blocks = segment(read_bytes(f"{ROWS['en']}{head}{session}\n\n{participles}".encode(), "page.txt"))
    assert any(block.role == "table" for block in blocks) == is_index


LISTED = {
    "en": (
        "The following resolutions were adopted:",
        [
            "Resolution No. 1/36-W on Wells",
            "Resolution No. 2/36-W on Orchards",
            "Resolution No. 3/36-W on School Gardens",
        ],
        "RESOLUTION NO. 1/36-W ON WELLS",
    ),
    "fr": (
        "Les résolutions suivantes ont été adoptées :",
        [
            "Résolution N° 1/36-W sur les puits",
            "Résolution N° 2/36-W sur les vergers",
            "Résolution N° 3/36-W sur l'eau",
        ],
        "RÉSOLUTION N° 1/36-W SUR LES PUITS",
    ),
}


@pytest.mark.parametrize("language", LISTED)
def test_a_title_keeps_the_number_of_its_row(language):
    lead, rows, title = LISTED[language]
    above = {
        "en": "Resolutions on wells of the 36th Session of the Council of Foreign Ministers of the OIC",
        "fr": "Résolutions sur les puits de la 36e session du Conseil des ministres des Affaires étrangères de l'OCI",
    }[language]
    counted = "\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))
    enacted = ENACTED[language].replace("),\n\n", "), ")
    cover, part = read(f"{above}\n\n{lead}\n\n{counted}\n\n1. {title}\n\n{enacted}")
    assert [(b.role, b.text) for b in cover.blocks if b.label is None] == [("title", above), ("heading", lead)]
    assert [block.role for block in cover.blocks if block.label] == ["table"] * len(rows)
    assert [block.role for block in part.blocks[:3]] == ["title", "preamble", "preamble"]
    assert part.header.resolution_number == "1/36-W"
    assert [block.label for block in part.blocks if block.role == "operative"] == ["1.", "2."]


def rows_of(*texts):
    lines = [
        PrintedLine(Line(text, i), after_gap=text.startswith("Resolution"), language="en")
        for i, text in enumerate(texts)
    ]
    return [" / ".join(line.text for line in row) for row in group_rows(lines)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["Resolution No. 1/14-C", "1 On wells", "of the coast", "Resolution No. 2/14-C", "On dams", "9"],
            ["Resolution No. 1/14-C / 1 On wells / of the coast", "Resolution No. 2/14-C / On dams / 9"],
        ),
        (
            ["Resolution No. 3/14-C", "On the orchards", "3", "of the coast", "12", "Resolution No. 4/14-C", "On dams"],
            ["Resolution No. 3/14-C / On the orchards / 3 / of the coast / 12", "Resolution No. 4/14-C / On dams"],
        ),
        (
            ["Resolution No. 3/14-C", "On the orchards", "9", "of the coast"],
            ["Resolution No. 3/14-C / On the orchards / 9", "of the coast"],
        ),
    ],
    ids=["number before the subject", "number inside the subject", "the number of a page ends a row"],
)
def test_the_number_of_a_row_may_stand_in_its_middle(texts, expected):
    assert rows_of(*texts) == expected


def test_a_word_that_ends_a_title_in_the_index_as_on_the_cover_heads_no_page():
    text = (
        "OIC/CFM-36/2009/W/RES\n\nRESOLUTIONS ON\nWELLS IN MEMBER\nSTATES\n\nDAMASCUS, SYRIAN ARAB REPUBLIC\n\n23-25 MAY 2009\n\n"
        "INDEX\n\nResolution No. 1/36-W\n\nOn wells in Member\nStates 3\n\nResolution No. 2/36-W\n\nOn dams in Member\nStates\n\n7\n\n"
        f"RESOLUTION No. 1/36-W\n\nON WELLS IN MEMBER STATES\n\n{ENACTED['en']}"
    )
    cover, _ = read(text)
    assert not [block for block in cover.blocks if block.role == "running_header"]
