"""A title in two where what stands above it was taken for its first lines: a list of documents, a page's name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import LISTED_TYPES, find_form, find_forms, find_opening, read_type
from oic_reports.structure.front.front_groups import LEAST_BEGUN, TYPE_WORDS, Group, names_document, read_line_type
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.names.bodies import names_organisation
from oic_reports.structure.names.sessions import find_session
from oic_reports.structure.names.statute_types import read_statute_type

# letters of the beginning of a title that a list of documents holds, and of what stands before it there
_BEGUN = 40
# lines over which the title of a statement says for whom it is made
_STATEMENT_LINES = 12
# lines of a column's name and a headline
_COLUMN_LINES = 2
_YEAR_AT_END = compile_pattern(r"(?<!\d)(?:19|20)\d\d$")


def part_title(group: Group, layout: Layout) -> list[Group]:
    """A title group in parts where it begins with lines that name nothing, or with a site's list of its documents."""
    parts: list[Group] = []
    while (cut := _cut_title(group, layout)) is not None:
        above, group = cut
        parts.append(above)
    return [*parts, group] if group.lines else parts


def _cut_title(group: Group, layout: Layout) -> tuple[Group, Group] | None:
    """A title group in two, above and below the end of what is no part of its title; None where all of it is."""
    if group.subrole != "title" or not group.lines:
        return None
    if _names_series(group.lines):
        return _cut_at(group, 1, "page_title")
    if _is_column(group.lines):
        return _cut_at(group, 1, "site_navigation")
    viewer = _find_viewer(group.lines)
    if viewer:
        return _cut_at(group, viewer, "page_title")
    if not names_document(group.lines, layout):
        return None
    below_menu = _find_below_menu(group.lines)
    if below_menu:
        return _cut_at(group, below_menu, "site_navigation")
    if _is_begun(group.lines):
        return _cut_at(group, 1, "page_title")
    again = _find_title_again(group.lines)
    if again:
        # what a page calls the text, right above the text's own title
        above = Group(group.lines[:again], "title", "title", group.is_parted)
        return above, Group(group.lines[again:], "title", "title", is_parted=True)
    names = (i for i, line in enumerate(group.lines) if names_document([line], layout) or _titles_statute(line))
    first = min(next(names, 0), _find_wrapped_name(group.lines))
    place = _find_group_statement(group.lines) or _find_type_below(group.lines) or first
    while place and _goes_on(group.lines[place - 1], group.lines[place]) and not _is_letterhead(group, place - 1):
        place -= 1
    if not place:
        return None
    above = Group(group.lines[:place], "header", "other", group.is_parted)
    return above, Group(group.lines[place:], "title", "title")


def _titles_statute(line: PrintedLine) -> bool:
    return read_statute_type(line.plain, line.language) is not None


def _cut_at(group: Group, place: int, subrole: str) -> tuple[Group, Group]:
    """A title group in two: what a site says of the page, and what stands below it."""
    above = Group(group.lines[:place], "boilerplate", subrole, group.is_parted)
    return above, Group(group.lines[place:], "title", "title", is_parted=True)


def part_annexed(above: Group | None, group: Group) -> list[Group]:
    """A title right below the label of an annex in two, where its first lines name the document that has the annex.

    ``Annex 2`` above ``Final communiqué of the summit`` above ``Text of the draft declaration of Dakar``.
    """
    if group.subrole != "title" or above is None or above.lines[-1].annex is None:
        return [group]
    first = read_line_type(group.lines[0])
    drafts = load_pattern("status_draft", group.lines[0].language)
    for place, line in enumerate(group.lines[1:], 1):
        draft = drafts.match(line.plain) or load_pattern("text_of", line.language).match(line.plain)
        rest = line.plain[draft.end() :] if draft else line.plain
        form = find_form("document_types", rest, line.language)
        own = read_type(form, line.language)
        # ``DRAFT DECLARATION OF DAKAR``, ``Dakar Declaration``
        is_end = form is not None and form.end("form") == len(rest.rstrip())
        is_begun = draft is not None or is_end or read_line_type(line) is not None
        if first and own not in {None, first} and is_begun and not group.lines[place - 1].ends_open:
            # what the annex is of goes with its label
            head = Group(group.lines[:place], "header", "symbol", group.is_parted)
            return [head, Group(group.lines[place:], "title", "title")]
    return [group]


def _is_begun(lines: Sequence[PrintedLine]) -> bool:
    """Whether the first line is the beginning of those below it: a viewer prints as much of a title as it has room for.

    ``REPORT OF THE FIFTH`` above ``REPORT OF THE / FIFTH SESSION OF THE COUNCIL``.
    """
    first, rest = lines[0].normal, ""
    for line in lines[1:]:
        rest += line.normal
        if len(rest) > len(first):
            break
    return LEAST_BEGUN <= len(first) < len(rest) and rest.startswith(first)


def _names_series(lines: Sequence[PrintedLine]) -> bool:
    """Whether the first line is what a page calls the texts that it gives, above the title of the one that it gives.

    ``Press Statements 31``, ``OIC condemns … – OIC press release/Non UN document``, ``Here is the address by …``.
    """
    return load_pattern("page_calls_texts", lines[0].language).match(lines[0].plain) is not None


def _is_column(lines: Sequence[PrintedLine]) -> bool:
    """Whether the first line is the name of a newspaper's column, a type alone, above a headline: ``OIC: wells dug``.

    A title that goes on with its type begins otherwise than with the organisation and a colon.
    """
    if len(lines) < _COLUMN_LINES:
        return False
    form = find_opening("document_types", lines[0].plain, lines[0].language)
    is_alone = form is not None and lines[0].plain.strip(" :.") == form.group("form")
    named = load_pattern("organisation", lines[1].language).match(lines[1].plain)
    behind = lines[1].plain[named.end() :].lstrip() if named else ""
    return is_alone and behind.startswith(":") and len(behind) > 1


def _find_wrapped_name(lines: Sequence[PrintedLine]) -> int:
    """The line in which the first name of a body begins that a wrap parts; the last line where none is parted."""
    whole = " ".join(line.plain for line in lines)
    ends = list(accumulate(len(line.plain) + 1 for line in lines))
    for named in find_forms("body_names", whole, lines[0].language):
        begin, end = (bisect_right(ends, place) for place in (named.start("form"), named.end("form") - 1))
        if begin < end:
            return begin
    return len(lines) - 1


def _find_type_below(lines: Sequence[PrintedLine]) -> int:
    """The place of a line that begins with a type of document, below lines that name only whose it is; 0 for none."""
    place = next((i for i, line in enumerate(lines) if line.names_type), 0)
    if not place or lines[place - 1].ends_open or not any(line.names_body for line in lines[:place]):
        return 0
    begins = find_opening("document_types", lines[place].plain, lines[place].language) is not None
    return place if begins and not lines[place].is_small else 0


def _find_viewer(lines: Sequence[PrintedLine]) -> int:
    """The place of the line that prints the title of a statute again below what a viewer says of its page; or 0."""
    if not _titles_statute(lines[0]):
        return 0
    return next((place for place in range(len(lines) - 1, 1, -1) if lines[place].normal == lines[0].normal), 0)


def _find_group_statement(lines: Sequence[PrintedLine]) -> int:
    """The place of a line that begins the title of a statement made for the OIC's group, below a site's headline; or 0.

    ``The ambassador made a statement on behalf of the OIC`` above ``Statement by …, on behalf of the OIC Group``.
    """
    titled = load_pattern("group_statement_title", lines[0].language)
    ends = range(_STATEMENT_LINES, _STATEMENT_LINES + len(lines))
    wholes = (" ".join(line.plain for line in lines[place:end]) for place, end in enumerate(ends))
    return next((place for place, whole in enumerate(wholes) if titled.match(whole)), 0)


def _find_title_again(lines: Sequence[PrintedLine]) -> int:
    """The place of a line that begins with the type of the whole title above it, and names a meeting again; or 0.

    ``Final communiqué of the 10th Islamic Summit (…)`` above ``FINAL COMMUNIQUÉ OF THE TENTH SESSION OF`` …; two
    resolutions of one list name different things.
    """
    begun = read_line_type(lines[0])
    if begun in {None, *LISTED_TYPES}:
        return 0
    places = [place for place, line in enumerate(lines) if place and read_line_type(line) == begun]
    if len(places) != 1 or lines[places[0] - 1].ends_open:
        return 0
    above, below = lines[: places[0]], lines[places[0] :]
    return places[0] if _names_meeting(above) and _names_meeting(below) else 0


def _names_meeting(lines: Sequence[PrintedLine]) -> bool:
    return any(line.names_body for line in lines) or any(find_session(line.text, line.language) for line in lines)


def _find_below_menu(lines: Sequence[PrintedLine]) -> int:
    """The place of a line whose beginning a longer line above has behind others: a site's list of documents; or 0."""
    long = [place for place, line in enumerate(lines) if len(line.normal) >= 2 * _BEGUN]
    begins = {line.normal[:_BEGUN] for line in lines[1:] if len(line.normal) >= _BEGUN} if long else set()
    held = {part for place in long for part in _list_parts(lines[place].normal) if part in begins}
    for place in range(len(lines) - 1, 0, -1):
        begun = lines[place].normal[:_BEGUN]
        if begun not in held:
            continue
        listed = [lines[above] for above in long if above < place and lines[above].normal.find(begun) >= _BEGUN]
        if listed:
            # the list has the type above it, too: ``Final communiqué`` above ``Adopted by the …``
            typed = lines[place - 1].names_type and lines[place - 1].normal + begun
            return place - 1 if typed and any(typed in above.normal for above in listed) else place
    return 0


def _list_parts(normal: str) -> Iterator[str]:
    """All that a line holds behind its own beginning that is as long as one."""
    return (normal[start : start + _BEGUN] for start in range(_BEGUN, len(normal) - _BEGUN + 1))


def _goes_on(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line goes on with the one above; the name of a type may be broken: ``TEN-YEAR`` above ``PROGRAMME``."""
    typed = find_form("document_types", f"{above.plain} {line.plain}", line.language)
    is_broken = typed is not None and typed.start("form") < len(above.plain) < typed.end("form")
    return is_broken or above.ends_open or _begins_small(line) or _is_horizon(above, line)


def _is_horizon(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line says up to which year a programme is, whose word stands alone below it.

    ``OIC until the year 2025`` above ``Programme of Action``.
    """
    is_alone = read_line_type(line) == "programme" and len(line.text.split()) <= TYPE_WORDS
    return is_alone and _YEAR_AT_END.search(above.plain) is not None and names_organisation(above.plain, above.language)


def _is_letterhead(group: Group, place: int) -> bool:
    """Whether a line at the head of a group is the name of an organisation and no more, above a headline."""
    return place == 0 and group.lines[0].front_kind == "organisation"


def _begins_small(line: PrintedLine) -> bool:
    """Whether a line goes on with the one before: it begins with a small word such as "of" or "sur"."""
    if find_opening("body_names", line.plain, line.language):
        # ``لجنة القدس`` begins with the letter of a particle
        return False
    return bool(load_pattern("title_continues", line.language).match(line.text))
