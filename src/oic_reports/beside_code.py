"""What is made once of declared files or packages, and kept where Python keeps compiled code.

It follows the rules of that: who may write there may write the code as well; it is written whole or not at all; where
nobody may write there, all goes on without it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_FOLDER = Path(__file__).parent / "__pycache__"


def find_place(name: str) -> Path:
    """Where a file of this name is kept, whether it is there or not."""
    return _FOLDER / name


def may_keep() -> bool:
    """Whether anything may be written there."""
    return os.access(_FOLDER if _FOLDER.exists() else _FOLDER.parent, os.W_OK)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: that is not allowed here.
    """
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink()
        raise
