"""Who published a document, above its text: an office with its month, and an address with its numbers.

``COMCEC Coordination Office / Ankara, December 2004`` says when a volume was printed, not when the meeting met.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.headings import opens_index
from oic_reports.structure.lines.printed_lines import PrintedLine

Kind = Literal["office", "address"]
IMPRINT: tuple[Kind, ...] = ("office", "address")

# lines from one that tells a number or a page of the office to the next; characters of an address in one line
_APART = 6
_REACH = 600
# the place and the month behind an office: ``Ankara, December 2004``, ``, November 2009``
_MONTH = compile_pattern(r"[\s,،–-]*(?:[^\W\d_]{3,20}[\s,،–-]+)?[^\W\d_]{3,12}\s+\d{4}(?!\w)")
# where to write to, below the label or below another one; a site may hide it
_MAIL = compile_pattern(r"[^\s@]+\s?@\s?\S+|\[email[^\]]*\]")
_DAY = compile_pattern(r"(?<!\d)\d{1,2}(?!\d)")


def find_imprint(lines: Sequence[PrintedLine]) -> dict[int, Kind]:
    """The lines above a body that name the office which published it, or give its address, by index."""
    found: dict[int, Kind] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        end = _end_of_address(lines, index)
        if end is not None:
            found |= dict.fromkeys(range(index, end), "address")
        elif load_pattern("office_line", line.language).match(line.text):
            end = _end_of_office(lines, index)
            found |= dict.fromkeys(range(index, end), "office")
        index = end or index + 1
    return found


def _end_of_office(lines: Sequence[PrintedLine], index: int) -> int:
    """The line behind an office: behind the rest of its name, and the month below it, or below what it is a part of."""
    end = index + 1
    if lines[index].ends_open and end < len(lines):
        end += 1
    if _is_month(lines, end + 1) and not (_is_month(lines, end) or lines[end].names_type or lines[end].symbol):
        end += 1
    return end + _is_month(lines, end)


def _is_month(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the place and the month at which an office printed something."""
    text = lines[index].text if index < len(lines) else ""
    return _MONTH.fullmatch(text) is not None and _DAY.search(text) is None


def _end_of_address(lines: Sequence[PrintedLine], index: int) -> int | None:
    """The line behind an address that begins at a line; None where none does, or no number stands below the word."""
    line = lines[index]
    contact = load_pattern("imprint_contact", "en")
    is_headed = load_pattern("address_line", line.language).match(line.text) is not None
    if not is_headed and not contact.match(line.text):
        return None
    last = index if contact.search(line.text) else None
    for place in range(index + 1, len(lines)):
        if place - (index if last is None else last) > _APART or opens_index(lines[place]) or lines[place].symbol:
            break
        last = place if contact.search(lines[place].text) or _MAIL.fullmatch(lines[place].text) else last
    return last + 1 if last is not None else None


def find_end_of_office(text: str, place: int, language: Language) -> int | None:
    """Where an office with its month ends that stands at a place of a line; None where none does."""
    office = load_pattern("office_line", language).match(text, place)
    month = _MONTH.match(text, office.end()) if office else None
    return month.end() if month else office.end() if office else None


def find_end_of_address(text: str, place: int, language: Language) -> int | None:
    """Where an address ends that stands at a place of a line: behind the last of its numbers."""
    if not load_pattern("address_line", language).match(text, place):
        return None
    numbers = list(load_pattern("imprint_contact", "en").finditer(text, place, place + _REACH))
    return numbers[-1].end() if numbers else None
