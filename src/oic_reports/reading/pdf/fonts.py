"""Characters that a font's map names wrongly: put right by the font's own glyph names, else by a map learnt from words.

In one file, a code of a font always comes out as the same wrong sign, and nearly all of them are ligatures, vowel signs
and fillers. Names are evidence (``uni0644_uni0645.init`` is lam and meem); a learnt letter is one that makes words of
most of the damaged words that it stands in, and far more of them than any other letter does.
"""

from __future__ import annotations

import logging
import re
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont, TTLibError
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdftypes import PDFStream, resolve1

from oic_reports.cleaning.evidence import load_general_words
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer

Code = tuple[int, int]
NAMED = "pdf.glyph_name"
LEARNT = "pdf.learnt_map"
_TATWEEL = "\u0640"
_ARABIC = re.compile("[\u0621-\u065f\u0670-\u06d3]")
_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_LIGATURES = (
    "لا",
    "لأ",
    "لإ",
    "لآ",
    "لم",
    "لح",
    "لج",
    "لخ",
    "لي",
    "لى",
    "له",
    "الله",
    "لله",
    "تم",
    "نم",
    "يم",
    "بم",
    "في",
    "ال",
    "لمح",
    "لمج",
    "نج",
    "تج",
    "تح",
    "سم",
    "مم",
    "كا",
    "كل",
)
# share of running words from which a word exists; words, and letters of them beyond two each, that are evidence; words
# that are tried
_KNOWN = 3e-7
_LEAST_WORDS = 3
_LEAST_WEIGHT = 8
_SHORT = 2
_MOST_WORDS = 400
# share of the evidence that the best reading has, and how many times that of the second; rounds of learning
_CONVINCING = 0.6
_MARGIN = 1.5
_ROUNDS = 3

# what the library of fonts raises on a damaged one
_DAMAGES = (
    TTLibError, AssertionError, KeyError, ValueError, IndexError, AttributeError, TypeError, OSError, struct.error
)  # fmt: skip

# damaged tables of subset fonts are nothing to report
logging.getLogger("fontTools").setLevel(logging.ERROR)


def read_names(font: PDFFont) -> dict[int, str]:
    """Code to letters by the glyph names of an embedded font; empty where it has none that say anything."""
    try:
        names = _read_glyph_names(font)
    except _DAMAGES:
        # a damaged font says nothing; the text then goes other ways, or is refused
        return {}
    found = {}
    for code, name in names.items():
        letters = _spell(name)
        if name.startswith("kashida"):
            letters = _TATWEEL
        if letters and _ARABIC.search(letters):
            found[code] = letters
    return found


def _spell(name: str) -> str:
    """The letters that a glyph's name stands for, by the Adobe Glyph List; empty for names without sense."""
    if not re.match(r"(uni|u|afii)[0-9A-Fa-f]{4}|[a-z]+-ar", name):
        return ""
    # the list wants capital digits, some programs write small ones
    capital = re.sub(
        r"(?<=u)[0-9a-f]{4,6}|(?<=uni)[0-9a-f]{4,}", lambda match: match.group().upper(), name.split(".", maxsplit=1)[0]
    )
    return str(agl.toUnicode(capital))


def _read_glyph_names(font: PDFFont) -> dict[int, str]:
    descriptor = font.descriptor
    stream = next((resolve1(descriptor[key]) for key in ("FontFile2", "FontFile3") if key in descriptor), None)
    if not isinstance(stream, PDFStream):
        return {}
    content = stream.get_data()
    if content[:4] in {b"\0\1\0\0", b"true", b"OTTO"}:
        program = TTFont(BytesIO(content), lazy=True)
        if isinstance(font, PDFCIDFont):
            return dict(enumerate(program.getGlyphOrder()))
        # a simple font finds its glyphs by the Macintosh or the symbol table of the program
        tables = [table for table in program["cmap"].tables if (table.platformID, table.platEncID) in {(1, 0), (3, 0)}]
        return {code & 0xFF: name for table in tables for code, name in table.cmap.items()}
    if not isinstance(font, PDFCIDFont):
        return {}
    charset: Any = CFFFontSet()
    charset.decompile(BytesIO(content), None)
    return dict(enumerate(charset[0].charset))


def decode_by_names(layer: GlyphLayer, names: Sequence[Mapping[int, str]]) -> None:
    """Put right the texts of a layer by glyph names: ligatures, fillers, and what is no Arabic; nothing else."""
    for place, (number, code) in enumerate(layer.codes):
        letters = names[number].get(code)
        if letters is None or letters == layer.texts[place]:
            continue
        text = layer.texts[place]
        if len(letters) > 1 or letters == _TATWEEL or not _ARABIC.search(text):
            _change(layer, place, letters, NAMED)


def decode_by_map(layer: GlyphLayer, learnt: Mapping[Code, str]) -> None:
    """Put right the texts of a layer by a learnt map."""
    for place, code in enumerate(layer.codes):
        if code in learnt and learnt[code] != layer.texts[place]:
            _change(layer, place, learnt[code], LEARNT)


def _change(layer: GlyphLayer, place: int, letters: str, rule: str) -> None:
    if not layer.raws:
        layer.raws = list(layer.texts)
        layer.rules = [""] * len(layer.texts)
    layer.texts[place] = letters
    layer.rules[place] = rule


def learn_map(words: Iterable[Sequence[tuple[str, Code | None]]]) -> dict[Code, str]:
    """Letters for codes that come out as no Arabic inside Arabic words.

    Args:
        words: words as sequences of letters; a code stands with each glyph whose text is suspect, None with the others.

    Returns:
        Code to letters, only where the evidence convinces.
    """
    counted = Counter(tuple(word) for word in words)
    learnt: dict[Code, str] = {}
    for _ in range(_ROUNDS):
        found = _learn_once(counted, learnt)
        if not found:
            break
        learnt.update(found)
    return learnt


def _learn_once(
    counted: Mapping[tuple[tuple[str, Code | None], ...], int], learnt: Mapping[Code, str]
) -> dict[Code, str]:
    """One round: codes that are alone unknown in their words."""
    cases: dict[Code, list[str]] = defaultdict(list)
    for word in counted:
        unknown = {code for _, code in word if code is not None and code not in learnt}
        if len(unknown) == 1:
            (code,) = unknown
            pieces = ["\0" if known == code else learnt.get(known, text) if known else text for text, known in word]
            cases[code].append("".join(pieces))
    found = {}
    for code, patterns in sorted(cases.items()):
        if len(patterns) < _LEAST_WORDS:
            continue
        letters = _choose(patterns[:_MOST_WORDS])
        if letters is not None:
            found[code] = letters
    return found


def _choose(patterns: Sequence[str]) -> str | None:
    """The letters that make words of most patterns (a null stands for them); None where none convinces."""
    general = load_general_words("ar")
    # the longer a word, the less does it become another by chance
    weights = [max(len(pattern) - _SHORT, 0) for pattern in patterns]
    scores = []
    for letters in (*_LETTERS, *_LIGATURES):
        known = [_is_word(pattern.replace("\0", letters), general) for pattern in patterns]
        scores.append((sum(weight for weight, is_known in zip(weights, known, strict=True) if is_known), letters))
    scores.sort(key=lambda item: (-item[0], item[1]))
    best, second = scores[0], scores[1]
    convinces = best[0] >= _CONVINCING * sum(weights) and best[0] >= _MARGIN * second[0]
    return best[1] if convinces and best[0] >= _LEAST_WEIGHT else None


def _is_word(word: str, general: Mapping[str, float]) -> bool:
    plain = re.sub("[\u064b-\u0652\u0640]", "", word)
    forms = [plain, plain[1:]] if plain[:1] in "وفبلك" else [plain]
    return any(len(form) > 1 and general.get(form, 0.0) >= _KNOWN for form in forms)


def is_suspect(text: str) -> bool:
    """Whether the text of a glyph cannot stand inside an Arabic word."""
    return text == UNMAPPED or (text != " " and not all(_ARABIC.match(character) for character in text))
