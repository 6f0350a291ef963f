"""Rows sort by paragraph id though documents come by document id: ``x-2/…`` stands before ``x/…``."""

from __future__ import annotations

import random
from itertools import pairwise

import pyarrow as pa
import pytest

from oic_reports.tables.held import HeldRows


def pass_on(names):
    passed = []
    held = HeldRows(lambda rows: passed.extend(rows.column("id").to_pylist()))
    for name in sorted(names):
        held.add(name, pa.table({"id": [f"{name}/para_1", f"{name}/para_2"]}))
    held.close()
    return passed


@pytest.mark.parametrize(
    "names",
    [
        ["x"],
        ["x", "x-2"],
        ["x", "x-2", "x-2-1", "x-20", "x-3", "y"],
        ["ar-2013-report", "ar-2013-report-2", "ar-2014-report", "en-2013-report"],
        ["a", "a-b", "a-b-c", "a-b-c-d", "a-c", "ab"],
    ],
)
def test_rows_come_in_the_order_of_their_ids(names):
    passed = pass_on(names)
    assert passed == sorted(passed)
    assert len(passed) == 2 * len(names)


def test_any_names():
    draw = random.Random(5)
    for _ in range(200):
        passed = pass_on({"-".join(draw.choices("ab1", k=draw.randint(1, 5))) for _ in range(8)})
        assert all(one < two for one, two in pairwise(passed))
