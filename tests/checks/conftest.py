"""Tables of a release that pass every check."""

from __future__ import annotations

import pytest

from oic_reports.feed.compare import make_feed
from oic_reports.release.id_history import extend_history


@pytest.fixture(scope="module")
def clean(tables):
    return {
        **tables,
        "id_history": extend_history(None, tables, "2026.11.0"),
        "changes": make_feed(None, {}, "2026.11.0"),
    }
