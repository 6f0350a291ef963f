"""Many forms as one pattern in which each common beginning is written once: what cannot begin at a place is not tried.

A form is spelled: for each of its places the letters that may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from oic_reports.kept_patterns import compile_pattern

Spelled = tuple[str, ...]

# what a pattern of letters alone is written of: an escaped letter, a class of letters, a letter
_LETTERS = compile_pattern(r"\\(.)|\[(.*?)\]|(.)", re.DOTALL)


def spell(written: str) -> Spelled:
    """A pattern that is written of letters and classes of letters alone, place by place."""
    return tuple(escaped or of_class or letter for escaped, of_class, letter in _LETTERS.findall(written))


def join_forms(forms: Sequence[Spelled]) -> str:
    """A pattern that gives at each place what ``|`` between the forms gives: of several that fit, the first.

    A form that another one begins with must stand behind it.
    """
    different = tuple(dict.fromkeys(forms))
    return _join(different, tuple(range(len(different))), 0)


def _join(forms: Sequence[Spelled], chosen: tuple[int, ...], place: int) -> str:
    """The ends of some forms, by their numbers, that are alike up to a place."""
    if len(chosen) == 1:
        return "".join(map(_write, forms[chosen[0]][place:]))
    following: dict[str, list[int]] = {}
    for number in chosen:
        # none, where a form ends
        for letter in "".join(forms[number][place : place + 1]):
            following.setdefault(letter, []).append(number)
    alike: dict[tuple[int, ...], str] = {}
    for letter, those in following.items():
        alike[tuple(those)] = alike.get(tuple(those), "") + letter
    written = [_write(letters) + _join(forms, those, place + 1) for those, letters in alike.items()]
    written += [""] if any(len(forms[number]) == place for number in chosen) else []
    return written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"


@cache
def _write(letters: str) -> str:
    return re.escape(letters) if len(letters) == 1 else f"[{''.join(map(re.escape, letters))}]"
