"""Words of a headline with slashes are no symbol; the letters of an institution in one of the OIC's say little."""

from __future__ import annotations

import pytest
from judged import block

from oic_reports.model import Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.names.organisations import names_institution
from oic_reports.structure.ours.owners import find_owner
from oic_reports.structure.report import build_reports


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("OCI/Sahel/Bassin du lac Tchad : la conférence des donateurs", None),
        ("OCI/Mali/Niger : un plan pour les puits", None),
        ("OIC/Sudan/Darfur: donors to meet in Cairo", None),
        ("OCI/MALI/SAHEL", None),
        ("OIC/IDB/ISESCO", None),
        ("مؤتمر OIC/Sahel/Chad للمانحين", None),
        ("OIC/CG/MALI/REP", "OIC/CG/MALI/REP"),
        ("OIC/CFM/POL/RES/FINAL", "OIC/CFM/POL/RES/FINAL"),
        ("OCI/COMCEC/Rapport/Draft", "OCI/COMCEC/Rapport/Draft"),
        ("OCI/Sahel/2024/1", "OCI/Sahel/2024/1"),
    ],
)
def test_a_symbol_has_a_digit_or_a_code(line, symbol):
    assert find_symbol(line) == symbol


@pytest.mark.parametrize(
    ("symbol", "is_of_institution"),
    [
        ("OIC/ISSF/ICYSM-2/2014/DEC", False),
        ("OIC/ISSF/2014/REP", True),
        ("OIC/IOFS/2020/REP", True),
        ("OIC/CFM-40/2013/REP", False),
    ],
)
def test_a_conference_that_an_institution_served_is_the_oics(symbol, is_of_institution):
    assert names_institution(symbol) is is_of_institution


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("REPORT OF THE GENERAL ASSEMBLY OF THE ISLAMIC SOLIDARITY SPORTS FEDERATION", "other"),
        ("REPORT OF THE COUNCIL OF FOREIGN MINISTERS OF THE ORGANISATION OF ISLAMIC COOPERATION", "own"),
        ("REPORT ON THE WELLS OF MALI", "other"),
    ],
)
def test_a_symbol_with_an_institution_leaves_it_to_the_title(title, standing):
    blocks = [block(title, "title"), block("1. The wells were dug in time.")]
    owner = find_owner(Header("en", symbol="OIC/ISSF/2014/REP", title=title), blocks, "en")
    assert owner is not None
    assert owner.standing == standing


CUT = """Makkah declaration on the wells of the states and of the

OIC/CFM-40/2013/DEC

{title}

We, the ministers of foreign affairs of the Organization of Islamic Cooperation, who met in Makkah on 3 May 2013,

Recalling the declarations on wells,

Declare as follows:

1. Wells are dug.

2. Wells are kept.
"""


def test_the_title_that_a_viewer_cut_short_above_the_symbol_is_the_pages():
    whole = "Makkah declaration on the wells of the states and of the cities of the desert"
    report = build_reports(read_bytes(CUT.format(title=whole).encode(), "page.txt"))[0]
    assert report.header.title == whole
    assert [block.text for block in report.blocks if block.role == "title"] == [whole]


def test_another_title_below_the_symbol_leaves_the_one_above_it():
    report = build_reports(read_bytes(CUT.format(title="Second part of the declaration").encode(), "page.txt"))[0]
    assert [block.subrole for block in report.blocks if block.text.startswith("Makkah declaration")] != ["page_title"]
