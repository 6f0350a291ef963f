"""Every check of the catalogue has a control that it must reject, and the shipped catalogue passes them all."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace

import pyarrow as pa
import pytest

from oic_reports.checks.inputs import (
    bad_addresses,
    check_input_tables,
    check_inputs,
    derive_text_expectations,
    read_input_tables,
)
from oic_reports.checks.rules import derive_foreign_keys, read_rules
from oic_reports.checks.suites import SuiteError, load_suite, run_expectations
from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.sources.catalogue import CatalogueError, load_catalogue
from oic_reports.tables.schema import load_inputs

EN, FR, COPY = "http://example.org/en", "http://example.org/fr", "http://www.example.org/copy"
INDEX = "http://example.org/list/"
COMMON = {"site": "example", "language": "en", "state": "active", "first_seen": "2026-11-24"}
EXAMPLE = {
    "catalogue": [
        COMMON
        | {"address": EN, "date": "2020-01-02", "body_id": "cfm", "session": "45", "title": "A title"}
        | {"document_type": "report", "other_languages": FR, "printer_address": "http://example.org/print/en"}
        | {"archive_address": f"https://web.archive.org/web/20210102id_/{EN}"},
        COMMON | {"address": FR, "language": "fr", "other_languages": EN},
        COMMON | {"address": COPY, "state": "duplicate", "duplicate_of": EN},
    ],
    "sites": [
        {"site": "example", "hosts": "example.org www.example.org", "delay_seconds": "2.5"},
        {"site": "internet-archive", "hosts": "web.archive.org", "delay_seconds": "5"},
        {"site": "other", "hosts": "other.org"},
    ],
    "discovery": [
        {"site": "example", "index_address": INDEX, "link_pattern": r"https?://example\.org/[a-z]+"},
    ],
}


@pytest.fixture
def folder(tmp_path):
    """Writes the example, after a change, as the three files; gives their folder."""

    def write(change=lambda _: None):
        rows = copy.deepcopy(EXAMPLE)
        change(rows)
        for name, table in load_inputs().items():
            with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                names = [field.name for field in table.fields]
                writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows[name])
        return tmp_path

    return write


def put(table, column, value, where=0):
    def change(rows):
        rows[table][where][column] = value

    return change


def add(table, **values):
    def change(rows):
        rows[table].append(rows[table][0] | values)

    return change


# name of the check -> what breaks it, and the key of the finding
SUITE_CONTROLS = {
    "catalogue.date_not_before_oic": (put("catalogue", "date", "1434-11-19"), EN),
    "catalogue.date_not_after_first_seen": (put("catalogue", "date", "2026-11-25"), EN),
    "catalogue.session_in_digits": (put("catalogue", "session", "45th"), EN),
    "catalogue.title_has_letters": (put("catalogue", "title", "--- 2020"), EN),
    "catalogue.archive_form": (put("catalogue", "archive_address", f"https://web.archive.org/web/2021/{EN}"), EN),
    "sites.id_grammar": (put("sites", "site", "The other", where=2), "The other"),
    "sites.hosts_grammar": (put("sites", "hosts", "Other.org", where=2), "other"),
    "discovery.pattern_names_scheme": (put("discovery", "link_pattern", ".*"), INDEX),
}
SCHEMA_CONTROLS = {
    "catalogue.schema.key": (add("catalogue", address="HTTP://EXAMPLE.org:80/en#x"), EN),
    "catalogue.schema.site.required": (put("catalogue", "site", ""), EN),
    "catalogue.schema.language.required": (put("catalogue", "language", ""), EN),
    "catalogue.schema.state.required": (put("catalogue", "state", ""), EN),
    "catalogue.schema.first_seen.required": (put("catalogue", "first_seen", ""), EN),
    "catalogue.schema.language.vocabulary": (put("catalogue", "language", "english"), EN),
    "catalogue.schema.document_type.vocabulary": (put("catalogue", "document_type", "a report"), EN),
    "catalogue.schema.state.vocabulary": (put("catalogue", "state", "new"), EN),
    "catalogue.schema.date.type": (put("catalogue", "date", "2020-1-2"), EN),
    "catalogue.schema.date.calendar": (put("catalogue", "date", "2021-02-29"), EN),
    "catalogue.schema.first_seen.type": (put("catalogue", "first_seen", "2026-9-1"), EN),
    "catalogue.schema.first_seen.calendar": (put("catalogue", "first_seen", "2026-11-31"), EN),
    "sites.schema.key": (add("sites", hosts="third.org"), "example"),
    "sites.schema.delay_seconds.type": (put("sites", "delay_seconds", "soon"), "example"),
    "discovery.schema.key": (add("discovery", note="again"), INDEX),
    "discovery.schema.language.vocabulary": (put("discovery", "language", "de"), INDEX),
    "discovery.schema.document_type.vocabulary": (put("discovery", "document_type", "novel"), INDEX),
}
RULE_CONTROLS = {
    "addresses_are_valid": (put("catalogue", "printer_address", "http://user@example.org/"), EN),
    "address_on_its_site": (put("catalogue", "site", "other"), EN),
    "index_on_its_site": (put("discovery", "site", "other"), INDEX),
    "archive_on_a_site": (put("sites", "hosts", "archive.org", where=1), EN),
    "one_site_a_host": (put("sites", "hosts", "other.org www.example.org", where=2), "www.example.org"),
    "delays_are_plausible": (put("sites", "delay_seconds", "3600"), "example"),
    "duplicates_name_their_original": (put("catalogue", "duplicate_of", "", where=2), COPY),
    "originals_are_no_duplicates": (add("catalogue", address=f"{EN}2", state="duplicate", duplicate_of=COPY), f"{EN}2"),
    "other_languages_are_known": (put("catalogue", "other_languages", f"{FR} {FR}2"), EN),
    "other_languages_differ": (put("catalogue", "other_languages", COPY), EN),
    "body_is_known": (put("catalogue", "body_id", "puic"), EN),
    "session_has_body": (put("catalogue", "body_id", ""), EN),
    "foreign_key_catalogue_site": (put("catalogue", "site", "nowhere"), EN),
    "foreign_key_catalogue_duplicate_of": (put("catalogue", "duplicate_of", f"{EN}2", where=2), COPY),
    "foreign_key_discovery_site": (put("discovery", "site", "nowhere"), INDEX),
    "link_patterns_compile": (put("discovery", "link_pattern", "https?://("), INDEX),
}
RULE_NAMES = {f"rule.{name}": control for name, control in RULE_CONTROLS.items()}
CONTROLS = SUITE_CONTROLS | SCHEMA_CONTROLS | RULE_NAMES
# what the reader of the files refuses already: blank keys, wrong columns
READER = re.compile(
    r".*\.schema\.(columns|rows|(address|hosts|index_address|link_pattern)\.required)"
    r"|(sites|discovery)\.schema\.site\.required"
)


def failed_of(results):
    return {result.name: result for result in results if not result.success}


def test_every_check_has_a_control():
    suites = {e["meta"]["name"] for name in load_inputs() for e in load_suite(name)["expectations"]}
    assert suites == set(SUITE_CONTROLS)
    derived = {e["meta"]["name"] for table in load_inputs().values() for e in derive_text_expectations(table)}
    assert {name for name in derived if not READER.fullmatch(name)} == set(SCHEMA_CONTROLS)
    rules = {rule.name for rule in read_rules("inputs", ("row", "release"))}
    rules |= {rule.name for rule in derive_foreign_keys(load_inputs(), "row")}
    assert rules | {"link_patterns_compile"} == set(RULE_CONTROLS)


def test_the_shipped_catalogue_passes(root):
    results = check_inputs(root / "raw")
    assert failed_of(results) == {}
    assert bad_addresses(results) == {}
    assert len(results) == len(CONTROLS) + 11


def test_the_example_passes(folder):
    assert failed_of(check_inputs(folder())) == {}


@pytest.fixture
def asked_once(monkeypatch, known_results):
    """A file of the example that a control leaves as it is has the results that it had."""

    def run(table, found, listed):
        key = (table.name, json.dumps(found.to_pylist()))
        if key not in known_results:
            known_results[key] = run_expectations(table, found, listed)
        return known_results[key]

    monkeypatch.setattr("oic_reports.checks.inputs.run_expectations", run)


@pytest.fixture(scope="module")
def known_results():
    return {}


@pytest.mark.usefixtures("asked_once")
@pytest.mark.parametrize("name", sorted(CONTROLS))
def test_each_check_rejects_its_control(name, folder):
    change, key = CONTROLS[name]
    results = check_inputs(folder(change))
    result = failed_of(results)[name]
    assert set(result.keys) == {key}
    if result.blocks == "row":
        assert name in bad_addresses(results)[key]
        assert result.documents == (key,)
    else:
        assert result in Verdict(tuple(results)).release_failures
    # the other rows go on
    assert set(bad_addresses(results)) <= {EN, FR, COPY, INDEX, f"{EN}2"}
    if key == COPY:
        assert EN not in bad_addresses(results)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("catalogue", "address"),
        ("sites", "site"),
        ("sites", "hosts"),
        ("discovery", "site"),
        ("discovery", "index_address"),
        ("discovery", "link_pattern"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses_too(table, column, folder):
    tables = read_input_tables(folder())
    rows = tables[table].to_pylist()
    tables[table] = pa.Table.from_pylist([*rows, rows[0] | {column: None}], schema=tables[table].schema)
    assert f"{table}.schema.{column}.required" in failed_of(check_input_tables(tables))


def test_an_empty_catalogue_and_columns_out_of_order_stop_the_fetch(folder):
    tables = read_input_tables(folder())
    names = tables["sites"].column_names
    tables |= {"catalogue": tables["catalogue"].slice(0, 0), "sites": tables["sites"].select(names[::-1])}
    failed = failed_of(check_input_tables(tables))
    assert set(failed) == {"catalogue.schema.rows", "sites.schema.columns"}
    assert {result.blocks for result in failed.values()} == {"release"}


def test_an_active_row_names_no_original(folder):
    results = check_inputs(folder(put("catalogue", "duplicate_of", EN, where=1)))
    assert list(bad_addresses(results)) == [FR]


def test_each_place_of_an_address_is_looked_at(folder):
    for column in ("printer_address", "archive_address", "other_languages"):
        results = check_inputs(folder(put("catalogue", column, "https://user@web.archive.org/")))
        assert "rule.addresses_are_valid" in bad_addresses(results)[EN], column
    results = check_inputs(folder(put("discovery", "index_address", "ftp://example.org/")))
    assert list(bad_addresses(results)) == ["ftp://example.org/"]
    results = check_inputs(folder(put("catalogue", "printer_address", "http://other.org/")))
    assert "rule.address_on_its_site" in bad_addresses(results)[EN]


def test_a_port_is_part_of_a_host(folder):
    def move(rows):
        rows["catalogue"].append(COMMON | {"address": "http://example.org:8080/"})

    assert list(bad_addresses(check_inputs(folder(move)))) == ["http://example.org:8080/"]

    def allow(rows):
        move(rows)
        rows["sites"][0]["hosts"] += " example.org:8080"

    assert failed_of(check_inputs(folder(allow))) == {}


def test_all_bad_addresses_are_told_however_many(folder):
    def many(rows):
        rows["catalogue"] += [COMMON | {"address": f"http://example.org/{n}", "date": "soon"} for n in range(70)]
        rows["catalogue"] += [COMMON | {"address": f"http://other.org/{n}"} for n in range(70)]

    bad = bad_addresses(check_inputs(folder(many)))
    assert len(bad) == 140
    assert list(bad) == sorted(bad)
    assert "catalogue.schema.date.type: The value is a date." in bad["http://example.org/69"]


def test_what_stops_all_is_no_bad_address():
    result = CheckResult("x", "sites", "y", "z", "release", success=False, evaluated=1, unexpected=1, documents=(EN,))
    assert bad_addresses([result]) == {}
    assert bad_addresses([replace(result, blocks="row")]) == {EN: "x: z"}
    assert bad_addresses([replace(result, blocks="row", success=True)]) == {}


def test_other_writings_of_an_address_are_the_same_address(folder):
    def write(rows):
        rows["catalogue"][0]["other_languages"] = "HTTP://example.ORG/fr"
        rows["catalogue"][2]["duplicate_of"] = "http://example.org:80/%65n"

    assert failed_of(check_inputs(folder(write))) == {}


def test_without_discovery_the_rest_is_checked(folder):
    raw = folder()
    (raw / "discovery.csv").unlink()
    assert failed_of(check_inputs(raw)) == {}


def test_a_file_that_is_no_table_is_an_error(folder):
    raw = folder()
    (raw / "sites.csv").unlink()
    with pytest.raises(CatalogueError, match=r"sites\.csv"):
        check_inputs(raw)


def test_levels_are_those_of_the_kind_of_table(monkeypatch, tmp_path):
    meta = {"name": "x.y", "why": "z"}
    for table, level in (("documents", "row"), ("catalogue", "document")):
        suite = {"expectations": [{"type": "t", "kwargs": {}, "meta": meta | {"blocks": level}}]}
        (tmp_path / f"{table}.json").write_text(json.dumps(suite))
        monkeypatch.setattr("oic_reports.checks.suites.find_declared", lambda _: tmp_path)
        with pytest.raises(SuiteError, match="needs meta"):
            load_suite(table)


def test_importing_the_checks_loads_no_great_expectations():
    code = "import sys, oic_reports.checks.inputs; print('great_expectations' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


# docs/adding-a-source.md


def test_the_example_of_the_documentation_is_accepted(root, tmp_path):
    page = (root / "docs" / "adding-a-source.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    example = "".join(line.strip() + "\n" for line in block.splitlines() if line.strip())
    (tmp_path / "catalogue.csv").write_text(example, encoding="utf-8")
    (tmp_path / "sites.csv").write_bytes((root / "raw" / "sites.csv").read_bytes())
    (row,) = load_catalogue(tmp_path).rows
    assert failed_of(check_inputs(tmp_path)) == {}
    assert row in load_catalogue(root / "raw").rows
    header = next(csv.reader(io.StringIO(example)))
    assert header == [field.name for field in load_inputs()["catalogue"].fields]


def test_the_columns_of_the_documentation_are_those_declared(root):
    page = (root / "docs" / "adding-a-source.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (yes|no) \| .+ \|$", page, re.MULTILINE)
    declared = load_inputs()["catalogue"].fields
    assert told == [(field.name, "no" if field.nullable else "yes") for field in declared]


def test_the_documentation_names_every_state_and_column_of_the_other_files(root):
    page = (root / "docs" / "adding-a-source.md").read_text(encoding="utf-8")
    states = next(field.values for field in load_inputs()["catalogue"].fields if field.name == "state")
    assert all(f"`{state}`" in page for state in states)
    assert "`hosts`" in page
    assert "`delay_seconds`" in page
