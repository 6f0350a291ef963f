"""What a font tells of its own codes: by glyph names, outlines and the order of codes, against what its map says.

A code is doubtful whose map says nothing, or something that no word can hold. What the font tells needs no words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from oic_reports.reading.pdf.code_order import CodeOrder
from oic_reports.reading.pdf.displaced_maps import find_displaced
from oic_reports.reading.pdf.folded_bytes import find_folded
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.glyph_text import (
    HAMZAS,
    PLAIN,
    TATWEEL,
    drop_hamzas,
    fold_text,
    has_arabic,
    is_mark,
    is_suspect,
    order_ligature,
)
from oic_reports.reading.pdf.glyphs import LOST, NAMED, NEIGHBOURS, SHIFTED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.map_bytes import decode_shifted

# small letters of a font whose encoding names letters
_NAMED_LETTERS = 10
# signs that are higher than a bar on the line
_NO_BARS = frozenset('!"#$%&*+/<=>?@[\\]^{|}~')
_ACCENTS = re.compile("[\u00a8\u00b4\u00b8\u02b0-\u02ff]")
_HAMZA_BELOW = "\u0655"
_ON_ALEF = frozenset("أإآل")


def look_at_font(codes: FontCodes, number: int, *, is_rtl: bool, is_of_clusters: bool) -> None:
    """Find the doubtful codes of a font, and those among them whose meaning the font tells itself.

    Args:
        codes: the file's fonts; what is found is noted there.
        number: the font.
        is_rtl: whether the file is written from right to left.
        is_of_clusters: whether only codes count that maps name as letters with vowel signs, or as ligatures.
    """
    font = codes.fonts[number]
    displaced = find_displaced(font) if font.has_map and not is_of_clusters else {}
    if displaced:
        _put_in_place(codes, number, displaced)
        return
    is_arabic = any(map(has_arabic, font.raws.values())) or (
        is_rtl and any(map(has_arabic, font.program.names.values()))
    )
    order = CodeOrder(font.raws)
    folded = find_folded(font.raws, font.advances) if font.has_map and not is_of_clusters else {}
    names_letters = not is_rtl and sum(raw.islower() for raw in font.raws.values()) >= _NAMED_LETTERS

    def is_left_out(text: str) -> bool:
        """Whether a code has no text in a font without a map whose encoding names small letters."""
        return names_letters and text == UNMAPPED

    for code, raw in sorted(font.raws.items()):
        text = fold_text(raw)
        if is_of_clusters and not _is_cluster(text):
            letters = order_ligature(text, is_reversed=False)
            if len(letters) > 1 and has_arabic(letters):
                # the map has them in the order of reading
                codes.tell((number, code), letters, NAMED)
            continue
        # of a font that lends a text some signs a kashida may be the only Arabic one
        lends = is_rtl and (text == UNMAPPED or code in font.program.flat)
        told = tell_code(font, code, order, is_arabic=is_arabic or lends)
        if code in folded:
            told = (folded[code], LOST if folded[code] == UNMAPPED else SHIFTED)
        if told is not None:
            codes.tell((number, code), *told)
        elif (_is_strange(text) if is_arabic else _is_odd(text)) if font.has_map else is_left_out(text):
            codes.suspects.append((number, code))
        elif font.has_map and (has_arabic(text) and not is_mark(text) if is_arabic else text.islower()):
            codes.others.append((number, code))
    part_signs(codes, number, are_hamzas_parted=not is_of_clusters)


def _put_in_place(codes: FontCodes, number: int, texts: Mapping[int, str]) -> None:
    """Note what all codes of a font mean whose map stands one code off."""
    for code, text in texts.items():
        if text.isspace():
            # what has no label is what its map says
            codes.fonts[number].raws[code] = text
        else:
            codes.tell((number, code), fold_text(text), LOST if text == UNMAPPED else NEIGHBOURS)


def part_signs(codes: FontCodes, number: int, *, are_hamzas_parted: bool = True) -> None:
    """Where a font paints signs apart, the letters that are mapped to one with a sign have none.

    A map has one text for a glyph: what stood over a letter where it was painted first would stand over each.

    Args:
        codes: the file's fonts, with what was told of the font's codes; letters without their signs are noted there.
        number: the font.
        are_hamzas_parted: whether that is looked at for hamzas too, and not for vowel signs alone.
    """
    font = codes.fonts[number]
    told = {code: codes.find_text((number, code)) for code in font.raws if (number, code) in codes.told}
    has_hamzas = are_hamzas_parted and any(text in HAMZAS for text in told.values())
    vowels = "".join(
        text
        for code, text in told.items()
        if is_mark(text) and text not in HAMZAS and not is_mark(fold_text(font.raws[code]))
    )
    for code, raw in font.raws.items() if has_hamzas or vowels else ():
        text = fold_text(raw)
        if has_hamzas and code in font.program.high and code not in told and (signs := _list_alef_signs(text)):
            # what is painted over a letter is none: it is the madda, or the hamza with the vowel, of its cluster
            codes.tell((number, code), signs, NAMED)
            continue
        letter = text.rstrip(vowels) if vowels and not is_mark(text) else text
        bare = drop_hamzas(letter)
        # those of yeh and waw are often glyphs of their own all the same, and an alef may be composed with one
        is_alef = _ON_ALEF.issuperset(letter) and code not in font.program.hamzated
        if has_hamzas and is_alef and font.program.names.get(code, bare) == bare:
            letter = bare
        if code not in told and letter != text and has_arabic(letter):
            codes.tell((number, code), letter, NAMED)


def tell_code(font: FontEntry, code: int, order: CodeOrder, *, is_arabic: bool) -> tuple[str, str] | None:
    """What the font itself tells of a code, and by which rule; None where it agrees with its map or tells nothing.

    Args:
        font: the font.
        code: a code that its map, or its program, names.
        order: the order of the font's codes.
        is_arabic: whether the font has Arabic letters.
    """
    raw = font.raws[code]
    shifted = decode_shifted(raw)
    if shifted is not None:
        letters = fold_text(shifted)
        if _is_cluster(letters) and font.program.high:
            # the cluster in which a sign, or a letter, came first, of a font that paints them apart
            letters = _drop_letters(letters) if code in font.program.high else letters[0]
        return letters, LOST if shifted == UNMAPPED else SHIFTED
    text = fold_text(raw)
    named = fold_text(font.program.names.get(code, "")) if code in font.program.names else ""
    # a private character names nothing
    named = "" if named == UNMAPPED else named
    is_false = text == UNMAPPED or text.isalnum() or text in _NO_BARS or bool(_ACCENTS.fullmatch(text))
    # a hyphen may lie as low as a kashida
    if is_arabic and code in font.program.flat and is_false and text != TATWEEL and named != "-":
        return TATWEEL, NAMED
    if is_arabic and is_mark(named) and named != text and _has_signs(text, named):
        # the hamza or vowel sign of a letter, which is a glyph of its own, is mapped to the whole letter
        return named, NAMED
    if is_arabic and not named and code in font.program.high and _is_cluster(text):
        return _drop_letters(text), NAMED
    if is_arabic and not named and (apart := _find_apart(font, code, text)):
        return apart, NAMED
    if named and named != text:
        is_better = has_arabic(named) and (len(named) > 1 or named == TATWEEL or not has_arabic(text))
        if text == UNMAPPED or (is_arabic and is_better):
            return named, NAMED
    if text == UNMAPPED:
        sign = order.tell(code)
        return (sign, NEIGHBOURS) if sign else None
    return None


def _find_apart(font: FontEntry, code: int, text: str) -> str:
    """The hamza or madda that a glyph is whose map names the alef with it; empty for any other glyph.

    No alef lies over the letters or under the line, as such a glyph does.
    """
    signs = _list_alef_signs(text)
    where = font.program.low if signs == _HAMZA_BELOW else font.program.high
    return signs if signs in HAMZAS and code in where else ""


def _is_cluster(text: str) -> bool:
    """Whether a text is letters with vowel signs behind them; a hamza is part of its letter."""
    return len(text) > 1 and is_mark(text[-1]) and not is_mark(text[0])


def _drop_letters(cluster: str) -> str:
    """The signs of a cluster whose glyph is painted over the letters: no letter lies as high."""
    return cluster.lstrip("".join(sign for sign in cluster if not is_mark(sign)))


def _has_signs(text: str, signs: str) -> bool:
    """Whether a text has these signs, in their canonical order."""
    return unicodedata.normalize("NFD", signs) in unicodedata.normalize("NFD", text)


def _is_strange(text: str) -> bool:
    """Whether a text stands in no Arabic word, or is the Persian form of a letter."""
    return bool(text) and is_suspect(text)


def _is_odd(text: str) -> bool:
    """Whether a text is none of the small letters and points that Latin words are made of."""
    return bool(text) and not text.islower() and text not in PLAIN


def _list_alef_signs(text: str) -> str:
    """The signs of an alef that has some, its hamza or madda first; empty for any other text."""
    decomposed = unicodedata.normalize("NFD", text)
    letter, signs = decomposed[:1], decomposed[1:]
    if letter != "ا" or not signs or not all(map(unicodedata.combining, signs)):
        return ""
    return "".join(sorted(signs, key=lambda sign: sign not in HAMZAS))
