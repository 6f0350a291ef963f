"""Which lines of the body are furniture of the page: its running headers, and its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise
from math import inf

from rapidfuzz import fuzz

from oic_reports.resources import load_pattern
from oic_reports.structure.body.addressed import is_salutation
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import PrintedLine, normalise
from oic_reports.structure.lines.sequence import Label

# characters of a line that may be a symbol and no more, and the share of it that the symbol takes
_FURNITURE_LENGTH = 90
_MOSTLY = 0.6
# characters of a title that says enough to be known again, and of a line that is a paragraph rather than a header
_TITLE_REACH = 40
_PROSE = 60
# per cent of likeness from which a line of marks repeats a title
_ALIKE = 80
_CLAUSE_ENDS = (",", ";", "،", "؛")


def find_running_headers(
    lines: Sequence[PrintedLine], body_start: int, labels: Sequence[Label | None], layout: Layout
) -> dict[int, str]:
    """Lines of the body that are page furniture: index to ``annex_label``, ``symbol``, ``title`` or ``page_mark``.

    A line is a running header where it repeats a line before the body, or a short one stands several times between
    paragraphs, or a site put the title there again (``Page 2: TITLE``); a page mark by its form. A printed line is none
    of that inside its page, where text stands both above and below it, nor on the page of what it repeats, nor in a
    table; and no symbol is that ends a sentence begun above.
    """
    # a link above the text leads to where its words stand below
    front = {line.normal for line in lines[:body_start] if line.hint != "link"} - {""}
    front |= {line.normal for line in lines[:body_start] if line.hint == "link"} & _find_several(lines[body_start:])
    head = "".join(line.normal for line in lines[:body_start])
    repeated = front | layout.repeated
    printed = {(line.normal, line.line.page) for line in lines[:body_start]}
    extents = _find_extents(lines, repeated)
    subheads = _find_subheads(lines, body_start, labels, repeated - front)
    found: dict[int, str] = {}
    for index in range(body_start, len(lines)):
        line, before = lines[index], lines[index - 1]
        text = line.text
        if labels[index] is not None or line.is_rule or line.line.number in layout.inner or index in subheads:
            continue
        if is_salutation(line) or _opens_below(lines, index):
            # who speaks says it again and again, and so does a preamble its participles
            continue
        if line.is_page_mark:
            # a number in a cell is the table's, at the foot of a page too
            if line.hint != "table":
                found[index] = "page_mark"
            continue
        symbol = line.symbol if len(text) < _FURNITURE_LENGTH else None
        is_word = " " not in text and not line.is_capital
        is_inside = not line.after_gap and not before.is_closed and (index - 1) not in found
        is_end = not before.is_closed and text.endswith(".") and index - 1 not in found
        # ``(Document No.`` stands above the symbol
        is_end = is_end or (before.ends_open and not line.after_gap) or _ends_bracket(before, line)
        if (
            symbol
            and len(symbol) > _MOSTLY * len(text)
            and not (is_end or (is_inside and _ends_sentence(text, symbol)))
        ):
            found[index] = "symbol"
        elif is_inside and (line.is_small or text.endswith(".")):
            # a sentence that was wrapped alike twice, or that ends with a day of the title
            continue
        elif line.normal not in front and line.front_kind == "place_date" and line.line.box is None:
            # a text that a page prints twice is dated twice
            continue
        elif line.is_closed and len(text) >= _PROSE and not line.names_type:
            # so is a first paragraph that a page sets apart above the text
            continue
        elif (line.ends_open and (not line.after_gap or is_word or _goes_on_anew(lines, index, repeated))) or (
            is_word and is_inside
        ):
            # a word of a sentence that a page breaks behind each few words: ``The`` stands in the title, too; two
            # resolutions of one session open alike, and go on apart
            continue
        elif line.normal in repeated and not _is_of_page(line, printed, extents):
            found[index] = "annex_label" if line.annex else "title"
        elif load_pattern("page_banner", "en").match(text) or _is_continued(text, head):
            found[index] = "title"
    return found


def _opens_below(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the participle, alone on its line, of the sentence that goes on below it."""
    goes_on = index + 1 < len(lines) and lines[index + 1].flow == "continues"
    return goes_on and lines[index].participle is not None and not lines[index].is_closed


def _ends_sentence(text: str, symbol: str) -> bool:
    """Whether a line with a symbol is the end of a sentence that names a document: ``document OIC/CFM-45/2018/2.``."""
    return text.endswith(".") or not text.strip(" *(-–").startswith(symbol[:4])


def _ends_bracket(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line ends the bracket that the one above opened: ``(document`` above ``OIC/CFM-45/2018/2):``."""
    opened = before.text.count("(") > before.text.count(")")
    return opened and line.text.count(")") > line.text.count("(")


def _is_continued(text: str, head: str) -> bool:
    """Whether a line is the title once more, marked as going on: ``FINAL COMMUNIQUÉ (continued)``, ``(تابع)``."""
    bare, marks = load_pattern("continued", "en").subn("", text)
    plain = normalise(bare)
    return (
        bool(marks) and len(plain) >= _TITLE_REACH // 2 and (plain in head or fuzz.partial_ratio(plain, head) > _ALIKE)
    )


def _find_several(lines: Sequence[PrintedLine]) -> set[str]:
    """What stands more than once among lines, as it is compared."""
    return {text for text, times in Counter(line.normal for line in lines).items() if times > 1} - {""}


def _goes_on_anew(lines: Sequence[PrintedLine], index: int, repeated: Collection[str]) -> bool:
    """Whether a line goes on, on lines that repeat with it too, with one that does not, as no running header does."""
    if lines[index].normal not in repeated:
        return False
    for below in islice(lines, index + 1, None):
        if below.after_gap or below.normal not in repeated:
            return not (below.after_gap or below.is_page_mark)
        if not (below.ends_open or below.text.endswith(_CLAUSE_ENDS)):
            return False
    return False


def _find_subheads(
    lines: Sequence[PrintedLine], start: int, labels: Sequence[Label | None], repeated: Collection[str]
) -> set[int]:
    """Headings that stand again in each section, in turn, each above a list: ``Objectives``, ``Measures``.

    What pages have above them stands above other lines as well, and by itself or in one place.
    """
    again = [i for i in range(start, len(lines) - 1) if labels[i] is None and lines[i].normal in repeated]
    heads = [i for i in again if (label := labels[i + 1]) is not None and label.candidate.ordinal in {None, 1}]
    counts, all_counts = Counter(lines[i].normal for i in heads), Counter(lines[i].normal for i in again)
    names = {name for name, number in counts.items() if number > 1 and number == all_counts[name]}
    in_turn = [lines[i].normal for i in heads if lines[i].normal in names]
    is_turn = len(names) > 1 and all(one != two for one, two in pairwise(in_turn))
    return {i for i in heads if lines[i].normal in names} if is_turn else set()


def _is_of_page(
    line: PrintedLine, printed: Collection[tuple[str, int | None]], extents: Mapping[int | None, tuple[float, float]]
) -> bool:
    """Whether a printed line is of its page's text: in a table, on the page of what it repeats, or inside the text."""
    box = line.line.box
    if box is None:
        return False
    lowest_first, highest_last = extents.get(line.line.page, (inf, -inf))
    is_inside = lowest_first <= box.top and highest_last >= box.bottom
    return is_inside or line.hint == "table" or (line.normal, line.line.page) in printed


def _find_extents(lines: Sequence[PrintedLine], repeated: Collection[str]) -> Mapping[int | None, tuple[float, float]]:
    """By page, the bottom of its highest line of text and the top of its lowest one, in points from the top.

    Furniture, and lines that repeat, are no text here.
    """
    extents: dict[int | None, tuple[float, float]] = {}
    for line in lines:
        box = line.line.box
        if box is not None and not _is_aside(line, repeated):
            bottom, top = extents.get(line.line.page, (inf, -inf))
            extents[line.line.page] = min(bottom, box.bottom), max(top, box.top)
    return extents


def _is_aside(line: PrintedLine, repeated: Collection[str]) -> bool:
    is_furniture = line.hint in {"page_mark", "running_header", "footnote"} or line.is_page_mark or line.is_rule
    return is_furniture or line.symbol is not None or line.normal in repeated
