"""Lines around a report that are not of it: menus, print widgets, share links of the site it stood on."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.lines.menus import is_menu, is_path, is_row_of_links, is_row_of_names
from oic_reports.structure.lines.site_links import about, home, match_phrase, write_links

# what only a site prints around a text
OF_A_SITE = frozenset({"site_navigation", "print_widget", "press_lead"})
_GLUED = compile_pattern(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_DOUBLED = compile_pattern(r"(\w{4,})\1", re.IGNORECASE)
_SENTENCE = compile_pattern(r"[.!?؟]\s*$")
# the way to a page through its site: ``Home > World > Organisations``
_WAY = compile_pattern(r"\w[\w\s’'-]{1,40}(?:\s*(?:[>›»/|]|>>|::)\s+\w[\w\s’'-]{1,40})+[>›»]?")
# who runs the page, and what binds its readers
_RIGHTS = compile_pattern(
    r"\W*(?:(?:19|20)\d{2}\s*)?(?:©|copyright\b)[^.;]{0,40}.{0,40}\b(?:privacy|terms)\b", re.IGNORECASE
)
# what is left of an image without words: ``![]() |``
_IMAGE = compile_pattern(r"\W*!\s?\[\s?\]?\s?\([^()\s]*\)\W*")
# characters of the longest line of a site, of a line that begins as one, and of a menu entry that may look like a
# sentence
_LONGEST = 240
# what a picture shows and who took it, who writes in a forum since when; characters of such a line
_BESIDE: tuple[PatternName, ...] = ("photo_credit", "forum_member")
_CAPTION = 160
_SHORT_LINE = 100
_LONGEST_SENTENCE = 60
# the share of a line that words of a site take, and where it has
# commas as prose has
_COVERED = 0.7
_COVERED_WITH_COMMA = 0.9
_COMMA = compile_pattern("[,،] ")


@cache
def _pager() -> re.Pattern[str]:
    """Links to the pages of a text: ``« Previous 1 2 3 Next »``."""
    between = rf"(?:[\s«»‹›<>|/\[\]….]|\d{{1,3}}(?!\d)|{write_links('next', 'page')})+"
    return compile_pattern(rf"(?=.*(?:{write_links('next')})){between}", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    """Where a copy was taken from, though a full stop ends it."""
    return compile_pattern(rf"\W*(?:{write_links('source')})\s?:\s*\S", re.IGNORECASE)


@cache
def _openings() -> re.Pattern[str]:
    forms = sorted({row["form"] for row in load_vocabulary("residue_openings")}, key=lambda form: (-len(form), form))
    # a blank may stand before a colon
    written = "|".join(re.escape(form).replace(":", r"\s?:") for form in forms)
    # what stands behind a colon may be printed close to it: ``Date:10/16/2019``
    return compile_pattern(rf"(?:{written})(?:(?<=\W)|(?!\w))", re.IGNORECASE)


def is_glued(line: str) -> bool:
    """Whether words of a menu were run together: ``HomeOIC HeadquartersSitemap``."""
    return bool(_GLUED.search(line)) or bool(_DOUBLED.search(line))


def opens_residue(line: str) -> bool:
    """Whether a short line opens as links and notices of sites do, and ends as no sentence does."""
    if _pager().fullmatch(line):
        return True
    if load_pattern("labelled_days", "en").match(line):
        # a page is put up on one day: several are a meeting's
        return False
    return len(line) < _SHORT_LINE and bool(_openings().match(line)) and not _SENTENCE.search(line)


@lru_cache(maxsize=4096)
def is_residue(line: str) -> bool:
    """Whether a line is made of phrases of site menus and widgets, small misspellings and all.

    Or opens as sites date, sign and sort their pages: ``Posted by``, ``Source:``.
    """
    if not line or len(line) > _LONGEST or line.count(")") > line.count("("):
        # the end of a bracket goes on with the line above: ``(SESSION DE`` above ``PARTAGE)``
        return False
    if load_pattern("labelled_days", "en").match(line):
        return False
    if (home().match(line) and (_WAY.fullmatch(line) or is_menu(line))) or _pager().fullmatch(line):
        return True
    if len(line) < _CAPTION and any(load_pattern(name, "en").search(line) for name in _BESIDE):
        return True
    if _IMAGE.fullmatch(line) or _RIGHTS.match(line) or load_pattern("host_notice", "en").match(line):
        return True
    own = about().match(line)
    if (own and is_row_of_names(line[own.end() :])) or is_row_of_links(line) or is_path(line):
        return True
    if _source().match(line) or (_openings().match(line) and not _SENTENCE.search(line)):
        return True
    if len(line) > _LONGEST_SENTENCE and _SENTENCE.search(line):
        return False
    words = [word for word in re.findall(r"[^\W_]+(?:[’'][^\W_]+)?", _separate(line).lower()) if not word.isdigit()]
    if not words:
        return False
    covered = place = 0
    while place < len(words):
        size = match_phrase(words, place)
        covered += sum(len(word) for word in words[place : place + size])
        place += max(size, 1)
    # a comma parts places and names, not links: ``OIC Headquarters, Jeddah``
    least = _COVERED_WITH_COMMA if _COMMA.search(line) else _COVERED
    return covered >= least * sum(map(len, words))


def _separate(line: str) -> str:
    return _GLUED.sub(" ", _DOUBLED.sub(r"\1", line))


def name_subrole(line: str) -> str:
    """``print_widget`` or ``site_navigation``."""
    return "print_widget" if re.search(write_links("print"), line, re.IGNORECASE) else "site_navigation"
