"""Below the end of a text a printed page has no site: a short line there signs it, or heads what follows."""

from dataclasses import replace

import pytest

from oic_reports.model import Box
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXT = (
    "Organisation of Islamic Cooperation",
    "Final Communiqué of the Contact Group on Mali",
    "Niamey, 4 May 2031",
    "The Contact Group on Mali met in Niamey on 4 May 2031 under the chairmanship of the Secretary General.",
    "1. The Meeting welcomed the wells that its members had dug in the north of the country.",
    "2. The Meeting requested the Secretary General to report to its next session on the matter.",
    "Done at Niamey on 4 May 2031",
)
BELOW = "The delegation of Suriname voted for the resolution, as its government had asked it to do in the spring."


def _read(*tail: str, is_printed: bool) -> list[tuple[str, str]]:
    reading = read_bytes("\n\n".join((*TEXT, *tail)).encode(), "x.txt")
    if is_printed:
        lines = (
            replace(line, page=1, box=Box(1, 50.0, 14.0 * n, 540.0, 14.0 * n + 12))
            for n, line in enumerate(reading.lines, 1)
        )
        reading = replace(reading, lines=tuple(lines), reader="pdf", media_type="application/pdf")
    (report,) = build_reports(reading)
    flags = [flag.flag for block in report.blocks for flag in block.flags]
    # whichever it is taken for, nothing explains such a line
    assert flags == ["unrecognised_line"] * is_printed
    return [(block.role, block.text) for block in report.blocks][-len(tail) :]


@pytest.mark.parametrize(
    ("tail", "roles"),
    [
        (("The General Secretariat",), ["signature"]),
        (("Annex: explanation of vote", BELOW), ["heading", "operative"]),
    ],
)
def test_a_short_line_below_the_end_of_a_printed_text_is_of_it(tail, roles):
    assert [role for role, _ in _read(*tail, is_printed=True)] == roles


def test_the_same_line_below_the_end_of_a_page_of_a_site_is_put_aside():
    assert _read("Latest videos", is_printed=False) == [("boilerplate", "Latest videos")]
