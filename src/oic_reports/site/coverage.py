"""What the release covers, as a picture: paragraphs by year, and below it each body's reports by year and language.

Drawn by hand: a plotting library would bring its own fonts, which write no Arabic, and its own text, which no reader of
pages aloud can read. Languages differ by shape, by lightness and by colour, so that the picture holds in print and for
whoever sees few colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from oic_reports.site.names import name_body, slug_body
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, Row

# lanes of a body, from top to bottom
LANES = ("ar", "en", "fr")
# sizes in units of the picture, which are pixels where it is shown whole
_WIDTH = 960
_WIDEST_COLUMN = 44
_NARROWEST_COLUMN = 15
# a column from which its year is written whole, and each of them
_WHOLE_YEAR = 30
_LANE = 14
_LABEL = 20
_GAP = 8
_BARS = 64
_AXIS = 22
_EDGE = 14
_LEAST_WIDTH = 320
# reports in a cell from which its mark is one step larger
_STEPS = (2, 5)
# years between two that are named, where all would not fit
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """The reports of a body in a year and a language; ``x``, ``y`` are the middle of its mark, ``size`` 0, 1 or 2."""

    x: float
    y: float
    year: str
    language: str
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A body: its name, its page, the top of its lanes, its cells."""

    name: str
    slug: str
    y: float
    count: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar: paragraphs of a year in a language."""

    x: float
    y: float
    height: float
    year: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The picture and its data: ``table`` has a row for each body, year and language that has something."""

    width: float
    height: float
    column: float
    lane: float
    most: int
    bars: Sequence[Bar]
    years: Sequence[tuple[float, str]]
    all_years: Sequence[float]
    axis: float
    lanes: Sequence[Lane]
    table: Sequence[Row]
    gaps: Sequence[str]
    undated: int
    left_out: int


@dataclass(slots=True)
class _Body:
    name: str
    slug: str
    reports: Counter[tuple[str, str]] = field(default_factory=Counter)


def count_coverage(holdings: Holdings) -> list[Row]:
    """Reports and paragraphs by body, year and language, in a fixed order; the year of an unknown date is empty."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for row in holdings.documents.values():
        key = (slug_body(row), year_of(row), row["language"])
        pair = found.setdefault(key, [0, 0])
        pair[0] += 1
        pair[1] += row["paragraph_count"]
    return [
        {"body_id": body, "year": year, "language": language, "reports": pair[0], "paragraphs": pair[1]}
        for (body, year, language), pair in sorted(found.items())
    ]


def year_of(row: Row) -> str:
    """The year of a report, empty where its date is unknown."""
    return "" if row["date"] is None else f"{row['date'].year:04d}"


def draw_coverage(holdings: Holdings, words: Words, most_marks: int | None = None) -> Coverage:
    """The picture in the language of ``words``; time runs as the language is read.

    Bodies with most reports come first: as many as have ``most_marks`` together, at least one; all where it is None.
    ``left_out`` counts the others.
    """
    table = count_coverage(holdings)
    names = {slug_body(row): name_body(row, holdings, words) for row in holdings.documents.values()}
    dated = [row for row in table if row["year"]]
    years = [f"{year:04d}" for year in _span(dated)]
    column = min(_WIDEST_COLUMN, max(_NARROWEST_COLUMN, _WIDTH // max(len(years), 1)))
    width = max(2 * _EDGE + column * len(years), _LEAST_WIDTH)
    places = {year: _EDGE + column * (number + 0.5) for number, year in enumerate(years)}
    if words.direction == "rtl":
        places = {year: width - x for year, x in places.items()}
    axis = float(_BARS + _AXIS)
    all_lanes = _lay_lanes(dated, names, places, axis)
    marks = accumulate(len(lane.cells) for lane in all_lanes)
    drawn = len(all_lanes) if most_marks is None else max(1, sum(count <= most_marks for count in marks))
    lanes = all_lanes[:drawn]
    most, bars = _lay_bars(dated, places)
    every = 1 if column >= _WHOLE_YEAR else _NAMED
    return Coverage(
        width=width,
        height=lanes[-1].y + len(LANES) * _LANE + _GAP if lanes else axis,
        column=column,
        lane=_LANE,
        most=most,
        bars=bars,
        years=[(x, year) for year, x in places.items() if int(year) % every == 0],
        all_years=list(places.values()),
        axis=axis,
        lanes=lanes,
        table=[{**row, "body": names[row["body_id"]]} for row in table],
        gaps=_find_gaps(dated, years),
        undated=sum(row["reports"] for row in table if not row["year"]),
        left_out=len(all_lanes) - len(lanes),
    )


def _span(dated: Sequence[Row]) -> range:
    """All years from the first to the last, those without a report too."""
    known = [int(row["year"]) for row in dated]
    return range(min(known), max(known) + 1) if known else range(0)


def _lay_lanes(dated: Sequence[Row], names: Mapping[str, str], places: Mapping[str, float], axis: float) -> list[Lane]:
    bodies: dict[str, _Body] = {}
    for row in dated:
        body = bodies.setdefault(row["body_id"], _Body(names[row["body_id"]], row["body_id"]))
        body.reports[row["year"], row["language"]] += row["reports"]
    ordered = sorted(bodies.values(), key=lambda body: (-body.reports.total(), body.slug))
    lanes = []
    for number, body in enumerate(ordered):
        top = axis + number * (_LABEL + len(LANES) * _LANE + _GAP) + _LABEL
        cells = [
            Cell(
                places[year],
                top + _LANE * (LANES.index(language) + 0.5),
                year,
                language,
                count,
                sum(count >= step for step in _STEPS),
            )
            for (year, language), count in sorted(body.reports.items())
        ]
        lanes.append(Lane(body.name, body.slug, top, body.reports.total(), cells))
    return lanes


def _lay_bars(dated: Sequence[Row], places: Mapping[str, float]) -> tuple[int, list[Bar]]:
    """The number of the highest bar, and the pieces of all, piled up from the axis."""
    by_year: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for row in dated:
        by_year[row["year"], row["language"]] += row["paragraphs"]
        totals[row["year"]] += row["paragraphs"]
    most = max(totals.values(), default=0)
    bars = []
    for year, x in places.items():
        at = float(_BARS)
        for language in LANES:
            count = by_year[year, language]
            if count:
                height = round((_BARS - _LABEL) * count / most, 2)
                at = round(at - height, 2)
                bars.append(Bar(x, at, height, year, language, count))
    return most, bars


def _find_gaps(dated: Sequence[Row], years: Sequence[str]) -> list[str]:
    """Runs of years between the first and the last of which there is nothing: ``1990`` or ``1992–1995``."""
    held = {row["year"] for row in dated}
    runs: list[list[str]] = []
    for before, year in zip(["", *years], years, strict=False):
        if year in held:
            continue
        if runs and runs[-1][-1] == before:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
