"""What rooms say to people: in each language, with the same parts to fill in."""

from pathlib import Path
from string import Formatter

import pytest

from oic_reports.resources import load_words
from oic_reports.tables.schema import LANGUAGES

ROOMS = sorted(path.parent.name for path in (Path(__file__).parents[1] / "src" / "oic_reports").glob("*/words.csv"))


def list_parts(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("room", ROOMS)
def test_each_language_says_the_same(room):
    said = {language: load_words(room, language) for language in LANGUAGES}
    for key, english in said["en"].items():
        for language in LANGUAGES:
            assert said[language][key].strip(), (key, language)
            assert list_parts(said[language][key]) == list_parts(english), (key, language)


def test_a_language_or_a_word_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        load_words("feed", "de")
    with pytest.raises(KeyError):
        load_words("feed", "en")["nonsense"]
