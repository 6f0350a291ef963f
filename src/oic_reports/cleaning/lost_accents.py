"""French letters with accents that a copy lost, and apostrophes with them: ``la Dclaration``, ``les tats membres``.

Each sixth word of a French text has a letter with an accent. Where hardly one has (those of the site around it), and
more are words only with such a letter put in, the text lost them: who types without accents keeps the letters
(``Declaration``). Each word is flagged with what it may have been. Nothing is put back: several words may fit, and
others of the text lost letters and are words still (``pass``).
"""

from __future__ import annotations

from functools import lru_cache

from oic_reports.cleaning.draft import Draft
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence
from oic_reports.language.lexicon import COMMON, MOST_LETTERS
from oic_reports.model import Flag

RULE = "letters.lost_accent"
_LETTERS = "éèêàçîôâûëïùœ"
_WORD = compile_pattern(r"(?<![\w’'@./-])[^\W\d_]{3,}(?![\w’'@/-]|\.\w)")
# a small word that goes before an apostrophe
_ELIDED = compile_pattern(r"(?i:[ldnscjmt]|qu|jusqu|lorsqu)(?=\w{3})")
# different words that lack a letter: fewer may be misprints
_LEAST_LACKING = 5


def flag_lost_accents(draft: Draft, evidence: Evidence) -> None:
    """Flag the words of a French paragraph that lack a letter, where the document lost its accents."""
    if evidence.language != "fr" or not lost_accents(evidence):
        return
    for match in _WORD.finditer(draft.text):
        expected = _find_expected(match.group(), evidence)
        if expected:
            draft.flag(*match.span(), Flag("suspect_word", RULE, expected=expected))


@lru_cache(maxsize=4)
def lost_accents(evidence: Evidence) -> bool:
    """Whether more words of a French text are words only with an accent than have one."""
    words = evidence.own_words
    accented = sum(not set(_LETTERS).isdisjoint(word) for word in words)
    lacking = sum(_find_accented(word, evidence) is not None for word in words)
    return lacking >= _LEAST_LACKING and lacking > accented


def _find_expected(word: str, evidence: Evidence) -> str | None:
    if evidence.is_word(word):
        return None
    elided = _ELIDED.match(word)
    if elided:
        rest = word[elided.end() :]
        whole = rest if evidence.is_common(rest, COMMON) else _find_accented(rest, evidence)
        if whole:
            return f"{elided.group()}’{whole}"
    return _find_accented(word, evidence)


def _find_accented(word: str, evidence: Evidence) -> str | None:
    """The usual word that one letter with an accent makes of one that is none; the first of several."""
    if len(word) > MOST_LETTERS or evidence.is_word(word):
        return None
    made = (word[:place] + letter + word[place:] for letter in _LETTERS for place in range(len(word) + 1))
    return next((form for form in made if evidence.is_common(form, COMMON)), None)
