"""The headings of a text that a page lists above it, without the numbers of pages: links, or a table of contents.

What is listed stands below once more, each with its text: neither of the two is a running header.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.headings import is_index_heading
from oic_reports.structure.lines.printed_lines import PrintedLine, normalise

# the dots and the page at the end of a row of contents; letters of a heading
_ROW_END = compile_pattern(r"[\s.…]+\d{1,3}$")
_LEAST_LETTERS = 4
# headings that are a list; characters of a heading, and of a sentence that parts the headings below
_LEAST = 3
_LONGEST = 90
_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class Links:
    """Indexes of lines: ``rows`` lists the headings, with the line that heads the list; ``targets`` are these headings.

    ``is_contents``: the list is of the document, below its title or a heading such as ``Contents``; else of the site.
    """

    rows: range = range(0)
    targets: frozenset[int] = frozenset()
    is_contents: bool = False


def find_links(lines: Sequence[PrintedLine]) -> Links:
    """The list of the headings above the first sentence of a text; empty where there is none."""
    inner = _find_inner(lines)
    if inner is not None:
        return inner
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        places[line.normal].append(index)
    # how many sentences stand above each line
    sentences = [0, *accumulate(line.is_closed and len(line.text) > _SENTENCE for line in lines)]
    run: list[int] = []
    targets: list[int] = []
    for index, line in enumerate(lines):
        target = _find_target(line, places[line.normal])
        goes_on = bool(run) and index == run[-1] + 1 and target is not None
        if goes_on and target is not None and sentences[target] > sentences[targets[-1]]:
            run.append(index)
            targets.append(target)
            continue
        if len(run) >= _LEAST or sentences[index + 1]:
            break
        run, targets = ([index], [target]) if target is not None and target > index else ([], [])
    if len(run) < _LEAST or targets[0] <= run[-1]:
        return Links()
    first = run[0]
    is_headed = first > 0 and (not lines[first].after_gap or is_index_heading(lines[first - 1].text))
    is_contents = any(line.names_type for line in lines[: first - is_headed])
    is_contents |= is_headed and is_index_heading(lines[first - 1].text)
    return Links(range(first - is_headed, run[-1] + 1), frozenset(targets), is_contents)


def _find_inner(lines: Sequence[PrintedLine]) -> Links | None:
    """The rows of links to places of the page itself, below a title or of titles; None where the page has none."""
    rows = [index for index, line in enumerate(lines) if line.hint == "contents"]
    if not rows or rows[-1] - rows[0] + 1 != len(rows) or not any(line.names_type for line in lines[: rows[-1] + 1]):
        return None
    listed = {lines[index].normal for index in rows}
    targets = frozenset(index for index in range(rows[-1] + 1, len(lines)) if lines[index].normal in listed)
    return Links(range(rows[0], rows[-1] + 1), targets, is_contents=True)


def find_contents_headings(lines: Sequence[PrintedLine], contents: range) -> frozenset[int]:
    """Indexes of the lines below contents that stand in one of their rows: the headings of the text."""
    rows = {normalise(_ROW_END.sub("", _drop_label(lines[i]))) for i in contents if not is_index_heading(lines[i].text)}
    rows = {row for row in rows if len(row) >= _LEAST_LETTERS}
    below = ((i, lines[i]) for i in range(contents.stop, len(lines)) if lines[i].after_gap and not lines[i].names_type)
    return frozenset(
        i
        for i, line in below
        if len(line.text) <= _LONGEST and not line.is_closed and normalise(_drop_label(line)) in rows
    )


def _drop_label(line: PrintedLine) -> str:
    return line.candidates[0].rest if line.candidates else line.text


def _find_target(line: PrintedLine, places: Sequence[int]) -> int | None:
    """Where a heading stands again, if it stands twice; None for other lines."""
    is_heading = len(line.text) <= _LONGEST and line.normal != "" and not (line.symbol or line.is_page_mark)
    is_heading = is_heading and not (line.is_closed and not line.text.endswith(":"))
    return places[1] if is_heading and len(places) == 2 else None  # noqa: PLR2004
