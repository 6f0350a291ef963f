"""How sure edges and roles of paragraphs are: what is called high is right, what is called low mostly is not."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from oic_reports.model import Reading
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.learnt import confidence
from oic_reports.structure.learnt.confidence import HIGH, LOW, estimate, measure, name_confidence, rate_blocks
from oic_reports.structure.report import build_reports, list_parts

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from confidence import list_pages, rate_page  # noqa: E402

REPORT = """Home | About | Contact

FINAL COMMUNIQUE
OF THE FOURTH MEETING OF THE CONTACT GROUP ON MALI
OF THE ORGANISATION OF ISLAMIC COOPERATION
Jeddah, 12 May 2016

The Contact Group on Mali of the Organisation of Islamic Cooperation met in Jeddah on 12 May 2016 under the
chairmanship of the Secretary General.

1. The Meeting commended the efforts of the Government of Mali to bring peace to the north of the country.

2. The Meeting urged the Member States to contribute to the reconstruction of the northern regions.

3. The Meeting requested the Secretary General to follow up the matter and to report thereon to the next session.
"""


def _read(text: str) -> Reading:
    return read_bytes(text.encode(), "report.txt")


def test_numbered_decisions_are_sure_and_residue_says_nothing() -> None:
    (report,) = build_reports(_read(REPORT))
    found = {block.text[:20]: block.structure_confidence for block in report.blocks}
    assert [found[text] for text in ("The Meeting urged th", "The Meeting requeste")] == ["high", "high"]
    assert [block.structure_confidence for block in report.blocks if block.role == "boilerplate"] == [None]
    assert not any(flag.flag == "structure_unsure" for flag in report.flags)


def test_a_role_that_reads_otherwise_is_less_sure() -> None:
    (part,) = list_parts(_read(REPORT))
    place = next(place for place, block in enumerate(part.blocks) if block.text.startswith("The Meeting urged"))
    called = [replace(block, role="heading") if at == place else block for at, block in enumerate(part.blocks)]
    rated, _ = rate_blocks(called, part.paragraphs)
    assert rated[place].structure_confidence == "low"


def test_a_document_of_doubtful_paragraphs_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    (part,) = list_parts(_read(REPORT))
    monkeypatch.setattr(confidence, "estimate", lambda _: LOW - 0.01)
    _, (flag,) = rate_blocks(part.blocks, part.paragraphs)
    assert (flag.flag, flag.severity) == ("structure_unsure", "warning")
    assert flag.note is not None
    assert flag.note.startswith("expected to be right in edges and role: 59% of ")
    monkeypatch.setattr(confidence, "estimate", lambda _: LOW)
    assert rate_blocks(part.blocks, part.paragraphs)[1] == ()


def test_nothing_is_said_where_blocks_do_not_stand_beside_their_paragraphs() -> None:
    (part,) = list_parts(_read(REPORT))
    rated, flags = rate_blocks(part.blocks[1:], part.paragraphs)
    assert {block.structure_confidence for block in rated} == {None}
    assert flags == ()


def test_each_measure_counts() -> None:
    sure = {"operative": 0.99, "goes on": 0.005, "aside": 0.005}
    goes_on = {"operative": 0.04, "goes on": 0.95, "aside": 0.01}
    best = estimate(measure("operative", [sure], sure, has_label=True))
    assert best >= HIGH
    assert estimate(measure("heading", [sure], sure, has_label=True)) < best
    assert estimate(measure("operative", [goes_on], sure, has_label=True)) < best
    assert estimate(measure("operative", [sure], goes_on, has_label=True)) < best
    assert estimate(measure("operative", [sure], sure, has_label=False)) < best
    wrapped = estimate(measure("operative", [sure, goes_on], sure, has_label=True))
    assert estimate(measure("operative", [sure, sure], sure, has_label=True)) < wrapped
    assert [name_confidence(share) for share in (HIGH, HIGH - 0.01, LOW, LOW - 0.01)] == [
        "high",
        "medium",
        "medium",
        "low",
    ]


def test_blocks_as_they_fell_are_right_as_often_as_they_are_called() -> None:
    """Rounds 43 and 44: 587 blocks that the code of their day made; the weights were learnt from these too."""
    called: Counter[tuple[str, bool]] = Counter()
    for page in list_pages([], {"43", "44"}):
        called.update((name_confidence(estimate(one.measures)), one.is_right) for one in rate_page(page))
    shares = {level: called[level, True] / (called[level, True] + called[level, False]) for level in ("high", "low")}
    assert called.total() > 500
    assert shares["high"] > 0.93
    assert shares["low"] < 0.4
