"""Recognition: what it needs, what it gives, and what it says where it is not to be had."""

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from oic_reports.reading.errors import UnreadableFileError
from oic_reports.reading.isolation import Limits, read_isolated
from oic_reports.reading.pdf import ocr
from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.ocr import (
    Word,
    add_missing,
    deskew,
    is_upside_down,
    part_columns,
    put_latin,
    put_right,
    to_lines,
)
from oic_reports.reading.recognised import keep_recognised, load_recognised

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)


def has_tesseract():
    command = shutil.which("tesseract")
    if command is None:
        return False
    listed = subprocess.run([command, "--list-langs"], capture_output=True, check=False, timeout=60).stdout.split()
    return {b"ara", b"eng", b"fra"} <= set(listed)


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="Tesseract with ara, eng, fra is not installed")


def word(text, left, top=100.0, confidence=90.0, line=(1, 1, 1), width=None):
    return Word(text, left, top, left + (width or 10.0 * len(text)), top + 20.0, line, confidence)


@needs_tesseract
@pytest.mark.slow
def test_an_english_scan_through_the_whole_reader():
    reading = read_isolated(FOLDER / "scan" / "en1.pdf", LIMITS)
    text = " ".join(line.text for line in reading.lines)
    assert "The OIC Contact Group on Somalia met at Ministerial level on 27 September" in text
    assert reading.ocr_engine.startswith("tesseract")
    assert (reading.ocr_page_count, reading.page_count) == (1, 1)
    assert "ocr_text" in reading.notes
    assert all(line.confidence is not None for line in reading.lines)
    assert all(line.box.x0 < line.box.x1 <= 596 for line in reading.lines)


@needs_tesseract
@pytest.mark.slow
def test_an_arabic_scan_keeps_its_latin_words_and_labels():
    reading = read_isolated(FOLDER / "scan" / "ar1.pdf", LIMITS)
    text = "\n".join(line.text for line in reading.lines)
    assert "OIC/NY-ACM/2019/SAHEL/REP.FINAL" in text
    assert "فريق الاتصال" in text
    assert [label for label in ("1-", "2-", "3-", "4-") if f"\n{label} " in text] == ["1-", "2-", "3-", "4-"]


def test_without_the_command_the_reject_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFileError) as refused:
        read_isolated(FOLDER / "scan" / "en1.pdf", LIMITS)
    assert refused.value.reason == "ocr_missing"
    assert "tesseract-ocr-ara" in refused.value.detail


def test_without_a_language_the_reject_names_it(monkeypatch, tmp_path):
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\necho 'List of available languages'\necho eng\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFileError, match="lacks ara, fra"):
        ocr.Recogniser(1.0)


def test_a_recogniser_that_hangs_is_stopped(monkeypatch, tmp_path):
    fake = tmp_path / "tesseract"
    fake.write_text(
        "#!/bin/sh\ncase $1 in --*) printf 'x\\nara\\neng\\nfra\\n';; *) exec sleep 60;; esac\n", encoding="utf-8"
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFileError) as refused:
        ocr.Recogniser(0.2)._run(Image.new("L", (10, 10), 255))
    assert refused.value.reason == "time_limit"


@pytest.mark.parametrize("angle", [-2.0, 1.5])
def test_a_turned_page_is_set_level(angle):
    page = np.full((600, 900), 255, np.uint8)
    page[60:540:40, 100:800] = 0
    page[61:541:40, 100:800] = 0
    turned = Image.fromarray(page).rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    rows = np.asarray(deskew(turned)).min(axis=1) < 128
    assert rows.sum() < 120


def test_latin_words_take_the_place_of_what_the_arabic_model_saw():
    arabic = [word("في", 300.0), word("(3/117", 200.0, confidence=20.0), word("مالي", 100.0)]
    latin = [word("(MINUSMA)", 195.0, confidence=93.0), word("ghost", 500.0, confidence=99.0)]
    assert [w.text for w in put_latin(arabic, latin)] == ["في", "(MINUSMA)", "مالي"]
    assert put_latin(arabic, [word("(MINUSMA)", 195.0, confidence=10.0)]) == arabic


def test_words_that_only_the_other_reading_saw_are_added():
    words = [word("agreed", 100.0)]
    other = [
        word("1.", 60.0, width=20.0),
        word("agreed", 100.0),
        word("~", 400.0),
        word("faint", 500.0, confidence=10.0),
    ]
    assert [w.text for w in add_missing(words, other)] == ["agreed", "1."]


def test_a_label_that_was_split_off_joins_its_line():
    page = GlyphPage(1, 595.0, 842.0, [])
    words = [word("agreed", 100.0), word("1.", 60.0, line=(2, 1, 1)), word("next", 100.0, top=140.0, line=(1, 1, 2))]
    assert [line.text for line in to_lines(words, page, 4.0)] == ["1. agreed", "next"]


def test_lines_carry_their_confidence_and_place_in_points():
    (line,) = to_lines([word("agreed", 100.0, confidence=80.0)], GlyphPage(3, 595.0, 842.0, []), 4.0)
    assert (line.confidence, line.left, line.page) == (0.8, 25.0, 3)


@pytest.mark.parametrize(
    ("given", "text", "rule"),
    [
        ("الأمنية والإنسانية» واستمع", "الأمنية والإنسانية، واستمع", "ocr.comma"),
        ("لوجهات النظرء اتفق", "لوجهات النظر، اتفق", "ocr.comma"),
        ("-5 أعرب الاجتماع", "5- أعرب الاجتماع", "ocr.label"),
    ],
)
def test_what_the_engine_takes_for_something_else_is_put_right_and_logged(given, text, rule):
    found, changes = put_right(given)
    assert found == text
    (change,) = changes
    assert change.rule == rule
    assert given[change.start : change.start + len(change.before)] == change.before


@pytest.mark.parametrize("text", ["«الإسلام والسلام» في", "شيء من ذلك", "قبل البدء في العمل"])
def test_quotes_and_hamzas_of_the_text_stay(text):
    assert put_right(text) == (text, ())


def test_recognised_texts_are_kept_by_content(tmp_path):
    reading = read_isolated(FOLDER / "wk" / "d5.pdf", LIMITS)
    keep_recognised(tmp_path / "recognised", "ab" * 32, reading)
    assert load_recognised(tmp_path / "recognised", "ab" * 32) == reading
    assert load_recognised(tmp_path / "recognised", "cd" * 32) is None
    assert [path.name for path in (tmp_path / "recognised").iterdir()] == [f"{'ab' * 32}.json"]


def test_an_image_goes_in_by_a_pipe(monkeypatch):
    seen = {}

    def run(command, **more):
        seen.update(command=command, image=Image.open(io.BytesIO(more["input"])).size)
        return subprocess.CompletedProcess(command, 0, b"level\ttext\n", b"")

    monkeypatch.setattr(ocr.subprocess, "run", run)
    recogniser = object.__new__(ocr.Recogniser)
    recogniser._command, recogniser._seconds = "tesseract", 1.0
    assert recogniser._run(Image.new("L", (8, 9), 255), "-l", "eng", "tsv") == "level\ttext\n"
    assert seen["command"] == ["tesseract", "stdin", "stdout", "--dpi", "300", "-l", "eng", "tsv"]
    assert seen["image"] == (8, 9)


def test_words_of_two_columns_are_parted():
    words = []
    for row in range(6):
        for number, left in enumerate((100, 300, 500, 1300, 1500, 1700)):
            text = "abcdefgh" if number < 3 else "stuvwxyz"
            words.append(Word(text, left, 100 + 60 * row, left + 170, 140 + 60 * row, (1, 1, row), 90.0))
    columns = part_columns(words)
    assert [{word.text for word in column} for column in columns] == [{"abcdefgh"}, {"stuvwxyz"}]


def test_words_that_stand_on_their_head():
    upright = [
        Word(text, 100 * n, 0, 100 * n + 80, 20, (1, 1, 1), 90.0)
        for n, text in enumerate(["ab", "cd", "ef", "gh", "ij"])
    ]
    assert not is_upside_down(upright)
    assert is_upside_down(upright[::-1])
