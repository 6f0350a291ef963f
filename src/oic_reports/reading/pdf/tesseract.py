"""Tesseract through its command: pictures in by a pipe, words out; nothing is written to disk.

Several pictures go in as the pages of one TIFF, so that a model is loaded once for all of them.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.scan import DPI

COMMAND = "tesseract"
INSTALL = "tesseract-ocr, tesseract-ocr-ara, tesseract-ocr-eng and tesseract-ocr-fra (on Debian: apt install)"
_LANGUAGES = ("ara", "eng", "fra")
_WORD_LEVEL = "5"
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e]")
# how sure the engine must be of a quarter turn
_SURE_OF_TURN = 2.0


@dataclass(frozen=True, slots=True)
class Word:
    """One word in pixels of the image; ``line`` tells lines apart, ``confidence`` is 0 to 100.

    ``before`` is what was first read in its place, and ``rule`` what put it right, where that was done.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, int, int]
    confidence: float
    before: str | None = None
    rule: str = ""


class Tesseract:
    """The command as it is installed; ``engine`` is its name and version."""

    def __init__(self, seconds: float) -> None:
        """Look for the command and its languages; ``seconds`` is how long one call may take.

        Raises:
            UnreadableFileError: ``ocr_missing``, with what is to be installed.
        """
        self._seconds = seconds
        command = shutil.which(COMMAND)
        if command is None:
            raise UnreadableFileError("ocr_missing", f"the file needs text recognition: install {INSTALL}")
        self._command = command
        _, *installed = _ask(command, "--list-langs").splitlines()
        missing = [name for name in _LANGUAGES if name not in installed]
        if missing:
            raise UnreadableFileError("ocr_missing", f"Tesseract lacks {', '.join(missing)}: install {INSTALL}")
        self.engine = " ".join(_ask(command, "--version").split()[:2])

    def read(self, image: Image.Image, languages: str, mode: str) -> list[Word]:
        """The words of a picture in a page segmentation mode; none where the engine gives no result."""
        (words,) = self.read_all([image], languages, mode)
        return words

    def read_all(self, images: Sequence[Image.Image], languages: str, mode: str) -> list[list[Word]]:
        """The words of each of some pictures."""
        found: list[list[Word]] = [[] for _ in images]
        if not images:
            return found
        try:
            table = self._run(images, "-l", languages, "--psm", mode, "tsv")
        except _RecognitionError:
            return found
        for number, word in _parse(table):
            found[number].append(word)
        return found

    def find_turn(self, image: Image.Image) -> int:
        """By how many degrees (clockwise) a picture is to be turned so that its text stands upright."""
        try:
            answer = self._run([image], "--psm", "0")
        except _RecognitionError:
            # too few characters to tell: it stays as it is
            return 0
        facts = dict(line.split(": ", 1) for line in answer.splitlines() if ": " in line)
        sure = float(facts.get("Orientation confidence", 0)) > _SURE_OF_TURN
        return int(facts.get("Rotate", 0)) if sure else 0

    def _run(self, images: Sequence[Image.Image], *arguments: str) -> str:
        buffer = io.BytesIO()
        first, *others = images
        # TIFF alone holds several pictures
        first.save(buffer, "TIFF", save_all=True, append_images=others, dpi=(DPI, DPI))
        # one thread: a batch keeps all processors busy, and threads wait on each other
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        command = [self._command, "stdin", "stdout", "--dpi", str(DPI), *arguments]
        try:
            done = subprocess.run(  # noqa: S603  (a fixed command; the images go in by a pipe)
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


def _parse(table: str) -> Iterator[tuple[int, Word]]:
    """Words with the number of their picture."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = _CONTROLS.sub("", row.get("text") or "").strip()
        if row["level"] != _WORD_LEVEL or not text:
            continue
        left, top = float(row["left"]), float(row["top"])
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        right, bottom = left + float(row["width"]), top + float(row["height"])
        yield int(row["page_num"]) - 1, Word(text, left, top, right, bottom, line, float(row["conf"]))
