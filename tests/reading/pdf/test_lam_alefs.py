"""Lam-alefs of two glyphs without characters."""

from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.lam_alefs import find_lam_alefs

LAM, ALEF, HAMZA = (0, 1), (0, 2), (0, 3)


def spell(word, alef=ALEF):
    """A word whose lam-alef (``#``) is a pair of unknown codes."""
    letters = []
    for letter in word:
        letters += [(UNMAPPED, LAM), (UNMAPPED, alef)] if letter == "#" else [(letter, (0, 100 + ord(letter)))]
    return letters


def test_the_words_tell_a_pair_and_each_alef_behind_its_lam():
    words = [spell("دو#ر"), spell("ا#قتراح"), spell("ا#عتماد"), spell("ا#عمال", HAMZA)]
    assert find_lam_alefs(words, {}) == {LAM: "ل", ALEF: "ا", HAMZA: "أ"}


def test_one_short_word_is_no_evidence():
    assert find_lam_alefs([spell("ب#")], {}) == {}


def test_words_that_exist_with_no_alef_tell_against_a_pair():
    assert find_lam_alefs([spell("دو#ر"), spell("ظ#قضغث"), spell("غث#ضظق"), spell("ا#عتماد")], {}) == {}


def test_a_code_that_stands_alone_elsewhere_is_no_part_of_a_pair():
    words = [spell("دو#ر"), spell("ا#قتراح"), [("م", (0, 9)), (UNMAPPED, LAM), ("ك", (0, 8))]]
    assert find_lam_alefs(words, {}) == {}


def test_what_other_codes_mean_is_taken_as_known():
    known = {(0, 100 + ord("د")): "د"}
    words = [spell("دو#ر"), spell("ا#قتراح"), spell("ا#عتماد")]
    hidden = [[(UNMAPPED if code in known else text, code) for text, code in word] for word in words]
    assert find_lam_alefs(hidden, known)[LAM] == "ل"


def test_a_pair_that_is_found_tells_of_the_words_in_which_another_stands():
    # one that is joined to the letter before it, another that is not
    joined = {"ل": (0, 5), "ا": (0, 6)}

    def spell_both(word):
        letters = spell(word.replace("+", "#"))
        marks = [sign for sign in word if sign in "#+" for _ in range(2)]
        lost = iter(marks)
        return [
            (text, (joined["ل"] if code == LAM else joined["ا"]) if text == UNMAPPED and next(lost) == "+" else code)
            for text, code in letters
        ]

    words = [spell_both(word) for word in ("دو#ر", "ا#قتراح", "ا#عتماد", "خ+ل", "ا#ستق+ل")]
    assert find_lam_alefs(words, {}) == {LAM: "ل", ALEF: "ا", joined["ل"]: "ل", joined["ا"]: "ا"}
