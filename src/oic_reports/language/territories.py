"""The names of the territories of the world in a language, by the Unicode locale data (package ``babel``).

To load a locale takes longer than to read a short report. So its territories are written down once, by the rules of
``beside_code``, and are of use as long as the package's files have the size and time of those that they were taken
from. Where nobody may write there, the locale is loaded.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

from oic_reports.beside_code import find_place, write_whole
from oic_reports.model import Language


@cache
def load_territories(language: Language) -> Mapping[str, str]:
    """Code (ISO 3166-1 alpha-2, or of a region or union) to name, in the order of the package."""
    source = _describe_source(language)
    path = find_place(f"{language}.territories")
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        kept: dict[str, Any] = json.loads(path.read_bytes())
        if kept["source"] == source:
            names: dict[str, str] = kept["names"]
            return names
    from babel import Locale  # noqa: PLC0415  (what all this is for)

    names = {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
    with contextlib.suppress(OSError):
        write_whole(path, json.dumps({"source": source, "names": names}).encode())
    return names


def prepare_territories() -> None:
    """Write down what is missing, where that is allowed: a process that reads a file may not."""
    for language in get_args(Language):
        load_territories(language)


def _describe_source(language: Language) -> list[list[int]]:
    """Size and time (ns) of the package's files that tell names of a language."""
    package = find_spec("babel")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'babel'", name="babel")
    folder = Path(package.origin).parent / "locale-data"
    states = [(folder / f"{name}.dat").stat() for name in ("root", language)]
    return [[state.st_size, state.st_mtime_ns] for state in states]
