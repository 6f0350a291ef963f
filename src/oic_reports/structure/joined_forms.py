"""Many forms as one pattern in which each common beginning is written once: what cannot begin at a place is not tried.

A form is spelled: for each of its places the letters that may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Spelled = tuple[str, ...]

# what a pattern of letters alone is written of: an escaped letter, a class of letters, a letter
_LETTERS = re.compile(r"\\(.)|\[(.*?)\]|(.)", re.DOTALL)


def spell(written: str) -> Spelled:
    """A pattern that is written of letters and classes of letters alone, place by place."""
    return tuple(escaped or of_class or letter for escaped, of_class, letter in _LETTERS.findall(written))


def join_forms(forms: Sequence[Spelled]) -> str:
    """A pattern that gives at each place what ``|`` between the forms gives: of several that fit, the first.

    A form that another one begins with must stand behind it.
    """
    return _join(tuple(dict.fromkeys(forms)), 0)


def _join(forms: tuple[Spelled, ...], place: int) -> str:
    """The ends of forms that are alike up to a place."""
    if len(forms) == 1:
        return "".join(map(_write, forms[0][place:]))
    following: dict[str, list[Spelled]] = {}
    for form in forms:
        for letter in form[place] if place < len(form) else ():
            following.setdefault(letter, []).append(form)
    alike: dict[tuple[Spelled, ...], str] = {}
    for letter, those in following.items():
        alike[tuple(those)] = alike.get(tuple(those), "") + letter
    written = [_write(letters) + _join(those, place + 1) for those, letters in alike.items()]
    written += [""] if any(len(form) == place for form in forms) else []
    return written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"


def _write(letters: str) -> str:
    return re.escape(letters) if len(letters) == 1 else f"[{''.join(map(re.escape, letters))}]"
