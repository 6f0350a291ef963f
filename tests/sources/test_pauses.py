"""The pauses between two requests to a site: what it asks for, and what of that is believed."""

from __future__ import annotations

import pytest
from server import FakeClock

from oic_reports.sources.robots import Robots
from oic_reports.sources.turns import Turns

DAY = 86_400.0


def find_delay(value: str) -> float | None:
    rules = f"User-agent: *\nCrawl-delay: {value}\n".encode()
    return Robots(lambda _: rules).check("https://one.example/report.html")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("7", 7.0), ("0.5", 0.5), ("86399", DAY - 1), ("86401", DAY), ("999999999", DAY), ("0", None), ("-3", None)],
)
def test_a_delay_is_kept_up_to_a_day(value, seconds):
    assert find_delay(value) == seconds


@pytest.mark.parametrize("value", ["soon", "nan", "inf"])
def test_a_delay_that_is_no_time_is_none(value):
    assert find_delay(value) is None


@pytest.mark.parametrize(("asked", "pause"), [(9.0, 9.0), (1.0, 2.0)])
def test_a_site_lengthens_the_pause_and_never_shortens_it(asked, pause):
    clock = FakeClock()
    turns = Turns("one", delay=2.0, longest_wait=60.0, most_failures=5, clock=clock)
    turns.slow_down(asked)
    for _ in range(2):
        with turns.take():
            pass
    assert clock.monotonic() == pause
