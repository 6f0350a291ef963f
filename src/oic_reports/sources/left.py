"""``raw/inbox/left.md``: what stays in the inbox, and why, where a person looks who put it there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

LEFT = "left.md"
_HEAD = "# What stays in the inbox\n\nWritten anew by every run: mend or take away the files, not this list."


def write_left(inbox: Path, left: Iterable[tuple[str, str]], passed_over: Iterable[tuple[str, str]]) -> None:
    """Write the list, or remove it where nothing stays.

    Args:
        inbox: the folder.
        left: names of files that somebody has to look at, each with the reason.
        passed_over: names of files that no person has sent, each with what it is.

    Raises:
        OSError: the inbox cannot be written.
    """
    lines: list[str] = []
    for heading, entries in (("Left", left), ("Passed over: nobody has sent these", passed_over)):
        listed = [f"- `{name.replace('`', '_')}`: {why}" for name, why in entries]
        lines += ["", f"## {heading}", "", *listed] if listed else []
    path = inbox / LEFT
    if not lines:
        path.unlink(missing_ok=True)
        return
    text = "\n".join([_HEAD, *lines]) + "\n"
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
