"""Declared values from variables of the environment: what a field says of itself, and how its text is understood.

pydantic-settings does the same and more; pydantic's import alone takes twice as long as all that a command needs to
tell its version.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from oic_reports.errors import ForeseenError

_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


class WrongSettingError(ForeseenError):
    """A value is not as its field declares, or a variable sets nothing; it is named as it is written."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a value must be: above or at least a number, a text of a least length, or of a pattern."""

    above: float | None = None
    least: float | None = None
    least_length: int | None = None
    pattern: str | None = None

    def find_fault(self, value: Any) -> str | None:  # noqa: ANN401  (of the type that was declared)
        """What is wrong with a value."""
        if self.above is not None and not value > self.above:
            return f"must be above {self.above:g}"
        if self.least is not None and not value >= self.least:
            return f"must be at least {self.least:g}"
        if self.least_length is not None and len(value) < self.least_length:
            return f"must have at least {self.least_length} characters"
        if self.pattern is not None and not re.search(self.pattern, value):
            return f"must match {self.pattern}"
        return None


def setting(
    description: str,
    default: Any = MISSING,  # noqa: ANN401  (of the field's type)
    default_factory: Any = MISSING,  # noqa: ANN401  (likewise)
    **bounds: Any,  # noqa: ANN401  (those of ``Bounds``)
) -> Any:  # noqa: ANN401  (as ``dataclasses.field``)
    """A field of a frozen dataclass that ``take_values`` fills."""
    told = {"description": description, "bounds": Bounds(**bounds)}
    if default_factory is MISSING:
        return field(default=default, metadata=told)
    return field(default_factory=default_factory, metadata=told)


def take_values(kind: type, given: Mapping[str, object], prefix: str, others: frozenset[str]) -> dict[str, Any]:
    """The value of each field: what is given, else its variable, else its default.

    Args:
        kind: a dataclass whose fields are ``setting``.
        given: values by field; they may be texts, as those of variables are.
        prefix: what the names of its variables begin with; case does not count.
        others: variables of that prefix that are no fields.

    Raises:
        WrongSettingError: a value is not as declared, or a variable of the prefix is of no field: it would do nothing.
    """
    declared = get_type_hints(kind)
    names = {f"{prefix}{each.name}".upper(): each.name for each in fields(kind)}
    written = {name.upper(): value for name, value in os.environ.items() if name.upper().startswith(prefix)}
    unknown = sorted(written.keys() - names.keys() - others) + sorted(given.keys() - set(names.values()))
    if unknown:
        fault = f"no setting is called {', '.join(unknown)}"
        raise WrongSettingError(fault)
    found = {**{names[name]: value for name, value in written.items() if name in names}, **given}
    values: dict[str, Any] = {}
    for each in fields(kind):
        if each.name in found:
            name = f"{prefix}{each.name}".upper()
            values[each.name] = _take(name, found[each.name], declared[each.name], each.metadata)
        else:
            values[each.name] = each.default if each.default_factory is MISSING else each.default_factory()
    return values


def _take(name: str, value: object, declared: Any, told: Mapping[str, Any]) -> Any:  # noqa: ANN401  (of any type)
    kinds = get_args(declared) or (declared,)
    if value is None and NoneType in kinds:
        return None
    parse = _PARSERS[kinds[0]]
    try:
        taken = parse(value)
    except (TypeError, ValueError):
        fault = f"{name}: {value!r} is no {_WORDS[kinds[0]]}"
        raise WrongSettingError(fault) from None
    wrong = told["bounds"].find_fault(taken)
    if wrong:
        fault = f"{name}: {value!r} {wrong}"
        raise WrongSettingError(fault)
    return taken


def _parse_bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    small = str(value).lower()
    if small not in _YES | _NO:
        raise ValueError(small)
    return small in _YES


_PARSERS: dict[type, Callable[[Any], Any]] = {bool: _parse_bool, int: int, float: float, str: str, Path: Path}
_WORDS = {bool: "yes or no (true, false)", int: "whole number", float: "number", str: "text", Path: "path"}
