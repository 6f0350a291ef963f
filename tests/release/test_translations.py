"""Paragraphs that are one in two languages: paired by what is printed, and by nothing else; their texts side by side."""

from __future__ import annotations

import gzip
import json
from itertools import count

import pyarrow as pa
import pytest

from oic_reports.release.bitext import write_bitext
from oic_reports.release.jsonl import write_jsonl
from oic_reports.release.pairing import pair_paragraphs
from oic_reports.release.views import make_views


def paragraph(eid, role="operative", ordinal=None, subrole=None, chars=10):
    return {
        "paragraph_id": f"d/{eid}", "seq": 1, "eid": eid, "role": role, "subrole": subrole, "ordinal": ordinal,
        "char_count": chars,
    }  # fmt: skip


def pairs(ours, theirs):
    return [(row["eid"], row["paired_by"]) for row in pair_paragraphs(ours, theirs)]


def test_a_printed_number_pairs_whatever_else_one_side_lacks():
    ours = [paragraph(f"para_{n}", ordinal=n) for n in (1, 2, 4)]
    theirs = [paragraph(f"para_{n}", ordinal=n) for n in (1, 3, 4)]
    assert pairs(ours, theirs) == [("para_1", "number"), ("para_4", "number")]


def test_a_number_that_is_printed_twice_pairs_where_both_print_it_twice():
    twice = [paragraph("para_1", ordinal=1), paragraph("para_1-2", ordinal=1)]
    assert pairs(twice, twice) == [("para_1", "number"), ("para_1-2", "number")]
    assert pairs(twice, twice[:1]) == []


def test_a_place_pairs_where_both_have_as_many():
    three = [paragraph(f"preamble__p_{n}", "preamble") for n in (1, 2, 3)]
    assert pairs(three, three) == [(f"preamble__p_{n}", "place") for n in (1, 2, 3)]
    assert pairs(three, three[:2]) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (paragraph("para_1", ordinal=1), paragraph("para_1", "preamble", ordinal=1)),
        (paragraph("para_1", ordinal=1), paragraph("para_1", ordinal=1, subrole="continuation")),
        (paragraph("boilerplate_1", "boilerplate"), paragraph("boilerplate_1", "boilerplate")),
        (paragraph("runhead_1", "running_header"), paragraph("runhead_1", "running_header")),
    ],
)
def test_other_roles_and_furniture_do_not_pair(ours, theirs):
    assert pairs([ours], [theirs]) == []


def test_the_ratio_of_lengths_is_told():
    (pair,) = pair_paragraphs([paragraph("para_1", ordinal=1)], [paragraph("para_1", ordinal=1, chars=13)])
    assert pair["length_ratio"] == 1.3
    (pair,) = pair_paragraphs([paragraph("para_1", ordinal=1, chars=0)], [paragraph("para_1", ordinal=1)])
    assert pair["length_ratio"] is None


@pytest.fixture(scope="module")
def translated(whole):
    """The Arabic report a second time, as if it were the English one of the same meeting, its texts marked."""
    own = "ar-2013-09-25-cg-mali-report"
    tables = dict(whole)
    for name in ("documents", "paragraphs"):
        rows = [row for row in whole[name].to_pylist() if row["document_id"] == own]
        numbers = count(1)
        for row in [dict(row) for row in rows]:
            other = {key: v.replace(own, f"en{own[2:]}") if key.endswith("_id") and v else v for key, v in row.items()}
            rows.append(other | {"language": "en"} | ({"text": f"T\t{next(numbers)}"} if name == "paragraphs" else {}))
        tables[name] = pa.Table.from_pylist(rows, schema=whole[name].schema)
    return tables


def test_a_work_in_two_languages_is_aligned(translated, facts, tmp_path):
    with make_views(translated) as views:
        rows = views["translations"].to_pylist()
        write_bitext(tmp_path, facts, {**translated, **views})
    assert len(rows) == 16  # the running header pairs with nothing
    assert {(row["language"], row["other_language"], row["work_id"]) for row in rows} == {
        ("ar", "en", "2013-09-25-cg-mali-report")
    }
    assert all(row["other_paragraph_id"] == f"en{row['paragraph_id'][2:]}" for row in rows)
    assert [row["seq"] for row in rows] == sorted(row["seq"] for row in rows)
    header, *lines = gzip.decompress((tmp_path / "bitext.tsv.gz").read_bytes()).decode().splitlines()
    assert len(lines) == 16
    assert header.split("\t")[-2:] == ["text", "other_text"]
    assert lines[0].split("\t")[-1] == "T 1"
    assert all(len(line.split("\t")) == len(header.split("\t")) for line in lines)


def test_a_document_a_line_holds_all_that_the_tables_say(whole, facts, tmp_path):
    write_jsonl(tmp_path, facts, whole)
    lines = gzip.decompress((tmp_path / "documents.jsonl.gz").read_bytes()).decode().splitlines()
    documents = [json.loads(line) for line in lines]
    assert [row["document_id"] for row in documents] == whole["documents"]["document_id"].to_pylist()
    assert [p["text"] for row in documents for p in row["paragraphs"]] == whole["paragraphs"]["text"].to_pylist()
    assert documents[0]["date"] == "2013-09-25"
    assert documents[0]["source"]["file_name"]
    assert len({tuple(row) for row in documents}) == 1
