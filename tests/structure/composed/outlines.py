"""Composed outlines: each nesting of headings, paragraphs and lists meets each way to label and to lay them out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from composed.facts import invent, load
from composed.pages import describe, print_page
from composed.sentences import Speaker, choose_style
from composed.texts import Piece, Text, compose_opening

LANGUAGES = ("ar", "en", "fr")
KINDS = ("resolution", "report")
LAYOUTS = ("plain", "blank", "wrapped", "wrapped with blanks", "html", "html breaks")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_LETTERS = {"en": "ABCDEFGH", "fr": "ABCDEFGH", "ar": "أبجدهوزح"}
_NAMED = ("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء")
_COUNTED = {
    "en": ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"),
    "fr": ("Premièrement", "Deuxièmement", "Troisièmement", "Quatrièmement", "Cinquièmement"),
    "ar": ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا"),
}
# paragraphs of a text
_MOST = 40
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# labels of the headings of sections; the label of a truth has no marks, which the comparison leaves out anyway
HEADS = {
    "en": ("A.", "A)", "(A)", "A -", "I.", "I -", "FIRST:", "none", "capitals"),
    "fr": ("A.", "A)", "(A)", "A -", "I.", "I -", "FIRST:", "none", "capitals"),
    "ar": ("أ -", "(أ)", "أ)", "أ.", "ألف -", "أولا:", "أولا -", "I -", "none"),
}
# headings without labels
_UNLABELLED = {"none", "capitals"}
NUMBERS = {
    "en": ("1.", "1)", "(1)", "1 -", "1-"),
    "fr": ("1.", "1)", "(1)", "1 -", "1-"),
    "ar": ("1.", "1)", "(1)", "1 -", "1-", "١-", "(١)"),
}
ITEMS = {
    "en": ("(a)", "a)", "a.", "(i)", "-", "•"),
    "fr": ("(a)", "a)", "a.", "(i)", "-", "•"),
    "ar": ("(أ)", "أ)", "أ -", "-", "•"),
}
# what a text is made of: sections or none; paragraphs whose numbers go on or begin anew, none, or dashes; lists
SHAPES = {
    "flat": (0, "goes on", False),
    "flat, lists": (0, "goes on", True),
    "sections": (1, "goes on", False),
    "sections, lists": (1, "goes on", True),
    "sections, anew": (1, "anew", False),
    "sections, anew, lists": (1, "anew", True),
    "sections, no numbers": (1, "none", False),
    "sections, dashes": (1, "dashes", False),
    "two levels": (2, "goes on", False),
    "two levels, anew": (2, "anew", False),
    "two levels, no numbers": (2, "none", False),
    "numbered headings": (1, "decimal", False),
    "numbered headings, no numbers": (1, "under numbers", False),
}


@dataclass(frozen=True)
class Outline:
    """What one composed text is like."""

    language: str
    kind: str
    shape: str
    layout: str
    seed: int

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""
        words = (self.language, self.kind, self.shape, self.layout, str(self.seed))
        return "-".join(words).replace(", ", "_").replace(" ", "_")


def list_outlines(seeds: int) -> list[Outline]:
    """Every language, kind, shape and layout, as many times as ``seeds`` says, each time with other labels."""
    return [
        Outline(language, kind, shape, layout, seed)
        for seed in range(seeds)
        for language in LANGUAGES
        for kind in KINDS
        for shape in SHAPES
        for layout in LAYOUTS
    ]


def write_outline(folder: Path, outline: Outline) -> Path:
    """Compose one text and write it with its truth, as ``write_page`` does; the truth names the labels."""
    rng = Random(outline.name)
    text, labels = compose_outline(rng, outline)
    suffix = "html" if outline.layout.startswith("html") else "txt"
    path = folder / f"{outline.name}.{suffix}"
    path.write_text(print_page(rng, text, outline.layout), encoding="utf-8")
    truth: dict[str, Any] = {"ours": True, "language": outline.language, "family": "composed", "shape": outline.shape}
    truth |= {"labels": labels, "document": {}, "front": False, "blocks": [describe(piece) for piece in text.body]}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def compose_outline(rng: Random, outline: Outline) -> tuple[Text, str]:
    """The text of an outline, and the labels of its sections, paragraphs and items."""
    language = outline.language
    meeting = invent(rng, language)
    while meeting.session is None:
        meeting = invent(rng, language)
    speaker = Speaker(rng, meeting, choose_style(rng, language))
    text = Text(language, speaker=speaker)
    compose_opening(rng, text, outline.kind)
    writer = _Writer(rng, outline)
    text.body += writer.write()
    return text, " | ".join((*writer.heads, writer.number, writer.item))


class _Writer:
    """The body of one text."""

    def __init__(self, rng: Random, outline: Outline) -> None:
        self.rng, self.outline = rng, outline
        language = outline.language
        self.levels, self.counting, self.has_lists = SHAPES[outline.shape]
        self.number = rng.choice(NUMBERS[language])
        self.heads = self._choose_heads()
        self.item = rng.choice([item for item in ITEMS[language] if self._is_other(item)])
        self.topics = rng.sample(_phrases("topic", language), len(_phrases("topic", language)))
        self.said = self._list_sentences()
        self.count = 0
        self.pieces: list[Piece] = []

    def _choose_heads(self) -> list[str]:
        language = self.outline.language
        if self.counting in {"decimal", "under numbers"}:
            return [self.rng.choice([number for number in NUMBERS[language] if number[0] != "("])]
        if self.levels < 2:
            return self.rng.sample(HEADS[language], self.levels)
        # of two levels that a reader could not tell apart, as ``A.`` and ``A)``, none is composed
        labelled = [head for head in HEADS[language] if head not in _UNLABELLED]
        upper = self.rng.choice(labelled)
        return [upper, self.rng.choice([head for head in labelled if _kind_of(head) != _kind_of(upper)])]

    def _is_other(self, item: str) -> bool:
        return all(_kind_of(item) != _kind_of(head) for head in self.heads)

    def _list_sentences(self) -> list[str]:
        language = self.outline.language
        if self.outline.kind == "resolution":
            said = [f"{row['present']} {row['rest']}" for row in load("acts", language)]
        else:
            said = _phrases("told", language)
        return self.rng.sample(said, len(said))

    def write(self) -> list[Piece]:
        if not self.levels:
            self._write_paragraphs(6)
            return self.pieces
        for place in range(3):
            self._head(0, place)
            for below in range(2) if self.levels > 1 else ():
                self._head(1, below)
                self._write_paragraphs(2)
            if self.levels == 1:
                self._write_paragraphs(2 + place % 2)
        return self.pieces

    def _head(self, level: int, place: int) -> None:
        topic = self.topics.pop()
        style = self.heads[level]
        self.place = place
        if self.counting in {"anew", "decimal"}:
            self.count = 0
        if style in _UNLABELLED:
            self.pieces.append(Piece("heading", topic.upper() if style == "capitals" else topic))
            return
        self.pieces.append(Piece("heading", topic, write_label(style, place, self.outline.language)))

    def _write_paragraphs(self, number: int) -> None:
        for _ in range(number):
            self.count += 1
            is_led = self.has_lists and self.count % 3 == 2
            text = self._lead() if is_led else f"{self.said.pop()}{self._stop()}"
            self.pieces.append(Piece("operative", text, self._label()))
            if not self.said:
                self.said = self._list_sentences()
            if is_led:
                items = self.rng.sample(_phrases("item", self.outline.language), 3)
                for place, item in enumerate(items):
                    mark = self._stop() if place < 2 else "."
                    label = write_label(self.item, place, self.outline.language)
                    self.pieces.append(Piece("list_item", item + mark, label))

    def _lead(self) -> str:
        kind = "lead" if self.outline.kind == "resolution" else "told_lead"
        return self.rng.choice(_phrases(kind, self.outline.language))

    def _stop(self) -> str:
        return {"ar": "؛", "en": ";", "fr": " ;"}[self.outline.language] if self.outline.kind == "resolution" else "."

    def _label(self) -> str | None:
        if self.counting == "decimal":
            return f"{self.place + 1}.{self.count}"
        if self.counting in {"none", "under numbers"}:
            return None
        return "-" if self.counting == "dashes" else write_label(self.number, self.count - 1, self.outline.language)


@cache
def _phrases(kind: str, language: str) -> list[str]:
    return [row["text"] for row in load("outlines", language) if row["kind"] == kind]


def _kind_of(style: str) -> str:
    core = style.strip("().- :")
    return "letter" if core.lower() in {"a", "أ", "ألف"} else "count" if core in {"FIRST", "أولا"} else core


def write_label(style: str, place: int, language: str) -> str:
    """The label in a style at a place, from 0: ``write_label("(a)", 2, "en")`` is ``(c)``."""
    core = style.strip("().- :")
    series: dict[str, Sequence[str]] = {
        "A": _LETTERS["en"],
        "a": _LETTERS["en"].lower(),
        "أ": _LETTERS["ar"],
        "ألف": _NAMED,
        "I": _ROMAN,
        "i": [number.lower() for number in _ROMAN],
        "FIRST": _COUNTED[language],
        "أولا": _COUNTED["ar"],
        "1": [str(number) for number in range(1, _MOST)],
        "١": [str(number).translate(_INDIC) for number in range(1, _MOST)],
    }
    return style.replace(core, series[core][place]) if core in series else style
