"""Running headers that end with the number of their page: ``Statute, Rev.03, 07.05.2017 1``, then ``… 2``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# characters of a running header
_LONGEST = 90
# a day in figures stands in none of the headings that a text counts
_DAY = compile_pattern(r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}")
_HEADER = compile_pattern(r"(?P<text>.*[^\W\d].*?)(?P<page>\d{1,3})$")


def find_counted_headers(lines: Sequence[PrintedLine], known: Collection[int]) -> set[int]:
    """Indexes of lines that are one but for the figure at their end, which rises, and are no headings of a text.

    Each stands right below a mark of its page (``known``: lines that are furniture), or prints a day.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        # the pattern looks for the figure from each letter on, and few lines end with one
        may_be_header = len(line.text) <= _LONGEST and line.text[-1:].isdecimal()
        header = _HEADER.match(line.text) if may_be_header else None
        if header is None:
            continue
        day = _DAY.search(line.text)
        text = line.text[: day.end()] if day else header.group("text")
        page = line.text[day.end() :].strip() if day else header.group("page")
        above = lines[index - 1] if index else None
        is_below = above is not None and load_pattern("page_banner", "en").match(above.text) is not None
        if page.isdigit() and (day or is_below or index - 1 in known):
            found[text].append((int(page), index))
    counted = (pairs for pairs in found.values() if len(pairs) > 1 and sorted(set(pairs)) == pairs)
    return {index for pairs in counted if len({page for page, _ in pairs}) == len(pairs) for _, index in pairs}
