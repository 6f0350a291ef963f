"""Politeness: what robots.txt says, one request at a time, pauses, rests, and an end."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

import pytest
from server import Reply
from sources_world import A, find_gap, html, only, page


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
    assert find_gap(world.server.asked(A)) >= 40


# turns


def test_one_request_at_a_time_with_a_pause(world):
    for number in range(6):
        world.add(A, f"/{number}.html")
    world.serve(A, lambda request: html(request.path) if request.path != "/robots.txt" else None)
    world.run()
    assert find_gap([r for r in world.server.requests if r.host == A]) >= 3
    assert world.server.most_at_once[A] == 1


def test_names_of_one_site_share_their_turns(world):
    for number in range(3):
        world.add(A, f"/{number}.html", site="one")
        world.add("www.a.example", f"/{number}.html", site="one")
    for host in (A, "www.a.example"):
        world.serve(host, lambda request: html(request.host + request.path) if request.path != "/robots.txt" else None)
    world.run()
    assert find_gap(world.server.requests) >= 3


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
    assert find_gap(world.server.asked(A)) >= 3


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
