from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.cleaning.draft import apply_repairs
from oic_reports.correcting.applying import apply_corrections, check_targets
from oic_reports.correcting.correction_rows import CorrectionError, load_corrections

AR = "ar-2013-09-25-cg-mali-report"


def rows(tmp_path, text):
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    return load_corrections(tmp_path)


def correct(extractions, corrections):
    return {r.document_id: r for e in apply_corrections(extractions, corrections) for r in e.reports}


def row(**keys):
    keys = {"id": "x", "reason": "seen on the page", "reported": "2026-11-24", **keys}
    return "- {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}\n"


def test_a_replacement_is_a_logged_repair(extractions, tmp_path):
    text = row(action="replace", paragraph_id=f"{AR}/para_4", expect="كيتا", replace="كايتا")
    report = correct(extractions, rows(tmp_path, text))[AR]
    (block,) = [b for b in report.blocks if b.eid == "para_4"]
    assert "كايتا" in block.text
    assert apply_repairs(block.text_raw, block.repairs) == block.text
    last = block.repairs[-1]
    assert (last.before, last.after, last.kind) == ("كيता", "كايتا", "correction")
    assert "corrected" in {flag.flag for flag in block.flags}
    (sic,) = [flag for flag in block.flags if flag.flag == "sic"]
    assert block.text[sic.start : sic.end] == sic.surface == "ابراهيم"


def test_a_fact_is_set_and_flagged(extractions, tmp_path):
    text = row(action="set_fact", document_id=AR, field="status", expect="draft", value="final")
    report = correct(extractions, rows(tmp_path, text))[AR]
    assert report.header.status == "final"
    assert "corrected" in {flag.flag for flag in report.flags}


def test_what_shows_a_wrong_fact_does_not_show_the_right_one(extractions, tmp_path):
    before = correct(extractions, ())[AR].header
    assert before.place_evidence
    assert before.date_evidence
    text = row(action="set_fact", document_id=AR, field="city", expect=before.city or "null", value="Bamako")
    header = correct(extractions, rows(tmp_path, text))[AR].header
    assert (header.place_source, header.place_evidence, header.place_seq) == ("correction", None, None)
    assert (header.date_source, header.date_evidence) == (before.date_source, before.date_evidence)


def test_what_a_report_does_not_tell_has_no_source(extractions, tmp_path):
    level = correct(extractions, ())[AR].header.level
    text = row(action="set_fact", document_id=AR, field="level", expect=level, value="null")
    header = correct(extractions, rows(tmp_path, text))[AR].header
    assert (header.level, header.level_source, header.level_evidence) == (None, None, None)


def test_a_body_is_named_by_its_id_alone(extractions, tmp_path):
    text = row(action="set_fact", document_id=AR, field="body_id", expect="cg-mali", value="cg-somalia")
    header = correct(extractions, rows(tmp_path, text))[AR].header
    assert (header.body_id, header.body, header.body_source) == ("cg-somalia", "Contact Group on Somalia", "correction")
    text = row(action="set_fact", document_id=AR, field="body", expect="Contact Group on Mali", value="Contact Group")
    with pytest.raises(CorrectionError, match=r"row 1: x: body is the name of cg-mali: set body_id"):
        correct(extractions, rows(tmp_path, text))


@pytest.mark.parametrize(
    ("facts", "meeting_id"),
    [
        ({"body_id": ("cg-mali", "cg-somalia")}, "cg-somalia-2013-09-25"),
        ({"date": ("2013-09-25", "2013-09-26")}, "cg-mali-2013-09-26"),
        ({"date": ("2013-09-25", "null")}, None),
        ({"body_id": ("cg-mali", "cfm"), "session": ("null", 40)}, "cfm-40"),
        # what was told by hand stays
        ({"meeting_id": ("cg-mali-2013-09-25", "cg-mali-1"), "date": ("2013-09-25", "2013-09-26")}, "cg-mali-1"),
    ],
)
def test_a_meeting_is_named_by_the_facts_set_by_hand(extractions, tmp_path, facts, meeting_id):
    text = "".join(
        row(id=f"x{number}", action="set_fact", document_id=AR, field=name, expect=expect, value=value)
        for number, (name, (expect, value)) in enumerate(facts.items())
    )
    assert correct(extractions, rows(tmp_path, text))[AR].header.meeting_id == meeting_id


def test_the_meeting_beside_which_one_was_held_follows_its_year(extractions, tmp_path):
    assert correct(extractions, ())[AR].header.parent_meeting_id == "acm-2013"
    text = row(action="set_fact", document_id=AR, field="date", expect="2013-09-25", value="2014-09-25")
    assert correct(extractions, rows(tmp_path, text))[AR].header.parent_meeting_id == "acm-2014"


def test_a_withdrawn_document_is_a_reject(extractions, tmp_path):
    results = apply_corrections(extractions, rows(tmp_path, row(action="withdraw", document_id=AR)))
    rejects = [reject for e in results for reject in e.rejects]
    assert [(r.reason, r.document_id) for r in rejects] == [("withdrawn", AR)]
    assert AR not in {r.document_id for e in results for r in e.reports}


@pytest.mark.parametrize(
    "keys",
    [
        {"action": "replace", "paragraph_id": f"{AR}/para_4", "expect": "not there", "replace": "x"},
        {"action": "replace", "paragraph_id": f"{AR}/para_99", "expect": "x", "replace": "y"},
        {"action": "set_fact", "document_id": AR, "field": "status", "expect": "final", "value": "draft"},
    ],
)
def test_a_stale_row_stops(extractions, tmp_path, keys):
    with pytest.raises(CorrectionError, match="stale"):
        correct(extractions, rows(tmp_path, row(**keys)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {action: replace", "no valid YAML"),
        ("action: replace", "list of rows"),
        (row(action="invent"), "needs an action"),
        (row(action="withdraw"), "document_id"),
        (row(action="withdraw", document_id=AR, extra="x"), "extra"),
        (row(action="set_fact", document_id=AR, field="colour", expect="a", value="b"), "no header field"),
        (row(action="withdraw", document_id=AR) * 2, "stand twice"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, text, message):
    with pytest.raises(CorrectionError, match=message):
        rows(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (row(action="withdraw", document_id=AR, sha256="abc"), "sha256 must have the form"),
        (row(action="withdraw", document_id=AR, sha256="1" * 64), "sha256 must have the form"),
        (row(action="withdraw", document_id=AR, source_id="abc"), "source_id must have the form"),
        (row(action="withdraw", document_id="[a, b]"), "document_id must be a text"),
        (row(action="set_fact", document_id=AR, field="session", expect=1, value="{a: b}"), "value must be a text"),
        (row(action="set_fact", document_id=AR, field="date", expect="2013-02-30", value="x"), "no valid YAML"),
        (
            row(action="set_fact", document_id=AR, field="session", expect=1, value="two"),
            "value of session must be a whole",
        ),
        (row(action="set_fact", document_id=AR, field="title", expect="x", value=7), "value of title must be a text"),
        (row(action="set_fact", document_id=AR, field="status", expect="draft", value="done"), "no value of statuses"),
        (row(action="set_fact", document_id=AR, field="status", expect="draft", value="null"), "must not be null"),
        (row(action="set_fact", document_id=AR, field="body_id", expect="cfm", value="cmf"), "has no body 'cmf'"),
        (row(action="set_fact", document_id=AR, field="date", expect="null", value="soon"), "must be a day"),
        (
            row(action="set_fact", document_id=AR, field="country_iso2", expect="null", value="ml"),
            "two capital letters",
        ),
        (row(action="set_fact", document_id=AR, field="part", expect=1, value=2), "no header field"),
        (row(action="replace", paragraph_id=AR, expect="a", replace="b"), "paragraph_id must be"),
        (row(action="replace", paragraph_id=f"{AR}/para_1", expect=7, replace="b"), "expect must be a text"),
        (row(action="replace", paragraph_id=f"{AR}/para_1", expect="''", replace="b"), "expect must be a text"),
        (row(action="sic", paragraph_id=f"{AR}/para_1", expect="a", expected="null"), "expected must be a text"),
        (row(action="withdraw", document_id="Report 1"), "document_id must be"),
        (row(action="withdraw", document_id=AR, id=7), "id must be a text"),
        (row(action="withdraw", document_id=AR, reason="null"), "reason must say"),
        (row(action="withdraw", document_id=AR, reported="soon"), "reported must be a day"),
        (row(action="withdraw", document_id=AR, reported="2026-13-01"), "no valid YAML"),
    ],
)
def test_a_malformed_value_is_named(tmp_path, text, message):
    with pytest.raises(CorrectionError, match=rf"corrections/c\.yaml.*{message}"):
        rows(tmp_path, text)


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "c.yaml").write_bytes(b"- \xff\xfe")
    with pytest.raises(CorrectionError, match=r"corrections/c\.yaml is no valid YAML"):
        load_corrections(tmp_path)


@pytest.mark.parametrize("name", ["c.yaml~", "c.YAML", "c.json", "notes.md", "c", "folder"])
def test_a_file_that_is_not_read_is_named(tmp_path, name):
    if name == "folder":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_text(row(action="withdraw", document_id=AR))
    with pytest.raises(CorrectionError, match=f"corrections/{name} is not read"):
        load_corrections(tmp_path)


def test_a_folder_where_a_file_is_expected_is_named(tmp_path):
    (tmp_path / "c.yaml").mkdir()
    with pytest.raises(CorrectionError, match="cannot be read: Is a directory"):
        load_corrections(tmp_path)


def test_what_is_read_and_what_is_passed_over(tmp_path):
    (tmp_path / "README.md").write_text("How to correct.")
    (tmp_path / ".c.yaml.swp").write_bytes(b"\xff")
    (tmp_path / "a.yml").write_text(row(action="withdraw", document_id=AR))
    (tmp_path / "b.yaml").write_text(row(action="withdraw", document_id=AR, id="y"))
    assert [c.name for c in load_corrections(tmp_path)] == [
        "corrections/a.yml, row 1: x",
        "corrections/b.yaml, row 1: y",
    ]
    assert load_corrections(tmp_path / "nowhere") == ()


def source_of(extractions, document_id):
    (extraction,) = [e for e in extractions if document_id in {r.document_id for r in e.reports}]
    return extraction.source


ACTIONS = {
    "replace": {"action": "replace", "paragraph_id": f"{AR}/para_4", "expect": "كيتا", "replace": "كايتا"},
    "sic": {"action": "sic", "paragraph_id": f"{AR}/para_4", "expect": "كيتا", "expected": "كايتا"},
    "set_fact": {"action": "set_fact", "document_id": AR, "field": "status", "expect": "draft", "value": "final"},
    "withdraw": {"action": "withdraw", "document_id": AR},
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("key", ["sha256", "source_id"])
def test_a_row_belongs_to_the_file_that_it_names(extractions, tmp_path, action, key):
    own = getattr(source_of(extractions, AR), key)
    bound = correct(extractions, rows(tmp_path, row(**ACTIONS[action], **{key: own})))
    assert bound == correct(extractions, rows(tmp_path, row(**ACTIONS[action])))
    other = own[:-1] + ("0" if own[-1] != "0" else "1")
    left = correct(extractions, rows(tmp_path, row(**ACTIONS[action], **{key: other})))[AR]
    (before,) = [r for e in extractions for r in e.reports if r.document_id == AR]
    assert (left.header, left.blocks) == (before.header, before.blocks)
    assert [flag.note for flag in left.flags if flag.flag == "correction_stale"] == [
        "corrections/c.yaml, row 1: x belongs to another file"
    ]


@pytest.mark.parametrize("action", ["replace", "sic", "set_fact"])
def test_a_file_by_itself_takes_no_row_that_does_not_fit(extractions, tmp_path, action):
    text = row(**ACTIONS[action] | {"expect": "not there"})
    results = apply_corrections(extractions, rows(tmp_path, text), is_collection=False)
    reports = {r.document_id: r for e in results for r in e.reports}
    (before,) = [r for e in extractions for r in e.reports if r.document_id == AR]
    assert reports[AR].blocks == before.blocks
    (flag,) = [flag for flag in reports[AR].flags if flag.flag == "correction_stale"]
    assert flag.note.startswith("corrections/c.yaml, row 1: x is stale: ")
    with pytest.raises(CorrectionError, match="stale"):
        correct(extractions, rows(tmp_path, text))


def test_a_row_does_not_stop_what_its_publisher_has_revised(extractions, tmp_path):
    revised = tuple(
        replace(extraction, source=replace(extraction.source, revises=("src-0000000000000001",)))
        for extraction in extractions
    )
    text = row(**ACTIONS["replace"] | {"expect": "not there"})
    report = correct(revised, rows(tmp_path, text))[AR]
    (flag,) = [flag for flag in report.flags if flag.flag == "correction_stale"]
    assert flag.note.startswith("corrections/c.yaml, row 1: x is stale: ")


def test_a_day_is_set_as_a_header_holds_it(extractions, tmp_path):
    text = row(action="set_fact", document_id=AR, field="date", expect="2013-09-25", value="2013-09-26")
    assert correct(extractions, rows(tmp_path, text))[AR].header.date == "2013-09-26"


MISSPELT = "ar-2013-09-25-cg-mali-reprot"


@pytest.mark.parametrize("action", ACTIONS)
def test_a_row_about_nothing_is_an_error(extractions, tmp_path, action):
    keys = {key: value.replace(AR, MISSPELT) for key, value in ACTIONS[action].items()}
    with pytest.raises(CorrectionError, match=rf"corrections/c\.yaml, row 1: x: there is no document {MISSPELT}"):
        check_targets(rows(tmp_path, row(**keys)), extractions, frozenset())


def test_what_was_published_at_any_time_is_no_mistake(extractions, tmp_path):
    text = row(action="withdraw", document_id=MISSPELT)
    check_targets(rows(tmp_path, text), extractions, frozenset({MISSPELT}))
    check_targets(rows(tmp_path, row(action="withdraw", document_id=AR)), extractions, frozenset())


def test_a_row_that_names_a_file_is_about_a_document_of_it(extractions, tmp_path):
    source = source_of(extractions, AR)
    bound = rows(tmp_path, row(action="withdraw", document_id=AR, sha256=source.sha256))
    check_targets(bound, extractions, frozenset())
    # a file that gives nothing in this run, since it needs a tool that is missing here
    waiting = [replace(e, reports=()) for e in extractions]
    check_targets(bound, waiting, frozenset())
    wrong = rows(tmp_path, row(action="withdraw", document_id=MISSPELT, sha256=source.sha256))
    with pytest.raises(CorrectionError, match=f"its file gives {AR}, not {MISSPELT}"):
        check_targets(wrong, extractions, frozenset({MISSPELT}))
    stray = rows(tmp_path, row(action="withdraw", document_id=AR, source_id="src-0123456789abcdef"))
    with pytest.raises(CorrectionError, match="there is no file src-0123456789abcdef"):
        check_targets(stray, extractions, frozenset({AR}))
    check_targets(stray, extractions, frozenset({"src-0123456789abcdef"}))
