"""What letters the shaped glyphs of a font stand for, by the font's own table of substitutions (``GSUB``).

A program that embeds a font whole leaves the table in it, and may name by its map only the glyphs of single letters.
The initial, medial and final forms and the ligatures, nearly all of an Arabic page, then have no character. The table
says which glyphs each of them takes the place of.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from fontTools.ttLib import TTFont

# kinds of lookups (OpenType, GSUB): one glyph for another, one of several for another, one for several; one of these by
# an offset of 32 bits
_SINGLE, _ALTERNATE, _LIGATURE, _EXTENSION = 1, 3, 4, 7
# a form of a ligature of a form: fonts go no deeper
_ROUNDS = 6
# characters of the longest ligature that has a character of its own (U+FDFA): a hostile font would go on doubling
_LONGEST = 18
# the last of the Arabic letters and signs that Arabic is written with
_LAST_OF_ARABIC = "\u0652"

Rule = tuple[Sequence[str], str]


def spell_glyphs(program: TTFont) -> dict[str, str]:
    """Glyph name to letters in logical order; a glyph that stands for different letters by different rules has none."""
    if "GSUB" not in program or "cmap" not in program:
        return {}
    spelled = _spell_characters(program.getBestCmap() or {})
    rules = list(_list_rules(program))
    disputed: set[str] = set()
    for _ in range(_ROUNDS):
        found: dict[str, set[str]] = defaultdict(set)
        for parts, glyph in rules:
            if glyph not in spelled and glyph not in disputed and all(part in spelled for part in parts):
                found[glyph].add("".join(spelled[part] for part in parts))
        disputed |= {glyph for glyph, texts in found.items() if len(texts) > 1 or len(max(texts, key=len)) > _LONGEST}
        sure = {glyph: texts.pop() for glyph, texts in found.items() if glyph not in disputed}
        if not sure:
            break
        spelled |= sure
    return spelled


def _spell_characters(characters: Mapping[int, str]) -> dict[str, str]:
    """The letter of each glyph that has a character; of several, that of usual writing."""
    of_glyph: dict[str, set[str]] = defaultdict(set)
    for code, glyph in characters.items():
        of_glyph[glyph].add(unicodedata.normalize("NFKC", chr(code)))
    return {glyph: min(texts, key=_rank) for glyph, texts in of_glyph.items()}


def _rank(text: str) -> tuple[bool, str]:
    """What goes before: letters of usual Arabic before those of other languages."""
    return max(text) > _LAST_OF_ARABIC, text


def _list_rules(program: TTFont) -> Iterator[Rule]:
    """The glyphs that a glyph may take the place of, rule by rule."""
    lookups = program["GSUB"].table.LookupList
    for lookup in lookups.Lookup if lookups else ():
        for table in lookup.SubTable:
            inner = table.ExtSubTable if lookup.LookupType == _EXTENSION else table
            if inner.LookupType == _SINGLE:
                yield from (((first,), glyph) for first, glyph in inner.mapping.items())
            elif inner.LookupType == _ALTERNATE:
                yield from (((first,), glyph) for first, glyphs in inner.alternates.items() for glyph in glyphs)
            elif inner.LookupType == _LIGATURE:
                for first, ligatures in inner.ligatures.items():
                    yield from (((first, *ligature.Component), ligature.LigGlyph) for ligature in ligatures)
