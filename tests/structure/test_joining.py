import pytest

from oic_reports.model import Box, Decoded, Line
from oic_reports.structure.body.boxes import merge_boxes
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.prepare import prepare_lines


def join(*texts):
    lines = [PrintedLine(Line(text, number), after_gap=False) for number, text in enumerate(texts, 1)]
    return Paragraph("operative", lines, list(texts)).text_raw


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("agreed on", "the report"), "agreed on the report"),
        (("see document S/", "2017/473"), "see document S/2017/473"),
        (("available at https://", "www.example.org"), "available at https://www.example.org"),
        (("on 1-", "2 March"), "on 1-2 March"),
        (("Total", "14,382,7", "50"), "Total 14,382,750"),
        (("المجموع", "2.604.31", "5"), "المجموع 2.604.315"),
        (("Total", "14,382,750", "50"), "Total 14,382,750 50"),
        (("Total", "14,38", "2"), "Total 14,38 2"),
        (("Total", "14,382,7", "5"), "Total 14,382,7 5"),
        (("Total", "14,382.7", "50"), "Total 14,382.7 50"),
        (("the African Union (", "AU)"), "the African Union (AU)"),
        (("after COVID-", "19 ended"), "after COVID-19 ended"),
        (("the well-", "known case"), "the well- known case"),
        (("OIC -", "Mali"), "OIC - Mali"),
        (("the road Dakar–", "Nouakchott–Tanger"), "the road Dakar–Nouakchott–Tanger"),
        (("the hall—", "it is small—holds ten"), "the hall—it is small—holds ten"),
        (("the hall", "—it is small—holds ten"), "the hall—it is small—holds ten"),
        (("la salle –", "petite – est pleine"), "la salle – petite – est pleine"),
        (("it decided:", "—to pay"), "it decided: —to pay"),
        (("(https://an.example/list?", "kind=7)."), "(https://an.example/list?kind=7)."),
        (("الموقع: https://an.example/ar/", "وتتولى الأمانة ذلك"), "الموقع: https://an.example/ar/ وتتولى الأمانة ذلك"),
        (("الموقع: https://an.example/ar/", "list/7 وتتولى"), "الموقع: https://an.example/ar/list/7 وتتولى"),
        (("at https://an.example/list?kind=7&", "page=2, that"), "at https://an.example/list?kind=7&page=2, that"),
        (
            ("Have you seen https://an.example/list?", "It is long."),
            "Have you seen https://an.example/list? It is long.",
        ),
        (("is it a list?", "kind=7"), "is it a list? kind=7"),
    ],
)
def test_lines_are_joined_where_they_were_broken(lines, text):
    assert join(*lines) == text


def test_what_a_reader_put_right_is_a_repair_of_the_raw_text():
    first = PrintedLine(
        Line("1- نظام المعلوماتية", 1, decoded=(Decoded(10, 12, "'", "pdf.glyph_name"),)), after_gap=True
    )
    second = PrintedLine(Line("في المملكة", 2, decoded=(Decoded(5, 7, ")", "pdf.learnt_map"),)), after_gap=False)
    block = Paragraph("operative", [first, second], ["نظام المعلوماتية", "في المملكة"]).to_block("ar")
    assert block.text == "نظام المعلوماتية في المملكة"
    assert block.text_raw == "نظام ال'لوماتية في ال)لكة"
    assert [(r.before, r.after, r.confidence) for r in block.repairs] == [("'", "مع", "high"), (")", "مم", "medium")]
    assert [block.text_raw[r.raw_start : r.raw_end] for r in block.repairs] == ["'", ")"]


def test_boxes_of_lines_become_one_a_page_and_column():
    lines = [Box(1, 70, 100 + 20 * n, 500, 112 + 20 * n) for n in range(3)]
    assert merge_boxes(lines) == (Box(1, 70, 100, 500, 152),)
    assert len(merge_boxes([*lines, Box(2, 70, 60, 500, 72)])) == 2
    assert len(merge_boxes([Box(1, 70, 700, 280, 712), Box(1, 320, 100, 520, 112)])) == 2
    assert merge_boxes([]) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Meeting requested a report on the matter from the Secretariat."),
        ("fr", "La Réunion a demandé un rapport à ce sujet au Secrétariat."),
    ],
)
def test_sentences_of_a_numbered_paragraph_are_no_titles(language, sentence):
    line = Line(f"3. {sentence} {sentence}", 1)
    assert len(prepare_lines([PrintedLine(line, after_gap=True, language=language)], language)) == 1
