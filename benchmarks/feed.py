"""What the feed of changes costs: two releases of many paragraphs compared, and the feed replayed.

``python benchmarks/feed.py 1000000`` makes a release of so many generated paragraphs and another one in which every
file has another extraction key, each hundredth paragraph another text, each five-hundredth document is gone and each
three-hundredth new. The earlier one lies as Parquet, as it does when a run compares; each question is asked by a
process of its own. Wall and CPU seconds (others may use the machine); memory is what the process had for itself, and
with the pages of mapped files, which may leave at any time.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from release import make_tables
from scale import measure

from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.replay import check_replay
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.load import open_tables
from oic_reports.release.parquet import write_parquet
from oic_reports.tables.on_disk import TableWriter, find_table, read_tables
from oic_reports.tables.schema import load_tables

_OLD, _NEW = "2026.11.0", "2026.11.1"
# of so many paragraphs one has another text; of so many documents one is gone, and one is new
_CHANGED, _GONE, _CAME = 100, 500, 300
_QUESTIONS = ("compare", "replay")


def make_releases(folder: Path, paragraphs: int) -> None:
    """Two releases in ``before`` (Parquet) and ``after`` (mapped tables)."""
    made = folder / "made"
    make_tables(made, paragraphs)
    tables = read_tables(made)
    names = tables["documents"].column("document_id").to_pylist()
    gone, came = pa.array(names[::_GONE]), pa.array(names[1::_CAME])
    facts = ReleaseFacts(_OLD, "2026-11-24", "2.3.0", "0.1.0")
    (folder / "before").mkdir()
    for name, table in tables.items():
        _write(folder / "aside", name, table, lambda part, name=name: _drop(part, name, came))
        _write(folder / "after", name, table, lambda part, name=name: _alter(_drop(part, name, gone), name))
    for name, table in read_tables(folder / "aside").items():
        if name != "changes":
            write_parquet(folder / "before" / f"{name}.parquet", load_tables()[name], table, facts)


def _write(folder: Path, name: str, table: pa.Table, change: Callable[[pa.Table], pa.Table]) -> None:
    writer = TableWriter(find_table(folder, name), table.schema)
    for batch in table.to_batches():
        writer.add(change(pa.Table.from_batches([batch])))
    writer.close()


def _drop(part: pa.Table, name: str, documents: pa.Array) -> pa.Table:
    """Rows without those of some documents; files stay."""
    column = next((each for each in ("document_id", "paragraph_id", "id") if each in part.column_names), None)
    if column is None or name == "id_history":
        return part
    of_document = pc.list_element(pc.split_pattern(part.column(column), "/"), 0)
    return part.filter(pc.invert(pc.is_in(of_document, documents)))


def _alter(part: pa.Table, name: str) -> pa.Table:
    if name == "sources":
        place = part.column_names.index("extraction_key")
        return part.set_column(place, part.schema.field(place), pa.array(["1" * 64] * part.num_rows, pa.string()))
    if name != "paragraphs":
        return part
    for column in ("text", "text_raw"):
        place = part.column_names.index(column)
        values = part.column(column).to_pylist()
        values[::_CHANGED] = [f"{value} And more." for value in values[::_CHANGED]]
        part = part.set_column(place, part.schema.field(place), pa.array(values, pa.string()))
    return part


def ask(question: str, folder: Path) -> str:
    """Answer one question, in a process of its own."""
    before, after = open_tables(folder / "before"), read_tables(folder / "after")
    del after["changes"]
    if question == "compare":
        feed = make_feed(Earlier(_OLD, before), after, _NEW, folder / "feed")
        return f"{feed.num_rows} rows"
    feed = read_tables(folder / "feed")["changes"]
    return "; ".join(check_replay(before, {**after, "changes": feed})) or "leads there"


def main() -> None:
    """Measure the size that is given."""
    if sys.argv[1] == "--ask":
        print(ask(sys.argv[2], Path(sys.argv[3])))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_releases(folder, int(sys.argv[1]))
        print(f"{'':10}{'wall s':>8}{'CPU s':>8}{'own MB':>8}{'all MB':>8}")
        environment: dict[str, Any] = {**os.environ}
        for question in _QUESTIONS:
            wall, cpu, own, mapped, said = measure([sys.executable, __file__, "--ask", question, name], environment)
            print(f"{question:10}{wall:8.1f}{cpu:8.1f}{own:8.0f}{mapped:8.0f}  {said}", flush=True)


if __name__ == "__main__":
    main()
