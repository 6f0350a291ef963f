"""The banner of a page: the name of the OIC or of its organ, and the motto, with which their sites head each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.officers import find_actor
from oic_reports.structure.page.site import find_site

# lines of a banner; letters of it beside names: articles, ``of``, an acronym in brackets
_LINES = 4
_LITTLE = 6
# lines of a headline below the line that says that it is a press release
_HEADLINE = 2
# letters of a name that is no acronym
_NAME = 12
_BODY = frozenset({"preamble", "operative", "list_item"})
# code points of a menu
_MENU = 300


def find_banner(lines: Sequence[PrintedLine], language: Language) -> range:
    """Indexes of the lines that are a page's banner: names of the OIC or of its organ down to the motto.

    Without a motto, an organ's name and that of the OIC are one where they are the first two lines.
    """
    head = lines[:_LINES]
    motto = next((i for i, line in enumerate(head) if _is_motto(line.text, line.language)), None)
    if motto is not None and all(is_name_line(line.text, language) for line in head[:motto]):
        return range(motto + 1)
    return range(2) if _is_double(tuple(line.text for line in head), language) else range(0)


def find_publisher(blocks: Sequence[Block], language: Language) -> str | None:
    """What says that a page is the OIC's own: the site it is on, the motto, ``OIC Press Release`` above the text."""
    site = find_site(blocks)
    if site is not None:
        return site
    menu: list[str] = []
    above: list[str] = []
    for block in blocks:
        if block.role in _BODY:
            break
        above += block.text.split("\n")
        if block.subrole == "site_navigation":
            menu += block.text.split("\n")
        match = load_pattern("oic_motto", language).search(block.text)
        if match:
            return match.group().strip()
    if _is_double(above, language):
        return " ".join(above[:2])
    release = next((line for line in above if _names_own_release(line, language)), None)
    release = release or _find_own_headline(above, language) or _find_wire(above, language)
    if release is not None:
        return release.strip()
    # the entries of its menu may stand on lines of their own
    match = load_pattern("oic_motto", language).search(" ".join(menu)[:_MENU]) if menu else None
    return match.group().strip() if match else _find_copyright(blocks, language)


def _find_copyright(blocks: Sequence[Block], language: Language) -> str | None:
    """The line of a page that says that the OIC, or its office, has the rights in it: ``© OIC Mission to the UN``."""
    owned, office = load_pattern("copyright_line", "en"), load_pattern("own_office", language)
    lines = (line.strip() for block in blocks if block.role not in _BODY for line in block.text.split("\n"))
    rights = (line for line in lines if len(line) <= _MENU and owned.search(line))
    return next((line for line in rights if is_name_line(office.sub(" ", owned.sub(" ", line)), language)), None)


def is_called_release(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a line above the text calls it a press release: it may quote a speech, or end with an invitation."""
    line = load_pattern("release_line", language)
    above = (block.text for block in blocks if block.role in {"title", "header", "heading"})
    return any(line.match(text) for texts in above for text in texts.split("\n"))


def stands_under_day(blocks: Sequence[Block], language: Language) -> bool:
    """Whether nothing but a labelled day stands above a text, as on the OIC's own pages (``Date: 22/09/2006``).

    The OIC's own name may stand above it, the languages that the page has (``English Français العربية``), and a
    headline that names the OIC or its body; below it, the place where a speech was given.
    """
    above: list[str] = []
    for block in blocks:
        if block.role in _BODY or load_pattern("invocation", "en").match(block.text):
            break
        is_place_below = block.subrole == "place_date" and bool(above) and _is_labelled_day(above[-1])
        if not is_place_below:
            above += [line for line in block.text.split("\n") if not _is_letterhead(line, language)]
    *headline, day = above or [""]
    is_ours = all(names_organisation(line, language) or find_body(line, language) is not None for line in headline)
    return len(headline) <= 1 and is_ours and _is_labelled_day(day)


def _is_labelled_day(line: str) -> bool:
    return load_pattern("labelled_day", "en").match(line) is not None


def stands_under_about(blocks: Sequence[Block], language: Language) -> bool:
    """Whether the line right above a text says that a site tells there of itself: ``About the Commission``."""
    last = ""
    for block in blocks:
        if block.role in _BODY:
            break
        last = block.text.split("\n")[-1]
    return load_pattern("about_line", language).match(last) is not None


def _is_letterhead(line: str, language: Language) -> bool:
    """Whether a line is the OIC's name in full, or the languages of a page."""
    words = re.findall(r"\w+", line.lower())
    if words and _language_names().issuperset(words):
        return True
    return _count_letters(line) >= _NAME and names_organisation(line, language) and is_name_line(line, language)


@cache
def _language_names() -> frozenset[str]:
    return frozenset(row[name].lower() for row in load_vocabulary("languages") for name in ("en", "ar", "fr"))


def _find_own_headline(above: Sequence[str], language: Language) -> str | None:
    """The line that calls a text a press release, where the headline below it says what the OIC or its officer does."""
    line = load_pattern("release_line", language)
    for place, text in enumerate(above):
        headline = " ".join(above[place + 1 : place + 1 + _HEADLINE])
        if line.match(text) and find_actor(headline, language) is not None:
            return text
    return None


def _find_wire(above: Sequence[str], language: Language) -> str | None:
    """The brackets in which an agency that passes releases on names whose this one is: ``(MENAFN- OIC)``."""
    for line in above:
        wire = load_pattern("wire_source", "en").match(line)
        if wire and is_name_line(wire.group("source"), language):
            return wire.group()
    return None


def _names_own_release(line: str, language: Language) -> bool:
    """Whether a line says that it is a press release, and of whom: the OIC or its organ."""
    is_release = load_pattern("release_line", language).match(line) is not None
    return is_release and (names_organisation(line, language) or find_body(line, language) is not None)


def is_name_line(line: str, language: Language) -> bool:
    """Whether a line names the OIC or its organ and no more: ``The Organisation of Islamic Cooperation (OIC)``.

    The organ in a symbol (``OIC/COMCEC/17-01/REP``) heads no page.
    """
    if find_symbol(line):
        return False
    organisation = load_pattern("organisation", language)
    rest = organisation.sub("", line)
    body = find_body(line, language)
    return (rest != line or body is not None) and _count_letters(_drop_organ(rest, language)) <= _LITTLE


def _is_double(lines: Sequence[str], language: Language) -> bool:
    """Whether the first two lines are the name of an organ and that of the OIC."""
    if len(lines) < 2 or not all(is_name_line(line, language) for line in lines[:2]):  # noqa: PLR2004
        return False
    if min(map(_count_letters, lines[:2])) < _NAME:
        # acronyms are links of any site
        return False
    return find_body(lines[0], language) is not None and names_organisation(lines[1], language)


def _drop_organ(line: str, language: Language) -> str:
    for _ in range(2):
        match = find_form("body_names", line, language)
        if match is None:
            break
        line = line[: match.start("form")] + line[match.end("form") :]
    return re.sub(r"\([^()]*\)", "", line)


def _count_letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _is_motto(line: str, language: Language) -> bool:
    # the names of a menu are no motto
    return len(line.split()) > 3 and load_pattern("oic_motto", language).fullmatch(line.strip()) is not None  # noqa: PLR2004
