"""Words of the three languages: how usual each is in general, which are of the field, and when a word exists.

A word is as usual as its share of running words, by the list of the package ``wordfreq``. It exists from one in ten
million on: below that the list holds mostly misspellings. Who must be surer says so by one of the shares below.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain, repeat
from pathlib import Path

from oic_reports.language.letters import ARABIC_MARKS
from oic_reports.language.particles import ARTICLE, BEFORE_WORD, CONJUNCTIONS
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
_PARTICLES = re.compile(f"({BEFORE_WORD})(.{{3,}})")
_ARTICLE = re.compile(f"{ARTICLE}[\u0620-\u06ff]{{3}}")
ARABIC = re.compile("[\u0620-\u06ff]")
# no word of the three languages is longer, with all that may be written to it
MOST_LETTERS = 60
WORDS = re.compile(rf"[^\W\d_]+(?:[{ARABIC_MARKS}’'][^\W\d_]*)*")
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
    return load_general_words(language).get(small, 0.0)


def is_word(small: str, language: Language, least: float) -> bool:
    """Whether a word in small letters is as usual as ``least``, with or without the particles written to it."""
    general = load_general_words(language)
    return any(general.get(form, 0.0) >= least for form in without_particles(small, language))


@cache
def load_general_words(language: Language) -> Mapping[str, float]:
    """Word to frequency in running text, of words that exist: a third of the list, and all that sound texts need."""
    return _unpack_words(language, EXISTS)


@cache
def load_rare_words(language: Language) -> Mapping[str, float]:
    """Word to frequency in running text; also words below the bar of existence, which are misspellings mostly."""
    return _unpack_words(language, 0.0)


def _unpack_words(language: Language, least: float) -> dict[str, float]:
    """The words of the package's list that are as frequent as ``least``, and more; the list begins with these.

    The package's own reader imports tokenisers of all languages, which takes longer than to read the list.
    """
    import msgpack  # noqa: PLC0415  (loaded only where a text is doubtful)

    package = find_spec("wordfreq")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'wordfreq'", name="wordfreq")
    packed = gzip.decompress((Path(package.origin).parent / "data" / f"large_{language}.msgpack.gz").read_bytes())
    # the list is one of our own packages: as large as it is
    parts = msgpack.Unpacker(raw=False, max_buffer_size=0)
    parts.feed(packed)
    count = parts.read_array_header() - 1
    header = parts.unpack()
    if header != {"format": "cB", "version": 1}:
        fault = f"the word list of wordfreq is of another format: {header}"
        raise ValueError(fault)
    frequencies = [10 ** (-centibels / 100) for centibels in range(count)]
    buckets = [parts.unpack() for frequency in frequencies if frequency >= least]
    shares = map(repeat, frequencies, map(len, buckets))
    return dict(zip(chain.from_iterable(buckets), chain.from_iterable(shares), strict=True))


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
