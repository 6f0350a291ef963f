from __future__ import annotations

import io
import zipfile

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.kinds import DOCX, detect_media_type, guess_utf16


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7\n", "x.txt", "application/pdf"),
        (b"\n\n%PDF-1.4", "x", "application/pdf"),
        (b"PK\x03\x04rest", "x.txt", "application/zip"),
        (b"\x89PNG\r\n\x1a\n", "x.txt", "image/png"),
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "x.txt", "text/html"),
        (b"<p>The meeting</p><p>met</p>", "x", "text/html"),
        (b"a < b and c > d", "x.txt", "text/plain"),
        (b"1. text", "x.md", "text/markdown"),
        (b"1. text", "x.txt", "text/plain"),
        ("1. نص".encode("utf-16"), "x.txt", "text/plain"),
        ("<html><body>نص</body></html>".encode("utf-16-le"), "x", "text/html"),
    ],
)
def test_bytes_decide(content, name, expected):
    assert detect_media_type(content, name) == expected


@pytest.mark.parametrize("content", [b"", b"   \n\t\r\n", b"\xef\xbb\xbf", b"\xc2\xa0\n"])
def test_nothing_but_white_space_is_empty(content):
    with pytest.raises(UnreadableFileError) as caught:
        detect_media_type(content, "x.txt")
    assert caught.value.reason == "empty_file"


def test_binary_named_txt_is_no_text():
    with pytest.raises(UnreadableFileError) as caught:
        detect_media_type(bytes(range(256)) * 20, "report.txt")
    assert caught.value.reason == "not_text"


def test_utf16_without_mark_is_guessed():
    assert guess_utf16("اجتمع فريق الاتصال".encode("utf-16-be")) == "utf-16-be"
    assert guess_utf16(b"plain text, no zeros") is None


def zip_of(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>" * 20)
    return buffer.getvalue()


def test_parts_of_a_word_file_decide_not_its_name():
    word = zip_of("[Content_Types].xml", "word/document.xml")
    assert detect_media_type(word, "x.zip") == DOCX
    assert detect_media_type(word[:-30], "x") == DOCX
    assert detect_media_type(zip_of("[Content_Types].xml", "xl/workbook.xml"), "x.docx") == "application/zip"
    assert detect_media_type(zip_of("word/document.xml"), "x.docx") == "application/zip"


def test_ole_file_is_whole_or_has_a_password():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(UnreadableFileError) as caught:
        detect_media_type(ole, "x.docx")
    assert caught.value.reason == "damaged_file"
    with pytest.raises(UnreadableFileError) as caught:
        detect_media_type(ole + "EncryptedPackage".encode("utf-16-le") + bytes(600), "x.docx")
    assert caught.value.reason == "encrypted"
