"""Values of JSON as nouns of the model: each field must be as its noun declares it.

pydantic does the same (``work.leaf``), but to import it and to make its forms takes longer than to read a short report.
A number that is whole may stand for a fraction; nothing else stands for something else. A field that is missing has its
default; what no noun declares is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from oic_reports.model import name_in_json

_Noun = TypeVar("_Noun")
_Reader = Callable[[Any], Any]


class NotAsDeclaredError(ValueError):
    """A value is not what its field declares; ``place`` leads to it: names of fields and numbers of a list."""

    def __init__(self, *place: str | int) -> None:
        super().__init__(".".join(map(str, place)) or "the whole")
        self.place = place


def parse_noun(kind: Callable[..., _Noun], values: object) -> _Noun:
    """A noun from the values that ``report_json.dump_noun`` gives.

    Raises:
        NotAsDeclaredError: they are something else.
    """
    noun: _Noun = _reader(kind)(values)
    return noun


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401  (a type as a field declares it)
    if is_dataclass(kind):
        return _noun_reader(kind)
    if get_origin(kind) is tuple:
        item, *others = get_args(kind)
        return _list_reader(_reader(item)) if others == [...] else _row_reader([_reader(one) for one in get_args(kind)])
    # ``Literal[...] | None`` is a Union of typing, other kinds make one of Python's own
    if get_origin(kind) in {UnionType, Union}:
        (other,) = (one for one in get_args(kind) if one is not NoneType)
        return _optional_reader(_reader(other))
    if get_origin(kind) is Literal:
        return _choice_reader(frozenset(get_args(kind)))
    return {str: _read_text, float: _read_number}.get(kind) or _plain_reader(kind)


def _noun_reader(kind: Any) -> _Reader:  # noqa: ANN401  (a dataclass)
    declared = get_type_hints(kind)
    parts = [(name_in_json(field.name), field.name, _reader(declared[field.name])) for field in fields(kind)]
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(values: Any) -> Any:  # noqa: ANN401  (anything may come)
        if not isinstance(values, Mapping):
            raise NotAsDeclaredError
        given = {}
        for key, name, read_part in parts:
            if key in values:
                try:
                    given[name] = read_part(values[key])
                except NotAsDeclaredError as error:
                    raise NotAsDeclaredError(key, *error.place) from None
        if not needed <= given.keys():
            raise NotAsDeclaredError(*sorted(needed - given.keys())[:1])
        return kind(**given)

    return read


def _list_reader(read_item: _Reader) -> _Reader:
    def read(values: Any) -> Any:  # noqa: ANN401  (anything may come)
        if not isinstance(values, list | tuple):
            raise NotAsDeclaredError
        items = []
        for number, value in enumerate(values):
            try:
                items.append(read_item(value))
            except NotAsDeclaredError as error:
                raise NotAsDeclaredError(number, *error.place) from None
        return tuple(items)

    return read


def _row_reader(readers: list[_Reader]) -> _Reader:
    def read(values: Any) -> Any:  # noqa: ANN401  (anything may come)
        if not isinstance(values, list | tuple) or len(values) != len(readers):
            raise NotAsDeclaredError
        return tuple(read_part(value) for read_part, value in zip(readers, values, strict=True))

    return read


def _optional_reader(read_other: _Reader) -> _Reader:
    def read(value: Any) -> Any:  # noqa: ANN401  (anything may come)
        return None if value is None else read_other(value)

    return read


def _choice_reader(choices: frozenset[str]) -> _Reader:
    def read(value: Any) -> Any:  # noqa: ANN401  (anything may come)
        if type(value) is not str or value not in choices:
            raise NotAsDeclaredError
        return value

    return read


def _plain_reader(kind: type) -> _Reader:
    def read(value: Any) -> Any:  # noqa: ANN401  (anything may come)
        if type(value) is not kind:
            raise NotAsDeclaredError
        return value

    return read


def _read_text(value: Any) -> str:  # noqa: ANN401  (anything may come)
    if type(value) is not str:
        raise NotAsDeclaredError
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            # half a character
            raise NotAsDeclaredError from None
    return value


def _read_number(value: Any) -> float:  # noqa: ANN401  (anything may come)
    if type(value) not in {float, int}:
        raise NotAsDeclaredError
    return float(value)
