"""Words of a recognised page to its lines, column by column."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import median

import numpy as np

from oic_reports.model import Decoded
from oic_reports.reading.pdf.columns import split_columns
from oic_reports.reading.pdf.glyph_text import is_rtl as has_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.recognised_signs import put_right
from oic_reports.reading.pdf.tesseract import Word

# share of a size by which a line differs from the usual one; lines against a direction; share of a height that two
# words of a row share
_EVEN = 0.4
_MANY_AGAINST = 3
_SAME_ROW = 0.6
# letters of a scrap
_SCRAP = 2


def is_upside_down(words: list[Word]) -> bool:
    """Whether most words follow one another against the direction of their script.

    The engine reads words that stand on their head, but orders them as if they stood upright.
    """
    lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        if len(word.text) > 1:
            lines[word.line].append(word)
    along = against = 0
    for line in lines.values():
        for first, second in pairwise(line):
            is_rightwards = second.left > first.left
            is_along = is_rightwards != (has_rtl(first.text) and has_rtl(second.text))
            along, against = along + is_along, against + (not is_along)
    return against > _MANY_AGAINST and against > 2 * along


def part_columns(words: list[Word]) -> list[list[Word]]:
    """The words of each column of a page in reading order, as the same rules find columns that look at glyphs."""
    if not words:
        return []
    bottoms: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    for word in words:
        bottoms[word.line].append(word.bottom)
    texts, rows, owners = [], [], []
    for number, word in enumerate(words):
        step = (word.right - word.left) / len(word.text)
        for place, letter in enumerate(word.text):
            texts.append(letter)
            left = word.left + place * step
            rows.append((left, left + step, median(bottoms[word.line]), word.bottom - word.top))
            owners.append(number)
    values = np.array(rows, np.float64)
    layer = GlyphLayer(texts, values[:, 0], values[:, 1], values[:, 2], values[:, 3])
    rtl = sum(has_rtl(word.text) for word in words) > len(words) / 2
    columns: list[list[Word]] = []
    seen: set[int] = set()
    for region in split_columns(layer, LayerIndex.of(layer), is_rtl=rtl):
        members = sorted({owners[glyph] for glyph in region.tolist()} - seen)
        seen.update(members)
        columns.append([words[number] for number in members])
    return columns


def to_lines(words: list[Word], page: GlyphPage, scale: float) -> list[PageLine]:
    """Lines of words, from the top, column by column; words stand in the engine's order, which is that of reading.

    ``scale`` is pixels a point. Heights of lines differ by their letters, so that near ones count as one size.
    """
    lines: list[PageLine] = []
    # on a page where it takes figures of one script for those of another, the engine knows none
    knows_figures = not any(_mixes_figures(word.text) for word in words)
    for region, column in enumerate(part_columns(words)):
        groups: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
        for word in column:
            groups[word.line].append(word)
        rows = _join_rows(list(groups.values()))
        found = [_to_line(group, page, scale, knows_figures=knows_figures) for group in rows]
        found.sort(key=lambda line: (line.baseline, line.left))
        for line in found:
            line.region = region
            line.margins = (min(line.left for line in found), max(line.right for line in found))
        lines += found
    usual = median(line.size for line in lines) if lines else 0.0
    for line in lines:
        if abs(line.size - usual) < _EVEN * usual:
            line.size = usual
    return lines


def _join_rows(groups: list[list[Word]]) -> list[list[Word]]:
    """Groups of words that stand beside each other on one row as one: a hanging label is often split off."""
    rows: list[list[Word]] = []
    for group in sorted(groups, key=lambda group: median(word.bottom for word in group)):
        last = rows[-1] if rows else None
        if last is not None and _is_one_row(last, group):
            rtl = sum(has_rtl(word.text) for word in (*last, *group)) > len(last) / 2
            before = min(word.left for word in group) < min(word.left for word in last)
            rows[-1] = [*last, *group] if before == rtl else [*group, *last]
        else:
            rows.append(group)
    return rows


def _is_one_row(one: list[Word], other: list[Word]) -> bool:
    """Whether two groups stand at one height, one beside the other."""
    top, bottom = median(word.top for word in one), median(word.bottom for word in one)
    other_top, other_bottom = median(word.top for word in other), median(word.bottom for word in other)
    together = min(bottom, other_bottom) - max(top, other_top)
    apart = max(word.right for word in one) < min(word.left for word in other)
    beside = apart or max(word.right for word in other) < min(word.left for word in one)
    return beside and together > _SAME_ROW * min(bottom - top, other_bottom - other_top)


def _mixes_figures(text: str) -> bool:
    """Whether a word holds figures of two scripts."""
    return len({figure.isascii() for figure in text if figure.isdigit()}) > 1


def _is_stray(text: str) -> bool:
    """Whether a word is a scrap of Latin letters, such as no Arabic line holds: ``ll`` for ``11.``."""
    return len(text) <= _SCRAP and text.isascii() and text.isalpha() and text.islower()


def _to_line(group: list[Word], page: GlyphPage, scale: float, *, knows_figures: bool) -> PageLine:
    text = " ".join(word.text for word in group)
    rtl = sum(has_rtl(character) for character in text)
    text, decoded = put_right(text) if rtl else (text, ())
    decoded = _join_changes(group, decoded)
    ltr = sum(character.isalpha() for character in text) - rtl
    height = median(word.bottom - word.top for word in group) / scale
    bottom = median(word.bottom for word in group) / scale
    weights = [len(word.text) for word in group]
    average = sum(word.confidence * weight for word, weight in zip(group, weights, strict=True)) / sum(weights)
    # a line is no surer than its figures: they are short, and what they say is told by nothing else
    figures = [word.confidence for word in group if any(map(str.isdigit, word.text))]
    is_doubtful = (bool(figures) and not knows_figures) or (rtl > ltr and any(_is_stray(word.text) for word in group))
    confidence = 0.0 if is_doubtful else min([average, *figures]) / 100
    return PageLine(
        text=text,
        page=page.number,
        left=min(word.left for word in group) / scale,
        right=max(word.right for word in group) / scale,
        baseline=bottom - 0.2 * height,
        size=max(height, 1.0),
        is_rtl=rtl > ltr,
        first_word=(group[0].right - group[0].left) / scale,
        region=0,
        turn=0,
        page_width=page.width,
        page_height=page.height,
        rtl_letters=rtl,
        decoded=decoded,
        confidence=round(max(confidence, 0.0), 3),
    )


def _join_changes(group: list[Word], decoded: tuple[Decoded, ...]) -> tuple[Decoded, ...]:
    """What was put right in words of a line, and in the line; the former where both are in one place."""
    changes, start = [], 0
    for word in group:
        end = start + len(word.text)
        if word.before is not None:
            changes.append(Decoded(start, end, word.before, word.rule))
        start = end + 1
    alone = [
        change for change in decoded if not any(change.start < each.end and each.start < change.end for each in changes)
    ]
    return tuple(sorted([*changes, *alone], key=lambda change: change.start))
