"""Which elements of a page are its site's: menus, footers, side bars, buttons, by tag, role and names of classes.

A name alone does not tell: pages made by some programs stand in one form from their first word to their last, and
themes call the frame of a text ``no-sidebar``, ``widget-content`` or ``not-footer``. An element that holds nearly all
that a page says in sentences is no zone of its site, if a form or a part of a name is what calls it one. What is called
so by its tag, its role or a whole name may be longer than a short text (what a footer tells of an organisation, teasers
of related news, a notice of cookies): it is a zone unless it holds all.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree
from lxml import html as lxml_html

from oic_reports.resources import load_vocabulary

# elements of which a browser shows no text
NOT_SHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "svg",
        "math",
        "audio",
        "video",
        "map",
        "del",
    ]
)
# characters from which on a piece of text outside of links is no item of a menu
_SENTENCE = 40
# characters of a page's sentences below which it has no text that could stand in a zone
_LEAST = 300
# share of a page's sentences, in percent, with which an element is the page's frame
_FRAME = 80
_PARTS = re.compile(r"[\s_\-]+|(?<=[a-z])(?=[A-Z])")


class SiteZones:
    """The zones of one page."""

    def __init__(self, root: lxml_html.HtmlElement) -> None:
        held, total = _count_sentences(root)
        self._frames = {element for element, count in held if count >= _find_least(element, total)}

    def has(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Whether an element is a zone of the site."""
        return _is_called_zone(element, tag) and element not in self._frames


def _find_least(element: lxml_html.HtmlElement, total: int) -> float:
    """The characters of sentences with which an element is the frame of a page that has ``total`` of them.

    What is surely a zone may be longer than the text beside it: it is a frame if there is no other text.
    """
    return max(total if _is_surely_zone(element) else total * _FRAME / 100, _LEAST)


def _is_surely_zone(element: lxml_html.HtmlElement) -> bool:
    """Whether a tag, a role or a whole name calls an element a zone, or a part of a name what may outgrow a text.

    ``site-footer`` is one; ``no-sidebar`` and ``not-footer`` say that the page has none there.
    """
    zones = _zones()
    if element.tag in zones["tag"] - {"form"} or element.get("role", "") in zones["role"]:
        return True
    whole = {name.lower() for name in (*element.get("class", "").split(), element.get("id", ""))}
    parts = _list_names(element)
    return bool(whole & zones["class"] or (parts & zones["notice"] and not parts & zones["denial"]))


def _is_called_zone(element: lxml_html.HtmlElement, tag: str) -> bool:
    """Whether tag, role or the parts of its names call an element a zone of the site."""
    zones = _zones()
    if tag in zones["tag"] or element.get("role", "") in zones["role"]:
        return True
    return tag not in {"body", "html", "main", "article"} and bool(_list_names(element) & zones["class"])


def _list_names(element: lxml_html.HtmlElement) -> frozenset[str]:
    """The parts of class and id, in small letters: ``nav`` and ``bar`` of ``navBar``."""
    named = element.get("class", ""), element.get("id", "")
    if named == ("", ""):
        return frozenset()
    return frozenset(part.lower() for part in _PARTS.split(" ".join(named)))


def _count_sentences(root: lxml_html.HtmlElement) -> tuple[list[tuple[lxml_html.HtmlElement, int]], int]:
    """The elements that are called zones and hold text enough, each with the characters of its sentences; those of all.

    Sentences are pieces of text outside of links, longer than items of menus.
    """
    held: list[tuple[lxml_html.HtmlElement, int]] = []
    counts = [0]
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            counts[-1] += 0 if silent else _measure(element.tail)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        is_silent = tag == "a" or tag in NOT_SHOWN
        if event == "start":
            silent += is_silent
            counts.append(0 if silent else _measure(element.text))
            continue
        silent -= is_silent
        count = counts.pop()
        if count >= _LEAST and _is_called_zone(element, tag):
            held.append((element, count))
        counts[-1] += count + (0 if silent else _measure(element.tail))
    return held, counts[0]


def _measure(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    return length if length >= _SENTENCE else 0


@cache
def _zones() -> dict[str, frozenset[str]]:
    zones: dict[str, set[str]] = {"tag": set(), "role": set(), "class": set(), "notice": set(), "denial": set()}
    for row in load_vocabulary("site_zones"):
        zones[row["where"]].add(row["token"])
    zones["class"] |= zones["notice"]
    return {where: frozenset(tokens) for where, tokens in zones.items()}
