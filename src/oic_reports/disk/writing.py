"""What the disk refuses is said in a sentence: where, why, and that the last release stays."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oic_reports.errors import ForeseenError

# a folder that may not be written, a file system that may not, one that is full, a file where a folder belongs
REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENOTDIR, errno.EEXIST})


class UnwritableError(ForeseenError):
    """A folder cannot be written; the message says which, why, and what to do."""


@contextmanager
def say_unwritable(folder: Path) -> Iterator[None]:
    """Whatever is written into a folder here: a refusal of the disk becomes one foreseen error.

    Raises:
        UnwritableError: the disk refuses to write.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        raise UnwritableError(explain_unwritable(folder, error)) from error


def explain_unwritable(folder: Path, error: OSError) -> str:
    """The sentence for a person."""
    return f"{folder} cannot be written ({error.strerror}): mend its owner, mode or free space; the last release stays"
