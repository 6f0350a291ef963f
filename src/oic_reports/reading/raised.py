"""Raised figures, as readers find them: a mark that calls a note, or a power (``m²``) that stays in its place.

A raised figure is read as such (``rapport¹``), never as one more digit of a word or of a year. A reader puts it between
two signs of its own (``wrap_figure``), and when its line is made the figure is judged by what stands before it
(``lift_marks``): behind a word of three letters and more, or behind a closing mark, it calls a note; behind a digit, a
short word or a measure it stays in the text, as a superscript character, until a note with that mark is found
(``structure.note_marks``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from oic_reports.language.characters import unfold_line
from oic_reports.model import Decoded, Line, NoteMark
from oic_reports.resources import load_vocabulary

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_RAISED = str.maketrans("0123456789", RAISED)
TO_LEVEL = str.maketrans(RAISED, "0123456789")
# Arabic-Indic digits and their eastern forms have no raised ones of their own
_INDIC = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
RAISES_ALL = TO_RAISED | str.maketrans(_INDIC, 2 * RAISED)
TO_PLAIN = TO_LEVEL | str.maketrans(_INDIC, 2 * "0123456789")
# characters of private use beyond those that fonts of signs use
_OPEN, _PART, _CLOSE = "\U0010fff0", "\U0010fff1", "\U0010fff2"
_WRAPPED = re.compile(rf"{_OPEN}([^{_OPEN}{_PART}{_CLOSE}]*){_PART}([^{_OPEN}{_PART}{_CLOSE}]*){_CLOSE}")
# one figure in several runs of a Word file, or a figure with the id of its note
_LIFTED = re.compile(rf"(?:{_OPEN}[^{_OPEN}{_PART}{_CLOSE}]*{_PART}{_CLOSE})+|{_WRAPPED.pattern}")
_SIGNS = str.maketrans("", "", _OPEN + _PART + _CLOSE)
_FIGURE = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[†‡§])[\])]?")
_WORD = re.compile(r"[^\W\d_]+$")
# closing marks and signs of percent, of which there are no powers
_CLOSED = frozenset(".,;:!?؟،؛…»”’\"')]%٪")
_LEAST_WORD = 3
# no measure: the era of a year (``١٤٥١هـ``), and the letter of a resolution behind its numbers (``٢/٥٠-م``)
_NO_MEASURE = re.compile(r"(?:\d ?هـ*|\d/\d{1,3} ?- ?[^\W\d_]{1,2})$")
# characters before a figure that tell what it stands on: the longest word of a measure has 10
_REACH = 16


def wrap_figure(text: str, note_id: str = "") -> str | None:
    """A raised figure between the signs, with the id of its note where the file tells it; None for anything else."""
    figure = "".join(text.split())
    return f"{_OPEN}{figure}{_PART}{note_id}{_CLOSE}" if _FIGURE.fullmatch(figure) else None


def wrap_reference(note_id: str) -> str:
    """A reference whose figure is not known yet: ``number_references`` puts it in."""
    return f"{_OPEN}{_PART}{note_id}{_CLOSE}"


def number_references(text: str, figures: dict[str, str]) -> str:
    """The text with the figures of its references, by the ids of their notes; one without a figure is taken out."""

    def put(match: re.Match[str]) -> str:
        if match[1] or match[2] not in figures:
            return match[0] if match[1] else ""
        return f"{_OPEN}{figures[match[2]]}{_PART}{match[2]}{_CLOSE}"

    return _WRAPPED.sub(put, text)


@cache
def _measures() -> frozenset[str]:
    return frozenset(row["form"].lower() for name in ("units", "measures") for row in load_vocabulary(name))


def calls_note(before: str, end: int | None = None) -> bool:
    """Whether a raised figure behind a text (up to ``end``) calls a note rather than being a power of its last word."""
    end = len(before) if end is None else end
    text = before[max(0, end - _REACH) : end].rstrip(" ")
    if text[-1:] in _CLOSED or _NO_MEASURE.search(text):
        return True
    word = _WORD.search(text)
    return word is not None and len(word[0]) >= _LEAST_WORD and word[0].lower() not in _measures()


def begins_note(text: str) -> bool:
    """Whether a line begins with a raised figure, or one that leads to another place: it is a note."""
    return text.lstrip().startswith(_OPEN)


def lift_marks(line: Line) -> Line:
    """A line as ``make_line`` gives it, without the marks that call notes: they stand beside its text, as ``marks``.

    What was folded in the line keeps its place; what was folded in the id of a note goes with that.
    """
    if _OPEN not in line.text:
        return line
    lifted = ""
    marks: list[NoteMark] = []
    decoded: list[Decoded] = []
    waiting = list(reversed(line.decoded))
    place = 0
    for match in _LIFTED.finditer(line.text):
        decoded += _move(waiting, match.start(), len(lifted) - place)
        lifted += line.text[place : match.start()]
        place = match.end()
        while waiting and waiting[-1].start < place:
            waiting.pop()
        after = line.text[place : place + 1]
        figure, note_id = match[0].translate(_SIGNS) if match[1] is None else match[1], match[2] or ""
        shown = figure.translate(TO_RAISED) if figure.isdigit() else figure
        # only these digits have raised forms: others would be taken for more of a number
        has_form = shown != figure
        if not lifted:
            # the mark of the note itself
            lifted += figure if after in {"", " "} else f"{figure} "
        elif note_id or calls_note(lifted) or not has_form:
            gap = " " if lifted.endswith(" ") and after in {"", " "} else ""
            lifted = lifted.removesuffix(" ") if gap else lifted
            rule = "note_mark.reference" if note_id else "note_mark.raised"
            marks.append(NoteMark(len(lifted), gap + shown, rule, note_id or None))
        else:
            lifted += shown
    decoded += _move(waiting, len(line.text), len(lifted) - place)
    return replace(line, text=lifted + line.text[place:], marks=tuple(marks), decoded=tuple(decoded))


def _move(waiting: list[Decoded], end: int, distance: int) -> list[Decoded]:
    """The changes that end before a place, moved by a distance, taken off those that wait (the next is the last)."""
    moved = []
    while waiting and waiting[-1].end <= end:
        change = waiting.pop()
        moved.append(replace(change, start=change.start + distance, end=change.end + distance))
    return moved


def count_shown(line: Line) -> int:
    """Characters of a line that are no white space, as its file has them: before it was folded, its marks included."""
    printed = unfold_line(line) + "".join(mark.text for mark in line.marks)
    return sum(not character.isspace() for character in printed)
