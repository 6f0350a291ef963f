"""Links of index pages, as a child process finds them: hostile pages give an answer or a refusal with a reason."""

from __future__ import annotations

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, list_links_isolated
from oic_reports.reading.links import list_links

LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=5 << 20, output_bytes=1 << 24)
HERE = "http://a.example/folder/index.html"
LAST = b'<a href="last.html">last</a>'
ARABIC = "البيان الختامي الصادر عن الاجتماع"


@pytest.fixture
def ask(tmp_path):
    """Links of a page (bytes, or a text in UTF-8)."""

    def ask(content, declared=None, limits=LIMITS):
        path = tmp_path / "index"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list_links_isolated(path, HERE, declared, limits)

    return ask


def reason_of(ask, *args, **values):
    with pytest.raises(UnreadableFileError) as caught:
        ask(*args, **values)
    assert "Traceback" not in caught.value.detail
    assert "\n" not in caught.value.detail
    return caught.value.reason


# addresses


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("x.html", "http://a.example/folder/x.html"),
        ("../x.html", "http://a.example/x.html"),
        ("/x.html", "http://a.example/x.html"),
        ("//b.example/x", "http://b.example/x"),
        ("?id=7&amp;l=en", "http://a.example/folder/index.html?id=7&l=en"),
        ("https://b.example/x", "https://b.example/x"),
        ("  x.html\n", "http://a.example/folder/x.html"),
        ("x\n.html", "http://a.example/folder/x.html"),
    ],
)
def test_addresses_are_made_absolute(href, address):
    assert list_links(f'<a href="{href}">x</a>'.encode(), HERE, None) == [(address, "x")]


def test_links_stand_in_the_order_of_the_page_each_address_once_with_its_first_text():
    page = b"<a href=b>one</a><a href=a>two</a><a href=b>three</a>"
    assert list_links(page, HERE, None) == [("http://a.example/folder/b", "one"), ("http://a.example/folder/a", "two")]


def test_an_anchor_without_a_target_is_no_link():
    assert list_links(b'<a name=x>x</a><a href="">y</a><a href=" ">z</a>' + LAST, HERE, None) == [
        ("http://a.example/folder/last.html", "last")
    ]


def test_a_base_in_the_page_goes_before_its_address():
    page = b'<head><base href=" http://b.example/d/ "></head>' + LAST
    assert list_links(page, HERE, None) == [("http://b.example/d/last.html", "last")]


def test_a_relative_base_is_relative_to_the_page():
    assert list_links(b'<base href="/d/">' + LAST, HERE, None) == [("http://a.example/d/last.html", "last")]


def test_a_base_without_an_address_changes_nothing():
    assert list_links(b"<base target=_blank>" + LAST, HERE, None) == [("http://a.example/folder/last.html", "last")]


def test_the_base_is_the_first_one_that_has_an_address():
    # HTML Standard, 4.2.3: "the first base element with an href attribute"
    page = b'<base target=_blank><base href="http://b.example/d/"><base href="http://c.example/">' + LAST
    assert list_links(page, HERE, None) == [("http://b.example/d/last.html", "last")]


def test_a_base_that_is_no_address_changes_nothing():
    # HTML Standard, 2.4.1: where the base URL cannot be parsed, that of the document is used
    assert list_links(b'<base href="http://[bad">' + LAST, HERE, None) == [
        ("http://a.example/folder/last.html", "last")
    ]


def test_a_target_that_is_no_address_is_left_out():
    assert list_links(b'<a href="http://[bad">x</a>' + LAST, HERE, None) == [
        ("http://a.example/folder/last.html", "last")
    ]


def test_targets_of_other_schemes_are_only_text(ask):
    page = b"<a href='javascript:alert(1)'>j</a><a href='data:text/html,x'>d</a><a href='mailto:x@y'>m</a>"
    assert [target for target, _ in ask(page + LAST)] == [
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:x@y",
        "http://a.example/folder/last.html",
    ]


# texts


def test_the_text_of_a_link_is_one_line_without_its_mark_up():
    assert list_links(b"<a href=x>The <b>Final</b>\n\t Report&nbsp;<!-- no -->2</a>", HERE, None)[0][1] == (
        "The Final Report 2"
    )


def test_a_long_text_is_cut():
    assert len(list_links(b"<a href=x>" + b"w" * 5000 + b"</a>", HERE, None)[0][1]) == 300


@pytest.mark.parametrize(
    ("encoding", "declared", "named"),
    [
        ("utf-8", "utf-8", ""),
        ("cp1256", "windows-1256", ""),
        ("cp1256", None, "windows-1256"),
        ("cp1256", None, ""),
        ("cp1256", "utf-8", ""),
        ("cp1256", "iso-8859-1", ""),
        ("utf-8", "windows-1252", "windows-1252"),
        ("utf-8", "no-such-encoding", ""),
        ("utf-16", None, ""),
    ],
)
def test_arabic_text_of_links_is_read_whatever_is_declared(ask, encoding, declared, named):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={named}">' if named else ""
    body = f"<p>{'قرر الاجتماع أن يبقي المسألة قيد النظر وأعرب عن شكره للدول الأعضاء. ' * 5}</p>"
    page = f'<html><head>{meta}</head><body>{body}<a href="x.html">{ARABIC}</a></body></html>'
    assert ask(page.encode(encoding), declared) == [("http://a.example/folder/x.html", ARABIC)]


def test_an_encoding_that_the_server_names_is_used_where_the_text_agrees():
    prose = "<p>The Meeting took note of the report of the Chairman and of the statement of the host country.</p>" * 5
    page = f"{prose}<a href=last.html>\u0130stanbul Bildirgesi, \u015eubat</a>".encode("iso8859-9")
    ((_, text),) = list_links(page, HERE, "iso-8859-9")
    assert text == "\u0130stanbul Bildirgesi, \u015eubat"


def test_bytes_of_no_encoding_are_refused(ask):
    assert reason_of(ask, bytes(range(128, 256)) * 50) == "encoding_unknown"


# pages that nobody wrote by hand


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body><p><a href=last.html>last",
        b"<html><body><table><tr><td>" + LAST + b'<a href="never-closed',
        b"</a></div></html>" + LAST,
        b"\0\0" + LAST,
        b"<p>a\0b</p>" + LAST,
        b"<?xml version='1.0' encoding='utf-16'?>" + LAST,
        b"<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b SYSTEM 'file:///etc/hostname'>]>&b;" + LAST,
        b"<p>&#xD800;&#x110000;&#0;</p>" + LAST,
        b"<script>'<a href=no.html>no</a>'</script>" + LAST,
        b"<!-- <a href=no.html>no</a> -->" + LAST,
        b"<p " + b"x" * 1_000_000 + b">" + LAST,
    ],
    ids=lambda page: page[:24].decode("latin-1").replace("\0", "NUL"),
)
def test_a_broken_page_gives_the_links_that_are_in_it(ask, page):
    assert [target for target, _ in ask(page)] == ["http://a.example/folder/last.html"]


def test_nul_in_a_link_does_no_harm(ask):
    found = ask(b'<a href="a\0b.html">t\0t</a>' + LAST)
    assert found[-1] == ("http://a.example/folder/last.html", "last")
    assert "\0" not in str(found)


@pytest.mark.parametrize("page", [b"", b" \n", b"<!-- x -->", b"<!DOCTYPE html>", b"<?php ?>"])
def test_an_empty_page_has_no_links_or_is_refused_in_our_words(ask, page):
    try:
        assert ask(page) == []
    except UnreadableFileError as error:
        # what a library calls it means nothing to a person, and "reader_failed" is for the machine's faults
        assert "lxml" not in error.detail  # noqa: PT017  (either way is right)
        assert error.reason != "reader_failed"  # noqa: PT017  (likewise)


def test_a_page_without_links_has_none(ask):
    assert ask(b"<html><body><p>nothing here</p></body></html>") == []


def test_unclosed_tags_hide_no_link(ask):
    # one unclosed <font> a line, as editors of the time left them
    page = b"".join(b"<font size=2><a href=%d.html>Report %d</a><br>" % (number, number) for number in range(400))
    try:
        found = ask(page)
    except UnreadableFileError:
        return
    assert len(found) == 400


@pytest.mark.parametrize("nested", [b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>"])
def test_deep_nesting_is_read_through_or_refused_but_not_cut_off_in_silence(ask, nested):
    try:
        found = ask(b"<a href=first.html>first</a>" + nested * 100_000 + LAST)
    except UnreadableFileError:
        return
    assert [text for _, text in found] == ["first", "last"]


def test_nested_links_end(ask):
    assert ask(b"<a href=x.html>" * 50_000)[0][0] == "http://a.example/folder/x.html"


def test_of_very_many_links_the_first_are_taken(ask):
    found = ask(b"".join(b"<a href=%d.html>t%d</a>" % (number, number) for number in range(50_000)))
    assert len(found) == 5000
    assert found[-1] == ("http://a.example/folder/4999.html", "t4999")


# limits


def test_a_page_that_takes_too_long_is_given_up(ask):
    hurried = Limits(seconds=0.001, memory_bytes=1 << 30, max_file_bytes=5 << 20, output_bytes=1 << 24)
    assert reason_of(ask, LAST, limits=hurried) == "time_limit"


def test_a_page_that_needs_too_much_memory_is_given_up(ask):
    tight = Limits(seconds=60, memory_bytes=120 << 20, max_file_bytes=5 << 20, output_bytes=1 << 24)
    assert ask(LAST, limits=tight)
    assert reason_of(ask, b"<p>x<b>y</b></p>" * 300_000, limits=tight) in {"memory_limit", "reader_failed"}


def test_an_answer_that_is_too_long_is_refused(ask):
    small = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=5 << 20, output_bytes=1000)
    page = b"".join(b"<a href=%d.html>t</a>" % number for number in range(100))
    assert reason_of(ask, page, limits=small) == "reader_failed"


def test_a_page_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError) as caught:
        list_links_isolated(tmp_path / "index", HERE, None, LIMITS)
    assert caught.value.reason == "file_vanished"
