"""Labels on lines of their own in extracts, ordinals that are spelled, and paragraphs that no line wraps."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLE = "Final Communiqué of the Ninth Islamic Conference of Foreign Ministers"
AR_TITLE = "(تابع) مؤتمر وزراء الخارجية الإسلامي التاسع في داكار - جمهورية السنغال 24 - 28 أبريل 1978 - البيان الختامي"
THANKS = "شكر المؤتمر حكومة السنغال على ما لقيه المشاركون من حفاوة وكرم ضيافة."
HEARD = "استمع المؤتمر إلى خطاب الأمين العام الذي عرض فيه منجزات السنة الماضية."


def build(*paragraphs, joint="\n\n"):
    return build_reports(read_bytes(f"{joint.join(paragraphs)}\n".encode(), "page.txt"))[0].blocks


def said(blocks):
    return [(block.role, block.label, block.text[:12]) for block in blocks if block.role != "title"]


def test_the_only_number_of_an_extract_may_stand_above_its_paragraph():
    assert said(build(AR_TITLE, THANKS, "24)", HEARD)) == [
        ("operative", None, THANKS[:12]),
        ("operative", "24)", HEARD[:12]),
    ]
    # above a heading it is no label of a paragraph
    assert not any(block.label for block in build(AR_TITLE, THANKS, "24)", "الوضع في الساحل", HEARD))


def test_letters_with_which_an_extract_begins_end_where_a_number_stands():
    union, postal = (
        "اتحاد الموانئ الإسلامية، ومقره مدينة داكار السنغالية.",
        "اتحاد البريد الإسلامي ومقره مدينة الرباط المغربية.",
    )
    blocks = build(AR_TITLE, "ج )", union, "د )", postal, "6 -", HEARD, "7 -", THANKS)
    assert [(block.label, block.ordinal) for block in blocks if block.role != "title"] == [
        *[("ج )", 3), ("د )", 4), ("6 -", 6), ("7 -", 7)],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("First: The Conference thanked the host.", "Second: It decided to dig wells in the Sahel."),
        ("FIRSTLY: The Conference thanked the host.", "SECONDLY: It decided to dig wells in the Sahel."),
        ("First - The Conference thanked the host.", "Second - It decided to dig wells in the Sahel."),
    ],
)
def test_ordinals_that_are_spelled_count_paragraphs(first, second):
    opening = "The Ninth Islamic Conference of Foreign Ministers was held in Dakar from 24 to 28 April 1978."
    blocks = build(TITLE, opening, first, second)
    labelled = [(block.role, block.ordinal) for block in blocks if block.label]
    assert labelled == [("operative", 1), ("operative", 2)]


def test_an_ordinal_inside_a_sentence_counts_nothing():
    opening = "The Ninth Islamic Conference of Foreign Ministers was held in Dakar from 24 to 28 April 1978."
    blocks = build(TITLE, opening, "First it thanked the host.", "Second-hand pumps were refused.")
    assert not any(block.label for block in blocks)


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        (
            "en",
            (
                "Resolution No. 4/9-C on Wells",
                "The Ninth Islamic Conference of Foreign Ministers, held in Dakar from 24 to 28 April 1978,",
                "Recalling the resolutions on the drought in the Sahel,",
                "Having read the report of the Secretary General,",
            ),
        ),
        (
            "fr",
            (
                "Résolution n° 4/9-C sur les puits",
                "La Neuvième Conférence islamique des ministres des Affaires étrangères, tenue à Dakar du 24 au 28 avril 1978,",
                "Rappelant les résolutions sur la sécheresse au Sahel,",
                "Ayant lu le rapport du Secrétaire général,",
            ),
        ),
    ],
)
def test_bullets_that_act_below_participles_are_what_is_decided(language, paragraphs):
    acts = {
        "en": ("• Approves the plan of the wells.", "• Requests the Secretary General to report on it."),
        "fr": ("• Approuve le plan des puits.", "• Prie le Secrétaire général d’en rendre compte."),
    }[language]
    names = {"en": ("• The Postal Union", "• The Red Crescent"), "fr": ("• L’Union postale", "• Le Croissant-Rouge")}
    assert [block.role for block in build(*paragraphs, *acts)][-2:] == ["operative"] * 2
    assert [block.role for block in build(*paragraphs, *names[language])][-2:] == ["list_item"] * 2


@pytest.mark.parametrize(("word", "language"), [("Resolves", "en"), ("Décide", "fr"), ("قرر ما يأتي", "ar")])
def test_the_verb_that_leads_to_decisions_is_no_heading_without_a_colon(word, language):
    above = {
        "en": ("Resolution No. 4/9-C on Wells", "The Ninth Islamic Conference of Foreign Ministers, held in Dakar,"),
        "fr": (
            "Résolution n° 4/9-C sur les puits",
            "La Neuvième Conférence islamique des ministres des Affaires étrangères, tenue à Dakar,",
        ),
        "ar": ("قرار رقم 4/9-ث بشأن الآبار", "إن المؤتمر الإسلامي التاسع لوزراء الخارجية المنعقد في داكار،"),
    }[language]
    acts = {
        "en": ("1. To dig wells in the Sahel.", "2. To meet again in Rabat."),
        "fr": ("1. De creuser des puits au Sahel.", "2. De se réunir à Rabat."),
        "ar": ("1- حفر الآبار في الساحل.", "2- عقد الدورة القادمة في الرباط."),
    }[language]
    block = next(block for block in build(*above, word, *acts) if block.text == word)
    assert block.role == "preamble"


def test_a_clause_that_no_line_wraps_ends_with_its_comma():
    actor = (
        "إن مجلس مجمع الفقه الإسلامي الدولي المنبثق عن منظمة المؤتمر الإسلامي، المنعقد في دورته السادسة عشرة بالدوحة، "
        "دولة قطر، خلال الفترة من 3 إلى 7 مايو 2005م،"
    )
    heard = "وبعد استماعه إلى المناقشات التي دارت حول البحوث الواردة إليه في الموضوع وإلى آراء الخبراء،"
    blocks = build("قرار رقم: 149 (16/4)", "بشأن بيع المياه", actor, heard, "قرر ما يلي:", THANKS, joint="\n")
    assert [block.text for block in blocks if block.role == "preamble"] == [actor, heard, "قرر ما يلي:"]


@pytest.mark.parametrize(
    ("actor", "acts"),
    [
        (
            "نحن، وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في داكار يوم 3 مايو 2016.",
            ("· نجدد التزامنا بحفر الآبار في الساحل.", "· نؤكد أن الماء حق لكل قرية."),
        ),
        (
            "We, the Foreign Ministers of the Organisation of Islamic Cooperation, gathered in Dakar on 3 May 2016.",
            ("• Reaffirm our will to dig wells in the Sahel.", "• Call upon all States to mend their pumps."),
        ),
    ],
)
def test_bullets_in_which_those_who_speak_act_are_what_they_declare(actor, acts):
    blocks = build("إعلان داكار" if actor.startswith("نحن") else "Dakar Declaration", actor, *acts)
    assert [(block.role, bool(block.label)) for block in blocks[1:]] == [
        *[("preamble", False), ("operative", True), ("operative", True)],
    ]


def test_spelled_ordinals_with_signs_of_vowels_head_sections_whose_numbers_begin_anew():
    blocks = build(
        "تقرير المؤتمر الإسلامي التاسع لوزراء الخارجية",
        "أوّلاً : الآبار :",
        "1- حفر الآبار في الساحل وصيانتها كل عام.",
        "2- إنارة القرى القريبة من الآبار.",
        "ثانياً : المدارس :",
        "1- بناء المدارس في القرى البعيدة.",
        "2- تدريب المعلمين على صيانة الآبار.",
    )
    assert [(block.role, block.label) for block in blocks[1:]] == [
        *[("heading", "أوّلاً :"), ("operative", "1-"), ("operative", "2-")],
        *[("heading", "ثانياً :"), ("operative", "1-"), ("operative", "2-")],
    ]


def test_an_extract_that_begins_with_what_a_minister_said_is_the_meetings():
    spoke = "10 - ألقى معالي السيد عمر سي وزير الشؤون الخارجية في جمهورية السنغال كلمة رحب فيها بالوفود."
    blocks = build(AR_TITLE, spoke, f"11 - {HEARD}", f"12 - {THANKS}")
    assert [block.label for block in blocks if block.label] == ["10 -", "11 -", "12 -"]
