"""Libraries are loaded without looks for garbage: what an import makes stays, and each look goes through all of it."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# at the end of the process modules are taken apart as ever: extensions complain about what still stands
atexit.register(gc.unfreeze)


@contextmanager
def load_at_once() -> Iterator[None]:
    """Collect nothing while a large library is loaded in the block, nor look through it ever again.

    The collector is the process's: threads beside this one go without it, too, as long as the block takes.
    """
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if is_collecting:
            gc.enable()
