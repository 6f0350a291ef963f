"""A second look at what was recognised with doubt: lines read alone, numbers and Latin words by the Latin model.

The Arabic model knows no Latin letter, no percent sign and no Arabic comma; and either model loses a line now and then
in one picture that it reads right in another. A word is taken from the second look where its letters make a word and
the first one's make none, never for being another word that is as usual.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from oic_reports.model import Language
from oic_reports.reading.pdf.tesseract import Tesseract, Word
from oic_reports.reading.pdf.worth import measure_usual, weigh_word

RULE = "ocr.second_look"
TO_LANGUAGE: Mapping[str, Language] = {"ara": "ar", "fra": "fr", "eng": "en"}
# per cent of confidence below which a word is doubtful, from which a Latin word is believed, and a number or one
# without small letters, of which the Arabic model knows less
_UNSURE = 60.0
_SURE_OF_LATIN = 50.0
_SURE_OF_SYMBOL = 25.0
# heights of a line that are cut out above, below and beside it; share of its height that a piece has at least
_AROUND = 0.3
# share of its width that a word shares with what it is compared with; worth a letter by which the second must be better
_SHARED = 0.5
_BETTER = 1.0
# one line alone without its layout, and one line
_RAW_LINE = "13"
_ONE_LINE = "7"

_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z].*[A-Za-z0-9]")
_NUMBER = re.compile(r"[(\[]?[-–]?[$€£]?\d+(?:[.,/:-]\d+)*[%.)\]-]{0,2}")
# signs that the page shows left of what they end, and the brackets that it shows turned; what is no sign of a text
_LEADING = re.compile(r"^[.,:;'‘`،%/-]*(?:\((?![^()]*\)))?(?=.)")
_TRAILING = re.compile(r"(?<!\()(?<=[^()])\)$")
_LETTER_LABEL = re.compile(r"(?P<label>[\u0621-\u064a]\))\d")
_COMMAS = str.maketrans(dict.fromkeys(",;'‘`", "،"))
_SCRAPS = frozenset("|“”‘’«»:;,._~")
_AFTER = ".,:;'`_~"


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one line in the engine's order, and where it stands."""

    words: tuple[Word, ...]

    def cut(self, image: Image.Image, words: Sequence[Word] | None = None) -> tuple[Image.Image, tuple[int, int]]:
        """The picture of the row, or of some of its words, and where its corner was."""
        chosen = words or self.words
        top, bottom = min(word.top for word in self.words), max(word.bottom for word in self.words)
        around = _AROUND * (bottom - top)
        left, right = min(word.left for word in chosen) - around, max(word.right for word in chosen) + around
        corner = (max(int(left), 0), max(int(top - around / 2), 0))
        edge = (min(int(right) + 1, image.width), min(int(bottom + around / 2) + 1, image.height))
        return image.crop((*corner, *edge)), corner


def look_again(engine: Tesseract, words: Sequence[Word], image: Image.Image, language: str) -> list[Word]:
    """The words, with what a second look at doubtful rows and foreign pieces gives (``image`` as the words' boxes)."""
    written = TO_LANGUAGE[language]
    rows = [Row(tuple(group)) for group in _group(words)]
    doubtful = [row for row in rows if any(_is_doubtful(word, written) for word in row.words)]
    settled: dict[Row, Row] = {}
    for begins_badly, mode in ((False, _RAW_LINE), (True, _ONE_LINE)):
        chosen = [row for row in doubtful if _begins_badly(row) == begins_badly]
        cuts = [row.cut(image) for row in chosen]
        readings = engine.read_all([cut for cut, _ in cuts], language, mode)
        for row, (_, corner), found in zip(chosen, cuts, readings, strict=True):
            settled[row] = Row(tuple(merge_row(row.words, [_move(word, corner) for word in found], written)))
    rows = [settled.get(row, row) for row in rows]
    if written == "ar":
        rows = _read_foreign(engine, rows, image)
    return [word for row in rows for word in row.words]


def _group(words: Sequence[Word]) -> list[list[Word]]:
    groups: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        groups[word.line].append(word)
    return list(groups.values())


def _move(word: Word, corner: tuple[int, int]) -> Word:
    x, y = corner
    return replace(word, left=word.left + x, right=word.right + x, top=word.top + y, bottom=word.bottom + y)


def _is_doubtful(word: Word, language: Language) -> bool:
    is_word = any(map(str.isalpha, word.text))
    return word.confidence < _UNSURE or (is_word and not measure_usual(word.text, language))


def _begins_badly(row: Row) -> bool:
    """Whether a row begins with a doubtful number: the label may have been taken for one with the word after it."""
    first = row.words[0]
    return first.confidence < _UNSURE and not any(map(str.isalpha, first.text))


def merge_row(first: Sequence[Word], second: Sequence[Word], language: Language) -> list[Word]:
    """The words of a row, each piece of it in the reading that is worth more; numbers stay as they were first read."""
    row: list[Word] = []
    for ours, theirs in _pair(first, second):
        row += ours if not theirs or not _is_better(theirs, ours, language) else _replace(ours, theirs)
    return row


def _pair(first: Sequence[Word], second: Sequence[Word]) -> list[tuple[list[Word], list[Word]]]:
    """Words that stand in one place of a row, in the order of the first reading."""
    pairs: list[tuple[list[Word], list[Word]]] = []
    left_over = list(second)
    for word in first:
        touching = [other for other in left_over if _shares(word, other)]
        left_over = [other for other in left_over if other not in touching]
        last = pairs[-1] if pairs else None
        if not touching and last and last[1] and any(_shares(word, other) for other in last[1]):
            # one word of the second reading covers two of the first
            last[0].append(word)
        else:
            pairs.append(([word], touching))
    return pairs


def _shares(word: Word, other: Word) -> bool:
    together = min(word.right, other.right) - max(word.left, other.left)
    return together > _SHARED * min(word.right - word.left, other.right - other.left)


def _is_better(theirs: Sequence[Word], ours: Sequence[Word], language: Language) -> bool:
    digits, their_digits = (
        "".join(filter(str.isdigit, "".join(word.text for word in each))) for each in (ours, theirs)
    )
    if (digits or their_digits) and not _is_taken_for_number(ours, digits, their_digits):
        return False
    worth, other = (sum(weigh_word(word.text, language) for word in each) for each in (ours, theirs))
    letters = max(sum(map(str.isalpha, "".join(word.text for word in ours))), 1)
    is_covered = sum(word.right - word.left for word in theirs) > _SHARED * sum(word.right - word.left for word in ours)
    return is_covered and other > worth + _BETTER * letters


def _is_taken_for_number(ours: Sequence[Word], digits: str, their_digits: str) -> bool:
    """Whether a label and the word after it were read as one number, of which the second reading has the digits."""
    has_letters = any(map(str.isalpha, "".join(word.text for word in ours)))
    return not has_letters and bool(their_digits) and their_digits in digits


def _replace(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    """Words of the second reading in the place of those of the first, as one word with blanks in it."""
    before = " ".join(word.text for word in ours)
    text = " ".join(word.text for word in theirs)
    confidence = min(word.confidence for word in theirs)
    left, right = min(word.left for word in ours), max(word.right for word in ours)
    return [replace(ours[0], text=text, left=left, right=right, confidence=confidence, before=before, rule=RULE)]


def _read_foreign(engine: Tesseract, rows: Sequence[Row], image: Image.Image) -> list[Row]:
    """Arabic rows with their numbers and Latin words as the Latin model reads them, where it is sure."""
    pieces = [(row, piece) for row in rows for piece in _find_foreign(row)]
    cuts = [row.cut(image, piece) for row, piece in pieces]
    readings = engine.read_all([cut for cut, _ in cuts], "eng", _ONE_LINE)
    found: dict[int, tuple[list[Word], list[Word]]] = {}
    for (_, piece), reading in zip(pieces, readings, strict=True):
        found[id(piece[0])] = (piece, reading)
    if not _agree_on_numbers(found.values()):
        # the page is in digits that neither model knows
        return [Row(tuple(_doubt_digits(word) for word in row.words)) for row in rows]
    rows = [Row(tuple(_put(row.words, found))) for row in rows]
    return [Row((_settle_letter(row.words[0]), *row.words[1:])) for row in rows]


def _doubt_digits(word: Word) -> Word:
    return replace(word, confidence=0.0) if any(map(str.isdigit, word.text)) else word


def _settle_letter(word: Word) -> Word:
    """A first word without the digit that the engine sees in the space after a letter that is a label."""
    match = _LETTER_LABEL.fullmatch(word.text)
    return replace(word, text=match.group("label"), before=word.text, rule="ocr.label") if match else word


def _find_foreign(row: Row) -> list[list[Word]]:
    """Pieces of a row without Arabic words: runs with Latin letters or what may be some, and single numbers."""
    pieces: list[list[Word]] = []
    for is_foreign, group in groupby(row.words, key=_is_foreign):
        if is_foreign:
            run = list(group)
            numbers = [bool(_NUMBER.fullmatch(word.text.strip(".,:;؛»«"))) for word in run]
            pieces += [[word] for word in run] if all(numbers) else [run]
    return pieces


def _is_foreign(word: Word) -> bool:
    letters = len(_ARABIC.findall(word.text))
    others = sum(character.isdigit() or (character.isascii() and character.isalpha()) for character in word.text)
    is_odd = letters < 3 and word.confidence < _UNSURE and not measure_usual(word.text, "ar")  # noqa: PLR2004
    return others >= max(letters, 1) or is_odd


def _agree_on_numbers(pairs: Iterable[tuple[list[Word], list[Word]]]) -> bool:
    """Whether both models read most numbers alike: then the page is in the digits that both know."""
    alike = different = 0
    for ours, theirs in pairs:
        digits = ["".join(filter(str.isdigit, "".join(word.text for word in each))) for each in (ours, theirs)]
        if all(digits) and not any(_LATIN.search(word.text) for word in theirs):
            is_alike = digits[0].isascii() and (digits[0] in digits[1] or digits[1] in digits[0])
            alike, different = alike + is_alike, different + (not is_alike)
    return alike >= different


def _put(words: Sequence[Word], found: Mapping[int, tuple[list[Word], list[Word]]]) -> list[Word]:
    row: list[Word] = []
    skipped = 0
    for word in words:
        if skipped:
            skipped -= 1
            continue
        piece, reading = found.get(id(word), ([], []))
        text = _settle_foreign(reading)
        if text and text.isdigit() and word is words[0]:
            # the sign of a label is small
            text += next((sign for sign in "-." if sign in word.text), "")
        is_doubtful = bool(piece) and _differ_in_figures(piece, reading)
        if piece and text and text != " ".join(each.text for each in piece):
            taken = _replace(piece, [replace(reading[0], text=text)])
            row += map(_doubt_digits, taken) if is_doubtful else taken
            skipped = len(piece) - 1
        else:
            row.append(_doubt_digits(word) if is_doubtful else word)
    return row


def _differ_in_figures(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether both models saw figures in a place, and not the same: whichever is taken, nothing tells it."""
    digits, others = (
        [character for word in each for character in word.text if character.isdigit()] for each in (ours, theirs)
    )
    return bool(digits) and bool(others) and digits != others


def _settle_foreign(reading: Sequence[Word]) -> str | None:
    """The text of a piece in logical order; None where the engine is not sure, or it is neither name nor number."""
    reading = [word for word in reading if not _SCRAPS.issuperset(word.text)]
    text = set_in_order(" ".join(word.text for word in reading).rstrip(_AFTER))
    sure = min((word.confidence for word in reading), default=0.0)
    if any(map(str.islower, text)):
        return text if sure >= _SURE_OF_LATIN and _LATIN.search(text) else None
    is_known = _LATIN.search(text) or _NUMBER.fullmatch(text.rstrip("،.:;"))
    return text if is_known and sure >= _SURE_OF_SYMBOL else None


def set_in_order(text: str) -> str:
    """A Latin piece of an Arabic line, read from left to right, with the signs about it in their logical place.

    What stands left of it ends it, and a bracket that opens at its left and is not closed in it is a closing one.
    """
    match = _LEADING.match(text)
    signs = match.group() if match else ""
    text = text[len(signs) :]
    if ")" in text and "(" not in text and "(" not in signs:
        text = _TRAILING.sub("", text)
        text = f"({text}"
    signs = signs[::-1].replace("(", ")").translate(_COMMAS)
    return text + (signs.replace("-", "") if _LATIN.search(text) else signs)
