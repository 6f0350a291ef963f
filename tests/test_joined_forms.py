"""Forms as one pattern find what ``|`` between them finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from oic_reports.joined_forms import join_forms, spell

LETTERS = st.sampled_from(["a", "b", "ab", "bc", "c", ".", "-"])
FORMS = st.lists(st.lists(LETTERS, min_size=1, max_size=5).map(tuple), min_size=1, max_size=12)


@given(forms=FORMS, text=st.text(alphabet="abcC.- ", max_size=40), flags=st.sampled_from([0, re.IGNORECASE]))
def test_what_is_found_is_as_with_alternatives(forms, text, flags):
    forms = sorted(forms, key=len, reverse=True)
    plain = "|".join("".join(f"[{re.escape(letters)}]" for letters in form) for form in forms)
    joined = join_forms(forms)
    for behind in ("", r"(?!\w)"):
        found, expected = (
            [match.span() for match in re.finditer(rf"(?:{written}){behind}", text, flags)]
            for written in (joined, plain)
        )
        assert found == expected


def test_a_common_beginning_stands_once():
    assert join_forms([tuple("wells"), tuple("well"), ("d", "aâ", "m")]) == "(?:well(?:s|)|d[aâ]m)"
    assert join_forms([("أا", "b"), ("ا", "c")]) == "(?:أb|ا(?:b|c))"


def test_a_written_pattern_is_spelled():
    assert spell(r"[أا]ب\ \-.") == ("أا", "ب", " ", "-", ".")
