from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections import Counter
from dataclasses import fields
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oic_reports.sources.catalogue import (
    CatalogueError,
    CatalogueRow,
    DiscoveryRule,
    Site,
    canonical_address,
    load_catalogue,
    read_rows,
    tidy_address,
)
from oic_reports.tables.schema import LANGUAGES, load_inputs, load_tables

ROW = "http://Example.org:80/A,example,en,,,,2020-01-02,,A title,,,http://example.org/B http://example.org/C,active,,2026-11-24,"
FILES = {
    "catalogue.csv": ",".join(field.name for field in fields(CatalogueRow)) + "\n" + ROW + "\n",
    "sites.csv": "site,hosts,delay_seconds,note\nexample,example.org www.example.org,2.5,\n",
    "discovery.csv": "site,index_address,link_pattern,language,document_type,note\nexample,http://example.org/,https?://x,,,\n",
}


@pytest.fixture
def raw(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def rewrite(raw, name, old, new):
    text = (raw / name).read_bytes().decode()
    assert old in text
    (raw / name).write_bytes(text.replace(old, new, 1).encode())


# The shipped files


def test_the_shipped_catalogue_in_numbers(root):
    catalogue = load_catalogue(root / "raw")
    assert len(catalogue.rows) >= 159
    assert {row.site for row in catalogue.rows} <= set(catalogue.sites)
    assert Counter(row.site for row in catalogue.rows)["moqatel"] >= 50
    assert catalogue.sites["internet-archive"] == Site(
        "internet-archive", ("web.archive.org",), 5.0, catalogue.sites["internet-archive"].note
    )
    assert {rule.site for rule in catalogue.rules} <= set(catalogue.sites)


def test_the_shipped_files_are_plain(root):
    for name in FILES:
        received = (root / "raw" / name).read_bytes()
        assert b"\r" not in received
        assert received.endswith(b"\n")
        assert not received.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(received.decode(), newline="")))
        assert all(cell == cell.strip() and "\n" not in cell for row in rows for cell in row)


def test_shipped_addresses_are_written_in_their_canonical_form(root):
    with (root / "raw" / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for column in ("address", "archive_address", "duplicate_of"):
        assert all(tidy_address(row[column]) == row[column] for row in rows)


# What the schema says, and what the code holds


@pytest.mark.parametrize(("name", "row"), [("catalogue", CatalogueRow), ("sites", Site), ("discovery", DiscoveryRule)])
def test_rows_hold_the_declared_fields(name, row):
    assert [field.name for field in fields(row)] == [field.name for field in load_inputs()[name].fields]


def test_declared_fields_have_meanings_examples_and_uses():
    import yaml

    from oic_reports.resources import find_declared

    described = yaml.safe_load((find_declared("schemas") / "inputs.yaml").read_text(encoding="utf-8"))["fields"]
    assert set(described) == {field.name for table in load_inputs().values() for field in table.fields}
    for table in load_inputs().values():
        assert all(table.meaning[language] for language in LANGUAGES)
        names = {field.name for field in table.fields}
        assert set(table.primary_key) | set(table.sort) <= names
        for key in table.foreign_keys:
            assert set(key.to_fields) <= {field.name for field in load_inputs()[key.to_table].fields}
        for field in table.fields:
            assert all(field.meaning[language].strip() for language in LANGUAGES)
            assert any("\u0600" <= letter <= "\u06ff" for letter in field.meaning["ar"])
            assert field.example
            assert not field.values or field.example in field.values
    assert not set(load_inputs()) & set(load_tables())


def test_loading_is_quick():
    code = (
        "import sys, oic_reports.sources.catalogue\n"
        "print([name for name in ('pandas', 'pyarrow', 'great_expectations') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


# Reading


def test_a_row_is_read_with_canonical_addresses_and_blanks_as_none(raw):
    catalogue = load_catalogue(raw)
    (row,) = catalogue.rows
    assert row.address == "http://example.org/A"
    assert row.other_languages == ("http://example.org/B", "http://example.org/C")
    assert (row.document_type, row.session, row.duplicate_of, row.note) == (None, None, None, None)
    assert (row.date, row.state, row.first_seen) == ("2020-01-02", "active", "2026-11-24")
    assert catalogue.sites == {"example": Site("example", ("example.org", "www.example.org"), 2.5, None)}
    assert catalogue.rules == (DiscoveryRule("example", "http://example.org/", "https?://x", None, None, None),)


def test_what_a_spreadsheet_saves_is_read_alike(raw):
    expected = load_catalogue(raw)
    for name, text in FILES.items():
        lines = text.splitlines()
        saved = "\ufeff" + "\r\n".join([*lines, "," * lines[0].count(",")]) + "\r\n"
        (raw / name).write_bytes(saved.encode())
    assert load_catalogue(raw) == expected


def test_columns_may_stand_in_any_order(raw):
    expected = load_catalogue(raw)
    (raw / "sites.csv").write_text("note,hosts,site,delay_seconds\n,example.org www.example.org,example,2.5\n")
    assert load_catalogue(raw) == expected


def test_without_discovery_there_are_no_rules(raw):
    (raw / "discovery.csv").unlink()
    assert load_catalogue(raw).rules == ()


@pytest.mark.parametrize("name", ["catalogue.csv", "sites.csv"])
def test_a_missing_file_is_named(name, raw):
    (raw / name).unlink()
    with pytest.raises(CatalogueError, match=rf"{name}: the file is missing"):
        load_catalogue(raw)


def test_a_folder_in_place_of_a_file_is_named(raw):
    (raw / "sites.csv").unlink()
    (raw / "sites.csv").mkdir()
    with pytest.raises(CatalogueError, match=r"sites\.csv: not readable"):
        load_catalogue(raw)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("catalogue.csv", ",symbol", "", "line 1: missing columns: symbol"),
        ("catalogue.csv", ",symbol", ",colour", "line 1: missing columns: symbol; unknown columns: colour"),
        ("discovery.csv", ",note", ",note,", r"line 1: unknown columns: \(no name\)"),
        ("sites.csv", ",note", ",site,note", "line 1: columns that stand twice: site"),
        ("catalogue.csv", ",active", "", "line 2: 15 cells, but the header has 16"),
        ("catalogue.csv", "active", "active,", "line 2: 17 cells, but the header has 16"),
        ("catalogue.csv", "http://Example.org:80/A", " ", "line 2: address is blank"),
        ("discovery.csv", "https?://x", "", "line 2: link_pattern is blank"),
        ("catalogue.csv", "A title", 'A "title', ""),
        ("catalogue.csv", "A title", '"A "title"', "no valid CSV"),
        ("sites.csv", "2.5", "soon", "line 2: delay_seconds is soon, which is no number"),
        ("sites.csv", "2.5", "-1", "line 2: delay_seconds is -1"),
        ("sites.csv", "2.5", "inf", "line 2: delay_seconds is inf"),
        ("sites.csv", "2.5", "nan", "line 2: delay_seconds is nan"),
        ("sites.csv", "2.5,\n", "2.5,\nexample,other.org,,\n", "line 3: site example stands twice"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(name, old, new, message, raw):
    rewrite(raw, name, old, new)
    if not message:
        assert load_catalogue(raw).rows[0].title == 'A "title'
        return
    with pytest.raises(CatalogueError, match=rf"{name}, line \d+: ") as found:
        load_catalogue(raw)
    assert re.search(message, str(found.value))


def test_an_empty_file_lacks_its_columns(raw):
    (raw / "sites.csv").write_bytes(b"")
    with pytest.raises(CatalogueError, match="line 1: missing columns: site, hosts"):
        load_catalogue(raw)


def test_other_encodings_are_refused_with_the_line(raw):
    (raw / "sites.csv").write_bytes(FILES["sites.csv"].encode() + "other,other.org,,تقرير\n".encode("cp1256"))
    with pytest.raises(CatalogueError, match=r"sites\.csv, line 3: not UTF-8"):
        load_catalogue(raw)


def test_the_line_of_a_row_counts_the_lines_of_its_cells(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text('a,b\n1,"two\nlines"\n\n3,\n')
    assert read_rows(path, ("a", "b"), ("a",)) == [(3, {"a": "1", "b": "two\nlines"}), (5, {"a": "3", "b": None})]


def test_a_required_cell_that_is_blank_is_left_to_the_checks(raw):
    rewrite(raw, "catalogue.csv", ",example,", ",,")
    assert load_catalogue(raw).rows[0].site == ""


def test_an_address_without_canonical_form_is_left_to_the_checks(raw):
    rewrite(raw, "catalogue.csv", "http://Example.org:80/A", "ftp://Example.org/A")
    assert load_catalogue(raw).rows[0].address == "ftp://Example.org/A"


# Addresses


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTP://WWW.Example.ORG", "http://www.example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:0080/a", "http://example.org/a"),
        ("http://example.org:/a", "http://example.org/a"),
        ("http://example.org:443/a", "http://example.org:443/a"),
        ("https://example.org:8443", "https://example.org:8443/"),
        ("http://example.org/Path/Case?B=2&a=1", "http://example.org/Path/Case?B=2&a=1"),
        ("http://example.org/a#part", "http://example.org/a"),
        ("http://example.org?q#part", "http://example.org/?q"),
        ("http://example.org/?", "http://example.org/?"),
        ("http://example.org/%7euser/%2f%28a%29", "http://example.org/~user/%2F%28a%29"),
        ("http://example.org/(a)@b:c", "http://example.org/(a)@b:c"),
        ("http://example.org/تقرير?q=é", "http://example.org/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1?q=%C3%A9"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://example.org/%%41", "http://example.org/%25A"),
        ('http://example.org/"<|>"', "http://example.org/%22%3C%7C%3E%22"),
        ("http://كتاب.مصر/", "http://xn--mgbce3h.xn--wgbh1c/"),
        ("http://ＥＸＡＭＰＬＥ.org/", "http://example.org/"),
        ("http://[0:0:0:0:0:0:0:1]:80/", "http://[::1]/"),
        ("http://212.100.198.18/a", "http://212.100.198.18/a"),
        (
            "https://web.archive.org/web/2018id_/http://oicun.org/9/1.html",
            "https://web.archive.org/web/2018id_/http://oicun.org/9/1.html",
        ),
    ],
)
def test_canonical_addresses(address, canonical):
    assert canonical_address(address) == canonical
    assert canonical_address(canonical) == canonical


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org/a",
        "//example.org/a",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "http:/example.org/a",
        "http://",
        "http:///a",
        "http://:80/",
        "http://user@example.org/",
        "http://user:word@example.org/",
        "http://example.org /a",
        " http://example.org/a",
        "http://example.org/a b",
        "http://example.org/a\n",
        "http://example.org/a\u00a0b",
        "http://example.org/a\u0000b",
        "http://example.org/\u200fa",
        "http://example.org\\a",
        "http://example.org/a\\b",
        "http://example.org/\ud800",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:99999999/",
        "http://example.org:٨٠/",
        "http://example.org:80:80/",
        "http://a..b/",
        "http://.a/",
        f"http://{'a' * 64}.org/",
        f"http://{'é' * 64}.org/",
        f"http://{'a.' * 127}org/",
        "http://ex%61mple.org/",
        "http://example.org℀.com/",
        "http://[::1/",
        "http://[::g]/",
        "http://[fe80::1%25eth0]/",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match=r"."):
        canonical_address(address)


def test_credentials_are_not_repeated():
    with pytest.raises(ValueError, match=r"'example\.org' holds credentials") as found:
        canonical_address("http://user:word@example.org/")
    assert "word" not in str(found.value)


@given(
    st.sampled_from(["http", "HTTPS"]),
    st.sampled_from(["Example.org", "كتاب.مصر", "bücher.example:8080", "[::1]:443", "a-b.c:80"]),
    st.text(st.characters(exclude_characters="\\"), max_size=20) | st.text("%a4f1E/.~?#é", max_size=12),
)
@example("http", "a", "/%4%31%%41%%")
def test_a_canonical_address_stays_as_it_is(scheme, host, rest):
    try:
        once = canonical_address(f"{scheme}://{host}/{rest}")
    except ValueError:
        return
    assert canonical_address(once) == once
    assert once.isascii()
    assert "#" not in once
    assert urlsplit(once).scheme == scheme.lower()


@given(st.text(max_size=30))
def test_any_text_is_an_address_or_refused(text):
    for address in (text, f"http://{text}"):
        tidied = tidy_address(address)
        assert tidy_address(tidied) == tidied
