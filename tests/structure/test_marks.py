from __future__ import annotations

import pytest

from oic_reports.structure.header.symbols import normalise_symbol
from oic_reports.structure.lines.marks import find_annex, find_symbol, is_end_mark, is_signature, opens_annex


@pytest.mark.parametrize(
    ("line", "raw", "symbol"),
    [
        ("**OIC/NY-ACM/2013/MALI/DRAFT-REP.", "OIC/NY-ACM/2013/MALI/DRAFT-REP.", "OIC/NY-ACM/2013/MALI/DRAFT-REP"),
        ("OIC /CFM-43/2016//POL/RES/FINAL", "OIC /CFM-43/2016//POL/RES/FINAL", "OIC/CFM-43/2016/POL/RES/FINAL"),
        ("OIC/SUM-12/FC /FINAL", "OIC/SUM-12/FC /FINAL", "OIC/SUM-12/FC/FINAL"),
        ("See OIC/CFM-44/2017/MM/RES/FINAL for it", "OIC/CFM-44/2017/MM/RES/FINAL", "OIC/CFM-44/2017/MM/RES/FINAL"),
        ("ICFM/26-99/PIL/D", "ICFM/26-99/PIL/D", "ICFM/26-99/PIL/D"),
        ("OIC/33-2006/PAL/SG.REP.1", "OIC/33-2006/PAL/SG.REP.1", "OIC/33-2006/PAL/SG.REP.1"),
        # a revision, and the title on the same line
        (
            "OIC/CFM-9/2011/R1 Rev.2/ ENG.ORG. RESOLUTION ON WELLS",
            "OIC/CFM-9/2011/R1 Rev.2/ ENG.ORG.",
            "OIC/CFM-9/2011/R1 REV.2/ENG.ORG",
        ),
        ("OIC/CFM-9/2011/DEC Rev.3", "OIC/CFM-9/2011/DEC Rev.3", "OIC/CFM-9/2011/DEC REV.3"),
    ],
)
def test_symbols(line, raw, symbol):
    assert find_symbol(line) == raw
    assert normalise_symbol(raw) == symbol


@pytest.mark.parametrize("line", ["the OIC/IDB joint project", "and/or", "the OIC", "1/44-MM"])
def test_no_symbol(line):
    assert find_symbol(line) is None


@pytest.mark.parametrize(
    ("line", "annex"),
    [
        ("Annex-VII**", ("Annex-VII", 7)),
        ("ANNEX II", ("ANNEX II", 2)),
        ("Annexe 3", ("Annexe 3", 3)),
        ("ملحق (٤)", ("ملحق (٤)", 4)),
        ("ANNEX C", ("ANNEX C", 3)),
        ("Annexe V", ("Annexe V", 5)),
        ("الملحق (ب)", ("الملحق (ب)", 2)),
        ("Annexe à la résolution", None),
        ("Annex I: List", None),
        ("annexed hereto", None),
    ],
)
def test_annex_labels(line, annex):
    assert find_annex(line) == annex


def test_an_annex_that_opens():
    assert opens_annex("Annex I: List of participants")
    assert opens_annex("ANNEX A: AGENDA OF THE CONFERENCE")
    assert opens_annex("الملحق أ - جدول الأعمال")
    assert not opens_annex("Annex A lists those who came.")
    assert not opens_annex("Annexed to this report is the list of participants")


@pytest.mark.parametrize("line", ["-----//-----", "=====", "***", "(انتهى)", "// انتهى //", "END", "FIN"])
def test_end_marks(line):
    assert is_end_mark(line)


@pytest.mark.parametrize("line", ["The end of it", "-", "text --- text"])
def test_no_end_marks(line):
    assert not is_end_mark(line)


def test_signatures():
    assert is_signature("Done at Jeddah, 5 May 2018")
    assert is_signature("حرر في جدة بتاريخ 5 مايو 2018")
    assert not is_signature("The work was done at Jeddah.")
