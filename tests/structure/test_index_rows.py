"""Rows of an index are one block each, over however many lines they are printed."""

import pytest

from oic_reports.model import Line
from oic_reports.structure.body.index_rows import group_rows, is_banner, make_rows
from oic_reports.structure.lines.printed_lines import PrintedLine


def lay_out(*texts, language="en", hint=None):
    return [
        PrintedLine(Line(text, number, hint=hint), after_gap=False, language=language)
        for number, text in enumerate(texts)
    ]


def rows(*texts, **more):
    return [" / ".join(line.text for line in row) for row in group_rows(lay_out(*texts, **more))]


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (
            ("CONTENTS", "List of wells", "of the coast", "7", "Report on dams", "11"),
            "en",
            ["CONTENTS", "List of wells / of the coast / 7", "Report on dams / 11"],
        ),
        (
            ("SOMMAIRE", "1", "Rapport sur les puits", "7", "2", "Liste des barrages", "11"),
            "fr",
            ["SOMMAIRE", "1 / Rapport sur les puits / 7", "2 / Liste des barrages / 11"],
        ),
        (
            ("الفهرس", "تقرير عن الآبار", "3", "كلمة الختام 12-14", "قائمة السدود .... 19"),
            "ar",
            ["الفهرس", "تقرير عن الآبار / 3", "كلمة الختام 12-14", "قائمة السدود .... 19"],
        ),
    ],
    ids=["title over two lines", "number, title, page", "Arabic"],
)
def test_a_row_ends_with_its_page(texts, language, expected):
    assert rows(*texts, language=language) == expected


@pytest.mark.parametrize(
    "texts",
    [("1. Wells", "2. Dams"), ("A Wells", "B Dams"), ("V Wells", "VI Dams"), ("12 Wells", "13 Dams")],
)
def test_rows_without_pages_begin_with_their_numbers(texts):
    assert rows(*texts) == list(texts)


def test_the_numbers_of_resolutions_begin_rows():
    texts = ("Resolution No. 1/4-W on", "the wells", "Resolution No. 2/4-W on", "the dams")
    assert rows(*texts) == [" / ".join(texts[:2]), " / ".join(texts[2:])]


def test_the_number_of_a_resolution_may_stand_behind_that_of_its_row():
    texts = ["1 Resolution No. 1/39-E on Wells", "Resolution No. 2/39-E on Orchards", "Resolution No. 3/39-E on Dams 7"]
    assert rows(*texts) == texts


@pytest.mark.parametrize(
    ("row", "below", "is_page"),
    [
        ("Resolution No. 3/42-W on Wells 3", "7", True),
        ("Résolution N° 3/42-W sur les puits 3", "7", True),
        ("Resolution No. 3/42-W on Wells 5", "7", False),
        ("Resolution No. 3/42-W on Wells 3", "3", False),
    ],
    ids=["its own number", "French", "a page", "the page again"],
)
def test_a_number_below_the_last_row_is_its_page_where_the_row_ends_with_its_own(row, below, is_page):
    above = "Resolution No. 2/42-W on Dams 2"
    assert rows(above, row, below) == ([above, f"{row} / {below}"] if is_page else [above, row, below])


def test_a_resolution_inside_a_title_begins_no_row():
    texts = ("Report on what was done for", "Resolution No. 1/4-W on the wells", "7")
    assert rows(*texts) == [" / ".join(texts)]


def test_a_heading_begins_a_row_below_one_without_a_page():
    assert rows("List of wells", "CONTENTS") == ["List of wells", "CONTENTS"]


def test_a_number_alone_takes_the_title_below_it_along():
    assert rows("I.", "A Survey of Wells", "3") == ["I. / A Survey of Wells / 3"]
    assert rows("4", "A Survey of Wells", "3") == ["4 / A Survey of Wells / 3"]


def test_a_word_in_capitals_heads_a_part_of_the_index():
    assert rows("ADDENDUMS", "List of wells", "7") == ["ADDENDUMS", "List of wells / 7"]
    assert rows("OPENING SPEECH", "of the host", "7") == ["OPENING SPEECH / of the host / 7"]


def test_rows_of_a_table_stay_rows():
    assert rows("List of wells", "List of dams", hint="table") == ["List of wells", "List of dams"]


def test_a_year_is_no_page():
    assert rows("List of wells of 2031", "on the coast", "7") == ["List of wells of 2031 / on the coast / 7"]


def test_the_heading_is_a_heading_and_each_row_a_table():
    made = make_rows(lay_out("CONTENTS", "List of wells", "7", "Report on dams 11"), "index")
    assert [(paragraph.role, len(paragraph.lines)) for paragraph in made] == [
        ("heading", 1),
        ("table", 2),
        ("table", 1),
    ]


def labels(*texts, **more):
    return [(p.label.candidate.label if p.label else None, p.text_raw) for p in make_rows(lay_out(*texts, **more), "x")]


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (("N° SUJET PAGES", "1. Rapport 4", "2. Liste 9"), "fr", [None, "1.", "2."]),
        (("INDEX", "1 Wells 4", "2 Dams 9"), "en", [None, "1", "2"]),
        (("INDEX", "I Wells 4", "IIDams 9", "III Roads 12"), "en", [None, "I", "II", "III"]),
        (("SOMMAIRE", "1", "Rapport", "4", "2", "Liste", "9"), "fr", [None, "1", "2"]),
        (("الفهرس", "1- تقرير عن الآبار 4", "2- قائمة السدود 9"), "ar", [None, "1-", "2-"]),
        (("I. Wells 3", "II. Dams 5", "I. Roads 7", "II. Rails 9"), "en", ["I.", "II.", "I.", "II."]),
        (("I. Wells 3", "ANNEXES", "1. Roads 7", "2. Rails 9"), "en", ["I.", None, "1.", "2."]),
        (("1. Wells 3", "A Orchards B Gardens", "2. Dams 5"), "en", ["1.", None, "2."]),
    ],
    ids=["marks", "blanks", "one glued", "on lines of their own", "Arabic", "two parts", "annexes", "a lone letter"],
)
def test_the_numbers_that_count_rows_are_their_labels(texts, language, expected):
    assert [label for label, _ in labels(*texts, language=language)] == expected


def test_the_label_is_no_part_of_the_text():
    assert labels("1 Wells of the", "coast 4", "2 Dams 9") == [("1", "Wells of the coast 4"), ("2", "Dams 9")]
    assert labels("1", "Wells", "4", "2", "Dams", "9") == [("1", "Wells 4"), ("2", "Dams 9")]


@pytest.mark.parametrize("texts", [("1 May 4", "Wells 9"), ("2 Wells 4", "5 Dams 9"), ("Wells 1", "Dams 2")])
def test_numbers_that_count_no_rows_are_text(texts):
    assert labels(*texts) == [(None, text) for text in texts]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Page 2: FINAL REPORT", True), ("Page 2 of the report", False), ("صفحة 3: تقرير الخبراء", True)],
)
def test_a_viewer_prints_page_and_title(text, is_one):
    assert [is_banner(line) for line in lay_out(text)] == [is_one]


def test_many_rows():
    texts = [text for number in range(5_000) for text in (f"List of wells {'abc'[number % 3]}", str(number % 900 + 1))]
    assert len(rows(*texts)) == 5_000


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (
            (
                "INDEX",
                "1. Resolution No. 1/45-C 4",
                "A Wells 4",
                "B Dams 9",
                "2. Resolution No. 2/45-C 12",
                "A Canals 12",
            ),
            "en",
        ),
        (
            (
                "INDEX",
                "1. Résolution N°1/45-C 4",
                "A Puits 4",
                "B Barrages 9",
                "2. Résolution N°2/45-C 12",
                "A Canaux 12",
            ),
            "fr",
        ),
    ],
)
def test_letters_without_a_mark_label_the_rows_that_they_count(texts, language):
    labels = [
        paragraph.label and paragraph.label.candidate.label
        for paragraph in make_rows(lay_out(*texts, language=language), "x")
    ]
    assert labels == [None, "1.", "A", "B", "2.", "A"]


def test_one_letter_alone_counts_nothing():
    rows_of = make_rows(lay_out("INDEX", "1. Rapport 4", "A propos des puits 4", "2. Liste 9", language="fr"), "x")
    assert [row.label and row.label.candidate.label for row in rows_of] == [None, "1.", None, "2."]


def test_a_word_in_capitals_heads_a_part_and_the_head_of_the_pages_is_no_row():
    paragraphs = make_rows(
        lay_out("CONTENTS", "Page", "Report on the wells", "of the coast 7", "ANNEXES", "I. List 11"), "x"
    )
    assert [(paragraph.role, paragraph.text_raw) for paragraph in paragraphs] == [
        ("heading", "CONTENTS"),
        ("table", "Page"),
        ("table", "Report on the wells of the coast 7"),
        ("heading", "ANNEXES"),
        ("table", "List 11"),
    ]


@pytest.mark.parametrize("column", [("I.", "II.", "III."), ("I.", "H.", "IH."), ("I. IL III.",), ("1.", "2.", "3.")])
def test_labels_in_a_column_of_their_own_are_one_row_and_label_none(column):
    texts = ("ANNEXES", *column, "List of weavers", "of the coast 4", "Report on looms 9", "Address of the host 12")
    found = [
        "ANNEXES",
        " ".join(column),
        "List of weavers of the coast 4",
        "Report on looms 9",
        "Address of the host 12",
    ]
    assert labels(*texts) == [(None, text) for text in found]


def test_a_label_with_its_title_on_the_next_line_is_no_column():
    assert labels("I.", "List of weavers 4", "II.", "Report on looms 9") == [
        ("I.", "List of weavers 4"),
        ("II.", "Report on looms 9"),
    ]
