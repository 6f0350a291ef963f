"""Whether two folders hold the same files."""

from __future__ import annotations

from pathlib import Path

from oic_reports.release.checksums import SIGNATURE, list_files
from oic_reports.release.sameness import say_same


def compare(first: Path, second: Path) -> list[str]:
    """What differs between two folders, one line a file; a signature is nothing that is made anew."""
    ours = {name: path for name, path in list_files(first).items() if name != SIGNATURE}
    theirs = {name: path for name, path in list_files(second).items() if name != SIGNATURE}
    lines = [f"{name} is only in {first}" for name in sorted(set(ours) - set(theirs))]
    lines += [f"{name} is only in {second}" for name in sorted(set(theirs) - set(ours))]
    both = sorted(set(ours) & set(theirs))
    return lines + [f"{name} differs" for name in both if not say_same(ours[name], theirs[name])]
