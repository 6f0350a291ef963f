"""Index pages on loopback, and what of their links is proposed for the catalogue."""

from __future__ import annotations

import itertools

import pytest
from index_pages import OUTSIDE, A, B, links, list_apart
from server import Reply

from oic_reports.sources.catalogue import CatalogueRow

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
