"""Words divided at the end of a printed line: ``imple- mentation`` in English and French.

The line break became a blank when the lines were joined. A word that exists is joined, unless its halves are words
more usual than it is: far more (``well- being``), and it keeps its hyphen; a little, and nothing tells. It keeps its
hyphen and loses the blank too where only the halves are words, where the document writes it so elsewhere, and before an
elision (``main- d’œuvre``). What is not known is joined if its first half is no word by itself. All else is flagged.
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence
from oic_reports.model import Confidence, Flag

_DIVIDED = re.compile(r"(?P<head>[^\W\d_]{2,})-[ \n](?P<tail>[a-zà-öø-ÿœ]{1,2}[’'][^\W\d_]{2,}|[a-zà-öø-ÿœ]{2,})")
_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][^\W\d_]+-(?P<blank> )(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_AND_SO_ON = {"and", "or", "to", "et", "ou", "à"}
_FAR_LESS = 0.05
RULE = "hyphenation.line_end"


def join_divided_words(draft: Draft, evidence: Evidence) -> None:
    """Join or flag each word that a line end divided; a name of two parts keeps its hyphen."""
    for match in _NAME.finditer(draft.text):
        draft.change(*match.span("blank"), "", kind="hyphenation", rule=RULE, confidence="medium")
    for match in reversed(list(_DIVIDED.finditer(draft.text))):
        head, tail = match.group("head"), match.group("tail")
        if tail in _AND_SO_ON:
            continue
        hyphen, blank = match.end("head"), match.end("head") + 1
        joint = _decide(head, tail, evidence)
        if joint is None:
            draft.flag(*match.span(), Flag("suspect_word", RULE, note="divided at the end of a line"))
        elif joint[0] == "-":
            draft.change(blank, blank + 1, "", kind="hyphenation", rule=RULE, confidence=joint[1])
        else:
            draft.change(hyphen, blank + 1, "", kind="hyphenation", rule=RULE, confidence=joint[1])


def _decide(head: str, tail: str, evidence: Evidence) -> tuple[str, Confidence] | None:
    """What stands between the halves, a hyphen or nothing, and how sure that is; None where nothing tells."""
    if evidence.is_compound(f"{head}-{tail}") or re.search("[’']", tail):
        return "-", "high"
    is_word = evidence.is_usual_elsewhere(head + tail)
    are_words = evidence.is_usual_elsewhere(head) and evidence.is_usual_elsewhere(tail)
    if is_word and not are_words:
        return "", "high"
    if is_word:
        rival, joined = min(evidence.measure(head), evidence.measure(tail)), evidence.measure(head + tail)
        if joined >= rival:
            return "", "medium"
        return ("-", "medium") if joined < _FAR_LESS * rival else None
    if are_words:
        return "-", "medium"
    return ("", "low") if not evidence.is_usual_elsewhere(head) else None
