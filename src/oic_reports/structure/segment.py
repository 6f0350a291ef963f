"""A whole reading to blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from oic_reports.language.attested import Evidence
from oic_reports.model import Block, Language, Reading, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body.bare_numbers import put_bare_numbers_aside
from oic_reports.structure.body.beside_text import find_counts, find_page_marks
from oic_reports.structure.body.builder import BodyBuilder
from oic_reports.structure.body.index_rows import ends_with_page, is_banner, make_rows, read_page
from oic_reports.structure.body.marking import Mark, Marked, mark_letter, mark_lines
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.body.surroundings import make_furniture, make_residue
from oic_reports.structure.body.tail import find_edges, find_site_lines
from oic_reports.structure.front.cover import part_lines, part_session
from oic_reports.structure.front.front import group_front, label_site_names, parts_by_lines
from oic_reports.structure.front.front_groups import Group
from oic_reports.structure.lines.glued_labels import mark_glued_labels
from oic_reports.structure.lines.layout import Layout, close_double_spacing, find_layout
from oic_reports.structure.lines.number_rows import mark_number_rows
from oic_reports.structure.lines.page_stamps import mark_stamps
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_blank
from oic_reports.structure.page.banner import find_banner
from oic_reports.structure.page.hosted import find_hosted_head
from oic_reports.structure.page.indexes import ends_with_leader, find_index, is_cover
from oic_reports.structure.page.letter import find_letter
from oic_reports.structure.parting.filled_lines import unfold_lines
from oic_reports.structure.parting.further_documents import find_documents, split_languages
from oic_reports.structure.parting.inner_document import find_inner
from oic_reports.structure.parting.parts import find_parts
from oic_reports.structure.parting.prepare import prepare_lines
from oic_reports.structure.parting.run_in_articles import tell_articles
from oic_reports.structure.parting.scattered import join_scattered
from oic_reports.structure.parting.wraps import join_wraps

# code points of an Arabic line from which on it may be wrapped: no letter tells that the next one goes on with it
_WRAPPED = 60


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a reading: its paragraphs in order, and the blocks that they give, not yet cleaned.

    ``place`` is 0 for the cover of a collection, 1 and so on for the documents of a file that holds several, None for
    the only one.
    """

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    language: Language
    place: int | None = None


class LaidOut(NamedTuple):
    """The lines of a reading that each begin at most one paragraph, and how the whole file is laid out."""

    lines: list[PrintedLine]
    layout: Layout


def segment(reading: Reading) -> tuple[Block, ...]:
    """Every line of a reading in exactly one block, in the order of the blocks' first lines; nothing is cleaned yet."""
    return tuple(block for part in segment_parts(reading) for block in part.blocks)


def segment_parts(reading: Reading, laid_out: LaidOut | None = None) -> list[Part]:
    """The documents of a reading: one for a single report; for a collection the cover, then each part.

    A file without a cover may hold several documents: one text in several languages, a communiqué and a declaration.
    """
    lines, layout = laid_out or lay_out(reading)
    starts = find_parts(lines)
    layout = _leave_index(layout, lines, starts)
    if not starts and is_cover(lines):
        return [_segment_cover(lines, layout)]
    if starts:
        edges = [*starts, len(lines)]
        cover = replace(_segment_cover(lines[: starts[0]], layout), place=0)
        parts = [_segment(lines[start:end], layout) for start, end in pairwise(edges)]
        return [cover, *(replace(part, place=place) for place, part in enumerate(parts, 1))]
    documents = [
        _segment(own, layout if language == layout.language else _change_language(layout, language, own))
        for text, language in split_languages(lines, reading.language)
        for own in _split_documents(text, layout)
    ]
    if len(documents) == 1:
        return documents
    return [replace(document, place=place) for place, document in enumerate(documents, 1)]


def segment_inner(laid_out: LaidOut, *, below_silence: bool) -> Iterator[Part]:
    """The document inside a page that is none itself, at each place where one may begin.

    What stands above it is boilerplate, block by block as blank lines part it; ``below_silence``: nothing above it may
    tell of a meeting or act as one.
    """
    lines, layout = laid_out
    for start in find_inner(lines, below_silence=below_silence):
        above: list[Paragraph] = []
        for line in lines[:start]:
            if above and not line.after_gap:
                above[-1].add(line, "above the document")
            else:
                above.append(Paragraph.of("boilerplate", line, "above the document", subrole="other_document"))
        below = _segment(lines[start:], layout)
        yield _finish([*above, *below.paragraphs], lines, layout)


def lay_out(reading: Reading) -> LaidOut:
    """The lines of a reading that each begin at most one paragraph, and how the whole file is laid out."""
    whole = mark_number_rows(join_scattered(mark_stamps(drop_blank(reading.lines, reading.language))))
    closed = close_double_spacing(unfold_lines(mark_glued_labels(whole)))
    lines = mark_glued_labels(tell_articles(prepare_lines(join_wraps(closed), reading.language)))
    is_double_spaced = any(a.after_gap != b.after_gap for a, b in zip(whole, closed, strict=True))
    return LaidOut(lines, replace(find_layout(lines, reading), is_double_spaced=is_double_spaced))


def _leave_index(layout: Layout, lines: Sequence[PrintedLine], starts: Sequence[int]) -> Layout:
    """The layout of a collection: a heading that its index prints too is no running header."""
    if not starts:
        return layout
    below = Counter(line.normal for line in lines[starts[0] :])
    headings = {line.normal for line in lines[starts[0] :] if below[line.normal] == 1 and not line.symbol}
    return replace(layout, repeated=layout.repeated - headings)


def _split_documents(lines: Sequence[PrintedLine], layout: Layout) -> list[Sequence[PrintedLine]]:
    edges = [0, *find_documents(lines, layout.repeated), len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]


def _change_language(layout: Layout, language: Language, lines: Sequence[PrintedLine]) -> Layout:
    return replace(layout, language=language, evidence=Evidence(language, [line.text for line in lines]))


def _segment(lines: Sequence[PrintedLine], layout: Layout) -> Part:
    """One document."""
    marked = mark_lines(lines, layout)
    head = [(i, mark) for i, mark in enumerate(marked.marks[: marked.start]) if mark is not None]
    front = [i for i, mark in head if mark.kind == "front"]
    # the mark of a further page (``Page 2: TITLE``) and its number stand inside the document
    banners = [i for i, mark in head if mark.kind == "site" and is_banner(lines[i])]
    inside = set(banners[1:]) | {i + 1 for i in banners[1:] if i + 1 < len(lines) and lines[i + 1].is_page_mark}
    site = {i for i, mark in head if mark.kind in {"site", "lead"}} - inside
    is_copied = bool(marked.find("site"))
    banner = find_banner(lines, layout.language)
    above = [lines[i] for i in front]
    paragraphs = _group_front(
        above, layout, _find_parted(front, site), banner=sum(i in banner for i in front), is_copied=is_copied
    )
    above = [lines[i] for i, mark in head if mark.kind == "letter_head"]
    is_marked = any(load_pattern("other_symbol", "en").search(line.text) for line in above)
    if is_marked:
        # a document of another organisation that carries the letter: its head, in one piece
        texts = [line.text for line in above]
        rules = ["above a letter"] * len(above)
        paragraphs.append(Paragraph("header", above, texts, "symbol", joint="\n", rules=rules))
    outside = [(i, mark) for i, mark in head if mark.kind != "front" and not (is_marked and mark.kind == "letter_head")]
    contents = [lines[i] for i, mark in outside if mark.kind == "contents"]
    if contents:
        paragraphs += make_rows(contents, "index above the body", is_listed=marked.has_listed_headings)
    for index, mark in outside:
        last = paragraphs[-1] if paragraphs else None
        if mark.kind == "annex" and last is not None and last.role == "annex" and not lines[index].after_gap:
            # ``Annex to the letter dated … from the`` above ``Permanent Representative of …``
            last.add(lines[index], mark.rule)
        elif mark.kind == "lead" and last is not None and last.subrole == "press_lead" and _is_wrapped(lines, index):
            last.add(lines[index], mark.rule)
        elif (
            mark.kind == "letter" and last is not None and last.subrole == "covering_letter" and _is_told(lines, index)
        ):
            last.add(lines[index], "the page says so")
        elif mark.kind != "contents":
            paragraphs.append(_make_outside(lines[index], mark))
    return _finish([*paragraphs, *BodyBuilder(marked, layout).build()], lines, layout)


def _is_wrapped(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line of a lead goes on with the sentence that the one right above it broke off."""
    above, line = lines[index - 1], lines[index]
    goes_on = line.is_small or above.ends_open or (line.language == "ar" and len(above.text) >= _WRAPPED)
    return goes_on and not (line.after_gap or above.is_closed)


def _is_told(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether the page says that a line goes on with the paragraph of the one above it."""
    return lines[index].flow == "continues" and not lines[index].is_residue


def _make_outside(line: PrintedLine, mark: Mark) -> Paragraph:
    """A line above the body that is not of the report's own head."""
    if mark.kind in {"letter", "letter_head"} and not line.is_residue:
        return Paragraph.of("boilerplate", line, mark.rule, subrole="covering_letter")
    if mark.kind == "lead":
        return Paragraph.of("boilerplate", line, mark.rule, subrole="press_lead")
    if mark.kind == "annex":
        return Paragraph.of("annex", line, mark.rule)
    if mark.kind == "furniture":
        return make_furniture(line, mark, is_inside=False)
    if mark.kind == "footnote":
        return Paragraph.of("footnote", line, mark.rule)
    if mark.kind == "separator":
        return Paragraph.of("boilerplate", line, mark.rule, subrole="separator")
    return make_residue(line, mark.rule)


def _find_parted(front: Sequence[int], site: set[int]) -> frozenset[int]:
    """Places in ``front`` (indexes of lines) between which and the one before lines of the site stand."""
    pairs = enumerate(pairwise(front), 1)
    return frozenset(place for place, (before, after) in pairs if not site.isdisjoint(range(before + 1, after)))


def _is_copied(groups: Sequence[Group]) -> bool:
    """Whether a text was copied from a page, menus and all."""
    return any(group.is_parted or group.subrole == "page_title" for group in groups)


def _group_front(
    lines: Sequence[PrintedLine],
    layout: Layout,
    parted: frozenset[int] = frozenset(),
    *,
    banner: int = 0,
    is_copied: bool = False,
) -> list[Paragraph]:
    groups = group_front(lines, layout, parted, banner)
    if layout.is_page or is_copied or _is_copied(groups):
        groups = label_site_names(groups, layout.language)
    tight = parts_by_lines(lines)
    return [paragraph for group in groups for paragraph in _part_group(group, layout, lines_part=tight)]


def _part_group(group: Group, layout: Layout, *, lines_part: bool) -> list[Paragraph]:
    """A group of the front as its blocks: each says one thing (``cover``); ``lines_part``: each line is a paragraph."""
    parted = group.role == "title" or (group.role == "header" and group.subrole in {"place_date", "symbol"})
    pieces: list[tuple[int, Role, str | None]] = [(0, group.role, group.subrole)]
    if parted:
        pieces = part_lines(
            group.lines,
            group.subrole,
            gaps_part=not layout.is_double_spaced,
            lines_part=lines_part or (layout.parts_by_lines and not layout.is_page),
        )
    elif (group.role, group.subrole) == ("header", "other"):
        pieces = part_session(group.lines)
    ends = [*(index for index, _, _ in pieces[1:]), len(group.lines)]
    paragraphs = []
    for (start, role, subrole), end in zip(pieces, ends, strict=True):
        lines = group.lines[start:end]
        # the title was wrapped, not who adopted it
        flags = [flag for flag in group.flags if not start and (flag.flag != "line_wrapped" or len(lines) > 1)]
        texts, rules = [line.text for line in lines], ["above the body"] * len(lines)
        paragraphs.append(Paragraph(role, lines, texts, subrole, flags=flags, joint="\n", rules=rules))
    return paragraphs


def _segment_cover(lines: Sequence[PrintedLine], layout: Layout) -> Part:
    """A collection before its first document: symbol, title, place and date; an index is a table."""
    found = find_index(lines)
    index = len(lines) if found is None else found
    site = find_site_lines(lines) | find_hosted_head(lines)
    edges = site | find_edges(lines, len(lines), len(lines))
    # bare numbers below the head of the index are pages of its rows
    edges |= {i for i in find_counts(lines, edges) if i < index or is_banner(lines[i - 1])}
    marks = find_page_marks(lines)
    furniture = {i for i in marks if i < index or is_banner(lines[i - 1]) or not lines[i].text.isdigit()}
    furniture |= {i for i, line in enumerate(lines) if line.hint in {"page_mark", "running_header"}}
    letter = {i: mark for i, mark in _mark_letter(lines[: index + 1], layout.language).items() if i not in site}
    edges, furniture = edges - letter.keys(), furniture - letter.keys()
    known = edges | furniture | letter.keys()
    above = [i for i in range(index) if i not in known]
    front = [lines[i] for i in above]
    below = [i for i in range(index + 1, len(lines)) if i not in known]
    own = [two for one, two in pairwise(below) if _is_number_of_page(lines, one, two, is_last=two == below[-1])]
    own += _find_counted_page(lines, index, below)
    furniture |= {*own}
    below = [i for i in below if i not in furniture]
    is_copied = any(lines[i].is_residue for i in edges)
    paragraphs = _group_front(front, layout, _find_parted(above, edges), is_copied=is_copied)
    repeated = {line.normal for line in front}
    heads = {i for i in below if _is_header_of_index(lines[i], repeated)}
    headers = [lines[i] for i in below if i in heads]
    rows = [*lines[index : index + 1], *(lines[i] for i in below if i not in heads)]
    paragraphs += [_make_outside(lines[i], mark) for i, mark in letter.items()]
    paragraphs += make_rows(rows, "row of an index")
    paragraphs += [_repeated_line(line) for line in headers]
    paragraphs += [make_residue(lines[i], "residue") for i in sorted(edges)]
    paragraphs += [_cover_furniture(lines[i]) for i in sorted(furniture - edges)]
    return _finish(paragraphs, lines, layout)


def _mark_letter(lines: Sequence[PrintedLine], language: Language) -> dict[int, Mark]:
    """The marks of the letter that carries a collection, by line: it may stand between cover and index; else none."""
    letter = find_letter(lines, language)
    marked = Marked(lines, [None] * len(lines))
    if letter is not None:
        mark_letter(marked, letter)
    return {index: mark for index, mark in enumerate(marked.marks) if mark is not None}


def _is_number_of_page(lines: Sequence[PrintedLine], row: int, index: int, *, is_last: bool) -> bool:
    """Whether a number below a row with its page is that of the page on which the index stands.

    It is the last of it, or less than the page of the row.
    """
    page = read_page(lines[row])
    if page is None or not lines[index].is_page_mark or lines[row].is_page_mark:
        return is_last and lines[index].is_page_mark and ends_with_page(lines[row])
    return is_last or (lines[index].text.isdigit() and int(lines[index].text) < page)


def _find_counted_page(lines: Sequence[PrintedLine], index: int, below: Sequence[int]) -> list[int]:
    """The number of the second page of an index, which goes on from that of the first right above its heading.

    A row has its page, or its label, below another: here the next row has its own, and a page above is greater.
    """
    above = lines[index - 1].text if index else ""
    own = str(int(above) + 1) if above.isdigit() else None
    for one, two in pairwise(below):
        if lines[one].text == own and lines[two].candidates and lines[two].candidates[0].ordinal != int(own):
            pages = [page for line in lines[index:one] if (page := read_page(line)) is not None]
            return [one] if pages and max(pages) > int(own) else []
    return []


def _is_header_of_index(line: PrintedLine, repeated: set[str]) -> bool:
    """Whether a line below an index heads a page of it.

    A symbol in brackets is of a row, and so is a line with dots, and a word that ends a title here as on the cover.
    """
    is_of_row = line.text.startswith("(") or ends_with_leader(line)
    is_word = " " not in line.text and not line.is_capital
    is_again = line.normal in repeated and not line.ends_open and not (is_word and not line.after_gap)
    return not is_of_row and bool(line.symbol or is_again)


def _cover_furniture(line: PrintedLine) -> Paragraph:
    is_page_mark = line.is_page_mark or line.hint == "page_mark"
    kinds = {"page_mark": is_page_mark, "annex_label": line.annex, "symbol": line.symbol, "title": True}
    subrole = next(kind for kind, holds in kinds.items() if holds)
    return make_furniture(line, Mark("furniture", "printed furniture", subrole=subrole), is_inside=False)


def _repeated_line(line: PrintedLine) -> Paragraph:
    """The running header of a page below the index."""
    return Paragraph.of("running_header", line, "repeated line", subrole="symbol" if line.symbol else "title")


def _finish(paragraphs: Sequence[Paragraph], lines: Sequence[PrintedLine], layout: Layout) -> Part:
    """The paragraphs in the order of their first lines, with their blocks; of one printed line, of its pieces."""
    places = {id(line): place for place, line in enumerate(lines)}

    def find_place(paragraph: Paragraph) -> tuple[int, int, int]:
        first = paragraph.lines[0]
        return first.line.page or 0, first.line.number, places.get(id(first), len(lines))

    ordered = put_bare_numbers_aside(sorted(paragraphs, key=find_place))
    blocks = tuple(paragraph.to_block(layout.language) for paragraph in ordered)
    return Part(tuple(ordered), blocks, layout.language)
