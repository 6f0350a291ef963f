"""What a run says at its end."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.jobs.account import give_account
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.schema import load_tables

AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"


def only(tables, document_id):
    """The tables of one document; the other one's are gone."""
    kept = {name: table for name, table in tables.items() if name not in {"documents", "paragraphs", "flags"}}
    for name in ("documents", "paragraphs", "flags"):
        kept[name] = tables[name].filter(pc.equal(tables[name].column("document_id"), document_id))
    return kept


def put(table, column, value, where):
    place = table.column_names.index(column)
    values = [value if row == where else old for row, old in enumerate(table.column(column).to_pylist())]
    return table.set_column(place, table.schema.field(column), pa.array(values, table.schema.field(column).type))


def reject(tables, **row):
    facts = {"source_id": "src-1111111111111111", "reject_seq": 1, "file_name": "reports/x.zip", "stage": "read"}
    facts |= {"reason": "unsupported_media_type", "detail": "an archive", "document_id": None} | row
    return {**tables, "rejects": to_arrow_table(load_tables()["rejects"], [facts])}


def test_a_first_run_names_what_is_new_and_flagged(tables):
    lines = give_account(tables, None)
    assert lines[0] == "new: 2"
    assert lines[2].startswith(f"  reports/004_a7ed7ae033aefd8a.txt: {EN}: 18 paragraphs added")
    assert any(line.startswith(f"  {AR}: ") and "foreign_script" in line for line in lines[4:])


def test_nothing_to_tell(tables):
    assert give_account(tables, tables) == ("nothing is new, changed, rejected or flagged",)


def test_a_change_is_counted_and_a_fact_told(tables):
    place = tables["paragraphs"].column("paragraph_id").to_pylist().index(f"{EN}/para_3")
    changed = {**tables, "paragraphs": put(tables["paragraphs"], "text", "Otherwise.", place)}
    changed["documents"] = put(tables["documents"], "status", "final", 0)
    lines = give_account(changed, tables)
    assert lines[0] == "changed: 2"
    assert f"{AR}: facts status" in lines[1]
    assert f"{EN}: 1 paragraphs changed" in lines[2]


def test_what_is_gone_is_told_with_its_reason(tables):
    without = reject(only(tables, AR), reason="withdrawn", detail="asked for by the issuer", document_id=EN)
    lines = give_account(without, tables)
    assert lines[0] == "gone: 1"
    assert "withdrawn: asked for by the issuer" in lines[1]


def test_a_reject_is_named_once(tables):
    rejected = reject(tables)
    assert give_account(rejected, tables) == ("rejected: 1", "  reports/x.zip: unsupported_media_type: an archive")
    assert give_account(rejected, rejected) == ("rejected as before: 1",)


def test_long_lists_are_cut(tables):
    rejects = [
        {"source_id": "src-1111111111111111", "reject_seq": n, "file_name": f"reports/{n}.zip", "stage": "read"}
        | {"reason": "unsupported_media_type", "detail": "an archive", "document_id": None}
        for n in range(60)
    ]
    lines = give_account({**tables, "rejects": to_arrow_table(load_tables()["rejects"], rejects)}, tables)
    assert lines[0] == "rejected: 60"
    assert lines[-1] == "  and 40 more"


def test_reports_of_doubtful_paragraphs_are_counted_once_each(tables):
    flags = tables["flags"]
    places = [flags.column("document_id").to_pylist().index(name) for name in (AR, AR, EN)]
    unsure = flags.take(places)
    unsure = unsure.set_column(
        unsure.column_names.index("flag"), unsure.schema.field("flag"), pa.array(["structure_unsure"] * 3)
    )
    lines = give_account({**tables, "flags": pa.concat_tables([flags, unsure])}, None)
    assert "structure_unsure: 2 of the flagged reports" in lines
    assert not any(line.startswith("structure_unsure") for line in give_account(tables, None))
