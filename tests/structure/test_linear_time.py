"""Four times as many lines take four times as many steps, whatever the lines are: no rule looks at all lines for each.

Steps are calls, of Python's own functions too, and turns of what is generated: they do not depend on the machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.resources import load_pattern
from oic_reports.structure.report import NoReportError, build_reports

LINES = 250
TIMES = 4
# what is looked for once and kept makes a longer text cheaper
MOST = 4.4
HEAD = """RESOLUTION NO. 3/45-POL
ON THE WATERS OF THE DELTA
The Forty-fifth Session of the Council of Foreign Ministers, held in Dakar, Republic of Senegal, on 4-5 May 2018,
Recalling the resolutions adopted by the Islamic Conferences;
1. Calls upon Member States to keep the wells of the delta open to all.
"""
BELOW: dict[str, Callable[[int], str]] = {
    "letters that begin anew": lambda i: f"{'AB'[i % 2]}. Trade and ports",
    "hyphens": lambda _: "-",
    "pieces": lambda _: "and the wells",
}
ALONE: dict[str, Callable[[int], str]] = {
    "one title": lambda _: "RESOLUTION ON THE WATERS OF THE DELTA",
    "open quotations": lambda _: "“The wells of the delta",
}


def count_steps(text: str) -> int:
    steps = 0

    def count(_frame: object, event: str, _called: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    reading = read_bytes(text.encode(), "page.txt")
    sys.setprofile(count)
    try:
        build_reports(reading, ())
    except NoReportError:
        pass
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize(
    ("above", "line"),
    [*((HEAD, line) for line in BELOW.values()), *(("", line) for line in ALONE.values())],
    ids=[*BELOW, *ALONE],
)
def test_steps_grow_with_the_lines(above, line):
    short, long = (above + "\n".join(map(line, range(LINES * times))) for times in (1, TIMES))
    # vocabularies and patterns are loaded
    count_steps(short)
    assert count_steps(long) < MOST * count_steps(short)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "THE RULES OF PROCEDURE OF AN INSTITUTE FOR HER DESERTS, AS THE CONFERENCE ADOPTED THEM "),
        ("fr", "RÈGLEMENT INTÉRIEUR DE L'INSTITUT, ADOPTÉ PAR LA CONFÉRENCE DANS LE PALAIS, SA SEULE SALLE "),
    ],
)
def test_titles_in_capitals_are_looked_at_once(language, title):
    # a pattern that tried each letter of each word took minutes for a statute in one line; this one ends at once
    assert load_pattern("before_actor", language).fullmatch(f"{title * 6}; ") is None


def test_a_page_that_ends_with_the_mark_of_the_next_is_no_report():
    text = "Page 1: RESOLUTIONS ON WATER\n\nRESOLUTIONS ON WATER\n\nPage 2: RESOLUTIONS ON WATER\n"
    with pytest.raises(NoReportError):
        build_reports(read_bytes(text.encode(), "page.txt"), ())
