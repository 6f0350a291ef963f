"""Many addresses on five hosts: how many requests each gets, and how far apart, by the clock of the test."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from server import Reply

HOSTS = [f"h{number}.example" for number in range(5)]


@pytest.mark.parametrize("store", ["folder"], indirect=True)
def test_many_addresses(world, request):
    each = request.config.getoption("--addresses") // len(HOSTS)
    for number in range(each):
        for host in HOSTS:
            world.add(host, f"/{number}.txt")

    def route(request):
        if request.path == "/robots.txt":
            return Reply(404)
        if "if-none-match" in request.headers:
            return Reply(304)
        text = f"The Meeting adopted report {request.host} {request.path} of the Contact Group."
        return Reply(headers={"ETag": '"1"'}, body=text.encode())

    for host in HOSTS:
        world.serve(host, route)
    assert Counter(outcome.outcome for outcome in world.run().values()) == {"new": len(HOSTS) * each}
    assert len(world.files()) == len(HOSTS) * each
    first = len(world.server.requests)
    assert Counter(outcome.outcome for outcome in world.run().values()) == {"unchanged": len(HOSTS) * each}
    for host in HOSTS:
        asked = [request.at for request in world.server.requests if request.host == host]
        # each address twice, the rules once in each run
        assert len(asked) == 2 * (each + 1)
        assert min(after - before for before, after in itertools.pairwise(asked[: first // len(HOSTS)])) >= 3
        assert world.server.most_at_once[host] == 1
