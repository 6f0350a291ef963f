"""A release is proved by its own files, and each damage to it is found."""

from __future__ import annotations

import json
import shutil

import frictionless
import pyarrow.parquet as pq
import pytest

from oic_reports.release.checksums import check_checksums, write_checksums
from oic_reports.release.publish import publish
from oic_reports.release.rebuild import compare
from oic_reports.release.verify import verify_files
from oic_reports.release.write import write_release


@pytest.fixture(scope="module")
def published(whole, verdict, facts, tmp_path_factory):
    return publish(whole, verdict, tmp_path_factory.mktemp("p") / "processed", facts=facts).directory


@pytest.fixture
def copy(published, tmp_path):
    shutil.copytree(published.parent, tmp_path / "processed")
    return tmp_path / "processed" / published.name


def test_a_release_verifies(copy):
    assert verify_files(copy) == []


def test_any_changed_file_is_found(copy):
    names = sorted(path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file())
    assert len(names) > 35
    for name in names:
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        assert check_checksums(copy), name
        (copy / name).write_bytes(content)
    assert verify_files(copy) == []


def test_a_missing_and_an_added_file_are_found(copy):
    (copy / "codebook.md").unlink()
    (copy / "extra.txt").write_text("x")
    problems = verify_files(copy)
    assert any("codebook.md is listed" in line for line in problems)
    assert any("extra.txt is not listed" in line for line in problems)


def test_links_and_paths_are_no_files_of_a_release(copy):
    target = copy / "codebook.md"
    shutil.move(target, copy.parent / "codebook.md")
    target.symlink_to(copy.parent / "codebook.md")
    assert any("no plain file" in line for line in verify_files(copy))
    sums = copy / "SHA256SUMS"
    sums.write_text(sums.read_text() + "0" * 64 + "  ../../etc/passwd\n")
    assert any("cannot be used" in line for line in verify_files(copy))


def rewrite(copy, name, change):
    rows = pq.read_table(copy / f"{name}.parquet")
    pq.write_table(change(rows), copy / f"{name}.parquet")
    write_checksums(copy)


def with_value(column, value):
    def change(table):
        import pyarrow as pa

        values = table.column(column).to_pylist()
        values[0] = value
        place = table.column_names.index(column)
        return table.set_column(place, table.schema.field(place), pa.array(values, table.schema.field(place).type))

    return change


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("paragraphs", with_value("text", "another text"), "repairs do not lead"),
        ("paragraphs", with_value("label", "9."), "differs from the Parquet file"),
        ("paragraphs", with_value("role", "chorus"), "outside the vocabulary"),
        ("paragraphs", with_value("document_id", "ar-0000-00-00-oic-document"), "is not in documents"),
        ("documents", lambda table: table.slice(0, 1), "another number of rows"),
        ("documents", lambda table: table.drop(["title"]), "columns and types"),
        ("meetings", lambda table: table.take([0, 0]), "primary key is not unique"),
    ],
)
def test_damage_under_fresh_checksums_is_found(copy, name, change, message):
    rewrite(copy, name, change)
    assert any(message in line for line in verify_files(copy))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"resources": [{}]}', b"\xff\xfe"])
def test_a_damaged_descriptor_is_a_line_not_a_traceback(copy, content):
    (copy / "datapackage.json").write_bytes(content)
    write_checksums(copy)
    assert any("datapackage.json" in line for line in verify_files(copy))


def test_the_same_inputs_give_the_same_bytes(published, whole, verdict, facts, tmp_path):
    write_release(tmp_path, facts, whole, verdict)
    assert compare(published, tmp_path) == []
    (tmp_path / "README.md").write_text("x")
    (tmp_path / "LICENCES.md").unlink()
    assert [line.split(" ")[0] for line in compare(published, tmp_path)] == ["LICENCES.md", "README.md"]


def test_the_csv_files_are_a_valid_data_package(published):
    descriptor = json.loads((published / "datapackage.json").read_text(encoding="utf-8"))
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(published))
    report = package.validate()
    assert report.valid, report.flatten(["resource", "rowNumber", "fieldName", "message"])[:5]


def test_pages_escape_what_comes_from_files(whole, verdict, facts):
    from oic_reports.release.metadata.description import describe
    from oic_reports.release.pages import print_pages

    hostile = '<script>alert("x")</script>|`'
    tables = dict(whole)
    tables["documents"] = with_value("title", hostile)(whole["documents"])
    pages = print_pages(describe(facts, tables, ()), tables, verdict)
    assert "<script>" not in pages["validation.html"]
    assert "&lt;script&gt;" in pages["validation.html"]
    assert "http" not in pages["validation.html"].split("<body>")[0]
