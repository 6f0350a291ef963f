"""Letters of another script inside an Arabic word: what a converter made of letters that it misread.

Devanagari ``ता`` in ``كيता`` names the sounds TA and AA: the candidates are the Arabic letters of those sounds
(``schemas/vocabularies/letter_sounds.csv``, keyed by the last word of the Unicode name); a letter without a known
sound may be any. The word is repaired where just one candidate is attested. Latin acronyms that are written to an
Arabic particle (``والـUN``) are no damage.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import islice, product

from oic_reports.cleaning.draft import Draft
from oic_reports.language.attested import Evidence
from oic_reports.language.letters import ARABIC_LETTERS, MOST_DAMAGE, WORD_SIGNS, is_arabic, is_stranger
from oic_reports.language.lexicon import MOST_LETTERS
from oic_reports.model import Flag
from oic_reports.resources import load_vocabulary

_SILENT = ("VIRAMA", "NUKTA", "ANUSVARA", "VISARGA", "CANDRABINDU")
# words that are tried for a strange one
_MOST_CANDIDATES = 20_000
RULE = "arabic.foreign_letters"


def repair_strangers(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag each Arabic word that holds letters of another script; too many are flagged as a whole."""
    if not any(map(is_stranger, set(draft.text))):
        return
    damaged = [match for match in WORD_SIGNS.finditer(draft.text) if _is_damaged(match.group())]
    if len(damaged) > MOST_DAMAGE:
        note = f"{len(damaged)} damaged words"
        draft.flag(0, len(draft.text), Flag("foreign_letter_unresolved", RULE, "warning", note=note))
        return
    for match in reversed(damaged):
        word = match.group()
        start, end = match.span()
        letters = [_read_as(character) for character in word] if len(word) <= MOST_LETTERS else [()]
        choice = evidence.choose(islice(map("".join, product(*letters)), _MOST_CANDIDATES))
        if choice is None:
            flag = Flag("foreign_letter_unresolved", RULE, "warning", note="no single attested word fits")
            draft.flag(start, end, flag)
        else:
            draft.change(start, end, choice, kind="foreign_script", rule=RULE, confidence="high")


def _is_damaged(word: str) -> bool:
    """Whether strangers stand inside an Arabic word; two Latin letters and more are a name, not damage."""
    strangers = [position for position, character in enumerate(word) if is_stranger(character)]
    if not strangers or not any(is_arabic(character) for character in word):
        return False
    latin = [p for p in strangers if unicodedata.name(word[p]).startswith("LATIN")]
    if len(latin) == len(strangers):
        inside = 0 < latin[0] < len(word) - 1 and is_arabic(word[latin[0] - 1]) and is_arabic(word[latin[0] + 1])
        return len(latin) == 1 and inside
    return True


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    return {row["sound"]: tuple(row["arabic"].split()) for row in load_vocabulary("letter_sounds")}


@cache
def _read_as(character: str) -> tuple[str, ...]:
    """What a character of a damaged word may be in Arabic letters."""
    if not is_stranger(character):
        return (character,)
    name = unicodedata.name(character, "")
    sound = name.split(" ")[-1]
    if sound in _SILENT or ("SIGN" in name and unicodedata.category(character) == "Mn" and sound not in _sounds()):
        return ("",)
    return _sounds().get(sound, tuple(ARABIC_LETTERS))
