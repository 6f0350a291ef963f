"""Institutions and bodies: their kinds, their names in time, and how they count sessions."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import get_args

import pytest
from vocabulary_rows import LANGUAGES, list_rows

from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.bodies import Sessions

# Institutions


def test_institutions_have_kinds_languages_and_dates_that_make_sense():
    languages = defaultdict(set)
    for row in load_vocabulary("institutions"):
        languages[row["institution_id"]].add(row["language"])
        assert row["kind"] in {"name", "acronym"}
        begins, ends = row["valid_from"], row["valid_to"]
        assert all(re.fullmatch(r"(?:\d{4}(?:-\d{2}-\d{2})?)?", day) for day in (begins, ends)), row
        assert not (begins and ends) or begins < ends, row
    assert [one for one, known in languages.items() if known != set(LANGUAGES)] == []


def test_successors_are_forms_of_the_same_language_and_kind_and_no_name_follows_itself():
    rows = {(row["language"], row["kind"], row["form"]): row for row in load_vocabulary("institutions")}
    for (language, kind, form), row in rows.items():
        seen = {form}
        while row["successor"]:
            following = rows[language, kind, row["successor"]]
            assert following["form"] not in seen, form
            assert row["valid_to"] == following["valid_from"] or "" in {row["valid_to"], following["valid_from"]}, form
            seen.add(following["form"])
            row = following  # noqa: PLW2901  # walking along the chain


@pytest.mark.parametrize(
    ("language", "form", "ends", "successor"),
    [
        ("en", "Organisation of the Islamic Conference", "2011-06-28", "Organisation of Islamic Cooperation"),
        ("ar", "منظمة المؤتمر الإسلامي", "2011-06-28", "منظمة التعاون الإسلامي"),
        ("en", "ISESCO", "2020", "ICESCO"),
        ("en", "ICFM", "", "CFM"),
        ("fr", "OUA", "2002-07-09", "UA"),
        ("en", "ICCI", "", "ICCIA"),
    ],
)
def test_names_that_changed(language, form, ends, successor):
    (row,) = [row for row in list_rows("institutions", language) if row["form"] == form]
    assert (row["valid_to"], row["successor"]) == (ends, successor)


def test_organs_of_the_report_vocabulary_are_institutions_by_the_same_name():
    names = {(row["language"], row["form"]) for row in load_vocabulary("institutions")}
    for body in load_vocabulary("bodies"):
        if body["body_id"] in {"is", "cfm", "comcec", "comiac", "comstech", "al-quds", "iphrc"}:
            assert {(language, body[f"name_{language}"]) for language in LANGUAGES} <= names, body["body_id"]


def test_a_body_counts_its_sessions_and_states_things_between_them_or_not():
    """What a row of ``bodies.csv`` says is one of the values that code asks for; each is said of somebody."""
    bodies = {row["body_id"]: row for row in load_vocabulary("bodies")}
    assert {row["sessions"] for row in bodies.values()} == {"", *get_args(Sessions)}
    assert {row["states"] for row in bodies.values()} == {"", "between_sessions"}
    # conferences of ministers have sessions, contact groups meet
    assert {row["sessions"] for name, row in bodies.items() if name.startswith("mc-")} == {"counted"}
    assert {row["sessions"] for name, row in bodies.items() if name.startswith("cg-")} == {""}
