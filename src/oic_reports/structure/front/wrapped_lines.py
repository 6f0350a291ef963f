"""Lines of a cover that only together say what they are: days, a place, an organisation's name, broken by a wrap.

``MONDAY, 22 - FRIDAY, 26`` above ``DECEMBER 2003``: alone the second would be read as a month, the first as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from oic_reports.language.dates import find_dates
from oic_reports.language.states import find_countries
from oic_reports.structure.forms import find_forms
from oic_reports.structure.lines.printed_lines import PrintedLine, is_organisation, kind_of_front_line
from oic_reports.structure.names.bodies import ends_name
from oic_reports.structure.names.place_names import find_state_behind

# lines over which a place with its days in two calendars is wrapped, and characters of them together
_MOST_LINES = 5
_LONGEST = 160


def find_wrapped(lines: Sequence[PrintedLine]) -> dict[int, str]:
    """What each line of a cover is that a wrap parted from the one above or below, by its index.

    Returns:
        ``place_date`` or ``organisation`` of the lines that are one name, one place or one date; ``title`` of a line
        that looks like a place and ends the name of a body: ``… DU COMITÉ`` above ``AL-QODS``.
    """
    found: dict[int, str] = {}
    index = 0
    while index < len(lines):
        kind, end = _read_run(lines, index)
        if kind is not None:
            found |= dict.fromkeys(range(index, end), kind)
        index = end
    pairs = enumerate(pairwise(lines), 1)
    near = ((index, above, line) for index, (above, line) in pairs if not line.after_gap)
    return found | {index: "title" for index, above, line in near if ends_name(above.plain, line.plain, line.language)}


def _read_run(lines: Sequence[PrintedLine], index: int) -> tuple[str | None, int]:
    """What the longest run of lines is that begins at one, and where it ends; None, and the next line, for no run."""
    last = min(index + _MOST_LINES, len(lines))
    last = next((place for place in range(index + 1, last) if lines[place].after_gap), last)
    for end in range(last, index + 1, -1):
        run = lines[index:end]
        whole = " ".join(line.text for line in run)
        if len(whole) > _LONGEST:
            continue
        if is_organisation(whole, run[0].language):
            return "organisation", end
        if kind_of_front_line(whole, run[0].language) == "place_date" and _spans_joints(run, whole):
            return "place_date", end
    return None, index + 1


def _spans_joints(run: Sequence[PrintedLine], whole: str) -> bool:
    """Whether a date, or a city with its state, goes over each place at which lines were joined."""
    language = run[0].language
    spans = [(day.start, day.end) for day in find_dates(whole, language)]
    spans += [(state.start, state.end) for state in find_countries(whole, language)]
    for city in find_forms("cities", whole, language):
        start, end = city.span("form")
        spans.append((start, find_state_behind(whole, end, language)[1] or end))
    *joints, _ = accumulate(len(line.text) + 1 for line in run)
    return all(any(start < joint < end for start, end in spans) for joint in joints)
