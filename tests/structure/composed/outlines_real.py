"""Outlines as public pages have them: statutes, programmes, speeches, annexes, lists below lists, tables, notes.

What ``outlines.py`` crosses are nestings of headings, numbers and lists. Here each form of a real text meets each
layout, and each of its nestings meets the layouts in which only pages print it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from composed.layouts import Groups, print_groups
from composed.outlines import LANGUAGES, SHAPES, Outline, compose_outline
from composed.pages import describe
from composed.real_forms import FORMS, LANGUAGES_OF
from composed.real_writer import RealWriter
from composed.texts import Text

# a form meets these; a nesting of ``outlines.py`` meets those that it does not have there
FORM_LAYOUTS = ("plain", "wrapped", "wrapped with blanks", "html", "html breaks")
NESTING_LAYOUTS = (
    *("blank after each line", "hanging", "label alone", "label behind", "pages"),
    *("html headings", "html divisions", "html cells"),
)
NESTINGS = ("flat", "flat, lists", "sections", "sections, lists", "two levels")


@dataclass(frozen=True)
class RealOutline:
    """What one composed text is like: a form of ``FORMS`` or a nesting of ``outlines.py`` in a layout."""

    language: str
    shape: str
    layout: str
    seed: int
    kind: str = "real"

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""
        words = (self.language, self.kind, self.shape, self.layout, str(self.seed))
        return "-".join(words).replace(", ", "_").replace(" ", "_")


def list_real_outlines(seeds: int) -> list[RealOutline]:
    """Every language, form and layout; labels behind their lines are Arabic only."""
    pairs = [(form, layout) for form in FORMS for layout in FORM_LAYOUTS]
    pairs += [(nesting, layout) for nesting in NESTINGS for layout in NESTING_LAYOUTS]
    return [
        RealOutline(language, shape, layout, seed)
        for seed in range(seeds)
        for language in LANGUAGES
        for shape, layout in pairs
        if (layout != "label behind" or language == "ar") and language in LANGUAGES_OF.get(shape, LANGUAGES)
    ]


def write_real_outline(folder: Path, outline: RealOutline) -> Path:
    """Compose one text and write it with its truth, as ``write_outline`` does."""
    rng = Random(outline.name)
    if outline.shape in SHAPES:
        text, labels = _compose_nesting(rng, outline)
        groups: Groups = [[piece] for piece in text.body]
    else:
        writer = RealWriter(rng, outline.language)
        FORMS[outline.shape](writer)
        text, labels, groups = writer.text, f"{writer.style} | {writer.item}", writer.group()
    suffix = "html" if outline.layout.startswith("html") else "txt"
    path = folder / f"{outline.name}.{suffix}"
    path.write_text(print_groups(rng, text, groups, outline.layout), encoding="utf-8")
    truth: dict[str, Any] = {"ours": True, "language": outline.language, "family": "composed", "shape": outline.shape}
    truth |= {"labels": labels, "document": {}, "front": False, "blocks": [describe(piece) for piece in text.body]}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _compose_nesting(rng: Random, outline: RealOutline) -> tuple[Text, str]:
    """A nesting of ``outlines.py``; behind its line a number in brackets would look like the mark of a note."""
    while True:
        kind = rng.choice(["resolution", "report"])
        nested = Outline(outline.language, kind, outline.shape, outline.layout, outline.seed)
        text, labels = compose_outline(rng, nested)
        if outline.layout != "label behind" or "(" not in labels:
            return text, labels
