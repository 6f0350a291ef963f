"""Marks that call notes, kept apart from their word: ``rapport¹`` is the word ``rapport`` and a mark that names a note.

A reader lifts the marks that its file shows as such (``reading.raised``). Here the typed ones follow: ``Yaoundé.1``,
``2025.1``, ``2018²``, ``funded.(1)``, a star, ``[^1]``; only where a note with that mark stands below. A lifted mark is
no part of the line's text; ``text_raw`` has it in its place, and a repair takes it out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Line, NoteMark, Reading
from oic_reports.reading.raised import RAISED, TO_LEVEL, TO_RAISED, calls_note
from oic_reports.structure.lines import drop_blank
from oic_reports.structure.notes import find_marked_notes

_LABEL = re.compile(
    rf"(?P<label>\[\^[\w-]+\]:|\(\*{{1,3}}\)|\*{{1,3}}|[†‡§]|[\[(]\d{{1,3}}[\])]|[{RAISED}]{{1,3}}|\d{{1,3}}(?=\s)|[ivxl]{{1,5}}(?=\s))\s*(?=\S)"
)
_END = r"(?=[\s.,;:)»”]|$)"


def find_note_label(text: str) -> re.Match[str] | None:
    """The mark with which the text of a note begins (group ``label``), white space behind it included."""
    return _LABEL.match(text)


def normalise_mark(mark: str) -> str:
    """A mark as it is compared: ``(1)``, ``[1]``, ``¹`` and ``1`` are one."""
    return mark.translate(TO_LEVEL).strip(" ()[]^:")


def part_note_marks(reading: Reading) -> list[Line]:
    """The lines with all marks of notes lifted, each with the label of its note where there is one."""
    lines = reading.lines
    labels = _find_labels(lines)
    if reading.reader == "pdf":
        # there each raised character is one that the page shows raised
        lines = tuple(line if line.hint == "footnote" else _lift_raised(line) for line in lines)
    if not labels and not any(line.marks for line in lines):
        return list(lines)
    parted = list(lines)
    last = max(labels, default=-1)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if index in labels or line.hint == "footnote":
            continue
        below = {mark for place, mark in labels.items() if place > index} if index <= last else set()
        for mark in sorted(below, key=len, reverse=True):
            parted[index] = _lift_typed(parted[index], mark, seen)
        parted[index] = _name_notes(parted[index], index, labels)
    return parted


def _find_labels(lines: Sequence[Line]) -> dict[int, str]:
    """The notes of a text: index of a line that begins one to the mark that it begins with."""
    printed = drop_blank(lines)
    places = {id(line): index for index, line in enumerate(lines)}
    starts = [index for index, is_first in find_marked_notes(printed).items() if is_first]
    starts += [i for i, line in enumerate(printed) if line.line.hint == "footnote" and line.line.flow != "continues"]
    found = {}
    for index in sorted(set(starts)):
        label = find_note_label(printed[index].text)
        if label:
            found[places[id(printed[index].line)]] = label["label"]
    return found


def _lift_typed(line: Line, label: str, seen: set[str]) -> Line:
    """The line without what was typed to call one note. A plain figure calls it once: it might be a number else."""
    for rule, pattern in _list_calls(label):
        is_plain = rule == "note_mark.typed"
        if is_plain and label in seen:
            continue
        matches = [match for match in re.finditer(pattern, line.text) if is_plain or _may_call(match)]
        for match in reversed(matches[:1] if is_plain else matches):
            seen.add(label)
            line = _lift(line, match.start("mark"), match.end("mark"), rule)
    return line


def _may_call(match: re.Match[str]) -> bool:
    """Whether a sign may call a note where it stands; a raised figure is also the power of a measure (``300 km²``)."""
    before = match.string[: match.start("mark")]
    return match["mark"][:1] not in RAISED or before[-1:].isdigit() or calls_note(before)


def _lift_raised(line: Line) -> Line:
    """The line of a printed page without the raised figures that call notes by where they stand, note or none."""
    for match in reversed(list(re.finditer(rf"(?<=\S)[(\[]?[{RAISED}]{{1,3}}[)\]]?", line.text))):
        if calls_note(line.text[: match.start()]):
            line = _lift(line, *match.span(), "note_mark.raised")
    return line


def _list_calls(label: str) -> list[tuple[str, str]]:
    """How a note is called in running text: rules and patterns, whose group ``mark`` is the mark."""
    mark = normalise_mark(label)
    if label.startswith("[^"):
        return [("note_mark.markdown", rf"(?P<mark>\[\^{re.escape(mark)}\])(?!:)")]
    if not mark[:1].isdigit():
        star = rf"\w[.,;:)»”\"]?(?P<mark>\s?\(?{re.escape(mark)}(?!\*)\)?){_END}"
        return [("note_mark.sign", star)] if mark[:1] in "*†‡§" else []
    raised = mark.translate(TO_RAISED)
    calls = [("note_mark.raised_character", rf"\S(?P<mark>{raised})(?![{RAISED}])")] if raised != mark else []
    if label[:1] in "([":
        calls.append(("note_mark.bracketed", rf"[^\W\d_][.,;:»”\"]?(?P<mark>[(\[]{mark}[)\]])"))
    else:
        before = r"(?:[^\W\d_]{3}[.,;»”\")]|[^\W\d_]{4}|\b\d{4}[.,])"
        calls.append(("note_mark.typed", rf"{before}(?P<mark>{mark}){_END}"))
    return calls


def _lift(line: Line, start: int, end: int, rule: str) -> Line:
    """The line without ``[start, end)``, which becomes a mark; what stands behind it moves."""
    gone = end - start
    marks = [replace(known, start=known.start - gone) if known.start >= end else known for known in line.marks]
    decoded = [
        replace(known, start=known.start - gone, end=known.end - gone) if known.start >= end else known
        for known in line.decoded
    ]
    if any(known.start < end and known.end > start for known in line.decoded):
        # what a reader put right is no mark that was typed
        return line
    marks.append(NoteMark(start, line.text[start:end], rule))
    marks.sort(key=lambda known: known.start)
    text = line.text[:start] + line.text[end:]
    return replace(line, text=text, marks=tuple(marks), decoded=tuple(decoded))


def _name_notes(line: Line, index: int, labels: dict[int, str]) -> Line:
    """The line whose marks know the labels of their notes: the next below, else the last above."""
    named = []
    for known in line.marks:
        mark = normalise_mark(known.text)
        places = [place for place, label in labels.items() if normalise_mark(label) == mark]
        place = min((p for p in places if p > index), default=max(places, default=None))
        named.append(known if place is None else replace(known, note=labels[place]))
    return replace(line, marks=tuple(named))
