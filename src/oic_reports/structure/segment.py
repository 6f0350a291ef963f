"""A whole reading to blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oic_reports.cleaning.evidence import Evidence
from oic_reports.model import Block, Flag, Language, Reading
from oic_reports.reading.language import find_language_switch
from oic_reports.structure.body import find_body_start, find_repeated, find_running_headers
from oic_reports.structure.builder import BodyBuilder
from oic_reports.structure.front import group_front, label_site_names
from oic_reports.structure.headings import find_labelled_headings, is_index_heading
from oic_reports.structure.letter import find_annexed_report
from oic_reports.structure.lines import (
    PrintedLine,
    drop_blank,
    find_width,
    is_closed,
    normalise,
)
from oic_reports.structure.marks import find_annex, find_symbol, is_excerpt_mark, is_rule, opens_annex
from oic_reports.structure.notes import find_marked_notes
from oic_reports.structure.numbering import Candidate, find_candidates, is_page_mark
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.prepare import prepare_lines
from oic_reports.structure.residue import is_glued, is_residue, name_subrole
from oic_reports.structure.resolutions import find_parts
from oic_reports.structure.sequence import Entry, Label, decide_labels
from oic_reports.structure.tail import find_edges, find_page_end, find_site_lines, find_tail

_ASIDE_HINTS = ("running_header", "page_mark", "footnote")
_NO_HEADER = ("page_mark", "title")
_SENTENCE_LENGTH = 25
_CUT_REACH = 15


def segment(reading: Reading) -> tuple[Block, ...]:
    """Every line of a reading in exactly one block, in the order of the blocks' first lines; nothing is cleaned yet."""
    return tuple(block for part in segment_parts(reading) for block in part)


def segment_parts(reading: Reading) -> list[tuple[Block, ...]]:
    """The blocks of a reading by document: one for a single report; the cover, then each part, for a collection."""
    lines = prepare_lines(drop_blank(reading.lines), reading.language)
    starts = find_parts(lines)
    evidence = Evidence(reading.language, [line.text for line in lines])
    around = _Around(
        reading.language,
        find_width(lines),
        evidence,
        find_repeated(lines),
        reading.reader == "docx",
        reading.reader == "html",
        2 * sum(line.after_gap for line in lines) >= len(lines),
    )
    if not starts:
        switch = find_language_switch([line.text for line in lines], reading.language)
        if switch is None:
            return [_segment(lines, around)]
        place, language = switch
        again = replace(around, language=language, evidence=Evidence(language, [line.text for line in lines[place:]]))
        return [_segment(lines[:place], around) + _flag_restart(_segment(lines[place:], again))]
    edges = [*starts, len(lines)]
    parts = [_segment(lines[start:end], around) for start, end in pairwise(edges)]
    return [_segment_cover(lines[: starts[0]], around), *parts]


def _flag_restart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks of the second language of a file: their numbers begin anew."""
    first = next(
        (i for i, b in enumerate(blocks) if b.ordinal is not None and b.role in {"operative", "preamble"}), None
    )
    if first is None:
        return blocks
    flag = Flag("number_repeat", "structure.second_language", "warning", surface=blocks[first].label)
    restarted = replace(blocks[first], flags=(*blocks[first].flags, flag))
    return (*blocks[:first], restarted, *blocks[first + 1 :])


@dataclass(frozen=True, slots=True)
class _Around:
    """What the whole file tells of each of its documents.

    ``width`` is that of hard-wrapped lines, ``repeated`` are the texts of short lines that stand several times;
    ``has_own_furniture`` says that the file keeps headers and footers apart from its text, as Word files do,
    ``is_page`` that it is a web page, ``has_gaps`` that blank lines part its paragraphs.
    """

    language: Language
    width: int | None
    evidence: Evidence
    repeated: frozenset[str]
    has_own_furniture: bool
    is_page: bool
    has_gaps: bool


def _segment(lines: list[PrintedLine], around: _Around) -> tuple[Block, ...]:
    """The blocks of one document."""
    language, width = around.language, around.width
    site = find_site_lines(lines)
    letter = find_annexed_report(lines, language)
    if letter is not None:
        site |= set(range(*letter))
    headings = find_labelled_headings(lines, site)
    notes = find_marked_notes(lines)
    aside = {i for i, line in enumerate(lines) if line.line.hint in _ASIDE_HINTS} | set(notes)
    cuts = [i for i, line in enumerate(lines) if is_excerpt_mark(line.text)]
    labels = decide_labels(
        [_entry(lines, i, width, cuts, skip=i in site or i in aside or i in headings) for i in range(len(lines))]
    )
    start = find_body_start(lines, labels, language, skipped=site | aside)
    if around.is_page:
        site |= find_page_end(lines, labels, start)
    start = min([start, *(i for i in headings if i < start and _heads_body(i, start, lines))])
    last = _find_last(lines, labels, start)
    edges = site | find_edges(lines, start, last)
    printed = _find_printed_furniture(lines)
    furniture = {i: kind for i, kind in printed.items() if i >= start or kind in _NO_HEADER or around.has_own_furniture}
    head = {i for i in range(start) if i not in edges and i not in furniture}
    paragraphs = []
    if letter is not None and letter[1] in head:
        # what stands above a letter is its head, in one piece; below its annex line the report begins
        above = [lines[i] for i in sorted(head) if i < letter[0]]
        paragraphs += [Paragraph("header", above, [line.text for line in above], "symbol", joint="\n")] if above else []
        annex = lines[letter[1]]
        paragraphs.append(Paragraph("annex", [annex], [annex.text]))
        head -= set(range(letter[1] + 1))
    groups = group_front([lines[i] for i in sorted(head)], language, around.evidence)
    if around.is_page:
        label_site_names(groups, language)
    paragraphs += [
        Paragraph(g.role, g.lines, [line.text for line in g.lines], g.subrole, flags=g.flags, joint="\n")
        for g in groups
    ]
    paragraphs += [_residue(lines[i], is_letter=letter is not None) for i in range(start) if i in edges]
    paragraphs += [_furniture(lines[i], kind) for i, kind in furniture.items() if i < start and i not in edges]
    builder = BodyBuilder(language, width, labels[start:], has_gaps=around.has_gaps)
    furniture = {**find_running_headers(lines, start, labels, around.repeated), **furniture}
    _build_body(builder, lines, labels, _Found(headings, notes, edges, furniture), start, last)
    paragraphs += builder.finish()
    blocks = [paragraph.to_block(language) for paragraph in paragraphs]
    return tuple(sorted(blocks, key=lambda block: (block.page_first or 0, block.line_first or 0)))


def _segment_cover(lines: list[PrintedLine], around: _Around) -> tuple[Block, ...]:
    """The blocks of a collection before its first document: symbol, title, place and date; an index is a table."""
    site = find_site_lines(lines)
    edges = site | find_edges(lines, len(lines), len(lines))
    furniture = _find_printed_furniture(lines)
    furniture |= {i: "page_mark" for i, line in enumerate(lines) if is_page_mark(line.text)}
    index = next((i for i, line in enumerate(lines) if is_index_heading(line.text)), len(lines))
    known = set(edges) | set(furniture)
    front = [line for i, line in enumerate(lines[:index]) if i not in known]
    rest = [line for i, line in enumerate(lines[index + 1 :], index + 1) if i not in known]
    paragraphs = [
        Paragraph(g.role, g.lines, [line.text for line in g.lines], g.subrole, flags=g.flags, joint="\n")
        for g in group_front(front, around.language, around.evidence)
    ]
    paragraphs += [Paragraph("heading", [line], [line.text]) for line in lines[index : index + 1]]
    paragraphs += [_index_row(line, front) for line in rest]
    paragraphs += [_residue(lines[i]) for i in sorted(edges)]
    paragraphs += [_furniture(lines[i], kind) for i, kind in furniture.items() if i not in edges]
    blocks = [paragraph.to_block(around.language) for paragraph in paragraphs]
    return tuple(sorted(blocks, key=lambda block: (block.page_first or 0, block.line_first or 0)))


def _index_row(line: PrintedLine, front: Sequence[PrintedLine]) -> Paragraph:
    """A row of the index, or the running header of the page after it."""
    if find_symbol(line.text) or normalise(line.text) in {normalise(other.text) for other in front}:
        return Paragraph("running_header", [line], [line.text], "symbol" if find_symbol(line.text) else "title")
    return Paragraph("table", [line], [line.text])


@dataclass(frozen=True, slots=True)
class _Found:
    """What single lines of a document are: labelled headings, marked notes, residue, furniture (with its subrole)."""

    headings: dict[int, Candidate]
    notes: dict[int, bool]
    edges: set[int]
    furniture: dict[int, str]


def _build_body(
    builder: BodyBuilder,
    lines: Sequence[PrintedLine],
    labels: Sequence[Label | None],
    found: _Found,
    start: int,
    last: int,
) -> None:
    tail = find_tail(lines, last + 1, skipped=set(found.furniture) | set(found.notes) | found.edges)
    for index in range(start, len(lines)):
        line, label = lines[index], labels[index]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if index in found.edges:
            residue = _residue(line)
            builder.add_aside(line, residue.role, residue.subrole or "other", *residue.flags)
        elif line.line.hint == "footnote" or index in found.notes:
            builder.add_footnote(line, goes_on=not found.notes.get(index, line.line.flow != "continues"))
        elif index in found.headings:
            builder.add_heading(line, Label(found.headings[index], 0))
        elif index in found.furniture:
            subrole = found.furniture[index]
            is_inside = any(other is not None for other in labels[index + 1 :])
            flags = (
                [Flag("running_header_mid_text", "furniture.repeat")] if is_inside and subrole != "page_mark" else []
            )
            builder.add_aside(line, "page_mark" if subrole == "page_mark" else "running_header", subrole, *flags)
        elif label is not None and index <= last:
            builder.add_labelled(line, label)
        else:
            _add_unlabelled(builder, line, following, tail.get(index), is_after_last=index > last)


def _add_unlabelled(
    builder: BodyBuilder, line: PrintedLine, following: PrintedLine | None, kind: str | None, *, is_after_last: bool
) -> None:
    """Add a line that has no label; ``kind`` is what the tail says of it."""
    is_table = line.line.hint == "table"
    if kind == "closing":
        builder.add_single(line, "closing", "end_mark")
    elif kind == "signature":
        builder.add_signature(line)
    elif kind == "annex_title":
        builder.add_heading(line)
    elif (kind == "annex" and not is_table) or (opens_annex(line.text) and not is_closed(line.text)):
        builder.add_single(line, "annex")
    elif is_rule(line.text):
        builder.add_aside(line, "boilerplate", "separator")
    elif is_excerpt_mark(line.text):
        builder.add_aside(line, "boilerplate", "other", Flag("excerpt", "structure.excerpt_mark", "warning"))
    else:
        builder.add_text(line, following, is_after_last=is_after_last)


def _find_printed_furniture(lines: Sequence[PrintedLine]) -> dict[int, str]:
    """Lines that the reader of the page knows as furniture: index to subrole."""
    found = {}
    for index, line in enumerate(lines):
        if line.line.hint == "page_mark":
            found[index] = "page_mark"
        elif line.line.hint == "running_header":
            kinds = {"annex_label": find_annex(line.text), "symbol": find_symbol(line.text)}
            found[index] = next((kind for kind, what in kinds.items() if what), "title")
    return found


def _entry(lines: Sequence[PrintedLine], index: int, width: int | None, cuts: Sequence[int], *, skip: bool) -> Entry:
    line = lines[index]
    before = lines[index - 1].text if index else ""
    starts = line.after_gap or width is None or is_closed(before) or is_rule(before) or is_page_mark(before)
    is_none = skip or is_page_mark(line.text) or is_rule(line.text) or is_excerpt_mark(line.text)
    candidates = () if is_none else find_candidates(line.text)
    text = line.text
    is_sentence = len(text) > _SENTENCE_LENGTH and is_closed(text)
    return Entry(candidates, starts, before.endswith(":"), _is_cut(cuts, index), is_sentence)


def _is_cut(cuts: Sequence[int], index: int) -> bool:
    """Whether a mark that text was left out (``cuts``) stands just before a line, or in the file's first lines."""
    return any(index - 2 <= cut < index or (index <= cut < index + _CUT_REACH and index < _CUT_REACH) for cut in cuts)


def _heads_body(heading: int, start: int, lines: Sequence[PrintedLine]) -> bool:
    """Whether only headings stand between a heading and the body's start."""
    return start - heading == 1 and start < len(lines)


def _find_last(lines: Sequence[PrintedLine], labels: Sequence[Label | None], start: int) -> int:
    """The index of the last line that surely is of the body: with a label, or a closed sentence."""
    last = start
    for index in range(start, len(lines)):
        is_numbered = labels[index] is not None
        text = lines[index].text
        is_sentence = is_closed(text) and len(text) > _SENTENCE_LENGTH and not is_residue(text)
        # the end of the paragraph before, however short
        goes_on = last == index - 1 and lines[index].line.flow == "continues" and lines[index].line.hint is None
        if is_numbered or goes_on or (is_sentence and lines[index].line.hint not in {"site", "link"}):
            last = index
    return last


def _furniture(line: PrintedLine, kind: str) -> Paragraph:
    return Paragraph("page_mark" if kind == "page_mark" else "running_header", [line], [line.text], kind)


def _residue(line: PrintedLine, *, is_letter: bool = False) -> Paragraph:
    if is_letter and not is_residue(line.text):
        return Paragraph("boilerplate", [line], [line.text], "covering_letter")
    flags = [Flag("concatenated_menu", "residue.glued")] if is_glued(line.text) else []
    return Paragraph("boilerplate", [line], [line.text], name_subrole(line.text), flags=flags)
