"""The outline of a text: labels under which sections stand, told from the whole series and not from one line.

One line says little: ``A. Trade`` may be an item, a heading or the first line of a paragraph. A series of labels heads
sections if it counts from one, each of its lines is short and says nothing by itself, and below each stands text that
is numbered or written otherwise (decision 0104).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oic_reports.resources import load_pattern
from oic_reports.structure.lines.numbering import NESTED, Candidate
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels

# characters: two printed lines of a heading
_LONGEST = 90
# characters of a line with a colon that is more than a heading
_COLON_LENGTH = 40
# characters of text below a heading
_LEAST_TEXT = 40
# characters of a printed line from which a text is not wrapped; share of its lines that are no longer than its width,
# and share of the width from which a line may go on in the next one
_UNWRAPPED = 130
_WIDEST = 0.9
_FULL = 0.7
# headings that are a series
_LEAST_HEADS = 2
_LETTERS = ("roman-upper", "alpha-latin-upper", "ordinal-word", "alpha-arabic")
_NUMBERS = ("decimal", "arabic-indic")
_GOING_ON = (",", "،", ";", "؛", ":")

Form = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Member:
    """A line with a label of one form, and whether it may be a heading."""

    index: int
    candidate: Candidate
    may_head: bool


def find_outline(lines: Sequence[PrintedLine], skipped: set[int]) -> dict[int, Candidate]:
    """Headings of sections by their series: index to label."""
    width = _find_width(lines)
    by_form: dict[Form, list[_Member]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index in skipped or line.is_page_mark or line.hint == "table":
            continue
        for candidate in line.candidates:
            if candidate.numbering in (*_LETTERS, *_NUMBERS):
                member = _Member(index, candidate, _may_head(lines, index, candidate, width))
                by_form[candidate.numbering, candidate.shape].append(member)
    found: dict[int, Candidate] = {}
    for members in by_form.values():
        for run in _list_runs(members):
            if len(run) >= _LEAST_HEADS and all(member.may_head for member in run) and _heads(lines, run, skipped):
                found |= {member.index: member.candidate for member in run}
    return found


def _find_width(lines: Sequence[PrintedLine]) -> int | None:
    """The width of a wrapped text in characters; None for one whose lines are paragraphs."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(_WIDEST * len(lengths))] if lengths else _UNWRAPPED
    return width if width < _UNWRAPPED else None


def _may_head(lines: Sequence[PrintedLine], index: int, candidate: Candidate, width: int | None) -> bool:
    """Whether a line with a label is short, whole, and neither acts nor ends as a sentence does."""
    line, text, rest = lines[index], lines[index].text, candidate.rest
    if not rest or len(text) > _LONGEST or line.opens_with_day or line.ends_open or index + 1 == len(lines):
        return False
    is_open = not line.is_closed or (text.endswith(":") and len(rest) <= _COLON_LENGTH)
    if not is_open or text.endswith((",", "،", "-")) or load_pattern("person_name", line.language).match(text):
        return False
    if any(load_pattern(name, line.language).match(drop_vowels(rest)) for name in ("act_opening", "body_acts")):
        return False
    above, below = lines[index - 1] if index else None, lines[index + 1]
    begins = above is None or line.after_gap or above.is_closed or above.text.endswith(_GOING_ON)
    if not (begins or (above is not None and above.candidates and len(above.text) <= _LONGEST)):
        return False
    is_whole = below.after_gap or bool(below.candidates) or width is None or len(text) < _FULL * width
    return is_whole and below.flow != "continues" and (below.after_gap or not below.is_small)


def _list_runs(members: Sequence[_Member]) -> Iterator[list[_Member]]:
    """The members of a form in runs that count up from one."""
    run: list[_Member] = []
    for member in members:
        if run and member.candidate.ordinal != (run[-1].candidate.ordinal or 0) + 1:
            yield run
            run = []
        if run or member.candidate.ordinal == 1:
            run.append(member)
    yield run


def _heads(lines: Sequence[PrintedLine], run: Sequence[_Member], skipped: set[int]) -> bool:
    """Whether text stands below each line of a run, and such text as headings have."""
    ends = [member.index for member in run[1:]] + [len(lines)]
    kinds = {_find_kind(lines, m, end, skipped, run) for m, end in zip(run, ends, strict=True)}
    numbering, first = run[0].candidate.numbering, run[0].index
    if numbering in _NUMBERS:
        # what counts in figures is an item or a paragraph, unless the numbers below hang on it, or none stand there
        return kinds in ({"nested"}, {"text"})
    is_lettered = numbering == "alpha-arabic" and not run[0].candidate.is_spelled
    is_led = first > 0 and lines[first - 1].text.endswith(":")
    if is_lettered or is_led:
        return kinds <= {"number", "head"}
    return kinds <= {"number", "head", "bullet", "text"}


def _find_kind(
    lines: Sequence[PrintedLine], member: _Member, end: int, skipped: set[int], run: Sequence[_Member]
) -> str:
    """What the text below a line begins with; ``none`` where there is too little of it."""
    own = (run[0].candidate.numbering, run[0].candidate.shape)
    below = [i for i in range(member.index + 1, end) if i not in skipped and not lines[i].is_page_mark]
    is_text = sum(len(lines[i].text) for i in below) >= _LEAST_TEXT and any(lines[i].is_closed for i in below)
    if not below or not is_text:
        return "none"
    candidates = lines[below[0]].candidates
    if any((candidate.numbering, candidate.shape) == own for candidate in candidates):
        return "none"
    first = candidates[0] if candidates else None
    if first is None:
        return "text"
    if first.ordinal is None:
        return "bullet"
    if first.numbering == NESTED:
        hangs = first.shape.split(".")[0].lstrip("(") == str(member.candidate.ordinal)
        return "nested" if hangs else "number"
    return "number" if first.numbering in _NUMBERS else "head"
