from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from oic_reports.environment import WrongSettingError
from oic_reports.settings import Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OIC_REPORTS_FETCH_DELAY_SECONDS", "soon"),
        ("OIC_REPORTS_FETCH_DELAY_SECONDS", "-1"),
        ("OIC_REPORTS_FETCH_HOURS", "0"),
        ("OIC_REPORTS_RAW_URL", "bucket"),
        ("OIC_REPORTS_FETCH_DELAY_SECOND", "9"),
        ("OIC_REPORTS_DATAHOME", "/srv"),
        ("OIC_REPORTS_WORKERS", "2.5"),
        ("OIC_REPORTS_CONTACT", "me"),
        ("OIC_REPORTS_SITE", "perhaps"),
        ("OIC_REPORTS_RELEASE_WITHOUT", "appendix"),
    ],
)
def test_a_wrong_setting_is_named_as_it_is_written(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingError, match=name):
        Settings()


def test_variables_of_deployments_are_no_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("OIC_REPORTS_CHECKOUT", str(tmp_path))
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(tmp_path))
    assert Settings().raw == tmp_path / "raw"


def test_texts_of_variables_are_understood(monkeypatch):
    for name, value in {
        "site": "On",
        "workers": "3",
        "lost_seconds": "1",
        "log_file": "/var/log/oic",
        "Contact": "a@b.c",
    }.items():
        monkeypatch.setenv(f"OIC_REPORTS_{name}", value)
    settings = Settings(lost_seconds=2)
    assert (settings.site, settings.workers, settings.lost_seconds) == (True, 3, 2.0)
    assert (settings.log_file, settings.contact) == (Path("/var/log/oic"), "a@b.c")


def test_a_setting_that_is_given_is_held_to_the_same():
    with pytest.raises(WrongSettingError, match="FETCH_TRIES"):
        Settings(fetch_tries=0)
    with pytest.raises(WrongSettingError, match="no setting is called retries"):
        Settings(retries=1)
    with pytest.raises(FrozenInstanceError):
        Settings().workers = 4


def test_another_setting_leaves_the_others_as_they_are(monkeypatch, tmp_path):
    settings = Settings(data_home=tmp_path, workers=3)
    monkeypatch.setenv("OIC_REPORTS_WORKERS", "5")
    assert replace(settings, site=True) == Settings(data_home=tmp_path, workers=3, site=True)
