"""What was written is on the disk, and not only on its way there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# files that wait for the disk at once: it writes down what all of them wait for together
_AT_ONCE = 16


def flush(path: Path) -> None:
    """Have a file, or the names in a folder, written to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_all(paths: Iterable[Path]) -> None:
    """Have files written to disk, in whatever order the disk likes."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(flush, paths):
            pass
