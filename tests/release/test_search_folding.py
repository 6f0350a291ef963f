"""The one spelling in which text is searched: each vector, and what must hold of any text."""

from __future__ import annotations

import csv

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.release import folding
from oic_reports.release.folding import fold_and_strip, fold_text, strip_clitics, strip_text
from oic_reports.resources import find_declared

with (find_declared("schemas") / "search_folding.csv").open(encoding="utf-8", newline="") as file:
    VECTORS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["text"])
def test_each_vector(row):
    assert fold_text(row["text"]) == row["folded"]
    assert strip_text(row["folded"]) == row["stripped"]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x6FF)))
def test_what_is_folded_stays_as_it_is(text):
    folded = fold_text(text)
    assert fold_text(folded) == folded
    assert strip_text(strip_text(folded)) == strip_text(folded)


@given(st.sampled_from([row["text"] for row in VECTORS if " " not in row["stripped"] and "ا" in row["folded"]]))
@pytest.mark.parametrize("before", ["و", "ف", "ب", "وب", "ال", "لل", "وال", "فبال"])
def test_a_word_is_found_whatever_stands_before_it(before, word):
    bare = strip_text(fold_text(word))
    if len(bare) > 2:
        assert strip_clitics(before + bare) == bare


@pytest.mark.parametrize(
    ("one", "other"), [("قرار", "قرارات"), ("لجنة", "لاجئ"), ("المنظمة", "المنطقة"), ("الله", "له"), ("ولد", "بلد")]
)
def test_words_that_differ_stay_apart(one, other):
    assert strip_text(fold_text(one)) != strip_text(fold_text(other))


# without halves of characters (``Cs``), which no table can hold
ODD = st.text(
    st.sampled_from("aΣσß éœ\u0300\u00a8\ufdfa\u0654\u0640\u2003\x1c\n-_1٣ويئبا")
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
)


@given(ODD)
def test_what_stands_beyond_white_space_alters_no_word(text):
    # pieces are folded one by one, so that what stood before need not be folded again
    assert fold_text(text) == folding._fold_piece.__wrapped__(text)


@given(st.lists(ODD, max_size=5), st.integers(0, 2))
def test_many_texts_are_folded_as_one_is(texts, start):
    folded, stripped = fold_and_strip(pa.array(texts, pa.string()).slice(start))
    assert folded.to_pylist() == [fold_text(text) for text in texts[start:]]
    assert stripped.to_pylist() == [strip_text(fold_text(text)) for text in texts[start:]]
