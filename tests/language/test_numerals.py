from __future__ import annotations

import pytest

from oic_reports.language.numerals import parse_roman, print_letters, print_roman


def test_roman_numbers_are_read_as_printed():
    assert all(parse_roman(print_roman(value)) == value for value in range(1, 4000))


@pytest.mark.parametrize("printed", ["", "iiii", "vx", "ic", "a", "xivi"])
def test_what_is_no_roman_number(printed):
    assert parse_roman(printed) is None


def test_letters():
    assert [print_letters(n) for n in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]
