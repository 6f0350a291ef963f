"""Servers that mean harm, or are very wrong: one of them stops no other, and no run."""

from __future__ import annotations

import json

import pytest
from server import Reply
from sources_world import html, page

from oic_reports.sources.folder import FolderStore

A, B = "a.example", "b.example"
pytestmark = pytest.mark.parametrize("store", ["folder"], indirect=True)


@pytest.fixture
def pair(world):
    """Two sites, the second one sound."""
    world.add(A)
    world.add(B)
    world.serve(B, html("sound"))
    return world


def outcomes(world):
    return {outcome.site: (outcome.outcome, outcome.reason) for outcome in world.run().values()}


LONG_RESTS = ["\xb2", "99999999999999", "300000000000", "9" * 400, "-1", "1e9", "nan", "Wed, 01 Oct 99999 10:00:00 GMT"]
LONG_RESTS += ["Fri, 31 Dec 9999 23:59:59 -2359", "Wed, 01 Oct 2014 10:00:00", "", " "]


@pytest.mark.parametrize("value", LONG_RESTS)
def test_any_retry_after(pair, value):
    pair.serve(A, Reply(503, headers={"Retry-After": value}))
    for _ in range(2):
        found = outcomes(pair)
        assert found["a"][0] in {"failed", "waiting"}
        assert found["b"][0] in {"new", "unchanged"}
        pair.clock.sleep(86_400)


@pytest.mark.parametrize("value", ["1e300", "999999999999999", "nan", "inf", "-5", "x"])
def test_any_crawl_delay(pair, value):
    rules = f"User-agent: *\nCrawl-delay: {value}\n".encode()
    pair.serve(A, lambda r: Reply(body=rules) if r.path == "/robots.txt" else html())
    found = outcomes(pair)
    assert found["a"][0] in {"new", "waiting"}
    assert found["b"] == ("new", None)


@pytest.mark.parametrize(
    "location", ["x" * 70_000, "\xe9" * 30_000, "//evil.example/x", "http:evil", "\\\\evil.example", ""]
)
def test_any_location(pair, location):
    pair.serve(A, Reply(302, headers={"Location": location}))
    found = outcomes(pair)
    assert found["a"][0] in {"refused", "gone"}
    assert found["b"] == ("new", None)
    assert {request.host for request in pair.server.requests} == {A, B}


@pytest.mark.parametrize(
    "headers", [{"ETag": '"\xe9"'}, {"Last-Modified": "mer., 01 d\xe9c 2014"}, {"ETag": "x" * 9000}]
)
def test_validators_that_cannot_be_sent_are_not(pair, headers):
    pair.serve(A, html(**headers))
    assert outcomes(pair)["a"] == ("new", None)
    assert outcomes(pair) == {"a": ("unchanged", None), "b": ("unchanged", None)}
    assert "if-none-match" not in pair.server.asked(A)[-1].headers


def test_a_304_to_an_unconditional_request_is_no_answer(pair):
    pair.serve(A, html())
    outcomes(pair)
    pair.serve(A, Reply(304))
    assert outcomes(pair)["a"] == ("refused", "status")


def test_a_fault_of_ours_at_one_address_stops_no_other(pair, monkeypatch):
    from oic_reports.sources.visit import Visitor

    visit = Visitor.visit

    def fail(self, row, before, staging):
        if row.site == "a":
            raise ZeroDivisionError("by zero")
        return visit(self, row, before, staging)

    monkeypatch.setattr(Visitor, "visit", fail)
    assert outcomes(pair) == {"a": ("failed", "internal_error"), "b": ("new", None)}


def test_a_store_that_cannot_be_written_ends_the_run_and_says_so(pair, monkeypatch):
    pair.serve(A, html())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FolderStore, "put", full)
    with pytest.raises(AssertionError, match="No space left"):
        pair.run()
    monkeypatch.undo()
    assert outcomes(pair) == {"a": ("new", None), "b": ("new", None)}


# what is sent beyond, or without end


def poison():
    forged = page("POISON")
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(forged)}\r\n\r\n".encode()
    own = page("own text")
    return Reply(body=own + head + forged, length=len(own), headers={"Content-Type": "text/html"})


def test_what_is_sent_too_much_is_not_read_as_another_answer(world):
    world.add(A, "/1.html")
    world.add(A, "/2.html")
    world.serve(A, lambda r: Reply(404) if r.path == "/robots.txt" else poison() if r.path == "/1.html" else html("2"))
    world.run()
    assert not [content for content in world.files().values() if b"POISON" in content]
    assert len(world.files()) == 2


DRIPS = {
    "informational answers": b"HTTP/1.1 103 Early Hints\r\n\r\n",
    "a head": b"X-Drip: 1\r\n",
    "chunks": b"1\r\n \r\n",
    "a chunk's extension": b";x=1",
    "a trailer": b"X-Drip: 1\r\n",
}
BEGINNINGS = {
    "informational answers": b"",
    "a head": b"HTTP/1.1 200 OK\r\n",
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    "a chunk's extension": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5",
    "a trailer": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
}


@pytest.mark.parametrize("name", DRIPS)
def test_an_answer_without_end_ends_when_its_time_is_over(pair, name):
    def pieces():
        # a piece every second by the clock that all clients look at, until just after the time of this answer: what is
        # still sent to clients that are gone, of three tries, takes hardly any of the time that the next one has
        for passed in range(1, 2000):
            if passed <= pair.limits.body_seconds + 1:
                pair.clock.sleep(1)
            yield DRIPS[name]

    pair.serve(
        A,
        lambda r: Reply(404) if r.path == "/robots.txt" else Reply(raw=BEGINNINGS[name], pieces=pieces(), end="close"),
    )
    assert outcomes(pair) == {"a": ("failed", "timeout"), "b": ("new", None)}


def test_padding_behind_a_gzip_body_counts(pair):
    import gzip

    body = gzip.compress(page()) + b"\0" * 2_000_000
    pair.serve(A, Reply(headers={"Content-Encoding": "gzip"}, body=body))
    assert outcomes(pair)["a"] == ("refused", "too_large")


# robots.txt


def test_rules_with_a_byte_order_mark_are_rules(pair):
    for encoding in ("utf-8-sig", "utf-16"):
        rules = "User-agent: *\nDisallow: /\n".encode(encoding)
        pair.serve(A, lambda r, rules=rules: Reply(body=rules) if r.path == "/robots.txt" else html())
        assert outcomes(pair)["a"] == ("refused", "robots_disallow")


def test_of_long_rules_the_beginning_is_read(pair):
    rules = b"User-agent: *\nDisallow: /report\n" + b"# more\n" * 200_000
    pair.serve(A, lambda r: Reply(body=rules) if r.path == "/robots.txt" else html())
    assert outcomes(pair)["a"] == ("refused", "robots_disallow")


# rests over runs


def test_the_archive_s_rest_is_kept_over_runs(world):
    world.add_with_archive("/x.html")
    world.serve(A, Reply(404))
    ten_days = 10 * 86_400
    world.serve("archive.example", Reply(429, headers={"Retry-After": str(ten_days)}))
    world.run()
    asked = len(world.server.asked("archive.example"))
    for _ in range(9):
        world.clock.sleep(86_400)
        world.run()
    assert len(world.server.asked("archive.example")) == asked == 1
    world.clock.sleep(86_400)
    world.run()
    assert len(world.server.asked("archive.example")) == 2


def test_a_short_rest_at_the_end_of_a_run_is_kept_too(world):
    world.add(A)
    world.serve(A, Reply(503, headers={"Retry-After": "290"}))
    world.run()
    last = world.server.asked(A)[-1].at
    world.serve(A, html())
    world.run()
    assert world.server.asked(A)[-1].at - last >= 290


@pytest.mark.parametrize("status", [403, 404, 503])
def test_a_rest_is_kept_whatever_the_answer(world, status):
    world.add(A, "/1.html")
    world.add(A, "/2.html")
    world.manners = world.manners.__class__(1, 2.0, 300.0, 5)
    world.serve(A, Reply(status, headers={"Retry-After": "120"}))
    world.run()
    first, second = world.server.asked(A)
    assert second.at - first.at >= 120


def test_one_busy_address_does_not_starve_its_site(world):
    for name in ("bad", "good1", "good2"):
        world.add(A, f"/{name}.html")

    def route(request):
        if request.path == "/robots.txt":
            return Reply(404)
        return Reply(503, headers={"Retry-After": "3600"}) if "bad" in request.path else html(request.path)

    world.serve(A, route)
    due = []
    for _ in range(6):
        due += [o.address for o in world.run().values() if o.is_due]
        world.clock.sleep(86_400)
    assert len(world.files()) == 2
    assert len(due) == 1
    assert due[0].endswith("bad.html")


# what is remembered


def test_failures_of_several_kinds_add_up(world):
    world.add(A)
    due = []
    for day in range(6):
        world.serve(A, Reply((403, 404)[day % 2]))
        due.append(next(iter(world.run().values())).is_due)
        world.clock.sleep(86_400)
    assert due.count(True) == 1


def test_a_failure_is_named_again_if_the_report_was_lost(world):
    world.add(A)
    world.serve(A, Reply(503))
    world.run()
    world.clock.sleep(4 * 86_400)
    world.mark_told = lambda *_: None
    assert next(iter(world.run().values())).is_due
    del world.mark_told
    world.clock.sleep(86_400)
    assert next(iter(world.run().values())).is_due
    world.clock.sleep(86_400)
    assert not next(iter(world.run().values())).is_due


def test_a_clock_that_was_wrong_once_does_no_harm(world):
    world.add(A)
    world.clock.sleep(400 * 86_400)
    world.serve(A, html("from the future"))
    world.run()
    world.clock.sleep(-400 * 86_400)
    world.serve(A, html("now"))
    assert [next(iter(world.run().values())).outcome for _ in range(3)] == ["changed", "unchanged", "unchanged"]
    assert len(world.sidecars()) == 2


def test_a_file_that_lost_its_sidecar_gets_one(world):
    world.add(A)
    world.serve(A, html())
    world.run()
    (sidecar,) = (world.raw / "reports").rglob("*.json")
    for damage in (sidecar.unlink, lambda: sidecar.write_text("{")):
        damage()
        assert next(iter(world.run().values())).outcome == "new"
        assert json.loads(sidecar.read_text())["sha256"]
        assert next(iter(world.run().values())).outcome == "unchanged"


def test_other_bytes_under_a_name_are_not_overwritten(world):
    world.add(A)
    world.serve(A, html())
    world.run()
    (file,) = (world.raw / "reports").rglob("*.html")
    (sidecar,) = (world.raw / "reports").rglob("*.json")
    file.write_bytes(b"somebody's")
    sidecar.unlink()
    outcome = next(iter(world.run().values()))
    assert (outcome.outcome, outcome.reason) == ("refused", "store_damaged")
    assert file.read_bytes() == b"somebody's"


def test_a_page_that_may_be_cut_is_taken_when_it_comes_so_again(world):
    world.add(A)
    old = page()[: -len(b"</body></html>")]
    world.serve(A, lambda r: Reply(404) if r.path == "/robots.txt" else Reply(body=old, length=None, end="close"))
    found = [next(iter(world.run().values())) for _ in range(3)]
    assert [(o.outcome, o.reason) for o in found] == [("refused", "truncated"), ("new", None), ("unchanged", None)]


def test_links_in_the_store_lead_nowhere(world, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (world.raw / "reports").mkdir(parents=True)
    (world.raw / "reports" / "a").symlink_to(outside)
    world.add(A)
    world.serve(A, html())
    with pytest.raises(AssertionError, match="leads out of the store"):
        world.run()
    assert list(outside.iterdir()) == []
