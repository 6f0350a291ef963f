"""Where the parts of a page come in reading order."""

from drawn import make_page

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.regions import find_regions
from oic_reports.reading.pdf.ruled import RuledTable


def write(text, x, y, size=11):
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def draw_column(x, top, sentence, rows=14):
    return "".join(write(sentence, x, top - 14 * row) for row in range(rows))


def test_a_ruled_table_in_a_column_comes_in_its_place_under_a_title_over_both():
    content = write("Report of the Committee on Grants for the Study of Rivers and Lakes", 60, 780, 16)
    content += draw_column(60, 740, "The Committee met in Lahore and took note of", 20)
    content += draw_column(320, 740, "the report of its Chair. It approved what was", 6)
    for row, cells in enumerate([("Country", "Grants"), ("Yemen", "Seventeen"), ("Gambia", "Twelve")]):
        y = 640 - 18 * row
        content += write(cells[0], 326, y) + write(cells[1], 446, y)
        content += f"320 {y + 13} m 540 {y + 13} l S "
    content += "320 599 m 540 599 l S " + "".join(f"{x} 653 m {x} 599 l S " for x in (320, 440, 540))
    content += draw_column(320, 570, "set out above, and thanked all of its hosts for", 6)
    lines = [line.text for line in read_pdf(make_page(content)).lines]
    order = [lines.index(text) for text in ("The Committee met in Lahore and took note of", "Yemen")]
    assert order == sorted(order)
    assert lines.index("the report of its Chair. It approved what was") < lines.index("Yemen")
    assert lines.index("Gambia") < lines.index("set out above, and thanked all of its hosts for")


def test_a_ruled_table_at_the_head_of_the_second_column_comes_behind_the_first():
    content = write("Report of the Committee on Grants for the Study of Rivers and Lakes", 60, 780, 16)
    content += draw_column(60, 740, "The Committee met in Lahore and took note of", 20)
    content += draw_table(320, 745, ["Yemen", "Seventeen", "Gambia", "Twelve", "Oman", "Nine"], breadth=111)
    content += draw_column(320, 660, "set out above, and thanked all of its hosts for", 14)
    lines = [line.text for line in read_pdf(make_page(content)).lines]
    last = max(place for place, text in enumerate(lines) if text.startswith("The Committee"))
    assert (
        last
        < lines.index("Yemen")
        < lines.index("Gambia")
        < lines.index("set out above, and thanked all of its hosts for")
    )


def test_a_ruled_table_below_a_title_comes_before_what_it_stands_above():
    content = write("Report of the Committee on Grants for the Study of Rivers and Lakes", 60, 780, 16)
    content += draw_table(60, 745, ["Yemen", "Seventeen", "Gambia", "Twelve", "Oman", "Nine"], breadth=111)
    content += draw_column(60, 660, "The Committee met in Lahore and took note of", 14)
    content += draw_column(320, 660, "set out above, and thanked all of its hosts for", 14)
    lines = [line.text for line in read_pdf(make_page(content)).lines]
    assert lines.index("Yemen") < lines.index("The Committee met in Lahore and took note of")


def test_borders_of_a_box_that_spans_pages_part_no_cells():
    frame = "".join(f"{x} -5000 m {x} 6000 l S " for x in (50, 70, 300, 540, 560)) + "".join(
        f"50 {y} m 560 {y} l S " for y in (795, 60)
    )
    content = write(
        "5:58 PM, 4/8/25, Details of the law and of its articles, with all of the amendments that were made", 55, 810, 9
    )
    content += draw_column(80, 740, "The State gives all its citizens and residents safety. No one is", 20)
    content += write(
        "https://www.example.org/laws/details/1-2019-10-2-and-all-of-its-amendments Page 9 of 18", 55, 40, 9
    )
    lines = read_pdf(make_page(frame + content)).lines
    assert [line.text for line in lines if line.hint == "table"] == []
    assert "The State gives all its citizens and residents safety. No one is" in [line.text for line in lines]
    assert lines[-1].text.endswith("Page 9 of 18")


def draw_table(x, y, words, height=3, breadth=60):
    """A ruled table of two columns of ``breadth`` points."""
    edges = [x + breadth * n for n in range(3)]
    levels = [y + 13 - 18 * row for row in range(height + 1)]
    content = "".join(f"{edges[0]} {level} m {edges[-1]} {level} l S " for level in levels)
    content += "".join(f"{edge} {levels[0]} m {edge} {levels[-1]} l S " for edge in edges)
    return content + "".join(write(word, edges[n % 2] + 4, y - 18 * (n // 2), 10) for n, word in enumerate(words))


def order_tables(is_rtl, second_top=600):
    """The texts of the tables' glyphs in reading order: one at 60 points from the left, the other at 320."""
    content = write("Grants to the states of the two regions in both of the years", 60, 700)
    content += draw_table(60, 600, "abcdef") + draw_table(320, second_top, "uvwxyz")
    content += write("It notes that the grants of some states have been doubled since", 60, 420)
    page = PdfiumSource(open_document(make_page(content))).read_page(1)
    (layer,) = page.layers
    parts = find_regions(layer, LayerIndex.of(layer), page.rules, is_rtl=is_rtl)
    return ["".join(layer.texts[glyph] for glyph in part.glyphs) for part in parts if isinstance(part, RuledTable)]


def test_of_two_tables_side_by_side_the_one_on_the_side_where_lines_begin_comes_first():
    assert order_tables(is_rtl=False) == ["abcdef", "uvwxyz"]
    assert order_tables(is_rtl=True) == ["uvwxyz", "abcdef"]
    # one below the other, aside of it, comes after it
    assert order_tables(is_rtl=True, second_top=520) == ["abcdef", "uvwxyz"]
