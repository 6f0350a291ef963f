"""The lines after the last paragraph: end mark, signature, residue of the site."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import find_dates
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.sequence import Label
from oic_reports.structure.page.teasers import find_teasers

# characters of a line that heads what a site adds below a text, and the share of a text that this takes at most
_SHORT = 60
_SMALL_PART = 0.25
# characters of what a site says in a sentence
_LONGEST = 240
# lines from the end among which the notes of a press office begin
_NOTES = 12
# lines of a viewer's box above the text, and characters of one of its lines
_BOX = 60
_FRAME = 40
# characters of the longest line of place and day that ends a text
_LONGEST_FORMULA = 90


def find_site_lines(lines: Sequence[PrintedLine]) -> set[int]:
    """Indexes of lines that are a site's by what the markup says of them, wherever they stand, and of its teasers."""
    return {index for index, line in enumerate(lines) if line.hint == "site"} | find_teasers(lines)


def find_edges(lines: Sequence[PrintedLine], first: int, last: int) -> set[int]:
    """Indexes of residue: before ``first`` (the body's start), after ``last`` (its last paragraph), links between."""
    found = set()
    pattern, interruption = (load_pattern(name, "en") for name in ("page_banner", "interruption"))
    # a viewer's box stands above the first page of the text that it shows
    banner = next((i for i, line in enumerate(lines[:_BOX]) if i < first and pattern.match(line.text)), 0)
    for index, line in enumerate(lines):
        outside = index < first or index > last
        if line.after_gap and (index > last or not outside) and line.opens_residue:
            found.add(index)
        if len(line.text) < 2 * _SHORT and interruption.match(line.text):
            found.add(index)
        if not outside:
            continue
        # in a table that was printed ``Document`` heads a column
        is_cell = line.hint == "table" and line.line.box is not None
        is_short_link = line.hint in {"link", "contents"} and len(line.text) < 2 * _SHORT
        is_banner = index < first and pattern.match(line.text) is not None
        is_frame = index < banner and len(line.text) < _FRAME and not (line.names_type or line.symbol)
        is_residue = line.is_residue and not is_cell and not (index > last and _ends_sentence(lines, index))
        if is_residue or is_short_link or is_banner or is_frame:
            found.add(index)
    return found


def _ends_sentence(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the wrapped end of the one above, though its words are those of a menu: ``its contacts``."""
    return index > 0 and lines[index].is_small and not lines[index].after_gap and not lines[index - 1].is_closed


def find_page_end(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int) -> set[int]:
    """Indexes of a page's comments and links to other pages below the text, from the line that heads them.

    No number stands below that line, and what does is the smaller part of the page by far. Links and buttons head them
    too, where nothing below speaks for a meeting.
    """
    heads, sites = (load_pattern(name, "en") for name in ("page_end", "site_line"))
    numbered = [i for i, label in enumerate(labels) if label is not None and label.candidate.ordinal is not None]
    least = max([start, *numbered[-1:]])
    speaking = max((i for i in range(least, len(lines)) if _speaks_for_meeting(lines[i])), default=least)
    total = below = sum(len(line.text) for line in lines)
    for index, line in enumerate(lines):
        is_head = index > least and len(line.text) <= _SHORT
        names = heads.match(line.text) or (index > speaking and line.is_residue and not _ends_sentence(lines, index))
        if index > speaking and len(line.text) <= _LONGEST and sites.match(line.text):
            is_head = names = True
        if is_head and below < _SMALL_PART * total and names:
            return set(range(index, len(lines)))
        below -= len(line.text)
    return set()


def find_press_notes(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int) -> set[int]:
    """Indexes of what a press office adds below a release: notes to editors, whom to ask, what the OIC is.

    A line begins as such a note, right behind the end of a sentence or of the text; no number, and few lines, stand
    below it.
    """
    first = max(start + 1, len(lines) - _NOTES)
    for index in range(first, len(lines)):
        line, above = lines[index], lines[index - 1]
        begins = load_pattern("press_note", line.language).match(line.text) is not None
        is_numbered = any(label is not None and label.candidate.ordinal is not None for label in labels[index:])
        if begins and not is_numbered and (line.after_gap or above.is_closed or above.is_end_mark):
            return set(range(index, len(lines)))
    return set()


def _speaks_for_meeting(line: PrintedLine) -> bool:
    """Whether a line is of the report: a sentence of a meeting, a signature, an annex, a mark of the end."""
    if line.acts or line.participle or line.is_signature or line.opens_annex or line.symbol:
        return not line.is_residue
    says = load_pattern("body_acts", line.language).match(line.text) or line.tells_of_meeting or line.names_body
    return line.is_closed and len(line.text) > _SHORT and bool(says)


def find_formula(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int) -> int | None:
    """The formula of place and date with which a report ends: nothing below it speaks for the meeting."""
    for index in range(len(lines) - 1, start, -1):
        line = lines[index]
        if line.is_signature and find_dates(line.text, line.language):
            return index
        if labels[index] is not None or _speaks_for_meeting(line):
            return None
    return None


def find_formula_above(lines: Sequence[PrintedLine], start: int, end: int) -> int | None:
    """The formula with place and day that ends a text above its annexes, of lines ``start`` to ``end``; else None.

    Below it nothing speaks for the meeting, numbered or not.
    """
    for index in range(end - 1, start, -1):
        line = lines[index]
        if line.is_signature and any(day.precision == "day" for day in find_dates(line.text, line.language)):
            return index if line.front_kind == "place_date" and len(line.text) <= _LONGEST_FORMULA else None
        if _speaks_for_meeting(line) or line.tells_act or _orders(line):
            return None
    return None


def _orders(line: PrintedLine) -> bool:
    """Whether a line with a label begins, behind it, with what a body does."""
    act = load_pattern("act_opening", line.language)
    return bool(line.candidates) and act.match(line.candidates[0].rest) is not None


def find_tail(lines: Sequence[PrintedLine], after: int, skipped: set[int]) -> dict[int, str]:
    """What each line after the last paragraph is: ``closing``, ``signature``, ``annex``, ``annex_title``, or nothing.

    Below an office (``The Rapporteur``) stands the name of who holds it.
    """
    found: dict[int, str] = {}
    in_annex = False
    for index in range(after, len(lines)):
        line = lines[index]
        if index in skipped:
            continue
        if line.is_end_mark:
            found[index] = "closing"
        elif in_annex:
            is_title = lines[index - 1].opens_annex and _is_short(line) and not line.candidates
            found[index] = "annex_title" if is_title and index + 1 < len(lines) else "annex"
        elif line.opens_annex:
            found[index] = "annex"
            in_annex = True
        elif _signs(line, is_below=found.get(index - 1) == "signature"):
            found[index] = "signature"
    return found


def _signs(line: PrintedLine, *, is_below: bool) -> bool:
    """Whether a line is of a signature: a formula with place and date, an office, the name below an office."""
    if line.is_signature:
        return True
    is_office = not line.is_small and load_pattern("signatory", "en").match(line.text) is not None
    return _is_short(line) and (is_office or (is_below and not line.after_gap))


def _is_short(line: PrintedLine) -> bool:
    return len(line.text) < _SHORT and not line.is_closed and line.hint not in {"table", "site", "link"}
