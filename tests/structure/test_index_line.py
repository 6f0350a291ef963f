"""Rows of an index that viewers run together, wherever its columns went: pages, labels and letters (decision 0078)."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.parting.glued import part_glued
from oic_reports.structure.parting.glued.index_line import _RESOLUTION, Count, _may_name_resolution, find_rows
from oic_reports.structure.report import build_reports

COVERS = {
    "en": (
        *("OIC/CFM-44/2017/WTR/RES/FINAL", "RESOLUTIONS ON WATER AFFAIRS"),
        *("ADOPTED BY THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS", "DAKAR, SENEGAL", "10-11 JULY 2017"),
    ),
    "fr": (
        *("OIC/CFM-44/2017/WTR/RES/FINAL", "RÉSOLUTIONS SUR LES EAUX"),
        "ADOPTÉES PAR LA 44ÈME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ÉTRANGÈRES",
        *("DAKAR, SÉNÉGAL", "10-11 JUILLET 2017"),
    ),
    "ar": (
        *("OIC/CFM-44/2017/WTR/RES/FINAL", "قرارات بشأن المياه"),
        *("الصادرة عن الدورة الرابعة والأربعين لمجلس وزراء الخارجية", "داكار، السنغال", "10-11 يوليو 2017م"),
    ),
}


def part(language, *texts):
    return [
        line.text for line in part_glued(drop_blank([Line(t, n) for n, t in enumerate(texts, 1)], language), language)
    ]


def list_rows(language, *lines):
    """The heading of the index and its rows, as label and text."""
    report = build_reports(read_bytes(("\n\n".join([*COVERS[language], *lines]) + "\n").encode(), "x.txt"))[0]
    blocks = [block for block in report.blocks if block.role in {"heading", "table"}]
    return [(block.label, " ".join(block.text.split())) for block in blocks]


def test_a_page_stands_before_the_last_words_of_its_row():
    rows = [
        "1 Resolution No. 1/44-WTR on Wells 3",
        "2 Resolution No. 2/44-WTR on the Dams of the 5",
        "3 Resolution No. 3/44-WTR on the Locks between the Hills and 25 the Sea",
        "4 Resolution No. 4/44-WTR on Silt 27",
    ]
    told = [("1", rows[0][2:]), ("2", rows[1][2:]), ("3", rows[2][2:]), ("4", rows[3][2:])]
    assert list_rows("en", "Index", "No. Subject Page", " ".join(rows)) == [
        *((None, "Index"), (None, "No. Subject Page"), *told)
    ]


INDEXES = {
    "en": (
        "INDEX NO. SUBJECT PAGE",
        ("1. RESOLUTION NO. 1/44-WTR ON 4 WELLS AND CISTERNS", "A Wells of the Coast", "B Old Cisterns."),
        ("2. RESOLUTION NO. 2/44-WTR ON 9 DAMS", "A Earthen Dams", "B The Dams of the Hills and of the Valleys"),
    ),
    "fr": (
        "INDEX N° SUJET PAGE",
        ("1 RÉSOLUTION N° 1/44-WTR SUR LES PUITS 1", "A) Forage des puits 3", "B) Curage 5"),
        ("2 RÉSOLUTION N° 2/44-WTR SUR LES BARRAGES 9", "A) Écluses 10", "B) Canaux du Sud"),
    ),
}


@pytest.mark.parametrize("language", INDEXES)
def test_letters_count_what_a_row_holds(language):
    head, *rows = INDEXES[language]
    heading, _, columns = head.partition(" ")
    told = list_rows(language, " ".join([head, *(piece for row in rows for piece in row)]))
    pieces = [piece.partition(" ") for row in rows for piece in row]
    assert told == [(None, heading), (None, columns), *((label, text) for label, _, text in pieces)]


def test_a_row_goes_on_from_the_line_above():
    first = "INDEX NO. SUBJECT PAGE 1. RESOLUTION NO. 1/44-WTR ON 4 WELLS A Wells of the Coast B Old Cisterns"
    lines = [
        f"{first} 2. RESOLUTION NO. 2/44-WTR ON 9 DAMS A Earthen Dams RESOLUTION NO. 3/44-WTR",
        *("ON 12", "CANALS 3."),
        "A Canals of the South B Locks 4. RESOLUTION NO. 4/44-WTR ON 20 SILT A The Delta",
    ]
    assert list_rows("en", *lines)[5:] == [
        *(("2.", "RESOLUTION NO. 2/44-WTR ON 9 DAMS"), ("A", "Earthen Dams")),
        (None, "RESOLUTION NO. 3/44-WTR ON 12 CANALS 3."),
        *(("A", "Canals of the South"), ("B", "Locks")),
        *(("4.", "RESOLUTION NO. 4/44-WTR ON 20 SILT"), ("A", "The Delta")),
    ]


def test_the_number_of_a_resolution_is_the_label_of_its_row():
    text = (
        "SOMMAIRE Résolution Objet Page 1/44-WTR Résolution n° 1/44-WTR sur les puits de 3 la côte "
        "2/44-WTR Résolution n° 2/44-WTR sur les barrages 5 3/44-WTR Résolution n° 3/44-WTR sur la vase et le"
    )
    assert list_rows("fr", text)[2:] == [
        ("1/44-WTR", "Résolution n° 1/44-WTR sur les puits de 3 la côte"),
        ("2/44-WTR", "Résolution n° 2/44-WTR sur les barrages 5"),
        ("3/44-WTR", "Résolution n° 3/44-WTR sur la vase et le"),
    ]


def test_arabic_rows_are_counted_alike():
    rows = [
        "1 قرار رقم 1/44 - م بشأن الآبار 3",
        "2 قرار رقم 2/44 - م بشأن السدود 5",
        "3 قرار رقم 3/44 - م بشأن القنوات 9",
    ]
    assert list_rows("ar", "الفهرس", "الرقم الموضوع الصفحة", " ".join(rows))[2:] == [(row[0], row[2:]) for row in rows]


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", ["2. Resolution No. 2/44-WTR on Dams 3", "3. Resolution No.3/44-WTR on Canals and"]),
        ("fr", ["2 Résolution N°2/44-WTR sur les barrages 3", "3 Résolution N°3/44-WTR sur les canaux et"]),
        ("ar", ["2. قرار رقم 2/44 - م بشأن السدود 3", "3. قرار رقم 3/44 - م بشأن القنوات و"]),
    ],
)
def test_labels_that_resolutions_say_again_part_a_line_that_nothing_heads(language, rows):
    assert part(language, " ".join(rows)) == rows


def test_the_number_of_the_page_stands_behind_that_of_the_last_row():
    rows = [f"{label} Resolution No. {n}/44-WTR: On Well {label} {n + 10}" for n, label in enumerate(("I", "II"), 1)]
    assert part("en", "No. Title Page", " ".join([*rows, "2"]))[1:] == [*rows, "2"]
    # a title may end with a number
    assert part("en", "No. Title Page", " ".join([*rows, "20"]))[1:] == [rows[0], f"{rows[1]} 20"]


@pytest.mark.parametrize(
    "text",
    [
        "The Council recalled Resolution No. 1/44-WTR on wells, Resolution No. 2/44-WTR and Resolution No. 3/44-WTR.",
        "In 2 Resolution No. 2/44-WTR on dams it asked for 3 Resolution No. 3/43-WTR on canals of the last session",
        "1 Resolution No. 1/44-WTR on Wells, on which the Council will act",
    ],
    ids=["named among others", "two sessions", "one alone"],
)
def test_a_sentence_that_names_resolutions_holds_no_rows(text):
    assert find_rows(text, "en") == []


@pytest.mark.parametrize(
    "subject",
    ["ON A COMMON MARKET FOR B GRADE SALT", "on Plan A for Wells", "on Wells in Memory of Professor A. Idris"],
    ids=["article", "a letter of the subject", "initial"],
)
def test_a_letter_alone_counts_nothing(subject):
    rows = [f"1. Resolution No. 1/44-WTR {subject}", "2. Resolution No. 2/44-WTR on Dams"]
    assert part("en", "INDEX", " ".join(rows))[1:] == rows


def test_the_next_resolution_may_be_named_in_the_subject_of_one():
    rows = ["1. Resolution No. 1/44-WTR on Wells, Resolution No. 2/44-WTR 3", "2. Resolution No. 2/44-WTR on Dams 5"]
    assert part("en", "INDEX", " ".join(rows))[1:] == rows


def test_rows_are_counted_on_from_line_to_line():
    count = Count()
    assert find_rows("Resolution No. 1/44-WTR on Wells", "en", count=count) == [0]
    assert (count.resolution, count.session) == (1, 44)
    # another session, or a number that does not follow, is no row
    assert find_rows("the Silt of Resolution No. 2/43-WTR", "en", count=count) == []
    assert find_rows("and the Delta Resolution No. 4/44-WTR", "en", count=count) == []
    assert find_rows("and the Delta Resolution No. 2/44-WTR on Dams", "en", count=count) == [14]


def test_a_letter_is_written_to_its_row_and_an_open_row_goes_on():
    rows = [
        *("1. RESOLUTION NO. 1/44-WTR ON", "WELLS", "6", "AThe Wells of the Coast."),
        *(
            "B The Old Cisterns of the Hills.",
            "CThe Lost Springs of the Plain.",
            "2. RESOLUTION NO. 2/44-WTR",
            "ON DAMS",
            "11",
        ),
    ]
    assert list_rows("en", "INDEX", "NO. SUBJECT PAGE", *rows)[2:] == [
        ("1.", "RESOLUTION NO. 1/44-WTR ON WELLS 6"),
        *(("A", "The Wells of the Coast."), ("B", "The Old Cisterns of the Hills.")),
        *(("C", "The Lost Springs of the Plain."), ("2.", "RESOLUTION NO. 2/44-WTR ON DAMS 11")),
    ]


@pytest.mark.parametrize(
    "word", ["Resolution", "RÉSOLUTION", "re\u017fOLUTION", "Draft resolution", "القرار", "مشروع قرار"]
)
def test_a_text_that_names_a_resolution_may_name_one(word):
    text = f"{word} 1/3"
    assert _RESOLUTION.search(text)
    assert _may_name_resolution(text)


def test_a_text_without_the_word_names_none():
    assert not _may_name_resolution("The decisions 1/3 and 2/3 المقرر")
