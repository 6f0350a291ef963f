"""Headings that carry a letter, a roman number or a spelled ordinal; the heading of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import fold_form
from oic_reports.structure.lines.found_once import found_once
from oic_reports.structure.lines.numbering import NESTED, Candidate
from oic_reports.structure.lines.outline import find_outline
from oic_reports.structure.lines.printed_lines import PrintedLine, normalise
from oic_reports.structure.lines.sequence import Label

# characters: two printed lines of a heading
_LONGEST = 90
# characters of a sentence, and lines in which one must stand below a heading that counts in figures
_SENTENCE = 40
_TEXT_REACH = 6
# lines of the page or the site that may stand between a paragraph and a heading
_ASIDE = 4
_BARE = compile_pattern(r"(\d{1,2})\s+(?=[^\W\d_])")
_ITEM_KINDS = ("alpha-arabic",)
# what stands below such a line is an item of a list that it leads to, or that it is part of
_GOING_ON = (":", "،", "؛", ",", ";")
_SMALL_LETTERS = ("alpha-latin-lower", "alpha-arabic")
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
    series -= {c.numbering for i in range(1, len(lines)) for c in lines[i].candidates if _is_second_label(lines, i)}
    labelled = {i: c for i, c in found.items() if c.numbering in series or c.is_spelled}
    counted = {**labelled, **_find_numbered(lines, skipped | set(labelled))}
    lettered = {**counted, **_find_lettered(lines, skipped | set(counted))}
    return {**lettered, **find_outline(lines, skipped)}


def _find_lettered(lines: Sequence[PrintedLine], skipped: set[int]) -> dict[int, Candidate]:
    """Headings that count in small letters (``a) The ports`` above a paragraph): a series from the first letter on.

    Below a colon they are items, and where one of them is a sentence all are.
    """
    by_shape: dict[tuple[str, str], dict[int, Candidate]] = {}
    items: set[tuple[str, str]] = set()
    for index, line in enumerate(lines[:-1]):
        first = next((c for c in line.candidates if c.numbering in _SMALL_LETTERS), None)
        if first is None or index in skipped:
            continue
        form, below = (first.numbering, first.shape), lines[index + 1]
        leads = index > 0 and lines[index - 1].text.endswith(_GOING_ON)
        is_sentence = below.is_closed and len(below.text) > _SENTENCE and not below.candidates
        if _is_short(line) and first.rest and is_sentence and not (leads or _is_wrapped(line, below)):
            by_shape.setdefault(form, {})[index] = first
        else:
            items.add(form)
    found: dict[int, Candidate] = {}
    for form, headings in by_shape.items():
        ordinals = [candidate.ordinal for candidate in headings.values()]
        if form not in items and len(ordinals) > 1 and ordinals == list(range(1, len(ordinals) + 1)):
            found |= headings
    return found


def _is_second_label(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a label stood behind a number in one printed line (``2. A.``): its list is part of that paragraph."""
    above = lines[index - 1]
    return above.line.number == lines[index].line.number and bool(above.candidates) and not above.candidates[0].rest


def _find_numbered(lines: Sequence[PrintedLine], skipped: set[int]) -> dict[int, Candidate]:
    """Headings that count in figures (``1. Political affairs``, ``1 Opening``), above numbers of their own or prose.

    A list of names is none: text stands below each heading. And where paragraphs count in that form too, none are
    headings.
    """
    by_shape: dict[str, dict[int, Candidate]] = {}
    sentences: Counter[str] = Counter()
    for index, line in enumerate(lines[:-1]):
        candidate = None if index in skipped else _read_number(line, lines[index + 1])
        if candidate is None:
            continue
        is_whole = lines[index + 1].flow != "continues" and not _is_wrapped(line, lines[index + 1])
        if _is_short(line) and is_whole and not line.ends_open and _has_text(lines, index):
            by_shape.setdefault(candidate.shape, {})[index] = candidate
        else:
            sentences[candidate.shape] += 1
    found = _find_restarted(lines, skipped)
    for shape, headings in by_shape.items():
        ordinals = [candidate.ordinal for candidate in headings.values()]
        is_series = len(ordinals) > 1 and ordinals == list(range(1, len(ordinals) + 1))
        if is_series and sentences[shape] == 0:
            found |= headings
    return found


def _find_restarted(lines: Sequence[PrintedLine], skipped: set[int]) -> dict[int, Candidate]:
    """Headings that count in figures from 1 on, where the paragraphs below each count from 1 in the same form.

    ``1. Introduction`` above ``1. The programme rests on …``: of a list no item begins anew.
    """
    found: dict[int, Candidate] = {}
    for index in range(len(lines) - 1):
        line, below = lines[index], lines[index + 1]
        first, second = (one.candidates[0] if one.candidates else None for one in (line, below))
        if first is None or second is None or {index, index + 1} & skipped or not first.rest or line.opens_with_day:
            continue
        is_number = first.numbering == "decimal" and first.ordinal == len(found) + 1
        is_restart = (second.numbering, second.shape, second.ordinal) == ("decimal", first.shape, 1)
        if is_number and is_restart and _is_short(line) and len(below.text) > _LONGEST:
            found[index] = first
    return found


def _read_number(line: PrintedLine, below: PrintedLine) -> Candidate | None:
    """The number of a line, also one that no mark follows, if a number below it hangs on that one."""
    first = line.candidates[0] if line.candidates and not line.opens_with_day else None
    if first is not None:
        return first if first.numbering == "decimal" and first.rest else None
    bare = _BARE.match(line.text)
    nested = below.candidates[0] if below.candidates else None
    if bare is None or nested is None or nested.numbering != NESTED or nested.shape.split(".")[0] != bare.group(1):
        return None
    return Candidate(bare.group(1), "decimal", int(bare.group(1)), "#", line.text[bare.end() :])


def _is_short(line: PrintedLine) -> bool:
    is_open = not line.is_closed or line.text.endswith(":")
    return len(line.text) <= _LONGEST and is_open and line.after_gap and line.hint != "table"


def _is_wrapped(line: PrintedLine, below: PrintedLine) -> bool:
    """Whether a paragraph was broken below its first line; in Arabic a long line is taken for one."""
    is_long = line.language == "ar" and len(line.text) > _SENTENCE
    return not below.after_gap and not below.candidates and (below.is_small or is_long)


def _has_text(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a sentence, or a number that hangs on this one, stands between a heading and the next number."""
    for line in lines[index + 1 : index + 1 + _TEXT_REACH]:
        first = line.candidates[0] if line.candidates else None
        if first is not None and first.numbering == NESTED:
            return True
        if first is not None and first.numbering == "decimal":
            return False
        if line.is_closed and len(line.text) > _SENTENCE:
            return True
    return False


def _find_paragraph_kinds(lines: Sequence[PrintedLine], skipped: set[int], found: dict[int, Candidate]) -> set[str]:
    """Kinds of numbers that begin paragraphs more often than headings: ``V. The Group asked its members for:``."""
    headings = Counter(candidate.numbering for candidate in found.values())
    sentences: Counter[str] = Counter()
    for index, line in enumerate(lines):
        begins = line.after_gap or (index > 0 and lines[index - 1].is_closed)
        if index in skipped or index in found or not line.is_closed or not begins:
            continue
        sentences.update({candidate.numbering for candidate in line.candidates} & {*_KINDS})
    return {kind for kind, number in headings.items() if sentences[kind] >= number}


def _find(lines: Sequence[PrintedLine], index: int) -> list[Candidate]:
    line, text = lines[index], lines[index].text
    if len(text) > _LONGEST or index + 1 == len(lines) or lines[index + 1].flow == "continues":
        return []
    if load_pattern("person_name", line.language).match(text):
        # ``M. Harlan Okobe``
        return []
    is_named = bool(line.candidates) and line.candidates[0].is_spelled
    is_sentence = line.is_closed and not text.endswith(":") and not (is_named and text.endswith("."))
    if is_sentence or line.ends_open:
        # ``A. Wells that are dug with the help of the``
        return []
    above = range(index - 1, max(-1, index - 1 - _ASIDE), -1)
    before = next((lines[i] for i in above if not _is_aside(lines[i])), None)
    if before is not None and not line.after_gap and not before.is_closed:
        return []
    leads = before is not None and before.text.endswith(_GOING_ON)
    if leads and line.candidates and line.candidates[0].numbering in _ITEM_KINDS:
        return []
    return [c for c in line.candidates if c.numbering in _KINDS and c.rest and _is_heading(c, lines, index)]


def _is_aside(line: PrintedLine) -> bool:
    return line.is_page_mark or line.is_residue or load_pattern("interruption", "en").match(line.text) is not None


def _is_heading(candidate: Candidate, lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a lettered line heads what follows: an Arabic letter heads paragraphs only if a number follows."""
    if candidate.numbering != "alpha-arabic" or candidate.is_spelled:
        return True
    following = lines[index + 1].candidates
    return bool(following) and following[0].numbering in {"decimal", "arabic-indic"} and following[0].ordinal == 1


def find_heading_label(line: PrintedLine) -> Label | None:
    """The number or letter of a line that is a heading for other reasons; None where it has none (decision 0049)."""
    is_other = line.opens_with_day or load_pattern("person_name", line.language).match(line.text)
    first = line.candidates[0] if line.candidates and not is_other else None
    is_label = first is not None and first.ordinal is not None and bool(first.rest) and not first.is_misread
    return Label(first, 0) if first is not None and is_label else None


def is_index_heading(text: str) -> bool:
    """Whether a line heads an index: ``INDEX``, ``Sommaire``, ``الفهرس``."""
    return _is_index_word(text, normalise(text))


def _is_index_word(text: str, normal: str) -> bool:
    # folding keeps the number of letters
    return len(normal) <= _longest_index_word() and normalise(fold_form(text, "fr")) in _index_words()


@cache
def _longest_index_word() -> int:
    return max(map(len, _index_words()))


@cache
def _index_words() -> frozenset[str]:
    """The words without accents, which capitals lack."""
    return frozenset(normalise(fold_form(row["form"], "fr")) for row in load_vocabulary("index_words"))


@found_once
def opens_index(line: PrintedLine) -> bool:
    """Whether an index begins at a line: its heading, or the head of its columns (``No. Subject Page``)."""
    return (
        _is_index_word(line.text, line.normal) or load_pattern("index_row", line.language).match(line.text) is not None
    )
