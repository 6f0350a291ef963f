"""``SHA256SUMS``: the proof of every other file of a release, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

FILE = "SHA256SUMS"
# made over the sums, and so not listed in them
SIGNATURE = "SHA256SUMS.minisig"
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)")
_DOTS = frozenset({".", ".."})


def hash_of(path: Path) -> str:
    """The sha256 of a file, as hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def list_files(folder: Path) -> dict[str, Path]:
    """Whatever is in a folder and in its folders, by path from there, sorted; a link is listed, never followed."""
    found = {}
    for root, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*names, *links):
            path = Path(root) / name
            found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def write_checksums(folder: Path) -> None:
    """Write the file over all others of the folder and its folders, by path."""
    lines = [f"{hash_of(path)}  {name}\n" for name, path in list_files(folder).items() if name != FILE]
    (folder / FILE).write_text("".join(lines), encoding="utf-8")


def read_sums(folder: Path) -> dict[str, str]:
    """The sha256 of each file that a release tells, by path; nothing where it tells none. Proves nothing by itself."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {match.group(2): match.group(1) for line in lines if (match := _LINE.fullmatch(line))}


def check_checksums(folder: Path) -> list[str]:
    """What is wrong: a file changed, missing, not listed, no plain file, or a line that cannot be read."""
    try:
        *lines, end = (folder / FILE).read_bytes().decode("utf-8").split("\n")
    except OSError as error:
        return [f"{FILE} cannot be read: {error.strerror}"]
    except UnicodeDecodeError as error:
        return [f"{FILE} cannot be read: {error}"]
    problems = [f"{FILE} does not end with a line end"] if end else []
    listed: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        name = match.group(2) if match else FILE
        if match is None or name == FILE or name in listed or not _DOTS.isdisjoint(name.split("/")):
            problems.append(f"{FILE}: this line cannot be used: {line[:120]!r}")
        else:
            listed[name] = match.group(1)
    found = {name: path for name, path in list_files(folder).items() if name not in {FILE, SIGNATURE}}
    problems += [f"{name} is listed in {FILE} and is missing" for name in sorted(set(listed) - set(found))]
    problems += [f"{name} is not listed in {FILE}" for name in sorted(set(found) - set(listed))]
    for name in sorted(set(listed) & set(found)):
        path = found[name]
        if path.is_symlink() or not path.is_file():
            problems.append(f"{name} is no plain file")
        elif hash_of(path) != listed[name]:
            problems.append(f"{name} has changed: its sha256 is not the one in {FILE}")
    return problems
