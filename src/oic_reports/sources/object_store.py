"""A raw store in an object store (S3 and others, by fsspec): the optional extra ``s3``.

An object appears whole or not at all, but several do not appear at once: sidecars come last, and a file counts as
received when its sidecar is there. What an interrupted run left is put again under the same name by the next one.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import fsspec

from oic_reports.errors import ForeseenError
from oic_reports.sources.sidecar_place import SUFFIX


class StoreError(ForeseenError, OSError):
    """The object store does not answer, or does not allow what was asked."""


@contextmanager
def _in_words(doing: str, place: str) -> Iterator[None]:
    """Whatever a store's library raises becomes one kind of error, with a sentence.

    Raises:
        StoreError: of anything.
    """
    try:
        yield
    except Exception as error:
        msg = f"the object store cannot be {doing} ({place}): {type(error).__name__}: {error}"
        raise StoreError(msg) from error


class ObjectStore:
    """Objects below one address, such as ``s3://bucket/raw``; names are relative to it, with ``/``."""

    def __init__(self, url: str, copies: Path) -> None:
        """Open the store.

        Args:
            url: its address, as fsspec takes it; settings of access come from the environment.
            copies: a local folder for copies of objects, which may be deleted at any time.

        Raises:
            ImportError: the package that fsspec needs for this kind of store is not installed.
        """
        self._fs, prefix = fsspec.core.url_to_fs(url)
        self._prefix = prefix.rstrip("/")
        self._copies = copies

    def list_names(self, folder: str) -> Iterator[str]:
        """The names of all files below a folder, sorted; files of an unfinished ``put`` are left out."""
        with _in_words("listed", self._prefix):
            self._fs.invalidate_cache()
            found = self._fs.find(f"{self._prefix}/{folder}")
        names = sorted(str(path)[len(self._prefix) + 1 :] for path in found)
        kept = {name for name in names if not any(part.startswith(".") for part in name[len(folder) :].split("/"))}
        for name in sorted(kept):
            if name.endswith(SUFFIX) or f"{name}{SUFFIX}" in kept:
                yield name

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of small files; a file that is not there (any more) is left out.

        Raises:
            StoreError: the store does not answer.
        """
        paths = [f"{self._prefix}/{name}" for name in names]
        if not paths:
            return {}
        with _in_words("read", self._prefix):
            contents = self._fs.cat(paths, on_error="return")
        found = {}
        for path in paths:
            content = contents[path]
            if isinstance(content, FileNotFoundError):
                continue
            if isinstance(content, Exception):
                with _in_words("read", path):
                    raise content
            found[path[len(self._prefix) + 1 :]] = content
        return found

    def find_local(self, name: str) -> Path:
        """A copy on this machine, made if there is none: objects are never changed.

        Raises:
            StoreError: the store does not answer.
        """
        copy = self._copies / name
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
                fetched = Path(folder) / copy.name
                with _in_words("read", name):
                    self._fs.get_file(f"{self._prefix}/{name}", str(fetched))
                fetched.replace(copy)
        return copy

    def put(self, folder: str, files: Mapping[str, Path | bytes]) -> bool:
        """Put files into a new folder, sidecars last; False, and nothing is changed, if all of them are there.

        Raises:
            StoreError: the store cannot be written.
        """
        ordered = sorted(files, key=lambda name: name.endswith(SUFFIX))
        with _in_words("written", folder):
            self._fs.invalidate_cache()
            if all(self._fs.exists(f"{self._prefix}/{folder}/{name}") for name in ordered):
                return False
            for name in ordered:
                content = files[name]
                place = f"{self._prefix}/{folder}/{name}"
                if isinstance(content, Path):
                    self._fs.put_file(str(content), place)
                    content.unlink()
                else:
                    self._fs.pipe_file(place, content)
        return True

    def write(self, name: str, content: bytes) -> None:
        """Write a small file in the place of an older one.

        Raises:
            StoreError: the store cannot be written.
        """
        with _in_words("written", name):
            self._fs.pipe_file(f"{self._prefix}/{name}", content)

    def open_staging(self) -> Path:
        """A new empty folder on this machine, for files that are on their way."""
        staging = self._copies / ".incoming"
        staging.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=staging))

    def sweep(self) -> None:
        """Remove what an interrupted run left on its way on this machine."""
        shutil.rmtree(self._copies / ".incoming", ignore_errors=True)
