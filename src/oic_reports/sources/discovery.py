"""New addresses from index pages: each rule of ``discovery.csv`` proposes, and a person decides.

Proposals lie in ``proposals.csv`` in the form of the catalogue. A row that is wanted is copied to the catalogue; one
that is not wanted is copied there too, with the state ``ignored``, and is not proposed again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from oic_reports.sources.catalogue import Catalogue, CatalogueRow, DiscoveryRule, canonical_address
from oic_reports.sources.client import Answer
from oic_reports.sources.download import Downloader
from oic_reports.sources.faults import FetchError, RefusedError
from oic_reports.sources.hosts import Hosts
from oic_reports.sources.robots import Robots

PROPOSALS = "proposals.csv"
# bytes of an index page
_MOST_BYTES = 5 << 20
# what a spreadsheet would take for a formula (OWASP, "CSV injection")
_FORMULA = re.compile(r"^[\s\u00a0]*[=+\-@'＝＋－＠]")

ListLinks = Callable[[Path, str, str | None], Sequence[tuple[str, str]]]


class Discovery:
    """Follows the rules of a catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        known: Sequence[CatalogueRow],
        downloader: Downloader,
        robots: Robots,
        list_links: ListLinks,
    ) -> None:
        """Ask nothing yet.

        Args:
            catalogue: the hosts that may be asked, and the rules.
            known: rows whose addresses are not proposed, those that fail a check among them.
            downloader: fetches index pages, with the politeness of any request.
            robots: what sites allow.
            list_links: addresses and texts of the links of a page (file, its address, declared encoding).
        """
        self._catalogue = catalogue
        self._downloader = downloader
        self._robots = robots
        self._list_links = list_links
        self._hosts = Hosts(catalogue)
        self._known = {
            address
            for row in known
            for address in (row.address, row.archive_address, row.printer_address, *row.other_languages)
            if address
        }

    def propose(self, first_seen: str, staging: Path) -> tuple[list[CatalogueRow], list[str]]:
        """New rows in the order of rules and links; also what went wrong, one line an index page.

        Args:
            first_seen: the day of this run (ISO).
            staging: a folder for the pages.
        """
        rows: dict[str, CatalogueRow] = {}
        remarks = []
        pages: dict[str, Sequence[tuple[str, str]]] = {}
        for rule in self._catalogue.rules:
            try:
                if rule.index_address not in pages:
                    pages[rule.index_address] = self._load(rule, staging)
            except FetchError as error:
                remarks.append(f"index page {rule.index_address}: {error.reason}: {error.detail}")
                pages[rule.index_address] = ()
            for target, text in pages[rule.index_address]:
                row = self._make_row(rule, target, text, first_seen)
                if row is not None:
                    rows.setdefault(row.address, row)
        return list(rows.values()), remarks

    def _load(self, rule: DiscoveryRule, staging: Path) -> Sequence[tuple[str, str]]:
        body = staging / "index"
        answer: Answer = self._downloader.fetch(rule.index_address, {}, body, self._robots, _MOST_BYTES)
        if answer.body is None:
            reason = "status"
            raise RefusedError(reason, f"the server says {answer.status}, though nothing was compared")
        return self._list_links(body, answer.address, answer.charset)

    def _make_row(self, rule: DiscoveryRule, target: str, text: str, first_seen: str) -> CatalogueRow | None:
        try:
            address = canonical_address(target)
        except ValueError:
            return None
        if address in self._known or not re.fullmatch(rule.link_pattern, address) or not self._hosts.may_ask(address):
            return None
        return CatalogueRow(
            address=address,
            site=self._hosts.find_site(address),
            language=rule.language or "",
            document_type=rule.document_type,
            body_id=None,
            session=None,
            date=None,
            symbol=None,
            title=f"'{text}" if _FORMULA.match(text) else text or None,
            archive_address=None,
            printer_address=None,
            other_languages=(),
            state="active",
            duplicate_of=None,
            first_seen=first_seen,
            note=f"found on {rule.index_address}",
        )


def print_rows(rows: Sequence[CatalogueRow]) -> bytes:
    """Rows as a file in the form of the catalogue."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(CatalogueRow.__slots__)
    for row in rows:
        values = [getattr(row, name) for name in CatalogueRow.__slots__]
        writer.writerow([" ".join(value) if isinstance(value, tuple) else value or "" for value in values])
    return file.getvalue().encode()
