"""Paragraphs that a copy ran into one long line, with nothing but several blanks left between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# blanks that no typist sets between two sentences
_GAP = re.compile(r"[ \t\u00a0]{3,}")
_QUOTED = r"[\"'»”’)\]*]*$"
_ENDED = re.compile(rf"[.!?؟:;؛…]{_QUOTED}")
_PAUSED = re.compile(rf"[,،]{_QUOTED}")
# the full stop of a title or an initial ends nothing
_TITLE = re.compile(r"(?<!\w)(?:[A-ZÀ-Þ]|[HS]\.\s?E|Prof|Drs?|Messrs|Mr|Mrs|Ms|Mme|MM|St|Nos?|Gen|Eng|Amb)\.$")
# a sentence goes on in small letters behind a comma or a full stop; the letter of an item has a mark
_SMALL = re.compile(r"(?:[^\W\d_A-ZÀ-Þ\u0600-\u06ff]|\d)[\w’'-]*(?![\w’').\]-])")
_STOPPED = re.compile(rf"[.,،]{_QUOTED}")
# characters of a line that holds several paragraphs, and gaps that part them; the share of gaps behind a sentence, a
# clause or a salutation, and of the text that stands in pieces as long as a clause
_LONG = 300
_LEAST_GAPS = 2
_MOSTLY = 0.6
# characters of a formula or of a place and its days, behind which no mark need stand
_SHORT = 80
# characters of a clause, which is longer than one of several names or things in a sentence
_CLAUSE = 40


def part_gaps(text: str) -> Sequence[str]:
    """The paragraphs of a line as it stands in its file; the line alone where no such gaps part it.

    Most gaps stand behind the end of a sentence or of a salutation: columns of a table, and lines whose words are set
    apart, end nothing there, and what one sentence lists is short. A gap inside a sentence stays; above the first, one
    stands behind a short formula.
    """
    gaps = [gap for gap in _GAP.finditer(text) if gap.start() and gap.end() < len(text)] if len(text) >= _LONG else []
    ended = _find_ends(text, gaps)
    if len(gaps) < _LEAST_GAPS or sum(ended) < max(_LEAST_GAPS, _MOSTLY * len(gaps)):
        return (text,)
    edges = [0]
    first = ended.index(True)
    for place, (gap, is_ended) in enumerate(zip(gaps, ended, strict=True)):
        if is_ended or (place < first and gap.start() - edges[-1] <= _SHORT):
            edges.append(gap.end())
    pieces = [text[start:end] for start, end in pairwise([*edges, len(text)])]
    long = sum(len(piece) for piece in pieces if len(piece) >= _CLAUSE)
    return pieces if long >= _MOSTLY * len(text) else (text,)


def _find_ends(text: str, gaps: Sequence[re.Match[str]]) -> list[bool]:
    """Whether a sentence, a clause or a salutation ends above each gap.

    Behind the first sentence a comma ends a long clause, or what alone stands behind an end (``Mr. President,``), where
    what follows is long, too.
    """
    ended: list[bool] = []
    has_sentence = False
    edges = [0, *(edge for gap in gaps for edge in gap.span()), len(text)]
    for place, gap in enumerate(gaps):
        above = text[max(edges[2 * place], gap.start() - _SHORT) : gap.start()]
        goes_on = _STOPPED.search(above) is not None and _SMALL.match(text, gap.end()) is not None
        is_sentence = _ENDED.search(above) is not None and not (goes_on or _TITLE.search(above))
        is_whole = gap.start() - edges[2 * place] >= _CLAUSE or (place > 0 and ended[-1])
        may_end = not has_sentence or (is_whole and edges[2 * place + 3] - gap.end() >= _CLAUSE)
        is_clause = _PAUSED.search(above) is not None and not goes_on and may_end
        ended.append(is_sentence or is_clause)
        has_sentence |= is_sentence
    return ended
