r"""With which characters a match of a pattern can begin: a search passes over all other places of a text at once.

Python finds that out by itself only where nothing stands before the first character (no ``\b``, no ``(?<!\w)``) and
small and capital letters differ; any other pattern is tried anew at each place, alternative by alternative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

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


class _AnyCharacterError(Exception):
    """A match may begin with so many characters that they tell nothing."""


def look_first(written: str, flags: int = 0) -> str:
    """A pattern that gives the same matches and looks at the first character before all else.

    As it is written, where such a look tells nothing or Python takes it by itself.
    """
    parsed = _parser.parse(written, flags)
    of_all = flags | parsed.state.flags
    if of_all & _OTHER_RULES or _looks_by_itself(parsed, flags):
        return written
    try:
        starts, may_be_empty = _find_starts(parsed, of_all)
    except _AnyCharacterError:
        return written
    own = _OWN_FLAGS.match(written)
    if may_be_empty or own is None:
        return written
    return f"{own.group()}(?=[{''.join(sorted(starts))}])(?:{written[own.end() :]})"


def _looks_by_itself(parsed: Any, flags: int) -> bool:  # noqa: ANN401  (of the parser)
    """Whether the code of a pattern begins with what a search looks for."""
    code = _compiler._code(parsed, flags)  # noqa: SLF001  (it stands nowhere else)
    return bool(code[0] == _codes.INFO and code[2] & (_codes.SRE_INFO_PREFIX | _codes.SRE_INFO_CHARSET))


def _find_starts(parsed: Iterable[tuple[Any, Any]], flags: int) -> tuple[set[str], bool]:
    """The characters with which a part of a pattern may begin, as a class has them; whether it may be empty.

    Raises:
        _AnyCharacterError: nearly all may.
    """
    starts: set[str] = set()
    for operator, value in parsed:
        if operator in _PLACES:
            continue
        own, may_be_empty = _find_own(operator, value, flags)
        starts |= own
        if not may_be_empty:
            return starts, False
    return starts, True


def _find_own(operator: Any, value: Any, flags: int) -> tuple[set[str], bool]:  # noqa: ANN401  (of the parser)
    """As ``_find_starts``, of one step of a pattern."""
    if operator is _codes.LITERAL:
        return {_write(value)}, False
    if operator is _codes.IN:
        return {_write_of_class(*part) for part in value}, False
    if operator is _codes.SUBPATTERN:
        _, added, _, inner = value
        if added & re.IGNORECASE and not flags & re.IGNORECASE:
            # the look would not take the capital
            raise _AnyCharacterError
        return _find_starts(inner, flags)
    if operator is _codes.BRANCH:
        branches = [_find_starts(branch, flags) for branch in value[1]]
        return set().union(*(starts for starts, _ in branches)), any(may_be_empty for _, may_be_empty in branches)
    if operator in _REPEATS:
        least, _, inner = value
        starts, may_be_empty = _find_starts(inner, flags)
        return starts, may_be_empty or least == 0
    if operator is _codes.ATOMIC_GROUP:
        return _find_starts(value, flags)
    raise _AnyCharacterError


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
