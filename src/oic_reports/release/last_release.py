"""The last release, where the same code made it: what did not change in its files is taken as it lies.

Bytes of a file about one document follow from that document's rows alone. Where these are the same, and the file is the
one that ``SHA256SUMS`` tells, making it anew would give what is there. A file that is missing or damaged costs time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from oic_reports.release.checksums import hash_of, read_sums
from oic_reports.tables.document_rows import RowsByDocument
from oic_reports.tables.on_disk import let_go

# what a file about one document is made of, beside the row of its source
_COMPARED = ("documents", "paragraphs")
# documents that are compared before mapped memory is given back
_DOCUMENTS = 1_024


@dataclass(frozen=True, slots=True)
class LastRelease:
    """Its folder, its sums by path, and the documents whose rows are as they were."""

    directory: Path
    sums: Mapping[str, str]
    unchanged: frozenset[str]

    def find(self, path: str) -> Path | None:
        """A file by its path from the folder; None where it is missing, or no longer what it was."""
        found = self.directory / path
        told = self.sums.get(path)
        return found if told is not None and found.is_file() and hash_of(found) == told else None


def open_last(directory: Path, earlier: Mapping[str, pa.Table], tables: Mapping[str, pa.Table]) -> LastRelease:
    """The release in a folder.

    Args:
        directory: its folder; the same code and libraries must have made it.
        earlier: its tables.
        tables: those of the release that is made.
    """
    return LastRelease(directory, read_sums(directory), frozenset(_find_unchanged(earlier, tables)))


def _find_unchanged(earlier: Mapping[str, pa.Table], tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """Documents with the same row, paragraphs and file."""
    old, new = RowsByDocument(earlier, _COMPARED), RowsByDocument(tables, _COMPARED)
    sources = _find_same(earlier["sources"], tables["sources"])
    of_document = tables["documents"].select(["document_id", "source_id"]).to_pydict()
    for place, (name, source) in enumerate(zip(*of_document.values(), strict=True)):
        if source in sources and name in old:
            before, now = old.take(name), new.take(name)
            if all(before[table].equals(now[table]) for table in _COMPARED):
                yield name
        if place % _DOCUMENTS == 0:
            let_go()


def _find_same(earlier: pa.Table, later: pa.Table) -> frozenset[str]:
    """The ids of sources whose rows are the same."""
    old, new = ({row["source_id"]: row for row in table.to_pylist()} for table in (earlier, later))
    return frozenset(name for name, row in new.items() if old.get(name) == row)
