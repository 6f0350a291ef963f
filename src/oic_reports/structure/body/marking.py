"""What each line of a document is, decided one rule after another; the first rule that claims a line names it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from oic_reports.language.dates import find_dates
from oic_reports.resources import load_pattern
from oic_reports.structure.body.beside_text import find_counts, find_page_marks, find_reading_times
from oic_reports.structure.body.body_start import find_body_start, names_section
from oic_reports.structure.body.counted_headers import find_counted_headers
from oic_reports.structure.body.declaring import find_declaring, find_numbered_lead
from oic_reports.structure.body.running_headers import find_running_headers
from oic_reports.structure.body.tail import (
    find_edges,
    find_formula,
    find_page_end,
    find_press_notes,
    find_site_lines,
    find_tail,
)
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.headings import find_heading_label, find_labelled_headings, is_index_heading
from oic_reports.structure.lines.layout import Layout, has_room
from oic_reports.structure.lines.notes import find_marked_notes
from oic_reports.structure.lines.numbering import Candidate, is_number
from oic_reports.structure.lines.outline import find_plain_headings
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.sequence import Entry, Label, decide_labels
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.page.hosted import find_hosted_head
from oic_reports.structure.page.indexes import find_contents, find_index, is_numbered_title
from oic_reports.structure.page.letter import Letter, find_letter
from oic_reports.structure.page.listed_headings import find_contents_headings, find_links
from oic_reports.structure.page.press import find_press_lead

Kind = Literal[
    "site",
    "letter",
    "letter_head",
    "lead",
    "furniture",
    "front",
    "footnote",
    "heading",
    "label",
    "closing",
    "signature",
    "annex",
    "annex_title",
    "contents",
    "separator",
    "excerpt",
    "text",
]
_ASIDE_HINTS = ("running_header", "page_mark", "footnote")
_NO_HEADER = ("page_mark", "title")
# characters of a closed line that is a sentence: ``Final Communiqué.`` is none
_SENTENCE_LENGTH = 25
# lines of an item, below which the next one stands
_ITEM_LINES = 4
# lines below a cut in which numbers may begin anew
_CUT_REACH = 15
# lines below a text among which the heading of its participants stands, and names below it
_ASIDE_REACH = 6
_LEAST_NAMES = 2
# rules by which a heading is one of several that part a text
SECTION_RULES = ("labelled heading", "heading of a series")
# characters of a heading, and of a title
_HEADING_LENGTH = 90
_TITLE_LENGTH = 160


@dataclass(slots=True)
class Mark:
    """What a line is, the rule that said so, and what goes with it: a label, a subrole, whether it goes on."""

    kind: Kind
    rule: str
    label: Label | None = None
    subrole: str | None = None
    goes_on: bool = False


@dataclass(slots=True)
class Marked:
    """The lines of a document with their marks; ``start`` and ``last`` are the first and last lines of the body.

    ``declaring`` is the line that leads from a numbered preamble to what is declared, if there is one;
    ``lead`` the last line of a numbered paragraph that leads to the numbers below it;
    ``participants`` is the heading of the list of those who came, below the text;
    ``has_listed_headings``: the contents are the headings of the text, one a line, without pages.
    """

    lines: Sequence[PrintedLine]
    marks: list[Mark | None] = field(default_factory=list)
    start: int = 0
    last: int = 0
    declaring: int | None = None
    lead: int | None = None
    participants: int | None = None
    has_listed_headings: bool = False

    def lists_participant(self, index: int) -> bool:
        """Whether a line is of the list of those who came, or its heading."""
        return self.participants is not None and self.participants <= index <= self.last

    def claim(self, indexes: Iterable[int], kind: Kind, rule: str, **more: object) -> None:
        """Mark the lines that no rule before has claimed."""
        for index in indexes:
            if self.marks[index] is None:
                self.marks[index] = Mark(kind, rule, **more)  # type: ignore[arg-type]

    def find(self, *kinds: Kind) -> set[int]:
        """Indexes of the lines of these kinds."""
        return {i for i, mark in enumerate(self.marks) if mark is not None and mark.kind in kinds}


def mark_lines(lines: Sequence[PrintedLine], layout: Layout) -> Marked:
    """Every line of one document with its mark."""
    marked = Marked(lines, [None] * len(lines))
    _mark_outside(marked, find_letter(lines, layout.language))
    lead = None if marked.find("letter") else find_press_lead(lines, layout.language)
    if lead is not None:
        marked.claim((i for i in range(lead + 1) if not _is_title(lines[i])), "lead", "press lead")
    contents, repeated = _mark_contents(marked)
    aside = marked.find("site", "letter", "letter_head", "annex", "lead", "contents")
    headings = find_labelled_headings(lines, aside)
    plain_headings = find_plain_headings(lines, aside | set(headings))
    notes = find_marked_notes(lines)
    noted = {i for i, line in enumerate(lines) if line.hint in _ASIDE_HINTS} | set(notes)
    cuts = [i for i, line in enumerate(lines) if line.is_excerpt_mark]
    titles = {i for i in range(len(lines)) if is_numbered_title(lines, i)}
    sections = set(headings) | plain_headings
    skipped = aside | noted | titles | sections
    entries = [_entry(lines, i, layout, cuts, skip=i in skipped) for i in range(len(lines))]
    # numbers begin anew below a heading
    marked.declaring, marked.lead = find_declaring(lines), find_numbered_lead(lines)
    restarts = _find_restarts(lines, entries)
    restarts |= set() if marked.declaring is None else {marked.declaring}
    headed = {i + 1 for i, line in enumerate(lines[:-1]) if _heads_decisions(line)}
    _mark_sections(entries, sections, restarts, headed)
    labels = decide_labels(entries)
    start = find_body_start(lines, labels, layout.language, skipped=aside | noted)
    if _may_have_page_end(lines, layout):
        below = find_page_end(lines, labels, start) | find_press_notes(lines, labels, start)
        marked.claim(sorted(below - set(notes)), "site", "page end")
    listed = find_contents_headings(lines, contents) if contents else frozenset()
    is_headed = start > 1 and names_section(lines[start - 1]) and marked.marks[start - 1] is None
    if (
        start - 1 in sections
        or start - 1 in listed
        or is_headed
        or (lead is not None and start - 1 > lead and _heads_extract(lines, start - 1))
        or _heads_later_number(lines, labels, start)
    ):
        start -= 1
    formula = find_formula(lines, labels, start)
    end = len(lines) if formula is None else formula
    marked.start, marked.last = start, _find_last(lines[:end], labels, start, marked.find("site"))
    _take_participants(marked, end)
    marked.claim(sorted(find_edges(lines, start, marked.last) - set(notes)), "site", "residue")
    for index, begins in notes.items():
        marked.claim([index], "footnote", "marked note", goes_on=not begins)
    for index, line in enumerate(lines):
        if line.hint == "footnote":
            marked.claim([index], "footnote", "printed note", goes_on=line.flow == "continues")
    if not contents and find_index(lines) is None:
        marked.claim((i for i in range(start) if is_index_heading(lines[i].text)), "site", "link to an index")
    _mark_furniture(marked, labels, layout, repeated)
    _mark_above(marked)
    for index, candidate in headings.items():
        marked.claim([index], "heading", SECTION_RULES[0], label=Label(candidate, 0))
    marked.claim((i for i in plain_headings if i >= start), "heading", SECTION_RULES[1])
    marked.claim([start] if is_headed else [], "heading", "name of the first section")
    for index in sorted(listed):
        marked.claim([index], "heading", "row of the contents", label=find_heading_label(lines[index]))
    for index, label in enumerate(labels[: marked.last + 1]):
        if label is not None:
            marked.claim([index], "label", "numbering", label=label)
    _mark_rest(marked, formula, layout)
    return marked


def _take_participants(marked: Marked, end: int) -> None:
    """The list of those who came, right below the text, is of the body, as far as no line of a site ends it."""
    lines, site = marked.lines, marked.find("site")
    first = _find_participants(lines, marked.last)
    if first is None:
        return
    below = range(first + 1, end)
    persons = [i for i in below if load_pattern("person_name", lines[i].language).match(lines[i].text)]
    # ``Member States`` is a link of many sites, and heads those who came, too
    sure = max(persons, default=first)
    ending = next((i for i in below if i > sure and (i in site or lines[i].is_residue)), end)
    if ending > first + 1:
        marked.participants, marked.last = first, ending - 1


def _find_participants(lines: Sequence[PrintedLine], last: int) -> int | None:
    """The heading of the list of participants right below the last line of a text; None where nothing does."""
    for index in range(last + 1, min(last + 1 + _ASIDE_REACH, len(lines) - _LEAST_NAMES)):
        if load_pattern("participants_heading", lines[index].language).match(lines[index].plain):
            return index
    return None


def _mark_sections(entries: list[Entry], sections: set[int], restarts: set[int], headed: set[int]) -> None:
    """Let the numbering know where headings, articles and what is decided begin."""
    for i in sections | {i + 1 for i in sections if i + 1 < len(entries)} | restarts | headed:
        entries[i] = replace(
            entries[i],
            is_section=i in sections,
            starts=entries[i].starts or i - 1 in sections,
            # a heading with a colon leads to no list
            opens=entries[i].opens and i - 1 not in sections,
            parts=i in restarts,
            is_headed=i in headed,
        )


def _mark_above(marked: Marked) -> None:
    """What stands above the body: counts and numbers of the page, rules, and the front."""
    lines, start = marked.lines, marked.start
    marked.claim(find_counts(lines[:start], marked.find("site")), "site", "number beside residue")
    marked.claim(find_reading_times(lines[:start]), "site", "reading time")
    marked.claim(find_page_marks(lines[:start]), "furniture", "number of a page", subrole="page_mark")
    marked.claim((i for i in range(start) if lines[i].is_rule), "separator", "rule")
    marked.claim(range(start), "front", "above the body")


def _mark_contents(marked: Marked) -> tuple[range, frozenset[int]]:
    """Contents and lists of links above the body: the lines of the contents, and the headings that a list repeats."""
    links = find_links(marked.lines)
    contents = find_contents(marked.lines)
    if not contents and links.is_contents:
        contents, marked.has_listed_headings = links.rows, True
    rows = [i for i in contents if marked.lines[i].hint != "page_mark"]
    marked.claim(rows, "contents", "index above the body")
    if not links.is_contents:
        marked.claim(links.rows, "site", "links to headings")
    return contents, links.targets


def _mark_outside(marked: Marked, letter: Letter | None) -> None:
    """What is not of the document: lines that markup calls the site's, a covering letter."""
    marked.claim(sorted(find_site_lines(marked.lines)), "site", "markup")
    marked.claim(sorted(find_hosted_head(marked.lines)), "site", "above a hosted file")
    if letter is not None:
        mark_letter(marked, letter)


def mark_letter(marked: Marked, letter: Letter) -> None:
    """The lines of a letter, those above it, and the heading of what it carries."""
    marked.claim(range(letter.cover.start if letter.cover else letter.first), "letter_head", "above a letter")
    marked.claim(letter.cover[:1], "annex", "annex of a letter")
    marked.claim(range(letter.first, letter.annex_first), "letter", "covering letter")
    marked.claim(range(letter.annex_first, letter.annex_last + 1), "annex", "annex of a letter")


def _is_title(line: PrintedLine) -> bool:
    """Whether a line above a press lead's end is the title of what follows: a type of document begins it."""
    # ``Full text of the final communiqué of the foreign ministers``; what names no body is a headline about it
    announced = load_pattern("text_of", line.language).match(line.text)
    text = line.text[announced.end() :] if announced else line.text
    named = find_opening("document_types", text.lstrip('«“"('), line.language)
    if announced and not (find_body(text, line.language) or load_pattern("meeting_noun", line.language).search(text)):
        return False
    return named is not None and line.after_gap and not line.is_closed and len(line.text) < _TITLE_LENGTH


def _heads_extract(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line between a press lead and the first item heads what follows: an extract that begins with it."""
    line, below = lines[index], lines[index + 1 : index + 2]
    names = line.names_type or line.names_body or line.front_kind != "title"
    is_item = bool(below) and bool(below[0].candidates) and below[0].tells_act
    return is_item and not names and not line.is_closed and len(line.text) < _HEADING_LENGTH


def _heads_later_number(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int) -> bool:
    """Whether the line above the body heads it: one with a colon, above a later number than the first."""
    label = labels[start] if 0 < start < len(lines) else None
    if label is None or not is_number(label.candidate) or (label.candidate.ordinal or 0) <= 1:
        return False
    line = lines[start - 1]
    is_named = line.names_type or line.symbol is not None or line.is_residue or line.hint in {"site", "link"}
    return line.text.endswith(":") and line.after_gap and len(line.text) < _HEADING_LENGTH and not is_named


def _mark_furniture(
    marked: Marked, labels: Sequence[Label | None], layout: Layout, listed: frozenset[int] = frozenset()
) -> None:
    """Running headers and page marks: those that the reader of the page knows, then those that repeat.

    ``listed`` are headings that repeat a list of them above the text.
    """
    lines = marked.lines
    for index, line in enumerate(lines):
        if line.hint not in {"page_mark", "running_header"}:
            continue
        kinds = {"annex_label": line.annex, "symbol": line.symbol}
        subrole = next((kind for kind, what in kinds.items() if what), "title")
        subrole = "page_mark" if line.hint == "page_mark" else subrole
        if index >= marked.start or subrole in _NO_HEADER or layout.has_own_furniture:
            marked.claim([index], "furniture", "printed furniture", subrole=subrole)
    aside = {i for i in range(len(lines)) if (mark := marked.marks[i]) is not None and mark.kind == "furniture"}
    marked.claim(sorted(find_counted_headers(lines, aside)), "furniture", "counted line", subrole="title")
    for index, subrole in find_running_headers(lines, marked.start, labels, layout).items():
        if index in listed:
            continue
        marked.claim([index], "furniture", "repeated line", subrole=subrole)


def _may_have_page_end(lines: Sequence[PrintedLine], layout: Layout) -> bool:
    """Whether a site may go on below the text: no file that was written or printed as pages has links there."""
    return layout.is_page or not (layout.has_own_furniture or any(line.line.box for line in lines))


def _mark_rest(marked: Marked, formula: int | None, layout: Layout) -> None:
    """Lines without a label: what the tail says of them, rules and marks, else text."""
    lines = marked.lines
    skipped = marked.find("furniture", "footnote", "site")
    tail = find_tail(lines, marked.last + 1, skipped)
    if formula is not None and _may_have_page_end(lines, layout):
        below = range(formula + 1, len(lines))
        end = next((i for i in below if lines[i].after_gap and tail.get(i) is None), len(lines))
        marked.claim((i for i in range(end, len(lines)) if tail.get(i) is None), "site", "below the end")
    for index in range(marked.start, len(lines)):
        line, kind = lines[index], tail.get(index)
        is_table = line.hint == "table"
        if kind in {"closing", "signature", "annex_title"}:
            marked.claim([index], kind, "tail")  # type: ignore[arg-type]
        elif (kind == "annex" and not is_table) or (line.opens_annex and not line.is_closed):
            marked.claim([index], "annex", "annex")
        elif line.is_rule:
            marked.claim([index], "separator", "rule")
        elif line.is_excerpt_mark:
            marked.claim([index], "excerpt", "excerpt mark")
        else:
            marked.claim([index], "text", "text")


def _entry(lines: Sequence[PrintedLine], index: int, layout: Layout, cuts: Sequence[int], *, skip: bool) -> Entry:
    line = lines[index]
    before = lines[index - 1] if index else None
    starts = line.after_gap or layout.width is None
    starts = starts or (before is not None and (before.is_closed or before.is_rule or before.is_page_mark))
    is_bullet = bool(line.candidates) and line.candidates[0].ordinal is None
    # items of a list end with commas
    starts = starts or (is_bullet and before is not None and before.text.endswith((",", "،")))
    # nor do two lines of a paragraph begin with a dash by chance
    starts = starts or (is_bullet and before is not None and _has_form(before, line.candidates[0]))
    # nor is a line broken before one while the next word had room
    starts = starts or (is_bullet and before is not None and _begins_list(lines, index, layout))
    is_none = skip or line.is_page_mark or line.is_rule or line.is_excerpt_mark or line.opens_with_day
    below = _find_text_below(lines, index)
    is_sentence = len(line.text) > _SENTENCE_LENGTH and line.is_closed
    if below is not None:
        is_sentence = len(below.text) > _SENTENCE_LENGTH and below.is_closed
    # the colon of ``Article 3:`` leads to no list
    opens = before is not None and before.text.endswith(":") and not before.is_article
    if is_none or not line.candidates:
        return Entry((), starts, opens, _is_cut(cuts, index), is_sentence)
    return Entry(
        *(line.candidates, starts, opens, _is_cut(cuts, index), is_sentence),
        ending=_find_ending(lines, index),
        acts=line.tells_act or (below is not None and _tells(below)),
    )


def _begins_list(lines: Sequence[PrintedLine], index: int, layout: Layout) -> bool:
    """Whether a bullet below a heading that had room for its word begins a list: another one stands below it."""
    before, line = lines[index - 1], lines[index]
    if layout.width is None or not has_room(before, line, layout.width) or before.is_small:
        return False
    for below in lines[index + 1 : index + 1 + _ITEM_LINES]:
        if below.after_gap:
            return False
        if below.candidates:
            return _has_form(below, line.candidates[0])
    return False


def _find_text_below(lines: Sequence[PrintedLine], index: int) -> PrintedLine | None:
    """The line that holds the text of a label that stands alone; None for any other line."""
    candidates, following = lines[index].candidates, lines[index + 1 : index + 2]
    is_alone = bool(candidates) and candidates[0].ordinal is not None and not candidates[0].rest
    return following[0] if is_alone and following and not following[0].candidates else None


def _tells(line: PrintedLine) -> bool:
    """Whether a line tells what a meeting did, or that it met."""
    return line.tells_of_meeting or load_pattern("body_acts", line.language).match(line.plain) is not None


def _heads_decisions(line: PrintedLine) -> bool:
    """Whether a line is the heading of what is decided below it, in a paragraph of its own: ``Recommendations:``."""
    return line.after_gap and load_pattern("decisions_heading", line.language).fullmatch(line.plain) is not None


def _find_restarts(lines: Sequence[PrintedLine], entries: Sequence[Entry]) -> set[int]:
    """The lines at which the items of an article begin anew: the first with a label below its heading, if it is one."""
    found: set[int] = set()
    is_below = False
    for index, (line, entry) in enumerate(zip(lines, entries, strict=True)):
        if is_below and entry.candidates:
            is_below = False
            if any(candidate.ordinal == 1 for candidate in entry.candidates):
                found.add(index)
        is_below |= line.is_article
    return found


def _has_form(line: PrintedLine, candidate: Candidate) -> bool:
    """Whether a line begins with a label of the form of another one."""
    return bool(line.candidates) and line.candidates[0].shape == candidate.shape


def _find_ending(lines: Sequence[PrintedLine], index: int) -> str:
    """The last character of an item that begins at a line, as far as no gap, label or title parts it."""
    last = index
    while last + 1 < len(lines) and not _parts_item(lines[last + 1]):
        last += 1
    return lines[last].text[-1]


def _parts_item(line: PrintedLine) -> bool:
    return line.after_gap or bool(line.candidates) or line.is_capital


def _is_cut(cuts: Sequence[int], index: int) -> bool:
    """Whether a mark that text was left out (``cuts``) stands just before a line, or in the file's first lines."""
    return any(index - 2 <= cut < index or (index <= cut < index + _CUT_REACH and index < _CUT_REACH) for cut in cuts)


def _is_of_site(line: PrintedLine, *, ends_sentence: bool) -> bool:
    """Whether a line is a link or a notice; ``القادمة.`` is a link of sites too, but not where it ends a sentence."""
    return (line.is_residue and not ends_sentence) or line.opens_residue


def _find_last(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int, site: set[int]) -> int:
    """The index of the last line that surely is of the body: with a label, a closed sentence, a row of a table."""
    last = start
    for index in range(start, len(lines)):
        line = lines[index]
        if index in site:
            continue
        ends = not line.after_gap and index > start and not lines[index - 1].is_closed
        is_sentence = line.is_closed and (len(line.text) > _SENTENCE_LENGTH or ends)
        is_row = line.hint == "table"
        if (is_sentence or is_row) and _is_of_site(line, ends_sentence=ends and last == index - 1):
            is_sentence = is_row = False
        # the end of the paragraph before, however short
        goes_on = last == index - 1 and line.flow == "continues" and line.hint is None
        is_formula = line.is_signature and bool(find_dates(line.text, line.language))
        is_sentence = is_sentence and not is_formula and line.hint not in {"site", "link"}
        if labels[index] is not None or goes_on or is_sentence or is_row:
            last = index
    return last
