"""The different texts of many glyphs, numbered: what holds for a text is asked once, and told of all of its glyphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Integers


@dataclass(frozen=True, slots=True)
class Kinds:
    """``texts`` are the different ones, in the order in which they come first; ``numbers`` say which each glyph has."""

    texts: tuple[str, ...]
    numbers: Integers

    @classmethod
    def of(cls, texts: Sequence[str]) -> Kinds:
        """The kinds of some glyphs' texts."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        return cls(tuple(numbers), np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts)))

    def tell(self, is_such: Callable[[str], Any], glyphs: Integers | None = None) -> Booleans:
        """Of which glyphs (of all, or of some) something is true."""
        known = np.fromiter(map(is_such, self.texts), np.bool_, len(self.texts))
        return known[self.numbers if glyphs is None else self.numbers[glyphs]]
