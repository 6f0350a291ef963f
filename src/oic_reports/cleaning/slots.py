"""Words that cannot stand where they stand: what a page lost there without a trace is known by the place.

Before the acting body (``وإذ هنا المؤتمر``) stands a verb: one of ``act_verbs.csv`` that differs by dots and hamzas
only was misread. As authors leave hamzas out, a lost hamza is a misreading only where the printed word is another one,
far more usual than the verb; any other change of dots only where the printed word is none.

Between *during* and *on* (``خلال مداواته بشأن``) stands what a body does when it talks: a word of
``deliberations.csv`` that differs by one letter was misread where the printed word is not usual.

In a document whose glyphs are known to be damaged the word is repaired if just one fits, in any other it is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence
from oic_reports.model import Flag
from oic_reports.resources import load_pattern, load_vocabulary

# letters that differ by dots, hamza or madda
_STROKES = str.maketrans("أإآٱتثنيئىجحذزشضظغقؤة", "ااااببببببححدرسصطعفوه")
_HAMZAS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
# how much more usual the printed word is than the verb, if it is no spelling of the verb: هنا ("here") 300 times
_FAR_MORE_USUAL = 100
RULE_ACT = "slot.act"
RULE_DELIBERATION = "slot.deliberation"


def repair_in_slots(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag the words of an Arabic paragraph that their place does not allow."""
    edits: list[Edit] = []
    for start, end, expected, rule in _find(draft.text, evidence):
        if len(expected) > 1:
            continue
        (word,) = expected
        if evidence.is_damaged:
            edits.append(Edit(start, end, word, "glyph_misread", rule, "high"))
        else:
            draft.flag(start, end, Flag("suspect_word", rule, expected=word))
    draft.edit(edits)


def _find(text: str, evidence: Evidence) -> Iterator[tuple[int, int, set[str], str]]:
    """Where a word stands that cannot, and the words that can."""
    for match in load_pattern("before_act", "ar").finditer(text):
        expected = _find_verbs(match.group("word"), evidence)
        if expected and _speakers().match(text, match.end()):
            yield *match.span("word"), expected, RULE_ACT
    for match in load_pattern("deliberation", "ar").finditer(text):
        expected = _find_deliberations(match.group("word"), match.group("whose"), evidence)
        if expected:
            yield *match.span("word"), expected, RULE_DELIBERATION


def _find_verbs(word: str, evidence: Evidence) -> set[str]:
    """The verbs with the strokes of a printed word that is no verb."""
    verbs = _verbs()
    if word in verbs:
        return set()
    found = {verb for verb in verbs if verb.translate(_STROKES) == word.translate(_STROKES)}
    if any(verb.translate(_HAMZAS) == word.translate(_HAMZAS) for verb in found):
        usual = max(evidence.measure(verb) for verb in found)
        return found if evidence.measure(word) > _FAR_MORE_USUAL * usual else set()
    return set() if evidence.is_word(word) else found


def _find_deliberations(word: str, whose: str, evidence: Evidence) -> set[str]:
    if evidence.is_usual_elsewhere(word):
        return set()
    forms = {row["form"] + whose for row in load_vocabulary("deliberations") if row["language"] == "ar"}
    if word in forms:
        return set()
    return {form for form in forms if Levenshtein.distance(word, form, score_cutoff=1) == 1}


@cache
def _verbs() -> frozenset[str]:
    rows = [row for row in load_vocabulary("act_verbs") if row["language"] == "ar"]
    return frozenset(row[column] for row in rows for column in ("form", "feminine"))


@cache
def _speakers() -> re.Pattern[str]:
    forms = (row["form"] for row in load_vocabulary("speakers") if row["language"] == "ar")
    return compile_pattern(rf"(?:{'|'.join(map(re.escape, forms))})(?!\w)")
