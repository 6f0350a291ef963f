"""Paragraphs that a copy ran into one long line, with nothing but several blanks left between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# blanks that no typist sets between two sentences
_GAP = re.compile(r"[ \t\u00a0]{3,}")
_ENDED = re.compile(r"[.!?؟:;؛,،…][\"'»”’)\]*]*$")
# characters of a line that holds several paragraphs, and gaps that part them; the share of gaps behind a sentence, a
# clause or a salutation
_LONG = 300
_LEAST_GAPS = 2
_MOSTLY = 0.6
# characters of a formula or of a place and its days, behind which no mark need stand
_SHORT = 80


def part_gaps(text: str) -> Sequence[str]:
    """The paragraphs of a line as it stands in its file; the line alone where no such gaps part it.

    Most gaps stand behind the end of a sentence or of a salutation: columns of a table, and lines whose words are set
    apart, end nothing there. A gap inside a sentence stays; above the first, one stands behind a short formula.
    """
    gaps = [gap for gap in _GAP.finditer(text) if gap.start() and gap.end() < len(text)] if len(text) >= _LONG else []
    ended = [bool(_ENDED.search(text, max(0, gap.start() - _SHORT), gap.start())) for gap in gaps]
    if len(gaps) < _LEAST_GAPS or sum(ended) < max(_LEAST_GAPS, _MOSTLY * len(gaps)):
        return (text,)
    edges = [0]
    first = ended.index(True)
    for place, (gap, is_ended) in enumerate(zip(gaps, ended, strict=True)):
        if is_ended or (place < first and gap.start() - edges[-1] <= _SHORT):
            edges.append(gap.end())
    return [text[start:end] for start, end in pairwise([*edges, len(text)])]
