"""In which language a text is: by script, then by stop words. Other languages are recognised in order to be refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from oic_reports.errors import UnreadableFileError
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import BEFORE_ARTICLE, EITHER_ARTICLE
from oic_reports.language.plausibility import (
    WORD,
    WordCount,
    add_counts,
    count_scripts,
    count_words_of_line,
    is_mostly_arabic,
    share_stop_words,
)
from oic_reports.model import Language

_OURS: tuple[Language, ...] = get_args(Language)
_BY_SCRIPT = {"ARABIC": ("ar", "fa", "ur", "ps"), "LATIN": ("en", "fr", "tr", "es", "pt", "de", "it", "id", "ms", "sw")}
# words from which a text or a line has a language; share of its words that are stop words, and share of the letters
# of a text that stand in long lines of another language
_FEW_WORDS = 8
_LEAST_SHARE = 0.04
_MIXED_SHARE = 0.15
_ARTICLE = compile_pattern(f"{BEFORE_ARTICLE}{EITHER_ARTICLE}")
_NOT_ARABIC = compile_pattern("[پچژگٹڈڑںےہۓ]")
# shares of words with the Arabic article, and with letters that Arabic has not; characters of a title
_ARTICLE_SHARE = 0.1
_FOREIGN_SHARE = 0.02
_TITLE = 90


@dataclass(frozen=True, slots=True)
class LanguageVerdict:
    """The language of a text, its direction, the share of letters by script, and whether a second one is mixed in."""

    language: Language
    direction: Literal["ltr", "rtl"]
    shares: tuple[tuple[str, float], ...]
    is_mixed: bool


def decide_language(lines: list[str]) -> LanguageVerdict:
    """Decide the language of a whole text.

    Raises:
        UnreadableFileError: ``no_report`` (hardly any words), ``language_unsupported`` (another language),
            ``language_undecided`` (no stop words at all: a list of names, or letters in reversed order).
    """
    count = add_counts(lines)
    if count.words < _FEW_WORDS:
        raise UnreadableFileError("no_report", f"the file holds {count.words} words")
    text = "\n".join(lines)
    scripts = count_scripts(text)
    total = sum(scripts.values())
    script = max(sorted(scripts), key=lambda name: scripts[name])
    if script not in _BY_SCRIPT:
        raise UnreadableFileError(
            "language_unsupported", f"most letters are {script.title()}; Arabic, English and French are read"
        )
    language = _decide(text, count, script)
    shares = tuple((name.lower(), round(number / total, 4)) for name, number in sorted(scripts.items()))
    return LanguageVerdict(language, "rtl" if language == "ar" else "ltr", shares, _is_mixed(lines, language))


def _decide(text: str, count: WordCount, script: str) -> Language:
    best = max(_BY_SCRIPT[script], key=count.share)
    share = count.share(best)
    if script == "ARABIC" and share < _LEAST_SHARE and _is_arabic_by_form(text):
        return "ar"
    if share < _LEAST_SHARE:
        backwards = share_stop_words("\n".join(line[::-1] for line in text.splitlines()))
        hint = ""
        if max(backwards[name] for name in _BY_SCRIPT[script]) >= max(_LEAST_SHARE, 2 * share):
            hint = "; the letters stand in reversed order"
        raise UnreadableFileError("language_undecided", f"too few common words of any language ({share:.1%}){hint}")
    if best not in _OURS:
        raise UnreadableFileError("language_unsupported", f"the text is in another language (code {best})")
    return best


def _is_arabic_by_form(text: str) -> bool:
    """Whether many words begin with the Arabic article, and hardly any holds a letter of Persian or Urdu.

    Particles are written to their words in Arabic: a text may hold few stop words.
    """
    words = WORD.findall(text)
    with_article = sum(bool(_ARTICLE.match(word)) for word in words)
    foreign = sum(bool(_NOT_ARABIC.search(word)) for word in words)
    return with_article >= _ARTICLE_SHARE * len(words) and foreign <= _FOREIGN_SHARE * len(words)


def _is_mixed(lines: list[str], language: Language) -> bool:
    """Whether long lines in another of our languages make up a good part of the text."""
    other = all_letters = 0
    for line in lines:
        count = count_words_of_line(line)
        if count.words < _FEW_WORDS:
            continue
        best = max(_OURS, key=count.share)
        all_letters += len(line)
        is_other = best != language and count.share(best) > max(_LEAST_SHARE, 2 * count.share(language))
        other += len(line) if is_other else 0
    return bool(all_letters) and other / all_letters > _MIXED_SHARE


def find_language_switch(lines: Sequence[str], language: Language) -> tuple[int, Language] | None:
    """Where a file first goes over to another of our languages for good: the first line there, and the language.

    Both parts must hold a quarter of the letters; None where the file stays with one language, or mixes them.
    """
    kinds = [tell_language(line) for line in lines]
    found: list[tuple[int, Language]] = []
    total = sum(len(line) for line in lines)
    for other in _OURS:
        if other == language or other not in kinds:
            continue
        start = kinds.index(other)
        while start and kinds[start - 1] is None and len(lines[start - 1]) < _TITLE:
            start -= 1
        own = sum(len(line) for line, kind in zip(lines[:start], kinds[:start], strict=True) if kind == language)
        after = sum(len(line) for line, kind in zip(lines[start:], kinds[start:], strict=True) if kind == other)
        stray = sum(kind == language for kind in kinds[start:]) + sum(kind == other for kind in kinds[:start])
        if stray == 0 and min(own, after) > total / 4:
            found.append((start, other))
    return min(found, default=None)


def tell_language(text: str, *, of_prose: bool = False) -> Language | None:
    """The language of a line or a cell: by script for Arabic, by stop words for a long one of the others.

    None where it cannot be told; with ``of_prose``, also for Arabic of a few words (a name, a place).
    """
    count = count_words_of_line(text)
    is_long = count.words >= _FEW_WORDS
    if is_mostly_arabic(text):
        return "ar" if is_long or not of_prose else None
    if not is_long:
        return None
    best: Language = max(("en", "fr"), key=count.share)
    other = count.share("fr" if best == "en" else "en")
    return best if count.share(best) > max(_LEAST_SHARE, 2 * other) else None
