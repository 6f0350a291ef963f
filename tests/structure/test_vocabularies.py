"""Files of vocabularies: plain, sorted, each form once; and words that the code looks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from vocabulary_rows import KINDS, LANGUAGES

from oic_reports.language.states import fold_name
from oic_reports.resources import find_declared, load_vocabulary
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.parting.glued.chains import find_tokens

VOCABULARIES = sorted(path.name for path in find_declared("schemas").joinpath("vocabularies").iterdir())
ORDERS = {
    "member_states": lambda row: (row["iso2"], row["language"], KINDS.index(row["kind"]), row["form"]),
    "state_look_alikes": lambda row: (row["language"], row["form"]),
    "country_forms": lambda row: (row["iso2"], row["language"], row["form"]),
    "cities": lambda row: (row["city"], row["country_iso2"], row["language"], row["form"]),
    "venues": lambda row: (row["venue"], row["language"], row["form"]),
    "institutions": lambda row: (row["institution_id"], row["language"], row["kind"], row["form"]),
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_row_stands_twice(name):
    rows = find_declared("schemas").joinpath("vocabularies", name).read_text(encoding="utf-8").splitlines()
    assert [row for row, times in Counter(rows).items() if times > 1] == []


def test_what_is_looked_for_in_many_lines_begins_in_its_line():
    """``^\\W*`` passes over line ends, and from each of many lines of marks alone to the last of them."""
    wrong = [
        row["name"] for row in load_vocabulary("patterns") if "m)" in row["pattern"][:5] and r"^\W" in row["pattern"]
    ]
    assert wrong == []


# Files


@pytest.mark.parametrize("name", [*ORDERS, "months"])
def test_files_are_plain_and_complete(name):
    raw = (find_declared("schemas") / "vocabularies" / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    rows = load_vocabulary(name)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    assert all(None not in row and None not in row.values() for row in rows)
    assert all(value == value.strip() for row in rows for value in row.values())
    assert {row["language"] for row in rows} == set(LANGUAGES)


@pytest.mark.parametrize("name", ORDERS)
def test_files_are_sorted(name):
    keys = [ORDERS[name](row) for row in load_vocabulary(name)]
    assert all(first < second for first, second in pairwise(keys))


@pytest.mark.parametrize(
    ("name", "owner"), [("member_states", "iso2"), ("cities", "city"), ("venues", "venue"), ("institutions", None)]
)
def test_a_form_names_one_thing_in_a_language(name, owner):
    owners = defaultdict(set)
    for row in load_vocabulary(name):
        owners[row["language"], fold_name(row["form"])].add(row[owner or "institution_id"])
    assert {form: things for form, things in owners.items() if len(things) > 1} == {}


@pytest.mark.parametrize("name", ["numbered_things", "person_titles", "site_links"])
def test_words_that_code_looks_for_are_each_written_once(name):
    rows = [tuple(row.values()) for row in load_vocabulary(name)]
    assert len(set(rows)) == len(rows)
    assert all(part.strip() == part and part for row in rows for part in row)


def test_links_of_sites_have_words_in_each_language():
    said = defaultdict(set)
    for row in load_vocabulary("site_links"):
        said[row["kind"]].add(row["language"])
    assert dict(said) == {key: set(LANGUAGES) for key in ["home", "about", "source", "next", "page", "print", "tongue"]}


@pytest.mark.parametrize("row", load_vocabulary("numbered_things"), ids=lambda row: row["form"])
def test_a_number_behind_the_word_for_a_thing_begins_no_paragraph(row):
    """Such a number, of which the text has no next one, parts nothing; behind another word it may."""
    named, other = (
        {token.place for token in find_tokens(f"{word} 3. Trees {'are planted ' * 9}")}
        for word in (row["form"], "Wells")
    )
    assert not named
    assert other


@pytest.mark.parametrize("row", load_vocabulary("person_titles"), ids=lambda row: row["form"])
def test_the_full_stop_of_a_persons_title_closes_nothing(row):
    assert not is_closed(f"A. Keita, {row['form']}.")
    assert is_closed(f"A. Keita, x{row['form']}.")
