"""A whole reading to blocks."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.cleaning.evidence import Evidence
from oic_reports.model import Block, Flag, Reading
from oic_reports.structure.body import find_body_start, find_running_headers
from oic_reports.structure.front import group_front
from oic_reports.structure.lines import PrintedLine, drop_blank, find_width, is_closed
from oic_reports.structure.marks import find_annex, find_symbol, is_rule
from oic_reports.structure.numbering import Candidate, find_candidates, is_page_mark
from oic_reports.structure.paragraphs import BodyBuilder, Paragraph
from oic_reports.structure.residue import is_glued, is_residue, name_subrole
from oic_reports.structure.sequence import Entry, Label, decide_labels
from oic_reports.structure.tail import find_edges, find_site_lines, find_tail

_ASIDE_HINTS = ("running_header", "page_mark", "footnote")
_NO_HEADER = ("page_mark", "title")
_HEADING_LENGTH = 90
_SENTENCE_LENGTH = 25
_HEADING_KINDS = ("roman-upper", "alpha-latin-upper", "ordinal-word")


def segment(reading: Reading) -> tuple[Block, ...]:
    """Every line of a reading in exactly one block, in the order of the blocks' first lines; nothing is cleaned yet."""
    lines = drop_blank(reading.lines)
    site = find_site_lines(lines)
    width = find_width(lines)
    headings = {i: found for i, line in enumerate(lines) if i not in site and (found := _labelled_heading(lines, i))}
    aside = {i for i, line in enumerate(lines) if line.line.hint in _ASIDE_HINTS}
    labels = decide_labels(
        [_entry(lines, i, width, skip=i in site | aside or i in headings) for i in range(len(lines))]
    )
    start = find_body_start(lines, labels, reading.language)
    start = min([start, *(i for i in headings if i < start and _heads_body(i, start, lines))])
    last = _find_last(lines, labels, start)
    edges = site | find_edges(lines, start, last)
    furniture = {i: kind for i, kind in _find_printed_furniture(lines).items() if i >= start or kind in _NO_HEADER}
    evidence = Evidence(reading.language, [line.text for line in lines])
    front = [line for i, line in enumerate(lines[:start]) if i not in edges and i not in furniture]
    groups = group_front(front, reading.language, evidence)
    paragraphs = [
        Paragraph(g.role, g.lines, [line.text for line in g.lines], g.subrole, flags=g.flags, joint="\n")
        for g in groups
    ]
    paragraphs += [_residue(lines[i]) for i in range(start) if i in edges]
    paragraphs += [_furniture(lines[i], kind) for i, kind in furniture.items() if i < start and i not in edges]
    is_numbered = any(label is not None and label.candidate.ordinal is not None for label in labels[start:])
    builder = BodyBuilder(reading.language, width, is_numbered=is_numbered)
    furniture = {**find_running_headers(lines, start, labels), **furniture}
    _build_body(builder, lines, labels, headings, edges, furniture, start, last)
    paragraphs += builder.paragraphs
    blocks = [paragraph.to_block(reading.language) for paragraph in paragraphs]
    return tuple(sorted(blocks, key=lambda block: (block.page_first or 0, block.line_first or 0)))


def _build_body(
    builder: BodyBuilder,
    lines: Sequence[PrintedLine],
    labels: Sequence[Label | None],
    headings: dict[int, Candidate],
    edges: set[int],
    furniture: dict[int, str],
    start: int,
    last: int,
) -> None:
    tail = find_tail(lines, last + 1)
    for index in range(start, len(lines)):
        line, label = lines[index], labels[index]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if index in edges:
            residue = _residue(line)
            builder.add_aside(line, residue.role, residue.subrole or "other", *residue.flags)
        elif line.line.hint == "footnote":
            builder.add_footnote(line)
        elif index in headings:
            builder.add_heading(line, Label(headings[index], 0))
        elif index in furniture:
            subrole = furniture[index]
            is_inside = any(found is not None for found in labels[index + 1 :])
            flags = (
                [Flag("running_header_mid_text", "furniture.repeat")] if is_inside and subrole != "page_mark" else []
            )
            builder.add_aside(line, "page_mark" if subrole == "page_mark" else "running_header", subrole, *flags)
        elif label is not None and index <= last:
            builder.add_labelled(line, label)
        elif tail.get(index) == "closing":
            builder.add_single(line, "closing", "end_mark")
        elif tail.get(index) == "signature":
            builder.add_single(line, "signature")
        elif tail.get(index) == "annex":
            builder.add_single(line, "annex")
        elif is_rule(line.text):
            builder.add_aside(line, "boilerplate", "separator")
        else:
            builder.add_text(line, following, is_after_last=index > last)


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


def _entry(lines: Sequence[PrintedLine], index: int, width: int | None, *, skip: bool) -> Entry:
    line = lines[index]
    before = lines[index - 1].text if index else ""
    starts = line.after_gap or width is None or is_closed(before) or is_rule(before) or is_page_mark(before)
    candidates = () if skip or is_page_mark(line.text) else find_candidates(line.text)
    return Entry(candidates, starts, before.endswith(":"))


def _labelled_heading(lines: Sequence[PrintedLine], index: int) -> Candidate | None:
    """A heading with a letter, a roman number or a spelled ordinal: ``A. Political affairs``, ``أولا: الشؤون``."""
    text = lines[index].text
    if len(text) > _HEADING_LENGTH or index + 1 == len(lines) or lines[index + 1].line.flow == "continues":
        return None
    for candidate in find_candidates(text):
        is_kind = candidate.numbering in _HEADING_KINDS and candidate.rest
        if (
            is_kind
            and (not is_closed(text) or text.endswith(":"))
            and (lines[index].after_gap or is_closed(lines[index - 1].text))
        ):
            return candidate
    return None


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
        if is_numbered or (is_sentence and lines[index].line.hint not in {"site", "link"}):
            last = index
    return last


def _furniture(line: PrintedLine, kind: str) -> Paragraph:
    return Paragraph("page_mark" if kind == "page_mark" else "running_header", [line], [line.text], kind)


def _residue(line: PrintedLine) -> Paragraph:
    flags = [Flag("concatenated_menu", "residue.glued")] if is_glued(line.text) else []
    return Paragraph("boilerplate", [line], [line.text], name_subrole(line.text), flags=flags)
