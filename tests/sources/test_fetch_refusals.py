"""What a fetch run does not receive: faults of servers, names that lead astray, redirects."""

from __future__ import annotations

import gzip
import itertools

import pytest
from server import Reply
from sources_world import A, html, only, page, pdf


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
    "redirect without a target": (Reply(302), "refused", "redirect_broken", 1),
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


@pytest.mark.parametrize(("steps", "outcome"), [(5, "new"), (6, "refused")])
def test_as_many_redirects_as_are_followed(world, steps, outcome):
    world.add(A, "/0.html")

    def route(request):
        if request.path == "/robots.txt":
            return Reply(404)
        place = int(request.path.strip("/").removesuffix(".html"))
        return html() if place == steps else Reply(302, headers={"Location": f"/{place + 1}.html"})

    world.serve(A, route)
    assert only(world).outcome == outcome


def test_a_move_for_good_behind_one_for_now_is_no_move(world):
    world.add(A, "/0.html")
    leads = {"/0.html": (302, "/1.html"), "/1.html": (301, "/2.html")}

    def route(request):
        if request.path not in leads:
            return html() if request.path == "/2.html" else Reply(404)
        status, location = leads[request.path]
        return Reply(status, headers={"Location": location})

    world.serve(A, route)
    assert only(world).moved_to is None
