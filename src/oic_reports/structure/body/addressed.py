"""Those whom a speech addresses: lines that say no more than who listens."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# characters of a salutation, and of one that may end without a mark
_LONGEST = 160
_ALONE = 30
# code points of a salutation before the word for listeners, ``Your ``, ``Mr. ``, and behind the last: ``, all,``
_SALUTED = 12
# lines over which the name and the office of one who is addressed may be printed; lines from the top of a speech among
# which its place and day stand
_MOST_LINES = 4
_COVER = 15
_COMMAS = (",", "،", ";", "؛", ":", "!")


def is_salutation(line: PrintedLine) -> bool:
    """Whether a line addresses listeners and says no more: ``Excellencies, Ladies and Gentlemen,``.

    One who is addressed by name may be named before them: ``Mr. Omar Sy, Minister of Works, Ladies and Gentlemen,``.
    """
    if len(line.text) >= _LONGEST or line.hint in {"heading", "site"}:
        return False
    addressed = [*load_pattern("listeners", line.language).finditer(line.plain)]
    if not addressed:
        return False
    is_whole = addressed[0].end() == len(line.plain)
    ends = line.text.endswith((*_COMMAS, ".")) or len(line.text) <= _ALONE or is_whole
    if addressed[0].start() <= _SALUTED and ends:
        return True
    is_last = line.text.endswith(_COMMAS) and len(line.plain) - addressed[-1].end() <= _SALUTED
    return is_last and _names_one(line)


def take_addressed(lines: Sequence[PrintedLine], start: int) -> int:
    """The first of the lines, right above a salutation with which a text begins, that address one person each.

    A name without ``Your`` is that of who speaks, unless the place or the day of the speech stands above it.
    """
    if start == len(lines) or not is_salutation(lines[start]):
        return start
    dated = next((i for i in range(min(start, _COVER)) if lines[i].front_kind == "place_date"), start)
    while (first := _find_address(lines, start)) is not None:
        is_spoken_to = load_pattern("addressed", lines[first].language).match(lines[first].plain) is not None
        if not is_spoken_to and first <= dated:
            break
        start = first
    return start


def find_addressed(lines: Sequence[PrintedLine], start: int) -> range:
    """The lines with which a text begins that address one person each, to its first salutation; empty for none."""
    reach = range(start, min(start + _COVER, len(lines)))
    first = next((index for index in reach if is_salutation(lines[index])), start)
    return range(start, first + 1) if first > start and take_addressed(lines, first) <= start else range(0)


def goes_on_addressing(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line goes on with the name and office that the one right above it began: no mark ends that one."""
    return not line.after_gap and not above.text.endswith((*_COMMAS, "."))


def _find_address(lines: Sequence[PrintedLine], end: int) -> int | None:
    """The first line of the name and office of one who is addressed, which the line above ``end`` ends with a mark."""
    if not end or not lines[end - 1].text.endswith((*_COMMAS, ".")):
        return None
    for first in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
        line = lines[first]
        is_of_front = line.names_type or line.symbol is not None or line.hint in {"heading", "site"}
        is_of_front |= line.front_kind == "place_date" and not line.text.endswith(_COMMAS)
        if is_of_front or line.is_residue or line.candidates or len(line.text) >= _LONGEST:
            return None
        above = lines[first - 1] if first else None
        is_first = above is None or line.after_gap or above.text.endswith((*_COMMAS, "."))
        if is_first and _names_one(line):
            return first
        if line.after_gap and above is not None and not above.text.endswith(_COMMAS):
            return None
    return None


def _names_one(line: PrintedLine) -> bool:
    """Whether a line begins as one is addressed, or named: ``Your Majesty King …``, ``Mr. Omar Sy``."""
    return any(load_pattern(name, line.language).match(line.plain) for name in ("addressed", "person_name"))
