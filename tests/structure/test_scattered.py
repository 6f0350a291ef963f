"""Words that stand one a line, with nothing between the lines of a sentence."""

from __future__ import annotations

from glued_lines import PARAGRAPHS, make

from oic_reports.structure.parting.scattered import is_scattered, join_scattered


def test_words_one_a_line_are_put_together():
    pieces = ["Original", ":", "English", "REPORT", "(Baku,", "3 May 2013)", "1.", "The Conference", "of Ministers"]
    pieces += [
        "was held",
        "in",
        "Baku",
        ".",
        "Opening Session",
        "2.",
        "It was opened",
        "by",
        "the Minister",
        "of Labour",
        ".",
    ]
    pieces += ["3.", "It adopted", "the", "agenda", "."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert [line.text for line in join_scattered(lines)] == [
        "Original : English",
        "REPORT",
        "(Baku, 3 May 2013)",
        "1. The Conference of Ministers was held in Baku.",
        "Opening Session",
        "2. It was opened by the Minister of Labour.",
        "3. It adopted the agenda.",
    ]


def test_a_page_of_words_one_a_line_may_begin_within_a_list():
    pieces = ["lately set up boards", "for", "schools.", "12-", "Urges", "the boards", "to", "answer", "in time."]
    pieces += ["13-", "Thanks", "the host", "for", "the", "courses", "of the 37", "th", "Session.", "Trade"]
    pieces += ["14-", "Appeals", "to", "the parties", "to", "plant pears", "from 1", "July", "on."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert [line.text for line in join_scattered(lines)] == [
        "lately set up boards for schools.",
        "12- Urges the boards to answer in time.",
        "13- Thanks the host for the courses of the 37 th Session.",
        "Trade",
        "14- Appeals to the parties to plant pears from 1 July on.",
    ]


def test_a_bracket_that_is_left_open_breaks_its_sentence():
    pieces = ["DRAFT", "REPORT", "(Baku,", "3 May 2013)", "1.", "The Ministers", "met in Baku."]
    states = ["Niger", "Mali", "Gabon", "Benin", "Togo", "Chad"]
    for number, state in enumerate(states, 2):
        pieces += [f"{number}.", "The Delegation", f"(State of {state},", "Member)", "Spoke."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert is_scattered(lines)
    assert not is_scattered(make(*(text for piece in pieces for text in (piece.replace("(", ""), ""))))
    assert [line.text for line in join_scattered(lines)][-1] == "7. The Delegation (State of Chad, Member) Spoke."


def test_wrapped_text_and_lists_are_not_scattered():
    wrapped = [half for text in PARAGRAPHS * 4 for half in (text[:50], text[50:])]
    assert not is_scattered(make(*wrapped))
    assert not is_scattered(make(*(f"Republic of State {number}" for number in range(40))))
