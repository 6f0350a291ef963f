"""Text as it is searched: one spelling for what readers write in several.

Small, and without tables of its own language, so that a web page can do the same in its script: both are held by the
vectors of ``schemas/search_folding.csv`` (``text``, ``folded``, ``stripped``). In order: compatibility decomposition
(Unicode NFKD: presentation forms, ligatures, letters and their marks apart); marks and format characters go (vowel
signs, hamza on its seat, accents, joiners), with tatweel and the hamza that stands alone; letters that are written for
each other become one; small letters; words of letters and digits, with one blank between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.language.particles import ARTICLE, LETTERS, LI_ARTICLE

_HAMZA = "\u0654"
# what one letter is written for another: ta marbuta, alef maqsura, alef wasla, Persian yeh and kaf; the Turkish i
_LETTERS = {
    "ة": "ه", "ى": "ي", "ٱ": "ا", "ی": "ي", "ک": "ك", "ہ": "ه", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ı": "i",
    "ß": "ss", "ẞ": "ss",
}  # fmt: skip
# tatweel, the hamza that stands alone, half rings and the apostrophe of transliterations
_DROPPED = "\u0640\u0621\u02bb\u02bc\u02bd\u02be\u02bf"
_WORD = re.compile(r"[^\W_]+")
# the article, alone and after li; conjunctions and prepositions of one letter
_ARTICLES = (ARTICLE, LI_ARTICLE)
_CLITICS = tuple(LETTERS)
# what has no form without its article
_WHOLE = "الله"
# a root has three letters, and few words two: so many letters stay after a clitic, and after an article
_AFTER_CLITIC = 3
_AFTER_ARTICLE = 2
# words whose answer is kept, some 10 MB: most of a text is words that stood before
_KNOWN = 65_536


class _Folds(dict[int, str | None]):
    """Code point to what stands for it, None where it goes; made when first asked for."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        category = unicodedata.category(character)
        folded: str | None = _LETTERS.get(character, character)
        if character in _DROPPED or (character != _HAMZA and (category == "Cf" or category.startswith("M"))):
            folded = None
        elif category == "Nd":
            folded = str(unicodedata.digit(character))
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold_text(text: str) -> str:
    """The words of a text in their one spelling, a blank between them.

    Shu'un is written with its hamza on yeh or on waw, and by some without: all become one waw.
    """
    return " ".join(filter(None, map(_fold_piece, text.split())))


@lru_cache(_KNOWN)
def _fold_piece(piece: str) -> str:
    """The words of a piece without white space; what stands beyond white space alters none of them."""
    apart = unicodedata.normalize("NFKD", piece).translate(_FOLDS).lower()
    return " ".join(_WORD.findall(apart.replace(f"ي{_HAMZA}و", "و").replace(_HAMZA, "").replace("وو", "و")))


@lru_cache(_KNOWN)
def strip_clitics(word: str) -> str:
    """A folded word without article and clitics (wa, fa, bi, ka, li), as far as a word is left.

    One letter after the other, whether or not it belongs to the word: *wazir*, *al-wazir* and *lil-wazir* must come to
    the same, and no list says which waw is a conjunction. So this finds too much (*lajna* and *janna* are alike), and
    never too little; whoever wants just one word searches in the folded text.
    """
    while True:
        if word.startswith(_ARTICLES) and len(word) >= _AFTER_ARTICLE + 2 and word != _WHOLE:
            word = word[2:]
        elif word.startswith(_CLITICS) and len(word) >= _AFTER_CLITIC + 1:
            word = word[1:]
        else:
            return word


def fold_and_strip(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """``fold_text`` of each text, and ``strip_text`` of that: each piece of them is looked at once."""
    pieces = pc.utf8_split_whitespace(texts)
    known = pieces.flatten().dictionary_encode()
    spelt = [_fold_and_strip_piece(piece) for piece in known.dictionary.to_pylist()]
    has_words = np.array([bool(folded) for folded, _ in spelt], bool)
    # pieces without a word leave no blank
    places = known.indices.to_numpy()
    kept = has_words[places]
    ends = np.concatenate([[0], np.cumsum(kept)])[pieces.offsets.to_numpy() - pieces.offsets[0].as_py()]
    offsets, words = pa.array(ends, pa.int32()), pa.array(places[kept])

    def join(known_words: Iterable[str]) -> pa.Array:
        return pc.binary_join(pa.ListArray.from_arrays(offsets, pa.array(known_words, pa.string()).take(words)), " ")

    return join(folded for folded, _ in spelt), join(stripped for _, stripped in spelt)


@lru_cache(_KNOWN)
def _fold_and_strip_piece(piece: str) -> tuple[str, str]:
    folded = _fold_piece(piece)
    return folded, strip_text(folded)


def strip_text(folded: str) -> str:
    """The words of a folded text without article and clitics."""
    return " ".join(map(strip_clitics, folded.split(" ")))
