"""Articles whose text looks like their title: ``Article 3: The Fund lends to``, wrapped or without its full stop.

Where a text runs the others in, or the line goes on below to the end of a sentence, it is the article's text. Articles
of another text, which a line leads to (``The Session recalled the Charter:``), are not its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from oic_reports.structure.lines.articles import find_article, find_label
from oic_reports.structure.lines.printed_lines import PrintedLine

# articles that have their text behind their numbers from which a text is told to run them in
_LEAST = 2
# lines of a wrapped paragraph that are looked at
_REACH = 12


def tell_articles(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, those marked of which the words behind the number of an article are its text, or are cited."""
    labelled = [i for i, line in enumerate(lines) if find_label(line.plain, line.language) is not None]
    titled = [i for i in labelled if lines[i].is_article]
    wrapped = {i for i in titled if _goes_on(lines, i)}
    # a row of contents ends with its page
    sentences = sum(not (lines[i].is_article or lines[i].text[-1].isdigit()) for i in labelled) + len(wrapped)
    runs_in = sentences >= max(_LEAST, len(titled) - len(wrapped))
    told = {*titled} if runs_in else wrapped
    cited = _find_cited(lines, labelled)
    return [
        replace(line, tells_article=i in told, cites_article=i in cited) if i in told or i in cited else line
        for i, line in enumerate(lines)
    ]


def _find_cited(lines: Sequence[PrintedLine], labelled: Sequence[int]) -> frozenset[int]:
    """Articles above the first that a text counts itself, where a line leads to them that is no article."""
    if not labelled or not labelled[0] or not lines[labelled[0] - 1].text.endswith(":"):
        return frozenset()
    if any(line.is_article for line in lines[: labelled[0]]):
        return frozenset()
    articles = ((i, find_article(lines[i].plain, lines[i].language)) for i in labelled)
    return frozenset(i for i, _ in takewhile(lambda pair: pair[1] is None or pair[1].ordinal != 1, articles))


def _goes_on(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a sentence that begins behind the number of an article ends on one of the lines right below."""
    for line in lines[index + 1 : index + 1 + _REACH]:
        if line.after_gap or line.candidates or line.is_article:
            return False
        if line.is_closed:
            return lines[index].ends_open or lines[index + 1].is_small
    return False
