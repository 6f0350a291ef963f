"""Pages that the programming interface of a site gives: HTML as a string inside JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

_TAG = re.compile(r"<(?:p|div|br|ol|ul|li|table|h[1-6]|span|strong)\b[^<>]{0,2000}>", re.IGNORECASE)
_TITLES = ("title", "headline", "name")
# levels of a JSON text that are looked into
_DEEPEST = 20


def unwrap_page(text: str) -> str | None:
    """The page inside a JSON text: its longest string with markup, its title before it; None where there is none."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if not stripped.startswith(("{", "[")):
        return None
    try:
        answer = json.loads(stripped)
    except (ValueError, RecursionError):
        return None
    strings = list(_walk(answer, "", 0))
    pages = [value for _, value in strings if _TAG.search(value)]
    if not pages:
        return None
    page = max(pages, key=len)
    titles = [value for path, value in strings if path in _TITLES and value.strip()]
    title = _strip(titles[0]) if titles else ""
    if title and title not in _strip(page):
        return f"<h1>{html.escape(title)}</h1>\n{page}"
    return page


def _walk(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """Every string with the name that it stands under; ``rendered`` and ``value`` stand for the name above them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _walk(inside, name if key in {"rendered", "value", "raw"} else key, depth + 1)
    elif isinstance(value, list):
        for inside in value:
            yield from _walk(inside, name, depth + 1)


def _strip(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", markup)).split())
