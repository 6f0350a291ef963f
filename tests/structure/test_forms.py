"""Forms of a vocabulary are found as if each was tried at each place, the longest first."""

from __future__ import annotations

import re

import pytest

from oic_reports.language.particles import BEFORE_FORM
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure import forms

NAMES = ("body_names", "cities", "document_types", "index_words", "preambular_openings")


def find_one_by_one(name, language, text):
    rows = sorted((row["form"] for row in load_vocabulary(name) if row["language"] == language), key=len, reverse=True)
    spelled = (letters for form in rows for letters in forms._spell(form, language))
    joined = "|".join("".join(f"[{re.escape(those)}]" for those in letters) for letters in spelled)
    before = rf"(?<!\w)(?:{BEFORE_FORM})" if language == "ar" else r"(?<!\w)"
    if name == "cities":
        before = rf"(?<!\w)(?!{load_pattern('no_city', language).pattern}){before}"
    flags = 0 if language == "ar" else re.IGNORECASE
    return [match.span("form") for match in re.finditer(rf"{before}(?P<form>{joined})(?!\w)", text, flags)]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_common_beginnings_hide_no_form(name, language, root):
    specimens = (root / "tests" / "specimens").glob(f"{language}_*")
    text = "\n".join(path.read_text(encoding="utf-8") for path in specimens)
    # each form stands behind each other one, in small letters and capitals, whole and cut
    own = [row["form"] for row in load_vocabulary(name) if row["language"] == language]
    text += "\n".join(f"{form} {form.upper()} {form[:-1]} {form}s و{form} لل{form[2:]}" for form in own)
    found = [match.span("form") for match in forms.find_forms(name, text, language)]
    assert found == find_one_by_one(name, language, text)


def test_letters_with_and_without_accents_are_one_group(monkeypatch):
    rows = [{"form": form, "language": "fr"} for form in ("état", "etat de", "Église", "'x", ".y", "]z")]
    monkeypatch.setattr(forms, "load_vocabulary", lambda _name: rows)
    forms._pattern.cache_clear()
    try:
        found = [match["form"] for match in forms.find_forms("any", "Etat De, ÉTAT; eglise ’x .y ]z", "fr")]
    finally:
        forms._pattern.cache_clear()
    assert found == ["Etat De", "ÉTAT", "eglise", "’x", ".y", "]z"]


@pytest.mark.parametrize(
    ("name", "text", "language", "found"),
    [
        # of two at one place the longer one, unless a word goes on behind it
        ("document_types", "final communiqué", "en", ["final communiqué"]),
        ("document_types", "final communiquéx", "en", []),
        ("cities", "ISTANBUL and i̇stanbul", "en", ["ISTANBUL"]),
        ("cities", "İSTANBUL, istanbul", "en", ["İSTANBUL", "istanbul"]),
        # accents that capitals lack, either apostrophe
        ("cities", "N’DJAMENA, N'Djaména", "fr", ["N’DJAMENA", "N'Djaména"]),
        # the article behind the preposition; a hamza that was left out
        ("document_types", "للإعلان", "ar", ["للإعلان"]),
        ("document_types", "والاعلان", "ar", ["الاعلان"]),
        ("document_types", "xإعلان", "ar", []),
    ],
)
def test_forms_of_vocabularies(name, text, language, found):
    assert [match["form"] for match in forms.find_forms(name, text, language)] == found
