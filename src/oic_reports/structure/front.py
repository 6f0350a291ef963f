"""The lines before the body: symbol, title, place and date, in the groups in which they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oic_reports.cleaning.clean import clean_text
from oic_reports.cleaning.evidence import Evidence
from oic_reports.model import Flag, Language, Role
from oic_reports.reading.plausibility import load_stop_words
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines import PrintedLine, is_organisation, kind_of_front_line, normalise

_FEW = 0.2
# letters of a title that are compared with a title that is printed again
_LONGEST_TITLE = 1000


@lru_cache(maxsize=512)
def clean_line(text: str, evidence: Evidence) -> str:
    """A line without its damage, as the vocabularies know words; each is asked for several times."""
    return clean_text(text, evidence).text


@dataclass(slots=True)
class Group:
    """Lines that make one block before the body."""

    lines: list[PrintedLine]
    role: Role
    subrole: str
    flags: list[Flag] = field(default_factory=list)


def group_front(lines: Sequence[PrintedLine], language: Language, evidence: Evidence) -> list[Group]:
    """Group the lines before the body.

    Lines of one kind that no blank line parts are one block. A title that is printed again takes the place and date
    below it along: it is the head of the text, not another title.
    """
    groups: list[Group] = []
    # where every line stands alone (paragraphs of a web page), blank lines part nothing
    parts = sum(not line.after_gap for line in lines[1:]) > _FEW * len(lines)
    title = ""
    previous = ""
    for line in lines:
        clean = clean_line(line.text, evidence)
        kind = kind_of_front_line(clean, language)
        last = groups[-1] if groups else None
        is_same_run = last is not None and (not (line.after_gap and parts) or _is_one_head(last, line))
        if is_same_run and previous == "title" and kind == "organisation":
            # the name of a body at the end of a title, on a line of its own
            kind = "title"
        if (
            is_same_run
            and last is not None
            and (kind == previous or (last.subrole == "title_repeat" and kind == "place_date"))
        ):
            last.lines.append(line)
        elif kind == "title" and title and normalise(clean) and title.startswith(normalise(clean)):
            flag = Flag("duplicate_of", "front.title_repeat", note="the title is printed again")
            groups.append(Group([line], "title", "title_repeat", [flag]))
        elif kind == "title":
            groups.append(Group([line], "title", "title"))
        else:
            groups.append(Group([line], "header", "other" if kind == "organisation" else kind))
        previous = kind
        first = next((group for group in groups if group.subrole == "title"), None)
        if first is groups[-1] and len(title) < _LONGEST_TITLE:
            title += normalise(clean)
    return _settle_titles(groups, language, evidence)


def label_site_names(groups: Sequence[Group], language: Language) -> None:
    """On a web page, lines above the title that name no organisation are the site's: its name, notices, menus."""
    title = next((place for place, group in enumerate(groups) if group.role == "title"), 0)
    for group in groups[:title]:
        is_other = group.role == "header" and group.subrole == "other"
        if is_other and not any(is_organisation(line.text, language) for line in group.lines):
            group.role, group.subrole = "boilerplate", "site_navigation"


def _is_one_head(group: Group, line: PrintedLine) -> bool:
    """Whether the mark-up makes one heading of a line and the one before it, whatever gap parts them."""
    return line.hint == "heading" == group.lines[-1].hint and group.subrole == "title"


def _settle_titles(groups: list[Group], language: Language, evidence: Evidence) -> list[Group]:
    """A group is a title where it names a type of document or a body; other lines above the body are header lines.

    Lines of a title before the first that names something are not of it; a line between title and body that names
    nothing heads the body.
    """
    groups = [part for group in groups for part in _part_title(group, language, evidence)]
    named = [group for group in groups if group.subrole == "title" and _names_document(group, language, evidence)]
    first = named[0] if named else None
    for group in groups:
        if group.subrole == "title" and group is not first:
            is_part = first is not None and group in named
            group.role, group.subrole = ("title", "title") if is_part else ("header", "other")
        elif group.subrole == "title_repeat" and first is None:
            group.role, group.subrole = "header", "other"
        if group.subrole == "other" and group is groups[-1] and first is not None and group is not groups[0]:
            group.role = "heading"
        if len(group.lines) > 1 and group.role == "title" and group.subrole == "title":
            group.flags.append(Flag("line_wrapped", "front.title"))
    return groups


def _part_title(group: Group, language: Language, evidence: Evidence) -> list[Group]:
    """A title group in two where it begins with lines that name nothing."""
    if group.subrole != "title" or not _names_document(group, language, evidence):
        return [group]
    names = (
        i for i, line in enumerate(group.lines) if _names_document(Group([line], "title", "title"), language, evidence)
    )
    place = next(names, 0)
    while place and _goes_on(group.lines[place].text, language):
        place -= 1
    if not place:
        return [group]
    return [Group(group.lines[:place], "header", "other"), Group(group.lines[place:], "title", "title")]


def _goes_on(text: str, language: Language) -> bool:
    """Whether a line goes on with the one before: it begins with a small word such as "of" or "sur"."""
    words = text.lower().split()
    return bool(words) and words[0] in load_stop_words()[language] - {"the", "la", "le", "les"}


def _names_document(group: Group, language: Language, evidence: Evidence) -> bool:
    text = " ".join(clean_line(line.text, evidence) for line in group.lines)
    return bool(find_form("document_types", text, language) or find_form("body_names", text, language))
