"""Characters that a program wrote as references where none is read: ``&amp;#1575;`` in a page, ``&eacute;`` in text.

A page shows a reader the reference, not the letter. They are turned back where there are several: one may be meant.
"""

from __future__ import annotations

import html
import re

_IN_PAGE = re.compile(r"&amp;(?P<reference>(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d?);)")
_IN_TEXT = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d?);")
# references by chance: one that explains itself, one in an address
_FEW = 3


def undo_escapes(text: str, media_type: str) -> str:
    """The text with letters for references that stand where no reference is read; as it was where there are few."""
    if "&" not in text:
        return text
    if media_type == "text/html":
        return text if len(_IN_PAGE.findall(text)) < _FEW else _IN_PAGE.sub(r"&\g<reference>", text)
    if media_type != "text/plain" or len(_IN_TEXT.findall(text)) < _FEW:
        return text
    return _IN_TEXT.sub(lambda match: html.unescape(match.group()), text)
