"""Where a further document begins in a file that holds several: in another language, or below a title of its own.

A page may print a communiqué and, below it, the declaration of the same meeting, one text in two languages one after
the other, or the press releases of a week. What is joined to a document as its annex stays with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from oic_reports.language.dates import find_dates
from oic_reports.language.identification import find_language_switch, tell_language
from oic_reports.language.plausibility import is_mostly_arabic, share_stop_words
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.printed_lines import PrintedLine

# code points of a title, and of one before the type that it names
_TITLE_LENGTH = 160
_TYPE_REACH = 30
# lines of a head (title, who adopted it, place, date) from its first to the sentence that opens the text
_HEAD = 8
# lines of the headline of a press release
_HEADLINE = 4
# sentences that make a text above a title, and below one
_SENTENCES_ABOVE = 3
_SENTENCES_BELOW = 2
# code points of a sentence of a text; shorter closed lines are captions and links
_SENTENCE = 40
# lines in which two texts alternate, the share of them at which they do, and how much of all letters each has at least
_LEAST_ALTERNATING = 8
_ALTERNATING = 0.7
_SHARE_OF_A_TEXT = 5
# lines above a title in which the label of an annex makes it one
_ANNEX_REACH = 3


def split_languages(lines: Sequence[PrintedLine], language: Language) -> list[tuple[Sequence[PrintedLine], Language]]:
    """The lines parted where a file goes over to another language for good, each part with its language.

    The language of most lines may be that of the second part. Where two languages alternate line by line, each has its
    own lines.
    """
    alternating = _part_alternating(lines)
    if alternating:
        return alternating
    texts = [line.text for line in lines]
    switch = find_language_switch(texts, language)
    first = next((kind for kind in map(tell_language, texts) if kind), language) if switch is None else language
    if first != language:
        switch = find_language_switch(texts, first)
    if switch is None:
        return [(lines, language)]
    place, other = switch
    if first != language:
        lines = [PrintedLine(line.line, line.after_gap, first) for line in lines[:place]] + list(lines[place:])
        language = first
    below = [PrintedLine(line.line, line.after_gap, other) for line in lines[place:]]
    return [(lines[:place], language), *split_languages(below, other)]


def _part_alternating(lines: Sequence[PrintedLine]) -> list[tuple[Sequence[PrintedLine], Language]]:
    """The lines of an Arabic text and of its translation that stand line by line, each text by itself; else none.

    What has no letters goes with the line above, and a gap above a line of one text is one in the other too.
    """
    scripts = [is_mostly_arabic(line.text) for line in lines]
    told = [script for script in scripts if script is not None]
    turns = sum(one != two for one, two in pairwise(told))
    if len(told) < _LEAST_ALTERNATING or turns < _ALTERNATING * (len(told) - 1):
        return []
    texts: dict[bool, list[PrintedLine]] = {True: [], False: []}
    gaps = {True: True, False: True}
    current = told[0]
    for line, script in zip(lines, scripts, strict=True):
        current = current if script is None else script
        gaps = {key: gap or line.after_gap for key, gap in gaps.items()}
        texts[current].append(PrintedLine(line.line, gaps[current], line.language))
        gaps[current] = False
    latin = "\n".join(line.text for line in texts[False])
    shares = share_stop_words(latin)
    other: Language = "fr" if shares["fr"] > shares["en"] else "en"
    letters = {key: sum(len(line.text) for line in text) for key, text in texts.items()}
    if min(letters.values()) * _SHARE_OF_A_TEXT < sum(letters.values()):
        return []
    parted: list[tuple[Sequence[PrintedLine], Language]] = []
    languages: dict[bool, Language] = {True: "ar", False: other}
    for key in (told[0], not told[0]):
        language = languages[key]
        parted.append(([PrintedLine(line.line, line.after_gap, language) for line in texts[key]], language))
    return parted


def find_documents(lines: Sequence[PrintedLine], repeated: frozenset[str]) -> list[int]:
    """Indexes of the lines at which a further document begins, in one language; empty for a single document.

    Args:
        lines: the printed lines of a file.
        repeated: normalised texts of lines that stand several times: these are running headers.
    """
    starts: list[int] = []
    begin = 0
    # how many sentences stand above each line
    sentences = [0, *accumulate(line.is_closed and len(line.text) > _SENTENCE for line in lines)]
    for index, line in enumerate(lines):
        if begin < index and _is_dispatch(lines, index):
            starts.append(index)
            begin = index
            continue
        is_title = line.after_gap and line.normal not in repeated and _is_title(line)
        if not is_title or sentences[index] - sentences[begin] < _SENTENCES_ABOVE:
            continue
        above = lines[max(begin, index - _ANNEX_REACH) : index]
        if any(other.opens_annex for other in above) or not above[-1].is_closed:
            continue
        opening = _find_opening(lines, index)
        if opening is not None and sentences[-1] - sentences[opening] >= _SENTENCES_BELOW:
            starts.append(index)
            begin = index
    return starts


def _is_dispatch(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether another press release begins: its headline, its place and day, and a sentence.

    It stands below a rule, or is named as one (``Press release``) below the end of the text above.
    """
    above = lines[index - 1]
    is_named = load_pattern("release_line", lines[index].language).match(lines[index].text) is not None
    is_named = is_named and (above.is_closed or _is_dateline(above))
    if not (above.is_rule or is_named):
        return False
    start = index + is_named
    for place in range(start, min(start + _HEADLINE + 1, len(lines) - 1)):
        if place > start and _is_dateline(lines[place]):
            text = lines[place + 1]
            is_last = place + 2 == len(lines)
            return (text.is_closed or is_last) and len(text.text) > _SENTENCE
        if not _is_headline(lines[place]):
            return False
    return False


def _is_headline(line: PrintedLine) -> bool:
    """Whether a line may be of a headline; the head of an annex goes on with the letter above it."""
    is_open = not line.is_closed or line.text.endswith(":")
    return is_open and not line.candidates and not line.opens_annex and len(line.text) < _TITLE_LENGTH


def _is_dateline(line: PrintedLine) -> bool:
    return line.front_kind == "place_date" and bool(find_dates(line.text, line.language))


def _is_title(line: PrintedLine) -> bool:
    """Whether a line is a title of a document: a type stands at its beginning, and it is printed as titles are."""
    if len(line.text) > _TITLE_LENGTH or line.is_closed or line.candidates or line.hint not in {None, "heading"}:
        return False
    match = find_form("document_types", line.text, line.language)
    is_printed_so = line.is_capital or line.is_titled or line.language == "ar" or line.hint == "heading"
    return match is not None and match.start("form") <= _TYPE_REACH and is_printed_so


def _find_opening(lines: Sequence[PrintedLine], title: int) -> int | None:
    """Where a text opens below a title: behind a few lines of its head, with a sentence of a meeting."""
    for index in range(title + 1, min(len(lines), title + 1 + _HEAD)):
        line = lines[index]
        opens = line.tells_of_meeting or load_pattern("declaring", line.language).match(line.text)
        if opens and len(line.text) > _SENTENCE and not line.names_type:
            return index
        if line.is_closed or line.candidates:
            return None
    return None
