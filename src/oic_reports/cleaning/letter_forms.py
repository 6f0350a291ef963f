"""Arabic letters in a form that cannot stand where it stands: tatweel, alef maksura inside a word, Persian letters.

A tatweel between two letters only stretches a word; behind a particle, a list's letter or the sign of the Hijri year it
is how they are written. Alef maksura stands at the end of a word only, or before a final hamza as Egyptians write it;
inside a word it is a yeh whose dots were lost, or two words that lost their space. Persian keheh is a kaf in an Arabic
text, Persian yeh a yeh, at a word's end perhaps an alef maksura: in a text that writes its Arabic words so. Where only
names have them, and in a word with a letter that Arabic lacks, they are how the name is written.
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import PERSIAN, Evidence, read_persian
from oic_reports.language.letters import ARABIC_LETTER, ARABIC_LETTERS, ARABIC_MARKS, SCRIPT_LETTERS
from oic_reports.model import Confidence, Flag

_TATWEEL = compile_pattern(
    f"(?<=[{SCRIPT_LETTERS}{ARABIC_MARKS}])\u0640++(?=[{ARABIC_MARKS}]{{0,4}}[{SCRIPT_LETTERS}])"
)
_YEAR = compile_pattern(r"\d\s?\u0647$")
_WORD = compile_pattern(rf"[{SCRIPT_LETTERS}{ARABIC_MARKS}]++")
_FOREIGN = compile_pattern(f"[^{ARABIC_LETTERS}{ARABIC_MARKS}\u06a9\u06cc\u0671]")
_MEDIAL_MAKSURA = compile_pattern(
    f"ى(?=[{ARABIC_MARKS}]{{0,4}}{ARABIC_LETTER})(?![{ARABIC_MARKS}]{{0,4}}ء[{ARABIC_MARKS}]{{0,4}}$)"
)
RULE_TATWEEL = "arabic.tatweel"
RULE_PERSIAN = "arabic.persian_letter"
RULE_MAKSURA = "arabic.medial_alef_maksura"
RULE_JOINED = "arabic.joined_words"


def repair_letter_forms(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag the letter forms of an Arabic paragraph."""
    _remove_tatweel(draft)
    _repair_persian(draft, evidence)
    _repair_maksura(draft, evidence)


def _remove_tatweel(draft: Draft) -> None:
    text = draft.text
    draft.edit(
        Edit(*match.span(), "", "letter_form", RULE_TATWEEL, "high")
        for match in _TATWEEL.finditer(text)
        if not _YEAR.search(text, max(match.start() - 3, 0), match.start())
    )


def _repair_persian(draft: Draft, evidence: Evidence) -> None:
    if not PERSIAN.search(draft.text):
        return
    edits: list[Edit] = []
    left: list[tuple[int, int]] = []
    for run in _find_runs(draft.text):
        is_foreign = any(_FOREIGN.search(match.group()) for match in run)
        for match in run:
            word = match.group()
            if not PERSIAN.search(word) or _FOREIGN.search(word):
                continue
            if evidence.is_arabic_in_persian_letters(word) or (evidence.writes_persian_letters and not is_foreign):
                choice = _read(word, evidence)
                if choice is not None:
                    edits.append(Edit(*match.span(), choice[0], "letter_form", RULE_PERSIAN, choice[1]))
                    continue
            left.append(match.span())
    for start, end in left:
        draft.flag(start, end, Flag("letter_form", RULE_PERSIAN, note="a name, or Persian letters for Arabic ones"))
    draft.edit(edits)


def _find_runs(text: str) -> list[list[re.Match[str]]]:
    """Words with Persian letters or letters that Arabic lacks, those that stand beside each other in one list."""
    runs: list[list[re.Match[str]]] = []
    end = -2
    for match in _WORD.finditer(text):
        if PERSIAN.search(match.group()) or _FOREIGN.search(match.group()):
            if match.start() > end + 1:
                runs.append([])
            runs[-1].append(match)
            end = match.end()
    return runs


def _read(word: str, evidence: Evidence) -> tuple[str, Confidence] | None:
    """The Arabic form of a word, and how sure it is; None where two are as good."""
    forms = read_persian(word)
    choice = forms[0] if len(forms) == 1 else evidence.choose_usual(forms)
    if choice is None:
        return None
    return choice, "high" if len(forms) == 1 and evidence.is_word(choice) else "medium"


def _repair_maksura(draft: Draft, evidence: Evidence) -> None:
    edits: list[Edit] = []
    for match in _WORD.finditer(draft.text):
        word = match.group()
        place = _MEDIAL_MAKSURA.search(word)
        if place is None or _FOREIGN.search(word):
            continue
        dotted = _MEDIAL_MAKSURA.sub("ي", word)
        parts = (word[: place.end()], word[place.end() :])
        if evidence.is_word(dotted):
            edits.append(Edit(*match.span(), dotted, "glyph_misread", RULE_MAKSURA, "high"))
        elif all(len(part) > 1 and evidence.is_word(part) for part in parts):
            edits.append(Edit(*match.span(), " ".join(parts), "spacing", RULE_JOINED, "high"))
        else:
            draft.flag(*match.span(), Flag("suspect_word", RULE_MAKSURA, expected=dotted))
    draft.edit(edits)
