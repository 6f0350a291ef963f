"""Pages and reports that stand in one line."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.structure.glued import part_glued
from oic_reports.structure.printed_lines import PrintedLine, drop_blank
from oic_reports.structure.scattered import is_scattered, join_scattered

_PARAGRAPHS = (
    "The Conference of Ministers of Labour was held in Baku and was attended by twenty-six Member States.",
    "The Conference elected the representative of Indonesia to its Bureau and adopted the agenda.",
    "The Conference took note of the report of the Ankara Centre on the safety of work.",
    "The Conference decided to meet again in Jakarta in two years.",
)


def make(*texts: str) -> list[PrintedLine]:
    return drop_blank([Line(text, number) for number, text in enumerate(texts, 1)], "en")


def part(*texts: str) -> list[str]:
    return [line.text for line in part_glued(make(*texts), "en")]


def test_numbers_that_follow_one_another_part_a_line():
    text = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1))
    assert part(text) == [f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    two = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS[:2], 1)) * 2
    assert part(two) == [two]


def test_a_number_that_names_a_thing_parts_nothing():
    text = f"{_PARAGRAPHS[0]} It recalled Resolution No. 1. {_PARAGRAPHS[1]} It recalled Resolution No. 2. {_PARAGRAPHS[2]}"
    assert part(f"{text} It recalled Resolution No. 3. {_PARAGRAPHS[3]}")[1:] == []


def test_a_heading_stands_between_a_sentence_and_a_number():
    text = f"1. {_PARAGRAPHS[0]} Agenda Item 2: Bureau 2. {_PARAGRAPHS[1]} Any Other Business 3. {_PARAGRAPHS[2]} 7"
    assert part(text) == [
        f"1. {_PARAGRAPHS[0]}",
        "Agenda Item 2: Bureau",
        f"2. {_PARAGRAPHS[1]}",
        "Any Other Business",
        f"3. {_PARAGRAPHS[2]}",
        "7",
    ]


def test_bullets_stand_behind_a_colon():
    text = f"1. {_PARAGRAPHS[0]} 2. The Bureau was: - Chair: Chad - Rapporteur: Niger 3. {_PARAGRAPHS[2]} 4. {_PARAGRAPHS[3]}"
    assert part(text)[1:4] == ["2. The Bureau was:", "- Chair: Chad", "- Rapporteur: Niger"]


def test_pages_have_numbers_and_what_stands_around_them_is_the_viewers():
    one, two = (" ".join(f"{n}. {_PARAGRAPHS[n % 4]}" for n in numbers) for numbers in ((1, 2, 3), (4, 5)))
    lines = part_glued(make("Documents alike", f"1 {one}", f"2 {two}", "Download"), "en")
    assert [line.hint for line in lines] == ["site", "page_mark", None, None, None, "page_mark", None, None, "site"]
    # a paragraph whose number has no mark
    plain = [f"{number} {paragraph} {paragraph} {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    assert part(*plain) == plain


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
    wrapped = [half for text in _PARAGRAPHS * 4 for half in (text[:50], text[50:])]
    assert not is_scattered(make(*wrapped))
    assert not is_scattered(make(*(f"Republic of State {number}" for number in range(40))))


def part_in(language: str, text: str) -> list[str]:
    return [line.text for line in part_glued(drop_blank([Line(text, 1)], language), language)]


def test_numbers_and_headings_from_which_the_blanks_were_lost_part_a_line():
    one, two, three, four = _PARAGRAPHS
    lead = "Full text of the final communiqué"
    text = (
        f"They urged peace.{lead}1. {one}2. {two}Labour in Asia3. {three} It cited resolution 302.Next session4. {four}"
    )
    assert part(text) == [
        "They urged peace.",
        lead,
        f"1. {one}",
        f"2. {two}",
        "Labour in Asia",
        f"3. {three} It cited resolution 302.",
        "Next session",
        f"4. {four}",
    ]
    points = [
        "عقد المؤتمر دورته في باكو يومي 1 و2 يوليو 2026.",
        "جدد المؤتمر عهده على الوفاء بمقاصد الميثاق وعلى تسوية الخلاف بالوسائل السلمية.",
        "شدد المؤتمر على حق الشعب الفلسطيني في إقامة دولته المستقلة على ترابه الوطني.",
        "أعرب المؤتمر عن تقديره لجمهورية أذربيجان حكومة وشعبا لما أحاطت به الوفود.",
    ]
    text = (
        f"وحث القادة على السلام.النص الكامل للبيان1. {points[0]}2. {points[1]}قضية فلسطين3. {points[2]}4. {points[3]}"
    )
    assert part_in("ar", text) == [
        "وحث القادة على السلام.",
        "النص الكامل للبيان",
        f"1. {points[0]}",
        f"2. {points[1]}",
        "قضية فلسطين",
        f"3. {points[2]}",
        f"4. {points[3]}",
    ]


@pytest.mark.parametrize("label", ["{}. ", "{}.", "{}- ", "{} - ", "{}) "])
def test_lost_blanks_before_any_form_of_number(label):
    points = [f"{label.format(number)}{paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    assert part("".join(["Full text of the communiqué", *points])) == ["Full text of the communiqué", *points]


def test_a_number_that_is_part_of_a_name_parts_nothing():
    text = " ".join(f"The delegates of the G{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 19))
    assert part(text) == [text]
    text = f"{_PARAGRAPHS[0]} It measured 1.2.3. {_PARAGRAPHS[1]} {_PARAGRAPHS[2]}"
    assert part(text) == [text]
