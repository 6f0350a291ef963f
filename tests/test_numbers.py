"""Each named number of the code has a row with its value, its unit and its range (``benchmarks/sweep.py``)."""

from __future__ import annotations

import csv
import sys
from functools import cache
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from named_numbers import Watch, find_numbers, mark_source  # noqa: E402  (a folder of scripts, not a package)

with (BENCHMARKS / "numbers.csv").open(encoding="utf-8", newline="") as file:
    ROWS = {f"{row['module']}.{row['name']}": row for row in csv.DictReader(file)}
# imports every module of the package
list_numbers = cache(find_numbers)


def test_the_table_names_the_numbers_of_the_code_and_no_others():
    """A number that is new, renamed or gone: ``benchmarks/sweep.py --write-only`` writes the rows anew."""
    assert list(ROWS) == list(list_numbers())


def test_rows_have_the_values_of_today_and_a_unit():
    numbers = list_numbers()
    assert {key: row["value"] for key, row in ROWS.items() if float(row["value"]) != numbers[key].value} == {}
    assert [key for key, row in ROWS.items() if not row["unit"]] == []


def test_numbers_lie_in_their_ranges():
    numbers = list_numbers()
    bounds = {key: (float(row["low"] or "-inf"), float(row["high"] or "inf")) for key, row in ROWS.items()}
    assert {key: bound for key, bound in bounds.items() if not bound[0] <= numbers[key].value <= bound[1]} == {}


def test_a_number_that_is_moved_is_another_one_wherever_it_is_used():
    source = "_LONG = 40\n\n\ndef is_long(text):\n    return len(text) > _LONG\n\n\ndef cut(text):\n    return text[:_LONG]\n"
    watch = Watch({"a._LONG": 40})
    names = run_marked(source, watch)
    assert not names["is_long"]("x" * 30)
    watch.values["a._LONG"] = 20
    assert names["is_long"]("x" * 30)
    assert len(names["cut"]("x" * 30)) == 20


def test_uses_tell_which_values_can_change_nothing():
    source = "_LONG = 40\n\n\ndef is_long(text):\n    return len(text) > _LONG\n\n\ndef cut(text):\n    return text[:_LONG]\n"
    watch = Watch({"a._LONG": 40})
    names = run_marked(source, watch)
    with watch.note() as uses:
        names["is_long"]("x" * 30)
    assert not uses.may_differ("a._LONG", 40, 31)
    assert uses.may_differ("a._LONG", 40, 30)
    assert not uses.may_differ("a._OTHER", 40, 30)
    with watch.note() as uses:
        names["cut"]("x")
    assert uses.may_differ("a._LONG", 40, 39)


def test_a_cached_answer_is_not_used_for_another_value_and_its_uses_are_those_of_whoever_asks():
    source = (
        "from functools import cache\n\n_LONG = 40\n\n\n@cache\ndef is_long(text):\n    return len(text) > _LONG\n\n\n"
        "@cache\ndef is_loud(text):\n    return is_long(text) and text.isupper()\n"
    )
    watch = Watch({"a._LONG": 40})
    names = run_marked(source, watch)
    assert not names["is_loud"]("X" * 30)
    with watch.note() as uses:
        names["is_loud"]("X" * 30)
    assert uses.may_differ("a._LONG", 40, 20)
    watch.values["a._LONG"], watch.changed = 20, "a._LONG"
    assert names["is_loud"]("X" * 30)
    watch.values["a._LONG"], watch.changed = 40, None
    assert not names["is_loud"]("X" * 30)


def run_marked(source, watch):
    names = watch.names()
    exec(mark_source(source, "a", watch.values), names)  # noqa: S102  (the source above)
    return names
