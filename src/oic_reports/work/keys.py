"""Leaf keys: the same key, the same leaf."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from oic_reports.model import Source
from oic_reports.own_sites import find_own_site, list_addresses
from oic_reports.resources import find_declared

# the form of a leaf (``leaf``): another form is another key
_FORM = 2
# what a child process runs: packages and modules of ``oic_reports``
_STAGES = (
    "beside_code.py",
    "cleaning",
    "codes.py",
    "declared.py",
    "errors.py",
    "isolation",
    "joined_forms.py",
    "kept_patterns.py",
    "language",
    "model.py",
    "own_sites.py",
    "pattern_starts.py",
    "reading",
    "report_json.py",
    "resources.py",
    "structure",
)
# what the stages import from others
_LIBRARIES = (
    "babel",
    "fonttools",
    "hijridate",
    "lxml",
    "markdown-it-py",
    "numpy",
    "pdfminer.six",
    "pdfplumber",
    "pillow",
    "pypdfium2",
    "rapidfuzz",
    "wordfreq",
)


@cache
def identify_code() -> str:
    """What a leaf follows from besides its file, as 16 hex digits: code and vocabularies of the stages, libraries."""
    digest = hashlib.sha256(json.dumps([_FORM, sys.version_info[:3], _list_libraries()]).encode())
    package = files("oic_reports")
    parts = [(name, package / name) for name in _STAGES]
    parts.append(("vocabularies", find_declared("schemas") / "vocabularies"))
    for name, part in parts:
        for path, content in read_all(name, part, (".py", ".csv")):
            digest.update(f"{path}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def make_key(source: Source, kept: Path | None, code: str) -> str:
    """The leaf key of a file, as 64 hex digits.

    Args:
        source: its sha256, the ending of its name and its declared encoding count; of its addresses, whether there are
            any, and which site of the OIC's own they are on.
        kept: the folder of recognised and converted texts, or None where none is used.
        code: what ``identify_code`` gave.
    """
    known = kept / f"{source.sha256}.json" if kept else None
    recognised = hashlib.sha256(known.read_bytes()).hexdigest() if known and known.is_file() else None
    ending = PurePosixPath(source.file_name).suffix.lower()
    addresses = list_addresses(source)
    facts = [
        code,
        source.sha256,
        ending,
        source.declared_encoding,
        recognised,
        find_own_site(addresses),
        bool(addresses),
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _list_libraries() -> list[tuple[str, str | None]]:
    return [(name, _find_version(name)) for name in _LIBRARIES]


def _find_version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def read_all(name: str, part: Traversable | Path, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Every file of some endings at and below a place, each with its path from ``name`` on, sorted."""
    if part.is_file():
        if name.endswith(endings):
            yield name, part.read_bytes()
        return
    for child in sorted(part.iterdir(), key=lambda child: child.name):
        if child.name != "__pycache__":
            yield from read_all(f"{name}/{child.name}", child, endings)
