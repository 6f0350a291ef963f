from printed import make_line, make_lines

from oic_reports.reading.pdf.furniture import find_body_size, mark_furniture

BODY = ["The Meeting expressed its deep concern over the acts."] * 8


def make_page(number, header="OIC/CFM-46/2019/REP", footer=None):
    lines = [make_line(header, 40.0, page=number)] if header else []
    lines += make_lines(*BODY, first=120.0, page=number)
    return [*lines, make_line(footer or str(number), 810.0, page=number)]


def hints(pages):
    mark_furniture(pages)
    return [[line.hint for line in page if line.hint] for page in pages]


def test_headers_and_page_numbers_of_all_pages():
    pages = [make_page(number) for number in (1, 2, 3)]
    assert hints(pages) == [["running_header", "page_mark"]] * 3


def test_numbers_in_running_headers_may_change():
    pages = [make_page(number, header=f"Report, page {number} of 3") for number in (1, 2, 3)]
    assert all("running_header" in found or "page_mark" in found for found in hints(pages))


def test_a_first_page_without_a_header():
    pages = [make_page(1, header=None), *(make_page(number) for number in (2, 3, 4))]
    assert hints(pages)[1:] == [["running_header", "page_mark"]] * 3


def test_one_page_by_place_and_form():
    header = make_line("Annex to the report", 40.0, size=9.0)
    page = [header, *make_lines(*BODY, first=120.0), make_line("- 1 -", 810.0)]
    assert hints([page]) == [["running_header", "page_mark"]]


def test_a_title_at_the_top_of_one_page_is_text():
    page = [make_line("Final Communiqué", 60.0, size=16.0), *make_lines(*BODY, first=120.0)]
    assert hints([page]) == [[]]


def test_a_line_that_repeats_inside_the_page_is_text():
    pages = [make_lines(*BODY, first=120.0, page=number) for number in (1, 2, 3)]
    assert hints(pages) == [[], [], []]


def test_footnotes_are_small_and_begin_with_their_mark():
    notes = make_lines("1 See document S/2017/473.", "and its annex.", "2 Ibid.", first=740.0, lead=11.0, size=9.0)
    page = [*make_lines(*BODY, first=120.0), *notes]
    mark_furniture([page])
    assert [(line.hint, line.flow) for line in notes] == [
        ("footnote", "starts"),
        ("footnote", "continues"),
        ("footnote", "starts"),
    ]


def test_the_size_of_most_text():
    assert find_body_size([[make_line("long text of the body", 100.0), make_line("note", 200.0, size=9.0)]]) == 12.0
    assert find_body_size([]) == 0.0


def test_noughts_between_dashes_are_an_end_mark():
    page = make_lines(*["The Meeting agreed on what follows."] * 3, "---000---")
    page[-1].baseline = 800.0
    mark_furniture([page])
    assert page[-1].hint is None
