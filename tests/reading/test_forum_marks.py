"""A forum's marks of layout in a copied text."""

from __future__ import annotations

from collections import Counter

import pytest

from oic_reports.reading.plain import read_plain


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[align=justify]The wells are deep.\nMore.[/align]\n", ["The wells are deep.", "More."]),
        ("[SIZE=4][b]The wells[/b] are deep.[/SIZE]\n", ["The wells are deep."]),
        ("[align=center]الآبار عميقة.[/align]\n", ["الآبار عميقة."]),
        ("[i] The wells\n[ii] The pumps\n", ["[i] The wells", "[ii] The pumps"]),
        ("See [b] and [/c].\n", ["See [b] and [/c]."]),
    ],
)
def test_marks_that_are_ended_are_left_out(text, lines):
    assert [line.text for line in read_plain(text, Counter()) if line.text] == lines
