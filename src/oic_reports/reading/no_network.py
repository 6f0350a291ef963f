"""No network for a process and all that it starts: the kernel refuses it sockets (seccomp(2), Linux).

A namespace without a network would need rights that a container does not give; a filter of system calls needs none.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_CALL_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_UNIX_SOCKET = 1
# the other call that makes sockets; its number is the same everywhere
_RING = 425
# calls of other numbering on the same machine (x32)
_FOREIGN_CALLS = 0x40000000


@dataclass(frozen=True, slots=True)
class _Machine:
    """How the kernel names a machine (AUDIT_ARCH), and its number of the call ``socket``."""

    name: int
    socket: int


_MACHINES = {"x86_64": _Machine(0xC000003E, 41), "aarch64": _Machine(0xC00000B7, 198)}


class NoSandboxError(Exception):
    """The system cannot keep a process from the network."""


def block_network() -> None:
    """Refuse this process and its children every socket but those of this machine's own (``AF_UNIX``), for good.

    Raises:
        NoSandboxError: the system has no such filter, or one for another machine only.
    """
    machine = _MACHINES.get(platform.machine())
    if platform.system() != "Linux" or machine is None:
        msg = f"no filter of system calls is known for {platform.system()} on {platform.machine()}"
        raise NoSandboxError(msg)
    program = b"".join(struct.pack("<HBBI", *step) for step in _write_filter(machine))
    buffer = ctypes.create_string_buffer(program, len(program))
    given = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_SECCOMP, _FILTER_MODE, given, 0, 0)):
        if libc.prctl(*(value if isinstance(value, bytes) else ctypes.c_ulong(value) for value in call)) != 0:
            msg = f"the system refuses a filter of system calls: {os.strerror(ctypes.get_errno())}"
            raise NoSandboxError(msg)


def _write_filter(machine: _Machine) -> list[tuple[int, int, int, int]]:
    """The filter: code, steps to skip where a test holds and where it does not, value (linux/filter.h)."""
    return [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 1, 0, machine.name),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _CALL_AT),
        (_IF_AT_LEAST, 5, 0, _FOREIGN_CALLS),
        (_IF_EQUAL, 4, 0, _RING),
        (_IF_EQUAL, 0, 2, machine.socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_IF_EQUAL, 0, 1, _UNIX_SOCKET),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _FAIL | errno.EACCES),
    ]
