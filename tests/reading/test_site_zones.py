"""What is called a menu, a form or a side bar is one, unless it holds what the page says."""

from __future__ import annotations

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes

TEXT = "".join(
    f"<p>{number}. The Meeting took note of paper number {number} and thanked all who had drawn it up with care.</p>"
    for number in range(1, 9)
)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "About", "Archive", "Contact"))
NOTICE = (
    "<p>" + "We keep small files on your machine so that the page knows you when you come back to it. " * 14 + "</p>"
)


def read(body):
    return read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html").lines


def shown(body):
    return [line.text for line in read(body) if line.hint != "site" and line.text]


@pytest.mark.parametrize(
    "frame",
    [
        '<form id="aspnetForm">{}</form>',
        '<div class="wsite-elements wsite-not-footer">{}</div>',
        '<div id="page" class="no-sidebar">{}</div>',
        '<div class="widget-content">{}</div>',
        '<div class="layout nav-off"><div class="print">{}</div></div>',
        '<div role="complementary">{}</div>',
    ],
)
def test_a_frame_is_no_zone_whatever_it_is_called(frame):
    lines = shown(frame.format(f"<ul class='menu'>{MENU}</ul>{TEXT}<div class='footer'>All rights are ours.</div>"))
    assert len(lines) == 8
    assert not {"Home", "All rights are ours."} & set(lines)


@pytest.mark.parametrize(
    "zone",
    [
        '<form action="/find">{}</form>',
        '<div class="sidebar">{}</div>',
        "<footer>{}</footer>",
        '<div class="related">{}</div>',
    ],
)
def test_a_zone_beside_the_text_stays_one(zone):
    beside = (
        "<p>Ministers of nine states will meet in Ruritania to speak of wells, pumps and of the money for both.</p>"
    )
    lines = shown(TEXT + zone.format(beside))
    assert len(lines) == 8


def test_a_notice_of_cookies_is_one_however_long_it_is():
    short = "<p>The General Secretariat condemns the attack on the market of Strelsau and mourns with all who lost a kin.</p>"
    lines = shown(f"{short}<div class='cookie-banner'>{NOTICE}</div>")
    assert len(lines) == 1
    # a page's frame may say that it has no such notice
    assert len(shown(f"<div class='cookies-accepted'>{TEXT}</div>")) == 8


@pytest.mark.parametrize(
    "zone",
    [
        "<footer>{}</footer>",
        '<div class="col-3 footer">{}</div>',
        '<div id="sidebar">{}</div>',
        '<section role="contentinfo">{}</section>',
        '<div class="related-posts">{}</div>',
    ],
)
def test_what_is_surely_a_zone_is_one_beside_a_short_text(zone):
    short = "<p>The General Secretariat condemns the attack on the market of Strelsau and mourns with all who lost a kin.</p>"
    about = "<p>The Organisation of the Wells is the second largest of its kind and has its seat in Strelsau.</p>" * 14
    assert len(shown(f"{short}{zone.format(about)}")) == 1


def test_a_menu_is_one_though_the_page_says_nothing_else():
    with pytest.raises(UnreadableFileError):
        read(f"<nav>{MENU * 30}</nav>")


def test_links_and_what_is_not_shown_are_no_sentences_of_a_zone():
    link = '<a href="/x">The ministers of nine states have met in Strelsau to speak of wells and pumps today. </a>'
    script = "<script>" + "var text = 'a sentence that nobody sees, however long it is made to be'; " * 40 + "</script>"
    for long in (link * 20, script):
        assert len(shown(f"<div class='related'>{long}</div>{TEXT}")) == 8


def test_text_behind_comments_counts():
    text = "".join(
        f"<!-- {number} -->{number}. The Meeting took note of paper number {number} and thanked all who drew it up.<br>"
        for number in range(1, 9)
    )
    assert len(shown(f"<form>{text}</form>")) == 8


@pytest.mark.parametrize(("share", "is_frame"), [(6, False), (20, True)])
def test_a_frame_holds_nearly_all_sentences(share, is_frame):
    sentence = "<p>The Meeting took note of the paper and thanked all those who had drawn it up with great care.</p>"
    lines = shown(f"{sentence * 3}<div class='widget-content'>{sentence * share}</div>")
    assert len(lines) == 3 + is_frame * share


@pytest.mark.parametrize("name", ["site-footer", "footer-info", "pageSidebar", "related-posts"])
def test_footers_and_side_bars_by_part_of_a_name_are_zones_though_longer_than_the_text(name):
    short = "<p>The General Secretariat condemns the attack on the market of Strelsau and mourns with all who lost a kin.</p>"
    assert len(shown(f"{short}<div class='{name}'>{NOTICE}</div>")) == 1


@pytest.mark.parametrize("name", ["no-sidebar", "has-sidebar", "wsite-not-footer", "layout-without-footer"])
def test_names_that_deny_a_zone_are_none_beside_a_little_text(name):
    short = "<p>The delegations of nine member states were received in Strelsau by the minister of wells and pumps.</p>"
    assert len(shown(f"{short}<div class='{name}'>{TEXT}</div>")) == 9
