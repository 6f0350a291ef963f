from collections import Counter

import pytest
from printed import make_lines

from oic_reports.reading.pdf.readings import PageReading, is_better, is_recognised_better, judge_lines

RIGHT = ["قرر المؤتمر الإسلامي دعوة الدول الأعضاء", "إلى تقديم الدعم لوكالة الأمم المتحدة"]
WRONG = ["قرر المؤتمر الإسلامي دعوة الدول الأعصاظ", "إلى تقديم الدعم لوكاذة الأمم المتحدة"]
WORSE = ["قرذر المؤتمر الإسلامي دعوة الدول الأعصاظ", "إلى تقديظم الدعم لوكاذة الأمم المتحدة"]
DAMAGED = ["قر'ر المؤ'تمر الإسل'امي دعوة الد'ول الأع'ضاء", "إلى تق'ديم الد'عم لو'كالة الأ'مم المت'حدة"]
OTHER = "إلى تقديم الدعم لوكاظة الأمم المتحدة"


def read(texts):
    lines = make_lines(*texts)
    return PageReading(lines, judge_lines(lines, Counter()))


@pytest.mark.parametrize(
    ("first", "second", "lost", "taken"),
    [
        (WRONG, RIGHT, 0, True),
        (WRONG, RIGHT, 2, False),  # signs that it could not name
        (RIGHT, WRONG, 0, False),
        (WRONG, RIGHT[:1], 0, False),  # what it leaves out makes nothing better
        (RIGHT, DAMAGED, 0, False),
        (DAMAGED, RIGHT, 0, True),
        (DAMAGED, WORSE, 0, False),  # not far fewer unknown words
    ],
)
def test_the_better_of_two_readings(first, second, lost, taken):
    assert is_better(read(second), read(first), lost, is_rtl=True) is taken


def test_a_full_page_is_judged_without_its_edges():
    lines = make_lines(*DAMAGED, *DAMAGED, first=10.0, lead=8.0)
    inner = make_lines(*RIGHT, *RIGHT)
    assert judge_lines(lines, Counter()).reason == "damaged_words"
    assert judge_lines([*lines, *inner], Counter()).reason is None
    assert judge_lines([*lines, *inner[:3]], Counter()).reason == "damaged_words"


def test_a_recognised_text_has_far_fewer_words_that_are_none():
    layer = read(WRONG)
    assert is_recognised_better(make_lines(*RIGHT), layer, is_rtl=True, is_told=False)
    assert not is_recognised_better(make_lines(RIGHT[0], OTHER), layer, is_rtl=True, is_told=False)
    assert not is_recognised_better([], read(RIGHT), is_rtl=True, is_told=False)
