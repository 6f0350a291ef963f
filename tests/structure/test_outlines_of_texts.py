"""Decimal headings, articles with their names, lone labels, agendas, participants: each in its place in the outline."""

from __future__ import annotations

import pytest
from outline_texts import OPENING, SAID, TITLE

from oic_reports.reading.reader import read_bytes
from oic_reports.resources import load_pattern
from oic_reports.structure.report import build_reports


def read(body, title=TITLE + OPENING):
    (report,) = build_reports(read_bytes((title + body).encode(), "page.txt"))
    return [(block.role, block.label, block.text) for block in report.blocks if block.role not in {"title", "header"}]


def told(body):
    return [(role, label) for role, label, _ in read(body)[1:]]


def test_headings_of_two_levels_count_above_the_paragraphs_that_hang_on_them():
    body = f"1. Wells\n1.1 Depth\n1.1.1 {SAID[0]}\n1.1.2 {SAID[1]}\n1.2 Dams\n1.2.1 {SAID[2]}\n1.2.2 {SAID[3]}\n"
    body += f"2. Maps\n2.1 Rivers\n2.1.1 {SAID[1]}\n2.2 Springs\n2.2.1 {SAID[2]}\n"
    roles = {label: role for role, label in told(body)}
    assert {label for label, role in roles.items() if role == "heading"} == {"1.", "1.1", "1.2", "2.", "2.1", "2.2"}
    assert set(roles.values()) == {"heading", "operative"}


@pytest.mark.parametrize(("first", "second"), [("I", "II"), ("A", "B")])
def test_numbers_may_hang_on_letters(first, second):
    body = f"{first}. Wells\n{first}.1 {SAID[0]}\n{first}.2 {SAID[1]}\n{second}. Dams\n{second}.1 {SAID[2]}\n{second}.2 {SAID[3]}\n"
    labels = [label for role, label in told(body) if role == "operative"]
    assert labels == [f"{first}.1", f"{first}.2", f"{second}.1", f"{second}.2"]


def test_an_amount_at_the_start_of_a_line_is_no_number_below_another():
    blocks = read(f"1. {SAID[0]}\n2. The pumps cost\n2.5 Million dinars were set aside for them.\n3. {SAID[1]}\n")
    assert "2.5" not in [label for _, label, _ in blocks]


def test_numbered_headings_stand_above_items_that_are_sentences():
    body = f"1. Wells\n- {SAID[0]}\n- {SAID[1]}\n2. Dams\n- {SAID[2]}\n- {SAID[3]}\n"
    assert [role for role, _ in told(body)] == ["heading", "operative", "operative"] * 2
    names = "1. The Bureau\n- Morocco\n- Senegal, which also speaks for its neighbours in the north\n2. The guests\n- Jordan\n"
    assert "heading" not in [role for role, _ in told(names)]


def test_lone_labels_go_with_the_words_below_them():
    body = "\n\n".join(f"({number})\n\n{said}" for number, said in enumerate(SAID, 1)) + "\n"
    assert [(label, text) for _, label, text in read(body)[1:]] == [(f"({n})", said) for n, said in enumerate(SAID, 1)]


def test_a_lone_number_above_place_and_day_is_no_label():
    body = (
        "\n\n".join(f"({number})\n\n{said}" for number, said in enumerate(SAID, 1)) + "\n\n(5)\n\nRabat, 5 May 2015\n"
    )
    blocks = read(body)[1:]
    assert [label for _, label, _ in blocks if label] == [f"({number})" for number in range(1, 5)]
    assert blocks[-1][2] == "Rabat, 5 May 2015"


def test_names_of_those_who_spoke_are_no_headings():
    body = f"1. Mr. Wazzani\n{SAID[0]}\n2. Mrs. Sarr\n{SAID[1]}\n3. Mr. Fall\n{SAID[2]}\n"
    assert "heading" not in [role for role, _ in told(body)]
    topics = body.replace("Mr. Wazzani", "Wells").replace("Mrs. Sarr", "Dams").replace("Mr. Fall", "Rivers")
    assert [role for role, _ in told(topics)].count("heading") == 3


def test_lone_numbers_inside_sentences_number_pages():
    words = " ".join(SAID).split()
    pages = [" ".join(words[start : start + 13]) for start in range(0, len(words), 13)]
    body = "\n".join(f"{page}\n- {number} -" for number, page in enumerate(pages, 1)) + "\n"
    assert not [label for role, label, _ in read(body) if role == "operative" and label]


@pytest.mark.parametrize("mark", ["- {} -", "({})"])
def test_numbers_above_a_running_header_number_pages(mark):
    pages = [f"{said}\n\n{mark.format(number)}\n\nOIC/SOM-3/2015/REP" for number, said in enumerate(SAID, 1)]
    assert not [label for _, label, _ in read("\n\n".join(pages) + "\n") if label]


def test_the_items_of_an_agenda_are_no_decisions():
    items = ("Opening of the meeting", "Election of the Bureau", "State of the wells", "Other matters")
    listed = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    blocks = read(f"{SAID[0]}\n\nThe Meeting adopted the following agenda:\n{listed}\n\n{SAID[1]}\n\n{SAID[2]}\n")
    roles = {text: role for role, _, text in blocks}
    assert {roles[item] for item in items} == {"list_item"}


def test_those_who_came_are_listed_below_the_text_and_not_left_out():
    body = f"1. {SAID[0]}\n2. {SAID[1]}\n\nLIST OF PARTICIPANTS\n\nKINGDOM OF MOROCCO\nMr. Idris Wazzani, Engineer\n"
    body += "REPUBLIC OF SENEGAL\nMrs. Awa Sarr, Director of Wells\nMr. Modou Fall\n"
    assert [(role, text) for role, _, text in read(body)[3:]] == [
        ("heading", "LIST OF PARTICIPANTS"),
        ("heading", "KINGDOM OF MOROCCO"),
        ("list_item", "Mr. Idris Wazzani, Engineer"),
        ("heading", "REPUBLIC OF SENEGAL"),
        ("list_item", "Mrs. Awa Sarr, Director of Wells"),
        ("list_item", "Mr. Modou Fall"),
    ]


def test_links_below_a_text_are_no_participants():
    blocks = read(f"1. {SAID[0]}\n2. {SAID[1]}\n\nRelated links\n\nMap of the wells\nHow we dig\n")
    assert not [text for role, _, text in blocks if text == "Map of the wells" and role != "boilerplate"]


def test_links_of_a_site_end_the_list_of_participants_and_a_heading_among_them_does_not():
    body = f"1. {SAID[0]}\n2. {SAID[1]}\n\nList of participants\n\nMember States\nMr. Idris Wazzani, Morocco\n"
    body += "Observers\nMrs. Awa Sarr, Senegal\n\nRelated articles\nA dam breaks in the south\nRivers run dry\n"
    roles = {text: role for role, _, text in read(body)}
    assert roles["Mr. Idris Wazzani, Morocco"] == roles["Mrs. Awa Sarr, Senegal"] == "list_item"
    assert roles["Related articles"] == roles["A dam breaks in the south"] == roles["Rivers run dry"] == "boilerplate"


def test_a_numbered_line_that_ends_inside_a_phrase_is_no_heading():
    blocks = read(
        f"1. The depth of the wells was found to have grown by\n2.5 Metres in the north.\n\n2. The guests saw\nA.1 Pumps at work.\n\n3. {SAID[1]}\n"
    )
    assert "heading" not in [role for role, _, _ in blocks]
    assert ("operative", "1.", "The depth of the wells was found to have grown by 2.5 Metres in the north.") in [
        (role, label, text.replace("\n", " ")) for role, label, text in blocks
    ]


def test_a_heading_in_capitals_may_take_two_lines():
    body = f"MEASURES FOR THE WELLS OF THE NORTH\nAND OF THE EASTERN VALLEYS\n1. {SAID[0]}\n2. {SAID[1]}\n"
    body += f"HELP FOR THOSE WHO DIG BY HAND\nIN DRY YEARS\n3. {SAID[2]}\n4. {SAID[3]}\n"
    headings = [text.split() for role, _, text in read(body) if role == "heading"]
    assert [len(words) for words in headings] == [12, 10]


@pytest.mark.parametrize(
    ("language", "line", "is_one"),
    [
        ("en", "Article 4 Seat and languages", True),
        ("en", "Article 4 of the Statute", False),
        ("en", "Article 4 Members shall meet twice", False),
        ("fr", "Article 4 Siège et langues", True),
        ("fr", "Article 4 du Statut", False),
        ("ar", "المادة (4) المقر واللغات", True),
        ("ar", "المادة 4 من النظام", False),
        ("ar", "المادة 4 يجتمع الأعضاء مرتين", False),
    ],
)
def test_an_article_may_have_its_name_behind_its_number(language, line, is_one):
    assert (load_pattern("article_line", language).match(line) is not None) == is_one


def test_counted_lines_that_end_with_a_figure_are_rows():
    rows = ("No. Country Wells dug", "1 Morocco 41", "2 Senegal 1,250", "3 Jordan 7.5")
    blocks = read("\n".join([f"1. {SAID[0]}", "2. The wells dug are set out below:", *rows, f"3. {SAID[1]}"]) + "\n")
    assert [text for role, _, text in blocks if role == "table"] == list(rows)


def test_counted_sentences_are_no_rows():
    said = [f"{number} {text[:-1]} in 2014" for number, text in enumerate(SAID[:2], 1)]
    assert "table" not in [role for role, _, _ in read("\n".join([SAID[3], *said]) + "\n")]
