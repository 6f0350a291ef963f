"""Which numbers hang on a sentence that leads to them, and which bullets are what a meeting did: told by their sense.

Where paragraphs have no number, a short list of numbers among them is part of the paragraph above it, not the report's
numbering; and bullets in most of which the meeting acts are its paragraphs, whatever stands above them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from oic_reports.resources import load_pattern
from oic_reports.structure.body.deciding import goes_on_in_items, says_decisions_follow
from oic_reports.structure.body.listed import EXPLAINED, is_name
from oic_reports.structure.body.marking import Mark, Marked
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.printed_lines import PrintedLine

# bullets that act by chance; characters of an item that is a name
_LEAST_ACTING = 2
_NAME = 80
# characters of an item that is a sentence, and the marks that end one
_SENTENCE = 40
_STOPS = ".؟?!"
# names that are a list whatever stands above them
_LEAST_NAMES = 3
# lines of the page between two items
_ASIDE = ("furniture", "site", "separator", "footnote")


def find_hanging_numbers(marked: Marked) -> frozenset[int]:
    """Indexes of the lines whose numbers, though nothing around them has any, are items below a colon.

    The line above leads to them and decides nothing, no item acts, and they are names, or what the meeting did stands
    without a number below them or as bullets above them. Or they stand in one of several bullets, or are names of
    states and persons, one below the other, or, in a text of articles, names or words that are explained below a colon.
    """
    runs = list(_find_runs(marked))
    hanging = [run for run in runs if _hangs(marked, run)]
    articles = [index for index, line in enumerate(marked.lines) if line.is_article]
    if len(hanging) < len(runs):
        # one list of the report's own numbers is its numbering; each article has its own
        hanging = [run for run in hanging if articles and run[0] > articles[0] and _are_short(marked, run)]
    hanging += [run for run in runs if _are_names(marked, run) or _explains(marked, run, articles)]
    return frozenset(index for run in hanging for index in run)


def _find_runs(marked: Marked) -> Iterator[list[int]]:
    """The report's own numbers, from each 1 on."""
    run: list[int] = []
    for index, mark in enumerate(marked.marks):
        if mark is None or mark.kind != "label" or mark.label is None:
            continue
        candidate = mark.label.candidate
        if not is_number(candidate) or mark.label.depth:
            continue
        if candidate.ordinal == 1 and run:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _hangs(marked: Marked, run: Sequence[int]) -> bool:
    lines, marks = marked.lines, marked.marks
    items = [lines[index] for index in run]
    if _stands_among_bullets(marked, run):
        return True
    above = next((lines[i] for i in range(run[0] - 1, marked.start - 1, -1) if _is_text(marks[i])), None)
    if above is None or not above.text.endswith(":") or items[0].candidates[0].ordinal != 1:
        return False
    if (_decides(above) and not _leads_to_agenda(above)) or any(item.tells_act or _speaks(item) for item in items):
        return False
    names = all(len(item.text) <= _NAME and not item.is_closed and not _orders(item) for item in items)
    has_acted = any(_acts_as_bullet(lines[i], marks[i]) for i in range(marked.start, run[0]))
    acts = load_pattern("body_acts", above.language)
    acts_below = any(
        mark is not None and mark.kind == "text" and acts.match(line.plain)
        for line, mark in zip(lines[run[-1] + 1 :], marks[run[-1] + 1 :], strict=True)
    )
    return names or has_acted or acts_below


def _are_short(marked: Marked, run: Sequence[int]) -> bool:
    """Whether items are no more than names, one below the other: ``Standing Committees``."""
    items = [marked.lines[index] for index in run]
    is_whole = [i for i in range(run[0], run[-1] + 1) if _is_text(marked.marks[i])] == list(run)
    return is_whole and all(len(item.text) <= _NAME and not item.is_closed and not _orders(item) for item in items)


def _are_names(marked: Marked, run: Sequence[int]) -> bool:
    """Whether items are names of states, persons or bodies, one below the other, below a line of the text."""
    above = next((i for i in range(run[0] - 1, marked.start - 1, -1) if marked.marks[i] is not None), None)
    if len(run) < _LEAST_NAMES or above is None or not _is_text(marked.marks[above]) or not _are_short(marked, run):
        return False
    items = [marked.lines[index] for index in run]
    names = sum(is_name(item.candidates[0].rest, item.language) for item in items)
    return items[0].candidates[0].ordinal == 1 and 2 * names > len(items)


def _explains(marked: Marked, run: Sequence[int], articles: Sequence[int]) -> bool:
    """Whether items, below the colon of an article, explain words: ``Court: the Islamic Court of Justice``."""
    above = next((marked.lines[i] for i in range(run[0] - 1, -1, -1) if _is_text(marked.marks[i])), None)
    if above is None or not above.text.endswith(":") or not articles or run[0] < articles[0]:
        return False
    rests = [marked.lines[index].candidates[0].rest for index in run]
    return len(run) >= _LEAST_ACTING and all(EXPLAINED.match(rest) for rest in rests)


def _stands_among_bullets(marked: Marked, run: Sequence[int]) -> bool:
    """Whether numbers are a list within a bullet: alone between it and the next of its form, and none of them acts."""
    inside = [i for i in range(run[0], run[-1] + 1) if _is_text(marked.marks[i])]
    before = next((i for i in range(run[0] - 1, marked.start - 1, -1) if _is_text(marked.marks[i])), None)
    after = next((i for i in range(run[-1] + 1, len(marked.lines)) if _is_text(marked.marks[i])), None)
    if inside != list(run) or before is None or after is None:
        return False
    above, below = marked.lines[before], marked.lines[after]
    forms = {line.candidates[0].shape if line.candidates else "" for line in (above, below)}
    is_bullet = above.candidates and below.candidates and above.candidates[0].ordinal is None
    items = [marked.lines[index] for index in run]
    acts = any(item.tells_act or _speaks(item) or _orders(item) for item in items)
    return bool(is_bullet) and len(forms) == 1 and not acts and not items[-1].text.endswith(":")


def _is_text(mark: Mark | None) -> bool:
    return mark is not None and mark.kind in {"text", "label"}


def _leads_to_agenda(line: PrintedLine) -> bool:
    """Whether a line leads to the items of an agenda, and not from its discussion to what was decided.

    ``Having discussed its agenda, the Committee arrived at the following:``.
    """
    named, arrives = (load_pattern(name, line.language) for name in ("agenda_named", "arrives"))
    return named.search(line.text) is not None and arrives.search(line.text) is None


def _decides(line: PrintedLine) -> bool:
    """Whether a line leads to what is decided: ``decided as follows:``, ``The Conference:``."""
    text, language = line.text, line.language
    if says_decisions_follow(text, language):
        return True
    is_short = all(load_pattern(name, language).match(text) for name in ("deciding_line", "speaks"))
    return is_short and not goes_on_in_items(text, language)


def _speaks(item: PrintedLine) -> bool:
    return load_pattern("first_person", item.language).match(item.candidates[0].rest) is not None


def _orders(item: PrintedLine) -> bool:
    """Whether an item begins with what a body does: ``Invite …``."""
    return load_pattern("act_opening", item.language).match(item.candidates[0].rest) is not None


def _acts_as_bullet(line: PrintedLine, mark: Mark | None) -> bool:
    return mark is not None and mark.label is not None and mark.label.candidate.ordinal is None and line.tells_act


def find_acting_bullets(marked: Marked, hanging: frozenset[int]) -> frozenset[str]:
    """Shapes of bullets of which most tell what the meeting did, in a text without numbers of its own.

    Args:
        marked: the lines of the document.
        hanging: lines whose numbers are not the report's own.
    """
    all_of: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    for index, mark in enumerate(marked.marks):
        if mark is None or mark.kind != "label" or mark.label is None:
            continue
        candidate = mark.label.candidate
        if candidate.ordinal is not None:
            if is_number(candidate) and index not in hanging:
                return frozenset()
            continue
        all_of[candidate.shape] += 1
        acting[candidate.shape] += marked.lines[index].tells_act
    return frozenset(form for form, count in acting.items() if count >= _LEAST_ACTING and 2 * count > all_of[form])


def find_headed_bullets(marked: Marked, index: int) -> frozenset[int]:
    """The bullets from ``index`` on, right below a heading, if they are its paragraphs; none where they are a list.

    Nothing leads to them, and most of them act or are sentences that a full stop ends.
    """
    shape = marked.lines[index].candidates[0].shape
    ends: dict[int, PrintedLine] = {}
    item, last = index, marked.lines[index]
    for below in range(index, len(marked.lines)):
        line, mark = marked.lines[below], marked.marks[below]
        if mark is None or mark.kind in _ASIDE:
            continue
        is_item = mark.label is not None and mark.label.candidate.shape == shape
        if not is_item and (mark.kind != "text" or (line.after_gap and last.is_closed)):
            break
        item = below if is_item else item
        ends[item] = last = line
    paragraphs = [start for start, end in ends.items() if _is_paragraph(marked.lines[start], end)]
    return frozenset(ends) if 2 * len(paragraphs) > len(ends) else frozenset()


def _is_paragraph(item: PrintedLine, end: PrintedLine) -> bool:
    """Whether an item acts, or is a whole sentence; ``end`` is its last line."""
    if item.tells_act or _speaks(item) or _orders(item):
        return True
    return end.text[-1] in _STOPS and len(item.text) > _SENTENCE and bool(item.candidates[0].rest)
