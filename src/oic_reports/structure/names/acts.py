"""Whether a meeting acts in a text: one of the verbs that communiqués know, where it can be the sentence's own."""

from __future__ import annotations

import re

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form

# code points of a paragraph to the end of the meeting's name ("At its closing session in the afternoon, the Meeting"),
# and behind it or from the start of an item to the verb
_SPEAKER_REACH = 60
VERB_REACH = 60
# a paragraph goes on with who acted in the one above
_PRONOUN = compile_pattern(r"(?:(?:it|they|elles?|ils?)\s+)?", re.IGNORECASE)
_WORD = compile_pattern(r"\w+")
_INFINITIVE = compile_pattern(r"(?:not\s+)?to\s", re.IGNORECASE)


def is_acting(text: str, language: Language) -> bool:
    """Whether a meeting acts in a paragraph: a verb of communiqués begins it, or stands behind the meeting's name."""
    acts = load_pattern("meeting_acts", language)
    plain = text.lstrip(' *_-–—•«"“”')
    if acts.match(plain):
        return True
    if language == "ar":
        return False
    speaker = find_form("speakers", plain[:_SPEAKER_REACH], language)
    end = speaker.end() if speaker else _PRONOUN.match(plain).end()  # type: ignore[union-attr]
    return end > 0 and has_verb(plain[end:], language, VERB_REACH)


def has_verb(text: str, language: Language, reach: int | None = None) -> bool:
    """Whether a verb of communiqués begins at a word among the first ``reach`` code points of a text, or anywhere.

    An infinitive (``To request``) acts only where it begins the text: ``is expected to request`` tells of another time.
    """
    acts = load_pattern("meeting_acts", language)
    future = load_pattern("future", language)
    for word in _WORD.finditer(text, 0, reach or len(text)):
        found = acts.match(text, word.start())
        if found is None or future.search(text, 0, word.start()):
            continue
        if not _INFINITIVE.match(found.group()) or not any(map(str.isalpha, text[: word.start()])):
            return True
    return False
