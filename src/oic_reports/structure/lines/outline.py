"""The outline of a text: labels under which sections stand, told from the whole series and not from one line.

One line says little: ``A. Trade`` may be an item, a heading or the first line of a paragraph. A series of labels heads
sections if it counts from one, each of its lines is short and says nothing by itself, and below each stands text that
is numbered or written otherwise (decision 0104).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oic_reports.resources import load_pattern
from oic_reports.structure.lines.layout import has_room
from oic_reports.structure.lines.numbering import NESTED, Candidate
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels

# characters: two printed lines of a heading
_LONGEST = 90
# characters of a line with a colon that is more than a heading
_COLON_LENGTH = 40
# characters of text below a heading
_LEAST_TEXT = 40
# characters of a printed line from which a text is not wrapped; share of its lines that are no longer than its width
_UNWRAPPED = 130
_WIDEST = 0.9
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
    skipped = skipped | _find_repeated(lines)
    by_form: dict[Form, list[_Member]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index in skipped or line.hint == "table":
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


def find_plain_headings(lines: Sequence[PrintedLine], skipped: set[int]) -> set[int]:
    """Headings without a label above numbers or bullets: indexes of short lines that part them, several in a text.

    The numbers begin anew below each of them, or go on below each; a sentence stands above the first.
    """
    kept = [i for i in range(len(lines)) if i not in skipped | _find_repeated(lines)]
    found: list[int] = []
    restarts: list[bool] = []
    last: dict[Form, int] = {}
    has_sentence, length = False, 0
    for place, index in enumerate(kept[:-1]):
        line, below = lines[index], lines[kept[place + 1]]
        has_sentence |= line.is_closed and len(line.text) + length >= _LEAST_TEXT
        length = len(line.text)
        for candidate in line.candidates[:1]:
            last[candidate.numbering, candidate.shape] = candidate.ordinal or 0
        following = below.candidates[0] if below.candidates and has_sentence else None
        if following is None or following.numbering not in (*_NUMBERS, "bullet"):
            continue
        before = last.get((following.numbering, following.shape), 0)
        if following.ordinal in {None, 1, before + 1} and _is_plain_heading(lines, index):
            found.append(index)
            restarts.append(following.ordinal in {None, 1})
    is_series = len(found) >= _LEAST_HEADS and (all(restarts) or not any(restarts[1:]))
    return set(found) if is_series else set()


def _is_plain_heading(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line without a label is short and says nothing by itself, below the end of a sentence."""
    line, above = lines[index], lines[index - 1] if index else None
    if above is None or line.candidates or len(line.text) > _LONGEST or line.hint == "table" or line.is_small:
        return False
    is_open = not line.is_closed or (line.text.endswith(":") and len(line.text) <= _COLON_LENGTH)
    says = line.acts or line.participle or line.enacts or line.opens_body or line.tells_of_meeting or line.ends_open
    if not is_open or says or line.text.endswith((",", "،", "-")) or line.front_kind != "title":
        return False
    names = (load_pattern(name, line.language) for name in ("body_acts", "deciding_line", "leads_to", "person_name"))
    is_labelled = bool(above.candidates) and not above.candidates[0].rest
    is_parted = line.after_gap or above.is_closed or above.text.endswith(_GOING_ON)
    return is_parted and not is_labelled and not any(name.match(line.plain) for name in names)


def _find_repeated(lines: Sequence[PrintedLine]) -> set[int]:
    """Short lines without a label that stand several times, and numbers of pages: they are of the page."""
    short = [
        i for i, line in enumerate(lines) if not (line.candidates or line.is_closed) and len(line.text) <= _LONGEST
    ]
    counts = Counter(lines[i].normal for i in short)
    marks = {i for i, line in enumerate(lines) if line.is_page_mark}
    return marks | {i for i in short if counts[lines[i].normal] > 1}


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
    is_whole = below.after_gap or bool(below.candidates) or width is None or has_room(line, below, width)
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
    is_led = first > 0 and lines[first - 1].text.endswith(":")
    if is_led:
        return kinds <= {"number", "head"}
    return kinds <= {"number", "head", "bullet", "text"}


def _find_kind(
    lines: Sequence[PrintedLine], member: _Member, end: int, skipped: set[int], run: Sequence[_Member]
) -> str:
    """What the text below a line begins with; ``none`` where there is too little of it."""
    own = (run[0].candidate.numbering, run[0].candidate.shape)
    below = [i for i in range(member.index + 1, end) if i not in skipped]
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
