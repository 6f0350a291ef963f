"""Nothing that a file holds stops a run: the good ones are published, each other one is a reject with a reason."""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date

import pytest
from any_input import change, list_specimens, list_texts

from oic_reports.jobs.build import build
from oic_reports.release.load import load_current
from oic_reports.release.verify import verify_files
from oic_reports.sources.sidecar_place import find_sidecar

DAY = date(2026, 11, 24)
SEED = 10
# the whole set of specimens is read with as many changes as `make nightly` asks for
MANY = 500


@pytest.fixture
def mutations(request):
    return request.config.getoption("--mutations")


def add(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    sidecar = {
        "url": None,
        "how_obtained": "test",
        "received": "2026-11-24",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "media_type": "text/plain",
        "rights_note": "ours",
    }
    find_sidecar(path).write_text(json.dumps(sidecar))


def fill(folder, mutations):
    """Put files of every kind into a folder of the store; how many."""
    chance = random.Random(SEED)
    specimens = list_specimens()
    texts = list(list_texts())
    whole = specimens if mutations >= MANY else chance.sample(specimens, mutations // 4)
    files = [(f"whole/{path.parent.name}_{path.name}", path.read_bytes()) for path in whole]
    files += [(f"texts/{name}", content) for name, content in texts]
    for number in range(mutations):
        path = chance.choice(specimens)
        files.append((f"changed/{number:03}_{path.name}", change(path.read_bytes(), chance)))
    for number, (name, content) in enumerate(texts):
        if number % 3 == 0 or mutations >= MANY:
            files.append((f"changed/text_{name}", change(content, chance)))
    for name, content in files:
        add(folder, name, content)
    return len(files)


@pytest.mark.slow
def test_whatever_is_received_the_good_ones_are_published(settings, home, mutations):
    folder = home / "raw" / "reports" / "any"
    count = fill(folder, mutations)
    published = build(settings, DAY, lambda _: None)
    assert published.is_new
    assert verify_files(published.directory) == []
    tables = {name: table.to_pylist() for name, table in load_current(settings.processed).tables.items()}
    # no file is passed over
    of_documents = {row["source_id"] for row in tables["documents"]}
    rejected = {row["file_name"]: row for row in tables["rejects"]}
    named = {row["file_name"] for row in tables["sources"] if row["source_id"] in of_documents}
    received = {path.relative_to(home / "raw").as_posix() for path in (home / "raw" / "reports").rglob("*")}
    received = {name for name in received if not name.endswith(".json") and (home / "raw" / name).is_file()}
    assert len(received) == count + 2
    assert received <= named | set(rejected)
    assert all(row["reason"] and row["detail"] for row in rejected.values())
    # the good ones are there: the two founding reports, and most of the specimens that are reports
    assert {"ar-2013-09-25-cg-mali-report", "en-2017-09-20-cg-mali-report"} <= {
        row["document_id"] for row in tables["documents"]
    }
    whole = {name for name in received if "/whole/" in name}
    assert len(whole & named) > len(whole) / 4
    reasons = {name.rsplit("/", 1)[-1]: row["reason"] for name, row in rejected.items() if "/texts/" in name}
    assert {"news_en.txt", "law_fr.txt", "league_ar.txt", "empty.txt", "broken.pdf"} <= set(reasons)
    assert reasons["late.txt"] == "check_failed"
    # a rule that fails is a fault of ours: here is none that is known
    faults = {
        name: row["detail"] for name, row in rejected.items() if row["reason"] in {"rule_failed", "reader_failed"}
    }
    assert faults == {}
