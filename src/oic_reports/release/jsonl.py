"""``documents.jsonl.gz``: one document a line, with its facts, its source and its paragraphs in order.

A member of the file (``gzip_files``) ends where the hash of a document's id says so; what is known of its documents is
not printed and packed again (``pieces``).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import pyarrow as pa

from oic_reports.release.documents import Document, DocumentShelf
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.gzip_files import pack
from oic_reports.release.pieces import NOTHING_KEPT, Pieces

_FILE = "documents.jsonl.gz"
# documents of a member on average: some megabyte
_EVERY = 16
# what a paragraph says that its document says as well
_TOLD_ABOVE = ("document_id", "language")
_SOURCE = ("source_id", "file_name", "url", "archived_url", "received", "sha256", "rights_note")


def write_jsonl(
    folder: Path,
    facts: ReleaseFacts,  # noqa: ARG001  (as all parts)
    tables: Mapping[str, pa.Table],
    pieces: Pieces = NOTHING_KEPT,
) -> None:
    """Write the file; every line has every key, null where nothing is known, so that readers see one form."""
    columns = [name for name in tables["paragraphs"].column_names if name not in _TOLD_ABOVE]
    shelf = DocumentShelf(tables, columns)
    with (folder / _FILE).open("wb") as file:
        start = 0
        for names in cut_documents(shelf.document_ids):
            end = start + len(names)
            file.write(pieces.make("jsonl", shelf.take_rows(start, end), partial(_pack, shelf, start, end)))
            start = end


def _pack(shelf: DocumentShelf, start: int, end: int) -> bytes:
    return pack(_print_line(document) for document in shelf.read(start, end))


def cut_documents(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Documents in pieces: one more or less alters few of them."""
    begins = [place for place, name in enumerate(names) if zlib.crc32(name.encode()) % _EVERY == 0]
    for start, end in pairwise(sorted({0, *begins, len(names)})):
        yield names[start:end]


def _print_line(document: Document) -> bytes:
    line = {
        **{name: value for name, value in document.facts.items() if name != "source_id"},
        "source": {name: document.source[name] for name in _SOURCE},
        "paragraphs": document.paragraphs,
    }
    return json.dumps(line, ensure_ascii=False, default=str).encode() + b"\n"
