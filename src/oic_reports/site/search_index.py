"""The index that search reads: the words of the published paragraphs, in files of some ten thousand paragraphs each.

Where a file ends is said by the ids of reports, not by counting from the first: what comes anew or goes changes the
file that it lies in, and not those after it. Memory holds the texts of one file at a time.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from oic_reports.language import particles
from oic_reports.release import folding
from oic_reports.site import word_index
from oic_reports.site.release_contents import Holdings, NoReleaseError
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


@dataclass(frozen=True, slots=True)
class Segment:
    """Paragraphs of one file: a half-open range of rows."""

    first: int
    end: int


def put_index(holdings: Holdings, site: SiteFolder) -> None:
    """Have the index of a release in the folder of a site.

    Raises:
        NoReleaseError: paragraphs do not stand in the order of their reports.
    """
    counts = count_paragraphs(holdings)
    listed = []
    for segment, texts in read_segments(holdings.folder / "paragraphs.parquet", list(holdings.documents), counts):
        mark = _mark(texts)
        address = f"{FOLDER}/{mark}.words"
        site.put(address, mark, partial(index_words, texts))
        path = site.root / address
        listed.append(
            {
                "file": path.name,
                "bytes": path.stat().st_size,
                "head": word_index.measure_head(path),
                "first": segment.first,
                "rows": segment.end - segment.first,
            }
        )
    content = json.dumps({"segments": listed, "paragraphs": counts}, separators=(",", ":")) + "\n"
    site.put(f"{FOLDER}/index.json", mark_of(content), lambda: content)


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


def read_segments(path: Path, reports: Sequence[str], counts: Sequence[int]) -> Iterator[tuple[Segment, list[str]]]:
    """Each segment with its texts."""
    batches = pq.ParquetFile(path).iter_batches(_BATCH, columns=["text"])
    waiting: list[str] = []
    for segment in plan_segments(reports, counts):
        while len(waiting) < segment.end - segment.first:
            waiting += next(batches).column(0).to_pylist()
        texts, waiting = waiting[: segment.end - segment.first], waiting[segment.end - segment.first :]
        yield segment, texts


def _mark(texts: Sequence[str]) -> str:
    digest = hashlib.sha256(_mark_code().encode())
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\x00")
    return digest.hexdigest()[:20]


@cache
def _mark_code() -> str:
    """A hash of what makes the files."""
    made_by = (word_index.__file__, folding.__file__, particles.__file__)
    return mark_of(*(Path(name).read_bytes() for name in made_by))
