"""Numbers that an inner list and the report's own numbering both wait for."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEAD = """FINAL COMMUNIQUE OF THE NINTH ISLAMIC CONFERENCE OF FOREIGN MINISTERS
Dakar, 24-28 April 1978

1. The Ninth Islamic Conference of Foreign Ministers was held in Dakar, Republic of
Senegal, from 24 to 28 April 1978.
2. The following bodies were represented by observers:
"""
BELOW = """4. The Conference examined the drought in the Sahel and the harvests that were lost to
it, and thanked the States which had sent grain.
5. It decided to meet again in Rabat in the spring of the year to come, on a day that the
host will name.
"""


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "x.txt"))
    return [(block.role, block.label) for block in report.blocks if block.label]


@pytest.mark.parametrize(
    "items",
    [
        # commas, and a full stop behind the last
        "1. The Arab Postal Union,\n2. The League for Literacy.\n",
        "1. The Arab Postal Union;\n2. The League for Literacy and for Schools in the Provinces.\n",
        # no marks, and full stops: what stands below tells of the meeting, these tell nothing
        "1. The Arab Postal Union\n2. The League for Literacy\n",
        "1. The Arab Postal Union in Tunis and Rabat.\n2. The League for Literacy and for Schools.\n",
    ],
)
@pytest.mark.parametrize(
    "third",
    [
        "3. The Conference was opened by the Head of the State, who spoke of the long road that\nled to it.\n",
        # who spoke is no act, but the numbers that follow are
        "3. Mr. Omar Sy, Minister of Works of Senegal, took the chair, and thanked those who had\nchosen him.\n",
    ],
)
def test_a_number_that_two_lists_wait_for_goes_where_its_sense_is(items, third):
    found = read(HEAD + items + third + BELOW)
    assert [label for _, label in found] == ["1.", "2.", "1.", "2.", "3.", "4.", "5."]
    assert [role == "list_item" for role, _ in found] == [False, False, True, True, False, False, False]


def test_a_list_of_names_goes_on_while_nothing_below_it_acts():
    items = "1. Postal Union\n2. League for Literacy\n3. Society of the Red Crescent\n4. Chamber of Shipping\n"
    third = "3. The Conference was opened by the Head of the State.\n"
    found = read(HEAD + items + third + BELOW)
    assert [label for role, label in found if role == "list_item"] == ["1.", "2.", "3.", "4."]


def test_items_that_act_are_an_inner_list_of_their_own():
    items = "1. The Meeting welcomed the Postal Union\n2. The Meeting welcomed the League\n"
    more = "3. The Meeting welcomed the Red Crescent\n4. The Meeting welcomed the Chamber\n"
    found = read(HEAD + items + more + "3. The Conference was opened by the Head of the State.\n" + BELOW)
    assert [label for role, label in found if role == "list_item"] == ["1.", "2.", "3.", "4."]


def test_a_full_stop_below_items_with_commas_ends_the_list():
    items = "1. The Arab Postal Union,\n2. The League for Literacy.\n"
    below = "3. Mr. Omar Sy, Minister of Works, who\nhad come from afar\n4. Mrs. Awa Ba\n"
    assert [label for role, label in read(HEAD + items + below) if role == "list_item"] == ["1.", "2."]


WRAPPED = {
    "en": """REPORT OF THE NINTH MEETING OF THE FOLLOW-UP COMMITTEE OF THE COMCEC
1.
The Ninth Meeting of the Follow-up Committee of the COMCEC was held in
Istanbul from 11 to 13 May 1993, under the chairmanship of the man who
keeps the plans of the State.
2.
The following Member States sent their delegates to it and their maps:
- Arab Republic of Egypt
- Republic of Indonesia
- Kingdom of Saudi Arabia
3.
The Committee adopted the draft agenda that had been given to it by the
Coordination Office.
Agenda item 3: Maps of the wells
4.
The Committee took note of the maps and asked for more of them.
""",
    "fr": """RAPPORT DE LA NEUVIÈME RÉUNION DU COMITÉ DE SUIVI DU COMCEC
1.
La Neuvième Réunion du Comité de Suivi du COMCEC s'est tenue à Istanbul
du 11 au 13 mai 1993, sous la présidence de celui qui garde les plans de
l'Etat.
2.
Ont participé à la Réunion les représentants des Etats membres suivants:
- République Arabe d'Egypte
- République d'Indonésie
- Royaume d'Arabie Saoudite
3.
Le Comité a adopté le projet d'ordre du jour que lui avait remis celui
qui garde les plans.
Point 3 de l'ordre du jour : Cartes des puits
4.
Le Comité a pris note des cartes et en a demandé d'autres.
""",
}


@pytest.mark.parametrize("language", WRAPPED)
def test_wrapped_pages_list_with_dashes_and_head_items_of_the_agenda(language):
    (report,) = build_reports(read_bytes(WRAPPED[language].encode(), "x.txt"))
    items = [block.text for block in report.blocks if block.role == "list_item"]
    assert len(items) == 3
    heads = [block.text for block in report.blocks if block.role == "heading"]
    assert [head.partition(":")[2].strip() for head in heads] == [
        WRAPPED[language].split("4.")[0].rpartition(":")[2].strip()
    ]


PARTIES = """FINAL COMMUNIQUE OF THE NINTH ISLAMIC CONFERENCE OF FOREIGN MINISTERS
Dakar, 24-28 April 1978

(1) REPUBLIC OF SENEGAL

(2) REPUBLIC OF GAMBIA

For the Secretariat: the Office of the Dean

Hearing of the claims: 21 April

"""
CLAIMS = """1. The Ninth Islamic Conference of Foreign Ministers was held in Dakar, Republic of
Senegal, from 24 to 28 April 1978.

2. The Conference heard the grounds of both claims, and each of the parties spoke to them.

The grounds

(1) The river was measured in the wrong season, and the wells were not counted at all.

The costs

(2) The costs were shared before the Conference had heard of them from either side.

{answer}

The river

4. The Conference decided that the river belongs to both, and that each may draw from it.

5. The Conference decided to meet again in the spring.
"""


@pytest.mark.parametrize("mark", ["", "."])
def test_numbers_go_on_below_an_inner_list_of_the_form_that_names_above_had(mark):
    # ``(1)``, ``(2)`` counted the parties before they count the grounds
    names = PARTIES.replace("SENEGAL\n", f"SENEGAL{mark}\n").replace("GAMBIA\n", f"GAMBIA{mark}\n")
    found = read(names + CLAIMS.format(answer="3. Neither of the parties answered."))
    own = ["1.", "2.", "3.", "4.", "5."]
    assert [label for _, label in found] == ["(1)", "(2)", "1.", "2.", "(1)", "(2)", "3.", "4.", "5."]
    # below names, the text's own numbers begin; sentences may hold them
    assert [label for role, label in found[2:] if role == "operative"] == ([] if mark else own)


def test_a_list_of_names_that_goes_on_holds_the_numbers_inside_it():
    below = "(3) REPUBLIC OF GUINEA\n\n(4) REPUBLIC OF NIGER\n"
    first = CLAIMS.partition("The grounds")[0]
    found = read(PARTIES + first + below)
    assert [(role, label) for role, label in found if label in {"1.", "2."}] == [
        ("list_item", "1."),
        ("list_item", "2."),
    ]
