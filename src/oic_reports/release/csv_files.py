"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted.

A member of a file (``gzip_files``) ends where the hash of a document's id says so. One whose rows are those of a member
of the last release is taken from there: by its rows where the last release's are at hand, else by what it unpacks to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.release.gzip_files import find_members, open_packed, read_member
from oic_reports.release.last_release import LastRelease
from oic_reports.tables.document_rows import cut_rows, list_document_ids
from oic_reports.tables.printed import list_bytes, print_csv

# a view of which each row is one of a table, with facts of that row's document
_ROWS_OF = {"corpus": "paragraphs"}


def write_csv(path: Path, content: pa.Table, last: LastRelease | None = None) -> None:
    """The canonical file.

    Args:
        path: of the file.
        content: the table.
        last: the last release, where the same code made it: pieces that did not change come from there.
    """
    earlier = last.find(path.name) if last else None
    pieces = _list_pieces(path.name.split(".")[0], last, earlier) if last and earlier else {}
    with open_packed(path, earlier=None if pieces else earlier) as file:
        for number, part in enumerate(cut_rows(content)):
            piece = pieces.get(_name(number, part))
            if piece and earlier and piece.holds(part):
                file.add_member(read_member(earlier, piece.place))
                continue
            if number == 0:
                file.write((",".join(f'"{name}"' for name in content.column_names) + "\r\n").encode())
            for lines in print_csv(part):
                file.write(list_bytes(lines))
            file.flush()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows of the last release, where they lie packed, and, of a view, the documents whose facts did not change."""

    rows: pa.Table
    place: tuple[int, int]
    unchanged: frozenset[str] | None

    def holds(self, part: pa.Table) -> bool:
        """Whether these are the rows of a piece."""
        columns = [name for name in part.column_names if name in self.rows.column_names]
        if not part.select(columns).equals(self.rows.select(columns)):
            return False
        return self.unchanged is None or self.unchanged.issuperset(pc.unique(list_document_ids(part)).to_pylist())


def _list_pieces(name: str, last: LastRelease, path: Path) -> dict[tuple[bool, object], _Piece]:
    """The pieces of a file of the last release; none where its rows are not at hand."""
    of = _ROWS_OF.get(name, name)
    if of not in last.tables:
        return {}
    parts, members = list(cut_rows(last.tables[of])), find_members(path)
    if len(parts) != len(members):
        # one was longer than a member may be
        return {}
    unchanged = last.unchanged if name in _ROWS_OF else None
    return {
        _name(number, part): _Piece(part, place, unchanged)
        for number, (part, place) in enumerate(zip(parts, members, strict=True))
    }


def _name(number: int, part: pa.Table) -> tuple[bool, object]:
    """What tells a piece from others of its file: whether it is the first, and its first row's key."""
    key = "paragraph_id" if "paragraph_id" in part.column_names else part.column_names[0]
    return number == 0, part.column(key)[0].as_py() if part.num_rows else None
