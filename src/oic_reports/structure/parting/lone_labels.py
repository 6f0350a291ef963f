"""Labels that stand alone on their lines, put before the words below them.

Typists and converters of tables give a label a line of its own. Where several of one form count on through a text, each
with words below it, they are labels and no numbers of pages: these part paragraphs where they like, and far apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# labels of one form that are a series, and lines of the text from one to the next, on the average: of any label, and of
# one that may number a page
_LEAST = 3
_MOST_LINES = 20
_MOST_BETWEEN_MARKS = 6
_DASHES = "-–—"
_DECIMAL = compile_pattern(r"[1-9]\d?(?:\.[1-9]\d?){1,3}\.?")


def join_lone_labels(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each lone label of a series in one line with the words below it; lines of printed pages stay."""
    lone = _find_series(lines)
    joined: list[PrintedLine] = []
    for index, line in enumerate(lines):
        if index - 1 in lone:
            label = joined.pop()
            text = f"{label.text} {line.text}"
            whole = replace(line.line, text=text, number=label.line.number, number_last=line.line.number_last)
            joined.append(PrintedLine(whole, label.after_gap, line.language))
        else:
            joined.append(line)
    return joined


def _find_series(lines: Sequence[PrintedLine]) -> set[int]:
    """The lines that are such labels."""
    by_form: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, line in enumerate(lines[:-1]):
        first = line.candidates[0] if line.candidates else None
        if first is not None and first.ordinal is not None and not first.rest and _may_join(line, lines[index + 1]):
            by_form[first.numbering, first.shape].append(index)
    found = {place for places in by_form.values() if _is_series(lines, places) for place in places}
    return found | _find_decimals(lines)


def _find_decimals(lines: Sequence[PrintedLine]) -> set[int]:
    """Lone numbers of several levels, each with words below it and higher than those above: ``1.1``, ``1.1.1``."""
    lone = [i for i, line in enumerate(lines[:-1]) if _DECIMAL.fullmatch(line.text) and _may_join(line, lines[i + 1])]
    numbers = [tuple(map(int, lines[i].text.strip(".").split("."))) for i in lone]
    is_counted = len(lone) >= _LEAST and all(one < two for one, two in pairwise(numbers))
    return set(lone) if is_counted else set()


def _is_series(lines: Sequence[PrintedLine], places: Sequence[int]) -> bool:
    """Whether labels of one form count on, near to each other; what may number pages, below whole sentences only."""
    ordinals = [lines[place].candidates[0].ordinal for place in places]
    counts_on = ordinals[0] == 1 and all(after in {1, (before or 0) + 1} for before, after in pairwise(ordinals))
    may_be_page = any(lines[place].is_page_mark for place in places)
    most = _MOST_BETWEEN_MARKS if may_be_page else _MOST_LINES
    is_near = places[-1] - places[0] <= most * (len(places) - 1)
    above = [lines[place - 1] for place in places if place]
    is_parted = not may_be_page or sum(line.is_closed for line in above) * 2 > len(above)
    is_said_once = len({lines[place + 1].normal for place in places}) == len(places)
    return len(places) >= _LEAST and counts_on and is_near and is_parted and is_said_once


def _may_join(label: PrintedLine, line: PrintedLine) -> bool:
    """Whether words stand below a label that begin a paragraph, and nothing would be lost."""
    is_end = line.is_signature or line.front_kind == "place_date"
    begins = not (line.candidates or line.is_small or line.is_rule or line.is_page_mark or is_end)
    is_plain = not (line.line.box or line.line.marks or line.line.decoded or label.line.marks)
    # ``- 1 -`` numbers a page, and so does what stands above its running header
    is_page = label.text[0] in _DASHES and label.text[-1] in _DASHES
    return (
        begins and is_plain and not (is_page or line.symbol) and label.hint is None and line.hint in {None, "heading"}
    )
