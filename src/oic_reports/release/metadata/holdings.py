"""What a release holds, counted from its tables: what every description of it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

_COLUMNS = ["document_id", "language", "document_type", "body_id", "date", "date_end", "operative_count"]
_YEAR = 4


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of a release.

    ``languages``, ``types`` and ``bodies`` are pairs of a value of the vocabulary and the number of documents, most
    first; documents without a body or type are ``unknown``. ``first`` and ``last`` are ISO days, None where no document
    has a date; ``undated`` counts those without.
    """

    documents: int
    paragraphs: int
    numbered: int
    repairs: int
    rejects: int
    languages: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    bodies: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    undated: int

    @property
    def years(self) -> tuple[str, ...]:
        """The first year and the last, one where they are the same, none where no document has a date."""
        if self.first is None or self.last is None:
            return ()
        return tuple(dict.fromkeys((self.first[:_YEAR], self.last[:_YEAR])))


def count_holdings(tables: Mapping[str, pa.Table]) -> Holdings:
    """Count what the tables hold."""
    documents = tables["documents"].select(_COLUMNS).to_pylist()
    days = sorted(str(row[name]) for row in documents for name in ("date", "date_end") if row[name])
    return Holdings(
        documents=len(documents),
        paragraphs=tables["paragraphs"].num_rows,
        numbered=sum(row["operative_count"] for row in documents),
        repairs=tables["repairs"].num_rows,
        rejects=tables["rejects"].num_rows,
        languages=_rank(row["language"] for row in documents),
        types=_rank(row["document_type"] for row in documents),
        bodies=_rank(row["body_id"] for row in documents),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        undated=sum(not row["date"] for row in documents),
    )


def _rank(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counted = Counter(value or "unknown" for value in values)
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
