import numpy as np
import pytest

from oic_reports.reading.pdf.raster import Raster

GREYS = np.full((40, 60), 255, np.uint8)
GREYS[20, 30] = 0


@pytest.mark.parametrize(
    ("box", "has_edge"),
    [
        ((20.0, 10.0, 45.0, 35.0), True),
        ((29.0, 19.0, 32.0, 22.0), True),
        ((29.0, 0.0, 32.0, 40.0), True),
        ((0.0, 19.0, 60.0, 22.0), True),
        ((31.0, 10.0, 60.0, 35.0), False),
        ((0.0, 21.0, 60.0, 40.0), False),
        ((0.0, 0.0, 29.0, 40.0), False),
        ((30.0, 70.0, 40.0, 90.0), False),
    ],
)
def test_an_edge_lies_in_the_boxes_that_hold_it(box, has_edge):
    assert Raster(GREYS, 1.0).find_edges(np.array([box])).tolist() == [has_edge]


def test_boxes_of_all_sizes_are_told_as_one_by_one():
    random = np.random.default_rng(0)
    greys = np.where(random.random((50, 70)) < 0.01, 0, 255).astype(np.uint8)
    corners = random.integers(0, 40, (200, 2))
    boxes = np.hstack([corners, corners + random.integers(2, 30, (200, 2))]).astype(np.float64)
    raster = Raster(greys, 1.0)
    alone = [bool(raster.find_edges(box[None])[0]) for box in boxes]
    assert raster.find_edges(boxes).tolist() == alone
    assert 0 < sum(alone) < len(alone)
