"""The id of a document: ``<language>-<date>-<body>-<type>[-<n>]``, e.g. ``ar-2013-09-25-cg-mali-report``.

A resolution carries its number (``en-2016-10-18-cfm-resolution-52-43-pol``), the cover of a collection says so, and an
extraordinary session is told from the ordinary one (``en-2014-08-12-cfm-ex-final-communique``).
"""

from __future__ import annotations

import re

from oic_reports.model import Header

# Arabic letters of committees (political, Palestine, economic, organic, minorities), as they sound
_SUFFIXES = {"س": "s", "ف": "f", "أ": "a", "ق": "q", "ت": "t", "م": "m", "ث": "th", "ا": "a", "ع": "e"}
_UNKNOWN_DATE = "0000-00-00"
_NO_BODY = "oic"
_NO_TYPE = "document"
_EXTRAORDINARY_SUMMIT = "eis"


def propose_id(header: Header) -> str:
    """The id that a document's own facts give it; what is not known to the day or month is zero (``2014-05-00``)."""
    kind = (header.document_type or _NO_TYPE).replace("_", "-")
    stem = f"{header.language}-{_print_date(header)}-{_print_body(header)}-{kind}"
    if header.part == 0:
        return f"{stem}-collection"
    number = _print_number(header.resolution_number) if header.resolution_number else ""
    return f"{stem}-{number}" if number else stem


def _print_body(header: Header) -> str:
    """The body; an extraordinary session is told apart (``cfm-ex``), unless it is a body of its own (``eis``)."""
    body = header.body_id or _NO_BODY
    is_apart = header.session_kind == "extraordinary" and header.body_id not in {None, _EXTRAORDINARY_SUMMIT}
    return f"{body}-ex" if is_apart else body


def _print_number(number: str) -> str:
    """A resolution's number in letters that addresses take: ``15-38-s`` for ``15/38-س``."""
    spelled = "".join(_SUFFIXES.get(letter, letter) for letter in number)
    return re.sub(r"[^a-z0-9]+", "-", spelled.lower()).strip("-")


def _print_date(header: Header) -> str:
    if not header.date:
        return _UNKNOWN_DATE
    if header.date_precision == "year":
        return f"{header.date[:4]}-00-00"
    if header.date_precision == "month":
        return f"{header.date[:7]}-00"
    return header.date


def print_work_id(document_id: str) -> str:
    """The id of the work, whatever the language: the document id without it."""
    return document_id.split("-", 1)[1]
