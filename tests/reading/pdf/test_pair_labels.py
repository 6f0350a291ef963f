import pytest
from printed import make_line, make_lines

from oic_reports.model import Decoded
from oic_reports.reading.pdf.pair_labels import settle_broken_islands, settle_pair_labels

ARABIC = {"is_rtl": True, "rtl_letters": 20, "flow": "starts"}


def settle(*labels, **more):
    lines = make_lines(*(f"{label} عقد الاجتماع جلسته" for label in labels), **{**ARABIC, **more})
    settle_pair_labels(lines)
    return [line.text.split()[0] for line in lines]


def test_labels_that_were_read_the_other_way_are_turned():
    seen = ["1-1", "1-2", "1-3", "1-2", "2-2", "2-3", "1-3", "2-3", "1-4"]
    assert settle(*seen) == ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "3-1", "3-2", "4-1"]


def test_labels_all_of_which_were_read_the_other_way():
    assert settle("1-1", "2-1", "3-1", "1-2", "2-2") == ["1-1", "1-2", "1-3", "2-1", "2-2"]


def test_a_document_may_count_anew():
    assert settle("1-1", "1-2", "2-1", "1-1", "1-2", "1-2") == ["1-1", "1-2", "2-1", "1-1", "1-2", "2-1"]


@pytest.mark.parametrize(
    "labels",
    [
        # no more than two of a sequence
        ["1-1", "2-1"],
        # days of months
        ["2-3", "5-7", "22-23", "1-2", "4-9"],
        # one sequence among as many ranges
        ["1-1", "2-1", "3-1", "5-9", "4-8", "12-30"],
    ],
)
def test_what_is_no_sequence_stays(labels):
    assert settle(*labels) == labels


@pytest.mark.parametrize(
    ("chapter", "section", "read"),
    [
        ("الفصل الثاني: الآبار", "1-2 القرى", "2-1 القرى"),
        ("الباب 3", "1-3 القرى", "3-1 القرى"),
        ("الفصل الثاني: الآبار", "2-1 القرى", "2-1 القرى"),
        # of another chapter, days of a month, a sentence, a chapter that a sentence names
        ("الفصل الثاني: الآبار", "1-3 القرى", "1-3 القرى"),
        ("الفصل الثاني: الآبار", "1-2 مايو", "1-2 مايو"),
        ("الفصل الثاني: الآبار", "1-2 عقد الاجتماع.", "1-2 عقد الاجتماع."),
        ("الفصل الثاني من التقرير عن الآبار", "1-2 القرى", "1-2 القرى"),
    ],
)
def test_a_lone_label_begins_with_the_number_of_its_chapter(chapter, section, read):
    lines = make_lines(chapter, section, **ARABIC)
    settle_pair_labels(lines)
    assert lines[1].text == read


def test_lines_that_go_on_are_no_labels():
    lines = make_lines(*(f"{label} عقد" for label in ("1-1", "1-2", "1-2", "1-3")), **ARABIC)
    lines[2].flow = "continues"
    settle_pair_labels(lines)
    assert [line.text[:3] for line in lines] == ["1-1", "1-2", "1-2", "1-3"]


@pytest.mark.parametrize(("start", "is_turned"), [(8, True), (1, False)])
def test_what_was_put_right_in_a_label_keeps_its_place(start, is_turned):
    lines = make_lines(*(f"{label} عقد الاجتماع" for label in ("1-1", "1-2", "1-3", "1-2", "2-2")), **ARABIC)
    lines[3].decoded = (Decoded(start, start + 1, "\ufffd", "pdf.learnt_map"),)
    settle_pair_labels(lines)
    assert lines[3].text.startswith("2-1" if is_turned else "1-2")


def island(before, text, **more):
    lines = [
        make_line(before, 100.0, **ARABIC),
        make_line(text, 116.0, **{**ARABIC, "flow": "continues", **more}),
    ]
    settle_broken_islands(lines)
    return lines[1].text


def test_a_number_behind_a_latin_word_that_ends_the_line_before_is_of_its_island():
    assert island("وفق المعيار ISO/IEC", "4-15459؛") == "15459-4؛"


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("المذكرة رقم OIC/HUM/", "2029-114 المؤرخة", "114-2029 المؤرخة"),
        ("المعيار EN", "4:2019-15459.", "15459-4:2019."),
        ("المذكرة رقم OIC/12/", "2029-114.", "114-2029."),
        ("المعيار IEC", "3-3-62443 نافذ", "62443-3-3 نافذ"),
        # digits of Arabic are of no Latin island; what stands between is another word
        ("المذكرة رقم OIC/HUM/", "٢٠٢٩-١١٤ المؤرخة", "٢٠٢٩-١١٤ المؤرخة"),
        ("المنظمة (OIC)،", "16-14 مارس", "16-14 مارس"),
        ("بقرار UNSCR", "(2000) 1325 في", "1325 (2000) في"),
        ("بقرار UNSCR", "(12) 1325 في", "(12) 1325 في"),
    ],
)
def test_numbers_of_a_symbol_that_a_line_divides(before, text, read):
    assert island(before, text) == read


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("وفق المعيار BS/EN", "(Part 3) 2210:1997 في", "2210:1997 (Part 3) في"),
        ("وفق المعيار", "(Part 3) 2210:1997 في", "(Part 3) 2210:1997 في"),
        ("وفق المعيار BS/EN", "(القسم 3) 2210:1997 في", "(القسم 3) 2210:1997 في"),
        ("وفق المعيار BS/EN", "(Part 3) 2210م في", "(Part 3) 2210م في"),
    ],
)
def test_a_number_before_brackets_is_of_the_island_too(before, text, read):
    assert island(before, text) == read


@pytest.mark.parametrize(
    ("before", "text", "more", "read"),
    [
        ("عن «المنتدى» (/ Trade Forum", "Forum du commerce) في", {}, "عن «المنتدى» (Trade Forum /"),
        ("عن المنتدى [; UNDP", "UNIDO] في", {}, "عن المنتدى [UNDP ;"),
        # without a bracket nothing tells; an Arabic line below; another paragraph
        ("عن المنتدى / Trade Forum", "Forum du commerce في", {}, "عن المنتدى / Trade Forum"),
        ("عن المنتدى (/ Trade Forum", "ومجلسه)", {}, "عن المنتدى (/ Trade Forum"),
        ("عن المنتدى (/ Trade Forum", "Forum du commerce)", {"flow": "starts"}, "عن المنتدى (/ Trade Forum"),
    ],
)
def test_a_sign_between_latin_words_stands_behind_those_that_end_the_line(before, text, more, read):
    lines = [make_line(before, 100.0, **ARABIC), make_line(text, 116.0, **{**ARABIC, "flow": "continues", **more})]
    settle_broken_islands(lines)
    assert lines[0].text == read


@pytest.mark.parametrize(
    ("before", "text", "more"),
    [
        ("في المادة", "4-15459؛", {}),
        ("وفق المعيار ISO/IEC", "4-15459؛", {"flow": "starts"}),
        ("وفق المعيار ISO/IEC", "4-15459؛", {"region": 1}),
        ("وفق المعيار ISO/IEC", "4-15459/2", {}),
    ],
)
def test_numbers_behind_something_else_stay(before, text, more):
    assert island(before, text, **more) == text


@pytest.mark.parametrize(
    ("before", "text", "more", "read"),
    [
        ("إلى العنوان -press", "room@example.org.", {}, "إلى العنوان press-"),
        ("إلى العنوان -press", "room@example.org.", {"flow": "starts"}, "إلى العنوان -press"),
        ("إلى العنوان -press", "room of the", {}, "إلى العنوان -press"),
        ("إلى العنوان-press", "room@example.org.", {}, "إلى العنوان-press"),
    ],
)
def test_the_hyphen_of_an_address_that_goes_on_below_stands_behind_its_word(before, text, more, read):
    lines = [make_line(before, 100.0, **ARABIC), make_line(text, 116.0, **{**ARABIC, "flow": "continues", **more})]
    settle_broken_islands(lines)
    assert lines[0].text == read


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("انظر الوثيقة [-CAB", "HUM/2041/RD.5].", "انظر الوثيقة [CAB-"),
        ("ورد في -CAB", "41/HUM/5.", "ورد في CAB-"),
        # a point of a list, a word of its own, and a rest that is no symbol
        ("ورد في -Cab", "41/HUM/5.", "ورد في -Cab"),
        ("ورد في-CAB", "41/HUM/5.", "ورد في-CAB"),
        ("ورد في -CAB", "41 دولة", "ورد في -CAB"),
    ],
)
def test_a_symbol_that_goes_on_below_its_hyphen(before, text, read):
    lines = [make_line(before, 100.0, **ARABIC), make_line(text, 116.0, **{**ARABIC, "flow": "continues"})]
    settle_broken_islands(lines)
    assert lines[0].text == read
