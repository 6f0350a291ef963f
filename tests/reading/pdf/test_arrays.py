"""What numpy finds in any values, and we sooner in those of a page, is the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.reading.pdf.arrays import find_median, number_runs, number_tenths

places = st.lists(
    st.floats(-900, 900) | st.floats(-1e300, 1e300) | st.sampled_from([0.0, 12.25, np.nan, np.inf, -np.inf]),
)


@given(places)
def test_tenths_are_those_of_numpy(values):
    given_values = np.array(values, np.float64)
    expected = np.unique(np.round(given_values, 1), return_inverse=True, return_counts=True)
    for found, known in zip(number_tenths(given_values), expected, strict=True):
        assert found.dtype == known.dtype
        assert np.array_equal(found, known, equal_nan=found.dtype == np.float64)


@given(st.lists(st.integers(0, 5)))
def test_runs_are_numbered_as_by_numpy(values):
    given_values = np.array(values, np.int64)
    for found, known in zip(number_runs(given_values), np.unique(given_values, return_inverse=True), strict=True):
        assert np.array_equal(found, known)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_the_median_is_that_of_numpy(values):
    assert find_median(np.array(values)) == np.median(values)


@pytest.mark.parametrize("values", [[np.nan], [1.0, np.nan, 2.0], [np.nan, 1.0]])
def test_the_median_of_what_is_no_number_is_none(values):
    assert np.isnan(find_median(np.array(values)))
