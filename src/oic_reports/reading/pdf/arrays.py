"""Arrays of what a page holds, by the kind of their values; what numpy finds in any, sooner where it is a page's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

# tenths of a point from the lowest to the highest place on a page, of which a table is made
_MOST_TENTHS = 100_000


def number_tenths(values: Floats) -> tuple[Floats, Integers, Integers]:
    """As ``np.unique(np.round(values, 1))`` with the number of each value and how many there are of each."""
    tenths = np.rint(values * 10)
    lowest = tenths.min(initial=0.0)
    if not tenths.max(initial=0.0) - lowest < _MOST_TENTHS:
        # of values that are no numbers, too
        return np.unique(np.round(values, 1), return_inverse=True, return_counts=True)
    places = (tenths - lowest).astype(np.int64)
    counts = np.bincount(places)
    known = np.flatnonzero(counts)
    numbers = np.zeros(len(counts), np.int64)
    numbers[known] = np.arange(len(known))
    return (known + lowest) / 10, numbers[places], counts[known]


def number_runs(values: Integers) -> tuple[Integers, Integers]:
    """As ``np.unique`` with the number of each value; values that follow each other are mostly the same."""
    is_first = np.ones(len(values), np.bool_)
    is_first[1:] = values[1:] != values[:-1]
    starts = np.flatnonzero(is_first)
    known, numbers = np.unique(values[starts], return_inverse=True)
    return known, np.repeat(numbers, np.diff(starts, append=len(values)))


def find_median(values: Floats) -> float:
    """As ``np.median`` of one value at least."""
    ordered = np.sort(values)
    middle = len(ordered) // 2
    both = (ordered[middle - 1 + len(ordered) % 2] + ordered[middle]) / 2
    return float(ordered[-1] if np.isnan(ordered[-1]) else both)
