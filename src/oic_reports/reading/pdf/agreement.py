"""How alike the texts of two readers are on the pages that both have read."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

# likeness from which nothing but blanks and signs differs
_SURE = 0.995


class Agreement:
    """The likeness (0 to 1) of the texts of each page that was compared, and the fonts of these pages."""

    def __init__(self) -> None:
        """Begin without a page."""
        self._shares: list[float] = []
        self._fonts: set[bytes] = set()

    @property
    def mean(self) -> float | None:
        """The likeness on average; None where no page was compared."""
        return round(sum(self._shares) / len(self._shares), 4) if self._shares else None

    def add(self, share: float, fonts: AbstractSet[bytes]) -> None:
        """Take a page with the names of its fonts."""
        self._shares.append(share)
        self._fonts |= fonts

    def covers(self, fonts: AbstractSet[bytes]) -> bool:
        """Whether the readers agreed on all pages, and these had all of some fonts."""
        return bool(fonts) and fonts <= self._fonts and min(self._shares) >= _SURE
