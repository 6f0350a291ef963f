"""Numbered, lettered and bulleted items that were run together in one line: where one follows the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.numbering import Candidate, find_ordinal_words
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.glued import cut_at

# copies lose the blank behind a sentence or a year (``projects.3. The``); ``1.2.`` is one label
_RUN_IN = compile_pattern(
    r"(?:(?<=[.;:؛،؟!»)])\s+|(?<=[^\W\d][.;؛؟!])|(?<=[»)”][.;؛])|(?<=\d{4}[.;؛]))"
    r"(?=[(\[]?(?P<number>\d{1,3}|[٠-٩]{1,3})[.)\]/\-–]{1,2}\s+\S)"
)
# what a number of either pattern ends with
_MARKED_NUMBER = compile_pattern(r"\d[.)\]/\-–]{1,2}\s+\S")
# the first number of a run-in list may stand behind a title without a mark
_FIRST_RUN_IN = compile_pattern(r"(?<=\w)\s+(?=(?P<number>1)[.)]\s+[^\W\d_a-zà-ÿ])")
# it may stand right behind the last letter or mark of a title
_GLUED_FIRST = compile_pattern(r"(?:(?<=[^\W\d_])|(?<=[:.؟!»”)])\s*)(?=[1١]\s?[.)\-–]{1,2}\s*[^\W\d_])")
_BEFORE_BULLET = compile_pattern(rf"\s+(?=[{SYMBOL_BULLETS}]\s)")
# ``: - the first; - the second``
_BEFORE_DASH = compile_pattern(r"(?<=[:;؛])\s+(?=[-–]\s+\S)")
_LETTER = compile_pattern(r"(?<=[:;,])\s+(?=\(?(?P<letter>[a-z])\)\s+\S)")
# numbers of one paragraph that are a list run together
_LEAST_RUN = 3
# from a number to the next but one
_LEFT_OUT = 2
# what stands before an ordinal that heads a further item
_ENDS_CLAUSE = frozenset('.؛;،,:؟!»)”"')
# characters of a title that was run together with its first number
_TITLE = 250


def cut_items(line: PrintedLine) -> list[str] | None:
    """The pieces of a line that holds items of a list; None where it holds none."""
    return _cut_numbers(line) or _cut_letters(line.text) or _cut_bullets(line.text) or _cut_dashes(line.text)


def cut_before_ordinals(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each cut before the Arabic ordinals that head what follows them, if it holds three and more.

    ``… أولاً: توجيه … ثانياً: تحميل …``: all but the first stand behind a sentence or a clause.
    """
    return [piece for line in lines for piece in cut_at(line, _find_ordinals(line))]


def _find_ordinals(line: PrintedLine) -> list[int]:
    if line.language != "ar" or line.hint == "table":
        return []
    places: list[int] = []
    for value, place in find_ordinal_words(line.text):
        # one blank stands between words
        is_behind_clause = line.text[max(0, place - 2) : place].rstrip()[-1:] in _ENDS_CLAUSE
        if value == len(places) + 1 and (not places or is_behind_clause):
            places.append(place)
    return [place for place in places if place] if len(places) >= _LEAST_RUN else []


def cut_between_numbers(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each cut before the number that its own and that of the next numbered line leave out between them.

    ``5. Invites …; 6. Encourages …`` above ``7. Decides …``.
    """
    below: list[Candidate | None] = [None] * len(lines)
    following: Candidate | None = None
    for index in range(len(lines) - 1, -1, -1):
        below[index] = following
        following = _find_number(lines[index]) or following
    parted: list[PrintedLine] = []
    for line, after in zip(lines, below, strict=True):
        first = _find_number(line)
        places: list[int] = []
        if first and after and first.shape == after.shape and after.ordinal == (first.ordinal or 0) + _LEFT_OUT:
            between = str((first.ordinal or 0) + 1)
            places = [match.end() for match in _RUN_IN.finditer(line.text) if match["number"] == between]
        if first is None and after is not None and after.ordinal == _LEFT_OUT:
            places = _find_glued_first(line)
        parted += cut_at(line, places) if len(places) == 1 else [line]
    return parted


def _find_glued_first(line: PrintedLine) -> list[int]:
    """Where the first number begins that a title, or a lead that names the text, was run together with.

    ``Full text of the final communiqué:1. The Meeting was held …`` above ``2. …``.
    """
    found = _GLUED_FIRST.search(line.text) if line.hint != "table" else None
    head = line.text[: found.start()] if found else ""
    return [found.end()] if found and len(head) <= _TITLE and find_form("document_types", head, line.language) else []


def _find_number(line: PrintedLine) -> Candidate | None:
    first = line.candidates[0] if line.candidates and line.hint != "table" else None
    return first if first is not None and first.numbering == "decimal" else None


def _cut_numbers(line: PrintedLine) -> list[str] | None:
    """The pieces of a run-in list: three numbers and more that follow one another; None where there is none."""
    if not _MARKED_NUMBER.search(line.text):
        return None
    places: list[int] = []
    expected: int | None = None
    text, first = line.text, line.candidates
    if first and first[0].ordinal is not None and first[0].numbering in {"decimal", "arabic-indic"}:
        expected = first[0].ordinal + 1
    begins = _FIRST_RUN_IN.search(text) if expected is None else None
    found = list(_RUN_IN.finditer(text))
    for match in [*([begins] if begins else []), *found]:
        if places and match.end() <= places[-1]:
            continue
        number = int(match.group("number"))
        if number == expected or (expected is None and number == 1):
            places.append(match.end())
            expected = number + 1
    if len(places) + (1 if first else 0) < _LEAST_RUN:
        places = _find_later_run(found)
    if not places:
        return None
    edges = [0, *places, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def _find_later_run(found: Sequence[re.Match[str]]) -> list[int]:
    """Places of the longest run of the numbers behind sentences that begins above one: a later part of a serial.

    None where fewer than three follow one another.
    """
    best: list[int] = []
    runs: dict[int, list[int]] = {}
    for match in found:
        number = int(match.group("number"))
        runs[number] = [*runs.get(number - 1, []), match.end()]
        best = max(best, runs[number], key=len)
    return best if len(best) >= _LEAST_RUN else []


def _cut_letters(text: str) -> list[str] | None:
    """The pieces of a line in which three letters and more follow one another behind a colon; None for none."""
    if ":" not in text:
        return None
    places: list[int] = []
    for match in _LETTER.finditer(text, text.find(":")):
        if ord(match["letter"]) - ord("a") == len(places) and (places or text[match.start() - 1] == ":"):
            places.append(match.end())
    if len(places) < _LEAST_RUN:
        return None
    return [text[start:end].strip() for start, end in pairwise([0, *places, len(text)])]


def _cut_bullets(text: str) -> list[str] | None:
    """The pieces of a line in which bullets of a symbol font stand; None where there is none."""
    pieces = _BEFORE_BULLET.split(text)
    return pieces if len(pieces) > 1 else None


def _cut_dashes(text: str) -> list[str] | None:
    """The pieces of a line in which items follow one another behind dashes; None where too few do."""
    pieces = _BEFORE_DASH.split(text)
    return pieces if len(pieces) >= _LEAST_RUN else None
