"""Letters that carry a report as their annex: the annex is the report (letters to the United Nations, 1988 to 2013)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.headings import is_index_heading
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.names.sessions import find_sessions

# lines: as far as a letter of a page and a half reaches, and the annex line and the title below it
_REACH = 60
_BELOW = 6
# lines over which the words are wrapped that send a text
_WRAPPED = 4
# lines above the title of a letter: the head of the document that carries it
_HEAD = 20
# lines of name, office and what a site puts below who signed a letter
_SIGNED = 10
# lines of the head of an annex
_HEAD_LINES = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """Indexes of a letter's first line, and of the first and last line of the heading of its annex.

    ``cover`` are the lines above the letter that are the cover of its annex, from the label ``ANNEX`` on: a site prints
    what was bound before the letter above it.
    """

    first: int
    annex_first: int
    annex_last: int
    cover: range = range(0)


def find_letter(lines: Sequence[PrintedLine], language: Language) -> Letter | None:
    """The letter that carries the report; None where there is none.

    A letter says that it transmits a text, or has its own title (``Letter dated … addressed to …``) and a signature;
    below it a line says ``Annex``, ``Enclosure``, ``Annex to the letter dated …`` in one line or several, and soon
    after that stands a title that names a type of document. A letter with its own title ends at who signed it, where
    nothing says ``Annex``.
    """
    opening = load_pattern("letter_opening", language)
    carrier = _find_sending(lines, language)
    if carrier is None:
        # whatever it says of the text that it carries
        carrier = _find_signed_letter(lines, language)
        if carrier is None:
            return None
    first = next((i for i, line in enumerate(lines[: carrier + 1]) if opening.match(line.text)), None)
    begin = carrier if first is None else first
    for index in range(carrier + 1, min(len(lines), carrier + _REACH)):
        last = _find_annex_end(lines, index, language)
        if last is None:
            continue
        below = range(last + 1, min(len(lines), last + 1 + _BELOW))
        # the first annex may be what somebody said at the opening of the meeting, and the second the meeting's text
        end = next((i for i in below if _find_annex_end(lines, i, language) is not None), below.stop)
        is_titled = any(line.names_type or line.symbol for line in lines[last + 1 : end])
        if is_titled or _has_own_annexes(lines, index, last):
            return Letter(begin, index, last)
    title = _find_title_below(lines, carrier) if first is not None else None
    if title is None and first is not None and load_pattern("note_verbale", "en").match(lines[first].text):
        title = _find_session_below(lines, carrier, language)
    return Letter(begin, title, title - 1, _find_cover(lines, begin, language)) if title is not None else None


def _has_own_annexes(lines: Sequence[PrintedLine], first: int, last: int) -> bool:
    """Whether the only annex of a letter, ``ANNEX`` without a number, is a text with annexes of its own below it."""
    label = lines[first].annex
    below = next((i for i in range(last + 1, len(lines)) if lines[i].annex), None)
    if label is None or label[1] is not None or below is None:
        return False
    next_label = lines[below].annex
    is_first = next_label is not None and next_label[1] == 1
    return is_first and any(line.is_closed for line in lines[last + 1 : below])


def _find_sending(lines: Sequence[PrintedLine], language: Language) -> int | None:
    """The line on which the words begin with which a letter sends a text, or the line above it where they are wrapped.

    ``presents its compliments to the Secretary-General and has the honour`` above ``to transmit``. Below the title of a
    letter ``(see annex)`` sends one, too; in a report it points at what stands below.
    """
    sent, seen = load_pattern("transmits", language), load_pattern("see_annex", language)
    opening, is_letter = load_pattern("letter_opening", language), False
    for index, line in enumerate(lines[:_REACH]):
        is_letter = is_letter or opening.match(line.text) is not None
        if sent.search(line.text) or (is_letter and seen.search(line.text)):
            return index
        wrapped = list(takewhile(lambda below: not below.after_gap, lines[index + 1 : index + _WRAPPED]))
        match = sent.search(" ".join(one.text for one in (line, *wrapped))) if wrapped else None
        if match and match.start() < len(line.text):
            return index
    return None


def _find_cover(lines: Sequence[PrintedLine], letter: int, language: Language) -> range:
    """The lines above a letter from the label of its annex on, which name a text and who adopted it; else none."""
    label = next((i for i in range(max(0, letter - _HEAD), letter) if lines[i].annex), letter)
    adopted = load_pattern("adopted_line", language)
    is_named = any(find_opening("document_types", line.text, language) for line in lines[label:letter])
    is_adopted = any(adopted.match(line.text) for line in lines[label:letter])
    return range(label, letter) if is_named and is_adopted else range(0)


def _find_signed_letter(lines: Sequence[PrintedLine], language: Language) -> int | None:
    """The title of a letter that somebody signed below it, with no other document between them; or None.

    Nobody signs a note verbale: its annex stands below it.
    """
    opening, signed = load_pattern("letter_opening", language), load_pattern("signed", "en")
    of_site = {"site", "link"}
    head = enumerate(lines[:_HEAD])
    first = next((i for i, line in head if opening.match(line.text) and line.hint not in of_site), None)
    if first is None:
        return None
    below = lines[first + 1 : first + _REACH]
    name = next((place for place, line in enumerate(below) if signed.match(line.text)), None)
    if name is None and load_pattern("note_verbale", "en").match(lines[first].text):
        annex = next((place for place, line in enumerate(below) if line.annex), 0)
        is_letter = not any(line.symbol or (line.names_type and not line.is_closed) for line in below[:annex])
        return first if annex and is_letter else None
    if name is None or any(line.annex or line.symbol for line in below[:name]):
        return None
    return first


def _find_title_below(lines: Sequence[PrintedLine], carrier: int) -> int | None:
    """The title that stands below who signed a letter, or the contents, where the word annex was lost."""
    signed = load_pattern("signed", "en")
    reach = range(carrier + 1, min(len(lines), carrier + _REACH))
    name = next((i for i in reach if signed.match(lines[i].text)), None)
    below = range(name + 1, min(len(lines), name + 1 + _SIGNED)) if name is not None else range(0)
    begins = (i for i in below if lines[i].after_gap and (lines[i].names_type or is_index_heading(lines[i].text)))
    return next(begins, None)


def _find_session_below(lines: Sequence[PrintedLine], carrier: int, language: Language) -> int | None:
    """The name of a session above its place and days, below a note that nobody signs, where the word annex was lost."""
    for index in range(carrier + 1, min(len(lines), carrier + _REACH)):
        line = lines[index]
        if not line.after_gap or line.is_closed:
            continue
        below = list(takewhile(lambda other: not other.after_gap, lines[index + 1 : index + 1 + _HEAD_LINES]))
        placed = next((i for i, other in enumerate(below) if other.front_kind == "place_date"), None)
        if placed is not None and find_sessions(" ".join(one.text for one in (line, *below[:placed])), language):
            return index
    return None


def _is_place(line: PrintedLine) -> bool:
    """Whether a line is the place of a meeting, with its days or without; a city begins it."""
    return line.front_kind == "place_date" and find_opening("cities", line.plain, line.language) is not None


def _find_annex_end(lines: Sequence[PrintedLine], index: int, language: Language) -> int | None:
    """The last line of an annex heading that begins at a line; None where none begins there."""
    two = " ".join(line.text for line in lines[index : index + 2])
    if not load_pattern("annex_to_letter", language).match(two):
        return index if lines[index].annex else None
    text = ""
    for last in range(index, min(len(lines), index + _HEAD_LINES)):
        if last > index and (lines[last].names_type or lines[last].symbol or _is_place(lines[last])):
            return last - 1
        text = f"{text} {lines[last].text}"
        if load_pattern("addressee", language).search(text):
            return last
    return index
