"""A feed in words of a person's language: what happened in a document, and why."""

from __future__ import annotations

from collections.abc import Iterator

from oic_reports.feed.by_document import DocumentChange
from oic_reports.resources import load_vocabulary, load_words
from oic_reports.tables.schema import LANGUAGES

TOLD_IN = LANGUAGES


def say_what(change: DocumentChange, language: str) -> str:
    """What happened in a document."""
    words = load_words("feed", language)
    counts = {
        "added": change.added, "texts": change.texts, "altered": change.altered - change.texts,
        "removed": change.removed, "split": change.split, "merged": change.merged, "renumbered": change.renumbered,
    }  # fmt: skip
    parts = [words[name].format(number) for name, number in counts.items() if number]
    parts += [words["facts"].format(words["comma"].join(change.facts))] if change.facts else []
    return words["semicolon"].join(parts) or words["rest"]


def say_why(change: DocumentChange, language: str) -> str:
    """The causes that the feed tells of a document."""
    meanings = load_causes(language)
    return load_words("feed", language)["semicolon"].join(meanings[cause] for cause in change.causes)


def load_causes(language: str) -> dict[str, str]:
    """Cause to its meaning; "" for one that is not known."""
    causes = {row["value"]: row[language] for row in load_vocabulary("change_causes")}
    return {**causes, "": load_words("feed", language)["unknown"]}


def load_kinds(language: str) -> dict[str, str]:
    """Kind of change to its meaning, that of new columns and tables too."""
    kinds = {row["value"]: row[language] for row in load_vocabulary("change_kinds")}
    return {**kinds, "schema": load_causes(language)["schema"]}


def list_sections(changes: list[DocumentChange]) -> Iterator[tuple[str, list[DocumentChange]]]:
    """Kind (new, changed, gone) to its documents, those that there are."""
    for kind in ("new", "changed", "gone"):
        found = [change for change in changes if change.kind == kind]
        if found:
            yield kind, found
