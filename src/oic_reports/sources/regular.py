"""Files as they lie in a folder: opened without waiting, and only where they are files."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


def open_regular(path: Path) -> BinaryIO:
    """Open a file to read it; a pipe, which would wait for somebody to write, is not waited for.

    Raises:
        OSError: the file cannot be opened, or is no file: a folder, a pipe, a socket, a device.
    """
    kind = _name_kind(path.stat().st_mode)
    if kind is not None:
        raise OSError(errno.EINVAL, f"it is {kind}, no file", str(path))
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    # what stands there now may be another thing than a moment ago
    kind = _name_kind(os.fstat(handle).st_mode)
    if kind is not None:
        os.close(handle)
        raise OSError(errno.EINVAL, f"it is {kind}, no file", str(path))
    return os.fdopen(handle, "rb")


def find_kind(path: Path) -> str | None:
    """What a name of a folder is, where it is no file that can be taken as it is: None for such a file.

    Raises:
        OSError: it is gone, or cannot be looked at.
    """
    mode = path.lstat().st_mode
    return "a link" if stat.S_ISLNK(mode) else _name_kind(mode)


def _name_kind(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "a device")


def is_there(path: Path) -> bool:
    """Whether there is something of this name; a name that is too long for the disk is not there."""
    try:
        return path.exists()
    except OSError:
        return False


def print_name(name: str) -> str:
    """A file name as text of one line: a byte that is no UTF-8, a control character, a backslash stand as ``%FF``."""
    text = os.fsencode(name).decode("utf-8", "surrogateescape")
    return "".join(_print_letter(letter) for letter in text)


def _print_letter(letter: str) -> str:
    if letter.isprintable() and letter != "\\":
        return letter
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogateescape"))
