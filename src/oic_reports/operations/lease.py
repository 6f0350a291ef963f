"""Who runs: one run at a time over a data folder, and none that has died is in the way of the next.

The truth on one machine is a lock of the kernel, free as soon as its holder has ended, however it ended. Beside it lies
a record of the holder: it names a dead run to the next one, and its beat tells runs on other machines, where a shared
file system may not carry the lock, that the holder lives. No clock of day is compared with another: a beat that stands
still is measured with the watcher's own monotonic clock, and a process is known by its number and its start after boot.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.errors import ForeseenError

_LOCK = "lock"
_RECORD = "holder.json"
# seconds between two looks at a beat of another machine
_LOOK_SECONDS = 1.0
# place of the start among the fields of /proc/PID/stat that follow the state: it is the 22nd of all, the state the 3rd
_START = 18


class LeaseError(ForeseenError):
    """The run may not go on; the message says why."""


class LeaseHeldError(LeaseError):
    """Another run is going on."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The run that holds a lease.

    ``run`` is its name (the id of its flow run), ``started`` the start of its process in clock ticks after boot,
    ``since`` a moment for people (ISO 8601, UTC), ``token`` unlike that of any other, ``beat`` a count that grows.
    """

    run: str
    host: str
    boot: str
    pid: int
    started: int
    since: str
    token: str
    beat: int = 0

    @property
    def is_alive(self) -> bool | None:
        """Whether its process is there, by number and start; None if it was on another machine, or before a boot."""
        return _find_start(self.pid) == self.started if self.boot == _find_boot() else None

    def __str__(self) -> str:
        """For a person."""
        return f"run {self.run}, process {self.pid} on {self.host}, since {self.since}"


class Lease:
    """A lease that is held. ``previous`` is the holder that died with it, None if the last one ended well."""

    def __init__(self, path: Path, holder: Holder, previous: Holder | None) -> None:
        """Take over the record."""
        self.previous = previous
        self._path = path
        self._holder = holder
        self._end = threading.Event()

    def check(self) -> None:
        """Make sure that no other run has taken over, as it may if this machine stood still for long.

        Raises:
            LeaseError: one has.
        """
        found = load_holder(self._path.parent)
        if found is None or found.token != self._holder.token:
            msg = f"another run took over while this one stood still ({found or 'it has ended'}): nothing is published"
            raise LeaseError(msg)

    def beat(self, seconds: float) -> None:
        """Show at each beat that the holder lives, until ``release``; a record of another run is left as it is."""
        while not self._end.wait(seconds):
            # a full disk must not end the run: the kernel's lock holds on this machine
            with contextlib.suppress(OSError, LeaseError):
                self.check()
                self._holder = replace(self._holder, beat=self._holder.beat + 1)
                _write(self._path, self._holder)

    def release(self) -> None:
        """End the beat, and take the record away if it is still this run's."""
        self._end.set()
        with contextlib.suppress(OSError, LeaseError):
            self.check()
            self._path.unlink()


@contextmanager
def hold_lease(
    folder: Path, run: str, seconds: float, beats: float, wait: Callable[[float], object] = time.sleep
) -> Iterator[Lease]:
    """Hold the lease of a data folder.

    Args:
        folder: where lock and record lie; made if it is missing.
        run: the name of this run.
        seconds: how long a beat of another machine must stand still to tell that its run is dead.
        beats: seconds between two beats.
        wait: waits for some seconds.

    Raises:
        LeaseHeldError: another run is going on.
        LeaseError: the folder cannot be written.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(hold_lock(folder / _LOCK))
            previous = load_holder(folder)
            if previous is not None and previous.boot != _find_boot():
                _watch(folder, previous, seconds, wait)
            holder = _describe(run)
            _write(folder / _RECORD, holder)
        except LockedError as error:
            msg = f"another run is going on ({load_holder(folder) or 'it has just begun'}): this one does nothing"
            raise LeaseHeldError(msg) from error
        except OSError as error:
            msg = f"{folder} cannot be written ({error.strerror}): mend its owner, mode or free space"
            raise LeaseError(msg) from error
        lease = Lease(folder / _RECORD, holder, previous)
        beating = threading.Thread(target=lease.beat, args=(beats,), name="lease", daemon=True)
        beating.start()
        try:
            yield lease
        finally:
            lease.release()
            beating.join()


def load_holder(folder: Path) -> Holder | None:
    """The record of the holder, alive or dead; None where the last one ended well, or the record is damaged."""
    try:
        return Holder(**json.loads((folder / _RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _watch(folder: Path, previous: Holder, seconds: float, wait: Callable[[float], object]) -> None:
    """See whether a holder of another machine (or of a time before a boot) still beats."""
    waited = 0.0
    while waited < seconds:
        wait(_LOOK_SECONDS)
        waited += _LOOK_SECONDS
        found = load_holder(folder)
        if found is not None and found != previous:
            msg = f"another run is going on ({found}): this one does nothing"
            raise LeaseHeldError(msg)


def _describe(run: str) -> Holder:
    pid = os.getpid()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return Holder(run, socket.gethostname(), _find_boot(), pid, _find_start(pid) or 0, since, secrets.token_hex(8))


def _find_boot() -> str:
    """What names this boot of this machine."""
    return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()


def _find_start(pid: int) -> int | None:
    """When a process began, in clock ticks after boot (proc(5)); None if there is none, or one that has ended."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    # the name of the program stands in brackets, and may hold blanks and brackets
    state, *fields = said.rpartition(")")[2].split()
    return None if state in "ZX" else int(fields[_START])


def _write(path: Path, holder: Holder) -> None:
    aside = path.with_name(f".{path.name}.{holder.token}")
    aside.write_text(json.dumps(asdict(holder), indent=1) + "\n", encoding="utf-8")
    aside.replace(path)
