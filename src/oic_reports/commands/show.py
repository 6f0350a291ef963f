"""How a report is shown to a person who reads it in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# what a reader of the text need not see: it is in the data, labelled
_RESIDUE = {"boilerplate", "running_header", "page_mark"}
# role: how its text looks, in codes of ECMA-48 (select graphic rendition)
_LOOKS = {"title": "1", "heading": "1", "header": "2", "footnote": "2", "signature": "2", "closing": "2"}
_LABEL = "36"
# behind a paragraph whose edges or role may be wrong; what a script takes, it takes from the JSON
_UNSURE = "[edges or role unsure]"
_UNSURE_LOOK = "2"


def print_report(document: dict[str, Any], *, coloured: bool) -> str:
    """The report as a person would type it: labels and clean text by paragraph, the unsure ones marked."""
    shown = [block for block in document["blocks"] if block["role"] not in _RESIDUE]
    return "\n\n".join(_print_block(block, coloured=coloured) for block in shown) + "\n"


def has_colours() -> bool:
    """Whether standard output is a terminal that shows colours; ``NO_COLOR`` says that none are wanted."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def follow(paths: list[Path]) -> Iterator[Iterable[Path]]:
    """The paths, with a bar on standard error that moves on with each; none where no person watches."""
    if len(paths) < 2 or not sys.stderr.isatty():  # noqa: PLR2004  (one file has no progress)
        yield paths
        return
    from rich.console import Console  # noqa: PLC0415  (0.1 s that a file alone need not wait for)
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield progress.track(paths, description="reading")


def _print_block(block: dict[str, Any], *, coloured: bool) -> str:
    label, text = block["label"], block["text"]
    if coloured:
        label = label and _colour(label, _LABEL)
        text = _colour(text, _LOOKS.get(block["role"], ""))
    mark = _UNSURE if block.get("structure_confidence") == "low" else None
    if coloured:
        mark = mark and _colour(mark, _UNSURE_LOOK)
    return " ".join(filter(None, (label, text, mark)))


def _colour(text: str, look: str) -> str:
    return f"\x1b[{look}m{text}\x1b[0m" if look and text else text
