"""The work of cleaning grows as the text does: counted in letters that are looked up and in pieces that are made."""

from __future__ import annotations

from collections import Counter

import pytest

from oic_reports.cleaning import draft as drafts
from oic_reports.cleaning.clean import clean_text
from oic_reports.language.attested import Evidence, find_compounds
from oic_reports.language.lexicon import MOST_LETTERS

ASKED = ("is_word", "measure", "is_usual", "is_usual_elsewhere", "is_common", "is_compound")
# (language, what is repeated): each makes another rule work
UNITS = [
    ("en", "a"),
    ("en", "a-"),
    ("en", "coopera- tion "),
    ("en", "Al- Quds "),
    ("en", "**bold** "),
    ("en", "K?ngdom "),
    ("en", "\uf0b7 "),
    ("en", "Conferencewas "),
    ("ar", "ب"),
    ("ar", "اـــ"),
    ("ar", "بین "),
    ("ar", "رئىس "),
    ("ar", "الا جتماع "),
    ("ar", "كता"),
    ("ar", "وإذ هنا المؤتمر "),
]


class Counting(Evidence):
    """Evidence that counts the letters that it is asked for."""

    def __init__(self, language, texts):
        super().__init__(language, texts)
        self.counts = Counter()


def count(name):
    def ask(self, word, *rest):
        self.counts["letters"] += len(word)
        return getattr(Evidence, name)(self, word, *rest)

    return ask


for _name in ASKED:
    setattr(Counting, _name, count(_name))


def work(language, text, monkeypatch):
    """Letters looked up and pieces made for one text."""
    evidence = Counting(language, [text])
    piece = drafts._Piece

    def make(*parts):
        evidence.counts["pieces"] += 1
        return piece(*parts)

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "_Piece", make)
        clean_text(text, evidence)
    return evidence.counts


@pytest.mark.parametrize(("language", "unit"), UNITS)
def test_twice_the_text_is_twice_the_work(language, unit, monkeypatch):
    once, twice = (work(language, unit * (size // len(unit)), monkeypatch) for size in (6_000, 12_000))
    for what, number in twice.items():
        assert number <= 2.1 * once[what] + 200


def test_a_word_of_fifty_thousand_letters_is_looked_up_in_no_list(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "oic_reports.language.lexicon.load_general_words",
        lambda _language: type("Words", (dict,), {"get": lambda _self, word: asked.append(word) or 0.0})(),
    )
    for language, letter in (("en", "a"), ("ar", "ب"), ("ar", "كता")):
        word = letter * (50_000 // len(letter))
        clean_text(f"{word} {word}", Evidence(language, [word]))
    assert all(len(word) <= MOST_LETTERS for word in asked)


def test_compounds_are_found_pair_by_pair():
    assert list(find_compounds("Guinea-Bissau, al-Sharq-al-Awsat; x2-y")) == [
        "guinea-bissau",
        "al-sharq",
        "sharq-al",
        "al-awsat",
    ]
