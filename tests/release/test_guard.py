"""A drop stops a release, an odd rise warns; a withdrawal and a mended fact are neither."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pytest

from oic_reports.release import guard
from oic_reports.release.guard import ThresholdError, count_groups, judge_counts, load_thresholds, suggest_thresholds


def documents(*rows):
    names = ("document_id", "language", "body_id", "date", "paragraph_count")
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) | {"organisation": "oic"} for row in rows])


MANY = [(f"ar-{n}", "ar", "cfm", "2013-01-01", 20) for n in range(50)] + [
    (f"en-{n}", "en", "is", "2017-01-01", 20) for n in range(50)
]


def judge(before, after, withdrawn=()):
    before, after = documents(*before), documents(*after)
    return judge_counts(count_groups(before, withdrawn), count_groups(after, filed=before), load_thresholds())


def test_counts():
    counts = count_groups(documents(("a", "ar", "cfm", "2013-01-01", 3), ("b", "en", None, None, 4)))
    assert counts["all", "oic", "paragraphs"] == 7
    assert counts["body", "unknown", "documents"] == counts["year", "unknown", "documents"] == 1
    assert counts["year", "2013", "paragraphs"] == 3


def test_the_same_is_neither():
    assert judge(MANY, MANY) == guard.Judgement()


def test_a_document_less_stops_and_a_withdrawal_does_not():
    drops = judge(MANY, MANY[1:]).drops
    assert drops[0].startswith("documents of all oic: 99, 100 in the last release; at least 100 % must stay (what is")
    assert judge(MANY, MANY[1:], withdrawn={"ar-0"}) == guard.Judgement()


@pytest.mark.parametrize(("lost", "stops"), [(19, False), (21, True)])
def test_paragraphs_that_go(lost, stops):
    """Of the thousand of a language, two in a hundred."""
    after = [(*row[:4], row[4] - (1 if n < lost else 0)) for n, row in enumerate(MANY)]
    assert bool([drop for drop in judge(MANY, after).drops if drop.startswith("paragraphs of language ar")]) is stops


def test_few_paragraphs_of_few_are_no_drop():
    assert judge([("a", "ar", "cfm", "2013-01-01", 10)], [("a", "ar", "cfm", "2013-01-01", 7)]) == guard.Judgement()
    assert judge([("a", "ar", "cfm", "2013-01-01", 10)], [("a", "ar", "cfm", "2013-01-01", 6)]).drops


def test_a_mended_fact_moves_a_document_and_no_paragraph():
    after = [(*row[:2], "eis", *row[3:]) if row[0] == "en-0" else row for row in MANY]
    assert judge(MANY, after) == guard.Judgement()
    many = [(*row[:2], "eis", *row[3:]) if row[1] == "en" else row for row in MANY]
    assert [drop.partition(":")[0] for drop in judge(MANY, many).drops] == ["documents of body is"]


def test_an_odd_rise_warns():
    more = [(f"new-{n}", "en", "is", "2017-01-01", 20) for n in range(60)]
    judgement = judge(MANY, MANY + more)
    assert judgement.drops == ()
    assert (
        "documents of year 2017: 110, 50 in the last release; more than 200 % is odd"
        in judgement.rises[-2] + judgement.rises[-1]
    )
    # a group that is new, or few more of few
    assert judge(MANY, [*MANY, ("fr-1", "fr", "cfm", "2020-01-01", 300)]) == guard.Judgement()
    assert judge(MANY[:2], MANY[:7]) == guard.Judgement()


@pytest.mark.parametrize(
    "row",
    [
        "all,*,documents,100,0,200,5,",
        "all,*,documents,many,0,200,5,r",
        "all,*,words,100,0,200,5,r",
        "sort,*,documents,100,0,200,5,r",
        "all,*,documents,101,0,200,5,r",
        "all,*,documents,100,0,99,5,r",
        "all,*,documents,100,-1,200,5,r",
        "all,*,documents",
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path, monkeypatch, row):
    (tmp_path / "counts.csv").write_text(
        f"dimension,value,counted,least_percent,fewer,most_percent,more,reason\n{row}\n"
    )
    monkeypatch.setattr(guard, "find_declared", lambda _: tmp_path)
    with pytest.raises(ThresholdError, match=r"counts\.csv, line 2"):
        load_thresholds()


def test_a_row_of_one_group_comes_first(tmp_path, monkeypatch):
    text = (guard.find_declared("expectations") / "counts.csv").read_text() + "body,is,documents,0,0,100,0,moved\n"
    (tmp_path / "counts.csv").write_text(text)
    monkeypatch.setattr(guard, "find_declared", lambda _: tmp_path)
    many = [(*row[:2], "eis", *row[3:]) if row[1] == "en" else row for row in MANY]
    assert judge(MANY, many) == guard.Judgement()


def test_suggestions_have_the_form_of_the_file(capsys, monkeypatch, root):
    from oic_reports.cli import main

    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(root))
    suggested = suggest_thresholds(count_groups(documents(*MANY)), "2026.11.0")
    assert {row.more for row in suggested if (row.dimension, row.counted) == ("body", "documents")} == {22}
    if main(["thresholds"]) == 0:
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert [row["dimension"] for row in rows] == [row.dimension for row in load_thresholds()]
        assert all(row["reason"] for row in rows)
