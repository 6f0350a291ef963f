"""Tables of contents and indexes that stand in one line."""

from __future__ import annotations

import pytest
from glued_lines import part, part_in


def test_the_heading_of_an_index_stands_at_the_end_of_a_line():
    address = "Coordination Office of the Standing Committee, Necatibey Cad. 110, Ankara TABLE OF CONTENTS"
    rows = ["PART ONE", "I. Report of the Session ...... 7"]
    assert part(address, *rows) == [address.removesuffix(" TABLE OF CONTENTS"), "TABLE OF CONTENTS", *rows]
    assert part(address, "PART ONE", "The Session was held in Ankara.")[0] == address


def test_resolutions_that_count_on_are_rows_wherever_the_columns_stand():
    rows = [
        "Resolution No. 1/5-E on the Roads of the Desert 3",
        "Page II Resolution No. 2/5-E on Ports and Ships 9",
        "III IV Resolution No. 3/5-E on Salt 11",
    ]
    assert part(" ".join(["No. I Title", *rows])) == ["No. I Title", *rows]
    # a sentence that cites them
    cited = (
        "The Conference recalled Resolution No. 1/5-E on roads, Resolution No. 2/5-E on ports and Resolution No. 3/5-E."
    )
    assert part(cited) == [cited]


def test_the_pages_of_an_index_never_fall():
    pieces = ["INDEX", "1 Election of the Bureau and agenda 9", "2 Commerce, ports and ships in the year 3 3 Others 12"]
    assert part(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", ["1 Resolution No. 1/39-E on Wells", "Resolution No. 2/39-E on Orchards", "Resolution No. 3/39-E on Dams 7"]),
        ("fr", ["1 Résolution N 1/36-E sur les puits", "Résolution N 2/36-E sur les vergers", "Résolution N 3/36-E sur les barrages 7"]),
    ],
)  # fmt: skip
def test_rows_of_an_index_may_have_lost_their_pages(language, rows):
    assert part_in(language, " ".join(rows)) == rows
    # a sentence that names them
    told = {"en": " and ", "fr": " et "}[language].join(rows)
    assert part_in(language, told) == [told]
    assert part_in(language, " ".join(rows).removesuffix(" 7")) == [" ".join(rows).removesuffix(" 7")]


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("fr", ["OIC/36-CFM/2009/ORCH", "TABLE DES MATIERES", "N SUJET PAGE"]),
        ("en", ["OIC/CFM-36/2009/ORCH", "INDEX"]),
        ("en", ["OIC/CFM-36/2009/ORCH INDEX of wells"]),
    ],
)
def test_an_index_is_headed_behind_a_symbol(language, pieces):
    assert part_in(language, " ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        [
            "REPORT and RESOLUTIONS OF THE NINTH SESSION OF THE COMCEC",
            "Istanbul, 4 - 6 May 1993",
            "COMCEC Coordination Office Ankara, June 1993",
            "Address: COMCEC Coordination Office Harbour Street 7 Ankara-TURKEY Tel: 90-312-555 10 10 Website: http://www.example.org",
            "TABLE OF CONTENTS",
            "PART ONE",
            "Page",
            "RESOLUTIONS ON WHICH THE COMMITTEE OF THE SUMMIT RESTS",
            "Resolution of the Third Summit by which the Committees were set up 9",
            "Final Communique of the Fourth Summit on the Chair, 19 January 1984 ... .. 11",
            "Resolution No. 8 of the Fifth Summit 13",
            "PART TW O",
            "LIST OF DOCUMENTS AND REPORT OF THE NINTH SESSION",
            "I. List of Documents Laid before the Session ...... 25",
            "II. Report of the Session, held in Istanbul 31",
            "3",
            "ANNEXES",
            "Page",
            "1. List of Participants of the Session 47",
            "2. Statement of H.E. Ahmet Sezgin, Chairman of the Committee 71",
        ],
        [
            "TABLE OF CONTENTS",
            "I. Opening of the Session 3",
            "II. Commerce, ports and the ships of 2003 5",
            "III. Closing of the Session 9",
        ],
        [
            "REPORT OF THE NINTH SESSION OF THE COMCEC",
            "(Istanbul, 4 - 6 May 1993)",
            "COMCEC Coordination Office Ankara, June 1993",
            "TABLE OF CONTENTS",
            "PART ONE",
            "Page",
            "RESOLUTIONS ON WHICH THE COMMITTEE OF THE SUMMIT RESTS",
            "I. IL III.",
            "Resolution of the Third Summit by which the Committees were set up 9",
            "Final Communique of the Fourth Summit on the Chair 11",
            "Resolution of the Fifth Summit on the ports 13",
        ],
    ],
)
def test_contents_in_one_line_are_read_from_page_to_page(pieces):
    assert part(" ".join(pieces)) == pieces


def test_a_part_heads_its_row_in_a_line_of_its_own():
    pieces = ["3", "ANNEXES", "Page", "1. List of the Participants of the Nineteenth Session of the Committee 49"]
    assert part(" ".join(pieces)) == pieces
    # what the part is about is of its heading, where no row stands behind it
    whole = "P A R T O N E Page RESOLUTIONS OF THE SUMMIT ON WHICH THE STANDING COMMITTEE FOR COOPERATION RESTS"
    assert part(whole) == [whole]
    sentence = "Part one of the report tells of the wells that were dug in 17 Member States and of the rivers in 12"
    assert part(sentence) == [sentence]
