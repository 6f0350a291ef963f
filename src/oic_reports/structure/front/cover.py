"""A cover parted by what its lines say: title, who adopted it, theme of the session, place, days, original language.

The lines of one visible group are read together (a session may stand on one line and its body on the next), but each
block says one thing (decision 0041); ``gather_cover`` gives the header's rules the groups back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.language.dates import find_dates, find_numeric_dates
from oic_reports.language.states import find_states
from oic_reports.model import Block, Header, Language, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.front.front_groups import TYPE_WORDS
from oic_reports.structure.lines.marks import is_origin_note
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, normalise
from oic_reports.structure.lines.residue import OF_A_SITE
from oic_reports.structure.lines.resolutions import is_bare_number, read_number
from oic_reports.structure.names.datelines import heads_post, is_posting_date, read_posting_date, tells_posting
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.page.cover_days import find_days_of_cover
from oic_reports.structure.text_blocks import find_above_text

# what a line of a cover says, as a subrole; the roles of those that are header lines beside a title
_ADOPTED, _THEME, _NUMBER = "adopted_by", "theme", "number"
_PAGE_TITLE = "page_title"
_OPENED = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", '"': '"'}
# lines over which a theme in brackets may be wrapped
_THEME_LINES = 4
# lines over which the name of a session begins, and words of its first one where it is broken: ``THE``, ``THIRD``
_SESSION_LINES = 3
# lines above one with the speaker's name that are the title of his speech
_SPEECH_LINES = 12
_BROKEN = 2
# marks between which a theme stands, and words that the subject of a resolution goes on with too
_QUOTED = '«“"'
# the language that holds labels of days in any; how figures are read: the day first, the month first
_ENGLISH: Language = "en"
_ORDERS: tuple[Language, ...] = ("fr", "en")
# words of a person's name, or of the title before it, by which it is known again
_NAME = 3
# lines of a title above its theme
_TITLE_LINES = 40
# words of a theme; an abbreviation in brackets has fewer
_THEME_WORDS = 3


def part_lines(
    lines: Sequence[PrintedLine], subrole: str | None, *, gaps_part: bool = True, lines_part: bool = False
) -> list[tuple[int, Role, str | None]]:
    """Where a group of the front begins to say something else: index of the line, role and subrole from there on.

    The first entry is for line 0; ``subrole`` is that of the whole group. ``gaps_part``: blank lines part paragraphs,
    and do not stand behind every printed line. ``lines_part``: each line is a paragraph.
    """
    if subrole == "place_date":
        edges = [0, *_find_turns(lines)]
        return [(index, "header", subrole) for index in edges]
    if subrole == "symbol":
        notes = [is_origin_note(line.text) for line in lines]
        turns = [index for index, (before, after) in enumerate(pairwise(notes), 1) if before != after]
        return [(index, "header", subrole) for index in [0, *turns]]
    if subrole == "title_repeat":
        return _part_repeat(lines)
    has_number = len(lines) > 1 and (lines_part or (gaps_part and lines[1].after_gap)) and _has_number_alone(lines)
    return _part_title(lines, subrole, has_number=has_number)


def _part_repeat(lines: Sequence[PrintedLine]) -> list[tuple[int, Role, str | None]]:
    """A title that is printed again: without the names of its body above it, and place and days below it."""
    place = _find_place_below(lines)
    names_body = lines[0].front_kind == "organisation" or lines[0].names_body
    head = next((index for index in range(place) if lines[index].names_type), 0) if names_body else 0
    found: list[tuple[int, Role, str | None]] = [(0, "header", "other")] if head else []
    title = _part_title(lines[head:place], "title_repeat", has_number=False)
    found += [(head + index, role, subrole) for index, role, subrole in title]
    if place < len(lines):
        found += [(place + index, "header", "place_date") for index in [0, *_find_turns(lines[place:])]]
    return found


def _find_place_below(lines: Sequence[PrintedLine]) -> int:
    """The first of the lines of place and days with which a title that is printed again ends; their number if none.

    In one paragraph with it, or in brackets below it, ``(Istanbul, 4 - 6 mai 1999)``, they are of the title.
    """
    place = len(lines)
    while place > 1 and lines[place - 1].front_kind == "place_date" and not lines[place - 2].ends_open:
        place -= 1
    is_of_title = place < len(lines) and (lines[place].text[0] == "(" or not lines[place].after_gap)
    return len(lines) if is_of_title else place


def part_session(lines: Sequence[PrintedLine]) -> list[tuple[int, Role, str | None]]:
    """Header lines beside a title, parted where the theme of a session begins, and above a status: ``DRAFT``."""
    found: list[tuple[int, Role, str | None]] = [(0, "header", "other")]
    for index in range(1, len(lines)):
        is_theme = found[-1][2] != _THEME and find_theme_end(lines, index) is not None
        if is_theme or is_status(lines[index].plain, lines[index].language):
            found.append((index, "header", _THEME if is_theme else "other"))
    return found


def is_status(line: str, language: Language) -> bool:
    """Whether a line says how far a text came, and no more: ``DRAFT``, ``FINAL AND APPROVED``, in English above any."""
    words = (load_pattern("status_word", spoken) for spoken in (language, _ENGLISH))
    return any(not word.sub("", line).strip(" -–—:()[]") for word in words)


def _find_turns(lines: Sequence[PrintedLine]) -> Iterator[int]:
    """Places of lines at which a place turns into days, or days into a place; a line that has both turns nothing."""
    said: str | None = None
    for index, line in enumerate(lines):
        found = _say_place_or_days(line)
        if said and found and found != said and "both" not in {said, found}:
            yield index
        said = found or said


def _say_place_or_days(line: PrintedLine) -> str | None:
    """Whether a line says ``days``, a ``place``, or ``both``; None where nothing is known of it."""
    text = drop_vowels(line.text)
    # a figure beside a place is a day, though its month may be spelled as no vocabulary knows
    has_days = any(map(str.isdigit, text))
    named = any(find_form(name, text, line.language) for name in ("cities", "venues"))
    has_place = named or bool(find_states(text, line.language))
    if has_days:
        return "both" if has_place else "days"
    return "place" if has_place else None


def _has_number_alone(lines: Sequence[PrintedLine]) -> bool:
    """Whether a title begins with the number of a resolution, and its subject follows as a line by itself.

    ``بشأن`` alone is a subject with the line below it; ``SUR …`` goes on with the number.
    """
    subject = lines[1]
    goes_on = load_pattern("title_continues", subject.language).match(subject.text) and subject.language != "ar"
    begins = len(subject.text.split()) > 1 or len(lines) > 2  # noqa: PLR2004
    return is_bare_number(lines[0].text) and begins and not (goes_on or _is_adopted(subject))


def _part_title(
    lines: Sequence[PrintedLine], subrole: str | None, *, has_number: bool
) -> list[tuple[int, Role, str | None]]:
    """The lines of a title from which on they say who adopted it, or the theme of the session.

    ``has_number``: the first is the number of a resolution, in a paragraph of its own.
    """
    found: list[tuple[int, Role, str | None]] = [(0, "title", subrole)]
    has_title = names_type = False
    index = 0
    if has_number:
        found = [(0, "header", _NUMBER), (1, "title", subrole)]
        has_title, index = True, 1
    release = load_pattern("release_line", lines[0].language)
    while index < len(lines):
        line = lines[index]
        if len(lines) > 1 and release.match(line.text):
            # the kind of a page, above or below its headline
            found = [*(found if index else []), (index, "header", "other")]
            index += 1
            found += [(index, "title", subrole)] if index < len(lines) else []
            continue
        if found[-1][2] == _ADOPTED and (
            read_number(line.text) or _is_subject_below(lines[found[-2][0] : index + 1], found[-1][0] - found[-2][0])
        ):
            # below ``RESOLUTIONS / ADOPTED BY …`` the one that the page gives, or what they are on
            found.append((index, "title", subrole))
            index += 1
            continue
        end = find_theme_end(lines, index) if has_title else None
        if end is not None:
            found.append((index, "header", _THEME))
            index = end + 1
            has_more = index < len(lines) and not _is_adopted(lines[index]) and find_theme_end(lines, index) is None
            if has_more:
                found.append((index, "title", subrole))
            continue
        is_whole = index > 0 and not lines[index - 1].ends_open and found[-1][2] != _ADOPTED
        # ``مقررات`` above ``الاجتماع الطارئ``, ``REPORT``: a noun that the next one completes
        above = lines[index - 1]
        is_whole_noun = len(above.text.split()) > 1 or not above.names_type
        is_named = has_title and names_type and not line.names_type and is_whole_noun
        is_session = is_whole and is_named and _names_session(lines[index : index + _SESSION_LINES])
        is_below_name = is_whole and not names_type and _heads_session(lines, index)
        has_title |= is_below_name
        if is_session or is_below_name or (is_whole and _is_adopted(line)):
            found.append((index, "header", _ADOPTED))
        elif is_whole and has_title and _is_theme_below(lines[found[-1][0] : index], line):
            found.append((index, "header", _THEME))
        elif is_whole and _names_speaker_again(lines[:index], line):
            found.append((index, "header", "other"))
        elif found[-1][2] == _ADOPTED and _is_theme_alone(lines[found[-1][0] : index], line):
            found.append((index, "header", _THEME))
        has_title |= line.names_type or line.names_body
        names_type |= line.names_type
        index += 1
    # of two that begin at one line the later says what it is: who issued a release, below ``Press release``
    return list({entry[0]: entry for entry in found}.values())


def _is_subject_below(lines: Sequence[PrintedLine], adopted: int) -> bool:
    """Whether the last of some lines is the subject of the title above who adopted the text, which says no more.

    ``RESOLUTION NO. 5/11-C``, ``ADOPTED BY THE ISLAMIC SUMMIT``, ``ON THE WELLS``; ``adopted`` is the line from which
    on they say who did, and whose name is whole before the subject.
    """
    subject, title = lines[-1], " ".join(line.plain for line in lines[:adopted])
    named = find_opening("document_types", title, subject.language)
    is_bare = is_bare_number(title) or (named is not None and normalise(title) == normalise(named.group("form")))
    adopters = " ".join(line.plain for line in lines[adopted:-1])
    is_whole = find_form("body_names", adopters, subject.language) is not None and not lines[-2].ends_open
    return is_bare and is_whole and load_pattern("subject_line", subject.language).match(subject.plain) is not None


def _heads_session(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line names the session that gave a text whose title names no type: all in capitals, its theme below.

    ``MEDIA STRATEGY AGAINST DROUGHT`` above ``11TH SESSION OF THE CONFERENCE`` above ``(Session of Wells)``.
    """
    if not _names_session(lines[index : index + _SESSION_LINES]):
        return False
    above, below = lines[:index], range(index + 1, min(index + 1 + _SESSION_LINES, len(lines)))
    is_name = sum(len(line.text.split()) for line in above) > TYPE_WORDS
    is_cover = is_name and all(line.is_capital for line in [*above, lines[index]])
    return is_cover and any(find_theme_end(lines, place) is not None for place in below)


def _is_theme_below(title: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is a theme without brackets right below a title that names the session: ``Session of Wells``."""
    is_theme = load_pattern("theme_alone", line.language).match(line.text) is not None and not line.names_body
    if not is_theme or title[-1].line.number == line.line.number:
        return False
    text = " ".join(other.plain for other in title)
    return find_form("body_names", text, line.language) is not None and bool(find_sessions(text, line.language))


def _is_theme_alone(above: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is a theme without brackets: ``SESSION OF WELLS AND RIVERS`` below the name of a session.

    What was run together with that name, and parted from it, is one whatever its words.
    """
    is_run_in = line.line.number == above[-1].line.number
    is_theme = load_pattern("theme_alone", line.language).match(line.text) is not None and not line.names_body
    is_named = find_form("body_names", " ".join(other.text for other in above), line.language) is not None
    return (is_run_in or (is_theme and is_named)) and not above[-1].ends_open


def _names_speaker_again(above: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line below the title of a speech begins with the name of the speaker whom the title names."""
    title = " ".join(other.plain for other in above[-_SPEECH_LINES:])
    spoken = load_pattern("speech_title", line.language).search(title)
    name = line.plain.split()[:_NAME]
    return len(name) == _NAME and spoken is not None and normalise(" ".join(name)) in normalise(spoken.group("speaker"))


def _is_adopted(line: PrintedLine) -> bool:
    """Whether a line below a title says who adopted the text, and when: ``Declaration adopted on 5 August 1990``."""
    names: tuple[PatternName, ...] = ("adopted_line", "adopted_text")
    return any(load_pattern(name, line.language).match(line.text) for name in names)


def _names_session(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line names the session that gave the text, as a name by itself: nothing joins it to the title above.

    ``Sixth Islamic Summit Conference`` below ``Dakar Declaration``; ``of the Sixth Session`` goes on with its title.
    """
    line = lines[0]
    # its article, or its ordinal, may stand on a line of its own
    is_broken = len(line.text.split()) <= _BROKEN
    text = drop_vowels(" ".join(other.text for other in lines) if is_broken else line.text)
    return not (line.is_small or line.is_closed) and load_pattern("session_line", line.language).match(text) is not None


def find_theme_end(lines: Sequence[PrintedLine], index: int) -> int | None:
    """The last line of the theme of a session that begins at a line: ``(Session of …)``, ``« … »``; else None."""
    line = lines[index]
    mark = line.text.lstrip()[:1]
    is_named = load_pattern("theme_line", line.language).match(line.text) is not None
    if mark not in _OPENED and not is_named:
        return None
    if mark in _OPENED and not is_named and (line.names_type or line.names_body):
        return None
    if mark in _QUOTED and not is_named and _is_subject(lines, index):
        # ``Resolution No. 4/12-POL on / the proclamation of / “the Day of the Girl Child in the Member States”``
        return None
    end = _find_closed(lines, index) if mark in _OPENED else index
    if line.text.endswith(":") and index + 1 < len(lines) and lines[index + 1].text.lstrip()[:1] in _OPENED:
        # ``Under the theme:`` above the theme
        end = _find_closed(lines, index + 1)
    if end is None:
        return index if is_named else None
    text = " ".join(other.text for other in lines[index : end + 1])
    if not is_named and mark in _OPENED and text.rpartition(_OPENED[mark])[2].startswith((",", "،")):
        # ``(Egypt), by the 19th Conference``: a sentence goes on behind the name of a state
        return None
    return None if len(text.split()) < _THEME_WORDS or find_dates(text, line.language) else end


def _is_subject(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line goes on with the one above, or says what the resolution is on whose number stands above."""
    above = lines[max(0, index - _TITLE_LINES) : index]
    return bool(above) and (above[-1].ends_open or any(read_number(line.text) for line in above))


def _find_closed(lines: Sequence[PrintedLine], index: int) -> int | None:
    """The line within reach at whose end, or in which, the mark that opens a line is closed."""
    mark = lines[index].text.lstrip()[0]
    for place in range(index, min(index + _THEME_LINES, len(lines))):
        text = lines[place].text.lstrip()
        if _OPENED[mark] in (text[1:] if place == index else text):
            return place
    return None


def settle_days(blocks: Sequence[Block], header: Header) -> tuple[Block, ...]:
    """The blocks of a page with the day of its posting as boilerplate: no cover prints it.

    A day beside a place is one of the meeting's, and so is the day on which it met. The labelled day of a page
    (``Date: 22/09/2006``) is a line of the header where it is the document's.
    """
    language = header.language
    is_copied = any(block.role == "boilerplate" and block.subrole in {*OF_A_SITE, _PAGE_TITLE} for block in blocks)
    gathered, places = gather_cover(blocks)
    of_cover = find_days_of_cover(blocks, language)
    posted = {
        place
        for block, group in zip(gathered, places, strict=True)
        if _is_posting(block, language, is_copied=is_copied, is_first=group[0] == 1)
        and read_posting_date(block.text, language, 1).date != header.date
        and of_cover.isdisjoint(group)
        for place in group
    }
    above = len(list(find_above_text(blocks, language)))
    return tuple(
        replace(block, role="boilerplate", subrole="posting_date")
        if seq in posted
        else replace(block, role="header", subrole="place_date")
        if seq <= above and _is_own_day(block, header)
        else block
        for seq, block in enumerate(blocks, 1)
    )


def _is_own_day(block: Block, header: Header) -> bool:
    """Whether a block is a labelled day, and that of the document; a site may print the day or the month first."""
    if header.date is None or not load_pattern("labelled_day", _ENGLISH).match(block.text):
        return False
    return any(day.iso == header.date for order in _ORDERS for day in find_numeric_dates(block.text, order))


def _is_posting(block: Block, language: Language, *, is_copied: bool, is_first: bool) -> bool:
    """Whether a header block tells when a site put the text up; ``is_copied``: lines of a site stand on the page."""
    is_posted = is_copied or tells_posting(block.text) or (is_first and heads_post(block.text, language))
    if block.role != "header" or not is_posted:
        return False
    return is_posting_date(block.text, language) and _begins_with_day(block.text, language)


def _begins_with_day(text: str, language: Language) -> bool:
    """Whether a day begins a text, behind a weekday, a byline or a mark; a word before it may be a place."""
    found = [*find_dates(text, language), *find_numeric_dates(text, language)]
    above = text[: min(day.start for day in found)].strip(" \n([")
    if not above or above[-1] in "|:•·" or tells_posting(text) or load_pattern("title_byline", language).match(text):
        return True
    return load_pattern("weekday_end", language).fullmatch(above.rstrip(",،").lower()) is not None


def gather_cover(blocks: Sequence[Block]) -> tuple[list[Block], list[list[int]]]:
    """The blocks with those of one group of the cover joined again, and the places (from 1) of each one's blocks.

    What says who adopted a text, or the theme of its session, goes with the title above; places and days, symbols and
    languages with their like. The title that a site gives the page is a title again: it tells something of the text,
    though it is not of it.
    """
    gathered: list[Block] = []
    places: list[list[int]] = []
    above: str | None = None
    for seq, printed in enumerate(blocks, 1):
        is_page_title = printed.role == "boilerplate" and printed.subrole == _PAGE_TITLE
        block = replace(printed, role="title") if is_page_title else printed
        last = gathered[-1] if gathered else None
        if last is not None and _goes_with(last, block, above):
            texts = (f"{last.text}\n{block.text}", f"{last.text_raw}\n{block.text_raw}")
            is_number = last.subrole == _NUMBER
            role, subrole = (block.role, block.subrole) if is_number else (last.role, last.subrole)
            gathered[-1] = replace(last, role=role, subrole=subrole, text=texts[0], text_raw=texts[1])
            places[-1].append(seq)
        else:
            gathered.append(block)
            places.append([seq])
        above = block.subrole
    return gathered, places


def _goes_with(last: Block, block: Block, above: str | None) -> bool:
    """Whether a block is of the group of the last one gathered; ``above`` is the subrole of the block right above."""
    if last.role == "header" and last.subrole == _NUMBER:
        return block.role == "title"
    if last.role == "title":
        goes_on = block.role == "title" and block.subrole == last.subrole and above == _THEME
        return goes_on or (block.role == "header" and block.subrole in {_ADOPTED, _THEME})
    is_alike = last.role == block.role == "header" and last.subrole == block.subrole
    return is_alike and block.subrole in {"place_date", "symbol"}
