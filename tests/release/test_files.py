"""The registry of files against a release that is written: every file is declared, every declared kind is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.release.checksums import list_files
from oic_reports.release.files import find_kind, list_parts, list_paths, load_file_kinds
from oic_reports.release.write import PARTS, write_release
from oic_reports.tables.schema import LANGUAGES, load_views


@pytest.fixture(scope="module")
def written(whole, verdict, facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    write_release(folder, facts, whole, verdict)
    return list_files(folder)


def test_every_file_is_of_one_declared_kind(written):
    for path in written:
        kinds = [kind for kind in load_file_kinds() if kind.parse(path) is not None]
        assert len(kinds) == 1, path


def test_a_file_that_is_not_declared_has_no_kind():
    for path in ("x.parquet", "by-language/en/flags.parquet", "documents/a/b.md", "codebook.de.md", "boxesXparquet"):
        assert find_kind(path) is None


def test_every_kind_says_what_it_is_for_in_each_language():
    for kind in load_file_kinds():
        assert set(kind.title) == set(kind.purpose) == set(LANGUAGES)
        assert all(kind.title.values())


def test_a_part_is_left_out_where_that_is_asked(whole, verdict, facts, tmp_path):
    write_release(tmp_path, replace(facts, without=list_parts()), whole, verdict)
    kinds = [find_kind(path) for path in list_files(tmp_path)]
    assert all(kind is not None and kind.part is None for kind in kinds)
    assert not (tmp_path / "corpus.parquet").exists()
    assert set(list_parts()) >= {*PARTS, *load_views()}


def test_paths_are_expanded_but_for_documents():
    paths = [path for kind in load_file_kinds() for path in list_paths(kind)]
    assert "by-language/fr/corpus.parquet" in paths
    assert "documents/{document_id}.md" in paths
    assert len(paths) == len(set(paths))
