from __future__ import annotations

from oic_reports.structure.lines.numbering import find_candidates
from oic_reports.structure.lines.sequence import Entry, decide_labels


def labels(*lines):
    entries = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else ""
        entries.append(Entry(find_candidates(line), starts=True, opens=before.endswith(":")))
    return [
        (f"{'>' * x.depth}{x.candidate.ordinal}" + (f" {x.flag}" if x.flag else "") if x else None)
        for x in decide_labels(entries)
    ]


def test_a_plain_list():
    assert labels("1. a", "text", "2. b", "3. c") == ["1", None, "2", "3"]


def test_a_gap_and_a_repeat_are_flagged_never_renumbered():
    assert labels("1. a", "2. b", "4. d", "4. e", "5. f") == ["1", "2", "4 number_gap", "4 number_repeat", "5"]


def test_letters_inside_numbers():
    assert labels("1. a:", "a) x", "b) y", "2. c") == ["1", ">1", ">2", "2"]


def test_roman_i_after_h_is_a_letter():
    lines = [f"{letter}) text" for letter in "abcdefghijk"]
    assert labels(*lines) == [str(n) for n in range(1, 12)]


def test_participants_that_restart_inside_an_item():
    assert labels("1. x", "2. The following attended:", "1. A", "2. B", "3. C", "3. The Meeting", "4. y")[-3:] in (
        [">3", "3", "4"],
        [">3", ">3 number_repeat", "4"],
    )


def test_years_and_initials_are_no_labels():
    assert labels("A. Smith spoke", "1. a", "2. b", "99. c") == [None, "1", "2", None]


def test_an_extract_begins_later():
    assert labels("24. a", "25. b") == ["24 number_gap", "25"]


def test_three_levels_and_back():
    lines = ["1. a:", "a) b:", "i. c", "ii. d", "b) e", "2. f"]
    assert labels(*lines) == ["1", ">1", ">>1", ">>2", ">2", "2"]
