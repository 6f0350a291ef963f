"""Sentences that a page or a writer broke over narrow lines, told before anything else is asked of these lines.

Where blank lines part paragraphs, a line that ends inside a sentence goes on in the next one, however short it is: the
first lines of a statement in a narrow column look like titles otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.layout import has_room
from oic_reports.structure.lines.printed_lines import PrintedLine

# characters of a sentence; the share of the widest line that a line before a capital letter fills
_SENTENCE = 60
_FILLED = 0.5
_FRONT = ("place_date", "symbol", "organisation", "note")


def join_wraps(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines; those that go on with a sentence of which one break at least is sure are marked to go on.

    Lines of printed pages are left as their pages part them.
    """
    joined = list(lines)
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and not _parts(lines[index - 1], lines[index]):
            continue
        for place in _find_breaks(lines[start:index]):
            line = lines[start + place]
            joined[start + place] = PrintedLine(replace(line.line, flow="continues"), line.after_gap, line.language)
        start = index
    return joined


def _parts(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence surely ends between two lines."""
    if line.after_gap or before.is_closed or before.hint is not None or line.hint is not None:
        return True
    if line.enacts and not before.ends_open:
        # who enacts, right below a title whose lines end inside it
        return True
    return bool(line.candidates or line.is_rule or line.flow or line.line.box or line.participle)


def _find_breaks(run: Sequence[PrintedLine]) -> list[int]:
    """The places of the lines of a run that go on with the one above; none where the run is no broken sentence."""
    text = " ".join(line.text for line in run)
    if len(run) < 2 or len(text) < _SENTENCE or not run[-1].is_closed:  # noqa: PLR2004
        return []
    sure = [i for i in range(1, len(run)) if _is_sure(run, i) and not _stands_alone(run[i - 1])]
    if not sure:
        return []
    width = max(len(line.text) for line in run)
    filled = {
        i for i in range(1, len(run)) if _is_filled(run, i, width) and not _stands_alone(run[i - 1]) and not run[i].acts
    }
    return sorted(filled.union(sure))


def _is_filled(run: Sequence[PrintedLine], index: int, width: int) -> bool:
    """Whether a line before another one is so long that it may have been broken there.

    Behind a label that is so if the next word had no room in it: ``A - Trade`` may head what stands below.
    """
    before, line = run[index - 1], run[index]
    if before.candidates:
        return not has_room(before, line, width)
    return len(before.text) >= _FILLED * width


def _is_sure(run: Sequence[PrintedLine], index: int) -> bool:
    """Whether a sentence surely goes on in a line; in Arabic, which has no small letters, one that a verb began."""
    line, before = run[index], run[index - 1]
    if line.language != "ar":
        return line.is_small or (index == 1 and before.ends_open and len(run) > 2 and not line.acts)  # noqa: PLR2004
    opens = find_opening("opening_verbs", run[0].plain, "ar") is not None
    is_begun = opens or load_pattern("body_acts", "ar").match(run[0].plain) is not None
    return before.ends_open or (is_begun and not (line.acts or load_pattern("body_acts", "ar").match(line.plain)))


def _stands_alone(line: PrintedLine) -> bool:
    """Whether a line is a title or of a cover, whatever stands below it."""
    named = find_opening("document_types", line.plain, line.language) is not None
    return named or line.is_capital or (line.is_titled and not line.ends_open) or line.front_kind in _FRONT
