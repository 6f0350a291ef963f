"""What the files of a release cost, by the number of paragraphs: time, memory and size of each, beside plain pyarrow.

``python benchmarks/release.py 100000 1000000``, with names of parts behind them (``parquet sqlite``) for these alone:
rows are generated (words as usual as in running text, three languages of the same works), every part is written by a
process of its own, then the files are asked as their users ask them. Times are CPU seconds, since others may use the
machine; memory is what the process had for itself (mapped tables may leave at any time).
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from scale import measure
from wordfreq import top_n_list, word_frequency

from oic_reports.release.csv_files import write_csv
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.folding import fold_text
from oic_reports.release.parquet import write_parquet
from oic_reports.release.views import make_views
from oic_reports.release.whole_parts import WHOLE_PARTS
from oic_reports.release.write import KEPT_PARTS, PARTS
from oic_reports.tables.arrow import to_arrow_schema, to_arrow_table
from oic_reports.tables.on_disk import TableWriter, find_table, read_tables
from oic_reports.tables.schema import load_published, load_tables, load_views

_FACTS = ReleaseFacts("2026.11.0", "2026-11-24", "2.3.0", "0.1.0")
_LANGUAGES = ("ar", "en", "fr")
# paragraphs of a document, words of a paragraph, sentences that paragraphs are drawn from
_PARAGRAPHS, _WORDS, _SENTENCES = 33, 65, 60_000
_DOCUMENTS = 100
_SUMMIT = date(1970, 1, 1).toordinal()
_TIMES = 9


def make_tables(folder: Path, paragraphs: int) -> None:
    """Write generated tables, mapped later: every paragraph with a box and a history, each twentieth repaired."""
    chance = random.Random(0)  # noqa: S311  (the same each time)
    works = max(1, paragraphs // _PARAGRAPHS // len(_LANGUAGES))
    names = [f"{date.fromordinal(_SUMMIT + 7 * place % 20_000)}-cfm-report-{place}" for place in range(works)]
    names.sort()
    writers = {
        name: TableWriter(find_table(folder, name), to_arrow_schema(table)) for name, table in load_tables().items()
    }
    for language in _LANGUAGES:
        sentences = _make_sentences(language, chance)
        for first in range(0, works, _DOCUMENTS):
            rows: dict[str, list[dict[str, Any]]] = {name: [] for name in load_tables()}
            for work in names[first : first + _DOCUMENTS]:
                _add_document(rows, language, work, sentences, chance)
            for name, table in load_tables().items():
                # rows of ids come in the order of documents, which is near enough to theirs
                writers[name].add(to_arrow_table(table, rows[name]))
    for writer in writers.values():
        writer.close()


def _make_sentences(language: str, chance: random.Random) -> list[str]:
    words = top_n_list(language, 20_000)
    weights = list(accumulate(word_frequency(word, language) for word in words))
    return [" ".join(chance.choices(words, cum_weights=weights, k=_WORDS // 5)) + "." for _ in range(_SENTENCES)]


def _add_document(
    rows: dict[str, list[dict[str, Any]]], language: str, work: str, sentences: list[str], chance: random.Random
) -> None:
    document = f"{language}-{work}"
    source = f"src-{random.Random(document).getrandbits(64):016x}"  # noqa: S311  (likewise)
    day = work[:10]
    rows["documents"].append(
        {
            "document_id": document, "work_id": work, "language": language,
            "script": "Arab" if language == "ar" else "Latn", "direction": "rtl" if language == "ar" else "ltr",
            "document_type": "report", "organisation": "oic", "body_id": "cfm", "body": "Council of Foreign Ministers",
            "status": "final", "title": sentences[chance.randrange(9)], "title_source": "printed",
            "date": day, "city": "Jeddah", "country_iso2": "SA", "operative_count": _PARAGRAPHS - 3,
            "paragraph_count": _PARAGRAPHS, "repair_count": 1, "flag_count": 1, "source_id": source,
        }
    )  # fmt: skip
    rows["sources"].append({"source_id": source, "file_name": f"{document}.pdf", "outcome": "published"})
    rows["document_sources"].append({"document_id": document, "source_id": source, "relation": "published"})
    rows["flags"].append(
        {"document_id": document, "flag_seq": 1, "flag": "sic", "severity": "info", "rule": "generated", "surface": "x"}
    )
    history = {"source_id": source, "first_version": "2026.11.0"}
    rows["id_history"].append({"id": document, "id_kind": "document", **history})
    for seq in range(1, _PARAGRAPHS + 1):
        number = seq - 3 if seq > 3 else None  # noqa: PLR2004  (three paragraphs come before the first number)
        eid = f"para_{number}" if number else f"preamble__p_{seq}"
        paragraph = f"{document}/{eid}"
        text = " ".join(chance.choices(sentences, k=5))
        rows["paragraphs"].append(
            {
                "paragraph_id": paragraph, "document_id": document, "language": language, "seq": seq, "eid": eid,
                "role": "operative" if number else "preamble", "label": f"{number}." if number else None,
                "ordinal": number, "numbering": "decimal" if number else None, "text_language": language, "text": text,
                "text_raw": text, "char_count": len(text), "page_first": seq // 6 + 1, "page_last": seq // 6 + 1,
            }
        )  # fmt: skip
        edges = {"x0": 72.0, "top": 90.5 + seq, "x1": 523.25, "bottom": 140.75 + seq}
        rows["boxes"].append({"paragraph_id": paragraph, "seq": 1, "page": seq // 6 + 1, **edges})
        rows["id_history"].append({"id": paragraph, "id_kind": "paragraph", **history})
        if seq % 20 == 0:
            rows["repairs"].append(
                {
                    "paragraph_id": paragraph, "seq": 1, "raw_start": 0, "raw_end": 1, "from_text": "x", "to_text": "y",
                    "repair_kind": "spacing", "rule": "generated", "confidence": "high",
                }
            )  # fmt: skip


def write_part(part: str, tables: dict[str, pa.Table], folder: Path) -> None:
    """Write one part of a release, or what it is compared with, from tables and views."""
    plain = {"plain, snappy": {}, "plain, zstd 9": {"compression": "zstd", "compression_level": 9}}
    if part in plain:
        for name in load_tables():
            pq.write_table(tables[name], folder / f"{name}.parquet", **plain[part])
    elif part in {"parquet", "csv"}:
        for name, table in load_tables().items():
            if part == "parquet":
                write_parquet(folder / f"{name}.parquet", table, tables[name], _FACTS)
            else:
                write_csv(folder / f"{name}.csv.gz", tables[name])
    elif part == "views":
        with make_views(tables) as views:
            for name, view in views.items():
                write_parquet(folder / f"{name}.parquet", load_published()[name], view, _FACTS)
                write_csv(folder / f"{name}.csv.gz", view)
    else:
        {**WHOLE_PARTS, **KEPT_PARTS}[part](folder, _FACTS, tables)


def list_measured() -> tuple[str, ...]:
    """What is measured, the comparison first."""
    return ("plain, snappy", "plain, zstd 9", "parquet", "csv", "views", *PARTS)


def ask(parquet: Path, database: Path) -> Iterator[tuple[str, float]]:
    """Median milliseconds of what users ask, warm."""
    import duckdb  # noqa: PLC0415  (needed for the questions alone)
    import polars as pl  # noqa: PLC0415  (likewise)

    paragraphs = parquet / "paragraphs.parquet"
    some = pq.ParquetFile(paragraphs).read_row_group(0, ["paragraph_id"])["paragraph_id"][40].as_py()
    frame = pl.scan_parquet(paragraphs)
    one = f"select text from '{paragraphs}' where paragraph_id = '{some}'"  # noqa: S608  (a file of our own)
    yield "DuckDB, one id", _time(lambda: duckdb.sql(one).fetchall())
    few = f"select count(*), sum(char_count) from '{paragraphs}' where language = 'fr' and ordinal = 5"  # noqa: S608
    yield "DuckDB, filter", _time(lambda: duckdb.sql(few).fetchall())
    yield "polars, one id", _time(lambda: frame.filter(pl.col("paragraph_id") == some).select("text").collect())
    yield (
        "polars, filter",
        _time(
            lambda: (
                frame.filter((pl.col("language") == "fr") & (pl.col("ordinal") == 5))  # noqa: PLR2004  (any number)
                .select(pl.len(), pl.col("char_count").sum())
                .collect()
            )
        ),
    )
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as opened:
        (sql,) = opened.execute("select sql from saved_queries where name = 'search'").fetchone()
        counted = "select count(*) from search where search match ?"
        for rank in (15_000, 5_000, 1_000, 200):
            words = [top_n_list(language, rank)[-1] for language in _LANGUAGES]
            found = [opened.execute(counted, (f'"{fold_text(word)}"',)).fetchone()[0] for word in words]
            times = [_time(lambda word=word: opened.execute(sql, {"question": word}).fetchall()) for word in words]
            yield f"full text, words of rank {rank} (in {min(found)} to {max(found)} paragraphs)", max(times)
        pair = " ".join(top_n_list("ar", 2_000)[n] for n in (900, 1_900))
        yield "full text, two Arabic words", _time(lambda: opened.execute(sql, {"question": pair}).fetchall())


def _time(question: Callable[[], object]) -> float:
    question()
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        question()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def main() -> None:
    """Measure each size that is given."""
    if sys.argv[1] == "--part":
        part, source, target = sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
        write_part(part, read_tables(source), target)
        print("done")
        return
    wanted = [word for word in sys.argv[1:] if word in list_measured()] or list_measured()
    for size in (int(word) for word in sys.argv[1:] if word.isdecimal()):
        with tempfile.TemporaryDirectory() as name:
            _measure_size(Path(name), size, wanted)


def _measure_size(folder: Path, size: int, wanted: Sequence[str]) -> None:
    rows = folder / "tables"
    rows.mkdir()
    make_tables(rows, size)
    with make_views(read_tables(rows)) as views:
        for name, view in views.items():
            writer = TableWriter(find_table(rows, name), view.schema)
            for batch in view.to_batches():
                writer.add(pa.Table.from_batches([batch]))
            writer.close()
    tables = read_tables(rows)
    print(f"{tables['paragraphs'].num_rows} paragraphs, {tables['documents'].num_rows} documents,", end=" ")
    print(f"{sum(tables[name].nbytes for name in load_tables()) / 1e6:.0f} MB in memory; {set(load_views())} apart")
    print(f"{'':16}{'CPU s':>8}{'times plain':>12}{'peak MB':>9}{'MB':>9}")
    first = 0.0
    for part in wanted:
        target = folder / part
        target.mkdir()
        command = [sys.executable, __file__, "--part", part, str(rows), str(target)]
        _, cpu, anonymous, _, _ = measure(command, {"PATH": "/usr/bin:/bin"})
        first = first or cpu
        made = sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 1e6
        print(f"{part:16}{cpu:8.1f}{cpu / first:12.1f}{anonymous:9.0f}{made:9.1f}", flush=True)
    if not {"parquet", "sqlite"} <= set(wanted):
        return
    for question, milliseconds in ask(folder / "parquet", folder / "sqlite" / "oic-reports.sqlite"):
        print(f"{question:70}{milliseconds:8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
