"""Texts in articles that a program ran into one line, or into one line a page: a line for each article.

``… Have agreed as follows: CHAPTER I Article 1 The Council … Article 2 The Fund …``: the noun and its number come
again and count from one. What else a text names (``under Article 7 of the Charter``) stands out of turn, or inside a
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.articles import read_number
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.glued import cut_at

# articles in turn from which a text is told to be one of articles
_LEAST = 3
# characters of a title
_TITLE = 40
# what a sentence, an item or a definition ends with
_ENDS = frozenset('.;:؛؟!»”")')
# ``4.1 The Assembly … 4.2 No decision …``, the paragraphs of one article
_DECIMAL = compile_pattern(r"(?<![\d.])(?P<article>\d{1,2})\.(?P<number>\d{1,2})\s+(?=[^\W\d_])")


def part_articles(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each cut before the articles, and the chapters above them, that were run together in it.

    The number of an article stands alone then, as it does on a line of its own; with a mark behind it, it stays the
    label of its text. Nothing is cut where each article begins a line.
    """
    found = _find_series(lines)
    if len(found) < _LEAST or not any(match.start() for _, match in found):
        return list(lines)
    places: dict[int, list[int]] = {index: [] for index, _ in found}
    for (index, match), following in zip_longest(found, found[1:]):
        line = lines[index]
        places[index] += [*_find_chapter(line.text[: match.start()], line), match.start()]
        end = following[1].start() if following and following[0] == index else len(line.text)
        # a title stays on the line of its number
        if not match["mark"] and end - match.end() > _TITLE:
            places[index].append(match.end())
    parted: list[PrintedLine] = []
    for index, line in enumerate(lines):
        inner = sorted({place for place in places.get(index, ()) if 0 < place < len(line.text)})
        for piece in cut_at(line, inner):
            parted += cut_at(piece, _find_decimals(piece.text))
    return parted


def _find_series(lines: Sequence[PrintedLine]) -> list[tuple[int, re.Match[str]]]:
    """The numbers of articles that count from one, each with its line: behind a sentence, a chapter or a title."""
    found: list[tuple[int, re.Match[str]]] = []
    noun = ""
    for index, line in enumerate(lines):
        for match in load_pattern("run_in_article", line.language).finditer(line.text):
            value = read_number(match["number"], line.language)
            before = line.text[: match.start()].rstrip()
            is_parted = not found or not before or before[-1] in _ENDS or bool(_find_chapter(before, line))
            if value == len(found) + 1 and is_parted and match["noun"] == (noun or match["noun"]):
                noun = match["noun"]
                found.append((index, match))
    return found


def _find_chapter(before: str, line: PrintedLine) -> list[int]:
    """Where a chapter right above an article begins, and what it is about; nothing where there is none."""
    chapter = load_pattern("run_in_chapter", line.language).search(before)
    if chapter is None:
        return []
    return [chapter.start(), *([chapter.start("title")] if chapter["title"] else [])]


def _find_decimals(text: str) -> list[int]:
    """Where the paragraphs of one article begin that count below it: ``4.1 … 4.2 …``."""
    found: list[re.Match[str]] = []
    for match in _DECIMAL.finditer(text):
        before = text[: match.start()].rstrip()
        is_next = not found or (match["article"] == found[0]["article"] and (not before or before[-1] in _ENDS))
        if int(match["number"]) == len(found) + 1 and is_next:
            found.append(match)
    return [match.start() for match in found if match.start()] if len(found) > 1 else []
