"""The inputs of a release that are not in its tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """Which release, of which day, schema and code.

    ``without`` names the parts that it is to be without, ``previous`` is the version that it follows.
    """

    version: str
    released: str
    schema_version: str
    code_version: str
    without: tuple[str, ...] = ()
    previous: str | None = None
