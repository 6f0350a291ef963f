"""Which labels and short lines head sections is told from their series; lists keep their items."""

from __future__ import annotations

import textwrap

import pytest
from outline_texts import OPENING, SAID, TITLE

from oic_reports.reading.reader import read_bytes
from oic_reports.resources import load_pattern
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment


def read(body):
    (report,) = build_reports(read_bytes((TITLE + OPENING + body).encode(), "page.txt"))
    return [(block.role, block.label, block.text) for block in report.blocks if block.role not in {"title", "header"}][
        1:
    ]


def test_letters_above_numbers_that_go_on_head_sections():
    blocks = read(f"A) Wells\n1. {SAID[0]}\n2. {SAID[1]}\nB) Dams\n3. {SAID[2]}\n4. {SAID[3]}\n")
    assert [(role, label) for role, label, _ in blocks] == [
        ("heading", "A)"), ("operative", "1."), ("operative", "2."),
        ("heading", "B)"), ("operative", "3."), ("operative", "4."),
    ]  # fmt: skip


def test_short_lines_above_numbers_that_begin_anew_head_sections():
    blocks = read(f"Wells and pumps\n1. {SAID[0]}\n2. {SAID[1]}\nDams\n1. {SAID[2]}\n2. {SAID[3]}\n")
    roles = [role for role, _, _ in blocks]
    assert roles == ["heading", "operative", "operative"] * 2


@pytest.mark.parametrize("lead", ["The following bodies were asked for help:", "Help was asked of these bodies:"])
def test_letters_of_a_list_below_a_colon_stay_items(lead):
    blocks = read(
        f"1. {SAID[0]}\n2. {lead}\n(a) The water board\n(b) The rivers fund\n(c) The office of maps\n3. {SAID[1]}\n"
    )
    assert [role for role, _, _ in blocks] == ["operative", "operative", *["list_item"] * 3, "operative"]


def test_numbered_names_are_no_headings():
    blocks = read(
        "The Bureau was elected as follows:\n1. Morocco, chairman\n2. Senegal, vice-chairman\n3. Jordan, rapporteur\n"
    )
    assert not [text for role, _, text in blocks if role == "heading"]


def test_dashes_below_a_heading_are_paragraphs_if_they_are_sentences():
    body = (
        f"I. Wells\n- {SAID[0]}\n- {SAID[1]}\nII. Those who came\n- Morocco\n- Jordan\n- the League of Water Carriers\n"
    )
    roles = {text: role for role, _, text in read(body)}
    assert roles[SAID[0]] == roles[SAID[1]] == "operative"
    assert roles["Morocco"] == roles["the League of Water Carriers"] == "list_item"


def test_a_sentence_ends_a_paragraph_where_the_next_word_had_room():
    one = f"1. {SAID[0]} {SAID[1]} What it shows will be sent to all who had asked for it at the last session."
    other = f"{SAID[2]} {SAID[3]} Those who guard the dams would be told of it a month before the visit begins."
    lines = [*textwrap.wrap(one, 62), *textwrap.wrap(other, 62)]
    texts = [text for _, _, text in read("\n".join(lines) + "\n")]
    assert [text.replace("\n", " ") for text in texts] == [one.removeprefix("1. "), other]


def test_paragraphs_below_headings_are_what_is_said_and_an_introduction_is_not():
    body = f"I. Introduction\n\nThe hall was lent by the city.\n\nII. Wells\n\n{SAID[3]}\n\nIII. Dams\n\n{SAID[2]}\n"
    roles = {text: role for role, _, text in read(body)}
    assert roles[SAID[3]] == roles[SAID[2]] == "operative"


@pytest.mark.parametrize("noun", ["Institut des eaux", "Constat des crues", "Souhaits des membres"])
def test_french_names_that_look_like_verbs_stay_a_list_below_a_heading(noun):
    assert load_pattern("act_opening", "fr").match(noun) is None


@pytest.mark.parametrize("act", ["Institue un fonds", "CONSTATE que", "Souhaite que", "Instituons un prix"])
def test_french_verbs_that_look_like_names_act(act):
    assert load_pattern("act_opening", "fr").match(act) is not None


def test_headings_between_numbers_that_go_on_are_no_clauses_of_a_preamble():
    body = f"1. {SAID[0]}\n\nSharing of rivers\n\n2. {SAID[1]}\n\nSupporting measures\n\n3. {SAID[2]}\n"
    assert [text for role, _, text in read(body) if role == "heading"] == ["Sharing of rivers", "Supporting measures"]
    clauses = f"1. {SAID[0]}\n\nSharing the grief of those whose wells ran dry,\n\n2. {SAID[1]}\n"
    assert "heading" not in [role for role, _, _ in read(clauses)]


@pytest.mark.parametrize(
    ("title", "opening", "heads", "texts"),
    [
        (
            "FINAL COMMUNIQUE OF THE THIRD ISLAMIC CONFERENCE OF MINISTERS OF WATER",
            "The Third Islamic Conference of Ministers of Water was held in Dakar on 3 and 4 May 2012.",
            ("TRADE", "WELLS OF THE SAHEL"),
            (
                "The Conference thanked the host.",
                "It called for more trade.",
                "It asked for wells.",
                "It thanked the Bank.",
            ),
        ),
        (
            "COMMUNIQUE FINAL DE LA TROISIEME CONFERENCE ISLAMIQUE DES MINISTRES DE L’EAU",
            "La troisième Conférence islamique des ministres de l’Eau s’est tenue à Dakar les 3 et 4 mai 2012.",
            ("COMMERCE", "PUITS DU SAHEL"),
            (
                "La Conférence a remercié le pays hôte.",
                "Elle a lu le rapport.",
                "Elle a salué la foire.",
                "Elle a clos.",
            ),
        ),
    ],
)
@pytest.mark.parametrize("is_run_in", [True, False])
def test_headings_in_capitals_count_by_themselves_above_numbers_that_go_on(title, opening, heads, texts, is_run_in):
    # a line that holds a page is longer than any of its paragraphs
    counted = [f"{number}. {' '.join([text] * 20)}" for number, text in enumerate((texts[0], *texts), 2)]
    pages = [[opening, *counted[:3]], [f"1. {heads[0]}", counted[3]], [f"2. {heads[1]}", counted[4]]]
    text = "\n\n".join((" " if is_run_in else "\n\n").join(page) for page in pages)
    blocks = segment(read_bytes(f"{title}\n\n{text}\n".encode(), "page.txt"))
    found = [(block.label, block.text_raw) for block in blocks if block.role == "heading"]
    assert found == [("1.", heads[0]), ("2.", heads[1])]
    assert [block.label for block in blocks if block.role == "operative"] == ["2.", "3.", "4.", "5.", "6."]


def test_rows_of_an_agenda_in_capitals_are_no_headings():
    agenda = "1. TRADE\n\n2. WELLS\n\n3. TRANSPORT\n\n"
    body = "2. The Conference called for more trade among its members.\n\n3. It welcomed the fair.\n"
    blocks = segment(
        read_bytes(f"{TITLE}\n\n1. {OPENING.strip()} The agenda was:\n\n{agenda}{body}".encode(), "page.txt")
    )
    assert "heading" not in [block.role for block in blocks]
