"""One fetch run that kills itself: ``killed_run.py STORE PORT DAY EVENT`` sends SIGKILL to itself at the EVENTth event.

Events are what Python audits of files (opened, made, moved, removed) and, of an object store, the beginning and the end
of each write. With EVENT 0 the run ends by itself and prints how many there were. By the clock of the run it is the
DAYth day. The addresses are those of ``/0.html`` to ``/11.html`` on two hosts that the port on loopback plays.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

from server import FakeClock
from sources_world import World

from oic_reports.sources.folder import FolderStore
from oic_reports.sources.object_store import ObjectStore

HOSTS = ("a.example", "b.example")
EACH = 12
EVENTS = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "tempfile.mkdtemp", "tempfile.mkstemp")


def open_any(place, copies):
    """The store at a folder or at an address."""
    return ObjectStore(place, copies) if "://" in place else FolderStore(Path(place))


def make_world(store, port):
    """The world that parent and child share; its server is the parent's."""
    server = SimpleNamespace(
        port=port, resolve=lambda *_: ["127.0.0.1"], address=lambda host, path: f"http://{host}:{port}{path}"
    )
    world = World(None, FakeClock(), server, store)
    for number in range(EACH):
        for host in HOSTS:
            world.add(host, f"/{number}.html")
    return world


def main():
    port, day, last = map(int, sys.argv[2:5])
    store = open_any(sys.argv[1], Path(sys.argv[5]))
    world = make_world(store, port)
    world.clock.sleep(86_400 * day)
    count = 0

    def note():
        nonlocal count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(write):
        def watched(*given, **named):
            note()
            result = write(*given, **named)
            note()
            return result

        return watched

    if isinstance(store, ObjectStore):
        store._fs.pipe_file = watch(store._fs.pipe_file)
        store._fs.put_file = watch(store._fs.put_file)
    else:
        sys.addaudithook(lambda event, _: note() if event in EVENTS else None)
    world.store.sweep()
    world.run()
    print(count)  # noqa: T201  (for the parent)


if __name__ == "__main__":
    main()
