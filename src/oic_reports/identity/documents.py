"""The id of a document: ``<language>-<date>-<body>-<type>[-<n>]``, e.g. ``ar-2013-09-25-cg-mali-report``."""

from __future__ import annotations

from oic_reports.model import Header

_UNKNOWN_DATE = "0000-00-00"
_NO_BODY = "oic"
_NO_TYPE = "document"


def propose_id(header: Header) -> str:
    """The id that a document's own facts give it; what is not known to the day or month is zero (``2014-05-00``)."""
    kind = (header.document_type or _NO_TYPE).replace("_", "-")
    return f"{header.language}-{_print_date(header)}-{header.body_id or _NO_BODY}-{kind}"


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
