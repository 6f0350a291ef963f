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


def numbered(page, top, *numbers):
    text = "{}. The Meeting asked the member States to mend the wells that the flood had filled with sand."
    return [(text.format(n), page, top + 40.0 * place, "starts") for place, n in enumerate(numbers)]


def test_the_title_that_heads_the_text_once_more_is_no_running_header():
    # an order that makes the rules known, and on the next page, below its end, the rules themselves
    lines = [*head(), *numbered(1, 200.0, 1, 2), *numbered(2, 60.0, 3), (TITLE, 2, 120.0, "starts")]
    lines += numbered(2, 160.0, 4, 5, 6, 7)
    assert ("running_header", TITLE) not in roles(*lines)
    # alone above all other text of its page, it is one
    lines = [*head(), *numbered(1, 200.0, 1, 2), (TITLE, 2, 40.0, "starts"), *numbered(2, 80.0, 3, 4, 5, 6, 7)]
    assert ("running_header", TITLE) in roles(*lines)


def test_what_stands_twice_on_one_page_is_no_running_header():
    judge = "Mr Justice Omar Sy"
    lines = [(judge, 1, 40.0, "starts"), *head(), *numbered(1, 200.0, 1, 2), (judge, 1, 700.0, "starts")]
    assert ("running_header", judge) not in roles(*lines, *numbered(2, 60.0, 3, 4, 5))


def test_a_line_in_the_highest_place_of_its_page_is_a_running_header_wherever_it_is_read():
    # of two columns the right one is read last, and its header with it
    lines = [*head(), *numbered(1, 200.0, 1, 2), *numbered(2, 80.0, 3, 4), (TITLE, 2, 40.0, "starts")]
    assert ("running_header", TITLE) in roles(*lines, *numbered(2, 80.0, 5, 6))


def test_the_head_of_a_table_is_the_tables_on_each_page():
    cell = "THRESHOLD FOR RELEASES"
    lines = [*head(), *numbered(1, 200.0, 1, 2)]
    printed = [
        Line(text, number, page, Box(page, 70.0, top, 500.0, top + 12.0), hint, flow)
        for number, (text, page, top, flow, hint) in enumerate(
            [
                *((*line, None) for line in lines),
                (cell, 2, 60.0, "starts", "table"),
                ("Zinc and compounds", 2, 90.0, "starts", "table"),
                (cell, 3, 60.0, "starts", "table"),
                ("Copper and compounds", 3, 90.0, "starts", "table"),
            ],
            1,
        )
    ]
    blocks = segment(Reading(tuple(printed), "pdf", "application/pdf", None, "en", "ltr"))
    assert [block.role for block in blocks if block.text.startswith(cell)] == ["table", "table"]


def test_a_title_at_the_foot_of_a_page_heads_the_next_one():
    footer = "Printed by the Secretariat"
    lines = [
        *head(),
        *numbered(1, 200.0, 1, 2),
        ("The wells of the north", 1, 600.0, "starts"),
        (footer, 1, 780.0, None),
    ]
    lines += [*numbered(2, 60.0, 3, 4), (footer, 2, 780.0, None), *numbered(3, 60.0, 5, 6), (footer, 3, 780.0, None)]
    assert ("heading", "The wells of the north") in roles(*lines)
    assert ("running_header", footer) in roles(*lines)


def test_an_article_is_never_joined_to_the_title_of_its_chapter():
    chapter = "Chapter the Second, on what the States owe to the villages without a well of their own"
    footer = "Printed by the Secretariat"
    lines = [*head(), *numbered(1, 200.0, 1, 2), (chapter, 1, 600.0, "starts"), (footer, 1, 780.0, None)]
    lines += [("Article 3", 2, 60.0, "starts"), *numbered(2, 90.0, 1, 2), (footer, 2, 780.0, None)]
    assert ("heading", "Article 3") in roles(*lines)
