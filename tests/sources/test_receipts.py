from __future__ import annotations

import json
from datetime import timedelta

import pytest

from oic_reports.sources.receipts import Receipts, find_described, find_moment
from oic_reports.sources.sidecar import Sidecar


def test_moments_of_receipts_compare_as_moments():
    def make(fetched):
        values = {"url": "http://a.example/", "how_obtained": "x", "received": "2026-11-25", "sha256": "0" * 64}
        values |= {"bytes": 1, "media_type": "text/html", "rights_note": "n", "fetched": fetched}
        return Sidecar.model_validate_json(json.dumps(values))

    receipts = Receipts()
    receipts.add("later", make("2026-11-25T09:00:00Z"))
    receipts.add("earlier", make("2026-11-25T10:00:00+03:00"))
    assert receipts.find_latest("http://a.example/").file_name == "later"
    assert find_moment(make("2026-11-25T10:00:00+03:00")).utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="timezone"):
        make("2026-11-25T10:00:00")


def test_what_describes_a_file():
    names = {"a.html", "a.html.json", "a.html.0a1b2c3d.json", "page.json", "page.json.json", "lone.pdf.json"}
    found = {name: find_described(name, names) for name in names}
    assert found == {
        "a.html": None,
        "a.html.json": "a.html",
        "a.html.0a1b2c3d.json": "a.html",
        "page.json": None,
        "page.json.json": "page.json",
        "lone.pdf.json": None,
    }
