"""Links of a page, as an index page names them. Runs in the child process: a page is hostile until it is read."""

from __future__ import annotations

from urllib.parse import urljoin

import lxml.html

from oic_reports.reading.encoding import decode_text

_MOST = 5000
_LONGEST_TEXT = 300


def list_links(content: bytes, address: str, declared_encoding: str | None) -> list[tuple[str, str]]:
    """Absolute addresses and texts of the links of a page, in its order; the same address stands once.

    Args:
        content: the page.
        address: where it came from; a ``<base>`` in the page goes before it.
        declared_encoding: what the server said.

    Raises:
        UnreadableFileError: no encoding makes text of it.
    """
    text = decode_text(content, declared_encoding).text
    # an encoding named in the page was used already; the parser takes no text with a declaration
    root = lxml.html.document_fromstring(text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    named = root.find(".//base")
    base = _join(address, (named.get("href") or "").strip()) if named is not None else address
    found: dict[str, str] = {}
    for link in root.iter("a"):
        target = (link.get("href") or "").strip()
        if target and len(found) < _MOST:
            name = " ".join("".join(str(piece) for piece in link.itertext()).split())[:_LONGEST_TEXT]
            found.setdefault(_join(base, target), name)
    return [(target, name) for target, name in found.items() if target]


def _join(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return ""
