"""Raised figures, as readers find them: a mark that calls a note, or a power (``m²``) that stays in its place.

A raised figure is read as such (``rapport¹``), never as one more digit of a word or of a year. A reader puts it between
two signs of its own (``wrap_figure``), and when its line is whole the figure is judged by what stands before it
(``lift_marks``): behind a word of three letters and more, or behind a closing mark, it calls a note; behind a digit, a
short word or a measure it stays in the text, as a superscript character, until a note with that mark is found
(``structure.note_marks``).
"""

from __future__ import annotations

import re
from functools import cache

from oic_reports.model import NoteMark
from oic_reports.resources import load_vocabulary

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_RAISED = str.maketrans("0123456789", RAISED)
TO_LEVEL = str.maketrans(RAISED, "0123456789")
# characters of private use beyond those that fonts of signs use
_OPEN, _PART, _CLOSE = "\U0010fff0", "\U0010fff1", "\U0010fff2"
_WRAPPED = re.compile(rf"{_OPEN}([^{_OPEN}{_PART}{_CLOSE}]*){_PART}([^{_OPEN}{_PART}{_CLOSE}]*){_CLOSE}")
# one figure in two runs of a Word file
_TWO_RUNS = re.compile(rf"{_PART}{_CLOSE}{_OPEN}(?=[^{_PART}]*{_PART}{_CLOSE})")
_FIGURE = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[†‡§])[\])]?")
_WORD = re.compile(r"[^\W\d_]+$")
_CLOSED = frozenset(".,;:!?؟،؛…»”’\"')]")
_LEAST_WORD = 3


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


def calls_note(before: str) -> bool:
    """Whether a raised figure behind this text calls a note rather than being a power of what it stands on."""
    text = before.rstrip(" ")
    if text[-1:] in _CLOSED:
        return True
    word = _WORD.search(text)
    return word is not None and len(word[0]) >= _LEAST_WORD and word[0].lower() not in _measures()


def begins_note(text: str) -> bool:
    """Whether a line begins with a raised figure, or one that leads to another place: it is a note."""
    return text.lstrip().startswith(_OPEN)


def lift_marks(text: str) -> tuple[str, tuple[NoteMark, ...]]:
    """A line without the marks that call notes, and the marks, each with its place in that line."""
    if _OPEN not in text:
        return text, ()
    text = _TWO_RUNS.sub("", text)
    lifted = ""
    marks: list[NoteMark] = []
    place = 0
    for match in _WRAPPED.finditer(text):
        lifted += text[place : match.start()]
        place = match.end()
        figure, note_id = match[1], match[2]
        shown = figure.translate(TO_RAISED) if figure.isdigit() else figure
        # only these digits have raised forms: others would be taken for more of a number
        has_form = shown != figure
        if not lifted.strip():
            # the mark of the note itself
            lifted += figure if text[place : place + 1] in {"", " "} else f"{figure} "
        elif note_id or calls_note(lifted) or not has_form:
            gap = " " if lifted.endswith(" ") and text[place : place + 1] in {"", " "} else ""
            lifted = lifted.removesuffix(" ") if gap else lifted
            rule = "note_mark.reference" if note_id else "note_mark.raised"
            marks.append(NoteMark(len(lifted), gap + shown, rule, note_id or None))
        else:
            lifted += shown
    return lifted + text[place:], tuple(marks)
