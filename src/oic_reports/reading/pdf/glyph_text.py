"""What a glyph's text is: presentation forms folded, controls taken for unmapped glyphs, ligatures in logical order."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from oic_reports.language.characters import SYMBOL_BULLETS, fold_form
from oic_reports.reading.pdf.glyphs import UNMAPPED

TATWEEL = "\u0640"
SHADDA = "\u0651"
LAM = "ل"
ALEF = "ا"
ALEFS = frozenset("اأإآ")
ALEFS_AND_WASLA = ALEFS | {"ٱ"}
_ALLAH = "الله"
_MAKSURA = "ى"
HAMZAS = frozenset("\u0653\u0654\u0655")
# the Arabic letters that a map may name by Persian ones
PERSIAN = {"ی": ("ي", "ى"), "ک": ("ك",), "ھ": ("ه",), "ہ": ("ه",), "ە": ("ه", "ة")}
# letters to which the next one is not joined
UNJOINED = frozenset("اأإآٱدذرزژوؤىةء")
# signs that stand between words, or at their edges
PLAIN = frozenset(" \t\n\r\u00a0.,;:()-–—'‘’“”«»‹›/،؛؟\u00ad")
_ARABIC = re.compile("[\u0621-\u065f\u0670-\u06d3]")
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"


@cache
def fold_text(text: str) -> str:
    """The letters that a glyph stands for; empty for direction marks and zero-width characters.

    Hyphens of all kinds but soft ones become the usual hyphen, controls and private-use characters ``UNMAPPED``, but
    for the bullets of symbol fonts. A control of the second set (U+0080 to U+009F) is the sign that Windows-1252 has
    there, as browsers read it (HTML, numeric character references): programs write its bytes into maps.
    """
    folded = "".join(_fold_character(character) for character in text)
    return UNMAPPED if UNMAPPED in folded and not folded.strip(UNMAPPED) else folded


def _fold_character(character: str) -> str:
    if character in {"\u2010", "\u2011", "\ufffe", "\x02"}:
        return "-"
    if character == "\u00ad":
        return character
    if character in SYMBOL_BULLETS:
        return character
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", errors="replace")
    category = unicodedata.category(character)
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    if category in {"Cc", "Co", "Cn", "Cs"} and not character.isspace():
        return UNMAPPED
    if character.isspace():
        return " "
    if "\ufb00" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        return fold_form(character)
    return character


@cache
def is_mark(text: str) -> bool:
    """Whether a text is made of combining marks only."""
    return bool(text) and all(unicodedata.combining(character) for character in text)


@cache
def is_rtl(text: str) -> bool:
    """Whether a text holds a right-to-left letter."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def has_arabic(text: str) -> bool:
    """Whether a text has an Arabic letter or sign."""
    return bool(_ARABIC.search(text))


def is_suspect(text: str) -> bool:
    """Whether the text of a glyph cannot stand inside an Arabic word."""
    if text in PERSIAN:
        return True
    return text == UNMAPPED or (text != " " and not all(_ARABIC.match(character) for character in text))


def drop_hamzas(text: str) -> str:
    """A text without its hamzas and maddas, the other signs apart from their letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if sign not in HAMZAS)


@cache
def has_hamza(text: str) -> bool:
    """Whether a text is one letter that is written with a hamza or a madda."""
    return len(text) == 1 and not HAMZAS.isdisjoint(unicodedata.normalize("NFD", text)[1:])


def order_ligature(text: str, *, is_reversed: bool) -> str:
    """The letters of one glyph in logical order; ``is_reversed`` says that its source turned right-to-left text round.

    Lam and alef are one ligature whose order is known by itself: alef before lam is no glyph of any font but that of
    Allah, which is another. Alef maksura ends words: no letter stands behind it.
    """
    if len(text) < 2 or text == _ALLAH:  # noqa: PLR2004
        return text
    letters = text.lstrip(_MARKS)
    if letters != text and letters[:1] == LAM and letters[1:2] in ALEFS_AND_WASLA:
        # a vowel sign of the ligature, put before it
        return letters + text[: len(text) - len(letters)]
    if (text[0] in ALEFS_AND_WASLA and text[1] == LAM) or unicodedata.combining(text[0]):
        return text[::-1]
    if text[0] == _MAKSURA and not unicodedata.combining(text[1]):
        return text[::-1]
    if text[0] == LAM and (text[1] in ALEFS_AND_WASLA or text[1] == _MAKSURA):
        return text
    is_right_to_left = all(is_rtl(character) for character in text if not unicodedata.combining(character))
    return text[::-1] if is_reversed and is_right_to_left else text
