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

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.own_sites import prints_day_first, prints_month_first
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import describe_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import Dateline, find_dateline, is_posting_date
from oic_reports.structure.names.evidence import FactSource
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.deeds import read_deed_day
from oic_reports.structure.page.banner import find_publisher, stands_under_day
from oic_reports.structure.page.release_words import opens_release
from oic_reports.structure.page.site import find_site
from oic_reports.structure.text_blocks import is_body

# ``3/18/2021`` with the day first: both have as many code points
_FIGURES = compile_pattern(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})((?:[/.-])\d{4})(?!\d)")
_Order = Literal["day first", "month first", "of its language"]
# code points of a line that holds a day and its label (``Date: 18/10/2023``)
_LINE = 40


class _ReleaseDay(NamedTuple):
    """A day, the words that print it, and where they stand."""

    day: FoundDate
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
        flags: what is flagged of it; a conflict between days stays one.
        blocks: all of its blocks.
        language: its language.
    """
    is_sure = not any(flag.flag in {"date_conflict", "date_unsure"} for flag in flags)
    if header.date is not None or not is_sure or tells_of_meeting(header):
        return header, flags
    above = [(seq, block) for seq, block in enumerate(_find_above(blocks), 1)]
    publisher = find_publisher(blocks, language)
    is_ours = is_released(blocks, language)
    found = _find_dateline_day(blocks, language) if is_ours else _find_deed_day(blocks, language)
    if found is None and is_ours and (header.body_id is None or not _opens_with_session(blocks, language)):
        order = _find_order(blocks, publisher, language)
        lines = [(seq, line) for seq, block in above for line in block.text.split("\n")]
        days = [
            _ReleaseDay(day, line.strip(), "header", seq)
            for seq, line in _leave_posted(lines, language)
            for day in _read(line, language, order)
        ]
        found = days[0] if len({one.day.iso for one in days}) == 1 else None
    if found is None:
        return header, flags
    dated = replace(
        header,
        date=found.day.iso,
        date_raw=found.day.raw,
        date_precision=found.day.precision,
        calendar=found.day.calendar,
        date_source=found.source,
        date_evidence=found.words,
        date_seq=found.seq,
    )
    return dated, tuple(flag for flag in flags if flag.flag != "no_date")


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


def tells_of_meeting(header: Header) -> bool:
    """Whether a statement tells of a meeting; some organs state things between their sessions too."""
    body = describe_body(header.body_id) if header.body_id is not None else None
    states_between = body is not None and body.states_between
    return header.body_id is not None and (not states_between or header.session is not None)


def is_released(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a page is the OIC's own, or calls its text a press release: what frames the text is of its issue."""
    if find_publisher(blocks, language) is not None or stands_under_day(blocks, language):
        return True
    lines = [line for block in _find_above(blocks) for line in block.text.split("\n")]
    called = load_pattern("release_line", language)
    # the headline may stand on the same line
    return any(called.match(line) or opens_release(line, language) for line in lines)


def find_own_dateline(blocks: Sequence[Block], language: Language) -> Dateline | None:
    """The dateline with which the text itself begins: ``Jeddah, 12 March 2019: The OIC …``."""
    first = next(((seq, block) for seq, block in enumerate(blocks, 1) if is_body(block)), None)
    return find_dateline(first[1].text, language, first[0]) if first else None


def _find_dateline_day(blocks: Sequence[Block], language: Language) -> _ReleaseDay | None:
    dateline = find_own_dateline(blocks, language)
    if dateline is None:
        return None
    day = next((day for day in find_dates(dateline.raw, language) if day.iso == dateline.date), None)
    return _ReleaseDay(day, dateline.raw, "first_sentence", dateline.seq) if day else None


def _find_deed_day(blocks: Sequence[Block], language: Language) -> _ReleaseDay | None:
    """The day on which an officer or an organ of ours did what the first sentence tells, on a page without a frame."""
    first = next(((seq, block) for seq, block in enumerate(blocks, 1) if is_body(block)), None)
    if first is None:
        return None
    sentence = first[1].text[slice(*split_sentences(first[1].text)[0])]
    day = read_deed_day(sentence, language)
    return _ReleaseDay(day, day.raw, "first_sentence", first[0]) if day else None


def _find_above(blocks: Sequence[Block]) -> Sequence[Block]:
    body = next((i for i, block in enumerate(blocks) if is_body(block)), len(blocks))
    return blocks[:body]


def _read(line: str, language: Language, order: _Order) -> list[FoundDate]:
    """The day that is all of a line but its label; ``03/04/2010`` is one where the site's order of figures is known."""
    figures: Language = "fr" if order != "of its language" and language == "en" else language
    turned = _FIGURES.sub(r"\3\2\1\4", line) if order == "month first" else line
    if len(line) > _LINE or not (is_posting_date(turned, language) or is_posting_date(turned, figures)):
        return []
    days = [*find_dates(turned, language), *find_numeric_dates(turned, figures)][:1]
    return [replace(day, raw=line[day.start : day.end]) for day in days]
