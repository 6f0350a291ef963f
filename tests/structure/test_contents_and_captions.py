"""Small signs of fronts and contents: a page's own number, the place in its caption, days in figures, numerals above."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.passage_lines import read_sentences
from oic_reports.structure.lines.printed_lines import kind_of_front_line
from oic_reports.structure.report import build_reports

COVER = "RAPPORT DE LA NEUVIÈME SESSION DU COMCEC\n\nIstanbul, 4-7 novembre 1993\n\nTABLE DES MATIÈRES\n"
CONTENTS = """PREMIÈRE
PARTIE
Page
TEXTES QUI FONDENT LES TRAVAUX DU COMITÉ
PERMANENT
I.
II.
Résolution sur la création du Comité des puits
9
Communiqué final du Sommet sur le Comité
11
DEUXIÈME
PARTIE
I.
IL
Liste des documents présentés à la session
27
Rapport de la neuvième session
31
3
ANNEXES
1.
Liste des participants
45
2.
Discours du Président
73
"""


def build(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


def test_the_page_of_the_contents_themselves_is_no_row():
    blocks = build(COVER + CONTENTS).blocks
    marks = [block.text for block in blocks if block.role == "page_mark"]
    rows = [block.text for block in blocks if block.role == "table"]
    assert marks == ["3"]
    assert not {"3", "ANNEXES"} & set(rows)
    # a number that goes on from the page above is the page of a row that lost its words
    later = build(COVER + CONTENTS.replace("\n31\n3\n", "\n31\n33\n")).blocks
    assert not any(block.role == "page_mark" for block in later)
    assert "33" in [block.text for block in later if block.role == "table"]


def test_a_word_that_ends_a_heading_in_capitals_heads_nothing():
    blocks = build(COVER + CONTENTS).blocks
    assert "TEXTES QUI FONDENT LES TRAVAUX DU COMITÉ PERMANENT" in [block.text for block in blocks]
    headings = [block.text.split() for block in blocks if block.role == "heading"]
    assert headings[-3:] == [["PREMIÈRE", "PARTIE"], ["DEUXIÈME", "PARTIE"], ["ANNEXES"]]


CAPTION = (
    "(تابع) الدورة التاسعة لمؤتمر القمة الإسلامي، الدوحة، دولة قطر، القرارات الاقتصادية، القرار الرقم 4/9- أ ق (ق.إ)"
)
CUT = "السابعة والعشرين للمؤتمر الإسلامي لوزراء الخارجية التي ستعقد في كوالالمبور بماليزيا كي ينظر فيها.\n\n"
LATER = "5 -\n\nيحث الدول الأعضاء على حفر الآبار.\n\n6 -\n\nيطلب من الأمين العام متابعة تنفيذ هذا القرار."


def test_what_a_later_part_begins_with_announces_another_meeting():
    header = build(f"{CAPTION}\n\n{CUT}{LATER}").header
    assert (header.body_id, header.session, header.city, header.country_iso2) == ("is", 9, "Doha", "QA")
    # a text that counts from one announces its own meeting
    planned = build(f"{CAPTION}\n\n{CUT}{LATER.replace('6 -', '2 -').replace('5 -', '1 -')}").header
    assert planned.city is None


@pytest.mark.parametrize("line", ["3/6/1441H – 28/1/2020", "28.01.2020", "3/6/1441 هـ"])
def test_days_in_figures_may_say_of_which_calendar_they_are(line):
    assert kind_of_front_line(line, "fr") == "place_date"


def test_letters_behind_figures_are_no_calendar():
    assert kind_of_front_line("28/1/2020 Hangars", "fr") == "title"


def test_numerals_that_are_over_hold_no_numbers_below_a_heading():
    title = "COMMUNIQUÉ FINAL DU DIXIÈME SOMMET ISLAMIQUE\n\nNiamey, République du Niger\n\n4-5 mai 2011\n\n"
    opening = "La Conférence islamique au Sommet s’est réunie à Niamey.\n\nElle a pris trois livres pour guides :\n\n"
    numerals = "i- Les puits.\n\nii- Les barrages.\n\n"
    acts = "I. L’EAU ET SES VOIES\n\n1. Creuser des puits.\n2. Former des maîtres.\n3. Tenir la liste des eaux.\n"
    roles = {block.text: block.role for block in build(title + opening + numerals + acts).blocks}
    assert (roles["Les puits."], roles["Creuser des puits."]) == ("list_item", "operative")
    # where they go on below, what stands between is theirs
    open_still = build(title + opening + numerals + acts + "\niii- Les canaux.\n").blocks
    assert {block.text: block.role for block in open_still}["Creuser des puits."] == "list_item"


def test_leaders_who_met_say_where_and_when():
    told = "إن ملوك ورؤساء الدول الإسلامية قد التقوا في مؤتمر القمة الإسلامي السادس الذي انعقد بداكار من 9 إلى 11 ديسمبر 1991 م."
    (opening,) = read_sentences(told, 1, "ar")
    assert opening.own == told
