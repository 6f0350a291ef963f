"""Where the sidecar of a received file is: beside it, under its name and an ending."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".json"


def find_sidecar(path: Path) -> Path:
    """Where the sidecar of a file is, whether it is there or not."""
    return path.with_name(path.name + SUFFIX)
