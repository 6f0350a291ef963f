import numpy as np
import pytest
from glyph_lines import make_layer

from oic_reports.reading.pdf import unseen_blanks
from oic_reports.reading.pdf.objects import TEXT, Overview
from oic_reports.reading.pdf.unseen_blanks import find_blanks, set_blanks


@pytest.mark.parametrize(
    ("row", "blank"),
    [
        ((56.0, 59.0), (56.0, 59.0)),
        # the letter before it was set closer, over it
        ((52.0, 59.0), (56.0, 59.0)),
        # and the one behind it
        ((57.0, 62.0), (57.0, 60.0)),
        # it is no broader than letters are high
        ((68.0, 99.0), (68.0, 80.0)),
        # over a letter it is a part of that
        ((50.0, 59.0), None),
        ((60.0, 66.0), None),
    ],
)
def test_a_blank_is_added_where_it_is_painted(row, blank):
    layer = make_layer([("ك", 50.0, 56.0), ("ه", 60.0, 66.0)])
    layer.codes, layer.raws, layer.rules = [(0, 1), (0, 2)], ["ك", "ه"], ["", ""]
    set_blanks(layer, np.array([[*row, 100.0]]))
    columns = (layer.left, layer.right, layer.baseline, layer.size, layer.codes, layer.raws, layer.rules)
    assert {len(column) for column in columns} == {len(layer.texts)}
    assert layer.texts[2:] == ([" "] if blank else [])
    assert [*zip(layer.left[2:].tolist(), layer.right[2:].tolist(), strict=True)] == ([blank] if blank else [])


@pytest.mark.parametrize(("guessed", "found"), [(1, True), (3, False)])
def test_blanks_without_a_character_are_found_unless_pdfium_has_many_more(monkeypatch, guessed, found):
    # objects 1 and 3 are letters, 2 paints nothing between them
    places = {1: 50.0, 2: 56.0, 3: 59.0}
    monkeypatch.setattr(unseen_blanks, "read_matrix", lambda handle: [1, 0, 0, 1, places[handle], 100.0])
    monkeypatch.setattr(unseen_blanks, "read_mark", lambda _: (0, ""))
    monkeypatch.setattr(unseen_blanks, "measure_objects", lambda handles: np.zeros((len(handles), 4)))
    codes = np.array([ord("ل"), ord("ه"), *[32] * guessed])
    member = np.array([1, 2, *[0] * guessed])
    blanks = find_blanks(
        Overview([1, 2, 3], [TEXT] * 3, 0.0), np.array([0, 1, 3]), member, codes, np.ones(len(codes), np.bool_)
    )
    assert blanks.edges.tolist() == ([[56.0, 59.0, 100.0]] if found else [])
    assert blanks.guessed.sum() == (guessed if found else 0)
