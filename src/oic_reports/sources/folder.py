"""A raw store in a folder. What is put there appears whole or not at all, and is never changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from oic_reports.disk.flushing import flush
from oic_reports.sources.regular import open_regular

_STAGING = ".incoming"
# bytes of a small file: a sidecar has 1,000; one that is cut here is no JSON any more
_LONGEST = 1 << 24


class FolderStore:
    """Files below one folder; names are relative to it, with ``/``."""

    def __init__(self, root: Path) -> None:
        """Look at nothing yet; the folder is made when something is put there."""
        self.root = root

    def list_names(self, folder: str) -> Iterator[str]:
        """The names of all files below a folder, sorted; hidden ones, and what is in hidden folders, are left out."""
        start = self.root / folder
        for path in sorted(start.rglob("*")):
            relative = path.relative_to(self.root)
            # a link to a folder is not walked into: it stands for itself
            if (path.is_symlink() or not path.is_dir()) and not any(
                part.startswith(".") for part in path.relative_to(start).parts
            ):
                yield relative.as_posix()

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of small files; what is not there (any more), cannot be opened or is no file is left out."""
        found = {}
        for name in names:
            try:
                with open_regular(self.root / name) as file:
                    found[name] = file.read(_LONGEST + 1)
            except OSError:
                continue
        return found

    def holds(self, path: Path) -> bool:
        """Whether a path stays in the store when its links are followed."""
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root))

    def find_local(self, name: str) -> Path:
        """Where the file can be read on this machine."""
        return self.root / name

    def put(self, folder: str, files: Mapping[str, Path | bytes]) -> bool:
        """Put files into a new folder, all at once; False, and nothing is changed, if the folder is there.

        Args:
            folder: the new folder's name.
            files: the files by their names in it; a path is moved.

        Raises:
            OSError: the store cannot be written.
        """
        target = self.root / folder
        if target.exists():
            return False
        staged = self.open_staging()
        for name, content in files.items():
            if isinstance(content, Path):
                shutil.move(content, staged / name)
            else:
                (staged / name).write_bytes(content)
            flush(staged / name)
        flush(staged)
        # a folder of mkdtemp is its owner's alone; the store is for all who may read the data
        staged.chmod(0o755)
        self._make_folder(target.parent)
        try:
            staged.rename(target)
        except OSError:
            if not target.exists():
                raise
            shutil.rmtree(staged)
            return False
        flush(target.parent)
        return True

    def write(self, name: str, content: bytes) -> None:
        """Write a small file, whole or not at all, in the place of an older one.

        Raises:
            OSError: the store cannot be written.
        """
        target = self.root / name
        self._make_folder(target.parent)
        staging = self.root / _STAGING
        staging.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=staging)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
        flush(target.parent)

    def open_staging(self) -> Path:
        """A new empty folder on the store's own disk, for files that are on their way."""
        staging = self.root / _STAGING
        staging.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=staging))

    def _make_folder(self, path: Path) -> None:
        """Make a folder and those above it, each safely on the disk.

        Raises:
            OSError: the folder cannot be made, or a link leads out of the store.
        """
        if path == self.root:
            path.mkdir(parents=True, exist_ok=True)
            return
        if not path.is_dir():
            self._make_folder(path.parent)
            path.mkdir(exist_ok=True)
            flush(path.parent)
        if not self.holds(path):
            msg = f"{path} leads out of the store: nothing is written there"
            raise OSError(msg)

    def sweep(self) -> None:
        """Remove what an interrupted run left on its way; only the holder of the store's lock may call it."""
        shutil.rmtree(self.root / _STAGING, ignore_errors=True)
