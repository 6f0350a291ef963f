"""Rows of the vocabularies, by language."""

from __future__ import annotations

from oic_reports.resources import load_vocabulary

LANGUAGES = ("ar", "en", "fr")
KINDS = ("short", "official", "variant", "former")


def list_rows(name: str, language: str) -> list[dict[str, str]]:
    return [row for row in load_vocabulary(name) if row["language"] == language]
