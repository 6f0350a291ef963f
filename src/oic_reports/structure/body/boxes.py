"""The rectangles of a paragraph: those of its lines, put together where they stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Box

# heights of a line to the next one of a block, and the share of a width that two lines of one column share
_NEXT_LINE = 2.0
_OVERLAP = 0.3


def merge_boxes(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Rectangles of successive lines as few larger ones: one for each page and column.

    Two are put together where they are on one page, the second begins less than two line heights below the first, and
    they overlap sideways by at least 0.3 of the narrower one.
    """
    merged: list[Box] = []
    for box in boxes:
        if merged and _is_next(merged[-1], box):
            last = merged[-1]
            merged[-1] = Box(
                box.page,
                min(last.x0, box.x0),
                min(last.top, box.top),
                max(last.x1, box.x1),
                max(last.bottom, box.bottom),
            )
        else:
            merged.append(box)
    return tuple(merged)


def _is_next(last: Box, box: Box) -> bool:
    height = box.bottom - box.top
    is_near = last.top - _OVERLAP * height <= box.top < last.bottom + _NEXT_LINE * height
    beside = min(last.x1, box.x1) - max(last.x0, box.x0)
    return last.page == box.page and is_near and beside >= _OVERLAP * min(last.x1 - last.x0, box.x1 - box.x0)
