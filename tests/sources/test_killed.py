"""A run that is killed loses nothing that was stored, leaves nothing half-written, and is made good by the next.

At every commit it is killed at four points, and two of the object store; `make nightly` has 300, and 100.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from killed_run import EACH, HOSTS, make_world
from server import Reply
from sources_world import page

from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.object_store import ObjectStore

SCRIPT = Path(__file__).with_name("killed_run.py")


@pytest.fixture
def place(store, request):
    """Where the store is, as the child takes it."""
    return request.getfixturevalue("bucket") if isinstance(store, ObjectStore) else str(store.root)


@pytest.fixture
def run_child(place, server, tmp_path):
    def run(day, last):
        command = [sys.executable, str(SCRIPT), place, *map(str, (server.port, day, last, tmp_path / "copies"))]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run


def look(store):
    """Everything in the store: each file with its sidecar, both whole; its content by name."""
    names = list(store.list_names("reports"))
    contents = store.read_many(names)
    files = {name: content for name, content in contents.items() if not name.endswith(".json")}
    assert len(names) == 2 * len(files)
    for name, content in files.items():
        sidecar = json.loads(contents[f"{name}.json"])
        assert sidecar["sha256"] == hashlib.sha256(content).hexdigest()
        assert sidecar["bytes"] == len(content)
    if isinstance(store, FolderStore):
        # what is hidden is whole too, and nothing else is there
        for path in (store.root / ".fetch").rglob("*.json"):
            json.loads(path.read_text())
        visible = {
            path.relative_to(store.root).as_posix() for path in store.root.glob("reports/**/*.*") if path.is_file()
        }
        assert visible == set(names)
    return files


@pytest.fixture
def hosts(server):
    """Two hosts; ``text`` is what half of their pages say."""
    said = {"text": "first"}

    def route(request):
        if request.path == "/robots.txt":
            return Reply(404)
        return Reply(body=tell(request.host, request.path, said["text"]))

    for host in HOSTS:
        server.routes[host] = route
    return said


def tell(host, path, text):
    """A page; those with an odd number never change."""
    is_fixed = int(path.strip("/").split(".")[0]) % 2
    return page(f"{host} {path} {'always' if is_fixed else text}")


def draw_points(events, count):
    """Events at which a run is killed: one in each of so many stretches, as equal as may be."""
    draw = random.Random(20261125)
    bounds = [1 + place * (events - 1) // count for place in range(count + 1)]
    return [draw.randrange(first, max(last, first + 1)) for first, last in itertools.pairwise(bounds)]


def test_a_run_killed_at_any_point(run_child, hosts, store, kills):
    events = int(run_child(0, 0).stdout)
    before = look(store)
    assert len(before) == len(HOSTS) * EACH
    # an object store is asked over and over: a point there takes four times as long
    points = kills if isinstance(store, FolderStore) else max(kills // 3, 2)
    for day, point in enumerate(draw_points(events // 2, points), 1):
        hosts["text"] = f"day {day}"
        answer = run_child(2 * day, point)
        assert answer.returncode == -signal.SIGKILL, (point, answer)
        after = look(store)
        assert before.items() <= after.items()
        assert run_child(2 * day + 1, 0).returncode == 0
        before = look(store)
        assert after.items() <= before.items()
        # the next run has brought every page of this day in, and swept away what was on its way
        expected = {tell(host, f"/{number}.html", hosts["text"]) for host in HOSTS for number in range(EACH)}
        assert expected <= set(before.values())
        assert not [path for path in store.open_staging().parent.iterdir() if any(path.iterdir())]


@pytest.mark.usefixtures("hosts")
def test_two_runs_at_once_harm_nothing(store, server):
    """Without the lock, as on two machines: each file is stored once and whole."""
    worlds = [make_world(store, server.port) for _ in range(2)]
    threads = [threading.Thread(target=world.run) for world in worlds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(look(store)) == len(HOSTS) * EACH


def test_the_lock_keeps_a_second_run_out(tmp_path):
    path = tmp_path / "raw" / ".fetch" / "lock"
    with hold_lock(path), pytest.raises(LockedError), hold_lock(path):
        pass
    with hold_lock(path):
        pass
