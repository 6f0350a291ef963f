"""Word files that are refused: damaged, locked, hostile, or without a text."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections import Counter

import pytest
from word_parts import make_parts, pack, para, part, refuse, section

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.docx import read_docx
from oic_reports.reading.docx_package import Package
from oic_reports.reading.kinds import DOCX
from oic_reports.reading.reader import read_bytes


def test_reading_says_what_was_read():
    body = para("The Meeting reaffirmed its commitment to the unity of the country.") + para("<w:ins><w:r/></w:ins>")
    reading = read_bytes(pack(make_parts(body)), "x.txt")
    assert (reading.reader, reading.media_type, reading.encoding, reading.language) == ("docx", DOCX, None, "en")
    assert reading.notes == ("tracked_changes",)
    assert dict(reading.left_out)["deleted"] == 0


def test_missing_and_double_and_broken_parts_are_damage():
    parts = make_parts(para("a") + section(("header", "header1")), header1=para("h"), styles="")
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/document.xml"})) == "damaged_file"
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/header1.xml"})) == "damaged_file"
    assert refuse(pack({name: text for name, text in parts.items() if name != "word/styles.xml"})) == "damaged_file"
    assert refuse(pack({**parts, "word/_rels/document.xml.rels": "<R/>"})) == "damaged_file"
    assert refuse(pack({**parts, "word/document.xml": "<w:document"})) == "damaged_file"
    assert refuse(pack({**parts, "word/document.xml": part("document", "")})) == "damaged_file"
    buffer = io.BytesIO(pack(parts))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", parts["word/document.xml"])
    assert refuse(buffer.getvalue()) == "damaged_file"


def test_file_cut_short_is_damage_not_another_kind():
    content = pack(make_parts(para("text " * 400)))
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(content[:-40], "x.docx")
    assert caught.value.reason == "damaged_file"


def test_flipped_bytes_are_damage():
    content = pack(make_parts(para("one two three")), zipfile.ZIP_STORED)
    assert refuse(content.replace(b"one two", b"two one")) == "damaged_file"


def test_part_with_a_password_is_encrypted():
    content = bytearray(pack(make_parts(para("a"))))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(signature, at + 4)
    assert refuse(bytes(content)) == "encrypted"


def test_bombs_are_too_large():
    assert refuse(pack(make_parts(para("a" * 4_000_000)))) == "too_large"


def test_parts_are_too_large_together(monkeypatch):
    named = section(("header", "header1"))
    parts = make_parts(para("a", named) + named, header1=para("h"))
    size = sum(len(content) for name, content in parts.items() if name.startswith("word/"))
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size)
    assert [line.text for line in read_docx(pack(parts), Counter()).lines] == ["h", "", "a"]
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size - 1)
    assert refuse(pack(parts)) == "too_large"


def test_an_archive_is_too_large_for_another_program(monkeypatch):
    parts = make_parts(para("a"))
    size = sum(map(len, parts.values()))
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_PICTURES", 0)
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size)
    Package(pack(parts)).check_whole()
    monkeypatch.setattr("oic_reports.reading.docx_package._MOST_BYTES", size - 1)
    with pytest.raises(UnreadableFileError, match="unpack to more than"):
        Package(pack(parts)).check_whole()


# opens a pipe to write as soon as somebody opens it to read, and says so
_WATCH = """
import os, sys, time
while True:
    try:
        os.close(os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        time.sleep(0.005)
    else:
        open(sys.argv[2], "w").close()
        break
"""


def test_entities_are_refused_and_never_opened(tmp_path):
    pipe, opened = tmp_path / "secret", tmp_path / "opened"
    os.mkfifo(pipe)
    parts = make_parts(para("&x;"))
    declared = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{pipe}">]>'
    parts["word/document.xml"] = parts["word/document.xml"].replace("?>", "?>" + declared, 1)
    watch = subprocess.Popen([sys.executable, "-S", "-E", "-c", _WATCH, pipe, opened])
    try:
        assert refuse(pack(parts)) == "damaged_file"
        assert not opened.exists()
    finally:
        watch.kill()
        watch.wait()


def test_outside_targets_are_not_followed():
    parts = make_parts(para("a") + section(("header", "header1")), header1=para("h"))
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace('Target="', 'TargetMode="External" Target="')
    assert refuse(pack(parts)) == "damaged_file"
    parts[rels] = parts[rels].replace('TargetMode="External" Target="', 'Target="../word/')
    assert [line.text for line in read_docx(pack(parts), Counter()).lines] == ["h", "", "a"]


@pytest.mark.parametrize("body", [para("a") + '<w:altChunk r:id="x"/>', para('<w:subDoc r:id="x"/>')])
def test_bound_in_files_are_refused_not_lost(body):
    assert refuse(pack(make_parts(body))) == "reader_failed"


def test_deep_nesting_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 600 + para("a") + "</w:sdtContent></w:sdt>" * 600
    assert refuse(pack(make_parts(deep))) == "damaged_file"


def test_picture_without_text_needs_recognition():
    assert refuse(pack(make_parts(para("<w:r><w:drawing/></w:r>")))) == "ocr_needed"
    assert refuse(pack(make_parts("<w:p/>"))) == "no_report"


def test_note_that_is_missing_is_damage():
    assert refuse(pack(make_parts(para('<w:r><w:footnoteReference w:id="9"/></w:r>')))) == "damaged_file"
