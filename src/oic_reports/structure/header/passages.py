"""The passages of a report that speak of this meeting: its title, its header lines, its opening sentences, its end.

What a title is about is not said of the meeting (``on the holding of the Twenty-second Session``), nor is what a header
cites. A newspaper's dateline is parted from what follows it: it tells where the paper wrote, not where the meeting was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms, find_opening
from oic_reports.structure.header.bodies import find_body
from oic_reports.structure.header.clauses import read_clauses, split_sentences
from oic_reports.structure.header.datelines import (
    Dateline,
    cites_source,
    find_dateline,
    is_posting_date,
    read_posting_date,
    tells_posting,
)
from oic_reports.structure.header.evidence import BLANK, Evidence, FactSource, Passage, whole
from oic_reports.structure.header.place_lines import find_place_and_days, is_place_line
from oic_reports.structure.header.place_names import blank_dates
from oic_reports.structure.header.sessions import find_sessions
from oic_reports.structure.header.title_passage import read_title_passage
from oic_reports.structure.marks import find_annex, find_symbol, is_origin_note
from oic_reports.structure.resolutions import is_list, read_number
from oic_reports.structure.speech import Speech, find_speech

# a report says in its first paragraphs that its meeting was held; further down it tells of other meetings
_FIRST_PARAGRAPHS = 4
# the first paragraph of a communiqué often has no number, so that the numbers begin with two
_SECOND = 2
_FIRST_LETTERS = 1500
# characters of a line that is more than a name
_SENTENCE_LENGTH = 60
# one paragraph of a communiqué may begin with a participle; two are a preamble
_SEVERAL = 2
# what only a site prints around a text
OF_A_SITE = frozenset({"site_navigation", "print_widget", "press_lead"})
_COLON = re.compile(r":\W*$")
_SENTENCE_ENDS = (".", "!", "?", "؟")
_CLOSING_MARKS = " »”\"')"
# words of an announcement that names its text by the sentence before
_SHORT_ANNOUNCEMENT = 5
# lines of a cover that may be run into the first paragraph
_COVER_LINES = 12
# lines of a menu, at least
_MENU = 3
# the longest front seen, a cover with its motto and its index, has some 2,000 letters
_LONGEST_FRONT = 4000


@dataclass(frozen=True, slots=True)
class Passages:
    """What speaks of this meeting, in the order of the text.

    ``titles`` are title blocks, each one text, ``page_titles`` what a page prints above the document's own; ``lines``
    single lines of the title and header, with whether their block is one of place and date; ``heads`` whole header
    blocks; ``openings`` sentences that tell that it met; ``leads``
    lines that name who acts or lead to decisions (``The Ministers of the Group:``); ``ends`` lines of the signature;
    ``lead_ins`` sentences of a press lead above the text, which say what the text does not say itself;
    ``announcements`` sentences of the first paragraphs that say that the text follows, and what it is.
    ``selves`` are the words with which the text, wherever in it, says what it is (``the present final communiqué``).
    ``spoken`` is the word of the title for a speech, where the text is one of an officer of the OIC.
    ``leads_in`` tells that a newspaper's lead stands above it.
    ``is_release`` tells that a line above says that it is a press release, and a sentence that a meeting was held;
    ``has_participles`` tells that its paragraphs begin with participles, as those of a resolution do; ``resolving`` are
    the verbs with which one organ decides, in the present tense (``Requests``): where leaders say ``we``, none is read.
    """

    titles: tuple[Passage, ...]
    page_titles: tuple[Passage, ...]
    lines: tuple[tuple[Passage, bool], ...]
    heads: tuple[tuple[Passage, bool], ...]
    openings: tuple[Passage, ...]
    leads: tuple[Passage, ...]
    ends: tuple[Passage, ...]
    lead_ins: tuple[Passage, ...]
    announcements: tuple[Passage, ...]
    selves: tuple[Passage, ...]
    has_participles: bool
    resolving: tuple[Passage, ...]
    is_release: bool
    leads_in: bool
    dateline: Dateline | None
    spoken: Evidence | None = None

    @property
    def is_given_by_others(self) -> bool:
        """Whether somebody else tells above the text that it follows, so that what heads the page is theirs."""
        return bool(self.announcements or self.leads_in)

    @property
    def heads_story(self) -> bool:
        """Whether the title heads the story that a newspaper tells of the meeting above the text that it gives.

        Where the page has a title of its own, that one does.
        """
        told = next((lead.seq for lead in self.lead_ins if _tells_story(lead.printed)), None)
        return told is not None and bool(self.titles) and not self.page_titles and self.titles[-1].seq < told

    @property
    def fronts(self) -> tuple[Passage, ...]:
        """Titles, then header lines."""
        return (*self.titles, *(line for line, _ in self.lines))


def _tells_story(sentence: str) -> bool:
    """Whether a sentence of a lead tells something: one that says that the text follows ends with a colon."""
    return len(sentence) > _SENTENCE_LENGTH and sentence.rstrip(_CLOSING_MARKS)[-1:] in _SENTENCE_ENDS


def collect_passages(blocks: Sequence[Block], language: Language) -> Passages:
    """The passages of a report's blocks."""
    collector = _Collector(language, is_copied=_is_copied(blocks))
    menu, letter = _find_menu(blocks), _find_letter(blocks)
    for seq, block in enumerate(blocks, 1):
        is_of_site = seq <= menu and block.subrole == "place_date"
        if block.role != "header" or not (is_of_site or seq <= letter):
            collector.take(block, seq)
    speech = find_speech(blocks, language)
    if speech or _is_of_an_officer(collector.titles, language):
        # what an officer reports to a meeting, he tells of other meetings
        collector.openings.clear()
    if speech and not speech.is_titled:
        collector.openings += _find_occasion(blocks, language)
    return Passages(
        titles=tuple(collector.titles),
        page_titles=tuple(collector.page_titles),
        lines=tuple(collector.lines),
        heads=tuple(collector.heads),
        openings=tuple(_go_on(_leave_others(collector.openings, collector.titles, language), language)),
        leads=tuple(collector.leads),
        ends=tuple(collector.ends),
        lead_ins=tuple(collector.lead_ins),
        announcements=tuple(collector.announcements),
        selves=tuple(collector.selves),
        has_participles=collector.participles >= _SEVERAL,
        resolving=() if collector.has_we else tuple(collector.resolving),
        is_release=bool(collector.openings) and _names_release(collector.lines, language),
        spoken=_quote_speech(speech),
        leads_in=any(block.subrole == "press_lead" for block in blocks),
        dateline=collector.dateline or collector.posted,
    )


@dataclass(slots=True)
class _Collector:
    """Takes the blocks of a report one after the other."""

    language: Language
    is_copied: bool
    titles: list[Passage] = field(default_factory=list)
    page_titles: list[Passage] = field(default_factory=list)
    lines: list[tuple[Passage, bool]] = field(default_factory=list)
    heads: list[tuple[Passage, bool]] = field(default_factory=list)
    openings: list[Passage] = field(default_factory=list)
    leads: list[Passage] = field(default_factory=list)
    ends: list[Passage] = field(default_factory=list)
    lead_ins: list[Passage] = field(default_factory=list)
    announcements: list[Passage] = field(default_factory=list)
    selves: list[Passage] = field(default_factory=list)
    participles: int = 0
    resolving: list[Passage] = field(default_factory=list)
    has_we: bool = False
    dateline: Dateline | None = None
    posted: Dateline | None = None
    paragraphs: int = 0
    letters: int = 0
    first_number: int | None = None

    def take(self, block: Block, seq: int) -> None:
        """Sort a block by its role; of a block without an end only the beginning is looked at."""
        if block.role == "title" and is_list(block.text):
            # the index of a collection is about what follows
            return
        if block.role == "title" and not self.openings:
            self._take_title(block, self._part_dateline(block.text[:_LONGEST_FRONT], seq), seq)
        elif block.role == "header":
            self._take_header(block, self._part_dateline(block.text[:_LONGEST_FRONT], seq), seq)
        elif block.role in {"preamble", "operative"}:
            text = self._leave_posted_line(block, self._part_cover(block, seq))
            self._take_paragraph(block, self._part_dateline(text, seq), seq)
        elif block.role in {"list_item", "heading"}:
            if block.role == "heading" and not self.paragraphs:
                # a page of a longer document has the number of its resolution above its first lines
                numbered = _read_lines(block.text[:_LONGEST_FRONT], seq, "header", self.language)
                self.lines += [(line, False) for line in numbered if read_number(line.printed)]
            self._take_paragraph(block, block.text, seq)
        elif block.role == "signature":
            self.ends += _read_lines(block.text[:_LONGEST_FRONT], seq, "signature", self.language)
        elif block.role == "boilerplate" and block.subrole == "covering_letter":
            self._take_letter(block.text[:_LONGEST_FRONT].replace("\n", " "), seq)
        elif block.role == "boilerplate" and block.subrole == "press_lead":
            self._take_lead(block.text[:_LONGEST_FRONT].replace("\n", " "), seq)

    def _take_letter(self, text: str, seq: int) -> None:
        """What a letter says of the text that it carries, from the words on that say who adopted it."""
        for start, end in split_sentences(text):
            sentence = text[start:end]
            sent = load_pattern("transmits", self.language).search(sentence)
            issued = load_pattern("issued_by", self.language).search(sentence, sent.end()) if sent else None
            if issued:
                own = BLANK * issued.start() + sentence[issued.start() :]
                self.lead_ins.append(Passage(sentence, own, own, BLANK * len(sentence), "header", seq))

    def _take_lead(self, text: str, seq: int) -> None:
        """The sentences of a press lead, its dateline left out."""
        dateline = find_dateline(text, self.language, seq)
        text = BLANK * dateline.end + text[dateline.end :] if dateline else text
        self._take_announcement(text, seq)
        for start, end in split_sentences(text):
            told = read_clauses(text[start:end], self.language, "header", seq)
            self.lead_ins.append(told or _name_document(text[start:end], self.language, seq))

    def _take_announcement(self, text: str, seq: int) -> None:
        """The last sentence of a paragraph where it says that a text follows, and ends with a colon.

        A short one goes with the sentence before, which names the text in full.
        """
        if not _COLON.search(text):
            return
        *before, (start, end) = split_sentences(text)
        if load_pattern("text_announced", self.language).search(text[start:end]):
            if before and len(text[start:end].split()) <= _SHORT_ANNOUNCEMENT:
                # ``The final communiqué takes up … Text of the communiqué:``
                start = before[-1][0]
            self.announcements.append(whole(text[start:end], "first_sentence", seq))

    def _part_dateline(self, text: str, seq: int) -> str:
        """The text without the dateline before it, which only the first paragraph has."""
        if self.dateline is None and self.paragraphs == 0 and find_place_and_days(text, self.language) is None:
            begin = len(text) - len(text.lstrip(BLANK))
            found = find_dateline(text[begin:], self.language, seq)
            # ``MAKKAH - KINGDOM OF SAUDI ARABIA``: behind a dateline the paper tells what happened
            verbs: tuple[PatternName, ...] = ("meeting_finite", "meeting_participle")
            if found and any(load_pattern(verb, self.language).search(text, begin + found.end) for verb in verbs):
                self.dateline = found
                return BLANK * (begin + found.end) + text[begin + found.end :]
        return text

    def _take_title(self, block: Block, text: str, seq: int) -> None:
        begun = _find_text(text, self.language)
        if begun is not None:
            # no gap parts the title from the text's first sentence
            self.openings += _read_sentences(text[begun:][:_FIRST_LETTERS].replace("\n", " "), seq, self.language)
            text = text[:begun]
        if block.subrole == "title":
            self.titles.append(read_title_passage(text, self.language, seq))
        # a title that is printed again often has place and date below it
        self.lines += [
            (line, False) for line in _leave_subject(_read_lines(text, seq, "title", self.language), self.language)
        ]
        if block.subrole == "page_title":
            self.page_titles.append(read_title_passage(text, self.language, seq))

    def _take_header(self, block: Block, text: str, seq: int) -> None:
        if (self.is_copied or tells_posting(text)) and is_posting_date(text, self.language):
            self.posted = self.posted or read_posting_date(text, self.language, seq)
            return
        text = self._leave_posting(text, seq)
        is_placed = block.subrole == "place_date"
        kept = []
        for line in _leave_subject(_read_lines(text, seq, "header", self.language), self.language):
            # the opening sentence may stand among the header's lines
            is_long = len(line.printed) > _SENTENCE_LENGTH
            told = _read_sentences(line.printed, seq, self.language) if is_long else []
            self.openings += told
            if not told:
                self.lines.append((line, is_placed))
                kept.append(line.printed)
        self.heads.append((whole(" ".join(kept), "header", seq), is_placed))

    def _leave_posting(self, text: str, seq: int) -> str:
        """The lines of a header block without the first, where that is the day of posting and they name another day."""
        first, _, rest = text.partition("\n")
        if not (self.is_copied and rest and is_posting_date(first, self.language)):
            return text
        posted = read_posting_date(first, self.language, seq)
        days = {date.iso for date in find_dates(rest, self.language) if date.precision == "day"}
        if not days or posted.date in days:
            return text
        self.posted = self.posted or posted
        return rest

    def _part_cover(self, block: Block, seq: int) -> str:
        """A first paragraph without the lines of the cover that a page runs into it, down to its place and days."""
        if self.paragraphs or self.titles or self.openings or len(block.text_raw) != len(block.text):
            return block.text
        starts = [0, *(end + 1 for end in block.line_ends[:_COVER_LINES])]
        lines = [(start, block.text[start : following - 1]) for start, following in pairwise(starts)]
        placed = [(start, line) for start, line in lines if self._holds_days(line)]
        if not placed:
            return block.text
        end = placed[-1][0] + len(placed[-1][1])
        where = [(start, line) for start, line in lines if start < end and self._is_placed(line)]
        above = block.text[: where[0][0]].strip()
        if load_pattern("meeting_finite", self.language).search(above):
            return block.text
        self.lines += [(whole(above, "header", seq), False)] if above else []
        for _, line in where:
            self.lines.append((whole(line, "header", seq), True))
            self.heads.append((whole(line, "header", seq), True))
        return BLANK * end + block.text[end:]

    def _holds_days(self, line: str) -> bool:
        """Whether a line is several days, or one in two calendars, and no more."""
        days = find_dates(line, self.language)
        is_range = any(day.iso_end for day in days) or len({day.calendar for day in days}) > 1
        return is_range and self._is_placed(line)

    def _is_placed(self, line: str) -> bool:
        return is_place_line(line, self.language) or (
            bool(find_dates(line, self.language)) and _is_day(line, self.language)
        )

    def _leave_posted_line(self, block: Block, text: str) -> str:
        """A first paragraph into which a page runs its headline: without that, and the day of posting below it."""
        if self.paragraphs or not self.is_copied or len(block.text_raw) != len(text):
            return text
        start = 0
        for end in block.line_ends[:_FIRST_PARAGRAPHS]:
            if is_posting_date(text[start:end], self.language) and _is_day(text[start:end], self.language):
                return BLANK * (end + 1) + text[end + 1 :]
            start = end + 1
        return text

    def _part_place(self, text: str, seq: int) -> str:
        """The first paragraph without the place and days of the meeting that a page runs into it."""
        end = find_place_and_days(text, self.language) if not self.paragraphs else None
        if end is None:
            return text
        line = whole(text[:end], "header", seq)
        self.lines.append((line, True))
        self.heads.append((line, True))
        return BLANK * end + text[end:]

    def _take_paragraph(self, block: Block, text: str, seq: int) -> None:
        text = self._part_place(text, seq)
        self.participles += find_opening("preambular_openings", text, self.language) is not None
        self.has_we = self.has_we or load_pattern("declaring", self.language).match(text) is not None
        if block.role == "operative" and (resolving := load_pattern("resolving", self.language).match(text)):
            self.resolving.append(whole(resolving.group(), "first_sentence", seq))
        if itself := load_pattern("calls_itself", self.language).search(text):
            self.selves.append(whole(itself.group("type"), "first_sentence", seq))
        if _is_letter(text, self.language) or (read_number(text) and not self.openings):
            return
        if not self.openings and load_pattern("adopted_line", self.language).match(text):
            # ``Issued by the Sixth Summit … held in Dakar`` below a title
            self.titles.append(read_title_passage(text, self.language, seq))
            return
        if block.ordinal is not None and block.role in {"preamble", "operative"}:
            self.first_number = self.first_number or block.ordinal
        is_extract = (self.first_number or 1) > _SECOND
        # a later part tells of other meetings, not of the opening of its own
        if self.paragraphs < _FIRST_PARAGRAPHS and self.letters < _FIRST_LETTERS and not is_extract:
            self._take_announcement(text[:_FIRST_LETTERS].replace("\n", " "), seq)
            self.openings += _read_sentences(text[:_FIRST_LETTERS].replace("\n", " "), seq, self.language)
        names_actor = text.rstrip().endswith((",", "،")) and load_pattern("speaks", self.language).match(text)
        leads_to = names_actor or load_pattern("deciding_line", self.language).match(text) is not None
        if block.role == "preamble" and (leads_to or declares_below(text, self.language)):
            self.leads.append(whole(text[:_FIRST_LETTERS], "first_sentence", seq))
        if block.role == "list_item" and not self.paragraphs:
            # the list of subjects that an index prints above the text
            return
        self.paragraphs += block.role != "heading"
        self.letters += len(text)


def declares_below(text: str, language: Language) -> bool:
    """Whether a paragraph ends with the words by which who speaks declares what stands below: ``declare that:``."""
    return text.rstrip().endswith(":") and load_pattern("states_declare", language).search(text) is not None


def _name_document(sentence: str, language: Language, seq: int) -> Passage:
    """A sentence of a lead that tells of no meeting: said of this one is what names the document that follows.

    ``This is the last part of the final communiqué of the Ninth Islamic Summit in Doha:``.
    """
    passage = whole(sentence, "header", seq)
    names: tuple[PatternName, ...] = ("press_text", "text_caption")
    is_named = any(load_pattern(name, language).search(sentence) for name in names)
    forms = find_forms("document_types", sentence, language) if is_named else []
    begin = forms[-1].start("form") if forms else len(sentence)
    if not forms and load_pattern("adopting", language).search(sentence):
        # ``The leaders adopted the programme at the Third Session of``
        begin = 0
    own = BLANK * begin + read_title_passage(sentence[begin:], language, seq).own
    return replace(passage, own=own, placed=own)


def _is_day(line: str, language: Language) -> bool:
    """Whether a line holds a day and no word beside it."""
    return not re.search(r"[^\W\d_]{3,}", blank_dates(line, language))


def _find_text(title: str, language: Language) -> int | None:
    """Where in a title block the text begins: a line that names who met, below the first; None where none does."""
    place = title.find("\n") + 1
    while place:
        if load_pattern("enacting", language).match(title[place:].replace("\n", " ")):
            return place
        place = title.find("\n", place) + 1
    return None


def _quote_speech(speech: Speech | None) -> Evidence | None:
    """The words that say that a text is a speech."""
    if speech is None:
        return None
    source: FactSource = "title" if speech.is_titled else "first_sentence"
    return whole(speech.text, source, speech.block + 1).quote(*speech.words)


def _find_occasion(blocks: Sequence[Block], language: Language) -> list[Passage]:
    """The session to which an untitled speech is held, as it says itself: ``à l’occasion de cette 40ème session``."""
    occasion = load_pattern("spoken_occasion", language)
    for seq, block in enumerate(blocks, 1):
        if block.role not in {"preamble", "operative"}:
            continue
        for match in occasion.finditer(block.text[:_FIRST_LETTERS]):
            named = block.text[match.start("session") : match.end() + _SENTENCE_LENGTH]
            if find_sessions(named, language) and find_body(named, language):
                return [whole(named, "first_sentence", seq)]
    return []


def _is_of_an_officer(titles: Sequence[Passage], language: Language) -> bool:
    """Whether a title says that an officer reports (``Report of the Secretary General on …``), and no meeting."""
    officer = load_pattern("officers_report", language)
    return any(officer.match(title.printed) for title in titles)


def _is_copied(blocks: Sequence[Block]) -> bool:
    """Whether a text stands on a page of a site, which prints the day of its posting."""
    return any(block.role == "boilerplate" and block.subrole in OF_A_SITE for block in blocks)


def _find_menu(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the menu of a site, with its name and the day on which it was called up.

    None where nothing is a title below, or where fewer lines than a menu's stand there.
    """
    title = next((i for i, block in enumerate(blocks) if block.role == "title"), 0)
    links = [i for i, block in enumerate(blocks[:title]) if block.subrole == "site_navigation"]
    lines = sum(len(blocks[i].text.split("\n")) for i in links)
    return links[0] if lines >= _MENU else 0


def _find_letter(blocks: Sequence[Block]) -> int:
    """How many blocks stand above a letter that carries the text: its own symbol and day."""
    return next((i for i, block in enumerate(blocks) if block.subrole == "covering_letter"), 0)


def _names_release(lines: Sequence[tuple[Passage, bool]], language: Language) -> bool:
    release = load_pattern("release_line", language)
    return any(release.match(line.printed) for line, _ in lines)


def _is_letter(text: str, language: Language) -> bool:
    """Whether a paragraph is of a letter that carries a text: it tells of the letter's day, not of the meeting's."""
    return bool(
        load_pattern("letter_opening", language).match(text) or load_pattern("transmits", language).search(text)
    )


def _leave_others(openings: Sequence[Passage], titles: Sequence[Passage], language: Language) -> Sequence[Passage]:
    """The openings without those that come before the first of the body that the title names and tell of another one.

    ``The Third Extraordinary Summit held in Makkah decided to set up a committee. … convened the Meeting of the
    Committee in Jeddah``.
    """
    bodies = [body.body_id for title in titles if (body := find_body(title.own, language))]
    if not bodies:
        return openings
    for place, one in enumerate(openings):
        body = find_body(one.own, language)
        if body is None and not find_sessions(one.own, language):
            return openings
        if body is not None and body.body_id == bodies[0]:
            return openings[place:]
    return openings


def _go_on(openings: Sequence[Passage], language: Language) -> list[Passage]:
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
        # ``at its 18th session held in``: the text's own sentence below the lead of a newspaper counts it again
        goes_on = one.is_finite or bool(sessions & named)
        if goes_on and one.seq <= first.seq + 1 and not is_other:
            kept.append(one)
    return kept


def _leave_subject(lines: Sequence[Passage], language: Language) -> list[Passage]:
    """The lines of a title without those that say what it is about, or go on with it: ``sur le`` above ``Yémen``."""
    subject, ends_open = load_pattern("subject_line", language), load_pattern("ends_open", language)
    kept, goes_on = [], False
    for line in lines:
        if not goes_on and not subject.match(line.printed):
            kept.append(line)
        goes_on = ends_open.search(line.printed) is not None
    return kept


def _read_lines(text: str, seq: int, source: FactSource, language: Language) -> list[Passage]:
    found = []
    for printed in text.split("\n"):
        line = printed.strip()
        if not line.strip(BLANK + " ") or find_annex(line) or is_origin_note(line):
            continue
        if find_symbol(line) and not re.search(r"\s{2}", line) and len(line) < _SENTENCE_LENGTH:
            continue
        if load_pattern("title_byline", language).match(line) or cites_source(line, language):
            continue
        found.append(whole(line, source, seq))
    return found


def _read_sentences(text: str, seq: int, language: Language) -> list[Passage]:
    found = []
    for start, end in split_sentences(text):
        passage = read_clauses(text[start:end], language, "first_sentence", seq)
        if passage is not None:
            found.append(passage)
    return found
