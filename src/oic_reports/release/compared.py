"""Two releases side by side: the feed that leads from one to the other, as it was published or made now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oic_reports.errors import describe_cause
from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.statements import FEED
from oic_reports.release.load import open_tables


@dataclass(frozen=True, slots=True)
class Described:
    """What the descriptor of a release says: its version, the one that it follows, and its schema."""

    version: str
    previous: str | None
    schema_version: str


def describe(directory: Path) -> Described:
    """The release in a folder.

    Raises:
        ValueError: it is none.
    """
    try:
        package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
        return Described(package["version"], package.get("previousVersion"), package["schemaVersion"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{directory} is no release: {describe_cause(error)}"
        raise ValueError(msg) from error


def find_earlier(directory: Path) -> Earlier | None:
    """The release that one follows, where it lies beside it; None where it follows none, or it is not here.

    Raises:
        ValueError: the folder holds no release.
        MissingReleaseError: the earlier one cannot be read.
    """
    previous = describe(directory).previous
    if previous is None or not is_earlier_here(directory, previous):
        return None
    return Earlier(previous, open_tables(directory.resolve().parent / previous))


def is_earlier_here(directory: Path, version: str) -> bool:
    """Whether a release lies beside the folder of another one."""
    return (directory.resolve().parent / version / "datapackage.json").is_file()


def open_feed(old: Path, new: Path, into: Path) -> Any:  # noqa: ANN401  (a table or dataset of Arrow)
    """The feed from one release to another: the published one where the second follows the first, else a new one.

    Args:
        old: the folder of the earlier one.
        new: the folder of the later one.
        into: an empty folder.

    Raises:
        ValueError: a folder holds no release.
        MissingReleaseError: a table cannot be read.
    """
    earlier, later = describe(old), describe(new)
    tables = open_tables(new)
    if later.previous == earlier.version and FEED in tables:
        return tables[FEED]
    return make_feed(Earlier(earlier.version, open_tables(old)), tables, later.version, into)
