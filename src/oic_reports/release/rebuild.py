"""Whether two folders hold the same bytes."""

from __future__ import annotations

from pathlib import Path

from oic_reports.release.checksums import SIGNATURE, hash_of


def compare(first: Path, second: Path) -> list[str]:
    """What differs between two folders of plain files, one line a file; a signature is nothing that is made anew."""
    ours = {path.name: path for path in first.iterdir() if path.name != SIGNATURE}
    theirs = {path.name: path for path in second.iterdir() if path.name != SIGNATURE}
    lines = [f"{name} is only in {first}" for name in sorted(set(ours) - set(theirs))]
    lines += [f"{name} is only in {second}" for name in sorted(set(theirs) - set(ours))]
    both = sorted(set(ours) & set(theirs))
    return lines + [f"{name} differs" for name in both if hash_of(ours[name]) != hash_of(theirs[name])]
