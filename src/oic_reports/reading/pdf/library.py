"""Functions of PDFium, declared so that they can be mapped over many arguments."""

from __future__ import annotations

import ctypes
from typing import Any


def declare(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401  (ctypes)
    """A function of the library with arguments that need no conversion, so that it can be mapped over ranges."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def declare_plainly(function: Any, result: Any) -> Any:  # noqa: ANN401  (ctypes)
    """A function of the library without declared arguments, which takes small numbers and pointers as they are."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)
