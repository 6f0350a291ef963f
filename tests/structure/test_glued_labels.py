"""Labels that are written to the first word of their item, where a list proves them."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.glued_labels import mark_glued_labels
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.report import build_reports

PAGES = {
    "en": (
        "Final Communiqué of the Ninth Session of the Islamic Conference of Ministers of Water",
        "The Ninth Session of the Islamic Conference of Ministers of Water was held in Niamey, Republic of Niger, on 3 May 2017.",
        "1. The Conference heard the delegations with interest.",
        "2. The Conference called upon the Member States:",
        ("to dig wells where none are;", "to keep those that there are;", "to report to the next session."),
        "3. The Conference thanked the people of Niger.",
    ),
    "fr": (
        "Communiqué final de la neuvième session de la Conférence islamique des Ministres de l'Eau",
        "La neuvième session de la Conférence islamique des Ministres de l'Eau s'est tenue à Niamey, au Niger, le 3 mai 2017.",
        "1. La Conférence a écouté les délégations avec intérêt.",
        "2. La Conférence a appelé les Etats membres :",
        ("à creuser des puits ;", "d'entretenir les anciens ;", "à en rendre compte à la session prochaine."),
        "3. La Conférence a remercié le peuple du Niger.",
    ),
    "ar": (
        "البيان الختامي للدورة التاسعة للمؤتمر الإسلامي لوزراء المياه",
        "عقد المؤتمر الإسلامي لوزراء المياه دورته التاسعة في نيامي بجمهورية النيجر يوم 3 مايو 2017م.",
        "1. استمع المؤتمر إلى الوفود باهتمام.",
        "2. دعا المؤتمر الدول الأعضاء إلى ما يلي:",
        ("حفر الآبار حيث لا آبار؛", "صيانة الآبار القديمة؛", "رفع تقرير إلى الدورة المقبلة."),
        "3. شكر المؤتمر شعب النيجر.",
    ),
}
LATIN = (
    "(a)|(b)|(c)",
    "a)|b)|c)",
    "(i)|(ii)|(iii)",
    "a.|b.|c.",
    "i.|ii.|iii.",
    "a-|b-|c-",
    "•|•|•",
    "-|-|-",
    "–|–|–",
    "*|*|*",
)
ARABIC = ("(أ)|(ب)|(ج)", "أ)|ب)|ج)", "أ-|ب-|ج-", "أ.|ب.|ج.", "أ/|ب/|ج/", "-|-|-", "•|•|•")
LISTS = [(language, labels) for language in ("en", "fr") for labels in LATIN] + [("ar", labels) for labels in ARABIC]


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize(("language", "labels"), LISTS)
def test_items_whose_label_is_written_to_their_word(language, labels, joint):
    title, preamble, first, second, items, third = PAGES[language]
    printed = [f"{label}{item}" for label, item in zip(labels.split("|"), items, strict=True)]
    text = "\n\n".join([title, joint.join([preamble, first, second, *printed, third])])
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    found = [(block.label, block.text_raw) for block in report.blocks if block.role == "list_item"]
    assert found == list(zip(labels.split("|"), items, strict=True))
    assert [block.label for block in report.blocks if block.role == "operative"] == ["1.", "2.", "3."]


def mark(*texts, language="en", gaps=(), hint=None):
    lines = [PrintedLine(Line(text, place, hint=hint), place in gaps, language) for place, text in enumerate(texts)]
    return [place for place, line in enumerate(mark_glued_labels(lines)) if line.is_glued_label]


def test_two_bullets_are_a_list_and_one_is_none():
    assert mark("It asked:", "-wells to be dug;", "-pumps to be kept.") == [1, 2]
    assert mark("It asked:", "-wells to be dug.", "It thanked Niger.") == []


def test_bullets_are_near_each_other():
    between = ["The Conference went on."] * 11
    assert mark("It asked:", "-wells to be dug.", *between, "-pumps to be kept.") == [1, 13]
    assert mark("It asked:", "-wells to be dug.", *between, "It met.", "-pumps to be kept.") == []


@pytest.mark.parametrize(
    "texts",
    [
        # the rest of a word that was parted, and of a sentence
        ("the non", "-aligned states of the", "-east and west"),
        # letters that count from no first one, and one alone
        ("It asked:", "d.wells to be dug;", "e.pumps to be kept."),
        ("It asked:", "a.wells to be dug;", "The rest was left."),
        # abbreviations, addresses, words in bold
        ("It asked:", "i.e. wells", "e.g. pumps"),
        ("It asked:", "a.b@example.org", "b.c@example.org"),
        ("It asked:", "*Wells to be dug*", "*Pumps to be kept*"),
    ],
)
def test_what_only_looks_like_labels_is_none(texts):
    assert mark(*texts) == []


def test_cells_of_a_table_have_no_labels():
    assert mark("-wells", "-pumps", hint="table") == []


def test_letters_near_each_other_count():
    between = ["The Conference went on."] * 11
    assert mark("It asked:", "a.wells to be dug;", *between, "b.pumps to be kept.") == [1, 13]
    assert mark("It asked:", "a.wells to be dug;", *between, "It met.", "b.pumps to be kept.") == []


def test_a_bracket_parts_its_letter_from_a_small_word():
    assert PrintedLine(Line("(a)to dig wells", 1), after_gap=False).candidates[0].rest == "to dig wells"
