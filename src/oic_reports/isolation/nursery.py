"""A process that has loaded what reading needs and does nothing but fork: each file gets a fresh child at once.

A child that starts by itself spends ten times as long on imports and on compiling patterns as on an ordinary file. The
nursery does that once. It never sees a file: it forks, and the fork takes the request, under its limits, as
``report_child`` does (docs/decisions/0030-leaves.md).

Over one Unix socket, each message hands over four descriptors: the request, what the child's output and last words go
to, and a socket on which the nursery answers with a descriptor of the child's process, and then with its exit status.
When the first socket closes, the nursery kills what is left and ends.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import struct
import sys

from oic_reports.isolation.forked import become_child
from oic_reports.isolation.samples import structure_samples

STATUS = struct.Struct("<i")
# descriptors of a message
HANDED = 4


def main() -> None:
    """Serve the socket whose descriptor is the first argument, until it closes."""
    asked = socket.socket(fileno=int(sys.argv[1]))
    _warm()
    gc.collect()
    # what is there now is never looked at by the collector of a child, and so is not copied
    gc.freeze()
    asked.send(b"r")
    with selectors.DefaultSelector() as selector:
        selector.register(asked, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is not asked:
                    _report(selector, key)
                elif not _take(asked, selector):
                    _kill_all(selector)
                    return


def _take(asked: socket.socket, selector: selectors.BaseSelector) -> bool:
    """Fork for one message; False when there will be no more."""
    message, descriptors, _, _ = socket.recv_fds(asked, 1, HANDED)
    if not message:
        return False
    question, output, words, answers = descriptors
    pid = os.fork()
    if pid == 0:
        become_child(question, output, words)
    for descriptor in (question, output, words):
        os.close(descriptor)
    answered = socket.socket(fileno=answers)
    process = os.pidfd_open(pid)
    with contextlib.suppress(OSError):
        socket.send_fds(answered, [b"p"], [process])
    selector.register(process, selectors.EVENT_READ, (pid, answered))
    return True


def _report(selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
    """Tell the exit status of a child that has ended."""
    pid, answered = key.data
    selector.unregister(key.fileobj)
    os.close(key.fd)
    _, status = os.waitpid(pid, 0)
    with contextlib.suppress(OSError):
        answered.send(STATUS.pack(os.waitstatus_to_exitcode(status)))
    answered.close()


def _kill_all(selector: selectors.BaseSelector) -> None:
    for key in list(selector.get_map().values()):
        if key.data is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(key.fd, signal.SIGKILL)


def _warm() -> None:
    """Load every reader, and structure a few lines in each language: patterns and word lists are there then."""
    import oic_reports.isolation.report_child  # noqa: PLC0415
    import oic_reports.report_json  # noqa: F401, PLC0415
    from oic_reports.reading import docx, html, markdown  # noqa: F401, PLC0415
    from oic_reports.reading.pdf import document as pdf  # noqa: F401, PLC0415
    from oic_reports.reading.pdf import plumber  # noqa: F401, PLC0415

    structure_samples()


if __name__ == "__main__":
    main()
