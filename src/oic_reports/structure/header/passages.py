"""The passages of a report that speak of this meeting: its title, its header lines, its opening sentences, its end.

What a title is about is not said of the meeting (``on the holding of the Twenty-second Session``), nor is what a header
cites. A newspaper's dateline is parted from what follows it: it tells where the paper wrote, not where the meeting was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.bodies import find_body
from oic_reports.structure.header.clauses import read_clauses, split_sentences
from oic_reports.structure.header.datelines import Dateline, find_dateline
from oic_reports.structure.header.evidence import BLANK, Passage, blank, whole
from oic_reports.structure.header.sessions import find_sessions
from oic_reports.structure.marks import find_annex, find_symbol, is_origin_note
from oic_reports.structure.resolutions import find_number

# a report says in its first paragraphs that its meeting was held; further down it tells of other meetings
_FIRST_PARAGRAPHS = 4
_FIRST_LETTERS = 1500
_SENTENCE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Passages:
    """What speaks of this meeting, in the order of the text.

    ``titles`` are title blocks, each one text; ``lines`` single lines of the title and header, with whether their block
    is one of place and date; ``openings`` sentences that tell that it met;
    ``leads`` lines that lead to its decisions (``The Ministers of the Contact Group:``); ``ends`` lines of the signature.
    """

    titles: tuple[Passage, ...]
    lines: tuple[tuple[Passage, bool], ...]
    heads: tuple[tuple[Passage, bool], ...]
    openings: tuple[Passage, ...]
    leads: tuple[Passage, ...]
    ends: tuple[Passage, ...]
    dateline: Dateline | None

    @property
    def fronts(self) -> tuple[Passage, ...]:
        """Titles, then header lines."""
        return (*self.titles, *(line for line, _ in self.lines))


def collect_passages(blocks: Sequence[Block], language: Language) -> Passages:
    """The passages of a report's blocks."""
    titles: list[Passage] = []
    lines: list[tuple[Passage, bool]] = []
    heads: list[tuple[Passage, bool]] = []
    openings: list[Passage] = []
    leads: list[Passage] = []
    ends: list[Passage] = []
    dateline = None
    paragraphs = letters = 0
    for seq, block in enumerate(blocks, 1):
        text = block.text
        if block.role in {"header", "title", "preamble", "operative"} and dateline is None and paragraphs == 0:
            dateline = find_dateline(text, language, seq)
            if dateline:
                text = BLANK * dateline.end + text[dateline.end :]
        if block.role == "title" and block.subrole == "title" and not openings:
            titles.append(read_title(text, language, seq))
            lines += [(line, False) for line in _read_lines(text, seq, "title", language)]
        elif block.role == "title" and not openings:
            # the title printed again, often with place and date
            lines += [(line, False) for line in _read_lines(text, seq, "title", language)]
        elif block.role == "header":
            is_placed = block.subrole == "place_date"
            kept = []
            for line in _read_lines(text, seq, "header", language):
                told = _read_sentences(line.printed, seq, language) if len(line.printed) > _SENTENCE_LENGTH else []
                openings += told
                if not told:
                    lines.append((line, is_placed))
                    kept.append(line.printed)
            heads.append((whole(" ".join(kept), "header", seq), is_placed))
        elif block.role in {"preamble", "operative", "list_item", "heading"}:
            if paragraphs < _FIRST_PARAGRAPHS and letters < _FIRST_LETTERS:
                openings += _read_sentences(text.replace("\n", " "), seq, language)
            if block.role == "preamble" and load_pattern("deciding_line", language).match(text):
                leads.append(whole(text, "first_sentence", seq))
            if block.role != "heading":
                paragraphs += 1
            letters += len(text)
        elif block.role == "signature":
            ends += _read_lines(text, seq, "signature", language)
    openings = _goes_on(openings, language)
    return Passages(tuple(titles), tuple(lines), tuple(heads), tuple(openings), tuple(leads), tuple(ends), dateline)


def _goes_on(openings: Sequence[Passage], language: Language) -> list[Passage]:
    """The first opening sentence, and those of its paragraph and the next that go on telling of the same meeting."""
    if not openings:
        return []
    first = openings[0]
    sessions = {found.number for found in find_sessions(first.own, language)}
    body = find_body(first.own, language)
    kept = [first]
    for one in openings[1:]:
        other = find_body(one.own, language)
        named = {found.number for found in find_sessions(one.own, language)}
        is_other = (other and body and other.body_id != body.body_id) or (sessions and named and not sessions & named)
        if one.is_finite and one.seq <= first.seq + 1 and not is_other:
            kept.append(one)
    return kept


def read_title(text: str, language: Language, seq: int) -> Passage:
    """A title block as one passage; its subject is not said of the meeting, nor are meetings that it cites."""
    printed = text.replace("\n", " ")
    issued = [match.start() for match in load_pattern("issued_by", language).finditer(printed)]
    away = [
        (match.start(), _next(issued, match.end(), len(printed)))
        for match in load_pattern("clause_away", language).finditer(printed)
        if match.start() not in issued
    ]
    number = find_number(text)
    subject = load_pattern("subject_line", language)
    begin = subject.search(printed, number.end) if number else None
    if begin:
        # behind the number of a resolution stands its subject, up to the words that say who adopted it
        away.append((begin.start(), _next(issued, begin.end(), len(printed))))
    held = [match.start() for match in load_pattern("meeting_participle", language).finditer(printed)]
    ends = sorted([*issued, *held])
    groups = [match.span() for match in load_pattern("contact_group", language).finditer(printed)]
    weak = [
        (match.start(), _next(ends, match.end(), len(printed)))
        for match in load_pattern("clause_topic", language).finditer(printed)
        if not any(start <= match.start() < end for start, end in groups)
    ]
    own = blank(printed, [*away, *weak])
    return Passage(printed, own, own, BLANK * len(printed), "title", seq)


def _next(places: list[int], behind: int, end: int) -> int:
    return min((place for place in places if place >= behind), default=end)


def _read_lines(text: str, seq: int, source: str, language: Language) -> list[Passage]:
    found = []
    for printed in text.split("\n"):
        line = printed.strip()
        if not line.strip(BLANK + " ") or find_annex(line) or is_origin_note(line):
            continue
        if find_symbol(line) and not re.search(r"\s{2}", line) and len(line) < _SENTENCE_LENGTH:
            continue
        if load_pattern("byline", language).match(line):
            continue
        found.append(whole(line, source, seq))  # type: ignore[arg-type]
    return found


def _read_sentences(text: str, seq: int, language: Language) -> list[Passage]:
    found = []
    for start, end in split_sentences(text):
        passage = read_clauses(text[start:end], language, "first_sentence", seq)
        if passage is not None:
            found.append(passage)
    return found
