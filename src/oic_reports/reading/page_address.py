"""The address at which a web page says that it stands: its canonical link, or what a browser that saved it noted."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

# code points at the head of a page that are looked through; of an address
_HEAD = 100_000
_LONGEST = 2_000
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_SAYS = re.compile(r"\bcanonical\b|\bog:url\b|saved from url=", re.IGNORECASE)
# ``<!-- saved from url=(0024)https://www.oic-oci.org/ -->``, as browsers write it at the top of a saved page
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->", re.IGNORECASE)


def find_page_address(text: str) -> str | None:
    """The web address that the head of a page names as its own, whole; None where it names none, or two hosts.

    Sources: the browser's note, ``<link rel="canonical">`` (RFC 6596), ``<meta property="og:url">`` (Open Graph).
    """
    body = _BODY.search(text, 0, _HEAD)
    head = text[: body.start() if body else _HEAD]
    if not _SAYS.search(head):
        return None
    saved = _SAVED.search(head)
    named = [*([saved.group(1)] if saved else []), *_list_named(head)]
    addresses = [
        address for address in named if re.match(r"https?://[^\s<>\"]+$", address) and len(address) <= _LONGEST
    ]
    hosts = {address.split("/")[2].lower().removeprefix("www.") for address in addresses}
    return addresses[0] if len(hosts) == 1 else None


def _list_named(head: str) -> list[str]:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(head.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        # the reader of the page says what is wrong with it
        return []
    links = [link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()]
    links += [meta.get("content", "") for meta in root.iter("meta") if meta.get("property", "").lower() == "og:url"]
    return [link.strip() for link in links if link.strip()]
