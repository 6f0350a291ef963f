"""Menus of sites that stand in one line: links one behind the other, alone or run into what stands below them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import get_args

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE, CONJUNCTION
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.site_links import about, home, read_entries, switch

_SENTENCE = compile_pattern(r"[.!?؟]\s*$")
_COMMA = compile_pattern("[,،;؛:]")
# letters of a name, and links that are a menu
_NAME = 4
_LEAST_LINKS = 4
# words of a site's name before its link home, and of one link
_SITE_WORDS = 3
_LINK_WORDS = 4
# known links one behind the other that no title has
_IN_A_ROW = 3
# what parts the steps to a page, and links; a sign printed twice parts the names of collections, too
_STEP = compile_pattern(r"\s+(?:[/>›»]|>>|::)\s+")
_BETWEEN = compile_pattern(r"\s*(?<!\|)[|•·](?!\|)\s*")
# an Arabic word with its article
_DEFINED = compile_pattern(rf"{CONJUNCTION}{ARTICLE}")
# small words between the names of one link: ``Organes et institutions``, ``News & Media``
_JOINTS = frozenset({"and", "et", "of", "the", "de", "du", "des", "la", "le", "les", "l", "d"})


def is_menu(line: str) -> bool:
    """Whether a line that begins with the link home is a row of names, and no sentence: ``Home Summits Documents``.

    Other languages of the site may stand among them, in a script without capitals: ``Accueil Sommets عربي English``.
    In Arabic every word but the phrases of sites has the article: ``الرئيسية من نحن الدول الأعضاء الوثائق اتصل بنا``.
    """
    line = switch().sub(" ", line)
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _NAME]
    cased = [word for word in words if _is_cased(word)]
    if not cased:
        left = (entry for entry, is_known in read_entries(line) if not is_known or " " not in entry)
        return is_row_of_names(about().sub(" ", " ".join(left)))
    return len(words) >= _LEAST_LINKS and all(word[0].isupper() for word in cased) and not _SENTENCE.search(line)


def is_row_of_names(text: str) -> bool:
    """Whether words are names with an adjective at most, as links are: ``Secrétariat général Résolutions Médias``.

    Prose and titles have small words between them; in Arabic every word of such a row has the article.
    """
    words = re.findall(r"[^\W\d_]+", text)
    cased = [word for word in words if _is_cased(word)]
    if _SENTENCE.search(text) or len(words) < _LEAST_LINKS - 1:
        return False
    if not cased:
        return all(map(_DEFINED.match, words))
    names = [word for word in cased if word[0].isupper()]
    is_led = cased == words and words[0][0].isupper()
    is_small = any(word[0].islower() and len(word) < _NAME for word in cased)
    follows = all(above[0].isupper() for above, word in pairwise(cased) if word[0].islower())
    return is_led and follows and not is_small and len(names) >= _LEAST_LINKS - 1


def is_row_of_links(line: str) -> bool:
    """Whether a line holds the link home, one more that sites have, and names: ``COMSTECH Accueil À propos Bourses``.

    The name of the site may stand before the link home. Or signs part links of which one is known: ``Organs | News |
    Member States | Contact us``.
    """
    line = switch().sub("", line)
    if _SENTENCE.search(line) or _COMMA.search(line):
        return False
    parts = [part for part in _BETWEEN.split(line) if part]
    are_short = all(len(part.split()) <= _LINK_WORDS and not re.search(r"\d", part) for part in parts)
    if len(parts) >= _LEAST_LINKS and are_short:
        return any([is_known for _, is_known in read_entries(part)] == [True] for part in parts)
    link = home().search(line)
    before = line[: link.start()].split() if link else []
    if link is None or len(before) > _SITE_WORDS or not all(map(_is_name, before)):
        return False
    entries = read_entries(line[link.start() :])
    known = sum(is_known for _, is_known in entries)
    left = [word for word, is_known in entries if not is_known]
    return known > 1 and len(entries) >= _LEAST_LINKS and _are_links(left)


def is_path(line: str) -> bool:
    """Whether a line is the way to a page through a site's columns: ``PRESS RELEASE / Events and Conferences``.

    Its first step is a column of releases or a known link; a headline, the name of the organisation and the same column
    in another language are no steps.
    """
    first, *others = _STEP.split(line)
    if not others or not all(map(_is_step, others)):
        return False
    is_known = [known for _, known in read_entries(first)] == [True]
    return is_known or _finds(first, "release_line")


def _is_step(text: str) -> bool:
    is_short = len(text.split()) <= _LINK_WORDS and not re.search(r"\d", text)
    return is_short and not _finds(text, "release_line", "headline_verb", "organisation")


def _finds(text: str, *names: PatternName) -> bool:
    return any(load_pattern(name, language).search(text) for name in names for language in get_args(Language))


def holds_menu(title: str) -> bool:
    """Whether links of a site are run into words: one known behind the link home, or three known in a row."""
    known = "".join("+" if is_known else "-" for _, is_known in read_entries(title))
    if "+" * _IN_A_ROW in known:
        return True
    link = home().match(title)
    return link is not None and known.startswith("++")


def _are_links(words: list[str]) -> bool:
    """Whether words that are no known links are names, with an adjective or a small word between them at most.

    In Arabic each has the article, or one that has it stands behind: ``مكتبة الصور``.
    """
    cased = [word for word in words if _is_cased(word)]
    if not cased:
        ends = zip(words, [*words[1:], ""], strict=True)
        return all(_DEFINED.match(word) or (len(word) >= _NAME and _DEFINED.match(below)) for word, below in ends)
    if cased != words:
        return False
    is_plain = [word[0].islower() and word.lower() not in _JOINTS for word in words]
    return not is_plain[0] and not any(above and below for above, below in pairwise(is_plain))


def _is_name(word: str) -> bool:
    """Whether a word may be of a site's name: with a capital, or with the article."""
    return word[0].isupper() or _DEFINED.match(word) is not None


def _is_cased(word: str) -> bool:
    return word[0].upper() != word[0].lower()
