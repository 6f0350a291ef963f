"""A heading of a page that is a whole cover is parted as one; a headline that names a session and a day stays whole."""

import pytest
from extracts import outline

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGE = "<html><body><h1>{}</h1><p>1. The Conference welcomed the wells.</p><p>2. The Conference thanked its host.</p></body></html>"
TITLE = "FINAL COMMUNIQUE OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS"


def read_page(heading):
    (report,) = build_reports(read_bytes(PAGE.format(heading).encode(), "page.html"))
    return report


@pytest.mark.parametrize(
    "place", ["BANJUL, REPUBLIC OF GAMBIA 4-5 MAY 2013", "BANJUL, REPUBLIC OF GAMBIA", "BANJUL SUNDAY, 5 MAY 2013"]
)
@pytest.mark.parametrize("above", ["", "OIC/ICLM-4/2013/FC "])
def test_a_heading_that_is_a_cover_is_parted(above, place):
    report = read_page(f"{above}{TITLE} {place}")
    assert (report.header.title, report.header.city) == (TITLE, "Banjul")
    assert outline(report, "title") == [("title", TITLE)]


@pytest.mark.parametrize("behind", ["“Wells for the Villages of All” 4-5 May 2013", "5 May 2013"])
def test_a_headline_with_a_theme_or_a_day_stays_whole(behind):
    report = read_page(f"{TITLE} {behind}")
    assert outline(report, "title") == [("title", f"{TITLE} {behind}")]
