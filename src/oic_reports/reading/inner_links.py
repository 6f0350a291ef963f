"""Contents of a page that are links to its own places, as the archives of the nineties set them.

``<a href="#3">On the Care of Wells</a>`` above ``<a name="3">``: several such links, each of which begins its paragraph
or its cell and leads to a place further down, or to one that the page lost with its end, list what the page holds.
Links back to the top list nothing, nor do those of newer pages, whose places are elements with an ``id``: encyclopedias
and shops set them beside their own texts.
"""

from __future__ import annotations

from lxml import html as lxml_html

# links that are contents, and letters of one
_LEAST = 3
_LETTERS = 4
# places at the head of a page, to which its links lead back
_TOP = frozenset({"top", "haut"})
_BLOCKS = frozenset({"p", "td", "li", "dt", "dd", "div"})


class InnerLinks:
    """The paragraphs and cells of one page that are rows of its contents."""

    def __init__(self, root: lxml_html.HtmlElement) -> None:
        anchors = list(root.iter("a"))
        targets = {anchor: _find_target(anchor) for anchor in anchors}
        places = {anchor.get("name"): place for place, anchor in enumerate(anchors) if anchor.get("name")}
        named = {element.get("id") for element in root.iter() if element.get("id")} | _TOP
        # contents stand above all that they list
        first = min(
            (place for name, place in places.items() if name in {*targets.values()} - _TOP), default=len(anchors)
        )
        rows: dict[str, lxml_html.HtmlElement] = {}
        for anchor in anchors[:first]:
            target = targets[anchor]
            row = _find_row(anchor) if target and target not in named else None
            if row is not None:
                rows.setdefault(target, row)
        self._rows = set(rows.values()) if len(rows) >= _LEAST else set()

    def has(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element is a row of the page's contents."""
        return element in self._rows


def _find_target(anchor: lxml_html.HtmlElement) -> str:
    """The place of this page that a link leads to; "" for none."""
    address = anchor.get("href", "")
    return address[1:] if address.startswith("#") else ""


def _find_row(link: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """The outermost cell or paragraph that a link begins; None where it stands inside a sentence, or names nothing."""
    text = _read(link)
    if sum(map(str.isalpha, text)) < _LETTERS:
        return None
    row = None
    for block in link.iterancestors():
        if block.tag in _BLOCKS and _read(block).startswith(text):
            row = block
        if block.tag in {"td", "li", "body"} or (block.tag in _BLOCKS and row is None):
            break
    return row


def _read(element: lxml_html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
