"""Letters that became a question mark inside a word (``K?ngdom``): what a program wrote that lacked the letter.

Restored where just one usual word fits. Where none does, a question mark between two words is punctuation without its
blank; one in an address is none of ours.
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.cleaning.lost_glyphs import choose_fitting, find_fitting
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence
from oic_reports.language.letters import MOST_DAMAGE
from oic_reports.language.lexicon import ARABIC
from oic_reports.model import Flag

_DAMAGED = compile_pattern(r"(?<![^\W\d_?])[^\W\d_]++(?:\?[^\W\d_]++)++(?!\?)")
_ADDRESS = compile_pattern(r"://|www\.|[/=&@]|\.\w{2,5}\?")
_LOST = "\u25a1"
# a single letter of a damaged word is no word
_HALF = 2
RULE = "question_mark.word"


def restore_question_marks(draft: Draft, evidence: Evidence) -> None:
    """Restore or flag each word with a question mark inside; a paragraph full of them is flagged as a whole."""
    if "?" not in draft.text:
        return
    addresses = [m.span() for m in re.finditer(r"\S++", draft.text) if "?" in m.group() and _ADDRESS.search(m.group())]
    inside = {place for start, end in addresses for place in range(start, end)}
    damaged = [m for m in _DAMAGED.finditer(draft.text) if m.start() not in inside]
    if len(damaged) > MOST_DAMAGE:
        note = f"{len(damaged)} words with question marks"
        draft.flag(0, len(draft.text), Flag("lost_glyph_unresolved", RULE, "warning", note=note))
        return
    edits: list[Edit] = []
    for match in damaged:
        word = match.group()
        # the letters of one script say nothing of a word of another
        is_ours = (ARABIC.search(word) is not None) == (evidence.language == "ar")
        options = find_fitting(word.replace("?", _LOST), evidence) if is_ours else []
        choice = choose_fitting(options, evidence)
        if not options and _is_question(match, evidence):
            continue
        if choice is None:
            note = f"{len(options)} words fit" if options else "no attested word fits"
            draft.flag(*match.span(), Flag("lost_glyph_unresolved", RULE, "warning", note=note))
        else:
            edits.append(Edit(*match.span(), choice, "glyph_loss", RULE, "medium"))
    draft.edit(edits)


def _is_question(match: re.Match[str], evidence: Evidence) -> bool:
    """Whether a question mark stands between two whole words that lack their blank."""
    parts = match.group().split("?")
    return len(parts) == _HALF and all(len(part) >= _HALF and evidence.is_usual_elsewhere(part) for part in parts)
