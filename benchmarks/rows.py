"""A million paragraph rows through checks and publishing, beside plain pyarrow writing the same tables.

``python benchmarks/rows.py 1000000``: reports are generated and read once, and their rows repeated under ids of their
own until there are as many as asked for. Each step runs in a process of its own; anonymous memory is what a machine
must have, mapped files may leave it at any time. What plain pyarrow writes is Parquet and CSV of the same tables,
unchecked: what a release costs at least. Parquet is packed as in a release; pyarrow's stream of gzip has level 9 alone.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
from generated import write_reports
from scale import measure

from oic_reports.checks.verdict import Verdict
from oic_reports.jobs.build import assemble_stage, check, list_files, open_leaves, plan_facts
from oic_reports.jobs.selection import Selection
from oic_reports.release.publish import publish
from oic_reports.settings import Settings
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.document_rows import RowsByDocument
from oic_reports.tables.on_disk import open_writers, read_tables, write_tables
from oic_reports.tables.schema import load_tables
from oic_reports.tables.tabulate import list_written
from oic_reports.work.make import make_leaves

# reports that are read; their rows are repeated
_REPORTS = 60
_DAY = date(2026, 11, 24)
# what follows from the tables and is not compared
WITHOUT = "akoma_ntoso,bitext,jsonl,languages,markdown,sqlite,xlsx,corpus,translations"


def repeat_rows(tables: dict[str, pa.Table], folder: Path, least: int) -> None:
    """Write tables of at least so many paragraphs: each document again and again, with ids and sources of its own."""
    known = RowsByDocument(tables)
    of_source = {row["source_id"]: row for row in tables["sources"].to_pylist()}
    documents = {row["document_id"]: row for row in tables["documents"].to_pylist()}
    times = -(-least // tables["paragraphs"].num_rows)
    sources, related = [], []
    with open_writers(folder, list_written()) as writers:
        for document_id in sorted(documents):
            rows = {name: table.to_pylist() for name, table in known.take(document_id).items()}
            # ids sort by their characters
            for number in sorted(range(2, times + 2), key=str):
                name = f"{document_id}-{number}"
                source_id = f"src-{hashlib.sha256(name.encode()).hexdigest()[:16]}"
                new = {"document_id": name, "work_id": name.split("-", 1)[1], "source_id": source_id}
                for table, listed in rows.items():
                    made = [
                        {
                            **row,
                            **{key: value for key, value in new.items() if key in row},
                            **({"meeting_id": None} if "meeting_id" in row else {}),
                            **_rename(row, document_id, name),
                        }
                        for row in listed
                    ]
                    writers[table].add(to_arrow_table(load_tables()[table], made))
                sources.append({**of_source[documents[document_id]["source_id"]], "source_id": source_id})
                related.append({"document_id": name, "source_id": source_id, "relation": "published"})
        writers["sources"].add(to_arrow_table(load_tables()["sources"], sources))
        writers["document_sources"].add(to_arrow_table(load_tables()["document_sources"], related))


def _rename(row: dict[str, object], old: str, new: str) -> dict[str, str]:
    paragraph_id = row.get("paragraph_id")
    return {"paragraph_id": f"{new}{str(paragraph_id).removeprefix(old)}"} if paragraph_id else {}


def write_plain(folder: Path, target: Path) -> None:
    """The tables of a folder as Parquet and CSV, by pyarrow alone."""
    for name, table in read_tables(folder).items():
        pq.write_table(table, target / f"{name}.parquet", compression="zstd", compression_level=3)
        with pa.CompressedOutputStream(str(target / f"{name}.csv.gz"), "gzip") as file:
            pacsv.write_csv(table, file)


def run_step(step: str, folder: Path) -> None:
    """One step, in a process of its own."""
    processed = folder / "processed"
    if step == "check":
        kept, verdict = check(read_tables(folder / "tables"), None, plan_facts(processed, _DAY).version)
        write_tables(folder / "checked", kept)
        (folder / "verdict.json").write_text(verdict.to_json(), encoding="utf-8")
        failed = [result.name for result in verdict.results if not result.success]
        sys.stdout.write(f"failed checks: {failed or 'none'}\n")
    elif step == "publish":
        verdict = Verdict.from_json((folder / "verdict.json").read_text(encoding="utf-8"))
        facts = plan_facts(processed, _DAY, WITHOUT.split(","))
        sys.stdout.write(f"{publish(read_tables(folder / 'checked'), verdict, processed, facts=facts).message}\n")
    else:
        (folder / "plain").mkdir()
        write_plain(folder / "checked", folder / "plain")
        sys.stdout.write("written\n")


def main() -> None:
    """Print a row for each step, and what publishing costs beside plain writing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--step", nargs=2, metavar=("STEP", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        run_step(arguments.step[0], Path(arguments.step[1]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder / "home" / "raw" / "reports", _REPORTS)
        (folder / "home" / "corrections").mkdir()
        settings = Settings(data_home=folder / "home")
        files = list_files(settings)
        make_leaves(files, settings, open_leaves(settings))
        tables, _ = assemble_stage(folder / "stage", files, settings, Selection(), _DAY)
        repeat_rows(tables, folder / "tables", arguments.rows)
        rows = {name: table.num_rows for name, table in read_tables(folder / "tables").items()}
        print(f"{rows['documents']} documents, {rows['paragraphs']} paragraphs")
        print(f"{'step':10} {'wall s':>8} {'CPU s':>8} {'anon MB':>8} {'RSS MB':>8}  last line")
        spent = {}
        for step in ("check", "publish", "plain"):
            command = [sys.executable, __file__, "--step", step, name]
            wall, cpu, anonymous, total, last = measure(command, dict(os.environ))
            spent[step] = cpu
            print(f"{step:10} {wall:>8.1f} {cpu:>8.1f} {anonymous:>8.0f} {total:>8.0f}  {last}", flush=True)
        print(f"publishing, with all that it proves, takes {spent['publish'] / spent['plain']:.1f} times plain writing")


if __name__ == "__main__":
    main()
