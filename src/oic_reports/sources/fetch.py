"""A fetch run: every address of the catalogue is visited, politely, and what is new or changed goes into the raw store.

Sites are visited side by side, the addresses of one site one after the other: those that were never asked first, then
those asked longest ago, so that a run that ends early is made good by the next. An address that fails stops no other.
"""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import httpx

from oic_reports.sources.catalogue import Catalogue, CatalogueRow
from oic_reports.sources.client import Answer, Client
from oic_reports.sources.clock import Clock
from oic_reports.sources.download import Downloader, Manners, Validators, is_front_page
from oic_reports.sources.faults import FetchError, GoneError, LeftAloneError, RefusedError, TransientError
from oic_reports.sources.hosts import Hosts
from oic_reports.sources.naming import name_file, name_folder
from oic_reports.sources.outcome import Outcome
from oic_reports.sources.receipts import Receipt, Receipts, load_receipts, name_further
from oic_reports.sources.robots import Robots
from oic_reports.sources.sidecar import RIGHTS, SUFFIX, Sidecar
from oic_reports.sources.store import FOLDER, RawStore
from oic_reports.sources.turns import Turns
from oic_reports.sources.visits import Visit, Visits

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
_LONGEST_HEADER = 300
_DAY = 86_400


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


Judge = Callable[[Path, str | None, bool], Judgement]


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a run behaves.

    Attributes:
        delay: least seconds between two requests to a site; 0 switches all pauses off (to measure).
        sites_at_once: sites that are visited side by side.
        most_failures: addresses that fail in a row before their site is left alone.
        longest_run: seconds after which no more addresses are visited.
        failing_days: days of failures after which they are reported.
        manners: how one request is made.
    """

    delay: float
    sites_at_once: int
    most_failures: int
    longest_run: float
    failing_days: float
    manners: Manners


class FetchRun:
    """One run over one catalogue."""

    def __init__(
        self, catalogue: Catalogue, store: RawStore, client: Client, judge: Judge, conduct: Conduct, clock: Clock
    ) -> None:
        """Prepare the run; nothing is asked yet.

        Args:
            catalogue: the addresses.
            store: where files go.
            client: sends requests.
            judge: says what a received file is (path, declared type, whether the transfer proved that it is whole).
            conduct: how the run behaves.
            clock: where time comes from.
        """
        self._catalogue = catalogue
        self._store = store
        self._judge = judge
        self._conduct = conduct
        self._clock = clock
        self._hosts = Hosts(catalogue)
        self._turns = {
            site.site: Turns(
                site.site,
                max(conduct.delay, site.delay_seconds or 0.0) if conduct.delay else 0.0,
                conduct.manners.longest_wait,
                conduct.most_failures,
                clock,
            )
            for site in catalogue.sites.values()
        }
        self.downloader = Downloader(client, self._hosts, self._turns.__getitem__, conduct.manners, clock)
        self.robots = Robots(self._load_small)
        self._receipts = Receipts()
        self._visits = Visits(store, {})
        self._lock = threading.Lock()
        self._is_stopped = threading.Event()
        self._end = 0.0

    def run(self, rows: Sequence[CatalogueRow]) -> list[Outcome]:
        """Visit addresses; the outcomes are in the order of the rows.

        Args:
            rows: of the catalogue; those that are to be visited.

        Raises:
            OSError: the store cannot be written; what was stored stays.
        """
        self._receipts = load_receipts(self._store, FOLDER)
        self._visits = Visits.load(self._store, [row.address for row in rows])
        self._end = self._clock.monotonic() + self._conduct.longest_run
        lanes: dict[str, list[CatalogueRow]] = {}
        for row in sorted(rows, key=self._find_age):
            lanes.setdefault(row.site, []).append(row)
        for lane in lanes.values():
            self._keep_promises(lane)
        outcomes: dict[str, Outcome] = {}
        with ThreadPoolExecutor(max_workers=max(1, min(self._conduct.sites_at_once, len(lanes)))) as pool:
            waiting = [pool.submit(self._visit_lane, lane) for lane in lanes.values()]
            try:
                for future in waiting:
                    outcomes.update({outcome.address: outcome for outcome in future.result()})
            except BaseException:
                self._is_stopped.set()
                raise
        return [outcomes[row.address] for row in rows if row.address in outcomes]

    def is_over(self) -> bool:
        """Whether the time of the run is over."""
        return self._clock.monotonic() > self._end

    def _find_age(self, row: CatalogueRow) -> tuple[bool, str]:
        visit = self._visits.find(row.address)
        return visit is not None, visit.asked.isoformat() if visit else ""

    def _keep_promises(self, lane: Sequence[CatalogueRow]) -> None:
        """Let a site rest as long as it asked for in an earlier run."""
        moments = [visit.not_before for row in lane if (visit := self._visits.find(row.address)) and visit.not_before]
        if moments:
            seconds = (max(moments) - self._clock.now()).total_seconds()
            self._turns[lane[0].site].rest(max(0.0, seconds))

    def _visit_lane(self, lane: Sequence[CatalogueRow]) -> list[Outcome]:
        outcomes = []
        staging = self._store.open_staging()
        try:
            for row in lane:
                if self._is_stopped.is_set():
                    break
                outcomes.append(self._visit(row, staging))
        finally:
            shutil.rmtree(staging)
        return outcomes

    def _visit(self, row: CatalogueRow, staging: Path) -> Outcome:
        before = self._visits.find(row.address)
        if self.is_over():
            return Outcome(row.address, row.site, "waiting", "run_over", "the time of the run was over")
        validators: Validators = {}
        received: Answer | None = None
        if row.state == "gone":
            outcome = Outcome(row.address, row.site, "gone", "gone", "the catalogue says that it is gone")
        else:
            validators = self._find_validators(row.address, before)
            outcome, received = self._ask(row, validators, staging)
        if outcome.outcome == "gone":
            outcome = self._ask_archive(row, outcome, staging)
        return self._remember(row, outcome, before, received)

    def _ask(self, row: CatalogueRow, validators: Validators, staging: Path) -> tuple[Outcome, Answer | None]:
        def end(outcome: str, error: FetchError) -> tuple[Outcome, None]:
            return Outcome(row.address, row.site, outcome, error.reason, error.detail), None

        try:
            answer = self.downloader.fetch(row.address, validators, staging / "body", self.robots)
            moved_to = answer.address if answer.moved_for_good else None
            if answer.status == httpx.codes.NOT_MODIFIED and validators:
                return Outcome(row.address, row.site, "unchanged", moved_to=moved_to), answer
            outcome = self._take(row, answer, archived_url=None)
        except GoneError as error:
            return end("gone", error)
        except RefusedError as error:
            return end("refused", error)
        except TransientError as error:
            return end("failed", error)
        except LeftAloneError as error:
            return end("waiting", error)
        return replace(outcome, moved_to=moved_to), answer

    def _ask_archive(self, row: CatalogueRow, gone: Outcome, staging: Path) -> Outcome:
        """The archive's copy of an address that is gone, if the catalogue names one and nothing was ever received."""
        if row.archive_address is None or self._receipts.find_latest(row.address) is not None:
            return gone
        try:
            answer = self.downloader.fetch(row.archive_address, {}, staging / "archived", self.robots)
            taken = self._take(row, answer, archived_url=answer.address)
        except FetchError as error:
            return replace(gone, detail=f"{gone.detail}; no copy from {row.archive_address}: {error.detail}")
        return replace(taken, reason=gone.reason, detail=gone.detail, from_archive=True)

    def _take(self, row: CatalogueRow, answer: Answer, archived_url: str | None) -> Outcome:
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
        if verdict.fault is not None:
            raise RefusedError(verdict.fault, verdict.detail)
        sidecar = self._describe(row, answer, verdict.media_type or "application/octet-stream", archived_url)
        file_name = self._store_file(row, answer.body, sidecar)
        return Outcome(row.address, row.site, "changed" if known else "new", file_name=file_name)

    def _store_file(self, row: CatalogueRow, body: Path, sidecar: Sidecar) -> str:
        content = (sidecar.model_dump_json(indent=2, exclude_none=True) + "\n").encode()
        # one at a time: two addresses with the same bytes must not store them twice
        with self._lock:
            file_name = self._receipts.find_file(sidecar.sha256)
            if file_name is not None:
                self._store.write(name_further(file_name, sidecar), content)
            else:
                name = name_file(row.address, sidecar.media_type)
                folder = f"{FOLDER}/{name_folder(row.site, name, sidecar.sha256)}"
                self._store.put(folder, {name: body, f"{name}{SUFFIX}": content})
                file_name = f"{folder}/{name}"
            self._receipts.add(file_name, sidecar)
        return file_name

    def _describe(self, row: CatalogueRow, answer: Answer, media_type: str, archived_url: str | None) -> Sidecar:
        now = self._clock.now().replace(microsecond=0)
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
            received=now.date(),
            fetched=now,
            status=answer.status,
            headers=headers,
            sha256=answer.sha256,
            bytes=answer.size,
            media_type=media_type,
            encoding=answer.charset,
            rights_note=RIGHTS,
        )

    def _find_validators(self, address: str, visit: Visit | None) -> Validators:
        """What a conditional request compares (RFC 9110, 13.1), where the content that it speaks of is in the store."""
        receipt = self._receipts.find_latest(address)
        if receipt is None or receipt.sidecar.archived_url is not None:
            return {}
        etag, modified = _read_validators(receipt)
        if visit is not None and visit.sha256 == receipt.sidecar.sha256:
            etag, modified = visit.etag or etag, visit.last_modified or modified
        named = {"If-None-Match": etag, "If-Modified-Since": modified}
        return {receipt.sidecar.final_url or address: {name: value for name, value in named.items() if value}}

    def _remember(self, row: CatalogueRow, outcome: Outcome, before: Visit | None, answer: Answer | None) -> Outcome:
        """Keep the visit for the next run; what the report needs to know of earlier ones is added to the outcome."""
        now = self._clock.now()
        has_failed = outcome.outcome in {"failed", "refused"}
        is_open = outcome.outcome == "waiting"
        since = (before.failing_since if before else None) or now
        told_before = bool(before and before.told)
        days = (now - since).total_seconds() / _DAY
        is_due = has_failed and not told_before and days >= self._conduct.failing_days
        latest = self._receipts.find_latest(row.address)
        visit = Visit(
            address=row.address,
            asked=before.asked if before and is_open else now,
            outcome=outcome.outcome,
            reason=outcome.reason,
            sha256=latest.sidecar.sha256 if latest else None,
            etag=answer.headers.get("etag") if answer else (before.etag if before else None),
            last_modified=answer.headers.get("last-modified") if answer else (before.last_modified if before else None),
            failing_since=since if has_failed else (before.failing_since if before and is_open else None),
            told=(is_due or told_before) and (has_failed or is_open),
            not_before=self._find_rest(row.site),
            moved_to=outcome.moved_to or (before.moved_to if before else None),
        )
        if not is_open or before is not None or visit.not_before:
            self._visits.keep(visit)
        return replace(
            outcome,
            moved_to=None if before is not None and before.moved_to == outcome.moved_to else outcome.moved_to,
            failing_since=visit.failing_since if has_failed else None,
            is_due=is_due,
            is_repeated=before is not None and (before.outcome, before.reason) == (outcome.outcome, outcome.reason),
            recovered=told_before and not has_failed and not is_open,
        )

    def _find_rest(self, site: str) -> dt.datetime | None:
        seconds = self._turns[site].find_wait()
        if seconds <= self._conduct.manners.longest_wait:
            return None
        return self._clock.now() + dt.timedelta(seconds=seconds)

    def _load_small(self, address: str) -> bytes:
        staging = self._store.open_staging()
        try:
            return self.downloader.load(address, staging / "body")
        finally:
            shutil.rmtree(staging)


def _read_validators(receipt: Receipt) -> tuple[str | None, str | None]:
    headers = receipt.sidecar.headers
    return headers.get("etag"), headers.get("last-modified")
