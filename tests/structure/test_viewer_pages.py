"""Pages that a viewer shows one a line: their numbers and marks, and what the viewer adds."""

from __future__ import annotations

import pytest
from glued_lines import PARAGRAPHS, make, part

from oic_reports.structure.parting.glued import part_glued


def test_pages_have_numbers_and_what_stands_around_them_is_the_viewers():
    one, two = (" ".join(f"{n}. {PARAGRAPHS[n % 4]}" for n in numbers) for numbers in ((1, 2, 3), (4, 5)))
    lines = part_glued(make("Documents alike", f"1 {one}", f"2 {two}", "Download"), "en")
    assert [line.hint for line in lines] == ["site", "page_mark", None, None, None, "page_mark", None, None, "site"]
    # a paragraph whose number has no mark
    plain = [f"{number} {paragraph} {paragraph} {paragraph}" for number, paragraph in enumerate(PARAGRAPHS, 1)]
    assert part(*plain) == plain


def test_a_page_ends_with_its_own_number():
    texts = {number: f"{PARAGRAPHS[0]} {PARAGRAPHS[number]}" for number in (1, 2, 3)}
    pages = [f"{number} {text} {number - 1}" for number, text in texts.items()]
    hints = [(line.text, line.hint) for line in part_glued(make(*pages), "en")]
    expected = [[(str(n), "page_mark"), (text, None), (str(n - 1), "page_mark")] for n, text in texts.items()]
    assert hints == [piece for page in expected for piece in page]
    # paragraphs without a mark behind their numbers: what ends them is of their sentences
    plain = [f"{number} {text} It cited article {number * number + 1}" for number, text in texts.items()]
    assert part(*plain) == plain


def test_a_title_with_what_a_viewer_adds_is_the_viewers():
    title = "RESOLUTIONS ON LEGAL AFFAIRS"
    lines = part_glued(make(f"{title} - [PDF Document]", f"OIC/CFM-3/2021/RES {title}"), "en")
    assert lines[0].hint == "site"
    assert part_glued(make(f"{title} - [PDF Document]", "Another text"), "en")[0].hint is None


COVER = "RESOLUTIONS ON ORCHARDS"


def part_pages(*pages: str) -> list[str]:
    return part(*(text for page in pages for text in (page, "")))


@pytest.mark.parametrize("mark", ["Transcription", "Transcript"])
def test_every_page_below_a_viewers_mark_begins_with_its_number(mark):
    pages = [f"1 OIC/CFM-38/ORCH/RES {COVER}", "2 No. TITLE PAGE", "3 Requests him to report on the wells. 3", "4"]
    head, *below = part_pages("Orchards", mark, *pages)[1:]
    assert head == mark
    assert below[:2] == ["1", "OIC/CFM-38/ORCH/RES " + COVER]
    assert below[2:] == ["2", "No. TITLE PAGE", "3", "Requests him to report on the wells.", "3", "4"]
    # a number that does not count, and those of paragraphs below no cover
    other = "5 Requests him to report on the wells."
    assert part_pages(mark, pages[0], "2 No. TITLE PAGE", other)[1:] == [
        "1",
        pages[0][2:],
        "2",
        "No. TITLE PAGE",
        other,
    ]
    paragraphs = ["1 The Council met.", "2 It planted trees.", "3 It thanked the host."]
    assert part_pages(mark, *paragraphs)[1:] == paragraphs
    # no viewer
    assert part_pages("Orchards", *pages)[1:3] == pages[:2]


def test_a_viewers_first_page_may_be_headed_by_its_symbol_alone():
    symbol = "OIC/ORCH-7/2010/REP.FINAL"
    assert part_pages("Transcription", f"1 {symbol}", "REPORT OF THE MEETING", "1. It met.")[1:3] == ["1", symbol]
    assert part_pages("Orchards", f"1 {symbol}", "REPORT OF THE MEETING", "1. It met.")[1] == f"1 {symbol}"


def test_the_numbers_of_two_pages_meet_where_one_ends_and_the_next_begins():
    head = "1 (Annex 4) OIC/ORCH-7/2010/DEC/FINAL"
    texts = ["1. We plant trees. 1", "2", "2. We dig wells.", "2 3 Annex I"]
    found = part_pages("Transcription", head, *texts)
    assert found[1:] == ["1", head[2:], "1. We plant trees.", "1", "2", "2. We dig wells.", "2", "3", "Annex I"]
    # numbers of no two pages that follow one another
    for other in (["1. We plant trees in zone 1", "2"], ["1. We plant trees. 4", "5"], ["2 3 Annex I"], ["1 2 trees"]):
        assert part_pages("Transcription", head, *other)[3:] == other
    assert part_pages("Orchards", head, *texts)[1:] == [head, *texts]


def test_the_mark_of_a_page_stands_apart_from_what_is_on_it():
    lines = part_glued(make("! 2 TABLE OF CONTENTS", "! 3 The Conference met.", "! Attention", "5! 3 is 720"), "en")
    assert [(line.text, line.hint) for line in lines] == [
        ("! 2", "page_mark"),
        ("TABLE OF CONTENTS", None),
        ("! 3", "page_mark"),
        ("The Conference met.", None),
        ("! Attention", None),
        ("5! 3 is 720", None),
    ]


def test_a_mark_that_a_viewer_could_not_read_is_of_its_number():
    rows = ["1 Resolution No. 1/20-W on Wells 3", "2 Resolution No. 2/20-W on the Rivers 5"]
    pages = [
        "1 ! 1 OIC/CFM-20/1991/W/RES RESOLUTIONS ON WATER ADOPTED BY THE COUNCIL FEZ, KINGDOM OF MOROCCO 4-6 MAY 1991",
        f"2 ! 2 INDEX No. Subject Page {' '.join(rows)} and what else the Council of Foreign Ministers was told of them",
        f"3 ! 3 {' '.join(f'{n}. {paragraph}' for n, paragraph in enumerate(PARAGRAPHS, 1))}",
    ]
    parted = part("Transcription", *pages)
    assert [line for line in parted if "!" in line] == ["1 ! 1", "2 ! 2", "3 ! 3"]
    assert parted[2] == "OIC/CFM-20/1991/W/RES"


def test_a_page_may_begin_with_a_participle():
    cover = "OIC/ICMW-4/2013/DEC JAKARTA DECLARATION 2013 Jakarta, Republic of Indonesia 22-24 October 2013"
    below = "Welcoming the part that the centres of the OIC took in the writing of this programme;"
    assert part("Transcription", f"1 {cover}", "We, the Ministers;", f"2 {below}")[-2:] == ["2", below]
    assert part("Transcription", f"1 {cover}", "We, the Ministers;", f"3 {below}")[-1] == f"3 {below}"
