"""The dataset's pages, made of a release with what this installation has beside it: raw files, settings."""

from __future__ import annotations

from pathlib import Path

from oic_reports.isolation.parent import Limits
from oic_reports.release.index import load_latest
from oic_reports.settings import Settings
from oic_reports.site.release_contents import NoReleaseError
from oic_reports.site.site_pages import Built, build_site
from oic_reports.sources.raw_store import open_store


def make_site(settings: Settings, release: Path | None = None, out: Path | None = None) -> Built:
    """Make or bring up to date the site of a release, the current one where none is given.

    Raises:
        NoReleaseError: there is no release, or the folder is none.
        UnsafeIdError: an id of the release cannot be the name of a page.
        DamagedIndexError: the list of releases is damaged.
    """
    if release is None:
        latest = load_latest(settings.processed)
        if latest is None:
            msg = f"{settings.processed} holds no release yet: make one with make dataset"
            raise NoReleaseError(msg)
        release = settings.processed / latest.version
    limits = Limits(
        seconds=settings.read_seconds,
        memory_bytes=settings.read_memory_bytes,
        max_file_bytes=settings.max_file_bytes,
        output_bytes=settings.read_output_bytes,
    )
    store = open_store(settings.raw, settings.raw_url, settings.copies)
    return build_site(
        release, out or settings.pages, find_raw=store.find_local, contact=settings.site_contact, limits=limits
    )
