"""Which of two readings of a scan is kept: the layer that its file brings, or what is recognised here."""

import pytest
from drawn import make_page, make_stream

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.word_lines import to_lines
from oic_reports.reading.pdf.worth import compare_worth

GREY = make_stream("\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
RESOURCES = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>/XObject<</Im 6 0 R>>>>"
RIGHT = ["La seance a été levée à dix heures.", "Les États membres ont adopté la résolution."]
WRONG = ["La seance a eté levée a dix heures.", "Les Etats membres ont adopté la resolution."]


class Recogniser:
    """Gives the same lines for every page."""

    engine = "engine 1"

    def __init__(self, texts):
        self.texts = texts

    def read_page(self, _document, page, **_):
        words = [
            Word(text, 60.0 + 70 * place, 100.0 + 40 * row, 125.0 + 70 * place, 120.0 + 40 * row, (1, 1, row), 90.0)
            for row, line in enumerate(self.texts)
            for place, text in enumerate(line.split())
        ]
        return to_lines(words, page, 1.0)


def make_scan(texts):
    shown = "".join(f"BT /F1 12 Tf 3 Tr 60 {740 - 40 * row} Td ({text}) Tj ET " for row, text in enumerate(texts))
    named = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    return make_page(f"q 595 0 0 842 0 0 cm /Im Do Q {shown}", GREY, named, box=RESOURCES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["la résolution est adoptée"], ["la resolution est adoptee"]),
        (["1. The Committee agreed"], ["The Committee agreed"]),
        (["قرر الاجتماع ما يلي"], ["قرر الاجنماع ما يلي"]),
        (["The Committee agreed on the budget"], ["The Committee on the budget"]),
    ],
)
def test_words_that_exist_speak_for_a_reading_and_others_against_it(one, other):
    assert compare_worth(one, other) > 0 > compare_worth(other, one)


def test_words_that_both_have_and_signs_weigh_nothing():
    assert compare_worth(["the Committee, agreed"], ["(the Committee) agreed ---"]) == 0


@pytest.mark.parametrize(
    ("layer", "recognised", "kept", "note"),
    [
        (WRONG, RIGHT, RIGHT, None),
        (RIGHT, WRONG, RIGHT, "recognised_text_layer"),
        (RIGHT, RIGHT, RIGHT, "recognised_text_layer"),
    ],
)
def test_the_better_of_layer_and_recognised_text_is_kept(layer, recognised, kept, note):
    reading = read_pdf(make_scan(layer), Recogniser(recognised))
    assert [line.text for line in reading.lines] == kept
    assert reading.notes == ([note] if note else [])
    assert reading.ocr == (None if note else "engine 1")


def test_a_layer_that_recognition_betters_by_less_than_a_word_is_kept():
    layer, recognised = [RIGHT[0], "les eaux, 20 mg/s, Qzv"], [RIGHT[0], "les eaux, 20 m /s, Qzw"]
    assert 0 < compare_worth(recognised, layer) < compare_worth(["la résolution"], ["la resolution"])
    assert [line.text for line in read_pdf(make_scan(layer), Recogniser(recognised)).lines] == layer


def test_a_scan_with_a_layer_asks_for_recognition_and_passes_where_there_is_none():
    with pytest.raises(UnreadableFileError) as refused:
        read_pdf(make_scan(RIGHT))
    assert refused.value.reason == "ocr_needed"
    reading = read_pdf(make_scan(RIGHT), trusts_layers=True)
    assert [line.text for line in reading.lines] == RIGHT
    assert reading.notes == ["recognised_text_layer"]
