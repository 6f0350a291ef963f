"""What a process that reads a file needs and may not write: tables of words, names of countries, compiled patterns."""

from __future__ import annotations

import contextlib
import os
from functools import cache
from typing import cast, get_args

from oic_reports.beside_code import may_keep
from oic_reports.codes import PatternName
from oic_reports.kept_patterns import is_kept, keep_patterns
from oic_reports.language.territories import prepare_territories
from oic_reports.language.word_list import prepare_word_lists
from oic_reports.model import Language
from oic_reports.resources import find_declared, load_pattern, load_vocabulary

# a day in a month that each language names
_DAY = "1 May, mai, مايو 2015"


def prepare() -> None:
    """Write down what is missing, where that is allowed."""
    prepare_word_lists()
    prepare_territories()
    stamp = _find_stamp()
    if not is_kept(stamp) and may_keep():
        _keep(stamp)


@cache
def _keep(stamp: tuple[int, int]) -> None:
    """Keep the patterns, once a process: a disk that is full is full for the next file, too."""
    _ask_for_patterns()
    with contextlib.suppress(OSError):
        keep_patterns(stamp)


def _find_stamp() -> tuple[int, int]:
    """How many vocabularies there are, and when the newest was written (ns): patterns are written from them."""
    with os.scandir(str(find_declared("schemas") / "vocabularies")) as files:
        times = [file.stat().st_mtime_ns for file in files]
    return len(times), max(times)


def _ask_for_patterns() -> None:
    """Ask for all patterns that have a name, for those of dates, and for what most reports ask for."""
    from oic_reports.isolation.samples import structure_samples  # noqa: PLC0415  (loads all rules)
    from oic_reports.language.dates import find_dates  # noqa: PLC0415  (likewise)

    for row in load_vocabulary("patterns"):
        load_pattern(cast("PatternName", row["name"]), row["language"])
    for language in get_args(Language):
        find_dates(_DAY, language)
    structure_samples()


if __name__ == "__main__":
    prepare()
