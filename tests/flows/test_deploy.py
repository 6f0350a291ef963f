"""The files of ``deploy/`` say what docs/operations.md says."""

from __future__ import annotations

import re

import yaml
from prefect_world import DOCUMENT, ROOT

DEPLOY = ROOT / "deploy"


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
