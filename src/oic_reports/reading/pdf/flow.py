"""Where paragraphs begin: by gaps, by indents, by lines that end early, and across pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.table_lines import mark_tables

# usual line distances of a gap; font sizes of an indent and of a space; share of a size that is another; shares of a
# width by which a centred line is off and in; share of a line above another
_GAP = 1.3
_INDENT = 0.8
_SPACE = 0.3
_SIZE = 0.12
_CENTRED = 0.06
_ASIDE = 0.07
_OVERLAP = 0.7
# lines that are enough to tell; one odd one in so many; line distances of a clear gap; points of one edge; shares of
# lines that end at one edge; points of an aligned line; shares of a width that are room, and that a
# line of ragged text leaves at most
_ENOUGH = 3
_ODD_ONES = 8
_CLEARLY = 1.12
_EDGE_WIDTH = 1.5
_JUSTIFIED = 0.3
_SHARED = 0.15
_ALIGNED = 1.5
_ROOM = 0.02
_RAGGED = 0.25
# share of a width that a heading takes at most, and that no indent takes
_SHORT = 0.5
_NO_INDENT = 0.3
# line distances from which a gap may part paragraphs; how far such gaps differ, and the share of them that are
# alike, and that stand below the end of a sentence
_WIDER = 1.08
# font sizes from one line of a title to the next, at least
_TITLE_LEAD = 1.5
_SCATTER = 0.05
_MOSTLY = 0.8
_SENTENCE_END = re.compile(r"[.!?؟:;؛…][\"'»”’)\]]*$")
_WORD_END = re.compile(r"\w$")
_LABEL = re.compile(r"[\s(\-–—]*(?:[\d٠-٩]{1,3}|[a-zA-Zأ-ي]|[ivx]{1,5})\s?[.):/\-–—]")


def mark_flow(pages: Sequence[list[PageLine]]) -> None:
    """Give ``flow`` to the lines of the text: ``starts``, ``continues``, or None where geometry does not tell.

    Rows of tables whose cells wrap are laid out anew, cell by cell.
    """
    for page in pages:
        _put_tables(page)
    lines = [line for page in pages for line in page if line.hint is None]
    _settle_margins(lines)
    _find_full(lines)
    leads = _find_leads(lines)
    hanging = _is_hanging(lines)
    ragged = _find_ragged(lines)
    title_lead = _find_title_lead(lines, leads)
    gap, spaced = _find_gap(lines, leads)
    set_in = _find_set_in(lines)
    before: PageLine | None = None
    for line in lines:
        if before is None:
            line.flow = "starts"
        elif line.joins:
            line.flow = "continues"
        else:
            line.flow = _decide(
                before,
                line,
                leads,
                gap,
                title_lead,
                is_hanging=hanging,
                is_spaced=spaced,
                has_indents=line.margins not in ragged,
                is_set_in=(line.margins, _place(line)) in set_in,
            )
        before = line


def _put_tables(page: list[PageLine]) -> None:
    """Mark the tables of a page; lines that are none of the text stay where they are."""
    laid_out: list[PageLine] = []
    plain: list[PageLine] = []
    for line in page:
        if line.hint is None:
            plain.append(line)
        else:
            laid_out += [*mark_tables(plain), line]
            plain = []
    page[:] = laid_out + mark_tables(plain)


def _start(line: PageLine) -> float:
    """How far a line begins from the start edge of its column, in points."""
    left, right = line.margins
    return right - line.right if line.is_rtl else line.left - left


def _room(line: PageLine) -> float:
    """How much room is left at the end of a line, in points."""
    left, right = line.margins
    return line.left - left if line.is_rtl else right - line.right


def _width(line: PageLine) -> float:
    left, right = line.margins
    return max(right - left, 1.0)


def is_centred(line: PageLine) -> bool:
    """Whether a line stands in the middle of its column, with room on both sides."""
    left, right = line.margins
    width = max(right - left, 1.0)
    before, after = line.left - left, right - line.right
    return abs(before - after) < _CENTRED * width and min(before, after) > _ASIDE * width


def _is_even(line: PageLine) -> bool:
    """Whether as much room is left before a line as after it: it is centred, or full."""
    left, right = line.margins
    return abs((line.left - left) - (right - line.right)) < _CENTRED * max(right - left, 1.0)


def _begins_text(title: PageLine, line: PageLine) -> bool:
    """Whether a full line below a centred one is no more of the title: that is in capitals, or this a sentence."""
    is_sentence = bool(_SENTENCE_END.search(line.text)) and not _SENTENCE_END.search(title.text)
    is_capital = title.text.isupper() and not line.text.isupper()
    return is_centred(title) and not is_centred(line) and (is_capital or is_sentence)


def _is_middle(line: PageLine) -> bool:
    """Whether a line may be one of a centred block: as much room before it as after it, and some."""
    left, right = line.margins
    before, after = line.left - left, right - line.right
    return abs(before - after) < _ROOM * (right - left) < min(before, after)


def _settle_margins(lines: Sequence[PageLine]) -> None:
    """Give each line the edges of its column, as the body text of all pages has them.

    Columns at one place are one: the last page may hold short lines only; one that stands beside another is none with
    text over the whole page, nor is that of a page of another breadth. Where many lines end at one place (justified
    text) that is the edge, whatever a table or a heading does beyond; else the longest line tells.
    """
    beside = _find_beside(lines)
    # pages of one breadth, and columns that stand beside others, are compared with their like
    columns: dict[tuple[tuple[bool, int], float, float], list[PageLine]] = defaultdict(list)
    for line in lines:
        kind = ((line.page, line.region) in beside, round(line.page_width))
        columns[kind, *line.margins].append(line)
    widest: dict[tuple[tuple[bool, int], float, float], list[PageLine]] = {}
    for kind, left, right in sorted(columns, key=lambda margins: (margins[1] - margins[2], margins)):
        for (other_kind, other_left, other_right), members in widest.items():
            shared = min(right, other_right) - max(left, other_left)
            if kind == other_kind and shared >= _OVERLAP * (right - left):
                members.extend(columns[kind, left, right])
                break
        else:
            widest[kind, left, right] = list(columns[kind, left, right])
    for members in widest.values():
        left = -_find_edge([-line.left for line in members])
        right = _find_edge([line.right for line in members])
        for line in members:
            line.margins = (left, right)


def _find_beside(lines: Sequence[PageLine]) -> set[tuple[int, int]]:
    """Page and region of the columns that stand beside another one."""
    regions: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        regions[line.page, line.region].append(line)
    places = {
        key: (min(line.baseline for line in members), max(line.baseline for line in members), *members[0].margins)
        for key, members in regions.items()
    }
    by_page: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key in places:
        by_page[key[0]].append(key)
    return {
        key
        for keys in by_page.values()
        for key in keys
        if any(_are_beside(places[key], places[other]) for other in keys if other != key)
    }


def _are_beside(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two blocks (top, bottom, left, right) share heights and no breadth."""
    return max(a[0], b[0]) <= min(a[1], b[1]) and (a[3] <= b[2] or b[3] <= a[2])


def _find_full(lines: Sequence[PageLine]) -> None:
    """Mark the lines that end where a good part of their column's lines do: justified blocks may differ in width."""
    columns: dict[tuple[float, float], Counter[int]] = defaultdict(Counter)
    for line in lines:
        columns[line.margins][_end(line)] += 1
    for line in lines:
        ends = columns[line.margins]
        alike = sum(ends[_end(line) + step] for step in (-1, 0, 1))
        line.is_full = alike > _ENOUGH and alike >= _SHARED * ends.total()


def _end(line: PageLine) -> int:
    """Where a line ends, in steps of a point and a half."""
    return round((line.left if line.is_rtl else line.right) / _EDGE_WIDTH)


def _find_edge(ends: list[float]) -> float:
    """The edge on the right of some lines: where a good part of them ends, else where the longest does."""
    counts = Counter(round(end / _EDGE_WIDTH) for end in ends)
    place, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
    there = [end for end in ends if abs(end / _EDGE_WIDTH - place) <= 1]
    return max(there) if len(there) >= _JUSTIFIED * len(ends) and len(there) > _ENOUGH else max(ends)


def _find_leads(lines: Sequence[PageLine]) -> dict[tuple[int, bool], float]:
    """The usual distance between lines of one paragraph, by font size (in half points) and direction.

    Of one pair of lines nobody knows whether they are of one paragraph: small ones stand as far apart as larger ones
    do for their size.
    """
    gaps: dict[tuple[int, bool], list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if _is_below(before, line) and _are_alike(before, line):
            gaps[_kind(line)].append(line.baseline - before.baseline)
    leads = {kind: _lowest_usual(values) for kind, values in gaps.items()}
    usual = {kind[1]: kind for kind, values in sorted(gaps.items(), key=lambda item: len(item[1])) if len(values) > 1}
    for (size, is_rtl), values in gaps.items():
        model = usual.get(is_rtl)
        if len(values) == 1 and model is not None and size < model[0]:
            leads[size, is_rtl] = min(values[0], leads[model] * size / model[0])
    return leads


def _find_title_lead(lines: Sequence[PageLine], leads: dict[tuple[int, bool], float]) -> float:
    """How many font sizes apart the lines of a centred title stand at most: no further than those of the text do.

    Titles of their own, one below the other (a chapter, and its first article), would else tell their own distance.
    """
    kinds = Counter(_kind(line) for line in lines if not is_centred(line))
    usual = [2 * leads[kind] / kind[0] for kind, _ in kinds.most_common(1) if kind in leads and kind[0]]
    return max([_TITLE_LEAD, *usual])


def _are_alike(before: PageLine, line: PageLine) -> bool:
    """Whether two lines are of one size."""
    return abs(before.size - line.size) <= _SIZE * max(before.size, line.size)


def _kind(line: PageLine) -> tuple[int, bool]:
    """Size and direction of a line: Arabic fonts stand further apart than Latin ones of their size."""
    return round(line.size * 2), line.is_rtl


def _lowest_usual(values: list[float]) -> float:
    """The smallest gap that occurs often: paragraphs stand further apart than lines do."""
    counts = Counter(round(value * 2) / 2 for value in values)
    often = [value for value, number in counts.items() if number >= max(2, 0.15 * len(values))]
    near = min(often) if often else min(values)
    return median([value for value in values if abs(value - near) <= max(1.0, 0.06 * near)])


def _is_below(before: PageLine, line: PageLine) -> bool:
    same = before.page == line.page and before.region == line.region
    return same and 0 < line.baseline - before.baseline < 6 * line.size


def _is_hanging(lines: Sequence[PageLine]) -> bool:
    """Whether paragraphs begin further out than they go on (labels in the margin), not further in.

    A paragraph goes on after a full line: the steps at such places tell.
    """
    inwards = outwards = 0
    for before, line in pairwise(lines):
        if not _is_below(before, line) or _is_middle(before) or _is_middle(line) or _ends_early(before, line):
            continue
        step = _start(line) - _start(before)
        if abs(step) > _INDENT * line.size:
            inwards, outwards = inwards + (step > 0), outwards + (step < 0)
    return inwards >= outwards


def _find_ragged(lines: Sequence[PageLine]) -> set[tuple[float, float]]:
    """The columns whose lines begin anywhere and end at one edge: Arabic that was set flush left has no indents."""
    columns: dict[tuple[float, float], list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.margins].append(line)
    found = set()
    for margins, members in columns.items():
        starts = Counter(round(_start(line) / _EDGE_WIDTH) for line in members)
        ends = Counter(round(_room(line) / _EDGE_WIDTH) for line in members)
        most, ended = (
            max(edge[place] + edge[place + 1] for place in range(min(edge) - 1, max(edge) + 1))
            for edge in (starts, ends)
        )
        if len(members) > _ODD_ONES and most < _JUSTIFIED * len(members) and ended > 2 * most:
            found.add(margins)
    return found


def _place(line: PageLine) -> int:
    """Where a line begins, in steps of a point and a half from the start edge of its column."""
    return round(_start(line) / _EDGE_WIDTH)


def _find_set_in(lines: Sequence[PageLine]) -> set[tuple[tuple[float, float], int]]:
    """The places (with their column) at which several lines begin: those are set in there, and in no middle."""
    places = Counter((line.margins, _place(line)) for line in lines)
    return {place for place, number in places.items() if number > _ENOUGH}


def _find_gap(lines: Sequence[PageLine], leads: dict[tuple[int, bool], float]) -> tuple[float, bool]:
    """From how many usual distances on a gap parts paragraphs, and whether all paragraphs are set apart by gaps.

    Lines that begin with a label tell: where nearly all of them stand further down, the limit lies halfway between them
    and the lines that go on with a sentence (a Latin word makes an Arabic line taller). Else a small gap does that
    several lines have, nearly all of them below the end of a paragraph. Else several lines that follow an early end do.
    """
    inside: list[float] = []
    labelled: list[float] = []
    early: list[float] = []
    apart = together = 0
    wide: list[tuple[float, bool]] = []
    for before, line in pairwise(lines):
        lead = leads.get(_kind(line))
        if not lead or not _is_below(before, line) or not _are_alike(before, line):
            continue
        step = (line.baseline - before.baseline) / lead
        if _LABEL.match(line.text):
            labelled.append(step)
        elif _is_unfinished(before, line):
            inside.append(step)
        if _WIDER < step <= _GAP:
            wide.append((step, _is_finished(before, line)))
        if not is_centred(before) and _ends_early(before, line):
            early.append(step)
            apart, together = apart + (step > _GAP), together + (step <= _GAP and not _is_ragged(before))
    least = sorted(labelled)[len(labelled) // _ODD_ONES] if labelled else 0.0
    if len(labelled) > _ENOUGH and least > _CLEARLY:
        most = max((step for step in inside if step < least), default=1.0)
        limit = min(_GAP, (max(most, 1.0) + least) / 2)
        return limit, min(labelled) > limit
    small = _find_small_gap(wide)
    if small is not None:
        return small, sum(step > small for step in early) > 4 * sum(step <= small for step in early)
    return _GAP, apart >= _ENOUGH and apart > 4 * together and 2 * apart > len(early)


def _is_short(line: PageLine) -> bool:
    return line.right - line.left < _SHORT * _width(line)


def _is_unfinished(before: PageLine, line: PageLine) -> bool:
    """Whether a line breaks off in a sentence, where the next word did not fit."""
    is_sentence = bool(_WORD_END.search(before.text)) and not _is_short(before)
    return is_sentence and not _ends_early(before, line)


def _is_finished(before: PageLine, line: PageLine) -> bool:
    """Whether a paragraph may end with a line: a sentence does, or the line is short, or the next word would fit."""
    return bool(_SENTENCE_END.search(before.text)) or _is_short(before) or _ends_early(before, line)


def _find_small_gap(wide: Sequence[tuple[float, bool]]) -> float | None:
    """The limit of a gap hardly wider than a line distance, from such steps and whether a paragraph may end above.

    It is one gap, to a twentieth; what scatters is the work of raised signs and tall letters.
    """
    if len(wide) < _ENOUGH:
        return None
    usual = median([step for step, _ in wide])
    alike = [is_end for step, is_end in wide if abs(step - usual) < _SCATTER * usual]
    if len(alike) < max(_ENOUGH, _MOSTLY * len(wide)) or sum(alike) < _MOSTLY * len(alike):
        return None
    return (1 + usual) / 2


def _ends_early(before: PageLine, line: PageLine) -> bool:
    """Whether the first word of a line would have fitted at the end of the one before it."""
    return not before.is_full and _room(before) > line.first_word + _SPACE * line.size


def _is_ragged(before: PageLine) -> bool:
    """Whether a line may go on though the next word would have fitted: the text is not justified, and not by much."""
    return not _SENTENCE_END.search(before.text) and _room(before) < _RAGGED * _width(before)


def _find_lead(before: PageLine, line: PageLine, leads: dict[tuple[int, bool], float]) -> float:
    """The usual distance between two lines of a paragraph.

    Headings of a size of their own stand only beside other lines: the distance to these is none inside a paragraph.
    """
    lead = leads.get(_kind(line), 1.6 * line.size)
    if _kind(before) == _kind(line) or not before.size:
        return lead
    return min(lead, leads.get(_kind(before), lead) * line.size / before.size)


def _decide(
    before: PageLine,
    line: PageLine,
    leads: dict[tuple[int, bool], float],
    gap: float,
    title_lead: float,
    *,
    is_hanging: bool,
    is_spaced: bool,
    has_indents: bool,
    is_set_in: bool,
) -> str | None:
    if line.opens or not _are_alike(before, line):
        return "starts"
    ends_early = _ends_early(before, line)
    if not _is_below(before, line):
        if is_centred(before) != (is_centred(line) and not is_set_in):
            return "starts"
        if ends_early:
            return "starts"
        # no paragraph begins with a small letter, but an item of a list does
        return "continues" if line.text[:1].islower() and not _LABEL.match(line.text) else None
    lead = _find_lead(before, line, leads)
    if is_centred(before) and is_centred(line):
        lead = min(lead, title_lead * line.size)
    if line.baseline - before.baseline > gap * lead:
        return "starts"
    # lines that begin at one place, of which not both stand in the middle, are an indented paragraph
    is_aligned = abs(_start(line) - _start(before)) <= _ALIGNED
    is_middle = is_centred(line) and not is_set_in
    if (is_centred(before) and not (is_aligned and not is_middle)) or (is_middle and not is_aligned):
        is_title = _is_even(before) and _is_even(line) and not _begins_text(before, line)
        return None if is_title else "starts"
    if _start(before) > _NO_INDENT * _width(before) and not is_aligned:
        # a short line that was set flush to the end of the lines (a name, a day): it is no part of a wrapped paragraph
        return "starts"
    if ends_early:
        if not is_spaced:
            return "starts"
        return "continues" if _WORD_END.search(before.text) and _is_ragged(before) else None
    step = _start(line) - _start(before)
    if has_indents and abs(step) > _INDENT * line.size:
        if is_spaced and not _LABEL.match(line.text):
            # nothing parts paragraphs but gaps: first lines may be set in, and items hang
            return "continues"
        return "continues" if (step > 0) == is_hanging else "starts"
    return "continues"
