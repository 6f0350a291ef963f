"""What a site prints of other pages above a text says nothing of it: teasers, and headlines that run through."""

from __future__ import annotations

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.bodies import find_bodies_beside
from oic_reports.structure.report import build_reports

TEASERS = (
    ("REPORT OF THE NINTH SESSION OF THE CONFERENCE", "3 May 2011 The ministers of tourism met in the old town of ..."),
    ("PROGRAMME OF WELLS", "a report on the wells is laid before the Council of Foreign Ministers every second ..."),
    ("STATUTES OF A CHAMBER", "https://chamber.example/statutes/2011-05/final.pdf"),
)
TEXT = (
    "RESOLUTION No. 4/38-E",
    "ON THE REPAIR OF WELLS",
    (
        "The Council of Foreign Ministers, meeting in its Thirty-eighth Session in Astana, Republic of Kazakhstan,"
        " from 28 to 30 June 2011,"
    ),
    "Recalling the needs of those who dig by hand;",
    "1. Requests the Secretary General to lend pumps to them.",
    "2. Invites the Member States to share their maps.",
)


def build(lines):
    return build_reports(read_bytes(("\n\n".join(lines) + "\n").encode(), "page.txt"))[0]


def test_teasers_above_a_text_tell_nothing_of_it():
    header = build([*(line for pair in TEASERS for line in pair), *TEXT]).header
    assert (header.document_type, header.session, header.city) == ("resolution", 38, "Astana")
    assert header.title == "RESOLUTION No. 4/38-E ON THE REPAIR OF WELLS"


def test_two_headings_above_sentences_that_break_off_are_of_the_text():
    lines = [
        *TEXT,
        "Wells",
        "The pumps that were lent last year will be given back when the rains ...",
        "Maps",
        TEXT[3],
    ]
    assert "Wells" in [block.text for block in build(lines).blocks if block.role != "boilerplate"]


def test_headlines_that_run_through_a_page_are_no_title():
    ticker = "".join(
        f'<a href="/{n}">{said}</a> ' for n, said in enumerate(("Rain in the south", "A bridge was closed"))
    )
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f'<html><body><div class="ticker">{ticker}</div><article>{text}</article></body></html>'
    (report,) = build_reports(read_bytes(page.encode(), "page.html"))
    assert report.header.title == "RESOLUTION No. 4/38-E ON THE REPAIR OF WELLS"


def test_a_pronoun_says_whose_session_an_ordinal_counts():
    for language, said, number in (
        (
            "en",
            "The Commission noted that the Council of Foreign Ministers, at its forty-seventh session, had agreed.",
            "forty",
        ),
        (
            "fr",
            "La Commission a noté que le Conseil des ministres des Affaires étrangères, lors de sa 47e session,",
            "47e",
        ),
        ("ar", "ولاحظت الهيئة أن مجلس وزراء الخارجية في دورته السابعة والأربعين أجاز الإعلان", "السابعة"),
    ):
        start = said.index(number)
        bodies = find_bodies_beside(said, start, start + len(number), language, reach=30)
        assert [body.body_id for body in bodies] == ["cfm"], said
