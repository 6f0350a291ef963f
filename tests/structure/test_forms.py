"""Forms of a vocabulary are found as if each was tried at each place, the longest first."""

from __future__ import annotations

import re

import pytest

from oic_reports.resources import load_vocabulary
from oic_reports.structure import forms

NAMES = ("body_names", "cities", "document_types", "index_words", "preambular_openings")


def find_one_by_one(name, language, text):
    rows = sorted((row["form"] for row in load_vocabulary(name) if row["language"] == language), key=len, reverse=True)
    joined = "|".join(forms._write_form(form, language) for form in rows)
    return [match.span() for match in re.finditer(rf"(?<!\w)(?P<form>{joined})(?!\w)", text, re.IGNORECASE)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_groups_of_one_letter_hide_no_form(name, language, root):
    specimens = (root / "tests" / "specimens").glob(f"{language}_*")
    text = "\n".join(path.read_text(encoding="utf-8") for path in specimens)
    # each form stands behind each other one, in small letters and capitals, whole and cut
    own = [row["form"] for row in load_vocabulary(name) if row["language"] == language]
    text += "\n".join(f"{form} {form.upper()} {form[:-1]} {form}s" for form in own)
    assert [match.span() for match in forms.find_forms(name, text, language)] == find_one_by_one(name, language, text)


def test_letters_with_and_without_accents_are_one_group(monkeypatch):
    rows = [{"form": form, "language": "fr"} for form in ("état", "etat de", "Église", "'x", ".y", "]z")]
    monkeypatch.setattr(forms, "load_vocabulary", lambda _name: rows)
    forms._pattern.cache_clear()
    try:
        found = [match["form"] for match in forms.find_forms("any", "Etat De, ÉTAT; eglise ’x .y ]z", "fr")]
    finally:
        forms._pattern.cache_clear()
    assert found == ["Etat De", "ÉTAT", "eglise", "’x", ".y", "]z"]
