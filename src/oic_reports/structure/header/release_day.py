"""The day of a statement that an organ of the OIC issued itself, as its own page prints it above the text.

The text's own dateline (``Jeddah, 12 March 2019: …``) goes before the day of the page. Where neither frames it, the day
is that on which an officer or an organ did what the first sentence tells.

A report is dated by its meeting, and the day on a page is that of the posting. A press release, or a message of the
Secretary General, tells of no meeting: the day above it, on a page of the OIC's own or below the line that calls it a
press release, is the day on which it was issued.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from oic_reports.codes import FlagName, PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.own_sites import prints_day_first, prints_month_first
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import names_organisation, tells_of_meeting
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import Dateline, find_dateline, find_day_behind, is_posting_date
from oic_reports.structure.names.evidence import FactSource
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.deeds import read_deed_day
from oic_reports.structure.page.banner import find_publisher, stands_under_day
from oic_reports.structure.page.release_words import marks_release, opens_release
from oic_reports.structure.page.site import find_site
from oic_reports.structure.text_blocks import is_body

# ``3/18/2021`` with the day first: both have as many code points
_FIGURES = compile_pattern(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})((?:[/.-])\d{4})(?!\d)")
_Order = Literal["day first", "month first", "of its language"]
# code points of a line that holds a day and its label (``Date: 18/10/2023``)
_LINE = 40
_OF_DAYS: frozenset[FlagName] = frozenset({"date_conflict", "date_unsure"})
_LAST_MONTH = 12
# blocks from the end among which place and day stand: an office, an end mark and a contact stand below them
_SIGNED = 4
# two agencies, and not the bars of a day in figures
_AGENCIES = compile_pattern(r"/(?!\d)")
_BRACKET = compile_pattern(r"\([^()]*\)?")


class _ReleaseDay(NamedTuple):
    """A day, the words that print it, and where they stand."""

    day: FoundDate
    words: str
    source: FactSource
    seq: int


class OwnLine(NamedTuple):
    """Words of a text that say where and when it was issued, where they stand, and their paragraph (from 1)."""

    words: str
    source: FactSource
    seq: int


def take_release_day(
    header: Header, flags: tuple[Flag, ...], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a statement with the day on which it was issued, and its flags; as they were where none is sure.

    A statement that tells of a meeting is dated by that meeting, or not at all.

    Args:
        header: facts of a text that states something of itself; a day that it has stays.
        flags: what is flagged of it; a conflict between days stays one where no line of its own has one.
        blocks: all of its blocks.
        language: its language.
    """
    is_sure = not any(flag.flag in _OF_DAYS for flag in flags)
    is_open = header.date is None or header.date_precision != "day"
    own = _find_line_day(blocks, language) if is_open and not tells_of_meeting(header) else None
    if own is not None:
        # a site's day beside it contradicts nothing
        return _date(header, own), tuple(flag for flag in flags if flag.flag not in {"no_date", *_OF_DAYS})
    if not is_open or not is_sure or tells_of_meeting(header):
        return header, flags
    above = [(seq, block) for seq, block in enumerate(_find_above(blocks), 1)]
    publisher = find_publisher(blocks, language)
    is_ours = is_released(blocks, language)
    # the day of a page that is not the OIC's own is that of the posting
    is_framed = publisher is not None or stands_under_day(blocks, language)
    found = None if is_framed else _find_deed_day(blocks, language)
    is_marked = any(marks_release(line, language) for _, block in above for line in block.text.split("\n"))
    if (
        found is None
        and (is_ours or is_marked)
        and (header.body_id is None or not _opens_with_session(blocks, language))
    ):
        order = _find_order(blocks, publisher, language)
        lines = [(seq, line) for seq, block in above for line in block.text.split("\n")]
        if not is_ours:
            # an archive that says of which type a text is says with a label of which day
            lines = [(seq, line) for seq, line in lines if load_pattern("labelled_day", "en").match(line)]
        days = [
            _ReleaseDay(day, line.strip(), "header", seq)
            for seq, line in _leave_posted(lines, language)
            for day in _read(line, language, order)
        ]
        found = days[0] if len({one.day.iso for one in days}) == 1 else None
    found = found or _find_deed_day(blocks, language)
    if found is None or (header.date is not None and found.day.precision != "day"):
        return header, flags
    return _date(header, found), tuple(flag for flag in flags if flag.flag != "no_date")


def _date(header: Header, found: _ReleaseDay) -> Header:
    """The header with a day, and the words that print it."""
    return replace(
        header,
        date=found.day.iso,
        date_raw=found.day.raw,
        date_precision=found.day.precision,
        calendar=found.day.calendar,
        date_source=found.source,
        date_evidence=found.words,
        date_seq=found.seq,
    )


def _find_order(blocks: Sequence[Block], publisher: str | None, language: Language) -> _Order:
    """Which figure of ``03/04/2010`` is the day on a page."""
    site = find_site(blocks)
    if site is not None and prints_month_first(site):
        return "month first"
    is_voice = publisher is not None and load_pattern("oic_voice", language).search(publisher) is not None
    is_day_first = is_voice or stands_under_day(blocks, language) or (site is not None and prints_day_first(site))
    return "day first" if is_day_first else "of its language"


def _leave_posted(lines: Sequence[tuple[int, str]], language: Language) -> list[tuple[int, str]]:
    """Lines without those that say when a site put the text up, below a label of that, too: ``Posted``, ``7 May``."""
    posted = load_pattern("posted_label", language)
    labels = [posted.match(line) is not None for _, line in lines]
    return [line for place, line in enumerate(lines) if not any(labels[max(0, place - 1) : place + 1])]


def _opens_with_session(blocks: Sequence[Block], language: Language) -> bool:
    """Whether the first sentence of a release tells of a session of the organ: a page is filled on another day."""
    first = next((block for block in blocks if is_body(block)), None)
    sentence = first.text[slice(*split_sentences(first.text)[0])] if first else ""
    word: PatternName = "its_meeting" if language == "ar" else "session_word"
    is_told = load_pattern(word, language).search(sentence.lower()) is not None
    return is_told or bool(find_sessions(sentence, language))


def is_released(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a page is the OIC's own, or calls its text a press release: what frames the text is of its issue."""
    if find_publisher(blocks, language) is not None or stands_under_day(blocks, language):
        return True
    lines = [line for block in _find_above(blocks) for line in block.text.split("\n")]
    called = load_pattern("release_line", language)
    # the headline may stand on the same line
    return any(called.match(line) or opens_release(line, language) for line in lines)


def find_own_dateline(blocks: Sequence[Block], language: Language) -> Dateline | None:
    """The dateline with which the text itself begins: ``Jeddah, 12 March 2019: The OIC …``.

    An agency's name in it says that an agency wrote, unless the page says that the text is the OIC's release.
    """
    first = next(((seq, block) for seq, block in enumerate(blocks, 1) if is_body(block)), None)
    dateline = find_dateline(first[1].text, language, first[0]) if first else None
    if dateline is None or is_released(blocks, language):
        return dateline
    bracket = _BRACKET.search(dateline.raw)
    is_agencys = bracket is not None and not _is_of_release(bracket.group(), language)
    return None if is_agencys or _AGENCIES.search(dateline.raw) else dateline


def _is_of_release(bracket: str, language: Language) -> bool:
    """Whether brackets in a dateline hold the OIC's name, the state of the city, or the day, and no agency's name."""
    is_day = bool(find_dates(bracket, language) or find_numeric_dates(bracket, language))
    is_named = any(names_organisation(bracket, one) for one in (language, "en"))
    return is_day or is_named or bool(find_countries(bracket, language))


def find_own_line(blocks: Sequence[Block], language: Language) -> OwnLine | None:
    """The words that say where and when a release was issued: its dateline, else the line above it or at its end."""
    dateline = find_own_dateline(blocks, language)
    if dateline is not None:
        return OwnLine(dateline.raw, "first_sentence", dateline.seq)
    above = [
        OwnLine(line.strip(), "header", seq)
        for seq, block in enumerate(_find_above(blocks), 1)
        for line in block.text.split("\n")
        if block.subrole == "place_date" and find_dates(line, language) and _is_placed(line, language)
    ]
    signed = find_signed_line(blocks, language)
    return next(iter(above), None) or (OwnLine(signed[1], "signature", signed[0]) if signed else None)


def _is_placed(line: str, language: Language) -> bool:
    """Whether a line is a city and a day, behind the name of a wire perhaps: ``(Example- OIC) Jeddah, 2 May 2019``."""
    wire = load_pattern("wire_source", "en").match(line)
    return is_place_line(line[wire.end() if wire else 0 :].strip(), language)


def find_signed_line(blocks: Sequence[Block], language: Language) -> tuple[int, str] | None:
    """The last line of a text where it is a city and a day, as releases end (``Jeddah, 2 August 2017``), and its block.

    Above it stands the text; what a site prints below is put aside.
    """
    below = [(seq, block) for seq, block in enumerate(blocks, 1) if block.role != "boilerplate"]
    signed = [(seq, block) for seq, block in below if block.role in {"signature", "closing", "header", "operative"}]
    for seq, block in signed[-_SIGNED:]:
        line = block.text.strip()
        has_text = any(is_body(other) for other in blocks[: seq - 1])
        if has_text and len(line) <= _LINE and find_dates(line, language) and is_place_line(line, language):
            return seq, line
    return None


def _find_line_day(blocks: Sequence[Block], language: Language) -> _ReleaseDay | None:
    own = find_own_line(blocks, language)
    found = (find_dates(own.words, language) or find_numeric_dates(own.words, language)) if own else []
    days = [day for day in found if day.precision == "day"]
    gregorian = [day for day in days if day.calendar != "hijri"] or days
    if own is None or len({day.iso for day in gregorian}) != 1 or gregorian[0].iso_end is not None:
        return None
    return _ReleaseDay(gregorian[0], own.words, own.source, own.seq)


def _find_deed_day(blocks: Sequence[Block], language: Language) -> _ReleaseDay | None:
    """The day on which an officer or an organ of ours did what the first sentence tells, on a page without a frame."""
    first = next(((seq, block) for seq, block in enumerate(blocks, 1) if is_body(block)), None)
    if first is None:
        return None
    dateline = find_dateline(first[1].text, language, first[0])
    text = first[1].text[dateline.end :] if dateline else first[1].text
    sentence = text[slice(*split_sentences(text)[0])]
    day = read_deed_day(sentence, language)
    return _ReleaseDay(day, day.raw, "first_sentence", first[0]) if day else None


def _find_above(blocks: Sequence[Block]) -> Sequence[Block]:
    body = next((i for i, block in enumerate(blocks) if is_body(block)), len(blocks))
    return blocks[:body]


def _read(line: str, language: Language, order: _Order) -> list[FoundDate]:
    """The day that is all of a line but its label, or that stands behind a headline in figures.

    ``03/04/2010`` is one where the site's order of figures is known.
    """
    figures: Language = "fr" if order != "of its language" and language == "en" else language
    is_turned = order == "month first" or any(int(found[3]) > _LAST_MONTH for found in _FIGURES.finditer(line))
    turned = _FIGURES.sub(r"\3\2\1\4", line) if is_turned else line
    if behind := find_day_behind(turned, figures):
        day = behind[1]
        return [replace(day, raw=line[day.start : day.end])]
    if len(line) > _LINE or not (is_posting_date(turned, language) or is_posting_date(turned, figures)):
        return []
    days = [*find_dates(turned, language), *find_numeric_dates(turned, figures)][:1]
    return [replace(day, raw=line[day.start : day.end]) for day in days]
