"""Blanks that stand inside a word, or were lost between two.

``الا جتماع``: where a piece is no word, and the word that it makes with its neighbour is usual, the blank is damage. It
goes where the neighbour is no word either, or an article without its word, and the other neighbour makes none.

``Conferencewas``: a word that exists nowhere, and that just one place parts into two usual words. The blank is put back
where one of the two is never written to another (``separate_words.csv``), or where Arabic letters show the place: a teh
marbuta ends its word, an article begins one. With another small word it is flagged; two others may be a compound.
Arabic names are written together or apart as their owners like (``name_parts.csv``).
"""

from __future__ import annotations

import re
from functools import cache

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence
from oic_reports.language.letters import ARABIC_LETTER, ARABIC_MARKS
from oic_reports.language.lexicon import COMMON, MOST_LETTERS, VERY_COMMON, without_particles
from oic_reports.language.particles import ARTICLE, TO_ARTICLE
from oic_reports.language.plausibility import load_stop_words
from oic_reports.model import Flag
from oic_reports.resources import load_vocabulary

_LATIN = compile_pattern(r"(?<![\w’'.@/&?-])[^\W\d_]++(?![\w’'@/&-]|[.?]\w)")
_ARABIC = compile_pattern(f"(?<![\\w\u0640{ARABIC_MARKS}])[{ARABIC_LETTER[1:-1]}{ARABIC_MARKS}]++(?![\\w\u0640])")
_ARTICLE = compile_pattern(f"{TO_ARTICLE}.?")
# no word ends with a hamza on or below an alef behind its article
_HAMZAS = "أإآ"
_ARTICLE_ONLY = compile_pattern(f"{TO_ARTICLE}[{_HAMZAS}]")
_TEH_MARBUTA = compile_pattern(f"ة[{ARABIC_MARKS}]*(?=.)")
# pieces and parts have two letters at least: any letter alone is a label or an abbreviation
_LEAST_PART = 2
# a word of two letters ends other words by chance (``Angela``): its neighbour must be long to tell
_LEAST_REST = {2: 6}
_LEAST_REST_ELSE = 5
# letters before an article inside a word, and behind it: shorter ones are parts of foreign names (``لاسالمان``)
_LEAST_ARABIC = 4
# an author who writes a word so again and again means it
_MOST_OFTEN = 2
RULE_PARTED = "spacing.parted_word"
RULE_JOINED = "spacing.joined_words"


def repair_spaces(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag the parted and the joined words of a paragraph."""
    pattern = _ARABIC if evidence.language == "ar" else _LATIN
    unknown = [number for number, word in enumerate(pattern.findall(draft.text)) if _is_unknown(word, evidence)]
    words = list(pattern.finditer(draft.text)) if unknown else []
    edits: dict[int, Edit] = {}
    flags: dict[int, tuple[int, Flag]] = {}
    for number in unknown:
        parted = _find_parted(words, number, draft.text, evidence)
        if parted:
            first, joined, is_sure = parted
            blank, end = words[first].end(), words[first + 1].end()
            if is_sure:
                edits[blank] = Edit(blank, blank + 1, "", "spacing", RULE_PARTED, "medium")
            else:
                flags[words[first].start()] = end, Flag("suspect_word", RULE_PARTED, expected=joined)
            continue
        place, is_sure = _find_joint(words[number].group(), evidence)
        if place and is_sure:
            blank = words[number].start() + place
            edits[blank] = Edit(blank, blank, " ", "spacing", RULE_JOINED, "medium")
        elif place:
            word = words[number].group()
            expected = f"{word[:place]} {word[place:]}"
            flags[words[number].start()] = words[number].end(), Flag("suspect_word", RULE_JOINED, expected=expected)
    for start, (end, flag) in flags.items():
        draft.flag(start, end, flag)
    draft.edit(edits.values())


def _is_unknown(word: str, evidence: Evidence) -> bool:
    """Whether a word is in no list; a long one is none."""
    if word[-1] in _HAMZAS and _ARTICLE_ONLY.fullmatch(word):
        return True
    return _LEAST_PART <= len(word) <= MOST_LETTERS and not evidence.is_word(word)


def _find_parted(
    words: list[re.Match[str]], number: int, text: str, evidence: Evidence
) -> tuple[int, str, bool] | None:
    """The first of two pieces of one word, the word, and whether it is the only one; ``number`` is a piece."""
    options = []
    for first in (number - 1, number):
        if first < 0 or first + 1 == len(words):
            continue
        left, right = words[first].group(), words[first + 1].group()
        is_beside = text[words[first].end() : words[first + 1].start()] == " "
        is_small = right == right.lower() and min(len(left), len(right)) >= _LEAST_PART
        if is_beside and is_small and evidence.is_common(left + right, COMMON):
            other = left if first < number else right
            is_fragment = (_ARTICLE if first < number else _ARTICLE_ONLY).fullmatch(left) is not None
            options.append((first, left + right, is_fragment or not evidence.is_word(other)))
    if not options:
        return None
    first, joined, is_sure = options[0]
    return first, joined, is_sure and len(options) == 1


def _find_joint(word: str, evidence: Evidence) -> tuple[int, bool]:
    """Where two words were joined (0: nowhere, or anywhere), and whether it is certain that they are two."""
    if evidence.count(word) > _MOST_OFTEN:
        return 0, False
    return _find_arabic_joint(word, evidence) if evidence.language == "ar" else _find_latin_joint(word, evidence)


def _find_arabic_joint(word: str, evidence: Evidence) -> tuple[int, bool]:
    marbuta = _TEH_MARBUTA.search(word)
    if marbuta and all(evidence.is_usual_elsewhere(part) for part in (word[: marbuta.end()], word[marbuta.end() :])):
        return marbuta.end(), len(word) - marbuta.end() >= _LEAST_PART
    first, last = _name_parts("first"), _name_parts("last")
    places = [
        place
        for place in (match.start() for match in re.finditer(ARTICLE, word))
        if min(place, len(word) - place - len(ARTICLE)) >= _LEAST_ARABIC
        and first.isdisjoint(without_particles(word[:place], "ar"))
        and word[place:] not in last
        and evidence.is_usual_elsewhere(word[:place])
        and evidence.is_common(word[place:], VERY_COMMON)
    ]
    return (places[0], True) if len(places) == 1 else (0, False)


def _find_latin_joint(word: str, evidence: Evidence) -> tuple[int, bool]:
    if not (word.islower() or word[1:].islower() or word.isupper()):
        return 0, False
    small = word.lower()
    least = COMMON if word.islower() else VERY_COMMON
    places = [
        place
        for place in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
        if evidence.is_common(small[:place], least) and evidence.is_common(small[place:], least)
    ]
    if len(places) != 1:
        return 0, False
    (place,) = places
    head, tail = small[:place], small[place:]
    after = tail in _separate(evidence.language, "after") and len(head) >= _LEAST_REST.get(len(tail), _LEAST_REST_ELSE)
    # a name may begin with an article: ``Lamontagne``
    before = (
        word.islower()
        and head in _separate(evidence.language, "before")
        and len(tail) >= _LEAST_REST.get(len(head), _LEAST_REST_ELSE)
    )
    # names are made of words by chance (``Kidal``), and new compounds of usual words
    is_odd = (
        after
        or before
        or (
            (not word[1:].islower() or word.islower())
            and not {head, tail}.isdisjoint(load_stop_words()[evidence.language])
        )
    )
    return (place, after or before) if is_odd else (0, False)


@cache
def _separate(language: str, place: str) -> frozenset[str]:
    rows = load_vocabulary("separate_words")
    return frozenset(row["form"] for row in rows if (row["language"], row["place"]) == (language, place))


@cache
def _name_parts(place: str) -> frozenset[str]:
    return frozenset(row["form"] for row in load_vocabulary("name_parts") if row["place"] == place)
