"""A small internet: hosts on loopback, a catalogue of their addresses, and runs over it."""

from __future__ import annotations

import itertools
import json

from server import Reply

from oic_reports.reading.arrival import judge_arrival
from oic_reports.sources.catalogue import Catalogue, CatalogueRow, Site, canonical_address
from oic_reports.sources.client import Client, Limits
from oic_reports.sources.download import Manners
from oic_reports.sources.fetch_run import Conduct, FetchRun
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.visit_memory import name_visit

A = "a.example"
PARAGRAPH = "The Meeting took note of the report of the Chairman and expressed its thanks to the host country. " * 4
MANNERS = Manners(tries=3, first_pause=2.0, longest_wait=300.0, most_redirects=5)


def page(text="", title="Report of the Contact Group"):
    body = "".join(f"<p>{number}. {PARAGRAPH} {text}</p>" for number in range(1, 5))
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()


def pdf(text=b"a"):
    return b"%PDF-1.4\n1 0 obj<</A(" + text + b")>>endobj\nstartxref\n9\n%%EOF\n"


def html(text="", **headers):
    return Reply(headers={"Content-Type": "text/html; charset=utf-8", **headers}, body=page(text))


def only(world):
    """The outcome of a run over one address."""
    (outcome,) = world.run().values()
    return outcome


def find_gap(requests):
    """The least time between two requests, by the clock of the test."""
    times = [request.at for request in requests]
    return min(after - before for before, after in itertools.pairwise(times))


def make_row(address, site, **values):
    empty = dict.fromkeys(CatalogueRow.__slots__)
    given = {"language": "en", "other_languages": (), "state": "active", "first_seen": "2026-11-24"} | values
    return CatalogueRow(**{**empty, "address": canonical_address(address), "site": site, **given})


class World:
    """Hosts, their addresses and a raw store; ``run`` is one fetch run."""

    def __init__(self, raw, clock, server, store=None):
        self.raw = raw
        self.clock = clock
        self.server = server
        self.rows = []
        self.sites = {}
        self.store = store or FolderStore(raw)
        self.limits = Limits(connect_seconds=5, read_seconds=5, body_seconds=60, body_bytes=1_000_000)
        self.manners = MANNERS
        self.delay = 3.0
        self.resolver = server.resolve
        self.allow_loopback = True
        self.most_failures = 5
        self.failing_days = 3.0
        self.longest_run = 1e9
        self.verify = None

    def serve(self, host, route):
        """What a host answers; anything but a function is always the answer."""
        self.server.routes[host] = route if callable(route) else lambda request: self.fresh(route, request)

    @staticmethod
    def fresh(reply, request):
        return Reply(404, body=b"none") if request.path == "/robots.txt" else reply

    def add(self, host, path="/report.html", **values):
        """Put an address into the catalogue."""
        site = values.pop("site", host.split(".")[0])
        name = f"{host}:{self.server.port}"
        known = self.sites.get(site, Site(site, (), values.pop("delay_seconds", None), None))
        self.sites[site] = Site(site, tuple(dict.fromkeys((*known.hosts, name))), known.delay_seconds, None)
        row = make_row(self.server.address(host, path), site, **values)
        self.rows.append(row)
        return row.address

    def add_with_archive(self, path):
        """Put an address into the catalogue that an archive has a copy of; the copy's address."""
        copy = self.server.address("archive.example", path)
        self.add("archive.example", "/unused.html", site="archive")
        self.rows.clear()
        self.add(A, archive_address=copy)
        return copy

    def run(self, rows=None):
        """One run; outcomes by address."""
        catalogue = Catalogue(tuple(self.rows), self.sites, ())
        client = Client(
            "oic-reports/0 (test)",
            self.limits,
            self.clock,
            self.resolver,
            allow_loopback=self.allow_loopback,
            verify=self.verify,
        )
        conduct = Conduct(
            delay=self.delay,
            sites_at_once=6,
            most_failures=self.most_failures,
            longest_run=self.longest_run,
            failing_days=self.failing_days,
            manners=self.manners,
        )
        run = FetchRun(
            catalogue,
            self.store,
            client,
            lambda path, declared, whole: judge_arrival(path, declared, is_complete=whole),
            conduct,
            self.clock,
        )
        outcomes = run.run(rows or self.rows)
        self.mark_told(run, outcomes)
        assert run.failure is None, run.failure
        return {outcome.address: outcome for outcome in outcomes}

    @staticmethod
    def mark_told(run, outcomes):
        """What follows when the report is on the disk."""
        run.mark_told(outcomes)

    def files(self):
        """Content of every received file by its name; receipts are left out."""
        names = [name for name in self.store.list_names("reports") if not name.endswith(".json")]
        return {name: self.store.find_local(name).read_bytes() for name in names}

    def list_on_their_way(self):
        """What lies where files are while they are on their way."""
        folder = self.store.open_staging()
        folder.rmdir()
        return list(folder.parent.iterdir())

    def forget(self):
        """Lose what runs remember of addresses."""
        for name in self.find_memories():
            self.store.write(name, b"{")

    def find_memories(self):
        """The names of what is remembered of the addresses of the catalogue."""
        return [name for row in self.rows if self.store.read_many([name := name_visit(row.address)])]

    def sidecars(self):
        """Every sidecar and further receipt, as JSON."""
        names = [name for name in self.store.list_names("reports") if name.endswith(".json")]
        return [json.loads(content) for content in self.store.read_many(names).values()]
