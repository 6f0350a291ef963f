"""Roman and letter numbers, both ways."""

from __future__ import annotations

from oic_reports.kept_patterns import compile_pattern

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip  # noqa: E501  (a table)
_WELL_FORMED = compile_pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def print_roman(value: int) -> str:
    """The roman number of 1 to 3999 in small letters."""
    printed = ""
    for number, letters in _ROMAN:
        count, value = divmod(value, number)
        printed += letters * count
    return printed


def parse_roman(printed: str) -> int | None:
    """The value of a well-formed roman number in either case; None for anything else (``iiii``, ``vx``)."""
    small = printed.lower()
    if not small or not _WELL_FORMED.fullmatch(small):
        return None
    value = 0
    for number, letters in _ROMAN:
        while small.startswith(letters):
            value += number
            small = small[len(letters) :]
    return value


def print_letters(value: int) -> str:
    """1 is ``a``, 26 ``z``, 27 ``aa`` (as browsers number lists)."""
    printed = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        printed = chr(ord("a") + rest) + printed
    return printed
