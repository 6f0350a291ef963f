"""What a fetch run receives: what lands in the raw store, with which sidecar, and what is asked for the next time."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest
from server import Reply
from sources_world import A, html, only, page, pdf

from oic_reports.sources.raw_store import list_store


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
    # nobody has looked for a licence
    assert "rights_note" not in sidecar
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


# what is gone


def test_a_gone_address_is_asked_for_at_the_archive(world):
    copy = world.add_with_archive("/web/2018id_/report.html")
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
    world.add_with_archive("/x.html")
    world.serve(A, html())
    only(world)
    world.serve(A, Reply(410))
    assert only(world).outcome == "gone"
    assert len(world.files()) == 1
    assert world.server.asked("archive.example") == []


def test_an_archive_without_a_copy_is_said(world):
    world.add_with_archive("/x.html")
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
