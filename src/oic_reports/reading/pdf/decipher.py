"""What the codes of a file's fonts stand for, told by recognising a few of its pages.

Where a layer cannot be trusted (no character map, a false one, a font from before Unicode), the glyphs are right and
their names are not. Recognition names them, one reading for each place where a code is painted; the votes are counted
(``alignment``), and the whole file is read by its layer again: its figures, Latin words and labels stand where they
stood, and a page costs no recognition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
from PIL import Image

from oic_reports.reading.pdf.alignment import Pair, align
from oic_reports.reading.pdf.glyph_strips import Strips
from oic_reports.reading.pdf.glyph_text import TATWEEL, is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code, GlyphLayer, GlyphPage, Label
from oic_reports.reading.pdf.ocr import Recogniser
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.scan import render
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.word_lines import to_lines
from oic_reports.reading.pdf.word_votes import check_by_words

# letters that recognition takes for one another, and word lists tell apart
_FAMILIES = str.maketrans("أإآٱىةی)", "اااايهي(")
_ONE_SHAPE = str.maketrans(")0il", "(o11")
# small letters that no point looks like
_TALL = frozenset("bdfhkt")
_LIKE_FIGURES = frozenset(".-/\"'")
_POINTS = frozenset('.,:،؛()/-«»"')
# heights of a word about it in which its glyphs' baselines lie; em within which a glyph is painted twice, and width
# of none
_ABOUT = 0.3
_TWICE = 0.05
_NARROW = 0.05
# shares of the votes of a code that its letters have, that its point has, and that nothing has of those of a filler;
# votes that are enough; share of the uses of a code that stand in no word
_CONVINCING = 0.5
_OF_POINT = 0.4
_SURE = 0.75
_ONE = 0.8
_OUTSIDE = 0.7
# least share that either reading of a sign gives it, and both together: of a figure, a Latin letter (in Arabic, whose
# own figures look like some) and a point; share of the votes of a letter that needs no second reading
_AGREES = 0.25
_BOTH = 1.0
_BOTH_OF_LETTER = 1.5
_BOTH_OF_POINT = 0.7
_NEARLY_ALL = 0.9
_TO_BOTH = {"figure": _BOTH, "letter": _BOTH_OF_LETTER, "point": _BOTH_OF_POINT}
# signs of a font that both readings agree on, and copies of one in a row, that tell of the others
_SEVERAL = 3
# per cent of confidence of a word with figures
_CONFIDENT = 60.0


@dataclass(slots=True)
class Votes:
    """What recognised pages say about codes.

    ``pairs`` are glyphs of words with their recognised letters; ``outside`` counts the uses of each code beside words,
    ``uses`` all of them, and ``no_fillers`` those that are higher than a kashida, or without width as a vowel sign.
    """

    pairs: Counter[Pair] = field(default_factory=Counter)
    outside: Counter[Code] = field(default_factory=Counter)
    uses: Counter[Code] = field(default_factory=Counter)
    no_fillers: Counter[Code] = field(default_factory=Counter)
    strips: Strips = field(default_factory=Strips)

    def add_page(
        self, page: GlyphPage, words: Sequence[Word], scale: float, picture: tuple[Image.Image, float]
    ) -> None:
        """Count the glyphs of a page that was read with labels.

        ``words`` have ``scale`` pixels a point; ``picture`` is the page as an image, with its own scale.
        """
        layer = max(page.layers, key=lambda layer: len(layer.texts), default=None)
        if layer is None or not words:
            return
        middles = (layer.left + layer.right) / 2
        inside = np.zeros(len(layer.texts), np.bool_)
        near = np.zeros(len(layer.texts), np.bool_)
        for word in words:
            left, top, right, bottom = (edge / scale for edge in (word.left, word.top, word.right, word.bottom))
            around = _ABOUT * (bottom - top)
            on_row = (layer.baseline > top + around) & (layer.baseline < bottom + around)
            near |= on_row
            members = np.flatnonzero(on_row & (middles > left) & (middles < right))
            inside[members] = True
            if members.size and _is_evidence(word):
                is_leftwards = any(map(is_rtl, word.text))
                order = np.argsort(-middles[members] if is_leftwards else middles[members], kind="stable")
                codes = _drop_copies(layer, members[order].tolist())
                self.pairs[codes, word.text] += 1
        self.strips.add_page(layer, *picture)
        self.uses.update(layer.codes)
        self.outside.update(layer.codes[glyph] for glyph in np.flatnonzero(near & ~inside).tolist())
        narrow = np.flatnonzero(layer.right - layer.left < _NARROW * layer.size).tolist()
        self.no_fillers.update(layer.codes[glyph] for glyph in {*layer.tall, *narrow})

    def decide(self, read_rows: Callable[[list[Image.Image]], list[str]]) -> dict[Code, str]:
        """The letters of each code that the votes agree on; a blank for one that stands between words.

        ``read_rows`` recognises rows of one sign each.
        """
        counts = align(self.pairs)
        arabic = sum(number for (_, text), number in self.pairs.items() if any(map(is_rtl, text)))
        is_arabic = 2 * arabic > self.pairs.total()
        decided = {code: self._choose(code, counts.get(code, {}), is_arabic=is_arabic) for code in self.uses}
        decided = self._keep_points(check_by_words(self.pairs, counts, decided))
        doubtful = [
            code for code, letters in decided.items() if code[0] >= 0 and not _is_settled(letters, is_arabic=is_arabic)
        ]
        rows = self.strips.draw(doubtful)
        readings = dict(zip(rows, read_rows(list(rows.values())), strict=True))
        settled = {
            code: _settle(counts.get(code, {}), readings.get(code, ""), self.strips.tell_shape(code))
            for code in doubtful
        }
        agreed = Counter((code[0], _name_kind(sign)) for code, (sign, _) in settled.items() if sign)
        shares: dict[Code, float] = {}
        for code, (sign, share) in settled.items():
            alone = _find_only(readings.get(code, ""))
            if sign:
                decided[code], shares[code] = sign, share
            elif decided[code] == UNMAPPED or decided[code].isalnum():
                # a font whose figures (letters) mostly were read alike twice: one reading does for the others
                is_enough = alone and agreed[code[0], _name_kind(alone)] >= _SEVERAL
                decided[code] = alone if is_enough else UNMAPPED
        return _leave_one_each(decided, shares, self.uses)

    def _choose(self, code: Code, votes: Mapping[str, float], *, is_arabic: bool) -> str:
        """What the votes for a code say."""
        if self.outside[code] >= _OUTSIDE * self.uses[code]:
            return " "
        if not votes:
            return UNMAPPED
        letters, number = _find_best(votes)
        total = sum(votes.values())
        if not letters:
            # what is painted inside words and says nothing stretches them, or is a sign that was not recognised
            is_filler = is_arabic and number >= _SURE * total and 2 * self.no_fillers[code] < self.uses[code]
            return TATWEEL if is_filler and self._stands_inside(code) else UNMAPPED
        if letters in _POINTS:
            return letters if number >= max(_OF_POINT * total, _ONE) else UNMAPPED
        if all(sign.isalpha() or is_mark(sign) for sign in letters):
            return letters if number >= max(_CONVINCING * total, _ONE) else UNMAPPED
        is_sign = len(letters) == 1 and not letters.isalnum()
        return letters if is_sign and number >= max(_SURE * total, 2 * _ONE) else UNMAPPED

    def _keep_points(self, decided: Mapping[Code, str]) -> dict[Code, str]:
        """The decided letters, without points that mostly stand in words of nothing else: figures look like some."""
        beside: Counter[Code] = Counter()
        everywhere: Counter[Code] = Counter()
        for (codes, _), number in self.pairs.items():
            letters = sum(decided[code].isalpha() and decided[code] != TATWEEL for code in codes)
            for code in codes:
                everywhere[code] += number
                beside[code] += number * (letters > (decided[code] in _LIKE_FIGURES))
        return {
            code: letters
            if letters.isalnum() or letters == " " or is_mark(letters) or beside[code] >= _CONVINCING * everywhere[code]
            else UNMAPPED
            for code, letters in decided.items()
        }

    def _stands_inside(self, code: Code) -> bool:
        """Whether a code mostly has others of its word on both sides."""
        inside = everywhere = 0
        for (codes, _), number in self.pairs.items():
            if code in codes:
                everywhere += number
                inside += number * (code in codes[1:-1])
        return inside >= _SURE * everywhere


def collect_votes(
    document: pypdfium2.PdfDocument,
    labelled: tuple[bytes, dict[int, Label]],
    recogniser: Recogniser,
    numbers: Sequence[int],
    *,
    is_rtl: bool | None,
) -> tuple[Votes, dict[int, list[PageLine]]]:
    """Recognise some pages: what they say about codes, and their recognised lines.

    Args:
        document: the file.
        labelled: a copy of it with a label for each code.
        recogniser: what reads pages.
        numbers: those of the pages, 1-based.
        is_rtl: the file's direction where it is known.

    Raises:
        UnreadableFileError: ``time_limit``; a copy that cannot be opened.
    """
    content, labels = labelled
    copy = open_document(content)
    try:
        source = PdfiumSource(copy, labels)
        votes = Votes()
        lines: dict[int, list[PageLine]] = {}
        for number in numbers:
            page = source.read_page(number, looks=False)
            words, scale = recogniser.read_words(document, page, is_rtl=is_rtl)
            lines[number] = to_lines(words, page, scale)
            votes.add_page(page, words, scale, render(document, number))
        return votes, lines
    finally:
        copy.close()


def _is_settled(letters: str, *, is_arabic: bool) -> bool:
    """Whether letters need no reading of their own: words told them. Figures are told by none, nor names in Arabic."""
    if letters in {" ", TATWEEL}:
        return True
    return any(map(is_rtl, letters)) or all(map(is_mark, letters)) or (letters.isalpha() and not is_arabic)


def _settle(votes: Mapping[str, float], reading: str, shape: str) -> tuple[str, float]:
    """The sign of a code that is no Arabic letter, and how sure it is; empty where its two readings do not agree.

    The readings are that of its words and that of a row of it alone; no word tells a false figure or Latin letter.
    ``shape`` is what its measures say.
    """
    total = sum(votes.values())
    if not total:
        return "", 0.0
    if shape and _share(votes, shape) + votes.get("", 0.0) / total >= _SURE:
        # points are left out more often than they are misread
        return shape, _share(votes, shape)
    signs = Counter(sign for sign in reading if not sign.isspace())
    letters, number = _find_best(votes)
    found: tuple[str, float] = ("", 0.0)
    for sign in {_fold(sign) for sign in signs}:
        own = sum(count for other, count in signs.items() if _fold(other) == sign) / signs.total()
        share = _share(votes, sign)
        if min(own, share) < _AGREES:
            continue
        named = max((_share(votes, other, folds=False), other) for other in _unfold(sign))[1]
        if own + share >= max(_TO_BOTH[_name_kind(named)], found[1]):
            found = named, own + share
    is_read = len(letters) == 1 and letters.isascii() and letters.isalpha()
    if not found[0] and is_read and number >= max(_NEARLY_ALL * total, 2 * _ONE):
        return letters, number / total
    return found


def _share(votes: Mapping[str, float], sign: str, *, folds: bool = True) -> float:
    """The share of votes that have a sign in them."""
    total = sum(votes.values())
    return sum(count for text, count in votes.items() if sign in (_fold(text) if folds else text)) / total


def _fold(text: str) -> str:
    """A text in which signs that have one shape, in two sizes or turned, are the same."""
    return text.lower().translate(_ONE_SHAPE)


def _unfold(sign: str) -> tuple[str, ...]:
    return {"(": ("(", ")"), "o": ("o", "O", "0"), "1": ("1", "I", "i", "l")}.get(sign, (sign, sign.upper()))


def _find_only(reading: str) -> str:
    """The figure or letter that a row of one sign was read as; empty where it was not read as one throughout."""
    signs = "".join(reading.split())
    is_one = len(signs) >= _SEVERAL and len(set(signs)) == 1 and signs.isascii()
    return signs[0] if is_one and (signs.isdigit() or signs.isupper() or signs[0] in _TALL) else ""


def _name_kind(sign: str) -> str:
    return "figure" if sign.isdigit() else "letter" if sign.isalpha() else "point"


def _is_evidence(word: Word) -> bool:
    """Whether a word may teach: one piece, as it was first read, in which figures are sure."""
    has_figures = any(map(str.isdigit, word.text))
    return " " not in word.text and (word.confidence >= _CONFIDENT or not has_figures)


def _drop_copies(layer: GlyphLayer, glyphs: Sequence[int]) -> tuple[Code, ...]:
    """The codes of some glyphs, without those that are painted twice to look bold."""
    codes: list[Code] = []
    last = -1
    for glyph in glyphs:
        is_copy = (
            last >= 0
            and layer.codes[glyph] == layer.codes[last]
            and abs(layer.left[glyph] - layer.left[last]) < _TWICE * layer.size[glyph]
        )
        if not is_copy:
            codes.append(layer.codes[glyph])
        last = glyph
    return tuple(codes)


def _find_best(votes: Mapping[str, float]) -> tuple[str, float]:
    """The letters with most votes and their number, which is that of all that recognition takes for them."""
    families: dict[str, float] = defaultdict(float)
    for letters, number in votes.items():
        families[letters.translate(_FAMILIES)] += number
    family = max(families, key=lambda letters: families[letters])
    own = {letters: number for letters, number in votes.items() if letters.translate(_FAMILIES) == family}
    return max(own, key=lambda letters: own[letters]), families[family]


def _leave_one_each(
    decided: Mapping[Code, str], shares: Mapping[Code, float], uses: Mapping[Code, int]
) -> dict[Code, str]:
    """Of codes of a font that claim the same figure, or small Latin letter, one keeps it: a font has each of them once.

    The surest of figures; of letters, which are sure or not, the one that is painted most: a capital that is taken for
    its small letter stands more seldom.
    """
    found = dict(decided)
    owners: dict[tuple[int, str], Code] = {}
    for code in sorted(decided, key=lambda code: (-shares.get(code, 0.0), -uses.get(code, 0))):
        letters = decided[code]
        is_small = len(letters) == 1 and letters.isascii() and letters.islower()
        if (letters.isdigit() or is_small) and owners.setdefault((code[0], letters), code) != code:
            found[code] = UNMAPPED
    return found
