"""What the embedded program of a font tells: the letters of its glyphs' names, and the outlines that it paints.

A name is evidence (``uni0644_uni0645.init`` is lam and meem), and so are the program's own tables and substitutions. An
outline tells a kashida from a letter, and a sign over a letter from the letter.
"""

from __future__ import annotations

import logging
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdftypes import PDFStream, resolve1

from oic_reports.reading.pdf.glyph_text import HAMZAS, TATWEEL
from oic_reports.reading.pdf.substitutions import spell_glyphs

# em: slack at the sides of a bar, its height (kashidas have up to 0.095, those of bold fonts 0.14, a row of teeth from
# 0.125), how high it lies, and how high a sign over a letter begins; points of the outline of a bar (up to 22; of teeth
# from 50), and of a thick one; heights of a thick one that it is long: a full stop is a square;
# heights of a bar that is no point for sure
_NEAR = 0.03
_THIN = 0.11
_THICK = 0.15
_FEW_POINTS = 30
_FEWEST_POINTS = 14
_LONG = 1.5
_LONGER = 2.5
_LOW = 0.22
_OVER = 0.4
# kinds of outlines
_KINDS = ("flat", "high", "low", "single", "hamzated", "long")
# programs that are remembered
_PROGRAMS = 32

# what the library of fonts raises on a damaged one
_DAMAGES = (
    TTLibError, AssertionError, KeyError, ValueError, IndexError, AttributeError, TypeError, OSError, struct.error
)  # fmt: skip

# damaged tables of subset fonts are nothing to report
logging.getLogger("fontTools").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class FontProgram:
    """What the embedded program of a font tells, by character code.

    ``names`` are the letters that glyph names, or the program's own tables of characters and substitutions, give;
    ``painted`` the codes whose glyphs have an outline, ``flat`` those whose outline is a bar on the line, as wide as
    the advance: a kashida.
    ``high`` are those of signs over a letter, ``low`` those of signs under the line; ``single`` those of one stroke,
    without dots; ``hamzated`` those composed with the glyph of a hamza or madda; ``long`` bars longer than any point.
    """

    names: Mapping[int, str]
    painted: frozenset[int] = frozenset()
    flat: frozenset[int] = frozenset()
    high: frozenset[int] = frozenset()
    low: frozenset[int] = frozenset()
    single: frozenset[int] = frozenset()
    hamzated: frozenset[int] = frozenset()
    long: frozenset[int] = frozenset()


def read_program(font: PDFFont, to_glyphs: object) -> FontProgram:
    """The embedded program of a font; an empty one where it has none, or one that is damaged.

    ``to_glyphs`` is the ``CIDToGIDMap`` of a composite font.
    """
    try:
        return _read_program(font, to_glyphs)
    except _DAMAGES:
        # a damaged font says nothing; the text then goes other ways, or is refused
        return FontProgram({})


def _read_program(font: PDFFont, to_glyphs: object) -> FontProgram:
    descriptor = font.descriptor
    stream = next((resolve1(descriptor[key]) for key in ("FontFile2", "FontFile3") if key in descriptor), None)
    if not isinstance(stream, PDFStream):
        return FontProgram({})
    places = to_glyphs.get_data() if isinstance(to_glyphs, PDFStream) else None
    is_composite = isinstance(font, PDFCIDFont)
    encoding = () if is_composite else tuple(sorted(getattr(font, "cid2unicode", {}).items()))
    return _tell_program(stream.get_data(), places, encoding, is_composite=is_composite)


def _spell_by_rules(program: TTFont) -> dict[str, str]:
    """What a program's rules say of its glyphs; nothing where they are damaged, which takes nothing from the rest."""
    try:
        return spell_glyphs(program)
    except _DAMAGES:
        return {}


@lru_cache(maxsize=_PROGRAMS)
def _tell_program(
    content: bytes, places: bytes | None, encoding: tuple[tuple[int, str], ...] = (), *, is_composite: bool
) -> FontProgram:
    """What a program tells; a file that was put together of others holds the same one once for each of them.

    ``places`` are the numbers of a composite font's glyphs by code, two bytes each; None where they are the codes.
    ``encoding`` is what a simple font's encoding calls its codes.
    """
    if content[:4] in {b"\0\1\0\0", b"true", b"OTTO"}:
        program = TTFont(BytesIO(content), lazy=True)
        glyphs = _find_glyphs(program, places, encoding, is_composite=is_composite)
    elif is_composite:
        charset: Any = CFFFontSet()
        charset.decompile(BytesIO(content), None)
        program, glyphs = None, dict(enumerate(charset[0].charset))
    else:
        return FontProgram({})
    names = {}
    spelled = _spell_by_rules(program) if program is not None else {}
    for code, name in glyphs.items():
        letters = TATWEEL if name.startswith("kashida") else _spell(name) or spelled.get(name, "")
        if letters:
            names[code] = letters
    shapes = _measure_shapes(program, set(glyphs.values())) if program is not None and "glyf" in program else {}
    painted = frozenset(code for code, name in glyphs.items() if name in shapes)
    kinds = [frozenset(code for code in painted if kind in shapes[glyphs[code]]) for kind in _KINDS]
    return FontProgram(names, painted, *kinds)


def _find_glyphs(
    program: TTFont, places: bytes | None, encoding: tuple[tuple[int, str], ...], *, is_composite: bool
) -> dict[int, str]:
    """Code to glyph name."""
    order = program.getGlyphOrder()
    if not is_composite:
        # a simple font finds its glyphs by the Macintosh or the symbol table of the program, else by its encoding
        tables = [table for table in program["cmap"].tables if (table.platformID, table.platEncID) in {(1, 0), (3, 0)}]
        if not tables:
            known = program.getBestCmap() or {}
            return {code: known[ord(sign)] for code, sign in encoding if len(sign) == 1 and ord(sign) in known}
        return {code & 0xFF: name for table in tables for code, name in table.cmap.items()}
    if places is None:
        return dict(enumerate(order))
    numbers = struct.unpack(f">{len(places) // 2}H", places[: len(places) // 2 * 2])
    return {code: order[glyph] for code, glyph in enumerate(numbers) if 0 < glyph < len(order)}


def _measure_shapes(program: TTFont, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Of what kinds (``_KINDS``) the outline of each glyph that has one is."""
    em = program["head"].unitsPerEm
    table, advances = program["glyf"], program["hmtx"]
    found = {}
    for name in names:
        glyph = table[name]
        if not glyph.numberOfContours:
            continue
        kinds = set()
        if glyph.yMin >= _OVER * em:
            kinds.add("high")
        if glyph.yMax <= 0:
            kinds.add("low")
        coordinates, ends, _ = glyph.getCoordinates(table)
        if len(ends) == 1:
            kinds.add("single")
        if glyph.isComposite() and any(
            _spell(part.glyphName) in HAMZAS or _is_apart(table[part.glyphName], part.y, em)
            for part in glyph.components
        ):
            kinds.add("hamzated")
        width = advances[name][0]
        reaches = glyph.xMin <= _NEAR * em and glyph.xMax >= width - _NEAR * em and width > _NEAR * em
        height = glyph.yMax - glyph.yMin
        is_thick = (
            height <= _THICK * em and len(coordinates) <= _FEWEST_POINTS and glyph.xMax - glyph.xMin >= _LONG * height
        )
        is_thin = height <= _THIN * em or is_thick
        is_low = -_THIN * em <= glyph.yMin and glyph.yMax <= _LOW * em
        if reaches and is_thin and is_low and len(coordinates) <= _FEW_POINTS:
            kinds.add("flat")
            if glyph.xMax - glyph.xMin >= _LONGER * height:
                kinds.add("long")
        found[name] = frozenset(kinds)
    return found


def _is_apart(part: Glyph, raised: float, em: int) -> bool:
    """Whether a part of a glyph, ``raised`` units higher than it is drawn, lies over the letters or under the line."""
    return bool(part.numberOfContours) and (part.yMin + raised >= _OVER * em or part.yMax + raised <= 0)


def _spell(name: str) -> str:
    """The letters that a glyph's name stands for, by the Adobe Glyph List; empty for names without sense."""
    # the list wants capital digits, some programs write small ones
    capital = re.sub(
        r"(?<=^u)[0-9a-f]{4,6}$|(?<=^uni)[0-9a-f]{4,}$|(?<=_u)[0-9a-f]{4,6}|(?<=^u)[0-9a-f]{4,6}(?=_)",
        lambda match: match.group().upper(),
        name.split(".", maxsplit=1)[0],
    )
    return str(agl.toUnicode(capital))
