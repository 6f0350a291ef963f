"""Words divided at the end of a printed line: ``imple- mentation`` in English and French.

The line break became a blank when the lines were joined. The word is joined where it exists and its halves do not; it
keeps its hyphen and loses the blank where only the halves are words, or where the document writes it so elsewhere.
Where both may be, the word is joined if it is more frequent than its second half, else it is flagged.
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence
from oic_reports.model import Flag

_DIVIDED = re.compile(r"(?P<head>[^\W\d_]{2,})-[ \n](?P<tail>[a-zà-öø-ÿœ]{2,})")
_AND_SO_ON = {"and", "or", "to", "et", "ou", "à"}
RULE = "hyphenation.line_end"


def join_divided_words(draft: Draft, evidence: Evidence) -> None:
    """Join or flag each word that a line end divided."""
    for match in reversed(list(_DIVIDED.finditer(draft.text))):
        head, tail = match.group("head"), match.group("tail")
        if tail in _AND_SO_ON:
            continue
        hyphen, blank = match.end("head"), match.end("head") + 1
        is_word = evidence.is_usual_elsewhere(head + tail)
        are_words = evidence.is_usual_elsewhere(head) and evidence.is_usual_elsewhere(tail)
        if evidence.is_compound(f"{head}-{tail}"):
            draft.change(blank, blank + 1, "", kind="hyphenation", rule=RULE, confidence="high")
        elif is_word and are_words and evidence.measure(head + tail) >= evidence.measure(tail):
            draft.change(hyphen, blank + 1, "", kind="hyphenation", rule=RULE, confidence="medium")
        elif is_word and not are_words:
            draft.change(hyphen, blank + 1, "", kind="hyphenation", rule=RULE, confidence="high")
        elif are_words and not is_word:
            draft.change(blank, blank + 1, "", kind="hyphenation", rule=RULE, confidence="medium")
        else:
            draft.flag(*match.span(), Flag("suspect_word", RULE, note="divided at the end of a line"))
