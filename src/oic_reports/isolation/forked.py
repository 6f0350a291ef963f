"""What a forked process becomes: the request on stdin, answers on stdout, nothing else open, as one that is started."""

from __future__ import annotations

import os
import resource
import sys
from typing import NoReturn


def become_child(question: int, output: int, words: int) -> NoReturn:
    """Answer the request of a descriptor as ``report_child`` does, and end; called in a process that was just forked.

    Args:
        question: where the request is read.
        output: where answers go.
        words: where last words go.
    """
    status = 1
    try:
        for target, descriptor in enumerate((question, output, words)):
            os.dup2(descriptor, target)
        os.closerange(3, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        # those of the parent may be closed, or write elsewhere
        sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115  (descriptors, to the end)
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115  (likewise)
        from oic_reports.isolation.report_child import main as answer  # noqa: PLC0415  (in the child alone)

        status = answer()
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001  (the last words of the child; its parent judges)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)
