"""What stands beside the text of a page: numbers of lines, change bars, words struck out, words printed across it."""

import pytest
from drawn import make_page

from oic_reports.reading.pdf.document import read_pdf

LINES = [
    "The Ministers met in Banjul on 4 May 2031 under the",
    "chairmanship of the Republic of The Gambia.",
    "1. The Meeting agreed on the report of the Group and",
    "on the plan of work that it had laid before the Council",
    "at its last session.",
    "2. The Meeting thanked the host country for its warm",
    "welcome.",
    "3. The Meeting asked the Secretary General to report",
    "on the matter before the end of the year.",
    "4. The Meeting decided to meet again in Dakar.",
]


def write(text, x, y, size=11):
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def draw(lines=LINES, left=80, pitch=15, top=740):
    return "".join(write(text, left, top - pitch * number) for number, text in enumerate(lines))


def read(content):
    text = read_pdf(make_page(content))
    return [line.text for line in text.lines if line.hint != "running_header"], text


@pytest.mark.parametrize(("step", "x", "size"), [(5, 45, 8), (5, 45, 11), (2, 560, 9), (1, 50, 8), (1, 50, 11)])
def test_numbers_that_count_the_lines_are_no_text(step, x, size):
    numbers = [write(number, x, 740 - 15 * (number - 1), size) for number in range(step, 11, step)]
    numbers = numbers if step < 5 else [*numbers, write(15, x, 740 - 15 * 14, size)]
    lines = [*LINES, "5. The Meeting took note of the statement of the Chair.", *["on its work."] * 4]
    found, text = read(draw(lines) + "".join(numbers))
    assert found == lines
    assert text.left_out["line_number"] == sum(len(str(number)) for number in range(step, 11, step)) + 2 * (step == 5)


def test_numbers_of_paragraphs_without_a_stop_stay():
    lines = [
        "The Ministers met.",
        "They agreed on the plan and on",
        "the work.",
        "They left.",
        "They said so.",
        "It ended.",
    ]
    labels = "".join(write(number, 55, 740 - 15 * row) for number, row in enumerate([0, 1, 3, 4, 5], 1))
    found, text = read(draw(lines) + labels)
    assert [line[0] for line in found if line[0].isdigit()] == list("12345")
    assert text.left_out["line_number"] == 0


def test_rows_of_a_numbered_list_stay():
    names = ["Chad", "Mali", "Niger", "Qatar", "Sudan", "Syria", "Togo", "Tunisia", "Uganda", "Yemen"]
    found, text = read(draw(names) + "".join(write(n, 55, 755 - 15 * n) for n in range(1, 11)))
    assert text.left_out["line_number"] == 0
    assert " ".join(found).startswith("1 Chad 2 Mali")


@pytest.mark.parametrize("x", [40, 560])
def test_bars_beside_what_was_changed_are_no_text(x):
    found, text = read(draw() + "".join(write("|", x, 740 - 15 * row) for row in (2, 3, 7)))
    assert found == LINES
    assert text.left_out["change_bar"] == 3


def test_a_bar_inside_the_text_stays():
    found, text = read(draw(["Ministers | Envoys", *LINES]))
    assert found[0] == "Ministers | Envoys"
    assert text.left_out["change_bar"] == 0


@pytest.mark.parametrize("line", ["{0} {1} 61 .7 re f", "{0} {1} m 141 {1} l S", "{0} {1} m 141 {1} l .3 w S"])
def test_words_struck_out_are_left_out_and_flagged(line):
    # "Dakar, in" is struck: from 80 points on
    struck = draw(["Dakar, in June, and the Meeting", *LINES])
    found, text = read(struck + line.format(79, 743.5).replace("141", "124").replace("61", "45"))
    assert "Dakar" not in found[0]
    assert found[0].endswith("June, and the Meeting")
    assert text.left_out["struck_out"] == 8
    assert "tracked_changes" in text.notes


@pytest.mark.parametrize(
    "line",
    ["80 738 60 .7 re f", "60 743 480 .7 re f", "80 750 60 .7 re f", "320 743 120 .7 re f"],
    ids=["underlined", "across the page", "overlined", "beside the words"],
)
def test_other_lines_strike_nothing_out(line):
    found, text = read(draw() + line)
    assert found == LINES
    assert text.left_out["struck_out"] == 0


@pytest.mark.parametrize("first", [True, False])
def test_words_across_the_page_are_kept_apart(first):
    across = ".8 g " + write("ADVANCE COPY", 60, 690, 60) + "0 g "
    found, text = read(across + draw() if first else draw() + across)
    assert found == LINES
    assert [line.text for line in text.lines if line.hint == "running_header"] == ["ADVANCE COPY"]


def test_a_title_larger_than_the_text_stays():
    found, _ = read(write("FINAL COMMUNIQUE", 80, 780, 30) + draw())
    assert found == ["FINAL COMMUNIQUE", *LINES]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("word", ["DRAFT", "NOT FOR DISTRIBUTION"])
def test_words_aslant_are_left_out_and_counted(word, first):
    across = f".8 g BT /F1 60 Tf .7071 .7071 -.7071 .7071 90 350 Tm ({word}) Tj ET 0 g "
    found, text = read(across + draw() if first else draw() + across)
    assert found == LINES
    assert text.left_out["slanted"] == len(word.replace(" ", ""))


def test_the_text_of_a_crooked_scan_is_not_aslant():
    leaning = (
        f"BT /F1 11 Tf .9986 .0523 -.0523 .9986 80 {740 - 15 * row} Tm ({line}) Tj ET "
        for row, line in enumerate(LINES)
    )
    _, text = read("".join(leaning))
    assert text.left_out["slanted"] == 0


def test_words_across_the_page_that_stand_between_two_lines_are_no_text():
    # its letters stand beside the short line above, and on the upper half of the line below
    found, _ = read(draw() + write("DRAFT COPY", 150, 740 - 15 * 7 + 4, 24))
    assert found == LINES
