"""The text of a report as it is compared with that of others: without what the page or the site added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from oic_reports.model import Block, Report

FURNITURE = frozenset({"boilerplate", "running_header", "page_mark"})


def list_body(reports: Sequence[Report]) -> Iterator[Block]:
    """The paragraphs of reports but for furniture."""
    return (block for report in reports for block in report.blocks if block.role not in FURNITURE)


def print_fingerprint(reports: Sequence[Report]) -> str:
    """The sha256, as hex digits, of the text of all reports of a file, white space and furniture apart."""
    return hashlib.sha256("".join("".join(block.text for block in list_body(reports)).split()).encode()).hexdigest()
