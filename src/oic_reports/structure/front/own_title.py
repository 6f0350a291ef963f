"""Which of the titles before the body is the text's own; what a site or a viewer prints above it is the page's."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Flag, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.front.front_groups import LEAST_BEGUN, Group, names_document, names_type_again
from oic_reports.structure.front.title_parting import part_annexed, part_title
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import normalise
from oic_reports.structure.lines.resolutions import find_number, is_bare_number, read_number
from oic_reports.structure.names.sessions import find_session
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.page.imprint import find_imprint
from oic_reports.structure.page.release_words import marks_release

# lines of whose a text is, and of who printed it, which head nothing
_HEADS_NOTHING = frozenset({"organisation", "imprint", "contact"})
# letters of the subject of a resolution that is known when it comes again
_LEAST_SUBJECT = 12
# letters that a title has more than what a page cut of it
_LEAST_MORE = 10
_PAGE = compile_pattern(r"^\d{1,3}(?=\D)")
# what a page calls a text that it cut short, and the name of the site or of a body behind a dash
_SITE_BEHIND = compile_pattern(r"(?P<begun>.{20,})\s[-–—|]\s[^-–—|]{2,60}$")


def settle_titles(groups: list[Group], layout: Layout) -> list[Group]:
    """A group is a title where it names a type of document or a body; other lines above the body are header lines.

    Lines of a title before the first that names something are not of it; a line between title and body that names
    nothing heads the body. Where a site stands between two titles, the one above is the page's.
    """
    _take_whole_titles(groups)
    groups = [part for group in groups for part in part_title(group, layout)]
    beside = zip([None, *groups], groups, strict=False)
    groups = [part for above, group in beside for part in part_annexed(above, group)]
    for place, group in enumerate(groups):
        if _is_run_in(group, groups[place + 1 :]) or _is_cut_short(group, groups[place + 1 :]):
            group.role, group.subrole = "boilerplate", "page_title"
    named = [group for group in groups if group.subrole == "title" and names_document(group.lines, layout)]
    own = _find_own(named, groups) or _find_unlisted(groups, named) or _find_first(named)
    if own in named:
        own = _find_whole(own, named[named.index(own) + 1 :])
    place = groups.index(own) if own is not None else 0
    start = _find_cover(groups, place)
    # the site's title stands above its lines: what is printed below these is of the cover; else what names no text is
    has_page_title = any(group.subrole in {"title", "page_title"} for group in groups[:start])
    above = [
        group
        for index, group in enumerate(groups[:place])
        if index < start or (not has_page_title and group.names_type)
    ]
    cover = "".join(line.normal for group in groups[start:] for line in group.lines)
    told = [group for group in groups[:start] if group.subrole in {"symbol", "place_date"}]
    # a viewer prints the number of the page before what stands on it
    is_printed_twice = all(_PAGE.sub("", group.normal) in cover for group in told)
    if is_printed_twice and any(group in named for group in groups[:start]):
        # a viewer prints the whole cover in one line above its pages
        for group in told:
            group.role, group.subrole = "boilerplate", "page_title"
    for group in groups:
        if group in above and group in named and group.is_session_alone:
            group.role, group.subrole = "header", "other"
        elif (group in named and (group in above or _is_word_above(group, own, groups))) or _is_again(
            group, own, groups
        ):
            group.role, group.subrole = "boilerplate", "page_title"
        elif group.subrole == "title" and group is not own:
            is_part = own is not None and group in named and _tells_meeting(group, layout.language)
            group.role, group.subrole = ("title", "title") if is_part else ("header", "other")
        elif group.subrole == "title_repeat" and (own is None or group in groups[:place]):
            # what a page calls the text twice stands above the text's own title
            group.role, group.subrole = ("boilerplate", "page_title") if own is not None else ("header", "other")
        is_last = group is groups[-1] and own is not None and group is not groups[0]
        is_printer = group.lines[0].front_kind in _HEADS_NOTHING or bool(find_imprint(group.lines))
        # what calls a text a release below its headline heads no section
        is_mark = marks_release(group.lines[0].plain, layout.language)
        if group.subrole == "other" and is_last and not (is_printer or is_mark):
            group.role = "heading"
        if len(group.lines) > 1 and group.subrole == "title":
            group.flags.append(Flag("line_wrapped", "front.title"))
    _name_headline(own, groups)
    return groups


def _take_whole_titles(groups: Sequence[Group]) -> None:
    """Make the title of a cover the title, where what stands above it is no more than its beginning and a site's name.

    ``REPORT OF THE SECRETARIAT TO THE - COMCEC`` above ``REPORT OF THE SECRETARIAT / TO THE 35th SESSION …``.
    """
    title = next((group for group in groups if group.subrole == "title"), None)
    if title is None or len(title.lines) > 1:
        return
    named = _SITE_BEHIND.match(title.lines[0].text)
    begun = normalise(named["begun"]) if named else ""
    for group in groups[groups.index(title) + 1 :]:
        is_longer = group.subrole == "title_repeat" and len(group.normal) >= len(begun) + _LEAST_MORE
        if len(begun) >= LEAST_BEGUN and is_longer and group.normal.startswith(begun):
            title.role, title.subrole = "boilerplate", "page_title"
            group.role, group.subrole = "title", "title"
            group.flags = [flag for flag in group.flags if flag.flag != "duplicate_of"]
            return


def _is_run_in(group: Group, below: Sequence[Group]) -> bool:
    """Whether a line holds the whole cover that stands below it, symbol or place and days too: a viewer runs it so."""
    if len(group.lines) > 1 or group.subrole != "title":
        return False
    cover = group.lines[0].normal
    facts = (other.normal for other in below if other.subrole in {"symbol", "place_date"})
    return any(fact and fact in cover for fact in facts) and cover in "".join(other.normal for other in below)


def _is_cut_short(group: Group, below: Sequence[Group]) -> bool:
    """Whether a line that ends open is the beginning of the title right below its symbol: a viewer cut it short."""
    if len(group.lines) > 1 or group.subrole != "title" or not group.lines[-1].ends_open:
        return False
    whole = next((other for other in below if other.subrole != "symbol"), None)
    is_titled = whole is not None and whole.subrole == "title" and len(group.normal) >= LEAST_BEGUN
    return is_titled and whole is not None and whole.normal.startswith(group.normal) and whole is not below[0]


def _is_word_above(group: Group, own: Group | None, groups: Sequence[Group]) -> bool:
    """Whether a group is the type of a text and no more, with the whole title below it: what a site calls its page."""
    is_above = own is not None and groups.index(group) < groups.index(own)
    return is_above and not group.is_long and own is not None and own.is_long


def _is_again(group: Group, own: Group | None, groups: Sequence[Group]) -> bool:
    """Whether a line that names no text stands above its number, and again below it as the title of the text."""
    is_above = own is not None and group.subrole == "title" and groups.index(group) < groups.index(own)
    again = group.lines[0].normal
    return is_above and own is not None and len(again) >= LEAST_BEGUN and own.normal.endswith(again)


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
        if group.is_long and any(other.subrole == "place_date" for other in groups[start:end])
    ]
    last = (dated or own)[-1]
    again = (group for group in named if group.normal == last.normal and _is_below_site(group, groups))
    return next(again, last)


def _find_unlisted(groups: Sequence[Group], named: Sequence[Group]) -> Group | None:
    """A title that no type parts from other lines: ``Charter of …``.

    It stands right below lines of the site, with a title of the page above them; or no other line names a text, but
    for the session that gave it.
    """
    for place, group in enumerate(groups):
        if group.subrole != "title" or not _titles_statute(group):
            continue
        is_below = group.is_parted and any(above in named for above in groups[:place])
        if is_below or all(above.is_session_alone for above in named if above is not group):
            return group
    return None


def _titles_statute(group: Group) -> bool:
    return read_statute_type(group.lines[0].plain, group.lines[0].language) is not None


def _find_first(named: Sequence[Group]) -> Group | None:
    """The first title; one that only names the session or the site gives way to one that the text has below it."""
    if not named:
        return None
    if named[0].is_session_alone:
        return next((group for group in named if group.lines[0].names_type), named[0])
    numbered = next((group for group in named[1:] if _is_numbered_below(named[0], group)), None)
    if numbered is not None:
        return numbered
    above, below = named[0], named[min(1, len(named) - 1)]
    if not above.is_long and below.is_long and names_type_again(above.lines[-1], below.lines[0]):
        # what a page calls the text: ``Cultural Resolutions`` above ``RESOLUTIONS ON CULTURAL AFFAIRS``
        return below
    if named[0].lines[0].hint != "heading" and not named[0].names_type:
        return next((group for group in named if group.lines[0].hint == "heading"), named[0])
    return named[0]


def _is_numbered_below(above: Group, below: Group) -> bool:
    """Whether what a page calls a resolution comes again below it as its own title, with the number.

    ``Resolution on the Wells`` above ``RESOLUTION NO. 5/11-C ON THE WELLS``; ``RESOLUTION NO. 5/11-C - FOURTH ISLAMIC
    CONFERENCE`` above ``RESOLUTION NO. 5/11-C ON THE WELLS``.
    """
    text = " ".join(line.plain for line in above.lines)
    language = above.lines[0].language
    own = read_number(below.lines[0].plain)
    if own is None or any(find_opening("document_types", line.plain, language) for line in below.lines[1:]):
        # below the number the title of the page stands again, with its type
        return False
    number = find_number(text)
    if number is not None:
        has_subject = not is_bare_number(" ".join(line.plain for line in below.lines))
        is_same = number.number.normal == own.normal and has_subject
        return is_same and load_pattern("session_line", language).match(text[number.end :]) is not None
    typed = find_opening("document_types", text, language)
    subject = normalise(text[typed.end("form") :]) if typed else ""
    return len(subject) >= _LEAST_SUBJECT and below.normal.endswith(subject)


def _find_cover(groups: Sequence[Group], own: int) -> int:
    """Where the cover begins of which the title at ``own`` is: below the last lines of the site that part it."""
    return next((place for place in range(own, 0, -1) if groups[place].is_parted), own)


def _name_headline(own: Group | None, groups: Sequence[Group]) -> None:
    """Where the title is ``Press release`` and no more, the headline beside it is the title."""
    if own is None or not all(load_pattern("release_line", line.language).match(line.text) for line in own.lines):
        return
    below = groups[groups.index(own) + 1 :]
    headlines = (group for group in below if group.subrole == "other" and group.role in {"header", "heading"})
    headline = next((group for group in headlines if group.is_long), None)
    if headline is not None:
        own.role, own.subrole = "header", "other"
        headline.role, headline.subrole = "title", "title"


def _tells_meeting(group: Group, language: Language) -> bool:
    """Whether lines name a type of document or a session; a body alone (``Coordination Office``) is a letterhead."""
    return any(line.names_type or find_session(line.text, language) for line in group.lines)


def _is_own(group: Group, groups: Sequence[Group]) -> bool:
    """Whether a title that names a type stands below lines of the site that part it from a title of the page."""
    if not group.names_type:
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
    if len(title.lines) > 1 or len(begun) < LEAST_BEGUN:
        return title
    return next((group for group in below if group.normal.startswith(begun)), title)
