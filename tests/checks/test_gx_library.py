"""Great Expectations is loaded without what no check asks of it, and that is there where somebody asks."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from oic_reports.checks.gx_library import load_ahead, load_library
load_ahead()
library = load_library()
assert library.__name__ == "great_expectations"
assert not {"scipy.stats._stats_py", "altair.vegalite"} & sys.modules.keys()
from scipy import stats
assert stats.norm.mean() == 0.0
assert sys.modules["scipy.stats"] is not stats
import scipy.stats
assert scipy.stats.norm is stats.norm
import altair
assert altair.Chart
"""


def test_charts_and_statistics_are_loaded_when_they_are_asked_for():
    subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], check=True)
