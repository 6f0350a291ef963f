import pytest
from glyph_lines import make_page, set_line

from oic_reports.reading.pdf.cells import Profile
from oic_reports.reading.pdf.page import count_letters, is_laid_out_from_left, learn_profile, read_page_lines


def show(text):
    """Arabic text without numbers as it is seen from left to right."""
    return text[::-1]


def read(rows, *, is_rtl=True):
    lines, _ = read_page_lines(make_page(rows), Profile(), is_rtl_document=is_rtl)
    return [line.text for line in lines]


def test_an_arabic_line():
    assert read(set_line(show("رحب الاجتماع بالقرار."))) == ["رحب الاجتماع بالقرار."]


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        (show("إلى ما يلي") + ":", "إلى ما يلي:"),
        (show("أكثر من شخص") + ".", "أكثر من شخص."),
        ("1. " + show("تدين بأشد العبارات"), "1. تدين بأشد العبارات"),
    ],
)
def test_arabic_that_was_laid_out_from_the_left(visual, text):
    assert is_laid_out_from_left(visual)
    assert read(set_line(visual)) == [text]


@pytest.mark.parametrize("visual", [show("رحب بالقرار."), ".2019 " + show("في عام"), "OIC/REP.", "-1 " + show("رحب")])
def test_lines_that_were_laid_out_right(visual):
    assert not is_laid_out_from_left(visual)


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        ("The Meeting agreed on the report.", "The Meeting agreed on the report."),
        (".(ECOWAS)", "(ECOWAS)."),
        ("OIC/CFM-46/2019/REP", "OIC/CFM-46/2019/REP"),
    ],
)
def test_latin_lines_of_an_arabic_document(visual, text):
    assert read(set_line(visual, left=330.0)) == [text]


def test_a_latin_word_is_parted_from_the_arabic_word_after_it():
    visual = show("من الأدوات") + "Python " + show("لغة")
    assert read(set_line(visual)) == ["لغة Python من الأدوات"]


def test_a_particle_stays_with_its_latin_name():
    assert read(set_line("IRCICA" + show("للمنظمة و"))) == ["للمنظمة وIRCICA"]


def test_which_letters_most_of_a_document_has():
    _, is_rtl = learn_profile([make_page(set_line(show("رحب الاجتماع") + " OIC"))])
    assert is_rtl
    assert count_letters(["ب", "لا", "a", "1", " "]) == (2, 1)


def test_boxes_stay_on_the_page():
    lines, _ = read_page_lines(
        make_page(set_line("text beyond the edge", left=560.0)), Profile(), is_rtl_document=False
    )
    assert lines[0].box.x1 == 595.0


def test_the_end_of_an_arabic_sentence_in_a_column_on_the_left():
    assert read(set_line(".example.org", left=60.0)) == ["example.org."]


@pytest.mark.parametrize(("visual", "text"), [(")EKOP", "EKOP)"), ("(EKOP)", "(EKOP)"), ("EKOP)2(", "EKOP(2)")])
def test_brackets_of_latin_cells_in_an_arabic_document(visual, text):
    assert read(set_line(visual, left=90.0)) == [text]


def test_a_bracket_that_a_latin_sentence_opens_stays():
    assert read(set_line("(Draft of the Secretariat of", left=90.0)) == ["(Draft of the Secretariat of"]


def test_an_arabic_stop_is_written_to_the_latin_word_before_it():
    assert read(set_line("؛ISO رايعملا")) == ["المعيار ISO؛"]
    assert read(set_line("؟ISO وه ام")) == ["ما هو ISO؟"]


@pytest.mark.parametrize(("end", "gap", "cells"), [("-", 12.0, 2), ("-", 10.0, 0), ("n", 12.0, 0), ("n", 15.0, 2)])
def test_behind_a_divided_word_a_narrower_gap_parts_cells(end, gap, cells):
    line = set_line(f"Council of Coope{end}")
    rows = [*line, *set_line("Distr. Limited", left=line[-1][2] + gap)]
    lines, _ = read_page_lines(make_page(rows), Profile(), is_rtl_document=False)
    assert len(lines[0].parts) == cells


@pytest.mark.parametrize(
    ("label", "seen"), [("ب-", "-ب"), ("(ب)", ")ب("), ("ب)", "(ب"), ("هـ-", "-ـه"), ("12-", "-12"), ("٣.", ".٣")]
)
def test_a_blank_stands_where_a_tab_behind_a_label_has_hardly_room(label, seen):
    rows = set_line(show("رحب الاجتماع بالقرار"))
    assert read([*rows, *set_line(seen, left=rows[-1][2] + 0.8)]) == [f"{label} رحب الاجتماع بالقرار"]


@pytest.mark.parametrize("label", ["ب-", "هـ-"])
def test_a_label_that_was_typed_close_to_its_text_stays_so(label):
    assert read(set_line(show(f"{label}رحب الاجتماع بالقرار"))) == [f"{label}رحب الاجتماع بالقرار"]
