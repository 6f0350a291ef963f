"""Arabic ordinals that head items which were run together in one paragraph, as newspapers print declarations."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEAD = """بيان القمة الإسلامية الثامنة بشأن الصومال

"""
LEAD = "اجتمع ملوك ورؤساء الدول الأعضاء في منظمة المؤتمر الإسلامي في طهران من 9 إلى 11 ديسمبر 1997 وقرروا ما يأتي: "
ITEMS = "{first} دعوة الأطراف كلها إلى الصلح. ثانياً: تحية رجال الإغاثة ونسائها. ثالثاً: شكر دول الجوار على ما قدمته."


def _read(text: str):
    return build_reports(read_bytes((HEAD + text).encode(), "page.txt"))[0]


@pytest.mark.parametrize("first", ["أولاً:", "أولا -", "اولاً:"])
def test_each_ordinal_begins_an_item(first: str):
    blocks = [block for block in _read(LEAD + ITEMS.format(first=first)).blocks if block.role != "title"]
    assert [block.ordinal for block in blocks] == [None, 1, 2, 3]
    assert [block.text for block in blocks[1:]] == [
        "دعوة الأطراف كلها إلى الصلح.",
        "تحية رجال الإغاثة ونسائها.",
        "شكر دول الجوار على ما قدمته.",
    ]


def test_numbers_below_an_ordinal_are_its_own():
    text = (
        LEAD
        + ITEMS.format(first="أولاً -")
        + " رابعاً - الإغاثة: 1- أن تفتح الطرق كلها أمام قوافل الإغاثة. 2- أن يؤمن الميناء ومخازنه."
    )
    labels = [block.label for block in _read(text).blocks if block.label]
    assert [label.strip(" :-") for label in labels] == ["أولاً", "ثانياً", "ثالثاً", "رابعاً", "1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        # two are no list
        LEAD + "أولاً: دعوة الأطراف إلى الصلح. ثانياً: شكر دول الجوار.",
        # each but the first stands behind a clause
        LEAD + "أولاً: دعوة الأطراف كما ورد ثانياً: في الوثيقة وثالثاً: في الملحق ثالثاً: والسلام.",
    ],
)
def test_other_ordinals_stay_in_their_paragraph(text: str):
    blocks = [block for block in _read(text).blocks if block.role != "title"]
    assert " ".join(block.text for block in blocks).count("ثانياً:") == 1
    assert not [block for block in blocks if block.ordinal == 2]


MINUTES = """البيان الختامي للجنة القدس

• اجتمعت لجنة القدس برئاسة جلالة الملك في مدينة الرباط يومي 11 و12 مارس 1982 وحضرها الأعضاء كلهم.
• وبعد ذلك تحدث ممثل فلسطين إلى زملائه عما يجري في المدينة من هدم للدور والتضييق على أهلها.
{lead}
أولا : تجدد اللجنة تمسكها بعروبة القدس وتعد كل تغيير في معالمها باطلا لا أثر له.
ثانيا : توصي اللجنة بما يلي :
أ - أن يوفد رئيس اللجنة من يراه من الوزراء إلى العواصم.
ب - أن تخصص الدول الأعضاء يوما للقدس ، في مدارسها
وإذاعاتها ومساجدها .
ج - أن يزاد نصيب الصندوق من التبرعات.
ثالثا : تطلب اللجنة من الأمين العام أن يعرض ذلك على المؤتمر.
• ورفع الأعضاء في ختام عملهم آيات الشكر إلى جلالة الملك على سعة صدره في إدارة الجلسات.
"""


@pytest.mark.parametrize(
    "lead",
    ["وبعد مناقشة جدول الأعمال انتهت اللجنة إلى ما يأتي :", "وقد خلصت اللجنة بعد النظر في جدول أعمالها إلى ما يلي :"],
)
def test_decisions_below_an_agenda_that_was_discussed_are_paragraphs_and_letters_their_items(lead: str):
    (report,) = build_reports(read_bytes(MINUTES.format(lead=lead).encode(), "page.txt"))
    labelled = [(block.role, block.label.strip(" :-")) for block in report.blocks if block.label]
    assert labelled[1:] == [
        ("operative", "•"),
        *[("operative", "أولا"), ("operative", "ثانيا")],
        *[("list_item", letter) for letter in "أبج"],
        *[("operative", "ثالثا"), ("operative", "•")],
    ]
    assert next(block.text for block in report.blocks if block.label == "ب -").endswith("وإذاعاتها ومساجدها .")


def test_items_of_an_agenda_are_items():
    agenda = "وأقرت اللجنة جدول الأعمال التالي :\n1- انتخاب المكتب\n2- تقرير الأمين العام\n3- ما يستجد\n"
    text = MINUTES.partition("{lead}")[0] + agenda + "وشكرت اللجنة جلالة الملك على رعايته لأعمالها.\n"
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    assert [block.role for block in report.blocks if block.label and block.label != "•"] == ["list_item"] * 3
