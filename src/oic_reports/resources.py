"""Where the declared files (``schemas/``, ``expectations/``) are: package data in a wheel, the checkout otherwise."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from oic_reports.codes import PatternName

_CHECKOUT = Path(__file__).resolve().parents[2]


def find_declared(folder: str) -> Traversable:
    """The folder ``schemas`` or ``expectations``.

    Raises:
        FileNotFoundError: neither the wheel nor a checkout holds it.
    """
    packaged = files("oic_reports") / folder
    if packaged.is_dir():
        return packaged
    beside = _CHECKOUT / folder
    if beside.is_dir():
        return beside
    msg = f"the folder {folder}/ is missing from this installation: install oic-reports again"
    raise FileNotFoundError(msg)


@cache
def load_vocabulary(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``schemas/vocabularies/<name>.csv``, each a dict of strings, in file order.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    text = (find_declared("schemas") / "vocabularies" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def load_pattern(name: PatternName, language: str) -> re.Pattern[str]:
    """A pattern of ``schemas/vocabularies/patterns.csv``; small and capital letters are alike.

    Raises:
        KeyError: there is no such pattern in that language.
    """
    for row in load_vocabulary("patterns"):
        if (row["name"], row["language"]) == (name, language):
            return re.compile(row["pattern"], re.IGNORECASE)
    msg = f"patterns.csv has no pattern {name!r} in language {language!r}"
    raise KeyError(msg)
