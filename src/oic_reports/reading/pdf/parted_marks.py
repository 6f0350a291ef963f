"""Marks of notes that the end of an Arabic line parts: ``(`` ⏎ ``2).``, ``(2`` ⏎ ``).``, a raised one from its word.

Some programs break lines inside them, or before them. By itself a bracket behind a word seems to close something, and a
line seems to begin with a label: the brackets of the lines above tell. The mark goes to the word that it stands at. A
Latin word that ends with a hyphen, and goes on below, looks as if it began with one.
"""

from __future__ import annotations

import re

from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.raised import RAISED

_OPENED = re.compile(r"(?<=[^\s()])[()](?P<number>[\d٠-٩]{0,2})\Z")
_CLOSED = re.compile(r"(?P<number>[\d٠-٩]{0,2})[()](?P<stop>[.,:،؛]?)(?:\s+|\Z)")
_RAISED_FIRST = re.compile(rf"(?P<mark>[{RAISED}]{{1,3}}[.,:،؛)»]*)(?:\s+|\Z)")
_TURNED = re.compile(r"(?<=[^\W\d_a-zA-Z] )-(?P<word>[A-Za-z]{2,})\Z")
_GOES_ON = re.compile("[a-z]{2}")
# lines above in which what a bracket closes may be opened
_ABOVE = 4


def join_parted_marks(lines: list[PageLine]) -> None:
    """Put each mark that the end of a line parts behind its word; lines of nothing else go. It changes ``lines``."""
    kept = lines[:1]
    for line in lines[1:]:
        above = kept[-1]
        opened, closed = _OPENED.search(above.text), _CLOSED.match(line.text)
        is_parted = opened and closed and bool(opened["number"]) != bool(closed["number"])
        # a label would have text behind it
        is_rest = closed and closed["stop"] and closed.end() == len(line.text)
        is_one_text = line.region == above.region and (is_rest or line.flow != "starts")
        is_one_text = is_one_text and not line.decoded and not above.decoded
        if opened and closed and is_parted and is_one_text and not _leaves_open(kept, opened.start()):
            number = opened["number"] or closed["number"]
            above.text = f"{above.text[: opened.start()]}({number}){closed['stop']}"
            line.text = line.text[closed.end() :]
        marked = _RAISED_FIRST.match(line.text)
        # a note begins so, too
        if marked and is_one_text and line.flow == "continues" and line.hint is None and above.hint is None:
            above.text += marked["mark"]
            line.text = line.text[marked.end() :]
        turned = _TURNED.search(above.text)
        if turned and _GOES_ON.match(line.text) and is_one_text:
            above.text = f"{above.text[: turned.start()]}{turned['word']}-"
        if line.text:
            kept.append(line)
    lines[:] = kept


def _leaves_open(lines: list[PageLine], end: int) -> bool:
    """Whether a bracket is open at a place of the last of some lines."""
    text = " ".join(line.text for line in lines[-_ABOVE:-1]) + lines[-1].text[:end]
    return text.count("(") > text.count(")")
