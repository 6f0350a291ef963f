"""When a word exists is said in one place; who must be surer takes one of its shares."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oic_reports.language import lexicon
from oic_reports.language.lexicon import COMMON, EXISTS, FREQUENT, USUAL, VERY_COMMON, find_share, is_word

PACKAGE = Path(lexicon.__file__).resolve().parents[1]


def test_shares_of_words_stand_in_one_place():
    share = re.compile(r"^\w+ = \d*\.?\d*e-\d", re.MULTILINE)
    found = [path.name for path in PACKAGE.rglob("*.py") if share.search(path.read_text(encoding="utf-8"))]
    assert found == ["lexicon.py"]
    assert sorted((EXISTS, USUAL, COMMON, VERY_COMMON, FREQUENT)) == [EXISTS, USUAL, COMMON, VERY_COMMON, FREQUENT]


@pytest.mark.parametrize(
    ("word", "language", "least", "expected"),
    [
        ("conference", "en", COMMON, True),
        ("conferense", "en", EXISTS, False),
        ("réunion", "fr", COMMON, True),
        ("وبمؤتمر", "ar", EXISTS, True),
        ("ضظغخث", "ar", EXISTS, False),
        ("the", "en", FREQUENT, True),
        ("communique", "en", FREQUENT, False),
    ],
)
def test_a_word_exists(word, language, least, expected):
    assert is_word(word, language, least) is expected


def test_particles_count_for_existence_and_not_for_the_share():
    assert find_share("وبمؤتمر", "ar") < EXISTS < find_share("مؤتمر", "ar")
