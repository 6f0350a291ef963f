"""The file of proposals: what a spreadsheet takes for a formula is guarded, and rows of earlier runs stay."""

from __future__ import annotations

import csv
import io

import pytest
from index_pages import links
from sources_world import make_row

from oic_reports.jobs.fetch import merge_proposals
from oic_reports.sources.catalogue import load_catalogue
from oic_reports.sources.discovery import PROPOSALS, print_rows

SITES = "site,hosts,delay_seconds,note\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "&#9;=1", "&nbsp;=1", "'=1", "＝1+1", "＋1", "－1", "＠x", "&#13;=1"]
)
def test_text_that_a_spreadsheet_takes_for_a_formula_is_guarded(index, text):
    index.serve({"/": links("/1.html", text=text)})
    index.add_rule()
    (row,), _ = index.propose()
    assert row.title.startswith("'")
    cells = next(csv.DictReader(io.StringIO(print_rows([row]).decode())))
    assert not any(value.startswith(("=", "+", "-", "@")) for value in cells.values())


@pytest.mark.parametrize("space", ["\t", "\r", "\n ", "\u00a0"])
def test_space_before_a_formula_hides_nothing(index, space):
    index.serve({"/": b"x"})
    index.add_rule()
    index.list_links = lambda *_: [(index.address("/1.html"), f"{space}=1")]
    (row,), _ = index.propose()
    assert row.title == f"'{space}=1"


@pytest.mark.parametrize("text", ["Final-Report", "A=B", "x@y", ""])
def test_other_text_is_kept_as_it_is(index, text):
    index.serve({"/": links("/1.html", text=text)})
    index.add_rule()
    (row,), _ = index.propose()
    assert row.title == (text or None)


HARD = [
    'a "quoted", one',
    "semi;colon",
    "&lt;b&gt;",
    "x&#10;y",
    "تقرير فريق الاتصال",
    "&#8238;x",
    "&#0;x",
    "'x",
    "&#55296;x",
]


@pytest.mark.parametrize("text", HARD)
def test_proposals_can_be_read_again_as_they_are(index, text):
    index.serve({"/": links("/1.html?a=1,2&amp;b=%22", text=text)})
    index.add_rule()
    rows, _ = index.propose()
    (index.world.raw / "sites.csv").write_text(SITES, encoding="utf-8")
    (index.world.raw / PROPOSALS).write_bytes(print_rows(rows))
    assert list(load_catalogue(index.world.raw, PROPOSALS).rows) == rows


@pytest.mark.parametrize("letters", [100_000, 200_000])
def test_an_endless_address_does_no_harm_to_the_file_of_proposals(index, letters):
    # a cell of more than 131,072 characters is refused by ``csv``
    index.serve({"/": links("/" + "x" * letters, "/2.html")})
    index.add_rule()
    rows, _ = index.propose()
    (index.world.raw / "sites.csv").write_text(SITES, encoding="utf-8")
    (index.world.raw / PROPOSALS).write_bytes(print_rows(rows))
    assert index.address("/2.html") in {row.address for row in load_catalogue(index.world.raw, PROPOSALS).rows}


@pytest.fixture
def merge(index):
    """Proposals of a run merged with those of the file; the file then holds them."""
    (index.world.raw / "sites.csv").write_text(SITES, encoding="utf-8")

    def merge(*rows, known=()):
        path = index.world.raw / PROPOSALS
        earlier = load_catalogue(index.world.raw, PROPOSALS).rows if path.exists() else ()
        merged = merge_proposals(rows, earlier, tuple(known))
        (index.world.raw / PROPOSALS).write_bytes(print_rows(merged))
        return merged

    return merge


def test_proposals_that_nobody_dealt_with_stay(merge):
    first, second = (make_row(f"http://a.example/{number}.html", "a") for number in (1, 2))
    merge(first)
    assert merge(second) == [first, second]
    assert merge() == [first, second]


@pytest.mark.parametrize("state", ["active", "ignored"])
def test_a_proposal_that_is_in_the_catalogue_by_now_goes(merge, state):
    first, second = (make_row(f"http://a.example/{number}.html", "a") for number in (1, 2))
    merge(first, second)
    assert merge(known=[make_row(first.address, "a", state=state)]) == [second]


def test_a_proposal_that_is_found_again_keeps_the_day_on_which_it_was_found(merge):
    first = make_row("http://a.example/1.html", "a", first_seen="2026-11-24", note="found on http://a.example/")
    merge(first)
    again = make_row("http://a.example/1.html", "a", first_seen="2026-12-24", note="found on http://a.example/")
    assert [row.first_seen for row in merge(again)] == ["2026-11-24"]


def test_a_guarded_title_is_guarded_once(index, merge):
    index.serve({"/": links("/1.html", text="=1+1")})
    index.add_rule()
    rows, _ = index.propose()
    merge(*rows)
    assert [row.title for row in merge()] == ["'=1+1"]
