"""What a page shows beside its text: words struck out, numbers of lines and change bars in the margin, overprints.

Drafts are printed with the numbers of their lines, bars beside what was changed, and what was deleted struck through;
copies with words across the page. None of these is text of a paragraph.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, find_median
from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.glyph_text import is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.numbered_texts import Kinds
from oic_reports.reading.pdf.ruling_lines import turn_rules

_BARS = frozenset("|¦│┃▌▏▕")
# font sizes above the baseline between which a line strikes letters out; by which it may end off them; letters that are
# struck; share of a page's letters that are never struck out together
_STRUCK = (0.12, 0.45)
_OFF_END = 0.6
_LEAST_STRUCK = 2
_MOST_STRUCK = 0.5
# font sizes of the gap between the margin and the text, and between two lines; numbers of lines on a page; steps in
# which they are printed; share of the steps that fit the lines between; digits of a number
_MARGIN = 0.5
_SAME_LINE = 0.3
_LEAST_NUMBERS = 3
_LEAST_EACH = 8
_STEPS = (5, 10, 2, 3, 1)
_FITTING = 0.7
_DIGITS = 4
# share of lines that go on with a small letter where each line is numbered, and of the text's size of small numbers
_GOES_ON = 0.2
_SMALL = 0.85
# how much larger than the text an overprint is; letters of the text that it runs across, or that stand so far below its
# baseline (in its own size)
_LARGE = 1.7
_ACROSS = 8
_BELOW = 0.2


def set_asides_apart(page: GlyphPage, left_out: Counter[str]) -> tuple[list[GlyphLayer], list[GlyphLayer]]:
    """The layers of the text, the fullest first, and those of words printed across it.

    ``left_out`` grows by ``struck_out``, ``change_bar`` and ``line_number``, in glyphs.
    """
    layers: list[GlyphLayer] = []
    overprints: list[GlyphLayer] = []
    for layer in sorted(page.layers, key=lambda layer: -len(layer.texts)):
        kinds = Kinds.of(layer.texts)
        is_ink = kinds.tell(" ".__ne__)
        if not is_ink.any():
            continue
        rules = turn_rules(page.rules, layer.turn, (page.width, page.height))
        across = _find_overprint(layer, is_ink)
        kept = ~across
        found = {
            "struck_out": _find_struck(layer, is_ink & kept, rules),
            "change_bar": _find_bars(layer, kinds, is_ink & kept),
        }
        for kind, glyphs in found.items():
            left_out[kind] += int(np.count_nonzero(glyphs))
            kept &= ~glyphs
        numbers = _find_line_numbers(layer, kinds, is_ink & kept)
        left_out["line_number"] += int(np.count_nonzero(numbers))
        kept &= ~numbers
        layers.append(layer if kept.all() else layer.pick(np.flatnonzero(kept)))
        if across.any():
            overprints.append(layer.pick(np.flatnonzero(across)))
    return layers, overprints


def _find_overprint(layer: GlyphLayer, is_ink: Booleans) -> Booleans:
    """Glyphs much larger than the text whose word runs across letters of the text."""
    found = np.zeros(len(layer.texts), np.bool_)
    usual = find_median(layer.size[is_ink]) if is_ink.any() else np.nan
    large = np.flatnonzero(layer.size > _LARGE * usual)
    small = np.flatnonzero(is_ink & (layer.size <= _LARGE * usual))
    if not large.size or not small.size:
        return found
    middles = (layer.left[small] + layer.right[small]) / 2
    heights = layer.baseline[small] - 0.25 * layer.size[small]
    for baseline in np.unique(np.round(layer.baseline[large], 1)):
        row = large[np.abs(layer.baseline[large] - baseline) < 0.1]  # noqa: PLR2004
        size = float(layer.size[row].max())
        inside = (heights > baseline - 0.75 * size) & (heights < baseline + _BELOW * size)
        inside &= (middles > layer.left[row].min()) & (middles < layer.right[row].max())
        # a drop capital stands beside its lines, not on them
        onto = [
            bool((inside & (middles > left) & (middles < right)).any())
            for left, right in zip(layer.left[row].tolist(), layer.right[row].tolist(), strict=True)
        ]
        if np.count_nonzero(inside) >= _ACROSS and sum(onto) * 2 > len(onto):
            found[row] = True
    return found


def _find_struck(layer: GlyphLayer, is_ink: Booleans, rules: Floats) -> Booleans:
    """Glyphs through which a line runs that begins and ends where they do."""
    found = np.zeros(len(layer.texts), np.bool_)
    level = rules[np.abs(rules[:, 3] - rules[:, 1]) < 1.0] if rules.size else rules
    if not level.size:
        return found
    glyphs = np.flatnonzero(is_ink)
    middles = (layer.left[glyphs] + layer.right[glyphs]) / 2
    low, high = (layer.baseline[glyphs] - share * layer.size[glyphs] for share in _STRUCK)
    for x0, top, x1, bottom in level.tolist():
        height = (top + bottom) / 2
        struck = glyphs[(height < low) & (height > high) & (middles > x0) & (middles < x1)]
        if len(struck) < _LEAST_STRUCK:
            continue
        slack = _OFF_END * float(layer.size[struck].max())
        if layer.left[struck].min() - x0 < slack and x1 - layer.right[struck].max() < slack:
            found[struck] = True
    return found if np.count_nonzero(found) <= _MOST_STRUCK * len(glyphs) else np.zeros(len(layer.texts), np.bool_)


def crosses_words(rules: Floats, lefts: Floats, rights: Floats, baselines: Floats, sizes: Floats) -> bool:
    """Whether a level line runs through one of some words."""
    level = rules[np.abs(rules[:, 3] - rules[:, 1]) < 1.0] if rules.size else rules
    middles = (lefts + rights) / 2
    for x0, top, x1, bottom in level.tolist():
        height = (top + bottom) / 2
        rows = (height < baselines - _STRUCK[0] * sizes) & (height > baselines - _STRUCK[1] * sizes)
        if (rows & (middles > x0) & (middles < x1)).any():
            return True
    return False


def _find_bars(layer: GlyphLayer, kinds: Kinds, is_ink: Booleans) -> Booleans:
    """Bars beyond everything else that is printed at their side."""
    if _BARS.isdisjoint(kinds.texts):
        return np.zeros(len(layer.texts), np.bool_)
    bars = is_ink & kinds.tell(_BARS.__contains__)
    others = np.flatnonzero(is_ink & ~bars)
    if not bars.any() or not others.size:
        return np.zeros(len(bars), np.bool_)
    gap = _MARGIN * layer.size
    beyond: Booleans = (layer.right + gap < layer.left[others].min()) | (layer.left - gap > layer.right[others].max())
    return bars & beyond


def _find_line_numbers(layer: GlyphLayer, kinds: Kinds, is_ink: Booleans) -> Booleans:
    """Numbers in the margin that count the lines beside them."""
    found = np.zeros(len(layer.texts), np.bool_)
    digits = is_ink & kinds.tell(str.isdecimal)
    if np.count_nonzero(digits) < _LEAST_NUMBERS:
        return found
    size = find_median(layer.size[is_ink])
    rows = _sort_rows(layer, is_ink, size)
    for side in (-1, 1):
        numbers = _list_margin_numbers(layer, rows, digits, side, size)
        if len(numbers) >= _LEAST_NUMBERS and _count_lines_between(layer, is_ink, numbers):
            for glyphs in numbers:
                found[glyphs] = True
    return found


def _sort_rows(layer: GlyphLayer, is_ink: Booleans, size: float) -> GlyphRows:
    """The glyphs of each row from the left, rows from the top; ``size`` is the middle size of the font."""
    order = np.flatnonzero(is_ink)
    order = order[np.lexsort((layer.left[order], np.round(layer.baseline[order], 0)))]
    starts = np.flatnonzero(np.diff(layer.baseline[order], prepend=-np.inf) > _SAME_LINE * size)
    return GlyphRows.of_lengths(order, np.diff(starts, append=len(order))).sort(layer.left[order])


def _list_margin_numbers(
    layer: GlyphLayer, rows: GlyphRows, digits: Booleans, side: int, size: float
) -> list[Integers]:
    """Runs of digits that stand alone at the left (-1) or right (1) of the text, from the top, each from the left."""
    order, bounds = rows.glyphs, rows.bounds
    runs: list[Integers] = []
    edges = bounds[:-1] if side < 0 else bounds[1:] - 1
    for number in np.flatnonzero(digits[order[edges]]).tolist():
        row = order[bounds[number] : bounds[number + 1]][::-side]
        count = 0
        while count < len(row) and digits[row[count]]:
            count += 1
            if count < len(row) and _measure_gap(layer, row[count - 1], row[count], side) > _MARGIN * size:
                break
        if 0 < count <= _DIGITS and (
            count == len(row) or _measure_gap(layer, row[count - 1], row[count], side) > _MARGIN * size
        ):
            runs.append(np.sort(row[:count]))
    if len(runs) < _LEAST_NUMBERS:
        return []
    taken = np.concatenate(runs)
    first, last = layer.baseline[taken].min() - size, layer.baseline[taken].max() + size
    beside = np.setdiff1d(order, taken)
    beside = beside[(layer.baseline[beside] >= first) & (layer.baseline[beside] <= last)]
    if not beside.size:
        return []
    if side < 0:
        runs = [run for run in runs if layer.right[run].max() < layer.left[beside].min() - _MARGIN * size]
    else:
        runs = [run for run in runs if layer.left[run].min() > layer.right[beside].max() + _MARGIN * size]
    return sorted(runs, key=lambda run: float(layer.baseline[run[0]]))


def _measure_gap(layer: GlyphLayer, number: int, beside: int, side: int) -> float:
    if side < 0:
        return float(layer.left[beside] - layer.right[number])
    return float(layer.left[number] - layer.right[beside])


def _count_lines_between(layer: GlyphLayer, is_ink: Booleans, numbers: list[Integers]) -> bool:
    """Whether numbers grow by as many as there are lines from one to the next."""
    values = [
        int("".join(layer.texts[glyph] for glyph in run[np.argsort(layer.left[run])].tolist())) for run in numbers
    ]
    taken = np.concatenate(numbers)
    others = np.setdiff1d(np.flatnonzero(is_ink), taken)
    size = float(np.median(layer.size[others]))
    heights = np.sort(np.unique(np.round(layer.baseline[others], 0)))
    heights = heights[np.diff(heights, prepend=-np.inf) > _SAME_LINE * size]
    rows = [int(np.searchsorted(heights, layer.baseline[run[0]] - _SAME_LINE * size)) for run in numbers]
    steps = np.diff(values)
    if not steps.size or (steps <= 0).any():
        return False
    step = int(np.median(steps))
    if step not in _STEPS or np.count_nonzero(steps == np.diff(rows)) < _FITTING * len(steps):
        return False
    if step > 1:
        return all(value % step == 0 for value in values)
    if len(values) < _LEAST_EACH:
        return False
    # rows of a list are numbered one by one too: but no row begins inside a sentence, nor are their numbers small
    if float(np.median(layer.size[taken])) < _SMALL * size:
        return True
    begins = [_find_beginning(layer, others, float(layer.baseline[run[0]]), size) for run in numbers]
    return sum(text.islower() for text in begins) > _GOES_ON * len(begins)


def _find_beginning(layer: GlyphLayer, glyphs: Integers, baseline: float, size: float) -> str:
    row = glyphs[np.abs(layer.baseline[glyphs] - baseline) < _SAME_LINE * size]
    if not row.size or any(is_rtl(layer.texts[glyph]) for glyph in row.tolist()):
        return ""
    return layer.texts[int(row[np.argmin(layer.left[row])])]
