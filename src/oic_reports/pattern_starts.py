r"""With which characters a match of a pattern can begin: a search passes over all other places of a text at once.

Python finds that out by itself only where nothing stands before the first character (no ``\b``, no ``(?<!\w)``) and
small and capital letters differ; any other pattern is tried anew at each place, alternative by alternative.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

# of which the type stubs say nothing
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_codes: Any = import_module("re._constants")

# flags of the pattern itself, which may stand at its beginning alone
_OWN_FLAGS = re.compile(r"(?:\(\?[aiLmsux]+\))?")
_OTHER_RULES = re.ASCII | re.LOCALE | re.VERBOSE
# classes of few characters
_CLASSES = {_codes.CATEGORY_DIGIT: r"\d", _codes.CATEGORY_SPACE: r"\s", _codes.CATEGORY_NOT_WORD: r"\W"}
_REPEATS = frozenset({_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT})
_PLACES = frozenset({_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT})


# any character of a word, as a class has it
_ANY_OF_WORD = (_codes.CATEGORY, _codes.CATEGORY_WORD)


class _AnyCharacterError(Exception):
    """A match may begin with so many characters that they tell nothing."""


class _Before(NamedTuple):
    """What is known of the character before a place.

    ``is_parted``: it is of no word, or there is none; ``is_bounded``: it is of a word, or that at the place is, and not
    both.
    """

    is_parted: bool
    is_bounded: bool


_UNKNOWN = _Before(is_parted=False, is_bounded=False)


class Starts(NamedTuple):
    """With which characters a match may begin, as parts of a class: behind a character of no word alone, or anywhere.

    ``may_be_empty`` tells that what follows may begin it, ``is_parted`` and ``is_bounded`` what stands before that.
    """

    parted: set[str]
    free: set[str]
    may_be_empty: bool
    before: _Before


def look_first(written: str, flags: int = 0) -> str:
    """A pattern that gives the same matches and looks at the first character, and the one before, before all else.

    As it is written, where such a look tells nothing or Python takes it by itself.
    """
    parsed = _parser.parse(written, flags)
    of_all = flags | parsed.state.flags
    if of_all & _OTHER_RULES or _looks_by_itself(parsed, flags):
        return written
    starts = _find_all_starts(parsed, of_all)
    own = _OWN_FLAGS.match(written)
    if starts is None or own is None:
        return written
    first = "".join(sorted(starts.parted | starts.free))
    return f"{own.group()}(?=[{first}]){_look_before(starts, of_all)}(?:{written[own.end() :]})"


def find_first_characters(written: str, flags: int = 0) -> list[tuple[Any, Any]]:
    """With which characters a match may begin, small and capital ones, as the compiler has a class; empty for any."""
    parsed = _parser.parse(written, flags)
    of_all = flags | parsed.state.flags
    starts = None if of_all & _OTHER_RULES or _looks_by_itself(parsed, flags) else _find_all_starts(parsed, of_all)
    if starts is None:
        return []
    alike = {part: None for start in sorted(starts.parted | starts.free) for part in _list_alike(start, of_all)}
    return [*alike]


def _find_all_starts(parsed: Any, flags: int) -> Starts | None:  # noqa: ANN401  (of the parser)
    """With which characters a match of a whole pattern may begin; None where they tell nothing."""
    try:
        starts = _find_starts(parsed, flags, _UNKNOWN)
    except _AnyCharacterError:
        return None
    return None if starts.may_be_empty else starts


def _look_before(starts: Starts, flags: int) -> str:
    """A look at the character before: inside a word no match begins with what must stand behind another one."""
    if not starts.free:
        return r"(?<!\w)"
    free = re.compile(f"[{''.join(sorted(starts.free))}]", flags & re.IGNORECASE)
    parted = [start for start in starts.parted if len(start) == len(_write(0)) and not free.match(_read(start))]
    return rf"(?!(?<=\w)[{''.join(sorted(parted))}])" if parted else ""


def _looks_by_itself(parsed: Any, flags: int) -> bool:  # noqa: ANN401  (of the parser)
    """Whether the code of a pattern begins with what a search looks for."""
    code = _compiler._code(parsed, flags)  # noqa: SLF001  (it stands nowhere else)
    return bool(code[0] == _codes.INFO and code[2] & (_codes.SRE_INFO_PREFIX | _codes.SRE_INFO_CHARSET))


def _find_starts(parsed: Iterable[tuple[Any, Any]], flags: int, before: _Before) -> Starts:
    """With which characters a part of a pattern may begin, ``before`` being what is known of the one before.

    Raises:
        _AnyCharacterError: with nearly all.
    """
    starts = Starts(set(), set(), may_be_empty=True, before=before)
    for operator, value in parsed:
        own = _find_own(operator, value, flags, starts.before)
        starts = Starts(starts.parted | own.parted, starts.free | own.free, own.may_be_empty, own.before)
        if not own.may_be_empty:
            break
    return starts


def _find_own(operator: Any, value: Any, flags: int, before: _Before) -> Starts:  # noqa: ANN401  (of the parser)
    """As ``_find_starts``, of one step of a pattern."""
    if operator in _PLACES:
        return Starts(set(), set(), may_be_empty=True, before=_look_at_place(operator, value, before))
    if operator in {_codes.LITERAL, _codes.IN}:
        parts = [(operator, value)] if operator is _codes.LITERAL else value
        if parts[0][0] is _codes.NEGATE and _ANY_OF_WORD in parts:
            # ``[^\w\n]``, and no more than that
            parts = [(_codes.CATEGORY, _codes.CATEGORY_NOT_WORD)]
        written = {_write_of_class(*part): part for part in parts}
        parted = {
            start for start, part in written.items() if before.is_parted or (before.is_bounded and _is_word(*part))
        }
        return Starts(parted, {*written} - parted, may_be_empty=False, before=before)
    if operator is _codes.SUBPATTERN:
        _, added, _, inner = value
        if added & re.IGNORECASE and not flags & re.IGNORECASE:
            # the look would not take the capital
            raise _AnyCharacterError
        return _find_starts(inner, flags, before)
    if operator is _codes.BRANCH:
        branches = [_find_starts(branch, flags, before) for branch in value[1]]
        empty = [branch.before for branch in branches if branch.may_be_empty]
        behind = _Before(all(one.is_parted for one in empty), all(one.is_bounded for one in empty))
        parted, free = (set().union(*starts) for starts in list(zip(*branches, strict=True))[:2])
        return Starts(parted, free, bool(empty), behind)
    if operator in _REPEATS:
        least, _, inner = value
        starts = _find_starts(inner, flags, before)
        if least:
            return starts
        return Starts(starts.parted, starts.free, may_be_empty=True, before=before)
    if operator is _codes.ATOMIC_GROUP:
        return _find_starts(value, flags, before)
    raise _AnyCharacterError


def _look_at_place(operator: Any, value: Any, before: _Before) -> _Before:  # noqa: ANN401  (of the parser)
    """What is known of the character before a place, behind a look there."""
    if operator is _codes.AT:
        is_begun = value in {_codes.AT_BEGINNING, _codes.AT_BEGINNING_STRING}
        return _Before(before.is_parted or is_begun, before.is_bounded or value is _codes.AT_BOUNDARY)
    direction, inner = value
    if direction > 0 or not len(inner):
        return before
    last: Any = inner[-1]
    parts: Any = last[1] if last[0] is _codes.IN else [last]
    if operator is _codes.ASSERT_NOT:
        is_parted = len(inner) == 1 and _ANY_OF_WORD in parts and parts[0][0] is not _codes.NEGATE
    else:
        is_parted = all(_is_of_no_word(*part) for part in parts)
    return _Before(before.is_parted or is_parted, before.is_bounded)


def _is_word(operator: Any, value: Any) -> bool:  # noqa: ANN401  (of the parser)
    return operator is _codes.LITERAL and (chr(value).isalnum() or chr(value) == "_")


def _is_of_no_word(operator: Any, value: Any) -> bool:  # noqa: ANN401  (of the parser)
    if operator is _codes.CATEGORY:
        return value in {_codes.CATEGORY_SPACE, _codes.CATEGORY_NOT_WORD}
    return operator is _codes.LITERAL and not _is_word(operator, value)


@cache
def _list_alike(start: str, flags: int) -> tuple[tuple[Any, Any], ...]:
    """A part of a class, with the letters that count as its own where small and capital ones are alike."""
    ((operator, value),) = _parser.parse(f"[{start}]")
    own = ((operator, value),) if operator is _codes.LITERAL else tuple(value)
    if not flags & re.IGNORECASE or own[0][0] is _codes.CATEGORY:
        return own
    alike = re.compile(f"[{start}]", re.IGNORECASE)
    return own + tuple((_codes.LITERAL, ord(letter)) for letter in _list_cased() if alike.match(letter))


@cache
def _list_cased() -> tuple[str, ...]:
    """All letters that are small or capital."""
    return tuple(letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.lower() != letter.upper())


def _write_of_class(operator: Any, value: Any) -> str:  # noqa: ANN401  (of the parser)
    if operator is _codes.LITERAL:
        return _write(value)
    if operator is _codes.RANGE:
        first, last = value
        return f"{_write(first)}-{_write(last)}"
    if operator is _codes.CATEGORY and value in _CLASSES:
        return _CLASSES[value]
    raise _AnyCharacterError


def _write(character: int) -> str:
    return f"\\U{character:08x}"


def _read(written: str) -> str:
    return chr(int(written.removeprefix("\\U"), 16))
