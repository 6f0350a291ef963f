import pytest

from oic_reports.reading.pdf.coded_words import count_inside


def make_word(text):
    return [(sign, (0, ord(sign))) for sign in text]


@pytest.mark.parametrize("word", ["وB", "لB", "وبالB", "والB2", "وkoTkiT"])
def test_a_latin_name_is_not_attached_to_its_particle(word):
    inside, attached = count_inside([make_word(word)])
    assert not inside
    assert not attached


@pytest.mark.parametrize(("word", "number"), [("°م", 0), ("م°", 1), ("*م", 1)])
def test_the_sign_of_a_unit_is_attached_to_what_stands_before_it_alone(word, number):
    _, attached = count_inside([make_word(word)])
    assert attached[0, ord(word.strip("م"))] == number


@pytest.mark.parametrize("word", ["سوB", "وBن", "Bو", "وb", "و8", "ورB"])
def test_a_sign_in_or_at_an_arabic_word_is_attached(word):
    _, attached = count_inside([make_word(word)])
    assert attached[0, next(ord(sign) for sign in word if sign.isascii())] == 1
