import numpy as np
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.lines import group_lines


def texts_of(rows, **more):
    layer = make_layer(rows, **more)
    ink = np.array([text != " " for text in layer.texts], np.float64)
    groups = group_lines(layer, np.arange(len(layer.texts)), ink)
    return ["".join(layer.texts[i] for i in sorted(group.tolist(), key=lambda i: layer.left[i])) for group in groups]


def test_two_lines_from_the_top_whatever_the_order_of_painting():
    rows = [*set_line("second", baseline=120), *set_line("first", baseline=100)]
    assert texts_of(rows) == ["first", "second"]


def test_a_superscript_belongs_to_its_line():
    rows = [*set_line("the 1", baseline=100), ("st", 77.0, 82.0, 95.0), *set_line("next", baseline=118)]
    assert texts_of(rows) == ["the 1st", "next"]


def test_a_mark_of_a_note_that_is_raised_to_the_middle_between_two_lines_is_of_the_lower_one():
    rows = [*set_line("upper line", baseline=100), *set_line("lower", baseline=114)]
    layer = make_layer([*rows, ("2", 81.0, 84.0, 106.9)])
    layer.size[-1] = 8.0
    groups = group_lines(layer, np.arange(len(layer.texts)), np.ones(len(layer.texts)))
    assert [len(layer.texts) - 1 in group.tolist() for group in groups] == [False, True]
    # what is set low stays with the line that it is close to
    layer.baseline[-1], layer.left[-1], layer.right[-1] = 104.5, 108.0, 111.0
    groups = group_lines(layer, np.arange(len(layer.texts)), np.ones(len(layer.texts)))
    assert [len(layer.texts) - 1 in group.tolist() for group in groups] == [True, False]


def test_letters_stacked_beside_their_line_belong_to_it():
    rows = [*set_line("abc", baseline=100), ("d", 70.0, 76.0, 96.0), ("e", 77.0, 83.0, 94.5)]
    assert texts_of(rows) == ["abcde"]


def test_tight_lines_do_not_become_one():
    rows = [*set_line("upper line", baseline=100), *set_line("lower line", baseline=107)]
    assert texts_of(rows) == ["upper line", "lower line"]


def test_blanks_alone_are_no_line():
    assert texts_of([*set_line("text", baseline=100), (" ", 50.0, 53.0, 130.0)]) == ["text"]
