"""A fact with what it rests on: where it stood, the words as printed, and the paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactSource = Literal["title", "header", "number", "symbol", "first_sentence", "signature", "body_level", "collection"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stood: a row of ``fact_sources.csv``, the words as printed, and ``seq`` of the paragraph (from 1).

    ``words`` and ``seq`` are None where no words of the text say it (a body whose level is fixed).
    """

    source: FactSource
    words: str | None = None
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text that speaks of this meeting.

    Three texts of one length: ``own`` holds what is said of this meeting, ``placed`` also what was held beside it (the
    same place, not the same session), ``weak`` what may be said of another matter (``to discuss the attack in …``).
    What a text does not hold is ``BLANK``. ``printed`` is the whole. ``is_finite`` tells that its verb is a finite one
    (``the Council met``), no participle (``held in``), which may be said of a meeting that is cited. Where it goes on
    in further paragraphs, ``later`` has for each the code point at which it begins and its ``seq``, in order.
    """

    printed: str
    own: str
    placed: str
    weak: str
    source: FactSource
    seq: int
    is_finite: bool = True
    later: tuple[tuple[int, int], ...] = ()

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence for a fact at code points ``[start, end)``; ``seq`` is of the paragraph in which it begins."""
        seq = max((seq for begins, seq in self.later if begins <= start), default=self.seq)
        return Evidence(self.source, " ".join(self.printed[start:end].split()), seq)


BLANK = "\x00"


def blank(text: str, spans: list[tuple[int, int]]) -> str:
    """A text of the same length with some ranges blanked."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def keep(text: str, spans: list[tuple[int, int]]) -> str:
    """A text of the same length in which only some ranges are left."""
    kept = [BLANK] * len(text)
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)


def whole(text: str, source: FactSource, seq: int) -> Passage:
    """A passage that speaks of this meeting in all its words."""
    return Passage(text, text, text, BLANK * len(text), source, seq)
