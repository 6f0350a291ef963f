import pytest
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


def test_headers_of_pages_that_are_turned_as_a_whole():
    pages = [make_page(number) for number in (1, 2, 3)]
    for page in pages:
        for line in page:
            line.turn, line.page_width, line.page_height = 90, line.page_height, line.page_width
    assert hints(pages) == [["running_header", "page_mark"]] * 3
    # what stands aside on an upright page is left alone
    pages = [[*make_page(number), make_line("Aside", 40.0, page=number, turn=90)] for number in (1, 2, 3)]
    assert hints(pages) == [["running_header", "page_mark"]] * 3


@pytest.mark.parametrize(
    ("text", "size", "gap", "is_furniture"),
    [
        ("OIC/CFM-46/2019/REP.2 1", 12.0, 30.0, True),
        ("1 OIC/CFM-46/2019/REP.2", 12.0, 30.0, True),
        ("OIC/CFM-46/2019/REP.2", 8.0, 30.0, True),
        # close to the notes, large without a number, or with another one
        ("OIC/CFM-46/2019/REP.2", 8.0, 13.0, False),
        ("OIC/CFM-46/2019/REP.2", 12.0, 30.0, False),
        ("OIC/CFM-46/2019/REP.2 7", 12.0, 30.0, False),
        ("See OIC/CFM-46/2019/REP.2", 8.0, 30.0, False),
    ],
)
def test_the_symbol_of_a_document_at_the_foot_of_a_page_is_a_footer(text, size, gap, is_furniture):
    page = make_lines(*BODY, first=120.0)
    page += make_lines("1 See the annex.", "2 See the report.", first=740.0, lead=13.0, size=9.0)
    page.append(make_line(text, 753.0 + gap, size=size))
    mark_furniture([page])
    assert (page[-1].hint == "running_header") == is_furniture


def test_numbers_in_running_headers_may_change():
    pages = [make_page(number, header=f"Report, page {number} of 3") for number in (1, 2, 3)]
    assert all("running_header" in found or "page_mark" in found for found in hints(pages))


def test_a_first_page_without_a_header():
    pages = [make_page(1, header=None), *(make_page(number) for number in (2, 3, 4))]
    assert hints(pages)[1:] == [["running_header", "page_mark"]] * 3


def test_one_page_by_place_and_form():
    header = make_line("Annex to the report", 40.0, size=9.0)
    closing = make_line("Done at Jeddah, on 3 May 2024", 770.0, size=9.0)
    page = [header, *make_lines(*BODY, first=120.0), closing, make_line("- 1 -", 810.0)]
    assert hints([page]) == [["running_header", "page_mark"]]
    page[-1:] = []
    assert hints([page])[0][1:] == []


def test_small_lines_of_one_place_are_furniture_though_their_text_changes():
    names = ["Wells", "Pumps", "Dams", "Rivers"]
    pages = [make_page(number, header=None)[:-1] for number in (1, 2, 3, 4)]
    for page, name in zip(pages, names, strict=True):
        page.append(make_line(name, 810.0, size=9.0, page=page[0].page))
    assert hints(pages) == [["running_header"]] * 4
    pages[:3] = [page[:-1] for page in pages[:3]]
    pages[3][-1].hint = None
    assert hints(pages) == [[]] * 4


def test_a_small_note_at_the_foot_of_one_page_is_a_footnote():
    page = [*make_lines(*BODY, first=120.0), make_line("* Adopted by consensus.", 800.0, size=9.0)]
    assert hints([page]) == [["footnote"]]


def test_a_year_that_ends_a_paragraph_is_no_number_of_a_page():
    page = make_lines(*["The Meeting recalled what was agreed upon in the spring of"] * 3, "2019", first=742.0)
    assert hints([page]) == [[]]
    page[-1].left, page[-1].right = 290.0, 315.0
    assert hints([page]) == [["page_mark"]]


def test_rows_of_figures_at_one_height_of_two_pages_are_text():
    pages = [make_page(number, header=None, footer=f"{number * 7} {number * 9}") for number in (1, 2)]
    assert hints(pages) == [[], []]


def test_what_a_browser_prints_at_the_edge():
    page = [make_line("https://example.org/reports/1 1/1", 30.0, size=8.0), *make_lines(*BODY, first=120.0)]
    assert hints([page]) == [["running_header"]]


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


def test_a_number_by_itself_below_the_notes_is_that_of_the_page():
    notes = make_lines(("1 The first of two notes.", {"size": 9.0}), ("2 The other one.", {"size": 9.0}), first=700.0)
    page = [*make_lines(*BODY, first=120.0), *notes, make_line("1", 800.0, size=9.0)]
    assert hints([page]) == [["footnote", "footnote", "page_mark"]]
    # a number that ends a note stands below its line
    page[-1:] = make_lines(
        ("3 The Meeting recalled the agreement of", {"size": 9.0}), ("2019", {"size": 9.0}), first=732.0
    )
    assert hints([page]) == [["footnote"] * 4]


def test_a_number_that_is_larger_than_the_note_above_it_is_that_of_the_page():
    note = make_line("1 See the report of the Secretary General.", 780.0, size=9.0)
    page = [*make_lines(*BODY, first=120.0), note, make_line("1", 794.0)]
    assert hints([page]) == [["footnote", "page_mark"]]


def test_a_number_of_so_many_pages_is_that_of_the_page():
    def print_number(text):
        return [*make_lines(*BODY, first=120.0), make_line(text, 810.0, size=9.0)]

    assert hints([print_number("1/1")]) == [["page_mark"]]
    # a note that begins with a fraction
    assert hints([print_number("1/2")]) == [["footnote"]]


def test_a_numbered_paragraph_that_each_page_begins_with_is_text():
    def make(page):
        first = 3 * page + 1
        rows = [f"{first}. The Meeting recalled the resolution of", "the Council on the same matter."]
        rows += [f"{first + step}. The Meeting took note of report {page}{step}." for step in (1, 2)]
        return [make_line("Annex II", 40.0, page=page), *make_lines(*rows, first=80.0, page=page)]

    assert hints([make(page) for page in (1, 2, 3)]) == [["running_header"]] * 3
    # numbers that do not go on are those of a running header
    pages = [make_page(number, header=f"{number}. The report of the Meeting") for number in (1, 2, 3)]
    assert hints(pages) == [["running_header", "page_mark"]] * 3


def test_an_address_that_ends_a_paragraph_at_the_foot_of_a_page_is_text():
    page = [*make_lines(*BODY, first=620.0), make_line("www.example.org/reports.", 748.0)]
    assert hints([page]) == [[]]
    page[-1] = make_line("www.example.org/reports 1/1", 800.0)
    assert hints([page]) == [["running_header"]]


def test_the_end_of_a_paragraph_below_a_running_header_is_text_though_it_ends_in_an_address():
    pages = [make_page(number) for number in (1, 2)]
    ends = make_line("write to desk@example.org or see www.example.org/wells", 80.0, page=2)
    pages[1].insert(1, ends)
    assert hints(pages)[1] == ["running_header", "page_mark"]
    assert ends.hint is None
    # as the last line of one page, with a stop
    ends = make_line("See www.example.org/wells.", 60.0)
    assert hints([[ends, *make_lines(*BODY, first=120.0)]]) == [[]]


def test_the_number_of_a_page_behind_a_word_is_no_note():
    note = make_line("1 See the report of the Secretary General.", 700.0, size=9.0)
    number = make_line("Blatt 1", 812.0, size=10.0)
    page = [*make_lines(*BODY, first=120.0), note, number]
    assert hints([page]) == [["footnote", "page_mark"]]
    number.text, number.hint, note.hint = "Blatt 7", None, None
    assert hints([page]) == [["footnote", "footnote"]]


def test_counted_notes_behind_the_text_are_notes_wherever_they_end():
    def set_pages(*notes):
        return [make_lines(*BODY[:4], *((note, {"size": 9.0}) for note in notes))]

    assert hints(set_pages("1 See the report.", "of the year", "2 Adopted.")) == [["footnote"] * 3]
    assert hints(set_pages("3 Wells were dug.", "4 Pumps were bought.")) == [[]]
    assert hints(set_pages("1 Wells were dug.")) == [[]]
    # a note that the next page holds alone follows the one before it
    first = [*make_lines(*BODY, first=120.0), make_line("1 See the report.", 780.0, size=9.0)]
    pages = [first, [make_line("2 Adopted.", 90.0, size=9.0, page=2)]]
    assert hints(pages) == [["footnote"], ["footnote"]]
    assert [line.flow for line in (first[-1], pages[1][0])] == ["starts", "starts"]
    pages[1][0].text, pages[1][0].hint, first[-1].hint = "3 Adopted.", None, None
    assert hints(pages) == [["footnote"], []]


def test_the_header_of_upright_pages_is_one_on_broad_pages_too():
    broad = {"page_width": 842.0, "page_height": 595.0}
    pages = []
    for number in (1, 2, 3):
        shape = broad if number == 3 else {}
        header = make_line("Report of the Contact Group", 86.0, page=number, **shape)
        pages.append([header, *make_lines(*BODY, first=140.0, page=number, **shape)])
    assert hints(pages) == [["running_header"]] * 3


def test_small_print_of_a_table_does_not_tell_the_size_of_the_text():
    prose = make_lines("The Meeting took note.", "It thanked the host.")
    table = make_lines(*BODY, size=9.0, first=200.0, hint="table")
    assert find_body_size([prose + table]) == 12.0
    assert find_body_size([table]) == 9.0


def make_end(*notes, text="The Meeting thanked its host.", last="Done at Jeddah on 3 May 2024.", **more):
    first = make_lines(*BODY, text, first=120.0, page=1)
    return [first, make_lines(last, *((note, {"size": 9.0}) for note in notes), first=90.0, page=2, **more)]


@pytest.mark.parametrize("text", ["The Meeting thanked its host(1).", "its donors¹ and others", "وشكر المانحين(١) على"])
def test_one_note_behind_a_text_that_calls_for_it(text):
    pages = make_end("(1) Mali, Niger and", "the Sudan.", text=text)
    mark_furniture(pages)
    assert [(line.hint, line.flow) for line in pages[1]] == [
        (None, None), ("footnote", "starts"), ("footnote", "continues")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["The Meeting thanked its host.", "under Article 5(1) of it", "the following: (1) Mali"]
)
def test_small_lines_that_nothing_calls_for_are_text(text):
    assert hints(make_end("(1) Mali, Niger and", "the Sudan.", text=text)) == [[], []]


def test_a_number_and_a_line_in_one_row_at_the_foot_of_a_page():
    foot = [make_line("Restricted", 805.0, size=8.0), make_line("1", 805.0, left=520.0, size=8.0)]
    assert hints([[*make_lines(*BODY, first=600.0), *foot]]) == [["running_header", "page_mark"]]
    # the last row of a list, and a sentence
    foot = [make_line("Restricted", 750.0, size=8.0), make_line("1", 750.0, left=520.0, size=8.0)]
    assert hints([[*make_lines(*BODY, first=622.0), *foot]]) == [[]]
    foot = [make_line("It is so.", 805.0, size=8.0), make_line("1", 805.0, left=520.0, size=8.0)]
    assert "running_header" not in hints([[*make_lines(*BODY, first=600.0), *foot]])[0]
