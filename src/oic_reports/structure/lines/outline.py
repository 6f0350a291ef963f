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
# lines of a heading
_MOST_LINES = 3
# headings that are a series
_LEAST_HEADS = 2
_LETTERS = ("roman-upper", "alpha-latin-upper", "ordinal-word", "alpha-arabic")
_NUMBERS = ("decimal", "arabic-indic")
_STOPS = (".", "؟", "?", "!")
_GOING_ON = (",", "،", ";", "؛", ":")

Form = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines, those that are not of the text, and for each line where the next one stands that ends a sentence."""

    lines: Sequence[PrintedLine]
    skipped: set[int]
    ends: Sequence[int]


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
    text = _Text(lines, skipped, _find_ends(lines, skipped))
    by_form: dict[Form, list[_Member]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index in skipped or line.hint == "table":
            continue
        for candidate in line.candidates:
            if candidate.numbering in (*_LETTERS, *_NUMBERS):
                member = _Member(index, candidate, _may_head(lines, index, candidate, width))
                by_form[candidate.numbering, candidate.shape].append(member)
    found = _find_nested_heads(text, width)
    for members in by_form.values():
        found |= _find_capital_heads(lines, members)
        for run in _list_runs(members):
            if len(run) >= _LEAST_HEADS and all(member.may_head for member in run) and _heads(text, run):
                found |= {member.index: member.candidate for member in run}
    return found


def _find_ends(lines: Sequence[PrintedLine], skipped: set[int]) -> list[int]:
    """For each line where a sentence ends, in it or below."""
    ends, last = [len(lines)] * len(lines), len(lines)
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].is_closed and index not in skipped:
            last = index
        ends[index] = last
    return ends


def _find_capital_heads(lines: Sequence[PrintedLine], members: Sequence[_Member]) -> dict[int, Candidate]:
    """Headings in capitals whose numbers count by themselves, among paragraphs that count on in the same form.

    ``1. TRADE`` above ``6. The Council …`` and ``2. WATER`` above ``8. It …``.
    """
    capitals = [member for member in members if member.may_head and member.candidate.rest.isupper()]
    found: dict[int, Candidate] = {}
    for run in _list_runs(capitals):
        below = [lines[member.index + 1].candidates[:1] for member in run]
        goes_on = all(
            following
            and following[0].shape == member.candidate.shape
            # its own next number stands below a heading without text
            and (following[0].ordinal or 0) != (member.candidate.ordinal or 0) + 1
            and following[0].ordinal != 1
            for member, following in zip(run, below, strict=True)
        )
        if len(run) >= _LEAST_HEADS and goes_on:
            found |= {member.index: member.candidate for member in run}
    return found


def _find_nested_heads(text: _Text, width: int | None) -> dict[int, Candidate]:
    """Headings that count below others (``1.1 Trade``), all of one depth, above numbers that hang on them."""
    lines, skipped = text.lines, text.skipped
    by_depth: dict[int, list[_Member]] = defaultdict(list)
    for index, line in enumerate(lines):
        nested = next((c for c in line.candidates if c.numbering == NESTED), None)
        if nested is not None and index not in skipped and line.hint != "table":
            by_depth[nested.levels].append(_Member(index, nested, _may_head(lines, index, nested, width)))
    found: dict[int, Candidate] = {}
    for members in by_depth.values():
        ends = [member.index for member in members[1:]] + [len(lines)]
        kinds = {_find_kind(text, m, end, members) for m, end in zip(members, ends, strict=True)}
        if len(members) >= _LEAST_HEADS and all(member.may_head for member in members) and kinds == {"nested"}:
            found |= {member.index: member.candidate for member in members}
    return found


def find_plain_headings(lines: Sequence[PrintedLine], skipped: set[int]) -> set[int]:
    """Headings without a label above numbers or bullets: indexes of short lines that part them, several in a text.

    The numbers begin anew below each of them, or go on below each; a sentence stands above the first.
    """
    aside = skipped | _find_repeated(lines)
    kept = [i for i in range(len(lines)) if i not in aside]
    found: list[range] = []
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
        heading = _find_plain_heading(lines, index) if following.ordinal in {None, 1, before + 1} else range(0)
        if heading:
            found.append(heading)
            restarts.append(following.ordinal in {None, 1})
    is_series = len(found) >= _LEAST_HEADS and (all(restarts) or not any(restarts[1:]))
    return {i for heading in found for i in heading} if is_series else set()


def _find_plain_heading(lines: Sequence[PrintedLine], last: int) -> range:
    """The lines of a heading without a label that ends at a line, below the end of a sentence; empty if none does."""
    first = last
    while _is_wrapped_above(lines, first) and last - first < _MOST_LINES - 1:
        first -= 1
    line, above = lines[first], lines[first - 1] if first else None
    if above is None or (above.candidates and not above.candidates[0].rest):
        return range(0)
    is_parted = line.after_gap or above.is_closed or above.text.endswith(_GOING_ON)
    is_heading = is_parted and all(_says_nothing(lines[i], is_last=i == last) for i in range(first, last + 1))
    return range(first, last + 1) if is_heading else range(0)


def _is_wrapped_above(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line in capitals goes on with one in capitals right above."""
    line, above = lines[index], lines[index - 1] if index else None
    is_capital = above is not None and line.is_capital and above.is_capital and not line.after_gap
    return is_capital and not (above.candidates or above.is_closed)  # type: ignore[union-attr]


def _says_nothing(line: PrintedLine, *, is_last: bool) -> bool:
    """Whether a line without a label is short, and neither acts, tells nor leads to anything."""
    if line.candidates or len(line.text) > _LONGEST or line.hint == "table" or line.is_small:
        return False
    is_open = not line.is_closed or (line.text.endswith(":") and len(line.text) <= _COLON_LENGTH)
    says = line.acts or line.participle or line.enacts or line.opens_body or line.tells_of_meeting
    if not is_open or says or (is_last and line.ends_open) or line.text.endswith((",", "،", "-")):
        return False
    names = (load_pattern(name, line.language) for name in ("body_acts", "deciding_line", "leads_to", "person_name"))
    is_lead = load_pattern("leads_to_things", line.language).search(line.text) is not None
    return line.front_kind == "title" and not is_lead and not any(name.match(line.plain) for name in names)


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
    # ``M. Okobe`` may look like a label; ``1. Mr. Okobe`` has one
    is_name = any(load_pattern("person_name", line.language).match(words) for words in (text, rest))
    if not is_open or text.endswith((",", "،", "-")) or is_name:
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


def _heads(text: _Text, run: Sequence[_Member]) -> bool:
    """Whether text stands below each line of a run, and such text as headings have."""
    lines = text.lines
    ends = [member.index for member in run[1:]] + [len(lines)]
    kinds = {_find_kind(text, m, end, run) for m, end in zip(run, ends, strict=True)}
    numbering, first = run[0].candidate.numbering, run[0].index
    if numbering in _NUMBERS:
        # what counts in figures is an item or a paragraph, unless the numbers below hang on it, or there are none
        is_above_items = kinds <= {"bullet", "head"} and all(
            _are_sentences(lines, range(member.index + 1, end)) and not lines[member.index].text.endswith(":")
            for member, end in zip(run, ends, strict=True)
        )
        return kinds in ({"nested"}, {"text"}) or is_above_items
    is_led = first > 0 and lines[first - 1].text.endswith(":")
    if is_led:
        return kinds <= {"number", "head"}
    return kinds <= {"number", "head", "bullet", "text"}


def _find_kind(text: _Text, member: _Member, end: int, run: Sequence[_Member]) -> str:
    """What the text below a line begins with; ``none`` where there is too little of it."""
    lines = text.lines
    own = (run[0].candidate.numbering, run[0].candidate.shape)
    first_below = next((i for i in range(member.index + 1, end) if i not in text.skipped), None)
    if first_below is None or not _has_text(text, first_below, end):
        return "none"
    candidates = lines[first_below].candidates
    if any((candidate.numbering, candidate.shape) == own for candidate in candidates):
        return "none"
    first = candidates[0] if candidates else None
    if first is None:
        return "text"
    if first.ordinal is None:
        return "bullet"
    if first.numbering == NESTED:
        return "nested" if _list_path(first)[:-1] == _list_path(member.candidate) else "number"
    return "number" if first.numbering in _NUMBERS else "head"


def _has_text(text: _Text, start: int, end: int) -> bool:
    """Whether lines from one on hold as much text as stands below a heading, and the end of a sentence."""
    closed = text.ends[start]
    if closed >= end:
        return False
    length = 0
    for index in range(start, end):
        if index not in text.skipped:
            length += len(text.lines[index].text)
        if length >= _LEAST_TEXT:
            return True
    return False


def _are_sentences(lines: Sequence[PrintedLine], below: range) -> bool:
    """Whether most of the items that stand below a line are whole sentences."""
    starts = [i for i in below if lines[i].candidates]
    ends = [*(i - 1 for i in starts[1:]), below[-1]]
    return 2 * sum(lines[end].text.endswith(_STOPS) for end in ends) > len(ends)


def _list_path(candidate: Candidate) -> list[int]:
    """The numbers of a label, from the first one on: 2 and 1 for ``2.1``; nothing below a letter."""
    above = [number.lstrip("(") for number in candidate.shape.partition("#")[0].split(".")[:-1]]
    numbers = above if candidate.numbering == NESTED else []
    return [*(int(number) for number in numbers if number.isdecimal()), candidate.ordinal or 0]
