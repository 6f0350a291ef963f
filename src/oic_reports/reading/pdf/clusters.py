"""Characters that PDFium gives at one origin: a ligature's letters, a letter with its signs, a run named as a whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import fold_text, has_hamza, is_mark, is_rtl, order_ligature
from oic_reports.reading.pdf.glyphs import UNMAPPED, Label

# points of nothing, and parts of a point that tell two places apart; where the presentation forms begin in Unicode;
# glyphs of a run of one glyph, font sizes of a flat one
_NOTHING = 0.01
_GRAIN = 1000
_FORMS = 0xFB00
_LEAST_RUN = 5
_FLAT_RUN = 0.08
# characters that stand for several words, or signs, by their letters in order; characters of the shortest
_PHRASES = {
    "".join(sorted(text)): text
    for text in (unicodedata.normalize("NFKC", form) for form in ("\ufdfa", "\ufdfb", "\ufdfd"))
    if " " in text
}
_ELLIPSIS = "…"
_LEAST_PHRASE = 3
# a letter with the signs behind it
_LETTER = re.compile("[^\u064b-\u065f\u0670][\u064b-\u065f\u0670]*")


def merge_characters(
    codes: Integers,
    unmapped: Booleans,
    labels: Mapping[int, Label],
    origin: Floats,
    left: Floats,
    right: Floats,
    sizes: Floats,
) -> tuple[list[str], list[int], list[float], int]:
    """Characters at one origin are one glyph: text, index of the first character, end of the advance; how many folded.

    PDFium gives the letters of a right-to-left ligature in reversed order, whatever the order of painting, and a blank
    without width where it takes a spacing vowel sign apart. Where a file says what some glyphs mean together
    (``ActualText``), it may put other characters between the letters of one glyph.
    """
    printed = codes.tolist()
    known = {code: labels[code].text if code in labels else fold_text(chr(code)) for code in set(printed)}
    all_texts = list(map(known.__getitem__, printed))
    for index in np.flatnonzero(unmapped).tolist():
        all_texts[index] = UNMAPPED
    kept = _find_texts(all_texts)
    if not kept.size:
        return [], [], [], 0
    _set_back(all_texts, kept, origin, left, right)
    _spell_phrases(all_texts, kept, origin, left)
    kept = _find_texts(all_texts)
    forms = [code for code, text in known.items() if code >= _FORMS and text not in {UNMAPPED, chr(code)}]
    folded = int(np.count_nonzero(np.isin(codes, forms) & ~unmapped)) if forms else 0
    _gather(all_texts, kept, origin, left, right, sizes)
    kept = _find_texts(all_texts)
    follows = np.zeros(len(kept), np.bool_)
    follows[1:] = (origin[kept[1:]] == origin[kept[:-1]]).all(axis=1)
    if labels:
        # each label is a glyph of its own
        is_glyph = np.isin(codes[kept], [code for code in known if code in labels])
        follows[1:] &= ~is_glyph[1:] & ~is_glyph[:-1]
    return (*_join_runs(all_texts, kept, follows, left, right), folded)


def _set_back(all_texts: list[str], kept: Integers, origin: Floats, left: Floats, right: Floats) -> None:
    """Let letters that reach back from their origin begin at their left edge.

    A font that paints a letter over the next one may give it an advance below nothing: its origin is where the letter
    before it begins, and it is no ligature with that one.
    """
    back = kept[(right[kept] - origin[kept, 0] < _NOTHING) & (origin[kept, 0] - left[kept] > _NOTHING)]
    letters = [index for index in back.tolist() if is_rtl(all_texts[index]) and not is_mark(all_texts[index])]
    origin[letters, 0] = left[letters]


def _spell_phrases(all_texts: list[str], kept: Integers, origin: Floats, left: Floats) -> None:
    """Put the words of one glyph (``ﷺ``) into its first character, in logical order, and three full stops as one sign.

    PDFium takes such a character apart, and turns its words, or the letters of each, round. Each part has the whole
    glyph's box: stops that are set one by one have not.
    """
    same = (origin[kept[1:]] == origin[kept[:-1]]).all(axis=1) & (left[kept[1:]] == left[kept[:-1]])
    edges = np.flatnonzero(np.diff(same.astype(np.int8), prepend=0, append=0))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        members = kept[start : end + 1].tolist()
        if len(members) < _LEAST_PHRASE:
            continue
        text = "".join(all_texts[index] for index in members)
        whole = _ELLIPSIS if text == "..." else _PHRASES.get("".join(sorted(text)))
        if whole is not None:
            for index in members:
                all_texts[index] = ""
            all_texts[members[0]] = whole


def _find_texts(all_texts: list[str]) -> Integers:
    """The indexes of texts that are not empty."""
    if "" not in all_texts:
        return np.arange(len(all_texts))
    return np.array([index for index, text in enumerate(all_texts) if text], np.int64)


def _gather(all_texts: list[str], kept: Integers, origin: Floats, left: Floats, right: Floats, sizes: Floats) -> None:
    """Put right what PDFium gives at one origin where a file says what some glyphs mean together (``ActualText``).

    The letters of one glyph that stand apart in the stream go into the first of them; the letters of a whole run are
    spread over its width. What is not needed any more becomes empty.
    """
    points = np.rint(origin[kept] * _GRAIN)
    by_place = np.lexsort((points[:, 1], points[:, 0]))
    order, points = kept[by_place], points[by_place]
    is_first = np.ones(len(order), np.bool_)
    is_first[1:] = (points[1:] != points[:-1]).any(axis=1)
    if is_first.all():
        return
    starts = np.flatnonzero(is_first)
    runs: dict[str, float] = {}
    for start in np.unique(np.searchsorted(starts, np.flatnonzero(~is_first), side="right") - 1).tolist():
        end = starts[start + 1] if start + 1 < len(starts) else len(order)
        members = order[starts[start] : end].tolist()
        letters = [index for index in members if all_texts[index] != " "]
        if len(members) >= _LEAST_RUN and len({round(float(left[index]), 2) for index in members}) == len(members):
            _spread_run(members, all_texts, origin, left, right, float(sizes[members[0]]), runs)
        elif len(letters) > 1 and letters[-1] - letters[0] >= len(members):
            _join_letters(members, letters, all_texts, left, right)


def _spread_run(
    members: list[int],
    all_texts: list[str],
    origin: Floats,
    left: Floats,
    right: Floats,
    size: float,
    runs: dict[str, float],
) -> None:
    """Give each letter of a run its part of the run's width, from right to left, signs to the letter before them.

    Such a run is given once for each piece that paints it: of copies the widest stays.
    """
    spread = sorted(members, key=lambda index: -left[index])
    texts = [all_texts[index] for index in spread]
    if any(text.isalnum() and not is_rtl(text) and not is_mark(text) for text in texts):
        return
    text = "".join(texts)
    width = float(right[spread[0]] - left[spread[-1]])
    if width < _FLAT_RUN * size * len(spread) or runs.get(text, 0.0) > width:
        for index in members:
            all_texts[index] = ""
        return
    runs[text] = width
    before: int | None = None
    for index in spread:
        if is_mark(all_texts[index]) and before is not None:
            all_texts[before] += all_texts[index]
            all_texts[index] = ""
            left[before] = left[index]
            origin[before, 0] = left[index]
        else:
            origin[index, 0] = left[index]
            before = index


def _join_letters(members: list[int], letters: list[int], all_texts: list[str], left: Floats, right: Floats) -> None:
    """Put the letters of one glyph into the first of them, in logical order."""
    if not all(is_rtl(all_texts[index]) or is_mark(all_texts[index]) for index in letters):
        return
    spread = sorted(letters, key=lambda index: -left[index])
    text = "".join(all_texts[index] for index in spread)
    bare = "".join(sign for sign in text if not is_mark(sign))
    if is_mark(text[0]):
        text = "".join(all_texts[index] for index in reversed(spread))
    elif order_ligature(bare, is_reversed=False) != bare:
        # each letter keeps the signs behind it
        text = "".join(reversed(_LETTER.findall(text)))
    first = letters[0]
    right[first] = max(float(right[index]) for index in letters)
    left[first] = min(float(left[index]) for index in letters)
    for index in members:
        all_texts[index] = ""
    all_texts[first] = text


def _join_runs(
    all_texts: list[str], kept: Integers, follows: Booleans, left: Floats, right: Floats
) -> tuple[list[str], list[int], list[float]]:
    """Texts, places and ends of glyphs; ``follows`` says which character stands at the origin of the one before it."""
    places = kept.tolist()
    texts = [all_texts[index] for index in places]
    ends: list[float] = right[kept].tolist()
    # runs of characters at one origin, from the last: those before a run keep their place in the lists
    edges = np.flatnonzero(np.diff(follows.astype(np.int8), append=0))
    if edges.size:
        lefts, rights = left.tolist(), right.tolist()
        for start, end in zip(edges[-2::-2].tolist(), edges[::-2].tolist(), strict=True):
            run = slice(start, end + 1)
            own = [False] + [True] * (end - start)
            texts[run], places[run], ends[run] = _join_at_origin(all_texts, places[run], own, lefts, rights)
    return texts, places, ends


def _join_at_origin(
    all_texts: list[str], kept: list[int], follows: list[bool], lefts: list[float], rights: list[float]
) -> tuple[list[str], list[int], list[float]]:
    """Texts, places and ends of the glyphs of a run of characters, all but the first of which ``follow``."""
    texts: list[str] = []
    places: list[int] = []
    ends: list[float] = []
    joined: dict[int, list[int]] = {}
    base: int | None = None
    for place, index in enumerate(kept):
        text = all_texts[index]
        is_beside = follows[place] or (place + 1 < len(kept) and follows[place + 1])
        if text == " " and is_beside and rights[index] - lefts[index] < _NOTHING:
            # what comes after the blank stands at the origin of what came before it
            if place + 1 < len(kept):
                follows[place + 1] = follows[place] and follows[place + 1]
            continue
        if not follows[place] or text == " ":
            base = None
        if base is not None and not is_mark(text):
            joined.setdefault(base, [places[base]]).append(index)
            ends[base] = max(ends[base], rights[index])
            continue
        is_after_sign = follows[place] and base is None and texts and is_mark(texts[-1])
        if is_after_sign and text != " " and not is_mark(text) and _are_parts(places[-1], index, lefts, rights):
            # a sign that PDFium puts before its letter; a hamza makes another letter with it
            texts[-1] = unicodedata.normalize("NFC", text + texts[-1])
            places[-1] = index
            ends[-1] = max(ends[-1], rights[index])
            base = len(texts) - 1
            continue
        if text != " " and not is_mark(text):
            base = len(texts)
        texts.append(text)
        places.append(index)
        ends.append(rights[index])
    for glyph, members in joined.items():
        signs = "".join(sign for sign in texts[glyph] if is_mark(sign))
        texts[glyph] = _order_letters(members, all_texts, lefts) + signs
    return texts, places, ends


def _are_parts(sign: int, letter: int, lefts: list[float], rights: list[float]) -> bool:
    """Whether a sign and a letter at one origin are of one glyph: PDFium gives both its box, or divides it among them.

    The boxes of two glyphs differ: the sign may be that of the letter before, set so far from it.
    """
    is_one = abs(lefts[sign] - lefts[letter]) < _NOTHING and abs(rights[sign] - rights[letter]) < _NOTHING
    apart = min(abs(rights[sign] - lefts[letter]), abs(rights[letter] - lefts[sign]))
    return is_one or apart < _NOTHING


def _order_letters(members: list[int], all_texts: list[str], lefts: list[float]) -> str:
    """The letters of one glyph in logical order: PDFium divides its box among them, from right to left in Arabic.

    The body of a letter and its hamza may be two glyphs at one origin: one of them has the whole letter's text.
    """
    bodies = {unicodedata.normalize("NFD", all_texts[index])[0] for index in members if has_hamza(all_texts[index])}
    members = [index for index in members if all_texts[index] not in bodies]
    text = "".join(all_texts[index] for index in members)
    if not all(is_rtl(all_texts[index]) for index in members):
        return order_ligature(text, is_reversed=True)
    if len({round(lefts[index], 2) for index in members}) < len(members):
        return order_ligature(text, is_reversed=True)
    spread = sorted(members, key=lambda index: -lefts[index])
    return order_ligature("".join(all_texts[index] for index in spread), is_reversed=False)
