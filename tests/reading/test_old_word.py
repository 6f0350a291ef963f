"""What is looked at before an old Word file may be converted. No converter is needed here."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.arrival import judge_arrival
from oic_reports.reading.kinds import OLE, detect_media_type
from oic_reports.reading.old_word import DOC, ODT, RTF
from oic_reports.reading.ole import OleFile
from oic_reports.reading.reader import read_bytes

FOLDER = Path(__file__).parents[1] / "specimens" / "word"
KINDS = {"doc": DOC, "rtf": RTF, "odt": ODT}
RTF_TEXT = b"{\\rtf1\\ansi The Meeting agreed.%s\\par}"


def load(kind, language="en"):
    return (FOLDER / f"{language}_sahel.{kind}").read_bytes()


def refuse(content):
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(content, "x.txt")
    return caught.value.reason


def repack(content, change=None, **added):
    """An ODF file with one part changed and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, change(part) if change and entry.filename == "content.xml" else part)
        for name, part in added.items():
            new.writestr(name.replace("__", "/"), part)
    return buffer.getvalue()


def find_entry(content, name):
    """Where the directory entry of a stream stands."""
    return content.index(name.encode("utf-16-le") + b"\x00\x00")


def patch(content, place, new):
    return content[:place] + new + content[place + len(new) :]


def main_stream(content):
    entry = find_entry(content, "WordDocument")
    (first,) = struct.unpack_from("<I", content, entry + 116)
    return (first + 1) * 512


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_bytes_tell_the_kind_and_the_reader_alone_does_not_read_it(kind, language):
    content = load(kind, language)
    assert detect_media_type(content, "x.txt") == KINDS[kind]
    assert refuse(content) == "converter_missing"


def test_other_office_files_and_archives_are_no_word_files():
    renamed = patch(load("doc"), find_entry(load("doc"), "WordDocument"), "WorkbookXXXX".encode("utf-16-le"))
    assert detect_media_type(renamed, "x.doc") == OLE
    assert refuse(renamed) == "unsupported_media_type"
    sheet = load("odt").replace(b"opendocument.text", b"opendocument.tabl")
    assert detect_media_type(sheet, "x.odt") == "application/zip"
    template = load("odt").replace(b"opendocument.text", b"opendocument.text-template", 1)
    assert detect_media_type(template, "x.odt") == "application/zip"


def test_odf_whose_type_does_not_come_first():
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(load("odt"))) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in reversed(old.infolist()):
            new.writestr(entry.filename, old.read(entry))
    assert detect_media_type(buffer.getvalue(), "x") == ODT


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_cut_short_is_never_converted(kind):
    content = load(kind)
    lengths = {round(len(content) * share / 40) for share in range(1, 40)} | {len(content) - 200}
    assert {refuse(content[:length]) for length in lengths if length > 100} == {"damaged_file"}


def test_chains_of_an_old_file_that_lead_in_circles():
    content = load("doc")
    (table,) = struct.unpack_from("<I", content, 0x4C)
    start = (table + 1) * 512
    (first,) = struct.unpack_from("<I", content, find_entry(content, "WordDocument") + 116)
    assert refuse(patch(content, start + 4 * first, struct.pack("<I", first))) == "damaged_file"
    # a directory whose entries point at each other ends all the same
    entry = find_entry(content, "WordDocument")
    circle = patch(content, entry + 68, struct.pack("<2I", 1, 1))
    assert len(OleFile(circle).streams) <= len(OleFile(content).streams)


def test_old_file_with_a_password():
    content = load("doc")
    start = main_stream(content)
    (flags,) = struct.unpack_from("<H", content, start + 10)
    assert refuse(patch(content, start + 10, struct.pack("<H", flags | 0x0100))) == "encrypted"
    assert refuse(patch(content, start, b"\x00\x00")) == "damaged_file"


def test_old_file_with_macros_or_objects():
    content = load("doc")
    entry = find_entry(content, "1Table")
    assert refuse(patch(content, entry, "Macros".encode("utf-16-le"))) == "active_content"
    name = "ObjectPool".encode("utf-16-le")
    pool = patch(patch(content, entry, name + b"\x00\x00"), entry + 64, struct.pack("<H", len(name) + 2))
    assert refuse(pool) == "active_content"


@pytest.mark.parametrize("field", ["\x13 INCLUDETEXT x", "\x13DDEAUTO x", "\x13 link x", "\x13 EMBED Excel"])
def test_old_file_that_takes_in_others(field):
    content = load("doc", "ar")
    place = content.index("رحب".encode("utf-16-le"))
    assert refuse(patch(content, place, field.encode("utf-16-le"))) == "active_content"
    assert refuse(patch(content, place, field.encode("cp1252"))) == "active_content"
    harmless = patch(content, place, "\x13 HYPERLINK".encode("utf-16-le"))
    assert refuse(harmless) == "converter_missing"


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        (b"", "converter_missing"),
        (b' {\\field{\\*\\fldinst HYPERLINK "http://example.org"}{\\fldrslt here}}', "converter_missing"),
        (b' {\\field{\\*\\fldinst INCLUDEPICTURE "http://example.org/x.png"}{\\fldrslt here}}', "converter_missing"),
        (b" \\{ and \\} are printed", "converter_missing"),
        (b"{\\pict\\bin4 {{{{}", "converter_missing"),
        (b"{\\object\\objemb{\\*\\objdata 0105000002000000}}", "active_content"),
        (b"{\\object{\\*\\OBJDATA 01}}", "active_content"),
        (b'{\\field{\\*\\fldinst {\\rtlch INCLUDETEXT "file:///etc/passwd"}}{\\fldrslt }}', "active_content"),
        (b"{\\field{\\*\\fldinst DDEAUTO c:\\\\x}{\\fldrslt }}", "active_content"),
        (b"{\\*\\template http://example.org/x.dot}", "active_content"),
        (b"{\\*\\template \\\\\\\\host\\\\x.dot}", "active_content"),
        (b"{\\*\\template C:\\\\Normal.dot}", "converter_missing"),
        (b"{", "damaged_file"),
        (b"}", "damaged_file"),
        (b"{\\pict\\bin99999 abc}", "damaged_file"),
    ],
)
def test_rtf_by_its_groups_and_words(inner, reason):
    assert refuse(RTF_TEXT % inner) == reason


@pytest.mark.parametrize(
    "part",
    [
        b'<text:section-source xlink:href="file:///etc/passwd"/>',
        b'<office:dde-source office:dde-item="x"/>',
        b'<draw:object xlink:href="./Object 1"/>',
        b'<draw:object-ole xlink:href="./Object 1"/>',
        b'<draw:floating-frame xlink:href="http://example.org"/>',
    ],
)
def test_odf_with_objects_or_links(part):
    changed = repack(load("odt"), lambda xml: xml.replace(b"</office:text>", part + b"</office:text>"))
    assert refuse(changed) == "active_content"


def test_odf_with_macros_password_bomb_or_entities():
    content = load("odt")
    assert refuse(repack(content)) == "converter_missing"
    assert refuse(repack(content, Basic__Standard__Module1_xml="x")) == "active_content"
    assert refuse(repack(content, Pictures__bomb=bytes(30_000_000))) == "too_large"
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]><office:'
    assert refuse(repack(content, lambda xml: xml.replace(b"<office:", entity, 1))) == "damaged_file"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            locked = b"<manifest:encryption-data/>" if entry.filename.startswith("META-INF") else b""
            new.writestr(entry, old.read(entry) + locked)
    assert refuse(buffer.getvalue()) == "encrypted"


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_fetch_makes_of_them(kind, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(load(kind))
    arrival = judge_arrival(path, None, is_complete=True)
    assert (arrival.media_type, arrival.fault) == (KINDS[kind], None)
    path.write_bytes(load(kind)[:-700])
    assert judge_arrival(path, None, is_complete=True).fault == "truncated"


def test_a_fetch_refuses_other_office_files(tmp_path):
    path = tmp_path / "x"
    content = load("doc")
    path.write_bytes(patch(content, find_entry(content, "WordDocument"), "WorkbookXXXX".encode("utf-16-le")))
    assert judge_arrival(path, None, is_complete=True).fault == "unknown_type"


def test_specimens_hold_what_they_are_for():
    rtf = load("rtf").decode("ascii")
    assert all(re.search(word, rtf) for word in (r"\\footnote", r"\\listtable", r"\\trowd"))
