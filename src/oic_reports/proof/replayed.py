"""Whether the feed of a release leads to it from the release before, where that lies beside it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.replay import check_replay
from oic_reports.feed.statements import FEED
from oic_reports.release.compared import find_earlier, is_earlier_here
from oic_reports.release.load import MissingReleaseError, open_tables
from oic_reports.tables.query import open_database

_MOST = 3
_TOLD = """
select change_seq from changes
where from_version is distinct from $previous or to_version is distinct from $version
order by change_seq limit {most}
"""
_REMADE = """
with told as (select change_seq, table_name, row_key, hash(changes) as mark from changes),
     made as (select change_seq, table_name, row_key, hash(remade) as mark from remade)
select coalesce(told.table_name, made.table_name) || ' ' || coalesce(told.row_key, made.row_key)
from told full join made using (change_seq) where told.mark is distinct from made.mark
order by coalesce(told.change_seq, made.change_seq) limit {most}
"""


def check_feed(directory: Path, package: Mapping[str, Any], *, is_of_this_code: bool) -> Iterator[str]:
    """What is wrong with the feed.

    Args:
        directory: the folder of a release.
        package: its descriptor.
        is_of_this_code: whether the code that is installed made it; then the same comparison gives the same feed.
    """
    try:
        tables = open_tables(directory)
        if FEED not in tables:
            return
        yield from _check_versions(tables[FEED], package)
        earlier = find_earlier(directory)
        if earlier is None:
            return
        yield from check_replay(earlier.tables, tables)
        if is_of_this_code:
            yield from _check_remade(earlier, tables, package["version"])
    except (MissingReleaseError, ValueError, pa.ArrowException) as error:
        yield f"{FEED}: cannot be replayed: {' '.join(str(error).split())[:200]}"
    except Exception as error:
        # what DuckDB raises is a class of its own, and it is imported late
        if not type(error).__module__.startswith(("duckdb", "_duckdb")):
            raise
        yield f"{FEED}: cannot be replayed: {' '.join(str(error).split())[:200]}"


def _check_versions(feed: Any, package: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401  (a dataset of Arrow)
    told = {"previous": package.get("previousVersion"), "version": package["version"]}
    with open_database({FEED: feed}) as connection:
        wrong = connection.execute(_TOLD.format(most=_MOST), told).fetchall()
    if wrong:
        named = ", ".join(str(number) for (number,) in wrong)
        yield f"{FEED}: rows {named} are of other versions than {told['previous']} and {told['version']}"


def _check_remade(earlier: Earlier, tables: Mapping[str, Any], version: str) -> Iterator[str]:
    others = {name: table for name, table in tables.items() if name != FEED}
    with tempfile.TemporaryDirectory() as folder:
        remade = make_feed(earlier, others, version, Path(folder))
        with open_database({FEED: tables[FEED], "remade": remade}) as connection:
            wrong = connection.execute(_REMADE.format(most=_MOST)).fetchall()
    if wrong:
        named = ", ".join(key for (key,) in wrong)
        yield f"{FEED}: compared with {earlier.version}, this release gives other rows of the feed: {named}"


def find_unasked(directory: Path, package: Mapping[str, Any]) -> str | None:
    """Why the feed of a release could not be replayed, None if it was, or if there is none to replay."""
    previous = package.get("previousVersion")
    has_feed = (directory / f"{FEED}.parquet").is_file()
    if previous is None or not has_feed or is_earlier_here(directory, str(previous)):
        return None
    return f"whether its changes lead here from {previous}: that release is not beside it"
