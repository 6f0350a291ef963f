"""Images of scanned pages, made level and light."""

import numpy as np
import pytest
from PIL import Image

from oic_reports.reading.pdf.scan import deskew, even_light


@pytest.mark.parametrize("angle", [-2.0, 1.5])
def test_a_turned_page_is_set_level(angle):
    page = np.full((600, 900), 255, np.uint8)
    page[60:540:40, 100:800] = 0
    page[61:541:40, 100:800] = 0
    turned = Image.fromarray(page).rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    rows = np.asarray(deskew(turned)).min(axis=1) < 128
    assert rows.sum() < 120


def test_paper_is_white_everywhere():
    grey = np.tile(np.linspace(150, 230, 320).astype(np.uint8), (320, 1))
    grey[160:163, 100:200] = 30
    even = np.asarray(even_light(Image.fromarray(grey)))
    assert even[100].min() > 220
    assert even[161, 150] < 60
