"""One line of a page as it is read: its text in logical order, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.model import Box, Decoded

# how far letters reach above and below the baseline, in font sizes: Latin ones, and Arabic ones with their signs
_REACH = ((0.8, 0.24), (0.95, 0.42))


@dataclass(slots=True)
class PageLine:
    """One line of text in logical order, with where it stands (points from the top-left corner of its page).

    ``first_word`` is the width of its first word in reading order; ``region`` tells columns of a page apart, and
    ``margins`` are the left and right edge of that column; ``is_full`` says that many lines end where this one does.
    ``lanes`` are the wide gaps inside it, which may part cells of a table, ``parts`` (from the left) is what stands
    between them, and ``ruled`` counts the lines and boxes that its page paints. ``opens`` says that a cell of prose
    begins with it, ``joins`` that it goes on with the row of cells that the line before it is of. ``flow``, ``hint``
    and ``decoded`` are as in ``model.Line``.
    """

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    is_rtl: bool
    first_word: float
    region: int
    turn: int
    page_width: float
    page_height: float
    rtl_letters: int
    margins: tuple[float, float] = (0.0, 0.0)
    is_full: bool = False
    lanes: tuple[tuple[float, float], ...] = ()
    parts: tuple[PageLine, ...] = ()
    ruled: int = 0
    opens: bool = False
    joins: bool = False
    flow: str | None = None
    hint: str | None = None
    decoded: tuple[Decoded, ...] = ()
    confidence: float | None = None

    @property
    def height(self) -> float:
        """How high its page is, turned so that the line stands upright."""
        return self.page_height if self.turn in {0, 180} else self.page_width

    @property
    def box(self) -> Box:
        """The line's rectangle on the page as it is shown."""
        left, right = self.left, self.right
        ascent, descent = _REACH[self.rtl_letters > 0]
        top, bottom = self.baseline - ascent * self.size, self.baseline + descent * self.size
        width, height = self.page_width, self.page_height
        match self.turn:
            case 0:
                x0, y0, x1, y1 = left, top, right, bottom
            case 90:
                x0, y0, x1, y1 = width - bottom, left, width - top, right
            case 180:
                x0, y0, x1, y1 = width - right, height - bottom, width - left, height - top
            case _:
                x0, y0, x1, y1 = top, height - right, bottom, height - left
        return Box(self.page, _clip(x0, width), _clip(y0, height), _clip(x1, width), _clip(y1, height))


def _clip(edge: float, end: float) -> float:
    return round(min(max(edge, 0.0), end), 1)
