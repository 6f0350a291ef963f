"""Ordinals of sessions in a text: ``Thirty-fourth Session``, ``44TH``, ``trente-troisième``, ``الحادي والعشرين``.

Ordinals are composed of units and tens (``schemas/vocabularies/ordinals.csv``); an ordinal counts where a word for a
session stands near it, since texts number many things.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.language.particles import ARTICLE
from oic_reports.model import Language
from oic_reports.resources import load_pattern, load_vocabulary

# letters of one sound: Egyptian pages print ``الثانى``, Persian keyboards ``ی``
_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي"}
# the small letters of an ordinal: ``7ᵉ``, ``1ʳᵉ``, ``44ᵗʰ``
_LETTERS |= {"ᵉ": "e", "ʳ": "r", "ᵐ": "m", "ˢ": "s", "ᵗ": "t", "ⁿ": "n", "ᵈ": "d", "ʰ": "h"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
# the fifty-first session of the ministers met in 2025
_LATEST = 60
_BETWEEN = {"en": r"[-\s]?", "fr": r"(?:[-\s]+et[-\s]+|[-\s])?", "ar": rf"\s+و\s?(?:{ARTICLE})?"}
# the groups of an ordinal in words
_WORDS = ("unit", "tens", "tens2", "full", "rest")
# letters before and behind an ordinal in which the word for a session stands
_BEFORE = 60
# capitalised words between an ordinal and its word for a session: city, organisation, subject
# ``2017-01-20 OIC session``: a figure behind such a mark ends a date
_ENDS_DATE = compile_pattern(r"\d[-/.]\d{1,2}[-/.]$")
_NAMES = compile_pattern(r"(?:[A-Z][\w’'-]*\s+){1,6}?(?=(?:Conference|Session|Meeting|Summit)\b)")
_BEHIND = 44
# letters before an ordinal in which the word for a hundred stands
_HUNDRED_REACH = 14
# letters between a committee and the ordinal of its meeting
_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class FoundSession:
    """An ordinal of a session, whether it is one of an extraordinary session, and its code points."""

    number: int
    is_extraordinary: bool
    start: int
    end: int


def _fold(text: str) -> str:
    """Small letters without accents and vowel signs, alefs and yā's alike; as many code points as before."""
    return "".join(map(_fold_letter, text)).translate(_DIGITS)


@cache
def _fold_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter.replace("’", "'"))[0].lower()
    plain = _LETTERS.get(plain, plain)
    return plain if len(plain) == 1 else letter


@cache
def _ordinals(language: Language) -> tuple[dict[str, int], re.Pattern[str]]:
    """The values of words, and the pattern of an ordinal.

    Groups ``figure`` and ``roman``; ``unit``, ``tens`` and ``tens2``; ``full`` and ``rest`` of a cardinal.
    """
    rows = [row for row in load_vocabulary("ordinals") if row["language"] == language]
    units, tens, cardinals = (
        {_fold(row["form"]): int(row["value"]) for row in rows if row["kind"] == kind}
        for kind in ("unit", "tens", "cardinal")
    )

    def either(forms: dict[str, int]) -> str:
        return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))

    # a blank is lost behind an ordinal in copies: ``45thSession``, ``13emeSommet``
    figure = r"(?P<figure>\d{1,2})\s?(?:(?:st|nd|rd|th|eme|me|er|ere|re|e)(?=s?\W|s?$|[a-z]{5})|(?!\w))"
    roman = r"(?P<roman>(?=l*[ivx])[ivxl]{1,7})\s?(?:eme|th|st|nd|rd|e)?(?!\w)"
    if language == "ar":
        words = rf"(?:(?P<unit>{either(units)})(?:{_BETWEEN['ar']}(?P<tens>{either(tens)}))?|(?P<tens2>{either(tens)}))"
        figure = rf"(?:{ARTICLE}[ـ\s-]?)?\s?(?P<figure>\d{{1,2}})(?!\d|\s?/)"
    else:
        ten, between = either(tens), _BETWEEN[language]
        words = (
            rf"(?:(?:(?P<tens>{ten}){between})?(?P<unit>{either(units)})"
            rf"|(?P<full>{ten}){between}(?P<rest>{either(cardinals)})|(?P<tens2>{ten}))"
        )
    # a blank is lost before an ordinal, too: ``THETHIRD SESSION``
    glued = "(?:the)?" if language == "en" else ""
    return units | tens | cardinals, compile_pattern(rf"(?<!\w){glued}(?:{words}(?!\w)|{figure}|{roman})")


def find_session(text: str, language: Language) -> int | None:
    """The number of the session that a text names first; None where it names none."""
    found = find_sessions(text, language)
    return found[0].number if found else None


def find_sessions(text: str, language: Language, *, of_sub_bodies: bool = False) -> list[FoundSession]:
    """Every ordinal of a session in a text, in order; those of committees that follow a session up only when asked."""
    folded = _fold(text)
    values, ordinal = _ordinals(language)
    sub_body = load_pattern("sub_body", language)
    found = []
    for match in ordinal.finditer(folded):
        span = _find_name(text, folded, match, language)
        if span is None:
            continue
        if _is_above_hundred(text, match, language):
            continue
        groups = match.groupdict()
        if groups.get("figure"):
            if _ENDS_DATE.search(folded, 0, match.start("figure")):
                continue
            value = int(groups["figure"])
        elif groups.get("roman"):
            if not text[match.start("roman") : match.end("roman")].isupper():
                continue
            value = parse_roman(groups["roman"]) or 0
        else:
            value = sum(values.get(groups.get(name) or "", 0) for name in _WORDS)
        counts_sub = _counts_sub_body(text, match.end(), span[1], sub_body)
        if 0 < value <= _LATEST and (of_sub_bodies or not counts_sub):
            name = text[span[0] : span[1]]
            is_below = not of_sub_bodies and _is_of_sub_body(text, match.start(), sub_body)
            if language == "ar" and (is_below or _is_of_other_body(text, match.start())):
                continue
            is_extraordinary = load_pattern("extraordinary", language).search(name) is not None
            found.append(FoundSession(value, is_extraordinary, match.start(), match.end()))
    return found


def _is_above_hundred(text: str, ordinal: re.Match[str], language: Language) -> bool:
    """Whether an ordinal ends one above a hundred: ``cent vingt-cinquième``, ``الخامسة والعشرين بعد المئة``."""
    before = text[max(0, ordinal.start() - _HUNDRED_REACH) : ordinal.start()]
    behind = load_pattern("and_hundred", language).match(text, ordinal.end())
    return behind is not None or load_pattern("of_hundred", language).search(before) is not None


def _counts_sub_body(text: str, end: int, name_end: int, sub_body: re.Pattern[str]) -> bool:
    """Whether a committee that follows a session up is named behind an ordinal, or behind its word for a session."""
    return any(sub_body.match(text, place) for place in (end, name_end))


def _is_of_sub_body(text: str, place: int, sub_body: re.Pattern[str]) -> bool:
    """Whether an Arabic ordinal counts meetings of a committee named before: ``لجنة المتابعة … اجتماعها الثالث``."""
    before = text[max(0, place - _SUBJECT) : place]
    own = list(load_pattern("its_meeting", "ar").finditer(before))
    return bool(own) and sub_body.search(before, 0, own[-1].start()) is not None


def _is_of_other_body(text: str, place: int) -> bool:
    """Whether an Arabic ordinal counts sessions of others: ``الجمعية العامة للأمم المتحدة في دورتها 34``."""
    before = text[max(0, place - _SUBJECT) : place]
    others = list(load_pattern("other_body", "ar").finditer(before))
    return bool(others) and re.search(r"[،؛.]|(?<!\w)(?:عقد|اجتمع|انعقد)", before[others[-1].end() :]) is None


def _find_name(text: str, folded: str, match: re.Match[str], language: Language) -> tuple[int, int] | None:
    """The range of an ordinal and its word for a session: behind it, before it in Arabic; None where there is none."""
    near = load_pattern("session_word", language)
    if language == "ar":
        before = near.search(folded[max(0, match.start() - _BEFORE) : match.start()])
        if before is None:
            return None
        behind = re.match(r"(?:\s+\w+){0,2}", folded[match.end() : match.end() + _BEHIND])
        end = match.end() + (behind.end() if behind else 0)
        return max(0, match.start() - _BEFORE) + before.start(), end
    rest = folded[match.end() : match.end() + _BEHIND]
    lead = len(rest) - len(rest.lstrip(" -("))
    after = near.match(rest, lead)
    if match.group("full"):
        # ``THIRTY-NINE SESSION`` for the thirty-ninth; ``its thirty-nine sessions`` counts them
        is_name = text[match.start()].isupper() and after is not None and not after.group().endswith("s")
        return (match.start(), after.end()) if after and is_name else None
    if after is None and language == "en":
        # ``the first Kuala Lumpur OIC Health Ministerial Conference``
        names = _NAMES.match(text, match.end() + lead)
        after = near.match(folded, names.end()) if names else None
        return (match.start(), after.end()) if after else None
    if after is None:
        return None
    # ``Extraordinary Third Session``, ``troisième session extraordinaire``
    words = re.search(r"(?:[\w-]+\s+){0,2}$", folded[: match.start()])
    behind = re.match(r"\s+[\w']+", folded[match.end() + after.end() :])
    end = match.end() + after.end() + (behind.end() if behind else 0)
    return (words.start() if words else match.start()), end


def strip_ordinals(text: str, language: Language) -> str:
    """A text without ordinals in words and those joined to a word, so that the name of a body is whole.

    ``المؤتمر الإسلامي السادس لوزراء الصحة`` is the ``المؤتمر الإسلامي لوزراء الصحة``, ``13èmeSommet`` a ``Sommet``.
    """
    _, ordinal = _ordinals(language)
    folded = _fold(text)
    kept, place = [], 0
    for match in ordinal.finditer(folded):
        # ``المؤتمر الإسلامي الـ5 لوزراء السياحة``: with the article a figure counts, too
        is_joined = folded[match.end() : match.end() + 1].isalpha() or match.group().startswith(ARTICLE)
        if (match.group("figure") or match.group("roman")) and not is_joined:
            continue
        kept.append(text[place : match.start()].rstrip(" ") + (" " if text[: match.start()].endswith(" ") else ""))
        place = match.end() + (1 if text[match.end() : match.end() + 1] == " " else 0)
    kept.append(text[place:])
    return "".join(kept)
