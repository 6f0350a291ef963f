"""Labels in words above ten, behind numbers of pages and inside a line; participles below numbers."""

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.body.beside_text import find_page_marks
from oic_reports.structure.lines.headings import find_labelled_headings
from oic_reports.structure.lines.numbering import find_candidates
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_blank
from oic_reports.structure.report import build_reports


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "x.txt"))
    return report.blocks


def test_ordinals_in_words_go_on_above_ten():
    found = [find_candidates(f"{word}: دعوة الدول إلى التبرع.")[0] for word in ("حادي عشر", "ثاني عشر", "عشرون")]
    assert [(c.numbering, c.ordinal) for c in found] == [
        ("ordinal-word", 11),
        ("ordinal-word", 12),
        ("ordinal-word", 20),
    ]


DECISIONS = """نعلن ما يلي:
أولاً: العمل على وضع خطة للشباب تغطي خمسة أعوام، وعرضها على الدورة المقبلة.
ثانياً: إشراك الشباب في القرار، وذلك بما يلي:
1- إنشاء مجالس لهم.
2- تمثيلهم في الوفود.
ثالثاً: دعوة البنك إلى توسيع برامجه في تدريب الشباب وتمويل مشاريعهم.
"""


def test_a_decision_that_leads_to_items_is_no_heading_among_decisions():
    lines = drop_blank(read_bytes(DECISIONS.encode(), "x.txt").lines, "ar")
    assert not find_labelled_headings(lines, set())


PAGES = """1 OIC/CFM-38/2011/DEC/FINAL ASTANA DECLARATION ADOPTED BY THE 38TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS

2 We, the Ministers of Foreign Affairs of the Member States of the Organization of Islamic Cooperation, meeting in Astana, Republic of Kazakhstan, on 28-30 June 2011,

Solemnly declare the following:

1. We reaffirm our attachment to peace and to the good neighbourhood of the peoples.

2. We welcome the new wells of the north.

3 3. We call for an end to the floods of the delta and for the planting of trees along its banks.

4. We thank the people of Kazakhstan.
"""


def test_a_number_of_a_page_before_a_label_is_no_part_of_the_paragraph():
    blocks = read(PAGES)
    assert [block.label for block in blocks if block.role == "operative"] == ["1.", "2.", "3.", "4."]
    assert [block.text for block in blocks if block.role == "page_mark"] == ["1", "2", "3"]
    (first,) = (block for block in blocks if block.text.startswith("We, the Ministers"))
    assert first.role == "preamble"


HEAD = "FINAL COMMUNIQUE OF THE EXTRAORDINARY MEETING OF THE EXECUTIVE COMMITTEE\n\nJeddah, 2 July 2011\n\n"


def test_participles_below_the_numbers_that_tell_of_a_meeting_are_its_preamble():
    blocks = read(
        HEAD + "1. The Executive Committee of the OIC held an extraordinary meeting in Jeddah on 2 July 2011.\n\n"
        "2. Ambassador Omar Saleh took the chair, and a statement of the host was read.\n\n"
        "Recalling the resolutions of the Council of Foreign Ministers on the matter,\n\n"
        "Noting the harm done to the wells,\n\n"
        "3. Condemns the burning of the archive.\n\n4. Requests the Secretary General to report on it.\n\n"
        "Recalling its last meeting, the Committee said so once more,\n\n5. Thanks the host.\n"
    )  # fmt: skip
    found = [block.role for block in blocks if block.text.startswith(("Recalling", "Noting"))]
    assert found == ["preamble", "preamble", "operative"]


def test_letters_behind_a_colon_in_one_line_are_items():
    line = "2. The Committee urged its members to help, in particular by: a) grain for a year; b) seed; c) tools for the poor."
    blocks = read(
        HEAD
        + "1. The Executive Committee of the OIC held an extraordinary meeting in Jeddah.\n\n"
        + line
        + "\n\n3. It rose.\n"
    )
    assert [block.label for block in blocks if block.role == "list_item"] == ["a)", "b)", "c)"]


def test_two_letters_in_a_sentence_are_no_list():
    line = "2. The Committee urged its members to choose between these two: a) grain for a whole year; b) seed for the poor."
    blocks = read(
        HEAD
        + "1. The Executive Committee of the OIC held an extraordinary meeting in Jeddah.\n\n"
        + line
        + "\n\n3. It rose.\n"
    )
    assert not [block for block in blocks if block.role == "list_item"]


def test_a_clause_guided_by_more_is_of_the_preamble():
    blocks = read(
        "DECLARATION OF THE ISLAMIC CONFERENCE OF YOUTH MINISTERS\n\nBaku, 4 May 2018\n\n"
        "We, the Ministers of Youth of the OIC, meeting in Baku on 4 May 2018,\n\nGuided by the Charter,\n\n"
        "Guided also by the programme of the last Summit, and by what it says of schools.\n\nDeclare as follows:\n\n"
        "We shall build schools for each village of the mountains.\n"
    )
    (clause,) = (block for block in blocks if block.text.startswith("Guided also"))
    assert clause.role == "preamble"


def test_a_formula_with_a_word_left_out_is_an_invocation():
    blocks = read(
        "FINAL COMMUNIQUE OF THE ISLAMIC SUMMIT CONFERENCE\n\nBANJUL, REPUBLIC OF THE GAMBIA\n4-5 MAY 2024\n"
        "In the Name Allah, Most Gracious, Most Merciful\n1. The Islamic Summit Conference was held in Banjul.\n"
        "2. The Conference thanked its host.\n"
    )
    (formula,) = (block for block in blocks if block.text.startswith("In the Name"))
    assert formula.role == "preamble"


def test_a_bullet_before_the_whole_text_makes_its_opening_no_item():
    blocks = read(
        "البيان الختامي لاجتماع لجنة القدس\n\n• انعقدت لجنة القدس بمدينة فاس برئاسة جلالة الملك، وحضرها وزراء خارجية الدول الأعضاء.\n\n"
        "1 - تطالب الدول بدعم صندوق القدس.\n\n2 - تشكر المملكة المغربية على ضيافتها.\n\n"
        "وحرر بمدينة فاس في 24 ربيع الثاني 1402 موافق 18 فبراير 1982 .\n"
    )
    found = [(block.role, block.label) for block in blocks if block.role != "title"]
    assert found == [("preamble", "•"), ("operative", "1 -"), ("operative", "2 -"), ("signature", None)]


def test_the_number_of_a_row_above_the_body_is_no_number_of_a_page():
    rows = [Line(text, number, 1, hint=hint) for number, (text, hint) in enumerate((("1", "table"), ("1", None)), 1)]
    assert find_page_marks([PrintedLine(row, after_gap=False, language="en") for row in rows]) == [1]
