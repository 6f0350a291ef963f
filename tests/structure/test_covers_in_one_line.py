"""Covers that stand in one line: title, place and days, each a block."""

from __future__ import annotations

import pytest
from glued_lines import PARAGRAPHS, make, part

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.parting.glued import part_glued


def test_a_place_with_its_days_ends_a_title():
    title = "Final Communiqué of the Fourth Session of the Islamic Conference of Labour Ministers"
    place = "Jakarta, Republic of Indonesia 15-16 February 2018"
    assert part(f"{title} {place}") == [title, place]
    assert part(f"{title} held in {place}") == [f"{title} held in {place}"]


def test_days_in_brackets_at_the_end_of_a_line_stay_with_the_title():
    title = (
        "Final communiqué of the Ninth Islamic Summit, which met in the hall of the weavers (Istanbul, 4 - 6 May 1993)"
    )
    assert part(title) == [title]


def test_a_dateline_and_a_sentence_stay_whole():
    for text in (
        f"LAHORE, 20 December 2021 (APP): {PARAGRAPHS[0]}",
        "The Declaration adopted in Baku, Republic of Azerbaijan 3-5 May 2013, was recalled by the Conference of Ministers.",
        "The final communiqué of the Sixth Session (Session of Peace) which met in Baku, Republic of Azerbaijan 3 May 2013.",
    ):
        assert part(text) == [text]


def test_a_cover_ends_where_a_sentence_does_or_tells_something():
    place = "Jakarta, Republic of Indonesia 15-16 February 2018"
    for text in (
        f"The final communiqué was read to all who had come to the hall. {place}",
        f"The OIC welcomes the final communiqué of the Labour Ministers of its Member States {place}",
    ):
        assert part(text) == [text]
    sentence = "We, the Ministers of Labour, recall what the last session said of work (Theme: Work) Rest"
    pieces = ["OIC/5ICLM/2021/RES", "Original: Arabic", f"{sentence} {place}"]
    assert part(" ".join(pieces)) == pieces


def test_a_cover_that_stands_again_below_is_not_parted():
    pieces = ["OIC/5ICLM/2021/RES", "RESOLUTIONS OF THE LABOUR MINISTERS", "BAKU, REPUBLIC OF AZERBAIJAN 3-5 MAY 2021"]
    cover = " ".join(pieces)
    assert part(cover) == pieces
    assert part(cover, *pieces) == [cover, *pieces]
    assert part_glued(make(cover, *pieces), "en")[0].hint == "site"
    assert part(f"1 {cover}") == ["1", *pieces]


@pytest.mark.parametrize(
    "pieces",
    [
        [
            "OIC/ICMW-4/2013/DEC",
            "JAKARTA DECLARATION 2013",
            "Fourth Session of the Islamic Conference of Health Ministers",
            "Better Wells, Better Cities",
            "Jakarta, Republic of Indonesia 17-19 Dhul Hijjah 1434H (22-24 October 2013)",
        ],
        [
            "OIC/CFM-20/1991/W/RES",
            "RESOLUTIONS ON WATER",
            "ADOPTED BY THE 20TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "(SESSION OF WELLS AND RIVERS)",
            "FEZ, KINGDOM OF MOROCCO (4-6 MAY 1991)",
        ],
        # a session that goes on with its title
        [
            "OIC/CFM-20/1991/W/REP",
            "REPORT OF THE TWENTIETH SESSION OF THE COUNCIL OF FOREIGN MINISTERS (CFM)",
            "FEZ, KINGDOM OF MOROCCO (4-6 MAY 1991)",
        ],
    ],
)
def test_a_cover_in_one_line_says_one_thing_in_a_block(pieces):
    assert part(" ".join(pieces)) == pieces


def test_a_french_cover_in_one_line_says_one_thing_in_a_block():
    pieces = [
        "OIC/CFM-20/1991/W/RES",
        "RESOLUTIONS SUR L EAU",
        "ADOPTEES PAR LA 20 E SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
        "(Session des puits et des fleuves du désert)",
        "DJEDDAH, ROYAUME D ARABIE SAOUDITE 20-21 CHAABAN 1435H 18-19 JUIN 2014",
    ]
    lines = drop_blank([Line(" ".join(pieces), 1)], "fr")
    assert [line.text for line in part_glued(lines, "fr")] == pieces
