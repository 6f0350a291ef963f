"""Versions of what an address gave: which one is published, and when neither gives way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oic_reports.identity.identify import identify
from oic_reports.identity.versions import drop_superseded
from oic_reports.model import Sighting
from oic_reports.tables.tabulate import tabulate

ADDRESS = "http://a.example/report.html"


def make_version(extraction, number, day, change=lambda blocks: blocks, **source):
    """The extraction as it would be of another file, received on another day from the same address."""
    sha256 = f"{number:064x}"
    moved = replace(
        extraction.source,
        source_id=f"src-{number:016x}",
        sha256=sha256,
        file_name=f"reports/a/v{number}/report.html",
        sightings=(Sighting(ADDRESS, f"2026-11-{day:02}T00:00:00+00:00"),),
        **source,
    )
    reports = tuple(
        replace(
            report,
            source_id=moved.source_id,
            document_id=None,
            blocks=tuple(replace(block, eid=None) for block in change(report.blocks)),
        )
        for report in extraction.reports
    )
    return replace(extraction, source=moved, reports=reports, rejects=())


def reword(blocks):
    """One paragraph says something else."""
    place = next(n for n, block in enumerate(blocks) if block.role == "operative")
    changed = replace(blocks[place], text=f"{blocks[place].text} Amended.", text_raw=f"{blocks[place].text} Amended.")
    return (*blocks[:place], changed, *blocks[place + 1 :])


def outcome(extractions):
    return {e.source.file_name: [r.reason for r in e.rejects] or "read" for e in extractions}


@pytest.fixture
def english(extractions):
    return next(e for e in extractions if e.reports[0].header.language == "en")


@pytest.fixture
def arabic(extractions):
    return next(e for e in extractions if e.reports[0].header.language == "ar")


def test_the_newer_version_is_read_whatever_the_order(english):
    versions = [make_version(english, 1, 3), make_version(english, 2, 5, reword)]
    for given in (versions, versions[::-1]):
        found = outcome(identify(given, None))
        assert found == {"reports/a/v1/report.html": ["superseded_version"], "reports/a/v2/report.html": "read"}


def test_the_newer_version_has_the_ids_of_the_published_one(english):
    old = make_version(english, 1, 3)
    published = tabulate(identify([old], None))
    published["id_history"] = make_history(published)
    ids = [row["paragraph_id"] for row in published["paragraphs"].to_pylist()]
    found = identify([old, make_version(english, 2, 5, reword)], published)
    (report,) = [report for extraction in found for report in extraction.reports]
    assert report.source_id == f"src-{2:016x}"
    assert [f"{report.document_id}/{block.eid}" for block in report.blocks] == ids


def make_history(tables):
    from oic_reports.release.id_history import extend_history

    return extend_history(None, tables, "2026.11.0")


@pytest.mark.parametrize("is_settled", [True, False])
def test_what_a_release_passed_over_takes_no_place_when_it_is_made_anew(english, is_settled):
    old, new = make_version(english, 1, 3), make_version(english, 2, 5, reword)
    ids = [version.source.source_id for version in (old, new)]
    current = drop_superseded([old, new], ids[:1], ids[1:], is_settled=is_settled)
    read = [extraction.source.source_id for extraction in current.extractions if extraction.reports]
    assert read == (ids[:1] if is_settled else ids[1:])


def test_a_chain_of_versions_ends_with_the_last(english):
    versions = [
        make_version(english, 1, 3),
        make_version(english, 2, 5, reword),
        make_version(english, 3, 7, lambda blocks: reword(reword(blocks))),
    ]
    assert list(outcome(identify(versions, None)).values()) == [["superseded_version"]] * 2 + ["read"]


def test_a_content_that_came_back_is_the_newest(english):
    first = make_version(english, 1, 3)
    again = Sighting(ADDRESS, "2026-11-09T00:00:00+00:00")
    first = replace(first, source=replace(first.source, sightings=(*first.source.sightings, again)))
    found = outcome(identify([first, make_version(english, 2, 5, reword)], None))
    assert list(found.values()) == ["read", ["superseded_version"]]


def test_an_address_that_was_used_for_something_else_takes_nothing_away(english, arabic):
    found = identify([make_version(english, 1, 3), make_version(arabic, 2, 5)], None)
    assert list(outcome(found).values()) == ["read", "read"]


def test_half_a_page_does_not_take_the_place_of_the_whole(english):
    whole = make_version(english, 1, 3)
    half = make_version(english, 2, 5, lambda blocks: blocks[: len(blocks) // 2])
    found = identify([whole, half], None)
    assert list(outcome(found).values()) == ["read", ["version_much_shorter"]]
    detail = found[1].rejects[0].detail
    assert detail.endswith("oic-reports supersede raw/reports/a/v2/report.html raw/reports/a/v1/report.html")
    # unless a person says so
    half = replace(half, source=replace(half.source, supersedes=whole.source.sha256))
    assert list(outcome(identify([whole, half], None)).values()) == [["superseded_version"], "read"]


def test_versions_of_other_addresses_are_left_alone(english):
    other = make_version(english, 2, 5, reword)
    other = replace(
        other, source=replace(other.source, sightings=(Sighting("http://b.example/", "2026-11-05T00:00:00+00:00"),))
    )
    found = identify([make_version(english, 1, 3), other], None)
    # a copy from elsewhere is no version, and takes no place
    assert list(outcome(found).values()) == [["duplicate_report"], "read"]


def test_the_same_text_in_a_newer_version_keeps_the_older_file(english):
    """A counter on the page has changed: nothing that is published changes with it."""
    found = identify([make_version(english, 1, 3), make_version(english, 2, 5)], None)
    assert list(outcome(found).values()) == ["read", ["duplicate_report"]]


def say(*texts):
    """Blocks with these texts, in place of the operative ones."""

    def change(blocks):
        model = next(block for block in blocks if block.role == "operative")
        return tuple(replace(model, text=text, text_raw=text, label=None, ordinal=None) for text in texts)

    return change


def test_a_text_that_comes_back_in_another_file_is_the_newest(english):
    """The page says again what it said first, but its counter has changed."""
    versions = [make_version(english, 1, 3), make_version(english, 2, 5, reword), make_version(english, 3, 7)]
    found = outcome(identify(versions, None))
    assert list(found.values()) == ["read", ["superseded_version"], ["duplicate_report"]]


def test_a_hijacked_page_with_the_same_header_is_refused(english):
    pills = make_version(english, 2, 5, say(*(f"Buy pill number {n} at our cheap shop today" for n in range(60))))
    found = identify([make_version(english, 1, 3), pills], None)
    assert list(outcome(found).values()) == ["read", ["version_unlike"]]


def redate(extraction, date):
    reports = tuple(replace(r, header=replace(r.header, date=date)) for r in extraction.reports)
    return replace(extraction, reports=reports)


def test_a_short_document_is_not_the_same_for_one_common_paragraph(english):
    common = "The Meeting thanked the host country for its hospitality and the Secretariat for its work."
    old = redate(make_version(english, 1, 3, say("Statement on floods.", common)), "2011-01-01")
    new = make_version(english, 2, 5, lambda blocks: (*blocks, *say(common)(blocks)))
    assert list(outcome(identify([old, new], None)).values()) == ["read", "read"]


def test_a_corrected_date_is_a_version_all_the_same(english):
    old = redate(make_version(english, 1, 3), "2017-09-02")
    assert list(outcome(identify([old, make_version(english, 2, 5)], None)).values()) != ["read", "read"]
    found = outcome(identify([old, make_version(english, 2, 5, reword)], None))
    assert list(found.values()) == [["superseded_version"], "read"]


def cut(share):
    """Every block loses the end of its words."""

    def change(blocks):
        kept = []
        for block in blocks:
            words = block.text.split()
            text = " ".join(words[: max(1, round(len(words) * share))])
            kept.append(replace(block, text=text, text_raw=text))
        return tuple(kept)

    return change


def test_a_refused_version_brings_back_no_older_text(english):
    versions = [
        make_version(english, 1, 3),
        make_version(english, 2, 5, cut(0.88)),
        make_version(english, 3, 7, cut(0.7)),
    ]
    found = outcome(identify(versions, None))
    assert list(found.values()) == [["superseded_version"], "read", ["version_much_shorter"]]


def test_small_losses_do_not_add_up(english):
    versions = [make_version(english, n, n, cut(1 - 0.1 * (n - 1))) for n in range(1, 5)]
    found = outcome(identify(versions, None))
    assert [reasons for reasons in found.values() if reasons == "read"] == ["read"]
    assert found["reports/a/v2/report.html"] in ("read", ["superseded_version"])
    assert found["reports/a/v4/report.html"] == ["version_much_shorter"]


def test_a_text_that_breaks_off_never_takes_the_place_of_the_whole(english):
    last = max(place for place, block in enumerate(english.reports[0].blocks) if block.role == "operative")
    almost = make_version(english, 2, 5, lambda blocks: blocks[:last])
    found = identify([make_version(english, 1, 3), almost], None)
    assert list(outcome(found).values()) == ["read", ["version_much_shorter"]]
    assert "breaks off" in found[1].rejects[0].detail
