"""Printed lines to lines that each begin at most one paragraph, before anything is said of paragraphs.

Some texts run their paragraphs together (``1. … 2. … 3. …`` in one line; several participles parted by semicolons), or
break a paragraph where its first word was set in bold. Each cut is made only where the next piece begins as a paragraph
of that form does; no character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.cuts import cut_line
from oic_reports.structure.lines import PrintedLine, find_opening, is_closed
from oic_reports.structure.numbering import FLIPPED, find_candidates

_RUN_IN = re.compile(r"(?<=[.;:؛،؟!»)])\s+(?=[(\[]?(?P<number>\d{1,3}|[٠-٩]{1,3})[.)\]/\-–]{1,2}\s+\S)")
_SEPARATOR = re.compile(r"(?<=[;,؛،])\s+(?=\S)")
_LEAST_RUN = 3
_LONE = 40
_LONG = 60
_SHORT = 12


def prepare_lines(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines with paragraphs that were run together parted, and openings that stood alone joined to what follows."""
    parted = [piece for line in _move_labels(lines, language) for piece in _part(line, language)]
    return list(_join_openings(parted, language))


def _move_labels(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """Labels that were put behind a wrapped Arabic paragraph, at the end of its first line.

    There, as behind a paragraph of one line, ``numbering`` finds them.
    """
    moved = list(lines)
    if language != "ar":
        return moved
    for index, line in enumerate(moved):
        match = FLIPPED.search(line.text)
        first = index
        while match and first and not moved[first].after_gap and not is_closed(moved[first - 1].text):
            first -= 1
        if (
            match
            and first < index
            and not line.line.decoded
            and not line.line.marks
            and not FLIPPED.search(moved[first].text)
        ):
            top = moved[first]
            label = match.group("label")
            moved[first] = PrintedLine(replace(top.line, text=f"{top.text} {label}"), top.after_gap)
            rest = line.text[: match.start()].strip()
            moved[index] = PrintedLine(replace(line.line, text=rest, flow="continues"), after_gap=False)
    return moved


def _part(line: PrintedLine, language: Language) -> Iterator[PrintedLine]:
    if line.line.decoded or len(line.text) < _LONG or line.line.hint == "table":
        yield line
        return
    pieces = _cut_numbers(line.text) or _cut_participles(line.text, language) or [line.text]
    end = 0
    for place, text in enumerate(pieces):
        flow = line.line.flow if place == 0 else "starts"
        start = line.text.index(text, end)
        end = start + len(text)
        piece = cut_line(line.line, start, end)
        yield PrintedLine(replace(piece, flow=flow), line.after_gap if place == 0 else True)


def _cut_numbers(text: str) -> list[str] | None:
    """The pieces of a run-in list: three numbers and more that follow one another; None where there is none."""
    places: list[int] = []
    expected: int | None = None
    first = find_candidates(text)
    if first and first[0].ordinal is not None and first[0].numbering in {"decimal", "arabic-indic"}:
        expected = first[0].ordinal + 1
    for match in _RUN_IN.finditer(text):
        number = int(match.group("number"))
        if number == expected or (expected is None and number == 1):
            places.append(match.end())
            expected = number + 1
    if len(places) + (1 if first else 0) < _LEAST_RUN:
        return None
    edges = [0, *places, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def _cut_participles(text: str, language: Language) -> list[str] | None:
    """The pieces of a line that holds several preambular paragraphs, each beginning with a participle."""
    if not find_opening("preambular_openings", text, language):
        return None
    places = [
        match.end()
        for match in _SEPARATOR.finditer(text)
        if find_opening("preambular_openings", text[match.end() :], language) and _begins(text[match.end() :], language)
    ]
    if not places:
        return None
    edges = [0, *places, len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    return pieces if min(map(len, pieces)) >= _SHORT else None


def _begins(text: str, language: Language) -> bool:
    """Whether a text begins as a paragraph does: with a capital, where the script has any."""
    return language == "ar" or text[:1].isupper()


def _join_openings(lines: Sequence[PrintedLine], language: Language) -> Iterator[PrintedLine]:
    """Lines after a participle that stands alone go on with it, whatever gap parts them."""
    before: PrintedLine | None = None
    for line in lines:
        joins = before is not None and _is_lone_opening(before, language) and _goes_on(line.text)
        yield PrintedLine(replace(line.line, flow="continues"), after_gap=False) if joins else line
        before = line


def _is_lone_opening(line: PrintedLine, language: Language) -> bool:
    text = line.text
    if len(text) > _LONE or is_closed(text) or text.endswith((",", "،")):
        return False
    opening = find_opening("preambular_openings", text, language) or load_pattern("preambular_form", language).match(
        f"{text} "
    )
    return opening is not None and len(text) - opening.end() < _LONE // 2


def _goes_on(text: str) -> bool:
    """Whether a line begins inside a sentence."""
    if find_candidates(text):
        return False
    return text[:1].islower() or "\u0621" <= text[:1] <= "\u064a" or text[:1].isdigit()
