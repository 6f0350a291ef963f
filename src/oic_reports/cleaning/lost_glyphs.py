"""Letters shown as a box or a replacement character, restored where just one attested word or phrase fits.

First phrases that OIC documents use (``□ قر الأ □ م المتحدة`` can only be ``مقر الأمم المتحدة``), then single words.
The blanks that a converter put around a lost glyph belong to the damage. At the start of a line a sign before a blank
may be a bullet: there only a phrase restores a letter, and a sign before a whole word is the bullet. A sign where a
blank is due behind a comma is that blank (a no-break one, in an encoding that the page does not declare).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice, product

from oic_reports.cleaning.bullets import find_bullet
from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence, load_formulas
from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.language.letters import (
    ARABIC_LETTER,
    ARABIC_LETTERS,
    LATIN_LETTER,
    LOST,
    LOST_GLYPH,
    MOST_DAMAGE,
)
from oic_reports.language.lexicon import MOST_LETTERS
from oic_reports.language.particles import ARTICLE, BEFORE_WORD, LETTERS, LI_ARTICLE
from oic_reports.model import Flag, Language

_BEYOND_ASCII = "àâäçéèêëîïôöùûüœæ’"
# the ligatures that every Arabic font has: one glyph, so one lost sign
_LAM_ALEFS = ("لا", "لأ", "لإ", "لآ")
# letters of names too, which are in no list of words but are why another word may not be the only one
_LATIN_FILLS = f"abcdefghijklmnopqrstuvwxyz{_BEYOND_ASCII}ğışžčćñãőāīūḥ"
# words that are tried for a damaged one; letters that one may have lost; letters of a word that holds a formula
_MOST_CANDIDATES = 20_000
_MOST_LOST = 2
_ANCHOR = 3
# a piece of a word, with its blank, is seldom a longer word by chance
_LONG_PIECE = 4
_MARK = "\ufffd"
# in running text a frequent word is misspelt about once in so many times
_MISSPELLED = 300
_SYMBOL_ALONE = compile_pattern(rf"(?<!\S)[{SYMBOL_BULLETS}](?!\S)")
_LINE_STARTS = compile_pattern(rf"(?:^|(?<=\n))[{LOST}](?= )")
RULE_PHRASE = "lost_glyph.phrase"
RULE_WORD = "lost_glyph.word"
# between a mark that is written to a word and two letters or more, where a blank stands and nothing else
_BLANK = compile_pattern(rf"(?<={LATIN_LETTER}[,;])\ufffd(?={LATIN_LETTER}{{2}})")
RULE_BULLET = "lost_glyph.bullet"
RULE_BLANK = "lost_glyph.blank"


def restore_lost_glyphs(draft: Draft, evidence: Evidence) -> None:
    """Restore or flag each lost glyph of a paragraph; one that is damaged all over is flagged as a whole."""
    if not LOST_GLYPH.search(draft.text):
        return
    _write_bullets(draft)
    _write_blanks(draft, evidence)
    lost = len(LOST_GLYPH.findall(draft.text))
    if lost > MOST_DAMAGE:
        draft.flag(0, len(draft.text), Flag("lost_glyph_unresolved", RULE_WORD, "warning", note=f"{lost} lost glyphs"))
        return
    _restore_phrases(draft, evidence.language)
    starts = {match.start() for match in _LINE_STARTS.finditer(draft.text)}
    for match in reversed(list(re.finditer(f"[{LOST}]+", draft.text))):
        if match.start() in starts:
            note = "a bullet, or a letter of the word behind it"
            draft.flag(*match.span(), Flag("lost_glyph_unresolved", RULE_WORD, "warning", note=note))
        else:
            _restore_word(draft, evidence, match)


def _write_bullets(draft: Draft) -> None:
    edits = []
    start = 0
    for line in draft.text.split("\n"):
        places = [0] if find_bullet(line) else []
        places += [match.start() for match in _SYMBOL_ALONE.finditer(line) if match.start()]
        edits += [Edit(start + at, start + at + 1, "•", "glyph_misread", RULE_BULLET, "high") for at in places]
        start += len(line) + 1
    draft.edit(edits)


def _write_blanks(draft: Draft, evidence: Evidence) -> None:
    """Write the blank behind a comma, where the word behind it is whole."""
    words = re.compile(f"{LATIN_LETTER}+")
    places = [match.end() for match in _BLANK.finditer(draft.text)]
    whole = [place for place in places if (word := words.match(draft.text, place)) and evidence.is_word(word.group())]
    draft.edit([Edit(place - 1, place, " ", "glyph_loss", RULE_BLANK, "medium") for place in whole])


def _restore_phrases(draft: Draft, language: Language) -> None:
    found: list[tuple[re.Match[str], tuple[str, ...]]] = []
    marked = LOST_GLYPH.sub(_MARK, draft.text)
    for formula in load_formulas(language):
        if not any(len(word) >= _ANCHOR and word in marked for word in formula):
            continue
        for words, pattern in _compile(formula):
            found += [(m, words) for m in pattern.finditer(marked) if _is_anchored(m, words)]
    # the longest phrase first; a shorter one inside it must not say otherwise, since both were attested
    found.sort(key=lambda item: (item[0].start() - item[0].end(), item[0].start()))
    changes: dict[tuple[int, int], str] = {}
    disputed: set[tuple[int, int]] = set()
    for match, words in found:
        for number, word in enumerate(words, 1):
            span = match.span(number)
            if match.group(number) == word:
                continue
            overlapping = [s for s in changes if s[0] < span[1] and span[0] < s[1]]
            disputed.update(s for s in overlapping if s == span and changes[s] != word)
            if not overlapping:
                changes[span] = word
    for span in sorted(changes, reverse=True):
        if span not in disputed:
            draft.change(*span, changes[span], kind="glyph_loss", rule=RULE_PHRASE, confidence="high")


@cache
def _compile(formula: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Patterns of a phrase in which each letter may be lost, one group a word; with ``لل`` for ``ال`` as well."""
    variants = [formula]
    if formula[0].startswith(ARTICLE):
        variants.append((LI_ARTICLE + formula[0].removeprefix(ARTICLE).removeprefix("ل"), *formula[1:]))
    compiled = []
    for words in variants:
        groups: list[str] = []
        for word in words:
            last = len(word) - 1
            letters = [
                f"(?:{re.escape(letter)}|{' ?' if i else ''}{_MARK}{' ?' if i < last else ''})"
                for i, letter in enumerate(word)
            ]
            # a blank between a particle and the lost first letter of its word belongs to the damage
            blank = "" if groups else f"(?:(?<=[{LETTERS}]) (?={_MARK}))?"
            groups.append(f"({blank}{''.join(letters)})")
        start, end = rf"(?<![^\s\W_])(?:{BEFORE_WORD})", rf"(?![^\s\W_]|{_MARK})"
        compiled.append((words, re.compile(start + r"\s+".join(groups) + end)))
    return tuple(compiled)


def _is_anchored(match: re.Match[str], words: tuple[str, ...]) -> bool:
    """Whether a phrase holds a lost glyph, at least one whole word, and no more than a third of it is lost."""
    lost = len(LOST_GLYPH.findall(match.group()))
    whole = any(match.group(i) == word and len(word) >= _ANCHOR for i, word in enumerate(words, 1))
    return lost > 0 and whole and lost * 3 <= sum(map(len, words))


def _restore_word(draft: Draft, evidence: Evidence, match: re.Match[str]) -> None:
    options: dict[str, tuple[int, int]] = {}
    for start, end in _spans(draft.text, match, evidence):
        for candidate in find_fitting(draft.text[start:end].replace(" ", ""), evidence):
            options.setdefault(candidate, (start, end))
    word = choose_fitting(options, evidence)
    if word is not None:
        span = options[word]
        draft.change(*span, word, kind="glyph_loss", rule=RULE_WORD, confidence="medium")
        return
    note = f"{len(options)} words fit" if options else "no attested word fits"
    draft.flag(*match.span(), Flag("lost_glyph_unresolved", RULE_WORD, "warning", note=note))


def find_fitting(word: str, evidence: Evidence) -> list[str]:
    """Every word, rare ones and misspellings too, that a word with lost glyphs may be."""
    if len(word) > MOST_LETTERS:
        return []
    return [
        candidate
        for candidate in islice(_fill(word, evidence.language), _MOST_CANDIDATES)
        if evidence.is_usual(candidate) or evidence.measure(candidate) or _is_elided(candidate, evidence)
    ]


def choose_fitting(options: Collection[str], evidence: Evidence) -> str | None:
    """The one word that fits. A word list holds misspellings of frequent words: such a rival does not count.

    Nor does a word without the accent that another one has: a letter without an accent is seldom lost.
    """
    accented = {plain for word in options if (plain := _strip_accents(word)) != word and plain.isascii()}
    ranked = sorted(
        (word for word in options if word not in accented), key=lambda word: (-evidence.measure(word), word)
    )
    usual = [word for word in ranked if evidence.is_usual(word) or _is_elided(word, evidence)]
    if len(usual) != 1:
        return None
    rivals = sum(evidence.measure(word) for word in ranked if word != usual[0])
    return usual[0] if not rivals or evidence.measure(usual[0]) >= _MISSPELLED * rivals else None


def _strip_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _spans(text: str, match: re.Match[str], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The stretches that may be one word around a lost glyph: its neighbours, and those over one blank."""
    letter = f"(?:{ARABIC_LETTER}|{LATIN_LETTER}|[{LOST}])"
    before = text[max(match.start() - MOST_LETTERS, 0) : match.start()]
    behind = text[match.end() : match.end() + MOST_LETTERS]
    left = re.search(f"{letter}+$", before)
    right = re.match(f"{letter}+", behind)
    far_left = None if left else re.search(f"{letter}+ $", before)
    far_right = None if right else re.match(f" {letter}+", behind)
    starts = [match.start() - len(left.group()) if left else match.start()]
    ends = [match.end() + len(right.group()) if right else match.end()]
    is_left_whole = far_left is not None and evidence.is_word(far_left.group().strip())
    is_right_whole = far_right is not None and evidence.is_word(far_right.group().strip())
    # a neighbour over a blank may belong to the damage, though not a long one that is a word without the lost letter
    if far_left and not (is_left_whole and len(far_left.group()) > _LONG_PIECE):
        starts.append(match.start() - len(far_left.group()))
    if far_right and not (is_right_whole and len(far_right.group()) > _LONG_PIECE):
        ends.append(match.end() + len(far_right.group()))
    for start, end in product(starts, ends):
        # and one that is left out must be such a word
        may_begin = not far_left or start < match.start() or is_left_whole
        may_end = not far_right or end > match.end() or is_right_whole
        if may_begin and may_end and end - start > match.end() - match.start():
            yield start, end


def _fill(word: str, language: Language) -> Iterator[str]:
    """Every reading of a word with letters for its lost glyphs; two replacement characters may be one letter.

    A replacement character stands for bytes that could not be decoded: never for an ASCII letter.
    """
    fills: Collection[str] = _BEYOND_ASCII if "\ufffd" in word else _LATIN_FILLS
    if language == "ar":
        fills = (*ARABIC_LETTERS, *_LAM_ALEFS)
    shapes = {word, word.replace("\ufffd\ufffd", "\ufffd")}
    for shape in sorted(shapes):
        if len(LOST_GLYPH.findall(shape)) <= _MOST_LOST:
            pieces = [fills if LOST_GLYPH.match(character) else character for character in shape]
            yield from ("".join(letters) for letters in product(*pieces))


def _is_elided(candidate: str, evidence: Evidence) -> bool:
    """Whether a Latin candidate is two words at an apostrophe: ``l’Organisation``, ``Mali’s``."""
    head, mark, tail = candidate.partition("’")
    if not mark or not head or not tail:
        return False
    if evidence.language == "fr":
        return head.lower() in {"l", "d", "s", "n", "m", "t", "c", "j", "qu", "jusqu", "lorsqu"} and evidence.is_word(
            tail
        )
    return tail.lower() == "s" and evidence.is_word(head)
