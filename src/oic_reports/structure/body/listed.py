"""Names that stand one on a line below a line that leads to them: who took part, who was elected.

They carry no label, and nothing but the colon above and their likeness tells that they are a list: taken one by one,
each looks like a heading or a short paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_states
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.marking import Mark, Marked
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.printed_lines import PrintedLine, is_organisation

# characters of a name with its office; names that are a list
_LONGEST = 120
_LEAST_NAMES = 2
# the share of a text that the name of an organisation takes if it is no more than that
_MOSTLY = 0.8
# names in one line that are a list, and what parts them
_LEAST_IN_LINE = 3
_PARTS = compile_pattern(r"\s[-–—]\s|[,،;؛](?:\s|$)")
# ``Islamic Development Bank (IDB)``
_ACRONYM = compile_pattern(r"\([A-Z]{2,}\)\W{0,2}$")
# rows that are a table; a number without a mark, words, and a figure that ends the line
_LEAST_ROWS = 3
_ROW = compile_pattern(r"(?P<number>\d{1,3})\s+[^\W\d].*\s[\d.,٫٬]*\d\s?%?$")
# a word that is explained: ``Host State: any Contracting Party``
EXPLAINED = compile_pattern(r"[\"'«“(]?[^\W\d_][^.:;؛]{1,60}[^\s.:;؛]\s?:\s\S")
# lines of the page between two names
_ASIDE = ("furniture", "site", "separator", "footnote")


def find_listed(marked: Marked) -> frozenset[int]:
    """Indexes of the lines without a label that are names in a list below a colon."""
    found: set[int] = set()
    index = marked.start
    while index < len(marked.lines):
        if not _leads(marked.lines[index], marked.marks[index]):
            index += 1
            continue
        run = _find_run(marked, index + 1)
        found |= set(run)
        index = max([index, *run]) + 1
    return frozenset(found)


def find_rows(marked: Marked) -> frozenset[int]:
    """Indexes of the lines that are rows of a table: counted from one without a mark, each with a figure last.

    The line right above them that ends no sentence names their columns.
    """
    found: set[int] = set()
    run: list[int] = []
    for index in range(marked.start, len(marked.lines) + 1):
        mark = marked.marks[index] if index < len(marked.lines) else None
        if mark is not None and mark.kind in _ASIDE:
            continue
        row = _ROW.match(marked.lines[index].text) if mark is not None and mark.kind == "text" else None
        if row is not None and int(row.group("number")) == len(run) + 1:
            run.append(index)
            continue
        if len(run) >= _LEAST_ROWS:
            found |= {*run, *_find_columns(marked, run[0] - 1)}
        run = [index] if row is not None and int(row.group("number")) == 1 else []
    return frozenset(found)


def _find_columns(marked: Marked, index: int) -> list[int]:
    """The line above rows, if it names their columns."""
    line, mark = marked.lines[index], marked.marks[index]
    is_text = mark is not None and mark.kind == "text" and not line.candidates
    names = is_text and not line.is_closed and len(line.text.split()) > 1 and not any(map(str.isdigit, line.text))
    return [index] if names and index >= marked.start and len(line.text) <= _LONGEST else []


def find_listed_bullets(marked: Marked) -> frozenset[int]:
    """Indexes of bullets all of which, below one colon, are names: they are no decisions, whatever leads to them."""
    found: set[int] = set()
    for index, line in enumerate(marked.lines):
        if index < marked.start or not _leads(line, marked.marks[index]):
            continue
        run: list[int] = []
        for below in range(index + 1, len(marked.lines)):
            if not _is_bullet(marked.marks[below]) or (run and _form(marked, below) != _form(marked, run[0])):
                break
            run.append(below)
        texts = [marked.lines[place].candidates[0].rest for place in run]
        if len(run) >= _LEAST_NAMES and 2 * sum(is_name(text, line.language) for text in texts) > len(texts):
            found |= set(run)
    return frozenset(found)


def _form(marked: Marked, index: int) -> str:
    return marked.lines[index].candidates[0].label


def _is_bullet(mark: Mark | None) -> bool:
    return mark is not None and mark.label is not None and mark.label.candidate.ordinal is None


def _leads(line: PrintedLine, mark: Mark | None) -> bool:
    return mark is not None and mark.kind in {"text", "label"} and line.text.endswith(":") and line.hint != "table"


def _find_run(marked: Marked, start: int) -> list[int]:
    """The names that begin at a line, without a heading of what follows them; empty where they are none."""
    run: list[int] = []
    end = start
    while end < len(marked.lines):
        mark = marked.marks[end]
        if mark is None or mark.kind not in {"text", *_ASIDE}:
            break
        if mark.kind == "text":
            if not _may_be_name(marked.lines[end]):
                break
            run.append(end)
        end += 1
    if run and end < len(marked.lines) and _heads(marked.lines, run):
        run.pop()
    names = [index for index in run if is_name(marked.lines[index].text, marked.lines[index].language)]
    if len(run) >= _LEAST_NAMES and 2 * len(names) > len(run):
        return run
    # below names in one line stands no name
    return run[:1] if any(_holds_names(marked.lines[index]) for index in run[:1]) else []


def _holds_names(line: PrintedLine) -> bool:
    """Whether a line is all of a list: several names, one behind the other, and nothing else."""
    parts = [part.strip(" .") for part in _PARTS.split(line.text) if part.strip(" .")]
    names = [part for part in parts if is_name(part, line.language)]
    return len(parts) >= _LEAST_IN_LINE and 2 * len(names) > len(parts)


def _may_be_name(line: PrintedLine) -> bool:
    if _holds_names(line):
        return not (line.hint or line.acts or line.participle or line.opens_body)
    is_item = len(line.text) <= _LONGEST and (not line.is_closed or line.text[-1] in ";؛.)")
    says = line.acts or line.participle or line.tells_of_meeting or line.hint in {"heading", "table", "site"}
    return is_item and not (says or line.opens_body or _says(line.plain, line.language))


def _heads(lines: Sequence[PrintedLine], run: Sequence[int]) -> bool:
    """Whether the last line of a run heads what stands below: it is unlike the names above it."""
    last = lines[run[-1]]
    return len(run) > _LEAST_NAMES - 1 and not is_name(last.text, last.language) and not last.is_closed


def _says(text: str, language: Language) -> bool:
    """Whether a text is a sentence: it acts, tells of a meeting, or of those who came."""
    names: tuple[PatternName, ...] = ("act_opening", "body_acts", "attendance")
    acts = any(load_pattern(name, language).match(text) for name in names)
    return acts or find_form("opening_verbs", text, language) is not None


@lru_cache(maxsize=4096)
def is_name(text: str, language: Language) -> bool:
    """Whether a short text names a person, a state, an organisation, or an office with who holds it."""
    if len(text) > _LONGEST or _says(text, language):
        return False
    if load_pattern("person_name", language).match(text) or is_organisation(text, language):
        return True
    named = (find_opening(name, text, language) for name in ("institutions", "organisations"))
    if any(found is not None and found.end() >= _MOSTLY * len(text) for found in named):
        return True
    return bool(find_states(text, language)) or _ACRONYM.search(text) is not None
