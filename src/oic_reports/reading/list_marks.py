"""What a browser shows before the items of a page's lists: numbers and bullets (HTML standard, section 4.4.5).

Each list is counted once, so that a list costs what it is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html as lxml_html

from oic_reports.language.numerals import print_letters, print_roman

# characters of an item of a list that is prose; characters of an item in which a printed number stands
_LONG_ITEM = 200
_NUMBER_REACH = 40
_PRINTED_NUMBER = re.compile(
    r"^[\s(\-–—\"'«“„]*(?:\d{1,3}|[ivxlcdm]{1,6}|[a-z\u0621-\u064a])\s*[.):/\-–]", re.IGNORECASE
)
_LISTS = ("ul", "ol")
_UNMARKED = re.compile(r"list-style[^;]*none", re.IGNORECASE)
# beyond it a browser prints figures
_LAST_ROMAN = 3999


class ListMarks:
    """The marks of the items of one page."""

    def __init__(self) -> None:
        """No list was seen yet."""
        self._values: dict[lxml_html.HtmlElement, dict[lxml_html.HtmlElement, int]] = {}
        self._are_lists: dict[lxml_html.HtmlElement, bool] = {}

    def find(self, item: lxml_html.HtmlElement) -> str:
        """The mark before an item, with a blank behind it; "" for none, and where the item prints its own."""
        parent = item.getparent()
        if parent is None or any(_UNMARKED.search(element.get("style", "")) for element in (item, parent)):
            return ""
        if parent.tag == "ul":
            if parent not in self._are_lists:
                self._are_lists[parent] = _is_list(parent)
            return "• " if self._are_lists[parent] else ""
        if parent.tag != "ol" or is_printed_number("".join(item.itertext())[:_NUMBER_REACH]):
            return ""
        if parent not in self._values:
            self._values[parent] = _count_items(parent)
        return f"{_print_number(self._values[parent][item], item.get('type') or parent.get('type') or '1')}. "


def is_printed_number(text: str) -> bool:
    """Whether a text begins with a number or a letter and the mark behind it."""
    return _PRINTED_NUMBER.match(text) is not None


def _find_items(parent: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    return [child for child in parent if child.tag == "li"]


def _count_items(parent: lxml_html.HtmlElement) -> dict[lxml_html.HtmlElement, int]:
    items = _find_items(parent)
    step = -1 if parent.get("reversed") is not None else 1
    value = _read_integer(parent.get("start"), len(items) if step < 0 else 1)
    values = {}
    for item in items:
        value = _read_integer(item.get("value"), value)
        values[item] = value
        value += step
    return values


def _read_integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*[-+]?\d{1,9}\s*", text) else default


def _print_number(value: int, kind: str) -> str:
    if kind in {"a", "A"} and value > 0:
        return print_letters(value) if kind == "a" else print_letters(value).upper()
    if kind in {"i", "I"} and 0 < value <= _LAST_ROMAN:
        return print_roman(value) if kind == "i" else print_roman(value).upper()
    return str(value)


def _is_list(parent: lxml_html.HtmlElement) -> bool:
    """Whether a ``<ul>`` is a list of the text: no links, no labels of its own, items that are not whole texts.

    Below a paragraph that ends with a colon an item may be as long as it likes.
    """
    if _has_any(parent.iter("a", "nav", "p", "div", "br")) or _has_any(
        parent.iterancestors("nav", "header", "footer", "aside")
    ):
        return False
    texts = ["".join(_find_own_text(item)).strip() for item in _find_items(parent)]
    is_led_to = _is_led_to(parent)
    return all(
        text[:1].isalnum() and (is_led_to or len(text) < _LONG_ITEM) and not is_printed_number(text) for text in texts
    )


def _is_led_to(parent: lxml_html.HtmlElement) -> bool:
    """Whether what stands right above a list, beside it in the page, ends with a colon."""
    before = parent.getprevious()
    above = (parent.getparent().text if parent.getparent() is not None else "") if before is None else before.tail
    if before is not None and not (above or "").strip():
        above = before.text_content() if isinstance(before.tag, str) else ""
    return (above or "").rstrip().endswith(":")


def _find_own_text(item: lxml_html.HtmlElement) -> Iterator[str]:
    """The text of an item without the lists in it, whose items have marks of their own."""
    yield item.text or ""
    for child in item:
        if child.tag not in _LISTS:
            yield "".join(child.itertext())
        yield child.tail or ""


def _has_any(elements: Iterable[lxml_html.HtmlElement]) -> bool:
    return next(iter(elements), None) is not None
