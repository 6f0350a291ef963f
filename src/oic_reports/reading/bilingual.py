"""Tables that set a text and its translation side by side: each language is read by itself, row after row.

Read row by row, as other tables are, such a table would give paragraphs of two languages each. A list of names in two
scripts is data and stays a table: what is parted holds prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oic_reports.language.identification import tell_language
from oic_reports.model import Language

# rows that show that languages stand side by side
_LEAST_ROWS = 2
# share of the filled cells of a column that must be in its language, of those whose language can be told
_PURE = 0.8

Place = tuple[int, int]


def part_languages(rows: Sequence[Sequence[str]]) -> list[list[Place]] | None:
    """The cells of a table in reading order, one list a language; None where it is an ordinary table.

    Args:
        rows: the texts of the cells, row by row; a row may have fewer cells than others (a title across the table).

    Returns:
        Places (row, cell), each cell of the table once. A cell without a language of its own (a number) goes with the
        first text.
    """
    width = max(map(len, rows), default=0)
    full = [row for row in rows if len(row) == width and sum(bool(cell.strip()) for cell in row) > 1]
    if len(full) < _LEAST_ROWS:
        return None
    columns = [_tell_column([row[place] for row in full]) for place in range(width)]
    languages = list(dict.fromkeys(language for language in columns if language))
    if len(languages) < 2 or len(languages) != sum(language is not None for language in columns):  # noqa: PLR2004
        return None
    parted: dict[Language, list[Place]] = {language: [] for language in languages}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            own = columns[place] if len(row) == width else tell_language(cell)
            parted[own if own in parted else languages[0]].append((number, place))
    return list(parted.values())


def _tell_column(cells: Sequence[str]) -> Language | None:
    """The language of a column's prose; None for numbers, names, and where languages are mixed."""
    told = Counter(language for cell in cells if (language := tell_language(cell, of_prose=True)))
    if not told:
        return None
    language = told.most_common(1)[0][0]
    known = Counter(other for cell in cells if (other := tell_language(cell)))
    return language if known[language] >= _PURE * known.total() else None
