"""Alefs without width that stand at a lam, from files of word processors."""

from pathlib import Path

import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.unseen_alefs import add_alefs, add_letters

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"


def test_alefs_that_the_file_names_and_pdfium_leaves_out_are_read():
    text = " ".join(line.text for line in read_pdf((SPECIMENS / "lo_twoup" / "m2.pdf").read_bytes()).lines)
    for word in ("معدلات العدوى", "دولاراً", "كوالالمبور", "ولا سيما", "للأطباء"):
        assert word in text


@pytest.mark.parametrize(("point", "texts"), [((100.0, 100.0), ["ل", "ب", "ا"]), ((110.0, 100.0), ["ل", "ب"])])
def test_an_alef_is_added_where_a_lam_stands(point, texts):
    layer = make_layer([("ل", 100, 108), ("ب", 110, 118)])
    layer.codes = [(0, 1), (0, 2)]
    add_alefs(layer, ["ا"], np.array([point]))
    assert layer.texts == texts
    assert len(layer.left) == len(layer.right) == len(layer.baseline) == len(layer.size) == len(layer.codes)
    assert layer.right[-1] - layer.left[-1] == (0 if len(texts) > 2 else 8)


@pytest.mark.parametrize(
    ("box", "is_added"),
    [
        ((92.0, 99.0, 100.0), True),
        ((111.0, 117.0, 100.0), False),  # where another letter stands
        ((60.0, 66.0, 100.0), False),  # beside none
        ((92.0, 99.0, 120.0), False),  # on another line
    ],
)
def test_a_letter_is_added_where_it_has_room(box, is_added):
    layer = make_layer([("ل", 100, 108), ("ب", 110, 118)])
    add_letters(layer, ["ى"], np.array([box]))
    assert ("ى" in layer.texts) is is_added
    assert len(layer.left) == len(layer.right) == len(layer.baseline) == len(layer.size) == len(layer.texts)


@pytest.mark.parametrize(("name", "word"), [("typ_notonaskh/k3", "نوصي بأن"), ("typ_naskh_just/d1", "٢- أعرب")])
def test_letters_that_pdfium_has_no_characters_for_are_read(name, word):
    text = " ".join(line.text for line in read_pdf((SPECIMENS / f"{name}.pdf").read_bytes()).lines)
    assert word in text


@pytest.mark.parametrize(("body", "texts"), [("ل", ["ل", "ب", "ا"]), ("ك", ["ك", "ب"])])
def test_an_alef_whose_body_is_that_of_a_lam_is_added_at_it(body, texts):
    layer = make_layer([(body, 100, 108), ("ب", 110, 118)])
    add_letters(layer, ["ا"], np.array([[101.0, 104.0, 100.0]]))
    assert layer.texts == texts
    assert len(texts) == 2 or layer.left[-1] == layer.right[-1] == 100
