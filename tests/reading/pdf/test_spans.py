from collections import Counter

import numpy as np
import pytest

from oic_reports.reading.pdf import spans
from oic_reports.reading.pdf.clusters import merge_characters
from oic_reports.reading.pdf.objects import TEXT, Overview
from oic_reports.reading.pdf.painters import Painters


def settle(monkeypatch, text, painted):
    """Settle a span of two objects: a sign at 100 by 20, its letter at 101 by 10; ``painted`` are characters by object.

    Gives the characters that stay, their origins, and the places of signs that were set.
    """
    monkeypatch.setattr(spans, "_get_innermost", lambda _: 7)
    monkeypatch.setattr(spans, "read_mark", lambda _: (7, text))
    monkeypatch.setattr(spans, "measure_objects", lambda _: np.array([[100.0, 20, 103, 23], [101, 10, 109, 19]]))
    monkeypatch.setattr(spans, "read_matrix", lambda handle: (1, 0, 0, 1, *((100, 20) if handle == 1 else (101, 10))))
    codes = np.array([ord(sign) for run in painted for sign in run])
    member = np.array([number for number, run in enumerate(painted) for _ in run])
    painters = Painters(np.array([1, 2][: len(painted)]), np.zeros((2, 6)), np.zeros(2), member)
    origins = np.tile([100.0, 20.0], (len(codes), 1))
    boxes = np.zeros((len(codes), 4))
    keep = np.ones(len(codes), np.bool_)
    overview = Overview([1, 2], [TEXT, TEXT], 0.0)
    bearers, signs = spans.settle_spans(overview, painters, origins, boxes, keep, codes)
    assert bool(bearers.size) == bool(signs.size)
    kept = np.flatnonzero(keep)
    return "".join(map(chr, codes[kept].tolist())), origins[kept].tolist(), signs.tolist()


@pytest.mark.parametrize(
    "painted", [["ب\u064e"], ["\u064eب"], ["ب\u064e", "ب\u064e"], ["\u064eب", "ب\u064e"]], ids=range(4)
)
def test_a_letter_and_its_sign_stand_where_the_letter_is_painted(monkeypatch, painted):
    assert settle(monkeypatch, "ب\u064e", painted) == ("ب\u064e", [[101.0, 10.0]] * 2, [1])


def test_a_letter_with_two_signs_is_given_once(monkeypatch):
    text, _, signs = settle(monkeypatch, "د\u0651\u064e", ["د\u0651\u064e", "\u064e\u0651د"])
    assert (text, signs) == ("د\u0651\u064e", [1, 2])


def test_signs_of_several_letters_stay_where_they_are_painted(monkeypatch):
    assert settle(monkeypatch, "لا\u064b", ["\u064bلا"])[::2] == ("لا\u064b", [2])
    text, origins, signs = settle(monkeypatch, "ب\u064eن", ["ب\u064eن"])
    assert (text, origins, signs) == ("ب\u064eن", [[100.0, 20.0]] * 3, [])
    # their order is that of the file's own text
    assert settle(monkeypatch, "ص\u0651ر", ["ر\u0651ص"])[0] == "ص\u0651ر"


def test_of_several_signs_at_one_object_the_file_tells_whose_they_are(monkeypatch):
    text, origins, signs = settle(monkeypatch, "ب\u064eن\u0650", ["\u0650ن\u064eب"])
    assert text == "ب\u064eن\u0650"
    assert origins == [[105.0, 10.0]] * 2 + [[101.0, 10.0]] * 2
    assert signs == [1, 3]


def test_a_letter_and_its_sign_of_one_object_are_named_by_the_file(monkeypatch):
    monkeypatch.setattr(spans, "_get_innermost", lambda _: 7)
    monkeypatch.setattr(spans, "read_mark", lambda _: (7, "ق\u0651"))
    codes = np.array([ord("\u0651"), ord("ق")])
    painters = Painters(np.array([1]), np.zeros((1, 6)), np.zeros(1), np.zeros(2, np.int64))
    origins, boxes, keep = (
        np.tile([100.0, 20.0], (2, 1)),
        np.array([[100.0, 0, 103, 9], [102, 0, 106, 9]]),
        [True, True],
    )
    found = spans.settle_spans(Overview([1], [TEXT], 0.0), painters, origins, boxes, np.array(keep), codes)
    assert [column.tolist() for column in found] == [[0], [1]]
    assert "".join(map(chr, codes.tolist())) == "ق\u0651"


def merge(characters):
    """The texts of characters, given as (sign, origin, left, right) on one line."""
    signs, origins, lefts, rights = zip(*characters, strict=True)
    origin = np.array([[x, 50.0] for x in origins])
    codes = np.array([ord(sign) for sign in signs])
    size = np.full(len(codes), 16.0)
    texts, *_ = merge_characters(
        codes, np.zeros(len(codes), np.bool_), {}, origin, np.array(lefts, float), np.array(rights, float), size
    )
    return texts


def test_the_words_of_one_glyph_are_in_order():
    phrase = "صلى الله عليه وسلم"
    turned = " ".join(word[::-1] for word in phrase.split(" ")[::-1])
    for given in (phrase, phrase[::-1], turned):
        assert merge([("ه", 80, 80, 90), *((sign, 60, 60, 78) for sign in given)]) == ["ه", phrase]
    # letters of another phrase, and those that stand apart
    assert phrase not in merge([(sign, 60, 60, 78) for sign in "صلى الله"])
    assert phrase not in merge(
        [(sign, 200 - 5 * place, 200 - 5 * place, 205 - 5 * place) for place, sign in enumerate(phrase)]
    )


def test_three_full_stops_of_one_glyph_are_one_sign():
    assert merge([(".", 60, 60, 72)] * 3) == ["…"]
    assert merge([(".", 60, 60, 64), (".", 64, 64, 68), (".", 68, 68, 72)]) == [".", ".", "."]


def test_a_lam_that_reaches_back_from_its_origin_is_no_ligature_with_the_alef_before_it():
    assert merge([("ا", 60, 60, 64), ("ل", 60, 53, 60)]) == ["ا", "ل"]
    assert merge([("ا", 60, 60, 62), ("ل", 60, 60, 67)]) == ["لا"]


def test_the_alef_of_a_ligature_keeps_its_sign_where_the_stream_parts_it_from_its_lam():
    apart = [("ا", 60, 60, 62), ("\u064b", 60, 60, 62), ("و", 70, 70, 76), ("ل", 60, 60, 66)]
    assert Counter(merge(apart)) == Counter(["لاً", "و"])


def drop_squeezed(monkeypatch, marks=(7, 7), room=(100.0, 130.0), squeezed=None):
    """Words that an object paints in ``room``, and those that stand squeezed in the next one: what stays and where."""
    monkeypatch.setattr(spans, "_get_innermost", lambda handle: marks[handle - 1])
    monkeypatch.setattr(spans, "read_mark", lambda _: (7, ""))
    text = "\u0651 نبأُ"
    codes = np.array([ord(sign) for sign in text + (squeezed or text)])
    member = np.repeat([0, 1], len(text))
    edges = np.concatenate([np.linspace(*edges[::-1], len(text) + 1)[1:] for edges in (room, (131.0, 133.0))])
    width = np.repeat([(room[1] - room[0]) / len(text), 2.0 / len(text)], len(text))
    boxes = np.column_stack([edges, edges * 0 + 9, edges + width, edges * 0])
    origins = boxes[:, :2].copy()
    keep = np.ones(len(codes), np.bool_)
    painters = Painters(np.array([1, 2]), np.zeros((2, 6)), np.zeros(2), member)
    spans.settle_spans(Overview([1, 2], [TEXT, TEXT], 0.0), painters, origins, boxes, keep, codes)
    kept = np.flatnonzero(keep)
    return [(chr(codes[place]), round(float(boxes[place, 0]), 1), round(float(boxes[place, 2]), 1)) for place in kept]


@pytest.mark.parametrize(("sign", "is_other"), [((60, 66), True), ((60, 70), False), ((70, 73), False)])
def test_a_sign_at_the_origin_of_the_next_letter_may_be_that_of_the_one_before(sign, is_other):
    # two glyphs, and one whose box is given to both, or divided
    found = merge([("ت", 70, 70, 75), ("\u064f", 60, *sign), ("م", 60, 60, 70)])
    assert found == (["ت", "\u064f", "م"] if is_other else ["ت", "م\u064f"])


@pytest.mark.parametrize(("ink", "left"), [((10.0, 11.0), 92.0), ((8.0, 9.5), 101.0), ((16.0, 18.0), 101.0)])
def test_what_stretches_a_letter_with_its_sign_is_of_it(monkeypatch, ink, left):
    # of a kashida, and signs below and above the line, at 92 beside a letter at 101 by 10
    monkeypatch.setattr(spans, "_get_innermost", lambda _: 7)
    monkeypatch.setattr(spans, "read_mark", lambda _: (7, "ل\u0651"))
    bounds = np.array([[92.0, ink[0], 100, ink[1]], [101, 10, 109, 19]])
    monkeypatch.setattr(spans, "measure_objects", lambda _: bounds)
    monkeypatch.setattr(spans, "read_matrix", lambda handle: (1, 0, 0, 1, 92 if handle == 1 else 101, 10))
    painters = Painters(np.array([1]), np.zeros((1, 6)), np.zeros(1), np.zeros(2, np.int64))
    origins, boxes = np.tile([92.0, 10.0], (2, 1)), np.zeros((2, 4))
    codes = np.array([ord("ل"), 0x651])
    spans.settle_spans(Overview([1, 2], [TEXT, TEXT], 0.0), painters, origins, boxes, np.ones(2, np.bool_), codes)
    assert origins[:, 0].tolist() == [left] * 2


def test_words_that_are_squeezed_into_their_sign_stand_where_they_are_painted(monkeypatch):
    found = drop_squeezed(monkeypatch)
    # the sign with which they begin is that of the letter before them
    assert found[-1][0] == "\u0651"
    assert found[-1][1] > 132.0
    assert found[:-1] == [
        (" ", 122.5, 130.0),
        ("ن", 115.0, 122.5),
        ("ب", 107.5, 115.0),
        ("أ", 100.0, 107.5),
        ("\u064f", 100.0, 107.5),
    ]


def test_words_of_two_spans_or_of_one_breadth_stay(monkeypatch):
    assert len(drop_squeezed(monkeypatch, marks=(7, 8))) == 12
    assert len(drop_squeezed(monkeypatch, room=(100.0, 103.0))) == 12
    # signs in another order are other words
    assert len(drop_squeezed(monkeypatch, squeezed="نبأُ \u0651")) == 12
