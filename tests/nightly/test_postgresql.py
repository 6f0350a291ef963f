"""The server on PostgreSQL, as Debian has it: a schedule, a run, a copy of the history and its return."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import httpx
import pytest
from prefect_world import DOCUMENT, PATIENCE, World, stop

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture
def cluster():
    """A cluster of its own, without a port: its socket is in its folder. PostgreSQL does not run as root."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not installed: apt install postgresql")
    # the folders of pytest are closed to the user of PostgreSQL
    place = Path(tempfile.mkdtemp(prefix="postgresql-"))
    as_user = []
    if os.getuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(place, "postgres")

    def run(*command):
        program = str(PROGRAMS[-1] / command[0])
        answer = subprocess.run(
            [*as_user, program, *command[1:]], capture_output=True, text=True, cwd=place, check=False, timeout=PATIENCE
        )
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    # a server without a locale, as minimal ones are: its databases would not take UTF-8 unasked
    run("initdb", "--pgdata", str(place / "data"), "--auth=trust", "--username=postgres", "--locale=C")
    server = subprocess.Popen(
        [*as_user, PROGRAMS[-1] / "postgres", "-D", place / "data", "-k", place, "-c", "listen_addresses="],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=place,
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while not (place / ".s.PGSQL.5432").exists():
        assert time.monotonic() < until
        time.sleep(0.2)
    create(run, place, "createuser")
    create(run, place, "createdb")
    yield place, run
    stop(server)
    shutil.rmtree(place)


def create(run, place, program):
    """The command of the document."""
    (words,) = re.findall(rf"^\$ sudo -u postgres {program} (.*)$", DOCUMENT, re.MULTILINE)
    run(program, "--host", str(place), "--username=postgres", *words.split())


def test_the_server_keeps_its_runs_in_postgresql(cluster, tmp_path, home):
    place, run = cluster
    (address,) = re.findall(r"^PREFECT_SERVER_DATABASE_CONNECTION_URL=(\S+)$", DOCUMENT, re.MULTILINE)
    world = World(tmp_path, home)
    world.environment["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = address.replace("/var/run/postgresql", str(place))
    try:
        world.start_server()
        world.run(*world.command_of("work-pool create"))
        world.run(*world.command_of("--no-prompt deploy"))
        world.start_worker()
        said = world.run(*world.command_of("deployment run pipeline/backfill --watch"))
        assert "Completed" in said, said + world.read_log("worker")[-3000:]
        before = list_runs(world, 2)
        assert {run["state"]["type"] for run in before} >= {"COMPLETED", "SCHEDULED"}
        assert not list((tmp_path / "prefect").glob("*.db")), "nothing went to SQLite"

        dump, restore = [
            line[2:].split() for line in DOCUMENT.splitlines() if line.startswith(("$ pg_dump", "$ pg_restore"))
        ]
        stop(world.worker)
        stop(world.server)
        moved = [word.replace("/srv/oic-reports/backup", str(place)) for word in dump]
        run(*moved[:-1], "--host", str(place), "--username=oic-reports", moved[-1])
        run("dropdb", "--host", str(place), "--username=postgres", "prefect")
        create(run, place, "createdb")
        moved = [word.replace("/srv/oic-reports/backup", str(place)) for word in restore]
        run(*moved[:-1], "--host", str(place), "--username=oic-reports", moved[-1])
        world.start_server()
        names = {run["id"] for run in list_runs(world, 2)}
        assert {run["id"] for run in before if run["state"]["type"] == "COMPLETED"} <= names
    finally:
        world.end()


def list_runs(world, least):
    """The runs of the pipeline, when there are so many: the scheduler takes a minute."""
    until = time.monotonic() + PATIENCE
    while True:
        body = {"flows": {"name": {"any_": ["pipeline"]}}}
        found = httpx.post(f"{world.environment['PREFECT_API_URL']}/flow_runs/filter", json=body, timeout=30).json()
        if len(found) >= least:
            return found
        assert time.monotonic() < until, found
        time.sleep(1)
