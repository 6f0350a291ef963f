"""Everything that brings files into the raw store: the inbox, the addresses of the catalogue, and the report of it.

This is where ``sources`` meets the judge of what arrived (``reading``) and the checks of the catalogue (``checks``).
One fetch runs at a time on a machine: two would ask a site twice as often.
"""

from __future__ import annotations

import re
import shutil
import ssl
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version as installed_version
from pathlib import Path

from oic_reports.checks.verdict import CheckResult
from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.disk.writing import say_unwritable
from oic_reports.errors import ForeseenError, UnreadableFileError
from oic_reports.isolation.extraction import make_limits
from oic_reports.isolation.parent import list_links_isolated
from oic_reports.reading.arrival import Arrival, judge_arrival
from oic_reports.settings import Settings
from oic_reports.sources.catalogue import Catalogue, CatalogueError, CatalogueRow, load_catalogue
from oic_reports.sources.client import Client, Limits
from oic_reports.sources.clock import Clock
from oic_reports.sources.discovery import PROPOSALS, Discovery, print_rows
from oic_reports.sources.download import Manners
from oic_reports.sources.faults import RefusedError
from oic_reports.sources.fetch_report import FetchReport
from oic_reports.sources.fetch_run import Conduct, FetchRun
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.inbox import INBOX, Taken, has_files, take_in
from oic_reports.sources.left import LEFT, write_left
from oic_reports.sources.network import Resolver, resolve
from oic_reports.sources.object_store import StoreError
from oic_reports.sources.raw_store import RawStore, open_store
from oic_reports.sources.robots import AGENT

RUNS = "runs"
_LOCK = ".fetch/lock"
# what a header field may hold, and a person may write to
_CONTACT = re.compile(r"[\x20-\x7e]{5,200}")
# faults of an arrival (``fetch_reasons.csv``) that no later reader mends
_NEVER_READ = frozenset({"empty", "unknown_type"})
_VISITED = frozenset({"active", "gone"})


class FetchStoppedError(ForeseenError):
    """Addresses were to be visited and were not."""


def fetch_all(
    settings: Settings,
    clock: Clock,
    *,
    download: bool,
    site: str | None = None,
    resolver: Resolver = resolve,
    verify: ssl.SSLContext | None = None,
) -> FetchReport:
    """Take the inbox in and, if asked, visit the catalogue's addresses; the report is also written to ``raw/runs/``.

    Args:
        settings: where things are, and limits.
        clock: where time comes from.
        download: whether addresses are visited; without it no network is used.
        site: visit the addresses of one site only.
        resolver: finds the IP addresses of a name.
        verify: which certificates are trusted; the usual ones where None.

    Raises:
        UnwritableError: the disk refuses to write into ``raw/``; where there is nothing to write, that does no harm.
        OSError: ``raw/`` cannot be read.
    """
    begun = clock.now()
    empty = FetchReport(begun, begun)
    left = settings.raw / INBOX / LEFT
    with say_unwritable(settings.raw):
        if not download and not has_files(settings.raw / INBOX):
            # a disk that may only be read refuses to remove even what is not there
            if left.exists():
                left.unlink()
            return empty
        try:
            with hold_lock(settings.raw / _LOCK):
                return _fetch(empty, settings, clock, site, resolver, verify, download=download)
        except LockedError:
            return replace(empty, stopped="another fetch is running over this data folder; this one did nothing")


def _fetch(
    report: FetchReport,
    settings: Settings,
    clock: Clock,
    site: str | None,
    resolver: Resolver,
    verify: ssl.SSLContext | None,
    *,
    download: bool,
) -> FetchReport:
    try:
        store = open_store(settings.raw, settings.raw_url, settings.copies)
        store.sweep()
        report = replace(report, taken=_take_in(settings.raw / INBOX, store, report.begun))
        if download:
            report = _visit(report, settings, store, clock, site, resolver, verify)
    except StoreError as error:
        report = replace(report, stopped=str(error))
    if not report.outcomes:
        report = replace(report, ended=clock.now())
        _keep(report, settings.raw)
    return report


def _take_in(inbox: Path, store: RawStore, begun: datetime) -> tuple[Taken, ...]:
    """Take the inbox in, and write down in it what stays there."""
    taken = take_in(inbox, store, begun.date(), begun.timestamp(), _refuse_kind)
    if inbox.is_dir():
        stays = {
            outcome: [(entry.name, entry.note) for entry in taken if entry.outcome == outcome]
            for outcome in ("left", "passed_over")
        }
        write_left(inbox, stays["left"], stays["passed_over"])
    return taken


def _refuse_kind(path: Path) -> str | None:
    """Why no reader can ever make anything of a file: its kind, or that it is empty."""
    arrival = judge_arrival(path, None, is_complete=True)
    return arrival.detail if arrival.fault in _NEVER_READ else None


def _visit(
    report: FetchReport,
    settings: Settings,
    store: RawStore,
    clock: Clock,
    site: str | None,
    resolver: Resolver,
    verify: ssl.SSLContext | None,
) -> FetchReport:
    if not _CONTACT.fullmatch(settings.contact or ""):
        stopped = "nothing was fetched: say who asks (OIC_REPORTS_CONTACT: a mail address or a web page, in ASCII)"
        return replace(report, stopped=stopped)
    try:
        catalogue, left_out = load_checked(settings.raw)
    except CatalogueError as error:
        return replace(report, stopped=f"nothing was fetched: {error}")
    if site is not None and site not in catalogue.sites:
        return replace(report, stopped=f"nothing was fetched: sites.csv has no site {site}")
    rows = [row for row in catalogue.rows if row.state in _VISITED and site in {None, row.site}]
    client = Client(
        f"{AGENT}/{installed_version('oic-reports')} (+{settings.contact})",
        Limits(
            settings.fetch_connect_seconds,
            settings.fetch_read_seconds,
            settings.fetch_body_seconds,
            settings.max_file_bytes,
        ),
        clock,
        resolver,
        allow_loopback=settings.allow_loopback,
        verify=verify,
    )
    run = FetchRun(catalogue, store, client, _judge, _find_conduct(settings), clock)
    outcomes = run.run(rows)
    failure: OSError | None = run.failure
    proposed: Sequence[str] = ()
    remarks: Sequence[str] = ()
    if failure is None:
        try:
            proposed, remarks = _discover(run, catalogue, settings, clock, site)
        except StoreError as error:
            failure = error
    report = replace(
        report, outcomes=outcomes, left_out=left_out, proposed=proposed, remarks=remarks, ended=clock.now()
    )
    if failure is not None:
        report = replace(report, stopped=f"the store cannot be written: {failure}")
    _keep(report, settings.raw)
    if failure is None:
        try:
            # only now has a person been told
            run.mark_told(outcomes)
        except StoreError as error:
            # what was received stays in the report; what it named once will be named again
            report = replace(report, stopped=f"what this report names could not be remembered: {error}")
            _keep(report, settings.raw)
    return report


def load_checked(raw: Path) -> tuple[Catalogue, dict[str, str]]:
    """The catalogue without the rows that fail a check; also those rows, by address, with the reason.

    Raises:
        CatalogueError: a file is damaged, or a check fails that concerns all of it.
    """
    from oic_reports.checks.inputs import (  # noqa: PLC0415  (brings slow libraries)
        PATTERNS,
        bad_addresses,
        check_inputs,
        is_of_rows,
        is_of_rules,
        is_pattern,
    )

    catalogue = load_catalogue(raw)
    results = check_inputs(raw)
    stopping = [result for result in results if not result.success and result.blocks == "release"]
    if stopping:
        raise CatalogueError("; ".join(_name(result) for result in stopping))
    bad_rows = bad_addresses(filter(is_of_rows, results))
    of_rules = [result for result in results if is_of_rules(result)]
    # a pattern is at fault by itself, everything else of a rule is its page
    bad_pages = bad_addresses(result for result in of_rules if result.name != PATTERNS)
    rows = tuple(row for row in catalogue.rows if row.address not in bad_rows)
    rules = tuple(
        rule for rule in catalogue.rules if rule.index_address not in bad_pages and is_pattern(rule.link_pattern)
    )
    return Catalogue(rows, catalogue.sites, rules), bad_addresses(of_rules) | bad_rows


def _name(result: CheckResult) -> str:
    return f"{result.name}: {result.why} ({', '.join(result.keys[:3])})"


def _discover(
    run: FetchRun, catalogue: Catalogue, settings: Settings, clock: Clock, site: str | None
) -> tuple[Sequence[str], Sequence[str]]:
    """Write the proposals; their addresses, and what went wrong."""
    rules = tuple(rule for rule in catalogue.rules if site in {None, rule.site})
    if not rules or run.is_over():
        return (), ()

    def list_links(path: Path, address: str, encoding: str | None) -> Sequence[tuple[str, str]]:
        try:
            return list_links_isolated(path, address, encoding, make_limits(settings))
        except UnreadableFileError as error:
            raise RefusedError(error.reason, error.detail) from error

    local = FolderStore(settings.raw)
    staging = local.open_staging()
    try:
        known = load_catalogue(settings.raw).rows
        discovery = Discovery(replace(catalogue, rules=rules), known, run.downloader, run.robots, list_links)
        rows, remarks = discovery.propose(clock.now().date().isoformat(), staging)
    finally:
        shutil.rmtree(staging)
    run.keep_rests()
    try:
        earlier = load_catalogue(settings.raw, PROPOSALS).rows if (settings.raw / PROPOSALS).exists() else ()
    except CatalogueError as error:
        remark = f"the proposals of this run are in this report alone, since {error}"
        return [row.address for row in rows], [*remarks, remark]
    local.write(PROPOSALS, print_rows(merge_proposals(rows, earlier, known)))
    said = {row.address for row in earlier}
    return [row.address for row in rows if row.address not in said], remarks


def merge_proposals(
    rows: Sequence[CatalogueRow], earlier: Sequence[CatalogueRow], known: Sequence[CatalogueRow]
) -> list[CatalogueRow]:
    """Proposals of earlier runs that nobody has dealt with, as they are, and the new ones."""
    dealt_with = {row.address for row in known}
    merged = {row.address: row for row in (*rows, *earlier) if row.address not in dealt_with}
    first = {row.address: None for row in (*earlier, *rows)}
    return [merged[address] for address in first if address in merged]


def _judge(path: Path, declared_type: str | None, is_complete: bool) -> Arrival:  # noqa: FBT001  (as ``Judge`` is called)
    return judge_arrival(path, declared_type, is_complete=is_complete)


def _find_conduct(settings: Settings) -> Conduct:
    return Conduct(
        delay=settings.fetch_delay_seconds,
        sites_at_once=settings.fetch_sites,
        most_failures=settings.fetch_failures,
        longest_run=settings.fetch_hours * 3600,
        failing_days=settings.fetch_failing_days,
        manners=Manners(
            tries=settings.fetch_tries,
            first_pause=settings.fetch_pause_seconds,
            longest_wait=settings.fetch_longest_wait_seconds,
            most_redirects=settings.fetch_redirects,
        ),
    )


def _keep(report: FetchReport, raw: Path) -> None:
    local = FolderStore(raw)
    local.write(f"{RUNS}/{report.name}.json", report.to_json().encode(errors="backslashreplace"))
    local.write(f"{RUNS}/{report.name}.md", report.to_markdown().encode(errors="backslashreplace"))
