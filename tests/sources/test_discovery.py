"""Index pages on loopback, and what of their links is proposed for the catalogue."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from server import Reply
from sources_world import MANNERS, World, make_row

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, list_links_isolated
from oic_reports.jobs.fetch import merge_proposals
from oic_reports.reading.links import list_links
from oic_reports.sources.catalogue import Catalogue, CatalogueRow, DiscoveryRule, Site, load_catalogue
from oic_reports.sources.client import Client
from oic_reports.sources.client import Limits as ClientLimits
from oic_reports.sources.discovery import PROPOSALS, Discovery, print_rows
from oic_reports.sources.faults import RefusedError
from oic_reports.sources.fetch_run import Conduct, FetchRun
from oic_reports.sources.folder import FolderStore

A, B, OUTSIDE = "a.example", "b.example", "outside.example"
SITES = "site,hosts,delay_seconds,note\n"


def list_here(path, address, declared):
    """Links without a process of their own, which is slow to start."""
    return list_links(path.read_bytes(), address, declared)


def list_apart(path, address, declared):
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


@pytest.fixture
def world(tmp_path, clock, server):
    """Proposals lie in the folder ``raw/`` wherever received files are."""
    (tmp_path / "raw").mkdir()
    return World(tmp_path / "raw", clock, server, FolderStore(tmp_path / "raw"))


@pytest.fixture
def index(world):
    return Index(world)


def links(*targets, text="Final Communiqué"):
    return "".join(f'<p><a href="{target}">{text}</a></p>' for target in targets).encode()


# what is proposed


def test_a_link_that_matches_is_proposed_as_a_row(index):
    index.serve({"/": links("/doc/7.html")})
    index.add_rule(language="fr", document_type="report")
    rows, remarks = index.propose()
    assert remarks == []
    empty = dict.fromkeys(CatalogueRow.__slots__)
    assert rows == [
        CatalogueRow(
            **empty
            | {
                "address": index.address("/doc/7.html"),
                "site": "a",
                "language": "fr",
                "document_type": "report",
                "title": "Final Communiqué",
                "other_languages": (),
                "state": "active",
                "first_seen": "2026-11-25",
                "note": f"found on {index.address('/')}",
            }
        )
    ]


def test_only_a_whole_address_that_matches_is_proposed(index):
    index.serve({"/": links("/doc/7.html", "/doc/7.html.bak", "/doc/x.html", "/x/doc/7.html")})
    index.add_rule(pattern=r"https?://[^/]+/doc/[0-9]+\.html")
    assert index.found() == ["/doc/7.html"]


def test_only_hosts_of_the_catalogue_are_proposed(index):
    index.serve({"/": links(f"http://{OUTSIDE}/1.html", "//a.example/2.html", index.address("/3.html", B), "/4.html")})
    index.add_rule()
    index.add_rule("/none", host=B)
    index.serve({"/none": b"<p>none</p>"}, B)
    assert index.found() == ["/3.html", "/4.html"]


def test_plain_http_is_proposed_only_where_the_catalogue_uses_it(index):
    port = index.world.server.port
    index.serve({"/": links(f"http://{B}:{port}/1.html", f"https://{B}:{port}/2.html")})
    index.add_rule()
    rows, _ = index.propose()
    assert [row.address for row in rows] == [f"https://{B}:{port}/2.html"]


def test_the_site_is_that_of_the_link(index):
    index.serve({"/": links(index.address("/3.html", B).replace("http:", "https:"))})
    index.add_rule()
    (row,), _ = index.propose()
    assert row.site == "b"


@pytest.mark.parametrize("state", ["active", "gone", "duplicate", "ignored"])
def test_what_the_catalogue_has_is_not_proposed_whatever_its_state(index, state):
    index.serve({"/": links("/old.html", "/new.html")})
    index.add_rule()
    index.add_row("/old.html", state=state)
    assert index.found() == ["/new.html"]


@pytest.mark.parametrize("column", ["archive_address", "printer_address", "other_languages"])
def test_other_addresses_of_a_known_document_are_not_proposed(index, column):
    index.serve({"/": links("/old.html", "/new.html")})
    index.add_rule()
    known = index.address("/old.html")
    index.add_row("/report.html", **{column: (known,) if column == "other_languages" else known})
    assert index.found() == ["/new.html"]


@pytest.mark.parametrize("spelling", ["/old.html#page2", "/%6Fld.html", "HTTP://A.EXAMPLE:PORT/old.html"])
def test_another_spelling_of_a_known_address_is_not_proposed(index, spelling):
    index.serve({"/": links(spelling.replace("PORT", str(index.world.server.port)))})
    index.add_rule()
    index.add_row("/old.html")
    assert index.found() == []


def test_relative_links_are_of_the_page(index):
    index.serve({"/list/2018/": links("1.html", "../2.html", "?id=3")})
    index.add_rule("/list/2018/")
    assert index.found() == ["/list/2018/1.html", "/list/2.html", "/list/2018/?id=3"]


def test_relative_links_of_a_page_with_a_base(index):
    index.serve({"/list/": b'<base href="/docs/">' + links("1.html")})
    index.add_rule("/list/")
    assert index.found() == ["/docs/1.html"]


def test_relative_links_are_of_the_page_that_a_redirect_leads_to(index):
    index.serve({"/": Reply(302, headers={"Location": "/list/2018/"}), "/list/2018/": links("1.html")})
    index.add_rule()
    assert index.found() == ["/list/2018/1.html"]


def test_a_link_with_a_space_is_proposed_as_browsers_ask_for_it(index):
    # URL Standard, 4.3: a space in a path is taken, and encoded; sites of the time are full of them
    index.serve({"/": links("/docs/Final Communique.pdf")})
    index.add_rule()
    assert index.found() == ["/docs/Final%20Communique.pdf"]


def test_targets_that_are_no_address_to_fetch_are_left_out(index):
    targets = [
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:x@y",
        "file:///x",
        "http://u:p@a.example/",
        "http://[",
    ]
    index.serve({"/": links(*targets, "/1.html")})
    index.add_rule(pattern=".*")
    assert index.found() == ["/1.html"]


def test_a_link_of_two_rules_is_proposed_once_by_the_first(index):
    index.serve({"/": links("/1.html"), "/second": links("/1.html", "/2.html")})
    index.add_rule(language="ar")
    index.add_rule("/second", language="fr")
    rows, _ = index.propose()
    assert [(row.address, row.language) for row in rows] == [
        (index.address("/1.html"), "ar"),
        (index.address("/2.html"), "fr"),
    ]


def test_the_encoding_that_the_server_names_is_used(index):
    text = "البيان الختامي الصادر عن الاجتماع الطارئ للدول الأعضاء"
    page = f'<p>{"قرر الاجتماع أن يبقي المسألة قيد النظر. " * 5}</p><a href="/1.html">{text}</a>'.encode("cp1256")
    index.serve({"/": Reply(headers={"Content-Type": "text/html; charset=windows-1256"}, body=page)})
    index.add_rule()
    index.list_links = list_apart
    (row,), remarks = index.propose()
    assert (row.title, remarks) == (text, [])


# what a spreadsheet does with it


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "&#9;=1", "&nbsp;=1", "'=1", "＝1+1", "＋1", "－1", "＠x", "&#13;=1"]
)
def test_text_that_a_spreadsheet_takes_for_a_formula_is_guarded(index, text):
    index.serve({"/": links("/1.html", text=text)})
    index.add_rule()
    (row,), _ = index.propose()
    assert row.title.startswith("'")
    cells = next(csv.DictReader(io.StringIO(print_rows([row]).decode())))
    assert not any(value.startswith(("=", "+", "-", "@")) for value in cells.values())


@pytest.mark.parametrize("space", ["\t", "\r", "\n ", "\u00a0"])
def test_space_before_a_formula_hides_nothing(index, space):
    index.serve({"/": b"x"})
    index.add_rule()
    index.list_links = lambda *_: [(index.address("/1.html"), f"{space}=1")]
    (row,), _ = index.propose()
    assert row.title == f"'{space}=1"


@pytest.mark.parametrize("text", ["Final-Report", "A=B", "x@y", ""])
def test_other_text_is_kept_as_it_is(index, text):
    index.serve({"/": links("/1.html", text=text)})
    index.add_rule()
    (row,), _ = index.propose()
    assert row.title == (text or None)


HARD = [
    'a "quoted", one',
    "semi;colon",
    "&lt;b&gt;",
    "x&#10;y",
    "تقرير فريق الاتصال",
    "&#8238;x",
    "&#0;x",
    "'x",
    "&#55296;x",
]


@pytest.mark.parametrize("text", HARD)
def test_proposals_can_be_read_again_as_they_are(index, text):
    index.serve({"/": links("/1.html?a=1,2&amp;b=%22", text=text)})
    index.add_rule()
    rows, _ = index.propose()
    (index.world.raw / "sites.csv").write_text(SITES, encoding="utf-8")
    (index.world.raw / PROPOSALS).write_bytes(print_rows(rows))
    assert list(load_catalogue(index.world.raw, PROPOSALS).rows) == rows


@pytest.mark.parametrize("letters", [100_000, 200_000])
def test_an_endless_address_does_no_harm_to_the_file_of_proposals(index, letters):
    # a cell of more than 131,072 characters is refused by ``csv``
    index.serve({"/": links("/" + "x" * letters, "/2.html")})
    index.add_rule()
    rows, _ = index.propose()
    (index.world.raw / "sites.csv").write_text(SITES, encoding="utf-8")
    (index.world.raw / PROPOSALS).write_bytes(print_rows(rows))
    assert index.address("/2.html") in {row.address for row in load_catalogue(index.world.raw, PROPOSALS).rows}


# index pages that fail


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(404), "gone"),
        (Reply(403), "forbidden"),
        (Reply(503), "server_busy"),
        (Reply(302, headers={"Location": f"http://{OUTSIDE}/"}), "redirect_outside"),
        (Reply(429, headers={"Retry-After": "7200"}), "server_busy"),
        (Reply(body=b"x" * (6 << 20)), "too_large"),
        (Reply(body=bytes(range(128, 256)) * 50), "encoding_unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_index_page_that_fails_is_one_remark_and_stops_no_other(index, reply, reason):
    index.serve({"/": reply})
    index.serve({"/": links("/1.html")}, B)
    index.add_rule(pattern="https?://.*/first")
    index.add_rule(pattern="https?://.*/second")
    index.add_rule(host=B)
    index.list_links = list_apart
    rows, (remark,) = index.propose()
    assert [row.address for row in rows] == [index.address("/1.html", B)]
    assert remark.startswith(f"index page {index.address('/')}: {reason}: ")


def test_a_page_that_nobody_compared_is_not_read_as_the_one_before(index):
    index.serve({"/first": links("1.html"), "/second": Reply(304)})
    index.add_rule("/first", r"https?://.*/none")
    index.add_rule("/second", r"https?://.*/[0-9]+\.html")
    rows, remarks = index.propose()
    assert rows == []
    assert len(remarks) == 1


# politeness


def test_robots_txt_is_obeyed(index):
    index.serve({"/robots.txt": b"User-agent: *\nDisallow: /list\n", "/list": links("/1.html"), "/": links("/2.html")})
    index.add_rule("/list")
    index.add_rule("/")
    rows, (remark,) = index.propose()
    assert [row.address for row in rows] == [index.address("/2.html")]
    assert "robots_disallow" in remark
    assert [request.path for request in index.world.server.asked(A)] == ["/"]


def test_the_pause_between_requests_is_kept(index):
    index.serve({f"/{number}": links("/x.html") for number in range(4)})
    for number in range(4):
        index.add_rule(f"/{number}")
    index.propose()
    times = [request.at for request in index.world.server.requests]
    assert len(times) == 5
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= 3


def test_an_index_page_of_two_rules_is_asked_once(index):
    index.serve({"/": links("/en/1.html", "/fr/1.html")})
    index.add_rule(pattern=".*/en/.*", language="en")
    index.add_rule(pattern=".*/fr/.*", language="fr")
    rows, _ = index.propose()
    assert [row.language for row in rows] == ["en", "fr"]
    assert len(index.world.server.asked(A, "/")) == 1


def test_what_is_proposed_is_not_asked_for(index):
    index.serve({"/": links("/1.html"), "/1.html": b"x"})
    index.add_rule()
    index.propose()
    assert [request.path for request in index.world.server.asked(A)] == ["/"]


# proposals of earlier runs


@pytest.fixture
def merge(world):
    """Proposals of a run merged with those of the file; the file then holds them."""
    (world.raw / "sites.csv").write_text(SITES, encoding="utf-8")

    def merge(*rows, known=()):
        path = world.raw / PROPOSALS
        earlier = load_catalogue(world.raw, PROPOSALS).rows if path.exists() else ()
        merged = merge_proposals(rows, earlier, tuple(known))
        (world.raw / PROPOSALS).write_bytes(print_rows(merged))
        return merged

    return merge


def test_proposals_that_nobody_dealt_with_stay(merge):
    first, second = (make_row(f"http://a.example/{number}.html", "a") for number in (1, 2))
    merge(first)
    assert merge(second) == [first, second]
    assert merge() == [first, second]


@pytest.mark.parametrize("state", ["active", "ignored"])
def test_a_proposal_that_is_in_the_catalogue_by_now_goes(merge, state):
    first, second = (make_row(f"http://a.example/{number}.html", "a") for number in (1, 2))
    merge(first, second)
    assert merge(known=[make_row(first.address, "a", state=state)]) == [second]


def test_a_proposal_that_is_found_again_keeps_the_day_on_which_it_was_found(merge):
    first = make_row("http://a.example/1.html", "a", first_seen="2026-11-24", note="found on http://a.example/")
    merge(first)
    again = make_row("http://a.example/1.html", "a", first_seen="2026-12-24", note="found on http://a.example/")
    assert [row.first_seen for row in merge(again)] == ["2026-11-24"]


def test_a_guarded_title_is_guarded_once(index, merge):
    index.serve({"/": links("/1.html", text="=1+1")})
    index.add_rule()
    rows, _ = index.propose()
    merge(*rows)
    assert [row.title for row in merge()] == ["'=1+1"]
