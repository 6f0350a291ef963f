"""The lines before the body: symbol, title, place and date, in the groups in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oic_reports.cleaning.clean import clean_text
from oic_reports.codes import PatternName
from oic_reports.language.attested import Evidence
from oic_reports.language.states import find_states
from oic_reports.model import Flag, Language, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import LISTED_TYPES, find_form, find_opening, read_type
from oic_reports.structure.header.sessions import find_session
from oic_reports.structure.layout import Layout
from oic_reports.structure.organisations import find_letterhead_owner
from oic_reports.structure.printed_lines import (
    PrintedLine,
    drop_vowels,
    is_closed,
    is_organisation,
    kind_of_front_line,
    normalise,
)
from oic_reports.structure.residue import is_glued
from oic_reports.structure.resolutions import is_bare_number, read_number

# letters of a title that are compared with a title that is printed again
_LONGEST_TITLE = 1000
# characters of a line that names a state
_PLACE = 50
# words of a line that is the type of a document and no more: ``RESOLUTIONS ON``
_TYPE_WORDS = 3
# letters of the beginning of a title that a site prints above it
_LEAST_BEGUN = 30
# letters of the beginning of a title that a list of documents holds, and of what stands before it there
_BEGUN = 40
# share of lines without a blank line above, from which blank lines part a front
_FEW = 0.2
# lines below the name that a site gives a text, in which the text's own title begins
_TITLE_REACH = 3
_QUOTES = "«“\"'(﴿"
_PAGE = re.compile(r"^\d{1,3}(?=\D)")
_ARABIC = re.compile("[\u0621-\u064a]")


@lru_cache(maxsize=512)
def clean_line(text: str, evidence: Evidence) -> str:
    """A line without its damage and its Arabic vowels, as vocabularies know words; each is asked for several times."""
    return drop_vowels(clean_text(text, evidence).text)


@dataclass(slots=True)
class Group:
    """Lines that make one block before the body; ``is_parted``: lines of the site stand above it."""

    lines: list[PrintedLine]
    role: Role
    subrole: str | None
    is_parted: bool = False
    flags: list[Flag] = field(default_factory=list)


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
    title = ""
    previous = ""
    named_above: set[str] = set()
    for index, line in enumerate(lines):
        if index in parted:
            named_above |= {other.normal for other in lines[:index]}
        if index and line.normal in named_above and not line.is_capital and _is_page_title(lines, index, parted):
            # the name that the site gives the text, printed again where the text begins
            groups.append(Group([line], "boilerplate", "page_title", is_parted=True))
            previous = ""
            continue
        if _is_trail(lines, index):
            groups.append(Group([line], "boilerplate", "site_navigation"))
            previous = ""
            continue
        clean = clean_line(line.text, layout.evidence)
        # the name of an organ is no title on its own site
        kind = "organisation" if index < banner else _find_kind(line, clean, groups)
        last = groups[-1] if groups and index not in parted else None
        is_near = last is not None and not (line.after_gap and gaps_part) and not _leaves_heading(last, line)
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
            # the end of the title's sentence: ``… held in Jeddah on``, ``… corresponding to``
            is_city = find_opening("cities", clean, layout.language) is not None
            kind = "title" if last.lines[-1].ends_open or (line.is_small and not is_city) else kind
        # below lines of a site the title is the text's own, and the one above was the page's
        is_below_site = any(group.is_parted for group in groups) or index in parted
        is_again = bool(title and normalise(clean)) and title.startswith(normalise(clean))
        if title == normalise(clean) and _goes_on_below(lines, index):
            # what the page calls the text is the first line of its title
            is_again = False
        # each formula that stands in a paragraph of its own is one
        is_near = is_near and not (kind == previous == "invocation" and line.after_gap)
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
    return _settle_titles(groups, layout)


def _goes_on_below(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether the line below one goes on with it: ``DÉCLARATION`` above ``DE TUNIS``."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return load_pattern("title_continues", lines[index].language).match(below) is not None


def _is_trail(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the way to a page run into its title, which stands below: ``HomeNewsOIC welcomes``."""
    below = lines[index + 1].normal if index + 1 < len(lines) else ""
    line = lines[index]
    is_run_in = len(below) >= _LEAST_BEGUN and line.normal != below and line.normal.endswith(below)
    return is_run_in and is_glued(line.text) and not any(other.normal == below for other in lines[:index])


def _is_page_title(lines: Sequence[PrintedLine], index: int, parted: frozenset[int]) -> bool:
    """Whether a line right below lines of the site is not the title itself: one that names a type stands below it."""
    below = lines[index + 1 : index + 1 + _TITLE_REACH]
    return index in parted and any(line.names_type and line.text.isupper() for line in below)


def _leaves_heading(last: Group, line: PrintedLine) -> bool:
    """Whether the markup calls the lines above a heading, and this one not, or the other way round."""
    return (last.lines[-1].hint == "heading") != (line.hint == "heading") and line.after_gap


def _is_state(text: str, language: Language) -> bool:
    """Whether a line is the name of a state and no more."""
    states = find_states(text, language)
    named = sum(state.end - state.start for state in states)
    titled = load_pattern("state_title", language)
    return len(states) == 1 and (named == len(text) or titled.fullmatch(text[: states[0].start].strip()) is not None)


def _find_kind(line: PrintedLine, clean: str, groups: Sequence[Group]) -> str:
    is_below = bool(groups) and groups[-1].role == "preamble"
    if is_below and groups[-1].lines[-1].ends_open and not line.after_gap:
        # the end of the line above: ``le Clément, le`` above ``Miséricordieux``
        return "invocation"
    if load_pattern("invocation", line.language).match(clean) or (
        is_below and clean[0] in _QUOTES and not _is_bracketed(line)
    ):
        return "invocation"
    if " " in clean and load_pattern("title_byline", line.language).match(clean):
        return "byline"
    if line.language == "ar" and is_bare_number(clean) and not _ARABIC.search(clean):
        # ``RES. No. 37/21-P`` above an Arabic text, with its annex label
        return "symbol"
    return kind_of_front_line(clean, line.language)


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
    return Group([line], "header", "other" if kind in {"organisation", "note"} else kind)


def _continues_title(last: Group | None, line: PrintedLine, clean: str, *, is_near: bool) -> bool:
    """Whether a line goes on with the title above it, across a blank line too."""
    if last is None or last.subrole != "title":
        return False
    above = last.lines[-1]
    if is_near or (line.hint == "heading" == above.hint):
        return True
    is_type = above.names_type and len(above.text.split()) <= _TYPE_WORDS
    is_suffix = above.text.isdigit()
    is_open = above.ends_open or is_type or is_suffix
    if line.names_type and (not is_open or (not above.ends_open and _names_type_again(above, line))):
        return False
    continues = line.is_small or bool(load_pattern("title_continues", line.language).match(clean))
    return is_open or continues or (line.names_body and not above.names_body)


def _names_type_again(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line begins with the type of document that the line above it names: another title begins there.

    The number of a resolution (``Resolution No. 16/14-C``) is of the title below it.
    """
    begun = _read_type(line) if read_number(above.text) is None else None
    return begun is not None and begun == read_type(
        find_form("document_types", above.plain, above.language), above.language
    )


def label_site_names(groups: Sequence[Group], language: Language) -> None:
    """On a web page, lines above the title that name no organisation are the site's: its name, notices, menus.

    So is the organisation's name where lines of a site stand right below it: it is the name of that site.
    """
    titles = [place for place, group in enumerate(groups) if group.role == "title"]
    title = next((place for place in titles if groups[place].subrole == "title"), titles[0] if titles else 0)
    for place, group in enumerate(groups[:title]):
        is_other = group.role == "header" and group.subrole == "other"
        is_above_site = place == 0 and len(group.lines) == 1 and groups[1].is_parted
        if _is_session_alone(group) and groups[place + 1].subrole in {"place_date", "theme"}:
            continue
        if is_other and (is_above_site or not any(_is_of_a_text(line.text, language) for line in group.lines)):
            group.role, group.subrole = "boilerplate", "site_navigation"


def _is_of_a_text(line: str, language: Language) -> bool:
    """Whether a line above a title is of the text itself: a letterhead, the word for a draft, ``Press release``."""
    is_head = is_organisation(line, language) or find_letterhead_owner([line], language) is not None
    if not load_pattern("status_word", language).sub("", line).strip(" -–—:()[]"):
        # ``FINAL AND APPROVED``
        return True
    names: tuple[PatternName, ...] = ("status_draft", "release_line")
    return is_head or any(load_pattern(name, language).match(line) for name in names)


def _settle_titles(groups: list[Group], layout: Layout) -> list[Group]:
    """A group is a title where it names a type of document or a body; other lines above the body are header lines.

    Lines of a title before the first that names something are not of it; a line between title and body that names
    nothing heads the body. Where a site stands between two titles, the one above is the page's.
    """
    groups = [part for group in groups for piece in _part_section(group) for part in _part_title(piece, layout)]
    for place, group in enumerate(groups):
        if _is_run_in(group, groups[place + 1 :]):
            group.role, group.subrole = "boilerplate", "page_title"
    named = [group for group in groups if group.subrole == "title" and _names_document(group.lines, layout)]
    own = _find_own(named, groups) or _find_first(named)
    if own is not None:
        own = _find_whole(own, named[named.index(own) + 1 :])
    place = groups.index(own) if own is not None else 0
    start = _find_cover(groups, place)
    # the site's title stands above its lines: what is printed below these is of the cover; else what names no text is
    has_page_title = any(group.subrole in {"title", "page_title"} for group in groups[:start])
    above = [
        group
        for index, group in enumerate(groups[:place])
        if index < start or (not has_page_title and any(line.names_type for line in group.lines))
    ]
    cover = "".join(line.normal for group in groups[start:] for line in group.lines)
    told = [group for group in groups[:start] if group.subrole in {"symbol", "place_date"}]
    # a viewer prints the number of the page before what stands on it
    is_printed_twice = all(_PAGE.sub("", "".join(line.normal for line in group.lines)) in cover for group in told)
    if is_printed_twice and any(group in named for group in groups[:start]):
        # a viewer prints the whole cover in one line above its pages
        for group in told:
            group.role, group.subrole = "boilerplate", "page_title"
    for group in groups:
        if group in above and group in named and _is_session_alone(group):
            group.role, group.subrole = "header", "other"
        elif group in named and (group in above or _is_word_above(group, own, groups)):
            group.role, group.subrole = "boilerplate", "page_title"
        elif group.subrole == "title" and group is not own:
            is_part = own is not None and group in named and _tells_meeting(group, layout.language)
            group.role, group.subrole = ("title", "title") if is_part else ("header", "other")
        elif group.subrole == "title_repeat" and own is None:
            group.role, group.subrole = "header", "other"
        if group.subrole == "other" and group is groups[-1] and own is not None and group is not groups[0]:
            group.role = "heading"
        if len(group.lines) > 1 and group.subrole == "title":
            group.flags.append(Flag("line_wrapped", "front.title"))
    _name_headline(own, groups)
    return groups


def _part_section(group: Group) -> list[Group]:
    """A group without the name of the first section (``Introduction``) that stands at its end."""
    if len(group.lines) < 2 or not load_pattern("section_name", "en").match(group.lines[-1].plain):  # noqa: PLR2004
        return [group]
    group.lines, section = group.lines[:-1], group.lines[-1]
    return [group, Group([section], "heading", "other")]


def _is_run_in(group: Group, below: Sequence[Group]) -> bool:
    """Whether a line holds the whole cover that stands below it, symbol or place and days too: a viewer runs it so."""
    if len(group.lines) > 1 or group.subrole != "title":
        return False
    printed = {place: "".join(line.normal for line in other.lines) for place, other in enumerate(below)}
    cover = group.lines[0].normal
    facts = [printed[place] for place, other in enumerate(below) if other.subrole in {"symbol", "place_date"}]
    return cover in "".join(printed.values()) and any(fact and fact in cover for fact in facts)


def _is_word_above(group: Group, own: Group | None, groups: Sequence[Group]) -> bool:
    """Whether a group is the type of a text and no more, with the whole title below it: what a site calls its page."""
    is_above = own is not None and groups.index(group) < groups.index(own)
    return is_above and not _is_long(group) and own is not None and _is_long(own)


def _find_own(named: Sequence[Group], groups: Sequence[Group]) -> Group | None:
    """The last title below lines of the site, of those with a place and days below them if there are any.

    Of one that is printed again, above the text below the contents, the first.
    """
    own = [group for group in named if _is_own(group, groups)]
    if not own:
        return None
    starts = [groups.index(group) for group in own]
    dated = [
        group
        for group, start, end in zip(own, starts, [*starts[1:], len(groups)], strict=True)
        if _is_long(group) and any(other.subrole == "place_date" for other in groups[start:end])
    ]
    last = (dated or own)[-1]
    again = (group for group in named if _joined(group) == _joined(last) and _is_below_site(group, groups))
    return next(again, last)


def _joined(group: Group) -> str:
    return "".join(line.normal for line in group.lines)


def _find_first(named: Sequence[Group]) -> Group | None:
    """The first title; one that only names the session or the site gives way to one that the text has below it."""
    if not named:
        return None
    if _is_session_alone(named[0]):
        return next((group for group in named if group.lines[0].names_type), named[0])
    above, below = named[0], named[min(1, len(named) - 1)]
    if not _is_long(above) and _is_long(below) and _names_type_again(above.lines[-1], below.lines[0]):
        # what a page calls the text: ``Cultural Resolutions`` above ``RESOLUTIONS ON CULTURAL AFFAIRS``
        return below
    if named[0].lines[0].hint != "heading" and not any(line.names_type for line in named[0].lines):
        return next((group for group in named if group.lines[0].hint == "heading"), named[0])
    return named[0]


def _is_session_alone(group: Group) -> bool:
    """Whether lines name the session and no text: ``The Fourth Islamic Summit Conference``."""
    text = " ".join(line.plain for line in group.lines)
    named = load_pattern("session_line", group.lines[0].language).match(text)
    return named is not None and not any(line.names_type for line in group.lines)


def _find_cover(groups: Sequence[Group], own: int) -> int:
    """Where the cover begins of which the title at ``own`` is: below the last lines of the site that part it."""
    return next((place for place in range(own, 0, -1) if groups[place].is_parted), own)


def _name_headline(own: Group | None, groups: Sequence[Group]) -> None:
    """Where the title is ``Press release`` and no more, the headline beside it is the title."""
    if own is None or not all(load_pattern("release_line", line.language).match(line.text) for line in own.lines):
        return
    below = groups[groups.index(own) + 1 :]
    headlines = (group for group in below if group.subrole == "other" and group.role in {"header", "heading"})
    headline = next((group for group in headlines if _is_long(group)), None)
    if headline is not None:
        own.role, own.subrole = "header", "other"
        headline.role, headline.subrole = "title", "title"


def _is_long(group: Group) -> bool:
    """Whether lines are those of a headline: several words, no place and no end of a sentence."""
    return sum(len(line.text.split()) for line in group.lines) > _TYPE_WORDS and not group.lines[-1].is_closed


def _tells_meeting(group: Group, language: Language) -> bool:
    """Whether lines name a type of document or a session; a body alone (``Coordination Office``) is a letterhead."""
    return any(line.names_type or find_session(line.text, language) for line in group.lines)


def _is_own(group: Group, groups: Sequence[Group]) -> bool:
    """Whether a title that names a type stands below lines of the site that part it from a title of the page."""
    if not any(line.names_type for line in group.lines):
        return False
    above = groups[: groups.index(group)]
    return _is_below_site(group, groups) and any(other.subrole == "title" for other in above)


def _is_below_site(group: Group, groups: Sequence[Group]) -> bool:
    """Whether lines of the site, or some of them at least, stand above a group."""
    return any(other.is_parted for other in groups[1 : groups.index(group) + 1])


def _find_whole(title: Group, below: Sequence[Group]) -> Group:
    """The title that stands below one line that begins it: a site printed as much of it as it had room for."""
    # the last word may be cut too
    begun = normalise(title.lines[0].text.rpartition(" ")[0])
    if len(title.lines) > 1 or len(begun) < _LEAST_BEGUN:
        return title
    return next((group for group in below if "".join(line.normal for line in group.lines).startswith(begun)), title)


def _part_title(group: Group, layout: Layout) -> list[Group]:
    """A title group in two where it begins with lines that name nothing, or with a site's list of its documents."""
    if group.subrole != "title" or not _names_document(group.lines, layout):
        return [group]
    below_menu = _find_below_menu(group.lines)
    if below_menu:
        menu = Group(group.lines[:below_menu], "boilerplate", "site_navigation", group.is_parted)
        return [menu, *_part_title(Group(group.lines[below_menu:], "title", "title", is_parted=True), layout)]
    if _is_begun(group.lines):
        begun = Group(group.lines[:1], "boilerplate", "page_title", group.is_parted)
        return [begun, *_part_title(Group(group.lines[1:], "title", "title", is_parted=True), layout)]
    again = _find_title_again(group.lines)
    if again:
        # what a page calls the text, right above the text's own title
        above = Group(group.lines[:again], "title", "title", group.is_parted)
        return [above, *_part_title(Group(group.lines[again:], "title", "title", is_parted=True), layout)]
    names = (i for i, line in enumerate(group.lines) if _names_document([line], layout))
    place = _find_type_below(group.lines) or next(names, 0)
    while place and (_begins_small(group.lines[place]) or group.lines[place - 1].ends_open):
        place -= 1
    if not place:
        return [group]
    above = Group(group.lines[:place], "header", "other", group.is_parted)
    return [above, *_part_title(Group(group.lines[place:], "title", "title"), layout)]


def _is_begun(lines: Sequence[PrintedLine]) -> bool:
    """Whether the first line is the beginning of those below it: a viewer prints as much of a title as it has room for.

    ``REPORT OF THE FIFTH`` above ``REPORT OF THE / FIFTH SESSION OF THE COUNCIL``.
    """
    first, rest = lines[0].normal, "".join(line.normal for line in lines[1:])
    return _LEAST_BEGUN <= len(first) < len(rest) and rest.startswith(first)


def _find_type_below(lines: Sequence[PrintedLine]) -> int:
    """The place of a line that begins with a type of document, below lines that name only whose it is; 0 for none."""
    place = next((i for i, line in enumerate(lines) if line.names_type), 0)
    if not place or lines[place - 1].ends_open or not any(line.names_body for line in lines[:place]):
        return 0
    begins = find_opening("document_types", lines[place].plain, lines[place].language) is not None
    return place if begins and not lines[place].is_small else 0


def _find_title_again(lines: Sequence[PrintedLine]) -> int:
    """The place of a line that begins with the type of the whole title above it, and names a meeting again; or 0.

    ``Final communiqué of the 10th Islamic Summit (…)`` above ``FINAL COMMUNIQUÉ OF THE TENTH SESSION OF`` …; two
    resolutions of one list name different things.
    """
    begun = _read_type(lines[0])
    if begun in {None, *LISTED_TYPES}:
        return 0
    places = [place for place, line in enumerate(lines) if place and _read_type(line) == begun]
    if len(places) != 1 or lines[places[0] - 1].ends_open:
        return 0
    above, below = lines[: places[0]], lines[places[0] :]
    return places[0] if _names_meeting(above) and _names_meeting(below) else 0


def _read_type(line: PrintedLine) -> str | None:
    """The type of document with which a line begins; a line that begins small goes on with the one above."""
    form = None if line.is_small else find_opening("document_types", line.plain, line.language)
    return read_type(form, line.language)


def _names_meeting(lines: Sequence[PrintedLine]) -> bool:
    return any(line.names_body for line in lines) or any(find_session(line.text, line.language) for line in lines)


def _find_below_menu(lines: Sequence[PrintedLine]) -> int:
    """The place of a line whose beginning a longer line above has behind others: a site's list of documents; or 0."""
    for place in range(len(lines) - 1, 0, -1):
        begun = lines[place].normal[:_BEGUN]
        listed = [above for above in lines[:place] if above.normal.find(begun) >= _BEGUN]
        if len(begun) == _BEGUN and listed:
            # the list has the type above it, too: ``Final communiqué`` above ``Adopted by the …``
            typed = lines[place - 1].names_type and lines[place - 1].normal + begun
            return place - 1 if typed and any(typed in above.normal for above in listed) else place
    return 0


def _begins_small(line: PrintedLine) -> bool:
    """Whether a line goes on with the one before: it begins with a small word such as "of" or "sur"."""
    if find_opening("body_names", line.plain, line.language):
        # ``لجنة القدس`` begins with the letter of a particle
        return False
    return bool(load_pattern("title_continues", line.language).match(line.text))


def _names_document(lines: Sequence[PrintedLine], layout: Layout) -> bool:
    text = " ".join(clean_line(line.text, layout.evidence) for line in lines)
    names = any(find_form(name, text, layout.language) for name in ("document_types", "body_names"))
    return names or _is_headline(text, layout.language)


def _is_headline(text: str, language: Language) -> bool:
    """Whether a line says what the organisation does (``OIC condemns the attack``): the title of a press release."""
    named = load_pattern("organisation", language).search(text)
    if named is None or is_closed(text):
        return False
    acts = load_pattern("act_opening", language)
    words = re.finditer(r"(?<=\s)\w", text[named.end() :])
    return any(acts.match(text, named.end() + word.start()) for word in words)
