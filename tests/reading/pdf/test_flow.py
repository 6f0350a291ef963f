from printed import make_line, make_lines

from oic_reports.reading.pdf.flow import is_centred, mark_flow

FULL = {"right": 525.0}
LONG = "The Meeting expressed its deep concern over the recent acts and"


def flows(*pages):
    mark_flow(pages)
    return [line.flow for page in pages for line in page]


def test_a_full_line_goes_on_and_a_short_one_ends_its_paragraph():
    page = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), "called for help.", (LONG, dict(FULL)), "agreed.")
    assert flows(page) == ["starts", "continues", "continues", "starts", "continues"]


def test_a_ragged_line_goes_on_where_the_next_word_did_not_fit():
    page = make_lines(
        (LONG, {"right": 470.0, "first_word": 30.0}), ("responsibilities of States", {"first_word": 90.0})
    )
    page += make_lines((LONG, {"right": 525.0}), first=200.0)
    assert flows(page)[:2] == ["starts", "continues"]


def test_a_wider_gap_begins_a_paragraph():
    rows = [(LONG, dict(FULL)) for _ in range(6)]
    rows[3] = (LONG, {**FULL, "gap": 24.0})
    assert flows(make_lines(*rows)) == ["starts", "continues", "continues", "starts", "continues", "continues"]


def test_hanging_labels_and_indented_first_lines():
    hanging = [(LONG, {**FULL, "left": 70.0}), (LONG, {**FULL, "left": 90.0}), (LONG, {**FULL, "left": 90.0})] * 3
    assert flows(make_lines(*hanging)) == ["starts", "continues", "continues"] * 3
    indented = [(LONG, {**FULL, "left": 90.0}), (LONG, {**FULL, "left": 70.0}), (LONG, {**FULL, "left": 70.0})] * 3
    assert flows(make_lines(*indented)) == ["starts", "continues", "continues"] * 3


def test_right_to_left_lines_end_on_the_left():
    rtl = {"is_rtl": True, "left": 70.0, "right": 525.0}
    page = make_lines((LONG, dict(rtl)), ("short", {**rtl, "left": 400.0}), (LONG, dict(rtl)), (LONG, dict(rtl)))
    assert flows(page) == ["starts", "continues", "starts", "continues"]


def test_a_paragraph_may_go_on_over_a_page_break():
    first = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), (LONG, dict(FULL)))
    second = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), page=2)
    assert flows(first, second)[3] is None
    first = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), "and that is all.")
    assert flows(first, second)[3] == "starts"


def test_another_size_begins_a_block():
    page = make_lines(("A heading", {"size": 16.0}), (LONG, dict(FULL)), (LONG, dict(FULL)))
    assert flows(page) == ["starts", "starts", "continues"]


def test_centred_lines_of_a_title_are_left_to_their_text():
    title = [
        ("Report of the Contact Group", {"left": 216.0, "right": 379.0}),
        ("on Mali", {"left": 276.0, "right": 318.0}),
    ]
    page = make_lines(*title, (LONG, {**FULL, "gap": 30.0}), (LONG, dict(FULL)), (LONG, dict(FULL)))
    assert flows(page) == ["starts", None, "starts", "continues", "continues"]
    assert is_centred(page[0])
    assert not is_centred(page[3])


def test_columns_at_one_place_share_their_edges():
    last = make_lines("The end of it.", page=2, margins=(70.0, 154.0))
    pages = [make_lines(*[(LONG, dict(FULL))] * 5), last]
    flows(*pages)
    assert last[0].margins == (70.0, 525.0)


def test_tables_are_rows():
    lanes = {"lanes": ((200.0, 260.0), (320.0, 380.0)), "ruled": 8}
    page = [
        *make_lines(("Qatar 2,500,000 2016", dict(lanes)), ("Kuwait 1,000,000 2017", dict(lanes))),
        make_line(LONG, 400.0),
    ]
    mark_flow([page])
    assert [line.hint for line in page] == ["table", "table", None]
    alone = make_lines(("Name Date", dict(lanes)))
    mark_flow([alone])
    assert alone[0].hint is None


def test_labels_tell_from_what_gap_on_paragraphs_are_apart():
    rows = []
    for number in range(1, 6):
        rows += [(f"{number}. {LONG}", {**FULL, "gap": 20.0}), (LONG, {"right": 300.0, "first_word": 20.0})]
        rows += [("and so on", {"first_word": 20.0})]
    # a line ends early by chance; only the gap begins a paragraph
    found = flows(make_lines(*rows))
    assert "starts" not in found[1:3]
    assert found[3] == "starts"


def test_a_column_has_its_own_margins_though_wider_text_stands_above_it():
    wide = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), (LONG, dict(FULL)))
    column = {"margins": (70.0, 290.0), "region": 1}
    beside = {"margins": (305.0, 525.0), "region": 2, "left": 305.0}
    left = [("The Meeting asked the", {"right": 285.0, **column}), ("Secretary General to", {"right": 270.0, **column})]
    right = [
        ("The Meeting asked the", {"right": 520.0, **beside}),
        ("Secretary General to", {"right": 505.0, **beside}),
    ]
    page = [*wide, *make_lines(*left, first=200.0), *make_lines(*right, first=200.0)]
    assert [flow for line, flow in zip(page, flows(page), strict=True) if line.region][1::2] == ["continues"] * 2


def test_a_gap_that_is_hardly_wider_parts_paragraphs_where_sentences_end_above_it():
    def set_page(*ends):
        rows = []
        for end in ends:
            rows += [(LONG, {**FULL, "gap": 19.0}), (LONG, dict(FULL)), (LONG + end, dict(FULL))]
        return make_lines(*rows)

    assert flows(set_page(".", ".", ".", ".", ".")) == ["starts", "continues", "continues"] * 5
    # tall letters, not paragraphs
    assert flows(set_page("", "", ".", "", ""))[3] == "continues"
    assert flows(set_page(".", "."))[3] == "continues"


def test_text_below_a_centred_heading_begins():
    heading = {"left": 200.0, "right": 395.0}
    full = {"left": 70.0, "right": 525.0, "first_word": 30.0}
    assert (
        flows(make_lines(("LIST OF SHELTERS", dict(heading)), ("The shelters are open to all", dict(full))))
        == ["starts"] * 2
    )
    assert (
        flows(make_lines(("List of shelters", dict(heading)), ("The shelters are open.", dict(full)))) == ["starts"] * 2
    )
    assert flows(make_lines(("Report of the", dict(heading)), ("Secretary General on shelters", dict(full))))[1] is None


def test_an_indented_paragraph_that_seems_to_stand_in_the_middle_goes_on():
    full = [(LONG, dict(FULL))] * 4
    item = [(LONG, {"left": 105.0, "right": 480.0}), ("responsibilities of all", {"left": 105.0, "first_word": 96.0})]
    assert flows(make_lines(*full, *item))[-1] == "continues"


def test_ragged_lines_of_paragraphs_that_gaps_set_apart_go_on():
    # lines were broken by the number of their letters: the next word would have fitted here and there
    rows = []
    for word, end in ((12.0, "on the way."), (90.0, "responsible."), (12.0, "on foot."), (90.0, "responsibly.")):
        right = 525.0 - len(end)
        rows += [(LONG, {"right": right, "gap": 26.0}), (LONG, {"right": right - 40.0, "first_word": 30.0})]
        rows.append((end, {"first_word": word}))
    assert flows(make_lines(*rows)).count("starts") == 4


def test_arabic_that_was_set_flush_left_has_no_indents():
    rtl = {"is_rtl": True, "left": 70.0, "first_word": 40.0}
    rights = [525.0, 493.0, 509.0, 481.0, 517.0, 470.0, 502.0, 487.0, 522.0, 476.0, 513.0, 463.0]
    page = make_lines(*((LONG, {**rtl, "right": right}) for right in rights))
    assert flows(page) == ["starts", *["continues"] * 11]


def test_a_heading_flush_to_the_end_of_right_to_left_lines_is_no_part_of_the_paragraph_below():
    rtl = {"is_rtl": True, "left": 70.0, "right": 525.0}
    heading = ("Wells", {**rtl, "right": 150.0, "gap": 24.0})
    page = make_lines(*[heading, (LONG, dict(rtl)), (LONG, dict(rtl)), ("dug.", {**rtl, "left": 440.0})] * 3)
    assert flows(page) == ["starts", "starts", "continues", "continues"] * 3
    # an indent, however deep, is less than a third of a line
    for line in page[::4]:
        line.right = 400.0
    assert flows(page)[1] == "continues"


def test_lines_that_hang_under_a_label_stand_in_no_middle():
    hanging = {"left": 105.0, "right": 488.0, "first_word": 50.0}
    rows = [(f"{number}. {LONG}", {"right": 500.0, "gap": 22.0}) for number in range(1, 5)]
    page = make_lines(*(line for row in rows for line in (row, (LONG, dict(hanging)))))
    assert flows(page) == ["starts", "continues"] * 4
    # one such line alone is a title
    assert flows(make_lines((LONG, dict(FULL)), (LONG, dict(hanging)), (LONG, dict(FULL))))[1] != "continues"


def test_a_small_gap_below_headings_and_clauses_parts_paragraphs():
    def set_page(*ends):
        rows = []
        for number, (text, right) in enumerate(ends):
            last = {"right": right - 8.0 * number, "first_word": 20.0}
            rows += [(LONG, {**FULL, "gap": 19.0}), (LONG, dict(FULL)), (text, last)]
        return make_lines(*rows)

    clauses = [("and recalling what was agreed,", 300.0)] * 5
    assert flows(set_page(*clauses)) == ["starts", "continues", "continues"] * 5
    # a line that breaks off in a sentence tells of tall letters
    page = set_page(*clauses)
    for line in page[2::3]:
        line.text, line.right = "and recalling what was agreed upon by", 524.0
    assert flows(page)[3] == "continues"


def test_lines_that_a_latin_word_makes_taller_go_on():
    rtl = {"is_rtl": True, "left": 70.0, "right": 525.0}
    rows = []
    for number in range(1, 6):
        rows += [(f"{number}. {LONG}", {**rtl, "gap": 19.2}), (LONG, {**rtl, "gap": 17.7})]
    page = make_lines(*rows, lead=16.0)
    assert flows(page)[1::2] == ["continues"] * 5


def test_notes_stand_apart_as_their_text_does():
    body = [(LONG, dict(FULL))] * 6
    small = {**FULL, "size": 9.0}
    page = make_lines(*body, ("1 See the report", {**small, "gap": 30.0}), ("2 Adopted.", {**small, "gap": 16.0}))
    assert flows(page)[-2:] == ["starts", "starts"]
    page[-1].baseline = page[-2].baseline + 12.0
    assert flows(page)[-1] == "continues"


def test_a_small_letter_goes_on_over_a_page_break():
    first = make_lines((LONG, dict(FULL)), (LONG, dict(FULL)), (LONG + ":", dict(FULL)))
    for text, flow in (("desk@example.org or by letter", "continues"), ("a) by letter", None), ("The letter", None)):
        assert flows(first, make_lines((text, dict(FULL)), page=2))[3] == flow


def test_ragged_lines_that_break_off_in_a_sentence_go_on_where_gaps_part_paragraphs():
    rows = []
    for number in range(6):
        rows += [(LONG, {**FULL, "gap": 24.0}), ("on the way.", {"right": 200.0 + 9 * number, "first_word": 12.0})]
    rows[2:2] = [(LONG, {"right": 470.0, "gap": 24.0}), ("and on foot", {"first_word": 12.0, "right": 400.0})]
    assert flows(make_lines(*rows))[3] == "continues"


def test_titles_that_stand_further_apart_than_the_text_are_titles_of_their_own():
    middle = {"left": 240.0, "right": 355.0, "size": 16.0}
    text = [(LONG, dict(FULL)) for _ in range(3)]
    chapter, article = ("Chapter I Wells", {**middle, "gap": 50.0}), ("Article 1", {**middle, "gap": 50.0})
    # the distance of chapter and article is the only one between lines of that size
    found = flows(make_lines(*text, chapter, article, (LONG, {**FULL, "gap": 30.0}), *text))
    assert found[3:6] == ["starts", "starts", "starts"]
    near = flows(
        make_lines(*text, chapter, ("and rivers", {**middle, "gap": 20.0}), (LONG, {**FULL, "gap": 30.0}), *text)
    )
    assert near[3:6] == ["starts", None, "starts"]


def test_where_gaps_alone_part_paragraphs_first_lines_may_be_set_in_beside_hanging_labels():
    hanging = [(f"{{}}. {LONG}", {**FULL, "gap": 26.0}), (LONG, {"left": 98.0, "right": 525.0})]
    set_in = [(LONG, {**FULL, "left": 98.0, "gap": 26.0}), (LONG, dict(FULL))]
    rows = [(text.format(number), dict(more)) for number in range(1, 6) for text, more in hanging]
    rows += [(text, dict(more)) for _ in range(3) for text, more in set_in]
    assert flows(make_lines(*rows)) == ["starts", "continues"] * 8
    # a label begins an item all the same
    tight = [("(a) " + LONG, {**FULL, "left": 98.0}), ("(b) " + LONG, dict(FULL))]
    assert flows(make_lines(*rows[:10], *tight))[-1] == "starts"


def test_short_lines_that_are_set_flush_to_the_end_begin_one_by_one():
    text = [(LONG, dict(FULL))] * 3
    name, office = {"left": 325.0, "right": 525.0}, {"left": 345.0, "right": 525.0}
    page = make_lines(*text, ("(Signed) Moussa Diop-Lindgren", {**name, "gap": 26.0}), ("Chair of the Bureau", office))
    assert flows(page)[-2:] == ["starts", "starts"]
    # a block that is set in goes on
    page = make_lines(*text, ("on behalf of the members of", {**name, "gap": 26.0}), ("the Bureau in Niamey", name))
    assert flows(page)[-1] == "continues"


def test_a_heading_of_its_own_size_below_a_full_line_begins():
    items = [[(f"{number}. {LONG}", {**FULL, "gap": 22.0}), (LONG, {**FULL, "left": 98.0})] for number in range(1, 5)]
    heading = ("Article 5: Members", {"size": 13.0, "gap": 30.0, "first_word": 60.0})
    last = (f"5. {LONG}", {**FULL, "gap": 22.0})
    assert flows(make_lines(*(line for item in items for line in item), last, heading))[-1] == "starts"


def test_a_line_set_in_at_the_head_of_a_column_is_not_centred():
    item = [
        ("(a) The Meeting took note of the", {"right": 285.0}),
        ("tides and winds", {"left": 120.0, "right": 240.0}),
    ]
    first = make_lines(*item * 5, margins=(70.0, 290.0), region=1)
    second = make_lines(
        ("tides and winds", {"left": 355.0, "right": 475.0}),
        *[
            (text, {key: value + 235.0 for key, value in {"left": 70.0, **more}.items()})
            for text, more in (*item * 4, item[0], item[0])
        ],
        margins=(305.0, 525.0),
        region=2,
    )
    page = [*first[:-1], *second]
    assert flows(page)[len(first) - 1] != "starts"
