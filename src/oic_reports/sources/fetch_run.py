"""A fetch run: every address of the catalogue is visited, politely, and what is new or changed goes into the raw store.

Sites are visited side by side, the addresses of one site one after the other: those that were never asked first, then
those asked longest ago, so that a run that ends early is made good by the next. An address that fails stops no other.
"""

from __future__ import annotations

import datetime as dt
import logging
import shutil
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from oic_reports.sources.catalogue import Catalogue, CatalogueRow
from oic_reports.sources.client import LONGEST_REST, Client
from oic_reports.sources.clock import Clock
from oic_reports.sources.download import Downloader, Manners
from oic_reports.sources.hosts import Hosts
from oic_reports.sources.outcome import Outcome
from oic_reports.sources.raw_store import FOLDER, RawStore
from oic_reports.sources.receipts import Receipts, load_receipts
from oic_reports.sources.robots import Robots
from oic_reports.sources.turns import Turns
from oic_reports.sources.visit import Judge, Visited, Visitor
from oic_reports.sources.visit_memory import SiteVisit, Visit, Visits

# seconds
_DAY = 86_400
_LOGGER = logging.getLogger(__name__)


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
    """One run over one catalogue.

    ``downloader`` and ``robots`` may be used for other addresses, with the same politeness. ``failure`` is what stopped
    the run, if the store could not be written: what was stored before stays.
    """

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
        self.downloader = Downloader(client, Hosts(catalogue), self._turns.__getitem__, conduct.manners, clock)
        self.robots = Robots(self._load_small)
        self.failure: OSError | None = None
        self._receipts = Receipts()
        self._visits = Visits(store, {})
        self._visitor = self._make_visitor()
        self._kept: dict[str, Visit] = {}
        self._rests: dict[str, dt.datetime] = {}
        self._lock = threading.Lock()
        self._is_stopped = threading.Event()
        self._end = 0.0

    def run(self, rows: Sequence[CatalogueRow]) -> list[Outcome]:
        """Visit addresses; the outcomes are in the order of the rows, and fewer than these if the run was stopped.

        Args:
            rows: of the catalogue; those that are to be visited.

        Raises:
            OSError: the store cannot be read.
        """
        self._receipts = load_receipts(self._store, FOLDER)
        self._visitor = self._make_visitor()
        self._visits = Visits.load(self._store, [row.address for row in rows])
        self._end = self._clock.monotonic() + self._conduct.longest_run
        for site, rest in self._visits.find_rests(self._turns).items():
            seconds = (rest.not_before - self._clock.now()).total_seconds()
            # a moment further away was written by a clock that was wrong
            if 0 < seconds <= LONGEST_REST:
                self._turns[site].grant(seconds)
        lanes: dict[str, list[CatalogueRow]] = {}
        for row in sorted(rows, key=self._find_age):
            lanes.setdefault(row.site, []).append(row)
        outcomes: dict[str, Outcome] = {}
        with ThreadPoolExecutor(max_workers=max(1, min(self._conduct.sites_at_once, len(lanes)))) as pool:
            for lane in [pool.submit(self._visit_lane, lane) for lane in lanes.values()]:
                try:
                    outcomes.update({outcome.address: outcome for outcome in lane.result()})
                except BaseException:
                    self._is_stopped.set()
                    raise
        return [outcomes[row.address] for row in rows if row.address in outcomes]

    def is_over(self) -> bool:
        """Whether the time of the run is over."""
        return self._clock.monotonic() > self._end

    def mark_told(self, outcomes: Iterable[Outcome]) -> None:
        """Remember that a report has named what it names once: failures of days, and new addresses.

        Raises:
            OSError: the store cannot be written.
        """
        for outcome in outcomes:
            if (outcome.is_due or outcome.moved_to) and outcome.address in self._kept:
                visit = self._kept[outcome.address]
                told = {"told": visit.told or outcome.is_due, "moved_to": outcome.moved_to or visit.moved_to}
                self._visits.keep(visit.model_copy(update=told))

    def keep_rests(self) -> None:
        """Remember for the next run how long sites want to be left alone.

        Raises:
            OSError: the store cannot be written.
        """
        for site, turns in self._turns.items():
            wish = turns.find_wish()
            if wish <= 0:
                continue
            until = (self._clock.now() + dt.timedelta(seconds=wish)).replace(microsecond=0)
            with self._lock:
                is_new = until > self._rests.get(site, dt.datetime.min.replace(tzinfo=dt.UTC))
                if is_new:
                    self._rests[site] = until
            if is_new:
                self._visits.keep_rest(site, SiteVisit(not_before=until))

    def _make_visitor(self) -> Visitor:
        return Visitor(self.downloader, self.robots, self._store, self._receipts, self._judge, self._clock)

    def _find_age(self, row: CatalogueRow) -> str:
        visit = self._visits.find(row.address)
        return visit.asked.isoformat() if visit is not None and visit.asked is not None else ""

    def _visit_lane(self, lane: Sequence[CatalogueRow]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        try:
            staging = self._store.open_staging()
            try:
                for row in lane:
                    if self._is_stopped.is_set():
                        break
                    outcomes.append(self._visit(row, staging))
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        except OSError as error:
            self.failure = error
            self._is_stopped.set()
        return outcomes

    def _visit(self, row: CatalogueRow, staging: Path) -> Outcome:
        before = self._visits.find(row.address)
        if self.is_over():
            outcome = Outcome(row.address, row.site, "waiting", "run_over", "the time of the run was over")
            return self._remember(row, Visited(outcome), before)
        try:
            visited = self._visitor.visit(row, before, staging)
        except OSError:
            raise
        except Exception as error:
            # a fault of ours, met at one address: it is told, and stops no other
            _LOGGER.exception("the visit of %s failed", row.address)
            detail = f"a fault of the program: {type(error).__name__}: {error}"
            visited = Visited(Outcome(row.address, row.site, "failed", "internal_error", detail))
        return self._remember(row, visited, before)

    def _remember(self, row: CatalogueRow, visited: Visited, before: Visit | None) -> Outcome:
        """Keep the visit for the next run; what the report needs to know of earlier ones is added to the outcome."""
        self.keep_rests()
        outcome, answer = visited.outcome, visited.answer
        now = self._clock.now()
        is_open = outcome.outcome == "waiting"
        has_nothing = outcome.outcome in {"failed", "refused", "gone"}
        since = (before.failing_since if before else None) or now
        told = bool(before and before.told)
        latest = self._receipts.find_latest(row.address)
        old = before or Visit(address=row.address, asked=None, outcome="")
        visit = Visit(
            address=row.address,
            asked=old.asked if is_open else now,
            outcome=old.outcome if is_open else outcome.outcome,
            reason=old.reason if is_open else outcome.reason,
            sha256=latest.sidecar.sha256 if latest else None,
            etag=answer.headers.get("etag") if answer else old.etag,
            last_modified=answer.headers.get("last-modified") if answer else old.last_modified,
            failing_since=since if has_nothing else (old.failing_since if is_open else None),
            told=told and (has_nothing or is_open),
            moved_to=old.moved_to,
            # a failure in between says nothing of the content
            doubted=visited.doubted or (old.doubted if outcome.outcome in {"failed", "waiting"} else None),
        )
        if not is_open:
            self._visits.keep(visit)
            self._kept[row.address] = visit
        days = (now - since).total_seconds() / _DAY
        return replace(
            outcome,
            moved_to=None if old.moved_to == outcome.moved_to else outcome.moved_to,
            failing_since=since if has_nothing else None,
            is_due=outcome.outcome in {"failed", "refused"} and not told and days >= self._conduct.failing_days,
            # once a failure was named, its other reasons are the same failure
            is_repeated=old.outcome == outcome.outcome and (told or old.reason == outcome.reason),
            recovered=(told or old.outcome == "gone") and not has_nothing and not is_open,
        )

    def _load_small(self, address: str) -> bytes:
        staging = self._store.open_staging()
        try:
            return self.downloader.load(address, staging / "body")
        finally:
            shutil.rmtree(staging)
