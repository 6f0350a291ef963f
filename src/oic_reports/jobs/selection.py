"""Which reports a backfill is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from oic_reports.errors import ForeseenError
from oic_reports.model import Report, Source
from oic_reports.resources import load_vocabulary
from oic_reports.sources.catalogue import load_catalogue

_SOURCE_ID = re.compile(r"src-[0-9a-f]{16}")
# files that came through the inbox lie in the folder of their year
_YEAR = re.compile(r"20\d\d")


class SelectionError(ForeseenError):
    """The selection names what does not exist; the message says what would."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What reports must be, all of it at once; None asks nothing.

    ``since`` and ``until`` are ISO days, between which the meeting was, ``language`` is ``ar``, ``en`` or ``fr``,
    ``body`` an id of the vocabulary, ``source`` the id of one file (``src-…``) or of the site it came from,
    ``document`` one document id.
    """

    since: str | None = None
    until: str | None = None
    language: str | None = None
    body: str | None = None
    source: str | None = None
    document: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it asks nothing."""
        return self == Selection()

    def holds(self, report: Report, source: Source) -> bool:
        """Whether a named report of a file is selected; one without a date is not, where dates are."""
        header = report.header
        return self.holds_row(
            {
                "document_id": report.document_id,
                "language": header.language,
                "body_id": header.body_id,
                "date": header.date,
                "date_end": header.date_end,
                "source_id": source.source_id,
            },
            source.file_name,
        )

    def holds_row(self, row: Mapping[str, Any], file_name: str) -> bool:
        """Whether a row of the table ``documents``, from a file of ``raw/``, is selected."""
        first, last = (str(row[name] or row["date"] or "") for name in ("date", "date_end"))
        if (self.since or self.until) and not first:
            return False
        return (
            (self.since is None or last >= self.since)
            and (self.until is None or first <= self.until)
            and self.language in {None, row["language"]}
            and self.body in {None, row["body_id"]}
            and self.source in {None, row["source_id"], _find_site(file_name)}
            and self.document in {None, row["document_id"]}
        )

    def check(self, raw: Path) -> None:
        """Make sure, before anything is done, that the selection can hold a report.

        Raises:
            SelectionError: a day is none, the days are the wrong way round, a body or a site is unknown.
        """
        days = {
            name: _parse_day(name, value) for name, value in (("since", self.since), ("until", self.until)) if value
        }
        if len(days) > 1 and days["since"] > days["until"]:
            msg = f"since={self.since} is after until={self.until}: nothing lies between them"
            raise SelectionError(msg)
        if self.body is not None and self.body not in list_bodies():
            msg = f"no body is called {self.body}: take an id of schemas/vocabularies/bodies.csv, such as cfm"
            raise SelectionError(msg)
        if self.source is not None and not _SOURCE_ID.fullmatch(self.source) and not _YEAR.fullmatch(self.source):
            sites = load_catalogue(raw).sites
            if self.source not in sites:
                msg = f"no source is called {self.source}: take a source_id (src-…), or an id of raw/sites.csv"
                raise SelectionError(msg)

    def check_found(self, tables: Mapping[str, pa.Table]) -> None:
        """Make sure, when all files are read, that the one file or document that was asked for exists.

        Raises:
            SelectionError: it does not, neither published nor rejected.
        """
        if self.document is not None and not _has(tables, self.document, "document_id", "documents", "rejects"):
            msg = f"no report is called {self.document}, nor does any file in raw/ give it: nothing was published"
            raise SelectionError(msg)
        is_file = self.source is not None and _SOURCE_ID.fullmatch(self.source)
        if is_file and not _has(tables, self.source, "source_id", "sources", "rejects"):
            msg = f"no file in raw/ is {self.source}: nothing was published"
            raise SelectionError(msg)


def list_passed_over(selection: Selection, published: Mapping[str, pa.Table] | None) -> frozenset[str]:
    """The ids of the files whose published documents are none that is selected: nobody asks to read these anew.

    Args:
        selection: what is asked for.
        published: the tables of the current release.
    """
    if published is None or selection.is_open:
        return frozenset()
    names = dict(
        zip(*(published["sources"].column(name).to_pylist() for name in ("source_id", "file_name")), strict=True)
    )
    held: dict[str, bool] = {}
    columns = ["document_id", "language", "body_id", "date", "date_end", "source_id"]
    for batch in published["documents"].select(columns).to_batches():
        for row in batch.to_pylist():
            source_id = row["source_id"]
            is_held = selection.holds_row(row, names.get(source_id, ""))
            held[source_id] = held.get(source_id, False) or is_held
    return frozenset(source_id for source_id, is_held in held.items() if not is_held)


def list_bodies() -> tuple[str, ...]:
    """The ids of all bodies."""
    return tuple(row["body_id"] for row in load_vocabulary("bodies"))


def _parse_day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        msg = f"{name}={value} is no day: write YYYY-MM-DD"
        raise SelectionError(msg) from error


def _find_site(file_name: str) -> str | None:
    """The site (or year) of a file: ``reports/<site>/<folder>/<name>``; None for one that lies flat."""
    folders = file_name.split("/")[1:-1]
    return folders[0] if folders else None


def _has(tables: Mapping[str, pa.Table], wanted: str | None, column: str, *names: str) -> bool:
    return any(wanted in tables[name].column(column).to_pylist() for name in names)
