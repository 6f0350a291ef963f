"""Marks that call notes, kept apart from their word: ``rapport¹`` is the word ``rapport`` and a mark that names a note.

A reader lifts the marks that its file shows as such (``reading.raised``). Here the typed ones follow: ``Yaoundé.1``,
``2025.1``, ``2018²``, ``funded.(1)``, a star, ``[^1]``; only where a note with that mark stands below. A lifted mark is
no part of the line's text; ``text_raw`` has it in its place, and a repair takes it out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language, Line, Reading
from oic_reports.reading.raised import RAISED, TO_PLAIN, calls_note
from oic_reports.resources import load_vocabulary
from oic_reports.structure.lines.cuts import lift_spans
from oic_reports.structure.lines.notes import find_marked_notes
from oic_reports.structure.lines.printed_lines import drop_blank

_LABEL = compile_pattern(
    rf"(?P<label>\[\^[\w-]+\]:|\(\*{{1,3}}\)|\*{{1,3}}|[†‡§]|[\[(]\d{{1,3}}[\])]|[{RAISED}]{{1,3}}|\d{{1,3}}\.?(?=\s)|\d{{1,3}}(?=[A-ZÀ-Þ\u0621-\u064a«“\"])|[ivxl]{{1,5}}(?=\s))\s*(?=\S)"
)
_END = r"(?=[\s.,;:)»”]|$)"
# how a note is called in running text: the whole mark, and the part of it that the note has too
_MARKDOWN = compile_pattern(r"(?P<mark>\[\^(?P<key>[\w-]+)\])(?!:)")
_SIGN = compile_pattern(rf"\w[.,;:)»”\"]?(?P<mark>\s?\(?(?P<key>\*{{1,3}}|[†‡§])(?!\*)\)?){_END}")
_RAISED_RUN = compile_pattern(rf"(?<=\S)[{RAISED}]{{1,3}}(?![{RAISED}])")
_RAISED_CALL = compile_pattern(rf"(?<=\S)[(\[]?[{RAISED}]{{1,3}}[)\]]?")
_BRACKETED = compile_pattern(r"[(\[](?P<key>\d{1,3})[)\]]")
_BEFORE_BRACKETED = compile_pattern(r"[^\W\d_][.,;:»”\"]?$")
_TYPED = compile_pattern(rf"(?:[^\W\d_]{{3}}[.,;»”\")]|[^\W\d_]{{4}}|\b\d{{4}}[.,])(?P<key>\d{{1,3}}){_END}")
# ``OIC/CFM-49/2023/SG.2/Add.1`` and ``PFC-45/4 Rev.1`` end in a number of their own
_SYMBOL = compile_pattern(r"/\S*(?:\s(?:Rev|Add|Corr)\.)?$", re.IGNORECASE)

# characters of a month, a year and its era, of which the longest month has 12
_YEAR_REACH = 24


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of a text: label and place of each, and the last place of each kind of call (rule and key) below."""

    labels: Mapping[int, str]
    places: Mapping[str, list[int]]
    last: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, labels: Mapping[int, str]) -> _Notes:
        places: dict[str, list[int]] = {}
        last: dict[tuple[str, str], int] = {}
        for place, label in sorted(labels.items()):
            key = normalise_mark(label)
            places.setdefault(key, []).append(place)
            last.update(((rule, key), place) for rule in _list_rules(label, key))
        return cls(labels, places, last)

    def is_called(self, rule: str, key: str, index: int) -> bool:
        """Whether a note below a line is called so."""
        return self.last.get((rule, key), index) > index

    def name(self, key: str, index: int) -> str | None:
        """The label of the next note below a line with this mark, else of the last above; None for none."""
        places = self.places.get(key)
        return self.labels[places[min(bisect_right(places, index), len(places) - 1)]] if places else None


def find_note_label(text: str) -> re.Match[str] | None:
    """The mark with which the text of a note begins (group ``label``), white space behind it included."""
    return _LABEL.match(text)


def normalise_mark(mark: str) -> str:
    """A mark as it is compared: ``(1)``, ``[1]``, ``¹``, ``١`` and ``1`` are one, and so is ``1.``."""
    return mark.translate(TO_PLAIN).strip(" ()[]^:.")


def part_note_marks(reading: Reading) -> list[Line]:
    """The lines with all marks of notes lifted, each with the label of its note where there is one."""
    lines = reading.lines
    notes = _Notes.of(_find_labels(lines, reading.language))
    if reading.reader == "pdf":
        # there each raised character is one that the page shows raised
        lines = tuple(line if line.hint == "footnote" else _lift_raised(line) for line in lines)
    parted = list(lines)
    # what a file shows raised is typed nowhere
    seen = {normalise_mark(mark.text) for line in lines for mark in line.marks}
    for index, line in enumerate(lines):
        if index in notes.labels or line.hint == "footnote":
            continue
        spans = _find_typed(line.text, index, notes, seen) if notes.labels else {}
        parted[index] = _name_notes(lift_spans(line, spans) if spans else line, index, notes)
    return parted


def _find_labels(lines: Sequence[Line], language: Language) -> dict[int, str]:
    """The notes of a text: index of a line that begins one to the mark that it begins with."""
    printed = drop_blank(lines, language)
    places = {id(line): index for index, line in enumerate(lines)}
    starts = [index for index, is_first in find_marked_notes(printed).items() if is_first]
    starts += [i for i, line in enumerate(printed) if line.line.hint == "footnote" and line.line.flow != "continues"]
    found = {}
    for index in sorted(set(starts)):
        label = find_note_label(printed[index].text)
        if label:
            found[places[id(printed[index].line)]] = label["label"]
    return found


def _list_rules(label: str, key: str) -> tuple[str, ...]:
    """By which rules a note with this label is called in running text."""
    if label.startswith("[^"):
        return ("note_mark.markdown",)
    if not key[:1].isdigit():
        return ("note_mark.sign",) if key[:1] in "*†‡§" else ()
    return "note_mark.raised_character", "note_mark.bracketed" if label[:1] in "([" else "note_mark.typed"


def _find_typed(text: str, index: int, notes: _Notes, seen: set[str]) -> dict[tuple[int, int], str]:
    """Parts of a line's text that call notes below it, with the rule for each.

    A plain figure calls its note once: it might be a number else. ``seen`` are the marks that were met; it grows.
    """
    spans: dict[tuple[int, int], str] = {}

    def add(start: int, end: int, rule: str, key: str) -> bool:
        is_call = notes.is_called(rule, key, index)
        if is_call:
            spans[start, end] = rule
            seen.add(key)
        return is_call

    for rule, pattern in (("note_mark.markdown", _MARKDOWN), ("note_mark.sign", _SIGN)):
        for match in pattern.finditer(text):
            add(*match.span("mark"), rule, match["key"])
    for match in _RAISED_RUN.finditer(text):
        # of a power with a mark behind it, the mark
        for start in range(*match.span()):
            key = text[start : match.end()].translate(TO_PLAIN)
            if _may_call(text, start) and add(start, match.end(), "note_mark.raised_character", key):
                break
    end = 0
    for match in _BRACKETED.finditer(text):
        # one mark may follow another
        is_glued = match.start() == end > 0 or _BEFORE_BRACKETED.search(text[max(0, match.start() - 2) : match.start()])
        if is_glued and add(*match.span(), "note_mark.bracketed", match["key"]):
            end = match.end()
    for match in _TYPED.finditer(text):
        if match["key"] not in seen and not _SYMBOL.search(text[: match.start("key")]):
            add(*match.span("key"), "note_mark.typed", match["key"])
    return spans


@cache
def _ends_in_year() -> re.Pattern[str]:
    """The end of a year with its era (``مايو ٢٠٣١م``): a month or the word for a year stands before it."""
    months = (re.escape(row["form"]) for row in load_vocabulary("months") if row["language"] == "ar")
    return re.compile(rf"(?:عام|سنة|عامي|{'|'.join(months)})[ /]+\d{{4}} ?مـ*$")


def _may_call(text: str, place: int) -> bool:
    """Whether a raised figure may call a note at a place; it is also the power of a measure (``300 km²``).

    The letter behind a year is its era, no metres.
    """
    is_plain = text[place - 1 : place].isdigit() or calls_note(text, place)
    return is_plain or _ends_in_year().search(text, max(0, place - _YEAR_REACH), place) is not None


def _lift_raised(line: Line) -> Line:
    """The line of a printed page without the raised figures that call notes by where they stand, note or none."""
    if line.text.isascii():
        return line
    found = [match.span() for match in _RAISED_CALL.finditer(line.text) if calls_note(line.text, match.start())]
    return lift_spans(line, dict.fromkeys(found, "note_mark.raised")) if found else line


def _name_notes(line: Line, index: int, notes: _Notes) -> Line:
    """The line whose marks know the labels of their notes: the next below, else the last above."""
    if not line.marks:
        return line
    marks = (replace(known, note=notes.name(normalise_mark(known.text), index)) for known in line.marks)
    return replace(line, marks=tuple(marks))
