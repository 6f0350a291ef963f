"""Pages whose lines were run together: short first pages, numbers that go on, names behind a city, issuers of releases."""

import pytest
from glued_lines import make, part

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.headings import opens_index
from oic_reports.structure.lines.printed_lines import kind_of_front_line
from oic_reports.structure.names.place_names import find_state_behind
from oic_reports.structure.parting.glued import part_glued
from oic_reports.structure.report import build_reports

ENACTS = (
    "The Islamic Conference of Labour Ministers, meeting in Banjul, Republic of Gambia on 4 and 5 May 2031, "
    "Recalling what the wells gave; Noting the report of the weavers;"
)
ACTS = ("Calls upon the Member States to dig wells in all the villages of the coast.", "Thanks the host for the hall.")


def test_the_first_page_below_a_viewers_mark_is_one_however_short():
    pages = ["1 RESOLUTION No. 3/4-E on wells", f"2 {ENACTS} 2", f"3 1. {ACTS[0]} 2. {ACTS[1]} 3"]
    spaced = [line for page in pages for line in ("", page)]
    lines = part_glued(make("Transcription", *spaced), "en")
    assert [line.text for line in lines if line.hint == "page_mark"] == ["1", "2", "2", "3", "3"]
    assert lines[2].text == "RESOLUTION No. 3/4-E on wells"
    # a list of things without a viewer's mark keeps its numbers
    kept = part_glued(make("Wells", *spaced), "en")
    assert kept[1].text == pages[0]


def test_numbers_go_on_from_a_short_paragraph():
    first = "1. Wells are dug."
    second = f"2. {ACTS[0]} 3. {ACTS[1]}"
    assert part(first, second) == [first, f"2. {ACTS[0]}", f"3. {ACTS[1]}"]
    # without the first of them nothing says that they are paragraphs
    assert part("Wells are dug.", second) == ["Wells are dug.", second]


def test_a_paragraph_whose_number_goes_on_alone_stays_whole_with_its_note():
    long = "The Conference asked the coast for wells. " * 7
    lines = [f"1. {ACTS[0]}", f"2. {ACTS[1]}", f"3. {long}(Adopted)"]
    assert part(*lines) == lines


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("ISTANBUL VISION FOR TRADE AMONG VILLAGES", "en", "title"),
        ("Dakar appel pour les puits du désert", "fr", "title"),
        ("ISTANBUL, REPUBLIC OF TURKEY", "en", "place_date"),
        ("Istanbul Conference Palace for guests", "en", "place_date"),
    ],
)
def test_what_is_named_after_a_city_is_no_place(text, language, kind):
    assert kind_of_front_line(text, language) == kind


def test_a_state_may_begin_with_the_letter_of_a_particle():
    text = "واغادوغو، بوركينا فاسو"
    assert find_state_behind(text, len("واغادوغو"), "ar") == ("BF", len(text))
    # the particle of a state is none of its name
    assert find_state_behind("أبوجا بنيجيريا", len("أبوجا"), "ar")[0] == "NG"


def test_who_issued_a_release_below_its_kind_leaves_no_empty_block():
    text = (
        "Weavers meet in Banjul\n\nPress release\n\nissued by the Organization of the Islamic Conference\n\n"
        "The Organization of the Islamic Conference (OIC) welcomes the wells of Banjul. The Secretary General thanks all.\n"
    )
    for report in build_reports(read_bytes(text.encode(), "a.txt")):
        assert all(block.text for block in report.blocks)


def test_a_table_of_content_is_an_index():
    assert opens_index(make("TABLE OF CONTENT")[0])
    assert not opens_index(make("TABLE OF WELLS")[0])
