"""French texts without their apostrophes are read as if they had them, and quoted as they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.model import Block, Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lost_apostrophes import LEAST_LOST, find_lost_mark, put_apostrophes_back
from oic_reports.structure.printed_header import read_printed_header
from oic_reports.structure.report import build_reports

REPORT = """RAPPORT DE LA 4EME SESSION DE LA CONFERENCE ISLAMIQUE DES MINISTRES DE LA SANTE

1. La quatrième session de la Conférence islamique des ministres de la Santé de l Organisation de la Coopération
islamique s est tenue à Djakarta, République d Indonésie, du 22 au 24 octobre 2013.

2. La Conférence a adopté l ordre du jour.

3. La Conférence a remercié le pays qui l a reçue.
"""


def write(text):
    return [Block("operative", text, text)]


def test_what_lost_its_apostrophes_gives_its_facts_as_they_are_printed():
    (report,) = build_reports(read_bytes(REPORT.encode(), "x.txt"))
    header = report.header
    assert (header.date, header.date_end, header.country_iso2) == ("2013-10-22", "2013-10-24", "ID")
    quoted = [header.date_evidence, header.place_evidence, header.body_evidence, header.title, header.venue_raw]
    assert all(
        words in block or words.replace("\n", " ") in block
        for words in filter(None, quoted)
        for block in [" ".join(" ".join(block.text.split()) for block in report.blocks)]
    )
    assert "d Indonésie" in report.blocks[1].text
    assert not any("’" in block.text for block in report.blocks)


@pytest.mark.parametrize(
    ("text", "language", "mark"),
    [
        ("l ordre d un jour s est", "fr", "’"),
        ("l ordre d un jour s est l’autre", "fr", "'"),
        ("l ordre d un jour s est l’autre d'un", "fr", None),
        ("l ordre d un jour s est", "en", None),
        ("l ordre d un jour", "fr", None),
        ("l œuvre d un jour s est", "fr", "’"),
        ("T Ouattara, N Ahmed, M Ibrahim, L Ouedraogo", "fr", None),
        ("M. D. Almeida, salle d 3, n a pas, J. Ouattara", "fr", None),
    ],
)
def test_only_a_text_that_lost_several_lost_them(text, language, mark):
    assert find_lost_mark(write(text), language) == mark


def test_every_place_stays():
    (block,) = write("Qu il s est tenu à l OCI, et l a dit")
    (read,) = put_apostrophes_back([block], "’")
    assert read.text == "Qu’il s’est tenu à l’OCI, et l a dit"
    assert len(read.text) == len(block.text)
    assert read.text.count("’") == LEAST_LOST


def test_what_the_cover_says_is_quoted_as_it_is_printed_there():
    cover = Header("fr", body_id="cfm", body="CFM", body_source="title", body_evidence="s’est tenue", date="2013-10-22")
    cover = replace(
        cover, date_source="header", date_evidence="22 octobre", date_raw="22 octobre", date_precision="day"
    )
    header, _ = read_printed_header(write("l ordre d un jour s est"), "fr", cover)
    assert (header.body_source, header.body_evidence) == ("collection", "s’est tenue")
