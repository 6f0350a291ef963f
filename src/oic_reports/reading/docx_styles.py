"""Styles of a Word file: what a paragraph's or a run's style says of heading, numbers and hidden text."""

from __future__ import annotations

import re

from oic_reports.reading.docx_package import Element, find_child, is_on, name_of, number_of, value_of

_HEADING = re.compile(r"heading ?[1-9]", re.IGNORECASE)
# levels of headings in Word, counted from 0
_DEEPEST_HEADING = 8


class Styles:
    """The styles that a file declares (``styles.xml``; None: it has none)."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {
            value_of(element, "styleId") or "": element
            for element in (() if root is None else root)
            if name_of(element) == "style"
        }
        self._default = next(
            (
                name
                for name, element in self._styles.items()
                if value_of(element, "type") == "paragraph" and value_of(element, "default") in {"1", "true", "on"}
            ),
            "",
        )
        self._hides: dict[str, bool] = {}

    def _chain(self, name: str) -> list[tuple[str, Element]]:
        """A style and those that it is based on, the nearest first."""
        chain: list[tuple[str, Element]] = []
        while (element := self._styles.get(name)) is not None and name not in [known for known, _ in chain]:
            chain.append((name, element))
            name = value_of(find_child(element, "basedOn")) or ""
        return chain

    def name_style(self, properties: Element | None) -> str:
        """The style of a paragraph (``w:pPr``): the one it names, or the file's default."""
        name = value_of(find_child(properties, "pStyle")) or ""
        return name if name in self._styles else self._default

    def is_heading(self, properties: Element | None) -> bool:
        """Whether a paragraph is a heading: by its outline level, or by a style with one or with that name."""
        own = number_of(find_child(properties, "outlineLvl"))
        if own is not None:
            return own <= _DEEPEST_HEADING
        for name, element in self._chain(self.name_style(properties)):
            level = number_of(find_child(element, "pPr", "outlineLvl"))
            if level is not None:
                return level <= _DEEPEST_HEADING
            if any(_HEADING.fullmatch(known) for known in (name, value_of(find_child(element, "name")) or "")):
                return True
        return False

    def hides(self, name: str) -> bool:
        """Whether a style hides its text (``w:vanish``)."""
        if name not in self._hides:
            marks = (is_on(find_child(element, "rPr", "vanish")) for _, element in self._chain(name))
            self._hides[name] = next((mark for mark in marks if mark is not None), False)
        return self._hides[name]

    def find_list(self, name: str) -> tuple[str | None, int | None, str]:
        """The list (``w:numId``) and the level that a style names, and which style of its chain names the list."""
        number, place, owner = None, None, ""
        for known, element in self._chain(name):
            named = find_child(element, "pPr", "numPr")
            place = number_of(find_child(named, "ilvl")) if place is None else place
            number = value_of(find_child(named, "numId"))
            if number is not None:
                owner = known
                break
        return number, place, owner
