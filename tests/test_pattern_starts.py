"""A pattern with a look at the first character gives what it gives without one, and looks where Python does not."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports import kept_patterns
from oic_reports.codes import PatternName
from oic_reports.pattern_starts import look_first
from oic_reports.resources import load_pattern, load_vocabulary

LOOKED = [
    (r"\b(?:wells?|dams?)\s+of\b", re.IGNORECASE),
    (r"(?<!\w)و?(?:بئر|سد)(?!\w)", 0),
    (r"(?m)^\W*(?:dam|[x-z]\d)", re.IGNORECASE),
    (r"(?:a|b)?(?:c+|(?>d)|e{2,3}?)(?P<rest>f)?", re.IGNORECASE),
    (r"(?-i:[A-Z]w)|\d+(?=x)|\s(?!y)", re.IGNORECASE),
    (r"k|(?:İ|ſ)t", re.IGNORECASE),
    # some alternatives stand behind no word, some anywhere
    (r"(?:a|\bb|\bA)c?", re.IGNORECASE),
    (r"(?:^|(?<=[.x]\s))y|\bw|k", re.IGNORECASE),
    (r"(?m)^[^\w\n]*d|(?<![\w-])e|(?<=[\s.])W", 0),
    (r"(?<!\w)و?(?:ب|س)|-\b", 0),
    # figures and blanks of any script
    (r"\d{1,2}|\s{2}", 0),
    (r"(?:\b)?a|(?:\bb?)+x|(?<!\W)c", re.IGNORECASE),
]
AS_WRITTEN = [
    # any character, or nearly any
    (r"\b.a", 0),
    (r"\b[^x]a", 0),
    (r"\b\wa", 0),
    (r"[^\wa]?a?", 0),
    # none at all
    (r"\b(?:a|b*)", 0),
    (r"(?=a)", 0),
    # what Python looks for by itself
    (r"wells", 0),
    (r"[xy]z", 0),
    # rules of other flags
    (r"\b(?i:a)b", 0),
    (r"\ba b", re.VERBOSE),
    (r"\b(a)?(?(1)b|c)", 0),
]


@cache
def keep(written, flags):
    """A pattern as it comes from a file: with what a search begins at, too."""
    asked = written, int(flags)
    return kept_patterns._File(kept_patterns._put_together([asked], (0, 0))).find(asked)


@pytest.mark.parametrize(("written", "flags"), LOOKED)
@given(text=st.text(alphabet="aAbBcdDEefwWelsxXyYzk\u212aKsſtiİıبئرسدو0٣ \u20039\n.-", max_size=30))
def test_the_matches_are_the_same(written, flags, text):
    looked = re.compile(look_first(written, flags), flags)
    plain = re.compile(written, flags)
    assert looked.pattern != written
    assert (looked.groups, looked.groupindex) == (plain.groups, plain.groupindex)
    found, expected = ([(m.span(), m.groups()) for m in each.finditer(text)] for each in (looked, plain))
    assert found == expected
    for place in range(len(text)):
        assert bool(looked.match(text, place)) == bool(plain.match(text, place))
    kept = keep(written, flags)
    assert [(m.span(), m.groups()) for m in kept.finditer(text)] == expected
    assert [bool(kept.search(text, place)) for place in range(len(text))] == [
        bool(plain.search(text, place)) for place in range(len(text))
    ]


@pytest.mark.parametrize(("written", "flags"), AS_WRITTEN)
def test_what_needs_no_look_is_as_it_was(written, flags):
    assert look_first(written, flags) == written


def test_patterns_with_a_name_find_the_same_in_each_other():
    """Every pattern of the vocabulary, on a text that many of them are of: what they are written of."""
    rows = load_vocabulary("patterns")
    text = re.sub(r"[\\()?:|\[\]]+", " ", "\n".join(row["pattern"] for row in rows[::7]))[:6000]
    changed = 0
    for row in rows:
        name: PatternName = row["name"]
        plain = load_pattern(name, row["language"])
        written = look_first(plain.pattern, re.IGNORECASE)
        changed += written != plain.pattern
        looked = re.compile(written, re.IGNORECASE)
        assert [m.span() for m in looked.finditer(text)] == [m.span() for m in plain.finditer(text)], name
    assert changed > len(rows) / 2
