"""The folder of a site, written piece by piece: what is there and was made of the same is left as it is."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

_MANIFEST = ".site.json"


class SiteFolder:
    """Files of a site by their address, each with the mark of what it was made of."""

    def __init__(self, root: Path) -> None:
        """Read what is there; a folder without a list is taken as empty, and what lies in it is left alone."""
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        try:
            self._before: dict[str, str] = json.loads((root / _MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self._before = {}
        self._now: dict[str, str] = {}
        self.written = 0

    def put(self, address: str, mark: str, make: Callable[[], str | bytes]) -> None:
        """Have a file at an address; ``make`` is asked for it where it is not there, or was made of other things."""
        self._now[address] = mark
        target = self.root / address
        if self._before.get(address) == mark and target.is_file():
            return
        content = make()
        self._write(target, lambda aside: aside.write_bytes(content.encode() if isinstance(content, str) else content))

    def copy(self, address: str, source: Path, mark: str) -> None:
        """Have a copy of a file at an address; ``mark`` says which content it has."""
        self._now[address] = mark
        target = self.root / address
        if self._before.get(address) == mark and target.is_file():
            return
        self._write(target, lambda aside: shutil.copyfile(source, aside))

    def _write(self, target: Path, write: Callable[[Path], object]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        write(aside)
        aside.replace(target)
        self.written += 1

    def keep(self, address: str) -> None:
        """Say that a file which another hand made belongs to the site."""
        self._now[address] = ""

    def close(self) -> int:
        """Remove what no longer belongs to the site, write the list; the number of files that the site has."""
        for address in self._before.keys() - self._now.keys():
            (self.root / address).unlink(missing_ok=True)
        aside = self.root / f".{_MANIFEST}.{os.getpid()}"
        aside.write_text(json.dumps(self._now, sort_keys=True), encoding="utf-8")
        aside.replace(self.root / _MANIFEST)
        return len(self._now)


def mark_of(*parts: object) -> str:
    """A short hash of what a page is made of."""
    return hashlib.sha256("\x00".join(map(str, parts)).encode()).hexdigest()[:20]
