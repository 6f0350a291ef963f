"""Text that was taken from a page a few words at a time, each on a line of its own, put together again.

Readers of flip-books and some converters give every run of letters as a line, and numbers, colons and full stops by
themselves. Nothing but the words then tells where a paragraph begins: a number that continues its list, the end of a
sentence before what leads up to such a number, a bracket below a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.marks import is_origin_note
from oic_reports.structure.lines.numbering import Candidate, is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, is_closed
from oic_reports.structure.lines.resolutions import is_bare_number

# lines from which it can be told; words of a piece; numbers of resolutions that are an index; shares of pieces, of
# lines that surely break a sentence, and of lines that stand behind blank ones (nearly all or nearly none)
_LEAST_LINES = 20
_WORDS = 3
_LEAST_ROWS = 3
_PIECES = 0.35
_BROKEN = 0.15
_ALL = 0.85
# words of a heading, and lines in which its words may stand
_HEADING_WORDS = 10
_HEADING_LINES = 8
# pieces of a note on the language of the original, each of a letter and more
_LONGEST_NOTE = 30
_PUNCTUATION = compile_pattern(r"[^\w(\[«“]+")
_OWN_NOTE = compile_pattern(r":\s*\w{3}")
_SENTENCE = ".!?؟"
_LEAD = ",،;؛:"


def join_scattered(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines put together to paragraphs where a text was scattered; any other text as it is."""
    if not is_scattered(lines):
        return list(lines)
    is_parted = _share_of_gaps(lines) > _ALL
    return _Joiner(lines, is_parted=is_parted, site=_find_controls(lines) if is_parted else set()).join()


def _find_first_numbers(lines: Sequence[PrintedLine]) -> dict[tuple[str, str], int]:
    """The number with which each form of list begins that goes on in a text: a page may begin with the twelfth."""
    found: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        for candidate in line.candidates:
            if is_number(candidate) and candidate.ordinal:
                found.setdefault((candidate.numbering, candidate.shape), []).append(candidate.ordinal)
    return {form: numbers[0] for form, numbers in found.items() if numbers[1:2] == [numbers[0] + 1]}


def _find_controls(lines: Sequence[PrintedLine]) -> set[int]:
    """Lines of a reader's controls: no gaps part them, and one of them at least is known as a link."""
    starts = [index for index, line in enumerate(lines) if line.after_gap]
    runs = [range(start, end) for start, end in pairwise([*starts, len(lines)])]
    return {i for run in runs if len(run) > 1 and any(lines[i].is_residue for i in run) for i in run}


def is_scattered(lines: Sequence[PrintedLine]) -> bool:
    """Whether most lines are pieces of a few words that break sentences, with a gap between all of them or none."""
    if len(lines) < _LEAST_LINES or any(line.hint or line.flow or line.line.marks for line in lines):
        return False
    if 1 - _ALL < _share_of_gaps(lines) < _ALL or len({*map(_name_row, lines)} - {None}) >= _LEAST_ROWS:
        return False
    # the letters of an emblem above a text are pieces too, and end with the cover
    below = lines[len(lines) // 2 :]
    if any(sum(len(line.text.split()) <= _WORDS for line in part) < _PIECES * len(part) for part in (lines, below)):
        return False
    return sum(_is_broken(before, line) for before, line in pairwise(lines)) >= _BROKEN * len(lines)


def _name_row(line: PrintedLine) -> str | None:
    """The number of a resolution that is a line of its own: several are rows of an index, each above its subject."""
    return line.normal if is_bare_number(line.text) else None


def _share_of_gaps(lines: Sequence[PrintedLine]) -> float:
    return sum(line.after_gap for line in lines) / len(lines)


def _is_broken(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence was cut before a piece: by a mark, an open bracket, a small letter behind a piece."""
    if _PUNCTUATION.fullmatch(line.text):
        return not line.candidates and not line.is_rule
    # below the number of a resolution stands its subject
    is_piece = len(before.text.split()) <= 2 * _WORDS and not before.is_closed and not is_bare_number(before.text)
    is_open = before.text.count("(") > before.text.count(")")
    return is_piece and (line.is_small or before.ends_open or is_open)


@dataclass(slots=True)
class _Joiner:
    lines: Sequence[PrintedLine]
    joined: list[PrintedLine] = field(default_factory=list)
    pieces: list[PrintedLine] = field(default_factory=list)
    last: dict[tuple[str, str], int] = field(default_factory=dict)
    is_parted: bool = False
    site: set[int] = field(default_factory=set)
    first: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first = _find_first_numbers(self.lines)

    def join(self) -> list[PrintedLine]:
        for index, line in enumerate(self.lines):
            stands_alone = self._stands_alone(index)
            if self.pieces and (stands_alone or self._begins(index)):
                self._end()
            self.pieces.append(line)
            self._count(line)
            if stands_alone:
                self._end(hint="site" if index in self.site else None)
        self._end()
        return self.joined

    def _end(self, hint: str | None = None) -> None:
        if not self.pieces:
            return
        first = self.pieces[0]
        text = ""
        for piece in self.pieces:
            is_close = not text or piece.text[0] in ".,،;؛"
            text += piece.text if is_close else f" {piece.text}"
        whole = replace(first.line, text=text, number_last=self.pieces[-1].line.number, flow="starts", hint=hint)
        self.joined.append(PrintedLine(whole, after_gap=True, language=first.language))
        self.pieces = []

    def _stands_alone(self, index: int) -> bool:
        """Whether a line is of the site or a symbol, or the number of the page that stands right below one.

        A site's own lines are not parted as the text's are; inside a sentence a word is no link.
        """
        line = self.lines[index]
        is_near = self.is_parted and not line.after_gap
        is_above = self.is_parted and index + 1 < len(self.lines) and not self.lines[index + 1].after_gap
        is_inside = bool(self.pieces) and self.pieces[-1].text[-1] not in _SENTENCE
        if is_near or is_above or line.symbol or line.is_rule or (line.is_residue and not is_inside):
            return True
        return line.text.isdigit() and not self.pieces and not self.last

    def _begins(self, index: int) -> bool:
        line, first, last = self.lines[index], self.pieces[0].text, self.pieces[-1].text
        if self._find_label(line) is not None:
            return True
        if _PUNCTUATION.fullmatch(line.text):
            return False
        if self._is_origin_note():
            return True
        if not self.last and line.text[0] == "(" and not is_closed(last):
            return True
        if not self.last and first[0] == "(" and last[-1] == ")":
            return True
        if last[-1] in _LEAD and (line.participle or line.acts) and not line.is_small:
            return True
        return last[-1] in _SENTENCE and (self._heads(index) or self._begins_sentence(line))

    def _begins_sentence(self, line: PrintedLine) -> bool:
        """Whether a paragraph begins behind a sentence of a text that has no numbers."""
        return not self.last and bool(line.participle or line.acts or line.opens_body)

    def _is_origin_note(self) -> bool:
        """Whether the pieces name the language of the original; many pieces are no note."""
        text = " ".join(piece.text for piece in self.pieces[:_LONGEST_NOTE])
        is_whole = len(self.pieces) <= _LONGEST_NOTE
        return is_whole and is_origin_note(text) and _OWN_NOTE.search(text) is not None

    def _heads(self, index: int) -> bool:
        """Whether a few words without an end stand from a line on before the next number."""
        words = 0
        for line in self.lines[index : index + _HEADING_LINES]:
            if self._find_label(line) is not None:
                return words > 0
            words += len(line.text.split())
            if words > _HEADING_WORDS or line.text[-1] in _SENTENCE:
                return False
        return False

    def _find_label(self, line: PrintedLine) -> Candidate | None:
        """The number with which a line begins, where it opens or continues a list."""
        for candidate in line.candidates:
            value = self.last.get((candidate.numbering, candidate.shape), 0)
            first = self.first.get((candidate.numbering, candidate.shape), 1)
            if is_number(candidate) and candidate.ordinal in {1, value + 1 if value else first}:
                return candidate
        return None

    def _count(self, line: PrintedLine) -> None:
        candidate = self._find_label(line)
        if candidate is not None and len(self.pieces) == 1:
            self.last[candidate.numbering, candidate.shape] = candidate.ordinal or 0
