"""The codes that the type checker knows are those of the vocabularies, and each is raised somewhere."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from oic_reports.codes import FlagName, PatternName, RejectReason, RejectStage
from oic_reports.resources import load_pattern, load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
VOCABULARIES = ROOT / "schemas" / "vocabularies"
SOURCE = ROOT / "src" / "oic_reports"


@pytest.mark.parametrize(
    ("codes", "vocabulary", "column"),
    [
        (FlagName, "flag_values", "value"),
        (RejectReason, "reject_reasons", "value"),
        (RejectStage, "reject_stages", "value"),
        (PatternName, "patterns", "name"),
    ],
)
def test_codes_are_those_of_the_vocabulary(codes, vocabulary, column):
    listed = [row[column] for row in load_vocabulary(vocabulary)]
    assert sorted(get_args(codes)) == sorted(set(listed))


def test_a_pattern_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match="no pattern"):
        load_pattern("contact_group_loose", "fr")
    with pytest.raises(KeyError, match="no pattern"):
        load_pattern("no_such_pattern", "en")


def test_each_pattern_is_asked_for():
    modules = (path for path in SOURCE.rglob("*.py") if path.name != "codes.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    assert [name for name in get_args(PatternName) if f'"{name}"' not in source] == []


def test_a_pattern_stands_once_in_a_language():
    names = [(row["name"], row["language"]) for row in load_vocabulary("patterns")]
    assert len(names) == len(set(names))


def test_no_row_of_a_vocabulary_has_more_fields_than_columns():
    """A pattern with a comma needs quotation marks: without them its end was lost."""
    torn = [
        (path.name, row)
        for path in sorted(VOCABULARIES.glob("*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        if None in row or None in row.values()
    ]
    assert torn == []
