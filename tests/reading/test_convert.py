"""Old Word files through LibreOffice: what comes of them, and what the converter's process may not do."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation import parent as isolation
from oic_reports.isolation.extraction import extract_file
from oic_reports.isolation.parent import Limits, read_isolated
from oic_reports.jobs.read import describe_source
from oic_reports.model import ReadingFacts
from oic_reports.reading.recognised import load_recognised
from oic_reports.settings import Settings

FOLDER = Path(__file__).parents[1] / "specimens" / "word"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def shown(reading):
    return [(line.text, line.hint, line.flow) for line in reading.lines]


def reason_of(path, limits=LIMITS):
    with pytest.raises(UnreadableFileError) as caught:
        read_isolated(path, limits)
    return caught.value.reason


@pytest.fixture(scope="module")
def readings_of_docx():
    """The same texts from Word files of today, by language."""
    return {language: read_isolated(FOLDER / f"{language}_sahel.docx", LIMITS) for language in ("ar", "en", "fr")}


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_numbers_notes_tables_and_bullets_as_the_docx_of_the_same_text_has_them(kind, language, readings_of_docx):
    path = FOLDER / f"{language}_sahel.{kind}"
    reading, expected = read_isolated(path, LIMITS), readings_of_docx[language]
    assert shown(reading) == shown(expected)
    assert (reading.reader, reading.language) == ("docx", language)
    assert reading.converter is not None
    assert reading.converter.startswith("LibreOffice ")
    assert reading.media_type != expected.media_type
    texts = [line.text for line in reading.lines]
    assert [text[:2] for text in texts if text[:1].isdigit() and text[1:2] == "."] == ["1.", "2.", "3.", "4."]
    assert sum(text.startswith("• ") for text in texts) == 2
    assert sum(line.hint == "footnote" for line in reading.lines) == 1
    assert sum(line.hint == "table" for line in reading.lines) == 4


@needs_libreoffice
def test_a_table_whose_cells_run_together_is_refused():
    assert reason_of(FOLDER / "cells_run_together.doc") == "damaged_file"


def test_without_a_converter_the_reject_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFileError, match="install libreoffice-writer") as caught:
        read_isolated(FOLDER / "en_sahel.doc", LIMITS)
    assert caught.value.reason == "converter_missing"


@needs_libreoffice
def test_what_was_converted_once_is_read_again_without_a_converter(tmp_path, monkeypatch):
    path = FOLDER / "fr_sahel.odt"
    source, settings = describe_source(path), Settings()
    first = extract_file(path, source, settings, tmp_path)
    assert ReadingFacts.of(load_recognised(tmp_path, source.sha256)) == first.reading
    monkeypatch.setenv("PATH", "/nowhere")
    assert extract_file(path, source, settings, tmp_path) == first
    assert extract_file(path, source, settings).rejects[0].reason == "converter_missing"


@needs_libreoffice
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"convert_seconds": 0.05}, "time_limit"),
        ({"convert_memory_bytes": 400 << 20}, "reader_failed"),
        ({"convert_file_bytes": 1000}, "reader_failed"),
        ({"max_file_bytes": 100}, "too_large"),
    ],
)
def test_limits_of_the_conversion(changed, reason, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert reason_of(FOLDER / "en_sahel.doc", replace(LIMITS, **changed)) == reason
    assert list(tmp_path.iterdir()) == []


@needs_libreoffice
def test_a_file_that_changes_meanwhile(tmp_path):
    request = {"path": str(FOLDER / "en_sahel.rtf"), "folder": str(tmp_path), "sha256": "0" * 64, **asdict(LIMITS)}
    with pytest.raises(UnreadableFileError, match="changed"):
        isolation._ask(request, LIMITS, "oic_reports.reading.convert")


@needs_libreoffice
def test_text_of_another_file_is_not_taken_in_even_where_the_look_before_misses_it(tmp_path):
    buffer = io.BytesIO()
    link = (
        b'<text:section text:name="s"><text:section-source xlink:href="file://%s"/><text:p>kept</text:p></text:section>'
    )
    link %= str(FOLDER / "fr_sahel.odt").encode()
    with zipfile.ZipFile(FOLDER / "en_sahel.odt") as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, part.replace(b"</office:text>", link + b"</office:text>"))
    (tmp_path / "linked.odt").write_bytes(buffer.getvalue())
    (tmp_path / "folder").mkdir()
    request = {"path": str(tmp_path / "linked.odt"), "folder": str(tmp_path / "folder"), "sha256": None}
    answer = isolation._ask({**request, **asdict(LIMITS)}, LIMITS, "oic_reports.reading.convert")
    text = zipfile.ZipFile(answer["file"]).read("word/document.xml").decode()
    assert "kept" in text
    assert "Meeting agreed" in text
    assert "Djeddah" not in text


NETWORK = """
import socket, subprocess, sys
from oic_reports.reading.no_network import block_network
if sys.argv[2] == "blocked":
    block_network()
code = (
    "import socket, sys; socket.socket(socket.AF_UNIX).close();"
    "socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5)"
)
print(subprocess.run([sys.executable, "-c", code, sys.argv[1]], capture_output=True, text=True).stderr[-200:])
"""


@pytest.mark.parametrize(("state", "error"), [("blocked", "PermissionError"), ("free", "")])
def test_no_network_for_what_the_process_starts(state, error):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", NETWORK, port, state]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
    assert (error in said) if error else said == ""


OLD_RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}{\f1\fnil\fcharset2 Symbol;}}
\pard FINAL COMMUNIQU\'c9\par
\pard{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pnf0\pnindent0\pnstart1\pndec{\pntxta.}}The Meeting agreed to act on that.\par
{\pntext\f0 2.\tab}The Meeting agreed to meet again in the year.\par
\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}A bullet of the old kind.\par
\pard With a note{\super\chftn{\footnote\pard\plain{\super\chftn} The note stands here.}} in it.\par}"""


@needs_libreoffice
def test_numbers_bullets_and_notes_of_an_rtf_of_the_nineties(tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(OLD_RTF)
    texts = [line.text for line in read_isolated(path, LIMITS).lines if line.text]
    assert texts == [
        "FINAL COMMUNIQUÉ",
        "1. The Meeting agreed to act on that.",
        "2. The Meeting agreed to meet again in the year.",
        "• A bullet of the old kind.",
        "With a note in it.",
        "1 The note stands here.",
    ]
