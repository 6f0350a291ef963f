"""Arabic letters in a form that cannot stand where it stands: tatweel, alef maksura inside a word, Persian letters.

Alef maksura stands at the end of a word only; inside one it is a yeh whose dots were lost, or two words that lost
their space. Persian keheh is a kaf in an Arabic text, Persian yeh a yeh, at a word's end perhaps an alef maksura.
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence
from oic_reports.cleaning.letters import ARABIC_LETTER, ARABIC_MARKS
from oic_reports.model import Flag

_TATWEEL = re.compile("\u0640+")
_HIJRI_SIGN = re.compile(r"(?<![\u0621-\u064a])\u0647\u0640(?![\u0621-\u064a])")
_WORD = re.compile(rf"(?:{ARABIC_LETTER}|[\u06a9\u06cc{ARABIC_MARKS}])+")
_MEDIAL_MAKSURA = re.compile(f"ى(?=[{ARABIC_MARKS}]*{ARABIC_LETTER})")
_PERSIAN_YEH = "\u06cc"
_PERSIAN_KAF = "\u06a9"


def repair_letter_forms(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag the letter forms of an Arabic paragraph."""
    _remove_tatweel(draft)
    for match in reversed(list(_WORD.finditer(draft.text))):
        if _PERSIAN_KAF in match.group() or _PERSIAN_YEH in match.group():
            _repair_persian(draft, evidence, match)
    for match in reversed(list(_WORD.finditer(draft.text))):
        if _MEDIAL_MAKSURA.search(match.group()):
            _repair_maksura(draft, evidence, match)


def _remove_tatweel(draft: Draft) -> None:
    kept = {match.end() - 1 for match in _HIJRI_SIGN.finditer(draft.text)}
    for match in reversed(list(_TATWEEL.finditer(draft.text))):
        start, end = match.span()
        beside = draft.text[start - 1 : start] + draft.text[end : end + 1]
        if start not in kept and re.search(ARABIC_LETTER, beside):
            draft.change(start, end, "", kind="letter_form", rule="arabic.tatweel", confidence="high")


def _repair_persian(draft: Draft, evidence: Evidence, match: re.Match[str]) -> None:
    start, end = match.span()
    inner = match.group().replace(_PERSIAN_KAF, "ك")
    head, last = inner[:-1].replace(_PERSIAN_YEH, "ي"), inner[-1]
    if last != _PERSIAN_YEH:
        draft.change(start, end, head + last, kind="letter_form", rule="arabic.persian_letter", confidence="high")
        return
    choice = evidence.choose_usual((head + "ي", head + "ى"))
    if choice:
        draft.change(start, end, choice, kind="letter_form", rule="arabic.persian_letter", confidence="medium")
    else:
        draft.flag(start, end, Flag("letter_form", "arabic.persian_letter", note="yeh or alef maksura"))


def _repair_maksura(draft: Draft, evidence: Evidence, match: re.Match[str]) -> None:
    start, end = match.span()
    word = match.group()
    dotted = _MEDIAL_MAKSURA.sub("ي", word)
    if evidence.is_word(dotted):
        draft.change(start, end, dotted, kind="glyph_misread", rule="arabic.medial_alef_maksura", confidence="high")
        return
    position = _MEDIAL_MAKSURA.search(word)
    parts = (word[: position.end()], word[position.end() :]) if position else ()
    if parts and all(len(part) > 1 and evidence.is_word(part) for part in parts):
        draft.change(start, end, " ".join(parts), kind="spacing", rule="arabic.joined_words", confidence="high")
        return
    draft.change(start, end, dotted, kind="glyph_misread", rule="arabic.medial_alef_maksura", confidence="medium")
