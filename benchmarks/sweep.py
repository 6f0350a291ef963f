"""How far each named number of the code can move before something that is right comes out wrong.

``python benchmarks/sweep.py`` runs all open specimens of structure and the unit tests of the modules once and notes
which numbers each uses, and what these were compared with (``named_numbers``). Then each number is moved down and up,
step by step, and whatever could come out differently runs again: the specimen must not differ from its truth where it
did not before, the test must pass. ``numbers.csv`` beside this file keeps, for each number, its unit (written by
hand), the last values down and up at which all was right, and what broke next. An empty end is open: nothing broke as
far as was tried, a quarter of the value down, four times up. ``state`` is ``held`` (something breaks between half and
twice the value), ``loose`` (further out), ``free`` (nowhere), or ``unswept`` (a limit of a machine, a format, a part
of the code that has tests of another kind).

Numbers that no specimen looks at (``identity``) are moved under some tests alone: ``--only identity.copies --tests-only
tests/identity/test_copies.py``. What these do not tell apart is no proof that nothing does.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from named_numbers import Named, Number, Uses, Watch, find_numbers, watch_package

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "benchmarks" / "numbers.csv"
COLUMNS = ("module", "name", "value", "unit", "low", "high", "state", "breaks_below", "breaks_above")
# factors by which a number is moved: to the far end first, which tells what it can change at all, then outward; between
# the last value that is right and the first that is not, the range is halved
_DOWN = (0.9, 0.8, 0.65, 0.5, 0.25)
_UP = (1.1, 1.25, 1.5, 2.0, 4.0)
_HALF, _TWICE = 0.5, 2.0
_HALVINGS = 4
_SECONDS = 20
_SHOWN = 160
# seconds of a test that is left out
_LONG_TEST = 1.0
# parts of the code that specimens of structure look at; and the tests that are run for them
_SWEPT = ("structure", "cleaning", "reading", "language")
_TESTS = ("tests/structure", "tests/cleaning", "tests/reading", "tests/language", "tests/identity")
_NOT_TESTS = ("tests/structure/test_truth.py", "tests/reading/pdf")

sys.path.insert(0, str(ROOT / "tests" / "structure"))


class TooSlowError(Exception):
    """A specimen takes much longer than it did."""


@dataclass
class Specimens:
    """The specimens of structure with their truth, what comes of each at the present values, and what that rests on."""

    watch: Watch
    truths: dict[str, Path] = field(default_factory=dict)
    results: dict[str, object] = field(default_factory=dict)
    faults: dict[str, set[str]] = field(default_factory=dict)
    uses: dict[str, Uses] = field(default_factory=dict)
    readings: dict[tuple[bytes, str], Any] = field(default_factory=dict)

    def load(self, folder: Path) -> None:
        """Run each specimen once, and note what it uses."""
        import truth  # noqa: PLC0415  (imports the package, which must be watched by then)

        from oic_reports.jobs.read import read_trusted  # noqa: PLC0415
        from oic_reports.reading import reader  # noqa: PLC0415

        self._truth = truth
        self._read = reader.read_bytes
        self._read_trusted = read_trusted
        reader.read_bytes = self._read_once  # type: ignore[assignment]
        for path in sorted(folder.glob("*.json")):
            self.truths[path.stem] = path
            with self.watch.note() as self.uses[path.stem]:
                self.results[path.stem] = self._run(path)
            self.faults[path.stem] = self._judge(path, self.results[path.stem])

    def _read_once(self, content: bytes, name: str) -> object:
        """Reading looks at numbers of its own: it is done again only where one of these is moved."""
        key = (content, name)
        known = self.readings.get(key)
        if known is None or (self.watch.changed or "").startswith(("reading", "language")):
            with self.watch.note() as uses:
                try:
                    reading = self._read(content, name)
                except Exception as error:  # noqa: BLE001  (kept and raised again)
                    reading = error
            known = (reading, uses)
            if self.watch.changed is None:
                self.readings[key] = known
        for outer in self.watch.open[-1:]:
            outer.merge(known[1])
        if isinstance(known[0], Exception):
            raise known[0]
        return known[0]

    def _run(self, path: Path) -> object:
        (file,) = (other for other in path.parent.glob(f"{path.stem}.*") if other.suffix != ".json")
        return self._read_trusted(file)

    def _judge(self, path: Path, result: object) -> set[str]:
        self._truth.read_trusted = lambda _: result
        tally = self._truth.judge_specimen(path)
        return {*tally.differences, *_count_faults(tally.counts)}

    def find_changed(self, key: str, before: Number, after: Number) -> dict[str, str]:
        """The specimens that come out differently with a number at another value; how one is worse, or nothing."""
        changed = {}
        for name in self.truths:
            is_changed, fault = self._compare(name, key, before, after)
            if is_changed:
                changed[name] = fault
        return changed

    def find_break(self, key: str, before: Number, after: Number, among: Mapping[str, str]) -> str:
        """How the first of some specimens comes out worse with a number at another value; empty: none does."""
        return next((fault for name in among for _, fault in (self._compare(name, key, before, after),) if fault), "")

    def _compare(self, name: str, key: str, before: Number, after: Number) -> tuple[bool, str]:
        """Whether a specimen comes out differently, and how it is worse."""
        if not self.uses[name].may_differ(key, before, after):
            return False, ""
        try:
            with limit_seconds():
                result = self._run(self.truths[name])
        except TooSlowError:
            return True, f"{name}: takes more than {_SECONDS} s"
        except Exception as error:  # noqa: BLE001  (whatever it is, the value is no good)
            return True, f"{name}: {type(error).__name__} {error}"
        if result == self.results[name]:
            return False, ""
        return True, min(self._judge(self.truths[name], result) - self.faults[name], default="")


def _count_faults(counts: Mapping[str, list[int]]) -> Iterator[str]:
    """A second fault of one wording is a fault too."""
    for what, (right, total) in counts.items():
        yield from (f"{what}: {number} wrong" for number in range(2, total - right + 1))


@contextlib.contextmanager
def limit_seconds() -> Iterator[None]:
    """Raise ``TooSlowError`` where what is done inside takes too long."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@dataclass
class UnitTests:
    """The unit tests, and what each rests on."""

    watch: Watch
    folders: tuple[str, ...] = _TESTS
    uses: dict[str, Uses] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def load(self) -> None:
        """Run each test once, and note what it uses; one that fails as it is counts for nothing."""
        tests = [str(ROOT / name) for name in self.folders]
        _run_pytest([*tests, *(f"--ignore={ROOT / name}" for name in _NOT_TESTS)], self)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Open a stretch for each test."""
        with self.watch.note() as uses:
            yield
        if item.nodeid not in self.left_out:
            self.uses[item.nodeid] = uses

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Leave out what fails without a change, and what takes long."""
        if report.failed or report.duration > _LONG_TEST:
            self.left_out.add(report.nodeid)

    def find_break(self, key: str, before: Number, after: Number) -> str:
        """The first test that fails with a number at another value; empty: none does."""
        touched = [name for name, uses in self.uses.items() if uses.may_differ(key, before, after)]
        if not touched:
            return ""
        report = _FirstFailure()
        parent, child = os.pipe()
        process = os.fork()
        if process == 0:
            # a process of its own: tests may patch what they like
            signal.alarm(_SECONDS * 6)
            _run_pytest(["-x", *(str(ROOT / name) for name in touched)], report)
            os.write(child, report.name.encode())
            os._exit(0)
        os.close(child)
        with os.fdopen(parent, "rb") as pipe:
            name = pipe.read().decode()
        _, status = os.waitpid(process, 0)
        return name or (f"{touched[0]}: stopped" if status else "")


@dataclass
class _FirstFailure:
    name: str = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that fails."""
        if report.failed and not self.name:
            self.name = report.nodeid


def _run_pytest(arguments: list[str], plugin: object) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main(["-q", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *arguments], plugins=[plugin])


@dataclass(frozen=True)
class Row:
    """A number with its unit and its range."""

    number: Named
    unit: str = ""
    low: str = ""
    high: str = ""
    state: str = "unswept"
    breaks_below: str = ""
    breaks_above: str = ""

    def print(self) -> tuple[str, ...]:
        """The row of the table."""
        number = self.number
        ends = (self.breaks_below[:_SHOWN], self.breaks_above[:_SHOWN])
        return (number.module, number.name, repr(number.value), self.unit, self.low, self.high, self.state, *ends)


class Sweep:
    """Moves numbers and looks what breaks."""

    def __init__(self, watch: Watch, *, with_tests: bool) -> None:
        self._watch = watch
        self._specimens = Specimens(watch)
        self._specimens.load(ROOT / "tests" / "specimens" / "structure" / "open")
        self._tests = UnitTests(watch)
        if with_tests:
            self._tests.load()

    def sweep(self, row: Row) -> Row:
        """The row of a number with its range."""
        low, below, near_below = self._move(row.number, _DOWN)
        high, above, near_above = self._move(row.number, _UP)
        if not (near_below or near_above):
            # no specimen holds it: perhaps a test of its module does
            for value in (_step(row.number.value, _HALF), _step(row.number.value, _TWICE)):
                broken = self._find_broken_test(row.number, value)
                below = broken if broken and value < row.number.value else below
                above = broken if broken and value > row.number.value else above
                near_below = near_below or bool(broken)
        state = "held" if near_below or near_above else "loose" if below or above else "free"
        return replace(row, low=low, high=high, state=state, breaks_below=below, breaks_above=above)

    def _move(self, number: Named, factors: tuple[float, ...]) -> tuple[str, str, bool]:
        """The last value that is right (empty: all), what breaks behind it, whether that is within half or twice."""
        *nearer, furthest = _steps(number.value, factors)
        with self._moved(number, furthest):
            changed = self._specimens.find_changed(number.key, number.value, furthest)
        if not any(changed.values()):
            return "", "", False
        right = number.value
        for value in (*nearer, furthest):
            broken = self._find_break(number, value, changed)
            if broken:
                right, wrong, broken = self._halve(number, right, value, broken, changed)
                is_near = _HALF * number.value <= wrong <= _TWICE * number.value or abs(wrong - number.value) == 1
                return _print(right), broken, is_near
            right = value
        return "", "", False

    def _halve(
        self, number: Named, right: Number, wrong: Number, broken: str, changed: Mapping[str, str]
    ) -> tuple[Number, Number, str]:
        for _ in range(_HALVINGS):
            middle = (right + wrong) / 2
            if isinstance(number.value, int):
                middle = int(middle)
                if middle in {right, wrong}:
                    break
            found = self._find_break(number, middle, changed)
            right, wrong, broken = (right, middle, found) if found else (middle, wrong, broken)
        return right, wrong, broken

    def _find_break(self, number: Named, value: Number, changed: Mapping[str, str]) -> str:
        with self._moved(number, value):
            return self._specimens.find_break(number.key, number.value, value, changed)

    @contextlib.contextmanager
    def _moved(self, number: Named, value: Number) -> Iterator[None]:
        self._watch.values[number.key], self._watch.changed = value, number.key
        try:
            yield
        finally:
            self._watch.values[number.key], self._watch.changed = number.value, None

    def _find_broken_test(self, number: Named, value: Number) -> str:
        with self._moved(number, value):
            return self._tests.find_break(number.key, number.value, value)


class SweepByTests:
    """Moves numbers under some tests."""

    def __init__(self, watch: Watch, tests: Sequence[str]) -> None:
        self._watch = watch
        self._tests = UnitTests(watch, tuple(tests))
        self._tests.load()

    def sweep(self, row: Row) -> Row:
        """The row of a number with its range."""
        low, below, near_below = self._move(row.number, _DOWN)
        high, above, near_above = self._move(row.number, _UP)
        state = "held" if near_below or near_above else "loose" if below or above else "free"
        return replace(row, low=low, high=high, state=state, breaks_below=below, breaks_above=above)

    def _move(self, number: Named, factors: tuple[float, ...]) -> tuple[str, str, bool]:
        """As ``Sweep._move``: the furthest value first, then halved between what is right and what is not."""
        right, wrong = number.value, _steps(number.value, factors)[-1]
        broken = self._find_break(number, wrong)
        if not broken:
            return "", "", False
        for _ in range(_HALVINGS):
            middle = (right + wrong) / 2
            if isinstance(number.value, int):
                middle = int(middle)
                if middle in {right, wrong}:
                    break
            found = self._find_break(number, middle)
            right, wrong, broken = (right, middle, found) if found else (middle, wrong, broken)
        is_near = _HALF * number.value <= wrong <= _TWICE * number.value or abs(wrong - number.value) == 1
        return _print(right), broken, is_near

    def _find_break(self, number: Named, value: Number) -> str:
        self._watch.values[number.key], self._watch.changed = value, number.key
        try:
            return self._tests.find_break(number.key, number.value, value)
        finally:
            self._watch.values[number.key], self._watch.changed = number.value, None


def _step(value: Number, factor: float) -> Number:
    """A value that far away; a whole number moves by one at least."""
    if isinstance(value, float):
        return value * factor
    nearest = value + (1 if factor > 1 else -1)
    return max(nearest, round(value * factor)) if factor > 1 else min(nearest, round(value * factor))


def _steps(value: Number, factors: tuple[float, ...]) -> list[Number]:
    if isinstance(value, float):
        return [value * factor for factor in factors]
    nearest = value + (1 if factors[0] > 1 else -1)
    steps = [nearest, *(round(value * factor) for factor in factors)]
    return sorted(set(steps) - {value}, reverse=factors[0] < 1)


def _print(value: Number) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def load_table() -> dict[str, Row]:
    """The rows of the table by the keys of their numbers."""
    rows = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = Named(row["module"], row["name"], json.loads(row["value"]))
            rest = {name: row[name] for name in COLUMNS[3:]}
            rows[number.key] = Row(number, **rest)
    return rows


def write_table(rows: Mapping[str, Row]) -> None:
    """Write all rows."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.print() for row in rows.values())


def main() -> int:
    """Sweep, and write the table; numbers that are not swept this time keep their row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="the beginning of the module, as structure.tail")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so long; the rest keeps its rows")
    parser.add_argument("--write-only", action="store_true", help="write rows for new numbers, sweep nothing")
    parser.add_argument("--no-tests", action="store_true", help="specimens only")
    parser.add_argument("--tests-only", nargs="+", metavar="TEST", help="unswept numbers, under these tests alone")
    options = parser.parse_args()
    known = load_table() if TABLE.exists() else {}
    numbers = find_numbers()
    rows = {key: replace(known.get(key, Row(number)), number=number) for key, number in numbers.items()}
    if options.write_only:
        write_table(rows)
        return 0
    ends = time.monotonic() + 60 * options.minutes
    sweep: Sweep | SweepByTests
    if options.tests_only:
        sweep = SweepByTests(watch_package(), options.tests_only)
    else:
        sweep = Sweep(watch_package(), with_tests=not options.no_tests)
    for key, number in numbers.items():
        is_due = rows[key].state == "unswept" if options.tests_only else key.startswith(_SWEPT)
        wanted = key.startswith(options.only) and is_due and not number.is_imported
        if wanted and time.monotonic() < ends:
            rows[key] = sweep.sweep(rows[key])
            print(*rows[key].print(), sep=" | ", flush=True)
            write_table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
