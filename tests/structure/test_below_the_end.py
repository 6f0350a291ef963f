"""What stands below the formula that ends a text: of a page of a site it is the site's, of printed pages the report's."""

from dataclasses import replace

import pytest

from oic_reports.model import Box
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXT = (
    "Organisation of Islamic Cooperation\n\nFINAL COMMUNIQUÉ OF THE SIXTH MEETING ON HOUSING\n\n"
    "1. The Meeting was held at Gao on 11 June 2031.\n\n2. It took note of the report of the Secretariat.\n\n"
    "3. It thanked the people of Mali for their hospitality.\n\nDone at Gao on 11 June 2031.\n\n"
    "{title}\n\nSubject\n\nDocument\n\nOpening of the Meeting"
)


def read(title, *, is_printed):
    reading = read_bytes(TEXT.format(title=title).encode(), "x.txt")
    if is_printed:
        last = len(reading.lines) - 5
        lines = (
            replace(line, page=1, box=Box(1, 50.0, 14.0 * n, 540.0, 14.0 * n + 12), hint="table" if n > last else None)
            for n, line in enumerate(reading.lines, 1)
        )
        reading = replace(reading, lines=tuple(lines), reader="pdf", media_type="application/pdf")
    (report,) = build_reports(reading)
    return {block.text: block.role for block in report.blocks}


@pytest.mark.parametrize("title", ["PAPERS OF THE MEETING", "ANNEX A: AGENDA", "ANNEX"])
def test_printed_pages_have_no_site_below_their_end(title):
    roles = read(title, is_printed=True)
    assert {roles.get(cell) for cell in ("Subject", "Document", "Opening of the Meeting")} == {"table"}
    assert title.startswith("PAPERS") or roles[title] == "annex"


def test_links_below_the_end_of_a_page_are_its_site_s():
    assert read("More news", is_printed=False)["Opening of the Meeting"] == "boilerplate"
