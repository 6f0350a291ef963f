"""One visit of one address: what is there is asked for, judged, and stored if it is not in the store.

What a run remembers of earlier visits is an input; what becomes of the visit is an ``Outcome`` (see ``fetch_run``).
"""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Protocol

from oic_reports.sources.catalogue import CatalogueRow
from oic_reports.sources.client import Answer
from oic_reports.sources.clock import Clock
from oic_reports.sources.download import Downloader, Validators, is_front_page
from oic_reports.sources.faults import FetchError, GoneError, LeftAloneError, RefusedError, TransientError
from oic_reports.sources.naming import name_file, name_folder
from oic_reports.sources.outcome import Outcome
from oic_reports.sources.raw_store import FOLDER, RawStore, hash_file
from oic_reports.sources.receipts import Receipts, find_moment, name_further
from oic_reports.sources.robots import Robots
from oic_reports.sources.sidecar import Sidecar
from oic_reports.sources.sidecar_place import SUFFIX
from oic_reports.sources.visit_memory import Visit

# header fields that are kept: they tell how old a content is, what it claims to be, and what an archive says of it
_KEPT_HEADERS = (
    "content-type",
    "content-length",
    "content-encoding",
    "content-language",
    "content-disposition",
    "date",
    "etag",
    "last-modified",
    "server",
    "memento-datetime",
)
# characters of a header that are kept
_LONGEST_HEADER = 300
_SENDABLE = re.compile(r"[\x20-\x7e]{1,300}")


class Judgement(Protocol):
    """The verdict on what arrived (see ``reading.arrival``)."""

    @property
    def media_type(self) -> str | None:
        """What it is."""

    @property
    def fault(self) -> str | None:
        """Why it is not taken."""

    @property
    def detail(self) -> str:
        """What shows it."""

    @property
    def is_doubt(self) -> bool:
        """Whether the same bytes, received once more, would be taken."""


Judge = Callable[[Path, str | None, bool], Judgement]


@dataclass(frozen=True, slots=True)
class Visited:
    """The outcome of a visit; the answer, if it holds for the content in the store; a content that is in doubt."""

    outcome: Outcome
    answer: Answer | None = None
    doubted: str | None = None


class DoubtError(RefusedError):
    """What came may be cut short; the same bytes, received in another run, are taken."""

    def __init__(self, reason: str, detail: str, sha256: str) -> None:
        super().__init__(reason, detail)
        self.sha256 = sha256


class Visitor:
    """Visits addresses, several threads at once; each gives a staging folder of its own."""

    def __init__(
        self, downloader: Downloader, robots: Robots, store: RawStore, receipts: Receipts, judge: Judge, clock: Clock
    ) -> None:
        """Ask nothing yet.

        Args:
            downloader: fetches one address.
            robots: what sites allow.
            store: where files go.
            receipts: what is in the store; new files are added.
            judge: says what a received file is (path, declared type, whether the transfer proved that it is whole).
            clock: where time comes from.
        """
        self._downloader = downloader
        self._robots = robots
        self._store = store
        self._receipts = receipts
        self._judge = judge
        self._clock = clock
        self._lock = threading.Lock()

    def visit(self, row: CatalogueRow, before: Visit | None, staging: Path) -> Visited:
        """Visit one address.

        Args:
            row: of the catalogue.
            before: what is remembered of the last visit.
            staging: a folder for what is on its way.

        Raises:
            OSError: the store cannot be written.
        """
        if row.state == "gone":
            visited = Visited(Outcome(row.address, row.site, "gone", "gone", "the catalogue says that it is gone"))
        else:
            visited = self._ask(row, before, staging)
        if visited.outcome.outcome == "gone":
            return replace(visited, outcome=self._ask_archive(row, visited.outcome, staging))
        return visited

    def _ask(self, row: CatalogueRow, before: Visit | None, staging: Path) -> Visited:
        def end(outcome: str, error: FetchError) -> Visited:
            doubted = error.sha256 if isinstance(error, DoubtError) else None
            return Visited(Outcome(row.address, row.site, outcome, error.reason, error.detail), doubted=doubted)

        validators = self._find_validators(row.address, before)
        try:
            answer = self._downloader.fetch(row.address, validators, staging / "body", self._robots)
            moved_to = answer.address if answer.moved_for_good else None
            if answer.status == HTTPStatus.NOT_MODIFIED and answer.address in validators:
                return Visited(Outcome(row.address, row.site, "unchanged", moved_to=moved_to), answer)
            outcome = self._take(row, answer, before.doubted if before else None, archived_url=None)
        except GoneError as error:
            return end("gone", error)
        except RefusedError as error:
            return end("refused", error)
        except TransientError as error:
            return end("failed", error)
        except LeftAloneError as error:
            return end("waiting", error)
        return Visited(replace(outcome, moved_to=moved_to), answer)

    def _ask_archive(self, row: CatalogueRow, gone: Outcome, staging: Path) -> Outcome:
        """The archive's copy of an address that is gone, if the catalogue names one and nothing was ever received."""
        if row.archive_address is None or self._receipts.find_latest(row.address) is not None:
            return gone
        try:
            answer = self._downloader.fetch(row.archive_address, {}, staging / "archived", self._robots)
            taken = self._take(row, answer, None, archived_url=answer.address)
        except FetchError as error:
            return replace(gone, detail=f"{gone.detail}; no copy from {row.archive_address}: {error.detail}")
        return replace(taken, reason=gone.reason, detail=gone.detail, from_archive=True)

    def _take(self, row: CatalogueRow, answer: Answer, doubted: str | None, archived_url: str | None) -> Outcome:
        """Judge what was received, and store it if it is not there.

        Raises:
            RefusedError: ``status``, ``front_page``, or the judge's reason.
        """
        if answer.body is None:
            reason = "status"
            raise RefusedError(reason, f"the server says {answer.status}, though nothing was compared")
        if archived_url is None and is_front_page(row.address, answer.address):
            reason = "front_page"
            raise RefusedError(reason, f"redirected to the front page {answer.address}")
        known = self._receipts.find_latest(row.address)
        if known is not None and known.sidecar.sha256 == answer.sha256:
            return Outcome(row.address, row.site, "unchanged")
        verdict = self._judge(answer.body, answer.headers.get("content-type"), answer.is_complete)
        if verdict.fault is not None and not verdict.is_doubt:
            raise RefusedError(verdict.fault, verdict.detail)
        if verdict.fault is not None and answer.sha256 != doubted:
            raise DoubtError(verdict.fault, verdict.detail, answer.sha256)
        sidecar = self._describe(row, answer, verdict.media_type or "application/octet-stream", archived_url)
        file_name = self._store_file(row, answer.body, sidecar)
        return Outcome(row.address, row.site, "changed" if known else "new", file_name=file_name)

    def _store_file(self, row: CatalogueRow, body: Path, sidecar: Sidecar) -> str:
        """Put a file into the store, or a further receipt beside the same bytes; the file's name.

        Raises:
            RefusedError: ``store_damaged``: other bytes lie under the file's name.
        """
        content = (sidecar.model_dump_json(indent=2, exclude_none=True) + "\n").encode()
        # one at a time: two addresses with the same bytes must not store them twice
        with self._lock:
            file_name = self._receipts.find_file(sidecar.sha256)
            if file_name is not None:
                self._store.write(name_further(file_name, sidecar), content)
            else:
                name = name_file(row.address, sidecar.media_type)
                folder = f"{FOLDER}/{name_folder(row.site, name, sidecar.sha256)}"
                file_name = f"{folder}/{name}"
                if not self._store.put(folder, {name: body, f"{name}{SUFFIX}": content}):
                    self._mend(file_name, body, sidecar, content)
            self._receipts.add(file_name, sidecar)
        return file_name

    def _mend(self, file_name: str, body: Path, sidecar: Sidecar, content: bytes) -> None:
        """A folder that somebody has taken the file or its sidecar out of gets them back."""
        if not list(self._store.read_many([file_name])):
            self._store.write(file_name, body.read_bytes())
        elif hash_file(self._store.find_local(file_name))[0] != sidecar.sha256:
            reason = "store_damaged"
            raise RefusedError(reason, f"other bytes lie under the name {file_name}: move them away")
        self._store.write(f"{file_name}{SUFFIX}", content)

    def _describe(self, row: CatalogueRow, answer: Answer, media_type: str, archived_url: str | None) -> Sidecar:
        moment = self._clock.now().replace(microsecond=0)
        known = self._receipts.find_latest(row.address)
        if known is not None:
            # the newer receipt is the later one, whatever the machine's clock said once
            moment = max(moment, find_moment(known.sidecar) + dt.timedelta(seconds=1))
        headers = {name: answer.headers[name][:_LONGEST_HEADER] for name in _KEPT_HEADERS if name in answer.headers}
        return Sidecar(
            url=row.address,
            archived_url=archived_url,
            final_url=answer.address if answer.address not in {row.address, archived_url} else None,
            symbol=row.symbol,
            how_obtained=(
                "fetched from an archive by the pipeline, since the address was gone"
                if archived_url
                else "fetched from the address by the pipeline"
            ),
            received=moment.date(),
            fetched=moment,
            status=answer.status,
            headers=headers,
            sha256=answer.sha256,
            bytes=answer.size,
            media_type=media_type,
            encoding=answer.charset,
        )

    def _find_validators(self, address: str, visit: Visit | None) -> Validators:
        """What a conditional request compares (RFC 9110, 13.1), where the content that it speaks of is in the store."""
        receipt = self._receipts.find_latest(address)
        if receipt is None or receipt.sidecar.archived_url is not None:
            return {}
        headers = receipt.sidecar.headers
        etag, modified = headers.get("etag"), headers.get("last-modified")
        if visit is not None and visit.sha256 == receipt.sidecar.sha256:
            etag, modified = visit.etag or etag, visit.last_modified or modified
        named = {"If-None-Match": etag, "If-Modified-Since": modified}
        sendable = {name: value for name, value in named.items() if value and _SENDABLE.fullmatch(value)}
        return {receipt.sidecar.final_url or address: sendable} if sendable else {}
