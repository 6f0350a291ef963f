from __future__ import annotations

import pytest

from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.feed.compare import make_feed
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.id_history import extend_history

VERDICT = Verdict((CheckResult("documents.x", "documents", "expect_x", "It must be.", "document", True, 2, 0),))  # noqa: FBT003


@pytest.fixture(scope="session")
def verdict():
    return VERDICT


@pytest.fixture(scope="session")
def facts():
    return ReleaseFacts("2026.11.0", "2026-11-24", "1.0.0", "0.1.0")


@pytest.fixture(scope="session")
def whole(tables):
    """All tables of the two reports."""
    history = extend_history(None, tables, "2026.11.0")
    return {**tables, "id_history": history, "changes": make_feed(None, {}, "2026.11.0")}
