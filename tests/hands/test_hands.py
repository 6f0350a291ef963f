from __future__ import annotations

import pytest

from oic_reports.correcting.correction_rows import load_corrections
from oic_reports.sources.sidecar import load_sidecar

EN = "en-2017-09-20-cg-mali-report"
AR = "ar-2013-09-25-cg-mali-report"
WHY = ("--reason", "seen on the page")
ADDRESS = "https://example.org/a"


def files_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["correct", f"{EN}/para_5", "--expect", "Kidal or", "--replace", "x", *WHY], "stands 0 times"),
        (["correct", f"{EN}/para_5", "--expect", "the", "--replace", "x", *WHY], "not once; its text is"),
        (["correct", f"{EN}/para_55", "--expect", "the", "--replace", "x", *WHY], "like it are en-2017"),
        (["correct", EN, "--expect", "the", "--replace", "x", *WHY], "has no paragraph ''"),
        (["correct", EN, "--field", "colour", "--value", "red", *WHY], "has no fact 'colour'; like it are "),
        (["correct", EN, "--field", "body", "--value", "Summit", *WHY], "set body_id, the name follows"),
        (["correct", EN, "--field", "country_iso2", "--value", "ZZ", *WHY], "ZZ is the code of no country"),
        (["correct", f"{EN}/para_5", "--expect", "environs", "--replace", "environs", *WHY], "is the same text"),
        (["correct", f"{EN}/para_5", "--expect", "environs", "--sic", "environs", *WHY], "is the same text"),
        (["correct", EN, "--field", "status", "--value", "unknown", *WHY], "'unknown' already"),
        (["correct", EN, "--field", "status", "--expect", "draft", "--value", "final", *WHY], "is 'unknown', not"),
        (["correct", EN, "--field", "status", "--value", "done", *WHY], "no value of statuses"),
        (["correct", EN, "--field", "session", "--value", "ten", *WHY], "no whole number"),
        (["correct", EN, "--field", "document_id", "--value", AR, *WHY], "no header field"),
        (["correct", EN, "--field", "status", *WHY], "--field goes with --value"),
        (["correct", f"{AR}/para_4", "--expect", "ابراهيم", "--sic", "إبراهيم", *WHY], "does that already"),
        (["correct", f"{EN}/para_5", "--expect", "environs", "--replace", "x", "--reason", " "], "reason must say"),
        (["withdraw", "en-2017", *WHY], "has no document en-2017"),
        (["sidecar", "nowhere.txt"], "cannot be read: No such file"),
        (["sidecar", "raw"], "is a folder, no file"),
        (["sidecar", "raw/reports/004_a7ed7ae033aefd8a.txt", "--url", "ftp://a"], "nothing is written: url"),
        (["sidecar", "raw/reports/004_a7ed7ae033aefd8a.txt", "--received", "soon"], "nothing is written: received"),
        (["sidecar", "raw/reports/004_a7ed7ae033aefd8a.txt", "--symbol", "null"], "says that already"),
        (["supersede", "raw/reports/004_a7ed7ae033aefd8a.txt", "raw/reports/004_a7ed7ae033aefd8a.txt"], "same bytes"),
        (["supersede", "raw/reports/004_a7ed7ae033aefd8a.txt", "raw/reports/000_9e80b411712b49da.txt"], "no address"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(published, command, arguments, why):
    before = files_of(published)
    status, said = command(*arguments)
    assert status == (64 if "goes with" in why else 2)
    assert why in said
    assert said.startswith("oic-reports: ")
    assert files_of(published) == before


def test_a_dry_run_says_all_and_writes_nothing(published, command):
    before = files_of(published)
    status, said = command("withdraw", EN, *WHY, "--dry-run")
    assert status == 0
    assert "nothing was written" in said
    assert "18 paragraphs" in said
    assert files_of(published) == before


def test_a_row_may_be_bound_to_its_file(published, command):
    command("correct", EN, "--field", "status", "--value", "final", *WHY, "--this-file")
    row = load_corrections(published / "corrections")[-1]
    assert row.sha256.startswith("87f26efbc33d624a")


def test_rows_are_added_to_what_is_read_last(published, command):
    (published / "corrections" / "zz.yml").write_text("# the last\n[]\n")
    command("withdraw", EN, *WHY)
    assert "by hand" in command("withdraw", EN, *WHY)[1]
    (published / "corrections" / "zz.yml").write_text("# the last\n")
    command("withdraw", EN, *WHY)
    command("withdraw", AR, *WHY)
    assert (published / "corrections" / "zz.yml").read_text().startswith("# the last\n- id: ")
    assert [row.document_id for row in load_corrections(published / "corrections")][-2:] == [EN, AR]


def test_a_damaged_file_of_corrections_is_named_last(published, command):
    (published / "corrections" / "a.yaml").write_text("- {action: invent}\n")
    assert "corrections/a.yaml, row 1: " in command("withdraw", EN, *WHY)[1]


def test_what_is_wrong_with_the_new_row_is_said_of_no_other(published, command):
    command("correct", EN, "--field", "status", "--value", "final", *WHY)
    said = command("correct", EN, "--field", "date", "--value", "2017-13-40", *WHY)[1]
    assert "the new row: value of date must be a day" in said
    assert "row 1" not in said


def test_a_fact_that_is_not_told_is_null_in_words_too(published, command):
    said = command("correct", EN, "--field", "symbol", "--value", "OIC/X", "--dry-run", *WHY)[1]
    assert f"symbol of {EN} will be 'OIC/X' in place of null" in said
    assert f"symbol of {EN} is null already" in command("correct", EN, "--field", "symbol", "--value", "null", *WHY)[1]
    assert (
        "will be null in place of 'New York'" in command("correct", EN, "--field", "city", "--value", "null", *WHY)[1]
    )


def test_a_sidecar_keeps_what_it_says(published, command):
    path = published / "raw" / "reports" / "004_a7ed7ae033aefd8a.txt"
    before = load_sidecar(path)
    status, said = command("sidecar", path, "--symbol", "OIC/X", "--rights-note", "null")
    assert status == 0
    assert "symbol: null → OIC/X" in said
    assert load_sidecar(path) == before.model_copy(update={"symbol": "OIC/X", "rights_note": None})


def test_only_one_of_two_supersedes(published, command, received):
    one = received("reports/a/one.txt", b"The Meeting agreed on one.", url=ADDRESS)
    two = received("reports/a/two.txt", b"The Meeting agreed on two.", url=ADDRESS)
    assert command("supersede", one, two)[0] == 0
    assert load_sidecar(one).supersedes == load_sidecar(two).sha256
    assert "says that already" in command("supersede", one, two)[1]
    assert "only one of them" in command("supersede", two, one)[1]
    two.write_bytes(b"changed")
    assert "is of other bytes" in command("supersede", one, two)[1]
