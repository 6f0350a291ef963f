"""Paragraphs that nothing but several blanks parts in a long line."""

from __future__ import annotations

import pytest

from oic_reports.reading.blank_gaps import part_gaps
from oic_reports.reading.reader import read_bytes

PARAGRAPHS = [
    "In the name of God, the Merciful",
    "Excellencies, Ladies and Gentlemen,",
    "The Ministers of Agriculture met for the third time this spring, and what they saw of the fields was good.",
    "It is for the Conference to say how the grain that was stored is to be shared among those who lost their own.",
    "The Conference thanked the host for the welcome that was given to all of the delegations in these three days.",
]


@pytest.mark.parametrize("gap", ["   ", "     ", "\u00a0\u00a0\u00a0", " \u00a0 "])
def test_blanks_part_the_paragraphs_of_a_long_line(gap):
    assert [*part_gaps(gap.join(PARAGRAPHS))] == [
        text + (gap if place < 4 else "") for place, text in enumerate(PARAGRAPHS)
    ]


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_copy_and_a_page_are_parted_alike(name):
    text = "\u00a0\u00a0\u00a0".join(PARAGRAPHS)
    page = f"<html><body><p>{text}</p></body></html>" if name.endswith("html") else text
    lines = [line for line in read_bytes(page.encode(), name).lines if line.text]
    assert [line.text for line in lines] == PARAGRAPHS
    assert all(line.flow == "starts" for line in lines[1:]) or name.endswith("html")


@pytest.mark.parametrize(
    "text",
    [
        # two blanks behind each sentence, as typists set them
        "  ".join(PARAGRAPHS),
        # columns of a table, and words that are set apart
        "   ".join(["Member State", "Share", "12.5", "Arrears", "Republic of Mali", "0.8", "none"] * 12),
        "   ".join(" ".join(PARAGRAPHS[2:]).split()),
        # one gap; a short line
        "   ".join([" ".join(PARAGRAPHS[:3]), " ".join(PARAGRAPHS[3:])]),
        "Dakar.   3 May.   Closed.",
        # what one sentence lists: officers, sums, persons with their titles
        "The Conference elected its bureau: Chairman, Niger;   "
        + ";   ".join(f"Member, {state}" for state in ("Benin", "Chad", "Egypt", "Gabon", "Guinea", "Iran", "Jordan"))
        + f" and {PARAGRAPHS[2]} {PARAGRAPHS[3]}"[:60],
        "The Conference noted the accounts: " + ";   ".join(f"item {n},   {n}00,000 dollars" for n in range(1, 12)),
        "The Conference heard "
        + ", ".join(f"{title}   Omar Sy of the Centre" for title in ("H.E. Mr.", "Prof.", "Dr.", "H. E.", "Mrs.") * 3),
        "عقد المؤتمر دورته،   " + "،   ".join(["وإلى حفر الآبار", "وإلى إرسال الغذاء", "وإلى دعم الصندوق"] * 6),
    ],
)
def test_other_blanks_part_nothing(text):
    assert [*part_gaps(text)] == [text]


def test_a_gap_inside_a_sentence_parts_nothing_beside_those_that_do():
    text = "   ".join([*PARAGRAPHS[2:4], PARAGRAPHS[4].replace("welcome that", "welcome   that"), PARAGRAPHS[2]])
    assert len(part_gaps(text)) == len(PARAGRAPHS) - 1


def test_a_sentence_goes_on_in_small_letters_behind_a_comma():
    told = f"{PARAGRAPHS[2]}   {PARAGRAPHS[3]}   {PARAGRAPHS[4][:-1]},   and it prayed for all of those who came."
    assert [len(piece.split("   ")) for piece in part_gaps(told)] == [2, 2, 2]


def test_items_below_a_line_that_leads_to_them_begin_with_small_letters():
    items = ["a) asks for wells in all of the villages;", "b) thanks the Bank for what it gave to them."]
    text = "   ".join([PARAGRAPHS[2], f"{PARAGRAPHS[3][:-1]}, and the Conference:", *items])
    assert len(part_gaps(text)) == 4


def test_those_who_are_addressed_again_stand_alone_where_letters_have_no_size():
    told = "نجتمع اليوم للحديث عن الآبار في الساحل وعن كل من يعيش بلا ماء منذ سنوات طويلة."
    text = "   ".join([*[told] * 2, "أصحاب المعالي والسعادة،", *[told] * 2])
    assert len(part_gaps(text)) == 5
