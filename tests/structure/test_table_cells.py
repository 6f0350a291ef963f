"""Cells of a table of a page: a dash for nothing is no bullet, a number alone no page's, a heading between rows no stray."""

from oic_reports.model import Box, Line, Reading
from oic_reports.structure.segment import segment

ROWS = [("Wells (new)", "40", "-", "-"), ("Pumps", "7", "-", "-"), ("Dams", "3", "2", "-")]
HEAD = [
    "Report of the Meeting of Ministers of Water",
    "The Meeting of Ministers of Water was held in Niamey, Republic of Niger, on 7 April 2031.",
    "1. The Meeting took note of the table of works that stands below.",
]


def list_roles():
    lines = [Line(text, 0, 1, None, flow="starts") for text in HEAD]
    for title in ("Works on rivers", "Works on coasts"):
        lines.append(Line(title, 0, 1, None, flow="starts"))
        for row in ROWS:
            cells = [
                Line(cell, 0, 1, None, flow="continues" if at else "starts", hint="table")
                for at, cell in enumerate(row)
            ]
            lines += cells
    placed = [
        Line(line.text, n, 1, Box(1, 70.0, 40.0 + 20 * n, 500.0, 52.0 + 20 * n), flow=line.flow, hint=line.hint)
        for n, line in enumerate(lines, 1)
    ]
    blocks = segment(Reading(tuple(placed), "pdf", "application/pdf", None, "en", "ltr"))
    return [(block.role, block.text.replace("\n", " ")) for block in blocks][len(HEAD) :]


def test_each_row_is_a_block_and_the_headings_between_stay():
    rows = [("table", " ".join(row)) for row in ROWS]
    assert list_roles() == [("heading", "Works on rivers"), *rows, ("heading", "Works on coasts"), *rows]
