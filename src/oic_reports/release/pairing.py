"""Which paragraphs of two documents of one work are the same in two languages.

By what is printed, never by the words: two paragraphs with one eid, role and number; and, of those without a number,
only where both documents have as many of the kind. Nothing is guessed: a paragraph that one side lacks has no pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from oic_reports.release.documents import FURNITURE, Row

_NUMBERED_TWICE = re.compile(r"-\d+$")
_COUNTED = re.compile(r"\d+$")


def pair_paragraphs(ours: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    """Pairs in the order of ``ours``.

    Args:
        ours: paragraphs of a document: ``paragraph_id``, ``seq``, ``eid``, ``role``, ``subrole``, ``ordinal``,
            ``char_count``.
        theirs: those of a document of the same work in another language.
    """
    counts, other_counts = _count_kinds(ours), _count_kinds(theirs)
    known = {row["eid"]: row for row in theirs}
    pairs = []
    for row in ours:
        other = known.get(row["eid"])
        if other is None or row["role"] in FURNITURE or not _are_alike(row, other):
            continue
        # a number that is printed twice, and a place without one, hold only where both count alike
        if counts[_find_kind(row)] != other_counts[_find_kind(row)]:
            continue
        pairs.append(
            {
                "eid": row["eid"],
                "paragraph_id": row["paragraph_id"],
                "seq": row["seq"],
                "other_paragraph_id": other["paragraph_id"],
                "paired_by": "place" if row["ordinal"] is None else "number",
                "length_ratio": round(other["char_count"] / row["char_count"], 2) if row["char_count"] else None,
            }
        )
    return pairs


def _are_alike(row: Row, other: Row) -> bool:
    return all(row[name] == other[name] for name in ("role", "subrole", "ordinal"))


def _count_kinds(rows: Sequence[Row]) -> Counter[str]:
    return Counter(map(_find_kind, rows))


def _find_kind(row: Row) -> str:
    """What a paragraph is counted among: those with its number, or, without one, those whose eid begins alike."""
    eid = str(row["eid"])
    return _NUMBERED_TWICE.sub("", eid) if row["ordinal"] is not None else _COUNTED.sub("", eid)
