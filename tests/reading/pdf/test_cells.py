import numpy as np
import pytest
from glyph_lines import make_layer, make_page, set_line

from oic_reports.reading.pdf.cells import Profile, _add_marks, build_lines, build_regions
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.kashida import find_fillers
from oic_reports.reading.pdf.layer_index import LayerIndex


def cells_of(rows, profile=None, tall=()):
    layer = make_layer(rows)
    layer.tall = frozenset(tall)
    index = LayerIndex.of(layer)
    (line,) = build_lines(layer, index, np.arange(len(layer.texts)), profile or Profile())
    return line.cells, index.left_out


@pytest.mark.parametrize(("share", "mark"), [(5 / 6, "\u00b2"), (0.9, "2")])
def test_a_digit_that_a_browser_raises_is_a_mark(share, mark):
    rows = [*set_line("stated."), ("2", 92.0, 97.0, 96.0)]
    layer = make_layer(rows)
    layer.size[-1] *= share
    (line,) = build_lines(layer, LayerIndex.of(layer), np.arange(len(rows)), Profile())
    assert line.cells[-1] == mark


def test_an_imitated_bold_is_one_letter():
    rows = [
        row for letter in set_line("bold") for row in (letter, (letter[0], letter[1] + 0.3, letter[2] + 0.3, 100.0))
    ]
    cells, left_out = cells_of(rows)
    assert ("".join(cells), left_out["double"]) == ("bold", 4)


def test_double_letters_stay():
    assert "".join(cells_of(set_line("coffee ball"))[0]) == "coffee ball"


def test_a_filler_between_arabic_letters_goes_and_is_counted():
    rows = [("د", 50.0, 56.0), (UNMAPPED, 56.0, 59.0), ("م", 59.0, 65.0), ("\u0640", 65.0, 68.0), ("ح", 68.0, 74.0)]
    cells, left_out = cells_of(rows)
    assert ("".join(cells), left_out["kashida"]) == ("دمح", 2)


def test_a_lost_letter_is_no_filler():
    rows = [("ط", 50.0, 56.0), (UNMAPPED, 56.0, 59.0), ("س", 59.0, 65.0)]
    assert "".join(cells_of(rows, tall={1})[0]) == f"ط{UNMAPPED}س"


def test_a_tatweel_at_the_end_of_a_word_stays():
    rows = [("\u0640", 50.0, 53.0), ("ه", 53.0, 59.0), ("٠", 62.0, 68.0)]
    assert "\u0640" in cells_of(rows)[0]


def test_a_tatweel_that_stretches_the_blank_behind_a_sign_goes():
    word = [("ب", 40.0, 46.0), (" ", 46.0, 49.0), ("\u0640", 49.0, 52.0), ("%", 52.0, 60.0), ("4", 60.0, 66.0)]
    more = [(" ", 66.0, 69.0), ("ن", 69.0, 75.0)]
    stretching = Profile(has_typed_kashidas=False)
    assert "".join(cells_of([*word, *more], stretching)[0]) == "ب %4 ن"
    # a dash behind a label, or a number, and one that the author typed
    assert "\u0640" in cells_of(word, stretching)[0]
    assert "\u0640" in cells_of([*word[:3], ("4", 52.0, 58.0), *more], stretching)[0]
    assert "\u0640" in cells_of([*word, *more], Profile(has_typed_kashidas=True))[0]


def test_a_hamza_that_carries_its_letter_again_is_a_part_of_it():
    rows = [("أ", 50.0, 55.0, 100.0), ("أ", 51.0, 53.0, 97.0), ("ل", 55.0, 58.0, 100.0)]
    assert cells_of(rows)[0] == ["أ", "ل"]


def test_a_vowel_sign_that_carries_another_letter_keeps_only_the_sign():
    rows = [("د", 50.0, 56.0, 100.0), ("ئ\u064b", 52.0, 53.3, 102.0), ("ج", 56.0, 62.0, 100.0)]
    assert cells_of(rows)[0] == ["د\u064b", "ج"]


def test_a_lost_letter_as_broad_as_the_one_over_it_is_none_of_its_parts():
    rows = [("و", 44.0, 50.0), (UNMAPPED, 50.0, 59.0), ("م", 51.0, 58.0), ("ل", 59.0, 62.0)]
    assert UNMAPPED in cells_of(rows, tall={1})[0]
    # its dots are narrower
    rows[1] = (UNMAPPED, 52.0, 56.0)
    assert cells_of(rows, tall={1})[0] == ["و", "م", "ل"]


def test_lam_and_alef_at_one_place_are_a_ligature():
    rows = [("ل", 50.0, 60.0), ("ا", 50.1, 56.0), ("ج", 62.0, 68.0)]
    assert cells_of(rows)[0][:2] == ["ا", "ل"]


def test_signs_that_only_stretch_words_are_told_by_where_they_stand():
    word = [("م", 50.0, 56.0), ("*", 56.0, 58.0), ("ح", 58.0, 64.0)]
    rows = [(text, left + 30 * n, right + 30 * n, 100.0) for n in range(5) for text, left, right in word]
    assert find_fillers([make_page(rows)]) == {"*"}
    assert find_fillers([make_page([*set_line("a * b * c * d *")])]) == frozenset()


def test_two_of_one_letter_that_are_set_close_are_two():
    # the narrow one of a pair reaches with a good part of itself over the broad one
    rows = [("د", 44.0, 50.0), ("ن", 50.0, 54.5), ("ل", 54.0, 58.8), ("ل", 57.5, 60.0)]
    assert "".join(cells_of(rows)[0]) == "دنلل"
    # inside it, it is a part
    assert "".join(cells_of([*rows[:3], ("ل", 56.2, 58.7)])[0]) == "دنل"
    # a hamza beside the body of its letter, which carries the letter too
    assert "".join(cells_of([*rows[:2], ("أ", 54.0, 58.8), ("أ", 57.5, 60.0)])[0]) == "دنأ"


def test_two_forms_of_one_letter_that_a_font_sets_one_over_the_other_are_two():
    # a narrow form that begins left of the broad one, and ends far inside it
    word = [("ح", 40.0, 50.2), ("ت", 50.0, 53.4), ("ت", 50.6, 56.6), ("ف", 56.4, 60.0)]
    assert "".join(cells_of(word)[0]) == "حتتف"
    # within the broad one it is a part of it; off its line, too
    word[1] = ("ت", 50.7, 54.1)
    assert "".join(cells_of(word)[0]) == "حتف"
    raised = [(*row, 100.0) for row in word]
    raised[1] = ("ت", 50.0, 53.4, 97.0)
    assert "".join(cells_of(raised)[0]) == "حتف"
    # as broad as the other one it is painted again, for boldness
    word[1] = ("ت", 50.0, 56.0)
    assert "".join(cells_of(word)[0]) == "حتف"


def test_a_letter_given_to_each_part_that_paints_it_is_one():
    row = [("ف", 50.0, 56.0, 100.0), ("أ", 56.0, 58.0, 100.0), ("أ", 57.2, 58.9, 96.0), ("ر", 59.0, 65.0, 100.0)]
    cells, left_out = cells_of(row)
    assert ("".join(cells), left_out["double"]) == ("فأر", 1)


def test_a_kashida_before_a_blank_is_of_the_text():
    row = [("ص", 40.0, 46.0), (" ", 46.0, 49.0), ("\u0640", 49.0, 52.0), ("ه", 52.0, 58.0)]
    assert "".join(cells_of(row)[0]) == "ص \u0640ه"


def test_a_kashida_behind_a_stop_only_stretches_its_line():
    rows = [(")", 30.0, 34.0), (" ", 34.0, 38.0), ("\u0640", 38.0, 41.0), ("؛", 41.0, 44.0), ("7", 44.0, 50.0)]
    cells, left_out = cells_of(rows)
    assert ("".join(cells), left_out["kashida"]) == (") ؛7", 1)
    apart = [("\u0640", 30.0, 33.0), (" ", 33.0, 38.0), ("؛", 38.0, 41.0), ("7", 41.0, 47.0)]
    assert "".join(cells_of(apart)[0]) == "\u0640 ؛7"


def test_the_ligature_of_allah_has_its_alef_once():
    from oic_reports.reading.pdf.page import read_page_lines

    row = [*set_line("نص ", left=30.0), ("الله", 60.0, 72.0, 100.0), ("ا", 72.0, 75.0, 100.0)]
    lines, _ = read_page_lines(make_page(row), Profile(), is_rtl_document=True)
    assert lines[0].text.startswith("الله")


def test_regions_have_their_own_lines():
    # two columns of two lines at the same heights, and a column of a blank between them
    left = [(*glyph[:3], level) for level in (100.0, 116.0) for glyph in set_line("left side")]
    right = [(text, start + 200, end + 200, level) for text, start, end, level in left]
    layer = make_layer([*left, (" ", 180.0, 184.0, 100.0), *right])
    index = LayerIndex.of(layer)
    regions = [np.arange(len(left)), np.array([len(left)]), np.arange(len(left) + 1, len(layer.texts))]
    built = build_regions(layer, index, regions, Profile())
    assert [["".join(line.cells) for line in lines] for lines in built] == [["left side"] * 2, [], ["left side"] * 2]
    assert built == [build_lines(layer, index, region, Profile()) for region in regions]
    assert build_regions(layer, index, regions[1:2], Profile()) == [[]]


def test_an_alef_with_its_sign_over_the_tail_of_a_letter_is_a_letter():
    rows = [("ا\u064b", 50.0, 53.0, 101.0), ("ر", 51.0, 57.0, 100.0), ("ه", 57.0, 62.0, 100.0)]
    assert cells_of(rows)[0] == ["ا\u064b", "ر", "ه"]
    # the sign of an alef that is there
    rows = [("ا\u064b", 50.0, 51.0, 104.0), ("ا", 49.5, 52.0, 100.0), ("ر", 52.0, 58.0, 100.0)]
    assert cells_of(rows)[0] == ["ا\u064b", "ر"]


def test_a_letter_beside_its_whole_cluster_is_one():
    rows = [
        ("ا", 50.0, 52.0, 99.5),
        ("ا\u064b", 50.0, 51.8, 100.0),
        ("\u064b", 50.2, 51.0, 99.5),
        ("ر", 52.0, 58.0, 100.0),
    ]
    assert cells_of(rows)[0] == ["ا\u064b", "ر"]
    # two letters side by side
    rows = [("ب", 50.0, 55.0, 100.0), ("ب\u064e", 55.0, 60.0, 100.0), ("ر", 60.0, 66.0, 100.0)]
    assert cells_of(rows)[0] == ["ب", "ب\u064e", "ر"]


def test_a_hamza_that_its_letter_has_is_not_put_on_it_again():
    layer = make_layer([("أ", 60.0, 64.0)])
    assert _add_marks(layer, "أ", 0, [("\u064f\u0654", 62.0)]) == "أ\u064f"
    assert _add_marks(layer, "ا", 0, [("\u064f\u0654", 62.0)]) == "ا\u064f\u0654"


def test_of_several_kashidas_at_the_end_of_a_word_one_was_typed():
    row = [("ص", 40.0, 46.0), (" ", 46.0, 49.0), *[("\u0640", 49.0 + 3 * step, 52.0 + 3 * step) for step in range(3)]]
    row += [("ه", 58.0, 64.0), ("2", 64.0, 70.0)]
    cells, left_out = cells_of(row)
    assert ("".join(cells), left_out["kashida"]) == ("ص \u0640ه2", 2)
    # the author typed them
    assert "".join(cells_of(row, Profile(has_typed_kashidas=True))[0]).count("\u0640") == 3


def test_a_kashida_that_stretches_the_blank_behind_a_plus_goes():
    row = [*set_line("٥١ ", left=30.0), ("\u0640", 45.0, 48.0), ("+", 48.0, 54.0), (" ", 54.0, 57.0), ("ن", 57.0, 63.0)]
    assert "".join(cells_of(row)[0]) == "٥١ + ن"


def test_a_letter_with_its_sign_that_reaches_over_its_neighbour_is_a_letter():
    row = [("ع", 50.0, 59.0), ("ز\u0651", 56.5, 60.5), ("و", 60.5, 66.0)]
    assert cells_of(row)[0] == ["ع", "ز\u0651", "و"]
    # one that lies over it as a whole, or off the line, is its sign
    assert cells_of([("ع", 50.0, 59.0), ("ز\u0651", 55.0, 58.5), ("و", 60.5, 66.0)])[0] == ["ع\u0651", "و"]
    raised = [("ع", 50.0, 59.0, 100.0), ("ز\u0651", 56.5, 60.5, 96.0), ("و", 60.5, 66.0, 100.0)]
    assert cells_of(raised)[0] == ["ع\u0651", "و"]


def test_a_letter_and_its_sign_that_the_file_names_stand_over_the_tail_of_another():
    word = [("غ", 50.0, 60.3), ("ل\u0651", 54.9, 59.8), ("ب", 59.7, 62.5)]
    assert cells_of(word, tall={1})[0] == ["غ", "ل\u0651", "ب"]
    # one that a map alone names so is a sign
    assert cells_of(word)[0] == ["غ\u0651", "ب"]


def test_a_letter_and_its_sign_that_the_file_names_stand_beside_the_same_letter():
    # two meems, the last of which reaches under the other; a lam under which the jeem behind it reaches
    two = [("م", 50.0, 54.0), ("م\u0651", 52.2, 55.0), ("ر", 55.0, 61.0)]
    assert cells_of(two, tall={1})[0] == ["م", "م\u0651", "ر"]
    assert cells_of(two)[0] == ["م\u0651", "ر"]
    under = [("ج", 50.0, 60.0), ("ل\u0651", 50.8, 57.4), ("ل", 57.0, 60.2)]
    assert cells_of(under, tall={1})[0] == ["ج", "ل\u0651", "ل"]
    # a copy of the whole letter is none
    assert cells_of([("م", 50.0, 54.0), ("م\u0651", 50.5, 53.3)], tall={1})[0] == ["م\u0651"]


def test_a_sign_that_carries_a_lam_tells_that_a_broad_alef_is_one_of_lam_and_alef():
    alefs = [("ا", 10.0, 13.0, 100.0), ("ب", 13.0, 19.0, 100.0), ("ا", 19.0, 22.0, 100.0), ("ب", 22.0, 28.0, 100.0)]
    word = [("ا", 50.0, 56.0, 100.0), ("ل\u064b", 53.5, 55.5, 97.0), ("و", 56.0, 62.0, 100.0)]
    assert cells_of([*alefs, (" ", 28.0, 50.0, 100.0), *word])[0][-2:] == ["ل\u064bا", "و"]
    # over an alef as broad as others the lam is the sign's name alone
    word = [("ا", 50.0, 53.0, 100.0), ("ل\u064b", 51.0, 52.5, 97.0), ("و", 53.0, 59.0, 100.0)]
    assert cells_of([*alefs, (" ", 28.0, 50.0, 100.0), *word])[0][-2:] == ["ا\u064b", "و"]


def test_a_kashida_without_breadth_at_the_edge_of_a_letter_stands_left_of_it():
    row = [("ص", 40.0, 46.0), (" ", 46.0, 49.0), ("ه", 50.0, 56.0), ("\u0640", 50.0, 50.0), ("2", 56.0, 62.0)]
    assert "".join(cells_of(row)[0]) == "ص \u0640ه2"
    # one that has breadth stands where it does
    row[3] = ("\u0640", 56.0, 59.0)
    row[4] = ("2", 59.0, 65.0)
    assert "".join(cells_of(row)[0]) == "ص ه\u06402"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a blank and a letter of the word before a number begin under its last figure
        ([("ب", 84.0, 92.0), (" ", 77.0, 80.0), ("5", 60.0, 66.0), ("0", 66.0, 72.0), ("8", 72.0, 78.5)], "508ب"),
        ([("ب", 74.0, 82.0), ("5", 60.0, 66.0), ("0", 66.0, 72.0), ("8", 75.0, 81.0)], "508ب"),
        # signs that were not painted one after the other
        ([("5", 60.0, 66.0), ("ب", 66.0, 74.0), ("8", 72.5, 78.5)], "5ب8"),
    ],
)
def test_the_figures_of_a_number_that_lies_over_a_word_stay_together(rows, expected):
    layer = make_layer(rows)
    lines = build_lines(layer, LayerIndex.of(layer), np.arange(len(rows)), Profile())
    assert ["".join(cell for cell in line.cells if cell != " ") for line in lines] == [expected]


@pytest.mark.parametrize("digits", ["12", "١٢", "۱۲"])
def test_raised_digits_of_all_forms_are_one_mark(digits):
    rows = [*set_line("طن مخزن", left=60.0), *((d, 54.0 + 3 * n, 57.0 + 3 * n, 96.0) for n, d in enumerate(digits))]
    layer = make_layer(rows)
    layer.size[-2:] = 7.0
    (line,) = build_lines(layer, LayerIndex.of(layer), np.arange(len(rows)), Profile())
    assert (line.cells[0], line.lefts[0], line.rights[0]) == ("¹²", 54.0, 60.0)
    assert line.cells[1] == "ط"


@pytest.mark.parametrize(("height", "mark"), [(95.0, "²"), (97.0, "2")])
def test_a_digit_hardly_smaller_is_a_mark_where_it_stands_high(height, mark):
    rows = [*set_line("stated."), ("2", 92.0, 97.0, height)]
    layer = make_layer(rows)
    layer.size[-1] *= 6 / 7
    (line,) = build_lines(layer, LayerIndex.of(layer), np.arange(len(rows)), Profile())
    assert line.cells[-1] == mark
