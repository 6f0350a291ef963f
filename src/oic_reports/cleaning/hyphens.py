"""Words with a hyphen behind which there is a blank: divided at the end of a printed line, or broken inside one.

At the end of a line the blank is what joined the lines: it goes, unless the hyphen waits for the end of another word
(``pre-`` *and* ``post-conflict``). The hyphen stays in a name (``Guinea-`` ⏎ ``Bissau``), where the document or a
vocabulary writes it so, before an elision (``main-`` ⏎ ``d'œuvre``), and where only the halves are words; it goes where
only the whole is one. Where both are, the more usual one is taken: far more (``well-`` ⏎ ``being``), or nothing tells.
Behind another hyphen it stays unless the whole is told to be one word.
What nothing tells keeps its hyphen and is flagged.

A document whose program divides words shows it by those of which no half is one. There the hyphen goes from what may be
either, and from a rare word whose first half is none; that is flagged, too.

A dash is set to the words beside it, or apart from both: behind one that is set to the word before it the blank goes.

Inside a printed line a blank is taken for damage only where the whole is attested: as a word, or with its hyphen.
"""

from __future__ import annotations

import re
from functools import cache

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence
from oic_reports.language.lexicon import MOST_LETTERS
from oic_reports.language.plausibility import load_stop_words
from oic_reports.model import Confidence, Flag, Language
from oic_reports.resources import load_vocabulary

_DIVIDED = compile_pattern(
    r"(?<![^\W_])(?P<head>[^\W\d_⁰¹²³⁴-⁹]++)-(?P<blank>[ \n])"
    r"(?=(?P<tail>(?:[^\W\d_]{1,2}[’'])?+[^\W\d_⁰¹²³⁴-⁹]++)(?P<series>-[ \n])?)"
)
_LATIN = "[A-Za-z\u00c0-\u024f]"
_DIVIDED_NAME = compile_pattern(rf"(?<={_LATIN})-(?P<blank>[ \n])(?={_LATIN})")
_CLOSED_DASH = compile_pattern(r"(?<=[^\W_])–(?P<blank>[ \n])(?=[^\W_])")
# half a word: with fewer letters nothing tells whether it is one
_HALF = 2
# a word that is written with a hyphen is seen without one by mistake, about once in so many times
_FAR_LESS = 0.05
# the same where the document divides words: of those that are written with a hyphen the most usual (``sub-committee``)
# has 6 % of its rarer half, of divided ones *accountability* has 9 %
_LESS = 0.08
RULE = "hyphenation.line_end"
RULE_INSIDE = "hyphenation.inside_line"
_KEPT, _GONE = "-", ""
Joint = tuple[str, Confidence]
_GUESSED: Joint = (_GONE, "low")


def join_divided_words(draft: Draft, evidence: Evidence) -> None:
    """Join or flag each word with a blank behind its hyphen."""
    text = draft.text
    if "-" not in text:
        return
    line_ends = frozenset(draft.line_ends)
    edits: list[Edit] = []
    flags: list[tuple[int, int, Flag]] = []
    shift = 0
    for match in _DIVIDED.finditer(text):
        head, tail = match.group("head"), match.group("tail")
        # a hyphen that waits as the one before it does (``short- and medium-`` *to long-term*); of a word in three
        # parts the end is joined first, before the text is looked through again
        if match.group("series") or tail.lower() in _suspending(evidence.language):
            continue
        at_end = match.start("blank") in line_ends
        if not at_end and len(head) < _HALF:
            # a letter that counts: ``A- Political affairs``
            continue
        rule = RULE if at_end else RULE_INSIDE
        is_chain = text[match.start() - 1 : match.start()] == "-"
        joint = _decide(head, tail, evidence, is_chain=is_chain) if at_end else _find_attested(head, tail, evidence)
        hyphen, blank = match.end("head"), match.start("blank")
        grown = 0
        if joint is not None:
            start = blank if joint[0] == _KEPT else hyphen
            edits.append(Edit(start, blank + 1, "", "hyphenation", rule, joint[1]))
            grown = start - blank - 1
        if joint is None or joint == (_KEPT, "low") or (joint == _GUESSED and evidence.divides_words):
            note = "divided at the end of a line" if at_end else "a blank behind a hyphen"
            flags.append(
                (match.start() + shift, match.end("tail") + shift + grown, Flag("suspect_word", rule, note=note))
            )
        shift += grown
    draft.edit(edits)
    for start, end, flag in flags:
        draft.flag(start, end, flag)


def join_divided_names(draft: Draft) -> None:
    """Take the blank out of each Latin name of an Arabic text that goes on below its hyphen (``Al-`` ⏎ ``Biruni``).

    Arabic lines divide no word: the hyphen is the name's.
    """
    line_ends = frozenset(draft.line_ends)
    found = [match for match in _DIVIDED_NAME.finditer(draft.text) if match.start("blank") in line_ends]
    places = [match.start("blank") for match in found]
    draft.edit([Edit(place, place + 1, "", "hyphenation", RULE, "medium") for place in places])


def join_closed_dashes(draft: Draft) -> None:
    """Take away each blank at the end of a line behind a dash that is set to the words beside it (``9–`` ⏎ ``12 May``).

    Where a text sets one so inside a line, with a blank behind it alone, nothing tells.
    """
    line_ends = frozenset(draft.line_ends)
    places = [match.start("blank") for match in _CLOSED_DASH.finditer(draft.text)]
    if line_ends.issuperset(places):
        draft.edit([Edit(place, place + 1, "", "hyphenation", RULE, "medium") for place in places])


@cache
def _suspending(language: Language) -> frozenset[str]:
    return frozenset(row["form"] for row in load_vocabulary("suspending_words") if row["language"] == language)


def _find_attested(head: str, tail: str, evidence: Evidence) -> Joint | None:
    """What stands between the halves inside a printed line; None where the whole is not attested."""
    if evidence.is_compound(f"{head}-{tail}"):
        return _KEPT, "high"
    if not _may_be_one(head, tail) or tail.lower() in load_stop_words()[evidence.language]:
        return None
    joint = _weigh(head, tail, evidence)
    return joint if joint and joint[0] == _GONE and joint[1] != "low" else None


def _decide(head: str, tail: str, evidence: Evidence, *, is_chain: bool) -> Joint | None:
    """What stands between the halves at the end of a line; None where the two may be words apart."""
    if evidence.is_compound(f"{head}-{tail}") or re.search("[’']", tail):
        return _KEPT, "high"
    if tail.lower() in load_stop_words()[evidence.language]:
        return None
    if not _may_be_one(head, tail):
        return _KEPT, "medium"
    joint = _weigh(head, tail, evidence) or (_KEPT, "low")
    if not is_chain:
        return joint
    # behind the line end may be half a word (``non-govern-`` ⏎ ``mental``), or the next link (``day-to-`` ⏎ ``day``)
    is_small = head.lower() in load_stop_words()[evidence.language]
    is_divided = joint == (_GONE, "high") or (joint == (_GONE, "medium") and not is_small)
    return joint if is_divided else (_KEPT, "medium")


def _may_be_one(head: str, tail: str) -> bool:
    """Whether two halves may be one word without a hyphen: a capital inside a word is that of a name."""
    is_even = tail.islower() or (head.isupper() and tail.isupper())
    return is_even and min(len(head), len(tail)) >= _HALF and len(head) + len(tail) <= MOST_LETTERS


def _weigh(head: str, tail: str, evidence: Evidence) -> Joint | None:
    """What stands between the halves by how usual they and the whole are; None where nothing tells."""
    whole = head + tail
    is_word = evidence.is_usual_elsewhere(whole)
    are_words = evidence.is_usual_elsewhere(head) and evidence.is_usual_elsewhere(tail)
    if is_word and not are_words:
        return _GONE, "high"
    if is_word:
        rival, joined = min(evidence.measure(head), evidence.measure(tail)), evidence.measure(whole)
        if joined >= rival:
            return _GONE, "medium"
        if evidence.divides_words and joined >= _LESS * rival:
            return _GUESSED
        return (_KEPT, "medium") if joined < _FAR_LESS * rival else None
    if evidence.divides_words and evidence.measure(whole) > 0 and not evidence.measure(head):
        return _GUESSED
    if are_words:
        return _KEPT, "medium"
    # a rare word, or a misspelling: its half is no word by itself
    is_known = evidence.is_word(whole) and not evidence.is_usual_elsewhere(head)
    return _GUESSED if is_known else None
