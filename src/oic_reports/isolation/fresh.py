"""Fresh processes for children: started one by one, forked by a nursery where many are to come, or by a small parent.

A child costs least where it is forked: a nursery has loaded all that it needs, a parent that reads one file little.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import IO, Protocol

from oic_reports.isolation.forked import become_child
from oic_reports.isolation.prepared import prepare

_NURSERY = "oic_reports.isolation.nursery"
# the module whose children a nursery forks
NURSED = "oic_reports.isolation.report_child"
_STATUS = struct.Struct("<i")
# files for which a nursery is worth its start: that costs as much as three processes of their own
_WORTH_A_NURSERY = 4
# seconds until a nursery must be ready: it takes 2
_PATIENCE = 60.0
# exit status of a child whose nursery is gone: it was killed with it
_LOST = -9


class Fresh(Protocol):
    """A child process that works on one request."""

    output: IO[bytes]
    words: IO[bytes]

    def wait(self, seconds: float) -> int | None:
        """The exit status; None if it has not ended by then."""

    def kill(self) -> None:
        """Kill the process, if it is there still, and let go of everything."""


class _Started:
    """A process of its own."""

    def __init__(self, module: str, question: IO[bytes]) -> None:
        import subprocess  # noqa: PLC0415  (a command that forks its child does without)

        command = [sys.executable, "-I", "-X", "utf8", "-m", module]
        self._process = subprocess.Popen(  # noqa: S603  (our own module, with a fixed command)
            command, stdin=question, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self._process.stdout is not None  # noqa: S101  (both are pipes)
        assert self._process.stderr is not None  # noqa: S101  (as above)
        self.output: IO[bytes] = self._process.stdout
        self.words: IO[bytes] = self._process.stderr

    def wait(self, seconds: float) -> int | None:
        import subprocess  # noqa: PLC0415  (loaded already)

        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        self._process.kill()
        self._process.__exit__(None, None, None)


class _Split:
    """A child that this process has forked itself."""

    def __init__(self, question: IO[bytes]) -> None:
        reading, writing = os.pipe()
        words, last_words = os.pipe()
        pid = os.fork()
        if not pid:
            become_child(question.fileno(), writing, last_words)
        os.close(writing)
        os.close(last_words)
        self.output: IO[bytes] = os.fdopen(reading, "rb", buffering=0)
        self.words: IO[bytes] = os.fdopen(words, "rb", buffering=0)
        self._pid: int | None = pid
        self._process = os.pidfd_open(pid)
        self._status = _LOST

    def wait(self, seconds: float) -> int | None:
        if self._pid is not None:
            if not select.select([self._process], [], [], seconds)[0]:
                return None
            _, status = os.waitpid(self._pid, 0)
            self._pid, self._status = None, os.waitstatus_to_exitcode(status)
        return self._status

    def kill(self) -> None:
        if self._pid is not None:
            signal.pidfd_send_signal(self._process, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None
        os.close(self._process)
        self.output.close()
        self.words.close()


class _Forked:
    """A child that a nursery has forked."""

    def __init__(self, nursery: Nursery, question: IO[bytes]) -> None:
        reading, writing = os.pipe()
        words, last_words = os.pipe()
        self.output: IO[bytes] = os.fdopen(reading, "rb", buffering=0)
        self.words: IO[bytes] = os.fdopen(words, "rb", buffering=0)
        self._answers, theirs = socket.socketpair()
        try:
            nursery.hand_over([question.fileno(), writing, last_words, theirs.fileno()])
        finally:
            os.close(writing)
            os.close(last_words)
            theirs.close()
        self._process: int | None = None

    def _find_process(self) -> int | None:
        """The descriptor of the child's process; None if the nursery is gone."""
        if self._process is None:
            _, descriptors, _, _ = socket.recv_fds(self._answers, 1, 1)
            self._process = descriptors[0] if descriptors else None
        return self._process

    def wait(self, seconds: float) -> int | None:
        if self._find_process() is None:
            return _LOST
        self._answers.settimeout(seconds)
        try:
            answer = self._answers.recv(_STATUS.size)
        except TimeoutError:
            return None
        finally:
            self._answers.settimeout(None)
        return int(_STATUS.unpack(answer)[0]) if len(answer) == _STATUS.size else _LOST

    def kill(self) -> None:
        process = self._find_process()
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(process, signal.SIGKILL)
            os.close(process)
        self._answers.close()
        self.output.close()
        self.words.close()


class Nursery:
    """The parent's side of ``oic_reports.isolation.nursery``; threads may ask at once."""

    def __init__(self) -> None:
        import subprocess  # noqa: PLC0415  (as above)

        self._socket, theirs = socket.socketpair()
        self._turn = threading.Lock()
        # the arrays' library would start threads, which a fork does not survive
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  (our own module, with a fixed command)
                [sys.executable, "-I", "-X", "utf8", "-m", _NURSERY, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=environment,
            )
        self._socket.settimeout(_PATIENCE)
        self.is_ready = bool(self._socket.recv(1))
        self._socket.settimeout(None)

    @property
    def is_alive(self) -> bool:
        """Whether it still forks; where a machine without memory has killed it, children start by themselves."""
        return self._process.poll() is None

    def hand_over(self, descriptors: list[int]) -> None:
        """Ask for a child; where the nursery is gone, nobody answers."""
        with self._turn, contextlib.suppress(BrokenPipeError):
            socket.send_fds(self._socket, [b"f"], descriptors)

    def close(self) -> None:
        """Let the nursery end, with all that is left in it."""
        self._socket.close()
        self._process.wait()


_open: list[Nursery] = []
_users = 0
_turn = threading.Lock()


@contextmanager
def open_nursery() -> Iterator[None]:
    """Children of this process are forked by a nursery from now on; threads that ask for one at once share it."""
    global _users  # noqa: PLW0603  (there is one nursery a process, as there is one process)
    with _turn:
        if not _users:
            nursery = Nursery()
            if nursery.is_ready:
                _open.append(nursery)
            else:
                nursery.close()
        _users += 1
    try:
        yield
    finally:
        with _turn:
            _users -= 1
            if not _users and _open:
                _open.pop().close()


def open_nursery_for(number: int) -> AbstractContextManager[None]:
    """A nursery, where so many files are to be read that it is worth its start."""
    return open_nursery() if number >= _WORTH_A_NURSERY else nullcontext()


def is_small() -> bool:
    """Whether this process is fit to be forked: it has read nothing and runs no threads, which a fork does not survive.

    Those of the arrays' library are not counted as threads.
    """
    return threading.active_count() == 1 and "numpy" not in sys.modules


def start_fresh(module: str, question: IO[bytes]) -> Fresh:
    """A fresh process of a module that takes a request on stdin: forked where that can be, else started."""
    if module == NURSED and _open and _open[-1].is_alive:
        return _Forked(_open[-1], question)
    # what a child needs and may not write
    prepare()
    return _Split(question) if module == NURSED and is_small() else _Started(module, question)
