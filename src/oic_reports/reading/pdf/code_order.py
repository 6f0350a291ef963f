"""The order in which a font keeps its codes: it tells the sign of a code that its map forgot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

# codes about one that tell, how many must fit, and which share of them; orders that are tried
_SPAN = 64
_LEAST_FITTING = 8
_ALL_BUT_FEW = 0.9
_OFFSETS = 3
_INDIC_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"


class CodeOrder:
    """The order in which a font keeps its codes: that of ASCII, or of its own glyphs."""

    def __init__(self, raws: Mapping[int, str]) -> None:
        """Find how far the signs of a font stand from their codes; ``raws`` are texts by code."""
        self._raws = raws
        self._signs = frozenset(raws.values())
        apart = Counter(code - ord(text) for code, text in raws.items() if len(text) == 1 and text.isalnum())
        self._offsets = apart.most_common(_OFFSETS)

    def tell(self, code: int) -> str | None:
        """The sign of a code without one, where those about it follow the order of signs; None where none does.

        Where all digits but one are named, and each stands as far from its code as the others, the place of the last
        one is its name.
        """
        about = {known: self._raws[known] for known in range(code - _SPAN, code + _SPAN + 1) if known in self._raws}
        near = [text for text in about.values() if len(text) == 1 and text.isalnum()]
        for offset, number in self._offsets:
            sign = chr(max(code - offset, 0))
            if not "!" <= sign <= "~" and sign not in _INDIC_DIGITS:
                continue
            fits = sum(known >= offset and text == chr(known - offset) for known, text in about.items())
            if number >= _LEAST_FITTING and fits >= _ALL_BUT_FEW * len(near) and sign not in self._signs:
                return sign
        return None
