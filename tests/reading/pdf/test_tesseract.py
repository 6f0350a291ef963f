"""The command that recognises: what is said where it is missing or hangs, and how images go in."""

import io
import subprocess

import pytest
from PIL import Image
from recognised_words import FOLDER, LIMITS

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import read_isolated
from oic_reports.reading.pdf import ocr, tesseract
from oic_reports.reading.pdf.tesseract import Tesseract, Word


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
        Tesseract(0.2).read(Image.new("L", (10, 10), 255), "eng", "6")
    assert refused.value.reason == "time_limit"


def test_images_go_in_by_a_pipe_and_words_come_out_by_image(monkeypatch):
    seen = {}
    header = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")
    rows = ["5 1 1 1 1 1 10 20 30 40 96.5 agreed", "4 1 1 1 1 0 0 0 9 9 -1 ", "5 2 1 1 1 1 1 2 3 4 50 \u200ex"]

    def run(command, **more):
        tiff = Image.open(io.BytesIO(more["input"]))
        seen.update(command=command, frames=tiff.n_frames, threads=more["env"]["OMP_THREAD_LIMIT"])
        return subprocess.CompletedProcess(
            command, 0, "\n".join([header, *(r.replace(" ", "\t") for r in rows)]).encode(), b""
        )

    monkeypatch.setattr(tesseract.subprocess, "run", run)
    engine = object.__new__(Tesseract)
    engine._command, engine._seconds = "tesseract", 1.0
    found = engine.read_all([Image.new("L", (8, 9), 255), Image.new("L", (5, 5), 255)], "eng", "7")
    assert found == [
        [Word("agreed", 10.0, 20.0, 40.0, 60.0, (1, 1, 1), 96.5)],
        [Word("x", 1.0, 2.0, 4.0, 6.0, (1, 1, 1), 50.0)],
    ]
    assert seen["command"] == ["tesseract", "stdin", "stdout", "--dpi", "300", "-l", "eng", "--psm", "7", "tsv"]
    assert (seen["frames"], seen["threads"]) == (2, "1")
    assert engine.read_all([], "eng", "7") == []
