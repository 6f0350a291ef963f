"""A feed in words of a person's language: what happened in a document, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oic_reports.feed.by_document import DocumentChange
from oic_reports.resources import load_vocabulary

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "What changed from {old} to {new}", "nothing": "Nothing changed.",
        "new": "New documents", "changed": "Changed documents", "gone": "Withdrawn documents",
        "added": "new paragraphs: {}", "removed": "paragraphs gone: {}", "texts": "paragraphs with another text: {}",
        "altered": "paragraphs with other facts alone: {}", "split": "split off: {}", "merged": "merged: {}",
        "renumbered": "renumbered: {}", "facts": "facts of the header: {}", "rest": "repairs, flags or boxes alone",
        "why": "Why", "unknown": "cause not told by hashes and keys", "rows": "Rows by table", "table": "Table",
        "more": "and {} more: the table changes names all", "withheld": "text withdrawn",
        "direction": "ltr", "comma": ", ", "semicolon": "; ",
    },
    "ar": {
        "title": "ما تغيّر بين {old} و{new}", "nothing": "لم يتغيّر شيء.",
        "new": "وثائق جديدة", "changed": "وثائق متغيّرة", "gone": "وثائق مسحوبة",
        "added": "فقرات جديدة: {}", "removed": "فقرات أزيلت: {}", "texts": "فقرات تغيّر نصها: {}",
        "altered": "فقرات تغيّرت بياناتها فقط: {}", "split": "انفصلت: {}", "merged": "دُمجت: {}",
        "renumbered": "تغيّر رقمها: {}", "facts": "بيانات الترويسة: {}", "rest": "إصلاحات أو تنبيهات أو إطارات فقط",
        "why": "السبب", "unknown": "سبب لا تدل عليه البصمات والمفاتيح", "rows": "الصفوف حسب الجدول", "table": "الجدول",
        "more": "و{} غيرها: يسردها كلها الجدول changes", "withheld": "نص مسحوب",
        "direction": "rtl", "comma": "، ", "semicolon": "؛ ",
    },
    "fr": {
        "title": "Ce qui a changé de {old} à {new}", "nothing": "Rien n’a changé.",
        "new": "Nouveaux documents", "changed": "Documents modifiés", "gone": "Documents retirés",
        "added": "paragraphes nouveaux : {}", "removed": "paragraphes disparus : {}",
        "texts": "paragraphes dont le texte a changé : {}",
        "altered": "paragraphes dont seules les données ont changé : {}",
        "split": "détachés : {}", "merged": "fusionnés : {}", "renumbered": "renumérotés : {}",
        "facts": "données de l’en-tête : {}", "rest": "réparations, signalements ou rectangles seulement",
        "why": "Cause", "unknown": "cause que ni empreintes ni clés ne disent", "rows": "Lignes par table",
        "table": "Table", "more": "et {} autres : la table changes les nomme tous",
        "withheld": "texte retiré", "direction": "ltr", "comma": ", ", "semicolon": " ; ",
    },
}  # fmt: skip


def say_what(change: DocumentChange, language: str) -> str:
    """What happened in a document."""
    words = WORDS[language]
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
    return WORDS[language]["semicolon"].join(meanings[cause] for cause in change.causes)


def load_causes(language: str) -> dict[str, str]:
    """Cause to its meaning; "" for one that is not known."""
    causes = {row["value"]: row[language] for row in load_vocabulary("change_causes")}
    return {**causes, "": WORDS[language]["unknown"]}


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
