"""Recognition of pages that have no text, or none that can be trusted, by Tesseract's command.

No page segmentation mode serves all pages: one drops lines on framed pages, another the labels that hang in the margin
(measured: 72 and 88 % of words on six pages). So a page is read both ways and the fuller reading is kept. The image is
rendered by PDFium, turned upright and deskewed; it goes through pipes, nothing is written to disk.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
import pypdfium2
from PIL import Image

from oic_reports.cleaning.evidence import load_general_words
from oic_reports.model import Decoded
from oic_reports.reading.errors import UnreadableFileError
from oic_reports.reading.pdf.columns import split_columns
from oic_reports.reading.pdf.folding import is_rtl as has_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.page import PageLine
from oic_reports.reading.plausibility import share_stop_words

COMMAND = "tesseract"
INSTALL = "tesseract-ocr, tesseract-ocr-ara, tesseract-ocr-eng and tesseract-ocr-fra (on Debian: apt install)"
_LANGUAGES = ("ara", "eng", "fra")
# dots per inch that Tesseract asks for; pixels of a page that memory holds
_DPI = 300
_MOST_PIXELS = 40_000_000
_MODES = ("6", "4")
# degrees by which a crooked scan is turned, at most and at a time; per cent of confidence of a sure word
_STEP = 0.25
_WIDEST = 5.0
_SURE = 50.0
_WORD_LEVEL = "5"
# grey of 255 below which a pixel is ink; above each number of a block
_DARK = 160
_OTHER_BLOCK = 1_000_000
# how much sharper the rows of a turned page are; per cent of confidence of a sure Latin word
_SHARPER = 1.02
_SURE_OF_LATIN = 75.0
_LATIN = re.compile(r"[A-Za-z].*[A-Za-z0-9]")
# share of a size by which a line differs from the usual one; lines against a direction; share of a height that two
# words of a row share; share of running words from which a word exists
_EVEN = 0.4
_MANY_AGAINST = 3
_SAME_ROW = 0.6
_KNOWN = 3e-7


@dataclass(frozen=True, slots=True)
class Word:
    """One word in pixels of the image; ``line`` tells lines apart, ``confidence`` is 0 to 100."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, int, int]
    confidence: float


class Recogniser:
    """Tesseract, as it is installed; ``engine`` is its name and version."""

    def __init__(self, seconds_a_page: float) -> None:
        """Look for the command and its languages.

        Raises:
            UnreadableFileError: ``ocr_missing``, with what is to be installed.
        """
        self._seconds = seconds_a_page
        command = shutil.which(COMMAND)
        if command is None:
            raise UnreadableFileError("ocr_missing", f"the file needs text recognition: install {INSTALL}")
        self._command = command
        first, *installed = _ask(command, "--list-langs").splitlines()
        missing = [name for name in _LANGUAGES if name not in installed]
        if missing:
            raise UnreadableFileError("ocr_missing", f"Tesseract lacks {', '.join(missing)}: install {INSTALL}")
        del first
        self.engine = " ".join(_ask(command, "--version").split()[:2])

    def read_page(self, document: pypdfium2.PdfDocument, page: GlyphPage, *, is_rtl: bool | None) -> list[PageLine]:
        """The lines of a page, top to bottom; ``is_rtl`` is the document's direction where it is known."""
        image, scale = render(document, page.number)
        image = deskew(self._set_upright(image))
        languages = self._choose_languages(image, is_rtl=is_rtl)
        words = self._read_fully(image, languages)
        if is_upside_down(words):
            image = image.rotate(180)
            words = self._read_fully(image, languages)
        if languages == "ara":
            words = put_latin(words, self._read(image, "eng", _MODES[0]))
        return to_lines(words, page, scale)

    def _read_fully(self, image: Image.Image, languages: str) -> list[Word]:
        """The fuller of the readings in both modes, with the words that only the other one saw (labels, mostly)."""
        readings = [self._read(image, languages, mode) for mode in _MODES]
        readings.sort(key=lambda words: sum(len(word.text) for word in words if word.confidence > _SURE))
        other, fuller = readings
        return add_missing(fuller, other)

    def _set_upright(self, image: Image.Image) -> Image.Image:
        """The image turned by quarters so that its text stands upright, as Tesseract's orientation detection tells."""
        try:
            answer = self._run(image, "--psm", "0")
        except _RecognitionError:
            # too few characters to tell: it stays as it is
            return image
        facts = dict(line.split(": ", 1) for line in answer.splitlines() if ": " in line)
        turn, sure = int(facts.get("Rotate", 0)), float(facts.get("Orientation confidence", 0))
        return image.rotate(-turn, expand=True, fillcolor=255) if turn and sure > 2 else image  # noqa: PLR2004

    def _choose_languages(self, image: Image.Image, *, is_rtl: bool | None) -> str:
        """One language alone: two together make Arabic worse (measured: 10 % wrong become 20 %)."""
        if is_rtl:
            return "ara"
        part = image.crop((0, image.height // 6, image.width, image.height * 2 // 3))
        latin = self._read(part, "eng+fra", "4")
        if is_rtl is None and _score(self._read(part, "ara", "4")) > _score(latin):
            return "ara"
        shares = share_stop_words(" ".join(word.text for word in latin))
        return "fra" if shares["fr"] > shares["en"] else "eng"

    def _read(self, image: Image.Image, languages: str, mode: str) -> list[Word]:
        try:
            table = self._run(image, "-l", languages, "--psm", mode, "tsv")
        except _RecognitionError:
            return []
        return _parse(table)

    def _run(self, image: Image.Image, *arguments: str) -> str:
        buffer = io.BytesIO()
        image.save(buffer, "PNG", dpi=(_DPI, _DPI))
        # one thread: a batch keeps all processors busy, and threads wait on each other
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        command = [self._command, "stdin", "stdout", "--dpi", str(_DPI), *arguments]
        try:
            done = subprocess.run(  # noqa: S603  (a fixed command; the image goes in by a pipe)
                command,
                input=buffer.getvalue(),
                capture_output=True,
                timeout=self._seconds,
                check=False,
                env=environment,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableFileError(
                "time_limit", f"recognition of a page took more than {self._seconds:g} s"
            ) from error
        if done.returncode != 0:
            raise _RecognitionError(done.stderr.decode(errors="replace")[:200])
        return done.stdout.decode("utf-8", errors="replace")


class _RecognitionError(Exception):
    """Tesseract gave no result for an image."""


def _ask(command: str, option: str) -> str:
    done = subprocess.run([command, option], capture_output=True, timeout=30, check=False)  # noqa: S603
    return (done.stdout or done.stderr).decode(errors="replace")


def render(document: pypdfium2.PdfDocument, number: int, dpi: int = _DPI) -> tuple[Image.Image, float]:
    """A page as a grey image, and its scale in pixels a point; enormous pages are rendered smaller."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(dpi / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        return page.render(scale=scale, grayscale=True).to_pil().convert("L"), scale
    finally:
        page.close()


def deskew(image: Image.Image) -> Image.Image:
    """The image turned so that its lines are level: where the dark pixels of rows differ most from row to row."""
    factor = max(1, image.width // 800)
    small = image.resize((image.width // factor, image.height // factor))
    dark = Image.fromarray((np.asarray(small) < _DARK).astype(np.uint8) * 255)
    level = _sharpness(dark, 0.0)
    steps = [float(step) for step in np.arange(-_WIDEST, _WIDEST + _STEP, _STEP)]
    sharpest = max(steps, key=lambda step: _sharpness(dark, step))
    if _sharpness(dark, sharpest) < _SHARPER * level:
        return image
    return image.rotate(sharpest, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _sharpness(dark: Image.Image, angle: float) -> float:
    rows = np.asarray(dark.rotate(angle)).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _parse(table: str) -> list[Word]:
    words = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != _WORD_LEVEL or not text:
            continue
        left, top = float(row["left"]), float(row["top"])
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        right, bottom = left + float(row["width"]), top + float(row["height"])
        words.append(Word(text, left, top, right, bottom, line, float(row["conf"])))
    return words


def _score(words: list[Word]) -> float:
    return sum(len(word.text) * max(word.confidence, 0.0) for word in words)


def add_missing(words: list[Word], other: list[Word]) -> list[Word]:
    """The words of one reading, and those of another that stand where the first has none, each a line of its own."""
    found = list(words)
    for number, word in enumerate(other):
        is_new = word.confidence > _SURE and not any(_touch(word, known) for known in words)
        if is_new and any(character.isalnum() for character in word.text):
            found.append(replace(word, line=(_OTHER_BLOCK, 0, number)))
    return found


def _touch(word: Word, known: Word) -> bool:
    beside = min(word.right, known.right) > max(word.left, known.left)
    return beside and min(word.bottom, known.bottom) > max(word.top, known.top)


def put_latin(words: list[Word], latin: list[Word]) -> list[Word]:
    """Arabic words with the Latin ones in their places: the Arabic model knows no Latin letter.

    A Latin word is taken where its engine is sure of it and surer than the Arabic one is of what it saw there.
    """
    sure = [word for word in latin if word.confidence >= _SURE_OF_LATIN and _LATIN.search(word.text)]
    result = list(words)
    for word in sure:
        covered = [place for place, other in enumerate(result) if _is_within(other, word)]
        if not covered or any(result[place].confidence > word.confidence for place in covered):
            continue
        first = result[covered[0]]
        result[covered[0]] = replace(word, line=first.line)
        for place in reversed(covered[1:]):
            del result[place]
    return result


def _is_within(word: Word, other: Word) -> bool:
    middle_x, middle_y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return other.left <= middle_x <= other.right and other.top <= middle_y <= other.bottom


def is_upside_down(words: list[Word]) -> bool:
    """Whether most words follow one another against the direction of their script.

    The engine reads words that stand on their head, but orders them as if they stood upright.
    """
    lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        if len(word.text) > 1:
            lines[word.line].append(word)
    along = against = 0
    for line in lines.values():
        for first, second in pairwise(line):
            is_rightwards = second.left > first.left
            is_along = is_rightwards != (has_rtl(first.text) and has_rtl(second.text))
            along, against = along + is_along, against + (not is_along)
    return against > _MANY_AGAINST and against > 2 * along


def part_columns(words: list[Word]) -> list[list[Word]]:
    """The words of each column of a page in reading order, as the same rules find columns that look at glyphs."""
    if not words:
        return []
    bottoms: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    for word in words:
        bottoms[word.line].append(word.bottom)
    texts, rows, owners = [], [], []
    for number, word in enumerate(words):
        step = (word.right - word.left) / len(word.text)
        for place, letter in enumerate(word.text):
            texts.append(letter)
            left = word.left + place * step
            rows.append((left, left + step, median(bottoms[word.line]), word.bottom - word.top))
            owners.append(number)
    values = np.array(rows, np.float64)
    layer = GlyphLayer(texts, values[:, 0], values[:, 1], values[:, 2], values[:, 3])
    rtl = sum(has_rtl(word.text) for word in words) > len(words) / 2
    columns: list[list[Word]] = []
    seen: set[int] = set()
    for region in split_columns(layer, LayerIndex.of(layer), is_rtl=rtl):
        members = sorted({owners[glyph] for glyph in region.tolist()} - seen)
        seen.update(members)
        columns.append([words[number] for number in members])
    return columns


def to_lines(words: list[Word], page: GlyphPage, scale: float) -> list[PageLine]:
    """Lines of words, from the top, column by column; words stand in the engine's order, which is that of reading.

    ``scale`` is pixels a point. Heights of lines differ by their letters, so that near ones count as one size.
    """
    lines: list[PageLine] = []
    for region, column in enumerate(part_columns(words)):
        groups: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
        for word in column:
            groups[word.line].append(word)
        found = [_to_line(group, page, scale) for group in _join_rows(list(groups.values()))]
        found.sort(key=lambda line: (line.baseline, line.left))
        for line in found:
            line.region = region
            line.margins = (min(line.left for line in found), max(line.right for line in found))
        lines += found
    usual = median(line.size for line in lines) if lines else 0.0
    for line in lines:
        if abs(line.size - usual) < _EVEN * usual:
            line.size = usual
    return lines


def _join_rows(groups: list[list[Word]]) -> list[list[Word]]:
    """Groups of words that stand beside each other on one row as one: a hanging label is often split off."""
    rows: list[list[Word]] = []
    for group in sorted(groups, key=lambda group: median(word.bottom for word in group)):
        last = rows[-1] if rows else None
        if last is not None and _is_one_row(last, group):
            rtl = sum(has_rtl(word.text) for word in (*last, *group)) > len(last) / 2
            before = min(word.left for word in group) < min(word.left for word in last)
            rows[-1] = [*last, *group] if before == rtl else [*group, *last]
        else:
            rows.append(group)
    return rows


def _is_one_row(one: list[Word], other: list[Word]) -> bool:
    """Whether two groups stand at one height, one beside the other."""
    top, bottom = median(word.top for word in one), median(word.bottom for word in one)
    other_top, other_bottom = median(word.top for word in other), median(word.bottom for word in other)
    together = min(bottom, other_bottom) - max(top, other_top)
    apart = max(word.right for word in one) < min(word.left for word in other)
    beside = apart or max(word.right for word in other) < min(word.left for word in one)
    return beside and together > _SAME_ROW * min(bottom - top, other_bottom - other_top)


def _to_line(group: list[Word], page: GlyphPage, scale: float) -> PageLine:
    text = " ".join(word.text for word in group)
    rtl = sum(has_rtl(character) for character in text)
    text, decoded = put_right(text) if rtl else (text, ())
    ltr = sum(character.isalpha() for character in text) - rtl
    height = median(word.bottom - word.top for word in group) / scale
    bottom = median(word.bottom for word in group) / scale
    weights = [len(word.text) for word in group]
    confidence = sum(word.confidence * weight for word, weight in zip(group, weights, strict=True)) / sum(weights) / 100
    return PageLine(
        text=text,
        page=page.number,
        left=min(word.left for word in group) / scale,
        right=max(word.right for word in group) / scale,
        baseline=bottom - 0.2 * height,
        size=max(height, 1.0),
        is_rtl=rtl > ltr,
        first_word=(group[0].right - group[0].left) / scale,
        region=0,
        turn=0,
        page_width=page.width,
        page_height=page.height,
        rtl_letters=rtl,
        decoded=decoded,
        confidence=round(max(confidence, 0.0), 3),
    )


def put_right(text: str) -> tuple[str, tuple[Decoded, ...]]:
    """An Arabic line with the commas that the engine took for a closing quote or a hamza, its label, and these changes.

    A closing quote that was never opened in the line, or a hamza that makes no word where the word without it is one.
    """
    quotes = [
        Decoded(match.start("sign"), match.end("sign"), "»", "ocr.comma")
        for match in re.finditer("[\u0621-\u064a)](?P<sign>»)(?= |$)", text)
        if "«" not in text[: match.start("sign")]
    ]
    hamzas = [
        Decoded(match.end("word"), match.end("word") + 1, "ء", "ocr.comma")
        for match in re.finditer("(?<![\u0621-\u064a])(?P<word>[\u0621-\u064a]{3,})ء(?= )", text)
        if not _is_word(match.group("word") + "ء") and _is_word(match.group("word"))
    ]
    changes = sorted([*quotes, *hamzas], key=lambda change: change.start)
    pieces = list(text)
    for change in changes:
        pieces[change.start] = "،"
    label = re.match(r"-(\d{1,3})(?= |$)", text)
    if label:
        # the engine gives a label of an Arabic line in the order in which it is seen
        pieces[: label.end()] = [*label.group(1), "-"]
        changes.insert(0, Decoded(0, label.end(), label.group(), "ocr.label"))
    return "".join(pieces), tuple(changes)


def _is_word(word: str) -> bool:
    general = load_general_words("ar")
    forms = [word, word[1:]] if word[0] in "وفبلك" else [word]
    return any(general.get(form, 0.0) >= _KNOWN for form in forms)
