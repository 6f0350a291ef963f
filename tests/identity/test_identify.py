from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.identity.document_ids import propose_id
from oic_reports.identity.eids import name_blocks
from oic_reports.identity.identify import identify
from oic_reports.model import Block, Extraction, Header, Report, Source
from oic_reports.release.id_history import ReusedIdError, extend_history
from oic_reports.tables.tabulate import tabulate


def block(role, text="text", **facts):
    return Block(role=role, text_raw=text, text=text, language="en", **facts)


def numbered(*ordinals):
    return tuple(
        block("operative", f"paragraph {n} of it", label=f"{n}.", ordinal=n, numbering="decimal") for n in ordinals
    )


HEADER = Header("en", document_type="report", body_id="cg-mali", date="2017-09-20", date_precision="day", title="T")


PLAIN = "en-2017-09-20-cg-mali-report"


def extraction(name, *blocks, header=HEADER, received="2026-11-24"):
    digest = name.encode().hex().ljust(64, "0")
    source = Source(
        f"src-{digest[:16]}", f"reports/{name}", digest, 9, received=received, rights_note="r", how_obtained="h"
    )
    return Extraction(source, reports=(Report(header, blocks or numbered(1, 2)),))


def eids(result):
    return [b.eid for b in result.reports[0].blocks]


def names(results):
    return [r.document_id for e in results for r in e.reports]


def with_history(results, version="2026.11.0", previous=None):
    tables = tabulate(results)
    tables["id_history"] = extend_history(previous, tables, version)
    return tables


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "en-2017-09-20-cg-mali-report"),
        ({"date": "2014-05-01", "date_precision": "month"}, "en-2014-05-00-cg-mali-report"),
        ({"date": "2014-01-01", "date_precision": "year"}, "en-2014-00-00-cg-mali-report"),
        ({"date": None}, "en-0000-00-00-cg-mali-report"),
        ({"body_id": None, "document_type": None}, "en-2017-09-20-oic-document"),
        ({"document_type": "final_communique", "language": "fr"}, "fr-2017-09-20-cg-mali-final-communique"),
        ({"body_id": "cfm", "session_kind": "extraordinary"}, "en-2017-09-20-cfm-ex-report"),
        ({"body_id": "cfm", "session_kind": "ordinary"}, "en-2017-09-20-cfm-report"),
        ({"body_id": "eis", "session_kind": "extraordinary"}, "en-2017-09-20-eis-report"),
    ],
)
def test_document_ids_come_from_what_is_printed(facts, expected):
    assert propose_id(replace(HEADER, **facts)) == expected


def test_eids_of_all_kinds():
    blocks = name_blocks(
        [
            block("header"),
            block("title"),
            block("header"),
            block("preamble"),
            block("operative", label="i.", ordinal=1, numbering="roman-lower"),
            block("list_item", label="a)", ordinal=1, numbering="alpha-latin-lower"),
            block("list_item", label="i.", ordinal=1, numbering="roman-lower"),
            block("list_item", label="ii.", ordinal=2, numbering="roman-lower"),
            block("list_item", label="b)", ordinal=2, numbering="alpha-latin-lower"),
            block("operative", subrole="continuation"),
            block("operative", label="2.", ordinal=2, numbering="decimal"),
            block("list_item", label="-", numbering="bullet"),
            block("list_item", label="ب-", ordinal=2, numbering="alpha-arabic"),
            block("operative", label="2.", ordinal=2, numbering="decimal"),
            block("running_header"),
            block("boilerplate"),
            block("closing"),
        ]
    )
    assert [b.eid for b in blocks] == [
        "coverpage__p_1",
        "preface__p_1",
        "preface__p_2",
        "preamble__p_1",
        "para_1",
        "para_1__point_a",
        "para_1__point_a__point_i",
        "para_1__point_a__point_ii",
        "para_1__point_b",
        "para_1__p_2",
        "para_2",
        "para_2__item_1",
        "para_2__item_1__point_b",
        "para_2-2",
        "runhead_1",
        "boilerplate_1",
        "conclusions__p_1",
    ]
    assert [b.parent for b in blocks][5:8] == ["para_1", "para_1__point_a", "para_1__point_a"]


def test_ids_do_not_depend_on_the_order_of_arrival():
    extractions = [extraction("a", *numbered(1)), extraction("b", *numbered(1, 2)), extraction("c", *numbered(1, 2, 3))]
    forward = {e.source.source_id: e.reports[0].document_id for e in identify(extractions, None)}
    backward = {e.source.source_id: e.reports[0].document_id for e in identify(extractions[::-1], None)}
    assert forward == backward
    assert sorted(forward.values()) == [
        "en-2017-09-20-cg-mali-report",
        "en-2017-09-20-cg-mali-report-2",
        "en-2017-09-20-cg-mali-report-3",
    ]


def test_annexes_of_one_meeting_are_counted_by_annex():
    seventh = extraction("a", *numbered(1), header=replace(HEADER, annex=7))
    second = extraction("b", *numbered(1, 2), header=replace(HEADER, annex=2))
    results = {e.source.file_name[-1]: e.reports[0].document_id for e in identify([seventh, second], None)}
    assert results == {"b": "en-2017-09-20-cg-mali-report", "a": "en-2017-09-20-cg-mali-report-2"}


def test_a_published_document_keeps_its_id_when_more_is_known():
    first = extraction("a", header=replace(HEADER, date=None, date_precision=None))
    tables = with_history(identify([first], None))
    again = extraction("a")
    assert names(identify([again], tables)) == ["en-0000-00-00-cg-mali-report"]


def test_a_file_that_turns_out_to_hold_two_documents_keeps_the_first_one_s_name():
    tables = with_history(identify([extraction("a")], None))
    first = Report(replace(HEADER, part=1), numbered(1, 2))
    second = Report(replace(HEADER, part=2, language="fr"), numbered(1, 2))
    both = replace(extraction("a"), reports=(first, second))
    (result,) = identify([both], tables)
    assert names([result]) == ["en-2017-09-20-cg-mali-report", "fr-2017-09-20-cg-mali-report"]
    assert [report.header.collection_id for report in result.reports] == [None, None]


def test_counted_paragraphs_keep_their_ids_when_one_is_found_before_them():
    old = (block("preamble", "The Meeting was opened by the Secretary General of the Organisation."), *numbered(1))
    tables = with_history(identify([extraction("a", *old)], None))
    new = (block("preamble", "A sentence that was not read before."), *old)
    assert eids(identify([extraction("a", *new)], tables)[0]) == ["preamble__p_2", "preamble__p_1", "para_1"]


def test_a_retired_id_is_a_tombstone_and_never_given_away():
    results = identify([extraction("a", *numbered(1, 2))], None)
    tables = with_history(results)
    without = with_history(identify([extraction("b", *numbered(1, 2, 3))], tables), "2026.11.1", tables["id_history"])
    history = {row["id"]: row for row in without["id_history"].to_pylist()}
    gone = history["en-2017-09-20-cg-mali-report"]
    assert (gone["first_version"], gone["retired_version"]) == ("2026.11.0", "2026.11.1")
    assert names(identify([extraction("b", *numbered(1, 2, 3))], tables)) == ["en-2017-09-20-cg-mali-report-2"]


def test_giving_an_id_to_another_source_is_an_error():
    tables = with_history(identify([extraction("a")], None))
    other = tabulate(identify([extraction("b")], None))
    with pytest.raises(ReusedIdError, match="belongs to source"):
        extend_history(tables["id_history"], other, "2026.11.1")


def test_history_of_a_rebuild_is_the_same():
    results = identify([extraction("a")], None)
    tables = with_history(results)
    assert with_history(results, "2026.11.0", tables["id_history"])["id_history"] == tables["id_history"]


def test_the_same_report_twice_is_one_report():
    first = extraction("a", received="2026-11-20")
    second = extraction("b", received="2026-11-24")
    results = identify([second, first], None)
    assert [len(e.reports) for e in results] == [1, 0]
    (reject,) = results[1].rejects
    assert (reject.reason, "reports/a" in reject.detail) == ("duplicate_report", True)


def test_of_two_equal_reports_the_published_one_stays():
    late = extraction("b", received="2026-11-24")
    tables = with_history(identify([late], None))
    results = identify([extraction("a", received="2026-11-20"), late], tables)
    assert [e.source.file_name for e in results if e.reports] == ["reports/b"]


def test_many_that_propose_one_id_are_counted_in_the_order_of_their_hashes():
    files = [
        extraction(f"{n:03}", *(block("operative", f"word{n}x{w} name{n}y{w}") for w in range(3))) for n in range(120)
    ]
    results = identify(files[::-1], None)
    ordered = [name for _, name in sorted((e.source.source_id, *names([e])) for e in results)]
    assert ordered == [PLAIN, *(f"{PLAIN}-{number}" for number in range(2, 121))]


def test_a_retired_id_is_passed_over_and_waits_for_its_source():
    tables = with_history(identify([extraction("a"), extraction("b", *numbered(1, 2, 3))], None))
    gone = with_history(identify([extraction("a")], None), "2026.11.1", tables["id_history"])
    other, back = extraction("0", *numbered(1, 2, 3, 4)), extraction("b", *numbered(1, 2, 3))
    found = {e.source.file_name: e.reports[0].document_id for e in identify([extraction("a"), other, back], gone)}
    assert found == {"reports/a": PLAIN, "reports/b": f"{PLAIN}-2", "reports/0": f"{PLAIN}-3"}
