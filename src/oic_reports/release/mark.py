"""What is said of a release after it was published: that it does not count any more, or where else it is.

Its files never change; only its entry in ``versions.json`` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.errors import ForeseenError
from oic_reports.release.index import Entry, load_index, load_latest, say_listed, write_index

_LOCK = ".lock"


class MarkRefusedError(ForeseenError):
    """Nothing was marked; the message says why."""


def mark_release(
    processed: Path, version: str, *, status: str | None, reason: str | None, also_at: Sequence[str], dry_run: bool
) -> Entry:
    """Mark a release; its new entry.

    Args:
        processed: where releases are.
        version: which one.
        status: one of ``STATUSES``; None leaves it.
        reason: why it does not count any more.
        also_at: addresses that are added to those where it is.
        dry_run: change nothing.

    Raises:
        MarkRefusedError: there is no such release, it is the latest one, there is no reason, or a run is publishing.
        DamagedIndexError: ``versions.json`` is damaged.
    """
    try:
        with hold_lock(processed / _LOCK):
            entries = load_index(processed)
            known = {entry.version: place for place, entry in enumerate(entries)}
            if version not in known:
                msg = f"versions.json has no release {version}: {say_listed(entries)}"
                raise MarkRefusedError(msg)
            place = known[version]
            old = entries[place]
            if status not in {None, "published"} and not reason:
                msg = f"say why {version} does not count any more (--reason)"
                raise MarkRefusedError(msg)
            latest = load_latest(processed)
            if status not in {None, "published"} and latest is not None and version == latest.version:
                msg = f"{version} is the current release, which the next one is made from: publish the next one first"
                raise MarkRefusedError(msg)
            # the sums of a draft changed from day to day: none of them is its hash
            sums = None if status == "withdrawn_draft" else old.sums_sha256
            new = replace(
                old,
                status=status or old.status,
                reason=reason or old.reason,
                sums_sha256=sums,
                also_at=tuple(dict.fromkeys((*old.also_at, *also_at))),
                is_kept=(processed / version).is_dir(),
                replaced_by=entries[place + 1].version if place + 1 < len(entries) else None,
            )
            if not dry_run:
                listed = (*entries[:place], new, *entries[place + 1 :])
                write_index(processed, listed, latest.version if latest else None)
    except LockedError as error:
        msg = f"a run is publishing to {processed}: wait until it has ended"
        raise MarkRefusedError(msg) from error
    return new
