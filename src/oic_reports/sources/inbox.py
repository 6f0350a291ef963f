"""The inbox: a person drops a file or a folder, the next run files what is there, and says what it needs to know.

A file moves to ``reports/<year received>/`` of the raw store. Without a sidecar one is written, with null for what is
not known. The same bytes are kept once. A file leaves the inbox only when it is in the store: a crash leaves it in one
of them or in both, never in none. What no reader can ever read stays, and so does what systems leave in folders.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oic_reports.sources.junk import explain_junk
from oic_reports.sources.left import LEFT
from oic_reports.sources.naming import make_safe, name_folder
from oic_reports.sources.raw_store import FOLDER, RawStore, hash_file
from oic_reports.sources.receipts import Receipts, load_receipts, name_further
from oic_reports.sources.regular import find_kind, is_there, open_regular, print_name
from oic_reports.sources.sidecar import (
    Sidecar,
    SidecarError,
    guess_media_type,
    load_sidecar,
    parse_sidecar,
    print_sidecar,
)
from oic_reports.sources.sidecar_place import SUFFIX, find_sidecar

INBOX = "inbox"
OURS = frozenset({"README.md", LEFT})
# seconds without a change from which a file is whole
_SETTLED = 5.0
_LONGEST_SIDECAR = 1 << 20


# why no reader can ever read a file; None where one may
Refuse = Callable[[Path], str | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file of the inbox.

    ``outcome`` is ``filed``, ``known`` (the same bytes are in the store), ``left`` there, or ``passed_over`` (a system
    or a program keeps it for itself). ``name`` is relative to the inbox.
    """

    name: str
    outcome: str
    file_name: str | None
    note: str


def has_files(inbox: Path) -> bool:
    """Whether something lies in the inbox."""
    return next(_walk(inbox), None) is not None


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder, sorted; what is hidden is left out, but for known junk."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if explain_junk(path.name) is None:
            if path.name.startswith(".") or path.name in OURS:
                continue
            if path.is_dir() and not path.is_symlink():
                yield from _walk(path)
                continue
        yield path


def take_in(
    inbox: Path, store: RawStore, today: date, now: float | None = None, refuse: Refuse = lambda _: None
) -> tuple[Taken, ...]:
    """File everything that lies in the inbox and in its folders; a folder that is empty thereafter goes.

    Args:
        inbox: the folder; what is hidden in it stays, and pipes and links do, with a note.
        store: where files go.
        today: the day that a sidecar gets which does not tell one.
        now: the moment, in seconds since 1970; a file that has just changed is left for the next run. None: none is.
        refuse: says of which files no reader can ever make anything: they stay, with a note.

    A file that cannot be opened, or is gone when its turn comes, stays with a note too.

    Raises:
        OSError: the inbox cannot be read, or the store not written.
    """
    files = list(_walk(inbox))
    names = set(files)
    reports = [path for path in files if not (path.name.endswith(SUFFIX) and _find_described(path) in names)]
    receipts = load_receipts(store, FOLDER) if reports else Receipts()
    desk = _Desk(inbox, store, today, receipts, now, refuse)
    taken = tuple(desk.take(path) for path in reports)
    for folder in {folder for path in reports for folder in path.relative_to(inbox).parents}:
        _remove_empty(inbox / folder, inbox)
    return taken


def _find_described(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(SUFFIX))


def _remove_empty(folder: Path, inbox: Path) -> None:
    """Remove a folder of the inbox, and those above it, as long as nothing is left in them."""
    while folder != inbox:
        try:
            folder.rmdir()
        except OSError:
            # something is left in it
            return
        folder = folder.parent


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files are taken in: what all of them are judged by (see ``take_in``)."""

    inbox: Path
    store: RawStore
    today: date
    receipts: Receipts
    now: float | None
    refuse: Refuse

    def take(self, path: Path) -> Taken:
        """File one file, or say why it stays."""
        try:
            return self._take_regular(path)
        except OSError as error:
            # a fault of the store is no fault of the file
            if error.filename is None or os.fspath(error.filename) not in {str(path), str(find_sidecar(path))}:
                raise
            return self._leave(path, f"it cannot be taken in: {error.strerror}")

    def _print(self, path: Path) -> str:
        return print_name(path.relative_to(self.inbox).as_posix())

    def _leave(self, path: Path, note: str, file_name: str | None = None) -> Taken:
        return Taken(self._print(path), "left", file_name, note)

    def _find_obstacle(self, path: Path) -> str | None:
        """Why a file is not taken in, whatever its sidecar says."""
        kind = find_kind(path)
        if kind is not None:
            return f"{kind} is not taken in: put the file itself here"
        if self.now is not None and 0 <= self.now - path.stat().st_mtime < _SETTLED:
            return "it is still being written; the next run takes it in"
        if _is_sidecar(path):
            return f"the file that it describes, {print_name(_find_described(path).name)}, is not here"
        why = self.refuse(path)
        return f"no reader reads it ({why}): put the report itself here, or take it away" if why else None

    def _take_regular(self, path: Path) -> Taken:
        junk = explain_junk(path.name)
        if junk is not None:
            return Taken(self._print(path), "passed_over", None, junk)
        before = path.lstat()
        obstacle = self._find_obstacle(path)
        if obstacle is not None:
            return self._leave(path, obstacle)
        sha256, size = hash_file(path)
        own = find_sidecar(path)
        is_described = is_there(own)
        if is_described:
            try:
                sidecar = load_sidecar(path, self.today)
            except SidecarError as error:
                return self._leave(path, error.detail)
            if (sidecar.sha256, sidecar.bytes) != (sha256, size):
                return self._leave(path, f"{print_name(own.name)} names another sha256 or size than the file has")
            note = "" if sidecar.url or sidecar.note else _ask(["the address that it is from (url)"])
        else:
            sidecar = _describe(path, sha256, size, self.today)
            note = _ask(
                [
                    "the address that it is from (url)",
                    "the date of the document (date)",
                    "who brought it and how (how_obtained)",
                ]
            )
        known = self.receipts.find_file(sha256)
        file_name = known or _file(path, self.store, sidecar)
        added = "nothing was added"
        if known is None:
            self.receipts.add(file_name, sidecar)
        elif is_described:
            further = name_further(known, sidecar)
            self.store.write(further, print_sidecar(sidecar))
            added = f"what its sidecar says was added as {further}"
        after = path.stat()
        if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            return self._leave(path, "it changed while it was filed; the next run takes it in again", file_name)
        path.unlink()
        if is_described:
            own.unlink(missing_ok=True)
        if known is not None:
            return Taken(self._print(path), "known", known, f"the same bytes are in the store; {added}")
        return Taken(self._print(path), "filed", file_name, note.replace("SIDECAR", f"{file_name}{SUFFIX}"))


def _is_sidecar(path: Path) -> bool:
    """Whether a file describes another one that has not come yet."""
    if not path.name.endswith(SUFFIX) or path.stat().st_size > _LONGEST_SIDECAR:
        return False
    try:
        with open_regular(path) as file:
            parse_sidecar(path.name, file.read())
    except SidecarError:
        return False
    return True


def _ask(questions: list[str]) -> str:
    return f"not known: {', '.join(questions)}; write into SIDECAR what you know, and leave the rest null"


def _describe(path: Path, sha256: str, size: int, today: date) -> Sidecar:
    return Sidecar(
        url=None,
        how_obtained="put into the inbox by hand",
        received=today,
        sha256=sha256,
        bytes=size,
        media_type=guess_media_type(path),
    )


def _file(path: Path, store: RawStore, sidecar: Sidecar) -> str:
    """Put a copy of the file into the store; its name there."""
    ending = f".{make_safe(path.suffix[1:])[:10]}" if path.suffix else ""
    name = f"{make_safe(path.stem)}{ending}"
    folder = f"{FOLDER}/{name_folder(str(sidecar.received.year), name, sidecar.sha256)}"
    staging = store.open_staging()
    try:
        copy = Path(shutil.copy(path, staging / name))
        store.put(folder, {name: copy, f"{name}{SUFFIX}": print_sidecar(sidecar)})
    finally:
        shutil.rmtree(staging)
    return f"{folder}/{name}"
