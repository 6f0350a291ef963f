"""A release of other code is judged by what its dialects say: each must say the same, and ours is the only licence."""

from __future__ import annotations

import json

import pytest
from damages import SAID

from oic_reports.proof.dialects import check_dialects, check_reuse
from oic_reports.proof.prove import find_problems
from oic_reports.release.checksums import write_checksums

# what a dialect says of itself; what it says of the data, only the code that made it can know
TOLD = [
    *("the licence is CC0", "another licence is cited", "croissant is CC0", "croissant has another hash"),
    *("croissant is of another day", "schema.org is CC0", "schema.org has another length", "DCAT is CC0"),
    *("DCAT has another hash", "DataCite is CC0", "DataCite licenses the texts", "REUSE is CC0"),
    *("REUSE licenses the texts", "another version is cited", "another day is cited"),
]


def find(folder):
    return [*check_dialects(folder, "2026.11.0", "2026-11-24"), *check_reuse(folder / "REUSE.toml")]


def test_a_sound_release_says_one_thing(alone):
    assert find(alone) == []


@pytest.mark.parametrize("damage", TOLD)
def test_a_dialect_that_says_otherwise_is_found(alone, damage):
    SAID[damage](alone)
    assert find(alone), damage


def test_of_other_code_too(alone):
    path = alone / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["codeVersion"] = "0.0.1"
    path.write_text(json.dumps(described), encoding="utf-8")
    SAID["DCAT is CC0"](alone)
    write_checksums(alone)
    assert any("dcat.jsonld" in problem for problem in find_problems(alone))


@pytest.mark.parametrize(
    "name", ["croissant.json", "dcat.jsonld", "datacite.json", "schema-org.jsonld", "CITATION.cff"]
)
@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"@graph": []}'])
def test_what_cannot_be_read_is_a_line(alone, name, content):
    (alone / name).write_bytes(content)
    assert any(name in problem for problem in find(alone))


def test_a_path_that_leads_out_is_not_followed(alone):
    path = alone / "croissant.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["distribution"][0]["contentUrl"] = "../versions.json"
    path.write_text(json.dumps(described), encoding="utf-8")
    assert find(alone) == ["croissant.json names ../versions.json, which is not there"]
