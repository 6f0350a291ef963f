"""One page of glyphs to its lines of text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

import numpy as np

from oic_reports.language.particles import CONJUNCTION, EITHER_ARTICLE, PREPOSITIONS
from oic_reports.model import Decoded
from oic_reports.reading.pdf.asides import set_asides_apart
from oic_reports.reading.pdf.bidi import classify, classify_all, order_line
from oic_reports.reading.pdf.brackets import MIRRORED, find_shapes
from oic_reports.reading.pdf.cells import Profile, VisualLine, build_regions
from oic_reports.reading.pdf.columns import find_lanes
from oic_reports.reading.pdf.even_columns import Lane, find_even_lanes
from oic_reports.reading.pdf.figure_groups import are_groups_turned
from oic_reports.reading.pdf.fillers import drop_fillers
from oic_reports.reading.pdf.glyph_text import is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.initials import set_back_initials, widen_lines
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.regions import find_regions
from oic_reports.reading.pdf.row_pieces import NARROW_CUT, find_rows
from oic_reports.reading.pdf.ruled import RuledTable, read_table
from oic_reports.reading.pdf.ruling_lines import drop_endless, turn_rules
from oic_reports.reading.pdf.sheets import part_sheet
from oic_reports.reading.pdf.soft_hyphens import SOFT_HYPHEN, settle_soft_hyphens

# font sizes of a blank between columns, and of one behind a word that is divided, which no line goes on behind
_LANE = 1.2
_LANE_OF_DIVIDED = 0.9
_STOPS = frozenset(".,;:،؛؟")
_LEFT_LABEL = re.compile(r"[0-9]{1,3}\. ?[\u0621-\u064a ]")
_ALLAH = frozenset({"الله", "هللا"})
_FLIPPED_LABEL = re.compile(r"^\.(?P<number>\d{1,3}|[٠-٩]{1,3})(?= [\u0621-\u064a])")
_PARTICLE = re.compile(f"\\W*{CONJUNCTION}[{PREPOSITIONS}أ]?{EITHER_ARTICLE}?\u0640?")
# a label at the right of a line, from the right, close to its text; font sizes that a program moved on by between them
_CLOSE_LABEL = re.compile(r"[()]?(?:[\u0621-\u064a]\u0640?|[0-9٠-٩]{1,3})[()\-–—.](?=[\u0621-\u064a])")
_MOVED = 0.025
# characters of a label; blanks of a line that is no label alone
_LABEL = 6
_SEVERAL_BLANKS = 3
_LOOSE_STOP = re.compile(r"(?<=[\u0621-\u064a\u0660-\u0669\u064b-\u0652)»]) (?=[،؛؟.:](?:\s|$))")


def count_letters(texts: Sequence[str]) -> tuple[int, int]:
    """Right-to-left letters and other letters among the texts of glyphs."""
    counts = Counter(texts)
    rtl = sum(number for text, number in counts.items() if is_rtl(text))
    ltr = sum(number for text, number in counts.items() if classify(text) == "L")
    return rtl, ltr


def read_page_lines(page: GlyphPage, profile: Profile, *, is_rtl_document: bool) -> tuple[list[PageLine], Counter[str]]:
    """The lines of a page in reading order, and what was left out of them, by kind."""
    left_out: Counter[str] = Counter(page.left_out)
    lines: list[PageLine] = []
    region = 0
    layers, overprints = set_asides_apart(page, left_out)
    for painted in (*layers, *overprints):
        layer, initials = set_back_initials(painted)
        index = LayerIndex.of(layer)
        first = len(lines)

        def to_line(line: VisualLine, region: int, layer: GlyphLayer = layer) -> PageLine:
            return _to_line(line, page, layer, region, profile, is_rtl_document=is_rtl_document)

        size = (page.width, page.height) if layer.turn in {0, 180} else (page.height, page.width)
        rules = drop_endless(turn_rules(page.rules, layer.turn, (page.width, page.height)), size)
        parts = [
            part
            for half in part_sheet(layer, index, size, is_rtl=is_rtl_document)
            for part in find_regions(
                layer, index, rules, is_rtl=is_rtl_document, lanes=profile.lanes, even=profile.even, within=half
            )
        ]
        columns = [part for part in parts if not isinstance(part, RuledTable)]
        built = iter(build_regions(layer, index, columns, profile))
        for part in parts:
            if isinstance(part, RuledTable):
                lines += read_table(part, layer, index, profile, to_line, region)
                region += part.column_count
            else:
                lines += [to_line(line, region) for line in next(built)]
                region += 1
        widen_lines(lines[first:], initials)
        left_out.update(index.left_out)
        if any(painted is overprint for overprint in overprints):
            for line in lines[first:]:
                line.hint = "running_header"
    _set_margins(lines)
    return [line for line in lines if line.text], left_out


def _to_line(
    line: VisualLine, page: GlyphPage, layer: GlyphLayer, region: int, profile: Profile, *, is_rtl_document: bool
) -> PageLine:
    gaps = _find_lanes(line, is_rtl=is_rtl_document)
    edges = [0, *(edge for gap in gaps for edge in (gap, gap + 1)), len(line.cells)]
    parts = [line.part(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)] if gaps else []
    whole = _order(line, page, layer, region, profile, is_rtl_document=is_rtl_document)
    whole.lanes = tuple((line.lefts[gap], line.rights[gap]) for gap in gaps)
    whole.parts = tuple(_order(part, page, layer, region, profile, is_rtl_document=is_rtl_document) for part in parts)
    return whole


def _order(
    line: VisualLine, page: GlyphPage, layer: GlyphLayer, region: int, profile: Profile, *, is_rtl_document: bool
) -> PageLine:
    """A line, or a part of one, in logical order."""
    kinds = classify_all(line.cells)
    rtl, ltr = kinds.count("R"), kinds.count("L")
    if rtl and SOFT_HYPHEN in line.cells:
        line.cells = ["-" if cell == SOFT_HYPHEN else cell for cell in line.cells]
    middle = (line.left + line.right) / 2
    is_right = is_rtl_document and middle > 0.5 * page.width
    # no line from left to right begins with a stop
    is_ended = (line.cells[0] in _STOPS and line.cells[-1] not in _STOPS) or begins_with_end(line.cells)
    reads_left = rtl > ltr or (is_rtl_document and (rtl > 0 or ltr == 0 or is_right or is_ended))
    if reads_left and ltr and not rtl:
        reads_left = not is_latin_sentence(line.cells)
    if reads_left and rtl and ltr:
        _part_scripts(line, kinds)
    if reads_left and rtl:
        _part_label(line)
    if is_rtl_document and not reads_left and not rtl:
        line.cells = find_shapes(line.cells)
    order, texts = order_line(
        line.cells,
        is_rtl=reads_left and not is_laid_out_from_left(line.cells),
        turns_groups=profile.turns_groups,
        has_shapes=page.has_shapes,
    )
    if rtl:
        _settle_allah(texts)
    decoded: tuple[Decoded, ...] = ()
    if line.rules:
        raws = [line.raws.get(place, "") for place in order]
        text, decoded = _join_decoded(texts, raws, [line.rules.get(place, "") for place in order])
    else:
        text, decoded = drop_fillers(_tidy("".join(texts), has_rtl=rtl > 0))
        text = settle_soft_hyphens(text)
    return PageLine(
        text=text,
        page=page.number,
        left=line.left,
        right=line.right,
        baseline=line.baseline,
        size=line.size,
        is_rtl=reads_left,
        first_word=_measure_first_word(line, is_rtl=reads_left),
        region=region,
        turn=layer.turn,
        page_width=page.width,
        page_height=page.height,
        rtl_letters=rtl,
        ruled=page.ruled,
        decoded=decoded,
    )


def _settle_allah(texts: list[str]) -> None:
    """Take the alef out of the ligature of Allah where a glyph of its own stands before it.

    The character that fonts name the ligature by has the alef, but many paint it without. It changes ``texts``.
    """
    for place in range(1, len(texts)):
        if texts[place] in _ALLAH and texts[place - 1] == "ا":
            texts[place] = "لله"


def begins_with_end(cells: Sequence[str]) -> bool:
    """Whether a bracket on the left of a line without a partner closes what stands right of it: ``)UNA`` of ``(UNA)``.

    Where an Arabic line breaks behind an opening bracket, the next one ends on the left with the closing one.
    """
    pair = {cells[0], MIRRORED.get(cells[0])}
    return cells[0] in MIRRORED and sum(cell in pair for cell in cells) == 1 and cells[-1] not in _STOPS


def is_latin_sentence(cells: Sequence[str]) -> bool:
    """Whether a line without Arabic letters is of a Latin text, not the end of an Arabic paragraph.

    The full stop of an Arabic paragraph stands on the left, that of a Latin one on the right; without one, several
    words make a sentence.
    """
    if cells[0] in _STOPS:
        return False
    return cells[-1] in _STOPS or cells.count(" ") >= _SEVERAL_BLANKS


def is_laid_out_from_left(cells: Sequence[str]) -> bool:
    """Whether a line of Arabic was laid out as if its paragraph ran from left to right.

    Some programs do so by mistake. No line begins with a full stop or a comma, and none ends with a blank, a stop and a
    number: where one seems to, the stop is the end, and the number the label, of a line laid out the other way.
    """
    if not any(is_rtl(cell) for cell in cells):
        return False
    stop_at_right = cells[-1] in _STOPS and len(cells) > 1 and is_rtl(cells[-2]) and cells[0] not in _STOPS
    return stop_at_right or bool(_LEFT_LABEL.match("".join(cells[:6])))


def _part_scripts(line: VisualLine, kinds: str) -> None:
    """Put a blank between a Latin word and the Arabic words beside it, where the line has none.

    Word processors leave it out where the direction turns. A particle is written to a Latin name: it stands before the
    name, on its right. ``kinds`` are the classes of its cells.
    """
    for place in range(len(kinds) - 2, -1, -1):
        if kinds[place] == "R" and kinds[place + 1] == "L":
            # an Arabic semicolon or question mark is written to the word before it
            if line.cells[place] not in _STOPS:
                line.insert_blank(place + 1)
        elif kinds[place] in "LES" and kinds[place + 1] == "R" and _ends_latin(line.cells, kinds, place):
            end = line.cells.index(" ", place + 1) if " " in line.cells[place + 1 :] else len(line.cells)
            if not _PARTICLE.fullmatch("".join(line.cells[place + 1 : end][::-1])):
                line.insert_blank(place + 1)


def _part_label(line: VisualLine) -> None:
    """Put a blank between a label and its text where the tab between them has hardly room and paints none.

    What was typed without a blank has no gap there.
    """
    head = "".join(cell[0] for cell in line.cells[: -_LABEL - 1 : -1])
    label = _CLOSE_LABEL.match(head)
    if label is None:
        return
    place = len(line.cells) - label.end()
    if line.lefts[place] - line.rights[place - 1] > _MOVED * line.size:
        line.insert_blank(place)


def _ends_latin(cells: Sequence[str], kinds: Sequence[str], place: int) -> bool:
    """Whether the word that ends at a place, from the left, is Latin: a name, or a symbol that ends in digits."""
    while place >= 0 and cells[place] != " " and kinds[place] != "R":
        if kinds[place] == "L":
            return True
        place -= 1
    return False


def _join_decoded(texts: Sequence[str], raws: Sequence[str], rules: Sequence[str]) -> tuple[str, tuple[Decoded, ...]]:
    """The text of a line and what was put right in it; neighbours that one rule put right are one change."""
    text = ""
    found: list[Decoded] = []
    for cell, raw, rule in zip(texts, raws, rules, strict=True):
        plain = unicodedata.normalize("NFC", cell)
        if rule:
            start, end = len(text), len(text) + len(plain)
            if found and found[-1].end == start and found[-1].rule == rule:
                last = found.pop()
                found.append(Decoded(last.start, end, last.before + raw, rule))
            else:
                found.append(Decoded(start, end, raw, rule))
        text += plain
    return text, tuple(found)


def _tidy(text: str, *, has_rtl: bool) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    # no Arabic line begins with a full stop: a label was laid out from the left
    return _FLIPPED_LABEL.sub(r"\g<number>.", _LOOSE_STOP.sub("", text)) if has_rtl else text


def _measure_first_word(line: VisualLine, *, is_rtl: bool) -> float:
    blanks = [place for place, cell in enumerate(line.cells) if cell == " "]
    if not blanks:
        return line.right - line.left
    if is_rtl:
        return line.right - line.lefts[blanks[-1] + 1]
    return line.rights[blanks[0] - 1] - line.left


def _find_lanes(line: VisualLine, *, is_rtl: bool) -> list[int]:
    """The places of gaps much wider than a word space, from left to right; the one after a label does not count."""
    lanes = []
    for place, cell in enumerate(line.cells):
        if cell != " ":
            continue
        is_divided = not is_rtl and line.cells[place - 1] == "-" and place > 1 and line.cells[place - 2].isalpha()
        least = _LANE_OF_DIVIDED if is_divided else _LANE
        if line.rights[place] - line.lefts[place] < least * line.size:
            continue
        before = line.cells[place + 1 :] if is_rtl else line.cells[:place]
        if len(before) > _LABEL or " " in before:
            lanes.append(place)
    return lanes


def _set_margins(lines: list[PageLine]) -> None:
    """The edges of each column: those of its widest lines."""
    for region in {line.region for line in lines}:
        members = [line for line in lines if line.region == region]
        left = min(line.left for line in members)
        right = max(line.right for line in members)
        for line in members:
            line.margins = (left, right)


def learn_profile(pages: Sequence[GlyphPage]) -> tuple[Profile, bool]:
    """What a sample of pages tells of the document, and whether most of its letters run from right to left."""
    from oic_reports.reading.pdf.kashida import are_kashidas_typed, find_fillers  # noqa: PLC0415  (it builds lines itself)
    from oic_reports.reading.pdf.vowel_signs import (  # noqa: PLC0415  (likewise)
        are_set_alike,
        decide_direction,
        measure_bias,
        measure_offsets,
        vote_direction,
    )

    before = after = 0.0
    bias: dict[str, list[float]] = defaultdict(list)
    offsets: dict[str, list[float]] = defaultdict(list)
    lanes: Counter[int] = Counter()
    even: tuple[Lane, ...] = ()
    rtl = ltr = 0
    for page in pages:
        for layer in page.layers:
            counts = count_letters(layer.texts)
            rtl, ltr = rtl + counts[0], ltr + counts[1]
            index = LayerIndex.of(layer)
            lanes.update(round(lane) for lane in find_lanes(layer, index))
            even = even or tuple(find_even_lanes(find_rows(layer, np.flatnonzero(index.is_base), NARROW_CUT)))
            if index.marks.size:
                votes = vote_direction(layer, index.is_base & index.rtl, index.marks)
                before, after = before + votes[0], after + votes[1]
                for sign, values in measure_bias(layer, index.is_base & ~index.unmapped, index.marks).items():
                    bias[sign] += values
                for sign, values in measure_offsets(layer, index.is_base & index.rtl, index.marks).items():
                    offsets[sign] += values
    usual = {sign: median(values) for sign, values in bias.items()}
    profile = Profile(frozenset(), decide_direction(before, after), usual, tuple(map(float, sorted(lanes))), even)
    if rtl:
        profile.fillers = find_fillers(pages)
        profile.are_marks_alike = are_set_alike(offsets)
        profile.has_typed_kashidas = are_kashidas_typed(pages)
        profile.turns_groups = are_groups_turned(pages)
    return profile, rtl > ltr
