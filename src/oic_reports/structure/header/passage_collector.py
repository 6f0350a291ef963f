"""The blocks of a report to the passages that speak of its meeting: each block is sorted by its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.deciding import declares_below
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.header.joined_leads import Later, join_leads, place_lines
from oic_reports.structure.header.own_openings import find_occasion, keep_own_openings
from oic_reports.structure.header.passage_lines import (
    counts_paragraphs,
    leave_ends_of_names,
    leave_subject,
    name_document,
    read_lines,
    read_sentences,
)
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.run_in_covers import find_cover, find_posted
from oic_reports.structure.header.title_passage import read_title_passage
from oic_reports.structure.lines.residue import OF_A_SITE
from oic_reports.structure.lines.resolutions import is_list, read_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.clauses import read_clauses, split_sentences
from oic_reports.structure.names.datelines import (
    Dateline,
    find_dateline,
    heads_post,
    is_posting_date,
    names_publisher,
    read_posting_date,
    tells_posting,
)
from oic_reports.structure.names.evidence import BLANK, Evidence, FactSource, Passage, whole
from oic_reports.structure.names.place_lines import find_place_and_days
from oic_reports.structure.names.place_names import find_city
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.group_statements import find_spoken
from oic_reports.structure.ours.speech import Speech
from oic_reports.structure.ours.statutes import Statute, find_end_of_page, find_statute, find_statute_named
from oic_reports.structure.page.cover_days import find_days_of_cover, names_meeting_alone

# a report says in its first paragraphs that its meeting was held; further down it tells of other meetings
_FIRST_PARAGRAPHS = 4
# the first paragraph of a communiqué often has no number, so that the numbers begin with two
_SECOND = 2
_FIRST_LETTERS = 1500
# characters of a header line that may be a sentence
_SENTENCE_LENGTH = 60
# characters of the name of a session with its body
_NAME_OF_SESSION = 200
_COMMA = compile_pattern(r"[,،:;؛]")
# one paragraph of a communiqué may begin with a participle; two are a preamble
_SEVERAL = 2
_COLON = compile_pattern(r":\W*$")
# words of an announcement that names its text by the sentence before
_SHORT_ANNOUNCEMENT = 5
# lines of a menu, at least
_MENU = 3
# the longest front seen, a cover with its motto and its index, has some 2,000 letters
_LONGEST_FRONT = 4000


def collect_passages(blocks: Sequence[Block], language: Language) -> Passages:
    """The passages of a report's blocks."""
    collector = _Collector(language, is_copied=_is_copied(blocks), of_cover=find_days_of_cover(blocks, language))
    statute = find_statute(blocks, language)
    page = find_end_of_page(blocks, statute, language)
    menu, letter = max(_find_menu(blocks), page), _find_letter(blocks)
    for seq, block, later in join_leads(blocks):
        is_of_site = seq <= menu and block.subrole == "place_date"
        if block.role != "header" or not (is_of_site or seq <= letter):
            collector.take(block, seq, later)
    # what a later part begins with goes on from the page before, and announces another meeting
    is_later = (collector.first_number or 1) > _SECOND
    collector.openings += [] if collector.openings or collector.lead_ins or is_later else collector.planned
    speech = find_spoken(blocks, language)
    if speech or _is_of_an_officer(collector.titles, language):
        # what an officer reports to a meeting, he tells of other meetings
        collector.openings.clear()
    if speech and not speech.is_titled:
        collector.openings += find_occasion(blocks, language)
    return Passages(
        titles=tuple(collector.titles),
        page_titles=tuple(collector.page_titles),
        lines=tuple(collector.lines),
        heads=tuple(collector.heads),
        openings=keep_own_openings(
            collector.openings, collector.titles, language, is_placed=any(placed for _, placed in collector.lines)
        ),
        leads=tuple(collector.leads),
        ends=tuple(collector.ends),
        lead_ins=tuple(collector.lead_ins),
        announcements=tuple(collector.announcements),
        selves=tuple(collector.selves),
        has_participles=collector.participles >= _SEVERAL,
        declaring=collector.declaring,
        resolving=() if collector.declaring else tuple(collector.resolving),
        is_of_leaders=collector.acting_as_we >= _SEVERAL,
        is_release=bool(collector.openings) and _names_release(collector.lines, language),
        spoken=_quote_speech(speech),
        statute=_quote_statute(statute) or _quote_itself(blocks, language),
        is_numbered=counts_paragraphs(blocks),
        leads_in=any(block.subrole == "press_lead" for block in blocks),
        dateline=collector.dateline or collector.posted,
    )


@dataclass(slots=True)
class _Collector:
    """Takes the blocks of a report one after the other."""

    language: Language
    is_copied: bool
    of_cover: frozenset[int] = frozenset()
    titles: list[Passage] = field(default_factory=list)
    page_titles: list[Passage] = field(default_factory=list)
    lines: list[tuple[Passage, bool]] = field(default_factory=list)
    heads: list[tuple[Passage, bool]] = field(default_factory=list)
    openings: list[Passage] = field(default_factory=list)
    planned: list[Passage] = field(default_factory=list)
    leads: list[Passage] = field(default_factory=list)
    ends: list[Passage] = field(default_factory=list)
    lead_ins: list[Passage] = field(default_factory=list)
    announcements: list[Passage] = field(default_factory=list)
    selves: list[Passage] = field(default_factory=list)
    participles: int = 0
    resolving: list[Passage] = field(default_factory=list)
    declaring: Evidence | None = None
    acting_as_we: int = 0
    dateline: Dateline | None = None
    posted: Dateline | None = None
    paragraphs: int = 0
    letters: int = 0
    first_number: int | None = None
    is_over: bool = False

    def take(self, block: Block, seq: int, later: Later = ()) -> None:
        """Sort a block by its role; of a block without an end only the beginning is looked at.

        ``later`` are the further paragraphs that it is joined of.
        """
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
            if self.paragraphs and _is_release_line(block.text, self.language):
                self.is_over = True
            if block.role == "heading" and not self.paragraphs:
                # a page of a longer document has the number of its resolution above its first lines
                numbered = read_lines(block.text[:_LONGEST_FRONT], seq, "header", self.language)
                self.lines += [(line, False) for line in numbered if read_number(line.printed)]
            self._take_paragraph(block, block.text, seq)
        elif block.role == "signature":
            self.ends += read_lines(block.text[:_LONGEST_FRONT], seq, "signature", self.language)
        elif block.role == "boilerplate" and block.subrole == "covering_letter":
            self._take_letter(block.text[:_LONGEST_FRONT].replace("\n", " "), seq)
        elif block.role == "boilerplate" and block.subrole == "press_lead":
            self._take_lead(block.text[:_LONGEST_FRONT].replace("\n", " "), seq, later)

    def _take_letter(self, text: str, seq: int) -> None:
        """What a letter says of the text that it carries, from the words on that say who adopted it."""
        for start, end in split_sentences(text):
            sentence = text[start:end]
            sent = load_pattern("transmits", self.language).search(sentence)
            issued = load_pattern("issued_by", self.language).search(sentence, sent.end()) if sent else None
            if issued:
                own = BLANK * issued.start() + sentence[issued.start() :]
                self.lead_ins.append(Passage(sentence, own, own, BLANK * len(sentence), "header", seq))

    def _take_lead(self, text: str, seq: int, later: Later) -> None:
        """The sentences of a press lead, its dateline left out."""
        dateline = find_dateline(text, self.language, seq)
        text = BLANK * dateline.end + text[dateline.end :] if dateline else text
        self._take_announcement(text, seq, later)
        for start, end in split_sentences(text):
            told = read_clauses(text[start:end], self.language, "header", seq)
            lead = told or name_document(text[start:end], self.language, seq)
            self.lead_ins.append(place_lines(lead, start, later))

    def _take_announcement(self, text: str, seq: int, later: Later = ()) -> None:
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
            announced = whole(text[start:end], "first_sentence", seq)
            self.announcements.append(place_lines(announced, start, later))

    def _part_dateline(self, text: str, seq: int) -> str:
        """The text without the dateline before it, which only the first paragraph has."""
        if self.dateline is None and self.paragraphs == 0 and find_place_and_days(text, self.language) is None:
            begin = len(text) - len(text.lstrip(BLANK))
            found = find_dateline(text[begin:], self.language, seq)
            # ``MAKKAH - KINGDOM OF SAUDI ARABIA``: behind a dateline the paper tells what happened
            verbs: tuple[PatternName, ...] = ("meeting_finite", "meeting_participle", "announces")
            if found and any(load_pattern(verb, self.language).search(text, begin + found.end) for verb in verbs):
                self.dateline = found
                return BLANK * (begin + found.end) + text[begin + found.end :]
        return text

    def _take_title(self, block: Block, text: str, seq: int) -> None:
        begun = _find_text(text, self.language)
        if begun is not None:
            # no gap parts the title from the text's first sentence
            self.openings += read_sentences(text[begun:][:_FIRST_LETTERS].replace("\n", " "), seq, self.language)
            text = text[:begun]
        if block.subrole == "title":
            self.titles.append(read_title_passage(text, self.language, seq))
        # a title that is printed again often has place and date below it
        lines = leave_ends_of_names(read_lines(text, seq, "title", self.language), self.language)
        self.lines += [(line, False) for line in leave_subject(lines, self.language)]
        if block.subrole == "page_title":
            self.page_titles.append(read_title_passage(text, self.language, seq))

    def _take_header(self, block: Block, text: str, seq: int) -> None:
        is_labelled = load_pattern("labelled_day", "en").match(text) is not None
        is_posted = self.is_copied or is_labelled or tells_posting(text)
        is_posted = is_posted or (seq == 1 and heads_post(text, self.language))
        is_posted = is_posted and seq not in self.of_cover
        if is_posted and is_posting_date(text, self.language):
            self.posted = self.posted or read_posting_date(text, self.language, seq)
            return
        if names_publisher(text, self.language):
            self.posted = self.posted or read_posting_date(text, self.language, seq)
            return
        text = self._leave_posting(text, seq)
        is_placed = block.subrole == "place_date"
        kept = []
        lines = read_lines(text, seq, "header", self.language)
        joined = " ".join(line.printed for line in lines)
        is_wrapped = is_placed and not any(find_city(line.printed, self.language) for line in lines)
        if names_meeting_alone(block, self.language) or (is_wrapped and find_city(joined, self.language)):
            # a name goes on from line to line: ``MEETING OF THE GROUP`` above ``ON MALI``, ``NEW`` above ``YORK``
            lines = [whole(joined, "header", seq)]
        # a place has no subject, wherever a wrap breaks it: ``UNITED STATES OF`` above ``AMERICA``
        for line in lines if is_placed else leave_subject(lines, self.language):
            # the opening sentence may stand among the header's lines
            is_long = len(line.printed) > _SENTENCE_LENGTH
            told = read_sentences(line.printed, seq, self.language) if is_long else []
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
        # a day of the Hijri calendar below may be the same one, a day apart
        dates = find_dates(rest, self.language)
        days = {date.iso for date in dates if date.precision == "day" and date.calendar != "hijri"}
        if not days or posted.date in days:
            return text
        self.posted = self.posted or posted
        return rest

    def _part_cover(self, block: Block, seq: int) -> str:
        """A first paragraph without the lines of the cover that a page runs into it, down to its place and days."""
        if self.paragraphs or self.titles or self.openings or len(block.text_raw) != len(block.text):
            return block.text
        lines, end = find_cover(block, self.language)
        self._take_cover(lines, seq)
        return BLANK * end + block.text[end:]

    def _leave_posted_line(self, block: Block, text: str) -> str:
        """A first paragraph into which a page runs its headline: without that, and the day of posting below it."""
        if self.paragraphs or not self.is_copied or len(block.text_raw) != len(text):
            return text
        start = find_posted(text, block.line_ends, self.language)
        return BLANK * start + text[start:]

    def _part_place(self, text: str, seq: int) -> str:
        """The first paragraph without the place and days of the meeting that a page runs into it."""
        end = find_place_and_days(text, self.language) if not self.paragraphs else None
        if end is None:
            return text
        self._take_cover([(text[:end], True)], seq)
        return BLANK * end + text[end:]

    def _take_cover(self, lines: Sequence[tuple[str, bool]], seq: int) -> None:
        """Lines of a header that a page runs into a paragraph, each with whether it is one of place or days."""
        taken = [(whole(line, "header", seq), is_placed) for line, is_placed in lines]
        self.lines += taken
        self.heads += [(line, is_placed) for line, is_placed in taken if is_placed]

    def _take_paragraph(self, block: Block, text: str, seq: int) -> None:
        text = self._part_place(text, seq)
        self.participles += find_opening("preambular_openings", text, self.language) is not None
        declaring = load_pattern("declaring", self.language).match(text)
        if declaring and self.declaring is None:
            self.declaring = whole(text, "first_sentence", seq).quote(*declaring.span())
        self.acting_as_we += load_pattern("we_act", self.language).match(text) is not None
        if block.role == "operative" and (resolving := load_pattern("resolving", self.language).match(text)):
            self.resolving.append(whole(resolving.group(), "first_sentence", seq))
        if itself := load_pattern("calls_itself", self.language).search(text):
            self.selves.append(whole(itself.group("type") or itself.group("acted"), "first_sentence", seq))
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
        if self.paragraphs < _FIRST_PARAGRAPHS and self.letters < _FIRST_LETTERS and not (is_extract or self.is_over):
            self._take_announcement(text[:_FIRST_LETTERS].replace("\n", " "), seq)
            told = read_sentences(text[:_FIRST_LETTERS].replace("\n", " "), seq, self.language)
            is_act = bool(told) and _acts_first(text, self.language)
            self.openings += [one for one in told if one.is_finite or not is_act]
        if block.role == "preamble" and not (self.paragraphs or self.openings) and _is_session(text, self.language):
            self.openings.append(Passage(text, text, BLANK * len(text), BLANK * len(text), "first_sentence", seq))
        if not self.paragraphs and block.ordinal is None:
            self._take_planned(text[:_FIRST_LETTERS].replace("\n", " "), seq)
        names_actor = text.rstrip().endswith((",", "،")) and load_pattern("speaks", self.language).match(text)
        leads_to = names_actor or load_pattern("deciding_line", self.language).match(text) is not None
        if block.role == "preamble" and (leads_to or declares_below(text, self.language)):
            self.leads.append(whole(text[:_FIRST_LETTERS], "first_sentence", seq))
        if block.role == "list_item" and not self.paragraphs:
            # the list of subjects that an index prints above the text
            return
        self.paragraphs += block.role != "heading"
        self.letters += len(text)

    def _take_planned(self, text: str, seq: int) -> None:
        """The first sentence of a text where it announces a meeting; nothing else in the text says that it met."""
        start, end = split_sentences(text)[0]
        told = read_clauses(text[start:end], self.language, "first_sentence", seq, verbs="meeting_planned")
        self.planned += [replace(told, is_finite=False)] if told else []


def _is_session(text: str, language: Language) -> bool:
    """Whether a paragraph is the name of the session that enacts what follows, and no more: ``The 5th Session of …,``.

    It says nothing of where and when the session met.
    """
    name = text.rstrip()
    is_name = len(name) <= _NAME_OF_SESSION and name.endswith((",", "،")) and not _COMMA.search(name[:-1])
    return is_name and bool(find_sessions(name, language)) and find_body(name, language) is not None


def _is_copied(blocks: Sequence[Block]) -> bool:
    """Whether a text stands on a page of a site, which prints the day of its posting."""
    return any(block.role == "boilerplate" and block.subrole in OF_A_SITE for block in blocks)


def _find_text(title: str, language: Language) -> int | None:
    """Where in a title block the text begins: a line that names who met, below the first; None where none does."""
    place = title.find("\n") + 1
    while place:
        if load_pattern("enacting", language).match(title[place:].replace("\n", " ")):
            return place
        place = title.find("\n", place) + 1
    return None


def _quote_speech(speech: Speech | None) -> Evidence | None:
    """The words that say that a text is a speech; the title of a statement says itself what it is."""
    if speech is None or speech.document_type != "speech":
        return None
    source: FactSource = "title" if speech.is_titled else "first_sentence"
    return whole(speech.text, source, speech.block + 1).quote(*speech.words)


def _quote_statute(statute: Statute | None) -> tuple[str, Evidence] | None:
    """The type of a text in articles, and the title that says it."""
    if statute is None:
        return None
    title = whole(statute.title.replace("\n", " "), "title", statute.block + 1)
    return statute.document_type, title.quote(0, len(title.printed))


def _quote_itself(blocks: Sequence[Block], language: Language) -> tuple[str, Evidence] | None:
    """The type that a text without a title calls itself in its preamble, and the word."""
    named = find_statute_named(blocks, language)
    if named is None:
        return None
    place, word, kind = named
    return kind, whole(blocks[place].text, "first_sentence", place + 1).quote(word.start, word.stop)


def _is_of_an_officer(titles: Sequence[Passage], language: Language) -> bool:
    """Whether a title says that an officer reports (``Report of the Secretary General on …``), and no meeting."""
    officer = load_pattern("officers_report", language)
    return any(officer.match(title.printed) for title in titles)


def _find_menu(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the menu of a site, with its name and the day on which it was called up.

    None where nothing is a title below, or where fewer lines than a menu's stand there.
    """
    title = next((i for i, block in enumerate(blocks) if block.role == "title"), 0)
    links = [i for i, block in enumerate(blocks[:title]) if block.subrole == "site_navigation"]
    lines = sum(len(blocks[i].text.split("\n")) for i in links)
    return links[0] if lines >= _MENU else 0


def _find_letter(blocks: Sequence[Block]) -> int:
    """How many blocks stand above a letter that carries the text: its own symbol and day.

    Below the label of an annex above the letter stands the cover of the annex.
    """
    letter = next((i for i, block in enumerate(blocks) if block.subrole == "covering_letter"), 0)
    return next((i for i, block in enumerate(blocks[:letter]) if block.role == "annex"), letter)


def _names_release(lines: Sequence[tuple[Passage, bool]], language: Language) -> bool:
    return any(_is_release_line(line.printed, language) for line, _ in lines)


def _is_release_line(text: str, language: Language) -> bool:
    return load_pattern("release_line", language).match(text) is not None


def _acts_first(text: str, language: Language) -> bool:
    """Whether a paragraph begins with what a meeting decides: one said to be held is what it decides about.

    ``Reaffirms the decisions of the Summit held in Riyadh``; not ``عقد الفريق اجتماعا``, which opens a meeting, nor
    ``بحث المجلس في دورته المنعقدة في``, where the meeting is who acts.
    """
    acts = load_pattern("act_opening", language).match(text)
    if acts is None or find_form("opening_verbs", text[: acts.end()], language):
        return False
    behind = text[acts.end() :].lstrip()
    noun = load_pattern("meeting_noun", language).search(behind)
    return language != "ar" or noun is None or behind[: noun.start()].strip("ال ") != ""


def _is_letter(text: str, language: Language) -> bool:
    """Whether a paragraph is of a letter that carries a text: it tells of the letter's day, not of the meeting's."""
    return bool(
        load_pattern("letter_opening", language).match(text) or load_pattern("transmits", language).search(text)
    )
