"""Files of single documents: loose in ``documents/`` where they are few, in one archive where they are many.

A folder of a million files is of no use to anybody: each costs a flush to disk, a line of ``SHA256SUMS`` and a block,
and no tool lists them. An archive of the same names is one file, and any of them can be taken out alone.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from oic_reports.release.documents import Document, DocumentShelf
from oic_reports.release.files import FileKind
from oic_reports.release.last_release import LastRelease

# documents whose files may lie loose: so many, in two formats, still open in a file manager and in a repository
MOST_LOOSE = 2_000
# the first day that a zip file knows: no clock may enter
_NEVER = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16


def write_each(
    folder: Path,
    kind: FileKind,
    shelf: DocumentShelf,
    print_document: Callable[[Document], str],
    last: LastRelease | None = None,
) -> None:
    """Write the files of a kind.

    Args:
        folder: of the release.
        kind: whose path has ``{document_id}``, and which names its archive.
        shelf: the documents.
        print_document: gives the content of a file, which follows from its document alone.
        last: the last release, where the same code made it: files of documents that did not change come from there.
    """
    if len(shelf.document_ids) <= MOST_LOOSE:
        _write_loose(folder, kind, shelf, print_document, last)
        return
    found = last and last.find(str(kind.packed))
    with ExitStack() as stack:
        file = stack.enter_context((folder / str(kind.packed)).open("wb"))
        archive = stack.enter_context(ZipFile(file, "w", ZIP_DEFLATED))
        packed = stack.enter_context(found.open("rb")) if found else None
        told = {member.filename: member for member in ZipFile(packed).infolist()} if packed else {}
        unchanged = {name for name in last.unchanged if _name(kind, name) in told} if last else set[str]()
        for name, document in shelf.read_but(unchanged):
            member = ZipInfo(_name(kind, name), _NEVER)
            member.compress_type, member.external_attr = ZIP_DEFLATED, _MODE
            if document:
                archive.writestr(member, print_document(document).encode())
            elif packed:
                _take_member(told[member.filename], packed, archive, file, member)


def _write_loose(
    folder: Path,
    kind: FileKind,
    shelf: DocumentShelf,
    print_document: Callable[[Document], str],
    last: LastRelease | None,
) -> None:
    if shelf.document_ids:
        (folder / kind.path).parent.mkdir(exist_ok=True)
    found = {name: last.find(_name(kind, name)) for name in last.unchanged} if last else {}
    known = {name: path for name, path in found.items() if path}
    for name, document in shelf.read_but(known):
        target = folder / _name(kind, name)
        if document:
            target.write_bytes(print_document(document).encode())
        else:
            # no link: what harms one release must not harm another
            copyfile(known[name], target)


def _name(kind: FileKind, document_id: str) -> str:
    return kind.path.replace("{document_id}", document_id)


def _take_member(told: ZipInfo, packed: BinaryIO, archive: ZipFile, file: BinaryIO, member: ZipInfo) -> None:
    """Write a member as it lies in another archive of ours, with the bytes that packing it anew would give.

    Args:
        told: the member there.
        packed: the file of that archive.
        archive: the new one.
        file: its file.
        member: the member here, as yet without content.
    """
    member.CRC, member.compress_size, member.file_size = told.CRC, told.compress_size, told.file_size
    member.header_offset = archive.start_dir
    packed.seek(told.header_offset)
    file.seek(archive.start_dir)
    # a head and what is packed: neither tells where in the archive it lies
    file.write(packed.read(len(told.FileHeader(zip64=False)) + told.compress_size))
    archive.start_dir = file.tell()
    archive.filelist.append(member)
    archive.NameToInfo[member.filename] = member
