"""Words of the three languages: how usual each is in general, which are of the field, and when a word exists.

A word is as usual as its share of running words, by the list of the package ``wordfreq``. It exists from one in ten
million on: below that the list holds mostly misspellings. Who must be surer says so by one of the shares below.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.letters import ARABIC_MARKS
from oic_reports.language.particles import ARTICLE, BEFORE_WORD, CONJUNCTIONS
from oic_reports.language.word_list import WordList
from oic_reports.model import Language
from oic_reports.resources import load_vocabulary

# shares of running words: from which a word exists
EXISTS = 1e-7
# it is usual: one word for another is no accident
USUAL = 3e-7
# it is common: pieces of words are as usual as that, and what is left without one of its letters
COMMON = 1e-6
# it is common even beside a capital, which names have
VERY_COMMON = 5e-6
# it is frequent: words of few letters are others by chance
FREQUENT = 3e-5
_FEW_LETTERS = 3
_PARTICLES = compile_pattern(f"({BEFORE_WORD})(.{{3,}})")
_ARTICLE = compile_pattern(f"{ARTICLE}[\u0620-\u06ff]{{3}}")
ARABIC = compile_pattern("[\u0620-\u06ff]")
# no word of the three languages is longer, with all that may be written to it
MOST_LETTERS = 60
WORDS = compile_pattern(rf"[^\W\d_]+(?:[{ARABIC_MARKS}’'][^\W\d_]*)*")
ATTESTING = (
    "formulas",
    "cities",
    "months",
    "venues",
    "speakers",
    "body_names",
    "contact_group_topics",
    "document_types",
    "act_verbs",
    "member_states",
)


def find_share(small: str, language: Language) -> float:
    """How usual a word is in general, in small letters and as it stands; 0 where it does not exist."""
    return load_general_words(language).get(small)


def is_word(small: str, language: Language, least: float) -> bool:
    """Whether a word in small letters is as usual as ``least``, with or without the particles written to it."""
    general = load_general_words(language)
    return any(general.get(form) >= least for form in without_particles(small, language))


@cache
def load_general_words(language: Language) -> WordList:
    """How usual the words are that exist: a third of the list, and all that sound texts need."""
    return WordList(language, EXISTS)


@cache
def load_rare_words(language: Language) -> WordList:
    """How usual words are, also those below the bar of existence, which are misspellings mostly."""
    return WordList(language, 0.0)


@cache
def load_attested_words(language: Language) -> frozenset[str]:
    """Every word of the vocabularies in a language."""
    rows = chain.from_iterable(load_vocabulary(name) for name in ATTESTING)
    phrases = (row.get("form") or row.get("phrase") or "" for row in rows if row["language"] == language)
    return frozenset(word.lower() for phrase in phrases for word in WORDS.findall(phrase))


def is_whole_word(word: str) -> bool:
    """Whether a word lacks no letter at its beginning: it has its capital or article, or is a usual word.

    Two letters and three are often the rest of a word: such a word must be frequent, or of the vocabularies.
    """
    if word[:1].isupper() or _ARTICLE.match(word):
        return True
    small = word.lower()
    languages: tuple[Language, ...] = ("ar",) if ARABIC.match(small) else ("en", "fr")
    least = FREQUENT if len(small) <= _FEW_LETTERS else USUAL
    return any(small in load_attested_words(language) or find_share(small, language) >= least for language in languages)


@lru_cache(maxsize=1 << 16)
def without_particles(word: str, language: Language) -> tuple[str, ...]:
    """The word, and what is left of an Arabic one without a leading conjunction and preposition."""
    match = _PARTICLES.fullmatch(word) if language == "ar" else None
    if match is None or not match.group(1):
        return (word,)
    is_twofold = match.group(1)[0] in CONJUNCTIONS and len(match.group(1)) > 1
    return (word, match.group(2), word[1:]) if is_twofold else (word, match.group(2))
