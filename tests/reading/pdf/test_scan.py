"""Images of scanned pages, made level and light."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from oic_reports.reading.pdf.scan import DARK, deskew, erase_rules, even_light


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


def draw_table(width=1600, height=600):
    """White paper with a frame of three rows and two columns, a few pixels thick, and a word in its first cell."""
    paper = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(paper)
    for row in range(4):
        pen.rectangle((100, 100 + 60 * row, 1500, 102 + 60 * row), fill=0)
    for column in range(3):
        pen.rectangle((100 + 700 * column, 100, 102 + 700 * column, 282), fill=0)
    for place in range(6):
        pen.rectangle((130 + 24 * place, 120, 136 + 24 * place, 150), fill=0)
    return paper


def test_rules_of_a_table_are_erased_and_its_words_stay():
    paper = draw_table()
    erased = np.asarray(erase_rules(paper)) < DARK
    assert erased.any()
    assert (erased == (np.asarray(paper) < DARK))[115:155, 125:260].all()
    assert not erased[:, :110].any()
    assert not erased[160:].any()


@pytest.mark.parametrize(
    "box",
    [
        # a dash, stems of large letters (an alef of 60 points, an l of 72 in a light type), a picture, the ground of
        # light letters
        (100, 100, 480, 104),
        (100, 100, 108, 200),
        (100, 100, 109, 290),
        (100, 100, 104, 330),
        (100, 100, 700, 400),
        (100, 100, 1500, 140),
    ],
)
def test_what_is_short_or_thick_is_no_rule(box):
    paper = Image.new("L", (1600, 600), 255)
    ImageDraw.Draw(paper).rectangle(box, fill=0)
    assert (np.asarray(erase_rules(paper)) == np.asarray(paper)).all()


def test_a_stem_that_one_rule_touches_is_no_side_of_a_cell():
    paper = Image.new("L", (1600, 600), 255)
    pen = ImageDraw.Draw(paper)
    pen.rectangle((100, 300, 1500, 302), fill=0)
    pen.rectangle((700, 120, 706, 301), fill=0)
    erased = np.asarray(erase_rules(paper)) < DARK
    assert not erased[300:303, 100:600].any()
    assert erased[125:290, 700:707].all()


def test_a_picture_smaller_than_a_rule_has_none():
    assert np.asarray(erase_rules(Image.new("L", (20, 10), 0))).shape == (10, 20)
