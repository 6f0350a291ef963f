"""Lines with a place on a page: what repeats inside a page is no furniture."""

from oic_reports.model import Box, Line, Reading
from oic_reports.structure.segment import segment

TITLE = "Final Communiqué of the Meeting of Ministers of Water"
OPENING = "The Meeting of Ministers of Water was held in Niamey, Republic of Niger, on 7 April 2031."


def roles(*printed):
    """The role of each block, with its text; lines are (text, page, top, flow)."""
    lines = [
        Line(text, number, page, Box(page, 70.0, top, 500.0, top + 12.0), flow=flow)
        for number, (text, page, top, flow) in enumerate(printed, 1)
    ]
    reading = Reading(tuple(lines), "pdf", "application/pdf", None, "en", "ltr")
    return [(block.role, block.text) for block in segment(reading)]


def head(page=1):
    return [(TITLE, page, 60.0, "starts"), (OPENING, page, 90.0, "starts")]


def test_items_of_two_lists_on_one_page_are_text():
    items = ["a survey of wells", "a list of pumps"]
    body = ["1. The Meeting asked the host for:", *items, "2. The Meeting asked the Bank for:", *items]
    found = roles(*head(), *((text, 1, 120.0 + 20 * n, "starts") for n, text in enumerate(body)))
    assert not [text for role, text in found if role == "running_header"]
    assert sum("pumps" in text for _, text in found) == 2


def test_a_line_at_one_height_of_two_pages_is_furniture_at_their_edge_only():
    def print_page(page, first):
        texts = [f"{first + n}. The Meeting decided on well number {n} of the coast." for n in range(8)]
        lines = [(text, page, 150.0 + 30 * n, "starts") for n, text in enumerate(texts)]
        return [
            ("Report on Wells", page, 40.0, "starts"),
            *lines[:4],
            ("Wells and pumps", page, 255.0, "starts"),
            *lines[4:],
        ]

    found = roles(*head(), *print_page(1, 1)[1:], *print_page(2, 9), *print_page(3, 17))
    assert [text for role, text in found if role == "running_header"] == ["Report on Wells"] * 2


def test_a_symbol_that_ends_a_sentence_is_text():
    wrapped = ("1. The Meeting recalled what stands in the document", 1, 120.0, "starts")
    found = roles(*head(), wrapped, ("OIC/CFM-58/2028/HYD/RES.4.", 1, 134.0, "starts"))
    assert "running_header" not in {role for role, _ in found}


def test_the_first_line_of_a_wrapped_paragraph_is_no_heading():
    lines = [
        ("1. The Meeting took note of the state of dams and", "canals and asked for the figures of the last year."),
        ("2. The Meeting called upon all states to share the", "readings of their rivers with the centre in Niamey."),
    ]
    printed = [
        (text, 1, 120.0 + 50 * n + 14 * place, "continues" if place else "starts")
        for n, pair in enumerate(lines)
        for place, text in enumerate(pair)
    ]
    assert [text for role, text in roles(*head(), *printed) if role == "operative"] == [
        " ".join(pair).partition(" ")[2] for pair in lines
    ]
