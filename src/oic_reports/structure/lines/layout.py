"""How a whole file is laid out: what its lines tell of wrapping, gaps and furniture, once for all of its documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from oic_reports.language.attested import Evidence
from oic_reports.model import Language, Reading
from oic_reports.structure.lines.printed_lines import PrintedLine

# characters of the widest line of a text that a writer or a program wrapped; lines from which a width can be told;
# characters of a line that tells nothing of it; the share of the width that a full line has; shares of the lines that
# are no longer than the widest wrapped one
_WIDEST = (0.95, 0.9, 0.85)
_WRAPPED_WIDTH = 130
_LEAST_LINES = 8
_SHORT = 20
_NEAR = 0.75
# lines that break a sentence from which a width can be told, and the share of them that must be full
_LEAST_WRAPS = 4
# the share of them into which the next word did not fit, in a text that a program filled
_MOST_FILLED = 0.9
_MOST_WRAPS = 0.8
# share of the lines of a wrapped text that may be no longer than a page is wide
_MOSTLY_SHORT = 0.75
# characters of a line that a site or a printer repeats
_FURNITURE_LENGTH = 90
# a text with a blank line behind every printed line: nearly all stand after a gap, and many break inside a sentence
_MOSTLY_GAPS = 0.85
_BROKEN = 0.3
_LEAST_BROKEN = 2
# share of the width that lines fill which were broken, with the word that had no room
_NEARLY = 0.8
# share of the width, and characters, from which a line may have been broken inside a sentence
_PART_OF_LINE = 0.6
_SENTENCE = 40
# lines at the top and at the bottom of a page that may be furniture; points between heights that are one
_OUTER_LINES = 3
_SAME_HEIGHT = 12.0


def has_room(before: PrintedLine, line: PrintedLine, width: int) -> bool:
    """Whether the first word of a line had room in the one before, in a text of that width: nobody broke it there."""
    return len(before.text) + len(line.text.split(maxsplit=1)[0]) < _NEARLY * width


@dataclass(frozen=True, slots=True)
class Layout:
    """What the whole file tells of each of its documents.

    ``width`` is that of hard-wrapped lines in characters (None: each line is a paragraph), ``repeated`` are the texts
    of short lines that stand several times, on printed pages at one height; ``inner`` are the numbers of printed lines
    that stand inside their pages, where no furniture is; ``has_own_furniture`` says that the file keeps headers and
    footers apart from its text, as Word files do, ``is_page`` that it is a web page, ``has_gaps`` that blank lines part
    paragraphs, ``is_double_spaced`` that they also stand inside them; ``parts_by_lines`` that each line is a paragraph,
    with no blank line below it; ``filled`` is the width of a text that a program wrapped: no line ends before it while
    the next word has room (None: told by no program).
    """

    language: Language
    width: int | None
    evidence: Evidence
    repeated: frozenset[str]
    has_own_furniture: bool = False
    is_page: bool = False
    has_gaps: bool = False
    inner: frozenset[int] = frozenset()
    is_double_spaced: bool = False
    parts_by_lines: bool = False
    filled: int | None = None


def find_layout(lines: Sequence[PrintedLine], reading: Reading) -> Layout:
    """The layout of a file's lines."""
    width = find_width(lines)
    return Layout(
        reading.language,
        width,
        Evidence(reading.language, [line.text for line in lines]),
        find_repeated(lines),
        reading.reader == "docx",
        reading.reader == "html",
        2 * sum(line.after_gap for line in lines) >= len(lines),
        find_inner(lines),
        parts_by_lines=width is None and _parts_by_lines(lines),
        filled=find_filled(lines) if width is not None else None,
    )


def find_width(lines: Sequence[PrintedLine]) -> int | None:
    """The width of a hard-wrapped text in characters, or None where each line is a paragraph.

    A text is hard-wrapped where most lines come near the longest one, and that one is no longer than a page is wide;
    or where nearly all lines in which a sentence surely breaks do, as short as titles, items and headings may be.
    """
    lengths = sorted(len(line.text) for line in lines if len(line.text) > _SHORT)
    if len(lengths) < _LEAST_LINES:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    has_long = width > _WRAPPED_WIDTH
    if has_long:
        # a letter or the lines of a site above a wrapped text
        kept = [length for length in lengths if length <= _WRAPPED_WIDTH]
        if len(kept) < max(_LEAST_LINES, _MOSTLY_SHORT * len(lengths)):
            return None
        width = kept[int(len(kept) * 0.95)]
    near = sum(length >= _NEAR * width for length in lengths)
    if near > len(lengths) / 2 and not has_long:
        return width
    broken = [len(before.text) for before, line in pairwise(lines) if not line.after_gap and _is_wrapped(before, line)]
    full = sum(length >= _NEAR * width for length in broken)
    return width if len(broken) >= _LEAST_WRAPS and full >= _MOST_WRAPS * len(broken) else None


def find_filled(lines: Sequence[PrintedLine]) -> int | None:
    """The width to which a program filled the lines of a text, told by the lines in which a sentence breaks.

    Arabic headings end without a mark too: of such lines the longer ones are taken.
    """
    joints = [(before, line) for before, line in pairwise(lines) if not line.after_gap]
    width = max((len(before.text) for before, _ in joints if len(before.text) <= _WRAPPED_WIDTH), default=0)
    broken = [
        (before, line)
        for before, line in joints
        if _breaks(before, line) or (len(before.text) >= _PART_OF_LINE * width and _is_wrapped(before, line))
    ]
    full = sum(len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width for before, line in broken)
    return width if len(broken) >= _LEAST_WRAPS and full >= _MOST_FILLED * len(broken) else None


def close_double_spacing(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without the blank lines that stand behind every printed line and so part nothing.

    A gap stays where the line above ends a sentence or is much shorter than the others, and above a label.
    """
    lengths = sorted(len(line.text) for line in lines)
    if not lengths or sum(line.after_gap for line in lines) < _MOSTLY_GAPS * len(lines):
        return list(lines)
    # a title or a notice may be longer than the lines that were wrapped
    widths = [lengths[int(len(lengths) * share)] for share in _WIDEST]
    width = next((width for width in widths if width <= _WRAPPED_WIDTH), widths[0])
    full = [i for i in range(1, len(lines)) if _is_full(lines[i - 1], width)]
    broken = [i for i in full if _breaks(lines[i - 1], lines[i])]
    if width > _WRAPPED_WIDTH or len(broken) < max(_LEAST_BROKEN, _BROKEN * len(full)):
        # short paragraphs, each with a blank line below: only what surely goes on is closed up
        wrapped = [i for i in range(1, len(lines)) if _is_full(lines[i - 1], min(width, _WRAPPED_WIDTH))]
        closing = {i for i in wrapped if _breaks(lines[i - 1], lines[i]) and lines[i].text[-1] != ":"}
        closing |= {i for i in wrapped if _goes_on_below_label(lines, i)}
        return [
            PrintedLine(line.line, after_gap=False, language=line.language) if i in closing else line
            for i, line in enumerate(lines)
        ]
    closed = list(lines[:1])
    for before, line in pairwise(lines):
        parts = not _is_full(before, width) or before.is_closed or line.candidates or line.is_rule or line.flow
        is_gap = line.after_gap and bool(parts) and not _breaks(before, line)
        closed.append(line if is_gap == line.after_gap else PrintedLine(line.line, is_gap, line.language))
    return closed


def _parts_by_lines(lines: Sequence[PrintedLine]) -> bool:
    """Whether most of the lines that end a sentence have the next one right below, and some were surely not wrapped."""
    below = [line for before, line in pairwise(lines) if before.is_closed and len(before.text) >= _SENTENCE]
    has_long = any(len(line.text) > _WRAPPED_WIDTH for line in lines)
    return has_long and 2 * sum(not line.after_gap for line in below) > len(below)


def _is_full(line: PrintedLine, width: int) -> bool:
    return len(line.text) >= max(_PART_OF_LINE * width, _SENTENCE) and line.hint is None


def _breaks(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence was surely broken between two lines."""
    if before.is_closed or line.candidates or line.hint is not None or line.flow == "starts":
        return False
    return (line.is_small or before.ends_open) and not before.is_capital


def _goes_on_below_label(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether an Arabic line goes on with a full one that stands right below a number alone: no heading does."""
    before, line = lines[index - 1], lines[index]
    if line.language != "ar" or index < 2 or before.is_closed or line.candidates or line.acts or line.participle:  # noqa: PLR2004
        return False
    above = lines[index - 2].candidates
    return bool(above) and not above[0].rest and not before.candidates and line.hint is None


def _is_wrapped(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line was broken: where a sentence surely breaks; in Arabic, which has no small letters, at any word."""
    if _breaks(before, line):
        return True
    is_open = (
        before.language == "ar" and len(before.text) > _SHORT and not before.is_closed and before.text[-1] not in ",،"
    )
    goes_on = not line.candidates and line.hint is None and line.flow != "starts" and not line.participle
    # titles break where they like
    return is_open and goes_on and not before.names_type and not before.names_body


def find_inner(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """The numbers of printed lines that are neither among the first nor among the last of their pages, by height."""
    pages: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for line in lines:
        if line.line.box is not None:
            pages[line.line.box.page].append((line.line.box.top, line.line.number))
    ordered = [sorted(page) for page in pages.values()]
    return frozenset(number for page in ordered for _, number in page[_OUTER_LINES:-_OUTER_LINES])


def find_repeated(lines: Sequence[PrintedLine]) -> frozenset[str]:
    """The texts (normalised) of short lines without closing punctuation that stand several times in a file.

    Printed ones count where they stand at about the same height of different pages: items of two lists do not.
    """
    # a link leads to where its words stand
    short = [
        line for line in lines if len(line.text) < _FURNITURE_LENGTH and not line.is_closed and line.hint != "link"
    ]
    # a heading that an agenda lists stands twice: as its item, and above what was said of it
    typed = Counter(line.normal for line in short if line.line.box is None and not line.candidates)
    found = {text for text, number in typed.items() if number > 1}
    heights: dict[str, dict[int, float]] = defaultdict(dict)
    for line in short:
        box = line.line.box
        if box is None:
            continue
        others = heights[line.normal]
        if any(page != box.page and abs(top - box.top) < _SAME_HEIGHT for page, top in others.items()):
            found.add(line.normal)
        others.setdefault(box.page, box.top)
    return frozenset(found - {""})
