"""The two first reports come out as they were annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oic_reports.jobs.read import read_document
from oic_reports.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
GOLD = {
    "seed_ar_2013": "000_9e80b411712b49da.txt",
    "seed_en_2017": "004_a7ed7ae033aefd8a.txt",
}
# the annotator's remark on the status is prose, not a fact of the document
NOT_FACTS = {"status_evidence"}
OF_A_BLOCK = ("eid", "role", "subrole", "label", "ordinal", "numbering", "text_raw", "text", "language")
OF_A_REPAIR = ("raw_start", "raw_end", "from", "to", "kind", "confidence")


@pytest.fixture(scope="module", params=sorted(GOLD))
def pair(request):
    gold = json.loads((ROOT / "tests" / "gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    found = read_document(ROOT / "raw" / "reports" / GOLD[request.param], Settings(data_home=ROOT))
    return gold, found


def test_header_facts(pair):
    gold, found = pair
    facts = [name for name in found["document"] if name in gold["document"] and name not in NOT_FACTS]
    assert len(facts) > 20
    assert {name: found["document"][name] for name in facts} == {name: gold["document"][name] for name in facts}


def test_every_block(pair):
    gold, found = pair
    expected = [{name: block.get(name) for name in OF_A_BLOCK} for block in gold["blocks"]]
    assert [{name: block[name] for name in OF_A_BLOCK} for block in found["blocks"]] == expected


def test_every_repair(pair):
    gold, found = pair
    for expected, block in zip(gold["blocks"], found["blocks"], strict=True):
        repairs = [{name: repair[name] for name in OF_A_REPAIR} for repair in block["repairs"]]
        assert repairs == [{name: repair[name] for name in OF_A_REPAIR} for repair in expected["repairs"]]
        assert all(repair["rule"] for repair in block["repairs"])


def test_lines_are_covered_once(pair):
    gold, found = pair
    assert [[b["line_first"], b["line_last"]] for b in found["blocks"]] == [b["lines"] for b in gold["blocks"]]


def test_authors_errors_are_flagged_and_kept(pair):
    gold, found = pair
    for expected, block in zip(gold["blocks"], found["blocks"], strict=True):
        flagged = {flag["surface"] for flag in block["flags"] if flag["flag"] == "sic"}
        # an error of the site's menu is no error of the report
        assert flagged == {sic["surface"] for sic in expected["sic"] if expected["role"] != "boilerplate"}
        assert all(surface in block["text"] for surface in flagged)


def test_numbered_paragraphs_read_as_printed(pair):
    gold, found = pair
    numbered = [block for block in found["blocks"] if block["role"] == "operative"]
    assert len(numbered) == gold["document"]["operative_count"]
    assert [block["ordinal"] for block in numbered] == list(range(1, len(numbered) + 1))
