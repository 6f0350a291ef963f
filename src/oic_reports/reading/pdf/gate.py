"""Whether the text of a page may pass: garbage is never given out as text.

A text layer may look whole and be false: letters without a character, characters of another letter, letters in reversed
order. What counts is evidence of damage, not lack of evidence of prose: a list of names is no garbage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.language.lexicon import EXISTS, is_word
from oic_reports.language.particles import ARTICLE, BEFORE_WORD, EITHER_ARTICLE
from oic_reports.language.plausibility import load_stop_words
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.ligatures import find_odd_words, has_folded, is_latin_word

# signs of the ornament that ends a document, which a page may hold alone
_ORNAMENTS = frozenset("-–—_*/=~.\u0640 \n")
_WORD = re.compile(r"[^\s]+")
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
_WELDED = re.compile(
    "[\u0621-\u064a][\ue000-\uf8ff\ufffdA-Za-z\u00a1-\u00aa\u00ac\u00ae-\u00b1\u00b4-\u00b6\u00b8\u00ba\u00bc-\u024f"
    "0-9$'#*&^~@!<>=+\\\\|{}\\[\\]]+[\u0621-\u064a]"
)
_NO_LETTER = re.compile(
    "[\u0621-\u064a][\u0600-\u060b\u060d-\u061a\u061c-\u061e\u066a-\u066f\u06a1\u06ba\u06d4-\u06ff]+[\u0621-\u064a]"
)
_PARTED = re.compile("([\u0621-\u064a]+) [A-Za-z] (?=([\u0621-\u064a]+))")
# an accent by itself, beside an Arabic letter
_ACCENT = re.compile("[\u0621-\u064a][\u00a8\u00af\u00b4\u00b8\u02b0-\u02ff]")
# no word has two alefs running, of which one has a hamza: the hamza is a glyph that is mapped to its letter
_TWO_ALEFS = re.compile("[أإ]ا|ا[أإ]")
# a conjunction, a preposition or the article may be written to a Latin name
_PARTICLE = re.compile(rf"^\W*(?:{BEFORE_WORD}{EITHER_ARTICLE}?)\u0640?[(\"«]?[A-Z][A-Za-z0-9&.-]+\W*$")
_MIXED_EDGE = re.compile(
    "^[\u0621-\u064a]+[A-Za-z\u00c0-\u024f'$#&@\\\\]|[A-Za-z\u00c0-\u024f'$#&@\\\\][\u0621-\u064a]+$"
)
_DIGIT_IN = re.compile(r"[A-Za-z][0-9$#@\\^~|{}<>=]+[A-Za-z]|[a-z][A-Z][a-z]*[A-Z][a-z]")
# a Latin capital alone between two Arabic words: a letter that the character map lost
_LONE_LETTER = re.compile("(?<=[\u0621-\u0652] )[A-Z](?= [\u0621-\u064a])")
# a lone accented letter between two Arabic words: a code whose map names nothing, taken for a byte of Latin-1
_LONE_ACCENTED = re.compile("(?<=[\u0621-\u0652] )[\u00c0-\u024f](?= [\u0621-\u064a])")
_HAMZA = re.compile("[\u0622\u0623\u0625]")
_NUMBER = re.compile("[0-9\u0660-\u0669]+")
_PERSIAN = re.compile("[\u06a9\u06cc\u06be\u06c1\u06d5]")
_LATIN_WORD = re.compile(r"(?<!\S)[^\sA-Za-z]*[A-Za-z]\S*")
# no word of a text without any of these is damaged: one search spares a look at each word
_MIXED = r"(?<!\S)[\u0621-\u064a]+[A-Za-z\u00c0-\u024f'$#&@\\]|[A-Za-z\u00c0-\u024f'$#&@\\][\u0621-\u064a]+(?!\S)"
_SUSPECT = re.compile(f"{_WELDED.pattern}|{_NO_LETTER.pattern}|{_DIGIT_IN.pattern}|{_MIXED}")
_VOWELS = re.compile("[aeiouyàâéèêëîïôöûùœæAEIOUYÀÂÉÈÊËÎÏÔÛÙ]")
# words and signs from which a text can be judged; signs of an ornament at most; shares of glyphs without a character
_FEW_WORDS = 5
_FEW_SIGNS = 12
_ONE_LINE = 60
_MOST_UNMAPPED = 0.02
# a bullet of a symbol font says nothing of the other fonts of its page
_BULLETS = frozenset(SYMBOL_BULLETS)
_BULLET = re.compile(rf"(?m)^[{SYMBOL_BULLETS}](?=\s)")
# share of damaged words; glyphs left out that are no chance; alefs with a hamza by word (sound texts have a tenth);
# share of words with a lost sign that can be borne; share of signs that are letters in any text, and of long words
# without a vowel in none
_MOST_DAMAGED = 0.012
_FEW_LEFT_OUT = 4
_FEW_HAMZAS = 0.02
_MOST_LOST = 0.3
_MOST_ODD = 0.25
# shares of stop words of prose, in many words; words of an Arabic text, and the share of them that are known
_LEAST_STOP_WORDS = 0.02
_MANY_WORDS = 40
_FEW_COMMON = 0.08
_SEVERAL_WORDS = 15
_LEAST_KNOWN = 0.75
# the same of the longer words of a recognised page
_LEAST_RECOGNISED = 0.4
# the same of a Latin text, which may be of another language; share of signs of the upper half of Latin-1; different
# letters that may stand alone
_LEAST_KNOWN_LATIN = 0.06
_MOST_UPPER = 0.35
_FEW_CAPITALS = 2
_MARKS = re.compile("[\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of a page: ``reason`` is None where the text may pass; ``score`` orders readings (1 is best).

    ``is_doubtful`` says that something is odd, so that a second opinion is worth its time. ``is_bearable`` says that
    what is lost shows as lost signs, few enough that the text may pass where nothing better is to be had.
    """

    reason: str | None
    score: float
    is_doubtful: bool = False
    is_bearable: bool = False


def judge_page(texts: Sequence[str], *, left_out: int = 0) -> Verdict:
    """Judge the lines of one page; ``left_out`` glyphs without a character were taken for parts of letters.

    Reasons: ``no_text``, ``unmapped_glyphs``, ``damaged_words``, ``reversed_order``, ``no_words``,
    ``foreign_codes`` (letters of a font from before Unicode, or bytes taken for letters).
    """
    text = "\n".join(texts)
    if not _BULLETS.isdisjoint(text):
        text = _BULLET.sub("", text)
    characters = Counter(text)
    signs = sum(number for character, number in characters.items() if not character.isspace())
    if signs == 0:
        return Verdict("no_text", 0.0)
    words = _WORD.findall(text)
    unmapped = sum(number for c, number in characters.items() if c in {UNMAPPED, "\ufffe"} or "\ue000" <= c <= "\uf8ff")
    arabic = [word for word in words if _ARABIC_LETTER.search(word)] if _ARABIC_LETTER.search(text) else []
    latin = _LATIN_WORD.findall(text)
    if arabic:
        latin = [word for word in latin if not _ARABIC_LETTER.search(word)]
    damaged = _count_lone_letters(text) + len(_TWO_ALEFS.findall(text)) if arabic else 0
    if unmapped or (_SUSPECT if arabic else _DIGIT_IN).search(text) or any(map(_is_stranger, characters)):
        damaged += sum(map(_is_damaged_arabic, arabic)) + sum(map(_is_damaged_latin, latin))
    lettered = max(len(arabic) + len(latin), 1)
    share_unmapped = unmapped / signs
    share_damaged = damaged / lettered
    common = _share_common(words, is_arabic=len(arabic) > len(latin))
    score = max(0.0, 1.0 - 4 * share_unmapped - 2 * share_damaged) + min(common, 0.2)
    lost = sum(UNMAPPED in word for word in words)
    unflagged = max(damaged - lost, 0)
    is_wrong = unflagged > 2 and unflagged > _MOST_DAMAGED * lettered  # noqa: PLR2004
    # where what was left out were hamzas, hardly one is left
    lacks_hamzas = len(arabic) >= _MANY_WORDS and len(_HAMZA.findall(text)) < _FEW_HAMZAS * len(arabic)
    is_wrong = is_wrong or (left_out > _FEW_LEFT_OUT and lacks_hamzas)
    nonsense = _find_nonsense(words, arabic, latin, characters, common)
    fault = nonsense
    if share_unmapped > _MOST_UNMAPPED and unmapped > 2:  # noqa: PLR2004
        fault = "unmapped_glyphs"
    elif is_wrong or (share_damaged > _MOST_DAMAGED and damaged > 2):  # noqa: PLR2004
        fault = "damaged_words"
    is_bearable = fault is not None and nonsense is None and not is_wrong and lost <= _MOST_LOST * len(words)
    is_odd = not arabic and (bool(find_odd_words(text)) or has_folded(text))
    is_odd = is_odd or bool(arabic and (_PERSIAN.search(text) or _parts_words(text)))
    is_doubtful = fault is not None or unmapped > 0 or damaged > 0 or is_odd
    return Verdict(fault, score, is_doubtful=is_doubtful, is_bearable=is_bearable)


def _find_nonsense(
    words: Sequence[str], arabic: Sequence[str], latin: Sequence[str], characters: Counter[str], common: float
) -> str | None:
    """Why what should be words is none; None where it is."""
    if common < _FEW_COMMON and _has_no_words(arabic):
        return "no_words"
    if arabic and _is_reversed(arabic):
        return "reversed_order"
    if _is_of_old_font(characters) or (common < _FEW_COMMON and not arabic and _has_no_latin_words(latin)):
        return "foreign_codes"
    return "no_words" if _is_no_language(words, arabic, latin, characters, common) else None


def _is_of_old_font(characters: Counter[str]) -> bool:
    """Whether most signs are the upper half of Latin-1: bytes taken for letters, or a font from before Unicode.

    French has 4 % of accented letters, Turkish and Czech up to 20 %.
    """
    upper = sum(number for character, number in characters.items() if "\u0080" <= character <= "\u024f")
    signs = sum(number for character, number in characters.items() if not character.isspace())
    return signs >= _FEW_SIGNS and upper > _MOST_UPPER * signs


def _has_no_latin_words(latin: Sequence[str]) -> bool:
    """Whether hardly a word in Latin letters is one of our languages: Arabic letters on Latin codes."""
    words = [word for word in (word.strip(".,;:()[]«»\"'“”‘’").lower() for word in latin) if word.isalpha()]
    longer = [word for word in words if len(word) > 3]  # noqa: PLR2004
    return len(longer) >= _SEVERAL_WORDS and sum(map(is_latin_word, longer)) < _LEAST_KNOWN_LATIN * len(longer)


def _count_lone_letters(text: str) -> int:
    """How many lone Latin letters stand for lost ones: where digits came out as capitals, there are no digits."""
    alone = _LONE_LETTER.findall(text)
    is_lost = len(alone) > len(_NUMBER.findall(text)) and len(set(alone)) > _FEW_CAPITALS
    return len(_LONE_ACCENTED.findall(text)) + (len(alone) if is_lost else _count_parted_words(text))


def _count_parted_words(text: str) -> int:
    """How many Arabic words a lone Latin letter parts: a kashida of another font, whose map names a letter."""
    return sum(
        is_known(before + after) and not (is_known(before) and is_known(after))
        for before, after in _PARTED.findall(text)
    )


def _parts_words(text: str) -> bool:
    """Whether a lone Latin letter stands between the parts of a word, which may be words themselves, or an accent does.

    A bar between two letters that a map does not name comes out as the character of its code.
    """
    return bool(_ACCENT.search(text)) or any(is_known(before + after) for before, after in _PARTED.findall(text))


def _is_damaged_arabic(word: str) -> bool:
    if _PARTICLE.match(word) and UNMAPPED not in word:
        return False
    if any(_is_stranger(character) for character in word):
        return True
    return bool(_WELDED.search(word) or _NO_LETTER.search(word) or _MIXED_EDGE.search(word) or UNMAPPED in word)


def _has_no_words(arabic: Sequence[str]) -> bool:
    """Whether most Arabic words are none: letters were mapped to other letters, which no sign shows.

    On pages of prose, lists and tables 97 % of the words and more are known (to a general list, with or without the
    particles written to them); on a page whose kashidas are mapped to letters it was 42 %.
    """
    words = [word for word in map(_bare, arabic) if re.fullmatch("[\u0621-\u064a]{3,}", word)]
    if len(words) < _SEVERAL_WORDS:
        return False
    return sum(map(is_known, words)) < _LEAST_KNOWN * len(words)


def is_nonsense(texts: Sequence[str]) -> bool:
    """Whether a recognised page holds hardly a word of our languages: what it shows cannot be read.

    Of right pages 80 % of the longer words and more are known, of those whose font was lost 10 % at most.
    """
    words = [word for word in map(_bare, " ".join(texts).split()) if len(word) > 2 and word.isalpha()]  # noqa: PLR2004
    known = sum(is_known(word) if _ARABIC_LETTER.search(word) else is_latin_word(word) for word in words)
    signs = sum(len(text.replace(" ", "")) for text in texts)
    letters = sum(map(len, words))
    return signs >= _FEW_SIGNS * _FEW_WORDS and (letters < _MOST_ODD * signs or known < _LEAST_RECOGNISED * len(words))


def count_unknown(texts: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Of the words that only one of two readings of a page has: how many are no Arabic words, in each."""
    words, other_words = Counter("\n".join(texts).split()), Counter("\n".join(other).split())
    return _count_unknown(words - other_words), _count_unknown(other_words - words)


def count_unknown_latin(texts: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Of the words that only one of two readings of a page has: how many are neither English nor French, in each."""
    words, other_words = Counter("\n".join(texts).split()), Counter("\n".join(other).split())
    counts = [
        sum(not is_latin_word(word.strip(".,;:()[]«»\"'“”")) for word in only.elements())
        for only in (words - other_words, other_words - words)
    ]
    return counts[0], counts[1]


def count_differing_signs(texts: Sequence[str], other: Sequence[str]) -> int:
    """How many words of two readings of a page differ in their vowel signs alone."""
    words, other_words = Counter("\n".join(texts).split()), Counter("\n".join(other).split())
    bare = Counter(_MARKS.sub("", word) for word in (words - other_words).elements())
    return (bare & Counter(_MARKS.sub("", word) for word in (other_words - words).elements())).total()


def _count_unknown(words: Counter[str]) -> int:
    return sum(number for word, number in words.items() if _ARABIC_LETTER.search(word) and not is_known(_bare(word)))


def _bare(word: str) -> str:
    return _MARKS.sub("", word.strip(".,;:،؛؟!()[]«»\"'-"))


@cache
def is_known(word: str) -> bool:
    """Whether a general list knows a word, with or without particles; a particle may be written to a Latin name."""
    return is_word(word, "ar", EXISTS) or bool(_PARTICLE.match(word)) or len(word) == 1


def _is_stranger(character: str) -> bool:
    """Whether a character is a letter of a script that is neither Arabic nor Latin."""
    return character > "\u0900" and character.isalpha() and not "\ufb50" <= character <= "\ufeff"


def _is_damaged_latin(word: str) -> bool:
    bare = word.strip(".,;:()[]«»\"'’“”-–")
    if "/" in bare or "@" in bare or "." in bare or UNMAPPED in bare:
        return UNMAPPED in bare
    return bool(_DIGIT_IN.search(bare)) and not bare.isupper()


def _share_common(words: Sequence[str], *, is_arabic: bool) -> float:
    """The share of stop words, of whichever language of ours has most."""
    stop = load_stop_words()
    languages = ("ar",) if is_arabic else ("en", "fr")
    bare = Counter(map(_bare_and_small, words))
    known = [sum([number for word, number in bare.items() if word in stop[language]]) for language in languages]
    return max(known) / max(len(words), 1)


@lru_cache(maxsize=1 << 14)
def _bare_and_small(word: str) -> str:
    return word.strip(".,;:،؛()«»\"'’").lower()


def _is_reversed(arabic: Sequence[str]) -> bool:
    """Whether letters that end words stand at their beginning: the text is in visual order."""
    begins = sum(word[0] in "ةى" for word in arabic if len(word) > 2)  # noqa: PLR2004
    ends = sum(word.rstrip(".,;:،؛()»").endswith(("ة", "ى")) for word in arabic if len(word) > 2)  # noqa: PLR2004
    articles = sum(word.startswith(ARTICLE) for word in arabic)
    turned = sum(word.rstrip(".,;:،؛()»").endswith("لا") for word in arabic if len(word) > 3)  # noqa: PLR2004
    return begins + turned > 2 * (ends + articles) and begins + turned >= _FEW_WORDS


def _is_no_language(
    words: Sequence[str], arabic: Sequence[str], latin: Sequence[str], characters: Counter[str], common: float
) -> bool:
    """Whether what should be words is none: signs without letters, or letters without vowels and common words."""
    signs = sum(number for character, number in characters.items() if not character.isspace())
    if signs < _FEW_SIGNS or (signs <= _ONE_LINE and _ORNAMENTS.issuperset(characters)):
        return False
    letters = sum(number for character, number in characters.items() if character.isalnum())
    if letters < _MOST_ODD * signs:
        return True
    longer = [word for word in latin if len(word) > 3 and word.isalpha()]  # noqa: PLR2004
    without = sum(not _VOWELS.search(word) for word in longer if not word.isupper())
    if len(longer) >= _FEW_WORDS and without > _MOST_ODD * len(longer):
        return True
    if len(words) >= _MANY_WORDS and len(arabic) <= len(latin) and common < _LEAST_STOP_WORDS:
        counts = Counter(character.lower() for word in latin for character in word if character.isalpha())
        vowels = sum(number for character, number in counts.items() if _VOWELS.match(character))
        return not 0.3 < vowels / max(sum(counts.values()), 1) < 0.5  # noqa: PLR2004
    return False
