"""Lines around a report that are not of it: menus, print widgets, share links of the site it stood on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE
from oic_reports.resources import load_pattern, load_vocabulary

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
# per cent of likeness of two spellings of a word; the share of a line that words of a site take, and where it has
# commas as prose has
_ALIKE = 85
_COVERED = 0.7
_COVERED_WITH_COMMA = 0.9
_COMMA = compile_pattern("[,،] ")
# letters of a name, and links that are a menu
_NAME = 4
_LEAST_LINKS = 4
# letters: two shorter words are alike by chance
_SHORT_WORD = 5


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first letter, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in load_vocabulary("site_residue"):
        words = tuple(row["phrase"].lower().split())
        found.setdefault(words[0][0], set()).add(words)
    order = {letter: sorted(phrases, key=lambda words: (-len(words), words)) for letter, phrases in found.items()}
    return {letter: tuple(phrases) for letter, phrases in order.items()}


@cache
def _links(*kinds: str) -> str:
    """The words of links as alternatives, longest first; accents and hyphens may be left out in all of them."""
    forms = {row["form"] for row in load_vocabulary("site_links") if row["kind"] in kinds}
    written = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return written.replace("é", "[eé]").replace("à", "[aà]").replace(r"\-", "[- ]")


@cache
def _pager() -> re.Pattern[str]:
    """Links to the pages of a text: ``« Previous 1 2 3 Next »``."""
    between = rf"(?:[\s«»‹›<>|/\[\]….]|\d{{1,3}}(?!\d)|{_links('next', 'page')})+"
    return compile_pattern(rf"(?=.*(?:{_links('next')})){between}", re.IGNORECASE)


@cache
def _home() -> re.Pattern[str]:
    return compile_pattern(rf"(?:{_links('home')})\b", re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    """What a site says of itself, the first link where it has none home."""
    return compile_pattern(rf"(?:{_links('about')})(?!\w)", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    """Where a copy was taken from, though a full stop ends it."""
    return compile_pattern(rf"\W*(?:{_links('source')})\s?:\s*\S", re.IGNORECASE)


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
    if (_home().match(line) and (_WAY.fullmatch(line) or _is_menu(line))) or _pager().fullmatch(line):
        return True
    if len(line) < _CAPTION and any(load_pattern(name, "en").search(line) for name in _BESIDE):
        return True
    if _IMAGE.fullmatch(line) or _RIGHTS.match(line) or load_pattern("host_notice", "en").match(line):
        return True
    about = _about().match(line)
    if about and _is_row_of_names(line[about.end() :]):
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
        size = _match(words, place)
        covered += sum(len(word) for word in words[place : place + size])
        place += max(size, 1)
    # a comma parts places and names, not links: ``OIC Headquarters, Jeddah``
    least = _COVERED_WITH_COMMA if _COMMA.search(line) else _COVERED
    return covered >= least * sum(map(len, words))


def _is_menu(line: str) -> bool:
    """Whether a line that begins with the link home is a row of names, and no sentence: ``Home Summits Documents``.

    Other languages of the site may stand among them, in a script without capitals: ``Accueil Sommets عربي English``.
    In Arabic every word but the phrases of sites has the article: ``الرئيسية من نحن الدول الأعضاء الوثائق اتصل بنا``.
    """
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _NAME]
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    if not cased:
        return _is_row_of_names(_about().sub(" ", _leave_phrases(line)))
    return len(words) >= _LEAST_LINKS and all(word[0].isupper() for word in cased) and not _SENTENCE.search(line)


def _leave_phrases(line: str) -> str:
    """A line without the phrases of site menus that several words make: ``اتصل بنا``."""
    words = re.findall(r"[^\W_]+", line.lower())
    left: list[str] = []
    place = 0
    while place < len(words):
        size = _match(words, place)
        left += [] if size > 1 else words[place : place + 1]
        place += max(size, 1)
    return " ".join(left)


def _is_row_of_names(text: str) -> bool:
    """Whether words are names with an adjective at most, as links are: ``Secrétariat général Résolutions Médias``.

    Prose and titles have small words between them; in Arabic every word of such a row has the article.
    """
    words = re.findall(r"[^\W\d_]+", text)
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    if _SENTENCE.search(text) or len(words) < _LEAST_LINKS - 1:
        return False
    if not cased:
        return all(word.startswith(ARTICLE) for word in words)
    names = [word for word in cased if word[0].isupper()]
    is_led = cased == words and words[0][0].isupper()
    is_small = any(word[0].islower() and len(word) < _NAME for word in cased)
    follows = all(above[0].isupper() for above, word in pairwise(cased) if word[0].islower())
    return is_led and follows and not is_small and len(names) >= _LEAST_LINKS - 1


def _separate(line: str) -> str:
    return _GLUED.sub(" ", _DOUBLED.sub(r"\1", line))


def _match(words: list[str], place: int) -> int:
    """How many words from ``place`` on are a phrase of the vocabulary; 0 for none."""
    for phrase in _phrases().get(words[place][0], ()):
        if not _is_alike(words[place], phrase[0]) or place + len(phrase) > len(words):
            continue
        if all(map(_is_alike, words[place + 1 : place + len(phrase)], phrase[1:])):
            return len(phrase)
    return 0


def _is_alike(word: str, expected: str) -> bool:
    if word == expected:
        return True
    return min(len(word), len(expected)) >= _SHORT_WORD and fuzz.ratio(word, expected) >= _ALIKE


def name_subrole(line: str) -> str:
    """``print_widget`` or ``site_navigation``."""
    return "print_widget" if re.search(_links("print"), line, re.IGNORECASE) else "site_navigation"
