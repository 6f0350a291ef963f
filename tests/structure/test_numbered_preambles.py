"""A declaration may number its preamble, from those who declare on; what they declare goes on counting."""

from __future__ import annotations

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLE = "Muscat Declaration of the Sixth Islamic Conference of Ministers of Water\n\n"
SAYS = (
    "We, the Ministers, having met in Muscat, Sultanate of Oman, from 3 to 5 March 2014,",
    "Heeding the counsel of those who dig wells in dry years;",
    "Proud of the dams that were built by hand;",
    "Rooted in the custom of sharing what a spring gives;",
)
DOES = ("Open the gates of the common channel twice a week;", "Share the gauge readings among all Member States.")


def read(text):
    (report,) = build_reports(read_bytes((TITLE + text).encode(), "page.txt"))
    return {block.text: block.role for block in report.blocks}


def test_numbered_participles_below_those_who_declare_are_preamble():
    numbered = [f"{number}. {said}" for number, said in enumerate(SAYS, 1)]
    decided = [f"{number}. {said}" for number, said in enumerate(DOES, 5)]
    roles = read("\n\n".join([*numbered, "Do hereby declare that we shall:", *decided]) + "\n")
    assert [roles[said] for said in SAYS] == ["preamble"] * 4
    assert [roles[said] for said in DOES] == ["operative"] * 2


def test_numbered_paragraphs_that_act_are_no_preamble():
    acts = ("Heeding the counsel of the elders, the Meeting closed two wells.", "The Meeting opened the third.")
    roles = read("\n\n".join(f"{number}. {said}" for number, said in enumerate((SAYS[0], *acts), 1)) + "\n")
    assert [roles[said] for said in acts] == ["operative"] * 2
