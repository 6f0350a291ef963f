"""Rows that sort after those of later documents wait here.

Documents are written in the order of their ids. A paragraph's id is that of its document, a slash and its eid, and a
hyphen sorts before a slash: ``x-2/para_1`` comes before ``x/para_1``. So the rows of ``x`` wait until no document whose
id begins with ``x-`` can come any more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from oic_reports.tables.document_rows import Rows


class HeldRows:
    """Passes the rows of documents on, in the order of paragraph ids."""

    def __init__(self, give: Callable[[pa.Table | Rows], None]) -> None:
        self._give = give
        self._waiting: list[tuple[str, pa.Table | Rows]] = []

    def add(self, document_id: str, rows: pa.Table | Rows) -> None:
        """Add the rows of the next document in the order of document ids."""
        self._pass_on(document_id)
        self._waiting.append((document_id, rows))

    def close(self) -> None:
        """Pass on all that waits."""
        while self._waiting:
            self._give(self._waiting.pop()[1])

    def _pass_on(self, next_id: str) -> None:
        while self._waiting and not self._may_come_first(self._waiting[-1][0], next_id):
            self._give(self._waiting.pop()[1])

    @staticmethod
    def _may_come_first(waiting_id: str, next_id: str) -> bool:
        """Whether rows of a document that comes later sort first: as long as its id goes on below a slash."""
        return next_id.startswith(waiting_id) and next_id[len(waiting_id)] < "/"
