from __future__ import annotations

import pytest
from pydantic import ValidationError

from oic_reports.settings import Settings, print_faults


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OIC_REPORTS_FETCH_DELAY_SECONDS", "soon"),
        ("OIC_REPORTS_FETCH_DELAY_SECONDS", "-1"),
        ("OIC_REPORTS_FETCH_HOURS", "0"),
        ("OIC_REPORTS_RAW_URL", "bucket"),
        ("OIC_REPORTS_FETCH_DELAY_SECOND", "9"),
        ("OIC_REPORTS_DATAHOME", "/srv"),
    ],
)
def test_a_wrong_setting_is_named_as_it_is_written(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert name in print_faults(caught.value)


def test_variables_of_deployments_are_no_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("OIC_REPORTS_CHECKOUT", str(tmp_path))
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(tmp_path))
    assert Settings().raw == tmp_path / "raw"
