"""Headings that carry a letter, a roman number or a spelled ordinal; the heading of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oic_reports.resources import load_vocabulary
from oic_reports.structure.lines import PrintedLine, normalise
from oic_reports.structure.numbering import Candidate

_LONGEST = 90
_ITEM_KINDS = ("alpha-arabic",)
# what stands below such a line is an item of a list that it leads to, or that it is part of
_GOING_ON = (":", "،", "؛", ",", ";")
_KINDS = ("roman-upper", "alpha-latin-upper", "ordinal-word", "alpha-arabic")


def find_labelled_headings(lines: Sequence[PrintedLine], skipped: set[int]) -> dict[int, Candidate]:
    """Headings such as ``A. Political affairs`` and ``أولا: الشؤون``: index to label.

    A letter may be a roman number too (``C.``): the value that follows the heading before it is taken.
    """
    found: dict[int, Candidate] = {}
    last: dict[str, int] = {}
    for index in range(len(lines)):
        candidates = () if index in skipped else _find(lines, index)
        if not candidates:
            continue
        chosen = next((c for c in candidates if c.ordinal == last.get(c.numbering, 0) + 1), candidates[0])
        found[index] = chosen
        last[chosen.numbering] = chosen.ordinal or 0
    # a letter alone is no series: an initial, or an item
    series = {c.numbering for c in found.values() if c.ordinal == 2}  # noqa: PLR2004
    series |= {"ordinal-word", "roman-upper"}
    series -= _find_paragraph_kinds(lines, skipped, found)
    return {i: c for i, c in found.items() if c.numbering in series}


def _find_paragraph_kinds(lines: Sequence[PrintedLine], skipped: set[int], found: dict[int, Candidate]) -> set[str]:
    """Kinds of numbers that begin paragraphs more often than headings: ``V. The Group asked its members for:``."""
    headings = Counter(candidate.numbering for candidate in found.values())
    sentences: Counter[str] = Counter()
    for index, line in enumerate(lines):
        if index in skipped or index in found or not line.is_closed or not line.after_gap:
            continue
        sentences.update({candidate.numbering for candidate in line.candidates} & {*_KINDS})
    return {kind for kind, number in headings.items() if sentences[kind] >= number}


def _find(lines: Sequence[PrintedLine], index: int) -> list[Candidate]:
    line, text = lines[index], lines[index].text
    if len(text) > _LONGEST or index + 1 == len(lines) or lines[index + 1].flow == "continues":
        return []
    if line.is_closed and not text.endswith(":"):
        return []
    before = lines[index - 1] if index else None
    if before is not None and not line.after_gap and not before.is_closed:
        return []
    leads = before is not None and before.text.endswith(_GOING_ON)
    if leads and line.candidates and line.candidates[0].numbering in _ITEM_KINDS:
        return []
    return [c for c in line.candidates if c.numbering in _KINDS and c.rest and _is_heading(c, lines, index)]


def _is_heading(candidate: Candidate, lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a lettered line heads what follows: an Arabic letter heads paragraphs only if a number follows."""
    if candidate.numbering != "alpha-arabic":
        return True
    following = lines[index + 1].candidates
    return bool(following) and following[0].numbering in {"decimal", "arabic-indic"} and following[0].ordinal == 1


def is_index_heading(text: str) -> bool:
    """Whether a line heads an index: ``INDEX``, ``Sommaire``, ``الفهرس``."""
    return normalise(text) in {normalise(row["form"]) for row in load_vocabulary("index_words")}
