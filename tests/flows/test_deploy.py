"""The files of ``deploy/`` say what docs/operations.md says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from fnmatch import fnmatch
from importlib.metadata import entry_points

import yaml
from prefect_world import DOCUMENT, ROOT

from oic_reports.settings import Settings

DEPLOY = ROOT / "deploy"
IMAGE = (DEPLOY / "Containerfile").read_text()
ALL = [DEPLOY / "Containerfile", DEPLOY / "compose.yaml", DEPLOY / "oic-reports.env", *DEPLOY.rglob("*.service")]
# what Prefect, its server and the libraries that they use read
FOREIGN = {"PREFECT_HOME", "PREFECT_API_URL", "PREFECT_SERVER_ANALYTICS_ENABLED", "DO_NOT_TRACK"}
FOREIGN |= {"PREFECT_SERVER_DATABASE_CONNECTION_URL", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"}


def test_the_environment_is_that_of_the_document():
    exported = re.findall(r"^export (\w+=\S+)$", DOCUMENT, re.MULTILINE)
    assert [
        line for line in (DEPLOY / "oic-reports.env").read_text().splitlines() if not line.startswith("#")
    ] == exported


def test_units_start_what_the_document_starts():
    for name in ("server", "worker"):
        unit = (DEPLOY / "systemd" / f"oic-reports-{name}.service").read_text()
        (command,) = re.findall(r"^ExecStart=/srv/oic-reports/checkout/(.*)$", unit, re.MULTILINE)
        assert command in DOCUMENT.splitlines()
        assert "Restart=always" in unit


def test_compose_starts_them_too_and_shows_the_server_to_this_machine_alone():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert services["server"]["ports"] == ["127.0.0.1:4200:4200"]
    assert services["server"]["command"][:2] == ["server", "start"]
    assert all(
        f".venv/bin/prefect {command}" in DOCUMENT
        for command in ("work-pool create oic-reports", "--no-prompt deploy --all")
    )
    image = (DEPLOY / "Containerfile").read_text()
    (default,) = re.findall(r"^CMD \[(.*)\]$", image, re.MULTILINE)
    assert ".venv/bin/prefect " + default.replace('"', "").replace(",", "") in DOCUMENT.splitlines()
    assert "--require-hashes" in image
    assert "USER oic-reports" in image


def test_every_service_waits_for_what_it_needs():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    for service in services.values():
        for name, condition in service.get("depends_on", {}).items():
            if condition["condition"] == "service_healthy":
                assert "healthcheck" in services[name]


def test_every_setting_is_one():
    ours = {f"OIC_REPORTS_{field.name.upper()}" for field in fields(Settings)} | {"OIC_REPORTS_CHECKOUT"}
    for path in ALL:
        named = set(re.findall(r"\b(?:OIC_REPORTS|PREFECT|POSTGRES)_[A-Z_]+\b|\bDO_NOT_TRACK\b", path.read_text()))
        assert named <= ours | FOREIGN, path.name


def test_what_the_image_copies_is_there_and_sent():
    left_out = (ROOT / ".dockerignore").read_text().splitlines()
    (files,) = re.findall(r"^COPY (.*) \./$", IMAGE, re.MULTILINE)
    (folders,) = re.findall(r"cp -r (.*) /srv/oic-reports/data", IMAGE)
    named = {*files.split(), *folders.split(), "flows", "prefect.yaml", "schemas", "expectations", "src", "docs"}
    assert all((ROOT / name).exists() for name in named)
    assert not [name for name in named if any(fnmatch(name, pattern) for pattern in left_out)]
    # the same folders that the document copies
    assert f"cp -r {folders} /srv/oic-reports/data" in DOCUMENT


def test_the_image_has_the_python_and_the_programs_that_we_say():
    (version,) = re.findall(r"^FROM python:(\d\.\d+)-", IMAGE, re.MULTILINE)
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"] == f">={version}"
    (installed,) = re.findall(r"--no-install-recommends \\\n\s+(.*?) \\\n", IMAGE)
    said = set(re.search("^.*apt install (tesseract.*)$", DOCUMENT, re.MULTILINE)[1].split())
    # the document's writer has pages to look at, the image's has none
    assert set(installed.split()) == said | {"git", "libreoffice-writer-nogui"}
    assert "--no-install-recommends libreoffice-writer\n" in DOCUMENT


def test_every_command_is_installed_with_what_the_lock_holds():
    scripts = {entry.name for entry in entry_points(group="console_scripts")}
    for path in ALL:
        named = set(re.findall(r"\.venv/bin/([\w-]+)", path.read_text())) - {"python"}
        assert named <= scripts, path.name
    compose = (DEPLOY / "compose.yaml").read_text()
    assert re.search("^asyncpg==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert "postgresql+asyncpg://" in compose


def test_units_may_write_the_folders_that_the_environment_names():
    named = dict(re.findall(r"^(\w+)=(/srv/\S+)$", (DEPLOY / "oic-reports.env").read_text(), re.MULTILINE))
    worker = (DEPLOY / "systemd" / "oic-reports-worker.service").read_text()
    (writable,) = re.findall(r"^ReadWritePaths=(.*)$", worker, re.MULTILINE)
    assert set(writable.split()) == {named["PREFECT_HOME"], named["OIC_REPORTS_DATA_HOME"]}
    for unit in (DEPLOY / "systemd").glob("*.service"):
        text = unit.read_text()
        assert f"WorkingDirectory={named['OIC_REPORTS_CHECKOUT']}" in text
        assert "EnvironmentFile=/etc/oic-reports/environment" in text
    assert "deploy/oic-reports.env /etc/oic-reports/environment" in DOCUMENT


def test_volumes_are_where_the_image_keeps_its_data():
    (declared,) = re.findall(r"^VOLUME \[(.*)\]$", IMAGE, re.MULTILINE)
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    ours = [mount for name in ("server", "worker") for mount in compose["services"][name].get("volumes", [])]
    for mount in ours:
        volume, place = mount.split(":")
        assert volume in compose["volumes"]
        assert f'"{place}"' in declared


def test_the_password_stays_out_of_repository_and_image():
    for name in (".gitignore", ".dockerignore"):
        assert "deploy/.env" in (ROOT / name).read_text().splitlines()


def test_the_compose_file_is_one_for_the_compose_of_debian_too():
    """docker-compose 1.29 takes no ``name``; the document gives it in ``deploy/.env``."""
    known = {"services", "volumes"}
    assert {key for key in yaml.safe_load((DEPLOY / "compose.yaml").read_text()) if not key.startswith("x-")} == known
    assert "`COMPOSE_PROJECT_NAME=oic-reports`" in DOCUMENT
