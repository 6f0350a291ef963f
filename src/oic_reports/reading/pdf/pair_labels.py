"""Labels of two numbers in Arabic, such as ``2-1``: which of them is first is told by the sequence of all.

Between two numbers a hyphen is read from the left where no Arabic letter comes before it in its paragraph, and from the
right after one (UAX #9, W2 and W4); word processors differ in what they do at the beginning of a paragraph. What is
seen may be either. But labels count: ``1-3`` is followed by ``1-4`` or ``2-1``. Where too few do, the heading of the
chapter above tells which number is its own: that of ``الفصل الثاني`` is the first in ``2-1``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from oic_reports.language.particles import ARTICLE
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.resources import load_vocabulary

_PAIR = re.compile(r"(?P<first>\d{1,2})-(?P<second>\d{1,2})(?=[ \u0621-\u064a])")
# numbers at the beginning of a line, behind a Latin word or a part of a symbol at the end of the one before, are of its
# island (UAX #9, W7); Arabic-Indic ones are of none
_AFTER_LATIN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*(?:-[0-9]+(?:[.,:][0-9]+)*)+(?![\w/-])")
_LATIN_END = re.compile(r"[A-Za-z][\w./:&+-]*$", re.ASCII)
# a number that stood left of Latin words in brackets, or of a year, and so was read behind them
_BRACKETS_FIRST = re.compile(
    r"(?P<words>\((?:[^()\u0600-\u06ff]*[A-Za-z][^()\u0600-\u06ff]*|(?:19|20)[0-9]{2})\)) "
    r"(?P<number>\d[\d.,:/-]*)(?!\S)"
)
# a sign between Latin words of which the second ones stand on the next line: behind a bracket that opens there is none
_SIGN_FIRST = re.compile(r"(?<=[(\[«])(?P<sign>[/,;:&–-]) (?P<words>[A-Za-z][^\u0600-\u06ff()\[\]«»]*)$")
_LATIN_START = re.compile(r"[A-Za-z]")
# a word at the end of a line with a hyphen, and the rest of the address or symbol that it begins
_BEFORE_REST = re.compile(r"(?<= )-(?P<word>[A-Za-z][\w.]*)$")
_REST_OF_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]*@[\w-]")
_BEFORE_SYMBOL = re.compile(r"(?<=[ (\[])-(?P<word>[A-Z]{2,})$")
_REST_OF_SYMBOL = re.compile(r"[A-Z0-9]+(?:/[A-Z0-9.-]+)+")
# a chapter and its number, with its title or none
_CHAPTER = re.compile(
    rf"(?:{ARTICLE})?"
    r"(?:فصل|باب|قسم|جزء|محور)\s+(?P<number>\d{1,2}|[\u0621-\u064a]+)(?:\s*$|\s?[:.–—-]\s?[^.؛]{0,80}$)"
)
# characters of the heading of a section, which ends in no stop
_HEADING = 80
_STOPS = (".", "،", "؛", ":", ",", ";")
# labels of a sequence that are enough to be none by chance
_LEAST = 3
# share of the lines that begin with two numbers that a sequence has: the others are ranges
_NEARLY_ALL = 0.8

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A sequence of labels as far as a line: how many, which lines are turned, and the chain up to the line before."""

    length: int
    unturned: int
    line: PageLine
    is_turned: bool
    before: _Chain | None


def settle_pair_labels(lines: Sequence[PageLine]) -> None:
    """Turn the labels of the lines that begin a paragraph, where the sequence has them the other way.

    It changes the texts of ``lines``, which are all of a document in order.
    """
    pairs = [(line, match) for line in lines if (match := _match_pair(line)) is not None]
    chain = _find_chain(pairs)
    if chain is None or chain.length < max(_LEAST, _NEARLY_ALL * len(pairs)):
        _settle_by_chapters(lines)
        return
    while chain is not None:
        if chain.is_turned:
            chain.line.text = turn_pair(chain.line.text)
        chain = chain.before


def _settle_by_chapters(lines: Sequence[PageLine]) -> None:
    """Turn the label of a section whose second number is that of the chapter in which it stands, and the first not."""
    chapter: int | None = None
    for line in lines:
        heading = _CHAPTER.match(line.text) if line.rtl_letters and line.flow != "continues" else None
        if heading:
            number = heading["number"]
            chapter = int(number) if number.isdigit() else _ordinals().get(number)
        match = None if chapter is None else _match_pair(line)
        if match and int(match["first"]) != chapter == int(match["second"]) and _heads_section(line.text, match.end()):
            line.text = turn_pair(line.text)


def _heads_section(text: str, end: int) -> bool:
    """Whether a line is the heading of a section by what stands behind its label: no month, no sentence."""
    rest = text[end:].split()
    return len(text) <= _HEADING and not text.endswith(_STOPS) and bool(rest) and rest[0] not in _months()


@cache
def _ordinals() -> dict[str, int]:
    """Arabic words that number chapters (``الثاني``), to their values."""
    return {row["form"]: int(row["value"]) for row in load_vocabulary("ordinals") if row["language"] == "ar"}


@cache
def _months() -> frozenset[str]:
    """The first words of the Arabic names of months."""
    return frozenset(row["form"].split()[0] for row in load_vocabulary("months") if row["language"] == "ar")


def _match_pair(line: PageLine) -> re.Match[str] | None:
    """The two numbers with which a line begins a paragraph, as they were read."""
    if not line.rtl_letters or line.hint is not None or line.flow == "continues":
        return None
    match = _PAIR.match(line.text)
    return None if match is None or _is_decoded(line, match.end()) else match


def _is_decoded(line: PageLine, end: int) -> bool:
    """Whether something was put right in a line before a place."""
    return any(change.start < end for change in line.decoded)


def _find_chain(pairs: Sequence[tuple[PageLine, re.Match[str]]]) -> _Chain | None:
    """The longest sequence of labels; of those that are as long the one in which fewest are turned."""
    latest: dict[Pair, _Chain] = {}
    sections: dict[int, _Chain] = {}
    best: _Chain | None = None
    for line, match in pairs:
        seen = int(match["first"]), int(match["second"])
        found = []
        for is_turned, pair in ((False, seen), (True, seen[::-1])):
            before = latest.get((pair[0], pair[1] - 1))
            if pair[1] == 1:
                # a document that begins anew may be bound with another
                before = best if pair[0] == 1 else sections.get(pair[0] - 1)
            if before is not None or pair == (1, 1):
                length, unturned = (before.length, before.unturned) if before else (0, 0)
                found.append((pair, _Chain(length + 1, unturned + (not is_turned), line, is_turned, before)))
        for pair, chain in found:
            latest[pair] = _choose(latest.get(pair), chain)
            sections[pair[0]] = _choose(sections.get(pair[0]), chain)
            best = _choose(best, chain)
    return best


def _choose(known: _Chain | None, chain: _Chain) -> _Chain:
    """The longer chain; of two as long the one with fewer turned labels, then the earlier."""
    is_more = known is None or (chain.length, chain.unturned) > (known.length, known.unturned)
    return chain if known is None or is_more else known


def turn_pair(text: str) -> str:
    """A line with the two numbers of its label in the other order."""
    match = _PAIR.match(text)
    return f"{match['second']}-{match['first']}{text[match.end() :]}" if match else text


def settle_broken_islands(lines: Sequence[PageLine]) -> None:
    """Read from the left what a line's end divides: numbers behind a Latin word, signs between Latin words.

    ``ISO/IEC`` and ``15459-4``, or ``15459-4 (Part 2)``, are one island; so are ``press-`` and ``room@example.org``,
    ``CG-`` and ``PAL/2034``, whose hyphens stand behind their words, and ``(Forum /`` and ``Council)``. It changes the
    texts of ``lines``.
    """
    for before, line in pairwise(lines):
        if line.flow != "continues" or not before.is_rtl or not before.rtl_letters or line.region != before.region:
            continue
        if line.is_rtl and _LATIN_END.search(before.text):
            _turn_numbers(line)
        word = _find_begun(before.text, line.text)
        if word and not any(change.end > word.start() for change in before.decoded):
            before.text = f"{before.text[: word.start()]}{word['word']}-"
        sign = _SIGN_FIRST.search(before.text) if _LATIN_START.match(line.text) else None
        if sign and not any(change.end > sign.start() for change in before.decoded):
            before.text = f"{before.text[: sign.start()]}{sign['words']} {sign['sign']}"


def _turn_numbers(line: PageLine) -> None:
    """Read from the left the numbers with which a line goes on behind a Latin word."""
    match = _AFTER_LATIN.match(line.text)
    if match and not _is_decoded(line, match.end()):
        line.text = f"{'-'.join(reversed(match[0].split('-')))}{line.text[match.end() :]}"
    enclosed = _BRACKETS_FIRST.match(line.text)
    if enclosed and not _is_decoded(line, enclosed.end()):
        line.text = f"{enclosed['number']} {enclosed['words']}{line.text[enclosed.end() :]}"


def _find_begun(before: str, after: str) -> re.Match[str] | None:
    """The word with a hyphen at the end of a line that begins the address or symbol below."""
    if _REST_OF_ADDRESS.match(after):
        return _BEFORE_REST.search(before)
    return _BEFORE_SYMBOL.search(before) if _REST_OF_SYMBOL.match(after) else None
