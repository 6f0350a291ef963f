"""Letters that make no words show that a font may name them wrongly."""

import re

import pytest

from oic_reports.reading.pdf.letter_doubts import find_doubtful

ARABIC = [
    "أكد الاجتماع التزام الدول الأعضاء بميثاق المنظمة وقراراتها ذات الصلة",
    "دعا المشاركون إلى تعزيز التعاون بين المؤسسات المالية والمصارف المركزية",
    "أعرب الوزراء عن تقديرهم للجهود التي تبذلها حكومة الجمهورية في سبيل السلام",
    "طلب المجلس من الأمين العام تقديم تقرير شامل عن تنفيذ هذا القرار في الدورة المقبلة",
]
ENGLISH = [
    "the meeting took note of the report and requested the secretariat to submit proposals",
    "member states were invited to contribute to the fund before the end of the year",
    "the participants expressed their gratitude for the hospitality of the government",
]


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
def test_right_letters_are_not_doubted(texts):
    assert find_doubtful(texts) == set()


def test_a_false_form_of_a_letter_is_told():
    # in its initial and medial forms
    false = [re.sub("م(?=[\u0621-\u064a])", "ض", text) for text in ARABIC]
    assert "ض" in {letter for letter, _, _ in find_doubtful(false)}


def test_a_false_latin_letter_is_told():
    assert ("n", False, False) in find_doubtful([text.replace("m", "n") for text in ENGLISH * 2])


def test_names_are_no_doubt():
    names = ["فريحة وجبرين وشويكة وقمندان", "Zainab Qureshi Nukus Takaful Ouagadougou", "شهرزاد وبهروز وكيومرث"]
    assert find_doubtful(names) == set()


@pytest.mark.parametrize(("letter", "false"), [("م", "ث"), ("ل", "ظ"), ("ر", "ذ")])
def test_a_letter_that_is_false_in_all_its_forms_is_told_though_it_makes_many_words_unknown(letter, false):
    assert false in {found for found, _, _ in find_doubtful([text.replace(letter, false) for text in ARABIC])}


def test_two_false_letters_are_told():
    false = [text.replace("م", "ث").replace("ر", "ذ") for text in ARABIC]
    assert {"ث", "ذ"} & {found for found, _, _ in find_doubtful(false)}


def test_a_letter_that_stands_twice_instead_of_once_is_a_bar_of_another_name():
    bar = ("ك", True, True)
    assert bar in find_doubtful([*ARABIC, "الشرككات والمشككلات"])
    assert bar not in find_doubtful([*ARABIC, "الشرككات"])
    # the letter that is said twice in these words is not joined to the next one, or the words do not exist with one
    assert not find_doubtful([*ARABIC, "الدروورات", "الككونات"])
    # a sign of the year that is none
    assert ("ل", True, True) in find_doubtful([*ARABIC, "في 1443هل", "وعام 1442هل"])
    assert not find_doubtful([*ARABIC, "في 1443هـ", "وعام 1442هـ", "1443 هل", "1442 هل"])
