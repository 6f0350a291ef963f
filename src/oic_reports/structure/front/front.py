"""The lines before the body: symbol, title, place and date, in the groups in which they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_states
from oic_reports.model import Flag, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.front.cover import find_theme_end, is_status
from oic_reports.structure.front.front_groups import (
    LEAST_BEGUN,
    TYPE_WORDS,
    Group,
    clean_line,
    names_type_again,
    read_line_type,
)
from oic_reports.structure.front.own_title import settle_titles
from oic_reports.structure.front.wrapped_lines import find_wrapped
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import (
    PrintedLine,
    is_organisation,
    is_place_line,
    kind_of_front_line,
    normalise,
)
from oic_reports.structure.lines.residue import is_glued
from oic_reports.structure.lines.resolutions import is_bare_number
from oic_reports.structure.names.bodies import is_acronym
from oic_reports.structure.names.organisations import find_letterhead_owner
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.page.imprint import IMPRINT, find_imprint

# letters of a title that are compared with a title that is printed again
_LONGEST_TITLE = 1000
# characters of a line that names a state
_PLACE = 50
# share of lines without a blank line above, from which blank lines part a front
_FEW = 0.2
# lines below the name that a site gives a text, in which the text's own title begins
_TITLE_REACH = 3
_QUOTES = "«“\"'(﴿"
# an abbreviation in brackets, below the name that it is of
_ABBREVIATION = compile_pattern(r"\([^\W\d_]{2,10}\)")
_ARABIC = compile_pattern("[\u0621-\u064a]")
# what the line says that calls a release so, or gives its number
RELEASE_MARK = "release_mark"
_STATED = frozenset({"press_release", "statement", "communique"})
# lines of a site in one run, from which on it is a menu; what its entries may look like
LEAST_ENTRIES = 5
_ENTRIES = frozenset({"place_date", "other"})


def group_front(
    lines: Sequence[PrintedLine], layout: Layout, parted: frozenset[int] = frozenset(), banner: int = 0
) -> list[Group]:
    """Group the lines before the body.

    Lines of one kind that no blank line parts are one block, and so is a title whose lines blank lines part. A title
    that is printed again takes the place and date below it along: it is the head of the text, not another title.

    Args:
        lines: the lines, those of the site left out.
        layout: the layout of the file.
        parted: indexes of lines above which lines of the site were left out.
        banner: how many lines from the top are names with which the page's site heads it.
    """
    groups: list[Group] = []
    # where every line stands alone (paragraphs of a web page), blank lines part nothing
    gaps_part = sum(not line.after_gap for line in lines[1:]) > _FEW * len(lines)
    lines_part = parts_by_lines(lines)
    title = ""
    previous = ""
    named_above: set[str] = set()
    imprint, wrapped = find_imprint(lines), find_wrapped(lines)
    for index, line in enumerate(lines):
        if index in parted:
            named_above |= {other.normal for other in lines[:index]}
        if index and line.normal in named_above and not line.is_capital and _is_page_title(lines, index, parted):
            # the name that the site gives the text, printed again where the text begins
            groups.append(Group([line], "boilerplate", "page_title", is_parted=True))
            previous = ""
            continue
        # an acronym alone, with lines of the site right below it, is the name of that site
        is_site = index == 0 and 1 in parted and is_acronym(line.text, line.language)
        if is_site or _is_trail(lines, index):
            groups.append(Group([line], "boilerplate", "site_navigation"))
            previous = ""
            continue
        clean = clean_line(line.text, layout.evidence)
        last = groups[-1] if groups and index not in parted else None
        # the name of an organ is no title on its own site
        kind = (
            "organisation"
            if index < banner
            else imprint.get(index)
            or wrapped.get(index)
            or (RELEASE_MARK if _marks_release(clean, last, line) else None)
            or _find_kind(lines[index : index + 2], clean, groups, previous)
        )
        is_near = last is not None and not (line.after_gap and gaps_part) and not _leaves_heading(last, line)
        # ``THIRD ISLAMIC SUMMIT CONFERENCE`` above ``MAKKAH DECLARATION``
        is_near = is_near and not (last and line.after_gap and line.names_type and _names_session(last.lines[-1]))
        is_near |= last is not None and index in imprint
        if (
            last is not None
            and kind in {"title", "organisation"}
            and _continues_title(last, line, clean, is_near=is_near)
        ):
            # the name of a body at the end of a title, on a line of its own, is of the title
            kind = "title"
            is_near = True
        is_state = previous == "place_date" and kind == "title" and _is_state(clean, layout.language)
        if last is not None and previous == "place_date" and (is_state or last.lines[-1].text.endswith((",", "،"))):
            # a state below its city
            kind = "place_date" if kind in {"title", "organisation"} and len(clean) < _PLACE else kind
        if last is not None and is_near and kind == "place_date" and last.subrole == "title":
            kind = "title" if _ends_sentence(last, line, clean) else kind
        # below lines of a site the title is the text's own, and the one above was the page's
        is_below_site = any(group.is_parted for group in groups) or index in parted
        is_again = bool(title and normalise(clean)) and title.startswith(normalise(clean))
        if title == normalise(clean) and _goes_on_below(lines, index):
            # what the page calls the text is the first line of its title
            is_again = False
        # each formula that stands in a paragraph of its own is one
        is_near = is_near and not (kind == previous == "invocation" and (line.after_gap or lines_part))
        # but a phrase goes on: ``والصلاة والسلام على`` above ``سيدنا محمد``
        is_near |= kind == previous == "invocation" and last is not None and last.lines[-1].ends_open
        is_repeat = kind == "title" and is_again and not is_below_site
        goes_along = last is not None and last.subrole == "title_repeat" and kind == "place_date"
        if last is not None and is_near and (kind == previous or goes_along):
            last.lines.append(line)
        else:
            groups.append(_open_group(line, kind, is_repeat=is_repeat))
            groups[-1].is_parted = index in parted
        previous = kind
        first = next((group for group in groups if group.subrole == "title"), None)
        if first is groups[-1] and len(title) < _LONGEST_TITLE:
            title += normalise(clean)
    return settle_titles(groups, layout)


def _begins_date(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line is the days of a date whose month stands on the next one: ``5-6`` above ``DHUL QA'ADAH 1426H``."""
    whole = " ".join(line.text for line in lines)
    is_broken = whole != lines[0].text and not any(map(str.isalpha, lines[0].text))
    return is_broken and kind_of_front_line(whole, lines[0].language) == "place_date"


def parts_by_lines(lines: Sequence[PrintedLine]) -> bool:
    """Whether each line of a front is a paragraph: no blank line stands in it, and a whole formula above other lines.

    The formula begins and ends as one (``Praise be to Allah … .``), right above a line that names a text.
    """
    is_tight = not any(line.after_gap for line in lines[1:])
    return is_tight and any(
        above.is_closed and below.names_type and load_pattern("invocation", above.language).match(above.plain)
        for above, below in pairwise(lines)
    )


def _names_session(line: PrintedLine) -> bool:
    """Whether a line names a session and no more: the type of its text, in a paragraph of its own, begins a title."""
    return load_pattern("session_line", line.language).match(line.plain) is not None and not line.names_type


def _goes_on_below(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether the line below one goes on with it: ``DÉCLARATION`` above ``DE TUNIS``."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return load_pattern("title_continues", lines[index].language).match(below) is not None


def _ends_sentence(title: Group, line: PrintedLine, clean: str) -> bool:
    """Whether a place or days are the end of a title's sentence: ``… held in Jeddah on``, ``… corresponding to``."""
    above = title.lines[-1]
    is_small = line.is_small and find_opening("cities", clean, line.language) is None
    is_open = above.ends_open and not _lost_speaker(title, clean)
    return is_small or is_open


def _is_trail(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the way to a page run into its title, which stands below: ``HomeNewsOIC welcomes``."""
    below = lines[index + 1].normal if index + 1 < len(lines) else ""
    line = lines[index]
    is_run_in = len(below) >= LEAST_BEGUN and line.normal != below and line.normal.endswith(below)
    return is_run_in and is_glued(line.text) and not any(other.normal == below for other in lines[:index])


def _is_page_title(lines: Sequence[PrintedLine], index: int, parted: frozenset[int]) -> bool:
    """Whether a line right below lines of the site is not the title itself: one that names a type stands below it."""
    below = lines[index + 1 : index + 1 + _TITLE_REACH]
    return index in parted and any(line.names_type and line.text.isupper() for line in below)


def _leaves_heading(last: Group, line: PrintedLine) -> bool:
    """Whether a paragraph begins another block: the markup calls one of both a heading, or ``Charter of …`` begins."""
    is_other = (last.lines[-1].hint == "heading") != (line.hint == "heading")
    return line.after_gap and (is_other or read_statute_type(line.plain, line.language) is not None)


def _is_state(text: str, language: Language) -> bool:
    """Whether a line is the name of a state and no more."""
    states = find_states(text, language)
    named = sum(state.end - state.start for state in states)
    titled = load_pattern("state_title", language)
    return len(states) == 1 and (named == len(text) or titled.fullmatch(text[: states[0].start].strip()) is not None)


def _find_kind(lines: Sequence[PrintedLine], clean: str, groups: Sequence[Group], previous: str) -> str:
    """What the first of two lines is, by its words and by the line above it."""
    line = lines[0]
    is_below = bool(groups) and groups[-1].role == "preamble"
    if is_below and groups[-1].lines[-1].ends_open:
        # the end of the line above: ``le Clément, le`` above ``Miséricordieux``
        return "invocation"
    if load_pattern("invocation", line.language).match(clean) or (
        is_below and clean[0] in _QUOTES and not _is_bracketed(line)
    ):
        return "invocation"
    goes_on = previous == "contact" and not line.after_gap and not line.names_type and not line.symbol
    if goes_on or load_pattern("contact_line", "en").match(clean):
        # the address of an office, down to where it is called or written to
        return "contact"
    if previous == "organisation" and _ABBREVIATION.fullmatch(clean):
        return previous
    is_dated = load_pattern("labelled_days", "en").match(clean) is not None
    if " " in clean and not is_dated and load_pattern("title_byline", line.language).match(clean):
        return "byline"
    if line.language == "ar" and is_bare_number(clean) and not _ARABIC.search(clean):
        # ``RES. No. 37/21-P`` above an Arabic text, with its annex label
        return "symbol"
    kind = kind_of_front_line(clean, line.language)
    return "place_date" if kind == "title" and _begins_date(lines) else kind


def _marks_release(clean: str, last: Group | None, line: PrintedLine) -> bool:
    """Whether a line says how a release goes out, or its number below the line that calls it one; no headline does.

    What the site's lines part from a headline is below the page's, and not below its own.

    ``For immediate release``; ``No. 12/2019`` below ``Press Release``; ``STATEMENT`` below the headline of one.
    """
    language = line.language
    if load_pattern("release_mark", language).match(clean):
        return True
    if last is None:
        return False
    above = last.lines[-1]
    called = load_pattern("release_line", language)
    is_called = called.match(above.plain) or load_pattern("release_mark", language).match(above.plain)
    is_short = above.names_type and len(above.plain.split()) < TYPE_WORDS
    if load_pattern("release_number", language).match(clean):
        return bool(is_called) or (is_short and read_line_type(above) in _STATED)
    is_headline = last.role == "title" and len(above.plain.split()) > TYPE_WORDS and not above.is_closed
    is_bare = len(clean.split()) < TYPE_WORDS and names_type_again(above, line) and read_line_type(line) in _STATED
    return is_headline and (called.match(clean) is not None or is_bare)


def _lost_speaker(title: Group, below: str) -> bool:
    """Whether a title lost the line that says who speaks: ``Statement of`` above the place."""
    language = title.lines[0].language
    said = load_pattern("speech_title", language).match(" ".join([*(line.plain for line in title.lines), below]))
    return said is not None and is_place_line(said.group("speaker"), language)


def _is_bracketed(line: PrintedLine) -> bool:
    """Whether a line in brackets names a document: ``(Declaration of Doha)``; a verse is longer or names none."""
    text = line.plain.strip("()")
    return (
        line.text[0] == "(" and len(text) < _PLACE and find_opening("document_types", text, line.language) is not None
    )


def _open_group(line: PrintedLine, kind: str, *, is_repeat: bool) -> Group:
    if kind == "invocation":
        return Group([line], "preamble", None)
    if is_repeat:
        flag = Flag("duplicate_of", "front.title_repeat", note="the title is printed again")
        return Group([line], "title", "title_repeat", flags=[flag])
    if kind == "byline":
        # who copied the text, the number of a magazine, the name of a file
        return Group([line], "boilerplate", "site_navigation")
    if kind == "title":
        return Group([line], "title", "title")
    kinds = {"organisation", "note", "imprint", "contact", RELEASE_MARK, *IMPRINT}
    return Group([line], "header", "other" if kind in kinds else kind)


def _continues_title(last: Group | None, line: PrintedLine, clean: str, *, is_near: bool) -> bool:
    """Whether a line goes on with the title above it, across a blank line too; one printed again may be open."""
    above = last.lines[-1] if last is not None else line
    if last is None or last.subrole != "title":
        return last is not None and last.subrole == "title_repeat" and above.ends_open and is_near
    if is_organisation(clean, line.language) and _is_whole_title(last):
        # the letterhead below it
        return False
    if is_near or (line.hint == "heading" == above.hint):
        return True
    is_type = above.names_type and len(above.text.split()) <= TYPE_WORDS
    is_suffix = above.text.isdigit()
    is_open = above.ends_open or is_type or is_suffix
    if line.names_type and (not is_open or (not above.ends_open and names_type_again(above, line))):
        return False
    continues = line.is_small or bool(load_pattern("title_continues", line.language).match(clean))
    return is_open or continues or (line.names_body and not above.names_body)


def _is_whole_title(title: Group) -> bool:
    """Whether a title says more than its type, and does not end inside a phrase; in Arabic a name may complete it."""
    last = title.lines[-1]
    is_open = last.ends_open or last.text.endswith(",") or last.language == "ar"
    return title.names_type and title.is_long and not is_open


def label_site_names(groups: Sequence[Group], language: Language) -> list[Group]:
    """The groups of a web page, lines above the title that name no organisation being the site's: its name, menus.

    So is the organisation's name where lines of a site stand right below it: it is the name of that site. The session
    of which a page gives a text stands below them, above what the page calls the text.
    """
    titles = [place for place, group in enumerate(groups) if group.role == "title"]
    title = next((place for place in titles if groups[place].subrole == "title"), titles[0] if titles else 0)
    labelled: list[Group] = []
    for place, group in enumerate(groups):
        below = groups[place + 1] if place < title else None
        # between a session and its days may stand its theme
        under = next((other for other in groups[place + 1 : title + 1] if find_theme_end(other.lines, 0) is None), None)
        is_other = group.role == "header" and group.subrole == "other"
        is_meeting = group.is_session_alone or group.is_meeting_alone
        if not is_other or below is None or (is_meeting and under and under.subrole == "place_date"):
            labelled.append(group)
            continue
        session = _find_session(group) if below.subrole == "page_title" else len(group.lines)
        above, own = group.lines[:session], group.lines[session:]
        is_above_site = place == 0 and len(group.lines) == 1 and below.is_parted
        # a wrap may part the name of the organisation
        texts = [*(line.text for line in above), " ".join(line.text for line in above)]
        if above and (is_above_site or not any(_is_of_a_text(text, language) for text in texts)):
            labelled.append(replace(group, lines=above, role="boilerplate", subrole="site_navigation"))
        elif above:
            labelled.append(replace(group, lines=above))
        if own:
            labelled.append(replace(group, lines=own, role="boilerplate", subrole="page_title"))
    return _name_menus(labelled)


def _name_menus(groups: Sequence[Group]) -> list[Group]:
    """The groups, places and days inside a menu above the title being entries of it: ``The Oran Agreement``.

    A menu is a run of lines that no blank line parts, of which most are the site's.
    """
    named = list(groups)
    title = next((place for place, group in enumerate(groups) if group.role == "title"), 0)
    starts = [place for place in range(title + 1) if place in {0, title} or groups[place].lines[0].after_gap]
    for start, end in pairwise(starts):
        run = groups[start:end]
        of_site = sum(len(group.lines) for group in run if group.subrole == "site_navigation")
        of_entries = sum(len(group.lines) for group in run if _may_be_entry(group))
        if of_site >= LEAST_ENTRIES and of_site > of_entries:
            named[start:end] = [
                replace(group, role="boilerplate", subrole="site_navigation") if _may_be_entry(group) else group
                for group in run
            ]
    return named


def _may_be_entry(group: Group) -> bool:
    return group.role == "header" and group.subrole in _ENTRIES


def _find_session(group: Group) -> int:
    """The place of the line from which on a group names a session of a body; the number of its lines if none does."""
    named = (place for place, line in enumerate(group.lines) if line.names_body and _names_session(line))
    return next(named, len(group.lines))


def _is_of_a_text(line: str, language: Language) -> bool:
    """Whether a line above a title is of the text itself: a letterhead, the word for a draft, ``Press release``."""
    is_head = is_organisation(line, language) or find_letterhead_owner([line], language) is not None
    is_head |= load_pattern("secretariat_line", language).fullmatch(line) is not None
    names: tuple[PatternName, ...] = ("status_draft", "release_line")
    return is_head or is_status(line, language) or any(load_pattern(name, language).match(line) for name in names)
