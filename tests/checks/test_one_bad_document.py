"""A check that names a document puts it aside and the others go on; one that names none stops the release."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from control_tables import AR, EN, as_rows, paragraph, put, to_tables

from oic_reports.checks.rules import check_rules
from oic_reports.checks.suites import check_table
from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.jobs.build import check
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.publish import ReleaseRefusedError, publish
from oic_reports.tables.schema import load_tables

FACTS = ReleaseFacts("2026.11.0", "2026-11-24", "1.2.1", "0.1.0")


def settle(rows):
    tables = to_tables(rows)
    del tables["id_history"], tables["changes"]
    return check(tables, None, FACTS.version)


def fail(documents=(), blocks="document"):
    return CheckResult("x.y", "x", "z", "A reason.", blocks, False, 1, 1, ("k",), documents)  # noqa: FBT003


def twice(table, **changes):
    def change(rows):
        row = next(row for row in rows[table] if str(row.get("document_id") or row["paragraph_id"]).startswith(AR))
        rows[table].append(copy.deepcopy(row) | changes)

    return change


def of_paragraph(where, **changes):
    return lambda rows: paragraph(rows, where).update(changes)


# what is broken -> the table whose suite says so, None where it is a rule across tables; how it is broken
BROKEN = {
    "a document twice": ("documents", twice("documents")),
    "a paragraph twice": ("paragraphs", twice("paragraphs")),
    "a flag twice": ("flags", twice("flags")),
    "a repair twice": ("repairs", twice("repairs")),
    "a box twice": ("boxes", twice("boxes")),
    "no document type": ("documents", put("documents", "document_type", None)),
    "no role": ("paragraphs", of_paragraph("para_1", role=None)),
    "no text": ("paragraphs", of_paragraph("para_1", text=None)),
    "an unknown type": ("documents", put("documents", "document_type", "novel")),
    "an unknown status": ("documents", put("documents", "status", "lost")),
    "an unknown confidence": ("repairs", put("repairs", "confidence", "total")),
    "an unknown flag": ("flags", put("flags", "flag", "nobody_knows")),
    "an eid that is none": ("paragraphs", of_paragraph("para_1", eid="Para 1", paragraph_id=f"{AR}/Para 1")),
    "a country that is none": ("documents", put("documents", "country_iso2", "Mali")),
    "a body that is none": ("documents", put("documents", "body_id", "Contact Group")),
    "a rule that is none": ("flags", put("flags", "rule", "?")),
    "a count that is wrong": (None, put("documents", "repair_count", 99)),
    "a length that is wrong": (None, of_paragraph("para_1", char_count=7)),
    "a meeting that is not there": (None, put("documents", "meeting_id", "cg-mali-1999-01-01")),
    "a source that is not there": (None, put("documents", "source_id", "src-1111111111111111")),
    "a collection that is not there": (
        None,
        put("documents", "collection_id", "en-0000-00-00-oic-document-collection"),
    ),
    "a work id of another": (None, put("documents", "work_id", "2013-09-25-cg-mali-statement")),
    "a flag at no paragraph": (None, put("flags", "paragraph_id", f"{AR}/para_99")),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_one_bad_document_is_named_and_no_other(clean, name):
    rows = as_rows(clean)
    assert rows["documents"][0]["document_id"] == rows["flags"][0]["document_id"] == AR
    table, breaks = BROKEN[name]
    breaks(rows)
    tables = to_tables(rows)
    results = check_table(load_tables()[table], tables[table]) if table else check_rules(tables, None)
    verdict = Verdict(tuple(results))
    assert list(verdict.rejected_documents) == [AR]
    # the source of a document that names another one is without a document
    stopping = {failure.name for failure in verdict.release_failures} - {"rule.every_source_accounted_for"}
    assert stopping == set()


def test_a_failure_that_no_document_answers_for_stops_the_release():
    assert Verdict((fail(),)).release_failures == (fail(),)
    assert Verdict((fail(blocks="release", documents=(AR,)),)).release_failures != ()
    assert Verdict((fail(documents=(AR,)),)).release_failures == ()


def test_rows_of_a_document_that_is_not_there_stop_the_release(clean, tmp_path):
    rows = as_rows(clean)
    stray = copy.deepcopy(paragraph(rows, "para_1")) | {"document_id": "ar-0000-00-00-oic-document"}
    rows["paragraphs"].append(stray | {"paragraph_id": "ar-0000-00-00-oic-document/para_1"})
    kept, verdict = settle(rows)
    # nothing was put aside for it in silence
    assert kept["paragraphs"].num_rows == len(rows["paragraphs"])
    assert {failure.name for failure in verdict.release_failures} >= {"rule.foreign_key_paragraphs_document_id"}
    with pytest.raises(ReleaseRefusedError, match="foreign_key_paragraphs_document_id"):
        publish(kept, verdict, tmp_path, facts=FACTS)


def test_a_bad_document_that_took_others_with_it_is_all_that_is_missing(clean):
    """The cover of a collection fails: its parts cannot stand alone, and nothing else is touched."""
    rows = as_rows(clean)
    cover, part = rows["documents"]
    cover["status"] = "lost"
    part["collection_id"] = AR
    third = copy.deepcopy(rows["documents"][1]) | {
        "document_id": f"{EN}-2",
        "work_id": f"{EN[3:]}-2",
        "collection_id": None,
    }
    rows["documents"].append(third)
    rows["document_sources"].append(
        {"document_id": f"{EN}-2", "source_id": third["source_id"], "relation": "published"}
    )
    own = [row for row in rows["paragraphs"] if row["document_id"] == EN]
    rows["paragraphs"] += [
        row | {"document_id": f"{EN}-2", "paragraph_id": f"{EN}-2/{row['eid']}"} for row in copy.deepcopy(own)
    ]
    of_part = [row for row in rows["flags"] if row["document_id"] == EN]
    rows["flags"] += [
        row
        | {"document_id": f"{EN}-2", "paragraph_id": row["paragraph_id"] and row["paragraph_id"].replace(EN, f"{EN}-2")}
        for row in copy.deepcopy(of_part)
    ]
    kept, verdict = settle(rows)
    assert kept["documents"].column("document_id").to_pylist() == [f"{EN}-2"]
    details = {row["document_id"]: row["detail"] for row in kept["rejects"].to_pylist() if row["document_id"]}
    assert "status" in details[AR]
    assert "collection_id" in details[EN]
    assert verdict.release_failures == ()
    assert [result.name for result in verdict.results if not result.success] == []


def test_what_a_bad_document_told_of_its_meeting_is_not_kept(clean):
    rows = as_rows(clean)
    bad, good = rows["documents"]
    shared = {"meeting_id": good["meeting_id"]}
    bad |= shared | {"date": date(1434, 1, 1), "date_end": date(1434, 1, 2), "city": "Nowhere"}
    rows["meetings"] = [
        row | {"date": bad["date"], "date_end": bad["date_end"], "city": "Nowhere"}
        for row in rows["meetings"]
        if row["meeting_id"] == good["meeting_id"]
    ]
    kept, verdict = settle(rows)
    (meeting,) = kept["meetings"].to_pylist()
    assert (meeting["date"], meeting["city"], meeting["body_id"]) == (good["date"], good["city"], good["body_id"])
    assert verdict.release_failures == ()
