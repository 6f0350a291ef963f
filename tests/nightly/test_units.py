"""The units of deploy/, as systemd reads them."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from prefect_world import ROOT


def test_units_are_what_systemd_takes(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze")
    for unit in (ROOT / "deploy" / "systemd").glob("*.service"):
        text = unit.read_text().replace("/srv/oic-reports/checkout", str(ROOT))
        (tmp_path / unit.name).write_text(re.sub("^Documentation=.*", "", text, flags=re.MULTILINE))
    answer = subprocess.run(
        ["systemd-analyze", "verify", *tmp_path.glob("*.service")], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
