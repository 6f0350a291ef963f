"""Character maps that stand one code off: what they say of a code is meant for the one beside it.

The font contradicts such a map where it cannot err: the glyph that the map calls a blank paints ink, and the one beside
it, which the map calls a letter, paints none.
"""

from __future__ import annotations

from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry


def find_displaced(font: FontEntry) -> dict[int, str]:
    """What the codes of a font mean whose map stands one code off; empty for any other font.

    The code at the edge, for which the map has no entry left but the one at its other end, means that one if no other
    code does, else it is ``UNMAPPED``. Nothing is told where more than one glyph contradicts the map, or codes are
    missing between others: then entries may have been lost on the way.
    """
    codes = sorted(font.raws)
    without_ink = [code for code in codes if code not in font.program.painted and _is_printed(font.raws[code])]
    if len(font.false_blanks) != 1 or len(without_ink) != 1 or codes[-1] - codes[0] + 1 != len(codes):
        return {}
    (false_blank,), (blank,) = font.false_blanks, without_ink
    if abs(blank - false_blank) != 1:
        return {}
    step = blank - false_blank
    texts = {**font.raws, false_blank: " "}
    first, last = (codes[0], codes[-1]) if step > 0 else (codes[-1], codes[0])
    found = {code: texts[code - step] for code in codes if code != first}
    found[first] = UNMAPPED if texts[last] in found.values() else texts[last]
    return found


def _is_printed(text: str) -> bool:
    return bool(text.strip()) and text != UNMAPPED
