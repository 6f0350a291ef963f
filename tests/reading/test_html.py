from __future__ import annotations

from collections import Counter

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.html import read_html


def read(markup):
    left_out: Counter[str] = Counter()
    return [(line.text, line.hint) for line in read_html(markup, left_out) if line.text], left_out


def test_paragraphs_and_line_breaks():
    lines = read_html("<body><p>one<br>two</p><div>three</div></body>", Counter())
    assert [line.text for line in lines] == ["one", "two", "", "three"]


def test_what_is_not_shown_is_counted_not_read():
    lines, left_out = read(
        "<head><title>no</title></head><body><script>var x;</script><p>yes</p>"
        '<p style="display: none">hidden</p><!-- note --></body>'
    )
    assert lines == [("yes", None)]
    assert left_out["hidden"] == len("hidden") + len("varx;")
    assert left_out["markup"] > 0


def test_automatic_numbers_are_written_out():
    lines, _ = read('<ol start="3"><li>c</li><li value="7">g</li></ol><ol type="i"><li>x</li><li>y</li></ol>')
    assert [text for text, _ in lines] == ["3. c", "7. g", "i. x", "ii. y"]


def test_printed_numbers_are_not_doubled():
    lines, _ = read("<ol><li>1. text</li><li>2. text</li></ol>")
    assert [text for text, _ in lines] == ["1. text", "2. text"]


def test_zones_and_links_are_marked():
    lines, _ = read(
        '<nav><a href="/">Home</a></nav><div class="main-menu">News</div><p><a href="x">Next page</a></p><p>Text</p>'
    )
    assert lines == [("Home", "site"), ("News", "site"), ("Next page", "link"), ("Text", None)]


def test_row_with_a_number_cell_is_one_line():
    lines, _ = read("<table><tr><td>- 1-</td><td>" + "long text " * 40 + "</td></tr></table>")
    assert len(lines) == 1
    assert lines[0][0].startswith("- 1- long text")


def test_layout_table_keeps_cells_apart():
    lines, _ = read("<table><tr><td>Menu<br>News</td><td><p>The Meeting</p><p>agreed</p></td></tr></table>")
    assert [text for text, _ in lines] == ["Menu", "News", "The Meeting", "agreed"]


def test_superscripts_stay_in_the_word():
    lines, _ = read("<p>the 45<sup>th</sup> Session</p>")
    assert lines == [("the 45th Session", None)]


def test_deep_nesting_loses_nothing():
    lines, _ = read("<div>" * 1500 + "deep" + "</div>" * 1500)
    assert lines == [("deep", None)]


def test_nesting_beyond_the_parser_is_refused_not_cut():
    with pytest.raises(UnreadableFileError) as caught:
        read("<p>text</p>" + "<div>" * 5000 + "deep" + "</div>" * 5000)
    assert caught.value.reason == "damaged_file"


def test_preformatted_lines():
    lines, _ = read("<pre>one\ntwo\n\nthree</pre>")
    assert [text for text, _ in lines] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "headline",
    [
        (
            "The Commission sent a delegation to the Fourteenth Islamic Summit in Makkah and called upon the Member States "
            "to protect the dignity of migrant workers, of their families, and of all who travel with them."
        ),
        (
            "La Commission a dépêché une délégation au Sommet islamique de La Mecque et a invité les États membres à "
            "protéger la dignité des travailleurs migrants, de leurs familles et de tous ceux qui les accompagnent."
        ),
        (
            "أوفدت الهيئة وفدا إلى القمة الإسلامية الرابعة عشرة في مكة المكرمة وناشدت الدول الأعضاء صون كرامة العمال "
            "المهاجرين وأسرهم وكل من يسافر معهم في بلدان العالم أجمع وحماية ما لهم من حقوق وما لأبنائهم."
        ),
    ],
)
def test_the_only_long_heading_of_a_page_may_be_a_headline_with_its_full_stop(headline):
    assert len(headline) > 160
    lines, _ = read(f"<h3>{headline}</h3><p>Text.</p>")
    assert [hint for _, hint in lines] == ["heading", None]
    # a text that an editor set in the letters of headings: one sentence behind another, or one heading below another
    lines, _ = read(f"<h3>{headline} {headline}</h3><p>Text.</p>")
    assert [hint for _, hint in lines] == [None, None]
    lines, _ = read(f"<h3>{headline}</h3><h3>{headline}</h3>")
    assert [hint for _, hint in lines] == [None, None]
