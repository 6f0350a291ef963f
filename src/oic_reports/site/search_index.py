"""What search reads: words of the published paragraphs, and what is shown of them, in files of some ten thousand each.

Where a file ends is said by the ids of reports, not by counting from the first: what comes anew or goes changes the
file that it lies in, and not those after it. Memory holds the texts of one file at a time.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from oic_reports.language import particles
from oic_reports.release import folding
from oic_reports.site import shown_texts, word_index
from oic_reports.site.coverage import year_of
from oic_reports.site.names import name_title, slug_body
from oic_reports.site.release_contents import Holdings, NoReleaseError, Row
from oic_reports.site.shown_texts import Paragraph, pack_texts
from oic_reports.site.site_folder import SiteFolder, mark_of
from oic_reports.site.word_index import index_words

FOLDER = "search"
# paragraphs of a file: fewest and most. Fewer make a question ask for more files, more take more memory: 80 MB
_FEWEST = 32_768
_MOST = 65_536
# of so many reports one may end a file
_ONE_IN = 32
# paragraphs whose texts are read at once
_BATCH = 4_096
_SHOWN = ("eid", "label", "text_language", "text")


@dataclass(frozen=True, slots=True)
class Segment:
    """Paragraphs of one file: a half-open range of rows."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """What search needs of the paragraphs of a segment, in their order."""

    shown: list[Paragraph]
    roles: list[str]


def put_index(holdings: Holdings, site: SiteFolder) -> None:
    """Have what search reads of a release in the folder of a site.

    Raises:
        NoReleaseError: paragraphs do not stand in the order of their reports.
    """
    counts = count_paragraphs(holdings)
    rows = list(holdings.documents.values())
    places = [*pairwise(accumulate(counts, initial=0))]
    listed = []
    for segment, held in read_segments(holdings.folder / "paragraphs.parquet", list(holdings.documents), counts):
        words = [(text, role) for (*_, text), role in zip(held.shown, held.roles, strict=True)]
        texts = [
            (_state_facts(row), held.shown[start - segment.first : end - segment.first])
            for row, (start, end) in zip(rows, places, strict=True)
            if segment.first <= start < end <= segment.end
        ]
        listed.append(
            {
                "first": segment.first,
                "rows": segment.end - segment.first,
                "words": _put(site, "words", _mark(words), partial(index_words, words), word_index.measure_head),
                "texts": _put(site, "texts", _mark(texts), partial(pack_texts, texts), shown_texts.measure_head),
            }
        )
    _put_json(site, "index.json", {"segments": listed, "paragraphs": counts})
    _put_json(site, "reports.json", _list_filters(rows))


def _put(
    site: SiteFolder, kind: str, mark: str, make: Callable[[], bytes], measure: Callable[[Path], int]
) -> dict[str, Any]:
    name = f"{mark}.{kind}"
    site.put(f"{FOLDER}/{name}", mark, make)
    path = site.root / FOLDER / name
    return {"file": name, "bytes": path.stat().st_size, "head": measure(path)}


def _put_json(site: SiteFolder, name: str, content: object) -> None:
    printed = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    site.put(f"{FOLDER}/{name}", mark_of(printed), lambda: printed)


def _state_facts(row: Row) -> dict[str, str]:
    """What is shown of the report of a paragraph."""
    return {
        "id": row["document_id"],
        "title": name_title(row),
        "date": str(row["date"] or ""),
        "language": row["language"],
    }


def _list_filters(rows: Sequence[Row]) -> dict[str, dict[str, list[Any]]]:
    """What reports are filtered by: the values there are, and which of them each report has."""
    asked = {
        "language": [row["language"] for row in rows],
        "year": [year_of(row) for row in rows],
        "body": [slug_body(row) for row in rows],
        "type": [row["document_type"] for row in rows],
    }
    found = {}
    for name, values in asked.items():
        known = list(dict.fromkeys(values))
        numbers = {value: number for number, value in enumerate(known)}
        found[name] = {"values": known, "of": [numbers[value] for value in values]}
    return found


def count_paragraphs(holdings: Holdings) -> list[int]:
    """Rows of ``paragraphs`` of each report, in the order of the reports."""
    reports = list(holdings.documents)
    ids = pq.read_table(holdings.folder / "paragraphs.parquet", columns=["document_id"]).column(0)
    places = pc.fill_null(pc.index_in(ids, value_set=pa.array(reports, pa.string())), -1).to_numpy()
    if len(places) and (places.min() < 0 or bool((np.diff(places) < 0).any())):
        msg = f"{holdings.folder} is damaged: its paragraphs are not in the order of its documents"
        raise NoReleaseError(msg)
    counted: list[int] = np.bincount(places, minlength=len(reports)).tolist()
    return counted


def plan_segments(reports: Sequence[str], counts: Sequence[int]) -> Iterator[Segment]:
    """Which paragraphs each file holds; none is of two files' reports."""
    first = end = 0
    for report, count in zip(reports, counts, strict=True):
        end += count
        may_end = zlib.crc32(report.encode()) % _ONE_IN == 0
        if end - first >= (_FEWEST if may_end else _MOST):
            yield Segment(first, end)
            first = end
    if end > first:
        yield Segment(first, end)


def read_segments(path: Path, reports: Sequence[str], counts: Sequence[int]) -> Iterator[tuple[Segment, _Rows]]:
    """Each segment with what is shown of its paragraphs, and their roles."""
    batches = pq.ParquetFile(path).iter_batches(_BATCH, columns=[*_SHOWN, "role"])
    shown: list[Paragraph] = []
    roles: list[str] = []
    for segment in plan_segments(reports, counts):
        size = segment.end - segment.first
        while len(shown) < size:
            columns = next(batches).to_pydict()
            shown += zip(*(columns[name] for name in _SHOWN), strict=True)
            roles += columns["role"]
        yield segment, _Rows(shown[:size], roles[:size])
        shown, roles = shown[size:], roles[size:]


def _mark(rows: Sequence[object]) -> str:
    digest = hashlib.sha256(_mark_code().encode())
    for row in rows:
        digest.update(repr(row).encode())
        digest.update(b"\x00")
    return digest.hexdigest()[:20]


@cache
def _mark_code() -> str:
    """A hash of what makes the files."""
    made_by = (word_index.__file__, shown_texts.__file__, folding.__file__, particles.__file__)
    return mark_of(*(Path(name).read_bytes() for name in made_by))
