"""Two sites with index pages on loopback, and what of their links is proposed."""

from __future__ import annotations

from server import Reply
from sources_world import MANNERS, make_row

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, list_links_isolated
from oic_reports.reading.links import list_links
from oic_reports.sources.catalogue import Catalogue, DiscoveryRule, Site
from oic_reports.sources.client import Client
from oic_reports.sources.client import Limits as ClientLimits
from oic_reports.sources.discovery import Discovery
from oic_reports.sources.faults import RefusedError
from oic_reports.sources.fetch_run import Conduct, FetchRun

A, B, OUTSIDE = "a.example", "b.example", "outside.example"


def list_here(path, address, declared):
    """Links without a process of their own, which is slow to start."""
    return list_links(path.read_bytes(), address, declared)


def list_apart(path, address, declared):
    """Links as a run lists them."""
    try:
        return list_links_isolated(path, address, declared, Limits(60, 1 << 30, 5 << 20, 1 << 24))
    except UnreadableFileError as error:
        raise RefusedError(error.reason, error.detail) from error


class Index:
    """Two sites with index pages, rules over them, and what is known already."""

    def __init__(self, world):
        self.world = world
        self.rules = []
        self.rows = []
        self.list_links = list_here
        names = {site: f"{site}.example:{world.server.port}" for site in ("a", "b")}
        self.sites = {site: Site(site, (name,), None, None) for site, name in names.items()}

    def address(self, path, host=A):
        return self.world.server.address(host, path)

    def serve(self, pages, host=A):
        """Pages of a host by path, each a reply or its body; the last path is ``/robots.txt`` unless it is given."""
        replies = {path: page if isinstance(page, Reply) else Reply(body=page) for path, page in pages.items()}
        self.world.serve(host, lambda request: replies.get(request.path))

    def add_rule(self, path="/", pattern="https?://.*", host=A, **values):
        given = {"language": "en", "document_type": None, "note": None} | values
        self.rules.append(DiscoveryRule(host.split(".")[0], self.address(path, host), pattern, **given))

    def add_row(self, path, **values):
        self.rows.append(make_row(self.address(path), "a", **values))

    def propose(self):
        """The proposals and remarks of one run."""
        catalogue = Catalogue(tuple(self.rows), self.sites, tuple(self.rules))
        world = self.world
        limits = ClientLimits(connect_seconds=5, read_seconds=5, body_seconds=60, body_bytes=1 << 26)
        client = Client("oic-reports/0 (test)", limits, world.clock, world.resolver, allow_loopback=True)
        conduct = Conduct(3.0, 6, 5, 1e9, 3.0, MANNERS)
        run = FetchRun(catalogue, world.store, client, None, conduct, world.clock)
        staging = world.store.open_staging()
        discovery = Discovery(catalogue, catalogue.rows, run.downloader, run.robots, self.list_links)
        return discovery.propose("2026-11-25", staging)

    def found(self):
        """The paths of what is proposed, where nothing goes wrong."""
        rows, remarks = self.propose()
        assert remarks == []
        return [row.address.split(str(self.world.server.port))[1] for row in rows]


def links(*targets, text="Final Communiqué"):
    """A page with a link to each target."""
    return "".join(f'<p><a href="{target}">{text}</a></p>' for target in targets).encode()
