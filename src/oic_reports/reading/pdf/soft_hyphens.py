"""Hyphens that are meant for the end of a line and stand inside one.

Some fonts name every hyphen by the soft one, and some programs paint a soft hyphen that is not at the end of a line.
The word tells which it is: where it is one without the hyphen, that is none of it.
"""

from __future__ import annotations

import re

from oic_reports.reading.pdf.ligatures import is_latin_word

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(rf"[^\W\d_]+(?:{SOFT_HYPHEN}[^\W\d_]+)+")


def settle_soft_hyphens(text: str) -> str:
    """A line of Latin text without the soft hyphens inside its words; the others become hyphens."""
    if SOFT_HYPHEN not in text:
        return text
    return _WORD.sub(_settle_word, text).replace(SOFT_HYPHEN, "-")


def _settle_word(match: re.Match[str]) -> str:
    whole = match.group().replace(SOFT_HYPHEN, "")
    return whole if is_latin_word(whole) else match.group()
