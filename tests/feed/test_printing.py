"""What a person reads: each document with what and why, texts word by word, everything escaped, Arabic from the right."""

from __future__ import annotations

import pytest
from altering import AR, EN, NEW, OLD, alter, say_more, with_history, without_document

from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.printing import print_lines, print_page
from oic_reports.feed.telling import compare_words, tell
from oic_reports.resources import load_words
from oic_reports.tables.schema import LANGUAGES

EVIL = "<script>alert('x')</script> \u202e\x1b[31m & more"


@pytest.fixture(scope="module")
def feed(tables):
    old = with_history(tables)

    def change(row):
        return row | {"text": EVIL, "text_raw": EVIL} if row["paragraph_id"] == f"{AR}/para_2" else row

    new = with_history(alter(say_more(tables, f"{EN}/para_3"), "paragraphs", change), old, NEW)
    return make_feed(Earlier(OLD, old), new, NEW)


def test_words_of_two_texts():
    assert list(compare_words("a b c", "a x c")) == [("same", "a"), ("old", "b"), ("new", "x"), ("same", "c")]
    assert list(compare_words(None, "a b")) == [("new", "a b")]
    assert list(compare_words("a b", None)) == [("old", "a b")]
    assert list(compare_words(None, None)) == []


def test_each_document_with_its_paragraphs(feed):
    told = [(document.document_id, [each.paragraph_id for each in found]) for document, found in tell(feed)]
    assert told == [(AR, [f"{AR}/para_2"]), (EN, [f"{EN}/para_3"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_a_terminal(feed, language):
    lines = list(print_lines(feed, OLD, NEW, language))
    assert lines[0] == load_words("feed", language)["title"].format(old=OLD, new=NEW)
    assert any(line.startswith(f"{AR} (") for line in lines)
    assert any("{+And more.+}" in line for line in lines)
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_each_language(feed, language):
    page = "".join(print_page(feed, OLD, NEW, language))
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert '<blockquote lang="ar" dir="rtl">' in page
    assert '<blockquote lang="en" dir="ltr">' in page
    assert "<ins>And more.</ins>" in page


def test_nothing_changed_and_what_was_withdrawn(tables):
    old = with_history(tables)
    assert list(print_lines(make_feed(Earlier(OLD, old), old, NEW), OLD, NEW, "en"))[1:] == ["Nothing changed."]
    new = with_history(without_document(tables, EN, "withdrawn"), old, NEW)
    page = "".join(print_page(make_feed(Earlier(OLD, old), new, NEW), OLD, NEW, "en"))
    assert "text withdrawn" in page
    assert "The Meeting" not in page
