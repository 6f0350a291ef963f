"""The release that a person names: by its version, as it is listed, or by its folder."""

from __future__ import annotations

from pathlib import Path

from oic_reports.errors import ForeseenError
from oic_reports.release.index import load_index, say_listed
from oic_reports.release.load import MissingReleaseError
from oic_reports.settings import Settings


class UnknownReleaseError(ForeseenError):
    """What was named is no folder, and no version that is listed."""


def find_release(settings: Settings, name: str) -> Path:
    """The folder of a release.

    Raises:
        UnknownReleaseError: nothing is called so.
        MissingReleaseError: the release is listed, and its folder is not here.
        DamagedIndexError: the list of releases is damaged.
    """
    if Path(name).is_dir():
        return Path(name)
    known = settings.processed / name
    if known.is_dir():
        return known
    entries = load_index(settings.processed)
    if any(entry.version == name for entry in entries):
        msg = f"release {name} is listed, and its folder is not here: restore {known} from a copy"
        raise MissingReleaseError(msg)
    msg = f"{name} is no folder and no release: {say_listed(entries)}"
    raise UnknownReleaseError(msg)
