"""The words of a text as two texts are compared: in small letters, without vowel signs, forms of one letter alike."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


class _Folding(dict[int, int | str | None]):
    """What becomes of each character, for ``str.translate``: vowel signs go, all others but those given stay."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) == "Mn" else code
        self[code] = kept
        return kept


# forms of one letter that authors and readers write for each other; the last one is a filler
_FOLDED = _Folding(str.maketrans(dict(zip("أإآٱىیئؤةکـ", [*"اااايييوهك", ""], strict=True))))


def fold_words(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED))
