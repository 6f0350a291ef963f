"""Files of single documents: loose in ``documents/`` where they are few, in one archive where they are many.

A folder of a million files is of no use to anybody: each costs a flush to disk, a line of ``SHA256SUMS`` and a block,
and no tool lists them. An archive of the same names is one file, and any of them can be taken out alone.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from oic_reports.release.files import FileKind

# documents whose files may lie loose: so many, in two formats, still open in a file manager and in a repository
MOST_LOOSE = 2_000
# the first day that a zip file knows: no clock may enter
_NEVER = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16


def write_each(folder: Path, kind: FileKind, documents: Iterable[tuple[str, str]], number: int) -> None:
    """Write the files of a kind.

    Args:
        folder: of the release.
        kind: whose path has ``{document_id}``, and which names its archive.
        documents: id and content of each, in the order of ids.
        number: how many there are.
    """
    named = ((kind.path.replace("{document_id}", name), content) for name, content in documents)
    if number <= MOST_LOOSE:
        for path, content in named:
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content.encode())
        return
    with zipfile.ZipFile(folder / str(kind.packed), "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in named:
            member = zipfile.ZipInfo(path, _NEVER)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, _MODE
            archive.writestr(member, content.encode())
