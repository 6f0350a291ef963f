"""A line that holds a page, or a whole report, parted into the lines that it was made of.

Viewers give each page of a file as one line, and some newspapers a text without line ends. What is parted is what
proves itself: the numbers of pages; numbers that follow one another, also from one page to the next; what stands
between the end of a sentence and a number that no sentence ends before, a heading; bullets behind a colon; a line of a
kind that is known by its own form. A line in which nothing proves itself stays whole; one that a viewer made of the
cover below it is the viewer's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.headings import opens_index
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.glued.chains import Form, Token, find_bullets, find_chains, find_heading, find_tokens
from oic_reports.structure.parting.glued.contents_line import find_edges_of_contents, find_last_page
from oic_reports.structure.parting.glued.cover_line import find_edges_of_cover
from oic_reports.structure.parting.glued.cutting import cut_at, put_hint
from oic_reports.structure.parting.glued.index_heads import (
    ends_with_leader,
    find_index_at_end,
    find_index_below_symbol,
)
from oic_reports.structure.parting.glued.index_line import Count, find_own_page, find_rows
from oic_reports.structure.parting.glued.line_kinds import find_edge_of_formula, find_edges
from oic_reports.structure.parting.glued.viewer_pages import (
    PAGE,
    part_named_title,
    part_own_marks,
    part_page_heads,
    part_page_numbers,
    put_titles_aside,
)

__all__ = ["cut_at", "part_glued"]

# characters of a line that holds more than a paragraph
_GLUED = 250
# numbers that part a shorter line which begins with the first of them: names, one behind the other
_LEAST_NAMES = 3
# lines in which a cover stands that a viewer has in one line above
_COVER = 60
# lines below the heading of an index in which its first row ends
_ROWS = 6
# characters of what a page or an agency puts behind the last sentence
_BEHIND = 12
# where two lines of a cover were joined without a blank: ``Final CommuniquéAdopted by``, ``(OIC)JEDDAH``, ``ARABIA25``
_JOINT = compile_pattern(
    r"(?:(?<=[a-zß-öø-ÿ]{3})|(?<=[)»”]))(?=[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]{2})|(?<=[A-ZÀ-ÖØ-Þ]{3})(?=\d{1,2}\s[A-ZÀ-ÖØ-Þ])"
)
# a sentence ends: what stands there is no cover
_SENTENCE = compile_pattern(r"[^\W\d_]{3}[.;!?]\s")
# joints, since one may be a name in two parts (``YouTube``); characters of a cover in which they stand
_LEAST_JOINTS = 2
_JOINED_COVER = 600
# a row with its number
_LABELLED = compile_pattern(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s")
_LAST_END = compile_pattern(r".*[.!?؟][\"'»”’)\]]*(?=\s)", re.DOTALL)


def part_glued(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines, each that holds a page or a report parted; the pieces of a line together are the line."""
    paged = list(
        part_own_marks(list(part_page_numbers(part_page_heads(put_titles_aside(part_named_title(lines), language)))))
    )
    tokens = [find_tokens(line.text) if len(line.text) >= PAGE and line.hint != "table" else [] for line in paged]
    below = _find_below(paged, tokens)
    last: dict[Form, int] = {}
    contents = _Contents()
    parted: list[PrintedLine] = []
    is_page = False
    for index, line in enumerate(paged):
        pieces = _part_numbers(line, tokens[index], last, below[index], language, is_page=is_page)
        kinds = [part for piece in pieces for part in _part_kinds(piece, language)]
        is_copy = len(kinds) > 1 and _stands_below(line, paged[index + 1 : index + 1 + _COVER])
        kinds = [put_hint(line, "site")] if is_copy else kinds
        *above, ending = kinds
        pieces = [*above, *_part_index(ending, paged[index + 1 : index + 1 + _ROWS], language)]
        parted += [row for piece in pieces for row in contents.part(piece)]
        is_page = line.hint == "page_mark"
    return parted


@dataclass(slots=True)
class _Contents:
    """The contents in which lines stand: the last page of the rows so far (None: in no contents), what is counted."""

    page: int | None = None
    count: Count = field(default_factory=Count)

    def part(self, line: PrintedLine) -> list[PrintedLine]:
        """A line parted into the rows of an index or of contents that it holds; any other as it is."""
        if line.hint is not None:
            return [line]
        if opens_index(line):
            self.page, self.count = 0, Count()
            return [line]
        if self.page is not None and (line.enacts or line.participle or line.opens_body):
            self.page = None
        if self.page is None:
            return cut_at(line, find_rows(line.text, line.language))
        rows = self._part_rows(line, self.page)
        return [put_hint(row, "page_mark") if len(rows) > 1 and row.text.isdigit() else row for row in rows]

    def _part_rows(self, line: PrintedLine, above: int) -> list[PrintedLine]:
        """The rows of a line below the heading of contents."""
        self.page = find_last_page(line.text, above, line.language)
        own = find_own_page(line.text)
        rows = find_rows(line.text, line.language, count=self.count)
        if rows:
            return cut_at(line, [*rows, *([own] if own else [])])
        edges = find_edges_of_contents(line.text, 0, line.language, above)
        # a part with its name stays as it is printed: ``P A R T O N E Page BASIC DOCUMENTS``
        return cut_at(line, edges) if any(_LABELLED.match(line.text, edge) for edge in edges) else [line]


def _stands_below(line: PrintedLine, lines: Sequence[PrintedLine]) -> bool:
    """Whether a line is printed again below it, line by line."""
    first = next((place for place, other in enumerate(lines) if line.normal.startswith(other.normal)), None)
    below = "".join(other.normal for other in lines[first:]) if first is not None else ""
    return below.startswith(line.normal)


def _find_below(lines: Sequence[PrintedLine], tokens: Sequence[Sequence[Token]]) -> list[Mapping[Form, int]]:
    """For each line the first number of each form in the lines behind it."""
    below: list[Mapping[Form, int]] = []
    following: Mapping[Form, int] = {}
    for line, own in zip(reversed(lines), reversed(tokens), strict=True):
        below.append(following)
        first = {token.form: token.value for token in reversed(own)}
        label = line.candidates[0] if line.candidates and line.hint is None else None
        if label is not None and label.ordinal is not None:
            first[label.numbering, label.shape] = label.ordinal
        following = {**following, **first} if first else following
    return below[::-1]


def _part_index(line: PrintedLine, below: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The heading of an index parted from what stands before it in its line, where its rows stand below."""
    place = find_index_at_end(line.text, language) if line.hint is None else None
    is_index = place is not None and any(ends_with_leader(row.text) for row in below)
    return cut_at(line, [place]) if place is not None and is_index else [line]


def _part_kinds(line: PrintedLine, language: Language) -> list[PrintedLine]:
    if line.hint == "heading":
        return _part_heading(line, language)
    if line.hint is not None or line.flow == "continues":
        # no cover stands inside a sentence that the line above began
        return [line]
    if len(line.text) < PAGE:
        return cut_at(line, find_index_below_symbol(line.text, language) or find_edge_of_formula(line.text, language))
    pieces = cut_at(line, find_edges(line.text, language, is_numbered=bool(line.candidates)))
    return [pieces[0], *(put_hint(piece, "page_mark") if piece.text.isdigit() else piece for piece in pieces[1:])]


def _part_heading(line: PrintedLine, language: Language) -> list[PrintedLine]:
    """The pieces of a heading that is a whole cover, of which the title stays a heading.

    It has a symbol or a place beside it: a headline names a session, a theme and a day, too.
    """
    pieces = cut_at(line, find_edges_of_cover(line.text, language)) if len(line.text) >= PAGE else [line]
    if not any(piece.symbol or _is_place(piece) for piece in pieces[-1:] + pieces[:1]):
        return [line]
    title = next((piece for piece in pieces if piece.names_type), pieces[0])
    return [piece if piece is title else put_hint(piece, None) for piece in pieces]


def _is_place(line: PrintedLine) -> bool:
    return line.front_kind == "place_date" and find_form("cities", line.plain, line.language) is not None


def _part_numbers(
    line: PrintedLine,
    tokens: Sequence[Token],
    last: dict[Form, int],
    below: Mapping[Form, int],
    language: Language,
    *,
    is_page: bool,
) -> list[PrintedLine]:
    """The pieces of a line that its numbers part; ``last`` is the last number of each form so far."""
    chain = find_chains(tokens, last, below, language) if tokens else []
    text = line.text
    if not _holds_run(text, chain, last, is_page=is_page):
        _count_paragraph(line, last)
        return [line]
    edges = _find_joints(text, chain[0])
    # the stop of a line's own label ends no sentence: ``1. TRADE 6. The Council``
    own = line.candidates[0].rest if line.candidates and chain[0].place else ""
    begun = text.find(own) if own else 0
    for token in chain:
        heading = None if token.is_strong else find_heading(text, begun, token.place, language)
        edges += [heading, token.place] if heading is not None else [token.place]
        begun = token.place + len(token.candidate.label) + 1
    last.update({token.form: token.value for token in chain})
    closed = _LAST_END.match(text, edges[-1])
    has_rest = closed is not None and 0 < len(text[closed.end() :].strip()) <= _BEHIND
    if closed and has_rest:
        edges.append(closed.end())
    pieces = cut_at(line, [edge for edge in edges if edge])
    rest = pieces.pop() if has_rest and len(pieces) > 1 else None
    parts = [part for piece in pieces for part in cut_at(piece, find_bullets(piece.text))]
    if rest is None:
        return parts
    # the number of the page, a mark of the end, or the name of an agency
    return [*parts, rest if rest.is_page_mark or rest.is_end_mark else put_hint(rest, "site")]


def _count_paragraph(line: PrintedLine, last: dict[Form, int]) -> None:
    """Take note of the number of a paragraph, which the next line goes on from: the first, or the next of its form."""
    label = line.candidates[0] if line.candidates and line.hint is None else None
    if label is not None and label.ordinal is not None and label.rest:
        form = label.numbering, label.shape
        if label.ordinal in {1, last.get(form, 0) + 1}:
            last[form] = label.ordinal


def _find_joints(text: str, first: Token) -> list[int]:
    """Where lines of a cover were joined above the first paragraph, if that was joined to them, too."""
    is_joined = first.value == 1 and 0 < first.place <= _JOINED_COVER and not text[first.place - 1].isspace()
    if not is_joined or _SENTENCE.search(text, 0, first.place):
        return []
    joints = [joint.start() for joint in _JOINT.finditer(text, 0, first.place)]
    return joints if len(joints) >= _LEAST_JOINTS else []


def _holds_run(text: str, chain: Sequence[Token], last: Mapping[Form, int], *, is_page: bool) -> bool:
    """Whether a line is long enough for its numbers: a paragraph, a page, or numbers from its first word on.

    A shorter line holds names that count from one, or paragraphs that go on from the line before.
    """
    if not chain or len(text) < PAGE:
        return False
    begins = chain[0].place == 0
    if begins and len(chain) == 1 and not is_page:
        # its own number, and no other
        return False
    is_named = begins and len(chain) >= _LEAST_NAMES and chain[0].value == 1
    goes_on = begins and len(chain) > 1 and last.get(chain[0].form) == chain[0].value - 1
    return len(text) >= _GLUED or is_page or is_named or goes_on
