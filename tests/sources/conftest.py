"""Fixtures of the small internet (see ``sources_world``)."""

from __future__ import annotations

import pytest
from server import FakeClock, Server
from sources_world import World


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def server(clock):
    with Server(clock) as server:
        yield server


@pytest.fixture
def world(tmp_path, clock, server):
    return World(tmp_path / "raw", clock, server)
