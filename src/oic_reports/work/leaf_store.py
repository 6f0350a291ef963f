"""Where leaves lie: ``<place>/<code>/<first two digits>/<key>``, in a folder or an object store, written once each."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

import fsspec
from fsspec.implementations.local import LocalFileSystem

from oic_reports.disk.writing import say_unwritable
from oic_reports.model import Block
from oic_reports.work.leaf import HEAD_BYTES, Card, DamagedLeafError, parse_blocks, parse_card, parse_head

_SECONDS_A_DAY = 86_400


class LeafStore:
    """The leaves of one state of the code (``keys.identify_code``)."""

    def __init__(self, place: Path | str, code: str) -> None:
        """Open the store.

        Args:
            place: a folder, or the address of an object store as fsspec takes it.
            code: what ``identify_code`` gave.

        Raises:
            ImportError: the package that fsspec needs for this kind of store is not installed.
        """
        self.code = code
        self._fs, prefix = fsspec.core.url_to_fs(str(place), use_listings_cache=False)
        self._root = prefix.rstrip("/")
        self.is_local = isinstance(self._fs, LocalFileSystem)

    def put(self, key: str, leaf: bytes) -> None:
        """Write a leaf, whole or not at all; one that is there gives way.

        Raises:
            UnwritableError: the disk refuses to write.
            OSError: the object store does.
        """
        path = self._find(key)
        if not self.is_local:
            self._fs.pipe_file(path, leaf)
            return
        folder = Path(path).parent
        aside = folder / f".{key}.{os.getpid()}.{time.monotonic_ns()}"
        with say_unwritable(Path(self._root)):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                aside.write_bytes(leaf)
                aside.replace(path)
            except OSError:
                with contextlib.suppress(OSError):
                    aside.unlink()
                raise

    def find_card(self, key: str) -> Card | None:
        """The card of a leaf; None where there is no leaf, or a damaged one."""
        try:
            if not self.is_local:
                content = self._fs.cat_file(self._find(key))
                head = parse_head(content)
                return parse_card(head, content[HEAD_BYTES : HEAD_BYTES + head.card])
            with Path(self._find(key)).open("rb") as file:
                head = parse_head(file.read(HEAD_BYTES))
                size = os.fstat(file.fileno()).st_size
                card = parse_card(head, file.read(head.card))
            return card if size == HEAD_BYTES + head.card + head.blocks else None
        except (FileNotFoundError, NotADirectoryError, DamagedLeafError):
            return None

    def read(self, key: str) -> bytes | None:
        """A leaf as it lies there; None where there is none."""
        try:
            content: bytes = self._fs.cat_file(self._find(key))
        except FileNotFoundError:
            return None
        return content

    def load_blocks(self, key: str) -> tuple[tuple[Block, ...], ...]:
        """The paragraphs of each report of a leaf.

        Raises:
            FileNotFoundError: there is no such leaf.
            DamagedLeafError: it is cut off or altered.
        """
        content: bytes = self._fs.cat_file(self._find(key))
        head = parse_head(content)
        return parse_blocks(head, content[HEAD_BYTES + head.card :])

    def sweep(self, days: float, now: float) -> int:
        """Remove leaves of other states of the code that were not used for some days; how many states went.

        An object store is left to its own rules of age.

        Args:
            days: without use, after which they go.
            now: seconds since the epoch.
        """
        gone = 0
        self.touch(now)
        for folder in self._list_states():
            if folder.name == self.code:
                continue
            used = folder / ".used"
            last = used.stat().st_mtime if used.exists() else folder.stat().st_mtime
            if now - last > days * _SECONDS_A_DAY:
                shutil.rmtree(folder)
                gone += 1
        return gone

    def touch(self, now: float) -> None:
        """Note that this state of the code was in use."""
        if self.is_local and (Path(self._root) / self.code).is_dir():
            used = Path(self._root) / self.code / ".used"
            used.touch()
            os.utime(used, (now, now))

    def _list_states(self) -> list[Path]:
        root = Path(self._root)
        return [path for path in root.iterdir() if path.is_dir()] if self.is_local and root.is_dir() else []

    def _find(self, key: str) -> str:
        return f"{self._root}/{self.code}/{key[:2]}/{key}"
