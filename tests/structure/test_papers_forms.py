"""Forms of statutes, plans and reports: articles in one line, contents, subheads, chapters, lone decimals."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLE = "CHARTER OF THE ORGANISATION OF ISLAMIC COOPERATION"
ONE = "Every Member State may take part in the work of the Council by a letter to it."
TWO = "The Council shall lay a yearly account before the Assembly in the month of October."
THREE = "Disputes on the meaning of this text shall be settled by talks between those concerned."


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"), ())
    return [(block.role, block.label, block.text) for block in report.blocks]


def test_articles_in_one_line_are_parted_with_their_chapters_and_paragraphs():
    text = f"{TITLE} CHAPTER I Article 1 {ONE} Article 2 2.1 {TWO} 2.2 {ONE} CHAPTER II Article 3 {THREE}\n"
    blocks = read(text)
    heads = [said for role, _, said in blocks if role == "heading"]
    assert heads[-5:] == ["CHAPTER I", "Article 1", "Article 2", "CHAPTER II", "Article 3"]
    assert ("operative", "2.2", ONE) in blocks


def test_an_article_that_a_sentence_cites_is_not_parted():
    text = f"{TITLE}\n\nArticle 1\n\n{ONE} It acts under Article 2 of the Charter and Article 3 of it.\n\nArticle 2\n\n{TWO}\n"
    assert sum(role == "heading" for role, _, _ in read(text)) == 2


def test_rows_that_lead_to_pages_are_contents_and_no_articles():
    rows = "\n\n".join(f"Article {n} {'.' * 40} {n + 1}" for n in (1, 2, 3))
    text = f"{TITLE}\n\nCONTENTS\n\n{rows}\n\nArticle 1\n\n{ONE}\n\nArticle 2\n\n{TWO}\n\nArticle 3\n\n{THREE}\n"
    blocks = read(text)
    assert [said for role, _, said in blocks if role == "table"] == rows.split("\n\n")
    assert [said for role, _, said in blocks if role == "heading"] == [
        "CONTENTS",
        "Article 1",
        "Article 2",
        "Article 3",
    ]


@pytest.mark.parametrize("head", ["PART I\nAIMS AND ORGANS", "Rule 1. Aims and Organs"])
def test_parts_and_numbers_with_titles_behind_full_stops_are_headings(head):
    text = f"{TITLE}\n\n{head}\n\n{'Article 1' if 'PART' in head else ''}\n\n{ONE}\n\nArticle 2\n\n{TWO}\n"
    assert ("heading", None, head) in read(text)


PLAN = """PLAN OF ACTION OF THE ORGANISATION OF ISLAMIC COOPERATION FOR SAFE WELLS
Adopted by the 36th Session of the Council of Foreign Ministers
Damascus, Syrian Arab Republic
23-25 May 2009

INTRODUCTION
The members have seen their wells fall by a third within ten years.
This plan builds on the advice of the experts who met twice in the past year.
I. Water and wells
Objectives
• Repair the wells of every dry district within five years.
• Train two hundred keepers of wells in each region.
Measures
• Print one handbook in the three languages.
• Lend pumps to those villages which have none.
II. Seeds and soil
Objectives
• Set up a store of seed in each capital of the region.
• Give grants to girls who learn a trade in a workshop.
Measures
• Lower the fees which boats pay in the ports.
• Draw maps of the roads which sand has covered.
III. Schools and crafts
Objectives
• Open three workshops for potters and weavers.
• Publish the list of schools in each of the regions.
Measures
• Teach the children of nomads where their herds graze.
• Send a yearly report on what was done to the Secretariat.
"""


def test_subheads_that_come_in_turn_are_no_running_headers():
    heads = [said for role, _, said in read(PLAN) if role == "heading"]
    sections = ("Water and wells", "Seeds and soil", "Schools and crafts")
    assert heads == ["INTRODUCTION", *(head for one in sections for head in (one, "Objectives", "Measures"))]


def test_decimals_alone_on_their_lines_are_labels():
    goals = "\n\n".join(
        f"{number}\n\n{said}"
        for number, said in (
            ("1.1", "Repair the wells of every dry district within five years."),
            ("1.2", "Train two hundred keepers of wells in each region."),
            ("2.1", "Print one handbook in the three languages."),
            ("2.2", "Lend pumps to those villages which have none."),
        )
    )
    front = PLAN.split("INTRODUCTION", maxsplit=1)[0]
    labels = [label for _, label, _ in read(f"{front}{goals}\n") if label]
    assert labels == ["1.1", "1.2", "2.1", "2.2"]


REPORT = """REPORT OF THE THIRTIETH SESSION OF THE COMCEC
Istanbul, Republic of Turkey
25-28 November 2014

1. The Thirtieth Session of the COMCEC was held in Istanbul, Republic of Turkey from 25 to 28 November 2014.
2. The Session adopted its agenda:
- Opening Session
- State of the Stores
OPENING SESSION
3. The Minister of the host country bade the delegations welcome.
STATE OF THE STORES
4. It was agreed that the matter would be kept on the agenda of the next session.
"""


def test_headings_that_an_agenda_lists_are_no_running_headers():
    blocks = read(REPORT)
    assert [said for role, _, said in blocks if role == "heading"] == ["OPENING SESSION", "STATE OF THE STORES"]
    assert not [said for role, _, said in blocks if role == "running_header"]


def test_an_item_of_the_agenda_is_no_place_of_a_dateline():
    text = REPORT.replace("OPENING SESSION", "AGENDA ITEM 1: Opening Session").replace(
        "STATE OF THE STORES", "AGENDA ITEM 2: State of the Stores"
    )
    text += (
        "\nREPORT OF THE THIRTIETH SESSION OF THE COMCEC\n\n5. The Session thanked the host country for its welcome.\n"
    )
    assert not [said for role, _, said in read(text) if role == "boilerplate"]


def test_dashes_in_one_line_are_items():
    lead = "The Assembly shall in particular have these tasks which it carries out itself:"
    items = ["- to gather the figures of the members;", "- to train young people;", "- to lend tools to villages."]
    text = f"{TITLE}\n\nArticle 1\n\n{ONE}\n\nArticle 2\n\n{lead} {' '.join(items)}\n\nArticle 3\n\n{THREE}\n"
    assert [said for role, _, said in read(text) if role == "list_item"] == [item[2:] for item in items]


def test_a_heading_in_capitals_does_not_go_on_with_the_item_above_it():
    text = """REPORT OF THE THIRTIETH SESSION OF THE COMCEC
Istanbul, Republic of Turkey
25-28 November 2014

1. The Thirtieth Session of the COMCEC was held in Istanbul,
Republic of Turkey from 25 to 28 November 2014, and it was
opened by the Minister of the host country who bade all the
delegations welcome.
2. The following Member States took part in the Session of the
Committee and were represented by their ministers of trade or
by the heads of their delegations:
1- Republic of Turkey
2- State of Kuwait
3- Republic of Senegal
OPENING SESSION
3. The Minister described the harvest of the year, and told the
Session how millet had been stored in granaries of clay in all
the districts of the north.
"""
    assert ("heading", None, "OPENING SESSION") in read(text)
