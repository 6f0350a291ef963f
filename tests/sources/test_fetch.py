"""Fetch runs over a small internet on loopback: what lands in the raw store, what does not, and what each host is asked."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
from datetime import timedelta
from email.utils import format_datetime

import pytest
from server import Reply
from sources_world import html, page, pdf

from oic_reports.sources.store import list_store

A = "a.example"


def only(world):
    """The outcome of a run over one address."""
    (outcome,) = world.run().values()
    return outcome


# what is received


def test_a_new_file_lands_with_its_sidecar(world):
    address = world.add(A, symbol="OIC/X")
    world.serve(A, html(ETag='"1"', Server="old"))
    outcome = only(world)
    assert outcome.outcome == "new"
    ((name, content),) = world.files().items()
    assert name == outcome.file_name
    assert name.startswith("reports/a/report-")
    assert content == page()
    (sidecar,) = world.sidecars()
    assert sidecar["url"] == address
    assert sidecar["sha256"] == hashlib.sha256(content).hexdigest()
    assert sidecar["bytes"] == len(content)
    assert sidecar["status"] == 200
    assert sidecar["headers"]["etag"] == '"1"'
    assert sidecar["headers"]["server"] == "old"
    assert sidecar["fetched"].startswith("2026-11-25T02:17")
    assert sidecar["media_type"] == "text/html"
    assert sidecar["encoding"] == "utf-8"
    assert sidecar["symbol"] == "OIC/X"
    assert sidecar["rights_note"]
    assert "final_url" not in sidecar
    assert [stored.reject for stored in list_store(world.store)] == [None]


def test_the_user_agent_says_who_asks(world):
    world.add(A)
    world.serve(A, html())
    only(world)
    assert all(request.headers["user-agent"] == "oic-reports/0 (test)" for request in world.server.requests)


@pytest.mark.parametrize("validator", ["ETag", "Last-Modified"])
def test_an_unchanged_file_is_not_sent_again(world, validator):
    world.add(A)
    values = {"ETag": '"7"', "Last-Modified": "Wed, 01 Oct 2014 10:00:00 GMT"}
    asked = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[validator]

    def route(request):
        if request.path == "/robots.txt":
            return Reply(404)
        if request.headers.get(asked) == values[validator]:
            return Reply(304, length=None, end="keep", headers={"Content-Length": "0"})
        return html(**{validator: values[validator]})

    world.serve(A, route)
    assert only(world).outcome == "new"
    assert only(world).outcome == "unchanged"
    assert len(world.files()) == len(world.sidecars()) == 1
    assert len(world.server.asked(A)) == 2


def test_validators_survive_the_loss_of_what_a_run_remembers(world):
    world.add(A)
    world.serve(A, lambda request: Reply(304) if "if-none-match" in request.headers else html(ETag='"7"'))
    only(world)
    world.forget()
    assert only(world).outcome == "unchanged"


def test_a_new_etag_of_the_same_bytes_is_remembered(world):
    world.add(A)
    tags = iter(['"1"', '"2"', '"3"'])
    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else html(ETag=next(tags)))
    assert [only(world).outcome for _ in range(3)] == ["new", "unchanged", "unchanged"]
    assert [request.headers.get("if-none-match") for request in world.server.asked(A)] == [None, '"1"', '"2"']
    assert len(world.sidecars()) == 1


def test_a_304_that_nobody_asked_for_is_refused(world):
    world.add(A)
    world.serve(A, Reply(304))
    assert (only(world).outcome, only(world).reason) == ("refused", "status")


def test_a_changed_file_is_a_new_version_beside_the_old_one(world):
    address = world.add(A)
    world.serve(A, html("first"))
    first = only(world)
    world.clock.sleep(86_400)
    world.serve(A, html("second"))
    second = only(world)
    assert (first.outcome, second.outcome) == ("new", "changed")
    assert world.files() == {first.file_name: page("first"), second.file_name: page("second")}
    assert {sidecar["url"] for sidecar in world.sidecars()} == {address}


def test_content_that_comes_back_is_stored_once_and_noted(world):
    world.add(A)
    outcomes = []
    for text in ("first", "second", "first", "first"):
        world.serve(A, html(text))
        outcomes.append(only(world).outcome)
        world.clock.sleep(86_400)
    assert outcomes == ["new", "changed", "changed", "unchanged"]
    assert len(world.files()) == 2
    assert len(world.sidecars()) == 3
    # the last receipt decides which version is the newer one
    newest = max((s.moment, stored.path) for stored in list_store(world.store) for s in stored.source.sightings)
    assert newest[1].read_bytes() == page("first")


def test_equal_bytes_from_two_addresses_are_stored_once(world):
    addresses = {world.add(A), world.add("b.example"), world.add(A, "/copy.html")}
    world.serve(A, html())
    world.serve("b.example", html())
    assert {outcome.outcome for outcome in world.run().values()} == {"new"}
    assert len(world.files()) == 1
    assert {sidecar["url"] for sidecar in world.sidecars()} == addresses
    (stored,) = list_store(world.store)
    assert {sighting.address for sighting in stored.source.sightings} == addresses
    assert {outcome.outcome for outcome in world.run().values()} == {"unchanged"}


def test_compressed_answers_are_stored_as_the_file_that_was_meant(world):
    world.add(A)
    world.serve(A, Reply(headers={"Content-Encoding": "gzip"}, body=gzip.compress(page())))
    assert only(world).outcome == "new"
    assert list(world.files().values()) == [page()]
    # two members, one after the other (RFC 1952)
    half = len(page("x")) // 2
    parts = gzip.compress(page("x")[:half]) + gzip.compress(page("x")[half:])
    world.serve(A, Reply(headers={"Content-Encoding": "gzip"}, body=parts))
    assert only(world).outcome == "changed"
    assert page("x") in world.files().values()


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("a PDF that is declared to be a page", pdf(), ".pdf"),
        ("a page without a type", page(), ".html"),
        ("a text", b"Final Communique. The Conference adopted the report of its Chairman.", ".txt"),
    ],
)
def test_the_bytes_decide_what_a_file_is(world, name, content, ending):
    world.add(A, "/get.php?id=42")
    world.serve(A, Reply(headers={"Content-Type": "text/html"} if ending == ".pdf" else {}, body=content))
    outcome = only(world)
    assert outcome.outcome == "new"
    assert outcome.file_name.endswith(f"/get-id_42{ending}")


# what is not received


def sent_in_pieces(pieces, **given):
    return Reply(pieces=pieces, length=None, end="close", headers={"Content-Type": "text/html"}, **given)


FAULTS = {
    "nothing there": (Reply(404, body=b"no"), "gone", "gone", 1),
    "gone": (Reply(410, body=b"no"), "gone", "gone", 1),
    "forbidden": (Reply(403, body=b"no"), "refused", "forbidden", 1),
    "teapot": (Reply(418, body=b"no"), "refused", "status", 1),
    "no content": (Reply(204), "refused", "status", 1),
    "always busy": (Reply(503, body=b"no"), "failed", "server_busy", 3),
    "server error": (Reply(500, body=b"no"), "failed", "server_busy", 3),
    "reset": (Reply(body=page()[:200], length=5000, end="reset"), "failed", "connection_failed", 3),
    "closed too early": (Reply(body=page()[:200], length=5000, end="close"), "failed", "answer_broken", 3),
    "no HTTP": (Reply(status="OK 2", body=b"x"), "failed", "answer_broken", 3),
    "empty": (Reply(), "refused", "empty", 1),
    "blank": (Reply(body=b" \r\n\t\n" * 50), "refused", "empty", 1),
    "cut PDF": (Reply(body=pdf()[:-20]), "refused", "truncated", 1),
    "length lies short": (Reply(body=pdf(), length=20, end="close"), "refused", "truncated", 1),
    "cut page without a length": (sent_in_pieces([page()[:-300]]), "refused", "truncated", 1),
    "error page": (
        html().__class__(body=b"<html><title>404</title><h1>Page not found</h1></html>"),
        "refused",
        "error_page",
        1,
    ),
    "picture": (Reply(body=b"\x89PNG\r\n\x1a\n" + b"\0" * 500), "refused", "unknown_type", 1),
    "announced too large": (Reply(body=b"x", length=10**12, end="close"), "refused", "too_large", 1),
    "bomb": (
        Reply(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"a" * 30_000_000)),
        "refused",
        "too_large",
        1,
    ),
    "damaged gzip": (
        Reply(headers={"Content-Encoding": "gzip"}, body=b"\x1f\x8bnothing"),
        "failed",
        "answer_broken",
        3,
    ),
    "cut gzip": (
        Reply(headers={"Content-Encoding": "gzip"}, body=gzip.compress(page())[:-30]),
        "failed",
        "answer_broken",
        3,
    ),
    "foreign coding": (Reply(headers={"Content-Encoding": "br"}, body=b"x"), "refused", "coding_unknown", 1),
    "redirect to nowhere": (Reply(302, headers={"Location": "javascript:x"}), "refused", "redirect_broken", 1),
    "redirect without a target": (Reply(302), "refused", "redirect_limit", 6),
    "redirect out of the catalogue": (
        Reply(302, headers={"Location": "http://evil.example/x"}),
        "refused",
        "redirect_outside",
        1,
    ),
    "redirect to a private address": (
        Reply(302, headers={"Location": "http://10.0.0.1/latest"}),
        "refused",
        "redirect_outside",
        1,
    ),
    "redirect with a password": (
        Reply(301, headers={"Location": "http://u:p@a.example/x"}),
        "refused",
        "redirect_broken",
        1,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leaves_nothing_behind(world, name):
    reply, outcome, reason, times = FAULTS[name]
    world.add(A)
    world.serve(A, reply)
    found = only(world)
    assert (found.outcome, found.reason) == (outcome, reason), found.detail
    assert found.detail
    assert world.files() == {}
    assert world.sidecars() == []
    assert world.list_on_their_way() == []
    assert len(world.server.asked(A)) == times


def test_an_endless_body_is_cut_off_at_the_limit(world):
    world.add(A)
    sent = itertools.count()

    def pieces():
        while True:
            next(sent)
            yield b"<p>more</p>" * 1000

    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else sent_in_pieces(pieces()))
    found = only(world)
    assert (found.outcome, found.reason) == ("refused", "too_large")
    assert next(sent) < 2000


def test_a_slow_drip_ends_when_its_time_is_over(world):
    world.add(A)

    def pieces():
        for _ in range(1000):
            # the server's bytes come slowly, by the clock that the client looks at
            world.clock.sleep(10)
            yield b"<p>x</p>"

    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else sent_in_pieces(pieces()))
    found = only(world)
    assert (found.outcome, found.reason) == ("failed", "timeout")


def test_a_server_that_stalls_is_given_up(world):
    world.add(A)
    world.limits = world.limits.__class__(5, 0.05, 60, 10**6)
    world.serve(A, Reply(body=page()[:100], length=5000, end="stall"))
    found = only(world)
    assert (found.outcome, found.reason) == ("failed", "timeout")
    assert len(world.server.asked(A)) == 3


def test_what_is_refused_is_tried_again_by_the_next_run(world):
    world.add(A)
    world.serve(A, Reply(body=b"<html><h1>Service unavailable</h1></html>"))
    assert only(world).outcome == "refused"
    world.serve(A, html())
    assert only(world).outcome == "new"


def test_a_good_version_stays_when_an_error_page_comes(world):
    world.add(A)
    world.serve(A, html(ETag='"1"'))
    only(world)
    world.serve(A, Reply(body=b"<html><h1>Service unavailable</h1></html>", headers={"ETag": '"2"'}))
    assert only(world).outcome == "refused"
    # the error page's tag is not taken for the file's
    only(world)
    assert world.server.asked(A)[-1].headers["if-none-match"] == '"1"'
    assert list(world.files().values()) == [page()]


# names and addresses


def test_a_name_that_leads_to_loopback_is_refused(world):
    world.allow_loopback = False
    world.add(A)
    world.serve(A, html())
    found = only(world)
    assert (found.outcome, found.reason) == ("refused", "private_address")
    assert world.server.requests == []


@pytest.mark.parametrize(
    "addresses", [["93.184.216.34", "10.0.0.5"], ["169.254.169.254"], ["::ffff:192.168.1.1"], ["fd00::1"]]
)
def test_one_private_address_is_enough(world, addresses):
    world.resolver = lambda *_: addresses
    world.add(A)
    assert only(world).reason == "private_address"


def test_the_checked_address_is_the_one_that_is_asked(world):
    answers = iter([["127.0.0.1"]])
    world.resolver = lambda *_: next(answers)
    world.add(A)
    world.add(A, "/second.html")
    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else html(request.path))
    # a second look-up would raise StopIteration
    assert {outcome.outcome for outcome in world.run().values()} == {"new"}


def test_an_unknown_name_fails_and_stops_nobody(world):
    world.add("unknown.example")
    world.add(A)
    world.serve(A, html())
    outcomes = sorted((outcome.outcome, outcome.reason) for outcome in world.run().values())
    assert outcomes == [("failed", "robots_unreachable"), ("new", None)]


def test_a_moved_address_is_followed_and_said(world):
    world.add(A, "/old.html")
    world.add(A, "/unrelated.html")

    def route(request):
        if request.path == "/old.html":
            return Reply(301, headers={"Location": "/archive/new.html"})
        return html(request.path, ETag='"1"') if request.path != "/robots.txt" else None

    world.serve(A, route)
    outcome = world.run()[world.rows[0].address]
    assert outcome.outcome == "new"
    assert outcome.moved_to == world.server.address(A, "/archive/new.html")
    moved = next(sidecar for sidecar in world.sidecars() if "final_url" in sidecar)
    assert moved["url"].endswith("/old.html")
    assert moved["final_url"].endswith("/archive/new.html")
    # the condition goes to the place where the content is
    world.run()
    assert world.server.asked(A, "/archive/new.html")[-1].headers["if-none-match"] == '"1"'
    assert "if-none-match" not in world.server.asked(A, "/old.html")[-1].headers


def test_a_redirect_for_now_is_no_move(world):
    world.add(A)
    world.serve(
        A, lambda request: Reply(302, headers={"Location": "/x.html"}) if request.path == "/report.html" else html()
    )
    assert only(world).moved_to is None


def test_a_redirect_to_the_front_page_is_no_report(world):
    world.add(A, "/deep/report.html")
    world.serve(A, lambda request: Reply(302, headers={"Location": "/"}) if "deep" in request.path else html())
    found = only(world)
    assert (found.outcome, found.reason) == ("refused", "front_page")


def test_a_circle_of_redirects_ends(world):
    world.add(A)
    world.serve(A, Reply(302, headers={"Location": "/report.html"}))
    found = only(world)
    assert found.reason == "redirect_limit"
    assert "circle" in found.detail
    assert len(world.server.asked(A)) == 6


# robots.txt


def serve_rules(world, rules, status=200, reply=None):
    def route(request):
        if request.path == "/robots.txt":
            return reply or Reply(status, headers={"Content-Type": "text/plain"}, body=rules)
        return html(request.path)

    world.serve(A, route)


def test_what_robots_txt_forbids_is_not_asked_for(world):
    world.add(A, "/private/report.html")
    world.add(A, "/public/report.html")
    serve_rules(world, b"User-agent: *\nDisallow: /private/\n")
    outcomes = {address.split("/")[3]: o.reason for address, o in world.run().items()}
    assert outcomes == {"private": "robots_disallow", "public": None}
    assert [request.path for request in world.server.asked(A)] == ["/public/report.html"]


def test_rules_for_us_go_before_those_for_all(world):
    world.add(A)
    serve_rules(world, b"User-agent: *\nDisallow: /\n\nUser-agent: oic-reports\nAllow: /\n")
    assert only(world).outcome == "new"


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418])
def test_without_rules_all_is_allowed(world, status):
    world.add(A)
    serve_rules(world, b"", status)
    assert only(world).outcome == "new"


@pytest.mark.parametrize("status", [500, 503])
def test_while_the_rules_cannot_be_read_nothing_is_asked(world, status):
    world.add(A)
    world.add(A, "/second.html")
    serve_rules(world, b"", status)
    assert {(o.outcome, o.reason) for o in world.run().values()} == {("failed", "robots_unreachable")}
    assert world.server.asked(A) == []
    # the rules are asked for once in a run, tries included
    assert len(world.server.requests) == 3


def test_rules_are_asked_for_once_in_a_run(world):
    for number in range(5):
        world.add(A, f"/{number}.html")
    serve_rules(world, b"User-agent: *\nAllow: /\n")
    world.run()
    assert len([r for r in world.server.requests if r.path == "/robots.txt"]) == 1


def test_the_delay_that_a_site_asks_for_is_kept(world):
    for number in range(4):
        world.add(A, f"/{number}.html")
    serve_rules(world, b"User-agent: *\nCrawl-delay: 40\n")
    world.run()
    assert gaps(world.server.asked(A)) >= 40


# politeness


def gaps(requests):
    """The least time between two requests, by the clock of the test."""
    times = [request.at for request in requests]
    return min(b - a for a, b in itertools.pairwise(times))


def test_one_request_at_a_time_with_a_pause(world):
    for number in range(6):
        world.add(A, f"/{number}.html")
    world.serve(A, lambda request: html(request.path) if request.path != "/robots.txt" else None)
    world.run()
    assert gaps([r for r in world.server.requests if r.host == A]) >= 3
    assert world.server.most_at_once[A] == 1


def test_names_of_one_site_share_their_turns(world):
    for number in range(3):
        world.add(A, f"/{number}.html", site="one")
        world.add("www.a.example", f"/{number}.html", site="one")
    for host in (A, "www.a.example"):
        world.serve(host, lambda request: html(request.host + request.path) if request.path != "/robots.txt" else None)
    world.run()
    assert gaps(world.server.requests) >= 3


def test_retry_after_is_respected_by_the_whole_site(world):
    world.add(A, "/1.html")
    world.add(A, "/2.html")
    answers = iter([Reply(429, headers={"Retry-After": "120"}, body=b"slow"), html("1"), html("2")])
    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else next(answers))
    assert {outcome.outcome for outcome in world.run().values()} == {"new"}
    first, second, _ = world.server.asked(A)
    assert second.at - first.at >= 120


def test_retry_after_may_be_a_date(world):
    world.add(A)
    later = format_datetime(world.clock.now() + timedelta(seconds=200), usegmt=True)
    answers = iter([Reply(503, headers={"Retry-After": later}, body=b"slow"), html()])
    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else next(answers))
    assert only(world).outcome == "new"
    first, second = world.server.asked(A)
    assert second.at - first.at >= 190


def test_a_site_that_asks_for_a_long_rest_is_left_alone_over_runs(world):
    for number in range(3):
        world.add(A, f"/{number}.html")
    world.add("b.example")
    world.serve("b.example", html())
    world.serve(A, lambda r: Reply(429, headers={"Retry-After": "7200"}) if r.path != "/robots.txt" else Reply(404))
    outcomes = [(o.site, o.outcome, o.reason) for o in world.run().values()]
    busy = [("a", "failed", "server_busy")] + [("a", "waiting", "site_busy")] * 2
    assert outcomes == [*busy, ("b", "new", None)]
    assert len(world.server.asked(A)) == 1
    world.clock.sleep(3600)
    world.run()
    assert len(world.server.asked(A)) == 1
    world.clock.sleep(3600)
    world.serve(A, lambda request: html(request.path) if request.path != "/robots.txt" else None)
    assert {o.outcome for o in world.run().values() if o.site == "a"} == {"new"}


def test_what_fails_for_a_moment_works_at_the_next_try(world):
    world.add(A)
    answers = iter([Reply(500), Reply(body=page()[:50], length=900, end="close"), html()])
    world.serve(A, lambda request: Reply(404) if request.path == "/robots.txt" else next(answers))
    assert only(world).outcome == "new"
    assert gaps(world.server.asked(A)) >= 3


def test_a_dead_site_is_left_alone_after_some_addresses(world):
    for number in range(50):
        world.add(A, f"/{number}.html")
    world.add("b.example")
    world.serve("b.example", html())
    world.serve(A, Reply(502))
    outcomes = world.run()
    assert [o.outcome for o in outcomes.values() if o.site == "a"].count("waiting") == 45
    assert next(o for o in outcomes.values() if o.site == "b").outcome == "new"
    assert len(world.server.asked(A)) == 15


def test_a_run_ends_in_time_and_the_next_begins_where_it_ended(world):
    for number in range(10):
        world.add(A, f"/{number}.html")
    world.serve(A, lambda request: html(request.path) if request.path != "/robots.txt" else None)
    world.longest_run = 20
    first = {o.outcome for o in world.run().values()}
    assert first == {"new", "waiting"}
    seen = {request.path for request in world.server.asked(A)}
    world.run()
    assert not seen & {request.path for request in world.server.asked(A)[len(seen) :][: 10 - len(seen)]}


def test_an_address_given_twice_is_asked_once(world):
    world.add(A)
    world.add(A, "/copy.html", state="duplicate", duplicate_of=world.rows[0].address)
    world.serve(A, html())
    assert len(world.run([row for row in world.rows if row.state != "duplicate"])) == 1


# what is gone


def test_a_gone_address_is_asked_for_at_the_archive(world):
    copy = world.server.address("archive.example", "/web/2018id_/report.html")
    world.add("archive.example", "/unused.html", site="archive")
    world.rows.clear()
    world.add(A, archive_address=copy)
    world.serve(A, Reply(404))
    world.serve("archive.example", html(**{"Memento-Datetime": "Mon, 01 Oct 2018 10:00:00 GMT"}))
    found = only(world)
    assert (found.outcome, found.reason, found.from_archive) == ("new", "gone", True)
    (sidecar,) = world.sidecars()
    assert sidecar["archived_url"] == copy
    assert sidecar["url"] == world.rows[0].address
    assert "archive" in sidecar["how_obtained"]
    assert sidecar["headers"]["memento-datetime"].startswith("Mon, 01 Oct 2018")
    # it is asked for once; the address itself is asked again
    assert only(world).outcome == "gone"
    assert len(world.server.asked("archive.example")) == 1
    # and when it is back, its own content is taken
    world.serve(A, html("back"))
    assert only(world).outcome == "changed"
    assert len(world.files()) == 2


def test_what_was_received_stays_when_its_address_is_gone(world):
    copy = world.server.address("archive.example", "/x.html")
    world.add("archive.example", "/unused.html", site="archive")
    world.rows.clear()
    world.add(A, archive_address=copy)
    world.serve(A, html())
    only(world)
    world.serve(A, Reply(410))
    assert only(world).outcome == "gone"
    assert len(world.files()) == 1
    assert world.server.asked("archive.example") == []


def test_an_archive_without_a_copy_is_said(world):
    copy = world.server.address("archive.example", "/x.html")
    world.add("archive.example", "/unused.html", site="archive")
    world.rows.clear()
    world.add(A, archive_address=copy)
    world.serve(A, Reply(404))
    world.serve("archive.example", Reply(404))
    found = only(world)
    assert found.outcome == "gone"
    assert "archive.example" in found.detail


def test_what_the_catalogue_calls_gone_is_not_asked_at_its_own_address(world):
    world.add(A, state="gone")
    world.serve(A, html())
    assert only(world).outcome == "gone"
    assert world.server.requests == []


# failures over days


def test_a_failure_of_days_is_due_once_and_its_end_is_said(world):
    world.add(A)
    world.serve(A, Reply(503))
    due = []
    for _ in range(6):
        due.append(only(world).is_due)
        world.clock.sleep(86_400)
    assert due == [False, False, False, True, False, False]
    world.serve(A, html())
    found = only(world)
    assert (found.outcome, found.recovered) == ("new", True)
    assert not only(world).recovered


def test_a_damaged_memory_is_forgotten(world):
    world.add(A)
    world.serve(A, html())
    only(world)
    (memory,) = world.find_memories()
    world.store.write(memory, b"{")
    assert only(world).outcome == "unchanged"
    assert json.loads(world.store.read_many([memory])[memory])["outcome"] == "unchanged"
