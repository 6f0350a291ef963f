"""Cities and venues: each is found where a meeting was held."""

from __future__ import annotations

from collections import defaultdict

import pytest
from vocabulary_rows import LANGUAGES, list_rows

from oic_reports.model import Block
from oic_reports.resources import load_vocabulary
from oic_reports.structure.forms import find_forms
from oic_reports.structure.header.header import read_header

# Cities and venues

_AT = {
    "ar": "عقد الاجتماع في {} أمس",
    "en": "The meeting was held in {} yesterday",
    "fr": "La réunion s’est tenue à {} hier",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_city_is_found_where_a_meeting_was_held(language):
    wrong = []
    for row in list_rows("cities", language):
        for form in {row["form"], row["form"].replace("’", "'")}:
            text = _AT[language].format(form)
            header, _ = read_header([Block("preamble", text, text, language=language)], language)
            if (header.city, header.country_iso2) != (row["city"], row["country_iso2"]):
                wrong.append((form, header.city))
    assert wrong == []


def test_every_city_and_venue_has_a_name_in_each_language():
    for name, owner in (("cities", "city"), ("venues", "venue")):
        languages = defaultdict(set)
        for row in load_vocabulary(name):
            languages[row[owner]].add(row["language"])
        assert [thing for thing, known in languages.items() if known != set(LANGUAGES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_venue_is_found(language):
    for row in list_rows("venues", language):
        (match,) = find_forms("venues", f"({row['form']})", language)
        assert match.group("form") == row["form"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the situation in Guinea-Bissau", "en"),
        ("male and female delegates", "en"),
        ("the situation in Gaza", "en"),
        ("relations between Iraq and Kuwait", "en"),
        ("الوضع في غينيا بيساو", "ar"),
        ("سلطنة عمان، الأردن، المملكة الأردنية الهاشمية", "ar"),
        ("بورصة السلع", "ar"),
        ("la situation en Guinée-Bissau", "fr"),
    ],
)
def test_names_of_cities_that_may_be_something_else_are_no_forms(text, language):
    assert find_forms("cities", text, language) == []
