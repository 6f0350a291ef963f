"""Which rows of a page's tables hold data, and are read as one line each; the other tables lay out a page.

Each row is looked at once, so that a row costs what it is long.
"""

from __future__ import annotations

from lxml import html as lxml_html

from oic_reports.reading.list_marks import is_printed_number

CELLS = ("td", "th")
# characters of a cell that is prose, and of one that is a number
_LONG_CELL = 200
_NUMBER_CELL = 8


class TableRows:
    """The rows of one page."""

    def __init__(self) -> None:
        """No row was seen yet."""
        self._are_data: dict[lxml_html.HtmlElement, bool] = {}

    def is_data(self, row: lxml_html.HtmlElement) -> bool:
        """Whether a row holds several short cells, or a number beside a text."""
        if row not in self._are_data:
            self._are_data[row] = _is_data(row)
        return self._are_data[row]

    def joins(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element is a cell, or stands in a cell, of a row that is read as one line."""
        if element.tag == "tr":
            return False
        cell = element if element.tag in CELLS else next(element.iterancestors(*CELLS), None)
        row = cell.getparent() if cell is not None else None
        return row is not None and row.tag == "tr" and self.is_data(row)


def _is_data(row: lxml_html.HtmlElement) -> bool:
    cells = [cell for cell in row if cell.tag in CELLS]
    texts = [" ".join(cell.itertext()).strip() for cell in cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(cell.find(".//table") is not None or cell.find(".//br") is not None for cell in cells):  # noqa: PLR2004
        return False
    is_numbered = is_printed_number(filled[0] + ".") and len(filled[0]) < _NUMBER_CELL
    return is_numbered or all(len(text) < _LONG_CELL for text in filled)
