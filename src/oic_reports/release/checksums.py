"""``SHA256SUMS``: the proof of every other file of a release, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FILE = "SHA256SUMS"
# made over the sums, and so not listed in them
SIGNATURE = "SHA256SUMS.minisig"
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_.-]+)")


def hash_of(path: Path) -> str:
    """The sha256 of a file, as hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Write the file over all others of the folder, by name."""
    lines = [f"{hash_of(path)}  {path.name}\n" for path in sorted(folder.iterdir()) if path.name != FILE]
    (folder / FILE).write_text("".join(lines), encoding="utf-8")


def check_checksums(folder: Path) -> list[str]:
    """What is wrong: a file changed, missing, not listed, no plain file, or a line that cannot be read."""
    try:
        *lines, end = (folder / FILE).read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return [f"{FILE} cannot be read: {error}"]
    problems = [f"{FILE} does not end with a line end"] if end else []
    listed: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or match.group(2) in {".", "..", FILE} or match.group(2) in listed:
            problems.append(f"{FILE}: this line cannot be used: {line[:120]!r}")
        else:
            listed[match.group(2)] = match.group(1)
    found = {path.name: path for path in folder.iterdir() if path.name not in {FILE, SIGNATURE}}
    problems += [f"{name} is listed in {FILE} and is missing" for name in sorted(set(listed) - set(found))]
    problems += [f"{name} is not listed in {FILE}" for name in sorted(set(found) - set(listed))]
    for name in sorted(set(listed) & set(found)):
        path = found[name]
        if path.is_symlink() or not path.is_file():
            problems.append(f"{name} is no plain file")
        elif hash_of(path) != listed[name]:
            problems.append(f"{name} has changed: its sha256 is not the one in {FILE}")
    return problems
