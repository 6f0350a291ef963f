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
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont, TTLibError
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdftypes import PDFStream, resolve1

from oic_reports.language.lexicon import USUAL, load_general_words
from oic_reports.language.particles import LETTERS
from oic_reports.reading.pdf.glyph_text import HAMZAS
from oic_reports.reading.pdf.glyphs import UNMAPPED
from oic_reports.reading.pdf.substitutions import spell_glyphs

Code = tuple[int, int]
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
_CANDIDATES = (*_LETTERS, *_LIGATURES, _TATWEEL)
_ALEFS = frozenset("اأإآء")
# the Arabic letters that a map may name by Persian ones
_TO_FAMILY = str.maketrans("أإآىةی", "اااي\u0647ي")
PERSIAN = {"ی": ("ي", "ى"), "ک": ("ك",), "ھ": ("ه",), "ہ": ("ه",), "ە": ("ه", "ة")}
_SIGNS = re.compile("[\u064b-\u0652\u0640]")
# words, and letters of them beyond two each, that are evidence; words that are tried
_LEAST_WORDS = 3
_LEAST_WEIGHT = 8
_LEAST_OF_FORM = 2
_SHORT = 2
_MOST_WORDS = 400
# share of the evidence that the best reading has, and how many times that of the second; rounds of learning
_CONVINCING = 0.6
_MARGIN = 1.5
_MARGIN_OF_FILLER = 2
# words of a code that tell that its letter is wrong, and the share of their letters in known ones all the same; the
# same where it is a letter, and not a ligature, that it may be
_MANY = 5
_HARDLY = 0.2
_FEW = 3
_FEWER_KNOWN = 0.4
_OF_MANY, _OF_FEW = (_MANY, _HARDLY), (_FEW, _FEWER_KNOWN)
_ROUNDS = 12

# em: slack at the sides of a bar, its height (kashidas have up to 0.095, a row of teeth from 0.125), how high it lies,
# and how high a sign over a letter begins; points of the outline of a bar (up to 22; of teeth from 50); codes about one
# that tell, how many must fit, and which share of them; orders that are tried
_NEAR = 0.03
_THIN = 0.11
_FEW_POINTS = 30
_LOW = 0.22
_OVER = 0.4
_SPAN = 64
_LEAST_FITTING = 8
_ALL_BUT_FEW = 0.9
_OFFSETS = 3
# kinds of outlines
_KINDS = ("flat", "high", "single", "hamzated")
# programs that are remembered
_PROGRAMS = 32
_INDIC_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

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
    ``high`` are those of signs over a letter, ``single`` those of one stroke, without dots; ``hamzated`` those composed
    with the glyph of a hamza or madda.
    """

    names: Mapping[int, str]
    painted: frozenset[int] = frozenset()
    flat: frozenset[int] = frozenset()
    high: frozenset[int] = frozenset()
    single: frozenset[int] = frozenset()
    hamzated: frozenset[int] = frozenset()


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
    return _tell_program(stream.get_data(), places, is_composite=isinstance(font, PDFCIDFont))


def _spell_by_rules(program: TTFont) -> dict[str, str]:
    """What a program's rules say of its glyphs; nothing where they are damaged, which takes nothing from the rest."""
    try:
        return spell_glyphs(program)
    except _DAMAGES:
        return {}


@lru_cache(maxsize=_PROGRAMS)
def _tell_program(content: bytes, places: bytes | None, *, is_composite: bool) -> FontProgram:
    """What a program tells; a file that was put together of others holds the same one once for each of them.

    ``places`` are the numbers of a composite font's glyphs by code, two bytes each; None where they are the codes.
    """
    if content[:4] in {b"\0\1\0\0", b"true", b"OTTO"}:
        program = TTFont(BytesIO(content), lazy=True)
        glyphs = _find_glyphs(program, places, is_composite=is_composite)
    elif is_composite:
        charset: Any = CFFFontSet()
        charset.decompile(BytesIO(content), None)
        program, glyphs = None, dict(enumerate(charset[0].charset))
    else:
        return FontProgram({})
    names = {}
    spelled = _spell_by_rules(program) if program is not None else {}
    for code, name in glyphs.items():
        letters = _TATWEEL if name.startswith("kashida") else _spell(name) or spelled.get(name, "")
        if letters:
            names[code] = letters
    shapes = _measure_shapes(program, set(glyphs.values())) if program is not None and "glyf" in program else {}
    painted = frozenset(code for code, name in glyphs.items() if name in shapes)
    kinds = [frozenset(code for code in painted if kind in shapes[glyphs[code]]) for kind in _KINDS]
    return FontProgram(names, painted, *kinds)


def _find_glyphs(program: TTFont, places: bytes | None, *, is_composite: bool) -> dict[int, str]:
    """Code to glyph name."""
    order = program.getGlyphOrder()
    if not is_composite:
        # a simple font finds its glyphs by the Macintosh or the symbol table of the program
        tables = [table for table in program["cmap"].tables if (table.platformID, table.platEncID) in {(1, 0), (3, 0)}]
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
        if glyph.isComposite():
            if any(_spell(part.glyphName) in HAMZAS for part in glyph.components):
                kinds.add("hamzated")
        else:
            width = advances[name][0]
            reaches = glyph.xMin <= _NEAR * em and glyph.xMax >= width - _NEAR * em and width > _NEAR * em
            is_low = glyph.yMax - glyph.yMin <= _THIN * em and -_THIN * em <= glyph.yMin and glyph.yMax <= _LOW * em
            if reaches and is_low and len(glyph.coordinates) <= _FEW_POINTS:
                kinds.add("flat")
            if glyph.numberOfContours == 1:
                kinds.add("single")
        found[name] = frozenset(kinds)
    return found


def _spell(name: str) -> str:
    """The letters that a glyph's name stands for, by the Adobe Glyph List; empty for names without sense."""
    # the list wants capital digits, some programs write small ones
    capital = re.sub(
        r"(?<=^u)[0-9a-f]{4,6}$|(?<=^uni)[0-9a-f]{4,}$|(?<=_u)[0-9a-f]{4,6}|(?<=^u)[0-9a-f]{4,6}(?=_)",
        lambda match: match.group().upper(),
        name.split(".", maxsplit=1)[0],
    )
    return str(agl.toUnicode(capital))


class CodeOrder:
    """The order in which a font keeps its codes: that of ASCII, or of its own glyphs."""

    def __init__(self, raws: Mapping[int, str]) -> None:
        """Find how far the signs of a font stand from their codes; ``raws`` are texts by code."""
        self._raws = raws
        self._signs = frozenset(raws.values())
        apart = Counter(code - ord(text) for code, text in raws.items() if len(text) == 1 and text.isalnum())
        self._offsets = apart.most_common(_OFFSETS)

    def tell(self, code: int) -> str | None:
        """The sign of a code without one, where those about it follow the order of signs; None where none does.

        Where all digits but one are named, and each stands as far from its code as the others, the place of the last
        one is its name.
        """
        about = {known: self._raws[known] for known in range(code - _SPAN, code + _SPAN + 1) if known in self._raws}
        near = [text for text in about.values() if len(text) == 1 and text.isalnum()]
        for offset, number in self._offsets:
            sign = chr(max(code - offset, 0))
            if not "!" <= sign <= "~" and sign not in _INDIC_DIGITS:
                continue
            fits = sum(known >= offset and text == chr(known - offset) for known, text in about.items())
            if number >= _LEAST_FITTING and fits >= _ALL_BUT_FEW * len(near) and sign not in self._signs:
                return sign
        return None


def learn_map(words: Iterable[Sequence[tuple[str, Code | None]]]) -> dict[Code, str]:
    """Letters for codes that come out as no Arabic inside Arabic words, or as a letter that makes no words.

    Args:
        words: words as sequences of letters, each with its code; without one (None) where the letter is sure.

    Returns:
        Code to letters, only where the evidence convinces; a kashida where the words are whole without the glyph.
    """
    counted = Counter(tuple(word) for word in words)
    learnt: dict[Code, str] = {}
    doubtful = {code for word in counted for text, code in word if code is not None and is_suspect(text)}
    rare: set[Code] = set()
    for _ in range(_ROUNDS):
        found = _learn_once(counted, learnt, doubtful, rare)
        wrong, few = (_find_wrong(counted, learnt | found, *least) - doubtful for least in (_OF_MANY, _OF_FEW))
        if not found and not few:
            break
        learnt.update(found)
        rare |= few - wrong
        doubtful |= few
    return learnt


def _find_wrong(
    counted: Mapping[tuple[tuple[str, Code | None], ...], int], learnt: Mapping[Code, str], many: int, hardly: float
) -> set[Code]:
    """The codes whose letters make hardly a word of many: their map names another letter."""
    words: Counter[Code] = Counter()
    seen: Counter[Code] = Counter()
    known: Counter[Code] = Counter()
    for word in counted:
        if all(code in learnt or not is_suspect(text) for text, code in word):
            spelled = "".join(learnt.get(code, text) if code else text for text, code in word)
            weight = max(len(spelled) - _SHORT, 0)
            is_known = measure_word(spelled) > 0
            for code in {code for _, code in word if code is not None and code not in learnt}:
                words[code] += weight > 0
                seen[code] += weight
                known[code] += weight * is_known
    return {code for code, number in seen.items() if words[code] >= many and known[code] <= hardly * number}


def _learn_once(
    counted: Mapping[tuple[tuple[str, Code | None], ...], int],
    learnt: Mapping[Code, str],
    doubtful: AbstractSet[Code],
    rare: AbstractSet[Code],
) -> dict[Code, str]:
    """One round: codes that are alone unknown in their words; ``rare`` ones are single letters, and no alef."""
    cases: dict[Code, list[str]] = defaultdict(list)
    raws: dict[Code, str] = {}
    for word in counted:
        unknown = {code: text for text, code in word if code is not None and code in doubtful and code not in learnt}
        others = {code for code, text in unknown.items() if text not in PERSIAN}
        for code in others or unknown:
            if len(others) > 1:
                break
            raws[code] = unknown[code]
            cases[code].append("".join(_read_glyph(*glyph, code, learnt) for glyph in word))
    found = {}
    for code, patterns in sorted(cases.items()):
        if code in rare and raws[code] in _ALEFS:
            continue
        own = PERSIAN.get(raws[code])
        if own:
            letters = _choose(patterns[:_MOST_WORDS], (raws[code], *own), _LEAST_OF_FORM)
        elif len(patterns) >= _LEAST_WORDS:
            candidates = _LETTERS if code in rare else _CANDIDATES
            letters = _choose(patterns[:_MOST_WORDS], candidates, _LEAST_WEIGHT)
        else:
            continue
        if letters is not None and letters != raws[code]:
            found[code] = letters
    # words of a true letter may be unknown for another one that is false: of these one is taken at a time
    changed = [code for code in found if not is_suspect(raws[code])]
    for code in sorted(changed, key=lambda code: -len(cases[code]))[1:]:
        del found[code]
    return found


def _read_glyph(text: str, code: Code | None, asked: Code, learnt: Mapping[Code, str]) -> str:
    """The letters of one glyph of a word, a null for the code that is asked about."""
    if code is None:
        return text
    if code == asked:
        return "\0"
    return learnt.get(code) or PERSIAN.get(text, (text,))[0]


def _choose(patterns: Sequence[str], candidates: Sequence[str], least: int) -> str | None:
    """The letters that make words of most patterns (a null stands for them); None where none convinces.

    Candidates that differ in a hamza or in dots of the same letter are one choice against the others, for many words
    are written either way; among themselves the one whose words are more usual is taken.
    """
    # the longer a word, the less does it become another by chance
    weights = [max(len(pattern) - _SHORT, 0) for pattern in patterns]
    families: dict[str, Counter[int]] = defaultdict(Counter)
    usual: dict[str, float] = defaultdict(float)
    solved: set[int] = set()
    for place, (pattern, weight) in enumerate(zip(patterns, weights, strict=True)):
        usuals = {letters: measure_word(pattern.replace("\0", letters.strip(_TATWEEL))) for letters in candidates}
        most = max(usuals.values())
        for letters, measured in usuals.items():
            if measured:
                solved.add(place)
                families[letters.translate(_TO_FAMILY)][place] = weight
                usual[letters] += weight * measured / most
    scores = {family: sum(each.values()) for family, each in families.items()}
    filler = scores.pop(_TATWEEL, 0)
    # a letter or its Persian form: words that are known with neither, names, tell nothing
    counted = sum(weights) if len(candidates) >= len(_LETTERS) else sum(weights[place] for place in solved)
    ranked = sorted(((score, family) for family, score in scores.items()), reverse=True)
    best, family = ranked[0] if ranked else (0, "")
    second = ranked[1][0] if len(ranked) > 1 else 0
    if best >= max(_CONVINCING * counted, _MARGIN * second, least):
        own = [letters for letters in candidates if letters.translate(_TO_FAMILY) == family]
        return max(own, key=lambda letters: usual[letters])
    # many words are whole without a letter of theirs too: what stretches them is told last, by more of them
    is_filler = filler >= max(_CONVINCING * counted, _MARGIN_OF_FILLER * best, _MARGIN_OF_FILLER * least)
    return _TATWEEL if is_filler else None


@lru_cache(maxsize=100_000)
def measure_word(word: str) -> float:
    """How usual a word is, with or without a particle: its share of running words, 0 where it is not usual."""
    general = load_general_words("ar")
    plain = _SIGNS.sub("", word)
    forms = [plain, plain[1:]] if plain.startswith(tuple(LETTERS)) else [plain]
    share = max(general.get(form) if len(form) > 1 else 0.0 for form in forms)
    return share if share >= USUAL else 0.0


def has_arabic(text: str) -> bool:
    """Whether a text has an Arabic letter or sign."""
    return bool(_ARABIC.search(text))


def is_suspect(text: str) -> bool:
    """Whether the text of a glyph cannot stand inside an Arabic word."""
    if text in PERSIAN:
        return True
    return text == UNMAPPED or (text != " " and not all(_ARABIC.match(character) for character in text))
