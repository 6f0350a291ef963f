"""Publish: a release appears whole or not at all.

Everything is written aside and verified there, the folder is moved into place, ``versions.json`` follows last. Whatever
fails before that, the last release stays the current one; what a crash left aside is swept away by the next run.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.disk.flushing import flush, flush_all
from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.disk.writing import REFUSALS, explain_unwritable
from oic_reports.errors import ForeseenError
from oic_reports.feed.statements import FEED
from oic_reports.release.beside import Beside
from oic_reports.release.checksums import FILE as SUMS
from oic_reports.release.checksums import hash_of, list_files
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.fingerprint import digest_rows, digest_tables
from oic_reports.release.index import ID_SCHEME, Entry, add_entry, load_index, write_index
from oic_reports.release.last_release import open_last
from oic_reports.release.load import UNPACKED, load_current
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.release.refusal import explain_refusal
from oic_reports.release.verify import Written, verify_files
from oic_reports.release.version import parse_version
from oic_reports.release.views import lay_out_views
from oic_reports.release.write import write_published

STAGE = ".stage"
LOCK = ".lock"


class ReleaseRefusedError(ForeseenError):
    """Nothing was published, the last release stays; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing came to: the current version and its folder, whether it is new, and a sentence for a person.

    ``account`` names what is new, changed, gone, rejected and flagged, line by line (see ``account``).
    """

    version: str | None
    directory: Path | None
    is_new: bool
    message: str
    documents: int
    paragraphs: int
    account: tuple[str, ...] = ()


def publish(
    tables: Mapping[str, pa.Table],
    verdict: Verdict,
    processed: Path,
    *,
    facts: ReleaseFacts,
    force: bool = False,
    dry_run: bool = False,
    is_same_code: bool = False,
    beside: Beside | None = None,
    pieces: Pieces = NOTHING_KEPT,
) -> Published:
    """Publish checked tables as a new version, unless they are those of the current one.

    Args:
        tables: every declared table.
        verdict: what the checks said of them.
        processed: where releases are.
        facts: the version that was planned, the day of the release, the versions of schema and code.
        force: publish even if the data are those of the current release (its pages may have changed), all made anew.
        dry_run: write nothing; say what would be done.
        is_same_code: whether the same code and libraries made the current release.
        beside: processes that may write parts meanwhile, from the folder in which the tables lie; None: there are none.
        pieces: what is known of pieces of tables; by force or where nothing is written nothing is asked of it.

    Raises:
        ReleaseRefusedError: a check stops the release, another run is publishing, or ``processed`` cannot be written.
        DamagedIndexError, MissingReleaseError: what is published is damaged.
    """
    _refuse_failures(verdict, tables, processed)
    if dry_run:
        return _publish_locked(
            tables, verdict, processed, facts, None, NOTHING_KEPT, force=force, dry_run=True, is_same_code=False
        )
    with _lock(processed):
        try:
            known = NOTHING_KEPT if force else pieces
            return _publish_locked(
                tables, verdict, processed, facts, beside, known, force=force, dry_run=False, is_same_code=is_same_code
            )
        except OSError as error:
            if error.errno not in REFUSALS:
                raise
            raise ReleaseRefusedError(explain_unwritable(processed, error)) from error


def _publish_locked(
    tables: Mapping[str, pa.Table],
    verdict: Verdict,
    processed: Path,
    facts: ReleaseFacts,
    beside: Beside | None,
    pieces: Pieces,
    *,
    force: bool,
    dry_run: bool,
    is_same_code: bool,
) -> Published:
    current = load_current(processed)
    digests = digest_tables(tables, pieces)
    mark = digests.fingerprint
    counts = tables["documents"].num_rows, tables["paragraphs"].num_rows
    if current and current.entry.fingerprint == mark and not force:
        message = f"nothing to publish: the data are those of the current release {current.entry.version}"
        return Published(current.entry.version, current.directory, False, message, *counts)  # noqa: FBT003
    entries = load_index(processed)
    if entries and parse_version(facts.version) <= parse_version(entries[-1].version):
        msg = f"another run has published version {entries[-1].version} since this one began: run again"
        raise ReleaseRefusedError(msg)
    _refuse_other_feed(tables, current.entry.version if current else None)
    if dry_run:
        message = f"dry run: version {facts.version} would be published; nothing was written"
        return Published(facts.version, None, False, message, *counts)  # noqa: FBT003
    facts = replace(facts, previous=current.entry.version if current else None)
    last = open_last(current.directory, current.tables, tables) if current and is_same_code and not force else None
    with TemporaryDirectory(prefix="oic-reports-views-") as name:
        published = {**tables, **lay_out_views(Path(name), tables, facts.without)}
        told = {name: digests.rows.get(name) or digest_rows(table, pieces) for name, table in published.items()}
        if beside is not None:
            beside = replace(beside, tables=(*beside.tables, Path(name)))
        directory = _put_in_place(
            processed,
            facts,
            lambda stage: write_published(stage, facts, published, verdict, last, told, beside, pieces),
            Written(published, told, processed / UNPACKED),
        )
    entry = Entry(
        version=facts.version,
        released=facts.released,
        schema_version=facts.schema_version,
        id_scheme=ID_SCHEME,
        code_version=facts.code_version,
        fingerprint=mark,
        documents=counts[0],
        paragraphs=counts[1],
        previous=current.entry.version if current else None,
        sums_sha256=hash_of(directory / SUMS),
    )
    write_index(processed, add_entry(processed, entries, entry))
    pieces.settle()
    return Published(facts.version, directory, True, f"published version {facts.version}", *counts)  # noqa: FBT003


def _refuse_other_feed(tables: Mapping[str, pa.Table], current: str | None) -> None:
    begins = tables[FEED].column("from_version").slice(0, 1).to_pylist()
    if begins and begins[0] != current:
        msg = f"the current release is {current}, and was {begins[0]} when this run began: run again"
        raise ReleaseRefusedError(msg)


def _put_in_place(processed: Path, facts: ReleaseFacts, write: Callable[[Path], None], written: Written) -> Path:
    """Write aside, verify, flush, move; a folder of that name which is not listed is what a crash left: it goes."""
    stage = processed / STAGE / f"release-{facts.version}"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    write(stage)
    problems = verify_files(stage, written)
    if problems:
        msg = f"the release that was written does not verify, nothing is published: {'; '.join(problems[:5])}"
        raise ReleaseRefusedError(msg)
    paths = list(list_files(stage).values())
    folders = {stage, *filter(Path.is_dir, stage.rglob("*"))}
    flush_all(paths)
    for folder in sorted(folders):
        flush(folder)
    directory = processed / facts.version
    if directory.exists():
        shutil.rmtree(directory)
    stage.rename(directory)
    flush(processed)
    return directory


def _refuse_failures(verdict: Verdict, tables: Mapping[str, pa.Table], processed: Path) -> None:
    if not verdict.release_failures:
        return
    current = load_current(processed)
    rows = current.tables["documents"].to_pylist() if current else []
    raise ReleaseRefusedError(explain_refusal(verdict, tables, {row["document_id"]: row["source_id"] for row in rows}))


@contextmanager
def _lock(processed: Path) -> Iterator[None]:
    """Hold the lock of ``processed``: two runs never publish at once."""
    with ExitStack() as stack:
        try:
            stack.enter_context(hold_lock(processed / LOCK))
        except LockedError as error:
            msg = f"another run is publishing to {processed}: wait until it has ended, then run again"
            raise ReleaseRefusedError(msg) from error
        except OSError as error:
            raise ReleaseRefusedError(explain_unwritable(processed, error)) from error
        yield
