"""Definitions of a statute, one a paragraph: ``Fund: the Islamic Fund …``, ``“Board” means …``.

They stand below a line that leads to them: in articles whatever it says, else under a heading or behind words that say
what they are.
"""

from __future__ import annotations

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.body.marking import Marked
from oic_reports.structure.lines.printed_lines import PrintedLine

# definitions that are a list
_LEAST = 2
# lines of the text from one definition to the next
_REACH = 8
# characters of a term
_TERM = compile_pattern(
    r"\W{0,3}[^\W\d_][^.;:؛\n]{0,60}?[\"”’»)]*\s?(?::|=|\s[–—-])\s*\S|[\"“«„]\s?[^\"”»\n]{2,60}[\"”»]\s*[,:–—-]?\s*\S"
)
_ASIDE = ("furniture", "site", "separator", "footnote")


def find_definitions(marked: Marked) -> frozenset[int]:
    """Indexes of the lines without a label with which the definitions of a text begin."""
    found: set[int] = set()
    heading: PrintedLine | None = None
    in_articles = False
    index = marked.start
    while index < len(marked.lines):
        line, mark = marked.lines[index], marked.marks[index]
        if line.is_article or (mark is not None and mark.kind == "heading"):
            heading = line
        in_articles |= line.is_article
        is_lead = line.text.endswith(":") if in_articles and line is not heading else _leads(line, heading)
        is_said = mark is not None and mark.kind in {"text", "label", "heading"}
        run = _find_run(marked, index + 1) if is_lead and is_said else []
        found |= set(run)
        index = max([index, *run]) + 1
    return frozenset(found)


def _leads(line: PrintedLine, heading: PrintedLine | None) -> bool:
    """Whether a line leads to definitions, by its own words or those of the heading above it."""
    names = load_pattern("defines", line.language)
    is_headed = heading is not None and names.search(heading.plain) is not None
    return (line.text.endswith(":") or line is heading) and (is_headed or names.search(line.plain) is not None)


def _find_run(marked: Marked, start: int) -> list[int]:
    """The definitions that begin below a line; empty where they are no list."""
    run: list[int] = []
    last = start
    for index in range(start, len(marked.lines)):
        line, mark = marked.lines[index], marked.marks[index]
        if mark is not None and mark.kind in _ASIDE:
            continue
        if mark is None or mark.kind != "text" or line.is_article or line.hint in {"heading", "table"}:
            break
        if _TERM.match(line.text) or load_pattern("means", line.language).match(line.plain):
            # what is wrapped may hold a colon, too
            is_wrapped = bool(run) and not (line.after_gap or marked.lines[index - 1].is_closed)
            run += [] if is_wrapped else [index]
            last = index
        elif not run or index - last > _REACH:
            break
    return run if len(run) >= _LEAST else []
