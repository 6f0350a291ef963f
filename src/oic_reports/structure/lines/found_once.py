"""A fact of an object, found when it is first asked for and kept in the object.

As ``functools.cached_property``, which takes a lock each time in Python 3.11: that alone was a tenth of structuring.
``found_once`` does the same for what a module knows of the objects of another one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")
Object = TypeVar("Object")


def found_once(find: Callable[[Object], T]) -> Callable[[Object], T]:
    """Decorates a function of one object with a ``__dict__``: each object is asked once, and keeps the answer."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def ask(one: Object) -> T:
        known: dict[str, T] = one.__dict__
        if name not in known:
            known[name] = find(one)
        return known[name]

    return ask


class fact(Generic[T]):  # noqa: N801  (used like property)
    """Decorates a method without arguments of a class whose objects have a ``__dict__``; frozen ones too."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        """Keep how the fact is found."""
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Keep the name under which objects have the fact."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | Self:
        """Find the fact; from then on the object answers by itself."""
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._find(instance)
        return found
