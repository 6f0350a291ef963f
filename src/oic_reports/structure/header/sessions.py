"""Which session of its body a text is of: ``Thirty-fourth Session``, ``44TH``, ``trente-troisième``.

Ordinals are composed of units and tens (``schemas/vocabularies/ordinals.csv``); an ordinal counts where a word for a
session stands near it, since texts number many things.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from oic_reports.model import Language
from oic_reports.reading.numerals import parse_roman
from oic_reports.resources import load_pattern, load_vocabulary

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_LATEST = 60
_BETWEEN = {"en": r"[-\s]?", "fr": r"(?:[-\s]+et[-\s]+|[-\s])?", "ar": r"\s+و\s?(?:ال)?"}


def _fold(text: str) -> str:
    """Small letters without accents and vowel signs, alefs alike: spellings that mean one ordinal."""
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub("[أإآ]", "ا", kept)


@cache
def _ordinals(language: Language) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    """Units, tens, and the pattern of an ordinal; groups ``figure``, ``roman``, ``unit``, ``tens``."""
    rows = [row for row in load_vocabulary("ordinals") if row["language"] == language]
    units = {_fold(row["form"]): int(row["value"]) for row in rows if row["kind"] == "unit"}
    tens = {_fold(row["form"]): int(row["value"]) for row in rows if row["kind"] == "tens"}

    def either(forms: dict[str, int]) -> str:
        return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))

    figure = r"(?P<figure>\d{1,2})\s?(?:st|nd|rd|th|eme|me|er|ere|e)?(?!\w)"
    roman = r"(?P<roman>[ivxl]{2,7})\s?(?:eme|e)(?!\w)"
    if language == "ar":
        words = rf"(?:(?P<unit>{either(units)})(?:{_BETWEEN['ar']}(?P<tens>{either(tens)}))?|(?P<tens2>{either(tens)}))"
        figure = r"(?:ال[ـ\s-]?)?\s?(?P<figure>\d{1,2})(?!\d|\s?/)"
    else:
        words = (
            rf"(?:(?:(?P<tens>{either(tens)}){_BETWEEN[language]})?(?P<unit>{either(units)})|(?P<tens2>{either(tens)}))"
        )
    return units, tens, re.compile(rf"(?<!\w)(?:{words}(?!\w)|{figure}|{roman})")


def find_session(text: str, language: Language) -> int | None:
    """The number of the session that a text names first; None where it names none."""
    folded = _fold(text).translate(_DIGITS)
    units, tens, ordinal = _ordinals(language)
    near = load_pattern("session_word", language)
    for match in ordinal.finditer(folded):
        window = folded[max(0, match.start() - 44) : match.start()], folded[match.end() : match.end() + 32]
        if not _is_near(near, window, language):
            continue
        groups = match.groupdict()
        if groups.get("figure"):
            value = int(groups["figure"])
        elif groups.get("roman"):
            value = parse_roman(groups["roman"]) or 0
        else:
            value = units.get(groups.get("unit") or "", 0)
            value += tens.get(groups.get("tens") or groups.get("tens2") or "", 0)
        if 0 < value <= _LATEST:
            return value
    return None


def _is_near(near: re.Pattern[str], window: tuple[str, str], language: Language) -> bool:
    """Whether a word for a session follows (English, French) or comes before (Arabic) an ordinal."""
    before, after = window
    if language == "ar":
        return near.search(before) is not None
    return near.match(after.lstrip(" -")) is not None
