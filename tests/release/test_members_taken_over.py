"""A member whose content was there before is taken as it lies; the bytes are those of a file that is made anew."""

from __future__ import annotations

import gzip

import pytest

from oic_reports.release import gzip_files
from oic_reports.release.gzip_files import list_members, open_packed

PARTS = [b'"a"\r\n' + b'"x"\r\n' * 900, b'"y"\r\n' * 700, b'"z"\r\n']


def write(path, parts, earlier=None):
    with open_packed(path, earlier=earlier) as file:
        for part in parts:
            file.write(part)
            file.flush()
    return path.read_bytes()


@pytest.fixture
def packed(monkeypatch):
    """What is packed, and not taken from an earlier file."""
    found = []

    class Codec(gzip_files.pa.Codec):
        def compress(self, content, asbytes):
            found.append(bytes(content))
            return super().compress(content, asbytes=asbytes)

    monkeypatch.setattr(gzip_files.pa, "Codec", Codec)
    return found


def test_members_are_one_file(tmp_path):
    content = write(tmp_path / "a.gz", PARTS)
    assert gzip.decompress(content) == b"".join(PARTS)
    places = [place for _, place in list_members(tmp_path / "a.gz")]
    assert [gzip.decompress(content[start : start + length]) for start, length in places] == PARTS


def test_what_did_not_change_is_taken(tmp_path, packed, monkeypatch):
    monkeypatch.setattr(gzip_files, "_BYTES", 7)
    write(tmp_path / "a.gz", PARTS)
    packed.clear()
    later = [PARTS[0], b'"new"\r\n', *PARTS[1:]]
    content = write(tmp_path / "b.gz", later, tmp_path / "a.gz")
    assert packed == [b'"new"\r\n']
    assert content == write(tmp_path / "c.gz", later)


@pytest.mark.parametrize("damage", ["cut off", "altered", "no gzip", "missing"])
def test_a_damaged_file_costs_time_alone(tmp_path, packed, damage):
    content = write(tmp_path / "a.gz", PARTS)
    second = list(list_members(tmp_path / "a.gz"))[1][1][0]
    damaged = {
        "cut off": content[: second + 9],
        "altered": content[: second + 14] + bytes([content[second + 14] ^ 255]) + content[second + 15 :],
        "no gzip": b"never packed",
    }
    (tmp_path / "a.gz").unlink()
    if damage in damaged:
        (tmp_path / "a.gz").write_bytes(damaged[damage])
    packed.clear()
    assert write(tmp_path / "b.gz", PARTS, tmp_path / "a.gz") == content
    assert packed == PARTS[1 if damage in {"cut off", "altered"} else 0 :]
