"""Long patterns are compiled once: what Python makes of them is kept beside compiled code, by the rules of that.

A pattern of all months, bodies or forms of a language takes longer to compile than a short report to be read, and a
start needs some hundred of them. Python has no form in which a compiled pattern may be kept, so that this is one of its
own parts (``_sre``): what was kept counts for the very same Python alone, and only patterns are kept that were seen to
come out as they were. Whatever is not kept is compiled.

There is time for more where a pattern is kept: it is kept with a look at the first character (``pattern_starts``).
"""

from __future__ import annotations

import contextlib
import marshal
import mmap
import re
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from oic_reports.beside_code import find_place, write_whole

# of which the type stubs say nothing
_sre: Any = import_module("_sre")
# what a file begins with: bytes of what stands before the codes, and a sum of all that follows
_SIZE = struct.Struct("<QI")
# a file is of use for this form of it, and for this Python
_FORM = ("oic-patterns-3", sys.hexversion, _sre.MAGIC, _sre.CODESIZE, sys.byteorder)

# a pattern as it is written, with its flags
Asked = tuple[str, int]
# what patterns are written from, by number and time
Stamp = tuple[int, int]
# those that this process asked for, in order
_asked: dict[Asked, None] = {}


class _Kept(NamedTuple):
    """A compiled pattern but for its code: where that stands, flags, and groups by number and name."""

    start: int
    end: int
    flags: int
    groups: int
    named: dict[str, int]
    names: tuple[str | None, ...]


class _File:
    """The patterns of a file."""

    def __init__(self, whole: bytes | mmap.mmap) -> None:
        """Take a file as ``_put_together`` gives it.

        Raises:
            ValueError, EOFError, TypeError: it is none, or one of another Python.
        """
        size, told = _SIZE.unpack(whole[: _SIZE.size].ljust(_SIZE.size, b"\0"))
        if zlib.crc32(memoryview(whole)[_SIZE.size :]) != told:
            fault = "damaged, or not whole"
            raise ValueError(fault)
        self._codes = memoryview(whole)[_SIZE.size + size :]
        form, self.stamp, length, patterns = marshal.loads(whole[_SIZE.size : _SIZE.size + size])  # noqa: S302  (as far to be trusted as compiled code beside it)
        if form != _FORM or length != len(self._codes):
            fault = f"not kept by this Python, or not whole: {form}, {length} bytes of codes"
            raise ValueError(fault)
        self._patterns: dict[Asked, tuple[Any, ...]] = patterns

    def find(self, asked: Asked) -> re.Pattern[str] | None:
        """The compiled pattern; None where it is not kept."""
        found = self._patterns.get(asked)
        if found is None:
            return None
        kept = _Kept(*found)
        return _compose(asked[0], kept, self._codes[kept.start : kept.end])


def compile_pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, at once where it was kept."""
    asked = written, int(flags)
    _asked[asked] = None
    file = _open()
    return (file and file.find(asked)) or re.compile(*asked)


def is_kept(stamp: Stamp) -> bool:
    """Whether patterns are kept that were kept under this stamp, which stands for what they are written from."""
    file = _open()
    return file is not None and file.stamp == stamp


def keep_patterns(stamp: Stamp) -> None:
    """Keep all patterns that this process asked for.

    Raises:
        OSError: that is not allowed here.
    """
    write_whole(_find_file(), _put_together(tuple(_asked), stamp))
    _open.cache_clear()


def _find_file() -> Path:
    return find_place(f"patterns.{sys.implementation.cache_tag}.kept")


@cache
def _open() -> _File | None:
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError), _find_file().open("rb") as file:
        return _File(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return None


def _put_together(patterns: Iterable[Asked], stamp: Stamp) -> bytes:
    """A file of patterns; one that does not come out as ``re.compile`` has it is left out."""
    from oic_reports.pattern_starts import find_first_characters, look_first  # noqa: PLC0415  (patterns are kept seldom)

    found: dict[Asked, Any] = {}
    codes = b""
    for asked in patterns:
        looking = look_first(*asked), asked[1]
        kept, code = _take_apart(looking)
        made, expected = _compose(looking[0], kept, memoryview(code)), re.compile(*looking)
        # equal are patterns of the same flags and code
        if made == expected and (made.groups, made.groupindex) == (expected.groups, expected.groupindex):
            code = _tell_first_characters(code, find_first_characters(*asked))
            found[asked] = tuple(kept._replace(start=len(codes), end=len(codes) + len(code)))
            codes += code
    head = marshal.dumps((_FORM, stamp, len(codes), found))
    return _SIZE.pack(len(head), zlib.crc32(head + codes)) + head + codes


def _tell_first_characters(code: bytes, characters: list[tuple[Any, Any]]) -> bytes:
    """A code that tells Python's search with which characters a match begins, as it does where case is told apart."""
    compiler, codes = import_module("re._compiler"), import_module("re._constants")
    _, length, known, *widths = array("I", code)[:5]
    if not characters or known & (codes.SRE_INFO_PREFIX | codes.SRE_INFO_CHARSET):
        return code
    told: list[int] = []
    compiler._compile_charset(compiler._optimize_charset(characters)[0], re.UNICODE, told)  # noqa: SLF001  (see above)
    head = [codes.INFO, 4 + len(told), codes.SRE_INFO_CHARSET, *widths, *told]
    return array("I", head).tobytes() + code[(1 + length) * array("I").itemsize :]


def _take_apart(asked: Asked) -> tuple[_Kept, bytes]:
    """A pattern compiled, with its code, which as yet stands by itself."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(*asked)
    code = array("I", compiler._code(parsed, asked[1])).tobytes()  # noqa: SLF001  (see above)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    named = dict(state.groupdict)
    return _Kept(0, len(code), asked[1] | state.flags, state.groups - 1, named, tuple(names)), code


def _compose(written: str, kept: _Kept, code: memoryview) -> re.Pattern[str]:
    made: re.Pattern[str] = _sre.compile(written, kept.flags, code.cast("I").tolist(), *kept[3:])
    return made
