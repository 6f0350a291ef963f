"""Printed lines to lines that each begin at most one paragraph, before anything is said of paragraphs.

Some texts run their paragraphs together (``1. … 2. … 3. …`` in one line; several participles parted by semicolons), or
break a paragraph where its first word was set in bold. Each cut is made only where the next piece begins as a paragraph
of that form does; no character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language, Line
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.cuts import cut_line
from oic_reports.structure.lines.numbering import find_flipped
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.articles_in_line import part_articles
from oic_reports.structure.parting.glued import cut_at, part_glued
from oic_reports.structure.parting.labels_behind import put_labels_first
from oic_reports.structure.parting.lone_labels import join_lone_labels
from oic_reports.structure.parting.run_in_clauses import cut_article, cut_participles, cut_second_label, cut_signature
from oic_reports.structure.parting.run_in_lists import cut_before_ordinals, cut_between_numbers, cut_items
from oic_reports.structure.parting.run_in_titles import cut_head, cut_title

# characters of a verb alone on its line; of a line that holds several paragraphs
_LONE = 40
_LONG = 60
# lines of one wrapped paragraph
_WRAPPED = 40
# ``date 2031-04 The Organisation …``, ``date 2031-04-02 (MENAFN- OIC) Jeddah, 1 April 2031``
_POSTED = compile_pattern(r"date\s+\d{4}-\d{2}(?:-\d{2})?\s+(?=[^\W\d_]|\()", re.IGNORECASE)
# lines above a text among which such a day stands: a headline, wrapped or not, and the day
_HEADLINE = 4
# participles with a paragraph each from which a text parts them, and how many of these stand against one that does not
_LEAST_OWN = 2
_MORE_OWN = 2


def prepare_lines(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines with paragraphs that were run together parted, and openings that stood alone joined to what follows."""
    articles = part_articles(_cut_posting(lines))
    glued = part_glued(cut_between_numbers(cut_before_ordinals(put_labels_first(articles))), language)
    moved = _move_labels(_join_chapters(join_lone_labels(glued)), language)
    # a capital letter begins a paragraph, whatever stands before it; Arabic has none
    has_own = language == "ar" and _has_own_paragraphs(moved, language)
    parted = [piece for line in moved for piece in _part(line, language, has_own=has_own)]
    return list(_join_openings(parted, language))


def _cut_posting(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, cut behind the day or month of posting that a copy prints before its first sentence.

    What an agency prints in brackets, before the place and day of the release that it passes on, goes with that day;
    the headline may stand above it.
    """
    days = (
        (place, posted.end()) for place, line in enumerate(lines[:_HEADLINE]) if (posted := _POSTED.match(line.text))
    )
    place, end = next(days, (0, 0))
    if not end:
        return list(lines)
    line = lines[place]
    wire = load_pattern("wire_source", "en").match(line.text[end:])
    if wire is None and (place or len(line.text) <= _LONG or line.text[end] == "("):
        return list(lines)
    return [*lines[:place], *cut_at(line, [end + (wire.end() if wire else 0)]), *lines[place + 1 :]]


def _join_chapters(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines with the number of each chapter on the line of its word: ``CHAPTER`` above ``II``."""
    joined: list[PrintedLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        is_word = above is not None and load_pattern("chapter_word", line.language).fullmatch(above.plain) is not None
        is_number = is_word and not line.after_gap
        whole = above.with_text(f"{above.text} {line.text}") if above is not None and is_number else line
        if is_number and whole.is_chapter:
            joined[-1] = whole
        else:
            joined.append(line)
    return joined


def _move_labels(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """Labels that were put behind a wrapped Arabic paragraph, at the end of its first line.

    There, as behind a paragraph of one line, ``numbering`` finds them.
    """
    moved = list(lines)
    if language != "ar":
        return moved
    for index, line in enumerate(moved):
        match = find_flipped(line.text)
        first = index
        least = max(0, index - _WRAPPED)
        while match and first > least and not moved[first].after_gap and not moved[first - 1].is_closed:
            first -= 1
        rest = cut_line(line.line, 0, match.start()) if match else None
        # a mark behind the label would be lost with it
        has_all = rest is not None and len(rest.marks) == len(line.line.marks)
        if match and rest and has_all and first < index and find_flipped(moved[first].text) is None:
            top = moved[first]
            moved[first] = top.with_text(f"{top.text} {match.group('label')}")
            moved[index] = PrintedLine(replace(rest, flow="continues"), after_gap=False, language=language)
    return moved


def _has_own_paragraphs(lines: Sequence[PrintedLine], language: Language) -> bool:
    """Whether a text gives its participles paragraphs: two that share one are then one paragraph, as printed."""
    opened = [line for line in lines if line.participle and line.hint != "table"]
    shared = sum(len(line.text) >= _LONG and cut_participles(line.text, language) is not None for line in opened)
    return shared > 0 and len(opened) - shared >= max(_LEAST_OWN, _MORE_OWN * shared)


def _part(line: PrintedLine, language: Language, *, has_own: bool = False) -> Iterator[PrintedLine]:
    texts = cut_second_label(line) or cut_head(line, language)
    clauses: list[str] | None = None
    if texts is None and len(line.text) >= _LONG and line.hint != "table":
        texts = cut_items(line) or cut_article(line.text) or cut_signature(line) or cut_title(line)
        is_whole = has_own and line.participle
        clauses = None if texts or is_whole else cut_participles(line.text, language)
    pieces: list[Line | None] = []
    start = 0
    for text in texts or clauses or ():
        start = line.text.index(text, start)
        pieces.append(cut_line(line.line, start, start + len(text)))
        start += len(text)
    if len(pieces) < 2 or None in pieces:  # noqa: PLR2004
        yield line
        return
    for place, piece in enumerate(filter(None, pieces)):
        flow = line.flow if place == 0 else "starts"
        cut = PrintedLine(replace(piece, flow=flow), line.after_gap or place > 0, language)
        # a clause that was parted from others is whole
        yield from _part(cut, language, has_own=has_own or clauses is not None)


def _join_openings(lines: Sequence[PrintedLine], language: Language) -> Iterator[PrintedLine]:
    """Lines after a participle that stands alone go on with it, whatever gap parts them."""
    before: PrintedLine | None = None
    for line in lines:
        joins = before is not None and _is_lone_opening(before, language) and _goes_on(before, line)
        yield line.with_text(line.text, flow="continues", after_gap=False) if joins else line
        before = line


def _is_lone_opening(line: PrintedLine, language: Language) -> bool:
    text = line.text
    if len(text) > _LONE or line.is_closed or text.endswith((",", "،")):
        return False
    opening = line.participle or load_pattern("preambular_form", language).match(f"{text} ")
    return opening is not None and len(text) - opening.end() < _LONE // 2


def _goes_on(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line begins inside the sentence of an opening: after one word, a clause with a capital letter too."""
    if line.candidates:
        return False
    text = line.text
    is_clause = text.endswith((",", ";")) and not (line.participle or line.is_capital or line.hint)
    is_word = " " not in before.text and is_clause
    return is_word or line.is_small or "\u0621" <= text[:1] <= "\u064a" or text[:1].isdigit()
