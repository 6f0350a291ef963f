"""Files that systems and programs leave in folders for themselves: no person has sent them, and none holds a report."""

from __future__ import annotations

from fnmatch import fnmatchcase

# a pattern of the name in small letters, and what such a file is
_JUNK = (
    ("thumbs.db", "Windows keeps small pictures of a folder's files in it"),
    ("ehthumbs*.db", "Windows keeps small pictures of a folder's films in it"),
    ("desktop.ini", "Windows keeps the looks of a folder in it"),
    ("~$*", "a word processor has it while a document is open"),
    (".~lock.*#", "LibreOffice has it while a document is open"),
    (".ds_store", "macOS keeps the looks of a folder in it"),
    ("._*", "macOS keeps what it knows of another file in it"),
    ("__macosx", "macOS puts what it knows of files into it when it packs an archive"),
    ("icon\r", "macOS keeps the picture of a folder in it"),
    (".directory", "KDE keeps the looks of a folder in it"),
)


def explain_junk(name: str) -> str | None:
    """What a file is that a system or program keeps for itself; None where the name is of no such file."""
    low = name.lower()
    return next((meaning for pattern, meaning in _JUNK if fnmatchcase(low, pattern)), None)
