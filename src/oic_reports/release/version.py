"""Versions of the data: ``<year>.<month>.<n>``, n counting the releases of a month from 0; a reader sees their age."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_VERSION = re.compile(r"(20\d{2})\.([1-9]|1[0-2])\.(0|[1-9]\d*)")


def parse_version(version: str) -> tuple[int, int, int]:
    """Year, month and counter of a version, which compare as versions do.

    Raises:
        ValueError: it is no version.
    """
    match = _VERSION.fullmatch(version)
    if not match:
        msg = f"{version!r} is no version of the data: it should look like 2026.11.0"
        raise ValueError(msg)
    return int(match.group(1)), int(match.group(2)), int(match.group(3))


def next_version(versions: Iterable[str], released: date) -> str:
    """The version of a release on a day, after those that exist; it never goes back, whatever the clock says."""
    known = sorted(parse_version(version) for version in versions)
    month = (released.year, released.month)
    if known and known[-1][:2] > month:
        month = known[-1][:2]
    counters = [n for year, number, n in known if (year, number) == month]
    return f"{month[0]}.{month[1]}.{max(counters, default=-1) + 1}"
