"""Links of a page, as an index page names them. Runs in the child process: a page is hostile until it is read."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.encoding import decode_text

# links of a page that are kept; characters of an address, and of the text of a link
_MOST = 5000
_LONGEST = 2000
_LONGEST_TEXT = 300
_CUT_SHORT = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"})


def list_links(content: bytes, address: str, declared_encoding: str | None) -> list[tuple[str, str]]:
    """Absolute addresses and texts of the links of a page, in its order; the same address stands once.

    At most 5,000 links are listed, and none of more than 2,000 characters.

    Args:
        content: the page.
        address: where it came from; the first ``<base>`` with an address goes before it.
        declared_encoding: what the server said.

    Raises:
        UnreadableFileError: no encoding makes text of it, or it is nested deeper than the parser goes.
    """
    text = decode_text(content, declared_encoding).text
    # an encoding named in the page was used already
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError:
        # nothing but white space or comments
        return []
    limits = [entry.message for entry in parser.error_log if entry.type_name in _CUT_SHORT]
    if limits:
        raise UnreadableFileError("damaged_file", f"the page could not be read to its end: {limits[0]}")
    bases = (_join(address, base.get("href", "")) for base in root.iter("base") if base.get("href") is not None)
    base = next(bases, None) or address
    found: dict[str, str] = {}
    for link in root.iter("a"):
        target = _join(base, link.get("href") or "") if (link.get("href") or "").strip() else ""
        if target and len(target) <= _LONGEST and len(found) < _MOST:
            name = " ".join("".join(str(piece) for piece in link.itertext()).split())[:_LONGEST_TEXT]
            found.setdefault(target, name)
    return list(found.items())


def _join(base: str, target: str) -> str:
    """A target as browsers take it (WHATWG URL Standard, 4.4); an empty string for what is none."""
    cleaned = re.sub(r"[\t\r\n]", "", target).strip().replace("\\", "/").replace(" ", "%20")
    try:
        return urljoin(base, cleaned) if len(cleaned) <= _LONGEST else ""
    except ValueError:
        return ""
