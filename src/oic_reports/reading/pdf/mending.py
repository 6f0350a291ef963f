"""Mends the characters of a file whose fonts name some of them wrongly, or not at all: once, for the whole file.

What a code means is told by the font's program, by the order of its codes, or learnt from words of a sample of pages.
A code that stays unknown where the map says nothing, or something that no word can hold, is a lost sign.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.coded_words import Lines, collect_words, count_inside, may_be_letter, part_lines
from oic_reports.reading.pdf.fonts import (
    PERSIAN,
    Code,
    CodeOrder,
    has_arabic,
    is_suspect,
    learn_map,
)
from oic_reports.reading.pdf.glyph_text import HAMZAS, fold_text, is_mark, is_rtl, order_ligature
from oic_reports.reading.pdf.glyphs import (
    LEARNT,
    LOST,
    NAMED,
    NEIGHBOURS,
    RECOGNISED,
    SHIFTED,
    UNMAPPED,
    GlyphLayer,
    GlyphPage,
    Label,
)
from oic_reports.reading.pdf.hamza_signs import find_hamzas
from oic_reports.reading.pdf.labels import FontEntry, FontFile
from oic_reports.reading.pdf.lam_alefs import find_lam_alefs
from oic_reports.reading.pdf.ligatures import collect_latin_words, learn_ligatures
from oic_reports.reading.pdf.map_bytes import decode_shifted

if TYPE_CHECKING:
    from oic_reports.reading.pdf.decipher import Votes

_TATWEEL = "\u0640"
_PLAIN = frozenset(" \t\n\r\u00a0.,;:()-–—'’“”«»/،؛؟\u00ad")
_YEHS = frozenset("يى")
_TO_SHAPE = str.maketrans("ىة", "يه")
# letters to which the next one is not joined
_UNJOINED = frozenset("اأإآٱدذرزژوؤىةء")
_TANWIN = "\u064b"
_ON_ALEF = frozenset("أإآل")
_BULLET = "•"
# shares of the uses of a sign that are over an alef, and of a strange sign that are beside Arabic letters; uses that
# are enough to say so
_NEARLY_ALL = 0.8
_ATTACHED = 0.5
_SEVERAL = 3


class Mender:
    """The labelled copies of one file, and what was learnt about its fonts."""

    def __init__(self, document: pypdfium2.PdfDocument, *, is_rtl: bool, is_of_clusters: bool = False) -> None:
        """Find the file's fonts.

        Args:
            document: the file.
            is_rtl: whether it is written from right to left.
            is_of_clusters: whether only codes count that maps name as letters with vowel signs, or as ligatures.

        Raises:
            Exception: whatever the libraries raise on a damaged file.
        """
        # a copy without encryption, whose objects can be put anew
        copy = BytesIO()
        document.save(copy, flags=pdfium_c.FPDF_REMOVE_SECURITY)
        self._file = FontFile(copy.getvalue())
        self._is_rtl = is_rtl
        self._is_of_clusters = is_of_clusters
        self._told: dict[Code, tuple[str, str]] = {}
        self._suspects: list[Code] = []
        self._others: list[Code] = []
        self.false_fonts: frozenset[int] = frozenset()
        self.has_false_letters = False
        for number, font in enumerate(self._file.fonts):
            self._look_at(number, font)

    def _look_at(self, number: int, font: FontEntry) -> None:
        """Find the doubtful codes of a font, and those among them whose meaning the font tells itself."""
        is_arabic = any(map(has_arabic, font.raws.values())) or (
            self._is_rtl and any(map(has_arabic, font.program.names.values()))
        )
        order = CodeOrder(font.raws)
        for code, raw in sorted(font.raws.items()):
            if self._is_of_clusters and not _is_cluster(fold_text(raw)):
                letters = order_ligature(fold_text(raw), is_reversed=False)
                if len(letters) > 1 and has_arabic(letters):
                    # the map has them in the order of reading
                    self._told[number, code] = (letters, NAMED)
                    self._suspects.append((number, code))
                continue
            told = _tell(font, code, raw, order, is_arabic=is_arabic)
            if told is not None:
                self._told[number, code] = told
            text = fold_text(raw)
            if told is not None or (font.has_map and (_is_strange(text) if is_arabic else _is_odd(text))):
                self._suspects.append((number, code))
            elif font.has_map and (has_arabic(text) and not is_mark(text) if is_arabic else text.islower()):
                self._others.append((number, code))
        self._part_signs(number, font)

    def _part_signs(self, number: int, font: FontEntry) -> None:
        """Where a font paints signs apart, the letters that are mapped to one with a sign have none.

        A map has one text for a glyph: what stood over a letter where it was painted first would stand over each.
        """
        told = {code: self._told[number, code][0] for code in font.raws if (number, code) in self._told}
        has_hamzas = not self._is_of_clusters and any(text in HAMZAS for text in told.values())
        vowels = "".join(
            text
            for code, text in told.items()
            if is_mark(text) and text not in HAMZAS and not is_mark(fold_text(font.raws[code]))
        )
        for code, raw in font.raws.items() if has_hamzas or vowels else ():
            text = fold_text(raw)
            if has_hamzas and code in font.program.high and code not in told and (signs := _list_alef_signs(text)):
                # what is painted over a letter is none: it is the madda, or the hamza with the vowel, of its cluster
                self._told[number, code] = (signs, NAMED)
                self._suspects.append((number, code))
                continue
            letter = text.rstrip(vowels) if vowels and not is_mark(text) else text
            bare = _drop_hamzas(letter)
            # those of yeh and waw are often glyphs of their own all the same, and an alef may be composed with one
            is_alef = _ON_ALEF.issuperset(letter) and code not in font.program.hamzated
            if has_hamzas and is_alef and font.program.names.get(code, bare) == bare:
                letter = bare
            if code not in told and letter != text and has_arabic(letter):
                self._told[number, code] = (letter, NAMED)
                self._suspects.append((number, code))

    def label_suspects(self) -> tuple[bytes, dict[int, Label]] | None:
        """A copy of the file with a label for each doubtful code, to learn from; None where there are none.

        Arabic letters, and small Latin ones, are labelled too: their maps may name another letter.
        """
        return self._write([*self._suspects, *self._others])

    def label_changed(self) -> tuple[bytes, dict[int, Label]] | None:
        """A copy with a label for each code that means something else than its map says; None where there are none."""
        return self._write([code for code in (*self._suspects, *self._others) if code in self._told])

    def label_all(self) -> tuple[bytes, dict[int, Label]] | None:
        """A copy with a label for each code, as one whose meaning is not known; None where there are none."""
        written = self._write([(number, code) for number, font in enumerate(self._file.fonts) for code in font.raws])
        if written is None:
            return None
        content, labels = written
        return content, {sign: Label(label.code, label.raw, UNMAPPED) for sign, label in labels.items()}

    def take_votes(self, votes: Votes, decided: Mapping[Code, str], doubted: AbstractSet[int]) -> bool:
        """Take what recognition says of the fonts whose maps it contradicts; whether there is such a font.

        In other fonts only codes without a character are told by it. ``doubted`` are fonts that are false anyway.
        """
        self._is_rtl = sum(number for (_, text), number in votes.pairs.items() if has_arabic(text)) * 2 > sum(
            votes.pairs.values()
        )
        is_any = False
        for number, font in enumerate(self._file.fonts):
            is_false = number in doubted or _is_false(number, font, decided, votes.uses)
            is_any |= is_false
            for code, raw in font.raws.items():
                letters = decided.get((number, code), UNMAPPED)
                if (number, code) in self._told or not (is_false or (raw == UNMAPPED and letters != UNMAPPED)):
                    continue
                if letters == " ":
                    font.raws[code] = letters
                else:
                    is_any |= letters != UNMAPPED
                    self._told[number, code] = (letters, LOST if letters == UNMAPPED else RECOGNISED)
                    self._suspects.append((number, code))
            # what has no label is a blank now
            font.has_map |= is_false
        return is_any

    def _write(self, codes: Sequence[Code]) -> tuple[bytes, dict[int, Label]] | None:
        if not codes:
            return None
        written = self._file.write(codes)
        if written is None:
            return None
        content, labels = written
        return content, {sign: self._make_label(code) for sign, code in labels.items()}

    def _make_label(self, code: Code) -> Label:
        number, place = code
        raw = fold_text(self._file.fonts[number].raws[place])
        text, rule = self._told.get(code, (raw, ""))
        return Label(code, raw, text, rule)

    def learn(self, pages: Sequence[GlyphPage]) -> None:
        """Learn what doubtful codes mean, from pages read with labels."""
        layers = [(layer, list(part_lines(layer))) for page in pages for layer in page.layers]
        # where no letter had a character, what the fonts tell says which way most of them run
        self._is_rtl |= _run_from_right([layer for layer, _ in layers])
        if self._is_rtl:
            words: list[Sequence[tuple[str, Code | None]]] = []
            everywhere: Counter[Code] = Counter()
            for layer, lines in layers:
                words += collect_words(layer, lines)
                everywhere.update(layer.codes)
            inside, attached = count_inside(words)
            strange = {code for word in words for text, code in word if code and may_be_letter(text)}
            # a sign that mostly stands apart from letters is what it looks like; one that is nothing may stand anywhere
            strange |= {code for code, number in attached.items() if number >= _ATTACHED * everywhere[code]}
            learnt = learn_map([word for word in words if all(code is None or code in strange for _, code in word)])
            # what stretches words stands inside them, and its outline is a bar where the font shows it
            learnt = {
                code: letters
                for code, letters in learnt.items()
                if letters != _TATWEEL
                or (
                    inside[code] >= _ATTACHED * everywhere[code]
                    and code[1] not in self._file.fonts[code[0]].program.painted
                )
            }
            learnt |= find_lam_alefs(words, learnt)
            for code in _find_authors(words):
                learnt.pop(code, None)
            learnt |= {code: _choose_yeh(self._file.fonts[code[0]], code[1], text) for code, text in learnt.items()}
            named = {code: text for code, (text, _) in self._told.items() if text in HAMZAS}
            may_be = {code for code in self._suspects if self._may_be_hamza(code)}
            learnt |= find_hamzas(layers, may_be, named | learnt)
            # where a font paints hamzas apart, none is part of another glyph
            told = {code: text for code, (text, _) in self._told.items()} | learnt
            apart = {number for (number, _), text in told.items() if text in HAMZAS}
            learnt |= {
                code: _drop_hamzas(text) for code, text in learnt.items() if code[0] in apart and text not in HAMZAS
            }
            learnt |= self._find_tanwins(words)
            learnt |= self._find_carried([layer for layer, _ in layers])
            self._doubt_fillers(everywhere, inside)
            self._lose(set(self._suspects) - set(learnt), *_find_strange(everywhere, attached, inside))
        else:
            latin: list[Sequence[tuple[str, Code]]] = []
            for layer, lines in layers:
                latin += collect_latin_words(layer, lines)
            learnt = learn_ligatures(latin)
            learnt = {code: text for code, text in learnt.items() if not self._names(code, text)}
            self._lose(set(self._suspects) - set(learnt), set(), set())
        learnt |= self._find_bullets(layers)
        self._told |= {code: (letters, LEARNT) for code, letters in learnt.items() if code[0] >= 0}
        self.false_fonts = self._find_false_fonts(learnt)
        self.has_false_letters = any(self._is_another_letter(code, text) for code, text in learnt.items())

    def _names(self, code: Code, text: str) -> bool:
        """Whether the map gives a code that text already."""
        return code[0] >= 0 and fold_text(self._file.fonts[code[0]].raws[code[1]]) == text

    def _is_another_letter(self, code: Code, text: str) -> bool:
        """Whether the map gives a code one letter, and words another, which is not the same without its hamza.

        A ligature of Latin letters, named by one letter, is another, too.
        """
        raw = fold_text(self._file.fonts[code[0]].raws[code[1]]) if code[0] >= 0 else ""
        if len(raw) == 1 and raw.isalpha() and len(text) > 1 and text.isascii():
            return True
        letters = [
            sign for sign in (raw, text) if len(sign) == 1 and sign.isalpha() and sign not in {_TATWEEL, *PERSIAN}
        ]
        return len(letters) == 2 and raw.isascii() == text.isascii() and _bare(raw) != _bare(text)  # noqa: PLR2004

    def _find_false_fonts(self, learnt: Mapping[Code, str]) -> frozenset[int]:
        """The fonts in which figures and Latin letters are names of Arabic ones: the others may be false as well."""
        false: Counter[int] = Counter()
        for (number, code), text in learnt.items():
            raw = fold_text(self._file.fonts[number].raws[code]) if number >= 0 else ""
            is_letter = len(text) == 1 and has_arabic(text) and text != _TATWEEL
            false[number] += is_letter and len(raw) == 1 and raw.isascii() and raw.isalnum()
        return frozenset(number for number, count in false.items() if count >= _SEVERAL)

    def _may_be_hamza(self, code: Code) -> bool:
        """Whether a code may be a sign that is painted apart: its map says nothing that stands at an Arabic letter."""
        if self._told.get(code, (UNMAPPED, ""))[0] != UNMAPPED:
            return False
        raw = fold_text(self._file.fonts[code[0]].raws[code[1]])
        return raw == UNMAPPED or (len(raw) == 1 and raw.isascii() and raw.isalnum())

    def _find_carried(self, layers: Sequence[GlyphLayer]) -> dict[Code, str]:
        """The lost codes that are always painted beside a bar that is mapped to a letter: the letter is theirs.

        Where a letter is painted as a bar and its body, a program may name the first of them alone.
        """
        beside: dict[Code, set[str]] = defaultdict(set)
        for layer in layers:
            raws = [self._find_bar(code) for code in layer.codes]
            for place, text in enumerate(layer.texts):
                if text == UNMAPPED and layer.codes[place][0] >= 0:
                    near = {raw for raw in raws[max(place - 1, 0) : place + 2] if raw}
                    beside[layer.codes[place]].add(near.pop() if len(near) == 1 else "")
        return {code: raws.pop() for code, raws in beside.items() if len(raws) == 1 and raws != {""}}

    def _doubt_fillers(self, everywhere: Counter[Code], inside: Counter[Code]) -> None:
        """Take back that a flat glyph without a character stretches words, where it mostly ends them: it is a point."""
        for code, (text, _) in list(self._told.items()):
            raw = fold_text(self._file.fonts[code[0]].raws[code[1]])
            if (
                text == _TATWEEL
                and raw == UNMAPPED
                and everywhere[code] > 0
                and inside[code] < _ATTACHED * everywhere[code]
            ):
                del self._told[code]

    def _find_bar(self, code: Code) -> str:
        """The Arabic letter that the map gives to a bar; empty for other codes."""
        if code[0] < 0 or self._told.get(code, ("",))[0] != _TATWEEL:
            return ""
        raw = fold_text(self._file.fonts[code[0]].raws[code[1]])
        return raw if has_arabic(raw) and raw != _TATWEEL and not is_mark(raw) else ""

    def _find_tanwins(self, words: Sequence[Sequence[tuple[str, Code | None]]]) -> dict[Code, str]:
        """The lost codes that are painted over the alefs that end words: no sign but that of the accusative is."""
        over: Counter[Code] = Counter()
        uses: Counter[Code] = Counter()
        for word in words:
            for place, (text, code) in enumerate(word):
                if text == UNMAPPED and code is not None and code[1] in self._file.fonts[code[0]].program.high:
                    uses[code] += 1
                    beside = {word[place - 1][0] if place else "", word[place + 1][0] if place + 1 < len(word) else ""}
                    over[code] += len(word) > _SEVERAL and place >= len(word) - 2 and "ا" in beside
        return {code: _TANWIN for code, number in over.items() if number > 1 and number >= _NEARLY_ALL * uses[code]}

    def _find_bullets(self, layers: Sequence[tuple[GlyphLayer, Lines]]) -> dict[Code, str]:
        """The lost codes that stand first in their lines, before a blank, and nowhere else."""
        first: Counter[Code] = Counter()
        uses: Counter[Code] = Counter()
        for layer, lines in layers:
            for glyphs, spaces in lines if UNMAPPED in layer.texts else ():
                order, is_apart = glyphs.tolist(), [*spaces[1:], False]
                if self._is_rtl:
                    order, is_apart = order[::-1], list(spaces[::-1])
                lost = [place for place, glyph in enumerate(order) if layer.texts[glyph] == UNMAPPED]
                uses.update(layer.codes[order[place]] for place in lost)
                if 0 in lost and len(order) > _SEVERAL and is_apart[0]:
                    first[layer.codes[order[0]]] += 1
        return {code: _BULLET for code, number in first.items() if number > 1 and number == uses[code]}

    def _lose(self, codes: set[Code], attached: AbstractSet[Code], inside: AbstractSet[Code]) -> None:
        """Take codes that stay unknown for lost signs: those without a character, and signs in Arabic words."""
        for code in codes - set(self._told):
            number, place = code
            raw = fold_text(self._file.fonts[number].raws[place])
            # a digit may stand beside a letter, and none stands between two
            is_false = code in (inside if raw.isdigit() else attached) and not has_arabic(raw) and raw not in _PLAIN
            if raw == UNMAPPED or is_false:
                self._told[code] = (UNMAPPED, LOST)


def _run_from_right(layers: Sequence[GlyphLayer]) -> bool:
    """Whether most letters of some layers run from right to left."""
    counts = Counter(text for layer in layers for text in layer.texts)
    rtl = sum(number for text, number in counts.items() if is_rtl(text))
    return rtl * 2 > sum(number for text, number in counts.items() if text.isalpha())


def _is_false(number: int, font: FontEntry, decided: Mapping[Code, str], uses: Mapping[Code, int]) -> bool:
    """Whether what was recognised contradicts most of what a font's map says, weighed by use.

    A code without a character contradicts nothing, unless the map names none at all.
    """
    alike = told = 0
    names_none = all(raw == UNMAPPED for raw in font.raws.values())
    for code, raw in font.raws.items():
        letters = decided.get((number, code), UNMAPPED)
        if letters.isalnum() and (names_none or raw != UNMAPPED):
            told += uses[number, code]
            alike += uses[number, code] * (_drop_hamzas(fold_text(raw)) == _drop_hamzas(letters))
    return alike < _ATTACHED * told


def _find_authors(words: Sequence[Sequence[tuple[str, Code | None]]]) -> set[Code]:
    """The codes of Persian letters that the author wrote: the font has the Arabic letter in the same form, too.

    A map that names a letter by its Persian form does so for all that is printed in that form (initial or medial).
    """
    forms: dict[tuple[int, str], set[bool]] = defaultdict(set)
    persian: dict[Code, tuple[str, set[bool]]] = {}
    for word in words:
        for place, (text, code) in enumerate(word):
            if code is None:
                continue
            if place + 1 == len(word):
                # of final yehs a font may hold several, with dots and without them
                continue
            form = place > 0 and word[place - 1][0][-1:] not in _UNJOINED
            if text in PERSIAN:
                persian.setdefault(code, (text, set()))[1].add(form)
            else:
                forms[code[0], text].add(form)
    return {
        code for code, (text, own) in persian.items() if any(own & forms[code[0], letter] for letter in PERSIAN[text])
    }


def _bare(letter: str) -> str:
    """A letter without its hamza, final ones of one shape as one."""
    return _drop_hamzas(letter).translate(_TO_SHAPE)


def _list_alef_signs(text: str) -> str:
    """The signs of an alef that has some, its hamza or madda first; empty for any other text."""
    decomposed = unicodedata.normalize("NFD", text)
    letter, signs = decomposed[:1], decomposed[1:]
    if letter != "ا" or not signs or not all(map(unicodedata.combining, signs)):
        return ""
    return "".join(sorted(signs, key=lambda sign: sign not in HAMZAS))


def _drop_hamzas(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if sign not in HAMZAS)


def _choose_yeh(font: FontEntry, code: int, text: str) -> str:
    """The letter of a final yeh: with dots or without them, as it is painted."""
    if text not in _YEHS or fold_text(font.raws[code]) not in PERSIAN or code not in font.program.painted:
        return text
    return "ى" if code in font.program.single else "ي"


def _find_strange(everywhere: Counter[Code], *kinds: Counter[Code]) -> list[set[Code]]:
    """For each kind of place, the codes that mostly stand there."""
    return [
        {code for code, number in kind.items() if number and number >= _ATTACHED * everywhere[code]} for kind in kinds
    ]


def _tell(font: FontEntry, code: int, raw: str, order: CodeOrder, *, is_arabic: bool) -> tuple[str, str] | None:
    """What the font itself tells of a code, and by which rule; None where it agrees with its map or tells nothing."""
    shifted = decode_shifted(raw)
    if shifted is not None:
        return fold_text(shifted), SHIFTED
    text = fold_text(raw)
    named = fold_text(font.program.names.get(code, "")) if code in font.program.names else ""
    if is_arabic and code in font.program.flat and (text == UNMAPPED or text.isalnum()) and text != _TATWEEL:
        return _TATWEEL, NAMED
    if is_arabic and is_mark(named) and named != text and _has_signs(text, named):
        # the hamza or vowel sign of a letter, which is a glyph of its own, is mapped to the whole letter
        return named, NAMED
    if is_arabic and not named and code in font.program.high and _is_cluster(text):
        # no letter lies as high as a sign
        return text.lstrip("".join(sign for sign in text if not is_mark(sign))), NAMED
    if named and named not in {text, UNMAPPED}:
        is_better = has_arabic(named) and (len(named) > 1 or named == _TATWEEL or not has_arabic(text))
        if text == UNMAPPED or (is_arabic and is_better):
            return named, NAMED
    if text == UNMAPPED:
        sign = order.tell(code)
        return (sign, NEIGHBOURS) if sign else None
    return None


def _is_cluster(text: str) -> bool:
    """Whether a text is letters with vowel signs behind them; a hamza is part of its letter."""
    return len(text) > 1 and is_mark(text[-1]) and not is_mark(text[0])


def _has_signs(text: str, signs: str) -> bool:
    """Whether a text has these signs, in their canonical order."""
    return unicodedata.normalize("NFD", signs) in unicodedata.normalize("NFD", text)


def _is_strange(text: str) -> bool:
    """Whether a text stands in no Arabic word, or is the Persian form of a letter."""
    return bool(text) and is_suspect(text)


def _is_odd(text: str) -> bool:
    """Whether a text is none of the small letters and points that Latin words are made of."""
    return bool(text) and not text.islower() and text not in _PLAIN
