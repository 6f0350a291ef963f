from __future__ import annotations

from collections import Counter

from oic_reports.reading.markdown import read_markdown


def read(text):
    return [line.text for line in read_markdown(text, Counter()) if line.text]


def test_marks_are_left_out_and_counted():
    left_out: Counter[str] = Counter()
    lines = read_markdown("# Report\n\n**The** _Meeting_ met in [New York](http://x.org).", left_out)
    assert [line.text for line in lines if line.text] == ["Report", "The Meeting met in New York."]
    assert lines[0].hint == "heading"
    assert left_out["markup"] == len("#****__[](http://x.org)")


def test_printed_numbers_are_kept_with_their_gaps():
    assert read("1. one\n2. two\n4. four\n") == ["1. one", "2. two", "4. four"]
    assert read("3) c\n4) d\n") == ["3) c", "4) d"]


def test_number_inside_a_bullet():
    assert read("- 1- أكد الاجتماع\n- 2- حث الاجتماع\n") == ["- 1- أكد الاجتماع", "- 2- حث الاجتماع"]


def test_escapes_and_rules():
    assert read("1\\. text\n\n---\n") == ["1. text", "---"]


def test_indented_text_is_no_code():
    assert read("text\n\n    1. indented paragraph\n") == ["text", "1. indented paragraph"]


def test_table_rows():
    assert read("| a | b |\n|---|---|\n| 1 | 2 |\n") == ["a b", "1 2"]
