"""Readings of one page: what the gate says of each, and which of two is the better one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.reading.pdf.gate import (
    Verdict,
    count_differing_signs,
    count_unknown,
    count_unknown_latin,
    judge_page,
)
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.worth import compare_worth, leave_lost

# share of unknown words that is far fewer; share of letters that a reading may lack; share of a height of the edge;
# lines of a full page
_FAR_FEWER = 0.25
_LEFT_OUT = 0.002
_EDGE = 0.07
_FULL_PAGE = 4


@dataclass(slots=True)
class PageReading:
    """The lines of a page by one reader, and what the gate says of them."""

    lines: list[PageLine]
    verdict: Verdict

    @property
    def texts(self) -> list[str]:
        """The texts of its lines."""
        return [line.text for line in self.lines]


def judge_lines(lines: Sequence[PageLine], left_out: Counter[str]) -> Verdict:
    """What the gate says of a page; ``left_out`` counts what its reader left out, by kind.

    A full page is judged without the lines at its edges, which are in fonts of their own often.
    """
    inner = [line for line in lines if _EDGE * line.page_height < line.baseline < (1 - _EDGE) * line.page_height]
    judged = inner if len(inner) >= _FULL_PAGE else lines
    return judge_page([line.text for line in judged], left_out=left_out["unmapped"])


def is_better(second: PageReading, first: PageReading, lost: int, *, is_rtl: bool) -> bool:
    """Whether the second reading is better: by the gate, else by the words that only one of them has.

    ``lost`` are the vowel signs that the second one could not name: each counts as a word that is none, and so does
    each word that differs in its signs alone, for nothing tells which of the two is right. ``is_rtl``: most letters of
    the document run from right to left.
    """
    texts = first.texts, second.texts
    if second.verdict.reason or (first.verdict.reason is None and _leaves_out(*texts)):
        return False
    if not is_rtl and first.verdict.reason is None:
        unknown, second_unknown = count_unknown_latin(*texts)
        return second_unknown < unknown
    unknown, second_unknown = count_unknown(*texts)
    if first.verdict.reason and is_rtl:
        # passing the gate is not enough: a reader that leaves the damage out passes too
        return second_unknown <= _FAR_FEWER * unknown
    return bool(first.verdict.reason) or second_unknown + lost + count_differing_signs(*texts) < unknown


def _leaves_out(texts: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the other reading has fewer letters and digits: what it leaves out makes nothing better."""
    counts = [sum(character.isalnum() for text in each for character in text) for each in (texts, other)]
    return counts[1] < (1 - _LEFT_OUT) * counts[0]


def is_recognised_better(lines: Sequence[PageLine], layer: PageReading, *, is_rtl: bool, is_told: bool) -> bool:
    """Whether recognition gives far fewer words that are none than the layer has words with a lost sign.

    A layer whose letters recognition told (``is_told``) is weighed by the words that only one of both has.
    """
    texts = layer.texts, [line.text for line in lines]
    if is_told:
        return compare_worth(*leave_lost(*texts)) < 0
    unknown, recognised = count_unknown(*texts) if is_rtl else count_unknown_latin(*texts)
    return bool(lines) and recognised <= _FAR_FEWER * unknown
