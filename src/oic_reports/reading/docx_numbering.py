"""Automatic numbers of a Word file: they stand in no text, but a reader of the page sees them (ECMA-376-1, 17.9).

Paragraphs of one list share its counters even where they name it by several ``w:num`` of one ``w:abstractNum``, as
Word shows them; only a ``w:startOverride`` begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from oic_reports.language.numerals import print_roman
from oic_reports.reading.docx_package import Element, find_child, is_on, name_of, number_of, value_of
from oic_reports.resources import load_vocabulary

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
# Word calls Arabic-Indic digits Hindi
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DASHES = "-‐‑–—\u00ad\uf02d"
# a letter repeated (``aaa``), the largest Roman number, the levels of a list: beyond these Word prints digits
_MOST_LETTERS = 30
_MOST_ROMAN = 3999
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (``w:lvl``): how its number is printed and when it begins anew."""

    start: int
    kind: str
    text: str
    gap: str
    restart: int
    is_legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """What a ``w:num`` names: the list whose counters it shares, its levels, and the levels that it starts anew."""

    counters: str
    levels: dict[int, Level]
    overrides: frozenset[int]


def _print_letters(alphabet: str | list[str], value: int) -> str:
    """Word doubles the letter after the last: ``z``, ``aa``, ``bb``."""
    times, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (times + 1) if value > 0 and times < _MOST_LETTERS else str(value)


def _abjad() -> list[str]:
    values: dict[int, str] = {}
    for row in load_vocabulary("abjad"):
        values.setdefault(int(row["value"]), row["letter"])
    return [values[value] for value in sorted(values)]


_PRINTERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": lambda value: _print_letters(_LATIN, value),
    "upperLetter": lambda value: _print_letters(_LATIN, value).upper(),
    "lowerRoman": lambda value: print_roman(value) if 0 < value <= _MOST_ROMAN else str(value),
    "upperRoman": lambda value: print_roman(value).upper() if 0 < value <= _MOST_ROMAN else str(value),
    "arabicAlpha": lambda value: _print_letters(_ARABIC, value),
    "arabicAbjad": lambda value: _print_letters(_abjad(), value),
    "hindiNumbers": lambda value: str(value).translate(_INDIC),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "none": lambda _: "",
}


def print_number(value: int, kind: str) -> str:
    """A number as ``w:numFmt`` says; kinds that are not known are printed in digits, as the standard has it."""
    return _PRINTERS.get(kind, str)(value)


class Numbering:
    """The lists that a file declares (``numbering.xml``; None: it has none)."""

    def __init__(self, root: Element | None, list_of_style: Callable[[str], str | None]) -> None:
        """Read them; ``list_of_style`` gives the list (``w:numId``) that a style names."""
        self._list_of_style = list_of_style
        elements = [] if root is None else list(root)
        self._abstract = {value_of(e, "abstractNumId"): e for e in elements if name_of(e) == "abstractNum"}
        self._numbers = {value_of(e, "numId"): e for e in elements if name_of(e) == "num"}
        self._lists: dict[str, _List | None] = {}

    def find_list(self, number: str) -> _List | None:
        """The list of a ``w:numId``; None if the file has no such list."""
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        element = self._numbers.get(number)
        abstract = self._find_abstract(number)
        if element is None or abstract is None:
            return None
        levels = {}
        for child in abstract:
            if name_of(child) == "lvl" and (place := number_of(child, "ilvl")) is not None:
                levels[place] = _read_level(child, place)
        overrides = set()
        for child in element:
            place = number_of(child, "ilvl")
            if name_of(child) != "lvlOverride" or place is None:
                continue
            replaced, start = find_child(child, "lvl"), number_of(find_child(child, "startOverride"))
            level = _read_level(replaced, place) if replaced is not None else levels.get(place)
            if level is not None:
                levels[place] = level if start is None else _with_start(level, start)
            if start is not None:
                overrides.add(place)
        return _List(value_of(abstract, "abstractNumId") or "", levels, frozenset(overrides))

    def _find_abstract(self, number: str | None) -> Element | None:
        """The definition of a list; it may be that of a style (``w:numStyleLink``)."""
        for _ in range(_DEEPEST):
            abstract = self._abstract.get(value_of(find_child(self._numbers.get(number), "abstractNumId")))
            link = value_of(find_child(abstract, "numStyleLink"))
            if link is None:
                return abstract
            number = self._list_of_style(link)
        return None


def _with_start(level: Level, start: int) -> Level:
    return Level(start, level.kind, level.text, level.gap, level.restart, level.is_legal, level.style)


def _read_level(element: Element, place: int) -> Level:
    start, restart = number_of(find_child(element, "start")), number_of(find_child(element, "lvlRestart"))
    kind = value_of(find_child(element, "numFmt")) or "decimal"
    text = value_of(find_child(element, "lvlText")) or ""
    if kind == "bullet" and text.strip():
        # the sign is a glyph of a font of signs
        text = "-" if text.strip() in _DASHES else "•"
    return Level(
        start=0 if start is None else start,
        kind=kind,
        text=text,
        gap="" if value_of(find_child(element, "suff")) == "nothing" else " ",
        restart=place if restart is None else restart,
        is_legal=bool(is_on(find_child(element, "isLgl"))),
        style=value_of(find_child(element, "pStyle")),
    )


@dataclass
class Counters:
    """Where each list stands in one story (the body, a header, a footnote)."""

    numbering: Numbering
    _values: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def print_next(self, number: str, place: int) -> str:
        """The label of the next paragraph of a list at a level (from 0), with the gap after it; "" if it has none."""
        listed = self.numbering.find_list(number)
        level = listed.levels.get(place) if listed else None
        if listed is None or level is None:
            return ""
        values = self._values.setdefault(listed.counters, {})
        if place in listed.overrides and (number, place) not in self._started:
            values.pop(place, None)
        self._started.add((number, place))
        values[place] = values[place] + 1 if place in values else level.start
        for deeper in [d for d in values if d > place]:
            if place < (listed.levels[deeper].restart if deeper in listed.levels else deeper):
                del values[deeper]
        label = re.sub(r"%([1-9])", lambda match: _print_part(listed, values, level, int(match[1]) - 1), level.text)
        return label + level.gap if label.strip() else ""


def _print_part(listed: _List, values: dict[int, int], level: Level, place: int) -> str:
    part = listed.levels.get(place)
    if part is None:
        return ""
    # a level that was left out stands at its start
    value = values.setdefault(place, part.start)
    return print_number(value, "decimal" if level.is_legal else part.kind)
